//! Agreements: drafted by both sides in turns, signed over the exact text, ended by time or for a reason.

pub mod fulfilment;
pub mod paper;
pub(crate) mod promises;
pub mod proof;
pub mod reviews;
pub mod signing;
pub mod templates;

use crate::error::{ExchangeError, Result};
use crate::life::{begin, follow, step};
use crate::partnerships::{self, touch};
use crate::{Exchange, jobs, organisations};
use chrono::{Datelike, Months, NaiveDate};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::text::{self, PartyText};
use sanviec_domain::agreement::{AgreementCommand, AgreementContent, AgreementEvent, AgreementGuard, AgreementLife, AgreementLine, AgreementState, limits};
use sanviec_domain::demand::DemandOffer;
use sanviec_domain::ids::{AgreementId, PartnershipId};
use sanviec_domain::language::Locale;
use sanviec_domain::month::Month;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipReason, PartnershipState, Side};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::agreements::{self as store, AgreementRecord, SignatureRecord, VersionRecord};
use sanviec_store::partnership_files::{self, PartnershipFile};
use sanviec_store::partnerships::PartnershipRecord;
use sanviec_store::{Entity, OrganisationRecord, Unit};
use sha2::{Digest, Sha256};

/// Agreements that end in one unit of work.
pub(crate) const CHUNK: u64 = 200;

/// An agreement with its texts and signatures.
pub struct AgreementView {
    /// The agreement.
    pub agreement: AgreementRecord,
    /// The side that the reader is on.
    pub side: Option<Side>,
    /// Its versions, the first first.
    pub versions: Vec<VersionRecord>,
    /// The signatures, those that count no more among them.
    pub signatures: Vec<SignatureRecord>,
    /// Copies of it that were signed elsewhere with an electronic signature.
    pub copies: Vec<PartnershipFile>,
    /// Whether its partnership goes on.
    pub is_going_on: bool,
}

impl AgreementView {
    /// The version that stands.
    pub fn current(&self) -> Option<&VersionRecord> {
        self.versions.iter().find(|version| version.number == self.agreement.current)
    }

    /// The signatures over the text that stands.
    pub fn standing(&self) -> impl Iterator<Item = &SignatureRecord> {
        let current = self.current().map(|version| (version.number, version.hash.as_str()));
        self.signatures
            .iter()
            .filter(move |made| made.cleared_at.is_none() && Some((made.number, made.hash.as_str())) == current)
    }

    /// Whether a side has signed the text that stands.
    pub fn is_signed_by(&self, side: Side) -> bool {
        self.standing().any(|made| made.side == side)
    }
}

/// The SHA-256 of a text's bytes, in hexadecimal digits.
pub fn hash(body: &str) -> String {
    hex::encode(Sha256::digest(body.as_bytes()))
}

/// An agreement for one of its sides, or for the centre.
pub async fn one(exchange: &Exchange, actor: &Actor, id: AgreementId) -> Result<AgreementView> {
    let conn = exchange.store.reader();
    let agreement = store::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let partnership = partnerships::read::found(exchange, actor, agreement.partnership).await?;
    let side = actor.organisation().and_then(|own| partnership.sides.side(own));
    let mut copies = partnership_files::of(conn, partnership.id).await?;
    copies.retain(|file| file.copy_of.is_some_and(|copy| copy.agreement == id));
    Ok(AgreementView {
        copies,
        is_going_on: partnership.state.is_open(),
        versions: store::versions(conn, id).await?,
        signatures: store::signatures(conn, id).await?,
        agreement,
        side,
    })
}

