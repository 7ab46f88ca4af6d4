//! `/toi/tai-khoan`: how one signs in, and in which capacities.

use super::capacity;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, html};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::vietnam_date;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::{self, identities, passkeys, second_factor};
use sanviec_render::Area;
use sanviec_render::pages::{AccountPage, CapacityRow, ProviderRow};

/// The person; the route's guard has seen to it that there is one.
pub fn person(visit: &Visit) -> Result<PersonId, Problem> {
    visit.actor.person().ok_or_else(|| ExchangeError::SignInFirst.into())
}

/// The page.
pub async fn get(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let id = person(&visit)?;
    let overview = accounts::overview(exchange, id).await?;
    let (mut capacities, mut locked) = (Vec::new(), false);
    for (actor, name) in &visit.capacities {
        if visit.is_open(actor).await? {
            capacities.push(CapacityRow {
                key: capacity::key(actor),
                label: capacity::label(actor, name, visit.texts()),
                now: *actor == visit.actor,
            });
        } else {
            locked |= matches!(actor, Actor::Staff { .. });
        }
    }
    let second_factor = match overview.second_factor {
        second_factor::Standing::On => Some(second_factor::codes_left(exchange, id).await?),
        _ => None,
    };
    let linked = identities::list(exchange, &visit.actor).await?;
    let providers: Vec<ProviderRow> = exchange
        .settings
        .providers
        .list()
        .iter()
        .map(|provider| ProviderRow {
            key: provider.key.clone(),
            name: provider.name.clone(),
            linked: linked.iter().find(|identity| identity.provider == provider.key).map(|identity| identity.label.clone()),
        })
        .collect();
    let passkeys = if passkeys::are_offered(exchange) {
        Some(passkeys::list(exchange, &visit.actor).await?.len())
    } else {
        None
    };
    let phone = overview.person.phone.as_ref().map(sanviec_domain::contact::Phone::spaced);
    let page = AccountPage {
        chrome: &visit.chrome(Area::Public),
        phone: phone.as_deref(),
        email: overview.person.email.as_ref().map(sanviec_domain::contact::Email::as_str),
        password_since: overview.password_since.map(vietnam_date),
        second_factor,
        passkeys,
        providers: &providers,
        also: &overview.also,
        locked,
        capacities: &capacities,
        may_register: allows(&visit.actor, Action::EnterOrganisation).is_ok(),
    };
    html(page.render())
}
