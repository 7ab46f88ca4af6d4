//! Words that raise a finding, looked for in folded text so that writing without marks does not
//! hide them. A later issue widens this to spelled-out and spaced-out writing; here are the plain
//! forms, each with the phrases that make it innocent.

use super::abroad;
use super::check::RuleCode;
use crate::text::{fold, words};

/// A phrase found in a text.
pub struct Hit {
    /// The rule it belongs to.
    pub rule: RuleCode,
    /// The words as written.
    pub words: String,
}

/// Folded phrases and the rule each raises.
const PHRASES: &[(&str, RuleCode)] = &[
    // Labour Code 45/2019 art. 11.2 and 17: the worker pays nothing and keeps the papers.
    ("dat coc", RuleCode::Fee),
    ("tien coc", RuleCode::Fee),
    ("phi ho so", RuleCode::Fee),
    ("le phi tuyen dung", RuleCode::Fee),
    ("phi giu cho", RuleCode::Fee),
    ("tien dong phuc", RuleCode::Fee),
    ("phi dao tao", RuleCode::Fee),
    ("thu phi", RuleCode::Fee),
    ("nop phi", RuleCode::Fee),
    ("dong phi", RuleCode::Fee),
    ("giu bang goc", RuleCode::Fee),
    ("nop bang goc", RuleCode::Fee),
    ("giu giay to goc", RuleCode::Fee),
    // Employment Law 74/2025 art. 2.7.
    ("chi tuyen nu", RuleCode::Sex),
    ("chi tuyen nam", RuleCode::Sex),
    ("chi nhan nu", RuleCode::Sex),
    ("chi nhan nam", RuleCode::Sex),
    ("uu tien nam", RuleCode::Sex),
    ("uu tien nu", RuleCode::Sex),
    ("gioi tinh nam", RuleCode::Sex),
    ("gioi tinh nu", RuleCode::Sex),
    ("chua chong", RuleCode::FamilyStatus),
    ("chua vo", RuleCode::FamilyStatus),
    ("doc than", RuleCode::FamilyStatus),
    ("chua co gia dinh", RuleCode::FamilyStatus),
    ("khong mang thai", RuleCode::FamilyStatus),
    ("cam ket khong sinh con", RuleCode::FamilyStatus),
    ("ngoai hinh", RuleCode::Appearance),
    ("ua nhin", RuleCode::Appearance),
    ("khong xam hinh", RuleCode::Appearance),
    ("khong nhan nguoi", RuleCode::Origin),
    ("khong tuyen nguoi", RuleCode::Origin),
    ("khong nhan lao dong tinh", RuleCode::Origin),
    // Law 69/2020/QH14.
    ("xuat khau lao dong", RuleCode::AbroadLicence),
    ("xkld", RuleCode::AbroadLicence),
    ("thuc tap sinh nhat ban", RuleCode::AbroadLicence),
];

/// Words before a phrase that turn it into its opposite: "không thu phí".
const DENIALS: &[&str] = &["khong", "mien", "chua bao gio", "tuyet doi khong", "nghiem cam"];

/// Every phrase of the list and every contact detail in the text. Phrases of one rule that overlap
/// ("thu phí", "phí hồ sơ") are one hit. `going`: whether the posting says that people go to another
/// country to work ([`says_going`]).
pub fn scan(text: &str, going: bool) -> Vec<Hit> {
    let written: Vec<&str> = words(text).collect();
    let folded = folded(&written);
    let mut spans: Vec<(RuleCode, usize, usize)> = Vec::new();
    let mut span = |rule: RuleCode, from: usize, to: usize| match spans.iter_mut().find(|(known, _, end)| *known == rule && *end > from) {
        Some((_, _, end)) => *end = to.max(*end),
        None => spans.push((rule, from, to)),
    };
    for at in 0..folded.len() {
        for (phrase, rule) in PHRASES {
            let length = phrase.split(' ').count();
            let here = folded.get(at..at + length);
            if here.is_some_and(|here| phrase.split(' ').eq(here.iter().map(String::as_str))) && !is_innocent(&folded, at, length, *rule) {
                span(*rule, at, at + length);
            }
        }
        if let Some(length) = age_limit(&folded[at..]) {
            span(RuleCode::AgeLimit, at, at + length);
        }
        if let Some(length) = abroad::order(&folded[at..]).filter(|_| going) {
            span(RuleCode::AbroadLicence, at, at + length);
        }
    }
    let mut hits: Vec<Hit> = Vec::new();
    for (rule, from, to) in spans {
        push(&mut hits, rule, written[from..to].join(" "));
    }
    for contact in contacts(text) {
        push(&mut hits, RuleCode::ContactInText, contact);
    }
    hits
}

