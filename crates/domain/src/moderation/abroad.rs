//! "Đơn hàng Nhật Bản" says two things: the order of a Japanese customer that a factory here sews,
//! and a group of workers who are sent to Japan. Only the second needs a licence (law 69/2020/QH14),
//! so the words count only where the posting says as well that people go there to work.

/// Countries of work and of customers, folded.
const COUNTRIES: &[&[&str]] = &[&["nhat"], &["han", "quoc"], &["dai", "loan"]];

/// Words that are only said of sending people abroad.
const SENDING: &[&[&str]] = &[
    &["xuat", "canh"],
    &["phai", "cu"],
    &["nghiep", "doan"],
    &["tu", "nghiep", "sinh"],
    &["thuc", "tap", "sinh"],
    &["ky", "nang", "dac", "dinh"],
    &["tokutei"],
    &["di", "don", "hang"],
    &["xuat", "khau", "lao", "dong"],
    &["xkld"],
];

/// Words before "sang Nhật" that say goods go there and not people.
const GOODS: &[&str] = &["xuat", "khau", "giao", "gui", "ban", "chuyen", "hang"];

/// Words beside "đi Nhật" that say people go there for a visit or to learn.
const VISITS: &[&[&str]] = &[&["dao", "tao"], &["cong", "tac"], &["tap", "huan"], &["hoc", "tap"], &["tham", "quan"], &["du", "lich"]];

/// How many words between "đơn hàng" and its country: "đơn hàng may mặc đi Nhật".
const BETWEEN: usize = 4;

/// How many words round a phrase are looked at for what it means.
const ROUND: usize = 4;

fn begins(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && phrase.iter().zip(words).all(|(phrase, word)| phrase == word)
}

fn country(words: &[String]) -> Option<usize> {
    let length = COUNTRIES.iter().find(|country| begins(words, country))?.len();
    // "Nhật Bản" is one country, "Nhật" another way to say it.
    Some(if length == 1 && words.get(1).is_some_and(|word| word == "ban") { 2 } else { length })
}

/// An order and its country at the start of folded words: how many words it takes.
pub(super) fn order(words: &[String]) -> Option<usize> {
    if !begins(words, &["don", "hang"]) {
        return None;
    }
    (2..=2 + BETWEEN).find_map(|at| country(words.get(at..)?).map(|length| at + length))
}

/// Whether the trainee of these words is one who came home: "ưu tiên cựu thực tập sinh Nhật Bản",
/// "thực tập sinh Nhật về nước". Factories look for them, and lawfully.
pub(super) fn came_home(words: &[String], at: usize, length: usize) -> bool {
    let before = &words[at.saturating_sub(3)..at];
    let after = words.get(at + length..).unwrap_or_default();
    before.iter().any(|word| word == "cuu") || (0..ROUND).any(|skip| after.get(skip..).is_some_and(|after| begins(after, &["ve"]) || begins(after, &["hoan", "thanh"])))
}

/// Whether a text says that people go to another country to work.
pub(super) fn is_going(words: &[String]) -> bool {
    (0..words.len()).any(|at| {
        let here = &words[at..];
        let sent = SENDING.iter().find(|phrase| begins(here, phrase));
        sent.is_some_and(|phrase| !came_home(words, at, phrase.len())) || goes_there(words, at) || works_there(here)
    })
}

/// "đi Nhật", "sang Nhật Bản", but neither goods nor a visit.
fn goes_there(words: &[String], at: usize) -> bool {
    let is_way = matches!(words[at].as_str(), "di" | "sang" | "qua");
    let Some(length) = words.get(at + 1..).filter(|_| is_way).and_then(country) else {
        return false;
    };
    let before = &words[at.saturating_sub(ROUND)..at];
    let round = &words[at.saturating_sub(ROUND)..(at + 1 + length + ROUND).min(words.len())];
    let is_goods = before.iter().any(|word| GOODS.contains(&word.as_str()));
    let is_visit = (0..round.len()).any(|at| VISITS.iter().any(|visit| begins(&round[at..], visit)));
    !is_goods && !is_visit
}

