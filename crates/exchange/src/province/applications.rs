//! The seekers and what became of their applications.

use super::Province;
use super::accounts::Account;
use super::organisations::Employer;
use super::plan::Fate;
use super::scene::{Scene, Topic, daytime};
use super::vacancies::Posted;
use super::walk::{By, SYSTEM, Walk};
use crate::error::Result;
use crate::generate::GeneratedPerson;
use crate::generate::random::Dice;
use chrono::TimeDelta;
use sanviec_domain::application::{ApplicationCommand as C, ApplicationContent, ApplicationLife, DeclineReason, LAPSE_AFTER_DAYS};
use sanviec_domain::ids::{ApplicationId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::Entity;
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::people::PersonRecord;
use std::collections::{HashMap, HashSet};

/// An open application with nothing new for longer than this would have lapsed soon.
const FRESH_DAYS: i64 = LAPSE_AFTER_DAYS - 3;
/// One seeker in so many is hired while other applications are open.
const HIRED_ONE_IN: u64 = 37;

/// One in so many got no answer at all.
const UNANSWERED_ONE_IN: u64 = 23;

/// What becomes of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fortune {
    Submitted,
    Viewed,
    Shortlisted,
    Interviewing,
    Offered,
    Hired,
    Declined,
    Withdrawn,
    Lapsed,
    /// The vacancy was closed before anybody answered.
    Closed,
}

use Fortune as F;

/// The demo seeker's applications, so that every screen has one to show.
const OF_DEMO_SEEKER: [Fortune; 7] = [F::Submitted, F::Interviewing, F::Viewed, F::Offered, F::Declined, F::Withdrawn, F::Lapsed];

impl Fortune {
    /// Whether an application that ends so is ended by somebody, so that its silence doesn't count.
    fn is_final(self) -> bool {
        matches!(self, F::Hired | F::Declined | F::Withdrawn | F::Lapsed | F::Closed)
    }

    /// Days it takes at least.
    fn least_days(self) -> i64 {
        match self {
            F::Hired => 6,
            F::Offered => 3,
            F::Interviewing | F::Declined | F::Withdrawn => 1,
            F::Lapsed => LAPSE_AFTER_DAYS + 1,
            _ => 0,
        }
    }
}

/// An application before it has an id.
struct Sent {
    vacancy: usize,
    walk: Walk<ApplicationLife>,
    created_at: Instant,
    answered_at: Option<Instant>,
    reason: Option<DeclineReason>,
}

/// The vacancies that were ever open, all and by occupation.
struct Open<'v> {
    vacancies: &'v [Posted],
    all: Vec<usize>,
    by_occupation: HashMap<&'v str, Vec<usize>>,
    /// Those of the demo's employer.
    of_shown: Vec<usize>,
}

/// Makes the seekers and their applications; answers with the seekers.
pub(super) fn invent(scene: &Scene<'_>, employers: &[Employer], vacancies: &[Posted], province: &mut Province) -> Result<Vec<PersonId>> {
    let mut open = Open {
        vacancies,
        all: Vec::new(),
        by_occupation: HashMap::new(),
        of_shown: Vec::new(),
    };
    for (index, vacancy) in vacancies.iter().enumerate().filter(|(_, vacancy)| vacancy.record.published_at.is_some()) {
        open.all.push(index);
        if let Some(code) = &vacancy.record.content.occupation {
            open.by_occupation.entry(code).or_default().push(index);
        }
        if vacancy.employer == scene.plan.shown && vacancy.fate == Fate::Published {
            open.of_shown.push(index);
        }
    }
    let mut addresses = HashSet::new();
    let mut seekers = Vec::with_capacity(scene.plan.seekers as usize);
    let mut all: Vec<(PersonId, GeneratedPerson, Sent)> = Vec::new();
    for index in 0..scene.plan.seekers {
        let mut dice = scene.dice(Topic::Seeker, index as usize);
        let person = scene.corpus.person(index);
        // The person's id is made with the account; applications are told for a stand-in until then.
        let mut sent = if index == 0 {
            of_demo_seeker(scene, &open, &mut dice)?
        } else {
            of_seeker(scene, &open, &person, &mut dice)?
        };
        let first = sent.iter().map(|sent| sent.created_at).min();
        let days = dice.between(0, 120);
        let created_at = first.map_or_else(|| scene.days_ago(&mut dice, days), |first| first - TimeDelta::minutes(2));
        let mut record = if index == 0 {
            Account::Seeker.record(scene, created_at)
        } else {
            let email = person.email.clone().filter(|email| addresses.insert(email.clone()));
            let locale = if index % 90 == 17 { Locale::En } else { Locale::Vi };
            PersonRecord {
                id: PersonId(scene.uuid(created_at)),
                name: Some(person.name.clone()),
                phone: Some(person.phone.clone()),
                email,
                birth_year: Some(person.birth_year),
                locale,
                created_at,
            }
        };
        // One in eight gave no year of birth.
        if index % 8 == 5 {
            record.birth_year = None;
        }
        for sent in &mut sent {
            sent.walk.belongs_to(record.id);
        }
        let person = GeneratedPerson {
            name: record.name.clone().unwrap_or(person.name),
            phone: record.phone.clone().unwrap_or(person.phone),
            ..person
        };
        seekers.push(record.id);
        all.extend(sent.into_iter().map(|sent| (record.id, person.clone(), sent)));
        province.people.push(record);
    }
    all.sort_by_key(|(_, _, sent)| sent.created_at);
    for (seeker, person, sent) in all {
        let id = ApplicationId(scene.uuid(sent.created_at));
        let vacancy = &vacancies[sent.vacancy];
        let content = ApplicationContent {
            name: person.name,
            phone: person.phone,
            birth_year: Some(person.birth_year),
            call_time: person.call_time,
            message: person.message,
            keep: false,
        };
        province.applications.push(ApplicationRecord {
            id,
            vacancy: vacancy.record.id,
            employer: employers[vacancy.employer].record.id,
            seeker,
            state: sent.walk.state,
            content,
            decline_reason: sent.reason,
            version: sent.walk.version(),
            created_at: sent.created_at,
            updated_at: sent.walk.last,
            answered_at: sent.answered_at,
        });
        sent.walk.leave(Entity::Application, id.0, &mut province.lines);
    }
    Ok(seekers)
}

