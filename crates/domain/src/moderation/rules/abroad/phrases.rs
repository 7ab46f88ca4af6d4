//! Phrases that offer work in another country.

use super::excuses::excuses;
use super::places::{COUNTRIES, JOBS, NICKNAMES, PLAIN, TOWNS};
use crate::moderation::phrases::Phrases;
use std::sync::LazyLock;

/// Who is sent and what they do there, before the name of the place.
const SENT: &str = "bảo_mẫu|trông_trẻ|nail|thợ_nail|làm_việc|lao_động|việc|việc_làm|làm_thuê|làm_chui|công_việc|làm|tuyển|thợ|phụ_bếp|bếp|đầu_bếp|hộ_lý|điều_dưỡng|điều_dưỡng_viên|giúp_việc|osin|y_tá|hái|thu_hoạch|trang_trại|nhà_máy|nhà_hàng|viện_dưỡng_lão|nông_trại|kỹ_sư|công_nhân|phục_vụ|buồng_phòng|khán_hộ_công|hộ_khán_công|lắp_ráp|xây_dựng|giàn_giáo|nông_nghiệp|cơm_hộp|thủy_sản|chăm_sóc|thực_tập_sinh|thuyền_viên|xí_nghiệp|nghiệp_đoàn";
/// Who works with the hands, and at what: nobody at a desk here is called so with a place abroad behind it.
const HANDS: &str = "thợ|thợ_xây|thợ_hàn|thợ_mộc|phụ_bếp|đầu_bếp|giúp_việc|osin|hộ_lý|y_tá|điều_dưỡng|điều_dưỡng_viên|khán_hộ_công|hộ_khán_công|công_nhân|hái|thu_hoạch|trồng|trang_trại|nông_trại|viện_dưỡng_lão|thực_tập_sinh|thuyền_viên|buồng_phòng|nail|trông_trẻ|bảo_mẫu|bốc_xếp|chăn_bò|vắt_sữa|xây_dựng|giàn_giáo";
/// "Không cần tiếng đi Nhật": what isn't needed isn't denied.
pub(super) const DENIAL: &str = "không|chẳng|chưa !cần|yêu_cầu|mất|thu|qua|phí|giới_hạn|biết|thi|cọc|phân_biệt|kể|quá|ngại|lo|tốn|kén|đòi_hỏi|bằng|tiếng|kinh_nghiệm|môi_giới|có_tiếng|có_kinh_nghiệm|có_bằng|đâu";

