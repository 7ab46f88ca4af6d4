//! `/hop-tac/{id}/soan`: drafting an agreement, a version a time.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::college::programmes::occupation_of;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use chrono::NaiveDate;
use sanviec_domain::agreement::{AgreementContent, AgreementFault, AgreementLine, AgreementState, limits};
use sanviec_domain::ids::PartnershipId;
use sanviec_domain::month::Month;
use sanviec_domain::text::{tidy, tidy_line};
use sanviec_exchange::partnerships::read::{self, PartnershipView};
use sanviec_exchange::{ExchangeError, agreements};
use sanviec_render::FormState;
use sanviec_render::pages::partnership::{AgreementFormPage, LineNames};

/// Words of a line.
const LINE: usize = 120;

/// A day that a person typed or a field of days sends.
pub(super) fn day(written: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(written.trim(), "%d/%m/%Y").or_else(|_| written.trim().parse()).ok()
}

fn lines_of(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(tidy).filter(|line| !line.is_empty()).collect();
    lines.join("\n").chars().take(limits::TEXT).collect()
}

/// The lines of a form that somebody has begun to fill in; one at least.
fn lines_in(form: &FormState) -> Vec<LineNames> {
    let all: Vec<LineNames> = (1..=limits::LINES).map(LineNames::of).collect();
    let last = all
        .iter()
        .rposition(|line| {
            [&line.training, &line.work, &line.people, &line.intake]
                .into_iter()
                .any(|name| form.values.contains_key(name.as_str()))
        })
        .map_or(1, |last| last + 1);
    all.into_iter().take(last).collect()
}

fn filled(content: &AgreementContent, version: u32) -> FormState {
    let mut form = FormState::default();
    form.set("ban", version.to_string());
    for (index, line) in content.lines.iter().enumerate() {
        let names = LineNames::of(index + 1);
        form.set(&names.training, line.training.clone());
        form.set(&names.work, line.work.clone());
        form.set(&names.people, if line.people == 0 { String::new() } else { line.people.to_string() });
        form.set(&names.intake, line.intake.label());
        form.set(
            &names.internship,
            if line.internship_months == 0 {
                String::new()
            } else {
                line.internship_months.to_string()
            },
        );
        form.set(&names.terms, line.terms.clone());
    }
    form.set("from", content.from.format("%d/%m/%Y").to_string());
    form.set("until", content.until.format("%d/%m/%Y").to_string());
    form.set("business-terms", content.business_terms.clone());
    form.set("college-terms", content.college_terms.clone());
    form.set("other-terms", content.other_terms.clone());
    form
}

/// Reads the form; what is wrong stands at its fields. `known` is what stood there before: what a form can't
/// show (codes, programmes) stays with its line.
fn read_form(visit: &Visit, form: &mut FormState, known: &AgreementContent) -> Option<AgreementContent> {
    let t = visit.texts();
    let clip = |text: &str, most: usize| tidy_line(text).chars().take(most).collect::<String>();
    let number = |written: &str| written.replace(['.', ' '], "").parse::<u32>().ok();
    let mut lines = Vec::new();
    for names in lines_in(form) {
        let (training, work) = (clip(form.value(&names.training), LINE), clip(form.value(&names.work), LINE));
        let people = number(form.value(&names.people)).filter(|people| (1..=limits::PEOPLE).contains(people));
        let intake = Month::read(form.value(&names.intake)).ok();
        let (written, terms) = (form.value(&names.internship).to_owned(), clip(form.value(&names.terms), 200));
        // A line that was emptied is taken out.
        if training.is_empty() && work.is_empty() && form.value(&names.people).is_empty() && names.n > 1 {
            continue;
        }
        let internship = if written.is_empty() { Some(0) } else { number(&written).filter(|months| *months <= 36) };
        for (name, is_there) in [(&names.training, !training.is_empty()), (&names.work, !work.is_empty())] {
            if !is_there {
                form.fail(name, t.get("draft-error-text"));
            }
        }
        if people.is_none() {
            form.fail(&names.people, t.get("draft-error-people"));
        }
        if intake.is_none() {
            form.fail(&names.intake, t.get("cohort-error-month"));
        }
        if internship.is_none() {
            form.fail(&names.internship, t.get("programme-error-number"));
        }
        let before = known.lines.get(names.n - 1);
        if let (Some(people), Some(intake), Some(internship_months)) = (people, intake, internship) {
            let occupation = before
                .filter(|before| before.work == work)
                .map(|before| before.occupation.clone())
                .or_else(|| occupation_of(visit, &work))
                .unwrap_or_default();
            lines.push(AgreementLine {
                programme: before.filter(|before| before.training == training).and_then(|before| before.programme),
                training,
                occupation,
                work,
                people,
                intake,
                internship_months,
                terms,
            });
        }
    }
    let (from, until) = (day(form.value("from")), day(form.value("until")));
    for (name, is_there) in [("from", from.is_some()), ("until", until.is_some())] {
        if !is_there {
            form.fail(name, t.get("draft-error-day"));
        }
    }
    let content = AgreementContent {
        lines,
        from: from?,
        until: until?,
        business_terms: lines_of(form.value("business-terms")),
        college_terms: lines_of(form.value("college-terms")),
        other_terms: lines_of(form.value("other-terms")),
    };
    for fault in content.faults() {
        match fault {
            AgreementFault::Days => form.fail("until", t.get("draft-error-order")),
            AgreementFault::Terms => {
                for (name, text) in [("business-terms", &content.business_terms), ("college-terms", &content.college_terms)] {
                    if text.is_empty() {
                        form.fail(name, t.get("draft-error-text"));
                    }
                }
            }
            // Said at the line's own fields.
            AgreementFault::NoLines | AgreementFault::Line(_) => {}
        }
    }
    (!form.has_errors()).then_some(content)
}

