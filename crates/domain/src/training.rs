//! What colleges teach: programmes by official code, and the cohorts that go through them.
//!
//! A programme has two texts: the one its college writes, and the one the public reads. Handing in
//! and publishing are about the first; until it is approved the second stays as it is.

use crate::ids::{CohortId, ProgrammeId};
use crate::lifecycle::{Machine, Party, Rule};
use crate::moderation::check::RuleCode;
use crate::moderation::rules::Read;
use crate::moderation::{Finding, Severity};
use crate::money::Vnd;
use crate::month::Month;
use crate::place::Place;
use crate::vacancy::Field;
use crate::vocabulary::{Qualification, vocabulary};
use serde::{Deserialize, Serialize};

/// The greatest lengths and numbers.
pub mod limits {
    /// Name of a programme, in characters.
    pub const NAME: usize = 120;
    /// A free text, in characters.
    pub const TEXT: usize = 3_000;
    /// A line, in characters.
    pub const LINE: usize = 200;
    /// Occupations that a programme leads to.
    pub const OCCUPATIONS: usize = 10;
    /// Months that a programme lasts.
    pub const MONTHS: u32 = 60;
    /// Learners of a cohort.
    pub const LEARNERS: u32 = 5_000;
    /// Programmes of a college.
    pub const PROGRAMMES: u64 = 300;
    /// Cohorts of a programme.
    pub const COHORTS: u64 = 100;
}

vocabulary! {
    /// The level of a programme (Law on Vocational Education).
    TrainingLevel {
        College = "cao_dang", "Cao đẳng", "College";
        Intermediate = "trung_cap", "Trung cấp", "Intermediate";
        Elementary = "so_cap", "Sơ cấp", "Elementary";
    }
}

impl TrainingLevel {
    /// What its graduates are, in the words of form 01a and 03a.
    pub fn qualification(self) -> Qualification {
        match self {
            Self::College => Qualification::College,
            Self::Intermediate => Qualification::Intermediate,
            Self::Elementary => Qualification::Elementary,
        }
    }
}

vocabulary! {
    /// For whom a programme is.
    ProgrammeKind {
        Regular = "regular", "Đào tạo chính quy", "Regular training";
        OnOrder = "on_order", "Đào tạo theo đặt hàng", "Training on order";
        Short = "short", "Khoá ngắn hạn cho người đang đi làm", "Short course for people at work";
    }
}

vocabulary! {
    /// Where a programme's written text stands.
    ProgrammeState {
        Draft = "draft", "Bản nháp", "Draft";
        Submitted = "submitted", "Chờ duyệt", "Submitted";
        Returned = "returned", "Cần sửa", "Changes requested";
        Published = "published", "Đang tuyển sinh", "Published";
        Closed = "closed", "Đã đóng", "Closed";
    }
}

vocabulary! {
    /// What can be asked of a programme.
    ProgrammeCommand {
        Write = "write", "Sửa", "Write";
        Submit = "submit", "Gửi duyệt", "Submit";
        Publish = "publish", "Duyệt", "Publish";
        Return = "return", "Yêu cầu sửa", "Return";
        Close = "close", "Thôi tuyển sinh", "Close";
        Reopen = "reopen", "Mở lại", "Reopen";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeGuard {
    /// Everything that is asked for is there.
    Complete,
    /// The college is verified.
    Verified,
    /// Coded reasons are given.
    ReasonGiven,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeEvent {
    /// A moderation case is opened.
    CaseOpened,
    /// The open case ends.
    CaseEnded,
    /// The public reads the written text from now on.
    Shown,
    /// The public reads nothing of it any more.
    Hidden,
    /// The college is told.
    CollegeTold,
}

/// The life cycle of a programme.
#[derive(Debug)]
pub struct ProgrammeLife;

use ProgrammeCommand as C;
use ProgrammeEvent as E;
use ProgrammeGuard as G;
use ProgrammeState as S;

const OWNER: &[Party] = &[Party::Owner];
const OFFICER: &[Party] = &[Party::Officer];

impl Machine for ProgrammeLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Programme";
    const INITIAL: S = S::Draft;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Draft, C::Write, OWNER, &[], S::Draft, &[]),
        Rule::new(S::Returned, C::Write, OWNER, &[], S::Returned, &[]),
        // The text that the public reads stays until the new one is approved.
        Rule::new(S::Published, C::Write, OWNER, &[], S::Draft, &[]),
        Rule::new(S::Submitted, C::Write, OWNER, &[], S::Draft, &[E::CaseEnded]),
        Rule::new(S::Draft, C::Submit, OWNER, &[G::Complete, G::Verified], S::Submitted, &[E::CaseOpened]),
        Rule::new(S::Returned, C::Submit, OWNER, &[G::Complete, G::Verified], S::Submitted, &[E::CaseOpened]),
        Rule::new(S::Submitted, C::Publish, OFFICER, &[], S::Published, &[E::Shown, E::CollegeTold]),
        Rule::new(S::Submitted, C::Return, OFFICER, &[G::ReasonGiven], S::Returned, &[E::CollegeTold]),
        Rule::new(S::Draft, C::Close, OWNER, &[], S::Closed, &[E::Hidden]),
        Rule::new(S::Returned, C::Close, OWNER, &[], S::Closed, &[E::Hidden]),
        Rule::new(S::Submitted, C::Close, OWNER, &[], S::Closed, &[E::Hidden, E::CaseEnded]),
        Rule::new(S::Published, C::Close, OWNER, &[], S::Closed, &[E::Hidden]),
        Rule::new(S::Closed, C::Reopen, OWNER, &[], S::Draft, &[]),
    ];
}

