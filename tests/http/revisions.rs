//! Changing a published vacancy: the old text stays up until an officer approves the new one.

use crate::world::{content, vacancy_in};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::Actor;
use sanviec_domain::ids::RevisionId;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::{CaseKind, CaseState, Outcome};
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::{RevisionCommand, RevisionGuard, RevisionLife, RevisionState, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::{CaseRecord, Entity, RevisionRecord, VacancyRecord};
use sanviec_tests::{Employer, Form, Officer, Page, Posted, TestApp, on_both, vacancy};

/// Opens the form of a published vacancy, writes into it and sends the change.
async fn changes(employer: &Employer, posted: &Posted, fill: impl FnOnce(Form) -> Form) -> Page {
    let path = format!("/ntd/tin/{}/sua", posted.id);
    let form = employer.get(&path).await.ok().form(&path);
    employer.submit(fill(form).press("action", "revise")).await
}

async fn published(app: &TestApp, employer: &Employer) -> Posted {
    let posted = employer.posts(vacancy()).await;
    app.moderator().await.publishes(&posted).await;
    app.settle().await;
    posted
}

async fn revisions(app: &TestApp, posted: &Posted) -> Vec<RevisionRecord> {
    sanviec_store::revisions::of_vacancy(app.store().reader(), posted.id).await.unwrap()
}

async fn pending(app: &TestApp, posted: &Posted) -> RevisionRecord {
    sanviec_store::revisions::pending_of(app.store().reader(), posted.id).await.unwrap().unwrap()
}

async fn case_of(app: &TestApp, revision: RevisionId) -> CaseRecord {
    let cases = sanviec_store::cases::history_for(app.store().reader(), Entity::Revision, revision.0).await.unwrap();
    assert_eq!(cases.len(), 1, "one case a change");
    cases.into_iter().next().unwrap()
}

async fn open_cases(app: &TestApp) -> Vec<CaseRecord> {
    sanviec_store::cases::queue(app.store().reader(), None, sanviec_store::cases::Only::All, None, 1_000)
        .await
        .unwrap()
}

fn titled(posted: &Posted, title: &str) -> Posted {
    Posted {
        title: title.to_owned(),
        ..posted.clone()
    }
}

/// A change and its case in any state, as its life would have left it.
async fn revision_in(app: &TestApp, vacancy: &VacancyRecord, state: RevisionState, content: VacancyContent) -> (RevisionRecord, CaseRecord) {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let record = RevisionRecord {
        id: RevisionId(unit.uuid()),
        vacancy: vacancy.id,
        content,
        state,
        created_by: None,
        created_at: unit.now(),
        version: 1,
    };
    sanviec_store::revisions::insert(&unit, record.clone()).await.unwrap();
    unit.save().await.unwrap();
    let case = crate::world::case_of(app, CaseKind::Revision, Entity::Revision, record.id.0, vacancy.employer).await;
    (record, case)
}

async fn decides(officer: &Officer, case: &CaseRecord, outcome: Outcome) -> Page {
    let path = format!("/tt/duyet/{}", case.id);
    officer.post(&format!("{path}/nhan"), &[]).await.ok();
    let reason = if outcome == Outcome::Approved { "" } else { "wage-unclear" };
    let fields = [("outcome", outcome.key()), ("reason", reason), ("message", "Ghi rõ đã gồm tăng ca chưa."), ("then", "stay")];
    officer.post(&path, &fields).await.ok()
}

on_both! {
    async fn a_change_waits_while_the_old_text_stays_up(app) {
        let employer = app.employer().await;
        let posted = published(app, &employer).await;
        let before = app.stored(posted.id).await;
        let page = changes(&employer, &posted, |form| form.fill("job_title", "Thợ hàn khung xe").fill("quantity", "35").fill("wage_to", "14tr")).await.ok();
        assert_eq!(page.path, format!("/ntd/tin/{}", posted.id));
        assert!(page.says("Bản sửa đổi đang chờ duyệt") && page.says("Gửi sửa đổi"), "{}", page.text("main"));
        assert_eq!(page.texts(".changes dt"), ["Tên công việc", "Số lượng cần tuyển", "Nghề", "Thu nhập thường gặp một tháng"]);
        app.settle().await;
        // The public reads, finds and counts what was approved.
        assert_eq!(app.stored(posted.id).await, before);
        let public = app.visitor().get(&format!("/viec-lam/{}", posted.number)).await.ok();
        assert!(public.says("Công nhân may công nghiệp") && !public.says("Thợ hàn khung xe"));
        assert_eq!(app.visitor().finds("thợ hàn khung xe").await, [""; 0]);

        // The officer reads old and new beside each other, in Vietnamese, with what differs marked.
        let officer = app.moderator().await;
        let queue = officer.get("/tt/duyet?loai=revision").await.ok();
        let case = officer.get(&queue.link("Thợ hàn khung xe")).await.ok();
        assert!(case.says("So với bản đang đăng") && case.says("Tin sửa đổi"));
        assert_eq!(case.texts(".changes dt")[..2], ["Tên công việc", "Số lượng cần tuyển"]);
        assert_eq!((case.texts(".changes del")[0].as_str(), case.texts(".changes ins")[0].as_str()), ("Công nhân may công nghiệp", "Thợ hàn khung xe"));
        assert_eq!((case.texts(".changes del")[1].as_str(), case.texts(".changes ins")[1].as_str()), ("20", "35"));
        assert_eq!(case.text("h1"), "Thợ hàn khung xe", "the posting as it would be");
        assert!(case.says("Quyết định trước đây"), "the vacancy's own case is its past");

        let changed = titled(&posted, "Thợ hàn khung xe");
        officer.decides(&changed, "approved", None).await;
        app.settle().await;
        let now = app.stored(posted.id).await;
        assert_eq!((now.state, now.content.openings, now.content.title.as_str()), (VacancyState::Published, Some(35), "Thợ hàn khung xe"));
        assert_eq!((now.published_at, now.number), (before.published_at, before.number));
        assert_eq!(app.visitor().finds("thợ hàn khung xe").await.len(), 1, "the index follows");
        assert!(!app.visitor().finds("công nhân may công nghiệp").await.contains(&posted.title), "the old text is found no more");
        let told = app.messages_to(&employer.email).await;
        assert!(told.iter().any(|message| message.subject.contains("Đã duyệt sửa đổi")), "{:?}", told.iter().map(|told| &told.subject).collect::<Vec<_>>());
        let own = employer.get(&format!("/ntd/tin/{}", posted.id)).await.ok();
        assert!(own.says("Duyệt sửa đổi") && own.says("Gửi sửa đổi") && own.count(".changes") == 0, "{}", own.text("main"));
        let audit = sanviec_store::audit::of(app.store().reader(), Entity::Vacancy, posted.id.0, 50).await.unwrap();
        let applied = audit.iter().find(|line| line.action == "vacancy.apply_revision").unwrap();
        assert!(applied.details["parts"].as_array().unwrap().iter().any(|part| part == "openings"), "{:?}", applied.details);
        // The decided case can still be read.
        let case = case_of(app, revisions(app, &posted).await[0].id).await;
        assert_eq!((case.state, case.outcome), (CaseState::Decided, Some(Outcome::Approved)));
        assert_eq!(officer.get(&format!("/tt/duyet/{}", case.id)).await.ok().count(".changes"), 0);
    }

    async fn a_contact_and_a_later_deadline_are_changed_at_once(app) {
        let employer = app.employer().await;
        let posted = published(app, &employer).await;
        let later = (app.today() + TimeDelta::days(60)).to_string();
        changes(&employer, &posted, |form| form.fill("contact_phone", "0912 000 444").fill("deadline", &later)).await.ok();
        app.settle().await;
        let now = app.stored(posted.id).await;
        assert_eq!(now.content.deadline, Some(app.today() + TimeDelta::days(60)));
        assert!(app.visitor().get(&format!("/viec-lam/{}", posted.number)).await.ok().says("0912 000 444"));
        assert_eq!(open_cases(app).await, []);
        let own = employer.get(&format!("/ntd/tin/{}", posted.id)).await.ok();
        assert!(own.says("Sửa tin, không cần duyệt") && own.count(".changes") == 0);

        // Together with something that waits, they still don't wait; and what waits is only the rest.
        changes(&employer, &posted, |form| form.fill("contact_phone", "0912 000 555").fill("quantity", "50")).await.ok();
        let now = app.stored(posted.id).await;
        assert_eq!((now.content.contact.unwrap().phone.spaced(), now.content.openings), ("0912 000 555".to_owned(), Some(20)));
        assert_eq!(pending(app, &posted).await.content.openings, Some(50));
        let own = employer.get(&format!("/ntd/tin/{}", posted.id)).await.ok();
        assert_eq!(own.texts(".changes dt"), ["Số lượng cần tuyển"]);

        // Nothing changed is nothing done: no case, no new version.
        let (version, known) = (app.stored(posted.id).await.version, revisions(app, &posted).await.len());
        let same = changes(&employer, &posted, |form| form).await.ok();
        assert!(same.says("Không có gì thay đổi"), "{}", same.text("main"));
        assert_eq!((app.stored(posted.id).await.version, revisions(app, &posted).await.len()), (version, known));
        // A sooner deadline shuts people out: an officer looks at it.
        changes(&employer, &posted, |form| form.fill("deadline", &(later[..8].to_owned() + &later[8..])).fill("quantity", "20")).await.ok();
        assert_eq!(open_cases(app).await, [], "back to the published text: the change is withdrawn");
        let sooner = (app.today() + TimeDelta::days(3)).to_string();
        changes(&employer, &posted, |form| form.fill("deadline", &sooner)).await.ok();
        assert_eq!(open_cases(app).await.len(), 1);
        assert_eq!(app.stored(posted.id).await.content.deadline, Some(app.today() + TimeDelta::days(60)));
        app.settle().await;
    }

    async fn a_second_edit_takes_the_place_of_the_first(app) {
        let employer = app.employer().await;
        let posted = published(app, &employer).await;
        changes(&employer, &posted, |form| form.fill("quantity", "35")).await.ok();
        let first = pending(app, &posted).await;
        let officer = app.moderator().await;
        let opened = officer.claims(&posted).await;
        // The form begins with what waits.
        let page = employer.get(&format!("/ntd/tin/{}/sua", posted.id)).await.ok();
        assert_eq!(page.form(&page.path).value("quantity"), "35");
        changes(&employer, &posted, |form| form.fill("quantity", "40").fill("street", "Thôn Đông")).await.ok();
        let second = pending(app, &posted).await;
        assert_ne!(first.id, second.id);
        assert_eq!((second.content.openings, revisions(app, &posted).await.len()), (Some(40), 2));
        let ended = case_of(app, first.id).await;
        assert_eq!((ended.state, ended.outcome), (CaseState::Decided, Some(Outcome::Withdrawn)));
        assert_eq!(open_cases(app).await.iter().map(|case| case.subject).collect::<Vec<_>>(), [second.id.0]);
        // Whoever had the first one open can't approve what nobody read.
        let form = opened.form(&opened.path).fill("outcome", "approved").press("then", "stay");
        assert!(officer.submit(form).await.ok().says("đã được xử lý trước đó"));
        assert_eq!(app.stored(posted.id).await.content.openings, Some(20));
        officer.decides(&posted, "approved", None).await;
        assert_eq!(app.stored(posted.id).await.content.openings, Some(40));
        app.settle().await;
    }

    async fn a_change_that_is_not_approved_leaves_the_text(app) {
        let employer = app.employer().await;
        let posted = published(app, &employer).await;
        let before = app.stored(posted.id).await;
        let officer = app.moderator().await;
        for (outcome, answer, kept) in [("returned", "cần sửa thêm", "35"), ("rejected", "không được duyệt", "20")] {
            changes(&employer, &posted, |form| form.fill("quantity", "35")).await.ok();
            officer.decides(&posted, outcome, Some("wage-unclear")).await;
            app.settle().await;
            assert_eq!(app.stored(posted.id).await, before, "{outcome}");
            assert_eq!(app.visitor().finds("công nhân may").await.len(), 1);
            let told = app.messages_to(&employer.email).await;
            assert!(told.iter().any(|message| message.subject.contains(answer)), "{outcome}");
            let own = employer.get(&format!("/ntd/tin/{}", posted.id)).await.ok();
            assert!(own.says("Bản sửa đổi chưa được duyệt") && own.says("giữ nguyên"), "{outcome}: {}", own.text("main"));
            assert_eq!(own.texts(".changes dt"), ["Số lượng cần tuyển"]);
            // What was sent back is gone on with; what was refused is not.
            let form = employer.get(&format!("/ntd/tin/{}/sua", posted.id)).await.ok();
            assert_eq!(form.form(&form.path).value("quantity"), kept, "{outcome}");
            assert!(form.says("Trung tâm đề nghị sửa"), "{outcome}");
        }
    }

    async fn a_change_is_withdrawn(app) {
        let employer = app.employer().await;
        let viewer = app.member(employer.organisation, MemberRole::Viewer).await;
        let stranger = app.employer().await;
        let posted = published(app, &employer).await;
        changes(&employer, &posted, |form| form.fill("quantity", "35")).await.ok();
        let path = format!("/ntd/tin/{}/rut-sua-doi", posted.id);
        assert_eq!(viewer.post_once(&path, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(stranger.post_once(&path, &[]).await.status, StatusCode::NOT_FOUND);
        let own = employer.get(&format!("/ntd/tin/{}", posted.id)).await.ok();
        let done = employer.submit(own.form(&path)).await.ok();
        assert!(done.says("Đã rút bản sửa đổi") && !done.offers(&path) && done.says("Rút sửa đổi"), "{}", done.text("main"));
        assert_eq!(open_cases(app).await, []);
        assert!(employer.post(&path, &[]).await.ok().says("đã được xử lý trước đó"), "a second press is no error");
        app.settle().await;
    }

    async fn a_wrong_text_is_not_sent(app) {
        let employer = app.employer().await;
        let posted = published(app, &employer).await;
        let before = app.stored(posted.id).await;
        let page = changes(&employer, &posted, |form| form.fill("wage_basic", "2tr").fill("job_title", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.errors().len(), 2, "{:?}", page.errors());
        assert_eq!(page.form(&page.path).value("wage_basic"), "2tr", "what was typed is kept");
        assert_eq!((app.stored(posted.id).await, revisions(app, &posted).await), (before, Vec::new()));
        let page = changes(&employer, &posted, |form| form.fill("job_description", "Đặt cọc 500.000 đ khi nhận việc, may áo sơ mi.")).await.ok();
        assert!(page.says("Bản sửa đổi đang chờ duyệt"));
        let case = app.moderator().await.claims(&posted).await;
        assert!(case.says("Thu phí, đặt cọc"), "the officer sees what the rules found in the new text");
        app.settle().await;
    }

    async fn a_vacancy_that_ends_ends_its_change(app) {
        let employer = app.employer().await;
        for command in ["fill", "withdraw"] {
            let posted = published(app, &employer).await;
            changes(&employer, &posted, |form| form.fill("quantity", "35")).await.ok();
            employer.commands(&posted, command).await.ok();
            assert_eq!(revisions(app, &posted).await[0].state, RevisionState::Withdrawn, "{command}");
            assert_eq!(open_cases(app).await, [], "{command}");
            employer.get_once(&format!("/ntd/tin/{}/sua", posted.id)).await.is(StatusCode::SEE_OTHER);
        }
        // Pausing ends nothing: the change is decided and the vacancy stays hidden.
        let paused = published(app, &employer).await;
        employer.commands(&paused, "pause").await.ok();
        changes(&employer, &paused, |form| form.fill("quantity", "35")).await.ok();
        app.moderator().await.decides(&paused, "approved", None).await;
        let now = app.stored(paused.id).await;
        assert_eq!((now.state, now.content.openings), (VacancyState::Paused, Some(35)));
        app.settle().await;
        assert_eq!(app.visitor().finds("công nhân may").await, [""; 0]);

        let late = published(app, &employer).await;
        changes(&employer, &late, |form| form.fill("quantity", "35")).await.ok();
        app.later(TimeDelta::days(32)).await;
        assert_eq!(app.stored(late.id).await.state, VacancyState::Expired);
        assert_eq!(revisions(app, &late).await[0].state, RevisionState::Withdrawn);
        assert_eq!(open_cases(app).await, []);
        app.settle().await;
    }

    async fn every_state_and_decision_of_a_change(app) {
        let owner = app.employer().await;
        let officer = app.moderator().await;
        let suspended = app.organisation("Công ty bị khoá", OrganisationKind::Employer, OrganisationState::Suspended).await;
        for vacancy_state in VacancyState::ALL {
            for state in RevisionState::ALL {
                for (outcome, command) in [(Outcome::Approved, RevisionCommand::Approve), (Outcome::Returned, RevisionCommand::Return), (Outcome::Rejected, RevisionCommand::Reject)] {
                    for (employer, verified) in [(owner.organisation, true), (suspended, false)] {
                        for days in [20, -1] {
                            let what = format!("{outcome:?} of a {state:?} change of a {vacancy_state:?} vacancy, verified: {verified}, days left: {days}");
                            let vacancy = vacancy_in(app, employer, *vacancy_state, content(app, "Công nhân may")).await;
                            let mut next = content(app, "Thợ may mẫu");
                            next.deadline = Some(app.today() + TimeDelta::days(days));
                            let (revision, opened) = revision_in(app, &vacancy, *state, next.clone()).await;
                            decides(&officer, &opened, outcome).await;
                            let expected = decide::<RevisionLife>(*state, command, Party::Officer, |guard| match guard {
                                RevisionGuard::VacancyStands => matches!(vacancy_state, VacancyState::Published | VacancyState::Paused),
                                RevisionGuard::EmployerVerified => verified,
                                RevisionGuard::DeadlineAhead => days >= 0,
                                RevisionGuard::NoReviewNeeded => false,
                            });
                            let now = app.stored(vacancy.id).await;
                            let stored = sanviec_store::revisions::find(app.store().reader(), revision.id).await.unwrap().unwrap();
                            let case = case_of(app, revision.id).await;
                            assert_eq!(case.state, if expected.is_ok() { CaseState::Decided } else { CaseState::Claimed }, "{what}: both or neither");
                            assert_eq!(stored.state, expected.as_ref().map_or(*state, |moved| moved.to), "{what}");
                            assert_eq!(now.state, *vacancy_state, "{what}");
                            let is_applied = expected.is_ok_and(|moved| moved.to == RevisionState::Approved);
                            assert_eq!(now.content.title, if is_applied { "Thợ may mẫu" } else { "Công nhân may" }, "{what}");
                        }
                    }
                }
            }
        }
        app.settle().await;
    }

    async fn the_form_is_open_where_a_change_is(app) {
        let owner = app.employer().await;
        for state in VacancyState::ALL {
            let vacancy = vacancy_in(app, owner.organisation, *state, content(app, "Công nhân may")).await;
            let path = format!("/ntd/tin/{}/sua", vacancy.id);
            let page = owner.get(&path).await.ok();
            let is_open = !matches!(state, VacancyState::Submitted | VacancyState::Closed | VacancyState::Rejected | VacancyState::Appealed);
            assert_eq!(page.path == path, is_open, "{state:?}");
            let sends = page.find_form(&path).is_some_and(|form| form.offered("action").contains(&"revise"));
            assert_eq!(sends, matches!(state, VacancyState::Published | VacancyState::Paused), "{state:?}");
            let own = owner.get(&format!("/ntd/tin/{}", vacancy.id)).await.ok();
            // A draft is gone on with where it was left.
            let onward = if *state == VacancyState::Draft { format!("/ntd/tin/{}/xem-truoc", vacancy.id) } else { path.clone() };
            assert_eq!(own.count(&format!("a[href='{onward}']")) > 0, is_open || *state == VacancyState::Draft, "{state:?}");
        }
        app.settle().await;
    }

    async fn an_edit_keeps_what_the_form_does_not_ask_for(app) {
        let owner = app.employer().await;
        let json = serde_json::to_value(content(app, "Phiên dịch")).unwrap();
        let mut saved: VacancyContent = serde_json::from_value(json).unwrap();
        saved.other_training = vec!["An toàn lao động nhóm 3".to_owned()];
        saved.languages = serde_json::from_str(r#"[{"name":"Tiếng Nhật","certificate":"JLPT N2","fluency":"good"}]"#).unwrap();
        saved.computer = serde_json::from_str(r#"[{"name":"Tin học văn phòng","certificate":"MOS"},{"name":"AutoCAD","certificate":"ACU"}]"#).unwrap();
        saved.pay.foreign = serde_json::from_str(r#"{"currency":"USD","from":600,"to":800}"#).unwrap();
        for state in [VacancyState::Draft, VacancyState::Returned] {
            let vacancy = vacancy_in(app, owner.organisation, state, saved.clone()).await;
            let path = format!("/ntd/tin/{}/sua", vacancy.id);
            let form = owner.get(&path).await.ok().form(&path);
            assert_eq!(form.value("other_training"), "An toàn lao động nhóm 3");
            owner.submit(form.fill("quantity", "12").press("action", "save")).await.ok();
            let now = app.stored(vacancy.id).await.content;
            assert_eq!(now, VacancyContent { openings: Some(12), occupation: now.occupation.clone(), ..saved.clone() }, "{state:?}");
        }
        app.settle().await;
    }

    async fn the_queue_has_pages(app) {
        let owner = app.employer().await;
        let officer = app.moderator().await;
        for turn in 0..230 {
            let vacancy = vacancy_in(app, owner.organisation, VacancyState::Submitted, content(app, &format!("Việc số {turn}"))).await;
            crate::world::case_of(app, CaseKind::Vacancy, Entity::Vacancy, vacancy.id.0, owner.organisation).await;
            // Many are due at the same moment, as after a holiday.
            if turn % 40 == 0 {
                app.wait(TimeDelta::minutes(1));
            }
        }
        for start in ["/tt/duyet", "/tt/duyet?loai=vacancy"] {
            let (mut path, mut seen, mut pages) = (start.to_owned(), Vec::new(), 0);
            loop {
                let page = officer.get(&path).await.ok();
                assert!(page.says("230"), "the tabs count everything");
                assert_eq!(page.count("a[rel=next]") + page.count("p.row a"), page.count("a[rel=next]") * 2 + usize::from(pages > 0));
                seen.extend(page.texts("table.queue th[scope=row] a"));
                pages += 1;
                match page.attribute("a[rel=next]", "href") {
                    Some(next) => path = next,
                    None => break,
                }
            }
            assert_eq!((pages, seen.len()), (3, 230), "{start}");
            let expected: Vec<String> = (0..230).map(|turn| format!("Việc số {turn}")).collect();
            assert_eq!(seen, expected, "{start}: in order of what is due, each once");
        }
        // A cursor of nobody's making shows the first page.
        assert_eq!(officer.get("/tt/duyet?sau=x").await.ok().texts("table.queue th[scope=row] a").len(), 100);
        app.settle().await;
    }

    async fn the_province_has_a_case_of_each_kind(app in province) {
        let cases = open_cases(app).await;
        let officer = app.moderator().await;
        for kind in CaseKind::ALL {
            assert!(cases.iter().any(|case| case.kind == *kind), "{kind:?}");
            let page = officer.get(&format!("/tt/duyet?loai={}", kind.key())).await.ok();
            assert!(page.texts("table.queue th[scope=row] a").iter().all(|title| !title.is_empty()), "{kind:?}");
        }
        for case in cases.iter().filter(|case| case.kind == CaseKind::Revision) {
            let page = officer.get(&format!("/tt/duyet/{}", case.id)).await.ok();
            assert!(page.count(".changes dt") > 0, "{}", page.text("main"));
        }
        let revision = cases.iter().find(|case| case.kind == CaseKind::Revision).unwrap();
        decides(&officer, revision, Outcome::Approved).await;
        let stored = sanviec_store::revisions::find(app.store().reader(), RevisionId(revision.subject)).await.unwrap().unwrap();
        assert_eq!(stored.state, RevisionState::Approved);
        assert_eq!(app.stored(stored.vacancy).await.content.openings, stored.content.openings);
        app.settle().await;
    }
}
