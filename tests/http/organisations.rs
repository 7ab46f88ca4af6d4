//! Organisations: registered, verified, joined, left, repaired, merged.

use crate::world::{content, join_request, vacancy_in, with_tax_code};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_store::Entity;
use sanviec_tests::{Form, TestApp, User, on_both};

async fn record(app: &TestApp, id: OrganisationId) -> sanviec_store::OrganisationRecord {
    sanviec_store::organisations::find(app.store().reader(), id).await.unwrap().unwrap()
}

async fn owners(app: &TestApp, id: OrganisationId) -> usize {
    let members = sanviec_store::people::members_of(app.store().reader(), id).await.unwrap();
    members.iter().filter(|(_, role)| *role == MemberRole::Owner).count()
}

fn form_03(form: Form) -> Form {
    form.fill("name", "Công ty TNHH May Sông Trà")
        .fill("tax-code", "0100109106")
        .fill("ownership", "private")
        .fill("commune", "12826")
        .fill("phone", "0227 383 1234")
        .fill("email", "nhansu@songtra.vn")
        .fill("industry", "C")
        .fill("product", "Áo sơ mi")
        .fill("workforce", "101_200")
        .fill("representative", "Vũ Thị Lan")
        .fill("representative-phone", "0912 000 444")
}

async fn registered(app: &TestApp, user: &User) -> OrganisationId {
    let form = user.get("/dang-ky/doanh-nghiep").await.ok().form("/dang-ky/doanh-nghiep");
    let home = user.submit(form_03(form)).await.ok();
    assert_eq!(home.path, "/ntd", "{:?}", home.errors());
    let known = sanviec_store::organisations::by_tax_code(app.store().reader(), &"0100109106".parse().unwrap())
        .await
        .unwrap();
    known.unwrap().id
}

/// Makes a link to pass on and takes it off the page.
async fn link_of(owner: &User, role: &str) -> String {
    let form = owner.get("/ntd/thanh-vien").await.ok().form("/ntd/loi-moi").fill("role", role);
    let page = owner.submit(form).await.ok();
    let url = page.attribute("#link", "value").unwrap();
    url[url.find("/loi-moi/").unwrap()..].to_owned()
}

