//! The moderation queue: what waits, what colleagues have in hand, what was decided.

use super::Province;
use super::organisations::Employer;
use super::scene::{Scene, Topic};
use super::vacancies::Posted;
use super::walk::Walk;
use crate::error::Result;
use crate::generate::random::Dice;
use chrono::TimeDelta;
use sanviec_domain::calendar;
use sanviec_domain::ids::{CaseId, OrganisationId, PersonId, ReportId, RevisionId};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::{CaseCommand, CaseKind, CaseLife, CaseState, Finding, Outcome, Reason, ReportReason};
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::{RevisionCommand, VacancyContent};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::cases::CaseRecord;
use sanviec_store::history::HistoryLine;
use sanviec_store::reports::ReportRecord;
use sanviec_store::{Entity, RevisionRecord, RevisionState};
use uuid::Uuid;

/// How many samples wait.
const SAMPLES: usize = 3;

/// What people tell of a posting.
const REPORTS: [(ReportReason, &str); 6] = [
    (
        ReportReason::Fee,
        "Tôi gọi hỏi việc thì bên đó bảo chuyển khoản 300.000 đồng giữ chỗ trước, trong tin không ghi.",
    ),
    (ReportReason::NotAsDescribed, "Tin ghi lương 11 triệu nhưng đến nơi nói thử việc ba tháng chỉ 5 triệu."),
    (ReportReason::Contact, "Số điện thoại trong tin không liên lạc được cả tuần nay."),
    (ReportReason::NotAsDescribed, "Nơi làm việc thật ở Hải Phòng, không phải khu công nghiệp ghi trong tin."),
    (ReportReason::Fee, "Đến phỏng vấn bị yêu cầu để lại bằng gốc, tôi không đồng ý nên về."),
    (ReportReason::Fake, "Tin này giống hệt tin của một công ty khác, chỉ đổi tên."),
];

/// What a case is about.
pub(super) struct About {
    pub kind: CaseKind,
    pub entity: Entity,
    pub subject: Uuid,
    pub organisation: OrganisationId,
    pub by: Option<PersonId>,
    pub opened: Instant,
    pub findings: Vec<Finding>,
}

/// How a case was decided.
pub(super) struct Decided {
    pub officer: PersonId,
    pub at: Instant,
    pub outcome: Outcome,
    pub reasons: Vec<Reason>,
    pub message: &'static str,
    pub note: &'static str,
}

/// A case that waits.
pub(super) fn waiting(scene: &Scene<'_>, about: About) -> CaseRecord {
    CaseRecord {
        id: CaseId(scene.uuid(about.opened)),
        kind: about.kind,
        state: CaseState::Waiting,
        entity: about.entity,
        subject: about.subject,
        organisation: Some(about.organisation),
        submitted_by: about.by,
        findings: about.findings,
        claimed_by: None,
        claimed_until: None,
        outcome: None,
        reasons: Vec::new(),
        note: String::new(),
        message: String::new(),
        decided_by: None,
        decided_at: None,
        passed_by: None,
        due_at: scene.promised(about.opened),
        version: 1,
        created_at: about.opened,
    }
}

/// An officer took it a few minutes ago.
pub(super) fn claim(scene: &Scene<'_>, province: &mut Province, case: &mut CaseRecord, officer: PersonId, dice: &mut Dice) -> Result<()> {
    let at = (scene.now - TimeDelta::minutes(dice.between(2, 18))).max(case.created_at);
    let mut walk = Walk::<CaseLife>::begin(case.created_at);
    walk.step(CaseCommand::Claim, (Party::Officer, Some(officer)), at, None)?;
    case.state = walk.state;
    case.claimed_by = Some(officer);
    case.claimed_until = Some(at + sanviec_domain::moderation::case::CLAIM);
    case.version = walk.version();
    walk.leave(Entity::Case, case.id.0, &mut province.lines);
    Ok(())
}

/// Adds a case that was decided.
pub(super) fn decided(scene: &Scene<'_>, province: &mut Province, about: About, decision: Decided) -> Result<()> {
    let mut case = waiting(scene, about);
    let by = (Party::Officer, Some(decision.officer));
    let mut walk = Walk::<CaseLife>::begin(case.created_at);
    walk.step(CaseCommand::Claim, by, decision.at - TimeDelta::minutes(6), None)?;
    walk.step(CaseCommand::Decide, by, decision.at, Some(decision.outcome.key().to_owned()))?;
    case.state = walk.state;
    case.claimed_by = Some(decision.officer);
    case.outcome = Some(decision.outcome);
    case.reasons = decision.reasons;
    decision.message.clone_into(&mut case.message);
    decision.note.clone_into(&mut case.note);
    case.decided_by = Some(decision.officer);
    case.decided_at = Some(decision.at);
    case.version = walk.version();
    walk.leave(Entity::Case, case.id.0, &mut province.lines);
    province.cases.push(case);
    Ok(())
}

/// The coded reasons that findings give.
pub(super) fn reasons_of(findings: &[Finding]) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = findings.iter().map(|finding| finding.rule.reason()).collect();
    reasons.sort_unstable();
    reasons.dedup();
    if reasons.is_empty() {
        reasons.push(Reason::UnclearJob);
    }
    reasons
}

