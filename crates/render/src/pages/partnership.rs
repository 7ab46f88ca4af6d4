//! Businesses and colleges that work together: lists, one partnership, its agreement, the centre's view.

mod agreement;
mod coverage;
mod files;
mod meetings;
mod meter;
mod results;

pub use agreement::{AgreementFormPage, AgreementPage, LineNames, SignForm, SignatureRow, TemplatePage, VersionRow, text_changes};
pub use coverage::{CoveragePage, CoverageRow, GapRow, OccupationRow, Totals};
pub use files::KeptFileRow;
pub use meetings::MeetingRow;
pub use meter::{Meter, MeterPart, business_change, college_change, part_sentence};
pub use results::{PersonRow, ResultRow, ResultsPage, ReviewRow, ReviewSide, ReviewsPage};

use crate::{Area, Chrome, FormState, tones};
use askama::Template;
use sanviec_domain::ids::PartnershipId;
use sanviec_domain::partnership::clock::Urgency;
use sanviec_domain::partnership::{PartnershipState, Side};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// A partnership in a list.
#[derive(Clone, Debug)]
pub struct PartnershipRow {
    /// Its id.
    pub id: PartnershipId,
    /// The other side's name; both for the centre.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// Where it stands.
    pub state: PartnershipState,
    /// How far its clock has gone.
    pub urgency: Urgency,
    /// Since when nothing has moved.
    pub moved: Instant,
    /// Whether it is the reader's turn.
    pub is_mine: bool,
}

impl PartnershipRow {
    /// The tone of its state's tag.
    pub fn tone(&self) -> &'static str {
        tones::partnership(self.state)
    }

    /// Whether its clock has called.
    pub fn is_urgent(&self) -> bool {
        self.urgency != Urgency::Fresh && matches!(self.state, PartnershipState::Proposed | PartnershipState::Accepted | PartnershipState::Negotiating)
    }
}

/// `/ntd/truong`, `/truong-toi/doi-tac`, `/tt/hop-tac`.
#[derive(Template)]
#[template(path = "partnership/list.html")]
pub struct PartnershipsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The partnerships.
    pub rows: &'a [PartnershipRow],
    /// For the centre: states to choose from, (key, word, count, chosen).
    pub states: &'a [(&'static str, &'static str, u64, bool)],
}

impl PartnershipsPage<'_> {
    fn is_centre(&self) -> bool {
        self.chrome.area == Area::Centre
    }

    fn is_college(&self) -> bool {
        self.chrome.area == Area::College
    }
}

/// A message.
#[derive(Clone, Debug)]
pub struct SaidRow {
    /// Which side; the centre where there is none.
    pub side: Option<Side>,
    /// Who, by name.
    pub name: String,
    /// The words.
    pub body: String,
    /// When.
    pub at: Instant,
}

/// A step of its history.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// What happened, in words.
    pub text: String,
    /// When.
    pub at: Instant,
}

/// An agreement in its partnership.
#[derive(Clone, Debug)]
pub struct AgreementRow {
    /// Its address.
    pub href: String,
    /// Its number.
    pub number: String,
    /// Where it stands, in words, and its tone.
    pub state: (&'static str, &'static str),
}

/// `/hop-tac/{id}`. Commands go to `…/lenh`, messages to `…/tin-nhan`, drafts to `…/soan`.
#[derive(Template)]
#[template(path = "partnership/one.html")]
pub struct PartnershipPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its id.
    pub id: PartnershipId,
    /// Where it stands.
    pub state: PartnershipState,
    /// The business: name and page.
    pub business: (&'a str, String),
    /// The college: name and page.
    pub college: (&'a str, String),
    /// What is asked of the reader now.
    pub asks: &'static str,
    /// What the need says.
    pub need: &'a [(&'static str, String)],
    /// What the programme says.
    pub programme: &'a [(&'static str, String)],
    /// How well the two fit.
    pub meter: Option<&'a Meter>,
    /// What may be asked of it: command keys and words.
    pub commands: &'a [(&'static str, &'static str)],
    /// Whether it may be declined here.
    pub may_decline: bool,
    /// Reasons to decline.
    pub reasons: &'a [(String, String)],
    /// Whether an agreement may be drafted.
    pub may_draft: bool,
    /// Its agreements.
    pub agreements: &'a [AgreementRow],
    /// What was said.
    pub messages: &'a [SaidRow],
    /// Meetings ahead, the next one first; and those that are over, the last one first.
    pub meetings: &'a [Vec<MeetingRow>; 2],
    /// Whether the reader may propose another one.
    pub may_meet: bool,
    /// Its files.
    pub files: &'a [KeptFileRow],
    /// Whether the reader may add another one.
    pub may_add: bool,
    /// Whether the reader may write.
    pub may_write: bool,
    /// What happened.
    pub history: &'a [StepRow],
    /// What was typed.
    pub form: &'a FormState,
    /// Where the list is.
    pub back: &'static str,
}

impl PartnershipPage<'_> {
    fn tone(&self) -> &'static str {
        tones::partnership(self.state)
    }

    fn side_name(&self, side: impl std::borrow::Borrow<Option<Side>>) -> &'static str {
        match side.borrow() {
            Some(side) => side.label(self.chrome.locale),
            None => self.chrome.t.get("pt-centre"),
        }
    }

    fn who(&self, said: &SaidRow) -> String {
        let side = self.side_name(said.side);
        if said.name.is_empty() { side.to_owned() } else { format!("{} ({side})", said.name) }
    }
}

crate::html_pages!(PartnershipsPage, PartnershipPage);
