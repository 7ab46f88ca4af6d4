//! One case: the posting exactly as the public will read it, what the rules found, who sent it, and
//! the decision.

use super::highlight::highlight;
use super::{rules, time_left, time_tone};
use crate::format::words;
use crate::mail::reason_sentence;
use crate::pages::changes::Change;
use crate::pages::vacancy::VacancyView;
use crate::{Chrome, FormState, RenderError, Texts, format, tones};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::CaseId;
use sanviec_domain::membership::Looked;
use sanviec_domain::moderation::{CaseKind, Finding, Outcome, Reason, ReportReason};
use sanviec_domain::organisation::{OrganisationProfile, OrganisationState};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;

/// Who holds the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim<'a> {
    /// Nobody; the reader may take it.
    Free,
    /// The reader, until then.
    Mine(Instant),
    /// A colleague, until then.
    Theirs(&'a str, Instant),
    /// It is decided.
    Over,
}

/// What the case is about.
#[derive(Clone, Debug)]
pub enum CaseSubject<'a> {
    /// A vacancy, as the public will read it.
    Vacancy(Box<VacancyView<'a>>),
    /// A programme, as the public will read it.
    Programme {
        /// Its name.
        name: &'a str,
        /// What it says, as rows: term and words.
        rows: &'a [(&'static str, String)],
    },
    /// An organisation, as it described itself.
    Organisation {
        /// Its name.
        name: &'a str,
        /// Its description.
        profile: &'a OrganisationProfile,
        /// Its address in words.
        address: &'a str,
        /// Its branch of industry in words.
        industry: &'a str,
    },
}

/// Who sent it.
#[derive(Clone, Debug)]
pub struct EmployerRecord<'a> {
    /// The name.
    pub name: &'a str,
    /// The tax code.
    pub tax_code: &'a str,
    /// Whether it is verified.
    pub state: OrganisationState,
    /// Since when it is with us.
    pub since: NaiveDate,
    /// The person's name and telephone number, for a call back.
    pub contact: &'a str,
    /// Its vacancies by state.
    pub counts: &'a [(VacancyState, u64)],
    /// Whether it is invented, for the demo.
    pub sample: bool,
}

/// One report about the vacancy.
#[derive(Clone, Debug)]
pub struct Reported<'a> {
    /// Why.
    pub reason: ReportReason,
    /// What was written beside it.
    pub words: &'a str,
    /// A number to call back.
    pub phone: Option<&'a Phone>,
    /// When.
    pub at: Instant,
}

/// A note of an officer.
#[derive(Clone, Debug)]
pub struct Noted<'a> {
    /// Who wrote it.
    pub author: &'a str,
    /// What.
    pub words: &'a str,
    /// When.
    pub at: Instant,
}

/// An earlier decision on the same subject.
#[derive(Clone, Debug)]
pub struct EarlierDecision<'a> {
    /// When.
    pub at: Instant,
    /// How.
    pub outcome: Outcome,
    /// Why.
    pub reasons: &'a [Reason],
    /// What was told besides.
    pub message: &'a str,
    /// For colleagues.
    pub note: &'a str,
    /// Who, by name.
    pub officer: &'a str,
}

