//! `/hop-tac`: a business and a college that work together, for both sides and for the centre.

pub mod agreement;
pub mod coverage;
pub mod draft;
pub mod files;
pub mod meetings;
pub mod results;
pub mod reviews;

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::college::programmes::facts_of;
use crate::pages::employer::demands::months;
use crate::pages::show::options;
use crate::problem::{Answer, Problem, id};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::demand::DemandContent;
use sanviec_domain::ids::PartnershipId;
use sanviec_domain::lifecycle::offered;
use sanviec_domain::matching::{Score, Weights};
use sanviec_domain::partnership::{PartnershipCommand, PartnershipLife, PartnershipReason, PartnershipState, Side};
use sanviec_domain::text::slug;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::partnerships::read::PartnershipView;
use sanviec_exchange::partnerships::{self, Proposal, read};
use sanviec_render::pages::partnership::{AgreementRow, Meter, PartnershipPage, PartnershipRow, PartnershipsPage, SaidRow, StepRow};
use sanviec_render::{Area, FormState, format, tones};

/// The area that the reader is in, and where its list is.
pub fn place(visit: &Visit) -> (Area, &'static str) {
    match visit.actor {
        Actor::College { .. } => (Area::College, "/truong-toi/doi-tac"),
        Actor::Staff { .. } => (Area::Centre, "/tt/hop-tac"),
        _ => (Area::Employer, "/ntd/truong"),
    }
}

/// A score in words, with today's weights.
pub fn meter(visit: &Visit, score: &Score) -> Meter {
    let exchange = &visit.app.exchange;
    let weights = Weights::on(&exchange.settings.weights, exchange.clock.today()).copied().unwrap_or_default();
    Meter::of(score, |part| weights.of(part), visit.texts())
}

/// What a need says, as rows: term and words. What is written for colleges alone only where it is wanted.
pub fn demand_facts_named(visit: &Visit, need: &DemandContent, with_note: bool) -> Vec<(&'static str, String)> {
    let (t, locale, reference) = (visit.texts(), visit.locale, &visit.app.exchange.reference);
    let occupation = reference.occupation_name(&need.occupation, locale).map(|name| format!("{} {name}", need.occupation));
    let offers: Vec<&str> = need.offers.iter().map(|offer| offer.label(locale)).collect();
    let rows = [
        (t.get("demand-headcount"), Some(format::number(need.headcount.into(), locale))),
        (
            t.get("demand-minimum"),
            Some(need.minimum).filter(|minimum| *minimum > 0).map(|minimum| minimum.to_string()),
        ),
        (t.get("demand-months"), Some(months(need))),
        (t.get("demand-level"), Some(need.level.label(locale).to_owned())),
        (t.get("demand-place"), Some(reference.place_label(&need.place))),
        (t.get("demand-wage"), need.wage.map(|wage| format::money(wage, locale))),
        (t.get("demand-shift"), need.shift.map(|shift| shift.label(locale).to_owned())),
        (t.get("demand-offers"), Some(offers.join(", "))),
        (t.get("demand-occupation"), occupation),
        (t.get("demand-note"), Some(need.note.clone()).filter(|_| with_note)),
    ];
    rows.into_iter()
        .filter_map(|(term, text)| text.filter(|text| !text.is_empty()).map(|text| (term, text)))
        .collect()
}

/// The same in a line: "60 người · 07/2027 – 09/2027 · KCN Liên Hà Thái".
pub fn demand_facts(visit: &Visit, need: &DemandContent) -> Vec<String> {
    vec![
        visit.texts().count("openings-n", need.headcount),
        months(need),
        visit.app.exchange.reference.place_short(&need.place),
    ]
}

/// Whether it is a side's turn.
fn is_turn_of(side: Option<Side>, partnership: &sanviec_store::partnerships::PartnershipRecord) -> bool {
    match (partnership.state, side) {
        (PartnershipState::Proposed, Some(side)) => !partnership.agrees(side),
        (PartnershipState::Accepted, Some(_)) => true,
        _ => false,
    }
}

