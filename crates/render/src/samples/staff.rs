//! The employers', centre's, colleges' and administrators' pages, filled.

use super::{content, site, today, view};
use crate::pages::employer::steps::of_step;
use crate::pages::employer::{
    ApplicantPage, ApplicantRow, ApplicantsPage, DecisionNote, EmployerHomePage, EmployerVacancyPage, HistoryStep, OwnVacancy, RevisionNote, VacancyFormPage, VacancyPreviewPage,
    faults, posting_values,
};
use crate::pages::{AdminSystemPage, CollegeHomePage, DeadJob, FileRow, JobCounts, MessageCounts, ProblemPage, ScheduleRow};
use crate::pages::{Version, changes};
use crate::{Area, Chrome, FormState, RenderError};
use chrono::{Days, NaiveTime, TimeDelta};
use sanviec_domain::application::{ApplicationCommand, ApplicationState, DeclineReason};
use sanviec_domain::ids::{ApplicationId, JobId, VacancyId, VacancyNumber};
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::{CheckFacts, Finding, Reason, check};
use sanviec_domain::organisation::{OrganisationProfile, OrganisationState, Subject};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand, VacancyContent, VacancyState, validate};
use sanviec_domain::vocabulary::{CallTime, OwnershipKind, Vocabulary, Workforce};
use uuid::Uuid;

/// A page's name and its HTML.
pub type Rendered = Result<(&'static str, String), RenderError>;

pub(super) fn now() -> Instant {
    today().and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(3)
}

pub(super) fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0193_f5a2_7c1e_7b2a_9d4e_2f6a_8c0b_1d00 + n)
}

fn own(n: u128, title: &str, state: VacancyState, closed: Option<ClosedReason>, applications: Option<(u64, u64)>) -> OwnVacancy {
    OwnVacancy {
        id: VacancyId(id(n)),
        number: VacancyNumber(10_234 + n as i64),
        title: title.to_owned(),
        state,
        closed,
        deadline: (state != VacancyState::Draft).then(|| today() + Days::new(25)),
        openings: (state != VacancyState::Draft).then_some(120),
        applications: applications.map(|(all, _)| all),
        waiting: applications.map(|(_, waiting)| waiting),
    }
}

/// A posting that breaks several rules.
pub(super) fn doubtful() -> VacancyContent {
    VacancyContent {
        description: "Lắp ráp linh kiện vào bản mạch theo mẫu.\nNgười lao động đặt cọc 500.000 đ tiền đồng phục khi nhận việc.\nLiên hệ Zalo 0987 654 321.".to_owned(),
        requirements: "Chỉ tuyển nữ, từ 18 - 35 tuổi.\nNgoại hình ưa nhìn.".to_owned(),
        hours_per_week: Some(54),
        ..content()
    }
}

pub(super) fn version(content: &VacancyContent) -> Version<'_> {
    Version {
        content,
        place: "KCN Liên Hà Thái, xã Thái Thụy, Hưng Yên",
        occupation: "Thợ lắp ráp thiết bị điện tử",
    }
}

pub(super) fn findings() -> Vec<Finding> {
    check(&doubtful(), &CheckFacts::default())
}

/// Every page of these areas in a language.
pub fn pages(locale: Locale) -> Vec<Rendered> {
    let mut pages = employer_pages(locale);
    pages.extend(applicant_pages(locale));
    pages.extend(super::centre::pages(locale));
    pages.extend(other_pages(locale));
    pages.extend(super::promise::pages(locale));
    pages.extend(super::many::pages(locale));
    pages.extend(super::oversight::pages(locale));
    pages.extend(super::admin::pages(locale));
    pages.extend(super::account::pages(locale));
    pages
}

