//! What makes the words of going abroad innocent: trade, travel, training, people who came back, and
//! desks here that serve those who go.

use super::phrases::DENIAL;
use super::places::{COUNTRIES, TOWNS};
use crate::moderation::pattern::Patterns;
use std::sync::LazyLock;

/// Phrases round the words that give them another meaning.
pub(super) fn excuses() -> Vec<&'static str> {
    OWNED.iter().map(String::as_str).chain(PLAIN.iter().copied()).collect()
}

static OWNED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let places = format!("{COUNTRIES}|{TOWNS}");
    let been = "cựu|từng|đã|nguyên|người_từng|đã_từng|đã_có_thời_gian";
    let back = "trở_về|hoàn_thành|đã_về|mới_về|về_rồi|về_địa_phương|về_quê|vừa_về";
    vec![
        // Those who came back; "lương 45 triệu về tay" is no return.
        format!("{been} -3 thực_tập_sinh|đi_nhật|tu_nghiệp_sinh|xuất_khẩu_lao_động|làm_việc|làm|đi|sang|du_học|lao_động|sống|học -3 {places}|hàn"),
        format!("{been} -4 thực_tập_sinh|tu_nghiệp_sinh|xuất_khẩu_lao_động|du_học_sinh|nghiệp_đoàn ~2 {places}|đi|về|ở"),
        format!("{been} -3 xuất_khẩu_lao_động|du_học|tu_nghiệp"),
        format!("thực_tập_sinh|tu_nghiệp_sinh|nhật|hàn|đài_loan|đài|xuất_khẩu_lao_động|nước_ngoài|nhật_bản|hàn_quốc|du_học|du_học_sinh|lao_động|kỹ_sư ~5 {back}"),
        "thực_tập_sinh|tu_nghiệp_sinh|nhật|hàn|đài_loan|xuất_khẩu_lao_động|nước_ngoài|nhật_bản|hàn_quốc|du_học_sinh|lao_động -5 về_nước".to_owned(),
        "thực_tập_sinh|tu_nghiệp_sinh|nhật|hàn|đài_loan|đài|xuất_khẩu_lao_động|nước_ngoài|nhật_bản|hàn_quốc|du_học|du_học_sinh|lao_động|bên_đó -1 về !có|tay|phép|tới|lương|nhà|với|việc|khoảng|#|đến|hơn|chung|trên".to_owned(),
        format!("kinh_nghiệm|thời_gian|thâm_niên -2 làm_việc|làm|sống|lao_động|thực_tập -2 {places}|nước_ngoài"),
        // Journeys without work there.
        format!("đi|sang|qua|làm_việc_tại|ở ~2 {places} -5 công_tác|tập_huấn|tham_quan|du_lịch|học_tập|khảo_sát|hội_chợ|nghiệm_thu|dự|gặp_khách|giao_lưu|tu_nghiệp_ngắn|chuyển_giao|triển_lãm|nhận_máy"),
        format!("đi|sang|qua|ở ~2 {places} -2 <cơm|com họp|đào_tạo !đồng|tiếng|ngoại_ngữ|trước|miễn_phí|định_hướng"),
        format!("công_tác|tập_huấn|tham_quan|du_lịch|khảo_sát|chuyến|nghỉ_mát|thưởng|hội_chợ|team_building|cử_đi_học|triển_lãm|theo_đoàn|hướng_dẫn_viên|hội_thảo -6 {places} !làm|lao_động|bay"),
        format!("đào_tạo|học_tập|huấn_luyện -3 {places}|công_ty_mẹ !làm|lao_động|bay|lương"),
        format!("cử|được_cử|cơ_hội|có_dịp -4 {places} -6 học|học_việc|đào_tạo|công_tác|tuần|công_ty_mẹ|trụ_sở"),
        format!("bay|đi|sang -0 {places} -6 chuyến|thưởng|du_lịch|nghỉ_mát !chuyên_cần"),
        format!("đi|sang|qua -0 {places} -3 #1-30 ngày|tuần !bay|là|xuất_cảnh"),
        format!("đi|sang|qua -0 {places} -1 chở|bảo_hành|lắp_máy|sửa_máy|nghiệm_thu|khám|xem|mua"),
        format!("tour !lao_động|đi_làm ~4 {places}"),
        "tour|hướng_dẫn_viên|du_lịch|đoàn_khách !lao_động|đi_làm|kết_hợp ~9 visa|vé_máy_bay|hộ_chiếu".to_owned(),
        format!("có|thêm|của|mở|sở_hữu ~2 nhà_máy|xưởng|chi_nhánh|văn_phòng|trụ_sở|cơ_sở|kho ~1 ở|tại|bên {places}"),
        format!("làm|làm_việc|phối_hợp|trao_đổi ~2 với|cùng ~5 ở|tại|bên {places}"),
        // Whom somebody works for, or sells to, and who else is there.
        format!("cho ~3 khách|khách_hàng|siêu_thị|chuỗi|cửa_hàng|thương_hiệu|hãng|nhãn|nhà_máy|đối_tác|thị_trường|văn_phòng ~2 ở|tại|bên {places}"),
        format!("cho ~1 chủ|sếp|giám_đốc ~1 ở|tại|bên {places} !bao|lo|lương|bay|hợp_đồng|cần"),
        format!("con|con_em|các_con|con_cái|chồng|vợ|bố_mẹ|họ_hàng|giám_đốc|sếp|chủ_quán|chủ|kiều_bào|việt_kiều ~2 đang|đi? ~1 làm|lao_động|sống|định_cư? ~1 ở|bên|tại|đi {places}"),
        format!("trông_nhà ~3 đi|ở|sang {places}"),
        format!("gia_đình|chủ_nhà -1 đi|sang|định_cư {places}"),
        format!("người_nhà|bố_mẹ|cha_mẹ|con_cái|con_em|ông_bà|con_trai|con_gái|có_con|nhà_có ~2 đi ~1 xuất_khẩu_lao_động|nước_ngoài|{places}"),
        "có|hơn|đang_có -0 # ~2 lao_động|thực_tập_sinh|người ~2 đang ~1 làm|ở".to_owned(),
        format!("onsite|on_site ~2 {places}"),
        format!("{places} -2 onsite|thăm|về_mở|giao_lưu|nhận_chuyển_giao|đào_tạo_rồi_về"),
        format!("gom|đi|bay|gửi <đơn hàng ~2 {places}"),
        format!("<đơn|nhà|ngân bán|xuất_bán|giao|cung_cấp sang|qua {places}"),
        format!("kiểu|phong_cách|mô_hình|chuẩn|tiêu_chuẩn|công_nghệ ~1 {places}"),
        format!("làm|làm_việc ~1 cho ~1 công_ty|khách|khách_hàng|văn_phòng|đối_tác|dự_án ~3 ở|tại|bên {places}"),
        // Trade.
        format!("<người|nhân_viên|lao_động|đơn|nhà xuất|xuất_hàng|giao|gửi|bán|chuyển|vận_chuyển|đóng_hàng|container|lô|sản_phẩm|ship|nhập|mua|nhập_khẩu|vận_tải|cung_cấp|đóng_thùng|đóng_kiện|lên_cont|chuyển_phát|thư|bưu_phẩm|bưu_kiện|kiện|cước|book_tàu|hải_quan|tờ_khai|hàng_hóa|chở|chạy_tuyến|xe_tuyến|tuyến_đường|tuyến_hà_nội|tuyến_cửa_khẩu|form|chứng_từ|tàu_hàng|đường_biển !cảnh|khẩu_lao_động|ngoại ~4 đi|sang|qua ~2 {places}|hàn|anh !quốc|ngành|làm|không|bay|xuất_cảnh|lương|lao_động|theo_diện|diện"),
        format!("<đơn|nhà|cửa|ngân|bán|khách hàng|áo|quần|giày|sản_phẩm|lô|container|linh_kiện|tôm|cá|thủy_sản|gạo|dép|trái_cây|vải|gỗ|đồ_gỗ|thùng|cont|rau|nông_sản|mây_tre|hạt_điều|cà_phê|thanh_long|sầu_riêng|xoài|mít|chuối|chanh|dừa|hồ_tiêu|dưa_hấu|tàu -3 đi|sang ~1 {places}|hàn|anh !quốc|ngành|làm|không|lương|bay|lao_động|xuất_cảnh|diện|theo_diện"),
        "xuất|xuất_khẩu !khẩu_lao_động|lao_động|cảnh ~1 sang|đi|qua".to_owned(),
        format!("xuất|hàng_xuất !khẩu_lao_động|cảnh|ngoại ~5 {places}|hàn !ngành|làm|lao_động|bay|lương|visa"),
        // Customers, owners, machines and goods from there.
        format!("khách|đối_tác|chuyên_gia|sếp|quản_lý|công_ty_mẹ|tập_đoàn|tiêu_chuẩn|chủ_đầu_tư|vốn|phiên_dịch|tiếng|giáo_viên|dạy|món|quán|công_nghệ|máy|thương_hiệu|xưởng_may|công_ty|doanh_nghiệp|nhà_máy|văn_phòng|đại_diện|nhà_đầu_tư|dòng_xe|dòng_máy|xe|thời_trang|mỹ_phẩm|phim|karaoke_kiểu|điều_hòa|phong_cách|hàng_nội_địa|hệ|phụ_tùng|nội_địa|giày|hàng|trà_sữa|giám_đốc|thiết_bị|robot|dây_chuyền|nhập_từ|nhập_khẩu_từ|gốc|xuất_xứ|cảng|mail|email|trụ_sở|chi_nhánh|đồ_ăn|bia|sữa|rượu|bánh|sách|truyện|nhạc|trường !ở|tại|bên|làm|đi|sang -1 !ở|tại|bên {places}|hàn|anh !lương|cần|tuyển|không|bao|visa|bay"),
        format!("công_ty|doanh_nghiệp|tập_đoàn|khách|khách_hàng|sếp|chủ|vốn|đối_tác -0 {places}|hàn !thi|cần_thêm"),
        "dịch|dịch_thuật|phiên_dịch|biên_dịch ~1 hồ_sơ|giấy_tờ -3 lao_động|thực_tập_sinh|nhật|hàn_quốc|đài_loan|đức".to_owned(),
        "trung_tâm|công_ty|văn_phòng|trường -1 xuất_khẩu_lao_động|lao_động_xuất_khẩu".to_owned(),
        format!("trung_tâm|lớp|khóa|học|gia_sư|dạy|biết|giỏi|thạo|giao_tiếp|chứng_chỉ -3 tiếng ~1 {places}"),
        format!("tiếng -0 {places}|anh|hàn|trung"),
        format!("với ~2 khách|khách_hàng|đối_tác|nhà_cung_cấp|chi_nhánh|văn_phòng|công_ty_mẹ ~2 ở|tại|bên|từ? {places}"),
        format!("nhà_hàng|quán|lẩu|nướng|sushi|bbq|ẩm_thực|món_ăn|món|tiệm -0 {places}"),
        format!("máy|thiết_bị|linh_kiện|phụ_tùng|nguyên_liệu|công_nghệ ~3 từ|của {places}"),
        format!("remote|từ_xa|cho_công_ty|cho_khách -4 {places}"),
        format!("kỹ_sư|chuyên_gia|thợ|giám_đốc|quản_lý -0 {places} -1 đào_tạo|hướng_dẫn|hỗ_trợ|trực_tiếp|giám_sát|kèm|dạy"),
        format!("đi|sang|qua -0 {places} -2 <làm lấy_hàng|giao_hàng|chở_hàng|xem_mẫu|xem_hàng|mua_hàng|đặt_hàng|nhập_hàng|gặp|ký_hợp_đồng_mua|nhận_hàng|trả_hàng"),
        format!("bằng|như|hơn|thua|kém|ngang -0 đi|làm|sang -1 {places}|hàn|xuất_khẩu_lao_động"),
        // Said not to be.
        format!("{DENIAL} -8 xuất_khẩu_lao_động|nước_ngoài|đi_nhật|đi_nước_ngoài|xuất_cảnh|lao_động_ra_nước_ngoài|đi_hàn|đi_đài_loan|đi_xklđ"),
        format!("không_cần|không_phải|khỏi|thay_vì|khỏi_cần|chẳng_cần|đừng đi|sang|phải_đi|qua -1 {places}|hàn|xa"),
        // Desks here.
        "giáo_viên|dạy|giảng_dạy|trợ_giảng|đào_tạo_viên -10 điều_dưỡng|sắp_sang|chuẩn_bị_sang|sắp_đi|thực_tập_sinh|tu_nghiệp_sinh|xuất_khẩu_lao_động|kỹ_năng_đặc_định|tokutei|du_học_nghề|học_viên|du_học_sinh|xuất_cảnh|đi_nhật|đi_hàn|đi_đức".to_owned(),
        "nhân_viên|chuyên_viên|cán_bộ|cộng_tác_viên|trưởng_phòng|kế_toán|trợ_lý -3 tư_vấn|tuyển_dụng|tuyển_nguồn|nguồn|tạo_nguồn|hồ_sơ|visa|thị_trường|đối_ngoại|kinh_doanh|pháp_chế|tuyển_sinh|xử_lý|quản_lý|chăm_sóc|phòng|công_ty ~8 đơn_hàng|xuất_khẩu_lao_động|thực_tập_sinh|kỹ_năng_đặc_định|tokutei|du_học_nghề|xuất_cảnh|nghiệp_đoàn|phái_cử|visa_lao_động|nước_ngoài|lao_động_ngoài_nước".to_owned(),
    ]
});

