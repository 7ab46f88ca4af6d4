//! More than 48 normal hours a week or 12 a day, or no day of rest: Labour Code 45/2019 art. 105 and 111.

use crate::moderation::pattern::Patterns;
use crate::moderation::phrases::{Phrases, merge};
use crate::moderation::reading::{Gap, Reading};
use std::ops::Range;
use std::sync::LazyLock;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        &[
            // So long a day.
            "#12.5-24 {giờ} ~2 ngày|hôm|ca|liên_tục|liền|mới_được|mỗi_ngày|một_ngày|mới_về|trên_ngày|1_ngày|trong_ngày",
            "#12 tiếng|giờ rưỡi ~3 ngày|ca|hôm",
            "ngày|hôm|ca|mỗi_ngày -4 #12.5-24 {giờ}",
            "làm|làm_việc|đứng|trực|cầm_lái|lái|chạy|ngồi|gác|trông|đứng_quầy -3 #12.5-24 {giờ} !ngày_mai|hôm_sau|tới|đến|một_tuần|mỗi_tuần|tuần|trên_tuần|tháng|một_tháng|mỗi_tháng|nghỉ|thì_nghỉ",
            "làm|ngày_làm|ngày|ca #13-24 {giờ} #1-59",
            "sáng #3-8 giờ|h #0-59? ~1 tối|đêm|khuya #8-12 giờ|h",
            "sáng #3-7 giờ|h #0-59? ~3 tối|đêm|khuya #9-12 giờ|h",
            "từ? sáng_sớm|tinh_mơ|gà_gáy|tờ_mờ_sáng|mờ_sáng|sáng_tinh_mơ ~3 đến|tới|cho_đến ~1 khuya|đêm|tối_mịt|tối_muộn|nửa_đêm|đêm_khuya",
            "#24 trên|trong #7|bảy !giờ|h|g|#0-59",
            "#24 #24 ~5 một_người|một_mình|liên_tục|không_đổi_ca|ăn_ngủ",
            "trực|canh|gác|trông ~2 #24 #24 !chia|theo|nhưng",
            "công_nhật|ngày_công|công|một_công|mỗi_công|suất -2 #12.5-24 {giờ}",
            "ca|ca_làm|mỗi_ca -1 #12.5-24 {giờ}",
            "có_mặt|túc_trực|ở_bên|ở_cùng|kè_kè|ăn_ngủ|theo_sát|trông_nom|chăm|ở|bám -3 #24 #7|#24",
            "trực|canh|gác|trông|túc_trực ~1 suốt|cả|liên_tục|xuyên ~1 ngày_đêm|đêm_ngày|ngày_lẫn_đêm|24_giờ",
            "trực|canh|gác|trông|túc_trực|chăm|chăm_sóc|ở_với|làm|phụ|coi ~3 cả_ngày_lẫn_đêm|ngày_lẫn_đêm|cả_ngày_cả_đêm",
            // So long a week.
            "#49-120 {giờ} ~2 tuần|một_tuần|mỗi_tuần|trên_tuần",
            "tuần|mỗi_tuần -4 #49-120 {giờ}",
            "#6-7 ngày|buổi ~1 x|nhân|mỗi_ngày|ngày #9-16 {giờ}",
            "#6-7 ngày|buổi #9-16 {giờ}",
            "#8.5-16 {giờ} -3 #6-7 ngày|buổi|hôm",
            "#7-16 {giờ} -3 #7 ngày|buổi|hôm|đêm|#7",
            "#8.5-16 {giờ} ~2 #6-7 ngày|buổi ~1 tuần",
            "#7-16 {giờ} ~2 cả_tuần|không_nghỉ",
            "tuần|một_tuần|mỗi_tuần ~3 #7 ca|công|suất !nghỉ",
            // No day of rest.
            "cả_tháng|tháng|cả_năm|năm|quanh_năm -4 chỉ ~1 nghỉ|được_nghỉ|off ~2 rằm|ngày_rằm|mùng_một|giỗ|ngày_giỗ|giao_thừa|tết",
            "làm ~1 suốt|thông|xuyên tuần|tháng|cả_tuần|cả_tháng !từ|trừ|thứ",
            "chỉ ~1 nghỉ|được_nghỉ ~1 mùng|mùng_#|mùng_một|tết|giao_thừa",
            "không|chẳng|chả ~1 có ~1 thứ_bảy|t7|thứ_7 ~2 chủ_nhật|cn ~1 gì|hết|đâu",
            "từ? đầu_tháng|mùng_một tới|đến ~1 cuối_tháng|hết_tháng",
            "sáng ~1 sớm ~1 đi ~2 tối|đêm|khuya ~1 mịt|muộn|khuya? về",
            "thông|xuyên|suốt|nguyên|trọn tuần|tháng|cả_tuần|cả_tháng ~3 không|chẳng ~1 nghỉ|off|ngày_nghỉ",
            "không|chẳng|chả ~1 có ~1 khái_niệm|chuyện ~1 cuối_tuần|chủ_nhật|ngày_nghỉ|nghỉ",
            "không|chẳng|chả có chủ_nhật|cn đâu|gì",
            "không|chẳng|chả|chưa ~1 có|được|ai_được|cho? ~2 ngày_nghỉ|nghỉ_ngày_nào|nghỉ_tuần|nghỉ_hàng_tuần|nghỉ_chủ_nhật|nghỉ_lễ|được_nghỉ|ngày_nghỉ_nào|nghỉ_buổi_nào|nghỉ_hôm_nào|nghỉ_cuối_tuần|off_ngày_nào|ngày_off|ngày_nào_nghỉ|hôm_nào_nghỉ|ngày_nào_off",
            "không|chẳng|chả|khỏi ~1 nghỉ ~2 ngày_nào|buổi_nào|hôm_nào|chủ_nhật|cn|lễ|tết|ngày|trong_tháng|tuần|thứ|cuối_tuần|hôm|bữa_nào",
            "^ không|chẳng|chả nghỉ $",
            "không|chẳng|chả có chủ_nhật|cuối_tuần|ngày_chủ_nhật|cn|ngày_lễ|lễ_tết !thì",
            "#3-7 giờ|h sáng? ~1 dậy ~3 #9-12 giờ|h đêm|tối|khuya",
            "tháng|năm|tuần|quanh_năm|cả_tháng ~1 không|chẳng nghỉ !thai|phép",
            "làm|cả_tháng|quanh_năm|suốt ~3 không_nghỉ|không_xin_off|không_off|không_được_nghỉ|không_ngày_nghỉ",
            "không ~1 xin ~1 off|nghỉ",
            "không_ai được_nghỉ",
            "làm|đủ|cả|trọn|hết|kín|suốt|làm_việc -3 #7 ngày|buổi|đêm|tối ~2 tuần|trong_tuần",
            "tuần|một_tuần|mỗi_tuần ~4 #7 ngày|buổi !nghỉ|phép",
            "#7 ngày|buổi|hôm|đêm|tối ~1 tuần|trong_tuần|một_tuần|trên_tuần !nghỉ",
            "#7_#7 !giờ|h|g|#0-59",
            "cả|đủ|trọn|sáu|bảy -1 #7? ngày trong_tuần",
            "làm|đủ|cả|trọn|hết|kín|đi_làm -2 #30-31 ngày|công|hôm|buổi",
            "#30-31 ngày|công ~1 tháng|trong_tháng|trên_tháng|một_tháng !kinh_nghiệm",
            "#30-31 ngày? ~1 trên|trong #30-31",
            "#30 #30|#31_#31",
            "tháng ~2 #29-31 ngày|công !nhận",
            "ngày_nào|hôm_nào|ngày_nào_cũng ~2 cũng ~1 làm|mở|đi_làm !đúng|từ",
            "làm|đi_làm|bán ~2 tất_cả|hết|cả ~1 các? ngày ~1 trong_tuần|trong_tháng|trong_năm",
            "làm|đi_làm|mở_cửa|bán -2 cả chủ_nhật|cn|lễ|tết|ngày_lễ -3 không|chẳng nghỉ",
            "kể_cả|cả ~1 chủ_nhật|cn|lễ_tết|mùng_#|mùng_một|ngày_lễ ~3 không|chẳng ~1 nghỉ|off",
            "#29-31 công ~1 tháng|trong_tháng|mới",
            "làm|đi_làm|hoạt_động ~2 quanh_năm|xuyên_tết|xuyên_lễ|xuyên_tuần|365_ngày !suốt",
            "^ xuyên_tuần|xuyên_tết|xuyên_lễ|xuyên_chủ_nhật",
            "từ? thứ_hai|thứ_#|t#|t2 đến|tới hết? chủ_nhật|cn",
            "chủ_nhật|cn|ngày_lễ|lễ_tết ~4 vẫn|cũng|phải ~1 làm|đi_làm !nếu|thì|tính|được",
            "nghỉ|được_nghỉ|off ~1 #0-2 ngày|buổi|hôm|bữa ~1 tháng|một_tháng|mỗi_tháng|trong_tháng|trên_tháng|1_tháng",
            "tháng|mỗi_tháng|một_tháng|#1_tháng|cả_tháng ~1 được? nghỉ|off|được_nghỉ ~1 #0-2 ngày|buổi|hôm|bữa !rưỡi",
            "năm|cả_năm -1 chỉ? ~1 nghỉ|được_nghỉ ~1 mùng|#1-5|tết",
            "#2 tuần ~2 nghỉ|off ~1 #1 ngày|buổi",
            "hai_tuần|nửa_tháng nghỉ|được_nghỉ|off ~1 #1|một",
        ],
        EXCUSES,
        &["không_phải", "không_bao_giờ", "không_làm", "không_ai_phải", "không_bắt"],
        3,
    )
});

