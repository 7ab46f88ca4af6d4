//! Files come in through the use case of the `import` command, and leave as `export` writes them.

use chrono::TimeDelta;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::{Fault, Field, VacancyCommand, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::export::{CsvExport, ExportRow, write_jsonl};
use sanviec_exchange::generate::{Corpus, CorpusOptions};
use sanviec_exchange::import::{FileError, Limits};
use sanviec_exchange::importing::{self, ImportError, Progress, RowOutcome, RowReport, Totals};
use sanviec_exchange::vacancies::read;
use sanviec_tests::{TestApp, on_both};
use std::collections::BTreeSet;
use std::path::PathBuf;

#[derive(Default)]
struct Report {
    total: u64,
    rows: Vec<RowReport>,
}

impl Progress for Report {
    fn opened(&mut self, total: u64) {
        self.total = total;
    }
    fn row(&mut self, report: &RowReport) {
        self.rows.push(report.clone());
    }
}

async fn import(app: &TestApp, file: &std::path::Path) -> (Totals, Report) {
    let mut report = Report::default();
    let totals = importing::run(app.exchange(), &Actor::System, file, Limits::default(), &mut report).await.unwrap();
    assert_eq!(report.rows.len() as u64, report.total, "every row is reported once");
    assert!(report.rows.is_sorted_by_key(|row| row.line));
    (totals, report)
}

fn written(app: &TestApp, name: &str, text: &str) -> PathBuf {
    let file = app.folder().join(name);
    std::fs::write(&file, text).unwrap();
    file
}

fn totals(imported: u64, updated: u64, unchanged: u64, refused: u64) -> Totals {
    Totals {
        imported,
        updated,
        unchanged,
        refused,
    }
}

/// The faults of a refused row.
fn faults(report: &Report, reference: &str) -> BTreeSet<(&'static str, &'static str)> {
    let row = report
        .rows
        .iter()
        .find(|row| row.reference == reference)
        .unwrap_or_else(|| panic!("{reference} is not in the report"));
    let RowOutcome::Refused(refused) = &row.outcome else {
        panic!("{reference}: {:?}", row.outcome)
    };
    refused.errors.iter().map(|error| (error.field.key(), error.fault.key())).collect()
}

/// A row's cells after the reference and the employer.
fn csv(app: &TestApp, rows: &[&str]) -> String {
    let deadline = (app.today() + TimeDelta::days(30)).format("%d/%m/%Y");
    let mut text = "external_reference,employer_tax_code,employer_name,job_title,quantity,job_description,place,wage,deadline,work_time,contact_name,contact_phone\n".to_owned();
    for row in rows {
        text.push_str(&row.replace("{deadline}", &deadline.to_string()));
        text.push('\n');
    }
    text
}

const SEWING: &str = "A1,,Công ty May Tiền Hải,Công nhân may,50,May áo sơ mi trên máy một kim.,KCN Tiền Hải,8-12 triệu,{deadline},Toàn thời gian,Nguyễn Thị Hoà,0912000333";
const WELDING: &str = "A2,,Công ty May Tiền Hải,Thợ hàn,5,Hàn khung sắt cho nhà xưởng.,Thành phố Thái Bình,từ 9tr,{deadline},Toàn thời gian,Nguyễn Thị Hoà,0912000333";
const GUARD: &str = "B1,,Công ty Bảo vệ Sông Hồng,Bảo vệ,3,Trực cổng và tuần tra kho hàng.,xã Kiến Xương,250k/ngày,{deadline},Toàn thời gian,Vũ Đức Thành,0912000444";

on_both! {
    async fn a_file_twice_changes_nothing(app) {
        let file = written(app, "rows.csv", &csv(app, &[SEWING, WELDING, GUARD]));
        assert_eq!(import(app, &file).await.0, totals(3, 0, 0, 0), "{:?}", import(app, &file).await.1.rows);
        app.settle().await;
        assert_eq!(app.visitor().finds("cong nhan may").await, ["Công nhân may"]);
        let feed = sanviec_store::feed::last(app.store().reader()).await.unwrap();
        assert_eq!(import(app, &file).await.0, totals(0, 0, 3, 0));
        assert_eq!(sanviec_store::feed::last(app.store().reader()).await.unwrap(), feed, "a second run wrote something");

        // One row says something else: it alone is written.
        let changed = SEWING.replace("8-12 triệu", "9-13 triệu").replace(",50,", ",60,");
        let file = written(app, "rows.csv", &csv(app, &[&changed, WELDING, GUARD]));
        let (sums, report) = import(app, &file).await;
        assert_eq!(sums, totals(0, 1, 2, 0));
        assert_eq!((report.rows[0].line, report.rows[0].reference.as_str()), (2, "A1"));
        app.settle().await;
        let item = &app.visitor().get("/api/v1/vacancies?q=may").await.ok().json()["items"][0];
        assert_eq!((item["wage"]["from"].as_i64(), item["wage"]["to"].as_i64(), item["openings"].as_i64()), (Some(9_000_000), Some(13_000_000), Some(60)));
        assert_eq!(item["external_reference"], "A1");
    }

    async fn bad_rows_are_refused_with_field_and_reason(app) {
        let rows = [
            SEWING.to_owned(),
            WELDING.replace("từ 9tr", "nhiều lắm"),
            GUARD.replace("xã Kiến Xương", "xã Không Có Thật"),
            SEWING.replace("A1,", "A3,").replace("Công nhân may,", ","),
            SEWING.replace("A1,", "A4,").replace(",50,", ",không rõ,"),
            SEWING.replace("A1,", "A5,").replace("{deadline}", "01/02/2020"),
            SEWING.replace("A1,", "A6,").replace("0912000333", "12"),
            SEWING.replace("A1,,", "A7,123,"),
            SEWING.replace("A1,", "A8,").replace("8-12 triệu", "1 triệu"),
            SEWING.replace("Công nhân may,", "Công nhân may khác,"),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let file = written(app, "bad.csv", &csv(app, &rows));
        let (sums, report) = import(app, &file).await;
        assert_eq!((sums.imported, sums.refused), (1, 9), "{:#?}", report.rows);
        for (reference, field, fault) in [
            ("A2", Field::Pay, Fault::NotUnderstood),
            ("B1", Field::Place, Fault::Unknown),
            ("A3", Field::Title, Fault::Missing),
            ("A4", Field::Openings, Fault::NotUnderstood),
            ("A5", Field::Deadline, Fault::InThePast),
            ("A6", Field::ContactPhone, Fault::NotAPhone),
            ("A7", Field::EmployerTaxCode, Fault::NotATaxCode),
            ("A8", Field::BasicWage, Fault::BelowMinimumWage),
        ] {
            let faults = faults(&report, reference);
            assert!(faults.contains(&(field.key(), fault.key())), "{reference}: {faults:?}");
        }
        let last = report.rows.last().unwrap();
        assert!(matches!(&last.outcome, RowOutcome::Refused(refused) if refused.errors.iter().any(|error| error.fault == Fault::Duplicate)), "{last:?}");
        app.settle().await;
    }

    async fn a_generated_file_goes_in_whole_and_comes_out_the_same(app) {
        let options = CorpusOptions { today: app.today(), employers: 60 };
        let corpus = Corpus::new(7, app.exchange().reference.clone(), options);
        let file = app.folder().join("corpus.jsonl");
        let mut out = std::io::BufWriter::new(std::fs::File::create(&file).unwrap());
        corpus.write_corpus(&mut out, 2_000).unwrap();
        drop(out);
        let (sums, report) = import(app, &file).await;
        assert_eq!(sums, totals(2_000, 0, 0, 0), "{:?}", report.rows.iter().find(|row| row.outcome != RowOutcome::Imported));
        assert_eq!(import(app, &file).await.0, totals(0, 0, 2_000, 0));
        app.settle().await;
        assert_eq!(app.visitor().get("/api/v1/vacancies?limit=1").await.ok().json()["total"], 2_000);

        // Exported in both shapes and imported again, nothing has changed.
        let (lines, table) = (app.folder().join("out.jsonl"), app.folder().join("out.csv"));
        let reference = app.exchange().reference.clone();
        let mut out = std::fs::File::create(&lines).unwrap();
        let mut csv = CsvExport::new(std::fs::File::create(&table).unwrap(), &reference).unwrap();
        let mut after: Option<VacancyId> = None;
        loop {
            let page = read::published_page(app.exchange(), after, 500).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.vacancy.id);
            for view in &page {
                let row = ExportRow {
                    external_reference: view.vacancy.external_reference.as_deref().unwrap(),
                    employer_tax_code: view.employer.tax_code.as_ref(),
                    employer_name: &view.employer.name,
                    content: &view.vacancy.content,
                };
                write_jsonl(&mut out, &row).unwrap();
                csv.write(&row).unwrap();
            }
        }
        csv.finish().unwrap();
        for file in [lines, table] {
            let (sums, report) = import(app, &file).await;
            assert_eq!(sums, totals(0, 0, 2_000, 0), "{}: {:?}", file.display(), report.rows.iter().find(|row| row.outcome != RowOutcome::Unchanged));
        }
    }

    async fn a_row_meets_a_vacancy_in_every_state(app) {
        let employer = app.organisation("Công ty May Tiền Hải", OrganisationKind::Employer, OrganisationState::Verified).await;
        for state in VacancyState::ALL {
            let reference = format!("S-{}", state.key());
            let vacancy = crate::world::vacancy_in(app, employer, *state, crate::world::content(app, "Công nhân may")).await;
            let unit = app.exchange().begin(&Actor::System).await.unwrap();
            let named = sanviec_store::VacancyRecord { external_reference: Some(reference.clone()), ..vacancy };
            sanviec_store::vacancies::update(&unit, &named).await.unwrap();
            unit.save().await.unwrap();
            let file = written(app, "one.csv", &csv(app, &[&SEWING.replace("A1,", &format!("{reference},"))]));
            let (sums, report) = import(app, &file).await;
            let now = app.stored(named.id).await;
            // A published vacancy takes the new text as it is; else the table decides.
            let expected = decide::<VacancyLife>(*state, VacancyCommand::Import, Party::System, |_| true).map(|moved| moved.to);
            match expected {
                Ok(to) => assert_eq!((sums, now.state), (totals(0, 1, 0, 0), to), "{state:?}"),
                Err(_) if *state == VacancyState::Published => assert_eq!((sums, now.state), (totals(0, 1, 0, 0), VacancyState::Published)),
                Err(_) => {
                    assert_eq!((sums, now.state, now.content.openings), (totals(0, 0, 0, 1), *state, Some(10)), "{state:?}");
                    assert!(faults(&report, &reference).contains(&("external_reference", "not-now")), "{state:?}");
                }
            }
        }
        // An employer that is not verified publishes nothing this way, either.
        for state in [OrganisationState::Pending, OrganisationState::Refused, OrganisationState::Suspended] {
            let name = format!("Công ty {}", state.key());
            app.organisation(&name, OrganisationKind::Employer, state).await;
            let file = written(app, "one.csv", &csv(app, &[&SEWING.replace("Công ty May Tiền Hải", &name)]));
            let (sums, report) = import(app, &file).await;
            assert_eq!(sums, totals(0, 0, 0, 1), "{state:?}");
            assert!(faults(&report, "A1").contains(&("employer_tax_code", "not-verified")), "{state:?}");
        }
        app.settle().await;
    }

    async fn only_the_program_itself_imports(app) {
        let file = written(app, "rows.csv", &csv(app, &[SEWING]));
        let admin = app.staff(StaffRole::Admin).await;
        for actor in [Actor::Visitor, admin.actor(), app.employer().await.actor(sanviec_domain::organisation::MemberRole::Owner)] {
            let refused = importing::run(app.exchange(), &actor, &file, Limits::default(), &mut Report::default()).await;
            assert!(matches!(refused, Err(ImportError::Exchange(_))), "{actor:?}");
        }
        app.settle().await;
    }

    async fn each_kind_of_wrong_file_has_its_own_error(app) {
        let row = csv(app, &[SEWING]);
        let wide = vec!["c"; 10_000].join(",");
        let small = Limits { csv_bytes: 4_096, row_bytes: 1_024, rows: 3, ..Limits::default() };
        let wrong: [(&str, &str, Vec<u8>, Limits); 16] = [
            ("empty.csv", "empty", Vec::new(), Limits::default()),
            ("picture.png", "unknown-type", b"\x89PNG\r\n\x1a\n".to_vec(), Limits::default()),
            ("picture.csv", "wrong-encoding", b"\x89PNG\r\n\x1a\n".to_vec(), Limits::default()),
            ("latin.csv", "wrong-encoding", b"external_reference,job_title\nA1,C\xf4ng nh\xe2n\n".to_vec(), Limits::default()),
            ("wide-characters.csv", "wrong-encoding", row.encode_utf16().flat_map(u16::to_le_bytes).collect(), Limits::default()),
            ("large.csv", "too-large", format!("{row}{}", "\n".repeat(5_000)).into_bytes(), small),
            ("wide.csv", "too-many-columns", format!("{wide}\n").into_bytes(), Limits::default()),
            ("long.csv", "too-many-rows", csv(app, &[SEWING, WELDING, GUARD, SEWING]).into_bytes(), small),
            ("row.csv", "row-too-long", row.replace("May áo sơ mi", &"May áo sơ mi ".repeat(100)).into_bytes(), small),
            ("headers.csv", "no-header", "một,hai,ba\n1,2,3\n".as_bytes().to_vec(), Limits::default()),
            ("ragged.csv", "ragged-row", format!("{row}A9,,Công ty\n").into_bytes(), Limits::default()),
            ("quote.csv", "unclosed-quote", row.replace("Công nhân may,", "\"Công nhân may,").into_bytes(), Limits::default()),
            ("twice.csv", "duplicate-column", row.replacen("quantity", "job_title", 1).into_bytes(), Limits::default()),
            ("array.jsonl", "json-array", b"[{\"external_reference\": \"A1\"}]\n".to_vec(), Limits::default()),
            ("broken.jsonl", "not-json", b"{\"external_reference\": \"A1\", \n".to_vec(), Limits::default()),
            ("broken.xlsx", "broken-workbook", b"PK\x03\x04 not a workbook".to_vec(), Limits::default()),
        ];
        let before = sanviec_store::feed::last(app.store().reader()).await.unwrap();
        for (name, key, bytes, limits) in wrong {
            let file = app.folder().join(name);
            std::fs::write(&file, bytes).unwrap();
            let error = match importing::run(app.exchange(), &Actor::System, &file, limits, &mut Report::default()).await {
                Err(ImportError::File(error)) => error,
                other => panic!("{name}: {other:?}"),
            };
            assert_eq!(FileError::key(&error), key, "{name}: {error:?}");
            let (vi, en) = (error.message(Locale::Vi), error.message(Locale::En));
            assert!(vi.chars().count() > 20 && en.len() > 20 && vi != en, "{name}: {vi} / {en}");
        }
        let nowhere = importing::run(app.exchange(), &Actor::System, &app.folder().join("nowhere.csv"), Limits::default(), &mut Report::default()).await;
        assert!(matches!(nowhere, Err(ImportError::File(FileError::Unreadable { .. }))), "{nowhere:?}");
        assert_eq!(sanviec_store::feed::last(app.store().reader()).await.unwrap(), before, "a refused file wrote something");
    }
}
