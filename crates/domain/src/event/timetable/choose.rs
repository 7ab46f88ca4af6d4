//! Which wishes to meet: a b-matching of greatest value, with a limit for each participant and one for all tables.

use super::{Conference, GREATEST_FIT, flow::Network, grid::Grid};

/// A wish that has no fixed meeting.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub business: usize,
    /// The participant that is the college.
    pub college: usize,
    /// What meeting it adds to aims 1 and 2: a sum of gains compares as the number of mutual wishes, then the number of
    /// one-sided ones, then the sum of the fit of the one-sided ones.
    pub gain: i64,
    /// The fit of a mutual wish, which decides last; 0 for a one-sided one.
    mutual_fit: u32,
}

/// What everybody wants.
pub(super) struct Wanted {
    /// The greatest gain first.
    pub candidates: Vec<Candidate>,
    /// The gain by business, then college; 0 without a wish.
    gains: Vec<i64>,
    colleges: usize,
    businesses: usize,
    /// Whether the participant asked for anybody.
    asked: Vec<bool>,
    /// More than the fit of all meetings together can be.
    fit_scale: i64,
}

impl Wanted {
    /// What this meeting adds to aims 1 and 2.
    pub fn gain(&self, business: usize, college: usize) -> i64 {
        self.gains[business * self.colleges + college - self.businesses]
    }

    /// What the meetings of all wishes without a fixed meeting add to aims 1 and 2.
    pub fn total(&self, grid: &Grid) -> i64 {
        self.candidates
            .iter()
            .filter(|candidate| grid.met(candidate.business, candidate.college))
            .map(|candidate| candidate.gain)
            .sum()
    }
}

/// The wishes without a fixed meeting, valued.
pub(super) fn wanted(conference: &Conference, grid: &Grid) -> Wanted {
    let &Conference {
        businesses,
        colleges,
        rounds,
        tables,
        ..
    } = conference;
    // At most 200 x 96 meetings: the largest sum of gains is near 7e15, well within 64 bits.
    let meetings = (tables.min(businesses).min(colleges) * rounds) as i64;
    let fit_scale = meetings * i64::from(GREATEST_FIT) + 1;
    let mut wanted = Wanted {
        candidates: Vec::new(),
        gains: vec![0; businesses * colleges],
        colleges,
        businesses,
        asked: vec![false; businesses + colleges],
        fit_scale,
    };
    for wish in &conference.wishes {
        let college = grid.college(wish.college);
        wanted.asked[wish.business] |= wish.by_business;
        wanted.asked[college] |= wish.by_college;
        if grid.met(wish.business, college) {
            continue;
        }
        let (gain, mutual_fit) = if wish.is_mutual() {
            ((meetings + 1) * fit_scale, wish.fit)
        } else {
            (fit_scale + i64::from(wish.fit), 0)
        };
        wanted.gains[wish.business * colleges + wish.college] = gain;
        wanted.candidates.push(Candidate {
            business: wish.business,
            college,
            gain,
            mutual_fit,
        });
    }
    wanted.candidates.sort_by_key(|candidate| (-candidate.gain, candidate.business, candidate.college));
    wanted
}

/// The best set of wishes when nothing but the limits of participants and tables counts: with no fixed meetings in open
/// rounds it can be placed by the theorem of König; otherwise no timetable can do better.
pub(super) fn best(grid: &Grid, wanted: &Wanted) -> Vec<Candidate> {
    let possible = wanted
        .candidates
        .iter()
        .filter(|candidate| grid.free(candidate.business) & grid.free(candidate.college) != 0)
        .copied()
        .collect();
    let limits: Vec<usize> = (0..grid.participants).map(|participant| grid.capacity(participant)).collect();
    let tables = grid.open_rounds().map(|round| grid.tables - grid.load(round)).sum();
    // Aim 3: the first meeting of those who asked is worth more than all mutual fit and less than one step of aim 2. The
    // value of a participant's meetings is thus concave, and a flow of least cost is still exact.
    let first_meeting: Vec<bool> = (0..grid.participants).map(|participant| wanted.asked[participant] && grid.busy(participant) == 0).collect();
    heaviest(possible, &limits, tables, &first_meeting, wanted.fit_scale)
}

/// The candidates to meet in one round, of those who may, with so many tables.
pub(super) fn best_in_round(possible: Vec<Candidate>, may_meet: &[bool], tables: usize, wanted: &Wanted) -> Vec<Candidate> {
    let limits: Vec<usize> = may_meet.iter().map(|&may| usize::from(may)).collect();
    heaviest(possible, &limits, tables, &vec![false; may_meet.len()], wanted.fit_scale)
}

fn heaviest(possible: Vec<Candidate>, limits: &[usize], tables: usize, first_meeting: &[bool], fit_scale: i64) -> Vec<Candidate> {
    let participants = limits.len();
    let (source, sink) = (0, participants + 1);
    let node = |participant: usize| participant + 1;
    let bonus = i128::from(fit_scale);
    let step = bonus * (participants as i128 + 1);
    let mut network = Network::new(participants + 2);
    let (mut is_business, mut is_college) = (vec![false; participants], vec![false; participants]);
    for candidate in &possible {
        is_business[candidate.business] = true;
        is_college[candidate.college] = true;
    }
    for participant in (0..participants).filter(|&participant| limits[participant] > 0) {
        let first = usize::from(first_meeting[participant]);
        for (capacity, cost) in [(first, -bonus), (limits[participant] - first, 0)] {
            if capacity > 0 && is_business[participant] {
                network.connect(source, node(participant), capacity, cost);
            } else if capacity > 0 && is_college[participant] {
                network.connect(node(participant), sink, capacity, cost);
            }
        }
    }
    let pairs: Vec<(usize, Candidate)> = possible
        .into_iter()
        .filter(|candidate| limits[candidate.business] > 0 && limits[candidate.college] > 0)
        .map(|candidate| {
            let value = i128::from(candidate.gain) * step + i128::from(candidate.mutual_fit);
            (network.connect(node(candidate.business), node(candidate.college), 1, -value), candidate)
        })
        .collect();
    network.send(tables);
    pairs.into_iter().filter(|&(arc, _)| network.is_used(arc)).map(|(_, candidate)| candidate).collect()
}
