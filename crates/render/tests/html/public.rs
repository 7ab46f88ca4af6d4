//! The public pages, the seeker's, and the demo's.

use crate::checks::check;
use sanviec_domain::application::{ApplicationState, DeclineReason};
use sanviec_domain::language::Locale;
use sanviec_domain::placement::PlacementState;
use sanviec_domain::query::Facet;
use sanviec_domain::vacancy::{ClosedReason, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::{CallTime, Vocabulary};
use sanviec_render::pages::*;
use sanviec_render::{Area, Chrome, DemoBar, Flash, FlashKind, FormState, samples};
use scraper::{Html, Selector};

/// The chrome of a test: everything on that can be on.
fn with_chrome(locale: Locale, area: Area, path: &str, test: impl FnOnce(&Chrome)) {
    let site = samples::site();
    let mut chrome = Chrome::new(&site, locale, area, path);
    chrome.person = Some("Nguyễn Văn An");
    chrome.flash = Some(Flash {
        kind: FlashKind::Ok,
        text: "Đã lưu".to_owned(),
    });
    chrome.demo = Some(DemoBar {
        role: "visitor",
        now: "08:00, 05/11/2026".to_owned(),
    });
    chrome.badges = &[("/toi", 3)];
    test(&chrome);
}

fn both(area: Area, path: &str, test: impl Fn(&Chrome, &str)) {
    for locale in Locale::ALL {
        with_chrome(locale, area, path, |chrome| test(chrome, locale.tag()));
    }
}

fn text(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let found = page.select(&Selector::parse(selector).unwrap()).next();
    let words: Vec<String> = found
        .unwrap_or_else(|| panic!("no {selector}"))
        .text()
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    words.join(" ")
}

fn count(html: &str, selector: &str) -> usize {
    Html::parse_document(html).select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn home() {
    let cards = samples::cards();
    let parks = [PlaceLink {
        name: "KCN Liên Hà Thái".to_owned(),
        href: "/viec-lam/kcn/lien-ha-thai".to_owned(),
        count: 214,
    }];
    both(Area::Public, "/", |chrome, locale| {
        let page = HomePage {
            chrome,
            vacancies: 1284,
            employers: 312,
            fresh: &cards[..5],
            parks: &parks,
            places: &["KCN Gia Lễ".to_owned()],
        };
        let html = page.render().unwrap();
        check("home", locale, &html);
        assert_eq!(count(&html, ".job"), 5);
        let lead = text(&html, ".hero__lead");
        assert_eq!(
            lead,
            if locale == "vi" {
                "1.284 việc làm đang tuyển của 312 doanh nghiệp đã xác minh"
            } else {
                "1,284 open jobs from 312 verified employers"
            }
        );
        let empty = HomePage {
            chrome,
            vacancies: 0,
            employers: 0,
            fresh: &[],
            parks: &[],
            places: &[],
        }
        .render()
        .unwrap();
        check("home, empty", locale, &empty);
    });
}

#[test]
fn search() {
    let cards = samples::cards();
    let facets = samples::facets();
    let pager = Pager::new(2, 1284, 20, "/viec-lam?q=may");
    let chips = [
        Chip {
            label: "Ca ngày".to_owned(),
            href: "/viec-lam?q=may".to_owned(),
        },
        Chip {
            label: "Có xe".to_owned(),
            href: "/viec-lam".to_owned(),
        },
    ];
    both(Area::Public, "/viec-lam?q=may", |chrome, locale| {
        let mut page = samples::search(chrome, &cards, &facets, &chips, &pager);
        page.text = "\"><script>alert(1)</script>";
        let html = page.render().unwrap();
        check("search", locale, &html);
        assert_eq!(count(&html, "#ket-qua .job"), 20);
        assert_eq!(count(&html, "#ket-qua ol.jobs[start='21']"), 1);
        assert_eq!(count(&html, ".facts li:first-child use[href$='#map-pin']"), 20, "the pin is first in every strip");
        let every = facets.iter().map(|group| group.options.len()).sum::<usize>() + 1;
        assert_eq!(count(&html, "#loc input[form=tim]"), every);
        assert_eq!(text(&html, "h1"), if locale == "vi" { "1.284 việc làm phù hợp" } else { "1,284 matching jobs" });
    });
}

#[test]
fn a_search_that_finds_nothing_says_what_would() {
    let widen = [Widen {
        without: "Ca đêm".to_owned(),
        href: "/viec-lam?q=may".to_owned(),
        count: 12,
    }];
    let pager = Pager::single();
    both(Area::Public, "/viec-lam?q=may&ca=night", |chrome, locale| {
        let mut page = samples::search(chrome, &[], &[], &[], &pager);
        page.total = 0;
        page.widen = &widen;
        page.corrected = Some(Corrected {
            shown: "may".to_owned(),
            exact_href: Some("/viec-lam?q=mai&dung=1".to_owned()),
        });
        let html = page.render().unwrap();
        check("search, nothing", locale, &html);
        assert!(text(&html, ".empty").contains(if locale == "vi" { "12 việc làm" } else { "12 jobs" }));
        assert_eq!(count(&html, ".empty a[href='/viec-lam?q=may']"), 1);
        page.widen = &[];
        check("search, nothing at all", locale, &page.render().unwrap());
    });
}

#[test]
fn vacancy() {
    let content = samples::content();
    let cards = samples::cards();
    both(Area::Public, "/viec-lam/10234-cong-nhan-lap-rap-linh-kien-dien-tu", |chrome, locale| {
        let page = VacancyPage {
            chrome,
            view: samples::view(&content),
            apply: ApplyOffer::Form("/viec-lam/10234/ung-tuyen".to_owned()),
            back: "/viec-lam?q=may",
            poster: Some("/viec-lam/10234/ap-phich".to_owned()),
            report: Some("/viec-lam/10234/phan-anh".to_owned()),
            similar: &cards[..3],
        };
        let html = page.render().unwrap();
        check("vacancy", locale, &html);
        assert_eq!(text(&html, ".pay--big"), if locale == "vi" { "9–11 triệu/tháng" } else { "9–11 million VND/month" });
        let terms: Vec<String> = page.view.facts(chrome).into_iter().map(|fact| fact.icon.to_owned()).take(7).collect();
        assert_eq!(
            terms,
            ["wallet", "map-pin", "clock", "hourglass", "bus", "utensils", "bed"],
            "the order in which workers look"
        );
        assert_eq!(count(&html, ".stops li"), 6);
        assert_eq!(count(&html, ".bar a[href='tel:+84912345678']"), 1);

        let page = Html::parse_document(&html);
        let data = page.select(&Selector::parse("script[type='application/ld+json']").unwrap()).next().unwrap();
        let posting: serde_json::Value = serde_json::from_str(&data.text().collect::<String>()).unwrap();
        assert_eq!(posting["@type"], "JobPosting");
        assert_eq!(posting["validThrough"], "2026-11-30T23:59:59+07:00");
        assert_eq!(posting["baseSalary"]["value"]["maxValue"], 11_000_000);
        assert_eq!(posting["jobLocation"]["address"]["addressRegion"], "Hưng Yên");
    });
}

#[test]
fn a_vacancy_that_says_almost_nothing() {
    let content = VacancyContent {
        title: "Lái xe".to_owned(),
        ..VacancyContent::default()
    };
    both(Area::Public, "/viec-lam/1-lai-xe", |chrome, locale| {
        let view = samples::view(&content);
        let html = VacancyPage {
            chrome,
            view,
            apply: ApplyOffer::Sent("/toi/don/1".to_owned()),
            back: "/viec-lam",
            poster: None,
            report: Some("/viec-lam/10234/phan-anh".to_owned()),
            similar: &[],
        }
        .render()
        .unwrap();
        check("vacancy, bare", locale, &html);
    });
}

#[test]
fn a_title_cannot_end_the_data_block() {
    let mut content = samples::content();
    content.title = "</script><script>alert(1)</script>".to_owned();
    with_chrome(Locale::Vi, Area::Public, "/viec-lam/10234", |chrome| {
        let html = VacancyPage {
            chrome,
            view: samples::view(&content),
            apply: ApplyOffer::Nothing,
            back: "/viec-lam",
            poster: None,
            report: Some("/viec-lam/10234/phan-anh".to_owned()),
            similar: &[],
        }
        .render()
        .unwrap();
        check("vacancy, hostile", "vi", &html);
        assert!(!html.contains("<script>alert"));
    });
}

#[test]
fn a_vacancy_that_is_over_takes_no_application() {
    let content = samples::content();
    let ends = [
        (VacancyState::Closed, Some(ClosedReason::Filled), "đã tuyển đủ"),
        (VacancyState::Closed, Some(ClosedReason::Withdrawn), "đã đóng"),
        (VacancyState::Closed, Some(ClosedReason::ByCentre), "bị trung tâm gỡ"),
        (VacancyState::Expired, None, "quá hạn"),
        (VacancyState::Paused, None, "tạm dừng"),
        (VacancyState::Draft, None, "chưa được công khai"),
    ];
    for (state, closed, says) in ends {
        with_chrome(Locale::Vi, Area::Public, "/viec-lam/10234", |chrome| {
            let mut view = samples::view(&content);
            view.state = state;
            view.closed = closed;
            let html = VacancyPage {
                chrome,
                view,
                apply: ApplyOffer::Nothing,
                back: "/viec-lam",
                poster: None,
                report: Some("/viec-lam/10234/phan-anh".to_owned()),
                similar: &[],
            }
            .render()
            .unwrap();
            check(state.key(), "vi", &html);
            assert!(text(&html, ".note").contains(says), "{state:?}");
            assert_eq!(count(&html, "a[href$='ung-tuyen'], a[href^='tel:'].btn"), 0, "{state:?}: nothing to apply with");
            assert_eq!(count(&html, "script[type='application/ld+json']"), 0, "{state:?}: no posting for search engines");
        });
    }
    // Published, but the last day was yesterday and the clock has not come round yet.
    let mut late = samples::view(&content);
    late.today = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    assert!(!late.is_open());
}

#[test]
fn poster() {
    let content = samples::content();
    both(Area::Public, "/viec-lam/10234/ap-phich", |chrome, locale| {
        let html = PosterPage {
            chrome,
            view: samples::view(&content),
            link: "https://vieclam.example.vn/q/a1B2c3",
        }
        .render()
        .unwrap();
        check("poster", locale, &html);
        assert_eq!(count(&html, ".poster__code svg path"), 1, "the code is drawn");
        assert!(text(&html, ".poster").contains("vieclam.example.vn/q/a1B2c3"));
    });
}

#[test]
fn applying() {
    both(Area::Public, "/viec-lam/10234/ung-tuyen", |chrome, locale| {
        let mut form = FormState::from_pairs([("dien-thoai", "12<3"), ("goi-luc", "evening")]);
        let mut page = ApplyPage {
            chrome,
            title: "Công nhân may",
            employer: "Công ty CP May Kiến Xương",
            pay: samples::view(&samples::content()).pay(),
            back: "/viec-lam/10234",
            action: "/viec-lam/10234/ung-tuyen",
            form: &form.clone(),
            files: &[],
            proved: false,
        }
        .render()
        .unwrap();
        check("apply", locale, &page);
        assert_eq!(count(&page, "input[type=checkbox][checked]"), 0, "no consent is ticked beforehand");

        form.fail("ho-ten", "Nhập họ và tên");
        form.fail("goi-luc", "Chọn giờ gọi");
        form.fail("dong-y", "Đánh dấu nếu bạn đồng ý");
        page = ApplyPage {
            chrome,
            title: "Công nhân may",
            employer: "Công ty CP May Kiến Xương",
            pay: samples::view(&samples::content()).pay(),
            back: "/viec-lam/10234",
            action: "/viec-lam/10234/ung-tuyen",
            form: &form,
            files: &[file_row()],
            proved: true,
        }
        .render()
        .unwrap();
        check("apply, refused", locale, &page);
        assert_eq!(count(&page, ".errs li a"), 3);
        assert_eq!(count(&page, "input[name=dien-thoai][value='12<3']"), 1, "what was typed is kept");
        assert_eq!(count(&page, "input[value=evening][checked]"), 1);
        assert_eq!(count(&page, "#ho-ten[aria-invalid=true]"), 1);
    });
}

#[test]
fn codes_and_signing_in() {
    let mut form = FormState::default();
    form.fail("ma", "Mã không đúng");
    both(Area::Public, "/xac-nhan", |chrome, locale| {
        for (purpose, by_email, form) in [(CodePurpose::Apply, false, FormState::default()), (CodePurpose::SignIn, true, form.clone())] {
            let html = CodePage {
                chrome,
                purpose,
                title: (purpose == CodePurpose::Apply).then_some("Công nhân may"),
                sent_to: "09•• ••• 678",
                by_email,
                minutes: 5,
                request: "0190f",
                action: "/xac-nhan",
                resend: "/xac-nhan/gui-lai",
                back: "/dang-nhap",
                form: &form,
            }
            .render()
            .unwrap();
            check("code", locale, &html);
            assert_eq!(count(&html, "input#ma[autocomplete='one-time-code'][inputmode=numeric]"), 1);
        }
        let html = SignInPage {
            chrome,
            next: "/toi",
            providers: &[("tinh", "Cổng tỉnh")],
            passkeys: true,
            form: &FormState::default(),
        }
        .render()
        .unwrap();
        check("sign in", locale, &html);
    });
}

fn file_row() -> FileRow {
    FileRow {
        id: "0193f5a2-7c1e-7b2a-9d4e-2f6a8c0b1d00".parse().unwrap(),
        name: "Bằng nghề may.pdf".to_owned(),
        bytes: 1_468_006,
    }
}

#[test]
fn own_applications() {
    let card = samples::cards().remove(0);
    let phone = "0987654321".parse().unwrap();
    let at = "2026-11-04T02:30:00Z".parse().unwrap();
    let history = [HistoryLine {
        at,
        state: ApplicationState::Submitted,
    }];
    let (typed, reasons) = (FormState::default(), [("not_started".to_owned(), "Chưa đi làm".to_owned())]);
    let work = WorkBox {
        started: samples::today(),
        state: PlacementState::Reported,
        reason: None,
        action: "/toi/don/1/nhan-viec",
        reasons: &reasons,
        form: &typed,
    };
    both(Area::Seeker, "/toi/don/1", |chrome, locale| {
        for state in ApplicationState::ALL.iter().copied() {
            let open = state == ApplicationState::Submitted;
            let page = ApplicationPage {
                chrome,
                received: open,
                repeated: open,
                card: &card,
                state,
                reason: (state == ApplicationState::Declined).then_some(DeclineReason::Filled),
                history: &history,
                phone: &phone,
                call_time: CallTime::Evening,
                message: "Em đi làm được ngay",
                files: &[file_row()],
                employer_phone: Some(&phone),
                work: (state == ApplicationState::Hired).then_some(&work),
                withdraw: open.then_some("/toi/don/1/rut"),
            };
            let html = page.render().unwrap();
            check(state.key(), locale, &html);
            assert_eq!(count(&html, "form[action='/toi/don/1/rut']"), usize::from(open));
            assert!(html.contains(state.label(chrome.locale)), "{state:?}");
        }
        let row = ApplicationRow {
            href: "/toi/don/1".to_owned(),
            title: "Công nhân may".to_owned(),
            employer: "Công ty".to_owned(),
            state: ApplicationState::Viewed,
            sent: at,
        };
        let html = SeekerHomePage {
            chrome,
            today: samples::today(),
            rows: &[row],
            pager: &Pager::single(),
        }
        .render()
        .unwrap();
        check("seeker home", locale, &html);
        assert!(text(&html, ".tasks").contains(if locale == "vi" { "hôm qua" } else { "yesterday" }));
        check(
            "seeker home, empty",
            locale,
            &SeekerHomePage {
                chrome,
                today: samples::today(),
                rows: &[],
                pager: &Pager::single(),
            }
            .render()
            .unwrap(),
        );
    });
}

#[test]
fn employer() {
    let cards = samples::cards();
    both(Area::Public, "/doanh-nghiep/1-dien-tu", |chrome, locale| {
        let html = EmployerPublicPage {
            chrome,
            employer: samples::employer(),
            product: "Đầu nối, cáp tín hiệu",
            rows: &cards[..3],
            pager: &Pager::single(),
        }
        .render()
        .unwrap();
        check("employer", locale, &html);
        assert!(html.contains("86"));
        check(
            "employer, nothing open",
            locale,
            &EmployerPublicPage {
                chrome,
                employer: samples::employer(),
                product: "",
                rows: &[],
                pager: &Pager::single(),
            }
            .render()
            .unwrap(),
        );
    });
}

#[test]
fn errors() {
    both(Area::Public, "/khong-co", |chrome, locale| {
        for status in [403, 404, 410, 418, 422, 429, 500, 503] {
            let html = ErrorPage {
                chrome,
                status,
                retry_after: (status == 429).then_some(150),
                reference: Some("0190f2"),
            }
            .render()
            .unwrap();
            check(&status.to_string(), locale, &html);
            if status == 429 {
                assert!(text(&html, "main").contains(if locale == "vi" { "3 phút" } else { "3 minutes" }));
            }
        }
    });
}

#[test]
fn prose() {
    for kind in TextKind::ALL {
        both(Area::Public, kind.path(), |chrome, locale| {
            let html = TextPage { chrome, kind, branches: &[] }.render().unwrap();
            check(kind.path(), locale, &html);
            let names = match kind {
                TextKind::Accessibility => "26/2020/TT-BTTTT",
                TextKind::Privacy => "91/2025/QH15",
                TextKind::Contact => "0221 386 2345",
            };
            assert!(html.contains(names), "{kind:?} names {names}");
        });
    }
}

#[test]
fn demo() {
    both(Area::Public, "/demo", |chrome, locale| {
        let figures = DemoFigures {
            employers: 300,
            vacancies: 4000,
            seekers: 3000,
            colleges: 8,
        };
        check("demo", locale, &DemoPage { chrome, figures }.render().unwrap());
        let message = DemoMessage {
            recipient: "0912 345 678".to_owned(),
            channel: "SMS".to_owned(),
            subject: None,
            text: "Mã xác nhận: 123456".to_owned(),
            at: "2026-11-04T02:30:00Z".parse().unwrap(),
        };
        let html = DemoMailboxPage {
            chrome,
            messages: &[message],
            pager: &Pager::single(),
        }
        .render()
        .unwrap();
        check("mailbox", locale, &html);
        assert!(text(&html, ".letters").contains("123456"));
        check(
            "mailbox, empty",
            locale,
            &DemoMailboxPage {
                chrome,
                messages: &[],
                pager: &Pager::single(),
            }
            .render()
            .unwrap(),
        );
        assert_eq!(count(&html, ".demo form[action='/demo/vai-tro'] button"), 7);
    });
}

#[test]
fn every_filter_has_a_name_of_its_own() {
    let names: std::collections::HashSet<_> = Facet::ALL.into_iter().map(search::parameter).collect();
    assert_eq!(names.len(), Facet::ALL.len());
}
