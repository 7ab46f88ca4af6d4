//! The vacancies: who posts what, what becomes of it, and when.

use super::Province;
use super::accounts::Staff;
use super::cases::{self, Decided};
use super::organisations::Employer;
use super::plan::Fate;
use super::scene::{Scene, Topic, later};
use super::walk::{By, SYSTEM, Walk};
use crate::error::Result;
use crate::generate::random::Dice;
use chrono::{NaiveDate, TimeDelta};
use sanviec_domain::ids::{PersonId, VacancyId, VacancyNumber};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::{CaseKind, Finding, Outcome, Reason};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::time::{Instant, vietnam_date};
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand as C, VacancyLife};
use sanviec_store::Entity;
use sanviec_store::vacancies::VacancyRecord;

mod choose;

/// The longest from publishing to the deadline that is used here; the law of the form is 90.
const LONGEST_DAYS: u64 = 88;

/// What is published was published within so many days.
const OLDEST_DAYS: u16 = 41;

/// A vacancy that is seeded.
pub(super) struct Posted {
    pub record: VacancyRecord,
    pub fate: Fate,
    /// Its employer's number in the corpus.
    pub employer: usize,
    /// When it stopped being found, where it did.
    pub ended: Option<Instant>,
}

impl Posted {
    /// Whether a search finds it.
    pub fn is_found(&self, employers: &[Employer]) -> bool {
        self.fate == Fate::Published && employers[self.employer].record.state == OrganisationState::Verified
    }
}

/// What happened to a vacancy, before it has an id.
struct Story {
    created_at: Instant,
    created_by: Option<PersonId>,
    walk: Walk<VacancyLife>,
    submitted_at: Option<Instant>,
    published_at: Option<Instant>,
    closed: Option<(Instant, ClosedReason)>,
    ended: Option<Instant>,
    deadline: Option<NaiveDate>,
    cases: Vec<(CaseKind, Instant, Option<Decided>)>,
}

/// Makes the vacancies, the oldest first, with the cases that follow from how they stand.
pub(super) fn invent(scene: &Scene<'_>, staff: &Staff, employers: &[Employer], province: &mut Province) -> Result<Vec<Posted>> {
    let mut told = Vec::with_capacity(scene.plan.vacancies);
    let mut queued = 0;
    for (index, chosen) in choose::choose(scene, employers).into_iter().enumerate() {
        let mut dice = scene.dice(Topic::Vacancy, index);
        let overdue = chosen.fate == Fate::Submitted && queued < scene.plan.overdue;
        queued += usize::from(chosen.fate == Fate::Submitted);
        let story = tell(scene, staff, &employers[chosen.made.employer], &chosen, &mut dice, index, overdue)?;
        told.push((chosen, story, dice));
    }
    told.sort_by_key(|(_, story, _)| story.created_at);
    let mut claims = 0;
    let mut posted = Vec::with_capacity(told.len());
    for (chosen, story, mut dice) in told {
        let employer = &employers[chosen.made.employer];
        let id = VacancyId(scene.uuid(story.created_at));
        for (kind, opened, decision) in story.cases {
            let findings = if kind == CaseKind::Report { Vec::new() } else { chosen.findings.clone() };
            let about = cases::About {
                kind,
                entity: Entity::Vacancy,
                subject: id.0,
                organisation: employer.record.id,
                by: story.created_by,
                opened,
                findings,
            };
            match decision {
                Some(decision) => cases::decided(scene, province, about, decision)?,
                None => {
                    let mut case = cases::waiting(scene, about);
                    // Colleagues have some in hand, and the officer of the demo has one; what is
                    // overdue lies there for anybody.
                    if kind == CaseKind::Vacancy && claims < scene.plan.claimed && !case.findings.is_empty() && case.due_at > scene.now {
                        let officer = match claims {
                            0 => staff.moderator,
                            turn if turn % 2 == 1 => staff.second,
                            _ => staff.manager,
                        };
                        cases::claim(scene, province, &mut case, officer, &mut dice)?;
                        claims += 1;
                    }
                    province.cases.push(case);
                }
            }
        }
        let mut content = chosen.made.content;
        content.deadline = story.deadline.or(content.deadline);
        if story.published_at.is_none() {
            content.occupation_confirmed = false;
        }
        if chosen.fate == Fate::Draft && chosen.findings.is_empty() {
            unfinish(&mut content, &mut dice);
        }
        let drafted = chosen.fate == Fate::Draft;
        let record = VacancyRecord {
            id,
            number: VacancyNumber(0),
            employer: employer.record.id,
            state: story.walk.state,
            content,
            external_reference: story.created_by.is_none().then_some(chosen.made.external_reference),
            closed_reason: story.closed.map(|(_, reason)| reason),
            version: if drafted { dice.between(1, 4) } else { story.walk.version() },
            created_by: story.created_by,
            created_at: story.created_at,
            updated_at: if drafted {
                scene.past(story.created_at + TimeDelta::minutes(dice.between(3, 50)))
            } else {
                story.walk.last
            },
            submitted_at: story.submitted_at,
            published_at: story.published_at,
            closed_at: story.closed.map(|(at, _)| at),
        };
        story.walk.leave(Entity::Vacancy, id.0, &mut province.lines);
        posted.push(Posted {
            record,
            fate: chosen.fate,
            employer: chosen.made.employer,
            ended: story.ended,
        });
    }
    Ok(posted)
}

