//! The centre's queue and cases, filled.

use super::staff::{Rendered, doubtful, findings, id, now, profile, version};
use super::{content, site, today, view};
use crate::pages::centre::{CasePage, CaseSubject, Claim, EarlierDecision, EmployerRecord, Noted, QueuePage, QueueRow, Reported};
use crate::pages::changes;
use crate::{Area, Chrome, FormState};
use chrono::{Days, TimeDelta};
use sanviec_domain::ids::CaseId;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::case::QueueFilter;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason, ReportReason};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::vacancy::VacancyState;

/// The pages in a language.
pub(super) fn pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let chrome = Chrome {
        person: Some("Vũ Thị Mẫu"),
        badges: &[("/tt/duyet", 12)],
        ..Chrome::new(&site, locale, Area::Centre, "/tt/duyet")
    };
    let found = findings();
    let row = |n: u128, kind, title, minutes_left, findings, holder, is_mine| QueueRow {
        id: CaseId(id(200 + n)),
        kind,
        title,
        organisation: "Công ty TNHH Điện tử Sông Hóa",
        sent: now() - TimeDelta::minutes(480 - minutes_left),
        minutes_left,
        findings,
        reports: if kind == CaseKind::Report {
            &[(ReportReason::Fee, 3), (ReportReason::Closed, 1)]
        } else {
            &[]
        },
        is_passed_on: is_mine,
        is_harmless: kind == CaseKind::Sample,
        holder,
        is_mine,
    };
    let rows = [
        row(1, CaseKind::Vacancy, "Công nhân lắp ráp linh kiện điện tử, đi làm ngay", -75, found.as_slice(), None, false),
        row(2, CaseKind::Organisation, "Công ty CP May Kiến Xương", 45, &[], Some("Đỗ Văn Mẫu"), false),
        row(3, CaseKind::Vacancy, "Kế toán tổng hợp", 200, &found[..1], None, true),
        row(4, CaseKind::Report, "Lái xe nâng", 420, &[], None, false),
        row(5, CaseKind::Sample, "Thợ may mẫu", 430, &[], None, false),
    ];
    let counts = [(CaseKind::Vacancy, 12), (CaseKind::Revision, 3), (CaseKind::Organisation, 4), (CaseKind::Report, 1)];
    let queue = |kind, rows| QueuePage {
        chrome: &chrome,
        counts: &counts,
        kind,
        filter: QueueFilter::All,
        may_decide: true,
        rows,
        is_later: false,
        next: None,
    };

    let bad = doubtful();
    let record = || EmployerRecord {
        name: "Công ty TNHH Điện tử Sông Hóa",
        tax_code: "1000123456",
        state: OrganisationState::Verified,
        since: today() - Days::new(400),
        contact: "Nguyễn Thị Mẫu, 0912 345 678",
        counts: &[(VacancyState::Published, 12), (VacancyState::Rejected, 1)],
        sample: true,
    };
    let earlier = [EarlierDecision {
        at: now() - TimeDelta::days(2),
        outcome: Outcome::Returned,
        reasons: &[Reason::FeeOrDeposit, Reason::Discrimination],
        message: "Xin gọi trung tâm nếu cần hướng dẫn.",
        note: "Đã gọi điện, chị Mẫu hứa sửa.",
        officer: "Đỗ Văn Mẫu",
    }];
    let occupations = [
        ("8212".to_owned(), "8212 Thợ lắp ráp thiết bị điện tử".to_owned()),
        ("9329".to_owned(), "9329 Lao động giản đơn trong công nghiệp".to_owned()),
    ];
    let fine = FormState::from_pairs([("outcome", "returned"), ("reason", "fee-or-deposit"), ("occupation", "8212")]);
    let mut fault = FormState::from_pairs([("outcome", "rejected")]);
    fault.fail("reason", chrome.t.get("case-error-reason"));
    let company = profile();
    let notes = [Noted {
        author: "Đỗ Văn Mẫu",
        words: "Công ty này tháng trước cũng ghi “giữ hồ sơ gốc”.",
        at: now() - TimeDelta::hours(3),
    }];
    let caller = "0987654321".parse().ok();
    let reports = [
        Reported {
            reason: ReportReason::Fee,
            words: "Gọi đến thì bảo nộp 500 nghìn tiền đồng phục trước.",
            phone: caller.as_ref(),
            at: now() - TimeDelta::hours(5),
        },
        Reported {
            reason: ReportReason::Closed,
            words: "",
            phone: None,
            at: now() - TimeDelta::hours(2),
        },
    ];
    let case = |kind, claim, may_decide, subject, form, findings| CasePage {
        chrome: &chrome,
        id: CaseId(id(201)),
        kind,
        sent: now() - TimeDelta::hours(6),
        minutes_left: 45,
        claim,
        may_decide,
        subject,
        changes: None,
        findings,
        reports: &[],
        notes: &notes,
        passed_by: None,
        employer: record(),
        earlier: &earlier,
        occupations: &occupations,
        form,
    };
    let posting = || CaseSubject::Vacancy(Box::new(view(&bad)));
    let organisation = CaseSubject::Organisation {
        name: "Công ty CP May Kiến Xương",
        profile: &company,
        address: "Xã Kiến Xương, tỉnh Hưng Yên",
        industry: "Công nghiệp chế biến, chế tạo",
    };
    let until = now() + TimeDelta::minutes(25);
    let changed = changes(&version(&content()), &version(&bad), chrome.t);
    vec![
        queue(None, &rows).render().map(|html| ("duyet", html)),
        QueuePage {
            is_later: true,
            next: Some("/tt/duyet?loai=vacancy&sau=1795000000000000.0193f5a2-7c1e-7b2a-9d4e-2f6a8c0b1d00"),
            ..queue(Some(CaseKind::Vacancy), &rows)
        }
        .render()
        .map(|html| ("duyet-trang-sau", html)),
        queue(Some(CaseKind::Appeal), &[]).render().map(|html| ("duyet-trong", html)),
        case(CaseKind::Vacancy, Claim::Mine(until), true, posting(), &fine, &found)
            .render()
            .map(|html| ("viec-duyet", html)),
        case(CaseKind::Vacancy, Claim::Free, true, posting(), &fault, &found)
            .render()
            .map(|html| ("viec-duyet-loi", html)),
        CasePage {
            changes: Some(&changed),
            ..case(CaseKind::Revision, Claim::Mine(until), true, posting(), &fine, &found)
        }
        .render()
        .map(|html| ("viec-sua-doi", html)),
        QueuePage {
            rows: &rows[4..],
            ..queue(Some(CaseKind::Sample), &rows)
        }
        .render()
        .map(|html| ("duyet-hau-kiem", html)),
        CasePage {
            reports: &reports,
            passed_by: Some("Đỗ Văn Mẫu"),
            ..case(CaseKind::Report, Claim::Mine(until), true, posting(), &fine, &[])
        }
        .render()
        .map(|html| ("viec-phan-anh", html)),
        case(CaseKind::Report, Claim::Theirs("Đỗ Văn Mẫu", until), true, posting(), &fine, &[])
            .render()
            .map(|html| ("viec-nguoi-khac", html)),
        case(CaseKind::Organisation, Claim::Free, true, organisation, &fine, &[])
            .render()
            .map(|html| ("viec-doanh-nghiep", html)),
        case(CaseKind::Appeal, Claim::Over, false, posting(), &fine, &found)
            .render()
            .map(|html| ("viec-da-xong", html)),
    ]
}
