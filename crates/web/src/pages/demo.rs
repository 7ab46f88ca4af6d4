//! The demo's bar: switching roles, the box of sent messages, the clock. These routes exist only
//! where the demo bar is on, which a production configuration refuses.

use crate::forms::Fields;
use crate::problem::Answer;
use crate::routes::Routes;
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use chrono::TimeDelta;
use sanviec_domain::access::Action;
use sanviec_exchange::{messages, province};
use sanviec_render::Area;
use sanviec_render::pages::{DemoFigures, DemoMailboxPage, DemoMessage, DemoPage, Pager};
use sanviec_store::messages::Channel;

/// Messages shown in the box.
const SHOWN: u64 = 50;

/// The demo's routes.
pub fn routes(routes: Routes) -> Routes {
    routes
        .page("/demo", about)
        .page("/demo/hop-thu", mailbox)
        .form("/demo/vai-tro", Action::ReadPublic, role)
        .form("/demo/dong-ho", Action::ReadPublic, clock)
}

/// What the demo is and what to try.
pub async fn about(visit: Visit) -> Answer {
    let figures = province::figures(&visit.app.exchange).await?;
    let figures = DemoFigures {
        employers: figures.employers,
        vacancies: figures.vacancies,
        seekers: figures.seekers,
        colleges: figures.colleges,
    };
    html(
        DemoPage {
            chrome: &visit.chrome(Area::Public),
            figures,
        }
        .render(),
    )
}

/// The box of sent messages, where a tester finds the one-time code.
pub async fn mailbox(visit: Visit, RawQuery(_): RawQuery) -> Answer {
    let messages = messages::recent(&visit.app.exchange, SHOWN).await?;
    let channel = |channel: Channel| match channel {
        Channel::Email => "E-mail",
        Channel::Sms => "SMS",
        Channel::Zalo => "Zalo",
    };
    let messages: Vec<DemoMessage> = messages
        .into_iter()
        .map(|message| DemoMessage {
            recipient: message.recipient,
            channel: channel(message.channel).to_owned(),
            subject: (message.channel == Channel::Email).then_some(message.subject),
            text: message.text,
            at: message.created_at,
        })
        .collect();
    html(
        DemoMailboxPage {
            chrome: &visit.chrome(Area::Public),
            messages: &messages,
            pager: &Pager::single(),
        }
        .render(),
    )
}

/// Becomes one of the demo's people.
pub async fn role(visit: Visit, Fields(form): Fields) -> Answer {
    match province::person_of_role(&visit.app.exchange, form.value("vai-tro")).await? {
        Some((person, actor)) => {
            visit.sign_in(person, Some(&actor), true).await?;
            Ok(go(Visit::home(&actor)))
        }
        None => {
            visit.sign_out().await?;
            Ok(go("/"))
        }
    }
}

/// Moves the clock; what is due then is done at once.
pub async fn clock(visit: Visit, Fields(form): Fields) -> Answer {
    if let Some(clock) = &visit.app.clock {
        match form.value("buoc") {
            "1h" => clock.advance(TimeDelta::hours(1)),
            "1d" => clock.advance(TimeDelta::days(1)),
            "15d" => clock.advance(TimeDelta::days(15)),
            _ => clock.reset(),
        }
        sanviec_exchange::jobs::periodic::enqueue_due(&visit.app.exchange).await?;
    }
    Ok(go("/demo"))
}
