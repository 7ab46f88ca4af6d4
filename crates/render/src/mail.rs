//! Letters and text messages: who is told what, in which words. One [`Notice`] a case, one
//! [`Letter`] out of it. What goes to a telephone is short enough for a text message.

mod account;
mod life;
mod membership;
mod partnership;
mod reasons;
mod sms;

pub use life::LifeNotice;
pub use membership::MembershipNotice;
pub use partnership::{PartnershipNotice, PartnershipStory};
use reasons::reason_key;
pub use reasons::reason_sentence;

use crate::locale::Texts;
use crate::{RenderError, Site, format};
use askama::Template;
use sanviec_domain::account::AccountChange;
use sanviec_domain::application::{ApplicationState, DeclineReason};
use sanviec_domain::contact::Phone;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::Reason;
use sanviec_domain::organisation::{OrganisationCommand, OrganisationKind};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::{RevisionCommand, VacancyCommand};
use sanviec_domain::vocabulary::Vocabulary;

/// A message ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject of an e-mail.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// What a telephone gets: never longer than a text message may be (160 characters). Of a letter
    /// without words of its own for it these are its subject and its link.
    pub short: String,
    /// The same as HTML, for e-mail.
    pub html: Option<String>,
}

/// What somebody is told.
#[derive(Clone, Copy, Debug)]
pub enum Notice<'a> {
    /// A one-time code.
    Code {
        /// Six digits.
        code: &'a str,
        /// How long it can be used.
        minutes: i64,
    },
    /// The link that sets a password.
    PasswordLink {
        /// The link.
        url: &'a str,
        /// How long it can be used.
        minutes: i64,
    },
    /// How a person signs in was changed.
    AccountChanged {
        /// What changed.
        change: AccountChange,
        /// When.
        at: Instant,
    },
    /// To moderators: something waits.
    CaseOpened {
        /// The vacancy's title.
        title: &'a str,
        /// Whose it is.
        employer: &'a str,
        /// The queue.
        url: &'a str,
    },
    /// To the employer: a vacancy was decided or ran out.
    VacancyMoved {
        /// The vacancy's title.
        title: &'a str,
        /// What happened.
        command: VacancyCommand,
        /// Why.
        reasons: &'a [Reason],
        /// The officer's own words.
        message: &'a str,
        /// The vacancy's page.
        url: &'a str,
    },
    /// To the employer: a change of a published vacancy was decided.
    RevisionDecided {
        /// The vacancy's title, as it is published.
        title: &'a str,
        /// What happened.
        command: RevisionCommand,
        /// Why.
        reasons: &'a [Reason],
        /// The officer's own words.
        message: &'a str,
        /// The vacancy's page.
        url: &'a str,
    },
    /// To the employer: somebody applied.
    ApplicationArrived {
        /// The vacancy's title.
        title: &'a str,
        /// The applicant's name.
        applicant: &'a str,
        /// The application's page.
        url: &'a str,
    },
    /// To the employer: an applicant withdrew.
    ApplicationWithdrawn {
        /// The vacancy's title.
        title: &'a str,
        /// The applicant's name.
        applicant: &'a str,
        /// The application's page.
        url: &'a str,
    },
    /// To the employer: people have waited two weeks for an answer.
    ApplicationsWait {
        /// The vacancy's title.
        title: &'a str,
        /// How many.
        count: u32,
        /// The vacancy's applicants.
        url: &'a str,
    },
    /// To the seeker: the application was sent, or moved.
    ApplicationMoved {
        /// The seeker's given name.
        name: &'a str,
        /// The vacancy's title.
        title: &'a str,
        /// The employer's name.
        employer: &'a str,
        /// Where the application stands now.
        state: ApplicationState,
        /// Why it was declined.
        reason: Option<DeclineReason>,
        /// Whom to call at the employer's; the centre where there is nobody.
        phone: Option<&'a Phone>,
        /// The application's page.
        url: &'a str,
    },
    /// What becomes of a vacancy without a decision.
    Life(LifeNotice<'a>),
    /// Businesses and colleges that work together.
    Partnership(PartnershipNotice<'a>),
    /// Who belongs to an organisation.
    Membership(MembershipNotice<'a>),
    /// To an organisation's members: it was verified, refused, suspended.
    OrganisationMoved {
        /// The organisation's name.
        name: &'a str,
        /// What it is.
        kind: OrganisationKind,
        /// What happened.
        command: OrganisationCommand,
        /// Why.
        reasons: &'a [Reason],
        /// The officer's own words.
        message: &'a str,
    },
}

/// Everything the long form of a letter says.
#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    t: &'static Texts,
    site: &'a Site,
    subject: &'a str,
    why: &'a str,
    greeting: &'a str,
    lines: &'a [String],
    code: Option<&'a str>,
    points: &'a [&'static str],
    message: &'a str,
    closing: &'a [String],
    button: Option<(&'a str, &'a str)>,
}

