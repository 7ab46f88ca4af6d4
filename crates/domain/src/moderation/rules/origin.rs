//! Ethnicity, religion or home as an exclusion or a preference: Employment Law 74/2025 art. 2.7, Labour
//! Code 45/2019 art. 3.8 and 8.1.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Peoples and regions.
const FOLK: &str = "kinh|dân_tộc|dân_tộc_thiểu_số|thiểu_số|mường|mông|hmong|h_mông|h_mong|dao|tày|nùng|khmer|khơ_me|khơ|chăm|ê_đê|gia_rai|ba_na|sán_dìu|thượng|đồng_bào|bắc|trung|nam|miền_bắc|miền_trung|miền_nam|miền_tây|miền_núi|miền_ngoài|miền_trong|miền|trong_nam|ngoài_bắc|ngoài_trung|vùng_cao|vùng_sâu|tây_bắc|tây_nguyên|tỉnh|tỉnh_khác|tỉnh_ngoài|tỉnh_lẻ|tỉnh_xa|ngoại_tỉnh|ngoài_tỉnh|khác_tỉnh|khác_huyện|huyện_khác|xã_khác|vùng_khác|vùng_miền|địa_phương|bản_địa|bản_xứ|trong_tỉnh|trong_huyện|trong_xã|gốc|quê|đồng_hương|cùng_quê|gốc_bắc|gốc_hoa|nơi_khác|nhập_cư|hoa";
/// Faiths.
const FAITH: &str = "theo_đạo|có_đạo|công_giáo|thiên_chúa|thiên_chúa_giáo|tin_lành|phật_giáo|đạo_hồi|hồi_giáo|cao_đài|hòa_hảo|bên_đạo|bên_lương|lương_giáo|tôn_giáo|đạo_thiên_chúa|đạo_tin_lành|tín_ngưỡng|giáo_dân|đi_lễ_nhà_thờ|theo_tôn_giáo|có_tôn_giáo|đạo_phật|bên_giáo|theo_tin_lành|theo_công_giáo";
/// Who.
const WHO: &str = "người|dân|lao_động|quê|công_nhân|ứng_viên|thợ|bạn|anh_em|ai|hồ_sơ|con_em|các_bạn|bạn_nào|gốc|đồng_hương|quê_quán|nguyên_quán|hộ_khẩu|hộ_khẩu_thường_trú|trai|gái|sinh_viên|dân_gốc|cư_dân|các_em|ng";