fn of_demo_seeker(scene: &Scene<'_>, open: &Open<'_>, dice: &mut Dice) -> Result<Vec<Sent>> {
    let mut sent: Vec<Sent> = Vec::new();
    for fortune in OF_DEMO_SEEKER {
        // The first is for the demo's employer: the two can be played against each other.
        let among = if sent.is_empty() { &open.of_shown } else { &open.all };
        for _ in 0..400 {
            let vacancy = *dice.pick(among);
            if open.vacancies[vacancy].fate != Fate::Published || sent.iter().any(|sent| sent.vacancy == vacancy) {
                continue;
            }
            if let Some(new) = send(scene, open, vacancy, fortune, scene.now, dice)? {
                sent.push(new);
                break;
            }
        }
    }
    Ok(sent)
}

fn of_seeker(scene: &Scene<'_>, open: &Open<'_>, person: &GeneratedPerson, dice: &mut Dice) -> Result<Vec<Sent>> {
    let hired = person.index % HIRED_ONE_IN == 5;
    let forced = match person.index {
        _ if hired => Some(F::Hired),
        index if index % UNANSWERED_ONE_IN == 11 => Some(F::Lapsed),
        _ => None,
    };
    let count = if hired {
        4
    } else {
        usize::from(forced.is_some()) + *dice.weighted(&[(0, 25), (1, 30), (2, 20), (3, 14), (4, 7), (6, 4)])
    };
    let same = open.by_occupation.get(person.wish.occupation.as_str());
    let mut sent: Vec<Sent> = Vec::new();
    // Nobody goes on applying after having started a job.
    let mut until = scene.now;
    for turn in 0..count {
        let forced = forced.filter(|_| turn == 0);
        for _ in 0..if forced.is_some() { 40 } else { 4 } {
            let among = match same {
                Some(same) if dice.percent(70) => same,
                _ => &open.all,
            };
            let vacancy = *dice.pick(among);
            if sent.iter().any(|sent| sent.vacancy == vacancy) {
                continue;
            }
            let fate = open.vacancies[vacancy].fate;
            let fortune = match forced {
                // What was closed was answered.
                Some(F::Lapsed) if matches!(fate, Fate::Filled | Fate::Withdrawn | Fate::TakenDown) => continue,
                Some(fortune) => fortune,
                None => fortune(fate, hired, dice),
            };
            let Some(new) = send(scene, open, vacancy, fortune, until, dice)? else { continue };
            if fortune == F::Hired {
                until = new.walk.last;
            }
            sent.push(new);
            break;
        }
    }
    // Whoever starts a job is no longer there for the others.
    for other in sent.iter_mut().filter(|other| other.walk.state.is_open() && until < scene.now) {
        let at = scene.past(until + TimeDelta::minutes(1));
        other.walk.step(C::StartElsewhere, SYSTEM, at, None)?;
    }
    Ok(sent)
}