/// Whether a text says that people go to another country to work.
pub fn says_going(text: &str) -> bool {
    abroad::is_going(&folded(&words(text).collect::<Vec<_>>()))
}

fn folded(written: &[&str]) -> Vec<String> {
    written.iter().map(|word| fold(word)).collect()
}

/// One hit a rule and wording.
fn push(hits: &mut Vec<Hit>, rule: RuleCode, words: String) {
    if !hits.iter().any(|hit| hit.rule == rule && hit.words == words) {
        hits.push(Hit { rule, words });
    }
}

/// "không thu bất kỳ khoản phí nào", "miễn phí đào tạo": the fee rules look up to three words back.
/// "cựu thực tập sinh Nhật Bản" is somebody who came home.
fn is_innocent(folded: &[String], at: usize, length: usize, rule: RuleCode) -> bool {
    match rule {
        RuleCode::Fee => folded[at.saturating_sub(3)..at].iter().any(|word| DENIALS.contains(&word.as_str())),
        RuleCode::AbroadLicence => abroad::came_home(folded, at, length),
        _ => false,
    }
}

/// "dưới 35 tuổi", "không quá 40 tuổi", "tối đa 35 tuổi", "18 đến 35 tuổi": an upper limit of age,
/// and how many words it takes. A lower limit ("từ 18 tuổi") is lawful.
fn age_limit(folded: &[String]) -> Option<usize> {
    let number = |word: Option<&String>| word.and_then(|word| word.parse::<u8>().ok()).is_some_and(|age| (14..=70).contains(&age));
    let is = |at: usize, word: &str| folded.get(at).is_some_and(|here| here == word);
    if (is(0, "duoi") || is(0, "den")) && number(folded.get(1)) && is(2, "tuoi") {
        return Some(3);
    }
    if ((is(0, "khong") && is(1, "qua")) || (is(0, "toi") && is(1, "da"))) && number(folded.get(2)) && is(3, "tuoi") {
        return Some(4);
    }
    if number(folded.first()) && number(folded.get(1)) && is(2, "tuoi") {
        return Some(3);
    }
    None
}

/// Telephone numbers, links, e-mail addresses and Zalo names in free text.
fn contacts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() || (!run.is_empty() && matches!(c, ' ' | '.' | '-')) {
            run.push(c);
            if c.is_ascii_digit() {
                digits.push(c);
            }
            continue;
        }
        if (10..=11).contains(&digits.len()) && digits.starts_with('0') {
            found.push(run.trim().trim_end_matches(['.', '-']).to_owned());
        }
        digits.clear();
        run.clear();
    }
    for word in text.split_whitespace() {
        let lower = word.to_lowercase();
        let is_link = lower.contains("://") || lower.starts_with("www.") || lower.contains("zalo.me") || lower.contains("bit.ly") || lower.contains("facebook.com");
        let is_mail = lower.contains('@') && lower.rsplit('@').next().is_some_and(|host| host.contains('.'));
        if is_link || is_mail {
            found.push(word.trim_matches(|c: char| matches!(c, ',' | ';' | '(' | ')')).to_owned());
        }
    }
    found
}
