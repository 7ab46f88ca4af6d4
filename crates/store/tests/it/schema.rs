//! The migrations: up, down, up on both engines, and the words of their CHECKs.

use sanviec_domain::access::StaffRole;
use sanviec_domain::agreement::{AgreementState, SigningFactor};
use sanviec_domain::application::{ApplicationState, DeclineReason};
use sanviec_domain::demand::{DemandAudience, DemandState};
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::{CaseKind, CaseState, Outcome, ReportReason};
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::partnership::{PartnershipReason, PartnershipState, Proposer, Side};
use sanviec_domain::program::{DeliveryState, KeyMode, KeyScope};
use sanviec_domain::vacancy::life::Reminder;
use sanviec_domain::vacancy::{ClosedReason, RevisionState, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_migrations::{Migrator, MigratorTrait, words};
use sanviec_store::*;

fn keys<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|word| word.key()).collect()
}

/// A word added to a vocabulary needs a migration that widens the CHECK.
#[test]
fn the_checks_allow_exactly_the_words_of_the_domain() {
    assert_eq!(words::ORGANISATION_KIND, keys::<OrganisationKind>());
    assert_eq!(words::ORGANISATION_STATE, keys::<OrganisationState>());
    assert_eq!(words::MEMBER_ROLE, keys::<MemberRole>());
    assert_eq!(words::STAFF_ROLE, keys::<StaffRole>());
    assert_eq!(words::LOCALE, Locale::ALL.map(Locale::tag));
    assert_eq!(words::VACANCY_STATE, keys::<VacancyState>());
    assert_eq!(words::CLOSED_REASON, keys::<ClosedReason>());
    assert_eq!(words::REVISION_STATE, keys::<RevisionState>());
    assert_eq!(words::APPLICATION_STATE, keys::<ApplicationState>());
    assert_eq!(words::DECLINE_REASON, keys::<DeclineReason>());
    assert_eq!(words::CASE_KIND_WITH_PROGRAMME, keys::<CaseKind>());
    assert_eq!(words::IMPORT_ROW_STATE, keys::<sanviec_domain::batch::RowState>());
    assert_eq!(words::REMINDER_KIND, keys::<Reminder>());
    assert_eq!(words::KEY_SCOPE, keys::<KeyScope>());
    assert_eq!(words::KEY_MODE, keys::<KeyMode>());
    assert_eq!(words::DELIVERY_STATE, keys::<DeliveryState>());
    assert_eq!(words::REPORT_REASON, keys::<ReportReason>());
    assert_eq!(words::CASE_STATE, keys::<CaseState>());
    assert_eq!(words::INVITATION_STATE, keys::<sanviec_domain::membership::InvitationState>());
    assert_eq!(words::JOIN_STATE, keys::<sanviec_domain::membership::JoinState>());
    assert_eq!(words::OUTCOME, keys::<Outcome>());
    assert_eq!(words::ENTITY_WITH_PARTNERSHIPS, Entity::ALL.iter().map(|word| word.key()).collect::<Vec<_>>());
    assert_eq!(words::PROGRAMME_STATE, keys::<sanviec_domain::training::ProgrammeState>());
    assert_eq!(words::DEMAND_STATE, keys::<DemandState>());
    assert_eq!(words::DEMAND_AUDIENCE, keys::<DemandAudience>());
    assert_eq!(words::PARTNERSHIP_STATE, keys::<PartnershipState>());
    assert_eq!(words::PROPOSER, keys::<Proposer>());
    assert_eq!(words::PARTNERSHIP_REASON, keys::<PartnershipReason>());
    assert_eq!(words::URGENCY, keys::<sanviec_domain::partnership::clock::Urgency>());
    assert_eq!(words::SIDE, keys::<Side>());
    assert_eq!(words::AGREEMENT_STATE, keys::<AgreementState>());
    assert_eq!(words::SIGNING_FACTOR, keys::<SigningFactor>());
    assert_eq!(words::PLACEMENT_STATE, keys::<sanviec_domain::placement::PlacementState>());
    assert_eq!(words::PLACEMENT_WAY, keys::<sanviec_domain::placement::PlacementWay>());
    assert_eq!(words::DESTINATION, keys::<sanviec_domain::placement::Destination>());
    assert_eq!(words::PLACEMENT_DENIAL, keys::<sanviec_domain::placement::PlacementDenial>());
    assert_eq!(words::MEETING_STATE, keys::<sanviec_domain::partnership::meeting::MeetingState>());
    assert_eq!(words::REVIEW_STATE, keys::<sanviec_domain::agreement::review::ReviewState>());
    assert_eq!(words::CHANGE_KIND, ChangeKind::ALL.iter().map(|word| word.key()).collect::<Vec<_>>());
    assert_eq!(words::PARTY, Party::ALL.map(Party::key));
    assert_eq!(words::JOB_STATE, JobState::ALL.iter().map(|word| word.key()).collect::<Vec<_>>());
    assert_eq!(words::CHANNEL, Channel::ALL.iter().map(|word| word.key()).collect::<Vec<_>>());
    assert_eq!(words::MESSAGE_STATE, MessageState::ALL.iter().map(|word| word.key()).collect::<Vec<_>>());
}

on_both! {
    async fn every_step_goes_up_and_down(world) {
        assert_eq!(world.db.pending_migrations().await.unwrap(), 0);
        world.db.migrate().await.unwrap();
        let unit = world.begin().await;
        Migrator::down(unit.conn(), None).await.unwrap();
        Migrator::up(unit.conn(), None).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(world.db.pending_migrations().await.unwrap(), 0);
        world.posted(world.employer().await).await;
    }

    async fn the_engine_refuses_what_the_types_would(world) {
        let vacancy = world.posted(world.employer().await).await;
        let refused = world.sql("UPDATE vacancy SET state = 'gone'").await.unwrap_err();
        assert!(refused.to_lowercase().contains("check"), "{refused}");
        let mut orphan = world.vacancy(vacancy.employer, 1);
        orphan.employer = sanviec_domain::ids::OrganisationId(world.uuid());
        let unit = world.begin().await;
        assert!(matches!(vacancies::insert(&unit, orphan).await, Err(StoreError::Dangling(_))));
    }
}

/// Several nodes start at once on one new database.
#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_start_together_migrate_once() {
    let Some(world) = crate::world::World::postgres().await else { return };
    let unit = world.begin().await;
    Migrator::down(unit.conn(), None).await.unwrap();
    unit.save().await.unwrap();
    for outcome in crate::unit::futures((0..4).map(|_| world.db.migrate())).await {
        outcome.unwrap();
    }
    assert_eq!(world.db.pending_migrations().await.unwrap(), 0);
    world.end().await;
}