/// What a first draft says, from the need and the programme that the two talk about.
pub fn proposed(exchange: &Exchange, view: &partnerships::read::PartnershipView) -> AgreementContent {
    let today = exchange.clock.today();
    let (demand, programme) = (view.demand.as_ref(), view.programme.as_ref().map(|programme| (programme.id, &programme.content)));
    let line = AgreementLine {
        programme: programme.map(|(id, _)| id),
        training: programme.map(|(_, content)| content.name.clone()).unwrap_or_default(),
        occupation: demand.map(|demand| demand.occupation.clone()).unwrap_or_default(),
        work: demand.map(|demand| demand.title.clone()).unwrap_or_default(),
        people: demand.map_or(0, |demand| demand.headcount.min(limits::PEOPLE)),
        intake: demand.map_or_else(|| Month::of(today).plus(6), |demand| demand.from),
        internship_months: programme.and_then(|(_, content)| content.internship_months).unwrap_or_default(),
        terms: String::new(),
    };
    let offers: Vec<String> = demand
        .map(|demand| demand.offers.iter().map(|offer: &DemandOffer| format!("{}.", offer.label(Locale::Vi))).collect())
        .unwrap_or_default();
    let until = today.checked_add_months(Months::new(24)).unwrap_or(today);
    AgreementContent {
        lines: vec![line],
        from: today,
        until,
        business_terms: offers.join("\n"),
        college_terms: "Đào tạo theo chương trình đã thống nhất.\nThông báo danh sách người sắp tốt nghiệp trước 3 tháng.".to_owned(),
        other_terms: String::new(),
    }
}

/// A side as the text names it.
pub(crate) fn party(exchange: &Exchange, organisation: &OrganisationRecord) -> PartyText {
    let profile = &organisation.profile;
    PartyText {
        name: organisation.name.clone(),
        tax_code: organisation.tax_code.as_ref().map(ToString::to_string),
        address: profile.place.as_ref().map(|place| exchange.reference.place_label(place)).unwrap_or_default(),
        representative: profile.representative.as_ref().map(ToString::to_string).unwrap_or_default(),
        representative_title: profile.representative_title.clone(),
        phone: profile.phone.as_ref().map(sanviec_domain::contact::Phone::spaced).unwrap_or_default(),
    }
}

/// Writes a draft: a new version of the one that the two are at, or the first of a new one (of an amendment,
/// where one is signed). `read` is the version that the writer had before them; 0 where there was none. A
/// change clears the signatures.
pub async fn write(exchange: &Exchange, actor: &Actor, id: PartnershipId, read: u32, content: AgreementContent) -> Result<AgreementId> {
    let unit = exchange.begin(actor).await?;
    let (mut partnership, side) = partnerships::find_in(&unit, id).await?;
    let business = organisations::find_in(&unit, partnership.sides.business).await?;
    let college = organisations::find_in(&unit, partnership.sides.college).await?;
    let known = store::of(unit.conn(), id).await?;
    let open = known.iter().find(|agreement| matches!(agreement.state, AgreementState::Draft | AgreementState::HalfSigned));
    let mut agreement = match open {
        Some(open) if open.current != read => return Err(ExchangeError::Stale),
        Some(open) => {
            let mut open = open.clone();
            carry_out(&unit, &mut open, &mut partnership, side, AgreementCommand::Write, &Facts::default()).await?;
            open
        }
        None if read != 0 => return Err(ExchangeError::Stale),
        None => {
            let signed = known.iter().find(|agreement| agreement.state == AgreementState::Signed);
            let number = store::next_number(&unit).await?;
            let made = AgreementRecord {
                id: AgreementId(unit.uuid()),
                partnership: id,
                state: AgreementState::Draft,
                number: format!("HT-{}-{number:04}", unit.today().year()),
                amends: signed.map(|signed| signed.id),
                current: 0,
                reason: None,
                ends_on: None,
                version: 1,
                created_at: unit.now(),
                signed_at: None,
            };
            store::insert(&unit, &made).await?;
            begin::<AgreementLife>(&unit, (Entity::Agreement, made.id.0));
            made
        }
    };
    let template = templates::current(unit.conn()).await?;
    let body = text::compose(&template.body, &agreement.number, &content, &party(exchange, &business), &party(exchange, &college))
        .map_err(|error| ExchangeError::Internal(error.to_string()))?;
    agreement.current += 1;
    let version = VersionRecord {
        number: agreement.current,
        hash: hash(&body),
        body,
        content,
        template: template.version,
        side,
        written_by: actor.person(),
        written_at: unit.now(),
    };
    store::add_version(&unit, agreement.id, &version).await?;
    store::update(&unit, &mut agreement).await?;
    // An amendment of what is signed leaves the partnership where it is.
    if matches!(partnership.state, PartnershipState::Accepted | PartnershipState::Negotiating) {
        partnerships::carry_out(&unit, &mut partnership, side, PartnershipCommand::Write, None)?;
    } else if partnership.state.was_signed() && partnership.state.is_open() {
        touch(&unit, &mut partnership);
    } else {
        return Err(ExchangeError::NotNow("nothing is drafted before both have accepted".to_owned()));
    }
    sanviec_store::partnerships::update(&unit, &mut partnership).await?;
    unit.save().await?;
    Ok(agreement.id)
}

