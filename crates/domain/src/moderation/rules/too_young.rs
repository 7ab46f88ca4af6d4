//! Workers under 15, or minors at night and in heavy work: Employment Law 74/2025 art. 2.1, Labour Code
//! 45/2019 art. 143–147.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Work that minors may not do.
const HARD: &str = "ca_đêm|làm_đêm|ban_đêm|đêm|bốc_vác|bốc_xếp|khuân_vác|quán_bar|bar|karaoke|vũ_trường|pub|massage|hầm_lò|hầm_đá|đập_đá|mỏ_đá|lò_gạch|lò_vôi|xưởng_gạch|việc_nặng|nặng|phụ_hồ|xây_dựng|công_trường|công_trình|xi_măng|gánh|đi_biển|đánh_lưới|tàu_cá|thuyền|hàn_xì|hàn|hóa_chất|phun_sơn|phun_thuốc|lò_nung|lò|mỏ|thợ_xây|giàn_giáo|casino|sòng|cầu_đường|khai_thác|xay_xát|xẻ_gỗ|nấu_chảy|đúc|bốc_dỡ|bốc_hàng|bốc_gạch|vác|kéo_lưới|lặn_biển|phá_dỡ|quai_búa|đào_đất|thuốc_sâu|axit|lò_hơi|nồi_hơi|cán_thép|đánh_bắt|theo_tàu|lên_tàu|đổ_bê_tông|xuyên_đêm|thâu_đêm|qua_đêm|trực_đêm|trông_đêm|gác_đêm|xe_tải|container|giết_mổ|lò_mổ|mổ_lợn|tẩy_rửa|sơn_tĩnh_điện|mạ|ca_3|ca_ba|xây_nhà|dỡ_hàng|quán_nhậu_đêm|#22-24_h|#22-24_giờ|#11-12_h_đêm|#11-12_giờ_đêm|#1-4_h_sáng|#1-4_giờ_sáng|nửa_đêm|quá_nửa_đêm|tới_khuya|đến_khuya";
/// Young people.
const KID: &str = "trẻ_em|trẻ_con|thiếu_niên|trẻ_nhỏ|thiếu_nhi|vị_thành_niên|trẻ_vị_thành_niên|con_nít|nhóc|mấy_nhóc|em_nhỏ|trẻ_chăn_trâu|các_cháu_nhỏ|cháu_nhỏ|tụi_nhỏ|đám_trẻ|lũ_trẻ|bọn_trẻ|bọn_nhỏ|trẻ_mồ_côi|trẻ_lang_thang|trẻ";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let school = "cấp_hai|cấp_2|trung_học_cơ_sở|thcs|tiểu_học|lớp_#5-9|lớp_sáu|lớp_bảy|lớp_tám|lớp_chín|cấp_một|cấp_1|c2";
    let phrases = [
        // Under fifteen.
        "từ|đủ|tuổi|nhận|tuyển|khoảng|cả|bé|em|cháu|cần|tầm|chỉ_cần|các_bé|các_em|các_cháu|nhóc|trẻ|lấy|thuê|mới|đứa|đứa_nhỏ|e_nào ~3 #8-14 tuổi|t !năm|tháng|ngày".to_owned(),
        "nhận|tuyển|lấy|thuê|cần|mướn -5 #8-14 tuổi|t !năm|tháng|ngày".to_owned(),
        "nhận|tuyển|lấy|thuê|cần|em|cháu|đứa|bé|em_nào|các_em|các_cháu ~3 #11-14 #12-15 tuổi|t".to_owned(),
        "#11-14 #12-15 tuổi? ~1 cũng|vẫn|đều|là ~1 được|nhận|làm|ok|lấy".to_owned(),
        "tuổi|độ_tuổi ~1 #8-14 trở_lên|đổ_lên|là".to_owned(),
        "^ #8-14 tuổi|t".to_owned(),
        "từ|độ_tuổi|tuổi|tuổi_từ ~2 #8-14 đến|tới|-? ~1 #14-80 tuổi|t".to_owned(),
        "độ_tuổi|tuổi|tuổi_từ|tuổi_tác -2 #8-14 !{giờ}|người|công|triệu|tr|tháng|năm|ngày|k|%".to_owned(),
        "#8-14 đến|tới|- #12-80 tuổi|t".to_owned(),
        "#8-14 tuổi|t ~1 trở_lên|cũng|vẫn|là|làm|đổ|trở|biết|đã|được|đều".to_owned(),
        "#8-14 trở_lên|cũng_nhận|cũng_được|cũng_ok|cũng_làm".to_owned(),
        "mới|tròn|vừa|chỉ #8-14 !{giờ}|người|triệu|tr|k|ngày|tháng|năm|phút|km|ca|%|kg ~1 cũng|vẫn|đã|là".to_owned(),
        format!("học_sinh|hs|mấy_đứa|đứa|đứa_nhỏ|tụi_nhỏ|mấy_em|lũ_nhỏ|sắp_nhỏ|các_em|em_nào|con_em|cháu|các_bạn|bạn_nào ~2 {school} !trở_lên"),
        format!("nhận|tuyển|thuê|lấy|cần|kiếm -3 {school}"),
        format!("bé|bé_nào|em|em_nào|e_nào|cháu_nào|đứa_nào|con_cháu|con_em|nhóc|bọn_nhỏ|các_cháu ~6 {school}|đang_học_cấp_hai !trở_lên"),
        "không|khỏi ~1 cần|phải|xét|xem ~1 đủ tuổi|tuổi_lao_động".to_owned(),
        format!(
            "trẻ_em|trẻ_con|con_nít|thiếu_niên|cháu_nhỏ|tụi_nhỏ|bọn_nhỏ|đám_trẻ|lũ_trẻ|bọn_trẻ|em_nhỏ|trẻ_nhỏ ~1 phụ|bóc|nhặt|xâu|dán|gấp|bán|rửa|bưng|chạy_bàn|phát_tờ_rơi|đi_làm|làm_thêm|vào_làm"
        ),
        "trẻ_em|trẻ_con|con_nít|thiếu_niên|cháu_nhỏ|tụi_nhỏ|bọn_nhỏ|em_nhỏ|vị_thành_niên ~5 đều|cũng|vẫn ~1 được|nhận|làm_được|ok".to_owned(),
        format!("{school} ~6 cũng|đều|nghỉ_hè|muốn_kiếm_tiền|làm_thêm|làm_được|đi_làm|ok|vẫn_nhận"),
        "chưa ~1 đủ|đến|tròn|tới|hết #14-16 tuổi|t? ~6 cũng|vẫn|nhận|làm|được|ok|đều|lấy".to_owned(),
        "chưa ~1 đủ|đến|tròn|tới #14-15 ~1 thì|mà ~8 vẫn|cũng|làm|được|ok|đều".to_owned(),
        "trẻ_em|trẻ_con|thiếu_niên|thiếu_nhi|vị_thành_niên|con_nít|nhóc|em_nhỏ ~4 vẫn|cũng|đều ~1 nhận|được|làm|ok|lấy|tuyển".to_owned(),
        "chưa ~1 đủ|đến|tới tuổi ~3 cũng|vẫn|đều|ok".to_owned(),
        "chưa ~1 có|đến|đủ|làm ~1 tuổi_lao_động|căn_cước|chứng_minh|chứng_minh_thư|giấy_tờ_tùy_thân|tuổi_làm_căn_cước ~4 cũng|vẫn|nhận|được|ok".to_owned(),
        "nhận|tuyển|lấy|thuê ~3 chưa ~1 đủ|đến|tròn #14-16".to_owned(),
        "dưới #14-15 tuổi|t? ~4 cũng|vẫn|nhận|làm|được|ok|đều".to_owned(),
        format!("nhận|tuyển|thuê|lấy|mướn|cần ~2 {KID} !trông|ở|khỏe|năng|trung|tuổi|nhanh|có|biết|làm|để"),
        format!("{KID} ~2 đi_làm|làm_thuê|phụ_việc|phụ_bán|bán_vé_số|bán_hàng|lao_động_phụ ~2 được|cũng|nhận"),
        "nhận|tuyển|thuê|lấy|cả ~4 dưới #13-15 tuổi|t".to_owned(),
        "trẻ|các_em|các_bé|các_bạn|em ~1 #2012-2020 ~4 nhận|được|làm|cũng".to_owned(),
        format!("cháu|con_cháu|em|các_em|các_cháu|nhóc|trẻ ~5 {school} trở_lên ~2 đều|cũng|vẫn"),
        format!("{HARD} ~7 #13-17 cũng|vẫn|đã ~1 được|nhận|ok|làm"),
        "nghỉ_học|bỏ_học|thôi_học ~2 lớp_#5-9|lớp_sáu|lớp_bảy|lớp_tám|cấp_2|cấp_hai ~3 cũng|vẫn|đều|nhận|vào".to_owned(),
        "em|cháu|bé|bạn|các_em|mấy_em nào? ~2 #2012-2020".to_owned(),
        "nhỏ|nhỏ_tuổi|bé|ít_tuổi|nhỏ_xíu ~1 cũng|vẫn nhận|được_nhận|ok|lấy".to_owned(),
        "sinh|sn|sinh_năm ~2 #2012-2020 ~4 !bảo|nhà_trẻ".to_owned(),
        "#8-14 #12-80 tuổi|t".to_owned(),
        "#2 k #12-18 #2 k #12-18".to_owned(),
        "^ #2 k #12-18 ~6 nghỉ_hè|rảnh|phụ|làm|qua|ra|bưng|bán|cần|nhận|kiếm".to_owned(),
        "nhận|tuyển|cần|các_em|các_bạn|mấy_em|em|bé|lứa|hs|cả|tầm|từ|đến -2 #2 k #12-18 !triệu|tr|k".to_owned(),
        "#2 k #12-20 ~1 trở|đổ|về|cũng|là|vẫn".to_owned(),
        "mượn ~2 căn_cước|giấy_tờ|chứng_minh ~2 anh|chị|người_khác|bạn".to_owned(),
        "không_cần|khỏi|khỏi_lo|không_hỏi ~1 căn_cước|giấy_tờ ~3 #8-17 tuổi".to_owned(),
        // Minors in hard work.
        format!("#13-17 tuổi|t ~9 {HARD} !không"),
        format!("{HARD} ~9 tuổi|độ_tuổi ~1 từ? #13-17 !{{giờ}}|người|triệu|h|tr|ngày|công|tháng"),
        format!("tuổi|độ_tuổi ~1 từ? #13-17 ~1 trở_lên|đổ_lên|đến|tới ~8 {HARD}"),
        format!("{HARD} ~6 từ|đủ|nhận|cả ~2 #13-17 trở_lên|đổ_lên"),
        format!("{HARD} ~9 #13-17 tuổi|t !trở_xuống"),
        "#15-17 #16-17 tuổi ~6 nặng|gánh|vác".to_owned(),
        format!("chưa ~1 đủ|đến|tròn|tới #17-18 tuổi|t? ~8 {HARD}"),
        format!("{HARD} ~8 chưa ~1 đủ|đến|tròn #17-18"),
        format!("dưới #16-18 tuổi|t? ~6 {HARD}"),
        format!("{HARD} ~8 dưới #16-18 tuổi"),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "gia_sư|dạy|dạy_kèm|giáo_viên|khóa|lớp_học|trại_hè ~9 tuổi|t|#|trẻ|lớp|cấp",
            "trông|chăm|giữ|dạy|kèm|đón|gia_sư|cháu_bé|lớp_học|giáo_viên|quà|chăm_sóc|trẻ_mầm_non|học_viên|khóa|gia_đình_có|chủ_nhà|dạy_kèm|phụ_huynh|đưa_đón|bảo_mẫu|trại_hè|hướng_dẫn_viên|nấu_ăn_cho|trông_nom|đồ_chơi|khám|bảo_hiểm|nhà_có|có_con -9 tuổi|t|#|trẻ|lớp|cấp",
            "con|bé|cháu ~3 # tuổi ~1 được|nhận_quà|bảo_hiểm|có_quà|đi_học|học !việc|nghề|phụ|làm|nhận|vào",
            "quần_áo|giày|giầy|sách|sữa|shop|đồ|thời_trang|khách|khu_vui_chơi ~2 trẻ|trẻ_em|bé|cho_bé|cho_trẻ|em_bé|nhí|nhi -6 tuổi|t|#",
            "trình_độ|tốt_nghiệp|học_hết|học_vấn|văn_hóa|bằng|hết|tối_thiểu|học_lực ~2 lớp|cấp|trung_học_cơ_sở|thcs|tiểu_học|cấp_#|lớp_#",
            "^ từ? lớp #9-12 trở_lên",
            "# #12 $",
            "chăm|trông|đón|kèm -4 # tuổi ~1 # tuổi ~1 #? tuổi?",
            "#5-12 #10-12 ~1 trở_lên|trở|là",
            "huấn_luyện|huấn_luyện_viên|hlv|dạy|lớp_võ|lớp_bơi|lớp_vẽ|lớp_đàn|lớp_múa|học_bơi|học_võ|học_vẽ|học_đàn|học_múa|năng_khiếu|sân_chơi|câu_lạc_bộ|kỹ_năng_sống|tiêm|răng|nha_khoa|khám ~9 tuổi|t|#|trẻ|lớp|cấp",
            "gia_sư|dạy|giáo_viên|dạy_kèm|toán|văn|tiếng_anh ~4 lớp|cấp|tiểu_học|trẻ_em|thcs|trẻ",
            "trường ~2 tiểu_học|thcs|cấp",
            "không|cấm|chống|nói_không_với ~5 trẻ_em|lao_động_trẻ_em|dưới|vị_thành_niên|trẻ",
            "không -3 #8-14 tuổi",
            "quá_#|hơn_#|công_ty|doanh_nghiệp|xưởng ~3 # năm? tuổi",
            "# năm|ngày|tháng|tuần tuổi",
            "lớp # ~1 sơn|vải|lót",
            "không|chẳng ~1 làm_đêm|bốc_vác|làm_ca_đêm|làm_việc_nặng|ca_đêm",
            "ca|làm_đêm|đêm|nặng ~3 #18-60 tuổi",
            "việc nhẹ ~8 #15-17",
            "#15-17 tuổi ~5 việc_nhẹ|không_làm_đêm|làm_việc_nhẹ|làm_nhẹ",
            "kinh_nghiệm|hoạt_động|thành_lập ~2 # năm",
            "mẹ|bà|ông|cô|chị|anh ~2 # tuổi ~2 cần_người",
            "cho|sản_phẩm|đồ|sách|áo|quần|giày ~2 trẻ|trẻ_em|bé",
            "giờ|lúc|từ|đến ~1 #5-21 giờ|h|g",
            "bán -3 cho học_sinh|trẻ_em|các_cháu",
            "đưa|đón|đưa_đón|kèm|đón_các -3 học_sinh|trẻ_em|các_cháu",
            "con|con_em|con_cái|các_con ~2 nhân_viên|công_nhân|cán_bộ|người_lao_động|đoàn_viên ~1 học|đạt|được_thưởng|giỏi ~3 lớp|cấp|học",
            "lao_động trẻ|trẻ_trung|trẻ_khỏe",
        ],
        &["không", "cấm", "nghiêm_cấm", "chăm_sóc", "trông", "dạy", "gia_sư"],
        4,
    )
    .firm(&["không|khỏi|chẳng ~1 cần|phải|nhất_thiết ~1 đủ|tròn #15-18", "chưa ~1 đủ|đến|tròn|tới|hết #14-16 tuổi|t? ~6 cũng|vẫn|đều", "không|khỏi ~1 hỏi|cần|xem ~1 căn_cước|tuổi ~4 #8-14", "không|chẳng ~1 kén|quan_trọng|phân_biệt|giới_hạn|kể|xét ~1 tuổi|tuổi_tác ~2 #8-15 #8-16? tuổi? cũng|vẫn|đều|là"])
});

