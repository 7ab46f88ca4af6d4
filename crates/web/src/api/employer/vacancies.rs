//! The requests: each reads, asks the use case, and shows the vacancy as it stands then, under its tag.

use super::BASE;
use super::fields::{CLOSING, DECIDING, POSTED, Part};
use super::schema;
use crate::pages::employer::vacancy_id;
use crate::problem::{Answer, Problem};
use crate::visit::Visit;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sanviec_domain::access::Actor;
use sanviec_domain::language::Locale;
use sanviec_domain::program::KeyMode;
use sanviec_domain::text::slug;
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::program::{self, Expected, Move, Narrowed, Once, Posted, Seen};
use sanviec_store::VacancyRecord;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The most of one page.
const MOST: u64 = 100;
/// Of a page that names no limit.
const USUAL: u64 = 20;
/// The longest idempotency key, in characters.
pub const LONGEST_KEY: usize = 64;

/// Whom the key belongs to, and what it opens.
pub async fn whoami(visit: Visit) -> Answer<Json<Value>> {
    let employer = program::employer(&visit.app.exchange, &visit.actor).await?;
    let Actor::Program { scope, mode, .. } = visit.actor else {
        return Err(Problem::not_found());
    };
    Ok(Json(json!({
        "employer": { "id": employer.id, "name": employer.name, "state": employer.state.key() },
        "key": { "scope": scope.key(), "mode": mode.key() },
    })))
}

/// The employer's vacancies.
pub async fn list(visit: Visit, RawQuery(raw): RawQuery) -> Answer<Json<Value>> {
    let (narrowed, limit) = asked(raw.as_deref().unwrap_or_default())?;
    let mut found = program::list(&visit.app.exchange, &visit.actor, &narrowed, limit + 1).await?;
    let more = found.len() as u64 > limit;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|vacancy| vacancy.id);
    let items: Vec<Value> = found.iter().map(|vacancy| item(&visit, vacancy)).collect();
    Ok(Json(json!({ "items": items, "next": next })))
}

fn asked(raw: &str) -> Result<(Narrowed, u64), Problem> {
    if raw.len() > crate::queries::LONGEST {
        return Err(Problem::unreadable("the query string is too long"));
    }
    let (mut narrowed, mut limit) = (Narrowed::default(), USUAL);
    for (name, value) in url::form_urlencoded::parse(raw.as_bytes()) {
        let wrong = || Problem::unreadable(format!("{name}: “{value}” can't be read"));
        match name.as_ref() {
            "state" => narrowed.states.get_or_insert_default().push(VacancyState::from_key(&value).ok_or_else(wrong)?),
            "external_reference" if !value.is_empty() && value.chars().count() <= 60 => narrowed.external_reference = Some(value.into_owned()),
            "cursor" => narrowed.after = Some(value.parse().map_err(|_| wrong())?),
            "limit" => limit = value.parse().ok().filter(|limit| (1..=MOST).contains(limit)).ok_or_else(wrong)?,
            "external_reference" => return Err(wrong()),
            other => return Err(Problem::unreadable(format!("{other}: there is no such parameter"))),
        }
    }
    Ok((narrowed, limit))
}

/// One of them.
pub async fn one(visit: Visit, Path(id): Path<String>) -> Answer {
    let seen = program::one(&visit.app.exchange, &visit.actor, vacancy_id(&id)?).await?;
    show(&visit, StatusCode::OK, &seen)
}

