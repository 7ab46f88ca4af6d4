//! An agreement: its exact text, its versions, its signatures, and the form that drafts it.

use super::{KeptFileRow, ResultRow};
use crate::pages::changes::{Change, mark};
use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::agreement::text::Block;
use sanviec_domain::ids::{AgreementId, PartnershipId};
use sanviec_domain::time::Instant;

/// A version in the list.
#[derive(Clone, Debug)]
pub struct VersionRow {
    /// Its number.
    pub number: u32,
    /// Who wrote it: the side in words.
    pub by: &'static str,
    /// When.
    pub at: Instant,
    /// The hash of its text.
    pub hash: String,
}

/// A signature.
#[derive(Clone, Debug)]
pub struct SignatureRow {
    /// The side in words.
    pub side: &'static str,
    /// Who.
    pub name: String,
    /// As what.
    pub title: String,
    /// With what, in words.
    pub factor: &'static str,
    /// When.
    pub at: Instant,
    /// Over which version.
    pub number: u32,
    /// Whether it counts.
    pub stands: bool,
}

/// What it takes to sign here.
#[derive(Clone, Debug)]
pub struct SignForm {
    /// Whether the reader signs with an authenticator; else with a code that is sent.
    pub by_authenticator: bool,
    /// The code that was sent, where one was.
    pub asked: Option<String>,
    /// What keeps it from being signed, in words.
    pub faults: Vec<&'static str>,
}

/// `/hop-tac/{partnership}/thoa-thuan/{id}`. Signs at `…/ky`, sends a code at `…/ma`, commands at `…/lenh`.
#[derive(Template)]
#[template(path = "partnership/agreement.html")]
pub struct AgreementPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// Its id.
    pub id: AgreementId,
    /// Its number.
    pub number: &'a str,
    /// Where it stands: words and tone.
    pub state: (&'static str, &'static str),
    /// What is asked of the reader now.
    pub asks: &'static str,
    /// The text, block by block.
    pub blocks: &'a [Block],
    /// The version that stands.
    pub version: u32,
    /// The hash of its text.
    pub hash: &'a str,
    /// How it differs from the version before.
    pub changes: &'a [Change],
    /// Its versions, the newest first.
    pub versions: &'a [VersionRow],
    /// Its lines with what came of them; none before both have signed.
    pub rows: &'a [ResultRow],
    /// Its signatures.
    pub signatures: &'a [SignatureRow],
    /// How to sign, where it is the reader's turn.
    pub sign: Option<&'a SignForm>,
    /// Copies that were signed elsewhere.
    pub copies: &'a [KeptFileRow],
    /// Whether the reader may add one.
    pub may_add: bool,
    /// Whether the text may be changed.
    pub may_write: bool,
    /// Whether it may be ended before its time.
    pub may_terminate: bool,
    /// Whether the draft may be dropped.
    pub may_discard: bool,
    /// Reasons to end it.
    pub reasons: &'a [(String, String)],
    /// What was typed.
    pub form: &'a FormState,
}

/// `/hop-tac/{partnership}/soan`: posts to itself. Lines are numbered: `training-1`, `work-1`, ….
#[derive(Template)]
#[template(path = "partnership/draft.html")]
pub struct AgreementFormPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its partnership.
    pub partnership: PartnershipId,
    /// What was typed.
    pub form: &'a FormState,
    /// The numbers of the lines.
    pub lines: &'a [LineNames],
    /// Whether signatures would be cleared.
    pub is_half_signed: bool,
    /// Whether what is signed would be changed.
    pub is_amendment: bool,
}

/// The names of a line's inputs.
#[derive(Clone, Debug)]
pub struct LineNames {
    /// Its number, from 1.
    pub n: usize,
    /// Ngành, nghề đào tạo.
    pub training: String,
    /// Vị trí làm việc.
    pub work: String,
    /// Số người.
    pub people: String,
    /// Tốt nghiệp.
    pub intake: String,
    /// Tháng thực tập.
    pub internship: String,
    /// Điều kiện riêng.
    pub terms: String,
}

impl LineNames {
    /// The names of the n-th line.
    pub fn of(n: usize) -> Self {
        let name = |stem: &str| format!("{stem}-{n}");
        Self {
            n,
            training: name("training"),
            work: name("work"),
            people: name("people"),
            intake: name("intake"),
            internship: name("internship"),
            terms: name("terms"),
        }
    }
}

/// `/tt/mau-hop-dong`: the template that the centre keeps.
#[derive(Template)]
#[template(path = "partnership/template.html")]
pub struct TemplatePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was typed.
    pub form: &'a FormState,
    /// The versions: number, note, when.
    pub versions: &'a [(u32, String, Option<Instant>)],
    /// Whether the reader may write.
    pub may_write: bool,
}

crate::html_pages!(AgreementPage, AgreementFormPage, TemplatePage);

/// How two texts of an agreement differ: article by article, with the words that differ marked.
pub fn text_changes(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (articles(old), articles(new));
    let headings = old.iter().chain(&new).map(|(heading, _)| heading);
    let mut seen = Vec::new();
    for heading in headings {
        if !seen.contains(heading) {
            seen.push(heading.clone());
        }
    }
    let of = |articles: &[(String, String)], heading: &str| articles.iter().find(|(known, _)| known == heading).map(|(_, text)| text.clone()).unwrap_or_default();
    seen.into_iter()
        .filter_map(|heading| {
            let (before, after) = (of(&old, &heading), of(&new, &heading));
            (before != after).then(|| {
                let (old, new) = mark(&before, &after);
                Change { label: heading, old, new }
            })
        })
        .collect()
}

/// The articles of a text: heading and words.
fn articles(text: &str) -> Vec<(String, String)> {
    let mut articles: Vec<(String, String)> = vec![(String::new(), String::new())];
    for line in text.lines() {
        match line.strip_prefix("## ") {
            Some(heading) => articles.push((heading.to_owned(), String::new())),
            None => {
                if let Some((_, words)) = articles.last_mut() {
                    words.push_str(line.trim_start_matches(['#', '!', '|', '-', ' ']));
                    words.push('\n');
                }
            }
        }
    }
    articles.into_iter().map(|(heading, words)| (heading, words.trim().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        let old = "# T\n\nSố: 1\n## Điều 1\n40 người\n## Điều 2\nHai năm\n";
        let new = "# T\n\nSố: 1\n## Điều 1\n60 người\n## Điều 2\nHai năm\n## Điều 3\nMới\n";
        let changes = text_changes(old, new);
        let labels: Vec<&str> = changes.iter().map(|change| change.label.as_str()).collect();
        assert_eq!(labels, ["Điều 1", "Điều 3"]);
        assert!(changes[0].old.iter().any(|piece| piece.differs && piece.text.contains("40")));
        assert!(changes[1].old.is_empty());
        assert!(text_changes(old, old).is_empty());
    }
}
