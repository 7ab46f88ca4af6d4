//! `GET /api/v1/employer/openapi.json`: the description, from the same tables that are read by.

use super::examples::{self, Example};
use super::fields::{CLOSING, CONTENT, DECIDING, POSTED};
use super::schema::object;
use super::vacancies::LONGEST_KEY;
use crate::visit::Visit;
use axum::Json;
use chrono::NaiveDate;
use sanviec_domain::moderation::{Outcome, Reason};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_domain::vacancy::{ClosedReason, Fault, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use serde_json::{Map, Value, json};

/// The description as JSON.
pub async fn get(visit: Visit) -> Json<Value> {
    Json(document(visit.app.exchange.clock.today(), &visit.app.exchange.settings.site.base_url))
}

fn keys<V: Vocabulary>() -> Value {
    json!({ "type": "string", "enum": V::ALL.iter().map(|word| word.key()).collect::<Vec<_>>() })
}

fn or_null(mut schema: Value) -> Value {
    schema["type"] = json!([schema["type"], "null"]);
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    }
    schema
}

/// The description as of a day: the deadlines of its examples lie ahead.
pub fn document(today: NaiveDate, base_url: &str) -> Value {
    let examples = examples::all(today);
    let of = |operation: &str| -> Vec<&Example> { examples.iter().filter(|example| example.operation == operation).collect() };
    let id = json!([{ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }]);
    let tag = |required: bool| {
        json!({
            "name": "If-Match", "in": "header", "required": required, "schema": { "type": "string" },
            "description": "The `ETag` under which the vacancy was read, or `*`: 412 where it has been changed since"
        })
    };
    let moves = |operation: &str, summary: &str| {
        json!({ "post": {
            "operationId": operation, "summary": summary,
            "parameters": [tag(false)],
            "responses": responses(&of(operation), &[(200, "vacancy"), (404, ""), (409, ""), (412, ""), (422, "")]),
        }, "parameters": id })
    };
    let with_body = |mut described: Value, operation: &str, schema: &str| {
        let shown: Map<String, Value> = of(operation)
            .iter()
            .map(|example| (example.name.to_owned(), json!({ "summary": example.summary, "value": example.body })))
            .collect();
        let mut content = json!({ "schema": { "$ref": format!("#/components/schemas/{schema}") } });
        if !shown.is_empty() {
            content["examples"] = Value::Object(shown);
        }
        described["requestBody"] = json!({ "required": true, "content": { "application/json": content } });
        described
    };
    let create = json!({
        "operationId": "createVacancy", "summary": "Make a vacancy",
        "description": "Under an `Idempotency-Key` it is made once, however often it is asked within two days: again, the answer shows it as it stands and says `Idempotent-Replayed: true`.",
        "parameters": [{
            "name": "Idempotency-Key", "in": "header", "required": false,
            "schema": { "type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$" },
        }],
        "responses": responses(&of("createVacancy"), &[(201, "vacancy"), (400, ""), (409, ""), (413, ""), (415, ""), (422, "")]),
    });
    let replace = json!({
        "operationId": "replaceVacancy", "summary": "Write a vacancy anew",
        "description": "The whole text takes the place of the one before. A draft, or one that was returned, is saved, and handed to the centre with `submit`. A change of a published vacancy goes to the centre: the published text stays up meanwhile and `revision` shows what waits; a contact or a later deadline is changed at once.",
        "parameters": [tag(true)],
        "responses": responses(&of("replaceVacancy"), &[(200, "vacancy"), (400, ""), (404, ""), (409, ""), (412, ""), (413, ""), (415, ""), (422, ""), (428, "")]),
    });
    let close = json!({
        "operationId": "closeVacancy", "summary": "It is over: applicants get their answer", "parameters": [tag(false)],
        "responses": responses(&of("closeVacancy"), &[(200, "vacancy"), (400, ""), (404, ""), (409, ""), (412, ""), (413, ""), (415, ""), (422, "")]),
    });
    let decide = json!({
        "operationId": "decideTestVacancy", "summary": "With a test key: what an officer might decide",
        "responses": responses(&of("decideTestVacancy"), &[(200, "vacancy"), (400, ""), (404, ""), (409, ""), (413, ""), (415, ""), (422, "")]),
    });
    let list = json!({
        "operationId": "listVacancies", "summary": "One's own vacancies, the newest first",
        "parameters": [
            { "name": "state", "in": "query", "schema": { "type": "array", "items": keys::<VacancyState>(), "maxItems": 9 }, "explode": true, "description": "Any of these" },
            { "name": "external_reference", "in": "query", "schema": { "type": "string", "minLength": 1, "maxLength": 60 } },
            { "name": "cursor", "in": "query", "schema": { "type": "string", "format": "uuid" }, "description": "`next` of the page before" },
            { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 100, "default": 20 } },
        ],
        "responses": responses(&[], &[(200, "list"), (400, "")]),
    });
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Sàn Việc: API for employers", "version": "1", "description": ABOUT },
        "servers": [{ "url": base_url }],
        "security": [{ "key": [] }],
        "paths": {
            "/api/v1/employer": { "get": { "operationId": "whoami", "summary": "Whom the key belongs to", "responses": responses(&[], &[(200, "whoami")]) } },
            "/api/v1/employer/vacancies": { "get": list, "post": with_body(create, "createVacancy", "Posted") },
            "/api/v1/employer/vacancies/{id}": {
                "parameters": id,
                "get": { "operationId": "readVacancy", "summary": "One of one's own vacancies", "responses": responses(&[], &[(200, "vacancy"), (404, "")]) },
                "put": with_body(replace, "replaceVacancy", "Posted"),
            },
            "/api/v1/employer/vacancies/{id}/submit": moves("submitVacancy", "Hand it to the centre"),
            "/api/v1/employer/vacancies/{id}/pause": moves("pauseVacancy", "Not now: it is no longer found"),
            "/api/v1/employer/vacancies/{id}/resume": moves("resumeVacancy", "Again, after a pause"),
            "/api/v1/employer/vacancies/{id}/close": { "parameters": id, "post": with_body(close, "closeVacancy", "Closing") },
            "/api/v1/employer/vacancies/{id}/decide": { "parameters": id, "post": with_body(decide, "decideTestVacancy", "Deciding") },
        },
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer", "description": "A key that the owner makes under “Kết nối phần mềm”: `svk_live_…`, or `svk_test_…` for trying out" } },
            "schemas": schemas(),
        },
    })
}

