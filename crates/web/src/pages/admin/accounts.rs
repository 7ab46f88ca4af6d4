//! `/qt/tai-khoan`: people, found for a reason; their roles and sessions.

use super::lists::{list, masked};
use crate::forms::Fields;
use crate::problem::{Answer, Problem};
use crate::reason;
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::ids::PersonId;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::admin::{accounts, roles};
use sanviec_render::pages::{AdminAccountPage, AdminListPage, Cell, Filter};
use sanviec_render::{Area, FormState};
use sanviec_store::PersonRecord;

/// The form.
pub async fn get(visit: Visit) -> Answer {
    show(&visit, &FormState::default(), None, "")
}

/// Searches. What is searched for stands in no address and in no log.
pub async fn search(visit: Visit, Fields(form): Fields) -> Answer {
    if !accounts::is_reason(form.value("ly-do")) {
        let page = show(&visit, &form, None, visit.texts().get("admin-reason-missing"))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let found = accounts::search(&visit.app.exchange, &visit.actor, form.value("q").trim(), form.value("ly-do")).await?;
    reason::give(&visit, form.value("ly-do")).await?;
    show(&visit, &form, Some(found), "")
}

fn show(visit: &Visit, form: &FormState, found: Option<Vec<PersonRecord>>, fault: &str) -> Answer {
    let t = visit.texts();
    let searched = found.is_some();
    let rows: Vec<Vec<Cell>> = found
        .unwrap_or_default()
        .into_iter()
        .map(|person| {
            let name = person.name.as_ref().map_or_else(|| t.get("admin-nameless").to_owned(), ToString::to_string);
            vec![
                Cell::Link(format!("/qt/tai-khoan/{}", person.id), name),
                Cell::Text(contacts(&person).join(", ")),
                Cell::Moment(person.created_at),
            ]
        })
        .collect();
    let filter = |name, label| Filter {
        name,
        label: t.get(label),
        value: form.value(name).to_owned(),
        options: Vec::new(),
        kind: "text",
    };
    let filters = [filter("q", "admin-words"), filter("ly-do", "admin-reason")];
    let columns = ["admin-name", "admin-contact", "admin-since"];
    let chrome = visit.chrome(Area::Admin);
    let page = AdminListPage {
        lead: t.get("admin-accounts-lead"),
        links: &[("/qt/to-chuc", t.get("admin-organisations-title"))],
        action: "/qt/tai-khoan",
        posts: true,
        filters: &filters,
        fault,
        columns: &columns.map(|key| t.get(key)),
        rows: &rows,
        none: if searched { t.get("admin-none") } else { "" },
        ..list(&chrome, t.get("admin-accounts-title"))
    };
    html(page.render())
}

fn contacts(person: &PersonRecord) -> Vec<String> {
    let phone = person.phone.as_ref().map(sanviec_domain::contact::Phone::masked);
    let email = person.email.as_ref().map(|email| masked(email.as_str()));
    [phone, email].into_iter().flatten().collect()
}

fn read(id: &str) -> Result<PersonId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// One account.
pub async fn one(visit: Visit, Path(id): Path<String>) -> Answer {
    open(&visit, read(&id)?, &FormState::default()).await
}

/// The account's page, for the reason given with the search; whoever comes without one is sent there.
pub(super) async fn open(visit: &Visit, id: PersonId, form: &FormState) -> Answer {
    sanviec_exchange::accounts::must_exist(&visit.app.exchange, id).await?;
    let Some(reason) = reason::given(visit).await? else {
        visit.warn("admin-reason-missing").await?;
        return Ok(go("/qt/tai-khoan"));
    };
    let opened = accounts::open(&visit.app.exchange, &visit.actor, id, &reason).await?;
    let person = &opened.account.person;
    let (mut organisations, mut roles) = (Vec::new(), Vec::new());
    for (actor, name) in &opened.account.capacities {
        match actor {
            Actor::Staff { role, .. } => roles.push(*role),
            Actor::Employer { .. } | Actor::College { .. } => organisations.push(name.clone()),
            _ => {}
        }
    }
    let devices: Vec<_> = opened
        .devices
        .iter()
        .map(|device| {
            let known = [device.user_agent.as_deref(), device.ip_prefix.as_deref()];
            let known: Vec<&str> = known.into_iter().flatten().collect();
            (if known.is_empty() { "?".to_owned() } else { known.join(", ") }, device.last_seen_at)
        })
        .collect();
    let name = person.name.as_ref().map_or_else(|| visit.texts().get("admin-nameless").to_owned(), ToString::to_string);
    let chrome = visit.chrome(Area::Admin);
    let page = AdminAccountPage {
        chrome: &chrome,
        id,
        name: &name,
        contacts: &contacts(person),
        created_at: person.created_at,
        organisations: &organisations,
        roles: &roles,
        devices: &devices,
        form,
    };
    html(page.render())
}

/// Gives or takes a role, or ends every session.
pub async fn act(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id = read(&id)?;
    let (exchange, actor, why) = (&visit.app.exchange, &visit.actor, form.value("ly-do").to_owned());
    if !accounts::is_reason(&why) {
        form.fail("ly-do", visit.texts().get("admin-reason-missing"));
        let page = open(&visit, id, &form).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    reason::give(&visit, &why).await?;
    let done = match form.value("viec") {
        "phien" => accounts::end_sessions(exchange, actor, id, &why).await.map(drop),
        "trao" => {
            let role = StaffRole::from_key(form.value("vai-tro")).ok_or_else(|| Problem::unreadable("vai-tro"))?;
            roles::grant(exchange, actor, id, role, &why).await
        }
        other => {
            let role = other.strip_prefix("thu-").and_then(StaffRole::from_key).ok_or_else(|| Problem::unreadable("viec"))?;
            roles::take(exchange, actor, id, role, &why).await
        }
    };
    match done {
        Ok(()) => visit.say("flash-done").await?,
        Err(ExchangeError::NotNow(_)) => visit.warn("admin-last-admin").await?,
        Err(other) => return Err(other.into()),
    }
    Ok(go(&format!("/qt/tai-khoan/{id}")))
}
