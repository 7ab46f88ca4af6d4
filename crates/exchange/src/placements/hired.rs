//! Through an application: who is hired starts work at the business, which reports it by hiring; the person
//! confirms or objects.

use super::{carry_out, is_start, settles_at};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::life::begin;
use chrono::NaiveDate;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::ids::{AgreementId, ApplicationId, PlacementId};
use sanviec_domain::partnership::Side;
use sanviec_domain::place::ProvinceCode;
use sanviec_domain::placement::{Destination, PlacementCommand, PlacementDenial, PlacementLife, PlacementState, PlacementWay};
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::placements::{self as store, PlacementRecord};
use sanviec_store::{Entity, Unit};

/// How somebody is hired.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hire {
    /// The first day; today where nothing is said.
    pub started_on: Option<NaiveDate>,
    /// The line of one of the business's agreements, counted from 0.
    pub line: Option<(AgreementId, u32)>,
}

/// Makes the placement of an application that was hired.
pub(crate) async fn make(unit: &Unit, application: &ApplicationRecord, hire: &Hire, home: ProvinceCode) -> Result<()> {
    let started_on = hire.started_on.unwrap_or_else(|| unit.today());
    if !is_start(unit.today(), started_on) {
        return Err(ExchangeError::NotNow("not a day on which somebody starts".to_owned()));
    }
    let vacancy = sanviec_store::vacancies::find(unit.conn(), application.vacancy).await?.ok_or(ExchangeError::NotFound)?;
    let programme = match hire.line {
        Some((agreement, line)) => programme_of(unit, application, agreement, line).await?,
        None => None,
    };
    let content = &vacancy.content;
    let placement = PlacementRecord {
        id: PlacementId(unit.uuid()),
        state: PlacementState::Reported,
        way: if hire.line.is_some() { PlacementWay::Agreement } else { PlacementWay::Application },
        destination: Destination::of(content.place.as_ref().map(|place| place.province), home, content.abroad_licence.is_some()),
        business: application.employer,
        vacancy: Some(vacancy.id),
        application: Some(application.id),
        programme,
        line: hire.line,
        person: Some(application.seeker),
        name: Some(application.content.name.to_string()),
        occupation: content.occupation.clone(),
        started_on,
        side: Side::Business,
        reported_by: unit.actor().person(),
        reported_at: unit.now(),
        settles_at: settles_at(unit.now(), started_on),
        confirmed_at: None,
        denial: None,
        version: 1,
    };
    store::insert_many(unit, std::slice::from_ref(&placement)).await?;
    begin::<PlacementLife>(unit, (Entity::Placement, placement.id.0));
    Ok(())
}

/// The programme of a line, where the agreement is the business's own and stands.
async fn programme_of(unit: &Unit, application: &ApplicationRecord, id: AgreementId, line: u32) -> Result<Option<sanviec_domain::ids::ProgrammeId>> {
    let conn = unit.conn();
    let agreement = sanviec_store::agreements::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let partnership = sanviec_store::partnerships::find(conn, agreement.partnership).await?.ok_or(ExchangeError::NotFound)?;
    if partnership.sides.business != application.employer {
        return Err(ExchangeError::not_ones_own("agreement"));
    }
    if agreement.state != AgreementState::Signed {
        return Err(ExchangeError::NotNow("the agreement is not in force".to_owned()));
    }
    let version = sanviec_store::agreements::version(conn, id, agreement.current).await?.ok_or(ExchangeError::NotFound)?;
    let line = version.content.lines.get(line as usize).ok_or(ExchangeError::NotFound)?;
    Ok(line.programme)
}

/// What came of an application that was loaded for whoever asks.
pub async fn of_application(exchange: &Exchange, application: ApplicationId) -> Result<Option<PlacementRecord>> {
    Ok(store::of_application(exchange.store.reader(), application).await?)
}

/// The person confirms that they started work, or objects for a reason.
pub async fn answer(exchange: &Exchange, actor: &Actor, application: ApplicationId, command: PlacementCommand, denial: Option<PlacementDenial>) -> Result<()> {
    allows(actor, Action::OwnApplications)?;
    let seeker = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let own = sanviec_store::applications::of_seeker(seeker).find(unit.conn(), application).await?;
    let own = own.ok_or_else(|| ExchangeError::not_ones_own("application"))?;
    let mut placement = store::of_application(unit.conn(), own.id)
        .await?
        .ok_or_else(|| ExchangeError::NotNow("nobody was hired".to_owned()))?;
    carry_out(&unit, &mut placement, Some(false), command, denial).await?;
    unit.save().await?;
    Ok(())
}
