//! A worker's sex as a condition or a preference: Employment Law 74/2025 art. 2.7, Labour Code
//! 45/2019 art. 8.1 and 136.

use crate::moderation::numbers;
use crate::moderation::pattern::Patterns;
use crate::moderation::phrases::Phrases;
use crate::moderation::reading::{Gap, Reading};
use std::ops::Range;
use std::sync::LazyLock;

/// Words for one sex.
const SEX: &str = "nam|nữ|nam_giới|nữ_giới|phụ_nữ|đàn_ông|đàn_bà|con_gái|con_trai|chị_em|chị_em_phụ_nữ|phái_nam|phái_nữ|phái_đẹp|phái_mạnh|phái_yếu|bạn_nữ|bạn_nam|bạn_gái|bạn_trai|các_bạn_nữ|các_bạn_nam|các_bạn_gái|các_bạn_trai|các_chị|các_anh|chị_phụ_nữ|các_cô_gái|thanh_niên_nam|nam_thanh_niên|nữ_sinh|nam_sinh|cánh_mày_râu|cánh_đàn_ông|lao_động_nữ|lao_động_nam|các_em_nữ|các_em_nam|mày_râu|quý_ông|female|male";
/// Who is hired.
const WHO: &str = "bạn|em|lao_động|công_nhân|nhân_viên|người|ứng_viên|cháu|thợ|lễ_tân|phục_vụ|bảo_vệ|tạp_vụ|kế_toán|thư_ký|trợ_lý|giúp_việc|thu_ngân|lao_công|bán_hàng|phụ_bếp|đầu_bếp|bếp|tài_xế|lái_xe|kỹ_thuật_viên|kỹ_thuật|kỹ_sư|cộng_tác_viên|ctv|pg|telesale|tư_vấn_viên|tư_vấn|giao_hàng|shipper|thủ_kho|kiểm_kho|phụ_kho|kho|bốc_xếp|phụ_xe|phụ_hồ|công_nhân_viên|quản_lý|giáo_viên|giáo_viên|gia_sư|hộ_lý|điều_dưỡng|y_tá|dược_sĩ|sinh_viên|học_sinh|nghiệp_vụ|vệ_sinh|thời_vụ|phổ_thông|văn_phòng|may|qc|kcs|đóng_gói|lắp_ráp|hàn|tiện|vận_hành|order|bồi_bàn|pha_chế|barista|bưng_bê|chạy_bàn|rửa_bát|đứng_quầy|livestream|mẫu|người_mẫu|model|tiếp_tân|tiếp_viên|nhân_sự|thủ_quỹ|hướng_dẫn_viên|huấn_luyện_viên|hlv|cắt_may|vắt_sổ|là_ủi|kiểm_hàng|bảo_trì|cơ_khí|thợ_máy|lễ_tân_khách_sạn|chạy_máy|đứng_máy|bế_em|nấu_ăn|phụ_quán|phụ_việc|lao_động_phổ_thông|bác|chú|cháu_bé|đội|nhóm|tổ|trông_xe|trông_trẻ|bảo_mẫu|admin|quản_đốc|tổ_trưởng|chuyên_viên|trưởng_phòng|giám_sát|trưởng_nhóm|kinh_doanh";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        format!("chỉ|duy_nhất|toàn ~2 tuyển|nhận|lấy|cần|dành|dùng|tìm|phù_hợp|thích_hợp|thuê|mướn|chọn|xét|hợp|dành_cho -3 {SEX}"),
        format!("chỉ {SEX}"),
        format!("{SEX} ~2 không_kham|không_kham_nổi|không_làm_nổi|không_theo_nổi|không_vác|không_vác_nổi|không_chịu_nổi|khó_theo|khó_làm|khó_kham"),
        "nhờ|tìm|cần|thuê|muốn|kiếm ~3 bác_trai|bác_gái|ông_chú|chú_hoặc_bác|chú_hoặc_anh|cô_hoặc_bác|cô_hoặc_chị !chăm".to_owned(),
        "cần|tuyển|tìm|thiếu ~1 #1-50 nam|nữ !năm|kinh_nghiệm|định|tháng|lam|làm_việc".to_owned(),
        "^ phụ_nữ|nữ|nam|nữ_giới|nam_giới không|chưa|đã ~2 mang_bầu|mang_thai|có_bầu|chồng|vợ|vợ_con|gia_đình|con|xăm|nghiện|hút|cờ_bạc|tiền_án".to_owned(),
        format!("{{ưu}}|đánh_giá_cao -3 {SEX}"),
        format!("ưu_tiên|tuyển|cần|tìm|nhận ~1 giới_tính ~1 {SEX}"),
        format!("tuyển|cần|tìm|nhận|lấy|kiếm|thuê|mướn|thiếu|bổ_sung|tuyển_gấp|cần_gấp|cần_tìm|cần_tuyển|tuyển_thêm -1 #? -1 {SEX}"),
        format!("tuyển|cần|tìm|nhận|lấy|kiếm|thuê|mướn|thiếu|bổ_sung|gấp -2 {WHO} -3 {SEX}"),
        format!("tuyển|cần|tìm|nhận|lấy|kiếm|thuê|mướn|thiếu ~2 #1-300 ~1 {SEX}"),
        format!("tuyển|cần|tìm|kiếm|nhận -4 là {SEX}"),
        "tuyển|cần|tìm|kiếm|nhận|thiếu -2 gái|trai|trai_trẻ|trai_khỏe|gái_trẻ !cây|gà|lợn|bò|vịt|heo|giống|ương|nấm|trẻ_em".to_owned(),
        format!("giới_tính|giới|sex|gender ~2 {SEX}"),
        format!("yêu_cầu|phải|bắt_buộc|điều_kiện|cụ_thể ~2 là? {SEX}"),
        format!("không|chưa|miễn|ngưng|ngừng|hết|tạm_ngưng ~1 tuyển|nhận|lấy|thuê|tiếp|xét|cần|mướn|phù_hợp|hợp ~2 {SEX}"),
        format!("{SEX} ~4 {{loại}}"),
        format!("{SEX} -3 được_xét_trước|được_ưu_tiên|xét_trước|là_lợi_thế|là_một_lợi_thế|ưu_tiên|lợi_thế|càng_tốt|thì_tốt|được_cộng_điểm|ưu_tiên_hơn"),
        format!("{SEX} tuổi? từ? #15-70 !kinh_nghiệm|tháng|lần"),
        format!("{SEX} ~1 độ_tuổi|tuổi_từ|dưới_#|trên_#|không_quá|từ_#|tối_đa|khoảng_#|tuổi"),
        format!("^ là {SEX}"),
        format!("{WHO} ~1 là {SEX}"),
        format!("công_việc|việc|vị_trí|ca|khâu ~2 chỉ|rất? phù_hợp|thích_hợp|hợp|dành ~2 {SEX}"),
        format!("phù_hợp|thích_hợp ~1 với|cho ~1 {SEX}"),
        "^ #1-500 nam|nữ !kinh_nghiệm".to_owned(),
        format!("{WHO} nam|nữ|nam_giới|nữ_giới !giới_tính"),
        "nhân_viên|công_nhân|thợ|kỹ_sư|chuyên_viên|trưởng_phòng|tài_xế|lái_xe|kỹ_thuật_viên|phiên_dịch|trợ_lý|thư_ký -4 nam|nữ $".to_owned(),
        "nam|nữ|nam_giới|nữ_giới ~1 độc_thân|ngoại_hình|chưa_chồng|chưa_vợ|có_ngoại_hình|ưa_nhìn|khỏe|khỏe_mạnh|có_sức_khỏe|có_sức|cao_từ|biết|tốt_nghiệp|chưa|đã_sinh|đã_lập_gia_đình|đã_có_gia_đình|siêng|chăm|chăm_chỉ|nhanh_nhẹn|trung_thực|thật_thà|khéo|khéo_tay|cẩn_thận|trẻ|xinh|dưới".to_owned(),
        format!("dành_cho|cho|hợp_với|riêng_cho|dành_riêng ~1 phái|các|bạn|anh? ~1 {SEX}"),
        format!("trừ|ngoại_trừ {SEX}"),
        "^ nam|nữ thôi|nhé|nha|ạ|ưu_tiên|only|giới $".to_owned(),
        "nam|nữ|con_gái|con_trai|đàn_ông|phụ_nữ|nam_giới|nữ_giới thôi|only".to_owned(),
        "^ nam|nữ ~1 #14-60 đến|tới|- #18-70".to_owned(),
        // One of a couple of kin terms, with what they are to do.
        "cần|tuyển|tìm|kiếm|thuê|mướn|thiếu -1 mấy|các|vài|thêm|một|#1-9? <anh|các_anh chị|cô|chú|o|thím ~1 nào|bảo_vệ|giúp_việc|tạp_vụ|lao_công|phụ_bếp|thu_ngân|biết|nấu|làm|rửa|trông|phụ|giúp|dọn|may|bán|có|đứng|giữ|lau|chạy !em|tiêu|số|tiết|nhánh|phí".to_owned(),
        "cần|tuyển|tìm|kiếm|thuê|mướn|thiếu -1 mấy|các|vài|thêm|một|#1-9? anh nào|biết|lái|bốc|bảo_vệ|trông|khỏe|chạy|giao|làm|có|phụ|hàn|đứng !chị|em".to_owned(),
        "^ chị|cô|các_chị|mấy_chị|các_cô|mấy_cô|thím nào|biết|khéo|rảnh|có_tay_nghề|quen !em".to_owned(),
        format!("{SEX} -3 hợp|phù_hợp|thích_hợp|khéo|chắc_tay|làm_tốt|được_việc hơn|nhất"),
        format!("hợp|phù_hợp|thích_hợp ~1 nhất|hơn ~2 {SEX}"),
        format!("dĩ_nhiên|đương_nhiên|tất_nhiên|tốt_nhất|nên ~1 là {SEX}"),
        "toàn ~1 nam|nữ|chị_em|đàn_ông|con_trai|con_gái|đàn_bà ~2 nên|vì_thế|cần|tuyển|thôi".to_owned(),
        "thêm|bổ_sung|thay ~2 nam|nữ|chị_em|bạn_nam|bạn_nữ|lao_động_nam|lao_động_nữ ~1 làm|cho|vào|thay".to_owned(),
        format!("ngành|nghề|việc|khâu|chỗ ~2 này ~3 hợp|dành|cần|chỉ|phải ~3 {SEX}|các_anh|các_chị"),
        "^ nữ|nữ_giới $".to_owned(),
        "^ con_gái|con_trai|bạn_nữ|bạn_nam|nam_thanh_niên !của|đầu|út|và".to_owned(),
        "^ nam|nam_giới|chị_em_phụ_nữ|phụ_nữ $".to_owned(),
        format!("^ nữ|nam|nữ_giới|nam_giới {WHO}"),
        "^ nữ|nam bán|làm|đứng|phụ|trông|chạy|lau|dọn|nấu|rửa|may|đóng|chăm|giao|lái|hàn|bốc|phục_vụ|tạp_vụ|giúp".to_owned(),
        "đủ|nhiều|thừa ~1 nam|nữ ~1 rồi".to_owned(),
        "miễn_là|miễn nam|nữ".to_owned(),
        "tuyển_dụng|tuyển ^ nam|nữ".to_owned(),
        "các_anh|các_chị|anh_em|chị_em|nam|nữ|đàn_ông|phụ_nữ ~2 {loại}|thông_cảm|hẹn_đợt_sau".to_owned(),
        // A sentence that begins with whom it wants.
        "^ bác_trai|bác_gái|các_bạn_trai|các_bạn_gái|các_bạn_nữ|các_bạn_nam|bạn_trai|bạn_gái|phái_mạnh|phái_đẹp|phái_yếu|phái_nữ|phái_nam|chị_em|cánh_mày_râu|các_anh_trai|các_cô_gái|quý_ông|thanh_niên_nam|trai_trẻ|gái_trẻ|đàn_ông|phụ_nữ|đàn_bà !của|và|chúng|ơi|hay|hoặc".to_owned(),
        "^ nữ|nữ_giới|phụ_nữ|con_gái|nam|nam_giới|con_trai|đàn_ông|trai|gái -2 dáng|mặt|cao|nặng|da|tóc|sức_khỏe|khỏe|chăm|thật|hiền|sạch|gọn|tốt|có|biết|chịu|không|chưa|giọng|ngoại_hình|hình_thức|tuổi|khoảng|tầm|từ|dưới|trên|trẻ|trung_niên|lớn_tuổi|đứng_tuổi|ăn_nói|giỏi|nói|vui|ưu_tiên|mạnh|xốc_vác|làm_được|đi_được|ở_lại|ăn_ở|tốt_nghiệp|học|năng_động|lanh|lanh_lợi|tháo_vát|siêng|trung_thực|cẩn_thận|tỉ_mỉ|khéo|sinh_năm|độ_tuổi|cần|muốn|rành|thạo|hoạt_bát|nhiệt_tình|nhanh|vô|vào|qua|ra|đi".to_owned(),
        "mấy|các|những|đứa|bạn|em|cô|cậu ~1 con_gái|con_trai|bạn_gái|bạn_trai|chị_em|bạn_nữ|bạn_nam ~1 nào|muốn|nghỉ|rảnh|cần|thích|có_nhu_cầu|đang|làm|chạy|bán|đứng|phụ|ca".to_owned(),
        "đơn|suất|slot|chỉ_tiêu|số_lượng -2 #? nam|nữ !và|hoặc|nữ|nam|lẫn|kinh_nghiệm".to_owned(),
        // Kin terms say the sex as well.
        "cần|tuyển|tìm|kiếm|thuê|mướn|thiếu|nhận -2 bác_trai|bác_gái|anh_trai|cô_gái|chàng_trai|bà_già|ông_già !nào".to_owned(),
        "cần|tuyển|tìm|kiếm|thuê|mướn|thiếu -1 một|#1-9|vài cô|chú|o|dì|thím|chị|anh|bác_trai|bác_gái|ông|bà !nuôi|giáo|nhánh|ý|em|chị|tiết|phí|tiêu|bộ|nào|số|ty|ca".to_owned(),
        "một|#1-9 cô|chú|o|dì|thím|chị|anh rửa|giữ|nấu|phụ|trông|lau|dọn|bán|chạy|lái|bảo_vệ|tạp_vụ|bốc".to_owned(),
        "vợ|bà|chị|mẹ -1 nhà_mình|em cần|tìm ~2 cô|chị giúp_việc".to_owned(),
        "cánh|phe|hội|giới|phận ~1 đàn_ông|mày_râu|nữ_nhi|chị_em|đàn_bà|con_gái|con_trai ~3 hợp|mới|làm|ưu_tiên|thôi".to_owned(),
        format!("việc|kho|môi_trường|hàng|vì ~3 nặng|nhẹ|vất_vả|nguy_hiểm|tỉ_mỉ|khéo_léo ~3 nên|chỉ|hợp|phù_hợp ~3 {SEX}"),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            // Both.
            "nam|nữ|nam_giới|phụ_nữ|nữ_giới|trai|đàn_ông và|hoặc|hay|lẫn|với|cùng|cũng_như|hoặc_là? nam|nữ|nam_giới|nữ_giới|gái|phụ_nữ|đàn_ông !{loại}|không_nhận|không_lấy|xin|thì|đừng|thôi|khỏi|vui_lòng",
            "nam nữ|nữ_giới !{loại}|không_nhận|không_lấy|xin|thì|đừng|thôi|khỏi|vui_lòng",
            "nam ~3 nữ ~3 đều|cũng_được|được_hết|tuyển_hết|ok_hết",
            "nữ|phụ_nữ nam !{loại}|không_nhận|không_lấy|xin|thì|đừng|thôi|khỏi|vui_lòng",
            "trai gái",
            "cả nam|nữ|trai",
            "không phân_biệt|kể|quan_trọng|yêu_cầu|giới_hạn|kén|kỳ_thị|bắt_buộc|ngại|xét ~4 nam|nữ|giới_tính|giới",
            "giới_tính không|bất_kỳ|nam_nữ|nào|khác|gì",
            "giới -0 không|bất_kỳ|nào|khác|tính_nào",
            "bất_kể|bất_kì ~1 nam|nữ|giới_tính",
            "nam|nữ đều|cũng|gì|sao_cũng|ok_hết|đều_ok ~1 được|nhận|ok|tuyển|làm|cũng",
            "bình_đẳng ~1 nam_nữ|giới|giới_tính",
            // Places.
            "việt|vn|hà|miền|phía|quảng|hồ|cộng_hòa|bắc|chi_nhánh_phía|khu_vực|hướng|thị_trường|trong|tây -0 nam !giới",
            "miền|phía|hướng|khu_vực|cửa|ban_công ~1 đông_nam|tây_nam|nam",
            "xã|phường|huyện|thôn|thị_trấn|quận|khu|làng -0 nam",
            "xã|phường|thị_trấn|thôn -1 nam",
            "<giới tỉnh -0 nam",
            "nam -0 định|phi|mỹ|hàn|á|bộ|đàn|trung_bộ|kỳ|cực|phong|trực|sách|từ_liêm|triều_tiên|cường|á|vang|long|hà|trung|bắc|sài_gòn|mỹ|ninh|tiến|dược|đàn|thái_lan|hải_vân|giang|châu|thăng_long|đông|tây|hồng|hưng|an_khánh|trường|phương|việt|dương|sơn|sudan|tân_uyên|đông_hà",
            "đông_nam á|bộ",
            "đường|phố|trường|nhà_văn|thpt nam cao",
            // Things and their users.
            "quần|quần_âu|quần_tây|quần_bò|quần_jean|quần_short|quần_lót|quần_kaki|quần_đùi -0 nam|nữ !phục_vụ|bán",
            "may|bán|sản_xuất|thiết_kế|cắt -1 quần|áo|giày|đồ|vest -2 nam|nữ !phục_vụ|bán",
            "trang_sức|vàng|bạc|tiệm ~9 nhẫn -0 nam|nữ",
            "sinh_viên|sv|học_viên -0 năm #1-6|nhất|hai|ba|tư|cuối|bốn",
            "cá_nhân -2 năm",
            "áo|giày|dép|vest|sơ_mi|đồng_phục|thời_trang|ký_túc_xá|ký_túc|phòng|phòng_ở|khu|quần_áo|mặt_hàng|hàng_hiệu|mẫu|đồ|váy|khách|túi|khu_trọ|nhà_vệ_sinh|tất|đồ_lót|đồ_ngủ|nước_hoa|dây_lưng|thắt_lưng|phụ_kiện|mũ|len|sandal|boot|com_lê|ví|tóc|cắt_tóc|trang_phục|shop|size|nội_y|vải|giầy|toilet|wc|phòng_thay_đồ|kiểu|form -2 nam|nữ !phục_vụ|bán|làm",
            "nam châm|trang",
            "nữ trang|công_gia_chánh|hoàng|thần|hộ_sinh|hộ",
            "phụ_nữ|lao_động_nữ|nữ|chị_em|nữ_giới|công_nhân_nữ|nhân_viên_nữ -3 mang_thai|mang_bầu|nuôi_con|sau_sinh|sinh_con|thai_sản|có_thai|có_bầu|đang_nuôi|được_nghỉ|được_về_sớm|nghỉ_30_phút|có_con_nhỏ|hành_kinh|được_tặng|có_quà|ngày",
            "hỗ_trợ|chế_độ|quyền|bảo_vệ_quyền|chăm_lo|phúc_lợi|bình_đẳng|quà|tặng|chúc|nghỉ|hội|câu_lạc_bộ|quyền_lợi|trợ_cấp|phụ_cấp ~3 nữ|phụ_nữ|nữ_giới|nữ_công|nữ_công_nhân|lao_động_nữ|chị_em",
            "ban|ngày|lễ nữ_công|phụ_nữ",
            "quà|mùng_8|8_3|20_10 ~8 nữ|phụ_nữ|chị_em",
            "chăm|trông|dạy|giữ ~4 bé|cháu|cụ nam|nữ",
            "người_già|cụ|ông|bà|khách_hàng|bệnh_nhân|học_sinh|học_viên|bệnh|trẻ|hội_viên -2 nam|nữ|phụ_nữ",
            "%|phần_trăm ~3 nam|nữ|phụ_nữ|lao_động_nữ|lao_động_nam",
            "tỷ_lệ|đa_số|phần_lớn|chủ_yếu|phần_đông|số_lượng|hơn_nửa|hiện_có|đang_có ~2 là? nam|nữ|phụ_nữ|chị_em !làm",
            "chăm_sóc|khám|bệnh|sản_phẩm|phục_vụ|thời_trang|tạp_chí|mỹ_phẩm|dịch_vụ|tư_vấn ~2 phụ_nữ|nữ_giới|phái_đẹp|nam_giới|chị_em",
            // Mushrooms without their marks.
            "nam linh_chi|rơm|bào_ngư|sò|hương|mỡ|kim_châm|mối|đùi_gà|tươi|khô|đông_cô|mèo|tai_mèo|bịch|phôi",
            "hái|trồng|trại|bịch|phôi|giàn|cắt|thu_hoạch|sấy|nhà|xưởng|lò|meo -0 nam !giới|nữ",
            "phụ_nữ|nam_giới|nam|nữ|chị_em ~1 và|với|cùng trẻ|trẻ_em|trẻ_nhỏ|em_bé|mẹ_bầu",
            "bánh|mít gai|gái",
            "anh chị|chị_em",
            "con_trai|con_gái ~1 con_gái|con_trai",
            "cho con_trai|con_gái ~2 khách|chủ|sếp|gia_đình",
            "chị_em|phụ_nữ|lao_động_nữ -2 có|được ~1 phòng|quà|tặng|nghỉ|chế_độ|hưởng|khám",
            "lớp|dạy_nghề|dự_án|hội_thảo|yoga|gym|zumba|khóa|spa|shop|sản_phẩm|câu_lạc_bộ|salon|tiệm|cửa_hàng -2 cho -1 phụ_nữ|chị_em|nam|nữ|nam_giới|nữ_giới|phái_đẹp|quý_ông",
            "chị_em|phụ_nữ|đàn_ông|bạn_gái|bạn_trai -1 ơi|bán|mua|đặt_hàng",
            "trái_cây|trai_cây",
        ],
        &[
            "không_phân_biệt",
            "không_kể",
            "không_yêu_cầu",
            "không_giới_hạn",
            "bất_kể",
            "không_quan_trọng",
            "không_cần",
            "không_kén",
            "không_bắt_buộc",
        ],
        4,
    )
});

