//! What came of an agreement: its lines with promised, trained, interned and hired people, who was reported,
//! and the yearly reviews.

use crate::{Chrome, FormState};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::ids::PlacementId;
use sanviec_domain::time::Instant;

/// A line with what came of it.
#[derive(Clone, Debug)]
pub struct ResultRow {
    /// "Cơ điện tử – Kỹ thuật viên".
    pub name: String,
    /// When they graduate: "06/2027"; nothing where it doesn't matter.
    pub intake: String,
    /// How many were promised.
    pub people: u32,
    /// How many were trained, where the college has said so.
    pub trained: Option<u32>,
    /// How many did an internship, where the business has said so.
    pub interned: Option<u32>,
    /// How many started work.
    pub hired: u32,
}

impl ResultRow {
    /// The full length of a bar: what was promised, or more where more came of it.
    pub fn full(&self) -> u32 {
        let most = self.trained.unwrap_or_default().max(self.interned.unwrap_or_default()).max(self.hired);
        self.people.max(most).max(1)
    }
}

/// Somebody who was reported.
#[derive(Clone, Debug)]
pub struct PersonRow {
    /// The placement.
    pub id: PlacementId,
    /// By name; that there is none any more.
    pub name: String,
    /// The line in words.
    pub line: String,
    /// Since when.
    pub started: NaiveDate,
    /// Where it stands: words and tone.
    pub state: (&'static str, &'static str),
    /// Why it was objected to.
    pub reason: Option<&'static str>,
    /// Who reported it.
    pub by: &'static str,
    /// When it counts without an objection, while it waits.
    pub settles: Option<Instant>,
    /// Whether the reader may confirm or object.
    pub may_answer: bool,
    /// Whether the reader may take it back.
    pub may_withdraw: bool,
}

/// `/hop-tac/{partnership}/thoa-thuan/{id}/ket-qua`. Numbers post to itself; people to `…/nguoi` with `lenh` =
/// `report`, `confirm_all`, or a placement's command and `nguoi`.
#[derive(Template)]
#[template(path = "partnership/results.html")]
pub struct ResultsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The agreement's address.
    pub agreement: &'a str,
    /// Its number.
    pub number: &'a str,
    /// Its lines.
    pub rows: &'a [ResultRow],
    /// What the reader's side states, in words; nothing where it may state nothing.
    pub states: Option<&'static str>,
    /// Lines to choose from.
    pub lines: &'a [(String, String)],
    /// People of the other side's that wait for the reader.
    pub waiting: usize,
    /// Who was reported.
    pub people: &'a [PersonRow],
    /// Reasons to object.
    pub reasons: &'a [(String, String)],
    /// What was typed.
    pub form: &'a FormState,
}

impl ResultsPage<'_> {
    /// The name of a line's number.
    fn field(index: &usize) -> String {
        format!("so-{index}")
    }

    fn reason_field(row: &PersonRow) -> String {
        format!("ly-do-{}", row.id)
    }
}

/// What a side says in a review.
#[derive(Clone, Debug)]
pub struct ReviewSide {
    /// The side in words.
    pub side: &'static str,
    /// Its remarks.
    pub remarks: String,
    /// Who has countersigned, and when.
    pub signed: Option<(String, Instant)>,
}

/// A yearly review.
#[derive(Clone, Debug)]
pub struct ReviewRow {
    /// The year.
    pub year: i32,
    /// Where it stands: words and tone.
    pub state: (&'static str, &'static str),
    /// When it was opened: what had come of each line by then.
    pub opened: Instant,
    /// The lines.
    pub rows: Vec<ResultRow>,
    /// Both sides.
    pub sides: [ReviewSide; 2],
    /// What the reader sees of it, to be countersigned.
    pub version: i64,
    /// Whether the reader may write remarks.
    pub may_write: bool,
    /// Whether the reader may countersign.
    pub may_sign: bool,
    /// Whether its button is the page's first.
    pub is_first: bool,
}

impl ReviewRow {
    /// The name of the remarks.
    pub fn field(&self) -> String {
        format!("nhan-xet-{}", self.year)
    }
}

/// `/hop-tac/{partnership}/thoa-thuan/{id}/danh-gia`: posts to itself with `lenh` = `open`, `write` or
/// `countersign`, `nam` and `ban`.
#[derive(Template)]
#[template(path = "partnership/reviews.html")]
pub struct ReviewsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The agreement's address.
    pub agreement: &'a str,
    /// Its number.
    pub number: &'a str,
    /// The reviews, the newest first.
    pub reviews: &'a [ReviewRow],
    /// The year that may be opened.
    pub opens: Option<i32>,
    /// What was typed.
    pub form: &'a FormState,
}

crate::html_pages!(ResultsPage, ReviewsPage);
