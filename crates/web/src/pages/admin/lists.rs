//! The administrators' lists: messages, the audit log, organisations, the official lists.

use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};
use sanviec_domain::ids::MessageId;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::admin::{self, PAGE};
use sanviec_render::pages::{AdminListPage, Cell, Filter};
use sanviec_render::{Area, FormState};
use sanviec_store::audit::AuditQuery;
use sanviec_store::{Entity, MessageState};

/// The query of an address as a form.
fn asked(raw: Option<String>) -> Result<FormState, Problem> {
    crate::forms::read(raw.unwrap_or_default().as_bytes())
}

/// The address of the next rows: the same query with a cursor behind it.
fn next(path: &str, form: &FormState, fields: &[&str], cursor: Option<String>) -> Option<String> {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for field in fields.iter().filter(|field| !form.value(field).is_empty()) {
        query.append_pair(field, form.value(field));
    }
    Some(format!("{path}?{}", query.append_pair("truoc", &cursor?).finish()))
}

fn is_full(rows: usize) -> bool {
    rows as u64 == PAGE
}

/// "09•• ••• 678", "n•••@example.vn": enough to recognise one.
pub fn masked(contact: &str) -> String {
    if let Some((local, host)) = contact.split_once('@') {
        return format!("{}•••@{host}", local.chars().next().unwrap_or('•'));
    }
    contact.parse::<sanviec_domain::contact::Phone>().map(|phone| phone.masked()).unwrap_or_default()
}

/// The messages that were sent, without their words.
pub async fn outbox(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let t = visit.texts();
    let form = asked(raw)?;
    let state = MessageState::from_key(form.value("trang-thai"));
    let after: Option<MessageId> = form.value("truoc").parse().ok();
    let found = admin::messages(&visit.app.exchange, &visit.actor, state, after).await?;
    let word = |state| match state {
        MessageState::Queued => t.get("system-queued"),
        MessageState::Sent => t.get("system-sent"),
        MessageState::Failed => t.get("system-failed"),
    };
    let next = next(
        "/qt/kenh-gui",
        &form,
        &["trang-thai"],
        found.last().filter(|_| is_full(found.len())).map(|last| last.id.to_string()),
    );
    let rows: Vec<Vec<Cell>> = found
        .into_iter()
        .map(|message| {
            let mut row = vec![
                Cell::Moment(message.created_at),
                Cell::Code(message.kind.clone()),
                Cell::Text(message.channel.key().to_owned()),
                Cell::Text(masked(&message.recipient)),
                Cell::Text(message.subject),
                Cell::Text(format!("{} ({})", word(message.state), message.attempts)),
                Cell::Text(message.last_error.unwrap_or_default()),
            ];
            row.push(match message.state {
                MessageState::Failed => Cell::Button(format!("/qt/kenh-gui/{}/thu-lai", message.id), t.get("admin-send-again").to_owned(), message.kind),
                _ => Cell::Text(String::new()),
            });
            row
        })
        .collect();
    let mut options = vec![(String::new(), t.get("admin-all").to_owned())];
    options.extend(MessageState::ALL.iter().map(|state| (state.key().to_owned(), word(*state).to_owned())));
    let filter = Filter {
        name: "trang-thai",
        label: t.get("admin-state"),
        value: form.value("trang-thai").to_owned(),
        options,
        kind: "text",
    };
    let columns = [
        "admin-time",
        "admin-kind",
        "admin-channel",
        "admin-recipient",
        "admin-subject",
        "admin-state",
        "admin-error",
        "admin-send-again",
    ];
    let chrome = visit.chrome(Area::Admin);
    let page = AdminListPage {
        lead: t.get("admin-outbox-lead"),
        action: "/qt/kenh-gui",
        filters: &[filter],
        columns: &columns.map(|key| t.get(key)),
        rows: &rows,
        next,
        ..list(&chrome, t.get("admin-outbox-title"))
    };
    html(page.render())
}

