//! Pages for employers who post much: files, their own systems, results.

use super::staff::{Rendered, id, now};
use super::{site, today};
use crate::pages::{BatchPage, BatchRow, BatchRowPage, BatchUploadPage, CellInput, DeliveryRow, KeyRow, ProgramPage, ResultRow, ResultsPage, WebhookRow, WrongRow};
use crate::{Area, Chrome, FormState};
use chrono::{Days, TimeDelta};
use sanviec_domain::batch::RowState;
use sanviec_domain::ids::{ApiKeyId, BatchId, VacancyId, WebhookId};
use sanviec_domain::language::Locale;
use sanviec_domain::program::{DeliveryState, KeyMode, KeyScope};

/// The pages in a language.
pub fn pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let chrome = Chrome::new(&site, locale, Area::Employer, "/ntd");
    let mut pages = batches(&chrome);
    pages.extend(programs(&chrome));
    pages.extend(results(&chrome));
    pages
}

fn batches(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let latest = [BatchRow {
        id: BatchId(id(1)),
        name: "tin-thang-11.xlsx".to_owned(),
        total: 5_000,
        at: now(),
    }];
    let (plain, mut fault) = (FormState::default(), FormState::default());
    fault.fail("tep", chrome.t.get("batch-error-none"));
    let upload = |form, latest| {
        BatchUploadPage {
            chrome,
            form,
            most_rows: 5_000,
            megabytes: 10,
            latest,
        }
        .render()
    };
    let cell = |line: u32, column: &str, label, value: &str, faults: &[&str], is_text| CellInput {
        name: format!("{line}.{column}"),
        label,
        value: value.to_owned(),
        faults: faults.iter().map(|fault| (*fault).to_owned()).collect(),
        is_text,
    };
    let row = |line| WrongRow {
        line,
        title: "Công nhân may".to_owned(),
        cells: vec![
            cell(line, "wage", "Mức lương", "8-12tr?", &["Không hiểu được giá trị này"], false),
            cell(line, "description", "Mô tả công việc", "May áo", &[], true),
        ],
    };
    let wrong = [row(17), row(18)];
    let batch = |counts, wrong, next| {
        BatchPage {
            chrome,
            id: BatchId(id(1)),
            name: "tin-thang-11.xlsx",
            total: 5_000,
            counts,
            wrong,
            next,
        }
        .render()
    };
    vec![
        upload(&plain, &latest).map(|html| ("ntd-nhap", html)),
        upload(&fault, &[]).map(|html| ("ntd-nhap-loi", html)),
        batch(&[(RowState::Sent, 4_800), (RowState::Wrong, 200)], &wrong, Some("/ntd/tin/nhap/1?tu=67")).map(|html| ("ntd-nhap-tep", html)),
        batch(&[(RowState::Sent, 4_000), (RowState::Waiting, 1_000)], &[], None).map(|html| ("ntd-nhap-dang-doc", html)),
        batch(&[(RowState::Sent, 4_998), (RowState::LeftOut, 2)], &[], None).map(|html| ("ntd-nhap-xong", html)),
        BatchRowPage {
            chrome,
            id: BatchId(id(1)),
            row: &row(17),
        }
        .render()
        .map(|html| ("ntd-nhap-dong", html)),
    ]
}

fn programs(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let key = |number, mode, scope, used| KeyRow {
        id: ApiKeyId(id(number)),
        name: "Phần mềm nhân sự".to_owned(),
        prefix: "svk_live_0a1b2c".to_owned(),
        scope,
        mode,
        created: now() - TimeDelta::days(40),
        used,
    };
    let keys = [key(1, KeyMode::Live, KeyScope::Write, Some(now())), key(2, KeyMode::Test, KeyScope::Read, None)];
    let delivery = |event: &str, state, attempts, answer: &str| DeliveryRow {
        event: event.to_owned(),
        state,
        attempts,
        answer: answer.to_owned(),
        at: now(),
    };
    let webhooks = [
        WebhookRow {
            id: WebhookId(id(3)),
            url: "https://nhansu.songhoa.example/sanviec/thong-bao/tin-tuyen-dung-va-ung-tuyen".to_owned(),
            deliveries: vec![
                delivery("vacancy.published", DeliveryState::Arrived, 1, "204"),
                delivery("application.submitted", DeliveryState::Waiting, 3, "503"),
                delivery("vacancy.closed", DeliveryState::Failed, 16, "connection refused"),
            ],
        },
        WebhookRow {
            id: WebhookId(id(4)),
            url: "https://example.com/hook".to_owned(),
            deliveries: Vec::new(),
        },
    ];
    let (plain, mut fault) = (FormState::default(), FormState::default());
    fault.fail("ten", chrome.t.get("program-error-name"));
    let page = |form, key, signing, keys, webhooks| ProgramPage {
        chrome,
        form,
        key,
        signing,
        keys,
        webhooks,
        base_url: "https://vieclam.example.vn",
    };
    vec![
        page(&plain, None, None, &keys, &webhooks).render().map(|html| ("ntd-ket-noi", html)),
        page(&plain, Some("svk_test_0a1b2c3d"), Some("whsec_MfKQ9r8G"), &keys, &webhooks)
            .render()
            .map(|html| ("ntd-ket-noi-moi", html)),
        page(&fault, None, None, &[], &[]).render().map(|html| ("ntd-ket-noi-loi", html)),
    ]
}

fn results(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let row = |number: u128, title: &str, known| ResultRow {
        id: VacancyId(id(number)),
        hired: format!("nhan-{number}"),
        here: format!("day-{number}"),
        title: title.to_owned(),
        published: Some(today() - Days::new(30)),
        known,
    };
    let rows = [row(1, "Công nhân may", 12), row(2, "Thợ hàn", 0)];
    let (plain, mut fault) = (FormState::default(), FormState::default());
    fault.set("nhan-1", "nhiều");
    fault.fail("nhan-1", chrome.t.get("results-error-number"));
    let page = |form, rows, may_write| ResultsPage { chrome, form, rows, may_write };
    vec![
        page(&plain, &rows, true).render().map(|html| ("ntd-ket-qua", html)),
        page(&fault, &rows, true).render().map(|html| ("ntd-ket-qua-loi", html)),
        page(&plain, &[], false).render().map(|html| ("ntd-ket-qua-trong", html)),
    ]
}
