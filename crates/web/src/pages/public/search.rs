//! `/viec-lam`: searching, and the same list under the names of a park, a trade, a commune.

mod facets;

use crate::App;
use crate::problem::{Answer, Problem};
use crate::queries::{self, Asked, ROWS};
use crate::visit::{Visit, html};
use axum::extract::{Path, RawQuery};
use sanviec_domain::place::ParkSlug;
use sanviec_domain::query::{Facet, PlaceFilter, Sort, VacancyQuery};
use sanviec_domain::text::slug;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::vacancies::find::{self, FoundVacancies};
use sanviec_render::Area;
use sanviec_render::card::VacancyCard;
use sanviec_render::pages::{Corrected, Pager, PlaceLink, SearchPage, SortLink, Widen};
use sanviec_search::{FacetCounts, PageRequest};
use std::sync::OnceLock;

/// The facets of the page, in its order.
pub const FACETS: [Facet; 7] = [
    Facet::Park,
    Facet::Wage,
    Facet::Shift,
    Facet::Benefit,
    Facet::Experience,
    Facet::Contract,
    Facet::Occupation,
];

/// `/viec-lam`
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let asked = queries::read(raw.as_deref().unwrap_or_default(), &visit.app.exchange.reference);
    page(&visit, &asked, None, "/viec-lam")
}

/// `/viec-lam/kcn/{slug}`
pub async fn park(visit: Visit, Path(name): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let reference = visit.app.exchange.reference.clone();
    let park = reference.park(&ParkSlug(name)).ok_or_else(Problem::not_found)?;
    let mut asked = queries::read(raw.as_deref().unwrap_or_default(), &reference);
    asked.query.places.push(PlaceFilter::Park(park.slug.clone()));
    page(&visit, &asked, Some(&park.name), &format!("/viec-lam/kcn/{}", park.slug))
}

/// `/viec-lam/nghe/{code}-{slug}`
pub async fn occupation(visit: Visit, Path(name): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let reference = visit.app.exchange.reference.clone();
    let code = name.split('-').next().unwrap_or_default();
    let title = reference.occupation_name(code, visit.locale).ok_or_else(Problem::not_found)?;
    let mut asked = queries::read(raw.as_deref().unwrap_or_default(), &reference);
    asked.query.occupations.push(code.to_owned());
    page(&visit, &asked, Some(title), &format!("/viec-lam/nghe/{code}-{}", slug(title)))
}

/// `/viec-lam/xa/{code}-{slug}`
pub async fn commune(visit: Visit, Path(name): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let reference = visit.app.exchange.reference.clone();
    let code = name.split('-').next().and_then(|code| code.parse().ok()).ok_or_else(Problem::not_found)?;
    let commune = reference.commune(code).ok_or_else(Problem::not_found)?;
    let mut asked = queries::read(raw.as_deref().unwrap_or_default(), &reference);
    asked.query.places.push(PlaceFilter::Commune(code));
    let scope = format!("{} {}", commune.kind.word(), commune.name);
    page(&visit, &asked, Some(&scope), &format!("/viec-lam/xa/{code}-{}", slug(&commune.name)))
}

