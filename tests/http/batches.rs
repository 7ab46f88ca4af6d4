//! Posting many at once: a file of thousands of rows, the wrong ones mended where they stand.

use http::StatusCode;
use sanviec_domain::batch::RowState;
use sanviec_domain::ids::BatchId;
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vacancy::VacancyState;
use sanviec_tests::{Employer, Page, TestApp, on_both};
use std::collections::BTreeMap;

const HEAD: &str =
    "Mã tin,Tên công việc,Số lượng tuyển,Mô tả công việc,Nơi làm việc dự kiến,Mức lương,Thời hạn tuyển dụng,Hình thức làm việc,Người liên hệ tuyển dụng,Số điện thoại";

/// Work of its own for each row, so that not all texts are alike.
const WORK: [&str; 11] = [
    "may áo sơ mi",
    "hàn khung thép",
    "đóng gói hàng",
    "soi lỗi sản phẩm",
    "cắt vải",
    "sơn vỏ máy",
    "lắp bản mạch",
    "đứng máy dệt",
    "kiểm kho",
    "bốc xếp hàng",
    "pha màu nhuộm",
];

/// A row that is right.
fn row(app: &TestApp, number: usize) -> String {
    let deadline = (app.today() + chrono::Days::new(30)).format("%d/%m/%Y");
    let duties: Vec<&str> = (0..5).map(|at| WORK[(number + at * (number % 7 + 1)) % WORK.len()]).collect();
    let duties = duties.join(" và ");
    format!(
        "T{number},Công nhân {number},{},\"{duties}, theo chuyền {number}.\",KCN Tiền Hải,8-12 triệu,{deadline},Toàn thời gian,Nguyễn Thị Hoà,0912000333",
        number % 50 + 1
    )
}

/// The ways a row is wrong: the column, what stands in it, and what it is mended to.
const WRONG: [(usize, &str, &str, &str); 8] = [
    (5, "wage", "nhiều lắm", "8-12 triệu"),
    (4, "place", "xã Không Có Thật", "KCN Tiền Hải"),
    (2, "quantity", "vài người", "12"),
    (9, "contact_phone", "12", "0912000333"),
    (1, "job_title", "", "Công nhân đóng gói"),
    (6, "deadline", "01/02/2020", ""),
    (5, "wage_basic", "1 triệu", "8-12 triệu"),
    (3, "job_description", "", "Đóng gói hàng may mặc theo đơn, dán nhãn thùng."),
];

fn wrong(app: &TestApp, number: usize) -> String {
    let (column, _, written, _) = WRONG[number % WRONG.len()];
    let mut cells: Vec<String> = Vec::new();
    // No cell but the description holds a comma.
    for part in row(app, number).split(',') {
        match cells.last_mut() {
            Some(open) if open.starts_with('"') && !open.ends_with('"') => {
                open.push(',');
                open.push_str(part);
            }
            _ => cells.push(part.to_owned()),
        }
    }
    written.clone_into(&mut cells[column]);
    cells.join(",")
}

async fn uploads(owner: &Employer, file: &str) -> Page {
    let form = owner.get("/ntd/tin/nhap").await.ok().form("/ntd/tin/nhap");
    owner.submit_with_files(form, &[("tin tháng 12.csv", file.as_bytes())]).await
}

fn batch(page: &Page) -> BatchId {
    let id = page.path.split(['/', '?']).nth(4).unwrap_or_default();
    id.parse().unwrap_or_else(|_| panic!("{}: {}", page.path, page.text("main")))
}

async fn counts(app: &TestApp, id: BatchId) -> BTreeMap<RowState, u64> {
    sanviec_store::batches::counts(app.store().reader(), id).await.unwrap()
}

async fn submitted(app: &TestApp, owner: &Employer) -> u64 {
    let counts = sanviec_store::vacancies::of(owner.organisation).counts(app.store().reader()).await.unwrap();
    counts.get(&VacancyState::Submitted).copied().unwrap_or_default()
}

/// Mends every row that a page shows, by what it says is wrong.
fn mended(app: &TestApp, page: &Page) -> sanviec_tests::Form {
    let mut form = page.form(&page.path);
    let tomorrow = (app.today() + chrono::Days::new(20)).format("%d/%m/%Y").to_string();
    for name in page.attributes("main [name^=o-]", "name") {
        let column = name.splitn(3, '-').nth(2).unwrap_or_default();
        let (_, _, _, right) = WRONG
            .iter()
            .find(|(_, known, _, _)| *known == column)
            .unwrap_or_else(|| panic!("{name}: {}", page.text("main")));
        form = form.fill(
            &name,
            match column {
                "deadline" => &tomorrow,
                "wage_basic" => "6.000.000",
                _ => right,
            },
        );
    }
    form
}