const PLAIN: &[&str] = &[
    "máy_móc|hàng_hóa|nguyên_liệu|chuyên_gia|khách|khách_hàng|đối_tác|người|vốn|nhà_thầu|tư_vấn|giáo_viên|ngôn_ngữ|đoàn -3 nước_ngoài !làm",
    "đưa_đón|đi_lại|lối đi",
    "qua|đi -1 cổng|trang|phỏng_vấn|internet|email|mạng|sông|cầu|đường|trung_tâm|trung_gian|máy_may|y_tế|ý_kiến|ý_tưởng|anh_chị",
    "<nhận|nộp|gửi|có|làm hồ_sơ ~5 visa|xuất_nhập_cảnh|xuất_khẩu_lao_động|hộ_chiếu !e7|e8|e9|e10|d4|lao_động|kỹ_sư|bao",
    "hướng_dẫn|thủ_tục|chứng_từ|luật_sư|nhân_viên|kế_toán|giáo_viên|tư_vấn|dịch_vụ|cục|công_an|quản_lý|cán_bộ ~5 visa|xuất_nhập_cảnh|xuất_khẩu_lao_động|hộ_chiếu !e7|e8|e9|e10|d4|lao_động|kỹ_sư|bao",
    "quản_lý|quản_sinh|quản_lí -4 học_viên|du_học_sinh|sinh_viên ~2 du_học_nghề|du_học|đi_nhật|đi_đức",
    "quản_lý|quản_sinh|chăm_sóc|quản_lí|dạy|giáo_viên|chủ_nhiệm|nấu_ăn_cho|tư_vấn|hỗ_trợ|gọi ~8 học_viên|thực_tập_sinh|du_học_sinh|khách|phụ_huynh|du_học ~14 xuất_cảnh|visa|bay|đi_nhật",
    "cục|công_an|phòng|quầy|đồn|cửa_khẩu ~2 xuất_cảnh|xuất_nhập_cảnh",
    "đặt|bán|phòng|đại_lý|săn -1 vé|vé_máy_bay ~4 đi|bay|sang|nhật|hàn",
    "vé_máy_bay|visa|hộ_chiếu ~3 du_lịch|cho_khách|cho_chuyên_gia|thăm_thân|khách_lẻ|khách_đoàn",
    "xuất_nhập khẩu|cảnh",
    "hỗ_trợ|phục_vụ ~2 chuyên_gia|khách ~6 visa|xuất_cảnh|hộ_chiếu",
    "đơn_hàng|đơn ~1 đi kèm|đường|lại|bộ|giao",
    "đi làm_việc tại xưởng|công_ty|nhà",
    "nam phi|mỹ",
    // "Nhất" without its mark, and "Nhật" that is a day.
    "nhất -0 định|là|quyết|trí|thiết|thời",
    "tốt|ít|cao|lớn|thứ|duy|tối|mới|nhiều|nhanh|sớm|đẹp|rẻ|gần|thống|hạng -0 nhất",
    "<tập cập|chủ|sinh|thường|công -0 nhật !bản",
    // Places and words that begin or end like a country.
    "cam -0 ranh|lộ|thành|đường|pha|kết|chịu|đoan|on",
    "đức -0 hòa|huệ|trọng|linh|phổ|cơ|thắng|giang|thọ|thượng|tài|dũng|anh|long|tính|độ|minh",
    "mỹ -0 đình|hào|đức|tho|phước|lộc|xuyên|hưng|xá|trì|an|thuật|phẩm|long|tú|hạnh|lợi|hòa|quý|thạnh|thủy|thành|viện|nghệ|trung|phú|tân|yên|đông",
    "phú|tân|vĩnh|long|quỳnh|hòa|đông|yên|thẩm|châu|văn -0 mỹ",
    "giải|phương|biện|hợp|tư|cú|luật|bất -0 pháp",
    "pháp -0 luật|lý|chế|vân|lệnh|y|nhân",
    "nga -0 sơn|mi|my|bảy|tư|năm|văn",
    "lào -0 cai|xào",
    "nhật -0 tân|lệ|tảo|ký|trình|báo|thường|tựu",
    "ý -0 kiến|tưởng|thức|yên|định|nghĩa|chí",
    "đài -0 truyền_hình|phát_thanh|các|tưởng|quan_sát|nước|phun|sen",
    "tư_vấn|tuyển_sinh|đối_ngoại|nhân_viên|chuyên_viên|trung_tâm|giáo_viên|hồ_sơ|công_ty ~4 du_học",
    "<viện khu|đường|phố|phường|xã|kcn|tổ|cầu|chợ|bãi|làng|thôn -0 hàn|nhật|đài|đức|mỹ|ý|pháp|anh|cam|lào|nga|phi|áo|trung",
    "vườn|trồng|bóc|đóng|bán|hái|giống|nước -2 cam|úc_mít",
    "tủ|cấp|làm|kho|máy -0 đông_âu",
    "đã|từng|cựu ~6 về_nước",
    "tàu_cá|tàu|thuyền -1 nhật|hàn_quốc|đài_loan đóng|sản_xuất",
    "về_nước",
];