/// What a command rests on.
#[derive(Default)]
pub(crate) struct Facts {
    /// The text that was shown is the one that stands.
    pub same_text: bool,
    /// A second factor was given.
    pub second_factor: bool,
    /// The member may bind the organisation.
    pub entitled: bool,
    /// What it says can be signed.
    pub complete: bool,
    /// The sides that have signed the text that stands.
    pub signed: Vec<Side>,
    /// Why.
    pub reason: Option<PartnershipReason>,
}

/// Decides a command by the table and puts the agreement, and its partnership with it, where they go. The
/// caller writes both records.
pub(crate) async fn carry_out(
    unit: &Unit,
    agreement: &mut AgreementRecord,
    partnership: &mut PartnershipRecord,
    side: Option<Side>,
    command: AgreementCommand,
    facts: &Facts,
) -> Result<()> {
    let has_signed = |side: Option<Side>| side.is_some_and(|side| facts.signed.contains(&side));
    let today = unit.today();
    let moved = step::<AgreementLife>(
        unit,
        (Entity::Agreement, agreement.id.0),
        agreement.state,
        command,
        |guard| match guard {
            AgreementGuard::SameText => facts.same_text,
            AgreementGuard::Entitled => facts.entitled,
            AgreementGuard::SecondFactor => facts.second_factor,
            AgreementGuard::Complete => facts.complete,
            AgreementGuard::NotYetMine => !has_signed(side),
            AgreementGuard::OtherSigned => has_signed(side.map(Side::other)),
            AgreementGuard::OtherUnsigned => !has_signed(side.map(Side::other)),
            AgreementGuard::ReasonGiven => facts.reason.is_some(),
            AgreementGuard::Over => agreement.ends_on.is_some_and(|last| last < today),
        },
        facts.reason.map(|reason| reason.key().to_owned()),
    )?;
    agreement.state = moved.to;
    if command == AgreementCommand::Terminate {
        agreement.reason = facts.reason.map(|reason| reason.key().to_owned());
    }
    for event in moved.events {
        match event {
            AgreementEvent::SignaturesCleared => {
                let cleared = store::clear_signatures(unit, agreement.id).await?;
                unit.audit("agreement.signatures_cleared", Entity::Agreement, agreement.id.0, serde_json::json!({ "cleared": cleared }));
            }
            AgreementEvent::PartnershipSealed => {
                agreement.signed_at = Some(unit.now());
                match agreement.amends {
                    Some(amended) => replace(unit, partnership, agreement, amended).await?,
                    None => partnerships::carry_out(unit, partnership, side, PartnershipCommand::Seal, None)?,
                }
            }
            AgreementEvent::PartnershipTerminated => partnerships::carry_out(unit, partnership, side, PartnershipCommand::Terminate, facts.reason)?,
            AgreementEvent::PartnershipCompleted => {
                if partnership.state == PartnershipState::Signed {
                    partnerships::carry_out(unit, partnership, side, PartnershipCommand::Begin, None)?;
                }
                partnerships::carry_out(unit, partnership, side, PartnershipCommand::Complete, None)?;
            }
            AgreementEvent::OtherTold => {
                for told in Side::ALL.iter().filter(|other| Some(**other) != side) {
                    unit.enqueue(jobs::tell_of_partnership(partnership, *told, jobs::PartnershipNews::Agreement(command)));
                }
            }
        }
    }
    Ok(())
}