/// From here.
const NEAR: &str = "cùng_quê|cùng_xã|cùng_làng|cùng_huyện|cùng_thôn|cùng_tỉnh|đồng_hương|trong_xã|trong_làng|trong_huyện|trong_tỉnh|trong_vùng|trong_thôn|sở_tại|địa_phương|bản_địa|làng|xã_nhà|quê_nhà|cùng_đạo|cùng_dân_tộc|tại_chỗ";
/// From elsewhere.
const FAR: &str = "nơi_khác|vùng_khác|tỉnh_khác|ngoại_tỉnh|xứ_khác|làng_khác|xã_khác|huyện_khác|tỉnh_ngoài|phương_xa|xứ_lạ|chỗ_khác";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let takes = "tuyển|nhận|lấy|thuê|dùng|xét|tiếp|mướn|cần|chọn|chơi|chấp_nhận|làm_việc_với|ưu_tiên|tuyển_dụng|dành_cho";
    let phrases = [
        format!("không|chưa|chẳng|miễn|ngại|hạn_chế|trừ|ngoại_trừ|khỏi ~1 {takes}|tiếp? ~1 {WHO} -2 {FOLK}|{FAITH}|{{tỉnh}} !mới|xa_nhà"),
        format!(
            "không|chưa|chẳng ~1 {takes} ~2 {{tỉnh}}|{FAITH}|dân_tộc|thiểu_số|ngoại_tỉnh|tỉnh_khác|tỉnh_lẻ|tỉnh_xa|khác_tỉnh|vùng_cao|miền_núi|trong_nam|miền_tây|miền_trung|người_trung"
        ),
        format!("trừ|ngoại_trừ|miễn|né|riêng|không ~1 người|dân|quê|lao_động|mấy_bạn|các_bạn ~1 {FOLK}|{FAITH}|{{tỉnh}} ~9 không|thì|miễn|thôi|nhé|nha|thông_cảm"),
        format!("trừ|ngoại_trừ|miễn|né ~1 {WHO} -1 {FOLK}|{FAITH}|{{tỉnh}}"),
        format!("không|chẳng|chưa ~1 {FAITH}"),
        format!("chỉ ~1 {takes} ~1 {WHO} -3 {FOLK}|{FAITH}|{{tỉnh}} !có"),
        format!("chỉ ~1 {takes} -2 {{tỉnh}}|đồng_hương|con_em|người_làng|người_xã|trong_tỉnh|trong_huyện|trong_xã|bên_lương|người_lương|quê"),
        format!("{{ưu}} -3 {WHO} -3 {FOLK}|{{tỉnh}}|{FAITH} !xa|ở_xa"),
        "{ưu} -2 {tỉnh}|đồng_hương|quê|quê_quán|người_làng|người_kinh|cùng_quê|nguyên_quán|hộ_khẩu|dân_gốc".to_owned(),
        format!("người|dân|lao_động|ai|bạn_nào|{WHO} -1 {FOLK}|{FAITH}|{{tỉnh}} ~6 {{loại}}|càng_tốt|hẹn_đợt|thì_thôi|tính_sau|để_sau|đợi_đợt|đợi_thông_báo|không_ưu_tiên"),
        format!("^ {FAITH}|quê_{{tỉnh}}|ngoại_tỉnh|tỉnh_khác|tỉnh_ngoài|các_tỉnh_khác|huyện_khác ~6 {{loại}}|thôi|hẹn|đợi_thông_báo|tính_sau|không_hợp"),
        format!("{FAITH} ~5 {{loại}}|không_hợp|không_phù_hợp"),
        "quê|quê_quán|nguyên_quán|gốc|gốc_gác|hộ_khẩu|hộ_khẩu_thường_trú|hk -2 {tỉnh} ~4 {loại}|mới_xét|mới_nhận|thôi|được_ưu_tiên|ưu_tiên".to_owned(),
        "loại|gạch|bỏ|trả ~2 hồ_sơ|người ~1 quê|gốc|dân|người {tỉnh}".to_owned(),
        "quê_quán|nguyên_quán|hộ_khẩu|hộ_khẩu_thường_trú ~2 tại|ở|thuộc|miền|phải|yêu_cầu|ưu_tiên|{tỉnh}|bắt_buộc".to_owned(),
        "có|yêu_cầu|phải ~2 hộ_khẩu !bản|công|photo".to_owned(),
        "dân_tộc ~1 kinh|không|miễn".to_owned(),
        "người|là kinh !doanh|tế|nghiệm|phí|kỳ|lý|qua|khủng".to_owned(),
        "^ gốc|quê|dân|người {tỉnh}|bắc|hà_nội|miền_bắc|trung|miền_nam $".to_owned(),
        "nhận|tuyển|tìm|cần -3 gốc|quê {tỉnh}|bắc|hoa".to_owned(),
        "lý_lịch ~3 tôn_giáo|dân_tộc".to_owned(),
        "tôn_giáo ~1 không|lương|miễn".to_owned(),
        "phải|yêu_cầu|chỉ ~3 bên_lương|người_lương|lương_giáo|không_đạo".to_owned(),
        "giọng ~1 miền|bắc|nam|hà_nội|địa_phương|trung|nghệ|chuẩn_bắc !ca|đọc|ngọt".to_owned(),
        "không|chẳng ~1 nói ~1 tiếng_địa_phương|giọng_địa_phương|giọng|tiếng_nghệ".to_owned(),
        "không ~2 người #30-99 !tuổi|t|kg|km|cm".to_owned(),
        format!("chỉ ~1 {takes} -7 người|dân|quê|gốc {{tỉnh}}"),
        "trừ|ngoại_trừ|né {tỉnh} !tuyến|đi|khu_vực".to_owned(),
        // The numbers on the plates of Thanh Hóa, Nghệ An and Hà Tĩnh.
        "không|né|miễn|trừ ~2 người|dân|quê|biển|căn_cước|đầu_số|mấy_bạn ~1 #36-38 !tuổi|kg|người".to_owned(),
        "phân_biệt_vùng_miền_nhưng|nhưng_không_nhận_người".to_owned(),
        "ai|người|bạn_nào|công_nhân ~1 ngoại_tỉnh|tỉnh_khác|tỉnh_ngoài|tỉnh_lẻ ~4 {loại}|thôi".to_owned(),
        "chỉ ~1 {nhận} ~3 trong_tỉnh|trong_huyện|trong_xã|tại_địa_phương|địa_phương|nội_tỉnh|con_em".to_owned(),
        "ngoại_tỉnh|tỉnh_khác|ngoài_tỉnh thôi|miễn|loại|khỏi".to_owned(),
        // Whose home is here, and who comes from elsewhere.
        "quê|quê_quán|nguyên_quán|hộ_khẩu|thường_trú|gốc ~6 mới_xét|mới_nhận|mới_tuyển|mới_được|mới_cho|mới_lấy|mới_vào".to_owned(),
        format!(
            "người|dân|con_em|thợ|anh_em|lao_động|bà_con ~1 {NEAR} ~5 được_chọn|được_nhận|được_xét|được_tuyển|nhận_trước|chọn_trước|ưu_tiên|thì_nhận|vào_luôn|thì_vào|xét_trước|lấy_trước|thôi|là_chính"
        ),
        format!("{{ưu}}|chỉ|quen|phải -4 {NEAR} !nhà|gần|công_ty"),
        format!("chỉ|chủ_yếu ~3 giao|tìm|dùng|tuyển|nhận|quen|cho|lấy|xét|thuê ~3 người|thợ|dân|con_em ~1 {NEAR}"),
        format!("<chủ|sếp|quán|bên_em là|phải_là|phải ~1 người|dân|con_em|gốc ~1 {NEAR}|{{tỉnh}}"),
        format!("người|dân|lao_động|thợ -2 {FOLK}|{{tỉnh}}|{FAR} ~4 xin_mời|mời|đi|tìm ~1 chỗ_khác|nơi_khác"),
        format!("người|dân|lao_động|thợ|ai ~1 {FAR} ~8 bảo_lãnh|đặt_cọc|mới_nhận|bỏ_qua|không_giao|tính_sau|xét_sau|để_sau|mời|{{loại}}"),
        format!("^ {FAR}|bên_đạo|khác_đạo ~1 bỏ_qua|miễn|không_giao|không_nhận|thôi|đừng|khỏi|xin_miễn|không_lấy|không_tuyển"),
        "chỉ ~1 dân|người|thợ|con_em ~1 {tỉnh}".to_owned(),
        "tìm|cần|tuyển|nhận|lấy|chọn|{ưu} ~3 theo_đạo|cùng_đạo|theo_phật|phật_tử|giáo_dân|con_chiên|đạo_gốc|người_lương|bên_lương|người_công_giáo|ăn_chay_trường".to_owned(),
        "căn_cước|cước|đầu_số|mã_tỉnh ~3 #1-99 ~4 ưu_ái|ưu_tiên|ưa|không|miễn|thôi|loại|né|trừ|bỏ".to_owned(),
        "không|né|miễn|trừ ~2 dân|người|quê #3 #4|#6|#7|#8".to_owned(),
        "gốc|gốc_gác|quê|lý_lịch|nguyên_quán ~4 {tỉnh}|địa_phương|ở_đây|trong_làng ~4 càng_tốt|lợi_thế|càng_hay|càng_quý|là_nhất|được_cộng|thì_tốt".to_owned(),
        "#2-5 đời càng_tốt|càng_hay|trở_lên|ở_đây|ở_làng|ở_xã".to_owned(),
        "sinh_ra|lớn_lên|sinh_trưởng ~3 ở_đây|tại_đây|{tỉnh}|trong_làng|địa_phương|ở_làng|ở_xã|tại_xã|tại_huyện".to_owned(),
        "miền_núi|vùng_cao|ngoại_tỉnh|các_tỉnh ~3 tạm_thời|tạm|hiện|chưa ~1 không|nhận|dừng ~1 tuyển|nhận|lấy|{loại}".to_owned(),
        "{ưu} ~8 người|dân|quê|gốc ~1 {tỉnh} !đến|tới|về|đi".to_owned(),
        "tuyển|cần|tìm|gọi|nhận|thuê ~5 <khách|cho|chủ|sếp người|dân|quê|gốc {tỉnh} !đến|tới|về|đi".to_owned(),
        "có|đăng_ký ~1 thường_trú|hộ_khẩu ~2 tại|trên_địa_bàn|ở|thuộc|quận|huyện|xã|phường".to_owned(),
        "thường_trú ~1 trên_địa_bàn|tại_địa_bàn".to_owned(),
        "người|dân|lao_động ~1 tỉnh_ngoài|ngoại_tỉnh|ngoài_tỉnh|tỉnh_khác ~2 không|chưa|chỉ".to_owned(),
        "người|dân ~1 xã_mình|làng_mình|huyện_mình|trong_huyện|trong_xã|trong_làng ~3 trước|vào_trước|được_cộng|ưu_tiên|thì_nhận".to_owned(),
        "đồng_hương ~6 điểm_cộng|lợi_thế|ưu_tiên|được_cộng|càng_tốt".to_owned(),
        "kt3|tạm_trú ~1 không|miễn|chưa ~1 nhận|tuyển|xét".to_owned(),
        "người|dân|quê|gốc {tỉnh} ~1 đừng|khỏi|miễn|xin_miễn".to_owned(),
        "toàn|đều_là|toàn_là người {tỉnh} ~4 chỉ|nên".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "không|chẳng phân_biệt|kể|quan_trọng|kỳ_thị|xét|hỏi|kén ~6 tôn_giáo|dân_tộc|vùng_miền|quê_quán|quê|tỉnh|giọng|đạo|lương|miền",
            "khách|khách_hàng|bệnh_nhân|học_sinh ~6 theo_đạo|dân_tộc",
            "theo_đạo|dân_tộc ~2 đều|cũng|được_nghỉ",
            "bất_kể ~5 tôn_giáo|dân_tộc|vùng_miền|quê",
            "không|chẳng ~1 cần|yêu_cầu|phải|bắt_buộc ~1 hộ_khẩu|tạm_trú",
            "hỗ_trợ|phụ_cấp|trợ_cấp|bố_trí|có_chỗ_ở|chỗ_ở|xe_đón|xe_đưa|đón|đưa|phục_vụ|phiên_dịch|có_ký_túc_xá -6 ngoại_tỉnh|tỉnh_xa|ở_xa|người|đồng_bào|công_nhân|khách|bệnh_nhân|tỉnh_khác",
            "bản_sao|photo|công_chứng|sổ|giấy_tờ|nộp|gồm|giữ ~2 hộ_khẩu",
            "sổ_hộ_khẩu",
            "lao_động|tuyển_lao_động|công_nhân các_tỉnh|tỉnh_thành",
            "mọi|khắp|tất_cả|nhiều|toàn|ở_các|từ_các tỉnh|miền|vùng|quê|dân_tộc|nơi",
            "đặc_sản|món|ẩm_thực|văn_hóa|chợ|du_lịch|trường|ca_múa|trang_phục|hàng|bảo_tàng|nhạc_cụ|thổ_cẩm|tuyến_đường|giao_hàng|khu_vực|thị_trường|chi_nhánh|đại_lý|đi|chạy -4 dân_tộc|quê|miền|bắc|{tỉnh}",
            "khách|khách_hàng|đối_tác|bệnh_nhân ~2 {tỉnh}|miền|dân_tộc|tỉnh|kinh|người",
            "về_quê|xa_quê|nghỉ_tết|vé_xe|mọi_quê",
            "gần nhà|công_ty|khu|chợ",
            "ở gần",
            "làm_việc|làm|đi_làm ~1 trong_tỉnh|trong_huyện",
            "kinh doanh|tế|nghiệm|phí|kỳ|lý|môn|đô|bắc|dương|thành",
            "trong nhà|khu|công_ty|xưởng|kho|ngành|nghề|tháng|ngày|giờ|nước|đời|tuần|năm|ca",
            "tỉnh táo|giấc|đoàn|ủy",
            "cần|không|có|qua tay nghề|quay",
            "giọng -0 dễ|nói|đọc|hay|ấm|chuẩn|rõ|truyền_cảm|ngọt|tốt|hát",
            "bác|cô|chú|anh|chị|bạn|em -0 trai|gái ~1 chăm|trông|phụ|giúp|lái|nấu|giữ",
            "ai ~1 chăm|chịu|siêng|làm|cũng|có|muốn|biết",
            "nam châm|nữ|giới",
            "bạn|các_bạn|lao_động|ứng_viên|công_nhân|thợ|nhân_viên|kỹ_thuật_viên nam|nữ",
            "hoa hồng|tiêu|quả|màu|văn|cà|lan|tươi|sen",
            "dao kéo|động|cắt|thớt|phay|tiện|nhíp",
            "đạo cụ|diễn|đức|tạo|hàm",
            "dao_tao",
            "cao cấp|su|đẳng|lương|ráo|ốc|tầng",
            "mộng|giấc",
            "<gốc_gác|gốc|quê|quê_quán|hộ_khẩu|thường_trú|sinh_ra|lớn_lên tại|ở|làm_việc_tại|làm_tại {tỉnh} !người",
        ],
        &["không_phân_biệt", "không_kể", "bất_kể", "không_quan_trọng"],
        4,
    )
});

