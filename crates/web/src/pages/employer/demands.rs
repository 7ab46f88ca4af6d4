//! `/ntd/nhu-cau`: what one's own business will need, and who would fit.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::college::programmes::occupation_of;
use crate::pages::partnership::{demand_facts_named, meter};
use crate::pages::show::{communes, occupations_for, options, parks};
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::demand::{BadDemand, DemandAudience, DemandCommand, DemandContent, DemandLife, DemandOffer, DemandState, ROWS_LIMIT};
use sanviec_domain::ids::DemandId;
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::money::Vnd;
use sanviec_domain::month::Month;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::text::{fold, tidy, tidy_line};
use sanviec_domain::vocabulary::{Qualification, Shift, Vocabulary};
use sanviec_domain::written::read_wage;
use sanviec_exchange::{ExchangeError, demands, matching, organisations};
use sanviec_render::pages::demand::{DemandFormPage, DemandPage, DemandRow, DemandTablePage, DemandsPage};
use sanviec_render::pages::partnership::business_change;
use sanviec_render::pages::training::MatchRow;
use sanviec_render::{Area, FormState};
use sanviec_store::demands::DemandRecord;

const HERE: &str = "/ntd/nhu-cau";
/// Occupation codes proposed.
const PROPOSED: usize = 5;
/// The columns of a table, as its first line names them.
const COLUMNS: [&str; 9] = ["nghề", "số người", "từ tháng", "đến tháng", "trình độ", "nơi làm việc", "thu nhập", "hỗ trợ", "ghi chú"];

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

/// A need as somebody wrote it, on the form or in a line of a table.
struct Written<'a> {
    title: &'a str,
    occupation: &'a str,
    headcount: &'a str,
    minimum: &'a str,
    from: &'a str,
    until: &'a str,
    level: Option<Qualification>,
    place: Option<Place>,
    wage: &'a str,
    shift: Option<Shift>,
    offers: Vec<DemandOffer>,
    note: &'a str,
    audience: DemandAudience,
}

/// What is wrong with it: fields and the keys of the words.
type Faults = Vec<(&'static str, &'static str)>;

fn number(written: &str) -> Option<u32> {
    written.replace(['.', ' '], "").parse().ok()
}

/// An income as people write it: "9,5 triệu", "9500000".
fn wage(written: &str) -> Option<Vnd> {
    let mut pay = sanviec_domain::pay::Pay::default();
    read_wage(written).ok()?.apply_to(&mut pay);
    pay.usual.map(|usual| usual.least()).or(pay.basic)
}

fn understand(visit: &Visit, written: &Written<'_>) -> Result<DemandContent, Faults> {
    let mut faults: Faults = Vec::new();
    let reference = &visit.app.exchange.reference;
    let title: String = tidy_line(written.title).chars().take(120).collect();
    let occupation = Some(written.occupation.to_owned())
        .filter(|code| reference.occupation(code).is_some())
        .or_else(|| occupation_of(visit, &title));
    let mut fail = |field, key| faults.push((field, key));
    if title.is_empty() {
        fail("title", "demand-error-title");
    } else if occupation.is_none() {
        fail("title", "demand-error-occupation");
    }
    let headcount = number(written.headcount);
    if headcount.is_none() {
        fail("headcount", "demand-error-headcount");
    }
    let minimum = if written.minimum.is_empty() { Some(0) } else { number(written.minimum) };
    if minimum.is_none() {
        fail("minimum", "programme-error-number");
    }
    let (from, until) = (Month::read(written.from), Month::read(written.until));
    if from.is_err() {
        fail("from", "cohort-error-month");
    }
    if until.is_err() {
        fail("until", "cohort-error-month");
    }
    if written.place.is_none() {
        fail("park", "demand-error-place");
    }
    let income = wage(written.wage);
    if !written.wage.trim().is_empty() && income.is_none() {
        fail("wage", "demand-error-wage");
    }
    let (Some(occupation), Some(headcount), Some(minimum), Ok(from), Ok(until), Some(place), true) =
        (occupation, headcount, minimum, from, until, written.place.clone(), faults.is_empty())
    else {
        return Err(faults);
    };
    let content = DemandContent {
        title,
        occupation,
        level: written.level.unwrap_or(Qualification::None),
        headcount,
        minimum,
        from,
        until,
        place,
        wage: income,
        shift: written.shift,
        offers: written.offers.clone(),
        note: written.note.lines().map(tidy).collect::<Vec<_>>().join("\n").trim().chars().take(1_000).collect(),
        audience: written.audience,
    };
    content.check().map_err(|bad| vec![bad_field(bad)])?;
    Ok(content)
}