pub(super) fn list(visit: &Visit, rows: Vec<read::PartnershipRow>, states: &[(&'static str, &'static str, u64, bool)]) -> Answer {
    let own = visit.actor.organisation();
    let rows: Vec<PartnershipRow> = rows
        .into_iter()
        .map(|row| {
            let side = own.and_then(|own| row.partnership.sides.side(own));
            let name = match side {
                Some(Side::Business) => row.college,
                Some(Side::College) => row.business,
                None => format!("{} – {}", row.business, row.college),
            };
            PartnershipRow {
                id: row.partnership.id,
                name,
                about: row.about,
                state: row.partnership.state,
                urgency: row.partnership.urgency,
                moved: row.partnership.moved_at,
                is_mine: is_turn_of(side, &row.partnership),
            }
        })
        .collect();
    let page = PartnershipsPage {
        chrome: &visit.chrome(place(visit).0),
        rows: &rows,
        states,
    };
    html(page.render())
}

/// Those of one's own organisation.
pub async fn own(visit: Visit) -> Answer {
    let rows = read::own(&visit.app.exchange, &visit.actor).await?;
    list(&visit, rows, &[])
}

/// All of them, for the centre.
pub async fn all(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let state = asked(raw.as_deref(), "trang-thai").and_then(|key| PartnershipState::from_key(&key));
    let (rows, counts) = read::all(&visit.app.exchange, &visit.actor, state.as_slice()).await?;
    let states: Vec<(&'static str, &'static str, u64, bool)> = PartnershipState::ALL
        .iter()
        .map(|one| (one.key(), one.label(visit.locale), counts.get(one).copied().unwrap_or_default(), Some(*one) == state))
        .collect();
    list(&visit, rows, &states)
}

/// Proposes that two work together.
pub async fn propose(visit: Visit, Fields(form): Fields) -> Answer {
    let named = |name: &str| Some(form.value(name)).filter(|written| !written.is_empty());
    let proposal = Proposal {
        business: named("doanh-nghiep").map(id).transpose()?,
        college: named("truong").map(id).transpose()?,
        demand: named("nhu-cau").map(id).transpose()?,
        programme: named("chuong-trinh").map(id).transpose()?,
        message: form.value("tin-nhan").to_owned(),
        event: None,
    };
    match partnerships::propose(&visit.app.exchange, &visit.actor, proposal).await {
        Ok(id) => {
            visit.say("flash-pt-proposed").await?;
            Ok(go(&format!("/hop-tac/{id}")))
        }
        Err(ExchangeError::NotNow(_)) => {
            visit.warn("flash-pt-limit").await?;
            Ok(go(place(&visit).1))
        }
        Err(error) => Err(error.into()),
    }
}

/// What is asked of the reader now.
fn asks(visit: &Visit, view: &PartnershipView) -> &'static str {
    let t = visit.texts();
    match (view.partnership.state, view.side) {
        (PartnershipState::Proposed, Some(side)) if !view.partnership.agrees(side) => t.get("pt-asks-accept"),
        (PartnershipState::Proposed, Some(_)) => t.get("pt-asks-wait"),
        (PartnershipState::Accepted, Some(_)) => t.get("pt-asks-draft"),
        (PartnershipState::Negotiating, Some(_)) => t.get("pt-asks-sign"),
        (PartnershipState::Signed, Some(_)) => t.get("pt-asks-begin"),
        _ => "",
    }
}

