//! `GET /api/v1/vacancies` and `GET /api/v1/vacancies/{id}`.

use crate::App;
use crate::api::unchanged;
use crate::problem::{Answer, Problem};
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use chrono::{DateTime, NaiveDate, Utc};
use http::HeaderMap;
use sanviec_domain::ids::{OrganisationId, VacancyId};
use sanviec_domain::language::Locale;
use sanviec_domain::money::Vnd;
use sanviec_domain::pay::Pay;
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::query::{Facet, PlaceFilter, Sort, VacancyQuery};
use sanviec_domain::vacancy::VacancyContent;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::vacancies::{find, read};
use sanviec_search::{Cursor, PageRequest};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// The most items of one page.
const MOST: usize = 100;
/// Items of a page that names no limit.
const USUAL: usize = 20;

/// A page of vacancies.
#[derive(Debug, Serialize, ToSchema)]
pub struct VacancyList {
    /// How many open vacancies match in all.
    pub total: usize,
    /// This page.
    pub items: Vec<VacancyItem>,
    /// Counts by facet and value; each facet without its own filter.
    pub facets: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// An employer, shortly.
#[derive(Debug, Serialize, ToSchema)]
pub struct EmployerItem {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// An occupation of the national list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OccupationItem {
    /// VSCO code (QĐ 34/2020/QĐ-TTg).
    pub code: String,
    /// Its Vietnamese name.
    pub name: String,
}

/// Where the work is.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceItem {
    /// Province code.
    pub province: String,
    /// Commune code.
    pub commune: Option<String>,
    /// Industrial park.
    pub park: Option<String>,
    /// In words.
    pub label: String,
}

/// What the work pays, VND.
#[derive(Debug, Serialize, ToSchema)]
pub struct WageItem {
    /// Basic wage a month.
    pub basic: Option<i64>,
    /// Usual income a month, from.
    pub from: Option<i64>,
    /// Usual income a month, to.
    pub to: Option<i64>,
    /// Negotiable at the interview.
    pub negotiable: bool,
    /// In Vietnamese words, as the page shows it.
    pub label: String,
}

/// A vacancy in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct VacancyItem {
    /// Its id.
    pub id: Uuid,
    /// The number people see.
    pub number: i64,
    /// The page.
    pub url: String,
    /// Tên công việc.
    pub title: String,
    /// Whose it is.
    pub employer: EmployerItem,
    /// The occupation.
    pub occupation: Option<OccupationItem>,
    /// The pay.
    pub wage: WageItem,
    /// Where.
    pub place: Option<PlaceItem>,
    /// Openings.
    pub openings: Option<u32>,
    /// The shift's key.
    pub shift: Option<&'static str>,
    /// The contract's key.
    pub contract: Option<&'static str>,
    /// The benefits' keys.
    pub benefits: Vec<&'static str>,
    /// The last day for applications.
    pub deadline: Option<NaiveDate>,
    /// First published.
    pub published_at: Option<DateTime<Utc>>,
    /// The employer's own reference.
    pub external_reference: Option<String>,
}

/// A vacancy in full.
#[derive(Debug, Serialize, ToSchema)]
pub struct VacancyDetail {
    /// The same as in a list.
    #[serde(flatten)]
    pub item: VacancyItem,
    /// `published`, or how it ended.
    pub state: &'static str,
    /// Every field of form 03a, by the names of the import file. Contact details are on the page.
    #[schema(value_type = Object)]
    pub content: VacancyContent,
}