/// The officer's own words beside the sentences of the reasons.
pub(super) fn message(reasons: &[Reason], outcome: Outcome) -> &'static str {
    match (reasons.first(), outcome) {
        (_, Outcome::Rejected) => "Trung tâm không thể đăng tin có nội dung này. Doanh nghiệp có thể khiếu nại nếu thấy quyết định chưa đúng.",
        (Some(Reason::Discrimination), _) => "Mời doanh nghiệp bỏ yêu cầu về giới tính, tuổi, ngoại hình rồi gửi lại; các phần khác đã đủ.",
        (Some(Reason::Language), _) => "Mời doanh nghiệp viết tiêu đề bằng chữ thường.",
        (Some(Reason::HoursOrOvertime), _) => "Mời doanh nghiệp xem lại giờ làm việc trong tuần và số giờ làm thêm.",
        _ => "",
    }
}

/// What comes into the queue besides postings: samples, reports of abuse and changes of published texts.
pub(super) fn invent(scene: &Scene<'_>, employers: &[Employer], vacancies: &[Posted], seekers: &[PersonId], province: &mut Province) {
    sample(scene, employers, vacancies, province);
    let found: Vec<usize> = (0..vacancies.len()).filter(|index| vacancies[*index].is_found(employers)).collect();
    let mut dice = scene.dice(Topic::Case, 0);
    let subjects: Vec<usize> = dice.some(&found, scene.plan.reports + scene.plan.revisions).into_iter().copied().collect();
    for (turn, index) in subjects.into_iter().enumerate() {
        let vacancy = &vacancies[index];
        let employer = &employers[vacancy.employer];
        let (record, published) = (&vacancy.record, vacancy.record.published_at.unwrap_or(scene.now));
        let opened = scene.past(scene.waiting_since(&mut dice, false).max(published + TimeDelta::minutes(30)));
        if turn < scene.plan.reports {
            let by = seekers.get(dice.below(seekers.len())).copied();
            let about = About {
                kind: CaseKind::Report,
                entity: Entity::Vacancy,
                subject: record.id.0,
                organisation: employer.record.id,
                by,
                opened,
                findings: Vec::new(),
            };
            let (reason, words) = REPORTS[turn % REPORTS.len()];
            let case = CaseRecord {
                due_at: calendar::due(opened, reason.promise(), &scene.exchange.is_holiday()),
                ..waiting(scene, about)
            };
            province.reports.push(ReportRecord {
                id: ReportId(scene.uuid(opened)),
                case: case.id,
                vacancy: record.id,
                person: by,
                reason,
                words: words.to_owned(),
                phone: None,
                created_at: opened,
            });
            province.cases.push(case);
        } else {
            let content = changed(&record.content, &mut dice);
            let findings = crate::vacancies::judge(scene.exchange, &content, &employer.record).findings;
            let id = RevisionId(scene.uuid(opened));
            province.revisions.push(RevisionRecord {
                id,
                vacancy: record.id,
                content,
                state: RevisionState::Pending,
                created_by: Some(employer.owner),
                created_at: opened,
                version: 1,
            });
            let proposed = HistoryLine {
                from: None,
                command: RevisionCommand::Propose.key().to_owned(),
                to: RevisionState::Pending.key().to_owned(),
                party: Party::Owner.key().to_owned(),
                person: Some(employer.owner),
                note: None,
                at: opened,
            };
            province.lines.push((Entity::Revision, id.0, proposed));
            let about = About {
                kind: CaseKind::Revision,
                entity: Entity::Revision,
                subject: id.0,
                organisation: employer.record.id,
                by: Some(employer.owner),
                opened,
                findings,
            };
            let case = waiting(scene, about);
            province.cases.push(case);
        }
    }
}

/// A look afterwards at some of what trusted employers published.
fn sample(scene: &Scene<'_>, employers: &[Employer], vacancies: &[Posted], province: &mut Province) {
    let trusted = vacancies.iter().filter(|vacancy| employers[vacancy.employer].record.trusted && vacancy.is_found(employers));
    let latest = trusted.filter_map(|vacancy| Some((vacancy.record.published_at?, vacancy)));
    let mut latest: Vec<_> = latest.collect();
    latest.sort_by_key(|(published, vacancy)| std::cmp::Reverse((*published, vacancy.record.id)));
    for (published, vacancy) in latest.into_iter().take(SAMPLES) {
        let employer = &employers[vacancy.employer];
        let about = About {
            kind: CaseKind::Sample,
            entity: Entity::Vacancy,
            subject: vacancy.record.id.0,
            organisation: employer.record.id,
            by: Some(employer.owner),
            opened: published,
            findings: Vec::new(),
        };
        let case = waiting(scene, about);
        province.cases.push(case);
    }
}

/// More people for more money: what employers change most.
fn changed(content: &VacancyContent, dice: &mut Dice) -> VacancyContent {
    let mut next = content.clone();
    let more = Vnd(dice.between(1, 3) * 500_000);
    let raised = next
        .pay
        .usual
        .and_then(|usual| VndRange::new(usual.from.map(|from| Vnd(from.0 + more.0)), usual.to.map(|to| Vnd(to.0 + more.0))).ok());
    if raised.is_some() {
        next.pay.usual = raised;
    }
    next.openings = next.openings.map(|openings| openings + dice.between(2, 20) as u32);
    next
}
