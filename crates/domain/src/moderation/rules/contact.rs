//! Telephone numbers, addresses, names in messengers and links in the free text of an employer whom
//! nobody has verified: the way to swindlers goes round the exchange. Also links that hide where they
//! lead.

mod links;
#[cfg(test)]
mod tests;

pub(super) use links::short_links;

use crate::moderation::numbers;
use crate::moderation::pattern::Patterns;
use crate::moderation::phrases::{Phrases, merge};
use crate::moderation::reading::{Gap, Reading};
use std::ops::Range;
use std::sync::LazyLock;

/// Messengers and networks.
const NETWORKS: &str = "zalo|za_lô|za_lo|da_lo|gia_lô|da_lô|facebook|face|tele|telegram|viber|whatsapp|whats_app|messenger|mess|instagram|insta|fanpage|wechat|tiktok|skype|line|trang_facebook|phây|phây_búc|phở_bò|fb";
/// Those that are the way to a person and hardly ever the work itself.
const DIRECT: &str = "zalo|za_lô|za_lo|gia_lô|tele|telegram|viber|whatsapp|messenger|mess|wechat|skype|facebook|instagram|insta|fb";

/// Ways to call somebody outside the exchange, where they are not the work itself.
static WAYS: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        format!(
            "inbox|nhắn|nhắn_tin|nhắn_riêng|kết_bạn|add|alo|gọi|liên_hệ|chat|tìm|quét|quét_mã|gửi|gởi|cmt|vào|tham_gia|join|đăng_ký|chạm|chấm|hỏi|trao_đổi|theo_dõi|follow|ping|pm|contact|để_lại|xem|tìm_kiếm|search|nt|ib ~5 {NETWORKS} !collector|sale|sales|marketing|sell"
        ),
        format!("{DIRECT} ~2 @|#|cô|chú|anh|chị|em|mình|tên|nick|id|của_em|của_mình|của_anh|của_chị|cá_nhân|riêng|nhé|nha|để_được|để_nhận|e|a|c"),
        format!("qua|trên|bằng|trong|nhóm|group|kênh {DIRECT} ~1 mình|em|chị|anh|cô|để|nhận|nhé|nha|riêng|của_em|cá_nhân"),
        format!("nhóm|group|kênh|nick|số|số_điện_thoại|id ~1 {DIRECT} !khách|bán|của_công_ty|của_cửa_hàng|shop"),
        "inbox|kết_bạn|nhắn_riêng|chat|nhắn_tin|pm|ping ~1 em|chị|anh|mình|ngay|để|cho|page|shop|cô|facebook|fb|riêng|trực_tiếp|fanpage|admin|ad !khách".to_owned(),
        "gọi|alo|liên_hệ|gặp|điện|phone ~1 số|số_máy|số_điện_thoại|hotline|sđt ~1 #".to_owned(),
        format!("mọi_chi_tiết|chi_tiết|thông_tin|đăng_ký|ứng_tuyển|nộp|hồ_sơ ~3 qua|trên|tại|vào|về ~1 {DIRECT}|fanpage|inbox|mail|gmail"),
        "facebook|fb|fanpage|page|tiktok|insta|instagram ~1 tên|mang_tên|là".to_owned(),
        "inbox|ib|nhắn|tìm ~1 facebook|fb|fanpage|page".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "quản_trị|quản_trị_viên|trực|quản_lý|trả_lời|phụ_trách|chạy|chăm_sóc|viết|đăng|đăng_bài|quảng_cáo|seo|vận_hành|xây_dựng|content|kênh_bán|tin_nhắn|cskh|thành_thạo|biết|sử_dụng|livestream|kinh_nghiệm|phát_triển|dùng|thiết_kế|bán_hàng|tư_vấn|chốt_đơn|edit|quay|duyệt|lập|soạn|marketing|làm_việc|cập_nhật|báo_cáo|thông_báo_nội_bộ|nội_bộ|giao_việc|cài_đặt|admin ~6 zalo|za_lô|facebook|fanpage|telegram|messenger|inbox|tiktok|instagram|page|viber|whatsapp|wechat|kênh|line|fb|skype",
            "khách|khách_hàng|phụ_huynh|học_viên|đối_tác ~4 zalo|facebook|fanpage|messenger|inbox|telegram|viber|tiktok|instagram|chat|wechat|whatsapp|số_điện_thoại",
            "zalo|facebook|fanpage|messenger|inbox|telegram|viber|tiktok|instagram|chat|gọi|nhắn_tin|nhắn ~4 khách|khách_hàng|ads|marketing|shop|oa|phụ_huynh|của_cửa_hàng|của_công_ty",
            "nhắn|nhắn_tin|chat|inbox -2 trong_hệ_thống|trên_hệ_thống|trên_sàn|trên_app|trong_ứng_dụng|với_khách|cho_khách|khách|kế_toán|phụ_huynh|tổ_trưởng|quản_lý|báo",
            "dây_chuyền|line|qc|chuyền sản_xuất|may|line|smt",
            "line sản_xuất|smt|may|chạy|leader|lắp",
            "qua|chạy|vào line",
            "không -4 zalo|facebook|telegram|inbox|liên_hệ_ngoài",
            "gọi xác_nhận|điện|món|khách|là|tên|vốn|hàng|đồ|thợ|xe",
            "tele -1 collector|sale|sales|marketing|sell|pro",
        ],
        &["không", "trực", "trả_lời", "chăm_sóc", "cấm"],
        3,
    )
});