/// A list with nothing in it yet.
pub fn list<'a>(chrome: &'a sanviec_render::Chrome<'a>, title: &'a str) -> AdminListPage<'a> {
    AdminListPage {
        chrome,
        title,
        lead: "",
        links: &[],
        action: "",
        posts: false,
        filters: &[],
        fault: "",
        columns: &[],
        rows: &[],
        none: chrome.t.get("admin-none"),
        next: None,
    }
}

/// Sends a message again that was given up.
pub async fn send_again(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    if admin::send_again(&visit.app.exchange, &visit.actor, id).await? {
        visit.say("flash-done").await?;
    } else {
        visit.warn("flash-nothing-to-send").await?;
    }
    Ok(go("/qt/kenh-gui"))
}

/// Midnight in Vietnam at the beginning of a day, so many days later.
fn midnight(day: &str, later: u64) -> Option<Instant> {
    let day: NaiveDate = day.parse().ok()?;
    let at = day.checked_add_days(Days::new(later))?.and_time(NaiveTime::MIN);
    Some(chrono::Utc.from_utc_datetime(&at) - chrono::TimeDelta::hours(7))
}

/// What is typed, or nothing; wrong where it can't be read.
fn typed<T>(text: &str, wrong: &mut bool, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let value = read(text);
    *wrong |= value.is_none();
    value
}

/// The audit log.
pub async fn audit(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    const FIELDS: [&str; 6] = ["nguoi", "viec", "doi-tuong", "ma", "tu", "den"];
    let t = visit.texts();
    let form = asked(raw)?;
    let mut wrong = false;
    let query = AuditQuery {
        person: typed(form.value("nguoi"), &mut wrong, |text| text.parse().ok()),
        action: Some(form.value("viec").trim().to_owned()),
        entity: typed(form.value("doi-tuong"), &mut wrong, Entity::from_key),
        id: typed(form.value("ma"), &mut wrong, |text| text.parse().ok()),
        from: typed(form.value("tu"), &mut wrong, |text| midnight(text, 0)),
        until: typed(form.value("den"), &mut wrong, |text| midnight(text, 1)),
    };
    let before = form.value("truoc").parse().ok();
    let found = if wrong {
        Vec::new()
    } else {
        admin::audit(&visit.app.exchange, &visit.actor, &query, before).await?
    };
    let next = next(
        "/qt/nhat-ky",
        &form,
        &FIELDS,
        found.last().filter(|_| is_full(found.len())).map(|last| last.seq.to_string()),
    );
    let rows: Vec<Vec<Cell>> = found
        .into_iter()
        .map(|line| {
            let who = line.person.map_or(line.party.clone(), |person| format!("{} {person}", line.party));
            let entity = line.entity.map(Entity::key).unwrap_or_default();
            vec![
                Cell::Code(line.seq.to_string()),
                Cell::Moment(line.at),
                Cell::Code(line.action),
                Cell::Text(who),
                Cell::Text(format!("{entity} {}", line.id)),
                Cell::Text(if line.details.is_null() { String::new() } else { line.details.to_string() }),
            ]
        })
        .collect();
    let mut entities = vec![(String::new(), t.get("admin-all").to_owned())];
    entities.extend(Entity::ALL.iter().map(|entity| (entity.key().to_owned(), entity.key().to_owned())));
    let labels = [
        "admin-audit-person",
        "admin-audit-action",
        "admin-audit-entity",
        "admin-audit-id",
        "admin-audit-from",
        "admin-audit-until",
    ];
    let filters: Vec<Filter<'_>> = FIELDS
        .into_iter()
        .zip(labels)
        .map(|(name, label)| Filter {
            name,
            label: t.get(label),
            value: form.value(name).to_owned(),
            options: if name == "doi-tuong" { entities.clone() } else { Vec::new() },
            kind: if matches!(name, "tu" | "den") { "date" } else { "text" },
        })
        .collect();
    let columns = [
        "admin-number",
        "admin-time",
        "admin-audit-action",
        "admin-audit-person",
        "admin-audit-entity",
        "admin-audit-details",
    ];
    let chrome = visit.chrome(Area::Admin);
    let page = AdminListPage {
        lead: t.get("admin-audit-lead"),
        action: "/qt/nhat-ky",
        filters: &filters,
        fault: if wrong { t.get("admin-audit-wrong") } else { "" },
        columns: &columns.map(|key| t.get(key)),
        rows: &rows,
        next,
        ..list(&chrome, t.get("admin-audit-title"))
    };
    html(page.render())
}

