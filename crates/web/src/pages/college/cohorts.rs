//! `/truong-toi/khoa`: one's own college's classes, and who needs their graduates.

use super::programmes::{list, show};
use crate::forms::{Fields, FieldsAndFiles, table_of_file};
use crate::pages::apply::unprocessable;
use crate::pages::partnership::{demand_facts, meter};
use crate::problem::{Answer, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::ids::{CohortId, ProgrammeId};
use sanviec_domain::matching::change::CollegeChange;
use sanviec_domain::training::BadCohort;
use sanviec_exchange::training::cohorts::{self, CohortFault, WrittenCohort};
use sanviec_exchange::{ExchangeError, matching, training};
use sanviec_render::Area;
use sanviec_render::pages::partnership::college_change;
use sanviec_render::pages::training::{CohortPage, MatchRow};

/// The field that a fault is at, and its words.
fn fault(fault: CohortFault) -> (&'static str, &'static str) {
    match fault {
        CohortFault::Programme => ("cohort-name", "cohort-error-programme"),
        CohortFault::Starts => ("cohort-starts", "cohort-error-month"),
        CohortFault::Graduates => ("cohort-graduates", "cohort-error-month"),
        CohortFault::Bad(BadCohort::Name) => ("cohort-name", "cohort-error-name"),
        CohortFault::Bad(BadCohort::Months) => ("cohort-graduates", "cohort-error-order"),
        CohortFault::Bad(BadCohort::Enrolled) => ("cohort-enrolled", "cohort-error-enrolled"),
        CohortFault::Bad(BadCohort::Unplaced) => ("cohort-unplaced", "cohort-error-unplaced"),
    }
}

/// Writes one class.
pub async fn put(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let programme: ProgrammeId = id(&written)?;
    let exchange = &visit.app.exchange;
    let written = WrittenCohort {
        name: form.value("cohort-name").to_owned(),
        starts: form.value("cohort-starts").to_owned(),
        graduates: form.value("cohort-graduates").to_owned(),
        enrolled: form.value("cohort-enrolled").to_owned(),
        unplaced: form.value("cohort-unplaced").to_owned(),
    };
    match cohorts::put(exchange, &visit.actor, programme, None, &written).await? {
        Ok(_) => {
            visit.say("flash-cohort-saved").await?;
            Ok(go(&format!("/truong-toi/chuong-trinh/{programme}")))
        }
        Err(wrong) => {
            let (field, key) = fault(wrong);
            form.fail(field, visit.texts().get(key));
            let known = training::one(exchange, &visit.actor, programme).await?;
            let filled = super::programmes::filled(&visit, &known.written);
            Ok(unprocessable(show(&visit, Some(programme), &filled, &form).await?))
        }
    }
}

/// Takes a class away.
pub async fn remove(visit: Visit, Path(written): Path<String>) -> Answer {
    cohorts::remove(&visit.app.exchange, &visit.actor, id::<CohortId>(&written)?).await?;
    visit.say("flash-cohort-removed").await?;
    Ok(go("/truong-toi/chuong-trinh"))
}

/// Reads a table of classes.
pub async fn table(visit: Visit, FieldsAndFiles(mut form, uploads): FieldsAndFiles) -> Answer {
    let t = visit.texts();
    if !table_of_file(&mut form, uploads, "bang-khoa", visit.locale).await? {
        return Ok(unprocessable(list(&visit, &form, &[]).await?));
    }
    if form.value("bang-khoa").trim().is_empty() {
        form.fail("bang-khoa", t.get("table-empty"));
        return Ok(unprocessable(list(&visit, &form, &[]).await?));
    }
    match cohorts::read_table(&visit.app.exchange, &visit.actor, form.value("bang-khoa")).await {
        Ok(file) if file.faults.is_empty() => {
            visit.say_counted("flash-cohorts-saved", file.written as u64).await?;
            Ok(go("/truong-toi/chuong-trinh"))
        }
        Ok(file) => {
            let faults: Vec<(usize, String)> = file.faults.into_iter().map(|(line, wrong)| (line, t.get(fault(wrong).1).to_owned())).collect();
            Ok(unprocessable(list(&visit, &form, &faults).await?))
        }
        Err(ExchangeError::NotNow(_)) => {
            form.fail("bang-khoa", t.get("table-too-long"));
            Ok(unprocessable(list(&visit, &form, &[]).await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// A class and who needs its graduates.
pub async fn one(visit: Visit, Path(written): Path<String>) -> Answer {
    let id: CohortId = id(&written)?;
    let (exchange, t) = (&visit.app.exchange, visit.texts());
    let chrome = visit.chrome(Area::College);
    let Some((seen, found)) = matching::for_cohort(exchange, &visit.actor, id).await? else {
        let page = CohortPage {
            chrome: &chrome,
            id,
            title: t.get("column-cohorts"),
            facts: "",
            is_shown: false,
            seats: 0,
            change: None,
            rows: &[],
            may_propose: false,
        };
        return html(page.render());
    };
    let change = found.change.as_ref().map(|change| {
        let name = match &change.change {
            CollegeChange::Occupation(code) => exchange.reference.occupation_name(code, visit.locale).unwrap_or_default(),
            _ => "",
        };
        college_change(change, name, t)
    });
    let rows: Vec<MatchRow> = found
        .needs
        .iter()
        .map(|(need, score)| MatchRow {
            title: need.demand.content.title.clone(),
            who: need.business.name.clone(),
            facts: demand_facts(&visit, &need.demand.content).join(" · "),
            meter: meter(&visit, score),
            proposal: vec![
                ("doanh-nghiep", need.business.id.to_string()),
                ("nhu-cau", need.demand.id.to_string()),
                ("chuong-trinh", seen.programme.id.to_string()),
            ],
        })
        .collect();
    let title = format!("{} – {}", seen.programme.content.name, seen.cohort.name);
    let facts = t.with(
        "cohort-facts",
        &[("month", seen.cohort.graduates.label().as_str().into()), ("n", seen.cohort.unplaced.into())],
    );
    let page = CohortPage {
        chrome: &chrome,
        id,
        title: &title,
        facts: &facts,
        is_shown: true,
        seats: found.seats,
        change: change.as_deref(),
        rows: &rows,
        may_propose: allows(&visit.actor, Action::Partner).is_ok(),
    };
    html(page.render())
}
