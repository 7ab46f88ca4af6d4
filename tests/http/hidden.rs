//! Nothing hidden stays findable: after every transition of a vacancy and of its changes, and after what
//! happens to its employer, everything that strangers can ask says the same.

use crate::world::{application_in, case_of, content, person_of, vacancy_in, with_tax_code};
use chrono::TimeDelta;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::lifecycle::Machine;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::organisation::{OrganisationCommand, OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::{RevisionCommand, RevisionLife, VacancyCommand, VacancyContent, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::import::Limits;
use sanviec_exchange::importing::{self, Progress, RowReport};
use sanviec_exchange::organisations::{self, Grounds, officers};
use sanviec_store::{Entity, VacancyRecord};
use sanviec_tests::{Employer, Officer, TestApp, User, on_both};
use std::collections::BTreeMap;

struct Silent;

impl Progress for Silent {
    fn opened(&mut self, _: u64) {}
    fn row(&mut self, _: &RowReport) {}
}

/// A text that one word finds and no other.
fn marked(app: &TestApp, mark: &str) -> VacancyContent {
    content(app, &format!("Công nhân {mark}"))
}

/// Whether strangers come upon a vacancy by a word of its title, by way of asking.
async fn surfaces(visitor: &User, vacancy: &VacancyRecord, mark: &str) -> BTreeMap<&'static str, bool> {
    let link = format!("/viec-lam/{}-", vacancy.number);
    let leads = |page: &sanviec_tests::Page| page.links("main a").iter().any(|href| href.starts_with(&link));
    let list = visitor.get(&format!("/api/v1/vacancies?q={mark}&limit=100")).await.ok().json();
    let one = visitor.get(&format!("/api/v1/vacancies/{}", vacancy.id)).await;
    let is_open = one.status.is_success() && one.json()["state"] == "published" && one.json()["title"].as_str().is_some_and(|title| title.contains(mark));
    let employer = visitor.get(&format!("/doanh-nghiep/{}", vacancy.employer)).await;
    let page = visitor.get(&format!("/viec-lam/{}", vacancy.number)).await;
    let apply = visitor.get(&format!("/viec-lam/{}/ung-tuyen", vacancy.number)).await;
    BTreeMap::from([
        ("search page", leads(&visitor.get(&format!("/viec-lam?q={mark}")).await.ok())),
        ("API, list", list["items"].as_array().unwrap().iter().any(|item| item["number"] == vacancy.number.0)),
        ("API, one", is_open),
        ("employer's page", employer.status.is_success() && leads(&employer) && employer.says(mark)),
        (
            "its page",
            page.status.is_success() && page.says(mark) && page.links("main a").iter().any(|href| href.ends_with("/ung-tuyen")),
        ),
        ("applying", apply.status.is_success() && apply.says(mark)),
        ("sitemap", visitor.get("/sitemap.xml").await.ok().body.contains(&link)),
    ])
}

/// Whether a word of the title is suggested to who types it.
async fn is_suggested(visitor: &User, mark: &str) -> bool {
    let suggested = visitor.get(&format!("/goi-y?q={mark}")).await.ok().json();
    suggested.as_array().unwrap().iter().any(|offer| offer["text"].as_str().unwrap().contains(mark))
}

/// Whether any title that is found has the word.
async fn is_found(app: &TestApp, mark: &str) -> bool {
    app.visitor().finds(mark).await.iter().any(|title| title.contains(mark))
}

/// Asks everywhere; everything has to say the same.
async fn agree(app: &TestApp, vacancy: &VacancyRecord, mark: &str, is_findable: bool, what: &str) {
    app.catch_up().await;
    let visitor = app.visitor();
    for (surface, found) in surfaces(&visitor, vacancy, mark).await {
        assert_eq!(found, is_findable, "{what}: {surface}");
    }
    // Suggestions are made in the background after each change; they follow in a moment.
    for turn in 0.. {
        if is_suggested(&visitor, mark).await == is_findable {
            break;
        }
        assert!(turn < 500, "{what}: suggestions");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    // Where only some vacancies are shown, a hidden one is never among them.
    if !is_findable {
        let home = visitor.get("/").await.ok();
        assert!(!home.body.contains(&format!("/viec-lam/{}-", vacancy.number)), "{what}: home");
    }
}

/// Who walks.
struct Walkers {
    owner: Employer,
    trusted: Employer,
    officer: Officer,
}

impl Walkers {
    /// Brings a vacancy into the state a rule begins in, and does what the rule says; answers with it.
    async fn walk(&self, app: &TestApp, from: VacancyState, command: VacancyCommand, mark: &str) -> VacancyRecord {
        let owner = if command == VacancyCommand::PublishTrusted { &self.trusted } else { &self.owner };
        let mut content = marked(app, mark);
        if command == VacancyCommand::Expire {
            content.deadline = Some(app.today() - TimeDelta::days(1));
        }
        // What trusted employers post never stands still where others' waits.
        let from = if command == VacancyCommand::PublishTrusted { VacancyState::Draft } else { from };
        let vacancy = vacancy_in(app, owner.organisation, from, content).await;
        let path = format!("/ntd/tin/{}", vacancy.id);
        match command {
            VacancyCommand::Submit | VacancyCommand::PublishTrusted => {
                owner.post(&format!("{path}/gui-duyet"), &[]).await.ok();
            }
            VacancyCommand::Publish | VacancyCommand::Return | VacancyCommand::Reject | VacancyCommand::TakeDown => {
                let (kind, outcome) = match (from, command) {
                    (_, VacancyCommand::TakeDown) => (CaseKind::Report, Outcome::Rejected),
                    (VacancyState::Appealed, VacancyCommand::Publish) => (CaseKind::Appeal, Outcome::Approved),
                    (VacancyState::Appealed, _) => (CaseKind::Appeal, Outcome::Rejected),
                    (_, VacancyCommand::Publish) => (CaseKind::Vacancy, Outcome::Approved),
                    (_, VacancyCommand::Return) => (CaseKind::Vacancy, Outcome::Returned),
                    _ => (CaseKind::Vacancy, Outcome::Rejected),
                };
                let case = case_of(app, kind, Entity::Vacancy, vacancy.id.0, owner.organisation).await;
                let reason = if outcome == Outcome::Approved { "" } else { "misleading" };
                let decision = [("outcome", outcome.key()), ("reason", reason), ("then", "stay")];
                self.officer.post(&format!("/tt/duyet/{}", case.id), &decision).await.ok();
            }
            VacancyCommand::Import => return Box::pin(import(app, vacancy, mark)).await,
            VacancyCommand::Expire => app.later(TimeDelta::minutes(1)).await,
            VacancyCommand::CloseUntouched => app.later(TimeDelta::days(91)).await,
            VacancyCommand::Pause | VacancyCommand::Resume | VacancyCommand::Renew | VacancyCommand::Fill | VacancyCommand::Withdraw | VacancyCommand::Appeal => {
                owner.post(&format!("{path}/lenh"), &[("command", command.key())]).await.ok();
            }
        }
        app.stored(vacancy.id).await
    }
}

/// A row of the centre's file: a new vacancy, or a new deadline for one that had run out.
async fn import(app: &TestApp, mut vacancy: VacancyRecord, mark: &str) -> VacancyRecord {
    let is_known = vacancy.state == VacancyState::Expired;
    if is_known {
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        vacancy.external_reference = Some(mark.to_owned());
        sanviec_store::vacancies::update(&unit, &vacancy).await.unwrap();
        unit.save().await.unwrap();
    }
    let deadline = (app.today() + TimeDelta::days(40)).format("%d/%m/%Y");
    let file = app.folder().join("rows.csv");
    let head = "external_reference,employer_tax_code,employer_name,job_title,quantity,job_description,place,wage,deadline,work_time,contact_name,contact_phone";
    let row =
        format!("{mark},,Công ty TNHH May Tiền Hải,Công nhân {mark},50,May áo sơ mi trên máy một kim.,KCN Tiền Hải,8-12 triệu,{deadline},Toàn thời gian,Nguyễn Thị Hoà,0912000333");
    std::fs::write(&file, format!("{head}\n{row}\n")).unwrap();
    let totals = importing::run(app.exchange(), &Actor::System, &file, Limits::default(), &mut Silent).await.unwrap();
    assert_eq!((totals.imported, totals.updated), (u64::from(!is_known), u64::from(is_known)), "{mark}");
    let known = sanviec_store::vacancies::by_reference(app.store().reader(), vacancy.employer, mark).await.unwrap();
    let imported = known.unwrap_or_else(|| panic!("{mark} went to another employer"));
    assert_eq!(imported.id == vacancy.id, is_known);
    imported
}

on_both! {
    async fn every_transition_of_a_vacancy(app) {
        let trusted = app.organisation("Công ty Dệt Hưng Hà", OrganisationKind::Employer, OrganisationState::Verified).await;
        let manager = app.staff(StaffRole::Manager).await;
        organisations::by_officer(app.exchange(), &manager.actor(), trusted, OrganisationCommand::Trust, &Grounds::default()).await.unwrap();
        let owner = app.employer().await;
        let trusted = app.member(trusted, sanviec_domain::organisation::MemberRole::Owner).await;
        let walkers = Walkers { owner, trusted, officer: app.moderator().await };
        let mut rules: Vec<_> = VacancyLife::RULES.iter().enumerate().collect();
        // The last ones take the clock so far that everybody has to sign in again.
        rules.sort_by_key(|(_, rule)| rule.command == VacancyCommand::CloseUntouched);
        for (number, rule) in rules {
            let what = format!("{:?} from {:?}", rule.command, rule.from);
            let mark = format!("kx{number}");
            let before = sanviec_store::feed::last(app.store().reader()).await.unwrap();
            let vacancy = Box::pin(walkers.walk(app, rule.from, rule.command, &mark)).await;
            assert_eq!(vacancy.state, rule.to, "{what}");
            agree(app, &vacancy, &mark, rule.to == VacancyState::Published, &what).await;
            if (rule.from == VacancyState::Published) != (rule.to == VacancyState::Published) {
                let changes = app.visitor().get(&format!("/api/v1/changes?after={before}")).await.ok().json();
                assert!(changes["items"].as_array().unwrap().iter().any(|item| item["id"] == vacancy.id.to_string()), "{what}: not in the feed");
            }
        }
        app.settle().await;
    }

    async fn every_transition_of_a_change(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        for (number, rule) in RevisionLife::RULES.iter().enumerate() {
            for party in rule.by {
                let what = format!("{:?} by {party:?}", rule.command);
                let (old, new, newer) = (format!("alphax{number}"), format!("bravoy{number}"), format!("charliz{number}"));
                let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, marked(app, &old)).await;
                let path = format!("/ntd/tin/{}/sua", vacancy.id);
                let edit = async |field: &'static str, value: &str| {
                    let form = owner.get(&path).await.ok().form(&path);
                    owner.submit(form.fill(field, value)).await.ok()
                };
                if rule.command != RevisionCommand::Apply {
                    edit("job_title", &format!("Công nhân {new}")).await;
                    agree(app, &vacancy, &old, true, &format!("{what}, while it waits")).await;
                    assert!(!is_found(app, &new).await, "{what}, while it waits");
                }
                let decide = async |outcome: &str, reason: &str| {
                    let page = officer.post("/tt/duyet/nhan-tiep", &[]).await.ok();
                    officer.post(&page.path, &[("outcome", outcome), ("reason", reason), ("then", "stay")]).await.ok();
                };
                let shown = match rule.command {
                    RevisionCommand::Apply => {
                        edit("contact_phone", "0912000999").await;
                        Some(&old)
                    }
                    RevisionCommand::Approve => {
                        decide("approved", "").await;
                        Some(&new)
                    }
                    RevisionCommand::Return => {
                        decide("returned", "wage-unclear").await;
                        Some(&old)
                    }
                    RevisionCommand::Reject => {
                        decide("rejected", "misleading").await;
                        Some(&old)
                    }
                    RevisionCommand::Replace => {
                        edit("job_title", &format!("Công nhân {newer}")).await;
                        agree(app, &vacancy, &old, true, &what).await;
                        decide("approved", "").await;
                        Some(&newer)
                    }
                    RevisionCommand::Withdraw => {
                        owner.post(&format!("/ntd/tin/{}/rut-sua-doi", vacancy.id), &[]).await.ok();
                        Some(&old)
                    }
                    RevisionCommand::Cancel => {
                        owner.post(&format!("/ntd/tin/{}/lenh", vacancy.id), &[("command", "fill")]).await.ok();
                        None
                    }
                    RevisionCommand::Propose => unreachable!("no rule begins with it"),
                };
                for mark in [&old, &new, &newer] {
                    let is_shown = shown == Some(mark);
                    if is_shown || shown.is_none() {
                        agree(app, &vacancy, mark, is_shown, &what).await;
                    } else {
                        app.catch_up().await;
                        assert!(!is_found(app, mark).await, "{what}: {mark}");
                    }
                }
                app.settle().await;
            }
        }
    }

    async fn what_happens_to_an_employer(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, marked(app, "kx1")).await;
        app.seeker("0912345678").await;
        let (open, done) = (person_of(app, "0912345678").await, app.phone());
        app.seeker(&done).await;
        let application = application_in(app, &vacancy, open, ApplicationState::Viewed).await;
        application_in(app, &vacancy, person_of(app, &done).await, ApplicationState::Declined).await;
        agree(app, &vacancy, "kx1", true, "published").await;
        let acts = officer.actor();
        let by = async |command, reasons: &'static [Reason]| organisations::by_officer(app.exchange(), &acts, owner.organisation, command, &Grounds::of(reasons)).await;
        by(OrganisationCommand::Suspend, &[Reason::Complaints]).await.unwrap();
        agree(app, &vacancy, "kx1", false, "suspended").await;
        app.settle().await;
        // Those who wait for an answer are told once, with whom to call; those who have theirs are not.
        let told: Vec<_> = app.outbox().await.into_iter().filter(|message| message.text.contains("tạm khoá") && message.text.contains("/toi/don/")).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].recipient.ends_with("912345678") && told[0].text.contains(&application.id.to_string()), "{told:?}");
        // Nobody there sees candidates any more.
        for path in [format!("/ntd/tin/{}/ung-vien", vacancy.id), format!("/ntd/don/{}", application.id)] {
            owner.get_once(&path).await.is(http::StatusCode::FORBIDDEN);
        }
        owner.post_once(&format!("/ntd/don/{}/lenh", application.id), &[("command", "shortlist")]).await.is(http::StatusCode::FORBIDDEN);
        by(OrganisationCommand::Lift, &[]).await.unwrap();
        agree(app, &vacancy, "kx1", true, "lifted").await;
        owner.get(&format!("/ntd/don/{}", application.id)).await.ok();

        // Merged into another, it is found under the other's name.
        let into = app.organisation("Công ty CP May Thái Bình", OrganisationKind::Employer, OrganisationState::Verified).await;
        with_tax_code(app, into, "0100109106").await;
        let preview = officers::preview(app.exchange(), &acts, owner.organisation, &"0100109106".parse().unwrap()).await.unwrap();
        officers::merge(app.exchange(), &acts, owner.organisation, into, (preview.from.version, preview.into.version), "một công ty").await.unwrap();
        let vacancy = app.stored(vacancy.id).await;
        assert_eq!(vacancy.employer, into);
        agree(app, &vacancy, "kx1", true, "merged").await;
        app.settle().await;
    }
}