fn page(visit: &Visit, asked: &Asked, scope: Option<&str>, path: &str) -> Answer {
    let app = &visit.app;
    let request = PageRequest {
        limit: ROWS,
        after: None,
        offset: (asked.page - 1) * ROWS,
    };
    let found = find::search(&app.exchange, &asked.query, &request, &FACETS)?;
    let is_asked = !asked.query.text.is_empty() || asked.query.filter_count() > 0;
    // A page named after a park keeps its name; whatever is added makes it an ordinary search.
    let named_alone = scope.is_some() && asked.query.text.is_empty() && asked.query.filter_count() == 1;
    let base = visit.link(if named_alone { path } else { "/viec-lam" });
    let address = |asked: &Asked| {
        let query = queries::write(asked);
        let search = visit.link("/viec-lam");
        if query.is_empty() { search } else { format!("{search}?{query}") }
    };
    let first = Asked { page: 1, ..asked.clone() };
    let chips = facets::chips(visit, &first, &address);
    let groups = facets::groups(visit, &found.facets, &asked.query);
    let sorts = sorts(visit, &first, &address);
    let widen = if found.total == 0 { widen(visit, &first, &address) } else { Vec::new() };
    let corrected = found.corrected.clone().map(|shown| Corrected { shown, exact_href: None });
    let pager_base = if named_alone { base.clone() } else { address(&first) };
    let pager = Pager::new(asked.page as u64, (found.total.min(queries::LAST_PAGE * ROWS)) as u64, ROWS as u64, &pager_base);
    let clear = Asked {
        query: VacancyQuery {
            text: asked.query.text.clone(),
            ..VacancyQuery::default()
        },
        page: 1,
        ..Asked::default()
    };
    let clear_href = address(&clear);
    let total = found.total as u64;
    let rows = card_rows(found);
    let chrome = visit.chrome(Area::Public);
    let page = SearchPage {
        chrome: &chrome,
        text: &asked.query.text,
        place: &asked.place_text,
        total,
        asked: is_asked,
        scope: scope.filter(|_| named_alone),
        rows: &rows,
        chips: &chips,
        clear_href: &clear_href,
        facets: &groups,
        sorts: &sorts,
        sort: asked.query.sort.map(Vocabulary::key),
        pager: &pager,
        corrected,
        widen: &widen,
        places: place_names(app),
    };
    html(page.render())
}

fn sorts(visit: &Visit, asked: &Asked, address: &impl Fn(&Asked) -> String) -> Vec<SortLink> {
    let current = asked.query.order();
    let offered = Sort::ALL.iter().filter(|sort| **sort != Sort::Relevance || !asked.query.text.is_empty());
    offered
        .map(|sort| {
            let with = Asked {
                query: VacancyQuery {
                    sort: Some(*sort),
                    ..asked.query.clone()
                },
                ..asked.clone()
            };
            SortLink {
                label: sort.label(visit.locale),
                href: address(&with),
                current: *sort == current,
            }
        })
        .collect()
}

/// What would be found without each part of a search that finds nothing.
fn widen(visit: &Visit, asked: &Asked, address: &impl Fn(&Asked) -> String) -> Vec<Widen> {
    let mut ways: Vec<Widen> = facets::without(visit, asked)
        .into_iter()
        .filter_map(|(label, fewer)| {
            let found = find::search(&visit.app.exchange, &fewer.query, &PageRequest::first(1), &[]).ok()?;
            (found.total > 0).then(|| Widen {
                without: label,
                href: address(&fewer),
                count: found.total as u64,
            })
        })
        .collect();
    ways.sort_by_key(|way| std::cmp::Reverse(way.count));
    ways.truncate(5);
    ways
}

/// The rows of a result.
pub fn card_rows(found: FoundVacancies) -> Vec<VacancyCard> {
    found.cards.into_iter().map(|(_, card)| card).collect()
}

/// Parks with the most open vacancies, as links to their own lists.
pub fn park_links(visit: &Visit, facets: &[FacetCounts], most: usize) -> Vec<PlaceLink> {
    let reference = &visit.app.exchange.reference;
    let counts = facets
        .iter()
        .find(|facet| facet.facet == Facet::Park)
        .map(|facet| facet.counts.as_slice())
        .unwrap_or_default();
    let mut links: Vec<PlaceLink> = counts
        .iter()
        .filter_map(|(key, count)| {
            let park = reference.park(&ParkSlug(key.clone()))?;
            Some(PlaceLink {
                name: facets::park_name(&park.name),
                href: visit.link(&format!("/viec-lam/kcn/{key}")),
                count: *count,
            })
        })
        .collect();
    links.sort_by_key(|link| std::cmp::Reverse(link.count));
    links.truncate(most);
    links
}

/// Names offered in the place field: the parks, the former districts people still think in, and the
/// communes of the home province.
pub fn place_names(app: &App) -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let reference = &app.exchange.reference;
        let mut names: Vec<String> = reference
            .parks()
            .iter()
            .filter(|park| park.province_code == reference.home())
            .map(|park| facets::park_name(&park.name))
            .collect();
        let mut districts: Vec<String> = reference
            .communes_of(reference.home())
            .flat_map(|commune| commune.former_districts.iter().cloned())
            .collect();
        districts.sort();
        districts.dedup();
        names.extend(districts);
        names
    })
}
