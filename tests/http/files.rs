//! Files handed in with an application: what is taken, who gets it back, and when it is gone.

use crate::world::{content, person_of, vacancy_in};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::consent::{ConsentPurpose, ConsentWay};
use sanviec_domain::ids::FileId;
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::ExchangeError;
use sanviec_store::Entity;
use sanviec_tests::{Employer, Form, TestApp, User, on_both};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>";
const PHONE: &str = "0977000111";

async fn first_screen(app: &TestApp, user: &User, employer: &Employer) -> Form {
    let vacancy = vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
    let path = format!("/viec-lam/{}/ung-tuyen", vacancy.number);
    let form = user.get(&path).await.ok().form(&path);
    form.fill("ho-ten", "Ngô Hữu Phúc").fill("dien-thoai", PHONE).fill("dong-y", "co")
}

async fn proves(app: &TestApp, user: &User, asked: &sanviec_tests::Page) -> sanviec_tests::Page {
    let action = asked.path.split('?').next().unwrap().to_owned();
    user.submit(asked.form(&action).fill("ma", &app.code_for(PHONE).await)).await.ok()
}

/// The addresses of the files on a page.
fn files_on(page: &sanviec_tests::Page) -> Vec<String> {
    page.links("a[href^='/tep/']")
}

async fn stored(app: &TestApp, path: &str) -> Result<Vec<u8>, ExchangeError> {
    let id: FileId = path.trim_start_matches("/tep/").parse().unwrap();
    let owner = sanviec_domain::access::Actor::Seeker {
        person: person_of(app, PHONE).await,
    };
    sanviec_exchange::files::open(app.exchange(), &owner, id).await.map(|(_, bytes)| bytes)
}