const EXCUSES: &[&str] = &[
    "tăng_ca|làm_thêm|phụ_trội|overtime|ngoài_giờ ~6 {giờ}",
    "{giờ} tăng_ca|làm_thêm|ngoài_giờ",
    "nghỉ phép|lễ|tết ~2 # ngày",
    "không|chẳng ~3 nghỉ ~1 ngang|không_phép|việc|giữa_chừng|trưa|tự_ý|lâu|thai_sản|đột_xuất|sớm|hưu",
    "không_phải|không_cần|không_bị ~2 làm",
    "nhà_máy|máy|hệ_thống|dây_chuyền|cửa_hàng|hotline|bảo_hành|an_ninh|camera|phòng_khám|mở_cửa|hoạt_động|vận_hành|lò|quán|sạc|ủ|giám_sát|tổng_đài|hỗ_trợ_khách|đặt_vé|ghi_hình|siêu_thị|bệnh_viện|thời_gian_ủ|phơi|ngâm|sấy|nung|hầm|lên_men|bảo_quản|pin|thang_máy|mở -5 # {giờ}|ngày|#",
    "đổi_trả|giao_hàng|phản_hồi|bảo_hành|trong_vòng|trả_hàng|sau|phỏng_vấn|thử_việc|hạn|báo_trước|đặt_trước|trước|kết_quả|giao|nhận_lương|lương_về|ứng_lương|hoàn_tiền|trong #12-60 ngày|giờ|tiếng|h",
    "thử_việc|đào_tạo|hợp_đồng|thời_hạn|lưu_trú|thị_thực|du_lịch|chuyến ~4 # ngày",
    "trả_lương|thanh_toán|chốt|công_nợ|kỳ_hạn|tính_lương|lương ~4 # ngày",
    "nghỉ|off|được_nghỉ ~1 #1 ngày|hôm|buổi ~1 tuần|mỗi_tuần|một_tuần|hàng_tuần",
    "chia ~2 ca|kíp",
    "#24 #24 ~8 ca #",
    "#2-4 ca|kíp",
    "luân_phiên|xoay_ca|đổi_ca|theo_ca|có_người_thay|ca_kíp",
    "nghỉ_bù|nghỉ bù|hôm_sau_nghỉ|mai_nghỉ",
    "làm|trực # {giờ} -1 nghỉ #12-72 {giờ}",
    "trực # giờ|tiếng|h ~3 nghỉ",
    "được_nghỉ|nghỉ -0 #3-31 ngày",
    "ca ~1 tối|sáng|chiều|đêm|hành_chính -2 # giờ|h|g",
    "từ|lúc|ca|khoảng|tối|sáng|chiều|đêm|gồm -1 # giờ|h|g #? ~1 đến|tới|hoặc # giờ|h|g?",
    "từ|lúc|ca|khoảng|tối|sáng|chiều|đêm|gồm -1 # giờ|h|g #? # giờ|h|g",
    "#4-24 giờ|h|g #1-59? đến|tới|hoặc|và #4-24 giờ|h|g",
    "#4-24 giờ|h|g #1-59? -0 #4-24 giờ|h|g",
    "làm|giờ -2 #12-24 {giờ} #12-24 {giờ}",
    "thứ_bảy|t7|thứ_7|chủ_nhật|cn|lễ -2 nghỉ|được_nghỉ|không_làm|tính|nhân|hưởng",
    "chủ_nhật ~5 # %|phần_trăm|gấp|x2|x3|lương",
    "giờ_thứ|ngày_thứ|km|vé|chuyến|đơn ~1 #",
    "tuổi|tháng_tuổi|sinh|kinh_nghiệm ~2 # {giờ}",
    "cách|khoảng_cách|đi_xe|di_chuyển|xe_chạy|mất ~2 # {giờ}",
    "máy|robot|thiết_bị|xe|lò ~1 chạy|nung|hoạt_động ~6 ngày|tuần|{giờ}",
    "#5-7 ngày|buổi ~1 tuần -1 tùy_chọn|tự_chọn|linh_hoạt|tùy|chọn",
    "part_time|bán_thời_gian|tùy_chọn -4 # {giờ}|ngày ~2 # ngày|buổi",
    "máy|dây_chuyền|lò ~2 liên_tục ~3 ngày",
    "nghỉ_hết|được_nghỉ|nghỉ ~1 #3-9 ngày|buổi ~1 tháng",
    "# k|nghìn|ngàn|đồng|đ ~1 tiếng|giờ|h",
];