/// Searches open vacancies.
#[utoipa::path(get, path = "/api/v1/vacancies", params(
    ("q" = Option<String>, Query, description = "Free words, with or without marks"),
    ("limit" = Option<usize>, Query, description = "1 to 100; 20 if left out"),
    ("cursor" = Option<String>, Query, description = "`next` of the page before"),
    ("place" = Option<Vec<String>>, Query, description = "Province (2 digits), commune (5 digits) or `COMMUNE-KM` for a radius; repeatable"),
    ("park" = Option<Vec<String>>, Query, description = "Park slug; repeatable"),
    ("occupation" = Option<Vec<String>>, Query, description = "VSCO code or prefix; repeatable"),
    ("wage_from" = Option<i64>, Query, description = "VND a month"),
    ("shift" = Option<Vec<String>>, Query, description = "Shift key; repeatable"),
    ("contract" = Option<Vec<String>>, Query, description = "Contract key; repeatable"),
    ("benefit" = Option<Vec<String>>, Query, description = "Benefit key; all are required; repeatable"),
    ("experience" = Option<Vec<String>>, Query, description = "Experience key; repeatable"),
    ("work_time" = Option<Vec<String>>, Query, description = "Full or part time: key; repeatable"),
    ("employer" = Option<Uuid>, Query, description = "One employer's"),
    ("sort" = Option<String>, Query, description = "relevance, newest, wage or deadline"),
), responses((status = 200, body = VacancyList), (status = 400, description = "A parameter can't be read: application/problem+json")))]
pub async fn list(State(app): State<App>, RawQuery(raw): RawQuery) -> Answer<Json<VacancyList>> {
    let asked = read_query(raw.as_deref().unwrap_or_default())?;
    let page = PageRequest {
        limit: asked.limit,
        after: asked.cursor,
        offset: 0,
    };
    let found = find::search(&app.exchange, &asked.query, &page, &Facet::ALL)?;
    let ids: Vec<VacancyId> = found.cards.iter().map(|(id, _)| *id).collect();
    let views = read::many_public(&app.exchange, &ids).await?;
    let items = ids
        .iter()
        .filter_map(|id| views.iter().find(|view| view.vacancy.id == *id))
        .map(|view| item(&app, view))
        .collect();
    let facets = found
        .facets
        .into_iter()
        .map(|facet| {
            let name = |value: String| facet_value(facet.facet, value);
            (facet_name(facet.facet), facet.counts.into_iter().map(|(value, count)| (name(value), count)).collect())
        })
        .collect();
    Ok(Json(VacancyList {
        total: found.total,
        items,
        facets,
        next: found.next.map(|cursor| cursor.to_string()),
    }))
}

/// One vacancy, by its id or its number: open, or closed and shown as closed.
#[utoipa::path(get, path = "/api/v1/vacancies/{id}", params(("id" = String, Path, description = "Id or number")),
    responses((status = 200, body = VacancyDetail, description = "Open, or closed and shown as closed; with an `ETag`"),
        (status = 304, description = "The same as under the tag of `If-None-Match`"),
        (status = 404, description = "application/problem+json")))]
pub async fn one(State(app): State<App>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    let view = match (id.parse::<i64>(), id.parse::<Uuid>()) {
        (Ok(number), _) => read::public(&app.exchange, sanviec_domain::ids::VacancyNumber(number)).await?,
        (_, Ok(id)) => read::public_by_id(&app.exchange, VacancyId(id)).await?,
        _ => return Err(Problem::not_found()),
    };
    let mut content = view.vacancy.content.clone();
    content.contact = None;
    let detail = VacancyDetail {
        item: item(&app, &view),
        state: view.vacancy.state.key(),
        content,
    };
    unchanged::json(&headers, &detail)
}

fn item(app: &App, view: &read::VacancyView) -> VacancyItem {
    let (vacancy, reference) = (&view.vacancy, &app.exchange.reference);
    let content = &vacancy.content;
    let occupation = content.occupation.as_deref().and_then(|code| {
        Some(OccupationItem {
            code: code.to_owned(),
            name: reference.occupation_name(code, Locale::Vi)?.to_owned(),
        })
    });
    VacancyItem {
        id: vacancy.id.0,
        number: vacancy.number.0,
        url: format!(
            "{}/viec-lam/{}-{}",
            app.exchange.settings.site.base_url,
            vacancy.number,
            sanviec_domain::text::slug(&content.title)
        ),
        title: content.title.clone(),
        employer: EmployerItem {
            id: view.employer.id.0,
            name: view.employer.name.clone(),
        },
        occupation,
        wage: wage(&content.pay),
        place: content.place.as_ref().map(|place| self::place(app, place)),
        openings: content.openings,
        shift: content.shift.map(Vocabulary::key),
        contract: content.contract.map(Vocabulary::key),
        benefits: content.benefits.iter().map(|benefit| benefit.key()).collect(),
        deadline: content.deadline,
        published_at: vacancy.published_at,
        external_reference: vacancy.external_reference.clone(),
    }
}