/// Work here that serves those who go, or customers there: whoever is hired for it stays, whatever else
/// is written.
pub(super) static STAYING: LazyLock<Patterns> = LazyLock::new(|| {
    let desks = "giáo_viên|gia_sư|trợ_giảng|phiên_dịch|thông_dịch|biên_dịch|biên_phiên_dịch|kế_toán|lễ_tân|telesale|quản_sinh|tư_vấn_viên|dạy_tiếng|kinh_doanh|sale|hướng_dẫn_viên|thủ_kho|thu_mua";
    let staff = "nhân_viên|chuyên_viên|cán_bộ|cộng_tác_viên|trưởng_phòng|trợ_lý|ctv";
    let matters = "tư_vấn|visa|hồ_sơ|tuyển_dụng|tuyển_nguồn|nguồn|đối_ngoại|pháp_chế|thị_trường|tuyển_sinh|quản_lý|phụ_trách|marketing|hành_chính|dịch_thuật|website|kinh_doanh|chứng_từ|mua_hàng|học_viên|xuất_khẩu|xuất_nhập_khẩu|phòng_vé|kho|qc|qa|nhân_sự";
    let phrases = [
        "remote|từ_xa".to_owned(),
        format!("^ ~2 {desks} !mầm_non"),
        format!("tuyển|cần|tìm|tuyển_gấp|cần_tuyển -2 {desks} !mầm_non"),
        format!("^ ~1 {staff} -3 {matters}"),
        format!("tuyển|cần|tìm|cần_tuyển -1 {staff} -3 {matters}"),
        "làm|làm_việc ~1 tại|ở ~1 {tỉnh}|kcn|khu_công_nghiệp|ccn".to_owned(),
        "công_tác|du_lịch|tham_quan|hội_chợ|tập_huấn ~5 mỗi_năm|hàng_năm|hằng_năm|mỗi_quý".to_owned(),
    ];
    Patterns::new(&phrases.iter().map(String::as_str).collect::<Vec<_>>())
});