/// "làm việc tại Nhật", "làm việc ở Nhật Bản".
fn works_there(here: &[String]) -> bool {
    begins(here, &["lam", "viec"]) && here.get(2).is_some_and(|word| word == "tai" || word == "o") && here.get(3..).and_then(country).is_some()
}

#[cfg(test)]
mod tests {
    use crate::moderation::check::RuleCode;
    use crate::moderation::{CheckFacts, Severity, check};
    use crate::vacancy::VacancyContent;

    fn is_stopped(title: &str, description: &str) -> bool {
        let content = VacancyContent {
            title: title.to_owned(),
            description: description.to_owned(),
            ..VacancyContent::default()
        };
        check(&content, &CheckFacts::default())
            .iter()
            .any(|finding| finding.rule == RuleCode::AbroadLicence && finding.severity == Severity::Stop)
    }

    #[test]
    fn a_factory_that_works_for_customers_abroad_is_let_through() {
        for (title, description) in [
            ("Công nhân may", "May áo sơ mi đơn hàng Nhật Bản, yêu cầu đường may đẹp."),
            ("Công nhân may đơn hàng Nhật Bản", "Làm việc tại xưởng ở KCN Tiền Hải, có xe đưa đón."),
            ("Nhân viên QC", "Kiểm hàng trước khi xuất sang Nhật, theo dõi đơn hàng Nhật Bản."),
            ("Kỹ thuật chuyền", "Phụ trách đơn hàng Nhật, hằng năm được đi Nhật Bản đào tạo hai tuần."),
            ("Trưởng phòng kinh doanh", "Tìm đơn hàng Nhật Bản, thỉnh thoảng đi công tác sang Nhật."),
            ("Tổ trưởng may", "Đơn hàng Nhật Bản. Ưu tiên cựu thực tập sinh Nhật Bản."),
            ("Phiên dịch tiếng Nhật", "Ưu tiên thực tập sinh Nhật Bản đã về nước, biết đơn hàng may mặc Nhật."),
            ("Công nhân đóng gói", "Đóng gói đơn hàng Hàn Quốc, giao hàng sang Hàn Quốc hằng tuần."),
        ] {
            assert!(!is_stopped(title, description), "{title}: {description}");
        }
    }

    #[test]
    fn whoever_sends_people_abroad_needs_a_licence() {
        for (title, description) in [
            ("Tuyển lao động", "Đơn hàng Nhật Bản ngành thực phẩm, ba tháng xuất cảnh."),
            ("Đơn hàng Nhật Bản", "Tuyển 30 người đi Nhật làm cơm hộp, không cần tiếng."),
            ("Đơn hàng may Nhật Bản", "Hợp đồng ba năm, làm việc tại Nhật Bản, lương 35 triệu."),
            ("Tuyển 15 lao động đi đơn hàng xây dựng Nhật Bản", "Thi tuyển trực tiếp với xí nghiệp."),
            ("don hang nhat ban", "ky nang dac dinh nganh dieu duong"),
            ("Đơn hàng Đài Loan", "Sang Đài Loan làm công xưởng, bao ăn ở."),
            ("Thực tập sinh Nhật Bản", "Nhận hồ sơ ngay."),
            ("Tư vấn", "Xuất khẩu lao động Nhật Bản, Hàn Quốc."),
        ] {
            assert!(is_stopped(title, description), "{title}: {description}");
        }
    }

    #[test]
    fn a_licence_answers_it() {
        let content = VacancyContent {
            title: "Đơn hàng Nhật Bản".to_owned(),
            description: "Tuyển 30 người đi Nhật.".to_owned(),
            abroad_licence: Some("123/LĐTBXH-GP".to_owned()),
            ..VacancyContent::default()
        };
        assert_eq!(check(&content, &CheckFacts::default()), []);
    }
}