on_both! {
    async fn five_thousand_rows_with_two_hundred_to_mend(app) {
        let owner = app.employer().await;
        let file: Vec<String> = (0..5_000).map(|number| if number % 25 == 7 { wrong(app, number / 25) } else { row(app, number + 10_000) }).collect();
        // The wrong ones have references of their own, too.
        let file = format!("{HEAD}\n{}\n", file.join("\n"));
        let page = uploads(&owner, &file).await.ok();
        let id = batch(&page);
        assert!(page.says("Đang xử lý") && page.says("5.000"), "{}", page.text("main"));
        app.run_jobs().await;
        assert_eq!(counts(app, id).await, BTreeMap::from([(RowState::Sent, 4_800), (RowState::Wrong, 200)]));
        assert_eq!(submitted(app, &owner).await, 4_800);
        let cases = sanviec_store::cases::counts(app.store().reader()).await.unwrap();
        assert_eq!(cases.get(&CaseKind::Vacancy), Some(&4_800), "each has its case");

        // All of them in a spreadsheet, as they were typed.
        let sheet = owner.get(&format!("/ntd/tin/nhap/{id}/can-sua.csv")).await.ok();
        assert_eq!((sheet.kind(), sheet.body.lines().count()), ("text/csv", 201));
        assert!(sheet.body.starts_with("\u{feff}Dòng,Lỗi,") && sheet.body.contains("nhiều lắm"));

        // Each shows its line and what is wrong with which cell.
        let page = owner.get(&page.path).await.ok();
        assert!(page.says("4.800") && page.says("200") && page.says("Dòng 9"), "{}", page.text("main").chars().take(300).collect::<String>());
        assert!(page.says("“nhiều lắm”") && page.says("“xã Không Có Thật”") && page.says("Không phải số điện thoại"));
        assert_eq!(page.texts("main fieldset legend").len(), 50);
        // Page by page, all of them.
        let mut pages = 0;
        loop {
            let page = owner.get(&format!("/ntd/tin/nhap/{id}")).await.ok();
            if page.count("main fieldset") == 0 {
                break;
            }
            owner.submit(mended(app, &page)).await.ok();
            pages += 1;
            assert!(pages <= 6, "{:?}: {}", counts(app, id).await, page.texts("main .err").join(" | "));
        }
        assert_eq!(counts(app, id).await, BTreeMap::from([(RowState::Sent, 5_000)]));
        assert_eq!(submitted(app, &owner).await, 5_000);
        assert!(owner.get(&format!("/ntd/tin/nhap/{id}")).await.ok().says("Không còn dòng nào cần sửa"));
        app.settle().await;
    }

    async fn a_workbook_is_taken_like_a_text(app) {
        let owner = app.employer().await;
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (line, text) in [HEAD.to_owned(), row(app, 1).replace('"', ""), row(app, 2).replace('"', "").replace("8-12 triệu", "=1+1")].iter().enumerate() {
            // The description holds commas: its parts are one cell.
            let cells: Vec<&str> = text.split(',').collect();
            let extra = cells.len() - 10;
            let joined = cells[3..=3 + extra].join(",");
            let cells = cells[..3].iter().copied().chain([joined.as_str()]).chain(cells[4 + extra..].iter().copied());
            for (column, cell) in cells.enumerate() {
                sheet.write_string(u32::try_from(line).unwrap(), u16::try_from(column).unwrap(), cell).unwrap();
            }
        }
        let form = owner.get("/ntd/tin/nhap").await.ok().form("/ntd/tin/nhap");
        let page = owner.submit_with_files(form, &[("tin.xlsx", &book.save_to_buffer().unwrap())]).await.ok();
        let id = batch(&page);
        app.run_jobs().await;
        assert_eq!(counts(app, id).await, BTreeMap::from([(RowState::Sent, 1), (RowState::Wrong, 1)]));
        // What a spreadsheet would calculate leaves with an apostrophe before it, and is read back without.
        let sheet = owner.get(&format!("/ntd/tin/nhap/{id}/can-sua.csv")).await.ok();
        assert!(sheet.body.contains("'=1+1"), "{}", sheet.body);
        app.employer().await.get_once(&format!("/ntd/tin/nhap/{id}/can-sua.csv")).await.is(StatusCode::NOT_FOUND);
        app.settle().await;
    }

    async fn a_file_again_and_a_job_twice_change_nothing(app) {
        let owner = app.employer().await;
        let file = format!("{HEAD}\n{}\n{}\n{}\n", row(app, 1), row(app, 2), wrong(app, 8));
        let first = batch(&uploads(&owner, &file).await.ok());
        // Broken off in the middle, or claimed twice: what is sent stays sent.
        for _ in 0..2 {
            app.run_jobs().await;
            let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
            unit.enqueue(sanviec_store::NewJob { name: "batch.read", key: None, payload: serde_json::json!(first), run_at: None, priority: 0, max_attempts: 1 });
            unit.save().await.unwrap();
        }
        app.run_jobs().await;
        assert_eq!(submitted(app, &owner).await, 2);
        // The same file once more: known by its references.
        let second = batch(&uploads(&owner, &file).await.ok());
        app.settle().await;
        assert_eq!(counts(app, second).await, BTreeMap::from([(RowState::Sent, 2), (RowState::Wrong, 1)]));
        assert_eq!(submitted(app, &owner).await, 2);
        // One that says something else under a reference that is taken is told so.
        let changed = file.replace("Công nhân 1,", "Công nhân khác,");
        let third = batch(&uploads(&owner, &changed).await.ok());
        app.settle().await;
        assert_eq!(counts(app, third).await.get(&RowState::Wrong), Some(&2));
        assert!(owner.get(&format!("/ntd/tin/nhap/{third}")).await.ok().says("Mã tin"));
        // After a month the file is forgotten; what it became stays.
        app.later(chrono::TimeDelta::days(31)).await;
        assert!(sanviec_store::batches::find(app.store().reader(), first).await.unwrap().is_none());
        assert!(submitted(app, &owner).await >= 2);
        app.settle().await;
    }

    async fn a_row_is_mended_whole_or_left_out(app) {
        let owner = app.employer().await;
        let file = format!("{HEAD}\n{}\n{}\n{}\n", wrong(app, 0), wrong(app, 1), wrong(app, 2));
        let id = batch(&uploads(&owner, &file).await.ok());
        app.run_jobs().await;
        let path = format!("/ntd/tin/nhap/{id}/2");
        let page = owner.get(&path).await.ok();
        assert_eq!(page.form(&path).value("o-2-job_title"), "Công nhân 0", "the whole row is there");
        // Still wrong: it says so and keeps what was typed.
        let page = owner.submit(page.form(&path).fill("o-2-wage", "rất cao")).await.ok();
        assert_eq!((page.path.as_str(), page.form(&path).value("o-2-wage")), (path.as_str(), "rất cao"));
        assert!(page.says("“rất cao”"));
        let page = owner.submit(page.form(&path).fill("o-2-wage", "9-11 triệu")).await.ok();
        assert!(page.says("1 dòng đã gửi"));
        assert_eq!(submitted(app, &owner).await, 1);
        owner.post(&format!("/ntd/tin/nhap/{id}/3/bo-qua"), &[]).await.ok();
        assert_eq!(counts(app, id).await, BTreeMap::from([(RowState::Sent, 1), (RowState::Wrong, 1), (RowState::LeftOut, 1)]));
        // It is gone for good.
        owner.get_once(&format!("/ntd/tin/nhap/{id}/3")).await.is(StatusCode::NOT_FOUND);
        // Columns that nobody knows are not written.
        owner.post(&format!("/ntd/tin/nhap/{id}"), &[("o-4-nonsense", "x"), ("o-4-quantity", "7"), ("o-x-wage", "1")]).await.ok();
        assert_eq!(submitted(app, &owner).await, 2);
        app.settle().await;
    }

    async fn files_are_one_s_own_and_what_they_should_be(app) {
        let (owner, stranger) = (app.employer().await, app.employer().await);
        let viewer = app.member(owner.organisation, MemberRole::Viewer).await;
        viewer.get_once("/ntd/tin/nhap").await.is(StatusCode::FORBIDDEN);
        let id = batch(&uploads(&owner, &format!("{HEAD}\n{}\n", wrong(app, 0))).await.ok());
        app.run_jobs().await;
        for path in [format!("/ntd/tin/nhap/{id}"), format!("/ntd/tin/nhap/{id}/2")] {
            stranger.get_once(&path).await.is(StatusCode::NOT_FOUND);
            stranger.post_once(&path, &[("o-2-wage", "8-12 triệu")]).await.is(StatusCode::NOT_FOUND);
        }
        // What is wrong with the file itself stands at its field.
        let form = || async { owner.get("/ntd/tin/nhap").await.ok().form("/ntd/tin/nhap") };
        let refused = owner.submit(form().await).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.errors(), ["Lỗi: Chọn một tệp"]);
        for bad in ["", "Tên công việc,Cột lạ\nThợ hàn,1\n", "{\"job_title\": \"Thợ hàn\"}\n", "PK\u{3}\u{4}khong phai excel"] {
            let refused = uploads(&owner, bad).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(refused.errors().len(), 1, "{bad}");
        }
        let many: Vec<String> = (0..5_001).map(|number| row(app, number)).collect();
        uploads(&owner, &format!("{HEAD}\n{}\n", many.join("\n"))).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        // The template itself can be handed in.
        let template = owner.get("/ntd/tin/nhap/mau.csv").await.ok();
        let id = batch(&uploads(&owner, &template.body).await.ok());
        app.settle().await;
        assert_eq!(counts(app, id).await, BTreeMap::from([(RowState::Sent, 1)]), "{}", owner.get(&format!("/ntd/tin/nhap/{id}")).await.ok().text("main"));
    }
}
