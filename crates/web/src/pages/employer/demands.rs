//! `/ntd/nhu-cau`: what one's own business will need, and who would fit.

pub mod table;
mod written;

use self::written::{Written, bad_field, place, understand};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::partnership::{demand_facts_named, meter};
use crate::pages::show::{communes, occupations_for, options, parks};
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::demand::{DemandAudience, DemandCommand, DemandContent, DemandLife, DemandOffer, DemandState};
use sanviec_domain::ids::DemandId;
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::vocabulary::{Qualification, Shift, Vocabulary};
use sanviec_exchange::{ExchangeError, demands, matching, organisations};
use sanviec_render::pages::demand::{DemandFormPage, DemandPage, DemandRow, DemandsPage};
use sanviec_render::pages::partnership::business_change;
use sanviec_render::pages::training::MatchRow;
use sanviec_render::{Area, FormState};
use sanviec_store::demands::DemandRecord;

const HERE: &str = "/ntd/nhu-cau";
/// Occupation codes proposed.
const PROPOSED: usize = 5;
fn row(visit: &Visit, demand: &DemandRecord) -> DemandRow {
    DemandRow {
        id: demand.id,
        title: demand.content.title.clone(),
        headcount: demand.content.headcount,
        months: months(&demand.content),
        place: visit.app.exchange.reference.place_short(&demand.content.place),
        state: demand.state,
        audience: demand.content.audience,
    }
}

/// "07/2027 – 09/2027".
pub fn months(content: &DemandContent) -> String {
    format!("{} – {}", content.from.label(), content.until.label())
}

/// One's own needs.
pub async fn get(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let business = organisations::own(exchange, &visit.actor).await?;
    let rows: Vec<DemandRow> = demands::own(exchange, &visit.actor).await?.iter().map(|demand| row(&visit, demand)).collect();
    let page = DemandsPage {
        chrome: &visit.chrome(Area::Employer),
        rows: &rows,
        may_write: allows(&visit.actor, Action::WriteDemands).is_ok(),
        is_verified: business.state == OrganisationState::Verified,
    };
    html(page.render())
}

fn show(visit: &Visit, action: &str, is_new: bool, form: &FormState) -> Result<String, Problem> {
    let title = form.value("title");
    let occupations = if title.is_empty() {
        Vec::new()
    } else {
        occupations_for(visit, Some(form.value("occupation")).filter(|code| !code.is_empty()), title, PROPOSED)
    };
    let page = DemandFormPage {
        chrome: &visit.chrome(Area::Employer),
        action,
        is_new,
        form,
        occupations: &occupations,
        levels: &options::<Qualification>(visit.locale),
        communes: &communes(&visit.app),
        parks: &parks(&visit.app),
        shifts: &options::<Shift>(visit.locale),
        offers: &options::<DemandOffer>(visit.locale),
        audiences: &options::<DemandAudience>(visit.locale),
    };
    Ok(page.render()?)
}

/// Reads the form; what is wrong stands at its fields.
fn read(visit: &Visit, form: &mut FormState) -> Option<DemandContent> {
    let audience = DemandAudience::from_key(form.value("audience"));
    if audience.is_none() {
        form.fail("audience", visit.texts().get("programme-error-choose"));
    }
    let written = Written {
        title: form.value("title"),
        occupation: form.value("occupation"),
        headcount: form.value("headcount"),
        minimum: form.value("minimum"),
        from: form.value("from"),
        until: form.value("until"),
        level: Qualification::from_key(form.value("level")),
        place: place(visit, form.value("park"), form.value("commune")),
        wage: form.value("wage"),
        shift: Shift::from_key(form.value("shift")),
        offers: form.values("offers").iter().filter_map(|key| DemandOffer::from_key(key)).collect(),
        note: form.value("note"),
        audience: audience.unwrap_or(DemandAudience::Colleges),
    };
    match understand(visit, &written) {
        Ok(content) if !form.has_errors() => Some(content),
        Ok(_) => None,
        Err(faults) => {
            for (field, key) in faults {
                form.fail(field, visit.texts().get(key));
            }
            None
        }
    }
}

fn filled(content: &DemandContent) -> FormState {
    let mut form = FormState::default();
    form.set("title", content.title.clone());
    form.set("occupation", content.occupation.clone());
    form.set("headcount", content.headcount.to_string());
    form.set("minimum", if content.minimum == 0 { String::new() } else { content.minimum.to_string() });
    form.set("from", content.from.label());
    form.set("until", content.until.label());
    form.set("level", content.level.key());
    form.set("park", content.place.park.as_ref().map(ToString::to_string).unwrap_or_default());
    form.set("commune", content.place.commune.map(|code| code.to_string()).unwrap_or_default());
    form.set("wage", content.wage.map(|wage| wage.0.to_string()).unwrap_or_default());
    form.set("shift", content.shift.map(Vocabulary::key).unwrap_or_default());
    form.values.insert("offers".to_owned(), content.offers.iter().map(|offer| offer.key().to_owned()).collect());
    form.set("note", content.note.clone());
    form.set("audience", content.audience.key());
    form
}

