//! `/tt/duyet/{id}`: one case and its decision.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::college::programmes::facts_of;
use crate::pages::show::{Named, changes_between, occupations_for};
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::calendar;
use sanviec_domain::ids::CaseId;
use sanviec_domain::membership::Looked;
use sanviec_domain::moderation::{CaseKind, CaseState, Outcome, Reason};
use sanviec_domain::time::vietnam_date;
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::moderation::{self, CaseView, Decision, notes};
use sanviec_render::pages::{CasePage, CaseSubject, Claim, EarlierDecision, EmployerRecord, Noted, Reported};
use sanviec_render::{Area, FormState, RenderError};

/// Occupation codes offered.
const PROPOSED: usize = 5;

fn case_id(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// The case.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let view = moderation::open(&visit.app.exchange, &visit.actor, case_id(&id)?).await?;
    let mut form = FormState::default();
    form.set("outcome", "");
    html(show(&visit, &view, &form)?)
}

/// Takes the case.
pub async fn claim(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = case_id(&id)?;
    match moderation::claim(&visit.app.exchange, &visit.actor, id).await {
        Ok(()) => {}
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-case-taken").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/tt/duyet/{id}")))
}

/// Gives it back.
pub async fn release(visit: Visit, Path(id): Path<String>) -> Answer {
    match moderation::release(&visit.app.exchange, &visit.actor, case_id(&id)?).await {
        Ok(()) => visit.say("flash-case-released").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go("/tt/duyet"))
}

/// Decides it, and goes on to the next where that is wanted.
pub async fn decide(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id = case_id(&id)?;
    let exchange = &visit.app.exchange;
    let outcome = Outcome::from_key(form.value("outcome")).filter(|outcome| *outcome != Outcome::Withdrawn);
    let reasons: Vec<Reason> = form.values("reason").iter().filter_map(|key| Reason::from_key(key)).collect();
    match outcome {
        None => form.fail("outcome", visit.texts().get("case-error-outcome")),
        Some(Outcome::Approved) => {
            let view = moderation::open(exchange, &visit.actor, id).await?;
            if view.case.kind == CaseKind::Organisation && form.values("looked").is_empty() {
                form.fail("looked", visit.texts().get("case-error-looked"));
            }
        }
        Some(_) if reasons.is_empty() => form.fail("reason", visit.texts().get("case-error-reason")),
        Some(_) => {}
    }
    let Some(outcome) = outcome.filter(|_| !form.has_errors()) else {
        let view = moderation::open(exchange, &visit.actor, id).await?;
        return Ok(unprocessable(show(&visit, &view, &form)??));
    };
    let decision = Decision {
        outcome,
        reasons: if outcome == Outcome::Approved { Vec::new() } else { reasons },
        message: form.value("message").to_owned(),
        note: form.value("note").to_owned(),
        occupation: Some(form.value("occupation").to_owned()).filter(|code| !code.is_empty()),
        looked: form.values("looked").iter().filter_map(|key| Looked::from_key(key)).collect(),
    };
    match moderation::decide_case(exchange, &visit.actor, id, decision).await {
        Ok(()) => visit.say("flash-case-decided").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            return Ok(go(&format!("/tt/duyet/{id}")));
        }
        Err(error) => return Err(error.into()),
    }
    if form.value("then") == "next"
        && let Some(next) = moderation::take_next(exchange, &visit.actor, Some(id)).await?
    {
        return Ok(go(&format!("/tt/duyet/{next}")));
    }
    Ok(go("/tt/duyet"))
}

/// Writes a note for colleagues.
pub async fn note(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let id = case_id(&id)?;
    notes::write(&visit.app.exchange, &visit.actor, id, form.value("ghi")).await?;
    visit.say("flash-case-noted").await?;
    Ok(go(&format!("/tt/duyet/{id}")))
}