fn fortune(fate: Fate, hired: bool, dice: &mut Dice) -> Fortune {
    match fate {
        Fate::Filled => *dice.weighted(&[(F::Hired, if hired { 0 } else { 20 }), (F::Declined, 30), (F::Withdrawn, 8), (F::Closed, 42)]),
        Fate::Withdrawn | Fate::TakenDown => F::Closed,
        _ if hired => *dice.weighted(&[(F::Submitted, 50), (F::Viewed, 30), (F::Interviewing, 20)]),
        _ => *dice.weighted(&[
            (F::Submitted, 34),
            (F::Viewed, 15),
            (F::Shortlisted, 9),
            (F::Interviewing, 9),
            (F::Offered, 4),
            (F::Hired, 4),
            (F::Declined, 14),
            (F::Withdrawn, 5),
            (F::Lapsed, 6),
        ]),
    }
}

/// One application that ends so, sent before `until`; `None` where the vacancy wasn't open at a time
/// that lets it.
fn send(scene: &Scene<'_>, open: &Open<'_>, vacancy: usize, fortune: Fortune, until: Instant, dice: &mut Dice) -> Result<Option<Sent>> {
    let posted = &open.vacancies[vacancy];
    let Some(published) = posted.record.published_at else { return Ok(None) };
    let limit = until.min(scene.now - TimeDelta::minutes(2));
    let closes = posted.ended.unwrap_or(limit).min(limit);
    let mut from = published + TimeDelta::minutes(10);
    // What is still open has been answered or sent within the last weeks.
    if !fortune.is_final() {
        from = from.max(scene.now - TimeDelta::days(FRESH_DAYS));
    }
    let to = closes - TimeDelta::days(fortune.least_days()) - TimeDelta::minutes(30);
    if from >= to {
        return Ok(None);
    }
    let created_at = scene.between(dice, from, to);
    // An application can be answered after its vacancy has expired or paused, not after it closed.
    let answers_until = if posted.record.closed_at.is_some() { closes } else { limit };
    let owner: By = (Party::Owner, posted.record.created_by);
    let mut sent = Sent {
        vacancy,
        walk: Walk::begin(created_at),
        created_at,
        answered_at: None,
        reason: None,
    };
    sent.walk.entered("apply", (Party::Seeker, None));
    let steps: &[C] = match fortune {
        F::Submitted => &[],
        F::Viewed => &[C::View],
        F::Shortlisted => &[C::View, C::Shortlist],
        F::Interviewing if dice.percent(60) => &[C::View, C::Shortlist, C::Invite],
        F::Interviewing => &[C::View, C::Invite],
        F::Offered => &[C::View, C::Shortlist, C::Invite, C::Offer],
        F::Hired => &[C::View, C::Shortlist, C::Invite, C::Offer, C::Hire],
        F::Declined if dice.percent(40) => &[C::View, C::Invite, C::Decline],
        F::Declined => &[C::View, C::Decline],
        F::Withdrawn => dice.pick::<&[C]>(&[&[C::Withdraw], &[C::View, C::Withdraw], &[C::View, C::Shortlist, C::Invite, C::Withdraw]]),
        F::Lapsed => &[C::Lapse],
        F::Closed => dice.pick::<&[C]>(&[&[C::Decline], &[C::View, C::Decline]]),
    };
    for (turn, command) in steps.iter().enumerate() {
        let rest = (steps.len() - turn) as i32;
        let last = sent.walk.last;
        let wait = TimeDelta::minutes(dice.between(90, 3 * 24 * 60))
            .min((answers_until - last) / (rest + 1))
            .max(TimeDelta::zero());
        let mut at = daytime(last + wait).clamp(last, answers_until.max(last));
        let (by, mut reason) = match command {
            C::Withdraw => ((Party::Seeker, None), None),
            C::Lapse => {
                at = last + TimeDelta::days(LAPSE_AFTER_DAYS);
                (SYSTEM, None)
            }
            _ => (owner, None),
        };
        if *command == C::Decline {
            reason = Some(why(fortune, posted.fate, steps.contains(&C::Invite), dice));
            if fortune == F::Closed {
                at = answers_until;
            }
        }
        sent.walk.step(*command, by, at, reason.map(|reason| reason.key().to_owned()))?;
        if by.0 == Party::Owner && *command != C::View && sent.answered_at.is_none() {
            sent.answered_at = Some(sent.walk.last);
        }
        sent.reason = reason.or(sent.reason);
    }
    Ok(Some(sent))
}

/// Why an employer declined.
fn why(fortune: Fortune, fate: Fate, was_invited: bool, dice: &mut Dice) -> DeclineReason {
    use DeclineReason as R;
    match (fortune, fate) {
        (F::Closed, _) => R::Closed,
        (_, Fate::Filled) => R::Filled,
        _ if was_invited => *dice.weighted(&[(R::Absent, 50), (R::Experience, 25), (R::Qualification, 15), (R::Shift, 10)]),
        _ => *dice.weighted(&[
            (R::Experience, 28),
            (R::Qualification, 15),
            (R::Shift, 17),
            (R::Distance, 14),
            (R::Unreachable, 14),
            (R::Filled, 12),
        ]),
    }
}
