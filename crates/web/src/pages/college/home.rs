//! `/truong-toi`: a college's home.

use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_domain::month::Month;
use sanviec_domain::partnership::PartnershipState;
use sanviec_domain::training::Cohort;
use sanviec_exchange::{organisations, partnerships, training};
use sanviec_render::Area;
use sanviec_render::pages::CollegeHomePage;

/// The college's home.
pub async fn get(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let college = organisations::own(exchange, &visit.actor).await?;
    let address = college.profile.place.as_ref().map(|place| exchange.reference.place_label(place)).unwrap_or_default();
    let this = Month::of(exchange.clock.today());
    let mut cohorts: Vec<(String, Cohort)> = Vec::new();
    for (programme, own) in training::own(exchange, &visit.actor).await? {
        let leaving = own.into_iter().filter(|cohort| (0..=12).contains(&cohort.graduates.since(this)));
        cohorts.extend(leaving.map(|cohort| (programme.written.name.clone(), cohort)));
    }
    cohorts.sort_by(|one, other| (one.1.graduates, &one.0, &one.1.name).cmp(&(other.1.graduates, &other.0, &other.1.name)));
    let rows = partnerships::read::own(exchange, &visit.actor).await?;
    let waiting = rows
        .iter()
        .filter(|row| row.partnership.state == PartnershipState::Proposed && !row.partnership.college_agrees)
        .count();
    let chrome = visit.chrome(Area::College);
    html(
        CollegeHomePage {
            chrome: &chrome,
            name: &college.name,
            state: college.state,
            waiting,
            cohorts: &cohorts,
            profile: &college.profile,
            address: &address,
        }
        .render(),
    )
}
