//! `/hop-tac/{partnership}/thoa-thuan/{id}/ket-qua`: what came of an agreement, stated and reported by its sides.

use super::agreement::{address, load};
use super::draft::day;
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::show::options;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::agreement::fulfilment::LineResult;
use sanviec_domain::agreement::{AgreementLine, AgreementState, limits};
use sanviec_domain::contact::PersonName;
use sanviec_domain::ids::PlacementId;
use sanviec_domain::partnership::Side;
use sanviec_domain::placement::{NAMES, PlacementCommand, PlacementDenial, PlacementState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::agreements::{AgreementView, fulfilment};
use sanviec_exchange::placements::{self, Report, is_start};
use sanviec_render::pages::partnership::{PersonRow, ResultRow, ResultsPage};
use sanviec_render::{FormState, tones};
use sanviec_store::placements::PlacementRecord;

/// "Cơ điện tử – Kỹ thuật viên".
pub fn named(training: &str, work: &str) -> String {
    format!("{training} – {work}")
}

fn row((line, result): &(AgreementLine, LineResult)) -> ResultRow {
    ResultRow {
        name: named(&line.training, &line.work),
        intake: line.intake.label(),
        people: line.people,
        trained: result.trained,
        interned: result.interned,
        hired: result.hired,
    }
}

/// The lines of an agreement with what came of them.
pub async fn rows(visit: &Visit, view: &AgreementView) -> Result<Vec<ResultRow>, Problem> {
    Ok(fulfilment::of(&visit.app.exchange, view).await?.iter().map(row).collect())
}

/// The side for which the reader may state and report.
pub fn acting_side(visit: &Visit, view: &AgreementView) -> Option<Side> {
    let in_force = matches!(view.agreement.state, AgreementState::Signed | AgreementState::Ended);
    view.side.filter(|_| in_force && allows(&visit.actor, Action::Partner).is_ok())
}

fn person(visit: &Visit, rows: &[ResultRow], side: Option<Side>, placement: &PlacementRecord) -> PersonRow {
    let (t, locale) = (visit.texts(), visit.locale);
    let is_waiting = placement.state == PlacementState::Reported;
    let line = placement.line.and_then(|(_, line)| rows.get(line as usize));
    PersonRow {
        id: placement.id,
        name: placement.name.clone().unwrap_or_else(|| t.get("fulfil-nobody").to_owned()),
        line: line.map(|row| row.name.clone()).unwrap_or_default(),
        started: placement.started_on,
        state: (placement.state.label(locale), tones::placement(placement.state)),
        reason: placement.denial.map(|denial| denial.label(locale)),
        by: if placement.application.is_some() {
            t.get("fulfil-by-applicant")
        } else {
            placement.side.label(locale)
        },
        settles: is_waiting.then_some(placement.settles_at),
        may_answer: is_waiting && placement.application.is_none() && side == Some(placement.side.other()),
        may_withdraw: is_waiting && side == Some(placement.side),
    }
}

async fn show(visit: &Visit, view: &AgreementView, form: &FormState) -> Result<String, Problem> {
    let (t, exchange) = (visit.texts(), &visit.app.exchange);
    let (rows, side) = (rows(visit, view).await?, acting_side(visit, view));
    let found = placements::of_agreement(exchange, view).await?;
    let people: Vec<PersonRow> = found.iter().map(|placement| person(visit, &rows, side, placement)).collect();
    let lines: Vec<(String, String)> = rows
        .iter()
        .enumerate()
        .map(|(index, row)| (index.to_string(), format!("{} {}", row.name, t.fill("fulfil-intake", "month", &row.intake))))
        .collect();
    let mut form = form.clone();
    if form.value("ngay").is_empty() && !form.has_errors() {
        form.set("ngay", exchange.clock.today().to_string());
    }
    let page = ResultsPage {
        chrome: &visit.chrome(super::place(visit).0),
        agreement: &address(view),
        number: &view.agreement.number,
        rows: &rows,
        states: side.map(|side| match side {
            Side::College => t.get("fulfil-state-trained"),
            Side::Business => t.get("fulfil-state-interned"),
        }),
        lines: &lines,
        waiting: people.iter().filter(|row| row.may_answer).count(),
        people: &people,
        reasons: &options::<PlacementDenial>(visit.locale),
        form: &form,
    };
    Ok(page.render()?)
}

/// What came of the agreement.
pub async fn get(visit: Visit, Path((partnership, written)): Path<(String, String)>) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    html(Ok(show(&visit, &view, &FormState::default()).await?))
}

