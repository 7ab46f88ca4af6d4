//! `/tt/so-lieu`: the figures of a year, each with the records behind it.

use crate::problem::{Answer, id};
use crate::queries::asked;
use crate::visit::{Visit, html, workbook};
use axum::extract::RawQuery;
use chrono::Datelike;
use sanviec_domain::ids::EventId;
use sanviec_domain::time::vietnam_date;
use sanviec_exchange::events::funnel::Funnel;
use sanviec_exchange::figures::{self, PartnershipLine, PartnershipYear, Step, YEARS};
use sanviec_render::locale::Texts;
use sanviec_render::pages::figures::{EventLine, FiguresPage, SignedLine, TallyRow, TallyTable, Tile};
use sanviec_render::sheet::{Cell, Sheet};
use sanviec_render::{Area, format};
use std::collections::BTreeMap;

/// The names of a funnel's steps.
const STEPS: [&str; 6] = ["funnel-registered", "funnel-came", "funnel-met", "funnel-proposed", "funnel-negotiated", "funnel-signed"];
/// Years that are offered besides this one.
const BACK: i32 = 4;

fn steps_of(funnel: &Funnel) -> Vec<u64> {
    vec![funnel.registered, funnel.came, funnel.met, funnel.proposed, funnel.negotiated, funnel.signed]
}

/// The year that is asked about; this one where none is.
fn year_of(visit: &Visit, raw: Option<&str>) -> i32 {
    let this = visit.app.exchange.clock.today().year();
    asked(raw, "nam").and_then(|year| year.parse().ok()).filter(|year| YEARS.contains(year)).unwrap_or(this)
}

/// A table by what `name` says of each line; lines that say nothing stand in none.
fn table(id: &'static str, heading: &'static str, lines: &[PartnershipLine], name: impl Fn(&PartnershipLine) -> Option<String>) -> TallyTable {
    let mut by_name: BTreeMap<String, [u64; 4]> = BTreeMap::new();
    for line in lines {
        let Some(name) = name(line) else { continue };
        let counts = by_name.entry(name).or_default();
        for (count, more) in counts
            .iter_mut()
            .zip([line.is_proposed.into(), line.is_negotiated.into(), line.is_signed.into(), line.people])
        {
            *count += more;
        }
    }
    let mut rows: Vec<TallyRow> = by_name.into_iter().map(|(name, counts)| TallyRow { name, counts }).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.counts[2], row.counts[1], row.counts[0])));
    TallyTable { id, heading, rows }
}

fn tables(visit: &Visit, lines: &[PartnershipLine]) -> Vec<TallyTable> {
    let (t, reference) = (visit.texts(), &visit.app.exchange.reference);
    let park = |line: &PartnershipLine| Some(reference.park(line.park.as_ref()?)?.name.clone());
    let occupation = |line: &PartnershipLine| reference.occupation_name(line.occupation.as_deref()?, visit.locale).map(str::to_owned);
    vec![
        table("theo-truong", t.get("figures-by-college"), lines, |line| Some(line.college.clone())),
        table("theo-khu", t.get("figures-by-park"), lines, park),
        table("theo-nghe", t.get("figures-by-occupation"), lines, occupation),
    ]
}

fn signed(visit: &Visit, lines: &[PartnershipLine]) -> Vec<SignedLine> {
    lines
        .iter()
        .filter(|line| line.is_signed)
        .map(|line| SignedLine {
            href: format!("/hop-tac/{}", line.partnership.id),
            business: line.business.clone(),
            college: line.college.clone(),
            trades: line.trades.join(", "),
            people: line.people,
            day: line.partnership.signed_at.map(|at| format::date(vietnam_date(at), visit.locale)).unwrap_or_default(),
        })
        .collect()
}

fn events(visit: &Visit, year: &PartnershipYear) -> Vec<EventLine> {
    let line = |(event, funnel): &(sanviec_store::events::EventRecord, Funnel)| EventLine {
        title: event.content.title.clone(),
        href: format!("/tt/hoi-nghi/{}", event.id),
        day: format::date(vietnam_date(event.content.begins), visit.locale),
        steps: steps_of(funnel),
    };
    year.events.iter().map(line).collect()
}

