//! `/tt/cung-cau`: what is needed and who graduates, over the whole province.

use crate::pages::apply::unprocessable;
use crate::pages::employer::demands::months;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, html};
use axum::extract::RawQuery;
use sanviec_domain::month::Month;
use sanviec_domain::training::limits;
use sanviec_exchange::matching::province::{self, Outlook, Scenario};
use sanviec_exchange::training::public::{self, ProgrammeQuery};
use sanviec_render::pages::partnership::{CoveragePage, CoverageRow, GapRow, OccupationRow, Totals};
use sanviec_render::{Area, FormState};

/// Rows of a table.
const ROWS: usize = 60;

/// The scenario that was typed: nothing where none was; what is wrong stands at its fields.
fn read(visit: &Visit, form: &mut FormState) -> Option<Scenario> {
    let t = visit.texts();
    if ["chuong-trinh", "so-nguoi", "thang"].into_iter().all(|name| form.value(name).is_empty()) {
        return None;
    }
    let programme = form.value("chuong-trinh").parse().ok();
    let graduates = form.value("so-nguoi").parse::<u32>().ok().filter(|people| (1..=limits::LEARNERS).contains(people));
    let month = Month::read(form.value("thang")).ok();
    for (name, key, is_there) in [
        ("chuong-trinh", "programme-error-choose", programme.is_some()),
        ("so-nguoi", "draft-error-people", graduates.is_some()),
        ("thang", "cohort-error-month", month.is_some()),
    ] {
        if !is_there {
            form.fail(name, t.get(key));
        }
    }
    Some(Scenario {
        programme: programme?,
        graduates: graduates?,
        month: month?,
    })
}

fn totals(outlook: &Outlook) -> Totals {
    Totals {
        needed: outlook.needed(),
        given: outlook.given(),
        unplaced: outlook.unplaced,
    }
}

fn needs(visit: &Visit, outlook: &Outlook) -> Vec<CoverageRow> {
    let exchange = &visit.app.exchange;
    let row = |one: &province::NeedOutlook| {
        let content = &one.need.demand.content;
        // A class that isn't there can't be proposed to.
        let best = one.best.as_ref().filter(|seen| !seen.cohort.id.0.is_nil());
        CoverageRow {
            title: content.title.clone(),
            business: one.need.business.name.clone(),
            place: exchange.reference.place_short(&content.place),
            months: months(content),
            needed: content.headcount,
            given: one.given,
            best: best
                .map(|seen| format!("{} – {}", seen.programme.college.name, seen.programme.content.name))
                .unwrap_or_default(),
            proposal: best
                .map(|seen| {
                    vec![
                        ("doanh-nghiep", one.need.business.id.to_string()),
                        ("truong", seen.programme.college.id.to_string()),
                        ("nhu-cau", one.need.demand.id.to_string()),
                        ("chuong-trinh", seen.programme.id.to_string()),
                    ]
                })
                .unwrap_or_default(),
        }
    };
    outlook.needs.iter().take(ROWS).map(row).collect()
}

/// How the province looks, and how it would with one class more.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let exchange = &visit.app.exchange;
    let raw = raw.unwrap_or_default();
    let mut form = FormState::from_pairs(
        url::form_urlencoded::parse(raw.as_bytes())
            .take(20)
            .map(|(name, value)| (name.into_owned(), value.into_owned())),
    );
    let scenario = read(&visit, &mut form);
    let (now, then) = province::outlook(exchange, &visit.actor, scenario.as_ref().filter(|_| !form.has_errors())).await?;
    let name = |code: &str| exchange.reference.occupation_name(code, visit.locale).unwrap_or(code).to_owned();
    let shown = then.as_ref().unwrap_or(&now);
    let occupations: Vec<OccupationRow> = shown
        .occupations
        .iter()
        .take(ROWS)
        .map(|row| OccupationRow {
            name: name(&row.occupation),
            needed: row.needed,
            given: row.given,
            before: then
                .as_ref()
                .and_then(|_| now.occupations.iter().find(|before| before.occupation == row.occupation))
                .map(|before| before.given),
            shortage: row.shortage,
        })
        .collect();
    let gaps: Vec<GapRow> = shown
        .gaps
        .iter()
        .take(ROWS)
        .map(|gap| GapRow {
            occupation: name(&gap.occupation),
            place: gap.place.clone(),
            month: gap.month.label(),
            missing: gap.missing,
        })
        .collect();
    let programmes: Vec<(String, String)> = public::find(exchange, &ProgrammeQuery::default())
        .await?
        .into_iter()
        .map(|programme| (programme.id.to_string(), format!("{} – {}", programme.content.name, programme.college.name)))
        .collect();
    let page = CoveragePage {
        chrome: &visit.chrome(Area::Centre),
        now: totals(&now),
        then: then.as_ref().map(totals),
        occupations: &occupations,
        gaps: &gaps,
        rows: &needs(&visit, shown),
        form: &form,
        programmes: &programmes,
    };
    let shown = page.render().map_err(Problem::from)?;
    if form.has_errors() { Ok(unprocessable(shown)) } else { html(Ok(shown)) }
}
