//! Every record comes back as it was written; what must be unique is; scopes show nobody else's.

use crate::unit::futures;
use chrono::{Days, TimeDelta};
use sanviec_domain::access::StaffRole;
use sanviec_domain::application::{ApplicationState, DeclineReason};
use sanviec_domain::ids::*;
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::reference::Lists;
use sanviec_domain::vacancy::{ClosedReason, VacancyContent, VacancyState};
use sanviec_store::reference::{LoadOutcome, load, loaded, save};
use sanviec_store::*;
use serde_json::json;
use std::collections::BTreeMap;

on_both! {
    async fn organisations_come_back_as_written(world) {
        let mut first = world.organisation("Công ty TNHH Đồng Châu", Some("0100109106"));
        first.profile.phone = Some("0912345678".parse().unwrap());
        let second = world.organisation("Trường Cao đẳng nghề", None);
        let second = OrganisationRecord { kind: OrganisationKind::College, state: OrganisationState::Pending, sample: true, ..second };
        let unit = world.begin().await;
        organisations::insert_many(&unit, vec![first.clone(), second.clone()]).await.unwrap();
        unit.save().await.unwrap();

        let reader = world.db.reader();
        assert_eq!(organisations::find(reader, first.id).await.unwrap().as_ref(), Some(&first));
        let code = first.tax_code.clone().unwrap();
        assert_eq!(organisations::by_tax_code(reader, &code).await.unwrap().as_ref(), Some(&first));
        assert_eq!(organisations::by_tax_codes(reader, std::slice::from_ref(&code)).await.unwrap(), [first.clone()]);
        assert_eq!(organisations::by_folded_name(reader, "cong ty tnhh DONG CHAU").await.unwrap(), [first.clone()]);
        assert_eq!(organisations::by_folded_names(reader, &["truong cao dang nghe".into(), "không có".into()]).await.unwrap(), std::slice::from_ref(&second));
        assert_eq!(organisations::many(reader, &[second.id, first.id]).await.unwrap().len(), 2);
        assert_eq!(organisations::list(reader, OrganisationKind::Employer, None, 10).await.unwrap(), [first.clone()]);
        assert!(organisations::list(reader, OrganisationKind::Employer, Some(first.id), 10).await.unwrap().is_empty());
        let counts = organisations::counts(reader).await.unwrap();
        assert_eq!(counts, BTreeMap::from([((OrganisationKind::Employer, OrganisationState::Verified), 1), ((OrganisationKind::College, OrganisationState::Pending), 1)]));

        let unit = world.begin().await;
        let twin = OrganisationRecord { id: OrganisationId(world.uuid()), ..first.clone() };
        let taken = organisations::insert(&unit, twin).await.unwrap_err();
        assert!(taken.is_taken("tax_code"), "{taken}");
    }

    async fn people_and_their_places_come_back_as_written(world) {
        let employer = world.employer().await;
        let record = PersonRecord { locale: Locale::En, ..world.person_record("0912345678") };
        let bare = PersonRecord { name: None, phone: None, email: None, birth_year: None, ..world.person_record("0987654321") };
        let another_bare = PersonRecord { id: PersonId(world.uuid()), ..bare.clone() };
        let unit = world.begin().await;
        people::insert_many(&unit, vec![record.clone(), bare.clone(), another_bare]).await.unwrap();
        people::add_member(&unit, record.id, employer, MemberRole::Viewer).await.unwrap();
        people::add_member(&unit, record.id, employer, MemberRole::Owner).await.unwrap();
        people::add_staff_role(&unit, record.id, StaffRole::Moderator).await.unwrap();
        people::add_staff_role(&unit, record.id, StaffRole::Moderator).await.unwrap();
        people::add_staff_role(&unit, record.id, StaffRole::Admin).await.unwrap();
        unit.save().await.unwrap();

        let reader = world.db.reader();
        assert_eq!(people::by_phone(reader, record.phone.as_ref().unwrap()).await.unwrap().as_ref(), Some(&record));
        assert_eq!(people::by_email(reader, record.email.as_ref().unwrap()).await.unwrap().as_ref(), Some(&record));
        assert_eq!(people::find(reader, bare.id).await.unwrap().as_ref(), Some(&bare));
        assert_eq!(people::many(reader, &[bare.id, record.id]).await.unwrap().len(), 2);
        let memberships = people::memberships_of(reader, record.id).await.unwrap();
        let expected = Membership { person: record.id, organisation: employer, kind: OrganisationKind::Employer, name: "Công ty may Tiền Hải".into(), state: OrganisationState::Verified, role: MemberRole::Owner };
        assert_eq!(memberships, [expected]);
        assert_eq!(people::members_of(reader, employer).await.unwrap(), [(record.clone(), MemberRole::Owner)]);
        assert_eq!(people::staff_roles(reader, record.id).await.unwrap(), [StaffRole::Admin, StaffRole::Moderator]);
        assert_eq!(people::staff_with(reader, &[StaffRole::Moderator, StaffRole::Admin]).await.unwrap(), std::slice::from_ref(&record));
        assert!(people::staff_with(reader, &[StaffRole::Counsellor]).await.unwrap().is_empty());

        let unit = world.begin().await;
        people::remove_staff_role(&unit, record.id, StaffRole::Admin).await.unwrap();
        let changed = PersonRecord { phone: bare.phone.clone(), birth_year: None, ..record.clone() };
        people::update(&unit, &changed).await.unwrap();
        assert_eq!(people::staff_roles(unit.conn(), record.id).await.unwrap(), [StaffRole::Moderator]);
        assert_eq!(people::find(unit.conn(), record.id).await.unwrap(), Some(changed));
        drop(unit);
        for (twin, column) in [
            (PersonRecord { email: None, ..record.clone() }, "phone"),
            (PersonRecord { phone: None, ..record.clone() }, "email"),
        ] {
            let unit = world.begin().await;
            let taken = people::insert(&unit, PersonRecord { id: PersonId(world.uuid()), ..twin }).await.unwrap_err();
            assert!(taken.is_taken(column), "{taken}");
        }
    }

    async fn vacancies_come_back_as_written(world) {
        let employer = world.employer().await;
        let person = world.person("0912345678").await;
        let mut full = world.vacancy(employer, 20_001);
        full.external_reference = Some("TD-01".into());
        full.created_by = Some(person);
        full.state = VacancyState::Closed;
        full.closed_reason = Some(ClosedReason::ByCentre);
        full.closed_at = Some(world.now() + TimeDelta::microseconds(123_456));
        let bare = VacancyRecord { content: VacancyContent::default(), submitted_at: None, published_at: None, ..world.vacancy(employer, 20_002) };
        let unit = world.begin().await;
        vacancies::insert_many(&unit, vec![full.clone(), bare.clone()]).await.unwrap();
        assert_eq!(vacancies::next_numbers(&unit, 5).await.unwrap(), VacancyNumber(10_001));
        assert_eq!(vacancies::next_number(&unit).await.unwrap(), VacancyNumber(10_006));
        unit.save().await.unwrap();

        let reader = world.db.reader();
        assert_eq!(vacancies::find(reader, full.id).await.unwrap().as_ref(), Some(&full));
        assert_eq!(vacancies::by_number(reader, bare.number).await.unwrap().as_ref(), Some(&bare));
        assert_eq!(vacancies::by_numbers(reader, &[full.number, bare.number]).await.unwrap().len(), 2);
        assert_eq!(vacancies::by_reference(reader, employer, "TD-01").await.unwrap().as_ref(), Some(&full));
        let known = vacancies::references(reader, &[employer], &["TD-01".into(), "TD-02".into()]).await.unwrap();
        assert_eq!(known.into_iter().collect::<Vec<_>>(), [((employer, "TD-01".to_owned()), full.id)]);
        let pairs = vacancies::with_employer(reader, &[bare.id, full.id, VacancyId(world.uuid())]).await.unwrap();
        assert_eq!(pairs.iter().map(|(vacancy, of)| (vacancy.id, of.id)).collect::<Vec<_>>(), [(bare.id, employer), (full.id, employer)], "in the order asked for");
        assert_eq!(vacancies::counts_by_state(reader).await.unwrap(), BTreeMap::from([(VacancyState::Published, 1), (VacancyState::Closed, 1)]));
        assert_eq!(world.number("SELECT COUNT(*) FROM vacancy WHERE title_folded = 'cong nhan may dien tu' AND commune = '12826' AND province = '33'").await, 1);

        let unit = world.begin().await;
        let twin = VacancyRecord { external_reference: Some("TD-01".into()), ..world.vacancy(employer, 20_003) };
        assert!(vacancies::insert(&unit, twin).await.unwrap_err().is_taken("external_reference"));
    }

    async fn pages_walk_all_that_may_be_found_and_no_more(world) {
        let (open, suspended) = (world.employer().await, world.organisation("Bị khoá", None));
        let unit = world.begin().await;
        let hidden = OrganisationRecord { state: OrganisationState::Suspended, ..suspended };
        organisations::insert(&unit, hidden.clone()).await.unwrap();
        let mut expected = Vec::new();
        for number in 0..7 {
            let mut vacancy = world.vacancy(if number == 2 { hidden.id } else { open }, 30_000 + number);
            if number == 4 {
                vacancy.state = VacancyState::Paused;
            }
            if number != 2 && number != 4 {
                expected.push(vacancy.id);
            }
            vacancies::insert(&unit, vacancy).await.unwrap();
        }
        unit.save().await.unwrap();
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = vacancies::published_page(world.db.reader(), after, 2).await.unwrap();
            let Some((last, employer)) = page.last() else { break };
            assert_eq!(employer.state, OrganisationState::Verified);
            after = Some(last.id);
            seen.extend(page.iter().map(|(vacancy, _)| vacancy.id));
        }
        assert_eq!(seen, expected);
        assert_eq!(vacancies::export_page(world.db.reader(), None, 100).await.unwrap().len(), 7);
    }

    async fn deadlines_pass_after_their_day(world) {
        let vacancy = world.posted(world.employer().await).await;
        let deadline = vacancy.content.deadline.unwrap();
        let reader = world.db.reader();
        assert!(vacancies::to_expire(reader, deadline, 10).await.unwrap().is_empty());
        assert_eq!(vacancies::to_expire(reader, deadline + Days::new(1), 10).await.unwrap(), [vacancy]);
    }

    async fn an_employer_sees_its_own_and_nothing_else(world) {
        let (mine, other) = (world.employer().await, world.employer().await);
        let seeker = world.person("0912345678").await;
        let vacancy = world.posted(mine).await;
        let second = world.posted(mine).await;
        let foreign = world.posted(other).await;
        let application = world.applied(&vacancy, seeker).await;
        let reader = world.db.reader();

        let own = vacancies::of(mine);
        assert_eq!(own.find(reader, vacancy.id).await.unwrap().as_ref(), Some(&vacancy));
        assert_eq!(own.by_number(reader, vacancy.number).await.unwrap().as_ref(), Some(&vacancy));
        assert_eq!(own.find(reader, foreign.id).await.unwrap(), None);
        assert_eq!(own.by_number(reader, foreign.number).await.unwrap(), None);
        let ids = |list: Vec<VacancyRecord>| list.into_iter().map(|vacancy| vacancy.id).collect::<Vec<_>>();
        assert_eq!(ids(own.list(reader, None, None, 10).await.unwrap()), [second.id, vacancy.id]);
        assert_eq!(ids(own.list(reader, Some(&[VacancyState::Published]), Some(second.id), 10).await.unwrap()), [vacancy.id]);
        assert!(own.list(reader, Some(&[VacancyState::Draft]), None, 10).await.unwrap().is_empty());
        assert_eq!(own.counts(reader).await.unwrap(), BTreeMap::from([(VacancyState::Published, 2)]));

        let theirs = applications::of_employer(other);
        assert_eq!(theirs.find(reader, application.id).await.unwrap(), None);
        assert!(theirs.of_vacancy(reader, vacancy.id, None, None, 10).await.unwrap().is_empty());
        assert!(theirs.counts_by_state(reader, vacancy.id).await.unwrap().is_empty());
        assert!(theirs.counts_by_vacancy(reader, &[vacancy.id]).await.unwrap().is_empty());
        assert_eq!(theirs.awaiting(reader).await.unwrap(), 0);
        let ours = applications::of_employer(mine);
        assert_eq!(ours.find(reader, application.id).await.unwrap().as_ref(), Some(&application));
        assert_eq!(ours.counts_by_vacancy(reader, &[vacancy.id, second.id]).await.unwrap()[&vacancy.id], BTreeMap::from([(ApplicationState::Submitted, 1)]));
        assert_eq!(ours.awaiting(reader).await.unwrap(), 1);

        let stranger = world.person("0987654321").await;
        assert_eq!(applications::of_seeker(stranger).find(reader, application.id).await.unwrap(), None);
        assert!(applications::of_seeker(stranger).list(reader, None, 10).await.unwrap().is_empty());
        assert_eq!(applications::of_seeker(seeker).find(reader, application.id).await.unwrap(), Some(application));
    }

    async fn a_seeker_applies_once(world) {
        let vacancy = world.posted(world.employer().await).await;
        let seeker = world.person("0912345678").await;
        let outcomes = futures((0..6).map(|_| async {
            let unit = world.begin().await;
            applications::insert(&unit, world.application(&vacancy, seeker)).await?;
            unit.save().await
        }))
        .await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(|error| error.is_taken("vacancy")));
        assert_eq!(applications::of_seeker(seeker).list(world.db.reader(), None, 10).await.unwrap().len(), 1);
    }

    async fn applications_come_back_as_written(world) {
        let vacancy = world.posted(world.employer().await).await;
        let (a, b) = (world.person("0912345678").await, world.person("0987654321").await);
        let first = world.application(&vacancy, a);
        let second = ApplicationRecord { state: ApplicationState::Declined, decline_reason: Some(DeclineReason::Distance), answered_at: Some(world.now()), ..world.application(&vacancy, b) };
        let unit = world.begin().await;
        applications::insert_many(&unit, vec![first.clone(), second.clone()]).await.unwrap();
        unit.save().await.unwrap();
        let reader = world.db.reader();
        assert_eq!(applications::find(reader, second.id).await.unwrap().as_ref(), Some(&second));
        assert_eq!(applications::by_vacancy_and_seeker(reader, vacancy.id, a).await.unwrap().as_ref(), Some(&first));
        assert_eq!(applications::open_of_vacancy(reader, vacancy.id).await.unwrap(), std::slice::from_ref(&first));
        assert_eq!(applications::of_seeker(a).open(reader).await.unwrap(), std::slice::from_ref(&first));
        assert!(applications::of_seeker(b).open(reader).await.unwrap().is_empty());
        let scope = applications::of_employer(vacancy.employer);
        assert_eq!(scope.of_vacancy(reader, vacancy.id, None, None, 10).await.unwrap(), [second.clone(), first.clone()]);
        assert_eq!(scope.of_vacancy(reader, vacancy.id, None, Some(second.id), 10).await.unwrap(), std::slice::from_ref(&first));
        assert_eq!(scope.of_vacancy(reader, vacancy.id, Some(&[ApplicationState::Declined]), None, 10).await.unwrap(), [second]);

        assert!(applications::to_lapse(reader, world.now(), 10).await.unwrap().is_empty());
        world.wait(TimeDelta::days(30));
        assert_eq!(applications::to_lapse(reader, world.now(), 10).await.unwrap(), std::slice::from_ref(&first), "what is declined doesn't lapse");
        let unit = world.begin().await;
        let touched = applications::update(&unit, &ApplicationRecord { state: ApplicationState::Viewed, ..first }).await.unwrap();
        assert_eq!((touched.version, touched.updated_at), (2, world.now()));
        unit.save().await.unwrap();
        assert!(applications::to_lapse(reader, world.now(), 10).await.unwrap().is_empty());
    }

    async fn revisions_wait_one_at_a_time(world) {
        let vacancy = world.posted(world.employer().await).await;
        let mut content = vacancy.content.clone();
        content.title = "Tổ trưởng chuyền may".into();
        let revision = RevisionRecord { id: RevisionId(world.uuid()), vacancy: vacancy.id, content, state: RevisionState::Pending, created_by: None, created_at: world.now(), version: 1 };
        let unit = world.begin().await;
        revisions::insert(&unit, revision.clone()).await.unwrap();
        unit.save().await.unwrap();
        let unit = world.begin().await;
        let second = RevisionRecord { id: RevisionId(world.uuid()), ..revision.clone() };
        assert!(matches!(revisions::insert(&unit, second.clone()).await, Err(StoreError::Taken(_))));
        drop(unit);
        assert_eq!(revisions::pending_of(world.db.reader(), vacancy.id).await.unwrap().as_ref(), Some(&revision));
        let unit = world.begin().await;
        revisions::update(&unit, &RevisionRecord { state: RevisionState::Approved, ..revision.clone() }).await.unwrap();
        assert!(matches!(revisions::update(&unit, &revision).await, Err(StoreError::Conflict)));
        revisions::insert(&unit, second).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(revisions::find(world.db.reader(), revision.id).await.unwrap().unwrap().version, 2);
    }

    async fn a_code_is_used_once(world) {
        let code = CodeRecord {
            id: CodeId(world.uuid()),
            target: "0912345678".into(),
            purpose: "sign-in".into(),
            hash: "…".into(),
            payload: json!({ "next": "/don" }),
            tries_left: 5,
            expires_at: world.now() + TimeDelta::minutes(10),
            used_at: None,
            created_at: world.now(),
        };
        let unit = world.begin().await;
        codes::insert(&unit, code.clone()).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(codes::find(world.db.reader(), code.id).await.unwrap().as_ref(), Some(&code));

        // Everybody has read the code; some get it right, some spend a try.
        let outcomes = futures((0..8).map(|visitor| {
            let code = &code;
            async move {
                let after = match visitor % 2 {
                    0 => CodeRecord { used_at: Some(world.now()), ..code.clone() },
                    _ => CodeRecord { tries_left: 4, ..code.clone() },
                };
                let unit = world.begin().await;
                codes::update(&unit, code, &after).await?;
                unit.save().await
            }
        }))
        .await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(()) | Err(StoreError::Conflict))));

        let unit = world.begin().await;
        assert_eq!(codes::sweep(&unit, world.now()).await.unwrap(), 0);
        assert_eq!(codes::sweep(&unit, world.now() + TimeDelta::hours(1)).await.unwrap(), 1);
    }

    async fn messages_are_sent_once(world) {
        let message = MessageRecord {
            id: MessageId(world.uuid()),
            channel: Channel::Sms,
            recipient: "0912345678".into(),
            locale: Locale::Vi,
            subject: String::new(),
            text: "Mã của bạn là 123456".into(),
            html: None,
            kind: "code".into(),
            state: MessageState::Queued,
            attempts: 0,
            last_error: None,
            created_at: world.now(),
            sent_at: None,
        };
        let unit = world.begin().await;
        messages::insert(&unit, message.clone()).await.unwrap();
        messages::insert(&unit, MessageRecord { id: MessageId(world.uuid()), channel: Channel::Email, html: Some("<p>…</p>".into()), ..message.clone() }).await.unwrap();
        unit.save().await.unwrap();
        let reader = world.db.reader();
        assert_eq!(messages::find(reader, message.id).await.unwrap().as_ref(), Some(&message));

        let unit = world.begin().await;
        messages::mark_failed(&unit, message.id, "hộp thư đầy", false).await.unwrap();
        let failed = messages::find(unit.conn(), message.id).await.unwrap().unwrap();
        assert_eq!((failed.state, failed.attempts, failed.last_error.as_deref()), (MessageState::Queued, 1, Some("hộp thư đầy")));
        messages::mark_failed(&unit, message.id, "vẫn đầy", true).await.unwrap();
        assert_eq!(messages::counts(unit.conn()).await.unwrap(), BTreeMap::from([(MessageState::Queued, 1), (MessageState::Failed, 1)]));
        messages::mark_sent(&unit, message.id).await.unwrap();
        unit.save().await.unwrap();
        let sent = messages::find(reader, message.id).await.unwrap().unwrap();
        assert_eq!((sent.state, sent.attempts, sent.last_error, sent.sent_at), (MessageState::Sent, 3, None, Some(world.now())));
        let unit = world.begin().await;
        assert!(matches!(messages::mark_sent(&unit, message.id).await, Err(StoreError::Conflict)));
        assert!(matches!(messages::mark_failed(&unit, message.id, "", true).await, Err(StoreError::Conflict)));
        drop(unit);
        let recent = messages::recent(reader, None, 10).await.unwrap();
        assert_eq!((recent.len(), messages::recent(reader, Some(recent[0].id), 10).await.unwrap()[0].id), (2, message.id));
    }

    async fn the_lists_are_replaced_whole_and_only_when_they_changed(world) {
        assert_eq!(load(world.db.reader()).await.unwrap(), None);
        let lists = Lists::embedded();
        let save = |lists: Lists, hash: &'static str| async move {
            let unit = world.begin().await;
            let outcome = save(&unit, &lists, hash).await.unwrap();
            unit.save().await.unwrap();
            outcome
        };
        assert_eq!(save(lists.clone(), "a").await, LoadOutcome::Loaded { version: 1 });
        assert_eq!(save(lists.clone(), "a").await, LoadOutcome::Unchanged);
        assert_eq!(load(world.db.reader()).await.unwrap().as_ref(), Some(&lists));
        let mut shorter = lists.clone();
        shorter.parks.truncate(3);
        shorter.holidays.clear();
        assert_eq!(save(shorter.clone(), "b").await, LoadOutcome::Loaded { version: 2 });
        assert_eq!(load(world.db.reader()).await.unwrap(), Some(shorter));
        let parks = loaded(world.db.reader()).await.unwrap().into_iter().find(|list| list.name == "parks").unwrap();
        assert_eq!((parks.rows, parks.version, parks.hash.as_str()), (3, 2, "b"));
        assert_eq!(world.number("SELECT COUNT(*) FROM reference_row WHERE list = 'provinces' AND code = '33' AND name = 'Hưng Yên'").await, 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM reference_row WHERE code = ''").await, 0);
    }
}
