//! `/truong-toi`: a college's home.

use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_exchange::organisations;
use sanviec_render::Area;
use sanviec_render::pages::CollegeHomePage;

/// The college's home.
pub async fn get(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let college = organisations::own(exchange, &visit.actor).await?;
    let address = college.profile.place.as_ref().map(|place| exchange.reference.place_label(place)).unwrap_or_default();
    let chrome = visit.chrome(Area::College);
    html(
        CollegeHomePage {
            chrome: &chrome,
            name: &college.name,
            state: college.state,
            profile: &college.profile,
            address: &address,
        }
        .render(),
    )
}
