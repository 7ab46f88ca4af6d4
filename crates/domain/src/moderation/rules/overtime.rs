//! Overtime that is forced or over the limits: Labour Code 45/2019 art. 107 (consent; 40 hours a month,
//! 60 by resolution 17/2022; 200 or 300 a year).

use crate::moderation::phrases::{Phrases, merge};
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Overtime.
const MORE: &str =
    "tăng_ca|tc|làm_thêm|làm_thêm_giờ|ngoài_giờ|làm_ngoài_giờ|overtime|làm_ot|tăng_giờ|tăng_kíp|làm_tăng_ca|thêm_giờ|phụ_trội|giờ_phát_sinh|giờ_ngoài|quá_ca|ngoài_ca|giờ_dư";
/// What befalls who doesn't.
const PENALTY: &str = "trừ|bị_trừ|phạt|bị_phạt|nghỉ_việc|đuổi|bị_đuổi|mất|bị_mất|cắt|bị_cắt|bị_loại|cho_nghỉ|thôi_việc|cho_thôi_việc|hạ_lương|hạ_bậc|bị_hạ|kỷ_luật|lập_biên_bản|chuyển_chuyền|bị_chuyển|không_chuyên_cần|mất_chuyên_cần|coi_như|xem_như|miễn_đi_làm|đừng_đến|khỏi_đi_làm|hôm_sau_khỏi|không_tính_công|sa_thải|out|không_ký|đánh_giá_kém|chấm_dứt|chấm_dứt_hợp_đồng|nộp_phạt|không_ký_tiếp|vi_phạm|đừng_ứng_tuyển|xin_đừng|đừng_nộp|miễn_pv|miễn_phỏng_vấn|miễn_phỏng|tự_nghỉ|loại_c|thì_nghỉ|xin_mời_nghỉ";

