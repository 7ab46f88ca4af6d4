//! Probation without pay, under 85 % or longer than the law has it for plain work: Labour Code 45/2019
//! art. 25–26; learning at the employer's is no way round it (art. 61).

use crate::moderation::pattern::Patterns;
use crate::moderation::phrases::{Phrases, merge};
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Being on trial.
const TRIAL: &str = "thử_việc|tv|học_việc|học_nghề|tập_việc|làm_thử|thử_tay_nghề|tập_sự|thử_thách|thực_tập_không|thời_gian_thử|thử_nghề|học_hỏi_việc|tìm_hiểu_công_việc|làm_quen_việc|đào_tạo_việc|thử_sức|phụ_việc_học|training|học_máy|học_chuyền|kèm_việc|vào_thử|thời_gian_học|thực_tập";
/// No pay.
const NOTHING: &str = "không_lương|không_có_lương|không_tính_lương|không_hưởng_lương|không_trả_lương|không_được_lương|không_được_trả_lương|không_nhận_lương|chưa_có_lương|chưa_tính_lương|chưa_nhận_lương|không_tính_công|không_công|không_tiền|không_tiền_công|chưa_trả_lương|chưa_lương|không_thù_lao|không_có_thù_lao|không_trả_tiền|không_trả_công|không_được_trả|không_được_thanh_toán|không_thanh_toán|không_có_công|chưa_tính_tiền|chưa_tính_công|chưa_trả_tiền|không_tính_tiền|free|miễn_phí_công|miễn_phí_cho|0_đồng|0_đ|0_lương|không_đồng|lương_0|không_phụ_cấp_lương|không_đồng_nào|chưa_có_đồng_nào|mất_lương|mất_trắng|không_lấy_lương|nói_không_với_lương|không_hỗ_trợ_lương|chỉ_bao_cơm|chỉ_bao_ăn|chỉ_nuôi_cơm|chỉ_hỗ_trợ|chỉ_được_bao|bao_ăn_không|không_trợ_cấp|không_có_trợ_cấp|không_có_phụ_cấp|chưa_có_phụ_cấp|chưa_có_công|coi_như_không_công|chưa_nhận_đồng_nào|không_phát_sinh_lương|không_phát_sinh_tiền_lương|không_phát_sinh_thù_lao|chưa_chi_trả|không_chi_trả|chưa_thanh_toán|chưa_trả_công|không_chấm_công|chưa_được_trả|không_được_tính_công|không_được_tính_lương|không_được_nhận_lương|lương_chưa_có|chưa_bàn_lương|chưa_bàn_tiền|chưa_hưởng_lương|không_được_hưởng_lương";
/// Work that needs no training: six working days of trial at most (art. 25.4).
const PLAIN: &str = "công_nhân|lao_động_phổ_thông|lđpt|tạp_vụ|bảo_vệ|bốc_xếp|bốc_vác|phục_vụ|đóng_gói|vệ_sinh|rửa_bát|rửa_chén|phụ_bếp|phụ_hồ|giữ_xe|trông_xe|giao_hàng|phụ_xe|tạp_công|dọn_phòng|buồng_phòng|giúp_việc|lau_dọn|thu_ngân|bán_hàng";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        format!("{TRIAL} ~12 {NOTHING}"),
        format!("{NOTHING} ~4 {TRIAL}"),
        format!("làm|nghề|tay_nghề ~3 {NOTHING} ~6 mới ~2 lương|nhận"),
        // Under 85 %.
        "thử_việc|tv|học_việc|tập_việc|làm_thử|tập_sự|thử_thách ~8 #5-84 %|phần_trăm|phan_tram".to_owned(),
        "#5-84 %|phần_trăm ~2 lương ~5 thử_việc|tv|học_việc|tập_việc|làm_thử|tập_sự".to_owned(),
        "thử_việc|tv|học_việc|tập_việc|làm_thử ~7 nửa_lương|một_nửa|nửa|phân_nửa ~2 lương|tháng|chính".to_owned(),
        "thử_việc|học_việc|tập_việc|tv ~6 nửa_lương|một_nửa_lương|nửa_tháng_không|một_nửa".to_owned(),
        // Too long.
        "thử_việc|tập_sự|tv -4 #2.5-24 tháng !kinh_nghiệm|bảo_hành".to_owned(),
        "thử_việc|tập_sự|tv ~1 #2.5-24 tháng !kinh_nghiệm|bảo_hành|sau".to_owned(),
        "thử_việc|tập_sự|thử_thách ~3 #61-400 ngày".to_owned(),
        "thử_việc|học_việc|tập_việc|thử_thách ~4 nửa_năm|một_năm|1_năm".to_owned(),
        "#2.5-24 tháng ~1 thử_việc|tập_việc|tập_sự|thử_thách|làm_thử".to_owned(),
        "#61-400 ngày ~1 thử_việc|học_việc|tập_việc".to_owned(),
        "thử_thách ~2 #2.5-24 tháng".to_owned(),
        "tv|thử_việc|tập_sự ~1 #2.5-24 th".to_owned(),
        "tháng|tuần đầu ~2 nhận|hưởng|trả|lĩnh|được ~1 #5-84 %|phần_trăm".to_owned(),
        "nhân_viên_mới|người_mới|công_nhân_mới ~3 không_công|không_lương|chưa_lương".to_owned(),
        "thử_việc -7 #61-400 ngày".to_owned(),
        "thử_việc|thử_thách|tv ~6 gia_hạn|kéo_dài|cộng_thêm ~3 tháng|tuần|#|nếu".to_owned(),
        format!("{PLAIN} ~6 thử_việc|tv ~3 #2-24 tháng|th !kinh_nghiệm|bảo_hành|sau"),
        format!("{PLAIN} ~6 thử_việc|tv ~3 #31-400 ngày"),
        format!("thử_việc|tv ~3 #2-24 tháng|th ~5 {PLAIN}"),
        format!("thử_việc|tv ~3 #31-400 ngày ~5 {PLAIN}"),
        "tái_ký|ký_lại|ký_tiếp ~2 thử_việc".to_owned(),
        // Less of it at first.
        "nửa|một_nửa|phân_nửa lương ~3 tháng|tuần ~1 đầu|đầu_tiên".to_owned(),
        "tháng #1-3 ~1 hưởng|nhận|được ~1 #30-84 %|phần_trăm !hoa_hồng|doanh_số|kpi|lợi_nhuận".to_owned(),
        "giữ_lại|giữ|trừ -1 #16-84 %|phần_trăm ~6 thử_việc|tv|học_việc".to_owned(),
        "thử_việc|tv|học_việc|tập_việc ~5 trả|hỗ_trợ|bồi_dưỡng|phụ_cấp ~4 #20-150 k|nghìn|ngàn ~1 ngày|buổi|ca".to_owned(),
        // Nothing for who doesn't pass or doesn't stay.
        "không_đạt|không_qua|chưa_đạt|không_hợp ~5 không ~2 trả|tính|nhận|thanh_toán|hưởng ~1 lương|công|tiền".to_owned(),
        "dưới|chưa_đủ|không_đủ|chưa_được|chưa_tròn # ngày|tuần|tháng ~6 không|chưa ~2 thanh_toán|tính|trả ~1 công|lương|tiền".to_owned(),
        "ngày|tuần|tháng|buổi|hôm thứ ~3 mới|trở_đi ~1 tính|trả|có ~1 tiền|lương|công|thù_lao|#".to_owned(),
        "tính|trả lương|công|tiền ~1 từ ~1 ngày|tuần|tháng|buổi|hôm thứ|#2-10".to_owned(),
        "làm|theo|đi|phụ không_công".to_owned(),
        "# ngày|tuần|tháng|buổi|hôm không_lương|không_trợ_cấp|chưa_lương|chưa_có_lương|không_có_lương|không_công".to_owned(),
        "làm_thực_tế|làm_thật|làm_việc_thực_tế|đứng_máy|đứng_bếp|đi_kèm_ca|theo_xe ~16 không|chưa ~1 lương|công|tiền|trả".to_owned(),
        "vừa_làm_vừa_học|vừa_học_vừa_làm ~14 chưa|không ~1 trả|có|tính ~1 lương|công".to_owned(),
        "thực_tập_sinh|cộng_tác|cộng_tác_viên ~10 #1-12 tháng ~2 không_lương|không_trợ_cấp|chỉ_ăn_hoa_hồng".to_owned(),
        "tính_sau|bàn_sau|nói_sau ~4 gật|nhận|ưng|ổn".to_owned(),
        "mới tính ~1 tiền|công|lương ~1 công?".to_owned(),
        // Paid only who passes.
        "# ngày|buổi|tuần|ca|hôm ~3 mới ~1 tính|trả|có ~1 công|tiền|lương".to_owned(),
        "làm_thử|thử_việc|học_việc|tập_việc|thử_tay_nghề|học_máy ~6 mới ~1 tính|có|trả|được ~1 tiền|công|lương".to_owned(),
        "hỗ_trợ|bồi_dưỡng -1 #20-150 k|nghìn|ngàn ~2 ngày|buổi ~4 thử_việc|học_việc|tập_việc|học_nghề|làm_thử".to_owned(),
        "thử_việc|học_việc|tập_việc|học_nghề|làm_thử ~3 hỗ_trợ|bồi_dưỡng -1 #20-150 k|nghìn|ngàn ~1 ngày|buổi".to_owned(),
        // The first days for nothing.
        format!("#|vài|mấy|nửa ngày|tháng|tuần|buổi|hôm|ca ~2 đầu|đầu_tiên ~8 {NOTHING}"),
        format!("ngày|tháng|tuần|buổi|hôm|ca đầu|đầu_tiên ~8 {NOTHING}"),
        format!("{NOTHING} #|vài|mấy ngày|tháng|tuần|buổi|hôm ~1 đầu"),
        format!("{NOTHING} ~2 ngày|tháng|tuần|buổi đầu"),
        format!("# ngày|tháng|tuần|buổi ~1 thử|học|làm_quen|đào_tạo|training|test ~4 {NOTHING}"),
        format!("đào_tạo|học_nghề|học_việc|training ~3 # ngày|tháng|tuần|buổi ~3 {NOTHING}"),
        format!("nghỉ|bỏ ~4 thử_việc|học_việc|làm_thử ~8 {NOTHING}|mất|không_được"),
        format!("thử_việc|học_việc|làm_thử ~5 nghỉ ~6 {NOTHING}|mất"),
        "không|chưa -1 lương|công|thù_lao|tiền ~4 thử_việc|học_việc|làm_thử|tập_việc|học_nghề|tập_sự".to_owned(),
        "làm_thử|thử_việc ~5 miễn_phí|free".to_owned(),
        "kéo_dài|gia_hạn|thêm_hạn thử_việc|thời_gian_thử_việc".to_owned(),
        "thử_việc ~2 lần_hai|lần_#|lại_lần|hai_lần|nhiều_lần".to_owned(),
        "ký_hợp_đồng ~2 sau #3-24 tháng thử".to_owned(),
        "chỉ ~1 hỗ_trợ|phụ_cấp ~3 trong ~3 thử_việc|học_việc".to_owned(),
        format!("học|theo|theo_học|phụ|đào_tạo ~8 #|nửa tháng|tuần|năm|ngày|buổi ~6 {NOTHING}"),
        format!("làm|chạy ~2 việc ~2 như ~2 chính|thợ|nhân_viên|thật ~4 {NOTHING}"),
        format!("tuần|tháng|ngày|buổi thử|thử_sức|thử_thách|làm_quen ~12 {NOTHING}"),
        "{người}|học|thử_sức|thử_việc|theo_thợ ~12 tiền_công|lương|công|tiền tính_sau|bàn_sau|nói_sau|để_sau".to_owned(),
        "<chưa học|thử|theo|thử_sức|làm_thử|thử_việc|người_mới ~12 mới ~1 bàn|nói_chuyện|nói|tính ~2 tiền|lương|công".to_owned(),
        "trụ|qua|bỏ|nghỉ|đạt ~2 thì ~1 coi_như|xem_như ~1 không_công|không_lương|làm_không|mất_công".to_owned(),
        "thử|thử_sức|đi_thử ~10 #5-84 %|phần_trăm !hoa_hồng|chiết_khấu".to_owned(),
        "thử|thử_sức|thử_việc|học_việc ~8 nửa|một_nửa|phân_nửa ~1 lương|công|tiền".to_owned(),
        "thử|thử_việc|học_việc|tập_sự ~9 #1-8 phần ~1 #10|mười".to_owned(),
        "thử|thử_việc|học_việc|tập_sự ~9 #2 phần ~1 #3|ba".to_owned(),
        "nhận|hưởng|lĩnh ~1 #30-84 %|phần_trăm !hoa_hồng|chiết_khấu|doanh_số ~4 hợp|đạt|hết_thử|qua_thử|sau_đó".to_owned(),
        "<dùng|chạy|ăn|mặc|lái|uống thử ~1 #2.5-12 tháng".to_owned(),
        "<dùng|ăn|uống|học|nghiệm|tập thử ~2 miễn_phí|không_công|free ~1 #|một|vài|mấy ~1 ngày|tuần|buổi|tháng".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "không ~1 thử_việc|qua_thử_việc|cần_thử_việc",
            "quản_lý|giám_đốc|trưởng_phòng|quản_đốc ~8 thử_việc ~3 #3-6 tháng",
            "quản_lý|giám_đốc|trưởng_phòng|quản_đốc ~8 thử_việc ~3 #61-180 ngày",
            "kinh_nghiệm ~4 # tháng",
            "bảo_hành|hợp_đồng|hđlđ|bảo_hiểm|ký -3 #3-36 tháng",
            "sau -1 #? ~1 thử_việc ~4 # tháng",
            "sau ~1 #? tháng? thử_việc",
            "chiết_khấu|hoa_hồng|giảm|thưởng|sale|tăng|hoàn ~3 # %|phần_trăm",
            "#85-100 %|phần_trăm !cv",
            "thực_tập|học_việc|học_nghề|đào_tạo|thử_việc vẫn|đều? có|được|được_trả|trả|hưởng|nguyên|đủ nguyên|đủ? lương|trợ_cấp|phụ_cấp|hỗ_trợ",
            "nghỉ ~2 không_lương|không_hưởng_lương",
            "không ~2 mất|thu ~2 học_nghề|học_phí|phí",
            "chạy|lái|sản_phẩm|nghiệm|phim|món|giọng|hàng|đồ|váy ~1 thử",
            "tv|tivi ~1 màn|led|lcd|lg|samsung|sony|box",
            "màn_hình|mua|bán|sửa|lắp|tủ|kệ tv",
            "nghỉ ~1 # ngày ~2 không_lương",
            "thực_tập_sinh|thực_tập ~4 # tháng",
            "chưa_tính ~1 thưởng|tăng_ca|phụ_cấp|hoa_hồng",
            "vẫn|có|được|đủ|nguyên ~1 lương ~2 thử_việc|học_việc !#",
        ],
        &["không_phải", "không_còn", "không_có_chuyện", "bỏ_hẳn"],
        2,
    )
});