/// "Từ 5h đến 21h", "7h - 19h30": the hours that a person works.
static SPANS: LazyLock<Patterns> = LazyLock::new(|| {
    let part = "sáng|trưa|chiều|tối|đêm|khuya|am|pm|hôm_sau|hôm_trước";
    let after = "~1 đến|tới|cho_đến|cho_tới|-|tận|về|ngủ|nghỉ? ~1";
    Patterns::new(&[
        &format!("#0-24 giờ|h|g|{part} rưỡi? #1-59? {part}? {after} #0-24 giờ|h|g|{part} {part}? rưỡi? #1-59? {part}?"),
        &format!("từ #0-24 giờ|h|g? #1-59? {part}? {after} #0-24 {part}"),
        &format!("từ #0-24 giờ|h|g? rưỡi? {part} {after} #0-24 giờ|h|g? rưỡi? {part}"),
        &format!("từ #0-24 giờ|h|g? rưỡi? #1-59? {part}? {after} #0-24 giờ|h|g {part}? rưỡi? #1-59? {part}?"),
    ])
});

/// Words that make a span one of a person's day of work.
static OF_WORK: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "làm|làm_việc|lm|lam|đứng|trực|trông|canh|coi|nấu|mở_hàng|dọn|bưng|bê|lái|giao|đi_làm|chạy|gác|giờ_làm|thời_gian|ca_làm|ca|giờ_giấc|phụ|bán|dậy|ngày_làm|gio_lam|giờ|hàng_ngày|mỗi_ngày",
    ])
});

