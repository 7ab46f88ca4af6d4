//! Pages of the centre's promise.

use super::staff::{Rendered, id, now};
use super::{site, today};
use crate::pages::{MonthRow, OwnCaseRow, OwnCasesPage, PromisePage};
use crate::{Area, Chrome};
use chrono::{Months, TimeDelta};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};

/// Both pages in a language.
pub fn pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let (public, employer) = (
        Chrome::new(&site, locale, Area::Public, "/cam-ket-duyet"),
        Chrome::new(&site, locale, Area::Employer, "/ntd/duyet"),
    );
    let months: Vec<MonthRow> = (0..12)
        .map(|back| MonthRow {
            month: today() - Months::new(back),
            decided: u64::from(120 - 10 * back),
            in_time: u64::from(115 - 10 * back),
            outcomes: [u64::from(100 - 8 * back), u64::from(15 - back), u64::from(5_u32.saturating_sub(back))],
        })
        .collect();
    let case = |title: &str, hours: i64, outcome, reasons| OwnCaseRow {
        kind: if title.is_empty() { CaseKind::Organisation } else { CaseKind::Vacancy },
        title: title.to_owned(),
        vacancy: (!title.is_empty()).then(|| VacancyId(id(1))),
        sent: now() - TimeDelta::hours(30),
        due: now() - TimeDelta::hours(6),
        decided: Some((now() - TimeDelta::hours(hours), outcome)),
        reasons,
        message: String::new(),
    };
    let mut cases = vec![
        case("Công nhân lắp ráp linh kiện điện tử", 9, Outcome::Approved, Vec::new()),
        case("Nhân viên kho", 3, Outcome::Returned, vec![Reason::WageUnclear, Reason::ContactInText]),
        case("", 20, Outcome::Approved, Vec::new()),
    ];
    cases.push(OwnCaseRow {
        decided: None,
        ..case("Thợ hàn", 0, Outcome::Approved, Vec::new())
    });
    let own = |cases| OwnCasesPage { chrome: &employer, cases }.render();
    vec![
        PromisePage { chrome: &public, months: &months }.render().map(|html| ("cam-ket-duyet", html)),
        own(&cases).map(|html| ("ntd-duyet", html)),
        own(&[]).map(|html| ("ntd-duyet-trong", html)),
    ]
}
