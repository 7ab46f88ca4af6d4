//! From the tables of [`super::fields`]: the JSON Schema that the description shows, and the reader that
//! holds a body against the same bounds and names whatever is wrong by its path.

use super::fields::{Kind, Part};
use crate::problem::{Problem, WrongField};
use axum::body::Bytes;
use chrono::NaiveDate;
use http::{HeaderMap, StatusCode, header};
use sanviec_domain::text::{tidy, tidy_line};
use sanviec_domain::vacancy::{DraftError, Fault, Field};
use sanviec_domain::vocabulary::Vocabulary;
use serde_json::{Map, Value, json};

/// The most faults that one answer names.
const MOST: usize = 50;

/// The schema of an object of these fields. What is closed refuses other fields.
pub fn object(parts: &[Part]) -> Value {
    let properties: Map<String, Value> = parts
        .iter()
        .map(|part| {
            let mut schema = of(&part.kind);
            if !part.required {
                nullable(&mut schema);
            }
            schema["description"] = json!(part.says);
            (part.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<_> = parts.iter().filter(|part| part.required).map(|part| part.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn of(kind: &Kind) -> Value {
    match kind {
        Kind::Line(longest) | Kind::Text(longest) => json!({ "type": "string", "maxLength": longest }),
        Kind::Pattern(pattern) => json!({ "type": "string", "pattern": pattern.source, "maxLength": pattern.longest }),
        Kind::Words(words) => json!({ "type": "string", "enum": words() }),
        Kind::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Day => json!({ "type": "string", "format": "date" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::List(kind, most) => json!({ "type": "array", "items": of(kind), "maxItems": most }),
        Kind::Object(parts) => object(parts),
    }
}

fn nullable(schema: &mut Value) {
    schema["type"] = json!([schema["type"], "null"]);
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    }
}

/// Reads a body: JSON, an object of these fields and of no others. What may be left out and is `null` is
/// left out; words are tidied as the site's forms tidy them.
pub fn read(headers: &HeaderMap, body: &Bytes, parts: &'static [Part]) -> Result<Map<String, Value>, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Problem {
            detail: "the body must be application/json".to_owned(),
            ..Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unreadable")
        });
    }
    let value: Value = serde_json::from_slice(body).map_err(|error| Problem::unreadable(format!("not JSON: {error}")))?;
    let mut reader = Reader { wrong: Vec::new() };
    let read = reader.object(&value, parts, "");
    match read {
        Some(read) if reader.wrong.is_empty() => Ok(read),
        _ => Err(invalid(reader.wrong)),
    }
}

/// Fields that are wrong, by their paths.
pub fn invalid(mut wrong: Vec<WrongField>) -> Problem {
    let count = wrong.len();
    wrong.truncate(MOST);
    Problem {
        detail: format!("{count} fields are wrong"),
        errors: wrong,
        ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid")
    }
}

struct Reader {
    wrong: Vec<WrongField>,
}

impl Reader {
    fn fails(&mut self, path: &str, fault: Fault) {
        self.wrong.push(WrongField {
            field: path.to_owned(),
            fault: fault.key(),
        });
    }

    fn object(&mut self, value: &Value, parts: &'static [Part], path: &str) -> Option<Map<String, Value>> {
        let Some(members) = value.as_object() else {
            self.fails(path, Fault::NotUnderstood);
            return None;
        };
        let at = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        for name in members.keys().filter(|name| parts.iter().all(|part| part.name != name.as_str())) {
            let name: String = name.chars().take(60).collect();
            self.fails(&at(&name), Fault::Unknown);
        }
        let mut read = Map::new();
        for part in parts {
            match members.get(part.name) {
                None if part.required => self.fails(&at(part.name), Fault::Missing),
                None => {}
                Some(Value::Null) if !part.required => {}
                Some(value) => {
                    if let Some(value) = self.value(value, &part.kind, &at(part.name)) {
                        read.insert(part.name.to_owned(), value);
                    }
                }
            }
        }
        Some(read)
    }

    fn value(&mut self, value: &Value, kind: &'static Kind, path: &str) -> Option<Value> {
        let read = match (kind, value) {
            (Kind::Line(longest), Value::String(words)) if words.chars().count() <= *longest => Ok(json!(tidy_line(words))),
            (Kind::Text(longest), Value::String(words)) if words.chars().count() <= *longest => Ok(json!(tidy(words))),
            (Kind::Line(_) | Kind::Text(_), Value::String(_)) => Err(Fault::TooLong),
            (Kind::Pattern(pattern), Value::String(words)) if words.chars().count() > pattern.longest => Err(Fault::TooLong),
            (Kind::Pattern(pattern), Value::String(words)) if pattern.regex.is_match(words) => Ok(value.clone()),
            (Kind::Words(known), Value::String(word)) if known().contains(&word.as_str()) => Ok(value.clone()),
            (Kind::Words(_), Value::String(_)) => Err(Fault::Unknown),
            (Kind::Whole(least, most), Value::Number(number)) => match whole(number) {
                Some(number) if (*least..=*most).contains(&number) => Ok(json!(number)),
                Some(_) => Err(Fault::OutOfBounds),
                None => Err(Fault::NotUnderstood),
            },
            (Kind::Day, Value::String(day)) if day.len() == 10 && NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok() => Ok(value.clone()),
            (Kind::Flag, Value::Bool(_)) => Ok(value.clone()),
            (Kind::List(_, most), Value::Array(items)) if items.len() > *most => Err(Fault::TooMany),
            (Kind::List(kind, _), Value::Array(items)) => {
                let read = items.iter().enumerate().map(|(at, item)| self.value(item, kind, &format!("{path}[{at}]")));
                return read.collect::<Vec<_>>().into_iter().collect::<Option<Vec<Value>>>().map(Value::Array);
            }
            (Kind::Object(parts), Value::Object(_)) => return self.object(value, parts, path).map(Value::Object),
            _ => Err(Fault::NotUnderstood),
        };
        read.map_err(|fault| self.fails(path, fault)).ok()
    }
}

/// A number without a fraction, `5.0` among them: JSON knows one kind of number only.
fn whole(number: &serde_json::Number) -> Option<i64> {
    number.as_i64().or_else(|| {
        let float = number.as_f64()?;
        (float.fract() == 0.0).then_some(float as i64)
    })
}

/// Where a field of a vacancy lies in what is sent.
pub fn path(field: Field) -> &'static str {
    match field {
        Field::Title => "content.title",
        Field::Openings => "content.openings",
        Field::Description => "content.description",
        Field::Requirements => "content.requirements",
        Field::Occupation => "content.occupation",
        Field::Position => "content.position",
        Field::Schooling => "content.schooling",
        Field::Qualification => "content.qualification",
        Field::Experience => "content.experience",
        Field::Place => "content.place",
        Field::Contract => "content.contract",
        Field::WorkTime => "content.work_time",
        Field::Pay => "content.pay",
        Field::BasicWage => "content.pay.basic",
        Field::Benefits => "content.benefits",
        Field::Conditions => "content.conditions",
        Field::RecruitModes => "content.recruit_modes",
        Field::Deadline => "content.deadline",
        Field::ContactName => "content.contact.name",
        Field::ContactPhone => "content.contact.phone",
        Field::ContactEmail => "content.contact.email",
        Field::Shift => "content.shift",
        Field::Hours => "content.hours_from",
        Field::Overtime => "content.overtime",
        Field::Bus => "content.bus",
        Field::Probation => "content.probation",
        Field::LeastAge => "content.least_age",
        Field::AbroadLicence => "content.abroad_licence",
        Field::ExternalReference => "external_reference",
        Field::EmployerTaxCode | Field::EmployerName => "",
    }
}

/// What the rules refused, by its path.
pub fn refused(errors: &[DraftError]) -> Problem {
    let wrong = errors.iter().map(|error| WrongField {
        field: path(error.field).to_owned(),
        fault: error.fault.key(),
    });
    invalid(wrong.collect())
}

#[cfg(test)]
mod tests {
    use super::super::fields::{CONTENT, POSTED};
    use super::*;
    use sanviec_domain::vacancy::VacancyContent;

    fn faults(body: &Value) -> Vec<(String, &'static str)> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
        match read(&headers, &Bytes::from(body.to_string()), POSTED) {
            Ok(_) => Vec::new(),
            Err(problem) => problem.errors.into_iter().map(|wrong| (wrong.field, wrong.fault)).collect(),
        }
    }

    #[test]
    fn what_is_wrong_is_named_by_its_path() {
        let wrong = json!({
            "content": {
                "title": "x".repeat(121), "titel": "Thợ may", "openings": 0, "work_time": "sometimes", "deadline": "31/12/2026",
                "pay": { "basic": "5000000", "allowances": [{ "name": "Chuyên cần" }] }, "bus": "yes", "hours_from": "25:00",
                "contact": { "name": "Nguyễn Thị Hoà", "phone": "123" },
            },
            "submit": "yes",
        });
        let mut named = faults(&wrong);
        named.sort();
        let expected = [
            ("content.bus", "not-understood"),
            ("content.contact.phone", "not-understood"),
            ("content.deadline", "not-understood"),
            ("content.hours_from", "not-understood"),
            ("content.openings", "out-of-bounds"),
            ("content.pay.allowances[0].amount", "missing"),
            ("content.pay.basic", "not-understood"),
            ("content.titel", "unknown"),
            ("content.title", "too-long"),
            ("content.work_time", "unknown"),
            ("submit", "not-understood"),
        ];
        assert_eq!(named, expected.map(|(field, fault)| (field.to_owned(), fault)));
        assert_eq!(faults(&json!({})), [("content".to_owned(), "missing")]);
        assert_eq!(faults(&json!([])), [(String::new(), "not-understood")]);
        assert!(faults(&json!({ "content": { "title": null, "openings": 5.0 }, "submit": null })).is_empty());
    }

    /// The table has every field of the vacancy's text, and no other.
    #[test]
    fn the_table_is_the_vacancys_text() {
        let text = serde_json::to_value(VacancyContent::default()).unwrap();
        let mut known: Vec<&str> = text
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .filter(|name| *name != "occupation_confirmed")
            .collect();
        let mut table: Vec<&str> = CONTENT.iter().map(|part| part.name).collect();
        known.sort_unstable();
        table.sort_unstable();
        assert_eq!(table, known);
    }
}
