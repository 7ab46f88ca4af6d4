//! The moderation queue.

use chrono::TimeDelta;
use sanviec_domain::ids::CaseId;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::{CaseKind, CaseState, Finding, Outcome, Reason, Severity};
use sanviec_domain::vacancy::Field;
use sanviec_store::cases::Only;
use sanviec_store::*;
use std::collections::BTreeMap;

on_both! {
    async fn cases_come_back_as_written(world) {
        let (officer, employer) = (world.person("0912345678").await, world.employer().await);
        let case = CaseRecord {
            kind: CaseKind::Appeal,
            state: CaseState::Decided,
            organisation: Some(employer),
            submitted_by: Some(officer),
            findings: vec![Finding { rule: RuleCode::Fee, severity: Severity::Severe, field: Field::Description, words: "đặt cọc".into() }],
            claimed_by: Some(officer),
            claimed_until: Some(world.now()),
            outcome: Some(Outcome::Rejected),
            reasons: vec![Reason::FeeOrDeposit, Reason::Misleading],
            note: "xem lại".into(),
            message: "Chào anh".into(),
            decided_by: Some(officer),
            decided_at: Some(world.now()),
            ..world.case(world.uuid(), world.now())
        };
        let unit = world.begin().await;
        cases::insert(&unit, case.clone()).await.unwrap();
        unit.save().await.unwrap();
        let reader = world.db.reader();
        assert_eq!(cases::find(reader, case.id).await.unwrap().as_ref(), Some(&case));
        assert_eq!(cases::last_decision(reader, case.entity, case.subject).await.unwrap().as_ref(), Some(&case));
        assert_eq!(cases::history_for(reader, case.entity, case.subject).await.unwrap(), std::slice::from_ref(&case));
        assert_eq!(cases::open_for(reader, case.entity, case.subject).await.unwrap(), None);
    }

    async fn the_queue_is_in_the_order_of_the_promise(world) {
        let due = |minutes| world.now() + TimeDelta::minutes(minutes);
        let mut all: Vec<CaseRecord> = [30, 10, 20, 10, 40].into_iter().map(|minutes| world.case(world.uuid(), due(minutes))).collect();
        all[2].kind = CaseKind::Organisation;
        all[4].state = CaseState::Decided;
        let unit = world.begin().await;
        cases::insert_many(&unit, all.clone()).await.unwrap();
        unit.save().await.unwrap();
        let reader = world.db.reader();
        let mut seen: Vec<CaseId> = Vec::new();
        let mut after = None;
        loop {
            let page = cases::queue(reader, None, Only::All, after, 1).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.due_at, last.id));
            seen.extend(page.iter().map(|case| case.id));
        }
        assert_eq!(seen, [all[1].id, all[3].id, all[2].id, all[0].id]);
        assert_eq!(cases::queue(reader, Some(&[CaseKind::Organisation]), Only::All, None, 10).await.unwrap(), [all[2].clone()]);
        assert_eq!(cases::counts(reader).await.unwrap(), BTreeMap::from([(CaseKind::Vacancy, 3), (CaseKind::Organisation, 1)]));
    }

    async fn claims_lapse_and_the_next_is_free(world) {
        let officer = world.person("0912345678").await;
        let (first, second) = (world.case(world.uuid(), world.now()), world.case(world.uuid(), world.now() + TimeDelta::hours(1)));
        let unit = world.begin().await;
        cases::insert_many(&unit, vec![first.clone(), second.clone()]).await.unwrap();
        let claimed = CaseRecord { state: CaseState::Claimed, claimed_by: Some(officer), claimed_until: Some(world.now() + TimeDelta::minutes(30)), ..first.clone() };
        let claimed = cases::update(&unit, &claimed).await.unwrap();
        unit.save().await.unwrap();
        let reader = world.db.reader();
        let next = |now, skip| async move { cases::next_waiting(reader, now, None, skip).await.unwrap().map(|case| case.id) };
        assert_eq!(next(world.now(), None).await, Some(second.id));
        assert_eq!(next(world.now(), Some(second.id)).await, None);
        assert!(cases::lapsed_claims(reader, world.now(), 10).await.unwrap().is_empty());
        world.wait(TimeDelta::minutes(30));
        assert_eq!(next(world.now(), None).await, Some(first.id));
        assert_eq!(cases::lapsed_claims(reader, world.now(), 10).await.unwrap(), [claimed]);
    }

    async fn one_open_case_of_a_kind_for_one_thing(world) {
        let subject = world.uuid();
        let case = world.case(subject, world.now());
        let unit = world.begin().await;
        cases::insert(&unit, case.clone()).await.unwrap();
        for _ in 0..2 {
            cases::insert(&unit, CaseRecord { kind: CaseKind::Report, ..world.case(subject, world.now() - TimeDelta::hours(1)) }).await.unwrap();
        }
        unit.save().await.unwrap();
        let unit = world.begin().await;
        assert!(matches!(cases::insert(&unit, world.case(subject, world.now())).await, Err(StoreError::Taken(_))));
        drop(unit);
        let reader = world.db.reader();
        assert_eq!(cases::open_for(reader, Entity::Vacancy, subject).await.unwrap().map(|open| open.id), Some(case.id), "reports don't decide");
        assert_eq!(cases::all_open_for(reader, Entity::Vacancy, subject).await.unwrap().len(), 3);
        let unit = world.begin().await;
        cases::update(&unit, &CaseRecord { state: CaseState::Decided, decided_at: Some(world.now()), ..case }).await.unwrap();
        cases::insert(&unit, world.case(subject, world.now())).await.unwrap();
        unit.save().await.unwrap();
    }
}