const ABOUT: &str = "For an employer's own system: make, change, submit and close vacancies of one employer. \
Keys have a scope (`read`, `write`) and a mode: with a test key everything is judged by the same rules, nothing is seen by anybody else, \
and `decide` plays the officer. What happens is also told to the addresses that the owner enters (webhooks). \
Errors are RFC 9457 problems; where fields are wrong, `errors` names each by its path.";

/// The answers of an operation by status: what each shows, and the problem document where it shows nothing.
fn responses(examples: &[&Example], known: &[(u16, &str)]) -> Value {
    let always = [(401, ""), (403, ""), (429, "")];
    let mut all = Map::new();
    for (status, schema) in known.iter().chain(&always) {
        let shown: Map<String, Value> = examples
            .iter()
            .filter(|example| example.status == *status)
            .map(|example| (example.name.to_owned(), json!({ "summary": example.summary, "value": example.answer })))
            .collect();
        let (kind, name) = if schema.is_empty() {
            ("application/problem+json", "Problem")
        } else {
            ("application/json", named(schema))
        };
        let mut content = json!({ "schema": { "$ref": format!("#/components/schemas/{name}") } });
        if !shown.is_empty() {
            content["examples"] = Value::Object(shown);
        }
        let mut response =
            json!({ "description": http::StatusCode::from_u16(*status).ok().and_then(|status| status.canonical_reason()).unwrap_or_default(), "content": { kind: content } });
        if *schema == "vacancy" {
            response["links"] = links();
            response["headers"] = json!({ "ETag": { "schema": { "type": "string" }, "description": "What this text is read under; for `If-Match`" } });
        }
        all.insert(status.to_string(), response);
    }
    Value::Object(all)
}