static WAGES: LazyLock<Patterns> = LazyLock::new(|| {
    let unit = "tr|triệu|củ|m|k|nghìn|ngàn|đ|đồng|vnđ";
    let wage = "lương|lương_cứng|thu_nhập|ngày_công|tiền_công|công|lg";
    let trial = "thử_việc|tv|học_việc|tập_việc|thời_gian_thử_việc|tháng_đầu|tháng_đầu_tiên|tuần_đầu|hội_nhập";
    let then = "chính_thức|chính|ct|qua_thử_việc|sau|sau_đó|sau_này|hết_thử_việc|sau_tv|trong_khi|đạt";
    Patterns::new(&[
        &format!("{trial} ~6 # {unit} #? ~8 {then} ~5 # {unit}"),
        &format!("chính_thức|ct ~2 # {unit} #? ~6 {trial} ~3 # {unit}"),
        &format!("{wage} ~1 chính_thức|chính ~2 # {unit} #? ~6 {trial} ~3 # {unit}"),
    ])
});

/// A sum of money at a token, in đồng, and how many tokens it has: "6tr5" is six and a half million.
fn sum(reading: &Reading, at: usize) -> Option<f64> {
    let (number, length) = reading.number(at)?;
    let unit = match reading.tokens.get(at + length)?.base.as_str() {
        "tr" | "trieu" | "cu" | "m" => 1e6,
        "k" | "nghin" | "ngan" => 1e3,
        "d" | "dong" | "vnd" => 1.0,
        _ => return None,
    };
    let rest = reading
        .tokens
        .get(at + length + 1)
        .filter(|token| token.gap == crate::moderation::reading::Gap::None && token.digits.len() == 1 && token.signs.is_empty());
    let sum = (number + rest.and_then(|token| token.number).unwrap_or(0.0) / 10.0) * unit;
    // Less is no wage of an hour.
    (sum >= 5e3).then_some(sum)
}

