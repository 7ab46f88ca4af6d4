use super::*;

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn numbers_have_groups_of_three() {
    for (cell, number) in [("1284", 1284), ("1.284", 1284), ("1,284", 1284), ("5 310 000", 5_310_000), ("0", 0)] {
        assert_eq!(read_number(cell), Ok(number), "{cell}");
    }
    for wrong in ["1.28", "1.2844", "-3", "", "1,5", "12a", "0.500", "1..000"] {
        assert!(read_number(wrong).is_err(), "{wrong}");
    }
    assert_eq!(read_count::<u32>("20 người", &["nguoi"]), Ok(20));
}

#[test]
fn days_are_day_first_or_iso() {
    let day = NaiveDate::from_ymd_opt(2026, 12, 5);
    for cell in ["05/12/2026", "5/12/2026", "5-12-2026", "5.12.2026", "2026-12-05", "2026-12-05T00:00:00"] {
        assert_eq!(read_date(cell).ok(), day, "{cell}");
    }
    for wrong in ["05/12/26", "31/02/2026", "12/2026", "mai", "2026-13-01", "5/12/2026/1"] {
        assert!(read_date(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn times_are_read_as_written() {
    for cell in ["7:30", "07:30", "07:30:00", "7h30", "7 giờ 30"] {
        assert_eq!(read_time(cell), Ok(time(7, 30)), "{cell}");
    }
    assert_eq!(read_time("7h"), Ok(time(7, 0)));
    assert_eq!(read_hours("7h30 - 16h30"), Ok((time(7, 30), time(16, 30))));
    for wrong in ["25:00", "7", "sáng", "7:300"] {
        assert!(read_time(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn formulas_are_kept_from_being_calculated() {
    for text in ["=1+1", "+84", "-x", "@a", "'=x", "''-y", "'ok", "plain", "\tz", ""] {
        let guarded = guard(text.to_owned());
        assert!(!begins_formula(&guarded), "{guarded}");
        assert_eq!(unguard(&guarded), text);
    }
    assert_eq!(guard("'ok".to_owned()), "'ok");
}

#[test]
fn lists_survive_their_own_separators() {
    let entries = ["Căn cước công dân".to_owned(), "Đơn; có dán ảnh".to_owned(), "[x]".to_owned()];
    assert_eq!(read_list(&write_list(&entries)), Ok(entries.to_vec()));
    let routes = vec![
        BusRoute {
            name: "Tuyến 3: Diêm Điền – Liên Hà Thái".to_owned(),
            stops: vec![BusStop {
                name: "Ngã tư Vô Hối".to_owned(),
                time: Some(time(6, 10)),
            }],
        },
        BusRoute {
            name: "A | B".to_owned(),
            stops: vec![
                BusStop {
                    name: "x > y".to_owned(),
                    time: None,
                },
                BusStop {
                    name: "Số 7:30".to_owned(),
                    time: None,
                },
            ],
        },
    ];
    assert_eq!(read_bus(&write_bus(&routes)), Ok(routes.clone()));
    assert_eq!(write_bus(&routes[..1]), "Tuyến 3: Diêm Điền – Liên Hà Thái | Ngã tư Vô Hối 06:10");
    let skills = vec![SkillDemand {
        name: "Tiếng Hàn".to_owned(),
        certificate: Some("TOPIK 3".to_owned()),
        fluency: Some(Fluency::Fair),
    }];
    assert_eq!(write_skills(&skills), "Tiếng Hàn (TOPIK 3) – Khá");
    assert_eq!(read_skills("Tiếng Hàn (TOPIK 3) – Khá"), Ok(skills));
}

#[test]
fn ranges_and_dormitories() {
    assert_eq!(read_range("từ 9.000.000 đến 12.000.000").map(write_range), Ok("9000000 - 12000000".to_owned()));
    assert_eq!(read_range("12000000 - 9000000"), Err(Fault::TurnedRound));
    assert_eq!(read_range("từ 9000000").map(write_range), Ok("từ 9000000".to_owned()));
    assert_eq!(read_range("0"), Err(Fault::OutOfBounds));
    let dormitory = Dormitory {
        free: false,
        monthly: Some(Vnd(400_000)),
        per_room: Some(4),
    };
    assert_eq!(write_dormitory(&dormitory), "400000/tháng, 4 người/phòng");
    assert_eq!(read_dormitory("400.000/tháng, 4 người/phòng"), Ok(Some(dormitory)));
    assert_eq!(read_dormitory("không"), Ok(None));
    assert_eq!(read_dormitory(&write_dormitory(&Dormitory::default())), Ok(Some(Dormitory::default())));
}

#[test]
fn experience_in_years_or_months() {
    for (cell, band) in [
        ("1 năm", Experience::OneToTwo),
        ("24 tháng", Experience::TwoToFive),
        ("5 năm", Experience::TwoToFive),
        ("72 tháng", Experience::OverFive),
        ("3 tháng", Experience::UnderOneYear),
        ("Chưa có kinh nghiệm", Experience::None),
        ("Trên 5 năm", Experience::OverFive),
        ("ít nhất 2 năm", Experience::TwoToFive),
    ] {
        assert_eq!(read_experience(cell), Ok(band), "{cell}");
    }
    assert!(read_experience("nhiều").is_err());
}