fn wage(pay: &Pay) -> WageItem {
    let monthly = pay.monthly();
    WageItem {
        basic: pay.basic.map(|basic| basic.0),
        from: monthly.and_then(|range| range.from).map(|amount| amount.0),
        to: monthly.and_then(|range| range.to).map(|amount| amount.0),
        negotiable: pay.negotiable,
        label: sanviec_render::format::pay_headline(pay, Locale::Vi),
    }
}

fn place(app: &App, place: &Place) -> PlaceItem {
    PlaceItem {
        province: place.province.to_string(),
        commune: place.commune.map(|code| code.to_string()),
        park: place.park.as_ref().map(ToString::to_string),
        label: app.exchange.reference.place_label(place),
    }
}

/// A facet's value as the parameter takes it: wages are counted in steps of millions and asked for
/// in đồng.
fn facet_value(facet: Facet, value: String) -> String {
    match (facet, value.parse()) {
        (Facet::Wage, Ok(millions)) => Vnd::millions(millions).0.to_string(),
        _ => value,
    }
}

fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Park => "park",
        Facet::Commune => "commune",
        Facet::Province => "province",
        Facet::Occupation => "occupation",
        Facet::Wage => "wage_from",
        Facet::Shift => "shift",
        Facet::Contract => "contract",
        Facet::Benefit => "benefit",
        Facet::Experience => "experience",
        Facet::WorkTime => "work_time",
    }
}

struct AskedList {
    query: VacancyQuery,
    limit: usize,
    cursor: Option<Cursor>,
}

/// Reads the parameters; unlike the page's, a wrong one is an error that names it.
fn read_query(raw: &str) -> Result<AskedList, Problem> {
    if raw.len() > crate::queries::LONGEST {
        return Err(Problem::unreadable("the query string is too long"));
    }
    let mut query = VacancyQuery::default();
    let (mut limit, mut cursor) = (USUAL, None);
    for (name, value) in url::form_urlencoded::parse(raw.as_bytes()) {
        let wrong = || Problem::unreadable(format!("{name}: “{value}” can't be read"));
        match name.as_ref() {
            "q" => value.as_ref().clone_into(&mut query.text),
            "limit" => limit = value.parse().ok().filter(|limit| (1..=MOST).contains(limit)).ok_or_else(wrong)?,
            "cursor" => cursor = Some(value.parse().map_err(|_| wrong())?),
            "place" => query.places.push(place_filter(&value).ok_or_else(wrong)?),
            "park" => query.places.push(PlaceFilter::Park(ParkSlug(value.into_owned()))),
            "occupation" => {
                if !(1..=4).contains(&value.len()) || !value.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(wrong());
                }
                query.occupations.push(value.into_owned());
            }
            "wage_from" => query.wage_from = Some(Vnd(value.parse().map_err(|_| wrong())?)),
            "shift" => query.shifts.push(Vocabulary::from_key(&value).ok_or_else(wrong)?),
            "contract" => query.contracts.push(Vocabulary::from_key(&value).ok_or_else(wrong)?),
            "benefit" => query.benefits.push(Vocabulary::from_key(&value).ok_or_else(wrong)?),
            "experience" => query.experience.push(Vocabulary::from_key(&value).ok_or_else(wrong)?),
            "work_time" => query.work_times.push(Vocabulary::from_key(&value).ok_or_else(wrong)?),
            "employer" => query.employer = Some(OrganisationId(value.parse().map_err(|_| wrong())?)),
            "sort" => query.sort = Some(Sort::from_key(&value).ok_or_else(wrong)?),
            other => return Err(Problem::unreadable(format!("{other}: there is no such parameter"))),
        }
    }
    Ok(AskedList {
        query: query.bounded(),
        limit,
        cursor,
    })
}

fn place_filter(value: &str) -> Option<PlaceFilter> {
    if let Some((code, km)) = value.split_once('-') {
        let km = km.parse().ok().filter(|km| (1..=100).contains(km))?;
        return Some(PlaceFilter::Near(code.parse().ok()?, km));
    }
    value.parse().map(PlaceFilter::Commune).ok().or_else(|| value.parse().map(PlaceFilter::Province).ok())
}
