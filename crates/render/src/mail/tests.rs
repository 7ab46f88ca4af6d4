use super::*;
use chrono::NaiveDate;
use sanviec_domain::vacancy::Field;
use sanviec_domain::vacancy::{RevisionEvent, RevisionLife, VacancyLife};
use sanviec_domain::{lifecycle::Machine, vacancy::VacancyEvent};

const URL: &str = "https://vieclam.hungyen.example.vn/toi/don/0193f5a2-7c1e-7b2a-9d4e-2f6a8c0b1d3e";

fn write(notice: &Notice<'_>, locale: Locale) -> Letter {
    letter(notice, locale, &crate::samples::site()).unwrap()
}

/// What holds for every letter.
fn check(letter: &Letter, locale: Locale) {
    assert!(!letter.subject.is_empty() && !letter.subject.contains('\n'));
    let html = letter.html.as_ref().unwrap();
    assert!(html.starts_with("<!doctype html>") && html.contains(&format!("lang=\"{}\"", locale.tag())));
    assert!(!html.contains("<script") && !html.contains("<style") && !html.contains("<img"));
    assert!(!letter.text.contains("{ $") && !html.contains("{ $"));
    assert!(sms::fits(&letter.short), "{} characters: {}", letter.short.chars().count(), letter.short);
    assert!(!letter.short.contains('\n') && !letter.short.contains("{ $"), "{}", letter.short);
    assert!(!letter.text.contains('!') || letter.text.contains("!?"), "no exclamation marks: {}", letter.text);
}

#[test]
fn a_code_fits_a_text_message_and_warns() {
    for locale in Locale::ALL {
        let letter = write(&Notice::Code { code: "042917", minutes: 10 }, locale);
        check(&letter, locale);
        assert!(letter.short.starts_with("042917 ") && letter.text.contains("042917"), "{}", letter.short);
        assert!(!letter.subject.contains("042917"));
        assert!(letter.html.unwrap().contains("042917"));
    }
    let vi = write(&Notice::Code { code: "042917", minutes: 10 }, Locale::Vi);
    assert!(vi.text.contains("Không đưa mã này cho bất kỳ ai"));
    assert!(
        write(&Notice::Code { code: "042917", minutes: 10 }, Locale::En)
            .text
            .contains("Never give this code to anyone")
    );
}

#[test]
fn every_state_of_an_application_fits_a_text_message() {
    let phone: Phone = "0912345678".parse().unwrap();
    let titles = [
        "May",
        "Công nhân may công nghiệp biết vận hành máy hai kim, đi làm ngay tại khu công nghiệp Liên Hà Thái, có xe đưa đón",
    ];
    let employers = [
        "Ba Lan",
        "Công ty TNHH Một thành viên Sản xuất và Xuất nhập khẩu Linh kiện Điện tử Chính xác Hưng Yên Việt Nam",
    ];
    for locale in Locale::ALL {
        for state in ApplicationState::ALL {
            for title in titles {
                for employer in employers {
                    for (name, phone) in [("An", Some(&phone)), ("Nguyệt", None)] {
                        let reason = Some(DeclineReason::Qualification);
                        let notice = Notice::ApplicationMoved {
                            name,
                            title,
                            employer,
                            state: *state,
                            reason,
                            phone,
                            url: URL,
                        };
                        let letter = write(&notice, locale);
                        check(&letter, locale);
                        let is_claim = matches!(state, ApplicationState::Hired | ApplicationState::Elsewhere);
                        let called = if phone.is_some() && !is_claim { "0912 345 678" } else { "0221 386 2345" };
                        for form in [&letter.short, &letter.text] {
                            assert!(form.contains(URL) && form.contains(called), "{form}");
                        }
                        let says_why = letter.html.unwrap().contains(&lower_first(DeclineReason::Qualification.label(locale)));
                        assert_eq!(says_why, *state == ApplicationState::Declined);
                    }
                }
            }
        }
    }
}

#[test]
fn seekers_are_addressed_politely() {
    let notice = Notice::ApplicationMoved {
        name: "An",
        title: "Thợ hàn",
        employer: "Công ty TNHH Ba Lan",
        state: ApplicationState::Interviewing,
        reason: None,
        phone: None,
        url: "https://x.vn/toi/don/1",
    };
    let letter = write(&notice, Locale::Vi);
    assert_eq!(letter.short, "Chào anh/chị An, Ba Lan mời phỏng vấn: “Thợ hàn”. https://x.vn/toi/don/1 Gọi 0221 386 2345");
    let html = letter.html.unwrap();
    assert!(html.contains("Chào anh/chị An,") && html.contains("Công ty TNHH Ba Lan mời anh/chị phỏng vấn"));
}