/// Words that take in minors, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_do_not_work() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Nhận học sinh từ 13 tuổi làm hè",
        "tu 14 tuoi la lam duoc",
        "Tuyển các bé 12 tuổi dán hộp",
        "Chưa đủ 15 tuổi cũng nhận",
        "hoc sinh cap 2 deu ok",
        "Lớp 8, lớp 9 nghỉ hè ra làm với cô",
        "mười bốn tuổi trở lên",
        "t.u 13 t.u.ổ.i cũng được",
        "tu 1 4 t u o i",
        "Nhận trẻ em bán vé số",
        "độ tuổi từ 13 đến 25 tuổi",
        "16 tuổi làm ca đêm được",
        "Bốc vác, nhận cả em 16 tuổi",
        "dưới 15 tuổi vẫn nhận nếu chịu khó",
        "2k12 tro len cung nhan",
        "quán karaoke nhận phục vụ 17 tuổi",
        "can may em 13t phu quan",
        "tuổi từ 12, nuôi ăn ở",
        "chưa có căn cước cũng nhận",
        "phụ hồ, 16 tuổi trở lên",
        "em nào học thcs muốn kiếm tiền hè",
        "nhóc 14 tuổi phụ quay game",
        "hs lop 9 lam them buoi toi",
        "lò gạch nhận các em mười lăm tuổi",
        "nhận các cháu 14 tuổi phụ bán",
        "hoc sinh lop 8 lam them he",
        "Tuổi từ 13 đến 17 xâu chuỗi hạt",
        "2k13 cũng nhận",
        "mấy đứa nhỏ cấp 2 rảnh qua bóc tỏi",
        "17 tuổi làm ca đêm karaoke",
        "trẻ em bán vé số, bánh dạo được ăn ở",
        "chưa đủ 15 cũng được, miễn chăm",
        "12-16 tuoi phu quan an",
        "không phân biệt tuổi, 13 14 cũng nhận",
        "em nao 13t 14t muon kiem tien he thi qua",
        "nhận cả bé 12 tuổi trông quán",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Từ 15 tuổi trở lên làm việc nhẹ",
        "Đủ 18 tuổi, làm ca đêm luân phiên",
        "Chăm bé 3 tuổi, đón bé 8 tuổi tan học",
        "Gia sư lớp 9, dạy toán cấp 2",
        "Tốt nghiệp cấp 2 trở lên, hết lớp 9",
        "Trình độ 9/12 hoặc 12/12",
        "Không sử dụng lao động trẻ em",
        "Không nhận người dưới 15 tuổi",
        "Bán quần áo trẻ em từ 1 đến 12 tuổi",
        "Dạy bơi cho trẻ từ 6 đến 14 tuổi",
        "Công ty 12 năm tuổi",
        "Quà trung thu cho con công nhân dưới 12 tuổi",
        "Giáo viên trường tiểu học, trường THCS",
        "Lam tu 8 gio den 14 gio",
        "Trông trẻ 13 tháng tuổi",
        "Tuyển lao động trẻ khỏe, nhanh nhẹn",
        "can 12 nguoi boc xep, tu 18 tuoi",
        "Bảo mẫu cho nhóm trẻ, lớp mẫu giáo",
        "Trại hè cho học sinh lớp 6, cần hướng dẫn viên",
        "nhan nguoi tu 18 tuoi lam o to dem",
        "Lương từ 10 đến 14 triệu",
        "Sơn 2 lớp, 10 năm bảo hành",
        "15 tuổi làm việc nhẹ, có bố mẹ đồng ý, không làm đêm",
        "Trông bé 2 tuổi, đón bé 7 tuổi",
        "Dạy võ cho trẻ từ 5 đến 14 tuổi",
        "Tốt nghiệp 9/12, 12/12",
        "Từ 15 tuổi làm việc nhẹ ban ngày, bố mẹ đồng ý",
        "Bán giày trẻ em 3-12 tuổi",
        "Bảo hiểm cho con dưới 14 tuổi",
        "Không tuyển lao động trẻ em",
        "ca 8-14, ca 14-22",
        "Luong 12-14 trieu",
        "Shop quần áo cho bé 8-14 tuổi cần bán hàng",
        "Nhà có con 13 tuổi, cần giúp việc",
        "Giúp việc chăm ba bé 10 tuổi, 8 tuổi, 4 tuổi",
        "HLV bóng rổ đội U14",
    ];
}