/// Passes it on for a second opinion, and goes on to the next.
pub async fn pass_on(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id = case_id(&id)?;
    let exchange = &visit.app.exchange;
    if form.value("cau-hoi").is_empty() {
        form.fail("cau-hoi", visit.texts().get("case-error-question"));
        let view = moderation::open(exchange, &visit.actor, id).await?;
        return Ok(unprocessable(show(&visit, &view, &form)??));
    }
    match notes::pass_on(exchange, &visit.actor, id, form.value("cau-hoi")).await {
        Ok(()) => visit.say("flash-passed-on").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            return Ok(go(&format!("/tt/duyet/{id}")));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(go("/tt/duyet"))
}

/// Takes the case that is due first.
pub async fn take_next(visit: Visit) -> Answer {
    match moderation::take_next(&visit.app.exchange, &visit.actor, None).await? {
        Some(next) => Ok(go(&format!("/tt/duyet/{next}"))),
        None => Ok(go("/tt/duyet")),
    }
}

fn show(visit: &Visit, view: &CaseView, form: &FormState) -> Result<Result<String, RenderError>, Problem> {
    let (app, case) = (&visit.app, &view.case);
    let organisation = view.organisation.as_ref().ok_or_else(Problem::not_found)?;
    let reference = &app.exchange.reference;
    let named = view.vacancy.as_ref().map(|vacancy| Named::of(app, vacancy, visit.locale, 0));
    let address = organisation.profile.place.as_ref().map(|place| reference.place_label(place)).unwrap_or_default();
    let industry = organisation
        .profile
        .industry
        .as_deref()
        .and_then(|code| reference.industry(2018, code))
        .map(|industry| industry.name.clone())
        .unwrap_or_default();
    let programme = view.programme.as_ref().map(|programme| facts_of(visit, programme)).unwrap_or_default();
    let subject = match (&view.vacancy, &named) {
        _ if view.programme.is_some() => CaseSubject::Programme {
            name: view.programme.as_ref().map(|programme| programme.name.as_str()).unwrap_or_default(),
            rows: &programme,
        },
        (Some(vacancy), Some(named)) => CaseSubject::Vacancy(Box::new(named.view(app, vacancy, visit.locale))),
        _ => CaseSubject::Organisation {
            name: &organisation.name,
            profile: &organisation.profile,
            address: &address,
            industry: &industry,
        },
    };
    let until = case.claimed_until.unwrap_or(case.created_at);
    let claim = match (&view.holder, case.state) {
        (_, CaseState::Decided) => Claim::Over,
        _ if view.is_mine => Claim::Mine(until),
        (Some(holder), _) => Claim::Theirs(holder, until),
        (None, _) => Claim::Free,
    };
    let contact = organisation
        .profile
        .representative
        .as_ref()
        .map(ToString::to_string)
        .into_iter()
        .chain(organisation.profile.phone.as_ref().map(sanviec_domain::contact::Phone::spaced))
        .chain(organisation.profile.representative_phone.as_ref().map(sanviec_domain::contact::Phone::spaced))
        .chain(view.citizen.as_ref().map(|number| format!("{}: {number}", visit.texts().get("case-citizen"))))
        .chain(view.proposal.as_ref().map(|proposal| visit.texts().fill("case-proposed", "name", &proposal.name)))
        .chain(
            view.proposal
                .as_ref()
                .and_then(|proposal| proposal.tax_code.as_ref())
                .map(|code| visit.texts().fill("case-proposed-tax", "code", code.as_str())),
        )
        .collect::<Vec<_>>()
        .join(" · ");
    let counts: Vec<(VacancyState, u64)> = view.employer_counts.iter().map(|(state, count)| (*state, *count)).collect();
    let officers: Vec<String> = view.officers.clone();
    let earlier: Vec<EarlierDecision<'_>> = view
        .earlier
        .iter()
        .zip(&officers)
        .filter_map(|(case, officer)| {
            Some(EarlierDecision {
                at: case.decided_at?,
                outcome: case.outcome?,
                reasons: &case.reasons,
                message: &case.message,
                note: &case.note,
                officer,
            })
        })
        .collect();
    let changes = match (&view.published, &view.vacancy) {
        (Some(published), Some(vacancy)) => Some(changes_between(visit, published, &vacancy.vacancy.content)),
        _ => None,
    };
    let reports: Vec<Reported<'_>> = view
        .reports
        .iter()
        .map(|report| Reported {
            reason: report.reason,
            words: &report.words,
            phone: report.phone.as_ref(),
            at: report.created_at,
        })
        .collect();
    let notes: Vec<Noted<'_>> = view
        .notes
        .iter()
        .map(|note| Noted {
            author: &note.author,
            words: &note.words,
            at: note.at,
        })
        .collect();
    let chrome = visit.chrome(Area::Centre);
    let page = CasePage {
        chrome: &chrome,
        id: case.id,
        kind: case.kind,
        sent: case.created_at,
        minutes_left: calendar::worked(app.exchange.now(), case.due_at, &app.exchange.is_holiday()).num_minutes(),
        claim,
        may_decide: allows(&visit.actor, Action::Decide).is_ok(),
        subject,
        changes: changes.as_deref(),
        findings: &case.findings,
        reports: &reports,
        notes: &notes,
        passed_by: view.passed_by.as_deref(),
        employer: EmployerRecord {
            name: &organisation.name,
            tax_code: organisation.tax_code.as_ref().map(sanviec_domain::contact::TaxCode::as_str).unwrap_or_default(),
            state: organisation.state,
            since: vietnam_date(organisation.created_at),
            contact: &contact,
            counts: &counts,
            sample: sanviec_exchange::indexing::shows_sample(organisation),
        },
        earlier: &earlier,
        occupations: &occupations(visit, view),
        form,
    };
    Ok(page.render())
}

/// Codes to confirm, the one the vacancy has first, then those its title suggests.
fn occupations(visit: &Visit, view: &CaseView) -> Vec<(String, String)> {
    let Some(vacancy) = &view.vacancy else { return Vec::new() };
    let content = &vacancy.vacancy.content;
    occupations_for(visit, content.occupation.as_deref(), &content.title, PROPOSED)
}
