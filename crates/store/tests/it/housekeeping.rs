//! What is taken away once its time is over.

use chrono::TimeDelta;
use sanviec_domain::application::{ApplicationState, DeclineReason};
use sanviec_domain::ids::MessageId;
use sanviec_domain::language::Locale;
use sanviec_store::*;
use std::collections::BTreeMap;

fn message(id: uuid::Uuid, kind: &str, at: sanviec_domain::time::Instant) -> MessageRecord {
    MessageRecord {
        id: MessageId(id),
        channel: Channel::Email,
        recipient: "hoa@example.vn".into(),
        locale: Locale::Vi,
        subject: "Nguyễn Thị Hoà ứng tuyển".into(),
        text: "123456 là mã của bạn".into(),
        html: Some("<p>123456</p>".into()),
        kind: kind.into(),
        state: MessageState::Queued,
        attempts: 0,
        last_error: None,
        created_at: at,
        sent_at: None,
    }
}

on_both! {
    async fn a_figure_is_left_of_an_application(world) {
        let employer = world.employer().await;
        let vacancy = world.posted(employer).await;
        let (a, b, c) = (world.person("0912345678").await, world.person("0987654321").await, world.person("0977000111").await);
        let declined = ApplicationRecord {
            state: ApplicationState::Declined,
            decline_reason: Some(DeclineReason::Filled),
            answered_at: Some(world.now()),
            ..world.application(&vacancy, a)
        };
        let mut kept = ApplicationRecord { state: ApplicationState::Withdrawn, ..world.application(&vacancy, b) };
        kept.content.keep = true;
        let open = world.application(&vacancy, c);
        let unit = world.begin().await;
        applications::insert_many(&unit, vec![declined.clone(), kept.clone(), open.clone()]).await.unwrap();
        for application in [&declined, &kept] {
            unit.history(Entity::Application, application.id.0, None, "apply", "submitted", None);
        }
        unit.save().await.unwrap();
        let reader = world.db.reader();
        assert!(applications::to_forget(reader, world.now(), 10).await.unwrap().is_empty(), "it ended just now");
        world.wait(TimeDelta::days(200));
        assert_eq!(applications::to_forget(reader, world.now(), 10).await.unwrap(), std::slice::from_ref(&declined), "one is to be kept, one isn't over");

        let before = applications::of_employer(employer).counts_by_state(reader, vacancy.id).await.unwrap();
        let unit = world.begin().await;
        let changed = ApplicationRecord { version: declined.version + 1, ..declined.clone() };
        assert!(matches!(applications::forget(&unit, &changed).await, Err(StoreError::Conflict)));
        drop(unit);
        let unit = world.begin().await;
        applications::forget(&unit, &declined).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(applications::find(reader, declined.id).await.unwrap(), None);
        assert!(history::of(reader, Entity::Application, declined.id.0).await.unwrap().is_empty());
        assert_eq!(history::of(reader, Entity::Application, kept.id.0).await.unwrap().len(), 1);
        assert_eq!(applications::find(reader, kept.id).await.unwrap().as_ref(), Some(&kept));
        assert_eq!(world.number("SELECT COUNT(*) FROM application_figure WHERE decline_reason = 'filled'").await, 1);
        // It still counts.
        assert_eq!(before, BTreeMap::from([(ApplicationState::Submitted, 1), (ApplicationState::Declined, 1), (ApplicationState::Withdrawn, 1)]));
        assert_eq!(applications::of_employer(employer).counts_by_state(reader, vacancy.id).await.unwrap(), before);
        let by_vacancy = applications::of_employer(employer).counts_by_vacancy(reader, &[vacancy.id]).await.unwrap();
        assert_eq!(by_vacancy[&vacancy.id], before);
        let stranger = applications::of_employer(world.employer().await).counts_by_vacancy(reader, &[vacancy.id]).await.unwrap();
        assert!(stranger.is_empty(), "figures have an owner, too");
    }

    async fn a_code_is_taken_out_of_its_message(world) {
        let (proved, late, other) = (message(world.uuid(), messages::CODE, world.now()), message(world.uuid(), messages::CODE, world.now()), message(world.uuid(), "application", world.now()));
        let unit = world.begin().await;
        for message in [&proved, &late, &other] {
            messages::insert(&unit, message.clone()).await.unwrap();
        }
        messages::erase_code(&unit, proved.id, true).await.unwrap();
        messages::erase_code(&unit, other.id, true).await.unwrap();
        unit.save().await.unwrap();
        let found = |id| async move { messages::find(world.db.reader(), id).await.unwrap().unwrap() };
        let now = found(proved.id).await;
        assert_eq!((now.text.as_str(), now.html.as_deref(), now.state), ("", None, MessageState::Sent), "what was typed in had arrived");
        assert_eq!(found(other.id).await, other, "only codes are secrets");

        world.wait(TimeDelta::minutes(5));
        let unit = world.begin().await;
        assert_eq!(messages::erase_codes(&unit, world.now() - TimeDelta::minutes(6)).await.unwrap(), 0);
        assert_eq!(messages::erase_codes(&unit, world.now() - TimeDelta::minutes(5)).await.unwrap(), 1);
        assert!(!messages::requeue(&unit, late.id).await.unwrap(), "there is nothing left to send");
        unit.save().await.unwrap();
        let now = found(late.id).await;
        assert_eq!((now.text.as_str(), now.html.as_deref(), now.state), ("", None, MessageState::Failed));
        assert!(now.last_error.unwrap().contains("before it was sent"));
    }

    async fn old_messages_keep_nobodys_name(world) {
        let (sent, failed, waiting) = (message(world.uuid(), "application", world.now()), message(world.uuid(), "case", world.now()), message(world.uuid(), "case", world.now()));
        let unit = world.begin().await;
        for message in [&sent, &failed, &waiting] {
            messages::insert(&unit, message.clone()).await.unwrap();
        }
        messages::mark_sent(&unit, sent.id).await.unwrap();
        messages::mark_failed(&unit, failed.id, "no mailbox hoa@example.vn", true).await.unwrap();
        unit.save().await.unwrap();
        world.wait(TimeDelta::days(1));
        let young = message(world.uuid(), "application", world.now());
        let unit = world.begin().await;
        messages::insert(&unit, young.clone()).await.unwrap();
        messages::mark_sent(&unit, young.id).await.unwrap();
        assert_eq!(messages::prune(&unit, world.now()).await.unwrap(), 2);
        assert_eq!(messages::prune(&unit, world.now()).await.unwrap(), 0, "once is enough");
        unit.save().await.unwrap();
        assert_eq!(world.number("SELECT COUNT(*) FROM message WHERE recipient || subject || text || COALESCE(html, '') || COALESCE(last_error, '') LIKE '%o%'").await, 2);
        assert_eq!(messages::find(world.db.reader(), waiting.id).await.unwrap(), Some(waiting), "what waits is still sent");
        assert_eq!(messages::counts(world.db.reader()).await.unwrap(), BTreeMap::from([(MessageState::Queued, 1), (MessageState::Sent, 2), (MessageState::Failed, 1)]));
    }
}