on_both! {
    async fn an_employer_registers_and_is_verified(app) {
        let sent = app.visitor().get_once("/dang-ky").await;
        assert_eq!(sent.header("location"), "/dang-nhap?tiep=%2Fdang-ky");
        let seeker = app.seeker("0912345678").await;
        let empty = seeker.post("/dang-ky/doanh-nghiep", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.errors().len() >= 10, "{:?}", empty.errors());
        let id = registered(app, &seeker).await;
        assert_eq!(record(app, id).await.state, OrganisationState::Pending);
        assert_eq!(owners(app, id).await, 1);
        app.visitor().get(&format!("/doanh-nghiep/{id}")).await.is(StatusCode::NOT_FOUND);
        // The officer sees form 03 and says what was looked at.
        let officer = app.moderator().await;
        let case = sanviec_store::cases::open_for(app.store().reader(), Entity::Organisation, id.0).await.unwrap().unwrap();
        let path = format!("/tt/duyet/{}", case.id);
        let page = officer.get(&path).await.ok();
        assert!(page.says("0100109106") && page.says("Vũ Thị Lan") && page.says("Áo sơ mi"));
        officer.post(&format!("{path}/nhan"), &[]).await.ok();
        officer.post(&path, &[("outcome", "approved")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        officer.post(&path, &[("outcome", "approved"), ("looked", "business_register"), ("looked", "telephone"), ("then", "stay")]).await.ok();
        assert_eq!(record(app, id).await.state, OrganisationState::Verified);
        let history = sanviec_store::history::of(app.store().reader(), Entity::Organisation, id.0).await.unwrap();
        assert!(history.iter().any(|line| line.note.as_deref() == Some("business_register,telephone")));
        app.settle().await;
        app.visitor().get(&format!("/doanh-nghiep/{id}")).await.ok();
        assert_eq!(app.messages_to("nhansu@songtra.vn").await.len(), 1);
        // A new name waits for an officer while the old one stands; the rest is written at once.
        let form = seeker.get("/ntd/doanh-nghiep").await.ok().form("/ntd/doanh-nghiep");
        seeker.submit(form.fill("name", "Công ty CP May Sông Trà").fill("product", "Áo khoác")).await.ok();
        let now = record(app, id).await;
        assert_eq!((now.name.as_str(), now.profile.product.as_str()), ("Công ty TNHH May Sông Trà", "Áo khoác"));
        let case = sanviec_store::cases::open_for(app.store().reader(), Entity::Organisation, id.0).await.unwrap().unwrap();
        officer.post(&format!("/tt/duyet/{}", case.id), &[("outcome", "approved"), ("looked", "business_register"), ("then", "stay")]).await.ok();
        assert_eq!(record(app, id).await.name, "Công ty CP May Sông Trà");
        app.settle().await;
    }

    async fn a_link_lets_one_person_in_once(app) {
        let owner = app.employer().await;
        let link = link_of(&owner, "recruiter").await;
        let (one, two) = (app.seeker("0912345678").await, app.seeker("0987654321").await);
        // Looking does nothing; who isn't signed in is led to sign in and back.
        let page = app.visitor().get(&link).await.ok();
        assert!(page.link("Đăng nhập để nhận lời").contains(&link));
        one.get(&link).await.ok();
        let before = sanviec_store::people::members_of(app.store().reader(), owner.organisation).await.unwrap().len();
        let (a, b) = tokio::join!(one.post_once(&link, &[]), two.post_once(&link, &[]));
        assert!(a.status.is_redirection() && b.status.is_redirection(), "{} {}", a.status, b.status);
        let after = sanviec_store::people::members_of(app.store().reader(), owner.organisation).await.unwrap();
        assert_eq!(after.len(), before + 1, "two people came in by one invitation");
        app.visitor().get(&link).await.is(StatusCode::GONE);
        // Revoked, sent again, run out.
        let link = link_of(&owner, "viewer").await;
        let open = sanviec_store::invitations::open_of(app.store().reader(), owner.organisation).await.unwrap();
        let again = owner.post(&format!("/ntd/loi-moi/{}/gui-lai", open[0].id), &[]).await.ok();
        app.visitor().get(&link).await.is(StatusCode::NOT_FOUND);
        let fresh = again.attribute("#link", "value").unwrap();
        let fresh = &fresh[fresh.find("/loi-moi/").unwrap()..];
        app.visitor().get(fresh).await.ok();
        assert!(!open[0].token_hash.contains(&fresh["/loi-moi/".len()..]));
        owner.post(&format!("/ntd/loi-moi/{}/thu-hoi", open[0].id), &[]).await.ok();
        app.visitor().get(fresh).await.is(StatusCode::GONE);
        let late = link_of(&owner, "viewer").await;
        app.wait(TimeDelta::days(15));
        let third = app.seeker("0909090909").await;
        third.post_once(&late, &[]).await;
        third.get(&late).await.is(StatusCode::GONE);
        assert_eq!(sanviec_store::people::members_of(app.store().reader(), owner.organisation).await.unwrap().len(), before + 1);
        app.settle().await;
    }

    async fn a_letter_keeps_its_invitation_only_while_it_is_open(app) {
        let owner = app.employer().await;
        let form = || async { owner.get("/ntd/thanh-vien").await.ok().form("/ntd/loi-moi").fill("role", "viewer") };
        for email in ["mai@example.vn", "lan@example.vn"] {
            owner.submit(form().await.fill("email", email)).await.ok();
        }
        app.later(TimeDelta::hours(2)).await;
        let link = async |email: &str| -> Option<String> {
            let letters = app.messages_to(email).await;
            let text = &letters.iter().find(|letter| letter.kind == "invitation").expect("a letter").text;
            text.find("/loi-moi/").map(|start| text[start..].split_whitespace().next().unwrap_or_default().to_owned())
        };
        let mai = link("mai@example.vn").await.expect("it can still be used");
        assert!(link("lan@example.vn").await.is_some());
        app.seeker("0912345678").await.post(&mai, &[]).await.ok();
        app.later(TimeDelta::hours(2)).await;
        assert_eq!(link("mai@example.vn").await, None, "used");
        assert!(link("lan@example.vn").await.is_some());
        app.later(TimeDelta::days(15)).await;
        assert_eq!(link("lan@example.vn").await, None, "too late");
        app.settle().await;
    }

    async fn the_last_owner_stays(app) {
        let an = app.employer().await;
        let me = format!("/ntd/thanh-vien/{}", an.person);
        an.post(&format!("{me}/vai-tro"), &[("role", "viewer")]).await.ok();
        an.post("/ntd/roi", &[("leave", "co")]).await.ok();
        an.post("/ntd/roi", &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(owners(app, an.organisation).await, 1);
        // Two owners demote each other in the same moment: one of them stays.
        let binh = app.member(an.organisation, MemberRole::Owner).await;
        let (theirs, mine) = (format!("/ntd/thanh-vien/{}/vai-tro", binh.person), format!("{me}/vai-tro"));
        let fields = [("role", "viewer")];
        let (a, b) = tokio::join!(an.post_once(&theirs, &fields), binh.post_once(&mine, &fields));
        assert!(!a.status.is_server_error() && !b.status.is_server_error(), "{} {}", a.status, b.status);
        assert_eq!(owners(app, an.organisation).await, 1);
        // Somebody else's member is not there.
        let other = app.college().await;
        an.post(&format!("/ntd/thanh-vien/{}/go", other.person), &[]).await;
        assert_eq!(sanviec_store::people::members_of(app.store().reader(), other.organisation).await.unwrap().len(), 1);
        app.settle().await;
    }

    async fn a_request_to_join_goes_to_owners_then_to_the_centre(app) {
        let owner = app.employer().await;
        with_tax_code(app, owner.organisation, "0100109106").await;
        let officer = app.moderator().await;
        let seeker = app.seeker("0912345678").await;
        let form = seeker.get("/dang-ky/doanh-nghiep").await.ok().form("/dang-ky/doanh-nghiep");
        let known = seeker.submit(form_03(form)).await.ok();
        assert!(known.says("May Tiền Hải") && !known.says(&owner.phone) && !known.says(&owner.email));
        seeker.submit(known.form("/xin-tham-gia")).await.ok();
        seeker.post("/xin-tham-gia", &[("tax-code", "0100109106")]).await.ok();
        app.settle().await;
        assert_eq!(app.messages_to(&owner.email).await.iter().filter(|message| message.kind == "organisation").count(), 1);
        let open = sanviec_store::joining::open_of(app.store().reader(), owner.organisation).await.unwrap();
        assert_eq!(open.len(), 1);
        // The centre decides only once the owners have been silent for seven days.
        let centre = format!("/tt/to-chuc/{}/xin-tham-gia/{}", owner.organisation, open[0].id);
        officer.post(&centre, &[("answer", "accept"), ("role", "recruiter")]).await.ok();
        let members = || async { sanviec_store::people::members_of(app.store().reader(), owner.organisation).await.unwrap().len() };
        assert_eq!(members().await, 1);
        app.later(TimeDelta::days(8)).await;
        assert!(officer.get("/tt/to-chuc").await.ok().says("May Tiền Hải"));
        officer.post(&centre, &[("answer", "accept"), ("role", "recruiter")]).await.ok();
        officer.post(&centre, &[("answer", "decline")]).await.ok();
        assert_eq!(members().await, 2);
        app.settle().await;
    }

    async fn a_name_that_is_nearly_anothers_is_shown_to_the_officer(app) {
        // The form says "Công ty TNHH May Sông Trà".
        let known = app.organisation("Công ty Cổ phần May Sông Trá", OrganisationKind::Employer, OrganisationState::Verified).await;
        app.organisation("Công ty TNHH May Hưng Hà", OrganisationKind::Employer, OrganisationState::Verified).await;
        let id = registered(app, &app.seeker("0912345678").await).await;
        let case = sanviec_store::cases::open_for(app.store().reader(), Entity::Organisation, id.0).await.unwrap().unwrap();
        let found: Vec<(RuleCode, &str)> = case.findings.iter().map(|finding| (finding.rule, finding.words.as_str())).collect();
        assert_eq!(found, [(RuleCode::LookAlikeName, record(app, known).await.name.as_str())], "{}", record(app, id).await.name);
        let page = app.moderator().await.get(&format!("/tt/duyet/{}", case.id)).await.ok();
        assert!(page.says("đối chiếu mã số thuế") && page.says("May Sông Trá"), "{}", page.text("main"));
        app.settle().await;
    }

    async fn an_organisation_without_an_owner_is_repaired_and_suspended(app) {
        let id = app.organisation("Công ty không chủ", OrganisationKind::Employer, OrganisationState::Verified).await;
        let viewer = app.member(id, MemberRole::Viewer).await;
        let officer = app.moderator().await;
        assert!(officer.get("/tt/to-chuc").await.ok().says("Công ty không chủ"));
        let path = format!("/tt/to-chuc/{id}");
        officer.post(&format!("{path}/chu/{}", viewer.person), &[]).await.ok();
        assert_eq!(owners(app, id).await, 0);
        officer.post(&format!("{path}/chu/{}", viewer.person), &[("reason", "Chủ cũ đã nghỉ việc")]).await.ok();
        assert_eq!(owners(app, id).await, 1);
        let vacancy = vacancy_in(app, id, VacancyState::Published, content(app, "Công nhân may")).await;
        officer.post(&format!("{path}/lenh"), &[("command", "suspend")]).await.ok();
        assert_eq!(record(app, id).await.state, OrganisationState::Verified);
        officer.post(&format!("{path}/lenh"), &[("command", "suspend"), ("reason", "complaints")]).await.ok();
        app.settle().await;
        app.visitor().get(&format!("/viec-lam/{}", vacancy.number)).await.is(StatusCode::NOT_FOUND);
        assert!(app.messages_to(&viewer.email).await.iter().any(|message| message.text.contains("phản ánh")));
        officer.post(&format!("{path}/lenh"), &[("command", "lift")]).await.ok();
        app.settle().await;
        app.visitor().get(&format!("/viec-lam/{}", vacancy.number)).await.ok();
    }

    async fn two_organisations_of_one_body_become_one(app) {
        let (old, new) = (app.employer().await, app.employer().await);
        with_tax_code(app, new.organisation, "0100109106").await;
        let vacancy = vacancy_in(app, old.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        let asker = app.member(new.organisation, MemberRole::Viewer).await;
        join_request(app, old.organisation, asker.person).await;
        let officer = app.moderator().await;
        let path = format!("/tt/to-chuc/{}/gop", old.organisation);
        let preview = officer.get(&format!("{path}?vao=0100109106")).await.ok();
        let form = preview.form(&path).fill("reason", "Một doanh nghiệp đăng ký hai lần");
        // Something changed since the preview: nothing happens.
        with_tax_code(app, new.organisation, "0100109106").await;
        officer.submit(form).await.ok();
        assert_eq!(app.stored(vacancy.id).await.employer, old.organisation);
        let preview = officer.get(&format!("{path}?vao=0100109106")).await.ok();
        officer.submit(preview.form(&path).fill("reason", "Một doanh nghiệp đăng ký hai lần")).await.ok();
        assert_eq!(app.stored(vacancy.id).await.employer, new.organisation);
        assert_eq!(owners(app, new.organisation).await, 2);
        app.settle().await;
        app.visitor().get(&format!("/viec-lam/{}", vacancy.number)).await.ok();
        let moved = app.visitor().get_once(&format!("/doanh-nghiep/{}", old.organisation)).await;
        assert!(moved.header("location").contains(&new.organisation.to_string()), "{}", moved.status);
        // It is over: neither lifted nor merged again.
        officer.post(&format!("/tt/to-chuc/{}/lenh", old.organisation), &[("command", "lift")]).await.ok();
        assert_eq!(record(app, old.organisation).await.state, OrganisationState::Suspended);
        app.settle().await;
    }
}