#[test]
fn employers_get_a_text_message_of_an_applicant() {
    for locale in Locale::ALL {
        for notice in [
            Notice::ApplicationArrived {
                title: "Công nhân may công nghiệp đi làm ngay không cần kinh nghiệm",
                applicant: "Nguyễn Thị Thanh Hương",
                url: URL,
            },
            Notice::ApplicationWithdrawn {
                title: "Công nhân may công nghiệp đi làm ngay không cần kinh nghiệm",
                applicant: "Nguyễn Thị Thanh Hương",
                url: URL,
            },
        ] {
            let letter = write(&notice, locale);
            check(&letter, locale);
            assert!(letter.short.contains(URL) && letter.short.contains("Nguyễn"), "{}", letter.short);
            // A letter says who, what, what to do, and whom to call.
            for said in [URL, "Nguyễn Thị Thanh Hương", "không cần kinh nghiệm", "0221 386 2345"] {
                assert!(letter.text.contains(said), "{}", letter.text);
            }
        }
    }
}

#[test]
fn a_decision_says_why_and_what_to_do() {
    for locale in Locale::ALL {
        for rule in VacancyLife::RULES.iter().filter(|rule| rule.events.contains(&VacancyEvent::EmployerTold)) {
            let reasons = [Reason::Discrimination, Reason::WageUnclear];
            let notice = Notice::VacancyMoved {
                title: "Thợ <hàn>",
                command: rule.command,
                reasons: &reasons,
                message: "Xin gọi chị Hà & phòng 2",
                url: "https://x.vn/ntd/tin/1",
            };
            let letter = write(&notice, locale);
            check(&letter, locale);
            let html = letter.html.as_ref().unwrap();
            let against = matches!(rule.command, VacancyCommand::Return | VacancyCommand::Reject | VacancyCommand::TakeDown);
            for reason in reasons {
                assert_eq!(letter.text.contains(reason_sentence(reason, locale)), against, "{:?}", rule.command);
            }
            assert_eq!(
                letter.text.contains("Xin gọi chị Hà & phòng 2"),
                !matches!(rule.command, VacancyCommand::Expire | VacancyCommand::PublishTrusted | VacancyCommand::CloseUntouched)
            );
            assert!(!sms::fits(&letter.text), "the decision itself is too long for a telephone");
            assert!(letter.short.contains("Thợ <hàn>") && letter.short.ends_with("https://x.vn/ntd/tin/1"), "{}", letter.short);
            assert!(letter.text.contains("Thợ <hàn>") && html.contains("Thợ &#60;hàn&#62;"), "text is text, HTML is escaped");
            assert!(letter.text.contains("https://x.vn/ntd/tin/1") && html.contains("href=\"https://x.vn/ntd/tin/1\""));
        }
    }
}

#[test]
fn a_long_decision_is_a_link_on_a_telephone() {
    let title = "Công nhân may công nghiệp biết vận hành máy hai kim, đi làm ngay tại khu công nghiệp Liên Hà Thái, có xe đưa đón hằng ngày";
    for locale in Locale::ALL {
        let notice = Notice::VacancyMoved {
            title,
            command: VacancyCommand::Return,
            reasons: Reason::ALL,
            message: "Xin gọi lại cho trung tâm trước thứ sáu.",
            url: URL,
        };
        let letter = write(&notice, locale);
        check(&letter, locale);
        assert!(letter.short.ends_with(URL) && letter.short.contains('…'), "{}", letter.short);
        let name = format!("Công ty TNHH {title}");
        let notice = Notice::OrganisationMoved {
            name: &name,
            kind: OrganisationKind::Employer,
            command: OrganisationCommand::Suspend,
            reasons: Reason::ALL,
            message: "",
        };
        let letter = write(&notice, locale);
        check(&letter, locale);
        assert!(letter.short.ends_with("/ntd"), "{}", letter.short);
    }
}

#[test]
fn a_decision_on_a_change_says_what_stays_public() {
    for locale in Locale::ALL {
        for rule in RevisionLife::RULES.iter().filter(|rule| rule.events.contains(&RevisionEvent::EmployerTold)) {
            let notice = Notice::RevisionDecided {
                title: "Thợ hàn",
                command: rule.command,
                reasons: &[Reason::WageUnclear],
                message: "Xin gọi chị Hà",
                url: "https://x.vn/ntd/tin/1",
            };
            let letter = write(&notice, locale);
            check(&letter, locale);
            let against = rule.command != RevisionCommand::Approve;
            assert_eq!(letter.text.contains(reason_sentence(Reason::WageUnclear, locale)), against, "{:?}", rule.command);
            assert!(letter.subject.contains("Thợ hàn") && letter.text.contains("Xin gọi chị Hà") && letter.text.contains("https://x.vn/ntd/tin/1"));
            let stays = if locale == Locale::Vi { "giữ nguyên" } else { "unchanged" };
            assert_eq!(letter.text.contains(stays), against, "{}", letter.text);
        }
    }
}