/// Somebody was called away while writing: what is not there yet.
fn unfinish(content: &mut sanviec_domain::vacancy::VacancyContent, dice: &mut Dice) {
    match dice.below(4) {
        0 => (content.deadline, content.contact) = (None, None),
        1 => {
            content.pay = sanviec_domain::pay::Pay::default();
            content.deadline = None;
        }
        2 => (content.description, content.requirements, content.deadline) = (String::new(), String::new(), None),
        _ => {}
    }
}

/// What happens to a vacancy, by the table.
fn tell(scene: &Scene<'_>, staff: &Staff, employer: &Employer, chosen: &choose::Chosen, dice: &mut Dice, index: usize, overdue: bool) -> Result<Story> {
    let writer = employer.writer(dice);
    let owner: By = (Party::Owner, Some(writer));
    // An appeal has to find another officer than the first; one finds that it was herself.
    let officer = if chosen.fate == Fate::Appealed {
        if index.is_multiple_of(3) { staff.moderator } else { staff.second }
    } else {
        staff.officer(index)
    };
    let by_officer: By = (Party::Officer, Some(officer));
    let mut story = Story {
        created_at: scene.now,
        created_by: Some(writer),
        walk: Walk::begin(scene.now),
        submitted_at: None,
        published_at: None,
        closed: None,
        ended: None,
        deadline: None,
        cases: Vec::new(),
    };
    let minutes_before = TimeDelta::minutes(dice.between(6, 95));
    match chosen.fate {
        Fate::Draft => {
            let days = dice.between(0, 20);
            story.begin(scene.days_ago(dice, days).max(employer.record.created_at));
        }
        Fate::Submitted => {
            let at = scene.waiting_since(dice, overdue).max(employer.record.created_at + TimeDelta::minutes(20));
            let at = scene.past(at);
            story.begin((at - minutes_before).max(employer.record.created_at));
            story.submit(owner, at)?;
            story.cases.push((CaseKind::Vacancy, at, None));
        }
        Fate::Returned | Fate::Rejected | Fate::Appealed => {
            let days = match chosen.fate {
                Fate::Returned => dice.between(1, 9),
                Fate::Rejected => dice.between(2, 25),
                _ => dice.between(18, 26),
            };
            let (handed_in, at) = scene.handed_in_and_decided(dice, days);
            story.begin(handed_in - minutes_before);
            story.submit(owner, handed_in)?;
            story.deadline = chosen.made.content.deadline.map(|deadline| deadline.min(later(vietnam_date(handed_in), LONGEST_DAYS)));
            let (command, outcome) = if chosen.fate == Fate::Returned {
                (C::Return, Outcome::Returned)
            } else {
                (C::Reject, Outcome::Rejected)
            };
            story.walk.step(command, by_officer, at, None)?;
            let reasons = cases::reasons_of(&chosen.findings);
            let message = cases::message(&reasons, outcome);
            story.cases.push((
                CaseKind::Vacancy,
                handed_in,
                Some(Decided {
                    officer,
                    at,
                    outcome,
                    reasons,
                    message,
                    note: "",
                }),
            ));
            if chosen.fate == Fate::Appealed {
                let appealed = scene.past(scene.waiting_since(dice, false).max(at + TimeDelta::hours(2)));
                story.walk.step(C::Appeal, owner, appealed, None)?;
                story.cases.push((CaseKind::Appeal, appealed, None));
            }
        }
        Fate::Published | Fate::Paused | Fate::Expired | Fate::Filled | Fate::Withdrawn | Fate::TakenDown => {
            let ended_days = match chosen.fate {
                Fate::Published => 0,
                Fate::TakenDown => dice.between(2, 20),
                _ => dice.between(1, 12),
            };
            let days = match chosen.fate {
                Fate::Published => i64::from(chosen.made.posted_days_ago % OLDEST_DAYS),
                Fate::Expired => ended_days + dice.between(15, 45),
                _ => ended_days + dice.between(4, 34),
            };
            publish(scene, &mut story, dice, chosen, owner, by_officer, days, minutes_before)?;
            let published_on = vietnam_date(story.walk.last);
            story.deadline = chosen.made.content.deadline.map(|deadline| deadline.min(later(published_on, LONGEST_DAYS)));
            end(scene, &mut story, dice, chosen.fate, owner, officer, ended_days)?;
        }
    }
    Ok(story)
}