fn employer_pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let chrome = |path| Chrome {
        person: Some("Nguyễn Thị Mẫu"),
        ..Chrome::new(&site, locale, Area::Employer, path)
    };
    let home = chrome("/ntd");
    let vacancies = [
        own(1, "Công nhân lắp ráp linh kiện điện tử", VacancyState::Published, None, Some((62, 14))),
        own(2, "Nhân viên kiểm tra chất lượng (soi lỗi)", VacancyState::Returned, None, Some((0, 0))),
        own(3, "Kỹ thuật viên bảo trì máy CNC", VacancyState::Submitted, None, None),
        own(4, "", VacancyState::Draft, None, None),
        own(5, "Lái xe nâng", VacancyState::Closed, Some(ClosedReason::Filled), Some((1, 0))),
    ];
    let page = |state, may_write, rows| EmployerHomePage {
        chrome: &home,
        organisation: "Công ty TNHH Điện tử Sông Hóa",
        state,
        may_write,
        awaiting: 14,
        overdue: 3,
        results: 2,
        vacancies: rows,
        more: Some("/ntd?trang=2"),
    };
    let mut pages = vec![
        page(OrganisationState::Verified, true, &vacancies).render().map(|html| ("ntd", html)),
        page(OrganisationState::Pending, true, &[]).render().map(|html| ("ntd-trong", html)),
        page(OrganisationState::Suspended, false, &vacancies).render().map(|html| ("ntd-bi-khoa", html)),
    ];
    pages.extend(form_pages(&chrome("/ntd/tin/moi")));

    let tin = chrome("/ntd/tin/0193");
    let (good, bad) = (content(), doubtful());
    let empty = VacancyContent::default();
    let (found, errors) = (findings(), validate(&empty, today()));
    let edit = "/ntd/tin/0193/sua";
    let preview = |content, errors, findings| VacancyPreviewPage {
        chrome: &tin,
        id: VacancyId(id(1)),
        view: view(content),
        edit,
        may_submit: true,
        steps: true,
        errors,
        findings,
    };
    pages.push(preview(&good, &[], &[]).render().map(|html| ("xem-truoc", html)));
    pages.push(preview(&bad, &[], &found).render().map(|html| ("xem-truoc-nhac", html)));
    pages.push(preview(&empty, &errors, &[]).render().map(|html| ("xem-truoc-loi", html)));

    let history = [
        HistoryStep::of::<VacancyCommand>(tin.t, "publish", "officer", now()),
        HistoryStep::of::<VacancyCommand>(tin.t, "submit", "owner", now() - TimeDelta::hours(5)),
        HistoryStep::of::<VacancyCommand>(tin.t, "return", "officer", now() - TimeDelta::hours(20)).with_note(Reason::WageUnclear.label(locale)),
    ];
    let counts = [
        (ApplicationState::Submitted, 9),
        (ApplicationState::Viewed, 5),
        (ApplicationState::Interviewing, 5),
        (ApplicationState::Hired, 31),
        (ApplicationState::Declined, 12),
    ];
    let page = |vacancy, commands, edit, decision, public, counts| EmployerVacancyPage {
        chrome: &tin,
        vacancy,
        place: "KCN Liên Hà Thái",
        pay: "9–11 triệu/tháng",
        commands,
        edit,
        may_write: true,
        decision,
        revision: None,
        counts,
        public,
        preview: Some("/ntd/tin/0193/xem-truoc"),
        history: &history,
    };
    let live = [VacancyCommand::Pause, VacancyCommand::Fill, VacancyCommand::Withdraw];
    pages.push(
        page(&vacancies[0], &live, None, None, Some("/viec-lam/10234"), &counts)
            .render()
            .map(|html| ("tin-dang-tuyen", html)),
    );
    let note = DecisionNote {
        on: today(),
        reasons: &[Reason::WageUnclear, Reason::Discrimination],
        message: "Xin ghi rõ thu nhập đã gồm tăng ca chưa.",
    };
    let back = [VacancyCommand::Submit, VacancyCommand::Withdraw];
    let old = content();
    let new = VacancyContent {
        title: "Công nhân lắp ráp linh kiện điện tử, làm ca ngày".to_owned(),
        openings: Some(150),
        dormitory: None,
        ..content()
    };
    let changed = changes(&version(&old), &version(&new), tin.t);
    for (name, waits) in [("tin-cho-duyet-sua", true), ("tin-khong-duyet-sua", false)] {
        let reasons: &[Reason] = if waits { &[] } else { &[Reason::WageUnclear] };
        let revision = RevisionNote {
            waits,
            on: today(),
            changes: &changed,
            reasons,
            message: if waits { "" } else { "Xin ghi rõ thu nhập đã gồm tăng ca chưa." },
        };
        let shown = EmployerVacancyPage {
            revision: Some(revision),
            ..page(&vacancies[0], &live, Some(edit), None, Some("/viec-lam/10234"), &counts)
        };
        pages.push(shown.render().map(|html| (name, html)));
    }
    pages.push(page(&vacancies[1], &back, Some(edit), Some(note), None, &[]).render().map(|html| ("tin-can-sua", html)));
    pages
}