/// The same without markup.
#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Plain<'a> {
    t: &'static Texts,
    site: &'a Site,
    why: &'a str,
    greeting: &'a str,
    lines: &'a [String],
    code: Option<&'a str>,
    points: &'a [&'static str],
    message: &'a str,
    closing: &'a [String],
    button: Option<(&'a str, &'a str)>,
}

/// A letter before it is put into its forms.
#[derive(Default)]
struct Body<'a> {
    subject: String,
    greeting: String,
    lines: Vec<String>,
    code: Option<&'a str>,
    points: Vec<&'static str>,
    message: &'a str,
    closing: Vec<String>,
    button: Option<(&'static str, String)>,
    /// What a telephone gets, where that is more than the subject and the link.
    sms: Option<String>,
}

impl Body<'_> {
    fn finish(self, t: &'static Texts, site: &Site) -> Result<Letter, RenderError> {
        let why = t.with("mail-why", &[("site", site.name.as_str().into()), ("phone", format::phone(&site.phone).into())]);
        let button = self.button.as_ref().map(|(text, url)| (*text, url.as_str()));
        let html = Html {
            t,
            site,
            subject: &self.subject,
            why: &why,
            greeting: &self.greeting,
            lines: &self.lines,
            code: self.code,
            points: &self.points,
            message: self.message,
            closing: &self.closing,
            button,
        };
        let html = html.render()?;
        let text = Plain {
            t,
            site,
            why: &why,
            greeting: &self.greeting,
            lines: &self.lines,
            code: self.code,
            points: &self.points,
            message: self.message,
            closing: &self.closing,
            button,
        };
        let text = text.render()?;
        let short = self.sms.unwrap_or_else(|| {
            let url = self.button.as_ref().map_or(site.base_url.as_str(), |(_, url)| url);
            sms::fit_one(&self.subject, |subject| t.with("sms-short", &[("subject", subject.into()), ("url", url.into())]))
        });
        Ok(Letter {
            short,
            subject: self.subject,
            text,
            html: Some(html),
        })
    }
}