/// No pay for it.
const UNPAID: &str = "không_công|không_lương|không_tính_lương|không_tính_tiền|không_tính_công|không_tính_thêm|không_trả_thêm|không_có_phụ_cấp|không_phụ_cấp|không_được_trả|không_trả_tiền|không_trả_lương|không_trả_công|không_có_lương|không_thêm_tiền|không_được_tính|không_có_thêm_tiền|không_có_tiền|không_thêm_đồng|không_hưởng_lương|không_được_thêm|không_có_thêm|không_có_chế_độ|không_tính_giờ|không_có_công|không_chấm_thêm|không_chấm_công|không_kê_công|không_kèm_công|không_cộng|không_cộng_thêm|không_tính_tiền_giờ|không_ghi_công|không_thù_lao|không_được_cộng|không_tính_vào|không_thêm_xu|không_tính_thêm_giờ";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        format!("bắt_buộc|buộc|bắt_buột|phải|bắt|ép|ép_buộc|bị|yêu_cầu|bị_ép|cưỡng_ép ~3 {MORE}|ở_lại_làm|ở_lại"),
        format!(
            "{MORE} ~3 bắt_buộc|bắt_buột|là_bắt_buộc|là_nghĩa_vụ|nghĩa_vụ|ép_buộc|không_được_từ_chối|không_từ_chối|cưỡng_bức|không_có_quyền|miễn_từ_chối|không_xin_về|không_được_về|theo_lệnh|không_được_xin_nghỉ|mọi_lúc"
        ),
        format!("{MORE} ~9 không_có_quyền_từ_chối|không_được_từ_chối|cấm_từ_chối|từ_chối_là|không_ngoại_lệ"),
        format!("không|cấm|đừng ~4 từ_chối|xin_nghỉ|trốn|né|kêu_ca ~2 {MORE}"),
        format!("{MORE} ~6 từ_chối"),
        format!("từ_chối|né|trốn|vắng|bỏ|nghỉ ~3 {MORE} ~6 {PENALTY}"),
        format!("không|ai_không|nếu_không|xin_không ~3 {MORE} ~8 {PENALTY}"),
        "không tăng ~1 thì ~1 trừ|phạt|nghỉ|cắt".to_owned(),
        format!("{MORE} ~10 {PENALTY} !hao"),
        format!("không ~1 {MORE} ~2 thì|là|đừng|khỏi ~3 nghỉ|đừng|khỏi|mất|bị|không_nhận|miễn"),
        // Always, without an end, for nothing.
        format!("ngày_nào_cũng|tối_nào_cũng|hôm_nào_cũng|đêm_nào_cũng|liên_tục|không_giới_hạn|triền_miên|hằng_đêm|mỗi_tối_đều ~2 {MORE}"),
        format!(
            "{MORE} ~2 không_giới_hạn|triền_miên|suốt_ngày|vô_hạn|liên_tục|xuyên_đêm|cả_đêm|thâu_đêm|đến_khuya|tới_khuya|không_hạn_chế|không_công|không_lương|không_tính|miễn_phí|không_trả|không_được_trả|ngày_nào_cũng|mọi_lúc"
        ),
        format!("cam_kết|cam_đoan|ký_cam_kết|chấp_nhận|đồng_ý|chịu_được ~4 {MORE}"),
        "cam_kết ~4 #60.5-300 {giờ}".to_owned(),
        format!("sẵn_sàng|sẵn_lòng {MORE} ~4 mọi_lúc|bất_cứ|bất_kỳ|khi_công_ty|không_giới_hạn|khi_có_yêu_cầu|điều_kiện"),
        // For nothing, or for the usual wage.
        format!("{MORE}|làm_quá_giờ|quá_giờ|sau_giờ|hết_giờ|ở_lại|làm_cố|làm_nốt ~8 {UNPAID}"),
        format!("{UNPAID} ~2 {MORE}|thêm_giờ"),
        format!("{MORE} ~5 như|bằng|theo ~1 ngày_thường|giờ_thường|giờ_hành_chính|lương_thường|lương_cơ_bản"),
        format!("{MORE} ~6 không ~1 có ~1 #150|#200|nhân_đôi|hệ_số"),
        // Until it is done.
        format!("{MORE} ~3 đến_khi|tới_khi|bao_giờ|khi_nào|cho_đến_khi|cho_tới_khi|đến_lúc ~2 hết|xong"),
        "ở_lại ~2 tới_khi|đến_khi|cho_xong ~2 xong|hết_hàng".to_owned(),
        format!("ở_lại|sau_giờ|hết_giờ|tan_ca|hết_ca|buổi_tối|tối|cuối_ngày|kiểm_kê|dọn_hàng|dọn_kho|{MORE} ~14 {UNPAID}"),
        format!("{MORE}|ở_lại|hết_giờ|kiểm_kê|dọn ~12 coi_như|coi_là|tính_là|xem_là|xem_như ~1 góp_sức|nghĩa_vụ|trách_nhiệm|đóng_góp|giúp_quán"),
        format!("{MORE}|ở_lại ~9 nằm_trong|gộp_vào|gồm_trong|nằm_sẵn|tính_gộp ~2 lương"),
        format!("lương_cứng|lương_khoán|lương_cơ_bản ~5 đã_gồm|bao_gồm|gồm|gồm_cả|đã_bao_gồm ~2 {MORE}"),
        format!("{MORE}|ở_lại|đơn_gấp|hàng_gấp|kỳ_hàng ~8 không_có_chuyện|cấm|miễn|không_được|không_ai_được|đừng_mong ~2 về"),
        format!("{MORE} ~2 kín_tháng|bao_la|tẹt_ga|thả_ga|xả_láng|mệt_nghỉ|kín_tuần|bất_tận|ngập_mặt"),
        format!("{MORE} ~1 #5-9 #5-9? tiếng !một_tuần|mỗi_tuần|tuần|tháng|một_tháng|mỗi_tháng|trên"),
        format!("{MORE} ~2 đủ #20-31 buổi|ngày|tối"),
        format!("{MORE} ~1 cưỡng|cưỡng_ép|bắt_ép|theo_lệnh|theo_lịch_tổ"),
        format!("{MORE} ~2 chỉ ~1 có|được|hỗ_trợ ~2 suất_cơm|cơm|bánh|sữa|mì|suất_ăn|nước"),
        format!("{MORE} ~7 #7-30 chục {{giờ}}|tiếng"),
        "ở_lại ~2 tới|đến|tận ~1 nửa_đêm|khuya|đêm|#21-24|#9-12_giờ_đêm".to_owned(),
        "cả chuyền|tổ|xưởng|đội|ca ~1 ở_lại|phải_ở_lại|làm_thêm".to_owned(),
        "xong|hết ~1 hàng|đơn|việc ~1 mới ~2 về|được_về|mở_cổng|cho_về|tan".to_owned(),
        "#7-9|chín|tám|bảy chục tiếng".to_owned(),
        // What befalls who does not, told the other way round.
        format!("{MORE} ~6 không|chẳng|chưa ~1 đi|làm|tham_gia|ở_lại|chịu|theo ~3 {PENALTY}"),
        format!("{MORE} ~8 không ~1 chịu|theo|làm|đi|được ~1 được? thì|là ~2 nghỉ|nghỉ_việc|miễn|đừng|khỏi|mời"),
        format!("không_có_quyền|không_được ~1 lựa_chọn|chọn|quyết_định ~4 {MORE}"),
        format!("{MORE} ~6 đều? phải ~1 chấp_hành|tuân_thủ|tuân_theo|tham_gia"),
        "về đúng_giờ ~8 bị|trừ|phạt|chuyển|kỷ_luật|cho_nghỉ".to_owned(),
        "không|chưa ~2 cho ~1 về đúng_giờ".to_owned(),
        "chưa ~2 xong|đủ|hết ~3 chưa|không ~1 ai ~2 ra|về".to_owned(),
        format!("chuyên_cần|thưởng ~12 đủ ~3 buổi|số_buổi|ngày ~1 {MORE}"),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "không|chẳng|chả ~2 bắt_buộc|ép|bắt|ép_buộc|buộc ~4 tăng_ca|làm_thêm|phải|ở_lại",
            "không|chẳng|khỏi ~1 phải ~2 tăng_ca|làm_thêm|ngoài_giờ|ot",
            "không ~1 bắt_buộc|ép_buộc|ép",
            "tự_nguyện|tùy_ý|theo_nguyện_vọng|nếu_muốn|ai_muốn|tùy_bạn|tự_đăng_ký|theo_nhu_cầu|khi_đồng_ý|có_thể_từ_chối|vẫn_được_từ_chối|theo_thỏa_thuận|muốn_thì|theo_ý_muốn|đăng_ký_theo_ý",
            "theo_luật|đúng_luật|theo_quy_định|thỏa_thuận|theo_luật_lao_động|đúng_quy_định",
            "tiền|lương|trả|tính|phụ_cấp|chế_độ|bữa_phụ ~2 tăng_ca|làm_thêm|ngoài_giờ !bắt_buộc|ép|ép_buộc",
            "tăng_ca|làm_thêm -3 lương|tính|trả|được|hưởng|150|200|#% ~4 # %|phần_trăm",
            "không|ít|hạn_chế ~1 tăng_ca|làm_thêm ~1 $",
            "việc|sinh_viên|học_sinh|kiếm|bán_thời_gian|thu_nhập|hè ~2 làm_thêm",
            "làm_thêm ~1 hè|buổi_tối|cuối_tuần|kiếm|ngoài|bánh|món|hàng|việc|báo_cáo",
            "làm_thêm tới|đến #7-21",
            "bồi_thường|bảo_hiểm|thuốc ~3 tăng_ca",
        ],
        &["không_bắt_buộc", "không_ép", "không_phải", "không_bắt", "tự_nguyện", "không_cần"],
        4,
    )
    .firm(&["không|chẳng|chưa ~1 chịu|đồng_ý|muốn ~2 ở_lại|thêm_giờ|ca_tối ~6 trừ|phạt|cắt|nghỉ|bị|mất|chuyển", "không|chẳng|chưa ~1 ở_lại|chịu|đồng_ý ~2 làm_thêm|làm_thêm_giờ|tăng_ca ~6 trừ|phạt|cắt|nghỉ|bị|mất"])
});

