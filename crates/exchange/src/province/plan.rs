//! How much there is of everything.

/// How large a province is seeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// What is shown: 300 employers, 4,000 vacancies, 3,000 seekers.
    Province,
    /// What tests need: 30 employers, 200 vacancies, 150 seekers.
    Small,
}

/// What becomes of a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Fate {
    Draft,
    Submitted,
    Returned,
    Rejected,
    Appealed,
    Published,
    Paused,
    Expired,
    Filled,
    Withdrawn,
    TakenDown,
}

/// The counts of a size. The colleges are always eight.
pub(super) struct Plan {
    pub employers: usize,
    /// The number of the employer whose owner is one of the accounts: it has one of each fate.
    pub shown: usize,
    pub vacancies: usize,
    pub seekers: u64,
    /// How many vacancies are not published, by what became of them. There are more drafts where
    /// employers that are not verified have more vacancies.
    fates: &'static [(Fate, usize)],
    /// Vacancies in the queue whose text raises findings.
    pub suspicious_submitted: usize,
    /// Drafts that a certain rule keeps from being submitted.
    pub stopped_drafts: usize,
    /// Employers, by their number, that are not (or no longer) verified.
    pub pending: &'static [usize],
    pub refused: &'static [usize],
    pub suspended: &'static [usize],
    /// The employer whose owner has left: an officer finds it and makes another of its people the owner.
    pub ownerless: usize,
    /// Cases of the queue.
    pub overdue: usize,
    pub claimed: usize,
    pub reports: usize,
    pub revisions: usize,
}

const PROVINCE: Plan = Plan {
    employers: 300,
    shown: 19,
    vacancies: 4_000,
    seekers: 3_000,
    fates: &[
        (Fate::Draft, 150),
        (Fate::Submitted, 44),
        (Fate::Returned, 30),
        (Fate::Rejected, 24),
        (Fate::Appealed, 4),
        (Fate::Paused, 110),
        (Fate::Expired, 190),
        (Fate::Filled, 150),
        (Fate::Withdrawn, 60),
        (Fate::TakenDown, 14),
    ],
    suspicious_submitted: 18,
    stopped_drafts: 9,
    pending: &[48, 71, 93, 117, 138, 164, 189, 214, 251, 287],
    refused: &[82, 155, 233],
    suspended: &[64, 176, 262],
    ownerless: 25,
    overdue: 5,
    claimed: 5,
    reports: 6,
    revisions: 6,
};

const SMALL: Plan = Plan {
    employers: 30,
    shown: 0,
    vacancies: 200,
    seekers: 150,
    fates: &[
        (Fate::Draft, 12),
        (Fate::Submitted, 12),
        (Fate::Returned, 4),
        (Fate::Rejected, 4),
        (Fate::Appealed, 2),
        (Fate::Paused, 5),
        (Fate::Expired, 8),
        (Fate::Filled, 6),
        (Fate::Withdrawn, 3),
        (Fate::TakenDown, 2),
    ],
    suspicious_submitted: 6,
    stopped_drafts: 2,
    pending: &[12, 21],
    refused: &[26],
    suspended: &[17],
    ownerless: 9,
    overdue: 2,
    claimed: 2,
    reports: 2,
    revisions: 2,
};

impl Plan {
    /// The plan of a size.
    pub fn of(size: Size) -> Self {
        match size {
            Size::Province => PROVINCE,
            Size::Small => SMALL,
        }
    }

    /// How many vacancies of a fate are wanted.
    pub fn wanted(&self, fate: Fate) -> usize {
        match self.fates.iter().find(|(known, _)| *known == fate) {
            Some((_, count)) => *count,
            None => self.vacancies - self.fates.iter().map(|(_, count)| count).sum::<usize>(),
        }
    }

    /// The fates with a count, the published left aside.
    pub fn fates(&self) -> &'static [(Fate, usize)] {
        self.fates
    }
}
