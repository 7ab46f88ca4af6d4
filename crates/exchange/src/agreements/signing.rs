//! Signing: an owner of a side, with a second factor, over the hash of the exact text that was shown. The
//! factor is used up, the signature written and the agreement moved in one unit: two people who sign and edit
//! at once never end in a signature over another text.

use super::{Facts, carry_out, last_day};
use crate::accounts::codes::{self, Purpose, Target};
use crate::accounts::second_factor::{self, Standing};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, organisations, partnerships};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::{AgreementCommand, SigningFactor};
use sanviec_domain::ids::{AgreementId, CodeId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::agreements::{self as store, SignatureRecord};
use sanviec_store::{Entity, Unit, people};
use serde_json::json;

/// What is signed: a version and its hash, as they were shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The agreement.
    pub agreement: AgreementId,
    /// The version's number.
    pub number: u32,
    /// The hash of its text.
    pub hash: String,
}

/// With what somebody proves that it is them.
#[derive(Clone, Debug)]
pub enum Proof<'a> {
    /// The digits of the authenticator, or a recovery code.
    Authenticator(&'a str),
    /// The digits of a code that was sent for this very text.
    Code(CodeId, &'a str),
}

/// With what a person signs: their authenticator, where they have one, else a code to their telephone.
pub async fn factor_of(exchange: &Exchange, person: PersonId) -> Result<SigningFactor> {
    Ok(match second_factor::standing(exchange, person).await? {
        Standing::On => SigningFactor::Authenticator,
        Standing::Off | Standing::Begun => SigningFactor::Code,
    })
}

/// Sends the code that signs this very text and no other.
pub async fn send_code(exchange: &Exchange, actor: &Actor, shown: &Shown, locale: Locale) -> Result<CodeId> {
    allows(actor, Action::SignAgreements)?;
    super::one(exchange, actor, shown.agreement).await?;
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let known = people::find(exchange.store.reader(), person).await?.ok_or(ExchangeError::NotFound)?;
    let target = match (known.phone, known.email) {
        (Some(phone), _) => Target::Phone(phone),
        (None, Some(email)) => Target::Email(email),
        (None, None) => return Err(ExchangeError::NotNow("there is nowhere to send a code".to_owned())),
    };
    codes::send(exchange, target, Purpose::SignAgreement, payload(person, shown), locale).await
}

fn payload(person: PersonId, shown: &Shown) -> serde_json::Value {
    json!({ "person": person, "agreement": shown.agreement, "number": shown.number, "hash": shown.hash })
}

/// The unit in which the factor was used up, and which it was.
async fn proved(exchange: &Exchange, actor: &Actor, shown: &Shown, proof: &Proof<'_>) -> Result<(Unit, SigningFactor)> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    match proof {
        Proof::Authenticator(typed) => second_factor::proved_as(exchange, actor, typed).await,
        Proof::Code(id, typed) => {
            if factor_of(exchange, person).await? != SigningFactor::Code {
                return Err(ExchangeError::NotNow("whoever has an authenticator signs with it".to_owned()));
            }
            let (unit, proved) = codes::prove_as(exchange, actor, *id, Purpose::SignAgreement, typed).await?;
            if proved.payload != payload(person, shown) {
                return Err(ExchangeError::DeadCode);
            }
            Ok((unit, SigningFactor::Code))
        }
    }
}

/// Signs. [`ExchangeError::Stale`] where another text stands by now.
pub async fn sign(exchange: &Exchange, actor: &Actor, shown: &Shown, proof: &Proof<'_>) -> Result<()> {
    allows(actor, Action::SignAgreements)?;
    // Whoever looks at another text is told before a code is used up.
    let view = super::one(exchange, actor, shown.agreement).await?;
    if view.current().is_none_or(|version| version.number != shown.number || version.hash != shown.hash) {
        return Err(ExchangeError::Stale);
    }
    let (unit, factor) = proved(exchange, actor, shown, proof).await?;
    put(unit, shown, factor).await
}

/// Signs in a unit in which the factor was used up.
pub(crate) async fn put(unit: Unit, shown: &Shown, factor: SigningFactor) -> Result<()> {
    let mut agreement = store::find(unit.conn(), shown.agreement).await?.ok_or(ExchangeError::NotFound)?;
    let (mut partnership, side) = partnerships::find_in(&unit, agreement.partnership).await?;
    let side = side.ok_or_else(|| ExchangeError::not_ones_own("agreement"))?;
    let own = organisations::find_in(&unit, partnership.sides.organisation(side)).await?;
    if own.state != OrganisationState::Verified {
        return Err(ExchangeError::NotVerified);
    }
    let version = store::version(unit.conn(), agreement.id, agreement.current).await?.ok_or(ExchangeError::NotFound)?;
    let is_same = version.number == shown.number && version.hash == shown.hash && super::hash(&version.body) == shown.hash;
    if !is_same {
        return Err(ExchangeError::Stale);
    }
    let standing = store::signatures(unit.conn(), agreement.id).await?;
    let signed: Vec<Side> = standing
        .iter()
        .filter(|made| made.cleared_at.is_none() && made.number == version.number && made.hash == version.hash)
        .map(|made| made.side)
        .collect();
    let facts = Facts {
        same_text: is_same,
        second_factor: true,
        entitled: true,
        complete: version.content.faults().is_empty(),
        signed,
        reason: None,
    };
    carry_out(&unit, &mut agreement, &mut partnership, Some(side), AgreementCommand::Sign, &facts).await?;
    let person = unit.actor().person().ok_or(ExchangeError::SignInFirst)?;
    let known = people::find(unit.conn(), person).await?.ok_or(ExchangeError::NotFound)?;
    let name = known.name.map(|name| name.to_string()).unwrap_or_default();
    // The title that the organisation gave its representative is theirs alone.
    let is_representative = own.profile.representative.as_ref().is_some_and(|representative| representative.to_string() == name);
    let made = SignatureRecord {
        number: version.number,
        hash: version.hash.clone(),
        side,
        person: Some(person),
        name,
        title: if is_representative { own.profile.representative_title.clone() } else { String::new() },
        factor,
        at: unit.now(),
        cleared_at: None,
    };
    store::sign(&unit, agreement.id, &made).await?;
    if agreement.signed_at.is_some() {
        agreement.ends_on = Some(last_day(&version));
    }
    store::update(&unit, &mut agreement).await?;
    partnerships::touch(&unit, &mut partnership);
    sanviec_store::partnerships::update(&unit, &mut partnership).await?;
    unit.audit(
        "agreement.sign",
        Entity::Agreement,
        agreement.id.0,
        json!({ "version": version.number, "sha256": version.hash, "side": side.key(), "factor": factor.key(), "name": made.name }),
    );
    unit.save().await?;
    Ok(())
}