fn show(visit: &Visit, view: &PartnershipView, form: &FormState) -> Result<String, Problem> {
    let (t, locale) = (visit.texts(), visit.locale);
    let partnership = &view.partnership;
    let may_act = allows(&visit.actor, Action::Partner).is_ok();
    let may_write = may_act && partnership.state.is_open();
    let party = visit.actor.party();
    let can = offered::<PartnershipLife>(partnership.state, party);
    let commands: Vec<(&'static str, &'static str)> = can
        .iter()
        .filter(|command| match command {
            PartnershipCommand::Accept => view.side.is_some_and(|side| !partnership.agrees(side)),
            PartnershipCommand::Begin | PartnershipCommand::Complete => true,
            _ => false,
        })
        .map(|command| (command.key(), command.label(locale)))
        .collect();
    let agreements: Vec<AgreementRow> = view
        .agreements
        .iter()
        .map(|agreement| AgreementRow {
            href: format!("/hop-tac/{}/thoa-thuan/{}", partnership.id, agreement.id),
            number: agreement.number.clone(),
            state: (agreement.state.label(locale), tones::agreement(agreement.state)),
        })
        .collect();
    let messages: Vec<SaidRow> = view
        .messages
        .iter()
        .map(|(line, name)| SaidRow {
            side: line.side,
            name: name.clone(),
            body: line.body.clone(),
            at: line.at,
        })
        .collect();
    let history: Vec<StepRow> = view
        .history
        .iter()
        .map(|step| {
            let who = match step.party.as_str() {
                "officer" => t.get("pt-centre"),
                "system" => t.get("party-system"),
                _ => "",
            };
            // The first line says who proposed it, in whatever words it was written down.
            let command = step.from.as_ref().and_then(|_| PartnershipCommand::from_key(&step.command));
            let text = match command {
                None => t.fill("pt-step-begin", "who", partnership.proposer.label(locale)),
                Some(command) if who.is_empty() => command.label(locale).to_owned(),
                Some(command) => t.with("pt-step", &[("what", command.label(locale).into()), ("who", who.into())]),
            };
            StepRow { text, at: step.at }
        })
        .collect();
    let meter = view.score.as_ref().map(|score| meter(visit, score));
    let may_draft = may_write && matches!(partnership.state, PartnershipState::Accepted | PartnershipState::Signed | PartnershipState::Active);
    let known: Vec<_> = view.agreements.iter().collect();
    let kept = files::rows(visit, &view.files, &known, view.side, may_write);
    let (area, back) = place(visit);
    let page = PartnershipPage {
        chrome: &visit.chrome(area),
        id: partnership.id,
        state: partnership.state,
        business: (&view.business.name, format!("/doanh-nghiep/{}-{}", view.business.id, slug(&view.business.name))),
        college: (&view.college.name, format!("/truong/{}-{}", view.college.id, slug(&view.college.name))),
        asks: asks(visit, view),
        need: &view.demand.as_ref().map(|need| demand_facts_named(visit, need, true)).unwrap_or_default(),
        programme: &view.programme.as_ref().map(|programme| facts_of(visit, &programme.content)).unwrap_or_default(),
        meter: meter.as_ref(),
        commands: &commands,
        may_decline: may_write && can.contains(&PartnershipCommand::Decline),
        reasons: &options::<PartnershipReason>(locale),
        may_draft,
        agreements: &agreements,
        messages: &messages,
        meetings: &meetings::rows(visit, view, may_act),
        may_meet: may_write && meetings::has_room(view),
        files: &kept,
        may_add: may_write && (view.files.len() as u64) < files::MOST,
        may_write,
        history: &history,
        form: &meetings::with_usual(form),
        back,
    };
    Ok(page.render()?)
}

/// One partnership.
pub async fn get(visit: Visit, Path(written): Path<String>) -> Answer {
    let view = read::one(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    html(Ok(show(&visit, &view, &FormState::default())?))
}

/// Accepts, declines, begins, completes.
pub async fn command(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: PartnershipId = id(&written)?;
    let command = PartnershipCommand::from_key(form.value("lenh")).ok_or_else(|| Problem::unreadable("lenh"))?;
    let reason = PartnershipReason::from_key(form.value("ly-do"));
    if command == PartnershipCommand::Decline && reason.is_none() {
        let view = read::one(&visit.app.exchange, &visit.actor, id).await?;
        form.fail("ly-do", visit.texts().get("pt-error-reason"));
        return Ok(unprocessable(show(&visit, &view, &form)?));
    }
    match partnerships::command(&visit.app.exchange, &visit.actor, id, command, reason).await {
        Ok(()) => visit.say("flash-pt-moved").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/hop-tac/{id}")))
}

/// Says something.
pub async fn say(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: PartnershipId = id(&written)?;
    match partnerships::say(&visit.app.exchange, &visit.actor, id, form.value("tin-nhan")).await {
        Ok(true) => visit.say("flash-pt-said").await?,
        Ok(false) => {
            let view = read::one(&visit.app.exchange, &visit.actor, id).await?;
            form.fail("tin-nhan", visit.texts().get("pt-error-message"));
            return Ok(unprocessable(show(&visit, &view, &form)?));
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/hop-tac/{id}")))
}
