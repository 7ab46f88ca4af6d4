//! Writes the public pages as files, to be looked at: `GALLERY=dir cargo test -p sanviec-render --test html -- --ignored gallery`.

use sanviec_domain::application::ApplicationState;
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::CallTime;
use sanviec_render::assets::Assets;
use sanviec_render::pages::*;
use sanviec_render::{Area, Chrome, DemoBar, FormState, samples};
use std::path::Path;

#[test]
#[ignore = "writes files to be looked at"]
fn gallery() {
    let folder = std::env::var("GALLERY").expect("GALLERY names a folder");
    let folder = Path::new(&folder);
    for asset in Assets::all() {
        let path = folder.join(asset.url.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &asset.bytes).unwrap();
    }
    let (site, cards, facets, content) = (samples::site(), samples::cards(), samples::facets(), samples::content());
    let parks: Vec<PlaceLink> = ["KCN Liên Hà Thái", "KCN Phúc Khánh", "KCN Gia Lễ", "KCN Phố Nối A"]
        .into_iter()
        .map(|name| PlaceLink {
            name: name.to_owned(),
            href: "/viec-lam".to_owned(),
            count: 214,
        })
        .collect();
    for locale in Locale::ALL {
        let chrome = |area, path| {
            let mut chrome = Chrome::new(&site, locale, area, path);
            chrome.demo = Some(DemoBar {
                role: "visitor",
                now: "08:00, 05/11/2026".to_owned(),
            });
            chrome
        };
        let write = |name: &str, html: String| std::fs::write(folder.join(format!("{name}.{}.html", locale.tag())), html).unwrap();
        let plain = chrome(Area::Public, "/viec-lam");
        let root = chrome(Area::Public, "/");
        write(
            "home",
            HomePage {
                chrome: &root,
                vacancies: 1284,
                employers: 312,
                fresh: &cards[..5],
                parks: &parks,
                places: &[],
            }
            .render()
            .unwrap(),
        );
        let chips = [
            Chip {
                label: "Ca ngày".to_owned(),
                href: "/viec-lam".to_owned(),
            },
            Chip {
                label: "KCN Phúc Khánh".to_owned(),
                href: "/viec-lam".to_owned(),
            },
        ];
        let pager = Pager::new(2, 1284, 20, "/viec-lam?q=may");
        write("search", samples::search(&plain, &cards, &facets, &chips, &pager).render().unwrap());
        let widen = [Widen {
            without: "Ca đêm".to_owned(),
            href: "/viec-lam".to_owned(),
            count: 12,
        }];
        let single = Pager::single();
        let mut none = samples::search(&plain, &[], &facets, &chips, &single);
        none.total = 0;
        none.widen = &widen;
        none.corrected = Some(Corrected {
            shown: "may".to_owned(),
            exact_href: Some("/viec-lam?q=mai".to_owned()),
        });
        write("none", none.render().unwrap());
        let apply = || ApplyOffer::Form("/viec-lam/10234/ung-tuyen".to_owned());
        let page = VacancyPage {
            chrome: &plain,
            view: samples::view(&content),
            apply: apply(),
            back: "/viec-lam",
            poster: Some("/x".to_owned()),
            report: Some("/viec-lam/10234/phan-anh".to_owned()),
            similar: &cards[..3],
        };
        write("vacancy", page.render().unwrap());
        write(
            "poster",
            PosterPage {
                chrome: &plain,
                view: samples::view(&content),
                link: "https://vieclam.example.vn/q/a1B2c3",
            }
            .render()
            .unwrap(),
        );
        let mut form = FormState::from_pairs([("goi-luc", "any")]);
        let pay = samples::view(&content).pay();
        let title = "Công nhân lắp ráp linh kiện điện tử";
        let screen = |form: &FormState| {
            ApplyPage {
                chrome: &plain,
                title,
                employer: "Công ty TNHH Điện tử Sông Hóa",
                pay,
                back: "/viec-lam",
                action: "/x",
                form,
                files: &[],
                proved: false,
            }
            .render()
            .unwrap()
        };
        write("apply", screen(&form));
        form.fail("ho-ten", "Nhập họ và tên");
        form.fail("dong-y", "Đánh dấu nếu bạn đồng ý");
        write("apply-errors", screen(&form));
        let empty = FormState::default();
        let code = CodePage {
            chrome: &plain,
            purpose: CodePurpose::Apply,
            title: Some(title),
            sent_to: "09•• ••• 678",
            by_email: false,
            minutes: 5,
            request: "1",
            action: "/x",
            resend: "/y",
            back: "/z",
            form: &empty,
        };
        write("code", code.render().unwrap());
        write(
            "sign-in",
            SignInPage {
                chrome: &plain,
                next: "/toi",
                providers: &[("tinh", "Cổng tỉnh")],
                passkeys: true,
                form: &empty,
            }
            .render()
            .unwrap(),
        );
        let mut seeker = chrome(Area::Seeker, "/toi");
        seeker.person = Some("Nguyễn Văn An");
        let phone = "0987654321".parse().unwrap();
        let at = "2026-11-04T02:30:00Z".parse().unwrap();
        let history = [
            HistoryLine {
                at,
                state: ApplicationState::Viewed,
            },
            HistoryLine {
                at,
                state: ApplicationState::Submitted,
            },
        ];
        let received = ApplicationPage {
            chrome: &seeker,
            received: true,
            repeated: false,
            card: &cards[0],
            state: ApplicationState::Submitted,
            reason: None,
            history: &history,
            phone: &phone,
            call_time: CallTime::Evening,
            message: "Em đã làm 2 năm, đi làm được ngay.",
            files: &[],
            employer_phone: Some(&phone),
            work: None,
            withdraw: Some("/x"),
        };
        write("application", received.render().unwrap());
        let row = |title: &str, state| ApplicationRow {
            href: "/toi/don/1".to_owned(),
            title: title.to_owned(),
            employer: "Công ty CP May Kiến Xương".to_owned(),
            state,
            sent: at,
        };
        let rows = [
            row("Công nhân may", ApplicationState::Viewed),
            row("Nhân viên kho", ApplicationState::Declined),
            row("Lái xe nâng", ApplicationState::Hired),
        ];
        write(
            "toi",
            SeekerHomePage {
                chrome: &seeker,
                today: samples::today(),
                rows: &rows,
                pager: &single,
            }
            .render()
            .unwrap(),
        );
        write(
            "employer",
            EmployerPublicPage {
                chrome: &plain,
                employer: samples::employer(),
                product: "Đầu nối, cáp tín hiệu",
                rows: &cards[..3],
                pager: &single,
            }
            .render()
            .unwrap(),
        );
        write(
            "error",
            ErrorPage {
                chrome: &plain,
                status: 404,
                retry_after: None,
                reference: Some("0190f2"),
            }
            .render()
            .unwrap(),
        );
        for (name, kind) in [("tro-nang", TextKind::Accessibility), ("quyen-rieng-tu", TextKind::Privacy), ("lien-he", TextKind::Contact)] {
            write(
                name,
                TextPage {
                    chrome: &plain,
                    kind,
                    branches: &[],
                }
                .render()
                .unwrap(),
            );
        }
        write(
            "demo",
            DemoPage {
                chrome: &plain,
                figures: DemoFigures {
                    employers: 300,
                    vacancies: 4000,
                    seekers: 3000,
                    colleges: 8,
                },
            }
            .render()
            .unwrap(),
        );
    }
}
