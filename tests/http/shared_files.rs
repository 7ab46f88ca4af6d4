//! Files in a partnership, and copies of an agreement that were signed elsewhere with an electronic signature.

use crate::world::{Signed, demand_of, draft_of, need, of_college, partnership_of, programme_of, signed};
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::ids::{FileId, PartnershipId};
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipReason};
use sanviec_exchange::agreements::{self, proof};
use sanviec_exchange::files::Upload;
use sanviec_exchange::partnerships::{self, files};
use sanviec_store::partnership_files::PartnershipFile;
use sanviec_tests::{Employer, Page, TestApp, User, on_both};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>";

/// What a signing program adds to the end of a PDF.
fn with_signature(pdf: &[u8]) -> Vec<u8> {
    let added = b"\n9 0 obj<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 19 9]/Contents<30>>>endobj\n%%EOF";
    [pdf, added].concat()
}

async fn all(app: &TestApp, id: PartnershipId) -> Vec<PartnershipFile> {
    sanviec_store::partnership_files::of(app.store().reader(), id).await.unwrap()
}

async fn hands_in(user: &User, href: &str, to: &str, name: &str, bytes: &[u8]) -> Page {
    let form = user.get(href).await.ok().form(to);
    user.submit_with_files(form, &[(name, bytes)]).await
}

async fn told(app: &TestApp, to: &Employer) -> usize {
    app.messages_to(&to.email).await.iter().filter(|letter| letter.subject.contains("gửi tài liệu")).count()
}

