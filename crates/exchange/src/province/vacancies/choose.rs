//! Which vacancies of the corpus there are, and what becomes of each. The counts are the plan's,
//! whatever the chance.

use super::findings;
use crate::generate::{GeneratedVacancy, SUSPICIOUS_KINDS};
use crate::province::organisations::Employer;
use crate::province::plan::Fate;
use crate::province::scene::{Scene, Topic};
use sanviec_domain::moderation::{Finding, check::RuleCode, check::Severity};
use sanviec_domain::organisation::OrganisationState;
use std::collections::{HashSet, VecDeque};

/// The kind of suspicious vacancy that only raises a finding while its employer is not verified.
const CONTACT_KIND: u64 = 3;
/// Suspicious vacancies that are looked through, at most.
const LOOKED_THROUGH: u64 = 1_500;
/// The fates that are for suspicious vacancies before all others.
const SUSPICIOUS: [Fate; 4] = [Fate::Submitted, Fate::Returned, Fate::Rejected, Fate::Appealed];

/// A vacancy and its fate.
pub(super) struct Chosen {
    pub made: GeneratedVacancy,
    pub fate: Fate,
    /// What the rules find in it.
    pub findings: Vec<Finding>,
}

/// Chooses as many vacancies as the plan has. The shown employer has one of each fate.
pub(super) fn choose(scene: &Scene<'_>, employers: &[Employer]) -> Vec<Chosen> {
    let (mut chosen, wanted_of_shown) = suspicious(scene, employers);
    let taken = |chosen: &[Chosen], fate: Fate| chosen.iter().filter(|chosen| chosen.fate == fate).count();
    let mut left: Vec<(Fate, usize)> = scene
        .plan
        .fates()
        .iter()
        .map(|(fate, count)| (*fate, count.saturating_sub(taken(&chosen, *fate))))
        .collect();
    let mut of_shown: VecDeque<Fate> = wanted_of_shown.into();
    of_shown.extend([
        Fate::Draft,
        Fate::Submitted,
        Fate::Paused,
        Fate::Expired,
        Fate::Filled,
        Fate::Withdrawn,
        Fate::TakenDown,
        Fate::Published,
    ]);

    let usual = scene.plan.vacancies - chosen.len();
    let mut given: Vec<(GeneratedVacancy, Option<Fate>)> = Vec::with_capacity(usual);
    let mut of_pending = 0;
    for index in 0..usual as u64 {
        let made = scene.corpus.vacancy(index);
        let fate = match employers[made.employer].record.state {
            OrganisationState::Pending => {
                of_pending += 1;
                Some(if of_pending % 5 == 1 { Fate::Submitted } else { Fate::Draft })
            }
            OrganisationState::Refused => Some(Fate::Draft),
            OrganisationState::Suspended => Some(Fate::Published),
            OrganisationState::Verified if made.employer == scene.plan.shown => of_shown.pop_front(),
            OrganisationState::Verified => None,
        };
        if let Some((_, count)) = left.iter_mut().find(|(known, _)| Some(*known) == fate) {
            *count = count.saturating_sub(1);
        }
        given.push((made, fate));
    }
    let open = given.iter().filter(|(_, fate)| fate.is_none()).count();
    let mut pool: Vec<Fate> = left.iter().flat_map(|(fate, count)| std::iter::repeat_n(*fate, *count)).collect();
    pool.resize(open, Fate::Published);
    let mut dice = scene.dice(Topic::Order, 0);
    let mut shuffled = dice.some(&pool, open).into_iter();
    chosen.extend(given.into_iter().map(|(made, fate)| {
        let fate = fate.or_else(|| shuffled.next().copied()).unwrap_or(Fate::Published);
        let findings = if SUSPICIOUS.contains(&fate) {
            findings(scene, &made.content, &employers[made.employer])
        } else {
            Vec::new()
        };
        Chosen { made, fate, findings }
    }));
    chosen
}