/// So many hours are over the limits even where everybody agrees.
static LIMITS: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        format!("{MORE} ~7 #60.5-300 {{giờ}}"),
        format!("#60.5-300 {{giờ}} ~3 {MORE}"),
        format!("{MORE} ~8 #60.5-200 {{giờ}} ~2 tháng|một_tháng|mỗi_tháng"),
        format!("{MORE} -5 #4-12 {{giờ}} ~2 ngày|hôm|tối|đêm|buổi|một_ngày|mỗi_ngày|mỗi_tối|mỗi_đêm !lương"),
        format!("{MORE} -5 mỗi|một|1? ngày|tối|hôm|đêm|buổi ~2 #4-12 {{giờ}}"),
        format!("{MORE} #4.5-12 {{giờ}}"),
        format!("{MORE} ~8 #300.5-2000 {{giờ}}"),
        format!("#300.5-2000 {{giờ}} ~3 năm|một_năm|mỗi_năm ~3 {MORE}"),
        format!("{MORE} ~5 đến|tới|qua|hết|tận ~1 #10.5-12 {{giờ}}? ~1 đêm|khuya|tối"),
        format!("{MORE} ~4 đến|tới|qua|hết|tận ~1 #22-24 {{giờ}}"),
        format!("{MORE} ~4 đến|tới|qua|tận ~1 sáng|khuya|nửa_đêm|sáng_hôm_sau|#1-3_giờ_sáng|#1-3_h_sáng"),
        // Three hours on every day of the month are more than sixty.
        format!("{MORE} -5 #2.5-12 {{giờ}} ~2 mỗi_ngày|một_ngày|ngày|tối ~2 cả_tuần|cả_tháng|từ_thứ|đều|hằng_ngày|liên_tục !đặn"),
        format!("{MORE} -5 #3.5-12 {{giờ}} ~2 mỗi_ngày|một_ngày|ngày|hôm|tối|đêm|buổi !lương"),
        format!("{MORE} -4 #15.5-60 {{giờ}} ~1 tuần|một_tuần|mỗi_tuần"),
        format!("không ~1 {MORE} ~2 #3-8 {{giờ}} ~3 thì ~1 miễn|đừng|khỏi|thôi"),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "làm_thêm tới|đến #7-21",
            "việc|sinh_viên|học_sinh|kiếm|bán_thời_gian|hè ~2 làm_thêm",
            "làm_thêm ~1 hè|bán_thời_gian",
            "tối_đa|không_quá #40-60",
        ],
        &["không"],
        2,
    )
});