/// Words that make it one of something else.
static OF_OTHERS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "mở_cửa|mở|quán_mở|hoạt_động|xoay_ca|chia_ca|chọn_ca|ca_gãy|#2-4_ca|luân_phiên|giao_hàng|phục_vụ_khách|máy_chạy|theo_ca|chọn|khởi_hành|đăng_ký_ca|tuỳ|trong_khoảng|linh_hoạt|xếp_ca|chia",
    ])
});

/// The hour that a token says, with the part of the day behind it.
fn hour(reading: &Reading, at: usize, end: usize) -> Option<(f64, usize)> {
    let (mut value, length) = reading.number(at)?;
    let mut next = at + length;
    let mut minutes = false;
    while let Some(token) = reading.tokens.get(next).filter(|_| next < end && next <= at + length + 3) {
        match token.base.as_str() {
            "trua" | "chieu" | "toi" | "dem" | "khuya" | "pm" if value < 12.0 && !(matches!(token.base.as_str(), "dem" | "khuya") && value < 6.0) => {
                // "5h tới 9h", "7h-11h chiều 13h": before a number it belongs to what follows.
                if reading.number(next + 1).is_some() && reading.tokens[next + 1].gap == Gap::None {
                    break;
                }
                value += 12.0;
            }
            "dem" | "khuya" if (value - 12.0).abs() < 0.1 => value = 24.0,
            "gio" | "h" | "g" | "sang" | "am" | "ruoi" | "hom" | "dem" | "toi" | "chieu" | "trua" => {}
            _ if token.number.is_some_and(|number| number < 60.0) && !minutes && token.range.start == reading.tokens[next - 1].range.end => minutes = true,
            _ => break,
        }
        next += 1;
    }
    Some((value, next))
}