/// What the two are at: the version's number and what it says, and whether it is half signed or an amendment.
struct At {
    version: u32,
    content: AgreementContent,
    is_half_signed: bool,
    is_amendment: bool,
}

async fn at(visit: &Visit, view: &PartnershipView) -> Result<At, Problem> {
    let exchange = &visit.app.exchange;
    let open = view.agreements.iter().find(|one| matches!(one.state, AgreementState::Draft | AgreementState::HalfSigned));
    let signed = view.agreements.iter().find(|one| one.state == AgreementState::Signed);
    let Some(known) = open.or(signed) else {
        return Ok(At {
            version: 0,
            content: agreements::proposed(exchange, view),
            is_half_signed: false,
            is_amendment: false,
        });
    };
    let full = agreements::one(exchange, &visit.actor, known.id).await?;
    let current = full.current().ok_or_else(Problem::not_found)?;
    Ok(At {
        // An amendment begins from what is signed, as a new agreement.
        version: if open.is_some() { current.number } else { 0 },
        content: current.content.clone(),
        is_half_signed: known.state == AgreementState::HalfSigned,
        is_amendment: signed.is_some(),
    })
}

fn show(visit: &Visit, partnership: PartnershipId, at: &At, form: &FormState, lines: &[LineNames]) -> Result<String, Problem> {
    let page = AgreementFormPage {
        chrome: &visit.chrome(super::place(visit).0),
        partnership,
        form,
        lines,
        is_half_signed: at.is_half_signed,
        is_amendment: at.is_amendment,
    };
    Ok(page.render()?)
}

/// The draft as it stands.
pub async fn get(visit: Visit, Path(written): Path<String>) -> Answer {
    let view = read::one(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    let at = at(&visit, &view).await?;
    let form = filled(&at.content, at.version);
    let lines: Vec<LineNames> = (1..=at.content.lines.len().max(1)).map(LineNames::of).collect();
    html(Ok(show(&visit, view.partnership.id, &at, &form, &lines)?))
}

/// Adds a line, or saves a new version.
pub async fn post(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let view = read::one(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    let (partnership, at) = (view.partnership.id, at(&visit, &view).await?);
    let mut lines = lines_in(&form);
    if form.value("then") == "line" {
        if lines.len() < limits::LINES {
            lines.push(LineNames::of(lines.len() + 1));
        }
        return html(Ok(show(&visit, partnership, &at, &form, &lines)?));
    }
    let Some(content) = read_form(&visit, &mut form, &at.content) else {
        return Ok(unprocessable(show(&visit, partnership, &at, &form, &lines)?));
    };
    let read = form.value("ban").parse().unwrap_or_default();
    match agreements::write(&visit.app.exchange, &visit.actor, partnership, read, content).await {
        Ok(id) => {
            visit.say("flash-agreement-written").await?;
            Ok(go(&format!("/hop-tac/{partnership}/thoa-thuan/{id}")))
        }
        // The other side was faster: what was typed stays, what has changed is one press away.
        Err(ExchangeError::Stale | ExchangeError::Conflict) => {
            visit.warn("flash-agreement-stale").await?;
            form.set("ban", at.version.to_string());
            Ok(unprocessable(show(&visit, partnership, &at, &form, &lines)?))
        }
        Err(ExchangeError::NotNow(_)) => {
            visit.warn("flash-already-moved").await?;
            Ok(go(&format!("/hop-tac/{partnership}")))
        }
        Err(error) => Err(error.into()),
    }
}
