//! Agreements: drafted in turns, signed over the exact text, proved later, ended.

use crate::world::{demand_of, draft_of, need, of_college, partnership_of, programme_of};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::ids::{AgreementId, PartnershipId};
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::partnership::{PartnershipState, Side};
use sanviec_exchange::agreements::proof::{self, Verdict};
use sanviec_exchange::agreements::signing::{self, Proof, Shown};
use sanviec_exchange::{ExchangeError, agreements};
use sanviec_tests::{Employer, Page, TestApp, on_both};

struct Pair {
    business: Employer,
    college: Employer,
    partnership: PartnershipId,
}

async fn pair(app: &TestApp) -> Pair {
    let (business, college) = (app.employer().await, app.college().await);
    let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
    let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
    let partnership = partnership_of(app, &business, &college, (demand, programme)).await;
    Pair { business, college, partnership }
}

async fn state(app: &TestApp, pair: &Pair) -> (PartnershipState, Vec<AgreementState>) {
    let conn = app.store().reader();
    let partnership = sanviec_store::partnerships::find(conn, pair.partnership).await.unwrap().unwrap();
    let all = sanviec_store::agreements::of(conn, pair.partnership).await.unwrap();
    (partnership.state, all.into_iter().map(|agreement| agreement.state).collect())
}

/// Signs as a person would: reads, asks for the code, types it.
async fn signs(app: &TestApp, owner: &Employer, href: &str) -> Page {
    let page = owner.get(href).await.ok();
    let asked = owner.submit(page.form(&format!("{href}/ma")).fill("da-doc", "co")).await.ok();
    app.run_jobs().await;
    let code = app.code_for(&owner.phone).await;
    owner.submit(asked.form(&format!("{href}/ky")).fill("ma", &code)).await
}

fn shown(view: &agreements::AgreementView) -> Shown {
    let current = view.current().unwrap();
    Shown {
        agreement: view.agreement.id,
        number: current.number,
        hash: current.hash.clone(),
    }
}

/// A code that signs what is shown.
async fn code_of(app: &TestApp, owner: &Employer, actor: &sanviec_domain::access::Actor, shown: &Shown) -> (sanviec_domain::ids::CodeId, String) {
    let code = signing::send_code(app.exchange(), actor, shown, sanviec_domain::language::Locale::Vi).await.unwrap();
    app.run_jobs().await;
    (code, app.code_for(&owner.phone).await)
}