fn form_pages(chrome: &Chrome<'_>) -> Vec<Rendered> {
    let pair = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let provinces = [pair("33", "Hưng Yên"), pair("01", "Hà Nội")];
    let communes = [pair("12754", "Xã Thái Thụy (cũ: thị trấn Diêm Điền)"), pair("13093", "Xã Kiến Xương")];
    let parks = [pair("lien-ha-thai", "KCN Liên Hà Thái (Green iP-1)"), pair("tien-hai", "KCN Tiền Hải")];
    let earlier = [(VacancyId(id(5)), "Lái xe nâng".to_owned()), (VacancyId(id(6)), "Công nhân may".to_owned())];
    let page = |id, form, reasons, message| VacancyFormPage {
        chrome,
        id,
        step: None,
        checks: None,
        findings: &[],
        action: "/ntd/tin/moi",
        form,
        provinces: &provinces,
        communes: &communes,
        parks: &parks,
        earlier: &earlier,
        revising: false,
        reasons,
        message,
    };
    let mut empty = FormState::default();
    empty.set("province", "33");
    let filled = posting_values::typed(&content());
    let mut wrong = FormState::from_pairs([("job_title", "Thợ hàn"), ("wage_basic", "3tr"), ("province", "33")]);
    faults::put(
        &mut wrong,
        &validate(
            &VacancyContent {
                title: "Thợ hàn".to_owned(),
                ..VacancyContent::default()
            },
            today(),
        ),
        chrome.t,
    );
    let edited = Some(VacancyId(id(1)));
    vec![
        page(None, &empty, &[], "").render().map(|html| ("dang-tin", html)),
        page(edited, &filled, &[Reason::WageUnclear], "Xin ghi rõ thu nhập đã gồm tăng ca chưa.")
            .render()
            .map(|html| ("sua-tin", html)),
        page(None, &wrong, &[], "").render().map(|html| ("dang-tin-loi", html)),
        VacancyFormPage {
            revising: true,
            ..page(edited, &filled, &[], "")
        }
        .render()
        .map(|html| ("sua-tin-dang-tuyen", html)),
        VacancyFormPage {
            step: Some(1),
            checks: Some("/ntd/tin/moi/kiem-tra"),
            findings: &of_step(&findings(), 1),
            ..page(None, &empty, &[], "")
        }
        .render()
        .map(|html| ("dang-tin-1", html)),
        VacancyFormPage {
            step: Some(2),
            ..page(edited, &filled, &[], "")
        }
        .render()
        .map(|html| ("dang-tin-2", html)),
    ]
}

fn applicant_pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let chrome = Chrome {
        person: Some("Nguyễn Thị Mẫu"),
        ..Chrome::new(&site, locale, Area::Employer, "/ntd/tin/0193/ung-vien")
    };
    let names = ["Trần Văn Bình", "Nguyễn Thị Thanh Hương", "Phạm Minh Đức", "Lê Thị Ngọc Ánh"];
    let states = [
        ApplicationState::Submitted,
        ApplicationState::Viewed,
        ApplicationState::Interviewing,
        ApplicationState::Withdrawn,
    ];
    let rows: Vec<ApplicantRow> = names
        .iter()
        .zip(states)
        .enumerate()
        .map(|(n, (name, state))| ApplicantRow {
            id: ApplicationId(id(100 + n as u128)),
            name: (*name).to_owned(),
            sent: now() - TimeDelta::days(3 * n as i64),
            call_time: CallTime::ALL[n],
            state,
            waiting_days: state.awaits_employer().then_some(3 * n as i64),
        })
        .collect();
    let counts = [
        (ApplicationState::Submitted, 9),
        (ApplicationState::Viewed, 12),
        (ApplicationState::Interviewing, 5),
        (ApplicationState::Withdrawn, 1),
    ];
    let list = |stage, rows| ApplicantsPage {
        chrome: &chrome,
        vacancy: VacancyId(id(1)),
        title: "Công nhân lắp ráp linh kiện điện tử",
        today: today(),
        counts: &counts,
        stage,
        rows,
    };

    let phone = "0912345678".parse().ok();
    let history = [
        HistoryStep::of::<ApplicationCommand>(chrome.t, "view", "owner", now()),
        HistoryStep::of::<ApplicationCommand>(chrome.t, "apply", "seeker", now() - TimeDelta::hours(30)),
    ];
    let open = [
        ApplicationCommand::View,
        ApplicationCommand::Shortlist,
        ApplicationCommand::Invite,
        ApplicationCommand::Decline,
    ];
    let mut fault = FormState::from_pairs([("command", "decline")]);
    fault.fail("reason", "Chọn lý do không phù hợp");
    let fine = FormState::default();
    let files = [FileRow {
        id: sanviec_domain::ids::FileId(id(501)),
        name: "Bằng nghề điện tử.pdf".to_owned(),
        bytes: 243_712,
    }];
    let lines = [("1:0".to_owned(), "HT-2026-0001 · Công nhân lắp ráp · 06/2027".to_owned())];
    let one = |state, commands, form, reason: Option<DeclineReason>| ApplicantPage {
        chrome: &chrome,
        id: ApplicationId(id(100)),
        vacancy: VacancyId(id(1)),
        title: "Công nhân lắp ráp linh kiện điện tử",
        name: "Trần Văn Bình",
        phone: phone.as_ref().filter(|_| reason.is_none()),
        birth_year: Some(1996),
        call_time: CallTime::Evening,
        message: "Em đã làm 2 năm ở chuyền lắp ráp.\nEm đi làm ngay được.",
        files: &files,
        sent: now() - TimeDelta::hours(30),
        state,
        reason,
        commands,
        lines: &lines,
        placement: None,
        form,
        history: &history,
    };
    vec![
        list(None, &rows).render().map(|html| ("ung-vien", html)),
        list(Some(ApplicationState::Offered), &[]).render().map(|html| ("ung-vien-trong", html)),
        one(ApplicationState::Viewed, &open, &fine, None).render().map(|html| ("don", html)),
        one(ApplicationState::Viewed, &open, &fault, None).render().map(|html| ("don-loi", html)),
        one(ApplicationState::Declined, &[], &fine, Some(DeclineReason::Shift))
            .render()
            .map(|html| ("don-ket-thuc", html)),
    ]
}

