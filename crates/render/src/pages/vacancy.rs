//! `/viec-lam/{id}-{slug}`: a vacancy. The same view serves the preview in the posting form and the
//! moderator, so both see exactly what the public will.

pub mod facts;
pub mod json_ld;

use crate::card::{VacancyCard, vacancy_path};
use crate::format::{PayLine, words};
use crate::{Chrome, format};
use askama::Template;
use chrono::NaiveDate;
pub use facts::{DemandRow, Fact, PayRow};
use sanviec_domain::ids::VacancyNumber;
use sanviec_domain::vacancy::{ClosedReason, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::{Vocabulary, Workforce};

/// An employer beside its vacancy.
#[derive(Clone, Debug)]
pub struct EmployerBox<'a> {
    /// Its page, with the language; `None` where it has none yet.
    pub href: Option<String>,
    /// Its name.
    pub name: &'a str,
    /// Whether it is verified.
    pub verified: bool,
    /// How many people work there.
    pub workforce: Option<Workforce>,
    /// Its address.
    pub address: &'a str,
    /// Its open vacancies.
    pub open_vacancies: u64,
    /// Of how many applications out of a hundred it answered, and in how many days as a rule.
    pub answers: Option<(u8, u32)>,
    /// Whether it is invented, for the demo.
    pub sample: bool,
}

impl EmployerBox<'_> {
    /// "1.000-3.000 lao động".
    pub fn workforce_text(&self, chrome: &Chrome) -> Option<String> {
        self.workforce.map(|size| chrome.t.fill("employer-workforce", "size", words::label(size, chrome.locale)))
    }

    /// "Trả lời 86% đơn, thường trong 3 ngày".
    pub fn answers_text(&self, chrome: &Chrome) -> Option<String> {
        self.answers
            .map(|(percent, days)| chrome.t.with("employer-answers", &[("percent", percent.into()), ("n", days.into())]))
    }
}

/// A vacancy with the names behind its codes.
#[derive(Clone, Debug)]
pub struct VacancyView<'a> {
    /// Its number.
    pub number: VacancyNumber,
    /// Its title without marks.
    pub slug: &'a str,
    /// What it says.
    pub content: &'a VacancyContent,
    /// Where it stands.
    pub state: VacancyState,
    /// Why it was closed.
    pub closed: Option<ClosedReason>,
    /// Its employer.
    pub employer: EmployerBox<'a>,
    /// "KCN Liên Hà Thái".
    pub place_short: &'a str,
    /// "Lô CN-05, KCN Liên Hà Thái, xã Thái Thụy, tỉnh Hưng Yên".
    pub place_long: &'a str,
    /// What the place was called before July 2025: "huyện Thái Thụy, tỉnh Thái Bình (cũ)".
    pub place_former: Option<&'a str>,
    /// The commune's name.
    pub commune: Option<&'a str>,
    /// The province's name.
    pub province: &'a str,
    /// The occupation's name.
    pub occupation: Option<&'a str>,
    /// When it was published.
    pub published_on: Option<NaiveDate>,
    /// The day.
    pub today: NaiveDate,
}

impl VacancyView<'_> {
    /// The first line about pay.
    pub fn pay(&self) -> PayLine {
        PayLine::of(&self.content.pay)
    }

    /// Its address without the language.
    pub fn path(&self) -> String {
        vacancy_path(self.number, self.slug)
    }

    /// Whether applications are taken today.
    pub fn is_open(&self) -> bool {
        self.state == VacancyState::Published && self.content.deadline.is_none_or(|deadline| deadline >= self.today)
    }

    /// Why no application is taken, in a sentence; `None` where one is.
    pub fn notice<'c>(&self, chrome: &Chrome<'c>) -> Option<&'c str> {
        let t = chrome.t;
        if self.is_open() {
            return None;
        }
        Some(match (self.state, self.closed) {
            (VacancyState::Closed, Some(ClosedReason::Filled)) => t.get("notice-filled"),
            (VacancyState::Closed, Some(ClosedReason::ByCentre)) => t.get("notice-taken-down"),
            (VacancyState::Closed, _) => t.get("notice-closed"),
            (VacancyState::Expired | VacancyState::Published, _) => t.get("notice-expired"),
            (VacancyState::Paused, _) => t.get("notice-paused"),
            _ => t.get("notice-unpublished"),
        })
    }

    /// The last day for applications, in prose.
    pub fn deadline_text(&self, chrome: &Chrome) -> Option<String> {
        self.content.deadline.map(|day| format::long_date(day, chrome.locale))
    }
}

/// What the page offers to a reader who wants the job.
#[derive(Clone, Debug)]
pub enum ApplyOffer {
    /// The form is here.
    Form(String),
    /// There is an application already; it is here.
    Sent(String),
    /// Nothing: a preview, or the vacancy takes no applications.
    Nothing,
}

/// The vacancy's page.
#[derive(Template)]
#[template(path = "public/vacancy.html")]
pub struct VacancyPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy.
    pub view: VacancyView<'a>,
    /// What a reader may do.
    pub apply: ApplyOffer,
    /// Back to the results, with the language.
    pub back: &'a str,
    /// The poster's address; `None` hides the link.
    pub poster: Option<String>,
    /// Where it can be reported, for those who may.
    pub report: Option<String>,
    /// Vacancies like it.
    pub similar: &'a [VacancyCard],
}

crate::html_pages!(VacancyPage);

impl VacancyPage<'_> {
    fn description(&self) -> String {
        let view = &self.view;
        let locale = self.chrome.locale;
        format!("{} · {} · {}", view.pay().in_locale(locale), view.employer.name, view.place_short)
    }

    fn json_ld(&self) -> String {
        json_ld::job_posting(&self.view, self.chrome)
    }
}