/// Where a step was taken, or why it was not.
async fn moved(visit: &Visit, view: &AgreementView, done: Result<(), ExchangeError>, says: &str) -> Answer {
    match done {
        Ok(()) => visit.say(says).await?,
        Err(ExchangeError::NotNow(_)) if acting_side(visit, view).is_none() => visit.warn("flash-fulfil-sides").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("{}/ket-qua", address(view))))
}

/// A side states its numbers.
pub async fn state(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let lines = view.current().map(|version| version.content.lines.len()).unwrap_or_default();
    let mut numbers = Vec::with_capacity(lines);
    for index in 0..lines {
        let name = format!("so-{index}");
        let typed = form.value(&name).replace(['.', ' '], "");
        match typed.parse::<u32>() {
            Ok(people) if people <= limits::PEOPLE => numbers.push(Some(people)),
            _ if typed.is_empty() => numbers.push(None),
            _ => {
                form.fail(&name, visit.texts().get("fulfil-error-number"));
                numbers.push(None);
            }
        }
    }
    if form.has_errors() {
        return Ok(unprocessable(show(&visit, &view, &form).await?));
    }
    let done = fulfilment::state(&visit.app.exchange, &visit.actor, view.agreement.id, &numbers).await;
    moved(&visit, &view, done, "flash-fulfil-saved").await
}

/// The people that were typed; what is wrong stands at its field.
fn typed(visit: &Visit, view: &AgreementView, form: &mut FormState) -> Option<Report> {
    let t = visit.texts();
    let lines = view.current().map(|version| version.content.lines.len()).unwrap_or_default();
    let line = form.value("dong").parse::<u32>().ok().filter(|line| (*line as usize) < lines);
    if line.is_none() {
        form.fail("dong", t.get("fulfil-error-line"));
    }
    let started_on = day(form.value("ngay")).filter(|day| is_start(visit.app.exchange.clock.today(), *day));
    if started_on.is_none() {
        form.fail("ngay", t.get("fulfil-error-day"));
    }
    let written: Vec<String> = form.value("nguoi-moi").lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let names: Vec<PersonName> = written.iter().filter_map(|name| name.parse().ok()).collect();
    if written.is_empty() {
        form.fail("nguoi-moi", t.get("fulfil-error-names"));
    } else if written.len() > NAMES {
        form.fail("nguoi-moi", t.get("fulfil-error-many"));
    } else if let Some(wrong) = written.iter().find(|name| name.parse::<PersonName>().is_err()) {
        let shown: String = wrong.chars().take(40).collect();
        form.fail("nguoi-moi", t.fill("fulfil-error-name", "name", shown));
    }
    if form.has_errors() {
        return None;
    }
    Some(Report {
        line: line?,
        names,
        started_on: started_on?,
    })
}

/// Reports people, confirms, objects, takes back.
pub async fn people(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let (exchange, agreement) = (&visit.app.exchange, view.agreement.id);
    match form.value("lenh") {
        "report" => {
            let Some(report) = typed(&visit, &view, &mut form) else {
                return Ok(unprocessable(show(&visit, &view, &form).await?));
            };
            match placements::report(exchange, &visit.actor, agreement, report).await {
                Ok(count) => {
                    visit.say_counted("flash-fulfil-reported", count as u64).await?;
                    Ok(go(&format!("{}/ket-qua", address(&view))))
                }
                Err(ExchangeError::NotNow(_)) if acting_side(&visit, &view).is_some() => {
                    form.fail("nguoi-moi", visit.texts().get("fulfil-error-full"));
                    Ok(unprocessable(show(&visit, &view, &form).await?))
                }
                Err(error) => moved(&visit, &view, Err(error), "").await,
            }
        }
        "confirm_all" => match placements::confirm_all(exchange, &visit.actor, agreement).await {
            Ok(count) => {
                visit.say_counted("flash-fulfil-confirmed", count as u64).await?;
                Ok(go(&format!("{}/ket-qua", address(&view))))
            }
            Err(error) => moved(&visit, &view, Err(error), "").await,
        },
        word => {
            let command = PlacementCommand::from_key(word).ok_or_else(|| Problem::unreadable("lenh"))?;
            let placement: PlacementId = id(form.value("nguoi"))?;
            let field = format!("ly-do-{placement}");
            let denial = PlacementDenial::from_key(form.value(&field));
            if command == PlacementCommand::Deny && denial.is_none() {
                form.fail(&field, visit.texts().get("fulfil-error-why"));
                return Ok(unprocessable(show(&visit, &view, &form).await?));
            }
            let done = placements::command(exchange, &visit.actor, agreement, placement, command, denial).await;
            moved(&visit, &view, done, "flash-fulfil-moved").await
        }
    }
}
