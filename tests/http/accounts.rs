//! How people sign in: passwords, links that set one, the second factor, devices, contacts, capacities.

use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_exchange::accounts::staff::{self, NewStaff};
use sanviec_tests::{Page, TestApp, User, on_both};

const GOOD: &str = "thuyền gỗ ăn chanh tối";
const OTHER: &str = "kẹo lạc bay qua cột điện";

async fn sets_password(user: &User, password: &str) -> Page {
    let form = user.get("/toi/mat-khau").await.ok().form("/toi/mat-khau").fill("mat-khau-moi", password);
    user.submit(form).await
}

async fn tries(user: &User, contact: &str, password: &str) -> Page {
    let form = user.get("/dang-nhap/mat-khau").await.ok().form("/dang-nhap/mat-khau");
    user.submit(form.fill("lien-lac", contact).fill("mat-khau", password)).await
}

/// The link in the letter sent last to an address.
async fn link_for(app: &TestApp, email: &str) -> String {
    let letters = app.messages_to(email).await;
    let letter = letters.iter().find(|letter| letter.kind == "password_link").expect("a letter with a link");
    let start = letter.text.find("/dat-mat-khau?ma=").expect("a link in the letter");
    letter.text[start..].split_whitespace().next().unwrap().to_owned()
}

async fn asks_for_link(app: &TestApp, email: &str) -> Page {
    let visitor = app.visitor();
    let form = visitor.get("/quen-mat-khau").await.ok().form("/quen-mat-khau").fill("email", email);
    let page = visitor.submit(form).await.ok();
    app.run_jobs().await;
    page
}