/// Writes a notice in a language.
pub fn letter(notice: &Notice<'_>, locale: Locale, site: &Site) -> Result<Letter, RenderError> {
    let t = Texts::of(locale);
    let body = match *notice {
        Notice::Code { code, minutes } => code_letter(t, site, code, minutes),
        Notice::PasswordLink { url, minutes } => account::password_link(t, site, url, minutes),
        Notice::AccountChanged { change, at } => account::changed(t, site, change, at),
        Notice::CaseOpened { title, employer, url } => Body {
            subject: t.fill("mail-case-subject", "title", title),
            greeting: t.get("mail-to-officer").to_owned(),
            lines: vec![
                t.with("mail-case-line", &[("title", title.into()), ("employer", employer.into())]),
                t.get("mail-case-promise").to_owned(),
            ],
            button: Some((t.get("mail-case-button"), url.to_owned())),
            ..Body::default()
        },
        Notice::VacancyMoved {
            title,
            command,
            reasons,
            message,
            url,
        } => vacancy_letter(t, site, title, command, reasons, message, url),
        Notice::RevisionDecided {
            title,
            command,
            reasons,
            message,
            url,
        } => revision_letter(t, title, command, reasons, message, url),
        Notice::ApplicationArrived { title, applicant, url } => Body {
            subject: t.with("mail-arrived-subject", &[("title", title.into()), ("applicant", applicant.into())]),
            greeting: t.get("mail-to-employer").to_owned(),
            lines: vec![
                t.with("mail-arrived-line", &[("title", title.into()), ("applicant", applicant.into())]),
                t.get("mail-arrived-next").to_owned(),
            ],
            button: Some((t.get("mail-arrived-button"), url.to_owned())),
            sms: Some(sms::fit(applicant, title, |who, title| {
                t.with("sms-arrived", &[("who", who.into()), ("title", title.into()), ("url", url.into())])
            })),
            ..Body::default()
        },
        Notice::ApplicationWithdrawn { title, applicant, url } => Body {
            subject: t.with("mail-withdrawn-subject", &[("title", title.into()), ("applicant", applicant.into())]),
            greeting: t.get("mail-to-employer").to_owned(),
            lines: vec![t.with("mail-withdrawn-line", &[("title", title.into()), ("applicant", applicant.into())])],
            button: Some((t.get("mail-withdrawn-button"), url.to_owned())),
            sms: Some(sms::fit(applicant, title, |who, title| {
                t.with("sms-withdrawn", &[("who", who.into()), ("title", title.into()), ("url", url.into())])
            })),
            ..Body::default()
        },
        Notice::ApplicationsWait { title, count, url } => {
            let values = [("title", title.into()), ("n", count.into())];
            Body {
                subject: t.with("mail-waiting-subject", &values),
                greeting: t.get("mail-to-employer").to_owned(),
                lines: vec![t.with("mail-waiting-line", &values), t.get("mail-waiting-next").to_owned()],
                button: Some((t.get("mail-waiting-button"), url.to_owned())),
                ..Body::default()
            }
        }
        Notice::ApplicationMoved {
            name,
            title,
            employer,
            state,
            reason,
            phone,
            url,
        } => {
            let centre = format::phone(&site.phone);
            // Who objects to what the employer or the clock said calls the centre.
            let is_claim = matches!(state, ApplicationState::Hired | ApplicationState::Elsewhere);
            let moved = Moved {
                name,
                title,
                employer,
                state,
                reason,
                phone: phone.filter(|_| !is_claim).map_or(centre, Phone::spaced),
                is_claim,
                url,
            };
            moved.letter(t)
        }
        Notice::Membership(notice) => membership::letter(t, notice),
        Notice::Life(notice) => life::letter(t, site, notice),
        Notice::Partnership(notice) => partnership::letter(t, &notice),
        Notice::OrganisationMoved {
            name,
            kind,
            command,
            reasons,
            message,
        } => organisation_letter(t, site, name, kind, command, reasons, message),
    };
    body.finish(t, site)
}

fn code_letter<'a>(t: &'static Texts, site: &Site, code: &'a str, minutes: i64) -> Body<'a> {
    let sms = |name: &str| t.with("sms-code", &[("code", code.into()), ("site", name.into()), ("minutes", minutes.into())]);
    let full = sms(&site.name);
    Body {
        // The code itself stays out of the subject: subjects are shown in lists and logs.
        subject: t.get("mail-code-subject").to_owned(),
        greeting: t.get("mail-code-line").to_owned(),
        code: Some(code),
        closing: vec![t.fill("mail-code-life", "minutes", minutes), t.get("mail-code-never").to_owned()],
        sms: Some(if sms::fits(&full) { full } else { sms(&site.short_name) }),
        ..Body::default()
    }
}