/// The figures by name, each with where its records are.
fn tiles(t: &'static Texts, year: i32, found: &PartnershipYear) -> Vec<Tile> {
    let figures = &found.figures;
    let behind = |step: &str| format!("/tt/so-lieu/hop-tac?nam={year}{step}");
    let rows = [
        ("figures-conferences", figures.conferences, "#hoi-nghi".to_owned()),
        ("funnel-registered", figures.registered, "#hoi-nghi".to_owned()),
        ("figures-colleges", figures.colleges, "#hoi-nghi".to_owned()),
        ("funnel-proposed", figures.proposed, behind("")),
        ("funnel-negotiated", figures.negotiated, behind("&buoc=soan")),
        ("funnel-signed", figures.signed, behind("&buoc=ky")),
        ("figures-people", figures.people, "#da-ky".to_owned()),
        ("figures-trained", figures.trained, "#da-ky".to_owned()),
        ("figures-hired", figures.hired, "#da-ky".to_owned()),
    ];
    rows.into_iter().map(|(key, count, href)| Tile { name: t.get(key), count, href }).collect()
}

/// The page.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let year = year_of(&visit, raw.as_deref());
    let found = figures::year(&visit.app.exchange, &visit.actor, year).await?;
    let (t, this) = (visit.texts(), visit.app.exchange.clock.today().year());
    let sentences: Vec<String> = found.figures.days_to_sign.map(|days| t.count("figures-days", days)).into_iter().collect();
    let page = FiguresPage {
        chrome: &visit.chrome(Area::Centre),
        year,
        years: &(this - BACK..=this).rev().collect::<Vec<_>>(),
        tiles: &tiles(t, year, &found),
        sentences: &sentences,
        steps: &STEPS.map(|key| t.get(key)),
        events: &events(&visit, &found),
        signed: &signed(&visit, &found.lines),
        tables: &tables(&visit, &found.lines),
    };
    html(page.render())
}

/// The same as a spreadsheet.
pub async fn xlsx(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let year = year_of(&visit, raw.as_deref());
    let found = figures::year(&visit.app.exchange, &visit.actor, year).await?;
    let t = visit.texts();
    let title = format!("{} {year}", t.get("figures-title"));
    let words = |keys: &[&str]| keys.iter().map(|key| t.get(key).to_owned()).collect::<Vec<_>>();
    let sheet = |name: &str, columns: Vec<String>, rows: Vec<Vec<Cell>>| Sheet {
        name: name.to_owned(),
        title: title.clone(),
        columns,
        rows,
    };
    let mut sheets = vec![
        sheet(
            t.get("figures-sum"),
            words(&["figures-what", "figures-count"]),
            tiles(t, year, &found).into_iter().map(|tile| vec![tile.name.into(), tile.count.into()]).collect(),
        ),
        sheet(
            t.get("figures-events"),
            [words(&["event-title", "event-when"]), words(&STEPS)].concat(),
            events(&visit, &found)
                .into_iter()
                .map(|row| [vec![row.title.into(), row.day.into()], row.steps.into_iter().map(Cell::from).collect()].concat())
                .collect(),
        ),
        sheet(
            t.get("figures-signed-list"),
            words(&["event-business", "event-college", "column-programme", "figures-people", "figures-day"]),
            signed(&visit, &found.lines)
                .into_iter()
                .map(|row| vec![row.business.into(), row.college.into(), row.trades.into(), row.people.into(), row.day.into()])
                .collect(),
        ),
    ];
    for one in tables(&visit, &found.lines) {
        let columns = words(&["figures-what", "funnel-proposed", "funnel-negotiated", "funnel-signed", "figures-people"]);
        let rows = one.rows.into_iter().map(|row| [vec![row.name.into()], row.counts.map(Cell::from).to_vec()].concat());
        sheets.push(sheet(one.heading, columns, rows.collect()));
    }
    workbook(&format!("ket-noi-{year}"), &sheets)
}

/// The partnerships behind a figure.
pub async fn behind(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let exchange = &visit.app.exchange;
    let step = Step::from_word(&asked(raw.as_deref(), "buoc").unwrap_or_default());
    let rows = match asked(raw.as_deref(), "hoi-nghi") {
        Some(event) => figures::behind_event(exchange, &visit.actor, id::<EventId>(&event)?, step).await?,
        None => figures::behind_year(exchange, &visit.actor, year_of(&visit, raw.as_deref()), step).await?,
    };
    crate::pages::partnership::list(&visit, rows, &[])
}
