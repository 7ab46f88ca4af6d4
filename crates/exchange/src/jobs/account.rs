//! Letters about how a person signs in: one letter a job, under the job's own id.

use super::names;
use crate::accounts::codes::Target;
use crate::accounts::links;
use crate::error::Result;
use crate::{Exchange, messages};
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::contact::Email;
use sanviec_domain::ids::{MessageId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_render::mail::Notice;
use sanviec_store::jobs::{JobRecord, NewJob};
use sanviec_store::messages::{Channel, PASSWORD_LINK};
use serde::{Deserialize, Serialize};

/// What a person is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct TellAccount {
    person: PersonId,
    change: AccountChange,
    /// Where the person could be reached before; else where they can be now.
    old: Option<String>,
}

/// Who asked for a link.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct AskedLink {
    email: Email,
    locale: Locale,
}

fn job(name: &'static str, payload: &impl Serialize) -> NewJob {
    NewJob {
        name,
        key: None,
        payload: serde_json::to_value(payload).unwrap_or_default(),
        run_at: None,
        priority: 8,
        max_attempts: 10,
    }
}

/// Tells a person of a change.
pub(crate) fn tell_of_account(person: PersonId, change: AccountChange) -> NewJob {
    let payload = TellAccount { person, change, old: None };
    job(names::TELL_ACCOUNT, &payload)
}

/// Tells a person of a change of number or address, where the old one was.
pub(crate) fn tell_old_contact(person: PersonId, change: AccountChange, old: &Target) -> NewJob {
    let old = Some(old.as_str().to_owned());
    job(names::TELL_ACCOUNT, &TellAccount { person, change, old })
}

/// Sends a link to whoever has an address.
pub(crate) fn send_password_link(email: &Email, locale: Locale) -> NewJob {
    let email = email.clone();
    job(names::PASSWORD_LINK, &AskedLink { email, locale })
}

/// Writes the letter of a change and ends the job.
pub(super) async fn tell(exchange: &Exchange, job: &JobRecord, what: &TellAccount) -> Result<()> {
    let person = sanviec_store::people::find(exchange.store.reader(), what.person).await?;
    let recipient = person.as_ref().and_then(|person| {
        let email = || person.email.as_ref().map(|email| email.as_str().to_owned());
        let phone = || person.phone.as_ref().map(|phone| phone.as_str().to_owned());
        what.old.clone().or_else(email).or_else(phone)
    });
    let letter = match (&person, &recipient) {
        (Some(person), Some(recipient)) => {
            let notice = Notice::AccountChanged {
                change: what.change,
                at: job.created_at,
            };
            Some((recipient, person.locale, messages::compose(exchange, &notice, person.locale)?))
        }
        _ => None,
    };
    let unit = exchange.begin(&Actor::System).await?;
    if let Some((recipient, locale, letter)) = letter {
        let channel = if recipient.contains('@') { Channel::Email } else { Channel::Sms };
        messages::put(&unit, MessageId(job.id.0), channel, recipient, locale, "account", letter).await?;
    }
    sanviec_store::jobs::finish_in(&unit, job.id).await?;
    unit.save().await?;
    Ok(())
}

/// Makes the link and its letter, if anybody has the address; ends the job.
pub(super) async fn password_link(exchange: &Exchange, job: &JobRecord, asked: &AskedLink) -> Result<()> {
    let person = links::person_for(exchange, &asked.email).await?;
    let secret = exchange.ids.secret();
    let notice = Notice::PasswordLink {
        url: &links::address(exchange, &secret),
        minutes: links::LIFE.num_minutes(),
    };
    let letter = messages::compose(exchange, &notice, asked.locale)?;
    let unit = exchange.begin(&Actor::System).await?;
    if let Some(person) = person {
        links::put(&unit, &secret, person.id, unit.now() + links::LIFE).await?;
        let to = asked.email.as_str();
        messages::put(&unit, MessageId(job.id.0), Channel::Email, to, asked.locale, PASSWORD_LINK, letter).await?;
    }
    sanviec_store::jobs::finish_in(&unit, job.id).await?;
    unit.save().await?;
    Ok(())
}