/// Trade, travel and desks: where they are spoken of, weak words prove nothing.
pub(super) static OTHER_MATTERS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "remote|từ_xa|incoterms|chứng_từ|forwarder|booking|book_tàu|tờ_khai|hải_quan|hãng_tàu|container|cont|chuyển_phát|bưu_kiện|bưu_phẩm|chở_hàng|lô_hàng|cảng|vận_tải|vận_chuyển|logistics|xuất_hàng|xuất_sang|xuất_đi|hàng_xuất|gửi_hàng|giao_hàng|đóng_hàng|kiểm_hàng|xuất_nhập_khẩu|nhập_khẩu|may_mặc_xuất_khẩu",
        "xuất_khẩu !lao_động",
        "du_lịch|phòng_vé|khách_lẻ|khách_đoàn|đặt_vé|hướng_dẫn_viên|hành_khách|hội_chợ|tham_quan|công_tác|phụ_huynh|thăm_thân|dịch_thuật|du_khách|lữ_hành",
        "tour !lao_động|đi_làm",
        "khách|khách_hàng|đối_tác|chuyên_gia !sạn|quen",
        "công_ty_mẹ|đơn_hàng_may|tập_đoàn",
        "^ ~2 giáo_viên|gia_sư|trợ_giảng|phiên_dịch|biên_dịch|tư_vấn_viên|kế_toán|telesale|quản_sinh",
        "nhân_viên|chuyên_viên|cán_bộ|cộng_tác_viên|trưởng_phòng -2 tư_vấn|visa|hồ_sơ|tuyển_dụng|tuyển_nguồn|đối_ngoại|pháp_chế|kinh_doanh|thị_trường|tuyển_sinh|chăm_sóc|marketing|hành_chính|văn_phòng|dịch",
        "kcn|khu_công_nghiệp|cụm_công_nghiệp|ccn",
    ])
});