/// Days of work of more than twelve hours, by what is said of their beginning and end.
fn long_days(reading: &Reading) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for span in SPANS.all(reading) {
        let first = if reading
            .number(span.start)
            .is_some_and(|(_, length)| span.start + length < span.end && reading.tokens[span.start].base != "tu")
        {
            span.start
        } else {
            span.start + 1
        };
        let Some((from, next)) = hour(reading, first, span.end) else { continue };
        let Some((to, _)) = (next..span.end).find_map(|at| reading.number(at).and_then(|_| hour(reading, at, (span.end + 1).min(reading.len())))) else {
            continue;
        };
        let long = if to > from { to - from } else { to + 24.0 - from };
        let clause = reading.clause_start(span.start);
        let before = span.start.saturating_sub(7).max(clause.min(span.start.saturating_sub(2)))..span.start + 1;
        let works = before.clone().any(|at| OF_WORK.at(reading, at).is_some()) || reading.tokens[span.start].gap == Gap::End;
        let denied = |at: usize| at > 0 && reading.tokens[at - 1].base == "khong";
        let others = before
            .chain(span.start + 1..(span.end + 5).min(reading.len()))
            .any(|at| !denied(at) && OF_OTHERS.at(reading, at).is_some());
        if (12.4..=20.0).contains(&long) && works && !others {
            found.push(span);
        }
    }
    found
}