/// Words that say unlawful overtime, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    let mut found = PHRASES.find(reading);
    found.extend(LIMITS.find(reading));
    merge(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overtime_is_agreed_and_limited() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Bắt buộc tăng ca khi có đơn gấp",
        "tang ca bat buoc, k dc tu choi",
        "Phải tăng ca theo yêu cầu quản lý",
        "không tăng ca sẽ bị trừ lương",
        "Tăng ca 80 tiếng một tháng",
        "ot 100h/thang",
        "Ai không tăng ca thì nghỉ việc",
        "tăng ca 5 tiếng mỗi ngày",
        "Ngày nào cũng tăng ca đến 10 giờ",
        "Cam kết tăng ca khi cần",
        "làm thêm giờ không được từ chối",
        "t.ă.n.g c.a bắt buộc",
        "t4ng c4 b4t bu0c",
        "Tăng ca xuyên đêm mùa cao điểm",
        "ép tăng ca cuối tháng",
        "Tăng ca là nghĩa vụ của công nhân",
        "từ chối tăng ca bị phạt 200k",
        "làm thêm 400 giờ một năm",
        "Đồng ý tăng ca mọi lúc",
        "tang ca toi 12h dem",
        "tăng ca không lương",
        "buoc phai o lai tang ca den khi xong hang",
        "OT bắt buộc, không OT mất chuyên cần",
        "tổng số giờ làm thêm 70 giờ mỗi tháng",
        "Sẵn sàng tăng ca bất cứ lúc nào",
        "tăng ca 100 tiếng 1 tháng",
        "tăng ca không tính tiền",
        "ngày nào cũng tăng ca 4-5 tiếng",
        "tối thiểu 80h tăng ca mỗi tháng",
        "tăng ca đến 23h là bình thường",
        "làm thêm giờ theo yêu cầu, không được từ chối",
        "từ chối tăng ca trừ chuyên cần",
        "hết giờ mà chưa xong hàng thì ở lại làm không công",
        "làm quá giờ không có phụ cấp",
        "phải ở lại dọn dẹp sau giờ, không tính lương",
        "ot ko lương",
        "chấp nhận tăng ca mọi lúc",
        "tăng ca chủ nhật bắt buộc, vắng trừ 300k",
        "tăng ca 70 giờ/tháng",
        "tăng ca đến khi hết hàng mới được về",
        "ai không ở lại tăng ca coi như bỏ việc",
        "một năm tăng ca 500 tiếng",
        "tc b4t bu0c",
        "tăng ca tính theo giờ thường, không có 150%",
        "tăng ca trả 20k một giờ như ngày thường",
        "tang ka 90h 1 thang",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Tăng ca tự nguyện, trả 150%",
        "Ít tăng ca, về đúng giờ",
        "Không bắt buộc tăng ca",
        "Tăng ca 30 giờ một tháng, đăng ký theo ý muốn",
        "không phải tăng ca",
        "Lương tăng ca tính theo luật",
        "Việc làm thêm cho sinh viên, 4 tiếng mỗi tối",
        "Tăng ca 2 tiếng mỗi ngày, có cơm tối",
        "Tăng ca tối đa 40 tiếng một tháng",
        "Thu nhập có tăng ca 10 đến 12 triệu",
        "làm thêm hè, 20k một giờ",
        "Không tăng ca, nghỉ chủ nhật",
        "tang ca theo thoa thuan, khong ep",
        "Tính tiền tăng ca 200% ngày chủ nhật",
        "Chấm công, theo dõi giờ làm thêm",
        "Có tăng ca nhưng ai bận thì về",
        "có xe đưa đón khi tăng ca",
        "Bữa phụ khi tăng ca, phụ cấp ca đêm",
        "chế độ tăng ca đầy đủ",
        "Tăng ca thường xuyên, thu nhập tốt",
        "lam them 3 gio moi toi, tra 90k",
        "Muốn tăng ca thì báo trước",
        "tăng ca tự nguyện",
        "tăng ca trả 150-200%",
        "tăng ca không quá 40 giờ/tháng",
        "ít khi tăng ca",
        "không bắt buộc tăng ca, ai bận về trước",
        "tăng ca 2h, có cơm chiều",
        "việc làm thêm buổi tối",
        "lương đã gồm tăng ca",
        "tiền tăng ca trả theo luật",
        "có nhiều tăng ca cho ai cần thêm thu nhập",
        "tính công tăng ca cho công nhân",
        "tăng ca 20-30 tiếng mỗi tháng",
    ];
}