/// Words that choose by origin or faith, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_chosen_by_origin() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Không nhận người Nghệ An, Thanh Hóa",
        "k tuyen nguoi Thanh Nghe Tinh",
        "Ưu tiên người Hưng Yên",
        "uu tien lao dong que Thai Binh",
        "Chỉ nhận người Kinh",
        "không tuyển người dân tộc",
        "Không nhận người theo đạo",
        "ai theo Tin Lành xin miễn nộp hồ sơ",
        "người miền Trung bên mình không nhận",
        "Hộ khẩu Hà Nội, có xe máy",
        "ưu tiên có hộ khẩu tại Hải Dương",
        "Chỉ lấy người địa phương, ngoại tỉnh miễn",
        "k.h.ô.n.g nhận dân Nam Định",
        "tôn giáo: không",
        "Dân tộc Kinh, không tôn giáo",
        "Giọng Bắc, nói chuẩn",
        "không nói tiếng địa phương",
        "Quê Thanh Hóa thì bên em không nhận",
        "Ưu tiên đồng hương Hải Hậu",
        "ko nhận người Mông, người Dao",
        "chỉ tuyển người trong tỉnh",
        "không lấy lao động ngoại tỉnh",
        "Uu tien nguoi Bac",
        "trừ người Nghệ An",
        "né dân 36 37 nha",
        "người Công giáo không phù hợp",
        "Yêu cầu có hộ khẩu thành phố",
        "ưu tiên quê Vũ Thư",
        "miễn tiếp người miền Tây",
        "Không nhận người Thanh Hóa, Nghệ An",
        "ưu tiên người địa phương",
        "chỉ nhận người trong huyện",
        "người dân tộc miễn",
        "không theo đạo",
        "ưu tiên hộ khẩu Thái Bình",
        "người Kinh, không tôn giáo",
        "ngoại tỉnh thông cảm",
        "k lấy dân 36",
        "dân xứ Nghệ bên mình xin kiếu",
        "ưu tiên lao động Đông Hưng, Quỳnh Phụ",
        "cần người gốc Thái Bình",
        "không tuyển bạn nào quê miền trong",
        "ai theo đạo Công giáo thì không hợp",
        "chỉ lấy người làng cho dễ quản",
        "Người Bắc, nói giọng chuẩn",
        "bên lương thì nhận, bên giáo thì thôi",
        "lý lịch rõ ràng, hộ khẩu tại tỉnh",
        "ưu ái đồng hương Kiến Xương",
        "người vùng cao khó quản, không nhận",
        "không nhận lao động tỉnh khác",
        "trừ Nghệ Tĩnh ra thì nhận hết",
        "người tỉnh khác xin miễn",
        "nhận người Hưng Yên là chính, tỉnh khác không nhận",
    ];

    const LEFT_ALONE: &[&str] = &[
        "lam o Dong Hung, khong can tay nghe",
        "gia đình muốn tìm bác trai chăm sóc cụ",
        "không phân biệt, ai chăm chỉ là nhận",
        "giong de nghe, noi nang ro rang",
        "Không phân biệt vùng miền, tôn giáo, dân tộc",
        "Tuyển lao động các tỉnh, có ký túc xá",
        "Hỗ trợ người ngoại tỉnh tiền thuê nhà",
        "Ưu tiên người ở gần công ty",
        "Làm việc tại Thái Bình, Nam Định",
        "Cần người kinh doanh, kinh nghiệm một năm",
        "Xe đón công nhân từ Tiền Hải, Kiến Xương",
        "Đặc sản dân tộc, món ăn miền Trung",
        "Giáo viên trường dân tộc nội trú",
        "Phụ trách thị trường miền Bắc",
        "tuyen lao dong nam nu, co dao tao",
        "Tuyển nhân viên giao hàng tuyến Hà Nội - Hải Phòng",
        "Nộp bản sao sổ hộ khẩu, căn cước",
        "Không yêu cầu hộ khẩu, tạm trú là được",
        "Thợ mài dao, kéo cắt vải",
        "Cắm hoa tươi, hoa hồng 5 phần trăm",
        "nguoi o xa co cho o, tinh nao cung nhan",
        "Nhân viên bán hàng tại cửa hàng Hưng Yên",
        "Phiên dịch tiếng Mông cho bệnh nhân",
        "Nhà hàng món Huế tuyển phụ bếp",
        "Vé xe về quê dịp Tết cho công nhân",
        "Nguoi trong kho, nguoi trong xuong phoi hop",
        "Ưu tiên người có kinh nghiệm, tỉnh táo",
        "Uu tien nguoi da lam tai Bac Ninh",
        "chi tuyen nguoi co trach nhiem, lam lau dai",
        "Công nhân quê xa được công ty thuê xe",
        "tuyen dung nguoi tai Ha Nam",
        "không phân biệt vùng miền",
        "xe đưa đón người ở xa",
        "làm ở Thái Bình",
        "hỗ trợ nhà trọ cho người tỉnh xa",
        "biết tiếng Mông",
        "tuyển toàn quốc",
        "giao hàng cho khách Nghệ An",
        "bán đặc sản Thanh Hóa",
        "công ty ở Nghệ An",
        "nhân viên thị trường Hà Nam",
        "ai ở gần đi lại cho tiện",
        "sổ hộ khẩu photo",
        "không quan trọng quê quán",
        "quê đâu cũng được",
        "người theo đạo được nghỉ Noel",
        "nhà máy tại Thanh Hóa tuyển thợ hàn",
    ];
}