/// Words that say unlawful hours, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    let mut found = PHRASES.find(reading);
    found.extend(long_days(reading));
    merge(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weeks_have_an_end() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Làm 14 tiếng một ngày, bao ăn ở",
        "ngay lam 13h, thang nghi 1 ngay",
        "Làm từ 6h sáng đến 20h tối",
        "lam tu 5h den 19h moi ngay",
        "Không có ngày nghỉ trong tháng",
        "thang khong nghi ngay nao",
        "Làm cả tuần 7 ngày, không nghỉ chủ nhật",
        "tuần làm 7 ngày",
        "làm đủ 30 ngày một tháng",
        "Ca 16 tiếng, hai người thay nhau ngủ",
        "60 giờ một tuần",
        "Mỗi tuần làm 72 tiếng",
        "Trực 24/24, ăn ngủ tại chỗ, không đổi ca",
        "k nghi cn, k nghi le tet",
        "Làm việc từ thứ hai đến chủ nhật",
        "lam 1.4 ti.ế.n.g mot ngay",
        "Mỗi tháng chỉ được nghỉ 1 ngày",
        "thoi gian: 7h - 21h hang ngay",
        "Từ 6 giờ sáng tới 9 giờ tối",
        "chủ nhật vẫn đi làm, không nghỉ lễ",
        "làm xuyên Tết, không nghỉ",
        "đứng quầy mười ba tiếng mỗi ngày",
        "hai tuần nghỉ một ngày",
        "lam 7/7 khong nghi",
        "ngày mười lăm tiếng, ai yếu đừng vào",
        "trông quán từ 8h sáng đến 12h đêm",
        "Làm 12h30/ngày không nghỉ chủ nhật",
        "7 ngày/tuần, mỗi ngày 9 tiếng",
        "Ngày làm 13 giờ, trưa nghỉ 1 giờ",
        "lam tu 5 gio sang den 8 gio toi",
        "Làm 6h-22h, bao ăn ở",
        "Tháng làm đủ 30 công, nghỉ là trừ tiền",
        "Không có chủ nhật, không có ngày lễ",
        "k nghỉ ngày nào trong tháng",
        "lam full tuan khong nghi",
        "Mỗi tháng chỉ nghỉ 1 ngày",
        "thang duoc off 1 ngay",
        "ca 14 tieng, luong 10tr",
        "quanh năm không nghỉ, chỉ nghỉ tết",
        "Trực 24/24, ăn ngủ tại công trình",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Làm 8 tiếng một ngày, nghỉ chủ nhật",
        "Cửa hàng mở từ 7h đến 22h, chia hai ca",
        "Hệ thống chạy 24/24, ca 8 tiếng",
        "Tuần 48 giờ, thứ 2 đến thứ 7",
        "Ca tối từ 18h đến 23h",
        "Nghỉ phép 12 ngày, nghỉ lễ tết theo luật",
        "Ca 12 tiếng, 4 ngày nghỉ luân phiên",
        "ca dem tu 22h den 6h sang",
        "Nghỉ 4 ngày một tháng",
        "lam tu 7h30 den 17h, nghi trua 1 tieng",
        "Chủ nhật nghỉ, làm thêm chủ nhật tính 200%",
        "Đổi trả trong vòng 30 ngày",
        "Ủ bột 14 tiếng, làm bánh 7 tiếng",
        "Trả lương ngày 30 hằng tháng",
        "Máy chạy 7 ngày một tuần, người nghỉ một ngày",
        "20k một tiếng, làm 4 tiếng mỗi tối",
        "Ca sáng 6h-14h, ca chiều 14h-22h",
        "Đặt trước 24 tiếng, giao trong 48 giờ",
        "Không nghỉ trưa thì về sớm một tiếng",
        "Hỗ trợ khách 24/7, chia 3 ca",
        "Giờ hành chính từ 8h đến 17h30",
        "phong van tu 8h den 16h hang ngay",
        "tăng ca 20 giờ một tháng",
        "Xe khởi hành 5h, về bến 18h",
        "lam part time 20 gio mot tuan",
        "Trực 24 tiếng nghỉ 48 tiếng",
        "Hợp đồng thời vụ 30 ngày, 15 ngày trả lương một lần",
        "Làm 8h/ngày, 6 ngày/tuần",
        "Tuần làm 5,5 ngày, nghỉ chủ nhật",
        "Cửa hàng mở 6h-22h, xoay ca 8 tiếng",
        "Làm ca 12 tiếng, 2 ngày làm 2 ngày nghỉ",
        "Part time 5 tiếng/ngày, 7 ngày/tuần tuỳ chọn",
        "Nghỉ 4 ngày/tháng, nghỉ lễ theo luật",
        "Trả lương ngày 10, ngày 30",
        "Không làm ca đêm, không làm chủ nhật",
        "Chủ nhật làm được tính 200%",
        "Quán mở từ 7h sáng đến 11h đêm, chia 2 ca",
        "Làm hành chính 8h-17h, thứ 2 đến thứ 7",
        "Hotline hoạt động 24/7",
        "Nhà hàng phục vụ 24/24, nhân viên chia 3 ca",
        "ca sang 6h-14h, ca chieu 14h-22h, ca dem 22h-6h",
        "giao hang trong ngay, 30 don 1 ngay",
    ];
}