fn vacancy_letter<'a>(t: &'static Texts, site: &Site, title: &'a str, command: VacancyCommand, reasons: &[Reason], message: &'a str, url: &str) -> Body<'a> {
    use VacancyCommand as C;
    let keys = match command {
        C::Publish => Some(("mail-vacancy-publish-subject", "mail-vacancy-publish-line", "mail-vacancy-publish-next")),
        C::PublishTrusted => Some(("mail-vacancy-trusted-subject", "mail-vacancy-trusted-line", "mail-vacancy-publish-next")),
        C::Return => Some(("mail-vacancy-return-subject", "mail-vacancy-return-line", "mail-vacancy-return-next")),
        C::Reject => Some(("mail-vacancy-reject-subject", "mail-vacancy-reject-line", "mail-vacancy-reject-next")),
        C::CloseUntouched => Some(("mail-vacancy-untouched-subject", "mail-vacancy-untouched-line", "mail-vacancy-untouched-next")),
        C::TakeDown => Some(("mail-vacancy-take-down-subject", "mail-vacancy-take-down-line", "mail-vacancy-take-down-next")),
        C::Expire => Some(("mail-vacancy-expire-subject", "mail-vacancy-expire-line", "mail-vacancy-expire-next")),
        _ => None,
    };
    let values = [("title", title.into()), ("site", site.name.as_str().into())];
    let told = matches!(command, C::Return | C::Reject | C::TakeDown);
    let body = Body {
        greeting: t.get("mail-to-employer").to_owned(),
        // Reasons belong to a decision against the text; a publication has none to give.
        points: if told { sentences(t, reasons) } else { Vec::new() },
        message: if matches!(command, C::Expire | C::PublishTrusted | C::CloseUntouched) {
            ""
        } else {
            message.trim()
        },
        button: Some((t.get("mail-vacancy-button"), url.to_owned())),
        ..Body::default()
    };
    match keys {
        Some((subject, line, next)) => Body {
            subject: t.with(subject, &values),
            lines: vec![t.with(line, &values)],
            closing: vec![t.get(next).to_owned()],
            ..body
        },
        None => Body {
            subject: t.with("mail-vacancy-other-subject", &values),
            lines: vec![t.with("mail-vacancy-other-line", &[("title", title.into()), ("command", command.label(t.locale()).into())])],
            ..body
        },
    }
}

fn revision_letter<'a>(t: &'static Texts, title: &'a str, command: RevisionCommand, reasons: &[Reason], message: &'a str, url: &str) -> Body<'a> {
    use RevisionCommand as C;
    let (subject, line, next) = match command {
        C::Return => ("mail-revision-return-subject", "mail-revision-return-line", "mail-revision-return-next"),
        C::Reject => ("mail-revision-reject-subject", "mail-revision-reject-line", "mail-revision-reject-next"),
        _ => ("mail-revision-approve-subject", "mail-revision-approve-line", "mail-revision-approve-next"),
    };
    let told = matches!(command, C::Return | C::Reject);
    Body {
        subject: t.fill(subject, "title", title),
        greeting: t.get("mail-to-employer").to_owned(),
        lines: vec![t.fill(line, "title", title)],
        points: if told { sentences(t, reasons) } else { Vec::new() },
        message: message.trim(),
        closing: vec![t.get(next).to_owned()],
        button: Some((t.get("mail-vacancy-button"), url.to_owned())),
        ..Body::default()
    }
}

fn organisation_letter<'a>(t: &'static Texts, site: &Site, name: &'a str, kind: OrganisationKind, command: OrganisationCommand, reasons: &[Reason], message: &'a str) -> Body<'a> {
    use OrganisationCommand as C;
    let is_college = kind == OrganisationKind::College;
    let (subject, line, next) = match command {
        C::Verify if is_college => ("mail-organisation-verify-subject", "mail-organisation-verify-line", "mail-organisation-verify-college"),
        C::Verify => ("mail-organisation-verify-subject", "mail-organisation-verify-line", "mail-organisation-verify-next"),
        C::Suspend if is_college => ("mail-organisation-suspend-subject", "mail-organisation-suspend-college", "mail-organisation-suspend-next"),
        C::Lift if is_college => ("mail-organisation-lift-subject", "mail-organisation-lift-college", "mail-organisation-lift-college-next"),
        C::Refuse => ("mail-organisation-refuse-subject", "mail-organisation-refuse-line", "mail-organisation-refuse-next"),
        C::Suspend => ("mail-organisation-suspend-subject", "mail-organisation-suspend-line", "mail-organisation-suspend-next"),
        C::Lift => ("mail-organisation-lift-subject", "mail-organisation-lift-line", "mail-organisation-lift-next"),
        C::Trust if is_college => ("mail-organisation-trust-subject", "mail-organisation-trust-line", "mail-organisation-trust-college"),
        C::Trust => ("mail-organisation-trust-subject", "mail-organisation-trust-line", "mail-organisation-trust-next"),
        C::Distrust if is_college => (
            "mail-organisation-distrust-subject",
            "mail-organisation-distrust-line",
            "mail-organisation-distrust-college",
        ),
        C::Distrust => ("mail-organisation-distrust-subject", "mail-organisation-distrust-line", "mail-organisation-distrust-next"),
        C::Resubmit => ("mail-organisation-resubmit-subject", "mail-organisation-resubmit-line", "mail-organisation-resubmit-next"),
    };
    let told = matches!(command, C::Refuse | C::Suspend | C::Distrust);
    Body {
        subject: t.fill(subject, "name", name),
        greeting: t.get("mail-to-organisation").to_owned(),
        lines: vec![t.fill(line, "name", name)],
        points: if told { sentences(t, reasons) } else { Vec::new() },
        message: message.trim(),
        closing: vec![t.get(next).to_owned()],
        button: Some((
            t.get("mail-organisation-button"),
            format!("{}{}", site.base_url, if is_college { "/truong-toi" } else { "/ntd" }),
        )),
        ..Body::default()
    }
}

