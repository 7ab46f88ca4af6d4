//! What is odd about a vacancy beside others: an officer sees it, nobody is stopped by it.

use crate::world::{content, vacancy_in};
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_tests::{Employer, Posted, TestApp, on_both, vacancy};

async fn rules(app: &TestApp, posted: &Posted) -> Vec<RuleCode> {
    let case = app.case_of(posted.id).await;
    let case = sanviec_store::cases::find(app.store().reader(), case).await.unwrap().unwrap();
    case.findings.iter().map(|finding| finding.rule).collect()
}

async fn posts(owner: &Employer, title: &str, wage: &str) -> Posted {
    owner.posts(vacancy().title(title).wage(wage, wage)).await
}

on_both! {
    async fn pay_that_lies_far_from_the_occupations_is_shown(app) {
        let owner = app.employer().await;
        let others = app.organisation("Công ty May Hưng Hà", OrganisationKind::Employer, OrganisationState::Verified).await;
        let first = posts(&owner, "Công nhân may công nghiệp", "9").await;
        assert!(!rules(app, &first).await.contains(&RuleCode::OddWage), "nobody to compare with");
        let occupation = app.stored(first.id).await.content.occupation;
        for number in 0..25 {
            let mut other = content(app, &format!("Công nhân may tổ {number}"));
            other.occupation.clone_from(&occupation);
            vacancy_in(app, others, VacancyState::Published, other).await;
        }
        let usual = posts(&owner, "Công nhân may dây chuyền", "12").await;
        assert_eq!(app.stored(usual.id).await.content.occupation, occupation);
        assert!(!rules(app, &usual).await.contains(&RuleCode::OddWage));
        let far = posts(&owner, "Công nhân may làm tại nhà", "80").await;
        assert_eq!(app.stored(far.id).await.content.occupation, occupation);
        assert!(rules(app, &far).await.contains(&RuleCode::OddWage));
        let page = app.moderator().await.get(&format!("/tt/duyet/{}", app.case_of(far.id).await)).await.ok();
        assert!(page.says("khác xa các tin cùng nghề"));
        app.settle().await;
    }

    async fn whoever_is_new_and_posts_many_is_looked_at(app) {
        let owner = app.employer().await;
        let mut last = None;
        for number in 0..21 {
            let title = format!("Thợ số {number}");
            last = Some(posts(&owner, &title, "9").await);
            let found = rules(app, last.as_ref().unwrap()).await.contains(&RuleCode::NewAndMany);
            assert_eq!(found, number == 20, "{number}");
        }
        // After a month it is known.
        app.later(chrono::TimeDelta::days(31)).await;
        owner.sign_in(&owner.phone).await;
        for number in 21..44 {
            last = Some(posts(&owner, &format!("Thợ số {number}"), "9").await);
        }
        assert!(!rules(app, &last.unwrap()).await.contains(&RuleCode::NewAndMany));
        app.settle().await;
    }

    async fn whoever_hires_for_others_is_looked_at(app) {
        let owner = app.employer().await;
        let posted = owner.posts(vacancy().title("Công nhân thời vụ").with("job_description", "Công ty em chuyên cung ứng lao động cho các khu công nghiệp, đi làm ngay.")).await;
        assert!(rules(app, &posted).await.contains(&RuleCode::Middleman));
        app.settle().await;
    }
}
