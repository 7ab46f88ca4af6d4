//! The worker pays nothing to be hired, leaves no deposit and keeps the papers: Labour Code 45/2019
//! art. 17 (no original papers kept, no security in money or property), Employment Law 74/2025 art. 6.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Ways to hand over money.
const PAY: &str = "đóng|nộp|chuyển|chuyển_khoản|gửi|gởi|trả|đưa|ứng|ứng_trước|góp|bỏ_ra|bỏ|mất|chịu|tốn|thanh_toán|chi_trả|đóng_trước|nộp_trước|banking|bank|bắn|đóng_góp|đặt|đặt_trước|nạp|phải_trả|tự_trả|tự_chi|biếu|quét_mã|nộp_lại";
/// Ways to take it.
const TAKE: &str = "thu|lấy|trừ|khấu_trừ|tính|giam|giữ_lại|trừ_vào_lương|thu_trước|đòi";
/// What workers are made to pay for.
const MATTER: &str = "quân_tư_trang|hồ_sơ|hs|đào_tạo|môi_giới|giới_thiệu|giữ_chỗ|giữ_suất|giữ_việc|tuyển_dụng|đồng_phục|quần_áo|áo|thẻ|thẻ_từ|thẻ_xe|học_việc|học_nghề|kích_hoạt|xét_duyệt|xét_tuyển|đăng_ký|làm_thẻ|bảo_hộ|xử_lý|phỏng_vấn|tài_liệu|giáo_trình|đặt_chỗ|đầu_vào|xin_việc|nhận_việc|bôi_trơn|lót_tay|cảm_ơn|bồi_dưỡng|cà_phê|dẫn_việc|thi_tuyển|sát_hạch|test|ứng_tuyển|mở_mã|mở_tài_khoản|mở_khóa|nguyên_liệu|vật_tư|vật_liệu|thành_viên|duy_trì|cam_kết|trách_nhiệm|ký_hợp_đồng|hợp_đồng|làm_hồ_sơ|khám_sức_khỏe|khám|nhập_môn|tham_gia|khóa_học|học_phí|dụng_cụ|thiết_bị|phần_mềm|app|xác_minh|xác_thực|tư_vấn|tư_vấn_việc_làm|kết_nối|lý_lịch|công_an|ảnh_thẻ|làm_giấy_tờ|giấy_tờ|ghi_danh|gia_nhập|giữ_nguyên_liệu|quản_lý_hồ_sơ|kiểm_tra_tay_nghề|hướng_dẫn|dịch_vụ|việc_làm|vào_làm|đi_làm|ràng_buộc|chống_trốn|bảo_đảm|đảm_bảo|bảo_lãnh|tạm_ứng|quỹ|niềm_tin|làm_tin";
/// Papers.
const PAPERS: &str = "bằng|giấy_tờ|giấy_tờ_tùy_thân|căn_cước|thẻ_căn_cước|cước|hồ_sơ|sổ_hộ_khẩu|hộ_khẩu|hộ_chiếu|passport|bằng_cấp|bằng_tốt_nghiệp|bằng_cấp_ba|bằng_cấp_3|bằng_lái|bằng_lái_xe|giấy_phép_lái_xe|giấy_khai_sinh|chứng_minh|chứng_minh_thư|chứng_chỉ|thẻ_sinh_viên|sổ_bảo_hiểm|bằng_đại_học|bằng_nghề|văn_bằng|cavet|cà_vẹt|giấy_tờ_xe|đăng_ký_xe";
/// Ways to give or take papers.
const LEAVE: &str = "giữ|giữ_lại|nộp|nộp_lại|thu|thu_giữ|để_lại|cầm|gửi|gởi|gửi_lại|lưu|lưu_giữ|giam|ngâm|thế_chấp|đưa|ký_gửi|cầm_giữ|bàn_giao|tạm_giữ|cất_giữ|quản_lý|giao_nộp|để";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        // Deposits.
        format!("{PAY}|{TAKE}|để_lại|để|giữ|yêu_cầu|phải|cần|có|ký|mất ~3 tiền? cọc|cược"),
        "tiền|khoản|phí|mức cọc|cược|đặt_cọc|cược_cọc !vỏ".to_owned(),
        "cọc ~1 trước|tiền|giữ_chỗ|giữ_suất|thẻ|đồng_phục|ca|nguyên_liệu|nguyên_vật_liệu|vật_tư|hàng|việc|xe|máy|túi|đơn|thiết_bị|dụng_cụ|lương|lại|áo|căn_cước|bằng".to_owned(),
        "cọc|đặt_cọc|cược ~3 # {đồng}".to_owned(),
        "cọc|đặt_cọc ~1 #? tháng|nửa_tháng|tuần ~1 lương|công".to_owned(),
        "trước? #|trăm {đồng} tiền? cọc".to_owned(),
        "^ cọc|đặt_cọc".to_owned(),
        "đặt|ký|nộp|đóng|tiền|khoản|phí|quỹ|nộp_khoản|mức ~1 ký_quỹ|thế_chân|đảm_bảo|bảo_đảm|trách_nhiệm|thế_chấp|đặt_chỗ|giữ_chỗ|giữ_suất|chống_trốn|tin|làm_tin|bảo_lãnh|giữ_việc !chất".to_owned(),
        "ký_quỹ|thế_chân !ngân_hàng".to_owned(),
        "nạp ~2 tiền|vốn|thẻ|# ~4 {đồng}|trước|vào|mới|để|ví|tài_khoản".to_owned(),
        "nạp|chuyển|đóng # {đồng}".to_owned(),
        // Fees by what they are for.
        format!("phí|lệ_phí|chi_phí|khoản_phí|mức_phí|tiền|khoản ~1 làm? {MATTER} ~4 # {{đồng}}"),
        format!("phí|lệ_phí|khoản_phí|mức_phí {MATTER}"),
        format!("{PAY}|{TAKE}|lấy ~4 tiền|phí|lệ_phí|khoản ~1 làm? {MATTER}"),
        format!("{PAY}|thu|lấy|mất -3 phí|lệ_phí|học_phí|chi_phí|hoa_hồng_môi_giới"),
        "phí|lệ_phí|học_phí|trọn_gói|chi_phí ~4 # {đồng}".to_owned(),
        "chi_phí|phí trọn_gói".to_owned(),
        // Money, whatever it is called.
        format!("{PAY}|thu|{PAY}_thêm|đóng_thêm|nộp_thêm|đóng_có|nộp_mỗi_người ~2 trước? -1 #|trăm #? {{đồng}}"),
        format!("{PAY} tiền? trước ~2 tiền|#|quỹ|phí|một"),
        "#|trăm {đồng} ~3 nộp|đóng|chuyển_khoản|thanh_toán ~4 trước|hai_lần|một_lần|ngày|phòng|cho_anh|cho_chị|khi|tại|ngay|tiền_mặt|lần".to_owned(),
        "# {đồng} ~1 tiền|phí|để -1 ".to_owned() + MATTER,
        format!("trừ|khấu_trừ|giữ_lại|giam|giữ|thu ~3 tiền|phí ~1 {MATTER}"),
        format!("tiền|phí ~1 {MATTER} ~4 trừ|khấu_trừ ~2 lương|tháng"),
        format!("{MATTER} ~6 người_lao_động|công_nhân|nhân_viên|tự|ứng_viên|học_viên ~1 trả|chịu|chi_trả|thanh_toán|mua|lo|bỏ_tiền|sắm|trang_trải"),
        "học_viên|nhân_viên|công_nhân|người_lao_động|ứng_viên|shipper|ctv|tài_xế|bảo_vệ ~2 tự|phải|tự_túc|bắt_buộc ~1 chi_trả|trả|mua|bỏ_tiền|thanh_toán|đóng|nộp|tiền|ứng".to_owned(),
        "tự_túc ~1 tiền|phí|chi_phí|đồng_phục".to_owned(),
        "tự|phải|cần|bắt_buộc|mỗi_người|ai_cũng_phải|tự_bỏ_tiền|nhân_viên_mới|công_nhân_mới ~1 mua|sắm|bỏ_tiền|trả_tiền|đóng_tiền|chi_trả|thanh_toán|tự_mua|đặt_mua ~4 đồng_phục|tài_liệu|giáo_trình|dụng_cụ|dao|kéo|đồ_nghề|laptop|bảo_hiểm|nguyên_liệu|sản_phẩm|gói|bộ|bảo_hộ|giày|khóa_học|thẻ|mỹ_phẩm|hàng|combo|kit|máy|túi|tại|áo|quần_áo|thiết_bị|của_công_ty|mới_được".to_owned(),
        "mua ~3 gói|khóa_học|combo|kit|bộ_sản_phẩm|tài_liệu|nguyên_liệu|đồng_phục|máy|túi|áo|giày|thẻ ~7 trước|để_được|mới_được|mới|thì|#".to_owned(),
        "mua ~5 # {đồng} ~4 mới|thì|để".to_owned(),
        "khóa|khóa_học|gói|bộ|lớp|combo ~5 # {đồng} ~2 mới|để_được|trước_khi".to_owned(),
        "muốn ~4 thì ~1 mua|nạp|đóng|nộp|cọc".to_owned(),
        "tự|phải|ứng|đóng ~1 ứng|tạm_ứng|bỏ_vốn|góp_vốn|bỏ_tiền ~3 tiền|vốn|#|túi|ra|trước".to_owned(),
        "ứng|nộp|đóng trước|tiền ~3 # {đồng}".to_owned(),
        "giam|giữ|ngâm|giữ_lại|gối|giam_lại|cầm|gối_đầu ~1 #? tháng|ngày|tuần|nửa_tháng|kỳ ~1 lương|công".to_owned(),
        "giam|ngâm ~2 lương".to_owned(),
        "bồi_thường|bồi_hoàn|đền|phạt|hoàn_trả|đền_bù ~4 phí_đào_tạo|tiền_đào_tạo|chi_phí_đào_tạo|tiền_học".to_owned(),
        "lót_tay|bôi_trơn|phong_bì ~5 mới|chắc_suất|#|vào|cho|chị|anh|quản_lý|tổ_trưởng".to_owned(),
        "thu ~4 người_tìm_việc|người_lao_động|ứng_viên|công_nhân ~3 #|nửa|tháng|phí|tiền".to_owned(),
        "trung_tâm|môi_giới|bên_em|bên_mình ~2 thu|lấy|hưởng|cắt ~3 #|nửa ~1 tháng|% ~1 lương|đầu".to_owned(),
        "mất|tốn|trả|đóng nửa|#-1 tháng_lương".to_owned(),
        format!("trừ|khấu_trừ|giữ|giữ_lại -1 # {{đồng}} ~5 tiền|phí|quỹ ~1 {MATTER}"),
        "học|học_nghề|khóa_học -3 # {đồng} ~4 nhận|nhận_vào|bố_trí|xếp|vào_làm|có_việc".to_owned(),
        "khóa|khóa_học|lớp_học ~5 # {đồng} ~6 bắt_buộc|mới_được|mới_xếp|mới_nhận".to_owned(),
        "phạt|đền|đền_hợp_đồng|bồi_thường|đền_bù|nộp_phạt ~2 # {đồng} ~3 nghỉ|bỏ|phá_hợp_đồng|thôi_việc|nghỉ_việc".to_owned(),
        "nghỉ|nghỉ_việc|bỏ|bỏ_việc|thôi_việc ~1 trước|ngang|sớm|chưa_đủ ~5 phạt|đền|bồi_thường|đền_bù|mất_cọc|nộp_lại".to_owned(),
        format!("{MATTER} ~2 tự ~1 trả|chi|lo|chịu|bỏ_tiền|đóng|mua"),
        "trung_tâm|môi_giới|bên_em|bên_mình|cò ~2 thu|lấy|hưởng|cắt ~2 một|nửa|hai ~1 tháng ~1 lương|đầu".to_owned(),
        "lương|tháng_lương|lương_tháng ~3 giữ_lại|bị_giữ|giam|gối_lại|treo_lại|ngâm".to_owned(),
        "giữ|giữ_lại|ngâm|treo ~1 lương ~3 tháng|đầu|tuần|#".to_owned(),
        "phí|hoa_hồng|thu|lấy|trích|cắt|trừ ~2 # %|phần_trăm ~2 lương ~2 tháng|đầu".to_owned(),
        "thế_chấp|cầm_cố ~2 xe|xe_máy|điện_thoại|tài_sản|sổ_đỏ|laptop|giấy_tờ|bằng".to_owned(),
        // Original papers.
        format!("{LEAVE} ~6 gốc|bản_chính !cây|trở"),
        format!("{PAPERS} ~3 gốc|bản_gốc|bản_chính ~6 giữ|nộp|thu|để_lại|cầm|lưu|gửi|lưu_giữ|giao"),
        format!("giữ|thu_giữ|cầm|thế_chấp|giam|để_lại|cầm_giữ|giữ_lại|tạm_giữ|ngâm|cầm_cố ~2 {PAPERS}"),
        format!("{PAPERS} ~2 bị_giữ|bị_thu|để_lại|thế_chấp|để_làm_tin|làm_tin|công_ty_giữ|quản_lý_giữ|chủ_giữ|giữ_lại"),
        "gốc ~3 để_làm_tin|làm_tin|thế_chấp".to_owned(),
        // Money under other names.
        "# {đồng} ~1 mỗi_người|một_người|một_hồ_sơ ~1 thu|nộp|đóng|lấy|trả_khi".to_owned(),
        "lấy|xin|gửi|biếu|đưa ~3 cà_phê|cafe|trà_nước|cảm_ơn|tiền_nước|lì_xì|chút_quà|uống_nước ~1 #".to_owned(),
        "gửi|đưa|để|nộp|đóng ~6 làm_tin|giữ_chân|làm_bảo_đảm".to_owned(),
        "coi_như|gọi_là|xem_như ~1 làm_tin|giữ_chân|đặt_cọc|bảo_đảm".to_owned(),
        "mang_theo|cầm_theo|chuẩn_bị ~2 #? ~1 tiền|triệu|củ|tr ~4 gửi|nộp|đóng|đưa|lo|đặt".to_owned(),
        "lo_trên_lo_dưới|chạy_việc|chạy_suất|suất_ngoại_giao|chạy_chỗ|lo_lót|tiền_chạy|phí_chạy|lại_quả".to_owned(),
        "kích_hoạt|mở|nâng_cấp|xác_thực|xác_minh|nâng_hạng|mở_khóa ~3 tài_khoản|gói|vip|mã|thẻ ~3 # {đồng}".to_owned(),
        "tiền|giá|phí|chi_phí ~5 trừ|khấu_trừ|trừ_dần ~1 vào|dần|thẳng|luôn ~1 lương|tháng|công".to_owned(),
        "đồng_phục|áo|giày|bảo_hộ|thẻ|dụng_cụ|balo|mũ ~9 trừ ~1 vào|dần|luôn|thẳng ~1 lương|tháng|công".to_owned(),
        "cầm|giữ|găm|treo ~1 lương|tiền_công ~1 lại|tháng_đầu".to_owned(),
        "lương ~6 cuối_năm_mới_trả|cuối_năm_trả|trả_cả_cục|trả_một_cục|trả_một_thể".to_owned(),
        "mua ~2 bộ? hồ_sơ|đơn|giấy ~6 # {đồng}".to_owned(),
        "cắt|trích|chia|biếu ~5 # %|phần_trăm ~1 lương".to_owned(),
        "tự|phải ~1 bỏ_tiền|trả_tiền|chi_tiền|móc_túi|bỏ_tiền_túi ~1 làm|khám|mua|đóng|may|in|học|test".to_owned(),
        "nộp|đóng|đặt ~1 bảo_lãnh ~1 #".to_owned(),
        "gửi_lại|để_lại|giữ|cầm ~1 xe|xe_máy|điện_thoại|laptop ~6 giữ|làm_tin|gốc".to_owned(),
        "nộp|đóng|trả ~1 lệ_phí|phí ~1 thi_tuyển|thi|test|hồ_sơ|phỏng_vấn".to_owned(),
        "hoàn_tất|hoàn_thành|thực_hiện ~2 nghĩa_vụ_tài_chính|nghĩa_vụ_đóng_góp".to_owned(),
        "nghĩa_vụ tài_chính ~3 #".to_owned(),
        "trích|khấu_trừ ~3 # {đồng} ~4 lương".to_owned(),
        "gửi|gửi_lại|đưa|để|nộp|đóng|đặt ~10 làm_tin|làm_bảo_đảm".to_owned(),
        "# {đồng} ~1 chuyển|gửi|nộp|thanh_toán|đóng trước !hạn|lương".to_owned(),
        "bồi_hoàn|ứng|đặt trước ~1 #".to_owned(),
        "đồng_phục|bảo_hộ|áo|giày|mũ ~7 bán|giá|giá_gốc|mua ~2 # {đồng} ~5 bắt_buộc|nhận|mặc|trừ".to_owned(),
        "hồ_sơ|đơn mua ~6 giá|# {đồng}?".to_owned(),
        "giấy_khai_sinh|học_bạ|bằng|sổ|căn_cước ~4 gốc|bản_gốc|bản_chính ~3 đưa".to_owned(),
        "phải|cần ~1 mua ~1 trước? ~1 #1|một ~1 hợp_đồng|gói|bộ ~6 mới|để|mã".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(&phrases, EXCUSES, DENIALS, 6).firm(&[
        "thì gửi_lại|để_lại|cầm|nộp|đóng|đặt ~2 xe|xe_máy|điện_thoại|tiền|cọc",
        "không|chưa ~1 đóng|nộp|cọc|đặt_cọc|mua ~4 {loại}",
        "không ~1 học ~1 {loại}",
    ])
});