/// Every organisation.
pub async fn organisations(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let t = visit.texts();
    let form = asked(raw)?;
    let state = OrganisationState::from_key(form.value("trang-thai"));
    let before = form.value("truoc").parse().ok();
    let found = admin::organisations(&visit.app.exchange, &visit.actor, form.value("q"), None, state, before).await?;
    let last = found.last().filter(|_| is_full(found.len())).map(|last| last.organisation.id.to_string());
    let next = next("/qt/to-chuc", &form, &["q", "trang-thai"], last);
    let rows: Vec<Vec<Cell>> = found
        .into_iter()
        .map(|listed| {
            let organisation = listed.organisation;
            vec![
                Cell::Text(organisation.name),
                Cell::Text(organisation.kind.label(visit.locale).to_owned()),
                Cell::Text(organisation.state.label(visit.locale).to_owned()),
                Cell::Text(organisation.tax_code.map(String::from).unwrap_or_default()),
                Cell::Moment(organisation.created_at),
                listed
                    .case
                    .map_or(Cell::Text(String::new()), |case| Cell::Link(format!("/tt/duyet/{case}"), t.get("admin-case").to_owned())),
            ]
        })
        .collect();
    let mut states = vec![(String::new(), t.get("admin-all").to_owned())];
    states.extend(OrganisationState::ALL.iter().map(|state| (state.key().to_owned(), state.label(visit.locale).to_owned())));
    let filter = |name, label, options, kind| Filter {
        name,
        label: t.get(label),
        value: form.value(name).to_owned(),
        options,
        kind,
    };
    let filters = [filter("q", "admin-name", Vec::new(), "search"), filter("trang-thai", "admin-state", states, "text")];
    let columns = ["admin-organisation", "admin-kind", "admin-state", "admin-tax", "admin-since", "admin-case"];
    let chrome = visit.chrome(Area::Admin);
    let page = AdminListPage {
        links: &[("/qt/tai-khoan", t.get("nav-accounts")), ("/qt/chi-nhanh", t.get("branches-title"))],
        action: "/qt/to-chuc",
        filters: &filters,
        columns: &columns.map(|key| t.get(key)),
        rows: &rows,
        next,
        ..list(&chrome, t.get("admin-organisations-title"))
    };
    html(page.render())
}

/// The official lists as they are loaded.
pub async fn lists(visit: Visit) -> Answer {
    let t = visit.texts();
    let found = admin::lists(&visit.app.exchange, &visit.actor).await?;
    let rows: Vec<Vec<Cell>> = found
        .into_iter()
        .map(|list| {
            let checksum: String = list.hash.chars().take(16).collect();
            vec![
                Cell::Code(list.name),
                Cell::Text(list.version.to_string()),
                Cell::Text(list.rows.to_string()),
                Cell::Moment(list.loaded_at),
                Cell::Code(checksum),
            ]
        })
        .collect();
    let columns = ["admin-lists-title", "admin-version", "admin-rows", "admin-loaded", "admin-hash"];
    let chrome = visit.chrome(Area::Admin);
    let page = AdminListPage {
        lead: t.get("admin-lists-lead"),
        columns: &columns.map(|key| t.get(key)),
        rows: &rows,
        ..list(&chrome, t.get("admin-lists-title"))
    };
    html(page.render())
}