/// Makes one.
pub async fn create(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let posted = posted(&headers, &body)?;
    let once = once(&headers, &body)?;
    let made = program::create(&visit.app.exchange, &visit.actor, posted, once.as_ref()).await.map_err(problem)?;
    let seen = program::one(&visit.app.exchange, &visit.actor, made.vacancy).await?;
    let mut response = show(&visit, StatusCode::CREATED, &seen)?;
    let there = HeaderValue::from_str(&format!("{BASE}/vacancies/{}", made.vacancy)).map_err(Problem::internal)?;
    response.headers_mut().insert(header::LOCATION, there);
    if made.again {
        response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    Ok(response)
}

/// Writes one anew.
pub async fn replace(visit: Visit, Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Answer {
    let id = vacancy_id(&id)?;
    let expected = expected(&headers)?.ok_or_else(|| Problem {
        detail: "If-Match is needed: the ETag under which the vacancy was read".to_owned(),
        ..Problem::new(StatusCode::PRECONDITION_REQUIRED, "precondition-required")
    })?;
    let posted = posted(&headers, &body)?;
    let seen = program::replace(&visit.app.exchange, &visit.actor, id, &expected, posted).await.map_err(problem)?;
    show(&visit, StatusCode::OK, &seen)
}

/// Hands one to the centre.
pub async fn submit(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    moved(visit, &id, &headers, Move::Submit).await
}

/// Not now.
pub async fn pause(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    moved(visit, &id, &headers, Move::Pause).await
}

/// Again.
pub async fn resume(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    moved(visit, &id, &headers, Move::Resume).await
}

/// It is over.
pub async fn close(visit: Visit, Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Answer {
    let reason = word(&headers, &body, CLOSING, "reason")?;
    let reason = ClosedReason::from_key(&reason).ok_or_else(|| Problem::unreadable("reason"))?;
    moved(visit, &id, &headers, Move::Close(reason)).await
}

/// What an officer might decide, for trying out.
pub async fn decide(visit: Visit, Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Answer {
    let id = vacancy_id(&id)?;
    let outcome = word(&headers, &body, DECIDING, "outcome")?;
    let command = VacancyCommand::from_key(&outcome).ok_or_else(|| Problem::unreadable("outcome"))?;
    let seen = program::decide_test(&visit.app.exchange, &visit.actor, id, command).await.map_err(problem)?;
    show(&visit, StatusCode::OK, &seen)
}

fn word(headers: &HeaderMap, body: &Bytes, parts: &'static [Part], name: &str) -> Result<String, Problem> {
    let read = schema::read(headers, body, parts)?;
    Ok(read.get(name).and_then(Value::as_str).unwrap_or_default().to_owned())
}

async fn moved(visit: Visit, id: &str, headers: &HeaderMap, moves: Move) -> Answer {
    let expected = expected(headers)?.unwrap_or(Expected::Any);
    let seen = program::carry_out(&visit.app.exchange, &visit.actor, vacancy_id(id)?, &expected, moves)
        .await
        .map_err(problem)?;
    show(&visit, StatusCode::OK, &seen)
}

/// The errors of a text at their paths, and whoever was slower told as it is.
fn problem(error: ExchangeError) -> Problem {
    match error {
        ExchangeError::Invalid(errors) => schema::refused(&errors),
        ExchangeError::Conflict => ExchangeError::Stale.into(),
        other => other.into(),
    }
}

fn posted(headers: &HeaderMap, body: &Bytes) -> Result<Posted, Problem> {
    let mut read = schema::read(headers, body, POSTED)?;
    let mut content = read.remove("content").unwrap_or_default();
    if let Some(pay) = content.get_mut("pay").and_then(Value::as_object_mut) {
        ranges(pay)?;
    }
    let content: VacancyContent = serde_json::from_value(content).map_err(|error| Problem::unreadable(format!("content: {error}")))?;
    Ok(Posted {
        external_reference: read.get("external_reference").and_then(Value::as_str).map(str::to_owned),
        submit: read.get("submit").and_then(Value::as_bool).unwrap_or_default(),
        content,
    })
}

/// A range without ends says nothing; one whose ends are the wrong way round is refused.
fn ranges(pay: &mut Map<String, Value>) -> Result<(), Problem> {
    let mut wrong = Vec::new();
    for name in ["usual", "day", "hour"] {
        let Some(range) = pay.get(name) else { continue };
        match (range["from"].as_i64(), range["to"].as_i64()) {
            (None, None) => drop(pay.remove(name)),
            (Some(from), Some(to)) if from > to => wrong.push(crate::problem::WrongField {
                field: format!("content.pay.{name}"),
                fault: sanviec_domain::vacancy::Fault::TurnedRound.key(),
            }),
            _ => {}
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(schema::invalid(wrong)) }
}

/// `Idempotency-Key`, with the hash of what is asked under it.
fn once(headers: &HeaderMap, body: &Bytes) -> Result<Option<Once>, Problem> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    let key = key
        .to_str()
        .ok()
        .filter(|key| (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()));
    let key = key.ok_or_else(|| Problem::unreadable(format!("Idempotency-Key: 1 to {LONGEST_KEY} visible characters")))?;
    Ok(Some(Once {
        key: key.to_owned(),
        fingerprint: hex::encode(Sha256::digest(body)),
    }))
}

/// The tags of `If-Match`. What isn't a tag is one that no vacancy has.
fn expected(headers: &HeaderMap) -> Result<Option<Expected>, Problem> {
    let mut tags = Vec::new();
    for line in headers.get_all(header::IF_MATCH) {
        let line = line.to_str().map_err(|_| Problem::unreadable("If-Match"))?;
        if line.trim() == "*" {
            return Ok(Some(Expected::Any));
        }
        // A weak tag never matches (RFC 9110, 13.1.1).
        let quoted = line.split(',').filter_map(|tag| tag.trim().strip_prefix('"')?.strip_suffix('"'));
        tags.extend(quoted.map(str::to_owned));
    }
    Ok(headers.contains_key(header::IF_MATCH).then_some(Expected::One(tags)))
}

fn show(visit: &Visit, status: StatusCode, seen: &Seen) -> Answer {
    let mut body = item(visit, &seen.vacancy);
    body["revision"] = match &seen.revision {
        Some(revision) => json!({ "content": content(&revision.content), "submitted_at": revision.created_at }),
        None => Value::Null,
    };
    body["decision"] = match &seen.decision {
        Some(case) => json!({
            "outcome": case.outcome.map(Vocabulary::key),
            "reasons": case.reasons.iter().map(|reason| json!({ "code": reason.key(), "text": reason.label(Locale::Vi) })).collect::<Vec<_>>(),
            "message": case.message,
            "decided_at": case.decided_at,
        }),
        None => Value::Null,
    };
    let mut response: Response = (status, Json(body)).into_response();
    let tag = HeaderValue::from_str(&format!("\"{}\"", seen.tag())).map_err(Problem::internal)?;
    response.headers_mut().insert(header::ETAG, tag);
    Ok(response)
}

fn item(visit: &Visit, vacancy: &VacancyRecord) -> Value {
    let is_live = matches!(visit.actor, Actor::Program { mode: KeyMode::Live, .. });
    let url = (is_live && vacancy.state == VacancyState::Published).then(|| {
        let base = &visit.app.exchange.settings.site.base_url;
        format!("{base}/viec-lam/{}-{}", vacancy.number, slug(&vacancy.content.title))
    });
    json!({
        "id": vacancy.id,
        "number": is_live.then_some(vacancy.number),
        "url": url,
        "external_reference": vacancy.external_reference,
        "state": vacancy.state.key(),
        "closed_reason": vacancy.closed_reason.map(Vocabulary::key),
        "content": content(&vacancy.content),
        "occupation_confirmed": vacancy.content.occupation_confirmed,
        "created_at": vacancy.created_at,
        "updated_at": vacancy.updated_at,
        "submitted_at": vacancy.submitted_at,
        "published_at": vacancy.published_at,
        "closed_at": vacancy.closed_at,
    })
}

/// The text as it may be sent back.
fn content(content: &VacancyContent) -> Value {
    let mut value = serde_json::to_value(content).unwrap_or_default();
    if let Some(members) = value.as_object_mut() {
        members.remove("occupation_confirmed");
    }
    value
}