const EXCUSES: &[&str] = &[
    // Work whose matter is money or fees of customers.
    "trạm|quầy|nhân_viên|thu_ngân|kế_toán|bộ_phận|phụ_trách|tổ|đội|soát_vé|bán_vé|theo_dõi ~4 thu_phí|thu_tiền|thu_cước|thu_học_phí|tiền_đặt_cọc|tiền_cọc|công_nợ|lệ_phí|thu_lệ_phí|học_phí",
    "thu_phí|phí|thu_tiền|tiền|vé ~1 gửi_xe|đường_bộ|trông_xe|đỗ_xe|cầu_đường|vệ_sinh|chung_cư|quản_lý|giữ_xe|điện_nước|rác|điện|nước|bán_hàng|dịch_vụ_tòa_nhà|cod",
    "thu|nhận|hoàn|kiểm_tra|theo_dõi|xử_lý|nhắc|ghi|giữ|trả|thanh_toán|chuyển ~3 khách|khách_hàng|học_viên|phụ_huynh|cư_dân|đại_lý|nhà_cung_cấp|bà_con|chủ_hàng|người_mua",
    "khách|khách_hàng|phụ_huynh|cư_dân|người_mua|nhà_cung_cấp|đại_lý|bên_mời_thầu|bên_thuê ~6 cọc|phí|tiền|đặt_cọc|nộp|đóng|thanh_toán",
    "cọc|phí|tiền|ký_quỹ ~4 khách|khách_hàng|cư_dân|phụ_huynh|đại_lý|hội_viên",
    "cọc|đặt_cọc ~1 nhà|phòng|trọ|bàn|tour|căn_hộ|mua|thuê|đơn_hàng|nhà_trọ|phòng_trọ|tiệc|bất_động_sản|đất|váy",
    "hợp_đồng đặt_cọc|cọc",
    "ép|khoan|khảo_sát|thi_công|giàn|nhồi|cắm|thợ_đóng|máy_đóng ~1 cọc !#",
    "cọc bê_tông|khoan|nhồi|tiêu|ly_tâm|cừ|móng|tre",
    "gói|dịch_vụ|tư_vấn|sản_phẩm|ngân_hàng|chứng_khoán ~2 ký_quỹ",
    "bảo_lãnh|ký_quỹ ~5 ngân_hàng|dự_án|công_trình",
    "dự_thầu|đấu_thầu|gói_thầu|mời_thầu",
    "bảo_lãnh dự_thầu|thực_hiện|tạm_ứng|hợp_đồng|ngân_hàng",
    "xưởng|thợ|kho|trạm ~3 nạp ~1 gas|ga|khí|điện|mực|bình|đạn|liệu",
    "nạp ~1 gas|ga|khí|điện|mực|bình|liệu|nguyên_liệu|dữ_liệu",
    // The company pays.
    "phí|tiền|cọc|lệ_phí|chi_phí|đồng_phục|bảo_hộ|thẻ|khám_sức_khỏe|hồ_sơ ~5 công_ty|bên_mình|bên_em|doanh_nghiệp|nhà_máy|xưởng|quán|cửa_hàng|chủ|trung_tâm|nhà_hàng lo|trả|chịu|chi_trả|chi|thanh_toán|hỗ_trợ|tài_trợ|bao|cấp|phát|mua|may|đóng|sẽ_trả|sẽ_lo|trả_hết|lo_hết|may_tặng|cấp_phát",
    "công_ty|bên_mình|bên_em|doanh_nghiệp|nhà_máy|xưởng|quán|cửa_hàng|chủ|nhà_hàng|chúng_tôi ~3 lo|chịu|chi_trả|chi|thanh_toán|hỗ_trợ|tài_trợ|bao|ứng|mua|may|cấp|phát|tặng|hoàn|đóng|trả|đóng_bảo_hiểm ~5 phí|tiền|cọc|lệ_phí|#|giày|đồng_phục|áo|bảo_hiểm|thẻ|cho",
    "hỗ_trợ|trợ_cấp|phụ_cấp|tài_trợ|hoàn_phí|hoàn_tiền|được_hoàn|sẽ_hoàn|hoàn_trả|hoàn_lại|thanh_toán_lại|được_trả|thưởng|tặng|được_nhận|trả_lại|cho_mượn ~4 phí|tiền|cọc|lệ_phí|chi_phí|học_phí",
    "lương|thưởng|phụ_cấp|trợ_cấp|thu_nhập|hoa_hồng|tiền_công|ngày_công|chuyên_cần|tip|lương_cơ_bản|doanh_thu -3 # {đồng}",
    "được|cho|có_thể -1 ứng|tạm_ứng ~1 trước|lương|#",
    "chụp|chụp_ảnh|photo|scan ~1 căn_cước|giấy_tờ|bằng|hồ_sơ",
    "học_phí ~8 cần|tuyển ~1 giáo_viên|huấn_luyện_viên|hlv|trợ_giảng",
    "có -0 thể",
    "chuyển|trả|gửi|thanh_toán ~2 lương|thưởng|công|thù_lao|nhuận_bút|hoa_hồng|tiền_công|tiền_lương|nhanh",
    "trả|thanh_toán|chi_trả ~3 theo|hàng_tuần|hằng_tuần|mỗi_ngày|một_giờ|một_buổi|một_ngày|ngày_công|một_ca|mỗi_buổi|mỗi_ca|một_tiếng|giờ|buổi|ca|ngày|bao|sản_phẩm|tháng",
    "<tự|phải trả|chi_trả|tính # {đồng} !trước|mới|để|cho_em|cho_anh|cho_chị|cho_bên|tiền|phí|khi|lúc",
    "chuyên_cần #? {đồng}",
    "miễn|không|zero|0|khỏi ~2 phí|lệ_phí|mất_phí|mất_tiền|học_phí",
    "phí|cọc|chi_phí ~3 miễn_phí|không_mất|bằng_không|bằng_0|0_đồng|0_đ",
    "miễn_phí",
    "thu nhập|nhâp|nhậpupto|nhập_khởi_điểm|thập|ngân|hồi|mua|hoạch|gom|xếp|dọn|hút|âm|vén|chi|hộ|nợ|thuế",
    "kế_toán|kiểm_soát|quản_lý|phân_tích ~2 chi_phí|phí",
    "chi_phí đi_làm",
    // Copies are lawful, originals to be looked at too.
    "bản_sao|công_chứng|chứng_thực|photo|phô_tô|foto|đối_chiếu|trả_lại_ngay|scan|sao_y|bản_mềm|chụp_ảnh",
    "quản_lý|lưu|sắp_xếp|nhập|soạn|lưu_trữ|kiểm_tra|phân_loại|lưu_giữ ~1 hồ_sơ|giấy_tờ|hợp_đồng|chứng_từ !gốc|bản_gốc|bản_chính|của_bạn",
    "giữ ~1 bằng_hữu|vệ_sinh|gìn|trẻ|xe|sức_khỏe",
    "nộp|gửi|chuẩn_bị ~1 hồ_sơ ~1 xin_việc|ứng_tuyển|gồm|về|trực_tiếp|tại|qua !gốc|bản_gốc",
    "gốc cây|tự_do|rễ",
    "nguồn|có|hoàn|trái|dư|nợ|tiền ~1 gốc !giữ",
    "chứng_từ|hóa_đơn ~1 gốc",
    "nộp ~1 tiền? về|vào ~1 quỹ|công_ty|ngân_hàng|kế_toán|tài_khoản_công_ty",
    "đặt|gửi|trả|chuyển|đưa trước ~1 #? {giờ}|ngày|phút",
    // Warnings against swindlers.
    "cảnh_báo|giả_danh|giả_mạo|cảnh_giác|cẩn_thận|tố_cáo|báo_ngay|lừa_đảo|mạo_danh|đề_phòng|báo_phòng|kẻ_xấu ~8 cọc|phí|tiền",
    "cọc|phí|tiền|gốc ~8 lừa_đảo|mạo_danh|báo_ngay|tố_cáo|hãy_báo|báo_phòng|đều_là_giả",
    "ai|người_nào ~1 đòi|thu|yêu_cầu ~2 tiền|phí|cọc",
    // Insurance and union dues as the law has them.
    "đóng|nộp|tham_gia|trích|mức ~3 bảo_hiểm_xã_hội|bhxh|bảo_hiểm_y_tế|bảo_hiểm_đầy_đủ|công_đoàn|thuế|bảo_hiểm|bhyt|bhtn|bh $",
    "phí công_đoàn",
    // What is paid to the worker, and what is packed, laid or made.
    "công_tác phí",
    "tin nhau|tưởng|nhắn|cậy|học",
    "tiệm|spa|salon|phòng_khám|bệnh_viện|hợp_tác_xã|cơ_sở|gara|trang_trại|bếp|trường lo|trả|chịu|chi_trả|chi|thanh_toán|hỗ_trợ|tài_trợ|bao ~4 phí|tiền|học_phí|lệ_phí",
    "nhân_viên|tổ|bộ_phận|trưởng_phòng|chuyên_viên -1 mua_hàng|thu_mua|mua_sắm|thu_ngân|mua_vật_tư|cung_ứng",
    "phí|tiền -0 công_tác|điện_thoại|đi_lại|gửi_xe",
    "lương|thu_nhập|thưởng|mức_lương|lương_cứng|upto -3 #? #? {đồng}",
    "đóng -0 chai|gói|hàng|thùng|hộp|bao|giày|gạch|cửa|bao_bì|bì|kiện|pallet|hạt|đế|nắp|lon|can|bánh|túi|tủ|đồ|ghế|bàn|gỗ|sách|tàu|thuyền|khung|dấu|tem|nút|khuy|cúc|mác|dây|đai|ca|mạch",
    "chi_phí|phí ~2 sản_xuất|vận_chuyển|vận_hành|quảng_cáo|nguyên_vật_liệu|logistics|tòa_nhà|đi_lại|công_tác|xăng|ship|giao_hàng",
    "tiết_kiệm|giảm|kiểm_soát|tối_ưu|phân_tích|hạch_toán|quyết_toán|đề_nghị_thanh_toán|hóa_đơn|báo_cáo|dự_toán ~3 chi_phí|phí|tiền",
    "đóng|gửi|trả|giao|chuyển|chi ~1 hàng|thùng|gói|hộp|bao|kiện|đơn|túi|bưu_kiện",
    "thùng|hộp|gói|kiện|lô|bao|đôi|cái ~2 # {đồng} $",
    "chi_nhánh|chi_tiết|chi_cục",
    "tiêu_tiền|góp_ý|đóng_góp_ý_kiến",
];

