//! The manager's desk, and the pages on which people report a vacancy.

use super::site;
use super::staff::Rendered;
use crate::pages::{DeskPage, LoadRow, OfficerRow, ReportPage, ReportedPage, RuleRow};
use crate::{Area, Chrome, FormState};
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::{CaseKind, Reason, ReportReason};

/// The pages in a language.
pub fn pages(locale: Locale) -> Vec<Rendered> {
    let site = site();
    let (centre, public) = (
        Chrome::new(&site, locale, Area::Centre, "/tt/ban-quan-ly"),
        Chrome::new(&site, locale, Area::Public, "/viec-lam/10234/phan-anh"),
    );
    let load = |kind, open, overdue, minutes_left| LoadRow {
        kind,
        open,
        held: open / 3,
        overdue,
        minutes_left,
    };
    let loads = [load(CaseKind::Vacancy, 12, 2, -75), load(CaseKind::Report, 3, 0, 100), load(CaseKind::Sample, 4, 0, 400)];
    let officer = |name: &str, outcomes: [u64; 3], overturned| OfficerRow {
        name: name.to_owned(),
        decided: outcomes.iter().sum(),
        outcomes,
        in_time: outcomes[0],
        appealed: 4,
        overturned,
        reasons: vec![(Reason::FeeOrDeposit, outcomes[2]), (Reason::WageUnclear, outcomes[1])],
    };
    let officers = [officer("Vũ Thị Mẫu", [212, 31, 9], 1), officer("Đỗ Văn Mẫu", [140, 22, 12], 3)];
    let rule = |rule, hits, overturned| RuleRow {
        rule,
        hits,
        followed: hits - overturned,
        overturned,
    };
    let rules = [rule(RuleCode::Fee, 18, 2), rule(RuleCode::Sex, 34, 11)];
    let desk = |load, officers, rules| DeskPage {
        chrome: &centre,
        days: 90,
        load,
        officers,
        rules,
        results: [120, 96, 1_240, 380],
    };
    let plain = FormState::default();
    let mut fault = FormState::from_pairs([("ke-lai", "Bảo nộp tiền trước."), ("dien-thoai", "12")]);
    fault.fail("dien-thoai", public.t.get("report-error-phone"));
    let reported = |form, takes_more| ReportedPage {
        chrome: &public,
        title: "Công nhân may công nghiệp",
        back: "/viec-lam/10234-cong-nhan-may-cong-nghiep",
        action: "/viec-lam/10234/phan-anh",
        reason: ReportReason::Fee,
        takes_more,
        is_added: !takes_more,
        form,
    };
    let report = ReportPage {
        chrome: &public,
        title: "Công nhân may công nghiệp",
        employer: "Công ty CP May Kiến Xương",
        back: "/viec-lam/10234-cong-nhan-may-cong-nghiep",
        action: "/viec-lam/10234/phan-anh",
    };
    vec![
        desk(&loads, &officers, &rules).render().map(|html| ("ban-quan-ly", html)),
        desk(&[], &[], &[]).render().map(|html| ("ban-quan-ly-trong", html)),
        report.render().map(|html| ("phan-anh", html)),
        reported(&plain, true).render().map(|html| ("phan-anh-da-gui", html)),
        reported(&fault, true).render().map(|html| ("phan-anh-loi", html)),
        reported(&plain, false).render().map(|html| ("phan-anh-da-ghi", html)),
    ]
}