/// Words beside "nam" that make it a year where nobody writes marks.
static YEAR: LazyLock<[Patterns; 3]> = LazyLock::new(|| {
    [
        Patterns::new(&["mỗi|hàng|hằng|từng|cuối|đầu|nửa|cả|trong|qua|mấy|nhiều|vài|trọn|quanh|suốt|sang|sau|giữa|theo|một|từ|vào|lâu|các|những|hết|tết|tròn|đủ"]),
        Patterns::new(&[
            "thứ|nay|ngoái|sau|trước|đầu|cuối|tới|kinh_nghiệm|kn|học|mới|liên_tiếp|liền|gần_đây|bảo_hành|thành_lập|qua|#1900-2100|sinh_#|sinh_từ|sinh|trở_lên|nữa|tiếp_theo|công_tác|hoạt_động|phát_triển|thì|rồi|đi_làm|tài_chính|một_lần|hai_lần|làm_việc|trong_nghề",
        ]),
        Patterns::new(&["tuyển|cần|tìm|nhận|lấy|kiếm|thuê|thiếu|gồm|tuyển_dụng"]),
    ]
});

/// Whether a token is "nam" and may mean a year.
fn is_year(reading: &Reading, at: usize) -> bool {
    if reading.tokens[at].base != "nam" || !reading.is_ambiguous(at) {
        return false;
    }
    let [before, after, hires] = &*YEAR;
    if after.at(reading, at + 1).is_some() && reading.tokens[at + 1].gap == Gap::None {
        return true;
    }
    let Some(last) = at.checked_sub(1).filter(|_| reading.tokens[at].gap == Gap::None) else {
        return false;
    };
    // "cần 2 nam": people; "hợp đồng 2 nam": years.
    let is_number = reading.tokens[last].number.is_some() || numbers::digit(reading, last).is_some() || matches!(reading.tokens[last].base.as_str(), "muoi" | "chuc" | "ruoi");
    if is_number {
        let beginning = reading.tokens[last].gap != Gap::None && reading.tokens[last].number.is_some();
        // "Tối thiểu 3 năm" lacks nobody.
        let is_least = |at: usize| at > 0 && reading.tokens[at].base == "thieu" && reading.tokens[at - 1].base == "toi";
        return !beginning && !(at.saturating_sub(4)..last).any(|at| !is_least(at) && hires.at(reading, at).is_some_and(|end| end <= last));
    }
    before.at(reading, last).is_some_and(|end| end == at)
}