on_both! {
    async fn both_sides_and_the_centre_read_what_one_side_adds_and_only_that_side_removes_it(app) {
        let Signed { business, college, partnership, .. } = signed(app).await;
        let (href, to) = (format!("/hop-tac/{partnership}"), format!("/hop-tac/{partnership}/tep"));
        assert!(business.get(&href).await.ok().says("Chưa có tài liệu nào."));
        let page = hands_in(&business, &href, &to, "Đề cương thực tập.pdf", PDF).await.ok();
        assert!(page.says("Đã thêm tệp") && page.says("Đề cương thực tập.pdf") && page.says("PDF, 1 KB"), "{}", page.text("main"));
        app.settle().await;
        assert_eq!((told(app, &business).await, told(app, &college).await), (0, 1), "the other side is told, and nobody else");

        let kept = all(app, partnership).await;
        let file = format!("{to}/{}", kept[0].file.id);
        let officer = app.staff(StaffRole::Moderator).await;
        for reader in [&*business, &*college, &officer] {
            let answer = reader.get(&file).await.ok();
            assert_eq!(answer.body.as_bytes(), PDF);
            assert!(answer.header("content-disposition").starts_with("attachment"), "to be saved and not to be shown");
        }
        for other in [app.employer().await.tab(), app.college().await.tab(), app.visitor()] {
            assert_ne!(other.get(&file).await.body.as_bytes(), PDF, "whoever is no side");
        }
        // The way to files of applications leads to none of a partnership's.
        business.get(&format!("/tep/{}", kept[0].file.id)).await.is(StatusCode::NOT_FOUND);

        for other in [&*college, &officer] {
            assert!(!other.get(&href).await.ok().offers(&file), "only whoever added it takes it away");
        }
        let refused = files::remove(app.exchange(), &of_college(&college), partnership, kept[0].file.id).await;
        assert!(refused.is_err() && all(app, partnership).await.len() == 1);
        let page = business.submit(business.get(&href).await.ok().form(&file)).await.ok();
        assert!(page.says("Đã xoá tệp") && page.says("Chưa có tài liệu nào."), "{}", page.text("main"));
        app.run_jobs().await;
        business.get(&file).await.is(StatusCode::NOT_FOUND);
    }

    async fn what_cannot_be_taken_is_said_at_the_field(app) {
        let Signed { business, college, partnership, .. } = signed(app).await;
        let (href, to) = (format!("/hop-tac/{partnership}"), format!("/hop-tac/{partnership}/tep"));
        for (name, bytes, says) in [
            ("trang.html", b"<script>alert(1)</script>".as_slice(), "“trang.html” không phải"),
            ("rong.pdf", b"", "“rong.pdf” trống"),
            ("lon.pdf", &[PDF, &vec![b' '; 5 << 20]].concat(), "“lon.pdf” lớn hơn 5 MB"),
        ] {
            let page = hands_in(&business, &href, &to, name, bytes).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.errors().iter().any(|error| error.contains(says)), "{:?}", page.errors());
        }
        let form = business.get(&href).await.ok().form(&to);
        let page = business.submit_with_files(form, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("Chọn một tệp"));
        assert!(all(app, partnership).await.is_empty());

        for count in 0..files::MOST {
            let upload = Upload { name: format!("{count}.pdf"), bytes: PDF.to_vec() };
            files::add(app.exchange(), &of_college(&college), partnership, None, upload).await.unwrap();
        }
        assert!(!business.get(&href).await.ok().offers(&to), "there is no room");
        let upload = Upload { name: "21.pdf".to_owned(), bytes: PDF.to_vec() };
        let full = files::add(app.exchange(), &business.actor(MemberRole::Owner), partnership, None, upload).await;
        assert!(matches!(full, Err(files::AddFault::TooMany)), "{full:?}");
        app.settle().await;
    }

    async fn a_copy_that_was_signed_elsewhere_is_kept_byte_by_byte_and_proves_itself(app) {
        let pair = signed(app).await;
        let (href, to) = (pair.href(), format!("{}/ban-ky-so", pair.href()));
        let view = agreements::one(app.exchange(), &of_college(&pair.college), pair.agreement).await.unwrap();
        let paper = agreements::paper::of(&view).await.unwrap();
        let copy = with_signature(&paper);

        let unsigned = hands_in(&pair.college, &href, &to, "hop-dong.pdf", &paper).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsigned.says("Chưa thấy chữ ký số"), "{:?}", unsigned.errors());
        let picture = hands_in(&pair.college, &href, &to, "anh.png", b"\x89PNG\r\n\x1a\n").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(picture.says("Bản ký số phải là tệp PDF"), "{:?}", picture.errors());
        let page = hands_in(&pair.college, &href, &to, "da-ky.pdf", &copy).await.ok();
        assert!(page.says("Bản ký số của thoả thuận HT-2026-0001, phiên bản 2"), "{}", page.text("main"));

        let kept = all(app, pair.partnership).await;
        let served = files::open(app.exchange(), &pair.business.actor(MemberRole::Owner), pair.partnership, kept[0].file.id).await.unwrap();
        assert!(served.1 == copy, "not one byte differs");
        let (hash, verdict) = proof::verify(app.store(), &copy).await.unwrap();
        let proof::Verdict::Copy { agreement, file } = verdict else { panic!("not known") };
        assert_eq!((agreement.id, &file.file.sha256), (pair.agreement, &hash));
        for index in [10, copy.len() / 2, copy.len() - 1] {
            let mut other = copy.clone();
            other[index] ^= 1;
            assert!(matches!(proof::verify(app.store(), &other).await.unwrap().1, proof::Verdict::Unknown), "byte {index}");
        }
        // What is only a document of the partnership's proves nothing.
        hands_in(&pair.business, &format!("/hop-tac/{}", pair.partnership), &format!("/hop-tac/{}/tep", pair.partnership), "khac.pdf", &with_signature(PDF)).await.ok();
        assert!(matches!(proof::verify(app.store(), &with_signature(PDF)).await.unwrap().1, proof::Verdict::Unknown));
        // Both pages name it, and removing it leads back to the agreement.
        let listed = pair.business.get(&format!("/hop-tac/{}", pair.partnership)).await.ok();
        assert!(listed.says("da-ky.pdf") && listed.says("khac.pdf"));
        let file = format!("/hop-tac/{}/tep/{}", pair.partnership, kept[0].file.id);
        let back = pair.college.submit(pair.college.get(&href).await.ok().form(&file)).await.ok();
        assert_eq!(back.path.split('#').next(), Some(href.as_str()));
        assert!(matches!(proof::verify(app.store(), &copy).await.unwrap().1, proof::Verdict::Unknown));
        app.settle().await;
    }

    async fn nothing_is_added_where_nothing_may_begin(app) {
        let (business, college) = (app.employer().await, app.college().await);
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        let partnership = partnership_of(app, &business, &college, (demand, programme)).await;
        let agreement = draft_of(app, &business, partnership).await;
        let owner = business.actor(MemberRole::Owner);
        let upload = || Upload { name: "da-ky.pdf".to_owned(), bytes: with_signature(PDF) };
        // Nobody has signed the draft, so there is nothing to have a copy of.
        let view = agreements::one(app.exchange(), &owner, agreement).await.unwrap();
        assert_eq!(view.agreement.state, AgreementState::Draft);
        assert!(files::add(app.exchange(), &owner, partnership, Some(agreement), upload()).await.is_err());
        // Nor an agreement of others, nor for a member who only looks on.
        let foreign = signed(app).await;
        assert!(files::add(app.exchange(), &owner, partnership, Some(foreign.agreement), upload()).await.is_err());
        assert!(files::add(app.exchange(), &owner, foreign.partnership, None, upload()).await.is_err());
        assert!(files::add(app.exchange(), &business.actor(MemberRole::Viewer), partnership, None, upload()).await.is_err());
        let kept: FileId = files::add(app.exchange(), &owner, partnership, None, upload()).await.unwrap();
        // When it is over its files stay to be read, and nothing is added or removed.
        partnerships::command(app.exchange(), &owner, partnership, PartnershipCommand::Decline, Some(PartnershipReason::Other)).await.unwrap();
        assert!(files::add(app.exchange(), &owner, partnership, None, upload()).await.is_err());
        assert!(files::remove(app.exchange(), &owner, partnership, kept).await.is_err());
        let href = format!("/hop-tac/{partnership}");
        let page = college.get(&href).await.ok();
        assert!(page.says("da-ky.pdf") && !page.offers(&format!("{href}/tep")));
        college.get(&format!("{href}/tep/{kept}")).await.ok();
        assert_eq!(all(app, partnership).await.len(), 1);
        app.settle().await;
    }
}