/// An amendment that both have signed takes the place of what it amends, and what came of that goes on under it.
async fn replace(unit: &Unit, partnership: &mut PartnershipRecord, new: &AgreementRecord, amended: AgreementId) -> Result<()> {
    let mut old = store::find(unit.conn(), amended).await?.ok_or(ExchangeError::NotFound)?;
    old.state = follow::<AgreementLife>(unit, (Entity::Agreement, old.id.0), old.state, AgreementCommand::Replace, |_| true)?.to;
    store::update(unit, &mut old).await?;
    fulfilment::follow(unit, &old, new).await?;
    touch(unit, partnership);
    for told in Side::ALL {
        unit.enqueue(jobs::tell_of_partnership(partnership, *told, jobs::PartnershipNews::Moved(PartnershipCommand::Seal)));
    }
    Ok(())
}

/// Ends a signed agreement before its time, for a reason; or drops a draft.
pub async fn command(exchange: &Exchange, actor: &Actor, id: AgreementId, command: AgreementCommand, reason: Option<PartnershipReason>) -> Result<PartnershipId> {
    if !matches!(command, AgreementCommand::Terminate | AgreementCommand::Discard) {
        return Err(ExchangeError::NotNow("not a command of a page".to_owned()));
    }
    // What was signed is ended by who may sign, or by the centre.
    let is_centre = allows(actor, Action::Broker).is_ok();
    if command == AgreementCommand::Terminate && !is_centre {
        allows(actor, Action::SignAgreements)?;
    }
    let unit = exchange.begin(actor).await?;
    let mut agreement = store::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let (mut partnership, side) = partnerships::find_in(&unit, agreement.partnership).await?;
    let facts = Facts { reason, ..Facts::default() };
    carry_out(&unit, &mut agreement, &mut partnership, side, command, &facts).await?;
    store::update(&unit, &mut agreement).await?;
    sanviec_store::partnerships::update(&unit, &mut partnership).await?;
    unit.save().await?;
    Ok(partnership.id)
}

/// Drops the drafts of a partnership that was declined.
pub(crate) async fn discard_drafts(unit: &Unit, partnership: PartnershipId) -> Result<()> {
    for mut agreement in store::of(unit.conn(), partnership).await? {
        if matches!(agreement.state, AgreementState::Draft | AgreementState::HalfSigned) {
            store::clear_signatures(unit, agreement.id).await?;
            let moved = step::<AgreementLife>(unit, (Entity::Agreement, agreement.id.0), agreement.state, AgreementCommand::Discard, |_| true, None)?;
            agreement.state = moved.to;
            store::update(unit, &mut agreement).await?;
        }
    }
    Ok(())
}

/// Ends the agreements whose last day is over. Answers with how many.
pub(crate) async fn end_those_over(exchange: &Exchange) -> Result<u64> {
    let mut count = 0;
    loop {
        let unit = exchange.begin(&Actor::System).await?;
        let over = store::over(unit.conn(), unit.today(), CHUNK).await?;
        let is_last = (over.len() as u64) < CHUNK;
        for mut agreement in over {
            let found = sanviec_store::partnerships::find(unit.conn(), agreement.partnership).await?;
            let mut partnership = found.ok_or(ExchangeError::NotFound)?;
            carry_out(&unit, &mut agreement, &mut partnership, None, AgreementCommand::End, &Facts::default()).await?;
            store::update(&unit, &mut agreement).await?;
            sanviec_store::partnerships::update(&unit, &mut partnership).await?;
            count += 1;
        }
        unit.save().await?;
        if is_last {
            return Ok(count);
        }
    }
}

/// The last day that a signed agreement runs.
pub(crate) fn last_day(version: &VersionRecord) -> NaiveDate {
    version.content.until
}