on_both! {
    async fn a_password_is_set_used_changed_and_removed(app) {
        let owner = app.employer().await;
        let other = app.visitor();
        other.sign_in(&owner.phone).await.ok();
        for weak in ["ngắn", "matkhau123456", "vuducthanh123"] {
            assert_eq!(sets_password(&owner, weak).await.is(StatusCode::UNPROCESSABLE_ENTITY).errors().len(), 1, "{weak}");
        }
        let before = owner.cookie();
        let page = sets_password(&owner, GOOD).await.ok();
        assert_eq!(page.path, "/toi/tai-khoan");
        assert_ne!(owner.cookie(), before, "the session goes on under another id");
        assert_eq!(other.get("/ntd").await.path, "/dang-nhap?tiep=%2Fntd", "other devices are signed out");
        assert!(!page.body.contains(GOOD));

        let visitor = app.visitor();
        let home = tries(&visitor, &owner.email, GOOD).await.ok();
        assert_eq!(home.path, "/ntd");
        assert_eq!(tries(&app.visitor(), &owner.phone, GOOD).await.ok().path, "/ntd", "the number does as well");

        let form = visitor.get("/toi/mat-khau").await.ok().form("/toi/mat-khau");
        let wrong = visitor.submit(form.clone().fill("mat-khau", OTHER).fill("mat-khau-moi", OTHER)).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY);
        visitor.submit(form.fill("mat-khau", GOOD).fill("mat-khau-moi", OTHER)).await.ok();
        tries(&app.visitor(), &owner.email, GOOD).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        tries(&app.visitor(), &owner.email, OTHER).await.ok();

        let form = visitor.get("/toi/mat-khau").await.ok().form("/toi/mat-khau/bo");
        visitor.submit(form.clone().fill("mat-khau-bo", GOOD)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        visitor.submit(form.fill("mat-khau-bo", OTHER)).await.ok();
        tries(&app.visitor(), &owner.email, OTHER).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        app.settle().await;
        let told: Vec<String> = app.messages_to(&owner.email).await.into_iter().filter(|letter| letter.kind == "account").map(|letter| letter.subject).collect();
        assert_eq!(told.len(), 3, "set, changed, removed: {told:?}");
    }

    async fn an_unknown_account_and_a_wrong_password_look_alike(app) {
        let owner = app.employer().await;
        sets_password(&owner, GOOD).await.ok();
        let plain = app.employer().await;
        let mut answers = Vec::new();
        for contact in [owner.email.as_str(), plain.email.as_str(), "nobody@example.vn", "0911999888"] {
            let page = tries(&app.visitor(), contact, OTHER).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!page.body.contains(OTHER), "what was typed is not shown again");
            answers.push(page.text("main").replace(contact, ""));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "{answers:?}");
        let known = asks_for_link(app, &owner.email).await.text("main");
        assert_eq!(asks_for_link(app, "nobody@example.vn").await.text("main"), known);
        assert!(app.messages_to("nobody@example.vn").await.is_empty());
        app.settle().await;
    }

    async fn a_link_sets_a_password_once(app) {
        let owner = app.employer().await;
        asks_for_link(app, &owner.email).await;
        let link = link_for(app, &owner.email).await;
        // Mail programs open links: as often as they like.
        for _ in 0..3 {
            app.visitor().get(&link).await.ok().form("/dat-mat-khau");
        }
        owner.get("/ntd").await.ok();
        tries(&app.visitor(), &owner.email, GOOD).await.is(StatusCode::UNPROCESSABLE_ENTITY);

        let (visitor, late) = (app.visitor(), app.visitor());
        let form = visitor.get(&link).await.ok().form("/dat-mat-khau");
        let again = late.get(&link).await.ok().form("/dat-mat-khau");
        visitor.submit(form.clone().fill("mat-khau-moi", "ngắn")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor.submit(form.fill("mat-khau-moi", GOOD)).await.ok().path, "/dang-nhap/mat-khau");
        assert_eq!(owner.get("/ntd").await.path, "/dang-nhap?tiep=%2Fntd", "every session ended");
        late.submit(again.fill("mat-khau-moi", OTHER)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!app.visitor().get(&link).await.ok().offers("/dat-mat-khau"));
        tries(&app.visitor(), &owner.email, OTHER).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        tries(&visitor, &owner.email, GOOD).await.ok();

        // Two links: using one ends the other; half an hour ends both, and takes them out of the letters.
        asks_for_link(app, &owner.email).await;
        let link = link_for(app, &owner.email).await;
        app.later(TimeDelta::minutes(31)).await;
        assert!(!app.visitor().get(&link).await.ok().offers("/dat-mat-khau"));
        assert!(app.messages_to(&owner.email).await.iter().all(|letter| !letter.text.contains("dat-mat-khau")));
        app.settle().await;
    }

    async fn the_second_factor_is_asked_for_and_no_code_is_taken_twice(app) {
        let owner = app.employer().await;
        let authenticator = owner.sets_up_second_factor().await;
        assert_eq!(authenticator.recovery_codes.len(), 10);
        app.wait(TimeDelta::seconds(60));

        let visitor = app.visitor();
        let asked = visitor.sign_in(&owner.phone).await.ok();
        assert!(asked.path.starts_with("/dang-nhap/buoc-hai"), "{}", asked.path);
        assert!(visitor.get("/ntd").await.path.starts_with("/dang-nhap?tiep="), "one factor opens nothing");
        let before = visitor.cookie();
        let (form, code) = (asked.form("/dang-nhap/buoc-hai"), authenticator.code(app));
        visitor.submit(form.clone().fill("ma", "000000")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor.submit(form.clone().fill("ma", &code)).await.ok().path, "/ntd");
        assert_ne!(visitor.cookie(), before, "another session id for more rights");

        let second = app.visitor();
        let form = second.sign_in(&owner.phone).await.ok().form("/dang-nhap/buoc-hai");
        second.submit(form.clone().fill("ma", &code)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let recovery = &authenticator.recovery_codes[3];
        second.submit(form.clone().fill("ma", &recovery.to_uppercase())).await.ok();
        second.get("/ntd").await.ok();
        let third = app.visitor();
        let form = third.sign_in(&owner.phone).await.ok().form("/dang-nhap/buoc-hai");
        third.submit(form.clone().fill("ma", recovery)).await.is(StatusCode::UNPROCESSABLE_ENTITY);

        // Five wrong in a row close it for a quarter of an hour, whatever comes then.
        for _ in 0..5 {
            third.submit(form.clone().fill("ma", "111111")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        app.wait(TimeDelta::seconds(60));
        third.submit(form.clone().fill("ma", &authenticator.code(app))).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        third.submit(form.fill("ma", &authenticator.recovery_codes[4])).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        app.wait(TimeDelta::minutes(16));
        let form = third.sign_in(&owner.phone).await.ok().form("/dang-nhap/buoc-hai");
        third.submit(form.fill("ma", &authenticator.code(app))).await.ok();
        assert!(third.get("/toi/tai-khoan").await.ok().says("Còn 9 mã dự phòng"));

        // Off again, for a code.
        app.wait(TimeDelta::seconds(60));
        let form = third.get("/toi/xac-thuc").await.ok().form("/toi/xac-thuc/tat");
        third.submit(form.clone().fill("ma-tat", "222222")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        third.submit(form.fill("ma-tat", &authenticator.code(app))).await.ok();
        // So many codes within an hour are more than anybody gets.
        app.wait(TimeDelta::minutes(61));
        assert_eq!(app.visitor().sign_in(&owner.phone).await.ok().path, "/ntd");
        app.settle().await;
    }

    async fn an_application_with_a_code_is_no_way_round_the_second_factor(app) {
        let owner = app.employer().await;
        let vacancy = crate::world::vacancy_in(app, owner.organisation, sanviec_domain::vacancy::VacancyState::Published, crate::world::content(app, "Thợ may")).await;
        app.settle().await;
        let seeker = app.seeker("0912345678").await;
        seeker.sets_up_second_factor().await;
        let visitor = app.visitor();
        let asked = visitor.begins_application(vacancy.number.0, "Phạm Thị Hiền", "0912345678").await.ok();
        let code = app.code_for("0912345678").await;
        let page = visitor.submit(asked.form(&format!("/viec-lam/{}/xac-nhan", vacancy.number)).fill("ma", &code)).await.ok();
        assert!(page.path.starts_with("/dang-nhap/buoc-hai?tiep=%2Ftoi%2Fdon%2F"), "{}", page.path);
        assert!(visitor.get("/toi").await.path.starts_with("/dang-nhap"));
        assert_eq!(seeker.get("/toi").await.ok().count("main .tasks li"), 1, "it was sent all the same");
        app.settle().await;
    }

    async fn staff_do_nothing_before_their_second_factor(app) {
        let person = {
            let link = staff::add(app.exchange(), NewStaff {
                email: "ha@example.vn".parse().unwrap(),
                name: Some("Trần Thị Thu Hà".parse().unwrap()),
                phone: None,
                role: StaffRole::Moderator,
            }).await.unwrap();
            let path = link.trim_start_matches(&app.exchange().settings.site.base_url).to_owned();
            let visitor = app.visitor();
            let form = visitor.get(&path).await.ok().form("/dat-mat-khau");
            visitor.submit(form.fill("mat-khau-moi", GOOD)).await.ok();
            let page = tries(&visitor, "ha@example.vn", GOOD).await.ok();
            assert_eq!(page.path, "/toi/xac-thuc");
            visitor
        };
        person.get("/tt/duyet").await.is(StatusCode::FORBIDDEN);
        let account = person.get("/toi/tai-khoan").await.ok();
        assert!(account.says("bật xác thực hai bước"));
        assert_eq!(person.post("/toi/vai-tro", &[("vai-tro", "moderator")]).await.ok().path, "/toi/xac-thuc", "switching is no way round it");
        let authenticator = person.sets_up_second_factor().await;
        person.get("/tt/duyet").await.ok();
        assert!(!person.get("/toi/xac-thuc").await.ok().offers("/toi/xac-thuc/tat"), "obligatory");
        person.post("/toi/xac-thuc/tat", &[("ma-tat", &authenticator.recovery_codes[0])]).await.ok();
        let members = staff::list(app.exchange()).await.unwrap();
        assert!(members.len() == 1 && members[0].second_factor && members[0].roles == [StaffRole::Moderator]);

        assert!(staff::forget_second_factor(app.exchange(), &"ha@example.vn".parse().unwrap(), "Đã đến quầy, có căn cước").await.unwrap());
        assert!(person.get("/tt/duyet").await.path.starts_with("/dang-nhap"), "signed out");
        assert_eq!(tries(&person, "ha@example.vn", GOOD).await.ok().path, "/toi/xac-thuc");
        staff::remove(app.exchange(), &"ha@example.vn".parse().unwrap(), None).await.unwrap();
        assert_eq!(tries(&person, "ha@example.vn", GOOD).await.ok().path, "/toi");
        app.settle().await;
    }

    async fn a_session_given_before_sign_in_is_worth_nothing_after_it(app) {
        let victim = app.visitor();
        // A session from before: the code of an application leaves one.
        let form = victim.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", "0912345678");
        victim.submit(form).await.ok();
        let seeker = app.seeker("0987654321").await;
        let planted = seeker.cookie().unwrap();
        let victim = User::with_cookie(app, &planted);
        assert_eq!(victim.get("/dang-nhap?lai").await.ok().path, "/dang-nhap?lai");
        let form = victim.get("/dang-nhap?lai").await.ok().form("/dang-nhap").fill("lien-lac", "0912345678");
        let asked = victim.submit(form).await.ok();
        let code = app.code_for("0912345678").await;
        victim.submit(asked.form("/xac-nhan").fill("ma", &code)).await.ok();
        assert_ne!(victim.cookie().unwrap(), planted);
        assert!(User::with_cookie(app, &planted).get("/toi").await.path.starts_with("/dang-nhap"));
        app.settle().await;
    }

    async fn devices_are_seen_and_ended_by_their_owner_alone(app) {
        let here = app.seeker("0912345678").await;
        let there = app.seeker("0912345678").await;
        let stranger = app.seeker("0987654321").await;
        let page = here.get("/toi/thiet-bi").await.ok();
        assert_eq!((page.count("main .tasks li"), page.count("main .tasks .tag")), (2, 1));
        let key = page.attribute("input[name=thiet-bi]", "value").unwrap();
        stranger.post("/toi/thiet-bi/ket-thuc", &[("thiet-bi", &key)]).await.ok();
        stranger.post("/toi/thiet-bi/tat-ca", &[]).await.ok();
        there.get("/toi").await.ok();
        assert_eq!(there.get("/toi").await.path, "/toi");
        here.post("/toi/thiet-bi/ket-thuc", &[("thiet-bi", &key)]).await.ok();
        assert!(there.get("/toi").await.path.starts_with("/dang-nhap"));
        let again = app.seeker("0912345678").await;
        here.post("/toi/thiet-bi/tat-ca", &[]).await.ok();
        assert!(again.get("/toi").await.path.starts_with("/dang-nhap"));
        assert_eq!(here.get("/toi/thiet-bi").await.ok().count("main .tasks li"), 1);
        app.settle().await;
    }

    async fn a_number_is_changed_when_both_ends_are_proved(app) {
        let owner = app.employer().await;
        let taken = app.seeker("0987654321").await;
        let begin = async |new: &str| {
            let form = owner.get("/toi/dien-thoai").await.ok().form("/toi/dien-thoai").fill("moi", new);
            owner.submit(form).await
        };
        begin("12").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        begin(&owner.phone).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let known = begin("0911222333").await.ok();
        assert!(known.path.starts_with("/toi/lien-lac/cu"), "{}", known.path);
        assert!(app.messages_to("0911222333").await.is_empty(), "the new one is not written to before the known one is proved");
        let form = known.form("/toi/lien-lac/cu");
        owner.submit(form.clone().fill("ma", "000000")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let code = app.code_for(&owner.phone).await;
        // Another person's session can't use it.
        taken.submit(form.clone().fill("ma", &code)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let next = owner.submit(form.clone().fill("ma", &code)).await.ok();
        let code = app.code_for("0911222333").await;
        let form = next.form("/toi/lien-lac/moi").fill("ma", &code);
        assert_eq!(owner.submit(form.clone()).await.ok().path, "/toi/tai-khoan");
        owner.submit(form).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        app.settle().await;
        assert!(app.messages_to(&owner.phone).await.iter().any(|message| message.kind == "account"), "the old one is told");
        assert_eq!(app.visitor().sign_in("0911222333").await.ok().path, "/ntd");

        // The old number is lost: the code goes to the address; and somebody else's number is refused at the end.
        let form = owner.get("/toi/dien-thoai").await.ok().form("/toi/dien-thoai").fill("moi", "0987654321").fill("mat", "co");
        let known = owner.submit(form).await.ok();
        let code = app.code_for(&owner.email).await;
        let next = owner.submit(known.form("/toi/lien-lac/cu").fill("ma", &code)).await.ok();
        let code = app.code_for("0987654321").await;
        let page = owner.submit(next.form("/toi/lien-lac/moi").fill("ma", &code)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("tài khoản khác"));
        app.settle().await;
    }

    async fn what_signs_in_is_changed_only_soon_after_signing_in(app) {
        let seeker = app.seeker("0912345678").await;
        app.wait(TimeDelta::minutes(20));
        let page = seeker.get("/toi/mat-khau").await.ok();
        assert!(page.path.starts_with("/dang-nhap?lai&tiep=%2Ftoi%2Fmat-khau"), "{}", page.path);
        for path in ["/toi/mat-khau", "/toi/mat-khau/bo", "/toi/xac-thuc", "/toi/xac-thuc/ma-du-phong", "/toi/xac-thuc/tat", "/toi/thiet-bi/ket-thuc", "/toi/thiet-bi/tat-ca"] {
            let asked = seeker.post(path, &[("mat-khau-moi", GOOD)]).await.ok();
            assert!(asked.path.starts_with("/dang-nhap?lai&tiep=%2Ftoi%2F"), "{path}: {}", asked.path);
        }
        let form = seeker.get("/toi/dien-thoai").await.ok().form("/toi/dien-thoai").fill("moi", "0911222333");
        assert!(seeker.submit(form).await.ok().path.starts_with("/dang-nhap?lai"));
        let form = seeker.get("/toi/xac-thuc").await.ok().form("/toi/xac-thuc");
        assert!(seeker.submit(form).await.ok().path.starts_with("/dang-nhap?lai"));
        let form = page.form("/dang-nhap").fill("lien-lac", "0912345678");
        let asked = seeker.submit(form).await.ok();
        let code = app.code_for("0912345678").await;
        let page = seeker.post("/xac-nhan?tiep=%2Ftoi%2Fmat-khau", &[("yeu-cau", asked.form("/xac-nhan?tiep=%2Ftoi%2Fmat-khau").value("yeu-cau")), ("ma", &code)]).await.ok();
        assert_eq!(page.path, "/toi/mat-khau");
        assert_eq!(sets_password(&seeker, GOOD).await.ok().path, "/toi/tai-khoan");
        app.settle().await;
    }

    async fn capacities_are_switched_without_signing_out(app) {
        let owner = app.employer().await;
        let college = app.organisation("Trường Cao đẳng nghề Hưng Yên", OrganisationKind::College, OrganisationState::Verified).await;
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        sanviec_store::people::add_member(&unit, owner.person, college, MemberRole::Owner).await.unwrap();
        sanviec_store::people::add_staff_role(&unit, owner.person, StaffRole::Counsellor).await.unwrap();
        unit.save().await.unwrap();
        let page = owner.get("/toi/tai-khoan").await.ok();
        assert_eq!(page.count("main .tasks li"), 3, "staff's is closed");
        owner.sets_up_second_factor().await;
        assert_eq!(owner.get("/toi/tai-khoan").await.ok().count("main .tasks li"), 4);
        for (key, home) in [("toi".to_owned(), "/toi"), (college.to_string(), "/truong-toi"), ("counsellor".to_owned(), "/tt/duyet"), (owner.organisation.to_string(), "/ntd")] {
            let before = owner.cookie();
            assert_eq!(owner.post("/toi/vai-tro", &[("vai-tro", &key)]).await.ok().path, home);
            assert_ne!(owner.cookie(), before);
            assert_eq!(owner.get("/").await.ok().count("nav input[name=vai-tro]"), 3, "the others stand in the navigation");
        }
        for foreign in ["admin", "00000000-0000-0000-0000-000000000000", ""] {
            assert_eq!(owner.post("/toi/vai-tro", &[("vai-tro", foreign)]).await.ok().path, "/toi/tai-khoan");
        }
        owner.get("/ntd").await.ok();
        app.settle().await;
    }
}
