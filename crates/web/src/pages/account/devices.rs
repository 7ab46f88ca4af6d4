//! `/toi/thiet-bi`: where one is signed in, and signing out there.

use crate::forms::Fields;
use crate::problem::Answer;
use crate::visit::{Visit, go, html};
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::devices;
use sanviec_render::Area;
use sanviec_render::pages::{DeviceRow, DevicesPage};

/// The list.
pub async fn get(visit: Visit) -> Answer {
    let this = visit.device_key();
    let rows: Vec<DeviceRow> = devices::list(&visit.app.exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|device| DeviceRow {
            this: Some(&device.key) == this.as_ref(),
            key: device.key,
            browser: device.user_agent,
            network: device.ip_prefix,
            began: device.created_at,
            last: device.last_seen_at,
        })
        .collect();
    let page = DevicesPage {
        chrome: &visit.chrome(Area::Public),
        devices: &rows,
    };
    html(page.render())
}

/// Signs out on one device; somebody else's is one that isn't there.
pub async fn end(visit: Visit, Fields(form): Fields) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/thiet-bi").await;
    }
    match devices::end(&visit.app.exchange, &visit.actor, form.value("thiet-bi")).await {
        Ok(()) => visit.say("devices-ended").await?,
        Err(ExchangeError::NotFound) => visit.warn("devices-gone").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link("/toi/thiet-bi")))
}

/// Signs out on every other device.
pub async fn end_others(visit: Visit) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/thiet-bi").await;
    }
    let key = visit.device_key();
    devices::end_others(&visit.app.exchange, &visit.actor, key.as_deref()).await?;
    visit.say("devices-others-ended").await?;
    Ok(go(&visit.link("/toi/thiet-bi")))
}