on_both! {
    async fn both_draft_and_sign_and_anybody_can_prove_it(app) {
        let pair = pair(app).await;
        let (business, college) = (&pair.business, &pair.college);
        let soan = format!("/hop-tac/{}/soan", pair.partnership);
        let form = business.get(&soan).await.ok().form(&soan);
        assert_eq!((form.value("training-1"), form.value("work-1"), form.value("people-1")), ("Cơ điện tử", "Kỹ thuật viên", "60"));
        // A line more, then what is wrong at its field; nothing typed is lost.
        let more = business.submit(form.fill("business-terms", "Trả lương thực tập 5 triệu.").press("then", "line")).await.ok();
        assert_eq!(more.form(&soan).value("business-terms"), "Trả lương thực tập 5 triệu.");
        let wrong = business.submit(more.form(&soan).fill("training-2", "Hàn").fill("people-2", "0").press("then", "save")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.errors().len() >= 3 && wrong.form(&soan).value("training-2") == "Hàn", "{:?}", wrong.errors());
        let saved = business.submit(wrong.form(&soan).fill("training-2", "").fill("people-2", "").press("then", "save")).await.ok();
        assert!(saved.says("Đã lưu bản mới") && saved.says("Tổng cộng: 60 người.") && saved.says("Trả lương thực tập 5 triệu."), "{}", saved.text("main"));
        assert_eq!(state(app, &pair).await, (PartnershipState::Negotiating, vec![AgreementState::Draft]));
        let href = saved.path.clone();

        // The college changes a term and reads what differs; the business signs the new text.
        let theirs = college.get(&soan).await.ok().form(&soan).fill("people-1", "46");
        let second = college.submit(theirs.press("then", "save")).await.ok();
        assert!(second.says("Khác gì bản trước") && second.says("Tổng cộng: 46 người."));
        assert_eq!(second.path, href);
        let recruiter = app.member(business.organisation, MemberRole::Recruiter).await;
        assert!(!recruiter.get(&href).await.ok().offers(&format!("{href}/ma")), "only an owner binds the organisation");
        let page = business.get(&href).await.ok();
        business.submit(page.form(&format!("{href}/ma"))).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let signed = signs(app, business, &href).await.ok();
        assert!(signed.says("Chữ ký gắn với đúng văn bản này") && signed.says("Đang chờ bên kia"), "{}", signed.text("main"));
        assert_eq!(state(app, &pair).await.1, [AgreementState::HalfSigned]);

        // A change clears the signature, and says so before.
        let form = college.get(&soan).await.ok();
        assert!(form.says("sẽ xoá chữ ký đó"));
        college.submit(form.form(&soan).fill("other-terms", "Họp mỗi quý.").press("then", "save")).await.ok();
        assert_eq!(state(app, &pair).await.1, [AgreementState::Draft]);
        assert!(business.get(&href).await.ok().says("không còn giá trị: ký trên bản 2"));
        signs(app, business, &href).await.ok();
        let sealed = signs(app, college, &href).await.ok();
        assert!(sealed.says("Hai bên đã ký"), "{}", sealed.text("main"));
        assert_eq!(state(app, &pair).await, (PartnershipState::Signed, vec![AgreementState::Signed]));
        app.settle().await;

        // The text proves itself, and no other does.
        let file = college.get(&format!("{href}/van-ban.txt")).await.ok();
        assert!(file.header("content-disposition").contains("HT-2026-0001"));
        let bytes = file.body.clone().into_bytes();
        let (_, verdict) = proof::verify(app.store(), &bytes).await.unwrap();
        let Verdict::Text { signatures, is_signed, number, .. } = verdict else { panic!("not known") };
        assert!(is_signed && number == 3 && signatures.len() == 2);
        for index in [0, bytes.len() / 2, bytes.len() - 1] {
            let mut other = bytes.clone();
            other[index] ^= 1;
            assert!(matches!(proof::verify(app.store(), &other).await.unwrap().1, Verdict::Unknown), "byte {index}");
        }
        // So does the paper: it can be drawn again, byte by byte.
        let paper = agreements::paper::of(&agreements::one(app.exchange(), &of_college(college), href.rsplit('/').next().unwrap().parse().unwrap()).await.unwrap()).await.unwrap();
        assert!(matches!(proof::verify(app.store(), &paper).await.unwrap().1, Verdict::Text { is_signed: true, number: 3, .. }));
        for index in [paper.len() / 3, paper.len() / 2, paper.len() - 2] {
            let mut other = paper.clone();
            other[index] ^= 1;
            assert!(matches!(proof::verify(app.store(), &other).await.unwrap().1, Verdict::Unknown), "byte {index}");
        }
        let served = college.get(&format!("{href}/ban-in.pdf")).await.ok();
        assert_eq!(served.header("content-type"), "application/pdf");
        // The version that one side had signed and that was changed is known, and not signed.
        let id: AgreementId = href.rsplit('/').next().unwrap().parse().unwrap();
        let second = sanviec_store::agreements::version(app.store().reader(), id, 2).await.unwrap().unwrap();
        let (_, verdict) = proof::verify(app.store(), second.body.as_bytes()).await.unwrap();
        assert!(matches!(verdict, Verdict::Text { is_signed: false, number: 2, .. }));
        // Publicly they are partners now; what they agreed on nobody else reads.
        assert!(app.visitor().get(&format!("/truong/{}", college.organisation)).await.ok().says("Doanh nghiệp đã ký hợp tác"));
        for other in [app.employer().await.tab(), app.college().await.tab()] {
            for path in [href.clone(), format!("{href}/van-ban.txt")] {
                other.get_once(&path).await.is(StatusCode::NOT_FOUND);
            }
        }
        app.settle().await;
    }

    async fn a_code_signs_one_text_and_no_other(app) {
        let pair = pair(app).await;
        let id = draft_of(app, &pair.business, pair.partnership).await;
        let owner = pair.business.actor(MemberRole::Owner);
        let view = agreements::one(app.exchange(), &owner, id).await.unwrap();
        let first = shown(&view);
        let (code, digits) = code_of(app, &pair.business, &owner, &first).await;
        // Changed meanwhile: the text that was shown is not the one that stands.
        let mut content = view.current().unwrap().content.clone();
        content.lines[0].people = 5;
        agreements::write(app.exchange(), &of_college(&pair.college), pair.partnership, 1, content.clone()).await.unwrap();
        let refused = signing::sign(app.exchange(), &owner, &first, &Proof::Code(code, &digits)).await;
        assert!(matches!(refused, Err(ExchangeError::Stale)), "{refused:?}");
        // The code is for the old text, whatever hash comes along with it.
        let second = shown(&agreements::one(app.exchange(), &owner, id).await.unwrap());
        let refused = signing::sign(app.exchange(), &owner, &second, &Proof::Code(code, &digits)).await;
        assert!(matches!(refused, Err(ExchangeError::DeadCode)), "{refused:?}");
        let (code, digits) = code_of(app, &pair.business, &owner, &second).await;
        let wrong = if digits == "000000" { "000001" } else { "000000" };
        assert!(matches!(signing::sign(app.exchange(), &owner, &second, &Proof::Code(code, wrong)).await, Err(ExchangeError::WrongCode { .. })));
        signing::sign(app.exchange(), &owner, &second, &Proof::Code(code, &digits)).await.unwrap();
        // Nobody signs twice, nor writes over what they have not read.
        let again = code_of(app, &pair.business, &owner, &second).await;
        assert!(matches!(signing::sign(app.exchange(), &owner, &second, &Proof::Code(again.0, &again.1)).await, Err(ExchangeError::NotNow(_))));
        assert!(matches!(agreements::write(app.exchange(), &owner, pair.partnership, 1, content).await, Err(ExchangeError::Stale)));
        app.settle().await;
    }

    async fn signing_and_editing_at_once_never_end_over_another_text(app) {
        for round in 0..6 {
            let pair = pair(app).await;
            let id = draft_of(app, &pair.business, pair.partnership).await;
            let (owner, director) = (pair.business.actor(MemberRole::Owner), of_college(&pair.college));
            let view = agreements::one(app.exchange(), &owner, id).await.unwrap();
            let text = shown(&view);
            let (code, digits) = code_of(app, &pair.business, &owner, &text).await;
            let mut content = view.current().unwrap().content.clone();
            content.lines[0].people = 7 + round;
            let proof = Proof::Code(code, &digits);
            let (signed, written) = tokio::join!(
                signing::sign(app.exchange(), &owner, &text, &proof),
                agreements::write(app.exchange(), &director, pair.partnership, 1, content),
            );
            let after = agreements::one(app.exchange(), &owner, id).await.unwrap();
            let current = after.current().unwrap();
            for made in after.standing() {
                assert_eq!((made.number, &made.hash), (current.number, &current.hash));
            }
            assert_eq!(after.is_signed_by(Side::Business), signed.is_ok() && current.number == 1, "{signed:?} {written:?}");
            assert!(written.is_ok() || signed.is_ok(), "one of the two went through");
        }
        app.settle().await;
    }

    async fn an_authenticator_signs_where_there_is_one(app) {
        let pair = pair(app).await;
        let id = draft_of(app, &pair.business, pair.partnership).await;
        let authenticator = pair.business.sets_up_second_factor().await;
        app.wait(TimeDelta::minutes(2));
        let href = format!("/hop-tac/{}/thoa-thuan/{id}", pair.partnership);
        let page = pair.business.get(&href).await.ok();
        assert!(!page.offers(&format!("{href}/ma")));
        let ky = format!("{href}/ky");
        let form = || page.form(&ky).fill("da-doc", "co");
        pair.business.submit(form().fill("ma", "12")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let signed = pair.business.submit(form().fill("ma", &authenticator.code(app))).await.ok();
        assert!(signed.says("Ứng dụng xác thực") && signed.says("Chữ ký gắn với đúng văn bản này"), "{}", signed.text("main"));
        // A code by message is a weaker proof: it isn't taken instead.
        let (owner, view) = (pair.business.actor(MemberRole::Owner), agreements::one(app.exchange(), &pair.business.actor(MemberRole::Owner), id).await.unwrap());
        let (code, digits) = code_of(app, &pair.business, &owner, &shown(&view)).await;
        assert!(matches!(signing::sign(app.exchange(), &owner, &shown(&view), &Proof::Code(code, &digits)).await, Err(ExchangeError::NotNow(_))));
        app.settle().await;
    }

    async fn what_is_signed_is_amended_ended_or_runs_out(app) {
        let pair = pair(app).await;
        let id = draft_of(app, &pair.business, pair.partnership).await;
        let href = format!("/hop-tac/{}/thoa-thuan/{id}", pair.partnership);
        signs(app, &pair.business, &href).await.ok();
        signs(app, &pair.college, &href).await.ok();
        // An amendment is an agreement of its own until both have signed it.
        let soan = format!("/hop-tac/{}/soan", pair.partnership);
        let page = pair.business.get(&soan).await.ok();
        assert!(page.says("Hợp đồng đã ký vẫn có hiệu lực"));
        let amended = pair.business.submit(page.form(&soan).fill("people-1", "80").press("then", "save")).await.ok();
        assert_ne!(amended.path, href);
        assert_eq!(state(app, &pair).await, (PartnershipState::Signed, vec![AgreementState::Draft, AgreementState::Signed]));
        signs(app, &pair.college, &amended.path).await.ok();
        signs(app, &pair.business, &amended.path).await.ok();
        assert_eq!(state(app, &pair).await, (PartnershipState::Signed, vec![AgreementState::Signed, AgreementState::Replaced]));
        pair.business.post(&format!("/hop-tac/{}/lenh", pair.partnership), &[("lenh", "begin")]).await.ok();
        assert_eq!(state(app, &pair).await.0, PartnershipState::Active);
        // Two years later it is over.
        app.later(TimeDelta::days(732)).await;
        assert_eq!(state(app, &pair).await, (PartnershipState::Completed, vec![AgreementState::Ended, AgreementState::Replaced]));
        app.settle().await;
    }

    async fn an_owner_or_the_centre_ends_it_for_a_reason(app) {
        let pair = pair(app).await;
        let id = draft_of(app, &pair.business, pair.partnership).await;
        let href = format!("/hop-tac/{}/thoa-thuan/{id}", pair.partnership);
        signs(app, &pair.business, &href).await.ok();
        signs(app, &pair.college, &href).await.ok();
        app.settle().await;
        let command = format!("{href}/lenh");
        let recruiter = app.member(pair.business.organisation, MemberRole::Recruiter).await;
        recruiter.post_once(&command, &[("lenh", "terminate"), ("ly-do", "terms")]).await.is(StatusCode::FORBIDDEN);
        let counsellor = app.staff(StaffRole::Counsellor).await;
        let page = counsellor.get(&href).await.ok();
        counsellor.submit(page.form(&command).press("lenh", "terminate")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        counsellor.post(&command, &[("lenh", "terminate"), ("ly-do", "terms")]).await.ok();
        assert_eq!(state(app, &pair).await, (PartnershipState::Terminated, vec![AgreementState::Terminated]));
        app.settle().await;
        let letters = app.messages_to(&pair.college.email).await;
        assert!(letters.iter().any(|letter| letter.subject.contains("chấm dứt trước hạn")));
    }

    async fn the_centre_keeps_the_template(app) {
        let (manager, pair) = (app.staff(StaffRole::Manager).await, pair(app).await);
        let here = "/tt/mau-hop-dong";
        let page = manager.get(here).await.ok();
        let body = page.form(here).value("mau").to_owned();
        for (wrong, says) in [("# Trống", "Mẫu thiếu chỗ điền"), ("{la}", "Không có chỗ điền tên này: la"), ("{business", "chưa đóng ở dòng 1")] {
            let refused = manager.submit(page.form(here).fill("mau", wrong)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.errors().iter().any(|error| error.contains(says)), "{:?}", refused.errors());
        }
        let before = draft_of(app, &pair.business, pair.partnership).await;
        let next = format!("{body}\n## Điều 9. Riêng của tỉnh\n\nBáo cáo hằng quý.\n");
        assert!(manager.submit(page.form(here).fill("mau", &next).fill("ghi-chu", "Thêm điều 9")).await.ok().says("Thêm điều 9"));
        let moderator = app.moderator().await;
        assert!(!moderator.get(here).await.ok().offers("Lưu mẫu mới"));
        moderator.post_once(here, &[("mau", &body)]).await.is(StatusCode::FORBIDDEN);
        let owner = pair.business.actor(MemberRole::Owner);
        let old = agreements::one(app.exchange(), &owner, before).await.unwrap();
        assert!(!old.current().unwrap().body.contains("Điều 9"), "what was drafted stays as it is");
        agreements::write(app.exchange(), &owner, pair.partnership, 1, old.current().unwrap().content.clone()).await.unwrap();
        let new = agreements::one(app.exchange(), &owner, before).await.unwrap();
        assert!(new.current().unwrap().body.contains("Báo cáo hằng quý."));
        assert_eq!(new.current().unwrap().template, 1);
        app.settle().await;
    }
}
