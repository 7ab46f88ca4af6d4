//! `/truong-toi/chuong-trinh`: what one's own college teaches.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::show::{communes, options};
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::ids::ProgrammeId;
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::money::Vnd;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::place::Place;
use sanviec_domain::text::{tidy, tidy_line};
use sanviec_domain::training::{Cohort, ProgrammeCommand, ProgrammeContent, ProgrammeField, ProgrammeKind, ProgrammeLife, ProgrammeState, TrainingLevel, limits};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::{ExchangeError, organisations, training};
use sanviec_render::pages::training::{ProgrammeFormPage, ProgrammeRow, ProgrammesPage};
use sanviec_render::{Area, FormState, format};

const HERE: &str = "/truong-toi/chuong-trinh";

/// "Cao đẳng · 30 tháng · miễn học phí".
pub fn summary(content: &ProgrammeContent, visit: &Visit) -> String {
    let (t, locale) = (visit.texts(), visit.locale);
    let tuition = content.tuition.map(|tuition| match tuition.0 {
        0 => t.get("programme-fact-free").to_owned(),
        _ => t.fill("programme-fact-tuition", "money", format::money_short(tuition, locale).as_str()),
    });
    let parts = [
        content.level.map(|level| level.label(locale).to_owned()),
        content.months.map(|months| t.count("programme-fact-months", months)),
        tuition,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a programme says, as rows: term and words.
pub fn facts_of(visit: &Visit, content: &ProgrammeContent) -> Vec<(&'static str, String)> {
    let (t, locale, reference) = (visit.texts(), visit.locale, &visit.app.exchange.reference);
    let field = content.field.as_deref().and_then(|code| {
        let known = reference.lists().training_fields.iter().find(|field| field.code == code)?;
        Some(format!("{code} {}", known.name))
    });
    let occupations: Vec<String> = content
        .occupations
        .iter()
        .filter_map(|code| reference.occupation_name(code, locale).map(str::to_owned))
        .collect();
    let rows = [
        (t.get("programme-field"), field),
        (t.get("programme-level"), content.level.map(|level| level.label(locale).to_owned())),
        (t.get("programme-kind"), content.kind.map(|kind| kind.label(locale).to_owned())),
        (t.get("programme-months"), content.months.map(|months| t.count("programme-fact-months", months))),
        (t.get("programme-capacity"), content.capacity.map(|capacity| capacity.to_string())),
        (
            t.get("programme-tuition"),
            content.tuition.map(|tuition| match tuition.0 {
                0 => t.get("programme-fact-free").to_owned(),
                _ => format::money(tuition, locale),
            }),
        ),
        (t.get("programme-occupations"), Some(occupations.join("\n"))),
        (t.get("programme-place"), content.place.as_ref().map(|place| reference.place_label(place))),
        (
            t.get("programme-internship"),
            content.internship_months.map(|months| t.count("programme-fact-months", months)),
        ),
        (t.get("programme-support"), Some(content.support.clone())),
        (t.get("programme-workshops"), Some(content.workshops.clone())),
    ];
    rows.into_iter()
        .filter_map(|(term, text)| text.filter(|text| !text.is_empty()).map(|text| (term, text)))
        .collect()
}

/// The list, with a table of cohorts as it was typed.
pub async fn list(visit: &Visit, form: &FormState, faults: &[(usize, String)]) -> Result<String, Problem> {
    let exchange = &visit.app.exchange;
    let college = organisations::own(exchange, &visit.actor).await?;
    let rows: Vec<ProgrammeRow> = training::own(exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|(programme, cohorts)| ProgrammeRow {
            id: programme.id,
            name: if programme.written.name.is_empty() {
                visit.texts().get("untitled").to_owned()
            } else {
                programme.written.name.clone()
            },
            facts: summary(&programme.written, visit),
            state: programme.state,
            is_shown: programme.shown.is_some(),
            cohorts,
        })
        .collect();
    let page = ProgrammesPage {
        chrome: &visit.chrome(Area::College),
        rows: &rows,
        may_write: allows(&visit.actor, Action::WriteProgrammes).is_ok(),
        is_verified: college.state == OrganisationState::Verified,
        form,
        faults,
    };
    Ok(page.render()?)
}

/// One's own programmes.
pub async fn get(visit: Visit) -> Answer {
    html(Ok(list(&visit, &FormState::default(), &[]).await?))
}

/// Whole numbers as people type them.
fn number(written: &str) -> Option<u32> {
    written.replace(['.', ' '], "").parse().ok()
}

fn lines(text: &str, most: usize) -> String {
    let lines: Vec<String> = text.lines().map(tidy).collect();
    lines.join("\n").trim().chars().take(most).collect()
}

/// The occupation that a line means: a code, or words that the list knows.
pub fn occupation_of(visit: &Visit, line: &str) -> Option<String> {
    let reference = &visit.app.exchange.reference;
    let code: String = line.trim().chars().take_while(char::is_ascii_digit).collect();
    if (2..=4).contains(&code.len()) && reference.occupation(&code).is_some() {
        return Some(code);
    }
    reference.propose_occupations(line, 1).into_iter().next().map(|proposal| proposal.code)
}

/// Reads the form; what is wrong stands at its fields. A draft may lack anything.
fn read(visit: &Visit, form: &mut FormState, submits: bool) -> ProgrammeContent {
    let (t, reference) = (visit.texts(), &visit.app.exchange.reference);
    let field = reference.lists().training_fields.iter().find(|field| field.code == form.value("field")).cloned();
    let mut name: String = tidy_line(form.value("name")).chars().take(limits::NAME).collect();
    let mut level = TrainingLevel::from_key(form.value("level"));
    if let Some(field) = &field {
        if name.is_empty() {
            name.clone_from(&field.name);
        }
        level = level.or_else(|| TrainingLevel::from_key(&field.level));
    }
    let mut occupations: Vec<String> = Vec::new();
    for line in form.value("occupations").to_owned().lines().map(tidy_line).filter(|line| !line.is_empty()) {
        match occupation_of(visit, &line) {
            Some(code) if !occupations.contains(&code) => occupations.push(code),
            Some(_) => {}
            None => form.fail("occupations", t.fill("programme-error-occupations", "name", line.as_str())),
        }
    }
    if occupations.is_empty() && !form.has_errors() {
        let hints = field.as_ref().and_then(|field| field.vsco_prefix_hint.as_deref()).unwrap_or_default();
        occupations = hints.split_whitespace().filter(|code| reference.occupation(code).is_some()).map(str::to_owned).collect();
    }
    occupations.truncate(limits::OCCUPATIONS);
    let province = form.value("province").parse().ok().filter(|code| reference.province(*code).is_some());
    let commune = form.value("commune").parse().ok().and_then(|code| reference.commune(code));
    let commune = commune.filter(|commune| Some(commune.province_code) == province).map(|commune| commune.code);
    let mut numbers = |name: &'static str, most: u32| {
        let written = form.value(name).to_owned();
        let read = number(&written).filter(|read| *read <= most);
        if !written.is_empty() && read.is_none() {
            form.fail(name, t.get(if name == "months" { "programme-error-months" } else { "programme-error-number" }));
        }
        read
    };
    let months = numbers("months", limits::MONTHS).filter(|months| *months > 0);
    let capacity = numbers("capacity", limits::LEARNERS);
    let internship_months = numbers("internship", limits::MONTHS);
    let tuition = numbers("tuition", 100_000_000).map(|tuition| Vnd(i64::from(tuition)));
    let content = ProgrammeContent {
        name,
        field: field.map(|field| field.code),
        level,
        kind: ProgrammeKind::from_key(form.value("kind")),
        months,
        capacity,
        tuition,
        support: lines(form.value("support"), limits::TEXT),
        place: province.map(|province| Place {
            commune,
            street: tidy_line(form.value("street")).chars().take(limits::LINE).collect(),
            ..Place::province(province)
        }),
        occupations,
        occupations_confirmed: false,
        internship_months,
        workshops: lines(form.value("workshops"), limits::TEXT),
        description: lines(form.value("description"), limits::TEXT),
    };
    if submits {
        for missing in content.missing() {
            let (field, key) = match missing {
                ProgrammeField::Name => ("name", "programme-error-name"),
                ProgrammeField::Level => ("level", "programme-error-choose"),
                ProgrammeField::Kind => ("kind", "programme-error-choose"),
                ProgrammeField::Months => ("months", "programme-error-months"),
                ProgrammeField::Place => ("province", "programme-error-province"),
                ProgrammeField::Occupations => ("occupations", "programme-error-no-occupation"),
            };
            if form.error(field).is_none() {
                form.fail(field, t.get(key));
            }
        }
    }
    content
}

/// The form of a programme as it stands.
pub fn filled(visit: &Visit, content: &ProgrammeContent) -> FormState {
    let reference = &visit.app.exchange.reference;
    let mut form = FormState::default();
    form.set("field", content.field.clone().unwrap_or_default());
    form.set("name", content.name.clone());
    form.set("level", content.level.map(Vocabulary::key).unwrap_or_default());
    form.set("kind", content.kind.map(Vocabulary::key).unwrap_or_default());
    let occupations: Vec<String> = content
        .occupations
        .iter()
        .map(|code| format!("{code} {}", reference.occupation_name(code, Locale::Vi).unwrap_or_default()))
        .collect();
    form.set("occupations", occupations.join("\n"));
    let shown = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    form.set("months", shown(content.months));
    form.set("capacity", shown(content.capacity));
    form.set("internship", shown(content.internship_months));
    form.set("tuition", content.tuition.map(|tuition| format::number(tuition.0, Locale::Vi)).unwrap_or_default());
    if let Some(place) = &content.place {
        form.set("province", place.province.to_string());
        form.set("commune", place.commune.map(|code| code.to_string()).unwrap_or_default());
        form.set("street", place.street.clone());
    }
    form.set("support", content.support.clone());
    form.set("workshops", content.workshops.clone());
    form.set("description", content.description.clone());
    form
}

/// The form, for a new programme or a known one.
pub async fn show(visit: &Visit, known: Option<ProgrammeId>, form: &FormState, cohort: &FormState) -> Result<String, Problem> {
    let exchange = &visit.app.exchange;
    let (mut state, mut is_shown, mut returned): (ProgrammeState, bool, Vec<String>) = (ProgrammeState::Draft, false, Vec::new());
    let mut cohorts: Vec<Cohort> = Vec::new();
    if let Some(id) = known {
        let programme = training::one(exchange, &visit.actor, id).await?;
        (state, is_shown) = (programme.state, programme.shown.is_some());
        if state == ProgrammeState::Returned {
            returned = training::last_decision(exchange, &visit.actor, id)
                .await?
                .map(|(reasons, message)| {
                    let sentences = reasons.into_iter().map(|reason| sanviec_render::mail::reason_sentence(reason, visit.locale).to_owned());
                    sentences.chain(Some(message).filter(|message| !message.is_empty())).collect()
                })
                .unwrap_or_default();
        }
        cohorts = training::own(exchange, &visit.actor)
            .await?
            .into_iter()
            .find(|(own, _)| own.id == id)
            .map(|(_, cohorts)| cohorts)
            .unwrap_or_default();
    }
    let reference = &exchange.reference;
    let fields: Vec<(String, String)> = reference
        .lists()
        .training_fields
        .iter()
        .map(|field| {
            let level = TrainingLevel::from_key(&field.level).map(|level| level.label(visit.locale)).unwrap_or_default();
            (field.code.clone(), format!("{} – {level} ({})", field.name, field.code))
        })
        .collect();
    let provinces: Vec<(String, String)> = reference.provinces().iter().map(|province| (province.code.to_string(), province.name.clone())).collect();
    let commands: Vec<(&'static str, &'static str)> = offered::<ProgrammeLife>(state, Party::Owner)
        .into_iter()
        .filter(|command| known.is_some() && matches!(command, ProgrammeCommand::Close | ProgrammeCommand::Reopen))
        .map(|command| (command.key(), command.label(visit.locale)))
        .collect();
    let page = ProgrammeFormPage {
        chrome: &visit.chrome(Area::College),
        id: known,
        state,
        returned: &returned,
        form,
        fields: &fields,
        levels: &options::<TrainingLevel>(visit.locale),
        kinds: &options::<ProgrammeKind>(visit.locale),
        communes: &communes(&visit.app),
        provinces: &provinces,
        cohorts: &cohorts,
        cohort,
        may_write: allows(&visit.actor, Action::WriteProgrammes).is_ok() && state != ProgrammeState::Closed,
        commands: &commands,
        is_shown,
    };
    Ok(page.render()?)
}

/// A new one.
pub async fn new(visit: Visit) -> Answer {
    let college = organisations::own(&visit.app.exchange, &visit.actor).await?;
    let content = ProgrammeContent {
        place: college.profile.place,
        kind: Some(ProgrammeKind::Regular),
        ..ProgrammeContent::default()
    };
    html(Ok(show(&visit, None, &filled(&visit, &content), &FormState::default()).await?))
}

/// A known one.
pub async fn one(visit: Visit, Path(written): Path<String>) -> Answer {
    let id: ProgrammeId = id(&written)?;
    let programme = training::one(&visit.app.exchange, &visit.actor, id).await?;
    html(Ok(show(&visit, Some(id), &filled(&visit, &programme.written), &FormState::default()).await?))
}

async fn save(visit: &Visit, known: Option<ProgrammeId>, mut form: FormState) -> Answer {
    let submits = form.value("then") == "submit";
    let content = read(visit, &mut form, submits);
    if form.has_errors() {
        return Ok(unprocessable(show(visit, known, &form, &FormState::default()).await?));
    }
    match training::write(&visit.app.exchange, &visit.actor, known, content, submits).await {
        Ok(id) => {
            visit.say(if submits { "flash-programme-submitted" } else { "flash-programme-saved" }).await?;
            Ok(go(&format!("{HERE}/{id}")))
        }
        // Unverified, moved meanwhile, or one too many: what was typed is still there.
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(unprocessable(show(visit, known, &form, &FormState::default()).await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Saves a new one, and hands it in where that is wanted.
pub async fn create(visit: Visit, Fields(form): Fields) -> Answer {
    save(&visit, None, form).await
}

/// Saves a known one, and hands it in where that is wanted.
pub async fn post(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id: ProgrammeId = id(&written)?;
    training::one(&visit.app.exchange, &visit.actor, id).await?;
    save(&visit, Some(id), form).await
}

/// Closes it, or opens it again.
pub async fn command(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id: ProgrammeId = id(&written)?;
    let command = ProgrammeCommand::from_key(form.value("lenh"))
        .filter(|command| matches!(command, ProgrammeCommand::Close | ProgrammeCommand::Reopen))
        .ok_or_else(|| Problem::unreadable("lenh"))?;
    match training::command(&visit.app.exchange, &visit.actor, id, command).await {
        Ok(()) => visit.say("flash-programme-moved").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("{HERE}/{id}")))
}