/// Words that ask for a sex, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    let other = ["nu", "dan", "con", "phai", "chi", "cac", "phu", "trai", "gai", "ban", "gioi"];
    let by_words = PHRASES.find(reading).into_iter().filter(|hit| {
        let is_sure = |at: usize| reading.tokens[at].base == "nam" && !is_year(reading, at);
        hit.clone().any(is_sure)
            || !hit.clone().any(|at| reading.tokens[at].base == "nam")
            || hit
                .clone()
                .any(|at| other.contains(&reading.tokens[at].base.as_str()) && reading.tokens[at].base != "chi" && reading.tokens[at].base != "ban")
    });
    by_words.chain(faces(reading)).collect()
}

/// Pictures of a man or a woman after who is hired: "cần 👩 phụ bếp". Both are no choice.
fn faces(reading: &Reading) -> Vec<Range<usize>> {
    static HIRES: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["{nhận}|{ưu}|chỉ|dành_cho|hợp|không"]));
    let (women, men) = (['👩', '👧', '👵', '♀', '🚺', '👸'], ['👨', '👦', '👴', '♂', '🚹', '🤴']);
    let shows = |at: usize| {
        let signs = &reading.tokens[at].signs;
        signs.contains(women) != signs.contains(men)
    };
    let hires = |at: usize| (at.saturating_sub(3)..at).any(|from| HIRES.ends(reading, from).any(|end| end <= at));
    (1..reading.len()).filter(|at| shows(*at) && hires(*at)).map(|at| at - 1..at + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_chosen_by_sex() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Tuyển 5 lao động nữ làm việc tại xưởng bánh",
        "tuyen nv kho nam, lam ca dem",
        "Yêu cầu: Nam, tốt nghiệp trung cấp điện",
        "gioi tinh: nam",
        "Cần tìm bạn nữ bán trà sữa ca tối",
        "Ưu tiên nam vì phải bốc vác",
        "uu tien cac ban nu lam duoc lau dai",
        "Chỉ nhận phụ nữ trung niên phụ bếp",
        "nam 20-35t, co xe may",
        "Nữ, từ 18 đến 30",
        "k nhan nam",
        "Nữ nhân viên văn phòng biết tiếng Trung",
        "Tuyển nam bảo vệ ca đêm",
        "can 2 nam boc vac, 1 nu nau an",
        "Công việc phù hợp với nữ hơn",
        "các anh thông cảm, đợt này chỉ lấy nữ",
        "t.u.y.ể.n n.ữ phục vụ",
        "tuyển thợ hàn nam có tay nghề",
        "Lễ tân (nữ) làm giờ hành chính",
        "Vị trí này dành cho nam giới",
        "con gai lanh loi, biet an noi",
        "Phải là con trai vì ở chung phòng",
        "Tuyển giúp việc nữ, ăn ở tại nhà",
        "nu thoi nhe, nam du roi",
        "Yeu cau gioi tinh nu, sieng nang",
        "Cần nữ đứng quầy",
        "tuyen nam nhan vien giao hang",
        "bạn nữ được ưu tiên hơn",
        "Nam khỏe mạnh làm kho lạnh",
        "Ưu tiên ứng viên là nữ",
        "không phù hợp với nữ, chỉ nam",
        "Cần tìm một chị giúp việc theo giờ",
        "Bên em đang thiếu 3 bạn nữ đứng máy",
        "tuyen gap nu ban hang, luong 6tr",
        "Chị em nào rảnh làm thêm may gia công nhé",
        "Cần tuyển gái quán nhậu",
        "Nam khỏe, bốc vác được",
        "Nu, biet may, lam lau dai",
        "Vị trí kho chỉ phù hợp nam",
        "nữ phụ bếp, nam chạy bàn",
        "Yêu cầu giới tính Nữ",
        "Thợ điện nước (nam)",
        "can 1 nam lam kho",
        "Thanh niên nam có xe máy đi giao hàng",
        "ko lấy nữ vì việc nặng",
        "bạn nam nào biết lái xe nâng thì vào",
        "Tuyển lao động nữ từ 18 tuổi",
        "Công việc hợp với chị em phụ nữ",
        "Đầu bếp nam chính, 3 năm kinh nghiệm",
        "tuyển lái xe (nam) hạng C",
        "Tuyển thợ phụ nam",
        "công ty chỉ tuyển nam vì ca đêm",
        "bên mình cần nam khoẻ để khuân vác",
        "chỉ tuyển lao động nam cho tổ hàn",
        "việc này con gái làm hợp hơn",
        "tuyển bạn gái trẻ trung làm lễ tân",
        "nữ từ 20 tuổi, hoạt bát",
        "Cần các chị em biết vắt sổ",
        "Trợ lý giám đốc (nữ), biết tiếng Trung",
        "nam 18t trở lên",
        "1 nữ kế toán, 1 nam kho",
        "cần tuyển 2 nv nữ",
        "nhà hàng cần 2 bạn nam chạy bàn",
        "tuyển n.ữ may công nghiệp",
        "bạn trai nào khỏe thì qua kho phụ",
        "Ngành này hợp với các anh hơn, chị em xin thông cảm",
        "Bên em cần các bạn nữ",
        "Yêu cầu nam giới có sức khoẻ",
        "Cần nam làm bảo vệ, nữ làm tạp vụ",
        "Nam lái xe nâng có chứng chỉ",
        "Mình cần mấy chị làm theo giờ",
        "ưu tiên bạn gái có giọng nói hay",
        "xưởng chỉ nhận n a m, nữ không nhận",
        "Kế toán kho - Nữ",
        "Đối tượng: Nam",
        "giới tính Nam, có bằng lái",
        "cần chị nào biết nấu ăn cho thợ",
        "Vị trí lễ tân: ưu tiên nữ",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Nam hoặc nữ, từ 18 tuổi, chăm chỉ",
        "Tuyển công nhân nam nữ, không phân biệt",
        "tuyen nam, nu lam gio hanh chinh",
        "nam nu deu duoc, mien lam du ca",
        "kinh nghiem 2 nam, tot nghiep nam 2023",
        "Ít nhất 3 năm kinh nghiệm, làm tại Nam Định, Hà Nam",
        "hop dong 1 nam, moi nam tang luong mot lan",
        "tuyen ke toan 3 nam kinh nghiem",
        "Công ty TNHH Việt Nam, khu vực miền Nam",
        "bán thời trang nữ, giày dép nam",
        "Ký túc xá nữ riêng, có bảo vệ",
        "Phòng thay đồ nam và nữ riêng",
        "May quần tây nam, áo vest nữ",
        "Quà mùng 8 tháng 3 cho lao động nữ",
        "Lao động nữ nuôi con nhỏ được về sớm 60 phút",
        "Chăm sóc khách hàng nữ tại spa",
        "Tư vấn mỹ phẩm cho phụ nữ sau sinh",
        "Chăm cụ ông, cụ bà, bé nữ 3 tuổi",
        "Gắn nam châm vào loa, kiểm tra từ tính",
        "Nu cuoi than thien, giu gin ve sinh quay",
        "Không yêu cầu giới tính",
        "giới tính: không yêu cầu",
        "Bình đẳng nam nữ trong tuyển dụng",
        "lam viec lau nam, cuoi nam co thuong",
        "Thợ cắt tóc nam, gội đầu cho khách nữ",
        "Can tho may co 5 nam tay nghe",
        "Nhan vien kinh doanh khu vuc phia nam",
        "cần người bán nữ trang bạc",
        "Trai nam, trai cay can nguoi lam",
        "cong ty hoat dong 10 nam, nam nay mo them xuong",
        "Bán hàng thời trang nam",
        "Chăm sóc khách hàng nữ",
        "Lớp yoga cho phụ nữ, tuyển giáo viên",
        "Cần 5 chỉ tiêu nhân viên kho",
        "Nam Định: tuyển công nhân may",
        "Chi nhánh Hà Nam, Nam Đàn",
        "kinh nghiem 1 nam, lam viec 6 ngay mot tuan",
        "hợp đồng 2 năm, mỗi năm tăng lương",
        "can nguoi kinh nghiem 3 nam",
        "Tuyen tho co khi 5 nam kinh nghiem",
        "Phòng trọ nữ ở ghép, miễn phí cho công nhân",
        "May đồ lót nữ, áo dài nữ sinh",
        "Nam nữ đều được, ưu tiên người có kinh nghiệm",
        "Nhân viên bán nước hoa nữ",
        "Cần anh chị em công nhân tăng ca cuối năm",
        "mấy anh chị nào rảnh qua phụ quán em nhé",
        "Cô giáo mầm non lớp 3 tuổi, có bằng sư phạm",
        "Nam giới và nữ giới đều ứng tuyển được",
        "Anh chị em trong xưởng hòa đồng",
        "lam tu 2 den 3 nam",
        "tuyen nhan vien ban hang sieu thi, uu tien 1 nam kinh nghiem",
        "Cần anh/chị làm kế toán",
        "hợp tác lâu năm với đối tác phía Nam",
        "chăm sóc da cho khách nữ",
        "Chị em công nhân được tặng hoa ngày 8/3",
        "Chị Lan phòng nhân sự phỏng vấn",
        "Chị em công nhân có phòng nghỉ riêng",
        "Tư vấn cho khách nữ",
        "cứ mỗi năm tăng lương 1 lần",
        "mỹ phẩm nam",
        "Khu nhà trọ nữ",
        "cần người có 3 năm làm bếp",
        "nam 2024 cong ty dat doanh thu 100 ty",
        "chị Hà nhân sự sẽ gọi lại",
        "5 nam kinh nghiem lam ke toan",
        "Dạy bơi cho học viên nữ",
        "nam đầu tiên được đào tạo",
        "câu lạc bộ bóng đá nam, đội văn nghệ nữ",
        "cong ty thanh lap nam 2010 tai Nam Dinh",
        "tuyển 2 lao động phổ thông tại phường Sơn Nam",
        "cần công nhân may ở xã Đông Nam",
    ];
}
