//! The text of an agreement. What is signed is a plain text: made from the centre's template, the content and
//! the two parties, the same bytes each time. Pages and the PDF show the blocks of that very text, so nothing
//! that is read can differ from what is signed.

use super::AgreementContent;
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// The greatest length of a template, in bytes.
pub const TEMPLATE_LIMIT: usize = 40_000;
/// What a template must ask for: an agreement without its lines or its parties is none.
const REQUIRED: [&str; 6] = ["business", "college", "lines", "from", "until", "business_terms"];

/// Everything that a template may ask for.
const KNOWN: [&str; 12] = [
    "number",
    "business",
    "business_name",
    "college",
    "college_name",
    "lines",
    "from",
    "until",
    "people",
    "business_terms",
    "college_terms",
    "other_terms",
];

/// One side, as the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyText {
    /// Its name.
    pub name: String,
    /// Its tax code, where it has one.
    pub tax_code: Option<String>,
    /// Where it is.
    pub address: String,
    /// Who speaks for it.
    pub representative: String,
    /// As what.
    pub representative_title: String,
    /// Its telephone number.
    pub phone: String,
}

/// Why a template can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// It is longer than [`TEMPLATE_LIMIT`].
    #[error("longer than {TEMPLATE_LIMIT} bytes")]
    TooLong,
    /// It lacks a place that every agreement needs.
    #[error("lacks {{{0}}}")]
    Lacks(&'static str),
    /// It asks for something that there isn't.
    #[error("asks for {{{0}}}, which there isn't")]
    Unknown(String),
    /// A brace is never closed.
    #[error("a brace is not closed in line {0}")]
    Open(usize),
}

/// A piece of an agreement's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The motto above: a line of it.
    Motto(String),
    /// The title.
    Title(String),
    /// The heading of an article.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A point of a list.
    Item(String),
    /// A table: its head and its rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// Dates and numbers as the text writes them.
fn day(day: chrono::NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

fn party(party: &PartyText) -> String {
    let mut out = String::new();
    let mut line = |term: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "- {term}: {text}");
        }
    };
    line("Tên", &party.name);
    line("Mã số thuế", party.tax_code.as_deref().unwrap_or_default());
    line("Địa chỉ", &party.address);
    line("Điện thoại", &party.phone);
    let title = if party.representative_title.is_empty() {
        String::new()
    } else {
        format!(", chức vụ: {}", party.representative_title)
    };
    if !party.representative.is_empty() {
        line("Người đại diện", &format!("{}{title}", party.representative));
    }
    out.trim_end().to_owned()
}

/// A cell can't break its row.
fn cell(text: &str) -> String {
    text.replace(['|', '\n', '\r'], " ").trim().to_owned()
}

fn lines(content: &AgreementContent) -> String {
    let mut out = String::from("| STT | Ngành, nghề đào tạo | Vị trí làm việc | Số người | Tốt nghiệp | Thực tập | Điều kiện riêng |");
    for (index, line) in content.lines.iter().enumerate() {
        let internship = if line.internship_months == 0 {
            "–".to_owned()
        } else {
            format!("{} tháng", line.internship_months)
        };
        let terms = if line.terms.is_empty() { "–".to_owned() } else { cell(&line.terms) };
        let _ = write!(
            out,
            "\n| {} | {} | {} | {} | {} | {internship} | {terms} |",
            index + 1,
            cell(&line.training),
            cell(&line.work),
            line.people,
            line.intake.label(),
        );
    }
    let _ = write!(out, "\nTổng cộng: {} người.", content.people());
    out
}

/// Free text can't pretend to be an article or a table.
fn prose(text: &str) -> String {
    let tidied: Vec<String> = text
        .lines()
        .map(|line| line.trim().trim_start_matches(['#', '|', '!']).trim_start().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if tidied.is_empty() { "Không có.".to_owned() } else { tidied.join("\n") }
}

/// Fills a template. `number` is what the agreement is called by.
pub fn compose(template: &str, number: &str, content: &AgreementContent, business: &PartyText, college: &PartyText) -> Result<String, TemplateError> {
    check_template(template)?;
    let value = |name: &str| {
        Some(match name {
            "number" => number.to_owned(),
            "business" => party(business),
            "business_name" => business.name.clone(),
            "college" => party(college),
            "college_name" => college.name.clone(),
            "lines" => lines(content),
            "from" => day(content.from),
            "until" => day(content.until),
            "people" => content.people().to_string(),
            "business_terms" => prose(&content.business_terms),
            "college_terms" => prose(&content.college_terms),
            "other_terms" => prose(&content.other_terms),
            _ => return None,
        })
    };
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        out.push_str(&value(name).ok_or_else(|| TemplateError::Unknown(name.to_owned()))?);
        rest = after;
    }
    out.push_str(rest);
    Ok(canonical(&out))
}

/// Whether a template can be used: what it lacks, or what it asks for in vain.
pub fn check_template(template: &str) -> Result<(), TemplateError> {
    if template.len() > TEMPLATE_LIMIT {
        return Err(TemplateError::TooLong);
    }
    for (index, line) in template.lines().enumerate() {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or(TemplateError::Open(index + 1))?;
            if !KNOWN.contains(&name) {
                return Err(TemplateError::Unknown(name.to_owned()));
            }
            rest = after;
        }
    }
    match REQUIRED.into_iter().find(|name| !template.contains(&format!("{{{name}}}"))) {
        Some(name) => Err(TemplateError::Lacks(name)),
        None => Ok(()),
    }
}

