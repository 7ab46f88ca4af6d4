//! A need as somebody wrote it, on the form or in a line of a table, and what is meant.

use crate::pages::college::programmes::occupation_of;
use crate::visit::Visit;
use sanviec_domain::demand::{BadDemand, DemandAudience, DemandContent, DemandOffer};
use sanviec_domain::money::Vnd;
use sanviec_domain::month::Month;
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::text::{fold, tidy, tidy_line};
use sanviec_domain::vocabulary::{Qualification, Shift};
use sanviec_domain::written::read_wage;

/// A need as somebody wrote it, on the form or in a line of a table.
pub(super) struct Written<'a> {
    pub title: &'a str,
    pub occupation: &'a str,
    pub headcount: &'a str,
    pub minimum: &'a str,
    pub from: &'a str,
    pub until: &'a str,
    pub level: Option<Qualification>,
    pub place: Option<Place>,
    pub wage: &'a str,
    pub shift: Option<Shift>,
    pub offers: Vec<DemandOffer>,
    pub note: &'a str,
    pub audience: DemandAudience,
}

/// What is wrong with it: fields and the keys of the words.
pub(super) type Faults = Vec<(&'static str, &'static str)>;

fn number(written: &str) -> Option<u32> {
    written.replace(['.', ' '], "").parse().ok()
}

/// An income as people write it: "9,5 triệu", "9500000".
fn wage(written: &str) -> Option<Vnd> {
    let mut pay = sanviec_domain::pay::Pay::default();
    read_wage(written).ok()?.apply_to(&mut pay);
    pay.usual.map(|usual| usual.least()).or(pay.basic)
}

pub(super) fn understand(visit: &Visit, written: &Written<'_>) -> Result<DemandContent, Faults> {
    let mut faults: Faults = Vec::new();
    let reference = &visit.app.exchange.reference;
    let title: String = tidy_line(written.title).chars().take(120).collect();
    let occupation = Some(written.occupation.to_owned())
        .filter(|code| reference.occupation(code).is_some())
        .or_else(|| occupation_of(visit, &title));
    let mut fail = |field, key| faults.push((field, key));
    if title.is_empty() {
        fail("title", "demand-error-title");
    } else if occupation.is_none() {
        fail("title", "demand-error-occupation");
    }
    let headcount = number(written.headcount);
    if headcount.is_none() {
        fail("headcount", "demand-error-headcount");
    }
    let minimum = if written.minimum.is_empty() { Some(0) } else { number(written.minimum) };
    if minimum.is_none() {
        fail("minimum", "programme-error-number");
    }
    let (from, until) = (Month::read(written.from), Month::read(written.until));
    if from.is_err() {
        fail("from", "cohort-error-month");
    }
    if until.is_err() {
        fail("until", "cohort-error-month");
    }
    if written.place.is_none() {
        fail("park", "demand-error-place");
    }
    let income = wage(written.wage);
    if !written.wage.trim().is_empty() && income.is_none() {
        fail("wage", "demand-error-wage");
    }
    let (Some(occupation), Some(headcount), Some(minimum), Ok(from), Ok(until), Some(place), true) =
        (occupation, headcount, minimum, from, until, written.place.clone(), faults.is_empty())
    else {
        return Err(faults);
    };
    let content = DemandContent {
        title,
        occupation,
        level: written.level.unwrap_or(Qualification::None),
        headcount,
        minimum,
        from,
        until,
        place,
        wage: income,
        shift: written.shift,
        offers: written.offers.clone(),
        note: written.note.lines().map(tidy).collect::<Vec<_>>().join("\n").trim().chars().take(1_000).collect(),
        audience: written.audience,
    };
    content.check().map_err(|bad| vec![bad_field(bad)])?;
    Ok(content)
}

pub(super) fn bad_field(bad: BadDemand) -> (&'static str, &'static str) {
    match bad {
        BadDemand::Headcount => ("headcount", "demand-error-headcount"),
        BadDemand::Minimum => ("minimum", "demand-error-minimum"),
        BadDemand::Months => ("until", "demand-error-order"),
        BadDemand::Wage => ("wage", "demand-error-wage"),
    }
}

/// The place that was chosen: a park, a commune, or both.
pub(super) fn place(visit: &Visit, park: &str, commune: &str) -> Option<Place> {
    let reference = &visit.app.exchange.reference;
    let park = reference.park(&ParkSlug(park.to_owned()));
    let commune = commune.parse().ok().and_then(|code| reference.commune(code));
    let province = commune.map(|commune| commune.province_code).or(park.map(|park| park.province_code))?;
    Some(Place {
        commune: commune.map(|commune| commune.code),
        park: park.map(|park| park.slug.clone()),
        ..Place::province(province)
    })
}

/// A place by a park's or a commune's name.
pub(super) fn place_named(visit: &Visit, name: &str) -> Option<Place> {
    let (reference, wanted) = (&visit.app.exchange.reference, fold(name));
    if wanted.is_empty() {
        return None;
    }
    let park = reference.parks().iter().find(|park| fold(&park.name).contains(&wanted));
    if let Some(park) = park {
        return place(visit, park.slug.0.as_str(), "");
    }
    let commune = reference.communes_of(reference.home()).find(|commune| {
        let name = fold(&commune.name);
        wanted == name || wanted == format!("{} {name}", fold(commune.kind.word()))
    })?;
    place(visit, "", &commune.code.to_string())
}