/// What a programme says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgrammeContent {
    /// Ngành, nghề đào tạo, as the college calls it.
    pub name: String,
    /// Mã ngành, nghề of the national list.
    pub field: Option<String>,
    /// Trình độ.
    pub level: Option<TrainingLevel>,
    /// For whom.
    pub kind: Option<ProgrammeKind>,
    /// Thời gian đào tạo, in months.
    pub months: Option<u32>,
    /// Learners that can begin in a year.
    pub capacity: Option<u32>,
    /// Học phí, VND a month; 0 where it costs nothing.
    pub tuition: Option<Vnd>,
    /// What learners get: scholarship, dormitory, meals.
    pub support: String,
    /// Where it is taught.
    pub place: Option<Place>,
    /// Occupations that it leads to: VSCO codes of two to four digits.
    pub occupations: Vec<String>,
    /// Whether an officer has looked at the occupations.
    pub occupations_confirmed: bool,
    /// Months that learners spend in a business.
    pub internship_months: Option<u32>,
    /// Xưởng thực hành: rooms and machines.
    pub workshops: String,
    /// In the college's words.
    pub description: String,
}

/// A part of a programme's text that a fault can be at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeField {
    /// Its name.
    Name,
    /// Its level.
    Level,
    /// For whom.
    Kind,
    /// How long.
    Months,
    /// Where.
    Place,
    /// What it leads to.
    Occupations,
}

impl ProgrammeContent {
    /// What is missing before it can be handed in.
    pub fn missing(&self) -> Vec<ProgrammeField> {
        let checks = [
            (ProgrammeField::Name, self.name.is_empty()),
            (ProgrammeField::Level, self.level.is_none()),
            (ProgrammeField::Kind, self.kind.is_none()),
            (ProgrammeField::Months, self.months.is_none()),
            (ProgrammeField::Place, self.place.is_none()),
            (ProgrammeField::Occupations, self.occupations.is_empty()),
        ];
        checks.into_iter().filter_map(|(field, is_missing)| is_missing.then_some(field)).collect()
    }

    /// What the rules of moderation find in its words. Colleges take fees, recruit students and say how to
    /// reach them: what is no one's business in a vacancy is theirs here.
    pub fn findings(&self) -> Vec<Finding> {
        const ASKED: [RuleCode; 8] = [
            RuleCode::Sex,
            RuleCode::FamilyStatus,
            RuleCode::Appearance,
            RuleCode::Origin,
            RuleCode::Health,
            RuleCode::AgeLimit,
            RuleCode::AbroadLicence,
            RuleCode::ShortLink,
        ];
        let text = [&self.name, &self.support, &self.workshops, &self.description].map(String::as_str).join("\n");
        let read = Read::of(&text);
        let hits = read.scan(read.says_going()).into_iter().filter(|hit| ASKED.contains(&hit.rule));
        hits.map(|hit| Finding {
            rule: hit.rule,
            severity: Severity::Warning,
            field: Field::Description,
            words: text.get(hit.range).unwrap_or_default().to_owned(),
        })
        .collect()
    }
}

/// An intake of a programme (khoá, lớp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cohort {
    /// Its id.
    pub id: CohortId,
    /// Of which programme.
    pub programme: ProgrammeId,
    /// "K17", "CĐT 2024A".
    pub name: String,
    /// When it began or begins.
    pub starts: Month,
    /// When it graduates.
    pub graduates: Month,
    /// How many learn.
    pub enrolled: u32,
    /// How many of them have no work after graduation yet.
    pub unplaced: u32,
}

/// Why a cohort isn't one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCohort {
    /// It has no name, or a long one.
    #[error("no name")]
    Name,
    /// It graduates before it begins, or more than eight years later.
    #[error("it ends before it begins")]
    Months,
    /// Nobody, or too many.
    #[error("not a number of learners")]
    Enrolled,
    /// More are without work than learn.
    #[error("more without work than learners")]
    Unplaced,
}

impl Cohort {
    /// Whether its parts fit together.
    pub fn check(&self) -> Result<(), BadCohort> {
        if self.name.is_empty() || self.name.chars().count() > 60 {
            Err(BadCohort::Name)
        } else if !(0..=96).contains(&self.graduates.since(self.starts)) {
            Err(BadCohort::Months)
        } else if self.enrolled == 0 || self.enrolled > limits::LEARNERS {
            Err(BadCohort::Enrolled)
        } else if self.unplaced > self.enrolled {
            Err(BadCohort::Unplaced)
        } else {
            Ok(())
        }
    }
}