/// A new one: where the business is stands there already.
pub async fn new(visit: Visit) -> Answer {
    let business = organisations::own(&visit.app.exchange, &visit.actor).await?;
    let mut form = FormState::default();
    form.set("level", Qualification::Intermediate.key());
    if let Some(place) = business.profile.place {
        form.set("park", place.park.map(|park| park.to_string()).unwrap_or_default());
        form.set("commune", place.commune.map(|code| code.to_string()).unwrap_or_default());
    }
    html(Ok(show(&visit, "/ntd/nhu-cau/moi", true, &form)?))
}

async fn save(visit: &Visit, known: Option<DemandId>, action: &str, mut form: FormState) -> Answer {
    let Some(content) = read(visit, &mut form) else {
        return Ok(unprocessable(show(visit, action, known.is_none(), &form)?));
    };
    match demands::write(&visit.app.exchange, &visit.actor, known, content).await {
        Ok(Ok(id)) => {
            visit.say("flash-demand-saved").await?;
            Ok(go(&format!("{HERE}/{id}")))
        }
        Ok(Err(bad)) => {
            let (field, key) = bad_field(bad);
            form.fail(field, visit.texts().get(key));
            Ok(unprocessable(show(visit, action, known.is_none(), &form)?))
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(unprocessable(show(visit, action, known.is_none(), &form)?))
        }
        Err(error) => Err(error.into()),
    }
}

/// States a new one.
pub async fn create(visit: Visit, Fields(form): Fields) -> Answer {
    save(&visit, None, "/ntd/nhu-cau/moi", form).await
}

/// A known one, to be changed.
pub async fn edit(visit: Visit, Path(written): Path<String>) -> Answer {
    let id: DemandId = id(&written)?;
    let demand = demands::one(&visit.app.exchange, &visit.actor, id).await?;
    html(Ok(show(&visit, &format!("{HERE}/{id}/sua"), false, &filled(&demand.content))?))
}

/// Changes it.
pub async fn change(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id: DemandId = id(&written)?;
    demands::one(&visit.app.exchange, &visit.actor, id).await?;
    save(&visit, Some(id), &format!("{HERE}/{id}/sua"), form).await
}

/// It is still needed, or no longer.
pub async fn command(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id: DemandId = id(&written)?;
    let command = DemandCommand::from_key(form.value("lenh"))
        .filter(|command| matches!(command, DemandCommand::Confirm | DemandCommand::Close))
        .ok_or_else(|| Problem::unreadable("lenh"))?;
    match demands::command(&visit.app.exchange, &visit.actor, id, command).await {
        Ok(()) => visit.say("flash-demand-moved").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(HERE))
}

/// A need and who would fit.
pub async fn one(visit: Visit, Path(written): Path<String>) -> Answer {
    let id: DemandId = id(&written)?;
    let (demand, found) = matching::for_need(&visit.app.exchange, &visit.actor, id).await?;
    let t = visit.texts();
    let rows: Vec<MatchRow> = found
        .cohorts
        .iter()
        .map(|(seen, score)| MatchRow {
            title: format!("{} – {}", seen.programme.content.name, seen.cohort.name),
            who: seen.programme.college.name.clone(),
            facts: t.with(
                "cohort-facts",
                &[("month", seen.cohort.graduates.label().as_str().into()), ("n", seen.cohort.unplaced.into())],
            ),
            meter: meter(&visit, score),
            proposal: vec![
                ("truong", seen.programme.college.id.to_string()),
                ("nhu-cau", demand.id.to_string()),
                ("chuong-trinh", seen.programme.id.to_string()),
            ],
        })
        .collect();
    let may_write = allows(&visit.actor, Action::WriteDemands).is_ok();
    let commands: Vec<(&'static str, &'static str)> = offered::<DemandLife>(demand.state, Party::Owner)
        .into_iter()
        .filter(|command| *command == DemandCommand::Close || (*command == DemandCommand::Confirm && demand.state != DemandState::Open))
        .map(|command| (command.key(), command.label(visit.locale)))
        .collect();
    let change = found.change.as_ref().map(|change| business_change(change, t));
    let page = DemandPage {
        chrome: &visit.chrome(Area::Employer),
        row: &row(&visit, &demand),
        facts: &demand_facts_named(&visit, &demand.content, true),
        graduates: found.graduates,
        change: change.as_deref(),
        rows: &rows,
        may_write: may_write && demand.state != DemandState::Closed,
        commands: &commands,
    };
    html(page.render())
}
