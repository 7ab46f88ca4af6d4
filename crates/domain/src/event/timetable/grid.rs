//! Who sits with whom in which round, and the exchange of two rounds along a chain.
//!
//! Businesses and colleges are numbered together as participants: first the businesses, then the colleges.

use std::iter;

use super::Conference;

/// The rounds of a set, earliest first. Bit number `r` stands for round `r`; there are at most 96 rounds.
pub(super) fn rounds_in(mut set: u128) -> impl Iterator<Item = usize> {
    iter::from_fn(move || {
        let round = (set != 0).then(|| set.trailing_zeros() as usize);
        set &= set.wrapping_sub(1);
        round
    })
}

/// A chain of meetings that alternate between two rounds; exchanging the two rounds along it makes no clash.
pub(super) struct Chain {
    /// The participant at its other end; the one at which it starts when it closes to a ring.
    pub end: usize,
    /// How many meetings it has.
    pub meetings: usize,
}

/// The meetings placed so far.
#[derive(Clone)]
pub(super) struct Grid {
    pub businesses: usize,
    pub participants: usize,
    pub rounds: usize,
    /// The rounds that may receive meetings.
    pub open: u128,
    pub tables: usize,
    /// The most meetings of each participant.
    limit: Vec<usize>,
    /// The other side, by participant and round.
    partner: Vec<Option<usize>>,
    /// The rounds with a meeting, by participant.
    busy: Vec<u128>,
    /// The rounds with a fixed meeting, by participant.
    fixed: Vec<u128>,
    /// The number of meetings, by round.
    load: Vec<usize>,
    /// Whether they meet, by business and college.
    met: Vec<bool>,
}

impl Grid {
    /// The fixed meetings only.
    pub fn new(conference: &Conference) -> Self {
        let &Conference {
            businesses,
            colleges,
            rounds,
            open_from,
            tables,
            walk_ins,
            ..
        } = conference;
        let participants = businesses + colleges;
        let mut limit = vec![rounds; businesses];
        limit.resize(participants, rounds - walk_ins);
        let mut grid = Self {
            businesses,
            participants,
            rounds,
            open: (open_from..rounds).fold(0, |set, round| set | 1 << round),
            tables,
            limit,
            partner: vec![None; participants * rounds],
            busy: vec![0; participants],
            fixed: vec![0; participants],
            load: vec![0; rounds],
            met: vec![false; businesses * colleges],
        };
        for meeting in &conference.fixed {
            let college = grid.college(meeting.college);
            grid.place(meeting.business, college, meeting.round);
            grid.fixed[meeting.business] |= 1 << meeting.round;
            grid.fixed[college] |= 1 << meeting.round;
        }
        grid
    }

    /// The participant that is this college.
    pub fn college(&self, college: usize) -> usize {
        self.businesses + college
    }

    pub fn open_rounds(&self) -> impl Iterator<Item = usize> + use<> {
        rounds_in(self.open)
    }

    pub fn partner(&self, participant: usize, round: usize) -> Option<usize> {
        self.partner[participant * self.rounds + round]
    }

    /// The rounds with a meeting.
    pub fn busy(&self, participant: usize) -> u128 {
        self.busy[participant]
    }

    /// The open rounds without a meeting.
    pub fn free(&self, participant: usize) -> u128 {
        self.open & !self.busy[participant]
    }

    /// The open rounds with a meeting that may be moved.
    pub fn movable(&self, participant: usize) -> u128 {
        self.open & self.busy[participant] & !self.fixed[participant]
    }

    /// Whether the participant has a fixed meeting in one of these rounds.
    pub fn has_fixed(&self, participant: usize, rounds: u128) -> bool {
        self.fixed[participant] & rounds != 0
    }

    /// How many meetings more the participant can have.
    pub fn capacity(&self, participant: usize) -> usize {
        let held = self.busy[participant].count_ones() as usize;
        (self.free(participant).count_ones() as usize).min(self.limit[participant].saturating_sub(held))
    }

    pub fn load(&self, round: usize) -> usize {
        self.load[round]
    }

    /// Whether a table is left in the round.
    pub fn has_table(&self, round: usize) -> bool {
        self.load[round] < self.tables
    }

    pub fn met(&self, business: usize, college: usize) -> bool {
        self.met[self.pair(business, college)]
    }

    fn pair(&self, business: usize, college: usize) -> usize {
        business * (self.participants - self.businesses) + college - self.businesses
    }

    /// Adds a meeting in a round in which both are free.
    pub fn place(&mut self, business: usize, college: usize, round: usize) {
        self.partner[business * self.rounds + round] = Some(college);
        self.partner[college * self.rounds + round] = Some(business);
        self.turn(business, college, round, true);
        self.load[round] += 1;
    }

    /// Takes back a meeting of that round.
    pub fn remove(&mut self, business: usize, college: usize, round: usize) {
        self.partner[business * self.rounds + round] = None;
        self.partner[college * self.rounds + round] = None;
        self.turn(business, college, round, false);
        self.load[round] -= 1;
    }

    fn turn(&mut self, business: usize, college: usize, round: usize, met: bool) {
        self.busy[business] ^= 1 << round;
        self.busy[college] ^= 1 << round;
        let pair = self.pair(business, college);
        self.met[pair] = met;
    }

    /// The chain that begins with the meeting of `start` in round `from` and goes on in round `to`. None when it contains a
    /// fixed meeting.
    pub fn chain(&self, start: usize, from: usize, to: usize) -> Option<Chain> {
        let (mut now, mut next) = (from, to);
        let mut chain = Chain { end: start, meetings: 0 };
        while let Some(other) = self.partner(chain.end, now) {
            if self.has_fixed(chain.end, 1 << now) {
                return None;
            }
            chain.end = other;
            chain.meetings += 1;
            if other == start {
                break;
            }
            (now, next) = (next, now);
        }
        Some(chain)
    }

    /// Exchanges the two rounds along that chain. To be called where the chain is a ring or `start` is free in `to`;
    /// doing it again with `from` and `to` exchanged undoes it.
    pub fn exchange(&mut self, start: usize, from: usize, to: usize) {
        let (mut at, mut now, mut next) = (start, from, to);
        let mut odd = false;
        loop {
            let other = self.partner(at, now);
            self.partner.swap(at * self.rounds + from, at * self.rounds + to);
            let differs = (self.busy[at] >> from ^ self.busy[at] >> to) & 1;
            self.busy[at] ^= differs << from | differs << to;
            let Some(other) = other else { break };
            odd = !odd;
            if other == start {
                break;
            }
            (at, now, next) = (other, next, now);
        }
        if odd {
            self.load[from] -= 1;
            self.load[to] += 1;
        }
    }

    /// Exchanges two whole rounds, neither of which may have fixed meetings.
    pub fn exchange_rounds(&mut self, one: usize, other: usize) {
        for participant in 0..self.participants {
            self.partner.swap(participant * self.rounds + one, participant * self.rounds + other);
            let differs = (self.busy[participant] >> one ^ self.busy[participant] >> other) & 1;
            self.busy[participant] ^= differs << one | differs << other;
        }
        self.load.swap(one, other);
    }
}
