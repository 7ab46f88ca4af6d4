//! What the clock and changes do around a vacancy: reminders before it ends, applicants told of new terms,
//! what nobody touches closed.

use crate::world::{application_in, content, person_of, vacancy_in};
use chrono::TimeDelta;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::vacancy::{ClosedReason, VacancyContent, VacancyState};
use sanviec_store::{MessageRecord, VacancyRecord};
use sanviec_tests::{Employer, TestApp, on_both};

/// A text whose letters go to the employer's owner.
fn told_to(app: &TestApp, owner: &Employer, days: i64) -> VacancyContent {
    let mut content = content(app, "Công nhân may");
    content.deadline = Some(app.today() + TimeDelta::days(days));
    content.contact.as_mut().unwrap().email = owner.email.parse().ok();
    content
}

async fn letters(app: &TestApp, owner: &Employer, words: &str) -> Vec<MessageRecord> {
    app.messages_to(&owner.email).await.into_iter().filter(|letter| letter.text.contains(words)).collect()
}

async fn published(app: &TestApp, owner: &Employer, days: i64) -> VacancyRecord {
    vacancy_in(app, owner.organisation, VacancyState::Published, told_to(app, owner, days)).await
}

on_both! {
    async fn an_employer_is_reminded_a_week_and_a_day_before_the_end(app) {
        let owner = app.employer().await;
        let vacancy = published(app, &owner, 20).await;
        app.seeker("0912345678").await;
        application_in(app, &vacancy, person_of(app, "0912345678").await, ApplicationState::Submitted).await;
        let count = async || letters(app, &owner, "hết hạn nhận hồ sơ ngày").await.len();
        for (days, expected) in [(12, 0), (1, 1), (1, 1), (4, 1), (1, 2), (1, 2)] {
            app.later(TimeDelta::days(days)).await;
            assert_eq!(count().await, expected, "{days} days on");
        }
        let all = letters(app, &owner, "hết hạn nhận hồ sơ ngày").await;
        assert!(all.iter().any(|letter| letter.subject.contains("Còn 7 ngày")) && all.iter().any(|letter| letter.subject.contains("Còn 1 ngày")), "{all:?}");
        assert!(all[0].text.contains("1 người ứng tuyển đang chờ") && all[0].text.contains(&format!("/ntd/tin/{}/sua", vacancy.id)));
        app.settle().await;
    }

    async fn a_later_day_makes_new_reminders_and_a_short_life_none(app) {
        let owner = app.employer().await;
        let count = async || letters(app, &owner, "hết hạn nhận hồ sơ ngày").await.len();
        // Posted for five days: only the day before is worth a letter.
        published(app, &owner, 5).await;
        app.later(TimeDelta::hours(2)).await;
        assert_eq!(count().await, 0);
        app.later(TimeDelta::days(4)).await;
        assert_eq!(count().await, 1);
        // The site stood still over the week: one letter, the later.
        let vacancy = published(app, &owner, 30).await;
        app.later(TimeDelta::days(29)).await;
        assert_eq!(count().await, 2);
        // A later deadline begins anew.
        let mut stored = app.stored(vacancy.id).await;
        stored.content.deadline = Some(app.today() + TimeDelta::days(10));
        let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
        sanviec_store::vacancies::update(&unit, &stored).await.unwrap();
        unit.save().await.unwrap();
        app.later(TimeDelta::days(4)).await;
        assert_eq!(count().await, 3);
        app.settle().await;
    }

    async fn applicants_hear_of_new_terms(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        app.settle().await;
        for turn in 0..3 {
            let seeker = app.visitor();
            let sent = seeker.applies(vacancy.number.0, "Phạm Thị Hiền", &app.phone()).await;
            if turn == 2 {
                let path = sent.path.split('?').next().unwrap_or_default();
                seeker.post(&format!("{path}/rut"), &[]).await.ok();
            }
        }
        let told = async || app.outbox().await.into_iter().filter(|message| message.subject.contains("Tin đã thay đổi")).count();
        let path = format!("/ntd/tin/{}/sua", vacancy.id);
        let edit = async |field: &'static str, value: &str| {
            let form = owner.get(&path).await.ok().form(&path);
            owner.submit(form.fill(field, value)).await.ok();
            app.settle().await;
        };
        // Whom to call is no term of the work.
        edit("contact_phone", "0912000999").await;
        assert_eq!(told().await, 0);
        edit("wage_from", "7000000").await;
        assert_eq!(told().await, 0, "it waits for an officer");
        let page = officer.post("/tt/duyet/nhan-tiep", &[]).await.ok();
        officer.post(&page.path, &[("outcome", "approved"), ("then", "stay")]).await.ok();
        app.settle().await;
        assert_eq!(told().await, 2, "those whose applications are open, once each");
        let letter = app.outbox().await.into_iter().find(|message| message.subject.contains("Tin đã thay đổi")).unwrap();
        assert!(letter.text.contains("vừa thay đổi"), "{}", letter.text);
    }

    async fn what_nobody_touches_is_closed(app) {
        let owner = app.employer().await;
        let mut all = Vec::new();
        for state in [VacancyState::Draft, VacancyState::Returned, VacancyState::Paused, VacancyState::Rejected, VacancyState::Submitted] {
            all.push(vacancy_in(app, owner.organisation, state, told_to(app, &owner, 80)).await);
        }
        let paused = &all[2];
        app.seeker("0912345678").await;
        let application = application_in(app, paused, person_of(app, "0912345678").await, ApplicationState::Hired).await;
        app.later(TimeDelta::days(89)).await;
        for vacancy in &all {
            assert_eq!(app.stored(vacancy.id).await.state, vacancy.state);
        }
        app.later(TimeDelta::days(2)).await;
        for vacancy in &all {
            let now = app.stored(vacancy.id).await;
            let closes = !matches!(vacancy.state, VacancyState::Rejected | VacancyState::Submitted);
            assert_eq!(now.state == VacancyState::Closed, closes, "{:?}", vacancy.state);
            assert_eq!(now.closed_reason == Some(ClosedReason::Withdrawn), closes);
        }
        // A draft that was never sent needs no letter.
        assert_eq!(letters(app, &owner, "trong 90 ngày").await.len(), 2);
        let kept = sanviec_store::applications::find(app.store().reader(), application.id).await.unwrap().unwrap();
        assert_eq!(kept.state, ApplicationState::Hired, "what has ended stays as it ended");
        app.settle().await;
    }
}