/// The suspicious ones, and which fates the shown employer still lacks.
fn suspicious(scene: &Scene<'_>, employers: &[Employer]) -> (Vec<Chosen>, Vec<Fate>) {
    let mut chosen = Vec::new();
    let mut of_shown = SUSPICIOUS.to_vec();
    let mut stopped = scene.plan.stopped_drafts;
    let mut left = SUSPICIOUS.map(|fate| {
        (
            fate,
            if fate == Fate::Submitted {
                scene.plan.suspicious_submitted
            } else {
                scene.plan.wanted(fate)
            },
        )
    });
    let mut take = |left: &mut [(Fate, usize); 4], fate: Fate, made: GeneratedVacancy, findings: Vec<Finding>| {
        if let Some((_, count)) = left.iter_mut().find(|(known, _)| *known == fate) {
            *count = count.saturating_sub(1);
        }
        chosen.push(Chosen { made, fate, findings });
    };
    if let Some(contact) = with_contact(scene, employers) {
        take(&mut left, contact.fate, contact.made, contact.findings);
    }
    // What the shown employer needs is looked for first, so that its owner has every state to see.
    let indexes = || (0..LOOKED_THROUGH).filter(|index| index % SUSPICIOUS_KINDS != CONTACT_KIND);
    let mut used = HashSet::new();
    for index in indexes() {
        let made = scene.corpus.suspicious(index).vacancy;
        if made.employer != scene.plan.shown {
            continue;
        }
        let Some(fate) = of_shown.first().copied() else { break };
        let verdict = crate::vacancies::judge(scene.exchange, &made.content, &employers[made.employer].record);
        if verdict.errors.is_empty() && !verdict.findings.is_empty() {
            of_shown.remove(0);
            used.insert(index);
            take(&mut left, fate, made, verdict.findings);
        }
    }
    for index in indexes().filter(|index| !used.contains(index)) {
        // A place of each fate is kept where the shown employer has none yet.
        let free = left.map(|(fate, count)| (fate, count.saturating_sub(usize::from(of_shown.contains(&fate)))));
        if free.iter().all(|(_, count)| *count == 0) {
            break;
        }
        let made = scene.corpus.suspicious(index).vacancy;
        let employer = &employers[made.employer].record;
        if employer.state != OrganisationState::Verified {
            continue;
        }
        let verdict = crate::vacancies::judge(scene.exchange, &made.content, employer);
        if !verdict.errors.is_empty() {
            // It can't be submitted: its author sees why.
            if stopped > 0 {
                stopped -= 1;
                take(&mut left, Fate::Draft, made, verdict.findings);
            }
            continue;
        }
        let severe = verdict.findings.iter().any(|finding| finding.severity == Severity::Severe);
        let fits = |fate| match fate {
            Fate::Returned => !severe,
            Fate::Rejected => severe,
            _ => true,
        };
        let fitting = free.map(|(fate, count)| (fate, if fits(fate) { count as u32 } else { 0 }));
        if fitting.iter().any(|(_, count)| *count > 0) && !verdict.findings.is_empty() {
            let fate = *scene.dice(Topic::Suspicious, index as usize).weighted(&fitting);
            take(&mut left, fate, made, verdict.findings);
        }
    }
    (chosen, of_shown)
}

/// One with a telephone number in the text, by an employer that waits to be verified.
fn with_contact(scene: &Scene<'_>, employers: &[Employer]) -> Option<Chosen> {
    (0..LOOKED_THROUGH / SUSPICIOUS_KINDS).find_map(|round| {
        let made = scene.corpus.suspicious(round * SUSPICIOUS_KINDS + CONTACT_KIND).vacancy;
        let employer = &employers[made.employer];
        if employer.record.state != OrganisationState::Pending {
            return None;
        }
        let findings = findings(scene, &made.content, employer);
        findings.iter().any(|finding| finding.rule == RuleCode::ContactInText).then_some(Chosen {
            made,
            fate: Fate::Submitted,
            findings,
        })
    })
}