on_both! {
    async fn a_file_goes_to_the_one_employer_and_to_nobody_else(app) {
        let (owner, stranger) = (app.employer().await, app.employer().await);
        let user = app.visitor();
        let form = first_screen(app, &user, &owner).await;
        let asked = user.submit_with_files(form, &[("../Bằng \u{202e}nghề.exe", PDF)]).await.ok();
        let sent = proves(app, &user, &asked).await;
        let [file] = files_on(&sent).try_into().unwrap();
        assert!(sent.says(".pdf") && !sent.says(".exe"), "what it is, its bytes say");
        let answer = user.get(&file).await.ok();
        assert_eq!(answer.body.as_bytes(), PDF);
        assert!(answer.header("content-disposition").starts_with("attachment; filename=\"tep.pdf\"; filename*=UTF-8''"), "{}", answer.header("content-disposition"));
        assert_eq!((answer.kind(), answer.header("x-content-type-options"), answer.header("cache-control")), ("application/pdf", "nosniff", "private, no-store"));
        assert!(answer.header("content-security-policy").contains("sandbox"));
        app.settle().await;

        let list = owner.get("/ntd").await.ok();
        let applicants = list.links("a[href$='/ung-vien']")[0].clone();
        let one = owner.get(&applicants).await.ok().links("table a[href^='/ntd/don/']")[0].clone();
        assert_eq!(files_on(&owner.get(&one).await.ok()), [file.as_str()]);
        owner.get(&file).await.ok();
        let lines = sanviec_store::audit::recent(app.store().reader(), None, 20).await.unwrap();
        assert!(lines.iter().any(|line| line.action == "application.file"), "that an employer looked is logged");
        for other in [&*stranger, &app.seeker("0912345678").await] {
            other.get(&file).await.is(StatusCode::NOT_FOUND);
        }
        assert!(app.visitor().get(&file).await.path.starts_with("/dang-nhap"));
        // Whoever withdraws takes the files back.
        let own = user.get("/toi").await.ok().links(".tasks a")[0].clone();
        let page = user.get(&own).await.ok();
        user.submit(page.form(&format!("{own}/rut"))).await.ok();
        owner.get(&file).await.is(StatusCode::NOT_FOUND);
        assert!(files_on(&owner.get(&one).await.ok()).is_empty());
        user.get(&file).await.ok();
        app.settle().await;
    }

    async fn a_wrong_form_loses_no_file(app) {
        let owner = app.employer().await;
        let user = app.visitor();
        let form = first_screen(app, &user, &owner).await;
        let wrong = user.submit_with_files(form.fill("dien-thoai", "12"), &[("mot.pdf", PDF), ("hai.html", b"<script>alert(1)</script>")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says("mot.pdf") && wrong.says("“hai.html” không phải"), "{:?}", wrong.errors());
        // Another visitor can't take what waits here.
        let thief = app.visitor();
        let theirs = first_screen(app, &thief, &owner).await;
        let id = wrong.attribute("input[name=giu-tep]", "value").unwrap();
        let mut stolen = theirs.clone().fill("dien-thoai", "0977000222");
        stolen.fields.push(("giu-tep".to_owned(), id));
        let asked = thief.submit_with_files(stolen, &[]).await.ok();
        let action = asked.path.split('?').next().unwrap().to_owned();
        let sent = thief.submit(asked.form(&action).fill("ma", &app.code_for("0977000222").await)).await.ok();
        assert!(files_on(&sent).is_empty());
        // The right number, nothing chosen again.
        let right = wrong.form(&wrong.path).fill("dien-thoai", PHONE);
        let asked = user.submit_with_files(right, &[("", b"")]).await.ok();
        let sent = proves(app, &user, &asked).await;
        assert_eq!(files_on(&sent).len(), 1);
        app.settle().await;
    }

    async fn too_much_is_refused_at_its_place(app) {
        let owner = app.employer().await;
        let user = app.visitor();
        let form = first_screen(app, &user, &owner).await;
        let large = [PDF, &vec![b' '; 5 << 20]].concat();
        let page = user.submit_with_files(form.clone(), &[("to.pdf", &large)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.errors().iter().any(|error| error.contains("“to.pdf” lớn hơn 5 MB")), "{:?}", page.errors());
        let four = [("1.pdf", PDF), ("2.pdf", PDF), ("3.pdf", PDF), ("4.pdf", PDF)];
        let page = user.submit_with_files(form.clone(), &four).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.errors().iter().any(|error| error.contains("nhiều nhất 3")), "{:?}", page.errors());
        assert_eq!(page.count("input[name=giu-tep]"), 3, "the first three are kept");
        let five = [("1.pdf", PDF), ("2.pdf", PDF), ("3.pdf", PDF), ("4.pdf", PDF), ("5.pdf", PDF)];
        app.visitor().submit_with_files(form.clone(), &five).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        let larger = vec![b' '; 17 << 20];
        app.visitor().submit_with_files(form, &[("bom.pdf", &larger)]).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        app.settle().await;
    }

    async fn what_nobody_came_back_for_and_what_is_over_is_erased(app) {
        let owner = app.employer().await;
        let user = app.visitor();
        let form = first_screen(app, &user, &owner).await;
        user.submit_with_files(form.clone().fill("dien-thoai", "12"), &[("mot.pdf", PDF)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        app.later(TimeDelta::hours(26)).await;
        let again = user.get(&form.action).await.ok();
        assert_eq!(again.count("input[name=giu-tep]"), 0);
        let asked = user.submit_with_files(form, &[("hai.pdf", PDF)]).await.ok();
        let sent = proves(app, &user, &asked).await;
        let [file] = files_on(&sent).try_into().unwrap();
        assert!(stored(app, &file).await.is_ok());
        let own = user.get("/toi").await.ok().links(".tasks a")[0].clone();
        user.submit(user.get(&own).await.ok().form(&format!("{own}/rut"))).await.ok();
        app.settle().await;
        app.later(TimeDelta::days(190)).await;
        assert!(matches!(stored(app, &file).await, Err(ExchangeError::NotFound)));
        let id: FileId = file.trim_start_matches("/tep/").parse().unwrap();
        assert!(sanviec_store::files::find(app.store().reader(), id).await.unwrap().is_none());
        app.settle().await;
    }

    async fn consents_are_on_record(app) {
        let owner = app.employer().await;
        let user = app.visitor();
        let form = first_screen(app, &user, &owner).await.fill("giu-ho-so", "co");
        let asked = user.submit(form).await.ok();
        proves(app, &user, &asked).await;
        let given = sanviec_store::consents::of(app.store().reader(), person_of(app, PHONE).await).await.unwrap();
        let purposes: Vec<_> = given.iter().map(|consent| (consent.purpose, consent.way, consent.text_version.as_str())).collect();
        assert_eq!(purposes.len(), 2, "{purposes:?}");
        assert!(purposes.contains(&(ConsentPurpose::Application, ConsentWay::Online, "application-2026-11")) && purposes.contains(&(ConsentPurpose::KeepApplication, ConsentWay::Online, "keep-application-2026-11")));
        let files = sanviec_store::files::of(app.store().reader(), Entity::Application, uuid::Uuid::nil()).await.unwrap();
        assert!(files.is_empty());
        app.settle().await;
    }
}
