//! Applying: with a telephone number and a one-time code, or in one tap when signed in; answering.

pub mod answer;
pub mod apply;
pub mod forget;
pub mod read;

use crate::error::Result;
use crate::jobs;
use sanviec_domain::application::{ApplicationCommand, ApplicationLife, DeclineReason};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::{ChangeKind, Entity, Unit};

/// Answers every open application of a vacancy that was filled or closed: nobody is left waiting.
pub(crate) async fn end_with_vacancy(unit: &Unit, vacancy: VacancyId, reason: DeclineReason) -> Result<()> {
    for mut application in sanviec_store::applications::open_of_vacancy(unit.conn(), vacancy).await? {
        let Ok(moved) = decide::<ApplicationLife>(application.state, ApplicationCommand::Decline, Party::Owner, |_| true) else {
            continue;
        };
        application.state = moved.to;
        application.decline_reason = Some(reason);
        application.answered_at = Some(unit.now());
        sanviec_store::applications::update(unit, &application).await?;
        unit.history(
            Entity::Application,
            application.id.0,
            Some(moved.from.key()),
            ApplicationCommand::Decline.key(),
            moved.to.key(),
            Some(reason.key().to_owned()),
        );
        unit.changed(Entity::Application, application.id.0, ChangeKind::Put);
        unit.enqueue(jobs::tell_seeker(application.id, ApplicationCommand::Decline));
    }
    Ok(())
}
