//! Letters about the life of vacancies besides decisions: they end, their terms change, their employer is
//! suspended.

use super::{Body, lower_first, sms};
use crate::Site;
use crate::format;
use crate::locale::Texts;
use chrono::NaiveDate;
use sanviec_domain::vacancy::Field;
use sanviec_domain::vocabulary::Vocabulary;

/// What is told.
#[derive(Clone, Copy, Debug)]
pub enum LifeNotice<'a> {
    /// To the employer: a vacancy ends.
    Ends {
        /// The vacancy's title.
        title: &'a str,
        /// In how many days; none is today.
        days: i64,
        /// When.
        deadline: NaiveDate,
        /// How many applicants wait for an answer.
        waiting: usize,
        /// Where the deadline is changed.
        url: &'a str,
    },
    /// To the employer: what came of its vacancies?
    Results {
        /// About how many is asked.
        count: u64,
        /// Where it is answered.
        url: &'a str,
    },
    /// To a seeker: what was applied for has changed.
    Changed {
        /// The seeker's given name.
        name: &'a str,
        /// The vacancy's title, as it is now.
        title: &'a str,
        /// The employer's name.
        employer: &'a str,
        /// What has changed.
        terms: &'a [Field],
        /// The application's page.
        url: &'a str,
    },
    /// To a seeker: the employer was suspended.
    Suspended {
        /// The seeker's given name.
        name: &'a str,
        /// The vacancy's title.
        title: &'a str,
        /// The employer's name.
        employer: &'a str,
        /// The application's page.
        url: &'a str,
    },
}

pub(super) fn letter<'a>(t: &'static Texts, site: &Site, notice: LifeNotice<'a>) -> Body<'a> {
    match notice {
        LifeNotice::Ends {
            title,
            days,
            deadline,
            waiting,
            url,
        } => {
            let values = [("title", title.into()), ("n", days.into()), ("day", format::date(deadline, t.locale()).into())];
            let mut lines = vec![t.with("mail-ends-line", &values)];
            if waiting > 0 {
                lines.push(t.count("mail-ends-waiting", waiting));
            }
            Body {
                subject: t.with("mail-ends-subject", &values),
                greeting: t.get("mail-to-employer").to_owned(),
                lines,
                closing: vec![t.get("mail-ends-next").to_owned()],
                button: Some((t.get("mail-ends-button"), url.to_owned())),
                ..Body::default()
            }
        }
        LifeNotice::Results { count, url } => Body {
            subject: t.count("mail-results-subject", count),
            greeting: t.get("mail-to-employer").to_owned(),
            lines: vec![t.count("mail-results-line", count)],
            closing: vec![t.get("mail-results-next").to_owned()],
            button: Some((t.get("mail-results-button"), url.to_owned())),
            ..Body::default()
        },
        LifeNotice::Changed {
            name,
            title,
            employer,
            terms,
            url,
        } => {
            let terms: Vec<String> = terms.iter().map(|term| lower_first(term.label(t.locale()))).collect();
            ToSeeker {
                stem: "changed",
                name,
                title,
                employer,
                terms: terms.join(", "),
                url,
            }
            .letter(t, site)
        }
        LifeNotice::Suspended { name, title, employer, url } => ToSeeker {
            stem: "suspended",
            name,
            title,
            employer,
            terms: String::new(),
            url,
        }
        .letter(t, site),
    }
}

struct ToSeeker<'a> {
    stem: &'static str,
    name: &'a str,
    title: &'a str,
    employer: &'a str,
    terms: String,
    url: &'a str,
}

impl<'a> ToSeeker<'a> {
    fn letter(&self, t: &'static Texts, site: &Site) -> Body<'a> {
        let phone = format::phone(&site.phone);
        let values = [("title", self.title.into()), ("who", self.employer.into()), ("terms", self.terms.as_str().into())];
        let tail = t.with("sms-tail", &[("url", self.url.into()), ("phone", phone.as_str().into())]);
        let short = sms::fit(sms::short_company(self.employer), self.title, |who, title| {
            let said = t.with(&format!("sms-{}", self.stem), &[("who", who.into()), ("title", title.into())]);
            format!("{said} {tail}")
        });
        Body {
            subject: t.with(&format!("mail-{}-subject", self.stem), &values),
            greeting: t.fill("mail-to-seeker", "name", self.name),
            lines: vec![t.with(&format!("mail-{}-line", self.stem), &values)],
            closing: vec![t.get(&format!("mail-{}-next", self.stem)).to_owned(), t.fill("mail-application-call", "phone", &phone)],
            button: Some((t.get("mail-application-button"), self.url.to_owned())),
            sms: Some(short),
            ..Body::default()
        }
    }
}