/// `/tt/duyet/{id}`. Posts to itself with `outcome`, `reason` (repeated), `message`, `note`,
/// `occupation` and `then` (`stay` or `next`); claims at `…/nhan`, gives back at `…/tra`.
#[derive(Template)]
#[template(path = "centre/case.html")]
pub struct CasePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The case.
    pub id: CaseId,
    /// What kind it is.
    pub kind: CaseKind,
    /// When it was sent.
    pub sent: Instant,
    /// Working minutes until the promise is due.
    pub minutes_left: i64,
    /// Who holds it.
    pub claim: Claim<'a>,
    /// Whether the reader may decide: counsellors and administrators read only.
    pub may_decide: bool,
    /// What it is about.
    pub subject: CaseSubject<'a>,
    /// Of a change that waits: what it changes in the published text.
    pub changes: Option<&'a [Change]>,
    /// What the rules found.
    pub findings: &'a [Finding],
    /// What people reported, the first first.
    pub reports: &'a [Reported<'a>],
    /// What officers wrote to each other.
    pub notes: &'a [Noted<'a>],
    /// Who asked for a second opinion, by name.
    pub passed_by: Option<&'a str>,
    /// Who sent it.
    pub employer: EmployerRecord<'a>,
    /// Earlier decisions, the newest first.
    pub earlier: &'a [EarlierDecision<'a>],
    /// Occupation codes to confirm: (code, "7531 Thợ may"), the most likely first.
    pub occupations: &'a [(String, String)],
    /// The decision as it was typed.
    pub form: &'a FormState,
}

/// The vacancy's body alone.
#[derive(Template)]
#[template(path = "centre/posting.html")]
struct Posting<'a> {
    chrome: &'a Chrome<'a>,
    t: &'static Texts,
    v: &'a VacancyView<'a>,
}

impl CasePage<'_> {
    /// The page as HTML.
    pub fn render(&self) -> Result<String, RenderError> {
        crate::render(self)
    }

    /// The posting with its findings' words marked.
    fn posting(&self, view: &VacancyView<'_>) -> Result<String, askama::Error> {
        let wordings: Vec<&str> = self.findings.iter().map(|finding| finding.words.as_str()).collect();
        let html = Posting {
            chrome: self.chrome,
            t: self.chrome.t,
            v: view,
        }
        .render()?;
        Ok(highlight(&html, &wordings))
    }

    fn title(&self) -> &str {
        match &self.subject {
            CaseSubject::Vacancy(view) => &view.content.title,
            CaseSubject::Programme { name, .. } | CaseSubject::Organisation { name, .. } => name,
        }
    }

    fn left(&self) -> String {
        time_left(self.minutes_left, self.chrome.t)
    }

    fn left_tone(&self) -> &'static str {
        time_tone(self.minutes_left)
    }

    fn clock(&self, at: &Instant) -> String {
        format::time(sanviec_domain::time::in_vietnam(*at).time())
    }

    fn is_over(&self) -> bool {
        self.claim == Claim::Over
    }

    fn rules(&self) -> Vec<rules::RuleFindings<'_>> {
        rules::by_rule(self.findings)
    }

    fn rule(&self, found: &rules::RuleFindings) -> &'static str {
        rules::text(found.rule, self.chrome.t)
    }

    fn severity_tone(&self, found: &rules::RuleFindings) -> &'static str {
        rules::tone(found.severity)
    }

    fn employer_tone(&self) -> &'static str {
        tones::organisation(self.employer.state)
    }

    #[expect(clippy::unused_self, reason = "the template calls it on the page")]
    fn report_tone(&self, report: &Reported) -> &'static str {
        if report.reason.is_grave() { "bad" } else { "warn" }
    }

    /// Whether the reader may ask a colleague to decide: once a case, by whoever holds it.
    fn may_pass_on(&self) -> bool {
        self.may_decide && self.passed_by.is_none() && matches!(self.claim, Claim::Mine(_))
    }

    fn is_decidable(&self) -> bool {
        self.may_decide && matches!(self.claim, Claim::Free | Claim::Mine(_))
    }

    /// The ways to decide this kind of case, each with its words: a report leaves a vacancy up or
    /// takes it down, an organisation is verified or refused.
    fn outcomes(&self) -> Vec<(&'static str, &'static str)> {
        let (t, locale) = (self.chrome.t, self.chrome.locale);
        let plain = |outcome: Outcome| (outcome.key(), outcome.label(locale));
        match self.kind {
            CaseKind::Vacancy | CaseKind::Revision => vec![plain(Outcome::Approved), plain(Outcome::Returned), plain(Outcome::Rejected)],
            CaseKind::Programme => vec![plain(Outcome::Approved), plain(Outcome::Returned)],
            CaseKind::Appeal => vec![plain(Outcome::Approved), plain(Outcome::Rejected)],
            CaseKind::Organisation => vec![(Outcome::Approved.key(), t.get("outcome-verify")), plain(Outcome::Rejected)],
            CaseKind::Report | CaseKind::Sample => vec![(Outcome::Approved.key(), t.get("outcome-keep")), (Outcome::Rejected.key(), t.get("outcome-take-down"))],
        }
    }

    /// The keys of the outcomes, in their order.
    fn outcome_keys(&self) -> &'static str {
        match self.kind {
            CaseKind::Vacancy | CaseKind::Revision => "yst",
            CaseKind::Programme => "ys",
            CaseKind::Appeal | CaseKind::Organisation | CaseKind::Report | CaseKind::Sample => "yt",
        }
    }

    /// Every reason: key, word, sentence, ticked. Those that the findings suggest come first.
    fn reasons(&self) -> Vec<(&'static str, &'static str, &'static str, bool)> {
        let reported = self.reports.iter().filter_map(|report| report.reason.reason());
        let suggested: Vec<Reason> = self.findings.iter().map(|finding| finding.rule.reason()).chain(reported).collect();
        let mut reasons: Vec<Reason> = match self.kind {
            CaseKind::Organisation => Reason::OF_ORGANISATIONS.to_vec(),
            // What is reported may be about the company and not about its words.
            CaseKind::Report => Reason::ALL.to_vec(),
            _ => Reason::of_texts().collect(),
        };
        reasons.sort_by_key(|reason| !suggested.contains(reason));
        let locale = self.chrome.locale;
        reasons
            .into_iter()
            .map(|reason| {
                (
                    reason.key(),
                    reason.label(locale),
                    reason_sentence(reason, locale),
                    self.form.checked("reason", reason.key()),
                )
            })
            .collect()
    }

    /// What can be looked at before a verification: (key, words).
    fn looks(&self) -> Vec<(&'static str, &'static str)> {
        let looks = if self.kind == CaseKind::Organisation { Looked::ALL } else { &[] };
        looks.iter().map(|look| (look.key(), look.label(self.chrome.locale))).collect()
    }

    fn asks_occupation(&self) -> bool {
        matches!(self.subject, CaseSubject::Vacancy(_)) && self.kind != CaseKind::Report && !self.occupations.is_empty()
    }
}