#[test]
fn organisations_and_moderators_are_told() {
    for locale in Locale::ALL {
        for command in OrganisationCommand::ALL {
            for (kind, path) in [(OrganisationKind::Employer, "/ntd"), (OrganisationKind::College, "/truong-toi")] {
                let letter = write(
                    &Notice::OrganisationMoved {
                        name: "Ba Lan",
                        kind,
                        command: *command,
                        reasons: &[Reason::Misleading],
                        message: "",
                    },
                    locale,
                );
                check(&letter, locale);
                assert!(letter.subject.contains("Ba Lan") && letter.text.contains(path));
                let speaks_of_vacancies = letter.text.contains("tin tuyển dụng") || letter.text.contains("vacanc");
                assert!(kind == OrganisationKind::Employer || !speaks_of_vacancies, "{}", letter.text);
                let against = matches!(command, OrganisationCommand::Refuse | OrganisationCommand::Suspend | OrganisationCommand::Distrust);
                assert_eq!(letter.text.contains(reason_sentence(Reason::Misleading, locale)), against);
            }
        }
        for count in [1, 12] {
            let letter = write(
                &Notice::ApplicationsWait {
                    title: "Thợ hàn",
                    count,
                    url: URL,
                },
                locale,
            );
            check(&letter, locale);
            assert!(letter.subject.contains(&count.to_string()) && letter.subject.contains("Thợ hàn") && letter.text.contains(URL));
        }
        let letter = write(
            &Notice::CaseOpened {
                title: "Thợ hàn",
                employer: "Công ty Ba Lan",
                url: "https://x.vn/tt/duyet",
            },
            locale,
        );
        check(&letter, locale);
        assert!(letter.text.contains("Công ty Ba Lan") && letter.text.contains("https://x.vn/tt/duyet"));
    }
}

#[test]
fn every_reason_has_its_sentences() {
    for reason in Reason::ALL {
        assert_eq!(reason_key(*reason), format!("reason-{}", reason.key()));
        for locale in Locale::ALL {
            let sentence = reason_sentence(*reason, locale);
            assert!(sentence.matches('.').count() >= 2, "what is wrong, and what to do: {sentence}");
            let asks = if locale == Locale::Vi { "Xin " } else { "Please " };
            assert!(sentence.contains(asks) || *reason == Reason::Probation, "{sentence}");
        }
    }
}

#[test]
fn the_life_of_a_vacancy_fits_a_text_message() {
    let long = "Công nhân may công nghiệp biết vận hành máy hai kim, đi làm ngay tại khu công nghiệp Liên Hà Thái";
    let company = "Công ty TNHH Một thành viên Sản xuất và Xuất nhập khẩu Linh kiện Điện tử Chính xác Hưng Yên Việt Nam";
    let terms = [Field::Pay, Field::Place, Field::Hours];
    for locale in Locale::ALL {
        for (title, employer) in [("May", "Ba Lan"), (long, company)] {
            let name = "Nguyệt";
            let changed = LifeNotice::Changed {
                name,
                title,
                employer,
                terms: &terms,
                url: URL,
            };
            let suspended = LifeNotice::Suspended { name, title, employer, url: URL };
            for notice in [changed, suspended] {
                let letter = write(&Notice::Life(notice), locale);
                check(&letter, locale);
                assert!(
                    letter.short.contains(URL) && letter.text.contains(employer) && letter.text.contains(title),
                    "{}",
                    letter.text
                );
            }
            let said = write(&Notice::Life(changed), locale).text;
            assert!(
                said.contains(if locale == Locale::Vi {
                    "tiền lương, nơi làm việc, giờ làm việc"
                } else {
                    "pay, place of work, working hours"
                }),
                "{said}"
            );
        }
        for (days, waiting) in [(7, 0), (1, 1), (0, 12)] {
            let deadline = NaiveDate::from_ymd_opt(2026, 12, 5).unwrap();
            let ends = LifeNotice::Ends {
                title: long,
                days,
                deadline,
                waiting,
                url: URL,
            };
            let letter = write(&Notice::Life(ends), locale);
            check(&letter, locale);
            let date = if locale == Locale::Vi { "05/12/2026" } else { "5 Dec 2026" };
            assert!(
                letter.text.contains(date) && letter.text.contains(&format!("{waiting} ")) == (waiting > 0),
                "{}",
                letter.text
            );
        }
    }
}
