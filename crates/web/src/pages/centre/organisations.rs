//! `/tt/to-chuc`: organisations as officers see them, and what officers do with them.

use crate::forms::Fields;
use crate::pages::organisation::members::called;
use crate::problem::{Answer, Problem, id};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use sanviec_domain::access::{Action, allows};
use sanviec_domain::ids::{JoinRequestId, OrganisationId, PersonId};
use sanviec_domain::membership::role_label;
use sanviec_domain::moderation::{Outcome, Reason};
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationKind};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::organisations::{self, Grounds, joining, officers};
use sanviec_render::pages::centre::organisations::{MergePage, OfficerOrganisationPage, OrganisationRow, OrganisationsPage};
use sanviec_render::pages::organisation::{JoinRow, MemberRow};
use sanviec_render::{Area, tones};
use sanviec_store::OrganisationRecord;

/// What was typed under a name, within reason.
fn typed(raw: Option<&str>, name: &str) -> String {
    asked(raw, name).unwrap_or_default().chars().take(200).collect()
}

fn rows(visit: &Visit, records: &[OrganisationRecord]) -> Vec<OrganisationRow> {
    let row = |record: &OrganisationRecord| OrganisationRow {
        id: record.id.to_string(),
        name: record.name.clone(),
        state: record.state.label(visit.locale),
        tone: tones::organisation(record.state),
        tax_code: record.tax_code.clone().map(String::from).unwrap_or_default(),
    };
    records.iter().map(row).collect()
}

/// The list.
pub async fn list(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let q = typed(raw.as_deref(), "q");
    let overview = officers::overview(&visit.app.exchange, &visit.actor, &q).await?;
    let page = OrganisationsPage {
        chrome: &visit.chrome(Area::Centre),
        q: q.trim(),
        found: &rows(&visit, &overview.found),
        joins: &rows(&visit, &overview.joins),
        ownerless: &rows(&visit, &overview.ownerless),
    }
    .render();
    html(page)
}

/// One.
pub async fn get(visit: Visit, Path(organisation): Path<String>) -> Answer {
    let (exchange, locale) = (&visit.app.exchange, visit.locale);
    let view = officers::view(exchange, &visit.actor, id(&organisation)?).await?;
    let record = &view.organisation;
    let members: Vec<MemberRow> = view
        .members
        .iter()
        .map(|(person, role)| MemberRow {
            id: person.id.to_string(),
            name: called(person),
            role: role.key(),
            role_text: role_label(record.kind, *role, locale),
            is_me: false,
        })
        .collect();
    let joins: Vec<JoinRow> = view
        .joins
        .iter()
        .map(|(request, person)| JoinRow {
            id: request.id.to_string(),
            name: called(person),
            at: request.created_at,
        })
        .collect();
    let roles: Vec<(&'static str, &'static str)> = MemberRole::ALL.iter().map(|role| (role.key(), role_label(record.kind, *role, locale))).collect();
    let reasons: Vec<(&'static str, &'static str)> = officers::REASONS.iter().map(|reason| (reason.key(), reason.label(locale))).collect();
    let history: Vec<_> = view
        .history
        .iter()
        .map(|line| {
            let what = OrganisationCommand::from_key(&line.command).map_or(line.command.as_str(), |command| command.label(locale));
            let note = line.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
            (line.at, format!("{what}{note}"))
        })
        .collect();
    let reference = &exchange.reference;
    let address = record.profile.place.as_ref().map(|place| reference.place_label(place)).unwrap_or_default();
    let industry = record.profile.industry.as_deref().and_then(|code| reference.industry(2018, code));
    let page = OfficerOrganisationPage {
        chrome: &visit.chrome(Area::Centre),
        id: &record.id.to_string(),
        name: &record.name,
        tax_code: record.tax_code.as_ref().map(sanviec_domain::contact::TaxCode::as_str).unwrap_or_default(),
        state: record.state,
        profile: &record.profile,
        address: &address,
        industry: industry.map(|industry| industry.name.as_str()).unwrap_or_default(),
        may_decide: allows(&visit.actor, Action::Decide).is_ok(),
        may_trust: allows(&visit.actor, Action::Supervise).is_ok() && record.kind == OrganisationKind::Employer,
        is_trusted: record.trusted,
        decided: [Outcome::Approved, Outcome::Returned, Outcome::Rejected].map(|outcome| view.decided.get(&outcome).copied().unwrap_or_default()),
        case: view.case.map(|case| case.to_string()),
        merged_into: view.merged_into.as_ref().map(|into| (into.id.to_string(), into.name.clone())),
        members: &members,
        joins: &joins,
        roles: &roles,
        reasons: &reasons,
        history: &history,
    }
    .render();
    html(page)
}

/// An organisation that isn't there is not there, whatever the form lacks.
async fn is_there(visit: &Visit, organisation: OrganisationId) -> Result<(), Problem> {
    officers::view(&visit.app.exchange, &visit.actor, organisation).await?;
    Ok(())
}