/// The one way a text is written: composed letters, one kind of line break, no blanks at ends of lines, one
/// break at its end. Two texts that read alike have the same bytes.
pub fn canonical(text: &str) -> String {
    let composed: String = text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
    let mut out = String::with_capacity(composed.len());
    for line in composed.trim().lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// The pieces of a text, for pages and the PDF.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_paragraph_open = false;
    for line in text.lines() {
        let line = line.trim();
        let mut goes_on = false;
        if let Some(row) = line.strip_prefix('|') {
            let cells: Vec<String> = row.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
            match blocks.last_mut() {
                Some(Block::Table(_, rows)) => rows.push(cells),
                _ => blocks.push(Block::Table(cells, Vec::new())),
            }
        } else if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.to_owned()));
        } else if let Some(title) = line.strip_prefix("# ") {
            blocks.push(Block::Title(title.to_owned()));
        } else if let Some(motto) = line.strip_prefix("! ") {
            blocks.push(Block::Motto(motto.to_owned()));
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(item.to_owned()));
        } else if !line.is_empty() {
            goes_on = true;
            match blocks.last_mut() {
                Some(Block::Paragraph(text)) if is_paragraph_open => {
                    text.push('\n');
                    text.push_str(line);
                }
                _ => blocks.push(Block::Paragraph(line.to_owned())),
            }
        }
        is_paragraph_open = goes_on;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::AgreementLine;
    use crate::month::Month;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    const TEMPLATE: &str = "! Độc lập\n# THOẢ THUẬN {number}\n## Bên A\n{business}\n## Bên B\n{college}\n## Điều 1\n{lines}\n\nTừ {from} đến {until}.\n{business_terms}\n{college_terms}\n{other_terms}\n";

    fn content() -> AgreementContent {
        AgreementContent {
            lines: vec![AgreementLine {
                programme: None,
                training: "Cơ điện tử".to_owned(),
                occupation: "7412".to_owned(),
                work: "Kỹ thuật viên | bảo trì".to_owned(),
                people: 40,
                intake: Month::new(2027, 6).unwrap(),
                internship_months: 3,
                terms: String::new(),
            }],
            from: NaiveDate::from_ymd_opt(2027, 1, 1).unwrap(),
            until: NaiveDate::from_ymd_opt(2029, 12, 31).unwrap(),
            business_terms: "Trả lương thực tập.\n# Điều 99. Giả".to_owned(),
            college_terms: "Giới thiệu người học.".to_owned(),
            other_terms: String::new(),
        }
    }

    fn party(name: &str) -> PartyText {
        PartyText {
            name: name.to_owned(),
            tax_code: Some("1000000001".to_owned()),
            address: "KCN Liên Hà Thái".to_owned(),
            representative: "Nguyễn Thị Hoà".to_owned(),
            representative_title: "Giám đốc".to_owned(),
            phone: "0227 000 001".to_owned(),
        }
    }

    #[test]
    fn a_text_has_everything_and_nothing_can_pretend() {
        let text = compose(TEMPLATE, "HT-1", &content(), &party("Công ty A"), &party("Trường B")).unwrap();
        let blocks = blocks(&text);
        assert!(blocks.contains(&Block::Title("THOẢ THUẬN HT-1".to_owned())));
        assert_eq!(blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count(), 3, "{text}");
        let table = blocks.iter().find_map(|block| match block {
            Block::Table(_, rows) => Some(rows),
            _ => None,
        });
        let wanted = ["1", "Cơ điện tử", "Kỹ thuật viên   bảo trì", "40", "06/2027", "3 tháng", "–"];
        assert_eq!(table.unwrap()[0], wanted);
        assert!(text.contains("Tổng cộng: 40 người.") && text.contains("Từ 01/01/2027 đến 31/12/2029.") && text.contains("Không có."));
    }

    #[test]
    fn a_template_says_what_it_lacks() {
        assert_eq!(check_template("{business}{college}{lines}{from}{until}"), Err(TemplateError::Lacks("business_terms")));
        assert_eq!(check_template("{bussiness}"), Err(TemplateError::Unknown("bussiness".to_owned())));
        assert_eq!(check_template("a\n{business"), Err(TemplateError::Open(2)));
        assert_eq!(check_template(&"x".repeat(TEMPLATE_LIMIT + 1)), Err(TemplateError::TooLong));
        assert_eq!(check_template(TEMPLATE), Ok(()));
    }

    proptest! {
        #[test]
        fn writing_a_text_again_changes_nothing(text in "(\\PC|\r|\n){0,200}") {
            let once = canonical(&text);
            prop_assert_eq!(canonical(&once), once);
        }

        #[test]
        fn what_people_write_stays_in_its_place(terms in "(\\PC|\n){0,200}") {
            let with = AgreementContent { business_terms: terms, ..content() };
            let text = compose(TEMPLATE, "HT-1", &with, &party("A"), &party("B")).unwrap();
            let count = |wanted: fn(&Block) -> bool| blocks(&text).iter().filter(|block| wanted(block)).count();
            prop_assert_eq!(count(|block| matches!(block, Block::Heading(_) | Block::Title(_))), 4);
            prop_assert_eq!(count(|block| matches!(block, Block::Table(..))), 1);
        }
    }
}