/// What an organisation said of itself, as rows of a list: term and words.
pub(crate) fn organisation_rows(profile: &OrganisationProfile, address: &str, industry: &str, chrome: &Chrome) -> Vec<(&'static str, String)> {
    let (t, locale) = (chrome.t, chrome.locale);
    let rows = [
        (t.get("profile-subject"), profile.subject.map(|word| word.label(locale).to_owned())),
        (t.get("profile-ownership"), profile.ownership.map(|word| word.label(locale).to_owned())),
        (t.get("profile-address"), Some(address.to_owned())),
        (t.get("profile-industry"), Some(industry.to_owned())),
        (t.get("profile-product"), Some(profile.product.clone())),
        (t.get("profile-workforce"), profile.workforce.map(|size| words::label(size, locale).to_owned())),
        (t.get("profile-need"), profile.need_6_months.map(|n| t.count("openings-n", n))),
        (t.get("profile-phone"), profile.phone.as_ref().map(sanviec_domain::contact::Phone::spaced)),
        (t.get("profile-email"), profile.email.as_ref().map(ToString::to_string)),
        (
            t.get("profile-representative"),
            profile.representative.as_ref().map(|name| {
                [name.as_str(), &profile.representative_title]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" – ")
            }),
        ),
    ];
    rows.into_iter()
        .filter_map(|(term, text)| text.filter(|text| !text.is_empty()).map(|text| (term, text)))
        .collect()
}