async fn done(visit: &Visit, result: Result<(), ExchangeError>, said: &str, then: &str) -> Answer {
    match result {
        Ok(()) => visit.say(said).await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(then))
}

/// What an officer, or the manager, may ask for here.
const COMMANDS: [OrganisationCommand; 4] = [
    OrganisationCommand::Suspend,
    OrganisationCommand::Lift,
    OrganisationCommand::Trust,
    OrganisationCommand::Distrust,
];

/// Suspends, with coded reasons, or lifts; trusts, or no longer.
pub async fn command(visit: Visit, Path(organisation): Path<String>, Fields(form): Fields) -> Answer {
    let organisation: OrganisationId = id(&organisation)?;
    let page = format!("/tt/to-chuc/{organisation}");
    let command = OrganisationCommand::from_key(form.value("command")).filter(|command| COMMANDS.contains(command));
    let command = command.ok_or_else(|| Problem::unreadable("command"))?;
    let grounds = Grounds {
        reasons: form.values("reason").iter().filter_map(|key| Reason::from_key(key)).collect(),
        message: form.value("message").chars().take(2_000).collect(),
        looked: Vec::new(),
    };
    if matches!(command, OrganisationCommand::Suspend | OrganisationCommand::Distrust) && grounds.reasons.is_empty() {
        visit.warn("flash-organisation-reason").await?;
        return Ok(go(&page));
    }
    let result = organisations::by_officer(&visit.app.exchange, &visit.actor, organisation, command, &grounds).await;
    done(&visit, result, "flash-organisation-moved", &page).await
}

/// Makes a member an owner.
pub async fn owner(visit: Visit, Path((organisation, person)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (organisation, person): (OrganisationId, PersonId) = (id(&organisation)?, id(&person)?);
    let page = format!("/tt/to-chuc/{organisation}");
    if form.value("reason").is_empty() {
        is_there(&visit, organisation).await?;
        visit.warn("flash-organisation-owner-reason").await?;
        return Ok(go(&page));
    }
    let result = officers::make_owner(&visit.app.exchange, &visit.actor, organisation, person, form.value("reason")).await;
    done(&visit, result, "flash-organisation-owner", &page).await
}

/// Answers a request to join that owners left unanswered.
pub async fn answer(visit: Visit, Path((organisation, request)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (organisation, request): (OrganisationId, JoinRequestId) = (id(&organisation)?, id(&request)?);
    let accepts = form.value("answer") == "accept";
    let role = accepts.then(|| MemberRole::from_key(form.value("role")).unwrap_or(MemberRole::Viewer));
    let result = joining::answer_by_officer(&visit.app.exchange, &visit.actor, organisation, request, role).await;
    let said = if accepts { "flash-join-accepted" } else { "flash-join-declined" };
    done(&visit, result, said, &format!("/tt/to-chuc/{organisation}")).await
}

/// What a merger would do.
pub async fn preview(visit: Visit, Path(organisation): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let from: OrganisationId = id(&organisation)?;
    let unknown = || async {
        is_there(&visit, from).await?;
        visit.warn("officer-organisation-merge-unknown").await?;
        Ok::<_, Problem>(go(&format!("/tt/to-chuc/{from}")))
    };
    let Ok(code) = typed(raw.as_deref(), "vao").parse() else { return unknown().await };
    let preview = match officers::preview(&visit.app.exchange, &visit.actor, from, &code).await {
        Err(ExchangeError::NotFound) => return unknown().await,
        other => other?,
    };
    let page = MergePage {
        chrome: &visit.chrome(Area::Centre),
        from: &preview.from.id.to_string(),
        from_name: &preview.from.name,
        into: &preview.into.id.to_string(),
        into_name: &preview.into.name,
        versions: &format!("{}-{}", preview.from.version, preview.into.version),
        vacancies: preview.belongings.vacancies,
        applications: preview.belongings.applications,
        members: preview.belongings.members,
        references: preview.belongings.same_references,
    }
    .render();
    html(page)
}

/// Merges.
pub async fn merge(visit: Visit, Path(organisation): Path<String>, Fields(form): Fields) -> Answer {
    let from: OrganisationId = id(&organisation)?;
    let into: OrganisationId = id(form.value("vao"))?;
    let versions = form
        .value("versions")
        .split_once('-')
        .and_then(|(from, into)| Some((from.parse().ok()?, into.parse().ok()?)));
    let versions = versions.ok_or_else(|| Problem::unreadable("versions"))?;
    match officers::merge(&visit.app.exchange, &visit.actor, from, into, versions, form.value("reason")).await {
        Ok(()) => visit.say("flash-organisation-merged").await?,
        Err(ExchangeError::Conflict | ExchangeError::NotNow(_)) => {
            visit.warn("merge-changed").await?;
            return Ok(go(&format!("/tt/to-chuc/{from}")));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/tt/to-chuc/{into}")))
}