/// "a còng", "gmail chấm com": addresses that are spoken.
static SPOKEN: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "a|@ còng|cong ~4 chấm|dot|com com|vn|net|gmail",
        "a_còng ~3",
        "@|còng ~2 chấm|dot com|vn|net",
        "gmail|yahoo|outlook|hotmail ~1 chấm|dot|. ~1 com|vn",
        "facebook|fb|zalo|m|t ~1 chấm|dot com|me|vn",
        "@ gmail|yahoo|outlook|hotmail|icloud",
        "còng gmail|yahoo|outlook|hotmail",
        "gmail|email|mail|thư ~2 @",
    ])
});

/// What a row of digits is that is no telephone number.
static OTHER_NUMBERS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "<da|za|gia lô",
        "mã_số_thuế|mst|mã_số|số_tài_khoản|stk|tài_khoản|lô_hàng|số_lô|po|mã_hàng|mã|serial|model|giấy_phép|đăng_ký_kinh_doanh|số_đăng_ký|gpkd|hợp_đồng_số|biển|biển_số|số_hiệu|barcode|mã_vạch|căn_cước|mã_đơn|thuế",
    ])
});

/// Words that announce a number to call.
static CALLS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["gọi|alo|zalo|liên_hệ|số_điện_thoại|điện_thoại|hotline|tổng_đài|tel|phone|nhắn|số_máy|máy|za_lô"]));

/// Whether one of some words stands in the few tokens before.
fn stands_before(words: &Patterns, reading: &Reading, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|before| words.at(reading, before).is_some_and(|end| end <= at))
}

/// Telephone numbers, in digits or read out: nine digits or more that begin as a number of Vietnam
/// does (0 or +84), fewer where the words before say that they are called.
fn telephones(reading: &Reading) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.len() {
        let mut digits = String::new();
        let (mut end, mut valid) = (at, None);
        while let Some(token) = reading.tokens.get(end).filter(|token| end == at || token.gap != Gap::End || token.signs.contains('.')) {
            let plus = end == at && token.folded == "+";
            // "08:00" is a time.
            if end > at && token.signs.contains(':') {
                break;
            }
            if token.number.is_some() {
                digits.push_str(&token.digits);
                end += 1;
            } else if let Some((run, length)) = spoken(reading, end).filter(|_| !plus) {
                digits.push_str(&run);
                end += length;
            } else if plus || (end > at && matches!(token.base.as_str(), "roi" | "tiep" | "xong") && reading.tokens.get(end + 1).is_some_and(|token| token.number.is_some())) {
                end += 1;
            } else {
                break;
            }
            if is_telephone(reading, at, &digits) {
                valid = Some(end);
            }
            if digits.len() > 12 {
                break;
            }
        }
        match valid.filter(|_| !stands_before(&OTHER_NUMBERS, reading, at)) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn is_telephone(reading: &Reading, at: usize, digits: &str) -> bool {
    let count = digits.len();
    // Read out, a number may be wrong by a digit and is one all the same.
    let national = digits.starts_with('0') && (9..=12).contains(&count) && !digits.starts_with("000");
    let international = digits.starts_with("84") && (11..=12).contains(&count);
    let short = (count == 9 && digits.starts_with(['3', '5', '7', '8', '9'])) || ((8..=10).contains(&count) && (digits.starts_with("1900") || digits.starts_with("1800")));
    national || international || (short && stands_before(&CALLS, reading, at))
}

/// A digit read out, or several: "chín trăm", "ba số không", "hai tám".
fn spoken(reading: &Reading, at: usize) -> Option<(String, usize)> {
    let token = reading.tokens.get(at)?;
    let digit = |at: usize| numbers::digit(reading, at);
    let count = token.number.or_else(|| digit(at));
    if let Some(count) = count.filter(|count| (2.0..=5.0).contains(count))
        && reading.tokens.get(at + 1).is_some_and(|token| matches!(token.folded.as_str(), "so" | "con"))
        && let Some(repeated) = digit(at + 2)
    {
        return Some((format!("{repeated}").repeat(count as usize), 3));
    }
    if token.folded.len() <= 4 && !token.folded.is_empty() && token.folded.chars().all(|c| c == 'o') {
        return Some(("0".repeat(token.folded.len()), 1));
    }
    let first = digit(at)?;
    if reading.tokens.get(at + 1).is_some_and(|token| token.folded == "tram") {
        return Some((format!("{first}00"), 2));
    }
    Some((format!("{first}"), 1))
}

/// Names in messengers: "@tuyenca_vidu"; and addresses.
fn names(text: &str, reading: &Reading) -> Vec<Range<usize>> {
    let sign = |at: usize| reading.tokens[at].folded == "@";
    // "Fb: Tiệm Vidu".
    let named = |at: usize| {
        matches!(
            reading.tokens[at].folded.as_str(),
            "facebook" | "zalo" | "tele" | "telegram" | "viber" | "fanpage" | "whatsapp" | "instagram"
        ) && reading.tokens[at].gap != Gap::None
    };
    let given = (0..reading.len().saturating_sub(1))
        .filter(|at| named(*at) && reading.tokens[at + 1].signs.starts_with(':'))
        .map(|at| at..at + 2);
    (0..reading.len().saturating_sub(1))
        .filter(|at| sign(*at) && text[reading.tokens[*at].range.end..].trim_start_matches(' ').starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter(|at| text[reading.tokens[at + 1].range.clone()].len() > 2)
        .map(|at| at..at + 2)
        .chain(given)
        .collect()
}

/// Whatever calls a worker away from the exchange, by tokens.
pub(super) fn find(text: &str, reading: &Reading, short_links: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = telephones(reading);
    found.extend_from_slice(short_links);
    found.extend(links::links(text, reading));
    found.extend(names(text, reading));
    found.extend(SPOKEN.all(reading));
    found.extend(WAYS.find(reading));
    merge(found)
}