const DENIALS: &[&str] = &["không|chẳng|chả|miễn|cấm|nghiêm_cấm|khỏi|đừng|zero|tặng|phát|cấp|hoàn|tài_trợ|chưa_bao_giờ|chống|chẳng_ai|không_ai"];

/// Fees, deposits and papers kept, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workers_pay_nothing() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Trước khi nhận ca bạn chuyển khoản 200 nghìn tiền giữ chỗ, đi làm ba hôm sẽ hoàn.",
        "cọc áo 150k, nghỉ trả áo thì lấy lại",
        "Vao lam nop 300k tien dong phuc va the tu",
        "Anh em tai xe dat coc 2 trieu mới đc nhan xe",
        "Đ.ó.n.g p.h.í hồ sơ 250k cho người giới thiệu",
        "Giữ bằng lái xe gốc trong suốt thời gian hợp đồng",
        "Công ty thu lại căn cước bản gốc đến khi nghỉ việc",
        "để lại cccd gốc cho quản lý",
        "Mỗi bạn góp 500.000đ quỹ trách nhiệm khi ký hợp đồng.",
        "Phí giới thiệu bằng nửa tháng lương đầu tiên",
        "Muốn lên đơn thì nạp 300k vào ví của app",
        "ctv dong 99k phi tham gia nhom, ko hoan lai",
        "Công ty giam lương 15 ngày đầu, nghỉ ngang coi như mất",
        "giữ lại nửa tháng lương đầu làm tin",
        "Tự bỏ tiền mua đồng phục tại công ty 350.000 đ",
        "Người lao động chịu phí khám sức khỏe 200 nghìn",
        "học phí đào tạo 3 triệu, học xong bố trí việc",
        "Tiền bảo hộ lao động 400k trừ dần vào lương hai tháng đầu.",
        "ung vien nop le phi phong van 50k tai cong",
        "Đặt cọc một tháng lương để đảm bảo làm đủ hợp đồng",
        "the chan 500k nhan hang ve lam",
        "phi moi gioi 1tr2, dua truoc mot nua",
        "chuyen khoan truoc 120k tien nguyen lieu xau hat",
        "Nộp bản chính sổ hộ khẩu, công ty cất giữ.",
        "k đóng cọc thì k nhận nha",
        "Không cần kinh nghiệm, chỉ cần đóng 100k làm thẻ",
        "Không thu phí gì, chỉ đặt cọc 300k tiền thẻ thôi",
        "phải mua bộ kit 890k mới được kích hoạt mã bán hàng",
        "Giữ hộ chiếu của lao động cho tới khi hết mùa",
        "đưa chị tổ trưởng 1 triệu lót tay là vào được",
        "tien xe va tien lam ho so tong 600k dong truoc khi di",
        "ký quỹ 5 triệu, sau một năm trả lại",
        "tiền giới thiệu 2 triệu chia hai lần",
        "giữ bằng gốc trong thời gian làm",
        "lương tháng đầu giữ lại, làm đủ năm trả",
        "học nghề nail 8 triệu, học xong nhận vào làm",
        "đ.ặ.t c.ọ.c 1tr",
        "Mỗi bạn đóng 200k tiền đồng phục",
        "nghỉ ngang mất cọc",
        "phí xét hồ sơ 100k không hoàn lại",
        "p.h.í 300k vào nhóm nhận việc",
        "đền hợp đồng 10 triệu nếu nghỉ trước hạn",
        "Đưa trước cho cò 1tr",
        "mua bảo hiểm tai nạn 300k mới được chạy app",
        "tự mua dao kéo của tiệm giá 2tr5",
        "đóng trước 300 nghìn làm hồ sơ",
        "ai vào làm phải có 1 triệu đặt cọc máy tính bảng",
        "thu hộ 400k phí giới thiệu việc",
        "chuyển khoản 150k phí giữ chỗ vào tài khoản chị Hoa",
        "phạt 5 triệu nếu nghỉ trước 1 năm",
        "nhận việc phải mua sản phẩm trị giá 2 triệu",
        "mỗi tháng trừ 200k quỹ trách nhiệm",
        "căn cước bản chính nộp cho phòng bảo vệ giữ",
        "ký quỹ đảm bảo",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Tuyển dụng công nhân đóng chai – lương 8–11 triệu",
        "Thợ đóng giày, thu nhập 9-12 triệu",
        "Tuyển dụng nhân viên mua hàng – lương 8–11 triệu",
        "dong gach, luong 300k mot ngay",
        "cong tac phi 150k mot ngay",
        "Không đặt cọc, không thu phí, không giữ giấy tờ gốc.",
        "Toàn bộ chi phí khám sức khỏe công ty chi trả.",
        "ko thu bat ky khoan phi nao cua nguoi lao dong",
        "Nhân viên thu phí chung cư, đối chiếu công nợ với cư dân",
        "Thợ đóng cọc cừ, ép cọc bê tông nhà dân",
        "Hỗ trợ 500k tiền nhà trọ, 300k tiền xăng mỗi tháng",
        "Lương 9 triệu, thưởng chuyên cần 500k, trả lương ngày 10",
        "Được cấp 2 bộ đồng phục và giày bảo hộ miễn phí",
        "Nộp bản sao căn cước, bằng cấp công chứng",
        "Công ty đóng bảo hiểm đầy đủ, trả lương qua thẻ",
        "Tư vấn khách đặt cọc căn hộ, chuẩn bị hợp đồng đặt cọc",
        "Kế toán thanh toán: lập phiếu chi, theo dõi tiền cọc nhà cung cấp",
        "Thu tiền bán hàng, nộp tiền về quỹ cuối ca cho kế toán",
        "Đóng gói hàng, chuyển hàng lên xe, gửi hàng cho khách",
        "Ai đòi tiền cọc nhân danh công ty đều là lừa đảo.",
        "Trả 25k một giờ, thanh toán cuối ca",
        "Mang theo bản gốc để đối chiếu",
        "Quản lý hồ sơ, lưu trữ chứng từ gốc theo quy định",
        "Chuyển khoản lương mùng 5 hằng tháng",
        "Đào tạo miễn phí, có trợ cấp 200k một ngày",
        "Kiểm soát chi phí sản xuất, phân tích giá thành",
        "Tuyển thợ nạp gas, sửa điều hòa",
        "Hoàn trả tiền vé xe cho người ở xa sau một tháng",
        "Phụ cấp 300.000 đồng tiền điện thoại, tiền xăng 400 nghìn",
        "công ty may đồng phục, không trừ lương",
        "Nhân viên ngân hàng thu lệ phí, tư vấn gói ký quỹ",
        "Cấp phát thẻ nhân viên, đồng phục cho công nhân mới",
        "Lập tờ khai thuế, nộp thuế đúng hạn",
        "Không thu phí ứng viên",
        "Công ty cấp đồng phục miễn phí",
        "Kế toán thu phí học sinh",
        "nhân viên thu tiền đặt cọc của khách thuê xe",
        "Mang bản gốc để đối chiếu rồi trả lại ngay",
        "Phí gửi xe công ty trả",
        "Học phí khóa tiếng Anh công ty tài trợ",
        "Thu ngân nhận tiền cọc bàn của khách",
        "hồ sơ gồm bằng photo công chứng",
        "thưởng 500k cho người giới thiệu",
        "Ứng lương ngày 15",
        "bảo vệ thu vé gửi xe 5k",
        "đóng bảo hiểm xã hội từ tháng đầu",
        "tiền ăn ca 30k, tiền xăng 300k",
        "Trung tâm thu học phí 1,2 triệu một khóa bơi, cần giáo viên",
    ];
}
