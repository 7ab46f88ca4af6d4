//! What is exported is imported unchanged.

use super::*;

/// Every field filled, with the signs that tables choke on.
fn full() -> VacancyContent {
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    let money = |from, to| VndRange::new(Some(Vnd(from)), Some(Vnd(to))).ok();
    VacancyContent {
        title: "=Công nhân may, \"gấp\"".to_owned(),
        openings: Some(1_284),
        description: "- Vận hành máy; may túi\n- \"Nhanh\", gọn\n\n@cuối".to_owned(),
        requirements: "'- Không".to_owned(),
        occupation: Some("8153".to_owned()),
        occupation_confirmed: true,
        position: Some(Position::Staff),
        schooling: Some(Schooling::LowerSecondary),
        qualification: Some(Qualification::SkilledWithoutCertificate),
        qualification_major: "Công nghệ may; thời trang".to_owned(),
        other_training: vec!["Chứng chỉ A".to_owned(), "Chứng chỉ; B".to_owned()],
        skill_level: "Bậc 3".to_owned(),
        languages: vec![
            SkillDemand {
                name: "Tiếng Hàn".to_owned(),
                certificate: Some("TOPIK 3".to_owned()),
                fluency: Some(Fluency::Fair),
            },
            SkillDemand {
                name: "Tiếng Anh".to_owned(),
                certificate: None,
                fluency: None,
            },
        ],
        computer: vec![SkillDemand {
            name: "Tin học – văn phòng".to_owned(),
            certificate: None,
            fluency: Some(Fluency::Good),
        }],
        soft_skills: vec![SoftSkill::Communication, SoftSkill::Reporting],
        experience: Some(Experience::OneToTwo),
        place: Some(Place {
            province: "33".parse().unwrap(),
            commune: "12826".parse().ok(),
            park: Some(ParkSlug("lien-ha-thai".to_owned())),
            street: "Lô A1, đường N2".to_owned(),
        }),
        contract: Some(Contract::TwelveToThirtySixMonths),
        extra: vec![ExtraDemand::Shifts, ExtraDemand::Travel],
        work_time: Some(WorkTime::FullTime),
        purpose: Some(Purpose::LongTerm),
        pay: Pay {
            basic: Some(Vnd(5_310_000)),
            usual: VndRange::new(Some(Vnd(9_000_000)), None).ok(),
            day: money(250_000, 300_000),
            hour: money(30_000, 30_000),
            piece_rate: true,
            commission: true,
            negotiable: true,
            allowances: vec![
                Allowance {
                    name: "Chuyên cần: đủ công".to_owned(),
                    amount: Vnd(500_000),
                },
                Allowance {
                    name: "Xăng xe".to_owned(),
                    amount: Vnd(300_000),
                },
            ],
            foreign: Some(ForeignWage {
                currency: Currency::Usd,
                from: Some(500),
                to: None,
            }),
            pay_day: Some(10),
            thirteenth_month: true,
        },
        meals: Some(Meals::Money),
        benefits: vec![Benefit::Insurance, Benefit::Bus, Benefit::Dormitory],
        benefits_other: "+ Thưởng Tết".to_owned(),
        conditions: Conditions {
            setting: Some(Setting::Indoors),
            lifting: Some(Lifting::Medium),
            standing: Some(Standing::Much),
            hearing: Some(Hearing::Basic),
            sight: Some(Sight::Fine),
            handwork: Some(Handwork::VerySmall),
            two_hands: vec![TwoHands::Both, TwoHands::Right],
        },
        priority: vec![PriorityGroup::Disability, PriorityGroup::Poor],
        recruit_modes: vec![RecruitMode::InPerson, RecruitMode::OnlineInterview],
        deadline: NaiveDate::from_ymd_opt(2026, 12, 31),
        services: vec![CentreService::Referral, CentreService::Supply],
        contact: Some(RecruitContact {
            name: "Nguyễn Thị An".parse().unwrap(),
            title: "Trưởng phòng".to_owned(),
            phone: "0912345678".parse().unwrap(),
            email: "an@cong-ty.example".parse().ok(),
            notify_sms: true,
            notify_email: true,
            other: "Zalo cùng số".to_owned(),
        }),
        shift: Some(Shift::ThreeShifts),
        hours_from: time(7, 30),
        hours_to: time(16, 30),
        hours_per_week: Some(48),
        overtime: Overtime {
            hours_per_month: Some(40),
            hours_per_year: Some(200),
        },
        days_off: Some(DaysOff::Sundays),
        bus: vec![
            BusRoute {
                name: "Tuyến 3: Diêm Điền – Liên Hà Thái".to_owned(),
                stops: vec![
                    BusStop {
                        name: "Ngã tư Vô Hối".to_owned(),
                        time: time(6, 10),
                    },
                    BusStop {
                        name: "Cầu Diêm Điền".to_owned(),
                        time: None,
                    },
                ],
            },
            BusRoute {
                name: "Tuyến 4".to_owned(),
                stops: Vec::new(),
            },
        ],
        dormitory: Some(Dormitory {
            free: false,
            monthly: Some(Vnd(400_000)),
            per_room: Some(6),
        }),
        probation: Some(Probation { days: 30, pay_percent: 85 }),
        starts: NaiveDate::from_ymd_opt(2027, 1, 4),
        papers: vec!["Căn cước công dân".to_owned(), "Ảnh 3x4".to_owned()],
        least_age: Some(18),
        abroad_licence: Some("123/LĐTBXH-GP".to_owned()),
    }
}