/// The terms of the trade, and people who go there to work, in so many words. Only these stop a posting;
/// what is likelier than not is for an officer to judge.
pub(super) static CERTAIN: LazyLock<Phrases> = LazyLock::new(|| {
    let places = format!("{COUNTRIES}|{TOWNS}|{NICKNAMES}|nước_ngoài");
    let owned = [
        format!("tuyển|nhận|đưa|cử|cần|gom|thiếu|lấy|gấp ~3 lao_động|người|thực_tập_sinh|công_nhân|nam|nữ|kỹ_sư|hộ_lý|điều_dưỡng ~2 đi|sang|qua {places}"),
        format!("đi|sang|qua {places} -1 làm|lao_động|làm_việc !tiêu_chuẩn|đối_tác|khách"),
        format!("lao_động|thực_tập_sinh|thuyền_viên -0 phổ_thông|nam|nữ|thời_vụ|tự_do|có_tay_nghề|nông_nghiệp? -0 đi|sang|qua {places}"),
        // Work, and where: "làm việc tại nhà máy thịt ở Ba Lan".
        format!("làm_việc|lao_động|làm_thuê|làm_chui|làm_công ~5 tại|ở|bên|nước {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("làm ~1 tại|ở|bên {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("{HANDS} ~5 tại|ở|bên {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("sang|qua|bay_sang|bay_qua ~1 {PLAIN}|{TOWNS}|{NICKNAMES} -2 {HANDS}|làm|rửa|xây|trông|chạy_bàn"),
        format!("đi {PLAIN}|{TOWNS}|{NICKNAMES} ~2 thời_vụ|diện|theo_diện|ngành|tay_nghề|hái|thu_hoạch|giàn_giáo|cơm_hộp|hộ_lý|điều_dưỡng|giúp_việc"),
        format!("làm_chui ~1 bên|ở|tại hàn|{places}"),
        // Where the work is, said outright.
        format!("nơi_làm_việc|địa_điểm_làm_việc|nơi_làm|chỗ_làm|địa_điểm|làm_việc_tại ~4 {TOWNS}|{NICKNAMES} !deli|bbq|sushi|quán|restaurant|plaza|tower|hotel"),
        format!("nơi_làm_việc|địa_điểm_làm_việc|nơi_làm|chỗ_làm|địa_điểm -2 {PLAIN} !quán|tại"),
        format!(
            "{HANDS}|lái_xe|phục_vụ|rửa_bát|đóng_gói|lắp_ráp|hàn|may|nấu_ăn|dọn_dẹp|chăm_sóc|lao_công|vận_hành|lái_máy|đóng_tàu|chế_biến|giết_mổ|làm_công_nhân|công_xưởng|thợ_hàn -5 tại|ở|bên {PLAIN}|{TOWNS}|{NICKNAMES} !deli|bbq|sushi|quán|restaurant|plaza|tower|hotel"
        ),
        format!("làm|công_nhân|osin|giúp_việc|thợ|lao_động|phụ|việc -3 bên|trên_đất {COUNTRIES}|hàn|thái|anh_quốc|nước_bạn"),
        format!("{JOBS}|đơn|đơn_hàng ~6 tỉnh|vùng|thành_phố|tp {TOWNS}"),
        format!("đơn|đơn_hàng ~4 {TOWNS} ~8 phỏng_vấn|thi_tuyển|lương|yên|tệ|won|man|bay|nam|nữ"),
        format!("y_tá|hộ_lý|điều_dưỡng|viện_dưỡng_lão|công_xưởng|xí_nghiệp|nghiệp_đoàn|nông_trại -4 {TOWNS}"),
        format!("may|làm|xây|hàn|phụ|nấu|bán ~2 cho? xưởng|xưởng_may|nhà_máy|nông_trại|trang_trại|nhà_hàng|công_trường|quán|tiệm ở|tại|bên {TOWNS}|{NICKNAMES}|nước_ngoài"),
        format!("đi|đơn|đơn_hàng ~4 ở|tại|bên {TOWNS}"),
        format!("việc|công_việc|việc_làm ở|tại|bên {PLAIN}|{TOWNS}|{NICKNAMES} !quán|deli|bbq"),
        format!("ở|tại|bên {TOWNS} ~2 cần|tuyển|thiếu|tìm|tiếp_nhận ~2 #|người|nữ|nam|thợ|lao_động"),
        format!("làm|bán|nấu|may|phục_vụ|trồng|nuôi -3 ở|tại|bên {TOWNS} !deli|bbq|sushi|quán|restaurant|plaza|tower|hotel"),
        format!("hái|thu_hoạch|nhặt_quả|nhặt -2 ở|tại|bên {COUNTRIES} !xuất|hàng"),
        "hái|nhặt|thu_hoạch -2 thụy_điển|phần_lan|úc|canada|new_zealand|tây_ban_nha|bồ_đào_nha !xuất|hàng|ở".to_owned(),
        format!("việc|làm|công_việc ~4 ở|tại {TOWNS} ~4 # tháng|năm"),
        // Journeys.
        format!("đi|sang|qua {PLAIN}|{TOWNS}|{NICKNAMES} ~6 học_tiếng|bay|xuất_cảnh|phí|chi_phí|cọc|đặt_cọc|trúng_tuyển|bao_đậu|chủ_đón"),
        format!("<học phí|chi_phí|tổng_phí -1 đi|sang {PLAIN}|hàn|nước_ngoài"),
        format!("bay -0 {PLAIN} ~1 tháng|trong|trước|sau|ngay|sớm|gấp"),
        format!("điều_dưỡng|hộ_lý|thợ|thuyền_viên|hộ_lí|đầu_bếp|phụ_bếp|giúp_việc -2 đi|sang|qua {PLAIN}|{TOWNS}|{NICKNAMES}"),
        "ứng_viên|trúng_tuyển|đỗ|đậu|học_viên ~10 xuất_cảnh ~1 tháng|sau|trong|trước|sang|đi".to_owned(),
        format!("vợ_chồng|chị_em|anh_em|ai -2 đi|sang|qua {PLAIN} -0 làm|lao_động|hái|trồng"),
        "đưa|gửi|cử|phái ~3 lao_động|người|công_nhân ~2 đi|sang|qua hàn".to_owned(),
        format!("đi lao_động|xklđ|làm_thuê ~1 {places}"),
        format!("làm_móng|nail|làm_nail|osin|bưng_bê|rửa_bát|giúp_việc -2 bên|ở|tại anh|{COUNTRIES}|{TOWNS}"),
        format!("sang|đi|qua {PLAIN} ~1 học_nghề|du_học_nghề|học_việc ~2 có_lương|trợ_cấp|hưởng_lương|vừa_học|lương"),
        format!("đi|theo|lên tàu_cá|tàu_đánh_cá|tàu ~3 {PLAIN}|đài|hàn_quốc"),
        format!(
            "sang|qua|bay_sang|bay_qua|đi ~1 {PLAIN}|{TOWNS}|{NICKNAMES}|mỹ -1 bưng_bê|phục_vụ|giúp_việc|trông_trẻ|chăm_sóc|chăm|cắt_cỏ|nhặt|hái|trồng|đóng_gói|lắp_ráp|hàn_xì|bốc_xếp|lái_xe|phụ_bếp|nấu_ăn|rửa_xe|rửa_bát|nail|bán_hàng|may|vắt_sữa|chăn_nuôi|đánh_cá|đóng_tàu|sơn|lợp"
        ),
        format!("xuất_cảnh|bay|lên_đường ~1 sang|đi|qua {PLAIN}|{TOWNS}|{NICKNAMES}|hàn"),
        "sang|qua thái|hung|rum|miên|tiệp|campuchia|cam|miến -1 làm|phục_vụ|bưng_bê|gõ|chat|trực|bán|may|xây".to_owned(),
        format!("đi|sang|qua đl|hq|nb ~3 {HANDS}|làm|diện|đơn|thời_vụ|lao_động|xưởng|nhà_máy"),
        "ra|đi nước_ngoài|hải_ngoại ~1 làm|lao_động|làm_việc|làm_thuê|kiếm_tiền !với|khách|gặp".to_owned(),
        format!("hợp_đồng|hợp_đồng_lao_động -3 tại|ở|bên {PLAIN}|{TOWNS} -1 !đối_tác|khách"),
        format!("tuyển|cần|nhận|đơn|đơn_hàng -4 nam|nữ|người|bạn|lao_động|ng -1 đi|sang|qua {PLAIN}|{TOWNS}|{NICKNAMES}"),
        "thực_tập_sinh nhật|nhật_bản|hàn|đài|đài_loan ~1 đơn|đơn_hàng|ngành|#_nam|#_nữ|nam|nữ|bay|xuất_cảnh|thi_tuyển".to_owned(),
        "lĩnh|nhận|được|hoàn|lấy ~1 nenkin".to_owned(),
        "đủ|đạt ~1 sức_khỏe|điều_kiện ~1 xuất_cảnh|nhập_cảnh".to_owned(),
        "chi_phí|vay_vốn|vay|tổng_phí ~3 xuất_cảnh".to_owned(),
        "đi|sang|qua hàn ~1 đánh_cá|hái|làm_nông|nông_trại|đóng_tàu|e7|e10|visa".to_owned(),
        format!("đơn|đơn_hàng ~8 {places} ~12 bay_tháng|bay_sớm|bay_gấp|bay_nhanh|bay_liền|bay_ngay|bay_trong|bay_#|tháng_bay|xuất_cảnh|thi_tuyển"),
        format!("tư_cách_lưu_trú|coe -6 {places}"),
        format!("{places} -6 tư_cách_lưu_trú|coe"),
        format!("tour|đợt|suất lao_động {places}"),
        // By sponsors, by districts, by whoever lives there.
        format!("sang|đi|qua anh|hàn|{places} -3 theo_diện|diện ~1 bảo_lãnh|lao_động|tay_nghề|việc_làm|người_thân|thời_vụ"),
        format!("ký_túc_xá|nhà_máy|xưởng ~3 tại|ở|bên {TOWNS} ~8 về_việt_nam|về_nước|về_phép|việt_nam"),
        format!("lao_động|thời_vụ|thu_hoạch ~8 kết_nghĩa ~2 {places}"),
        format!("xưởng|nhà_máy|quán|tiệm|trang_trại|nông_trại|nhà_hàng|lò|chủ|người_mình|người_quen|anh_em ~3 bên|ở_bên {places} ~3 tuyển|cần|thiếu|tìm ~3 người|thợ|lao_động|#"),
        format!("đón|xuống|hạ_cánh|lên_tàu|nhập_cảnh ~3 sân_bay|cảng ~1 {TOWNS}"),
        format!("đi|sang|qua {PLAIN}|hàn -1 đơn|đơn_hàng|ngành"),
        format!("lương|thu_nhập|tháng ~3 # đô|usd|đô_la|tệ|tr|triệu ~1 bên|ở_bên {places}"),
        format!("bên hàn|{places} ~4 đi|theo ~1 diện"),
        format!("{places} ~4 thợ|công_nhân|lao_động|xưởng|nhà_máy ~12 bay_trước|bay_sau|bay_tháng|bay_trong|bay_sớm|bay_ngay"),
        "campuchia|cam_pu_chia|miến_điện|myanmar|tam_giác_vàng ~4 chat|gõ_máy|casino|sòng|sòng_bài|việc_nhẹ|online".to_owned(),
        "chat|gõ_máy|casino|sòng|sòng_bài|việc_nhẹ ~3 campuchia|cam_pu_chia|miến_điện|myanmar|tam_giác_vàng".to_owned(),
        format!("viện_dưỡng_lão|nông_trại|nghiệp_đoàn|xí_nghiệp ~2 {TOWNS}"),
        "đi|sang|qua hàn ~1 thời_vụ|nông_nghiệp|e8|e9|đóng_tàu|theo_huyện".to_owned(),
        format!("tàu_cá|tàu_đánh_cá|thuyền_viên ~3 {PLAIN}|{NICKNAMES} ~9 thuyền_viên|xuất_cảnh|lương|bay|# năm"),
    ];
    let mut raises: Vec<&str> = owned.iter().map(String::as_str).collect();
    raises.extend([
        "bên_kia ~1 biên_giới|cửa_khẩu ~8 casino|máy_tính|việc|làm|lương|công",
        "việc|làm|xưởng|casino ~3 bên_kia ~1 biên_giới|cửa_khẩu",
        "về việt_nam ~2 lần|thăm_nhà|ăn_tết|nghỉ_phép|một_lần",
        "diện ~1 người_thân|thân_nhân ~1 bảo_lãnh",
        "đơn|suất|diện|hồ_sơ|hàn_quốc ~3 e7|e8|e9|e10",
        "xuất_khẩu_lao_động|đi_xklđ",
        "tokutei|kỹ_năng_đặc_định|ginou|tokutei_ginou|thực_tập_sinh_kỹ_năng",
        "đi|tuyển|nhận -2 thực_tập_sinh nhật|nhật_bản",
        "visa|vi_sa ~1 e7|e8|e9|e10|d4|#482|#494|#407|#417|#462|h_2_a|h_2_b|tokutei|kỹ_sư_nhật",
        "s_pass|work_permit|lmia",
        "chương_trình|kỳ_thi ~1 eps|im_japan",
        "đi đơn_hàng",
        "tháng|ngày|tuần|sớm|gấp|đợt|dự_kiến ~2 xuất_cảnh",
    ]);
    Phrases::new(&raises, &excuses(), &[DENIAL], 4)
});

/// Phrases that say so by themselves, whatever else is written.
pub(super) static STRONG: LazyLock<Phrases> = LazyLock::new(|| {
    let places = format!("{COUNTRIES}|{TOWNS}|{NICKNAMES}");
    let owned = [
        format!("đi|sang|qua|bay|bay_sang|bay_qua|xuất_cảnh_sang ~1 {places} ~3 {JOBS}"),
        format!("tuyển|cần|nhận|gửi|đưa|hồ_sơ|lao_động|nam|nữ|người|đơn|suất|bạn_nào|ai ~6 đi|sang|qua|bay {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("gửi|đưa|dẫn|cử|phái ~3 người|lao_động|công_nhân|anh_em|bạn|kỹ_sư|thực_tập_sinh ~2 sang|đi|qua|ra {places}"),
        format!("{SENT} ~4 tại|ở|bên|nước|trên_đất {places}"),
        format!("kỹ_sư|điều_dưỡng|hộ_lý|thợ|đầu_bếp|phụ_bếp|bếp|y_tá|giúp_việc -3 đi|sang|qua {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("xưởng|xưởng_may|lò|tiệm|nhà_hàng|quán|nông_trại|trang_trại|nhà_máy ở|tại|bên {places} ~5 cần|tuyển|thiếu ~2 người|thợ|lao_động|#"),
        format!("xí_nghiệp|công_ty|nhà_máy|nghiệp_đoàn ~2 ở|tại ~1 {TOWNS} ~5 tiếp_nhận|cần|tuyển ~2 thực_tập_sinh|lao_động|người|#"),
        format!("lao_động|nhân_lực -0 phổ_thông|nông_nghiệp|xây_dựng|thời_vụ|cơ_khí|nam|nữ -0 đi? {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("osin|giúp_việc|phụ_bếp|đầu_bếp|thợ|y_tá|hộ_lý|làm_việc|nhân_viên|công_nhân|trông_trẻ|giữ_trẻ|bảo_mẫu|người|nail -7 ở|bên|tại {TOWNS}"),
        format!("việc|việc_làm|làm|làm_chui|lao_động bên|ở|tại {places}"),
        format!("việc_làm|lao_động|xklđ {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("thực_tập_sinh|kỹ_sư|hộ_lý|tu_nghiệp_sinh|lao_động|thuyền_viên|du_học_nghề|xuất_khẩu_lao_động|visa_lao_động|điều_dưỡng -0 đi|sang|tại? {places}"),
        format!("tàu|thuyền|tàu_cá ~2 {places} ~4 thuyền_viên|lao_động|xuất_cảnh|đi"),
        format!("thuyền_viên|tàu_cá|tàu_đánh_cá|đánh_cá ~4 {places}"),
        format!("thời_vụ {places}"),
        format!("đơn nam|nữ|nam_nữ ~8 {places}"),
        format!("đơn|đơn_hàng ~6 {places} ~9 bay|xuất_cảnh|thi_tuyển|phỏng_vấn|bay_#|# năm|yên|won|man"),
        format!("phí|tổng_phí|chi_phí -1 đi {PLAIN}|{TOWNS}"),
        format!("{SENT} ~8 work_permit|thẻ_cư_trú|tư_cách_lưu_trú"),
        format!("sẽ|được|rồi ~1 làm_việc|làm ~4 {TOWNS}"),
        format!("suất|đơn|đợt|lịch ~1 đi|bay|sang ~1 {PLAIN}|{TOWNS}|{NICKNAMES}|hàn"),
    ];
    let mut raises: Vec<&str> = owned.iter().map(String::as_str).collect();
    raises.extend([
        // "Đi hàn" is to weld as well.
        "đi|sang|qua|bay hàn !xì|điện|cắt|tig|mig|khung|cửa|ống|thép|inox|sắt|co2|bồn|kết_cấu|tại|ở ~3 thời_vụ|làm|lao_động|e9|e8|nông_nghiệp|visa|hợp_đồng|tháng|diện|bao|lương|đài|nhật|có_việc|ngay",
        "sang|qua|bay hàn !xì|điện|cắt|tig|mig",
        "làm|làm_chui|việc|lao_động|làm_việc bên|ở hàn !xì|điện|cắt|tig",
        "nhật|đài ~1 hàn ~2 bay|xuất_cảnh|visa|lao_động|lương",
        "casino|sòng|sòng_bài|online|gõ_máy|chat|chăm_sóc_khách ~4 campuchia|cam|miến_điện|myanmar|dubai|lào|macao|tam_giác_vàng|philippines|thái_lan|cam_pu_chia",
        "sang|qua|bên|đi thái|anh|mỹ|ý|trung|tiệp làm|hái|lao_động|nail|trồng|bằng_đường",
        "xuất_khẩu_lao_động|đi_xuất_khẩu|đi_xklđ",
        "tokutei|kỹ_năng_đặc_định|ginou|tokutei_ginou|thực_tập_sinh_kỹ_năng",
        "thực_tập_sinh kỹ_năng|nhật|nhật_bản",
        "visa|vi_sa|thị_thực ~2 e7|e8|e9|e10|d4|d2|h2|lao_động|kỹ_sư|thời_vụ|làm_việc|trọn_gói|#_tháng|#_năm|bao_đậu",
        "bao|lo|làm|hỗ_trợ ~1 visa|hộ_chiếu ~4 bay|tháng|trọn_gói|bao_đậu|vé_máy_bay|đi_làm|xuất_cảnh",
        "suất|slot|hồ_sơ|đăng_ký|đơn e7|e8|e9|e10",
        "e7|e8|e9|e10 -1 đóng_tàu|nông_nghiệp|ngư_nghiệp|sản_xuất|xây_dựng|hàn|tay_nghề|thuyền_viên|hàn_quốc",
        "diện e7|e8|e9|e10|d4|eps|kỹ_sư",
        "chương_trình|kỳ_thi|thi ~1 eps|im_japan",
        "eps|ims hàn|hàn_quốc",
        "lao_động|làm_việc|đi_làm|làm_thuê|việc_làm ~1 nước_ngoài|hải_ngoại|xứ_người",
        "du_học_nghề|du_học_vừa_học_vừa_làm|vừa_học_vừa_làm_tại",
        "lo_hộ_chiếu|bao_visa|làm_hộ_chiếu_cho|bao_vé_máy_bay|vé_máy_bay_chủ_trả",
        "qua|sang|vượt ~1 biên_giới|cửa_khẩu ~3 làm|lao_động|việc",
        "có_chủ_đón|đón_tại_sân_bay_bên|xe_đón_tận_nơi_bên|người_đón_bên_kia",
        "xuất_cảnh|bay ~1 trước|trong|sau|dự_kiến ~1 tháng|tết|#_tháng ~6 xí_nghiệp|nghiệp_đoàn|visa|hợp_đồng",
    ]);
    Phrases::new(&raises, &excuses(), &[DENIAL], 4)
});

/// A group of workers with its country and what is said of its flight: "đơn hàng Nhật, bay sớm".
pub(super) static DEPARTING: LazyLock<Phrases> = LazyLock::new(|| {
    let places = format!("{COUNTRIES}|{TOWNS}|{NICKNAMES}");
    let flight = "bay_sớm|bay_nhanh|bay_gấp|bay_liền|bay_ngay|bay_tháng|bay_trong|bay_sau|bay_trước|tháng_bay|ngày_bay|bay_#|xuất_cảnh|quay_đầu|trúng_đơn|đỗ_đơn|đậu_đơn";
    Phrases::new(
        &[&format!("đơn|đơn_hàng ~4 {places} ~12 {flight}")],
        &["bay hàng|lượn|sang_công_tác", "chờ xuất_cảnh"],
        &[DENIAL],
        4,
    )
});

/// Phrases that say so unless the text is about trade, travel or a desk here.
pub(super) static WEAK: LazyLock<Phrases> = LazyLock::new(|| {
    let places = format!("{COUNTRIES}|{TOWNS}|{NICKNAMES}");
    // Restaurants and shops here are named after the others.
    let known = [
        "tokyo", "osaka", "kyoto", "kobe", "hokkaido", "seoul", "busan", "london", "sydney", "berlin", "taipei", "sofia", "japan", "korea", "taiwan", "prague",
    ];
    let far = TOWNS.split('|').filter(|town| !known.contains(town)).collect::<Vec<_>>().join("|");
    let owned = [
        format!("đi|sang|qua|bay|bay_sang|bay_qua|xuất_cảnh|xuất_cảnh_đi {PLAIN}|{TOWNS}|{NICKNAMES}"),
        format!("{JOBS} ~2 {far}"),
        format!("{places} ~4 visa !du_lịch|cho"),
        format!("{places} ~8 xuất_cảnh|bao_vé|bao_đậu|bay_nhanh|bay_ngay|bay_#|bay_trước|bay_sau|bay_tháng|tháng_bay|bay_trong|bay_liền|bay_gấp|bay_sớm|lương_yên|thời_vụ_#"),
        format!("{places} ~6 # euro|usd|yên|won|đô_la|man|đài_tệ|ringgit|cad|aud|nhân_dân_tệ !đơn|hàng"),
        format!("làm|trồng|hái|nấu|phục_vụ|ship|bếp|xây|lắp|may|dọn|trông|chăm ~2 bên hàn|{COUNTRIES}"),
        format!("bao_đậu|đậu|xin|làm|lo -1 visa|vi_sa hàn|{PLAIN} ~3 làm|nông_nghiệp|xưởng|nhà_máy|lao_động"),
        format!("thị_trường ~2 {places} ~4 lao_động|đi_làm|xuất_cảnh|tuyển_người|thực_tập_sinh"),
    ];
    let mut raises: Vec<&str> = owned.iter().map(String::as_str).collect();
    raises.extend([
        "thuyền_viên ~4 viễn_dương",
        "xuất_cảnh|bay_gấp|xuất_ngoại !nhập",
        "phái_cử|nghiệp_đoàn|tu_nghiệp_sinh",
        "đi đơn_hàng|nước_ngoài|tàu_biển|lao_động_nước_ngoài|đơn",
        "đơn_hàng|đơn ~3 đi|bay|xuất_cảnh !kèm|đường|lại|làm|bộ|giao|chợ|ra",
        "diện thời_vụ",
        "lo_visa|visa_du_học|đón_ở_sân_bay|đón_tại_sân_bay",
        "xí_nghiệp ~2 tiếp_nhận|tiếp_đón ~6 lưu_trú|xuất_cảnh|tháng_bay|thực_tập_sinh",
    ]);
    Phrases::new(&raises, &excuses(), &[DENIAL], 4)
});

/// A place abroad, and below what is said of work there: the two in one text say that people go.
pub(super) static PLACE: LazyLock<Phrases> = LazyLock::new(|| {
    // "Duc", "nga", "lao" are other words too where nobody writes marks.
    let sure = PLAIN
        .split('|')
        .filter(|name| name.contains('_') || matches!(*name, "rumani" | "hungary" | "singapore" | "malaysia" | "canada" | "dubai" | "campuchia" | "slovakia"));
    let sure = sure.collect::<Vec<_>>().join("|");
    let places = [format!("{sure}|{TOWNS}|{NICKNAMES}"), format!("đi|sang|qua|bên|ở|tại|nước|xí_nghiệp|nghiệp_đoàn {PLAIN}")];
    Phrases::new(&places.iter().map(String::as_str).collect::<Vec<_>>(), &excuses(), &[DENIAL], 4)
});

/// Wages in the money of another country: nobody is paid so here.
pub(super) static WAGES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        &[
            "lương|thu_nhập|lương_cơ_bản|lương_cứng|thực_lĩnh|về_tay|mức_lương|lĩnh ~4 # yên|won|đài_tệ|sgd|ringgit|đô_sing|nhân_dân_tệ|đô_úc|đô_canada !trở",
            "lương|thu_nhập|lương_cơ_bản|thực_lĩnh|về_tay|đơn|đơn_hàng -4 # man|yên|won|đài_tệ",
        ],
        &["khách|hàng|đơn_giá|doanh_số|giá|bán ~3 # yên|won|tệ"],
        &[],
        0,
    )
});

/// What is said of journeys to work and of life there.
pub(super) static SIGNS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        &[
            "bay_nhanh|bay_gấp|bay_sớm|bay_ngay|bay_liền|bay_trong|bay_sau|bay_tháng|tháng_bay|ngày_bay|trước_khi_bay|chờ_bay|lịch_bay|bay_# !là",
            "xuất_cảnh|nhập_cảnh !nhập",
            "lương|thu_nhập|về_tay|thực_lĩnh ~4 # yên|won|man|đài_tệ|tệ|ringgit|euro|eur|rúp|bảng|đô_la|đô|usd",
            "# yên|won|man|đài_tệ|tệ|ringgit|euro|nhân_dân_tệ",
            "work_permit|visa_lao_động|giấy_phép_lao_động|visa_thời_vụ|visa_làm_việc|thẻ_cư_trú|thẻ_xanh|định_cư|lưu_trú|coe|hộ_chiếu !chuyên",
            "bao|lo|làm|mua|trả|tặng|hỗ_trợ ~2 vé_máy_bay|vé_khứ_hồi|vé_bay|vé_một_chiều|visa|hộ_chiếu !cho_khách|khách|công_tác",
            "chủ|chủ_nhà|chủ_xưởng ~2 mua_vé|bao_vé|trả_vé|lo_vé|đón|lo_giấy|lo_giấy_tờ",
            "thi_đơn|đậu_đơn|đỗ_đơn|trượt_đơn|rớt_đơn|đậu_đơn_hàng|đỗ_đơn_hàng|trúng_tuyển_đơn|quay_đầu|đơn_hàng_mới",
            "xí_nghiệp|nghiệp_đoàn|viện_dưỡng_lão|khán_hộ_công|hộ_khán_công|thực_tập_sinh_kỹ_năng",
            "gặp|phỏng_vấn|thi ~3 chủ|chủ_sử_dụng|giám_đốc_xí_nghiệp|xí_nghiệp|nghiệp_đoàn|ông_chủ",
            "qua_đó|sang_đó|sang_bên|qua_bên|bên_đó|đồng_hương",
            "không ~1 cần|yêu_cầu ~1 biết? tiếng !ồn",
            "học_tiếng|đào_tạo_tiếng ~4 trước|rồi|#_tháng|miễn_phí|xong|trung_tâm",
            "vé về_phép|khứ_hồi",
            "về_phép|nghỉ_phép_về_nước",
            "phí|chi_phí|tổng_phí ~3 trọn_gói|#_triệu|#_tr|#_củ|#_usd|#_đô|thấp",
            "thời_vụ #",
            "visa|vi_sa ~1 trọn_gói|bao_đậu|bao|lo|chủ",
            "đón ~1 ở|tại ~1 sân_bay",
            "hợp_đồng|hđ ~1 # năm",
            "về_nước !có",
            "# usd|đô|đô_la|rúp|bảng",
            "chủ ~2 lo|nuôi|trả|đón|bao ~2 ăn|ăn_ở|vé|giấy_tờ|giấy",
            "n4|n5|b1|jlpt|topik|eps_topik",
        ],
        &[],
        &[],
        0,
    )
});

/// What alone says little of where the work is, by kinds: papers, lessons, money, wages, the journey, the border.
/// Two kinds in one text are for an officer to judge.
pub(super) static HINTS: LazyLock<Vec<Phrases>> = LazyLock::new(|| {
    let kinds: &[&[&str]] = &[
        &["hộ_chiếu|passport|cấm_xuất_cảnh|xuất_cảnh|visa !cho_khách|khách|chuyên_gia"],
        &[
            "học_tiếng|học_ngoại_ngữ|học_tác_phong|tiếng_n4|tiếng_n5|trung_tâm_trước_khi_đi",
            "học ~2 tiếng ~2 miễn_phí|#_tháng|rồi|trước",
            "chứng_chỉ ~2 n4|n5|n3|topik|b1",
        ],
        &[
            "lương|thu_nhập|tháng|trả ~4 #|nghìn|ngàn ~1 đô|usd|đô_la|euro|won|yên|tệ",
            "lương ~2 bằng? đô|won|yên|euro|tệ|đô_la",
        ],
        &["lương|thu_nhập ~3 #24-70 triệu|tr|củ", "lương ~1 gấp ~2 #3-9|ba|bốn|năm|mấy", "lương_cao ~3 gấp"],
        &[
            "bay_trong|bay_trước|bay_sau|bay_tháng|bay_ngay|bay_sớm|vé_tàu_bay|vé_máy_bay|lịch_đi|rồi_đi|trước_khi_đi|là_đi|về_phép|bên_ấy|sang_đấy|bên_đấy|qua_bển|mới_về_một_lần|mới_về",
            "mang|cầm|đem ~1 về ~2 #|nửa|vài ~1 tỷ|trăm_triệu",
            "thủ_tục|giấy_tờ|hồ_sơ ~2 nhanh|chừng|khoảng|mất|từ_đầu|sớm|trọn_gói",
            "dẫn_đi ~1 làm_hồ_sơ|làm_giấy_tờ",
            "phỏng_vấn|thi|gặp ~5 chủ ~1 nước_ngoài|tây|bên_kia",
            "công_trường|dự_án ~1 xa|dài_hạn",
            "chương_trình_hợp_tác|thời_vụ_#_tháng|xa_bờ",
        ],
        &["cửa_khẩu|biên_giới|casino|sòng_bài", "đón ~4 nửa_đêm|ban_đêm|lúc_đêm"],
    ];
    kinds.iter().map(|kind| Phrases::new(kind, &excuses(), &[DENIAL], 4)).collect()
});

/// What is said of a flight, apart from the group it is told of.
pub(super) static FLIGHT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        &["trước_khi_bay|bay_sớm|bay_nhanh|bay_gấp|bay_tháng|tháng_bay|ngày_bay|xuất_cảnh"],
        &excuses(),
        &[DENIAL],
        4,
    )
});