/// What can be done next with a vacancy that was answered.
fn links() -> Value {
    let id = json!({ "id": "$response.body#/id" });
    let mut links = json!({
        "replace": {
            "operationId": "replaceVacancy",
            "parameters": { "id": "$response.body#/id", "If-Match": "$response.header.ETag" },
        },
    });
    for (name, operation) in [
        ("read", "readVacancy"),
        ("submit", "submitVacancy"),
        ("pause", "pauseVacancy"),
        ("resume", "resumeVacancy"),
        ("close", "closeVacancy"),
        ("decide", "decideTestVacancy"),
    ] {
        links[name] = json!({ "operationId": operation, "parameters": id });
    }
    links
}

fn named(schema: &str) -> &'static str {
    match schema {
        "vacancy" => "Vacancy",
        "list" => "VacancyList",
        _ => "Whoami",
    }
}

fn schemas() -> Value {
    let instant = || json!({ "type": "string", "format": "date-time" });
    let content = || json!({ "$ref": "#/components/schemas/Content" });
    let item = json!({
        "type": "object",
        "properties": {
            "id": { "type": "string", "format": "uuid" },
            "number": or_null(json!({ "type": "integer", "description": "The number people see; none with a test key" })),
            "url": or_null(json!({ "type": "string", "description": "The page, while it is published" })),
            "external_reference": or_null(json!({ "type": "string" })),
            "state": keys::<VacancyState>(),
            "closed_reason": or_null(keys::<ClosedReason>()),
            "content": content(),
            "occupation_confirmed": { "type": "boolean", "description": "Whether an officer has confirmed the occupation" },
            "created_at": instant(),
            "updated_at": instant(),
            "submitted_at": or_null(instant()),
            "published_at": or_null(instant()),
            "closed_at": or_null(instant()),
        },
        "required": ["id", "number", "url", "external_reference", "state", "closed_reason", "content", "occupation_confirmed", "created_at", "updated_at", "submitted_at", "published_at", "closed_at"],
    });
    let mut vacancy = item.clone();
    vacancy["properties"]["revision"] = json!({
        "type": ["object", "null"], "description": "A change that waits for the centre",
        "properties": { "content": content(), "submitted_at": instant() }, "required": ["content", "submitted_at"],
    });
    vacancy["properties"]["decision"] = json!({
        "type": ["object", "null"], "description": "Why the centre returned, refused or took it down",
        "properties": {
            "outcome": or_null(keys::<Outcome>()),
            "reasons": { "type": "array", "items": { "type": "object", "properties": { "code": keys::<Reason>(), "text": { "type": "string" } }, "required": ["code", "text"] } },
            "message": { "type": "string" },
            "decided_at": or_null(instant()),
        },
        "required": ["outcome", "reasons", "message", "decided_at"],
    });
    if let Some(required) = vacancy["required"].as_array_mut() {
        required.extend([json!("revision"), json!("decision")]);
    }
    json!({
        "Posted": object(POSTED),
        "Content": object(CONTENT),
        "Closing": object(CLOSING),
        "Deciding": object(DECIDING),
        "Item": item,
        "Vacancy": vacancy,
        "VacancyList": {
            "type": "object",
            "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } }, "next": or_null(json!({ "type": "string", "format": "uuid" })) },
            "required": ["items", "next"],
        },
        "Whoami": {
            "type": "object",
            "properties": {
                "employer": { "type": "object", "properties": { "id": { "type": "string", "format": "uuid" }, "name": { "type": "string" }, "state": keys::<OrganisationState>() }, "required": ["id", "name", "state"] },
                "key": { "type": "object", "properties": { "scope": keys::<KeyScope>(), "mode": keys::<KeyMode>() }, "required": ["scope", "mode"] },
            },
            "required": ["employer", "key"],
        },
        "Problem": {
            "type": "object",
            "properties": {
                "type": { "type": "string", "description": "A page that explains it" },
                "title": { "type": "string" },
                "status": { "type": "integer" },
                "code": { "type": "string", "description": "The stable part" },
                "detail": { "type": "string" },
                "errors": { "type": "array", "items": { "type": "object", "properties": { "field": { "type": "string", "description": "The path in what was sent" }, "fault": keys::<Fault>() }, "required": ["field", "fault"] } },
            },
            "required": ["type", "title", "status", "code"],
        },
    })
}