/// A wage on trial that is named beside the full one and is less than 85 % of it.
fn low_wages(reading: &Reading) -> Vec<Range<usize>> {
    // A wage of an hour or a day beside one of a month says nothing.
    let is_less = |trial: f64, full: f64| trial < full * 0.85 && full < trial * 4.0;
    WAGES
        .all(reading)
        .filter(|span| {
            let sums: Vec<f64> = (span.start..(span.end + 1).min(reading.len())).filter_map(|at| sum(reading, at)).collect();
            let is_full_first = matches!(reading.tokens[span.start].base.as_str(), "luong" | "chinh" | "ct")
                || (reading.tokens[span.start].base == "thu" && reading.tokens.get(span.start + 1).is_none_or(|token| token.base != "viec"));
            match sums[..] {
                [full, trial] if is_full_first => is_less(trial, full),
                [trial, full] => is_less(trial, full),
                _ => false,
            }
        })
        .collect()
}

/// Words that say unlawful probation, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    let mut found = PHRASES.find(reading);
    found.extend(low_wages(reading));
    merge(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trial_is_short_and_paid() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Thử việc không lương 7 ngày",
        "hoc viec 1 thang k luong",
        "thử việc 3 tháng rồi ký hợp đồng",
        "Thử việc hưởng 70% lương",
        "luong thu viec 80 %",
        "Thời gian thử việc: ba tháng",
        "3 ngày đầu làm thử không tính công",
        "Tuần đầu không lương, làm được mới ký",
        "học nghề hai tháng không có lương, bao ăn",
        "thử việc hưởng nửa lương",
        "t.h.ử v.i.ệ.c không công",
        "thu viec 90 ngay",
        "Nghỉ trong thời gian thử việc không được trả lương",
        "tv 5tr, chinh thuc 8tr",
        "Lương thử việc 4 triệu, sau thử việc 7 triệu",
        "thử việc nửa năm",
        "tháng đầu học việc chưa có lương",
        "làm thử 3 buổi miễn phí",
        "Đào tạo 10 ngày không lương",
        "tập việc 15 ngày chỉ bao cơm",
        "thử việc lương bằng 50 phần trăm chính thức",
        "thử việc 4 tháng, đóng bảo hiểm sau",
        "không lương trong thời gian thử việc",
        "hai tuần đầu quán không trả tiền, coi như học",
        "thử việc không lương",
        "7 ngày đầu không tính lương",
        "thử việc hưởng 70%",
        "học việc 1 tháng không lương",
        "thử việc 80% lương",
        "tháng đầu chỉ bao ăn",
        "thử việc 4 triệu, chính thức 7 triệu",
        "học nghề 2 tháng tự túc, không trả công",
        "công nhân thử việc 90 ngày",
        "qua 3 ngày thử mới tính công",
        "thử việc 2 tháng rồi gia hạn thêm 1 tháng",
        "làm thử một tuần, đạt mới tính tiền",
        "trong 10 ngày đầu nếu nghỉ không được trả lương",
        "lương thử việc bằng nửa lương chính thức",
        "thời gian thử thách nửa năm",
        "training 5 buổi free",
        "thử việc 15 ngày k lương, đạt mới ký",
        "hỗ trợ 50k/ngày trong thời gian thử việc",
        "học máy 10 ngày chưa có lương",
        "thử việc 60 % lương 2 tháng",
        "thử việc sáu tháng",
        "nghỉ trong tháng đầu mất lương",
        "tv 3th",
        "thoi gian thu viec cua cong nhan dong goi la 90 ngay",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Thử việc 6 ngày, hưởng 100% lương",
        "Thử việc 2 tháng hưởng 85% lương",
        "Thử việc 30 ngày, lương 90%",
        "Không thử việc, ký hợp đồng ngay",
        "Thực tập có trợ cấp 3 triệu một tháng",
        "Hợp đồng 12 tháng sau thử việc 1 tháng",
        "Nghỉ không lương tối đa 10 ngày",
        "Đào tạo miễn phí, có lương",
        "Thử việc 60 ngày với vị trí kỹ sư",
        "Học nghề có lương ngay từ đầu",
        "Chạy thử máy 3 tháng",
        "Hoa hồng 70%, thử việc 6 ngày",
        "lương thử việc 8tr, chính thức 9tr",
        "kinh nghiệm 6 tháng, thử việc 6 ngày",
        "Sau 6 tháng xét tăng lương",
        "Bảo hành 12 tháng, lắp tivi cho khách",
        "thu viec 1 thang, luong 100%",
        "Thử món mới, nấu thử cho khách",
        "Ngày đầu nhận việc có người kèm, vẫn tính lương",
        "Thời vụ 3 tháng, trả lương tuần",
        "luong thu viec bang luong chinh thuc",
        "Giảm giá 50% cho nhân viên",
        "thử việc 1 tháng hưởng 85%",
        "thử việc 6 ngày, đủ lương",
        "thử việc 2 tháng cho kỹ sư, 90% lương",
        "học việc có lương",
        "không cần thử việc",
        "đào tạo 3 tháng có trợ cấp 5 triệu",
        "thử việc 30 ngày 100% lương",
        "lái thử xe",
        "hợp đồng 3 tháng",
        "thử việc 1 tháng, lương 8tr, chính thức 9tr",
        "nếm thử món",
        "tập huấn 3 ngày có lương",
    ];
}