pub(super) fn profile() -> OrganisationProfile {
    OrganisationProfile {
        subject: Some(Subject::Enterprise),
        ownership: Some(OwnershipKind::Foreign),
        phone: "02273812345".parse().ok(),
        email: "nhansu@example.vn".parse().ok(),
        industry: Some("C".to_owned()),
        product: "Bản mạch điện tử".to_owned(),
        workforce: Some(Workforce::To3000),
        need_6_months: Some(300),
        representative: "Nguyễn Thị Mẫu".parse().ok(),
        representative_title: "Trưởng phòng nhân sự".to_owned(),
        ..OrganisationProfile::default()
    }
}

fn other_pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let (college, admin) = (
        Chrome::new(&site, locale, Area::College, "/truong-toi"),
        Chrome::new(&site, locale, Area::Admin, "/qt/he-thong"),
    );
    let school = OrganisationProfile {
        product: "Cơ điện tử, Hàn, May thời trang".to_owned(),
        ownership: Some(OwnershipKind::State),
        representative_title: "Hiệu trưởng".to_owned(),
        ..profile()
    };
    let nothing = OrganisationProfile::default();
    let home = |profile, address| CollegeHomePage {
        waiting: 2,
        cohorts: &[],
        chrome: &college,
        name: "Trường Cao đẳng nghề Mẫu",
        state: OrganisationState::Verified,
        profile,
        address,
    };
    let dead = [DeadJob {
        id: JobId(id(300)),
        name: "message.send".to_owned(),
        attempts: 12,
        error: "smtp: connection refused (mail.example.vn:465)".to_owned(),
        at: now(),
    }];
    let schedules = |late| {
        [("clock.tick", Some((now(), 12))), ("session.sweep", None)].map(|(name, last)| ScheduleRow {
            name: name.to_owned(),
            last,
            next: now() + TimeDelta::minutes(1),
            late,
        })
    };
    let (in_time, overdue) = (schedules(false), schedules(true));
    let public = Chrome::new(&site, locale, Area::Public, "/api/v1/problems/not-found");
    let problem = ProblemPage {
        chrome: &public,
        code: "not-found",
        status: 404,
    };
    let system = |dead, jobs, schedules| AdminSystemPage {
        chrome: &admin,
        version: "0.1.0",
        engine: "SQLite",
        size: Some(48_234_496),
        documents: 3_120,
        applied: 48_210,
        last_change: 48_213,
        jobs,
        dead,
        messages: MessageCounts {
            queued: 3,
            sent: 12_345,
            failed: 0,
        },
        schedules,
    };
    vec![
        home(&school, "Phường Phố Hiến, tỉnh Hưng Yên").render().map(|html| ("truong-toi", html)),
        home(&nothing, "").render().map(|html| ("truong-toi-trong", html)),
        system(&dead, JobCounts { ready: 4, running: 1, dead: 1 }, &overdue).render().map(|html| ("he-thong", html)),
        system(&[], JobCounts::default(), &in_time).render().map(|html| ("he-thong-tot", html)),
        problem.render().map(|html| ("loi-api", html)),
    ]
}
