//! The centre's counter: entering for somebody, the slip that is taken home, a person's file.

use crate::qr::qr_svg;
use crate::{Chrome, FormState, tones};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::consent::ConsentWay;
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::{CallTime, Vocabulary};

/// `/tt/nhap-ho`. Inputs: `the` (a scanned card), `ho-ten`, `dien-thoai`, `nam-sinh`, `tin`, `goi-luc`,
/// `loi-nhan`, `dong-y` ([`ConsentWay`]'s keys), `giu-ho-so`.
#[derive(Template)]
#[template(path = "centre/counter.html")]
pub struct CounterPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was typed.
    pub form: &'a FormState,
}

impl CounterPage<'_> {
    fn call_times(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let locale = self.chrome.locale;
        CallTime::ALL.iter().map(move |time| (time.key(), time.label(locale)))
    }

    fn ways(&self) -> [(&'static str, &'static str); 2] {
        [ConsentWay::Signed, ConsentWay::Spoken].map(|way| (way.key(), way.label(self.chrome.locale)))
    }
}

/// `/tt/nhap-ho/phieu/{id}`: printed, for the person.
#[derive(Template)]
#[template(path = "centre/slip.html")]
pub struct SlipPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Họ và tên.
    pub name: &'a str,
    /// The number, masked: a slip is lost.
    pub phone: &'a str,
    /// What the person applies for.
    pub title: &'a str,
    /// Whose vacancy it is.
    pub employer: &'a str,
    /// Where the work is.
    pub place: &'a str,
    /// Whom to call there.
    pub employer_phone: Option<String>,
    /// Who entered it.
    pub officer: &'a str,
    /// When.
    pub at: Instant,
    /// Where the person signs in.
    pub link: &'a str,
}

impl SlipPage<'_> {
    fn code(&self) -> String {
        qr_svg(self.link)
    }
}

/// A consent of a person's file.
#[derive(Clone, Debug)]
pub struct ConsentRow {
    /// What for.
    pub purpose: &'static str,
    /// In which way.
    pub way: &'static str,
    /// When.
    pub given: Instant,
    /// When it was taken back.
    pub withdrawn: Option<Instant>,
}

/// A person's file, opened.
#[derive(Clone, Debug)]
pub struct SeekerFileRow {
    /// Họ và tên.
    pub name: String,
    /// The number, as people write it.
    pub phone: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// The year of birth.
    pub birth_year: Option<i32>,
    /// What the person has agreed to.
    pub consents: Vec<ConsentRow>,
    /// The applications: title, employer, state, day.
    pub applications: Vec<(String, String, ApplicationState, NaiveDate)>,
}

/// `/tt/nguoi-tim-viec/{id}`. Input: `ly-do`.
#[derive(Template)]
#[template(path = "centre/seeker_file.html")]
pub struct SeekerFilePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The person.
    pub id: PersonId,
    /// The reason, as it was typed.
    pub form: &'a FormState,
    /// The file; `None` where a reason is owed.
    pub file: Option<&'a SeekerFileRow>,
}

impl SeekerFilePage<'_> {
    fn tone(&self, state: &ApplicationState) -> &'static str {
        tones::application(*state)
    }
}

crate::html_pages!(CounterPage, SlipPage, SeekerFilePage);