fn sentences(t: &'static Texts, reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(|reason| t.get(reason_key(*reason))).collect()
}

/// What a seeker is told of an application.
struct Moved<'a> {
    name: &'a str,
    title: &'a str,
    employer: &'a str,
    state: ApplicationState,
    reason: Option<DeclineReason>,
    phone: String,
    /// Whether it says something of the seeker that may not be true.
    is_claim: bool,
    url: &'a str,
}

impl<'a> Moved<'a> {
    fn letter(&self, t: &'static Texts) -> Body<'a> {
        let stem = match self.state {
            ApplicationState::Submitted => "submitted",
            ApplicationState::Viewed => "viewed",
            ApplicationState::Shortlisted => "shortlisted",
            ApplicationState::Interviewing => "interviewing",
            ApplicationState::Offered => "offered",
            ApplicationState::Hired => "hired",
            ApplicationState::Declined => "declined",
            ApplicationState::Withdrawn => "withdrawn",
            ApplicationState::Elsewhere => "elsewhere",
            ApplicationState::Lapsed => "lapsed",
        };
        // A reason is only ever shown with a refusal; a later state may still carry one.
        let reason = self
            .reason
            .filter(|_| self.state == ApplicationState::Declined)
            .map(|reason| lower_first(reason.label(t.locale())));
        let values = [("title", self.title.into()), ("who", self.employer.into())];
        let mut lines = vec![t.with(&format!("mail-application-{stem}-line"), &values)];
        lines.extend(reason.as_ref().map(|reason| t.fill("mail-application-reason", "reason", reason)));
        let closing = vec![
            t.get(&format!("mail-application-{stem}-next")).to_owned(),
            t.fill("mail-application-call", "phone", &self.phone),
        ];
        Body {
            subject: t.with(&format!("mail-application-{stem}-subject"), &values),
            greeting: t.fill("mail-to-seeker", "name", self.name),
            lines,
            closing,
            button: Some((t.get("mail-application-button"), self.url.to_owned())),
            sms: Some(self.sms(t, stem, reason.as_deref())),
            ..Body::default()
        }
    }

    /// Who, what, one link, one telephone number. The greeting, then the reason are given up where
    /// a long address leaves no room.
    fn sms(&self, t: &'static Texts, stem: &str, reason: Option<&str>) -> String {
        let tail = t.with(
            if self.is_claim { "sms-tail-claim" } else { "sms-tail" },
            &[("url", self.url.into()), ("phone", self.phone.as_str().into())],
        );
        let employer = sms::short_company(self.employer);
        let said = |greeted: bool, reason: Option<&str>| {
            sms::fit(employer, self.title, |who, title| {
                let values = [("who", who.into()), ("title", title.into())];
                let text = match reason {
                    Some(reason) => t.with(
                        "sms-application-declined-reason",
                        &[("who", who.into()), ("title", title.into()), ("reason", reason.into())],
                    ),
                    None => t.with(&format!("sms-application-{stem}"), &values),
                };
                let text = if greeted {
                    t.with("sms-to-seeker", &[("name", self.name.into()), ("text", text.into())])
                } else {
                    upper_first(&text)
                };
                format!("{text} {tail}")
            })
        };
        let tries = [(true, reason), (false, reason), (true, None), (false, None)];
        tries
            .into_iter()
            .map(|(greeted, reason)| said(greeted, reason))
            .find(|text| sms::fits(text))
            .unwrap_or_else(|| said(false, None))
    }
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