/// From the first word to the published text: handed in and decided, or out of a file of the centre.
#[expect(clippy::too_many_arguments, reason = "one step of a story, told once")]
fn publish(scene: &Scene<'_>, story: &mut Story, dice: &mut Dice, chosen: &choose::Chosen, owner: By, officer: By, days: i64, minutes_before: TimeDelta) -> Result<()> {
    if dice.percent(35) {
        let at = scene.days_ago(dice, days);
        story.begin(at);
        story.created_by = None;
        story.walk.step(C::Import, SYSTEM, at, None)?;
    } else {
        let (handed_in, at) = scene.handed_in_and_decided(dice, days);
        story.begin(handed_in - minutes_before);
        story.submit(owner, handed_in)?;
        // Some come back once before they are published.
        if chosen.made.index % 17 == 3 {
            let back = handed_in + (at - handed_in) / 3;
            story.walk.step(C::Return, officer, back, None)?;
            story.submit(owner, handed_in + (at - handed_in) / 2)?;
        }
        story.walk.step(C::Publish, officer, at, None)?;
    }
    story.published_at = Some(story.walk.last);
    Ok(())
}

/// How a published vacancy stops being found.
fn end(scene: &Scene<'_>, story: &mut Story, dice: &mut Dice, fate: Fate, owner: By, officer: PersonId, days: i64) -> Result<()> {
    let (command, by, reason) = match fate {
        Fate::Paused => (C::Pause, owner, None),
        Fate::Expired => (C::Expire, SYSTEM, None),
        Fate::Filled => (C::Fill, owner, Some(ClosedReason::Filled)),
        Fate::Withdrawn => (C::Withdraw, owner, Some(ClosedReason::Withdrawn)),
        Fate::TakenDown => (C::TakeDown, (Party::Officer, Some(officer)), Some(ClosedReason::ByCentre)),
        _ => return Ok(()),
    };
    let mut at = scene.days_ago(dice, days);
    if fate == Fate::Expired {
        let deadline = scene.today - TimeDelta::days(days);
        story.deadline = Some(deadline);
        at = scene.at_night(later(deadline, 1));
    }
    // Holidays may have kept the publishing back.
    let at = scene.past(at.max(story.walk.last + TimeDelta::hours(1)));
    story.walk.step(command, by, at, None)?;
    story.ended = Some(at);
    story.closed = reason.map(|reason| (at, reason));
    if fate == Fate::TakenDown {
        let message = "Người tìm việc phản ánh bị yêu cầu nộp tiền trước khi phỏng vấn; doanh nghiệp không giải trình trong thời hạn.";
        let reported = (at - TimeDelta::hours(5)).max(story.published_at.unwrap_or(at));
        let decision = Decided {
            officer,
            at,
            outcome: Outcome::Rejected,
            reasons: vec![Reason::FeeOrDeposit, Reason::Misleading],
            message,
            note: "Đã gọi lại cho hai người phản ánh, lời kể khớp nhau.",
        };
        story.cases.push((CaseKind::Report, reported, Some(decision)));
    }
    Ok(())
}

impl Story {
    fn begin(&mut self, at: Instant) {
        self.created_at = at;
        self.walk = Walk::begin(at);
    }

    fn submit(&mut self, by: By, at: Instant) -> Result<()> {
        self.walk.step(C::Submit, by, at, None)?;
        self.submitted_at = Some(at);
        Ok(())
    }
}

/// What the rules say of a text, today.
fn findings(scene: &Scene<'_>, content: &sanviec_domain::vacancy::VacancyContent, employer: &Employer) -> Vec<Finding> {
    crate::vacancies::judge(scene.exchange, content, &employer.record).findings
}