#[test]
fn the_full_vacancy_leaves_no_field_empty() {
    let serde_json::Value::Object(fields) = serde_json::to_value(full()).unwrap() else {
        panic!()
    };
    for (key, value) in fields {
        assert!(
            !value.is_null() && value != false && value != serde_json::json!([]) && value != "",
            "{key} is empty: the round trip doesn't test it"
        );
    }
}

fn csv(contents: &[(String, VacancyContent)], name: &str) -> Vec<u8> {
    let mut export = CsvExport::new(Vec::new(), reference()).unwrap();
    for (external_reference, content) in contents {
        export
            .write(&ExportRow {
                external_reference,
                employer_tax_code: None,
                employer_name: name,
                content,
            })
            .unwrap();
    }
    export.finish().unwrap()
}

#[test]
fn what_is_exported_is_imported_unchanged() {
    let shared = Arc::new(Reference::new(reference().lists().clone(), reference().home()));
    let corpus = Corpus::new(
        3,
        shared,
        CorpusOptions {
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            employers: 200,
        },
    );
    let mut contents = vec![("=A-1".to_owned(), full())];
    contents.extend((0..500).map(|index| (format!("C-{index}"), corpus.vacancy(index).content)));
    contents.extend((0..12).map(|index| (format!("S-{index}"), corpus.suspicious(index).vacancy.content)));

    let name = "+Công ty \"Mẫu\"; số 1";
    let mut json = Vec::new();
    for (external_reference, content) in &contents {
        write_jsonl(
            &mut json,
            &ExportRow {
                external_reference,
                employer_tax_code: None,
                employer_name: name,
                content,
            },
        )
        .unwrap();
    }
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in export_columns().enumerate() {
        sheet.write_string(0, column as u16, header.label()).unwrap();
    }
    for (line, (external_reference, content)) in contents.iter().enumerate() {
        let row = ExportRow {
            external_reference,
            employer_tax_code: None,
            employer_name: name,
            content,
        };
        for (column, text) in table_row(&row, reference()).iter().enumerate() {
            sheet.write_string(line as u32 + 1, column as u16, text).unwrap();
        }
    }
    for (file, bytes) in [("tin.csv", csv(&contents, name)), ("tin.jsonl", json), ("tin.xlsx", workbook.save_to_buffer().unwrap())] {
        let read = rows(file, bytes);
        assert_eq!(read.len(), contents.len());
        for (read, (external_reference, content)) in read.into_iter().zip(&contents) {
            let read = read.unwrap_or_else(|refused| panic!("{file}: {refused:?}"));
            assert_eq!((&read.external_reference, read.employer_name.as_str()), (external_reference, name), "{file}");
            assert_eq!(read.content, *content, "{file}");
        }
    }
}

#[test]
fn no_exported_cell_is_a_formula() {
    let text = String::from_utf8(csv(&[("=A".to_owned(), full())], "@x")).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for cell in &reader.records().next().unwrap().unwrap() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}
