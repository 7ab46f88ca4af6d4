//! Second opinions, notes among colleagues, filters of the queue, and the manager's desk.

use crate::world::{case_of, content, vacancy_in};
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::moderation::{CaseKind, CaseState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_store::Entity;
use sanviec_tests::{on_both, vacancy};

on_both! {
    async fn a_second_opinion_is_a_colleague_s(app) {
        let owner = app.employer().await;
        let posted = owner.posts(vacancy().title("Thợ hàn")).await;
        let (first, second) = (app.moderator().await, app.moderator().await);
        let held = first.claims(&posted).await;
        // Without a question it goes nowhere.
        let path = format!("{}/chuyen", held.path);
        let wrong = first.post_once(&path, &[("cau-hoi", "  ")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.errors(), ["Lỗi: Ghi câu hỏi cho đồng nghiệp"]);
        // Nor can somebody pass on what a colleague holds.
        second.post(&path, &[("cau-hoi", "của tôi?")]).await.ok();
        let form = first.get(&held.path).await.ok().form(&path);
        assert_eq!(first.submit(form.fill("cau-hoi", "Lương này có thật không?")).await.ok().path, "/tt/duyet");
        // The one who asked neither takes nor decides it any more.
        assert_eq!(first.post("/tt/duyet/nhan-tiep", &[]).await.ok().path, "/tt/duyet");
        first.post(&held.path, &[("outcome", "approved"), ("then", "stay")]).await.ok();
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Submitted);
        let queue = second.get("/tt/duyet").await.ok();
        assert!(queue.says("Ý kiến thứ hai"));
        let taken = second.post("/tt/duyet/nhan-tiep", &[]).await.ok();
        assert_eq!(taken.path, held.path);
        assert!(taken.says("Lương này có thật không?") && taken.says("xin ý kiến thứ hai"));
        // It is not passed to and fro.
        assert!(!taken.offers(&path));
        second.post(&path, &[("cau-hoi", "anh thấy sao?")]).await.ok();
        second.submit(taken.form(&taken.path).fill("outcome", "approved").press("then", "stay")).await.ok();
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Published);
        app.settle().await;
    }

    async fn notes_stay_among_colleagues(app) {
        let owner = app.employer().await;
        let posted = owner.posts(vacancy().title("Thợ hàn")).await;
        let (officer, counsellor) = (app.moderator().await, app.staff(StaffRole::Counsellor).await);
        let page = officer.claims(&posted).await;
        let path = format!("{}/ghi", page.path);
        counsellor.post(&path, &[("ghi", "Tôi biết công ty này, xưởng ở Đông Hưng.")]).await.ok();
        owner.post_once(&path, &[("ghi", "x")]).await.is(StatusCode::FORBIDDEN);
        // An empty one is none.
        officer.post(&path, &[("ghi", " ")]).await.ok();
        let page = officer.get(&page.path).await.ok();
        assert_eq!(page.count("#trao-doi ~ ol li"), 1);
        assert!(page.says("xưởng ở Đông Hưng"));
        officer.post(&page.path, &[("outcome", "returned"), ("reason", "wage-unclear"), ("then", "stay")]).await.ok();
        app.settle().await;
        for path in [format!("/ntd/tin/{}", posted.id), "/ntd/duyet".to_owned()] {
            assert!(!owner.get(&path).await.ok().says("Đông Hưng"), "{path}");
        }
        assert!(app.messages_to(&owner.email).await.iter().all(|letter| !letter.text.contains("Đông Hưng")));
    }

    async fn the_queue_is_narrowed(app) {
        let owner = app.employer().await;
        owner.posts(vacancy().title("Thợ hàn")).await;
        let grave = owner.posts(vacancy().title("Thủ kho").with("job_description", "Người lao động đặt cọc 500.000 đ khi nhận việc. Làm giờ hành chính.")).await;
        let officer = app.moderator().await;
        let titles = async |path: &str| officer.get(path).await.ok().texts("table th[scope=row] a");
        assert_eq!(titles("/tt/duyet").await.len(), 2);
        assert_eq!(titles("/tt/duyet?loc=grave").await, ["Thủ kho"]);
        assert_eq!(titles("/tt/duyet?loc=mine").await, [""; 0]);
        officer.claims(&grave).await;
        assert_eq!(titles("/tt/duyet?loc=mine").await, ["Thủ kho"]);
        assert_eq!(titles("/tt/duyet?loai=appeal&loc=mine").await, [""; 0]);
        assert_eq!(titles("/tt/duyet?loc=nonsense").await.len(), 2);
        app.settle().await;
    }

    async fn the_desk_counts_what_officers_decided(app) {
        let owner = app.employer().await;
        let (first, second, manager) = (app.moderator().await, app.moderator().await, app.staff(StaffRole::Manager).await);
        first.get_once("/tt/ban-quan-ly").await.is(StatusCode::FORBIDDEN);
        assert!(manager.get("/tt/ban-quan-ly").await.ok().says("Chưa có quyết định nào"));
        let unfair = "Chỉ tuyển nữ. Làm giờ hành chính, nghỉ chủ nhật.";
        for turn in 0..3 {
            let posted = owner.posts(vacancy().title(&format!("Nhân viên {turn}")).with("job_description", unfair)).await;
            let page = first.claims(&posted).await;
            let decision: &[(&str, &str)] = match turn {
                0 => &[("outcome", "approved"), ("then", "stay")],
                1 => &[("outcome", "returned"), ("reason", "discrimination"), ("then", "stay")],
                _ => &[("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")],
            };
            first.post(&page.path, decision).await.ok();
            if turn == 2 {
                // The employer appeals, and a colleague sees it otherwise.
                owner.post(&format!("/ntd/tin/{}/lenh", posted.id), &[("command", "appeal")]).await.ok();
                let taken = second.post("/tt/duyet/nhan-tiep", &[]).await.ok();
                second.post(&taken.path, &[("outcome", "approved"), ("then", "stay")]).await.ok();
            }
        }
        // One is late, one is withdrawn, one waits.
        let late = owner.posts(vacancy().title("Bảo vệ")).await;
        let taken_back = owner.posts(vacancy().title("Tạp vụ")).await;
        owner.post(&format!("/ntd/tin/{}/lenh", taken_back.id), &[("command", "withdraw")]).await.ok();
        app.wait(chrono::TimeDelta::days(7));
        let waiting = vacancy_in(app, owner.organisation, VacancyState::Submitted, content(app, "Công nhân may")).await;
        case_of(app, CaseKind::Vacancy, Entity::Vacancy, waiting.id.0, owner.organisation).await;
        let desk = manager.get("/tt/ban-quan-ly").await.ok();
        let rows = |desk: &sanviec_tests::Page, section: &str| desk.texts(&format!("section[aria-labelledby={section}] tbody tr"));
        assert!(rows(&desk, "dang-cho")[0].starts_with("Tin tuyển dụng 2 0 1"), "{:?}", rows(&desk, "dang-cho"));
        second.claims(&late).await;
        second.post(&second.get("/tt/duyet?loc=mine").await.ok().links("table th a")[0], &[("outcome", "approved"), ("then", "stay")]).await.ok();
        let desk = manager.get("/tt/ban-quan-ly").await.ok();
        // Name, decisions, approved, sent back, refused, in time, appealed, overturned.
        let officers = rows(&desk, "can-bo");
        assert_eq!(officers.len(), 2, "{officers:?}");
        assert!(officers.iter().any(|row| row.ends_with("3 1 1 1 100 % 1 1")), "{officers:?}");
        assert!(officers.iter().any(|row| row.ends_with("2 2 0 0 50 % 0 0")), "{officers:?}");
        assert_eq!(rows(&desk, "ly-do").len(), 2, "{:?}", rows(&desk, "ly-do"));
        // The rule spoke three times; once it was followed, once the vacancy was approved all the same.
        let rules = rows(&desk, "quy-tac");
        assert!(rules.iter().any(|row| row.starts_with("Yêu cầu giới tính 3 1 1")), "{rules:?}");
        let open = sanviec_store::cases::queue(app.store().reader(), None, sanviec_store::cases::Only::All, None, 10).await.unwrap();
        assert!(open.iter().all(|case| case.state != CaseState::Decided));
        app.settle().await;
    }
}