fn bad_field(bad: BadDemand) -> (&'static str, &'static str) {
    match bad {
        BadDemand::Headcount => ("headcount", "demand-error-headcount"),
        BadDemand::Minimum => ("minimum", "demand-error-minimum"),
        BadDemand::Months => ("until", "demand-error-order"),
        BadDemand::Wage => ("wage", "demand-error-wage"),
    }
}

/// The place that was chosen: a park, a commune, or both.
fn place(visit: &Visit, park: &str, commune: &str) -> Option<Place> {
    let reference = &visit.app.exchange.reference;
    let park = reference.park(&ParkSlug(park.to_owned()));
    let commune = commune.parse().ok().and_then(|code| reference.commune(code));
    let province = commune.map(|commune| commune.province_code).or(park.map(|park| park.province_code))?;
    Some(Place {
        commune: commune.map(|commune| commune.code),
        park: park.map(|park| park.slug.clone()),
        ..Place::province(province)
    })
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

fn show_table(visit: &Visit, form: &FormState, faults: &[(usize, String)]) -> Result<String, Problem> {
    let page = DemandTablePage {
        chrome: &visit.chrome(Area::Employer),
        form,
        faults,
        columns: &COLUMNS.join("\t"),
    };
    Ok(page.render()?)
}

/// The page that takes a table.
pub async fn table(visit: Visit) -> Answer {
    html(Ok(show_table(&visit, &FormState::default(), &[])?))
}

/// A place by a park's or a commune's name.
fn place_named(visit: &Visit, name: &str) -> Option<Place> {
    let (reference, wanted) = (&visit.app.exchange.reference, fold(name));
    if wanted.is_empty() {
        return None;
    }
    let park = reference.parks().iter().find(|park| fold(&park.name).contains(&wanted));
    if let Some(park) = park {
        return place(visit, park.slug.0.as_str(), "");
    }
    let commune = reference.communes_of(reference.home()).find(|commune| {
        let name = fold(&commune.name);
        wanted == name || wanted == format!("{} {name}", fold(commune.kind.word()))
    })?;
    place(visit, "", &commune.code.to_string())
}

/// States all needs of a table, or none where a line is wrong.
pub async fn table_post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let t = visit.texts();
    let rows = match demands::rows_of(form.value("bang"), ROWS_LIMIT) {
        Ok(rows) if !rows.is_empty() => rows,
        Ok(_) => {
            form.fail("bang", t.get("table-empty"));
            return Ok(unprocessable(show_table(&visit, &form, &[])?));
        }
        Err(_) => {
            form.fail("bang", t.get("table-too-long"));
            return Ok(unprocessable(show_table(&visit, &form, &[])?));
        }
    };
    let own = organisations::own(&visit.app.exchange, &visit.actor).await?.profile.place;
    let (mut contents, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in rows {
        let cell = |index: usize| cells.get(index).map(String::as_str).unwrap_or_default();
        if fold(cell(0)) == fold(COLUMNS[0]) {
            continue;
        }
        let offers: Vec<DemandOffer> = cell(7).split([',', ';']).filter_map(DemandOffer::read).collect();
        let written = Written {
            title: cell(0),
            occupation: "",
            headcount: cell(1),
            minimum: "",
            from: cell(2),
            until: cell(3),
            level: Qualification::read(cell(4)),
            place: if cell(5).is_empty() { own.clone() } else { place_named(&visit, cell(5)) },
            wage: cell(6),
            shift: None,
            offers,
            note: cell(8),
            audience: DemandAudience::Colleges,
        };
        match understand(&visit, &written) {
            Ok(content) => contents.push(content),
            Err(wrong) => faults.extend(wrong.into_iter().map(|(_, key)| (line, t.get(key).to_owned()))),
        }
    }
    if !faults.is_empty() {
        return Ok(unprocessable(show_table(&visit, &form, &faults)?));
    }
    match demands::write_many(&visit.app.exchange, &visit.actor, contents).await {
        Ok(count) => {
            visit.say_counted("flash-demands-saved", count as u64).await?;
            Ok(go(HERE))
        }
        Err(ExchangeError::NotNow(_)) => {
            form.fail("bang", t.get("table-too-long"));
            Ok(unprocessable(show_table(&visit, &form, &[])?))
        }
        Err(error) => Err(error.into()),
    }
}
