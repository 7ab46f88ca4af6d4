//! Tests of the allocation by hand; those with random numbers are in a module of their own.

mod random;

use super::*;

const WEIGHTS: Weights = Weights {
    minimum_bonus: 200_000,
    exposure_bonus: 100_000,
};

fn pair(cohort: usize, need: usize, score: u32) -> Pair {
    Pair {
        cohort,
        need,
        score,
        limit: u32::MAX,
        signed: 0,
    }
}

fn demand(headcount: u32, employer: usize) -> Demand {
    Demand { headcount, minimum: 0, employer }
}

/// One college and one employer for each number of graduates and seats, all without bonuses.
fn plain(graduates: &[u32], headcounts: &[u32], pairs: Vec<Pair>) -> Problem {
    Problem {
        cohorts: graduates.iter().enumerate().map(|(college, &graduates)| Supply { graduates, college }).collect(),
        needs: headcounts.iter().enumerate().map(|(employer, &headcount)| demand(headcount, employer)).collect(),
        pairs,
        colleges: vec![Organisation { floor: 0 }; graduates.len()],
        employers: vec![Organisation { floor: 0 }; headcounts.len()],
        weights: WEIGHTS,
    }
}

#[test]
fn the_better_pairs_win() {
    let problem = plain(&[3, 2], &[4], vec![pair(0, 0, 500_000), pair(1, 0, 800_000)]);
    let result = problem.allocate().unwrap();
    assert_eq!((result.flows.as_slice(), result.objective), (&[2, 2][..], 2_600_000));
    assert_eq!((result.unplaced.as_slice(), result.unmet.as_slice()), (&[1, 0][..], &[0][..]));
    // One more graduate of the second cohort takes the place of one of the first; one more seat takes the graduate who is left.
    assert_eq!((result.graduate_price.as_slice(), result.seat_price.as_slice()), (&[0, 300_000][..], &[500_000][..]));
    assert!(!result.excess.any());
}

#[test]
fn a_soft_minimum_draws_people_to_a_need() {
    let mut problem = plain(&[4], &[4, 4], vec![pair(0, 0, 600_000), pair(0, 1, 500_000)]);
    problem.needs[1].minimum = 3;
    assert_eq!(problem.allocate().unwrap().flows, [1, 3]);
    problem.weights.minimum_bonus = 99_999;
    assert_eq!(problem.allocate().unwrap().flows, [4, 0]);
}

#[test]
fn small_colleges_and_employers_are_not_left_out() {
    let mut problem = plain(&[9, 9], &[4], vec![pair(0, 0, 590_000), pair(1, 0, 500_000)]);
    problem.colleges[1].floor = 2;
    assert_eq!(problem.allocate().unwrap().flows, [2, 2]);
    let mut problem = plain(&[4], &[9, 9], vec![pair(0, 0, 590_000), pair(0, 1, 500_000)]);
    problem.employers[1].floor = 3;
    let result = problem.allocate().unwrap();
    assert_eq!((result.flows.as_slice(), result.objective), (&[1, 3][..], 590_000 + 3 * 600_000));
}

#[test]
fn signed_numbers_stand_and_use_up_the_bonuses_first() {
    let mut problem = plain(&[5], &[5, 5], vec![pair(0, 0, 900_000), pair(0, 1, 800_000)]);
    problem.pairs[1].signed = 2;
    problem.needs[1].minimum = 2;
    let result = problem.allocate().unwrap();
    assert_eq!((result.flows.as_slice(), result.objective), (&[3, 2][..], 3 * 900_000 + 2 * 1_000_000));
    assert!(!result.excess.any());
}

#[test]
fn signed_numbers_beyond_the_sizes_are_reported() {
    let mut problem = plain(&[3, 4], &[4], vec![pair(0, 0, 100_000), pair(1, 0, 900_000)]);
    problem.pairs[0].signed = 6;
    problem.pairs[0].limit = 2;
    let result = problem.allocate().unwrap();
    assert_eq!((result.flows.as_slice(), result.objective), (&[6, 0][..], 600_000));
    assert_eq!(
        result.excess,
        Excess {
            cohorts: vec![3, 0],
            needs: vec![2],
            pairs: vec![4, 0]
        }
    );
    assert!(result.excess.any());
    assert_eq!((result.unplaced.as_slice(), result.unmet.as_slice()), (&[0, 4][..], &[0][..]));
    // The fifth and the sixth seat are taken already, so that one more seat adds nothing.
    assert_eq!((result.graduate_price.as_slice(), result.seat_price.as_slice()), (&[0, 0][..], &[0][..]));
}

#[test]
fn nothing_to_allocate_is_no_error() {
    let result = plain(&[], &[], Vec::new()).allocate().unwrap();
    assert_eq!((result.flows.len(), result.objective), (0, 0));
    let result = plain(&[3], &[0], vec![pair(0, 0, 700_000)]).allocate().unwrap();
    assert_eq!((result.unplaced.as_slice(), result.seat_price.as_slice()), (&[3][..], &[700_000][..]));
}

#[test]
fn refuses_what_is_out_of_bounds() {
    let good = plain(&[1], &[1], vec![pair(0, 0, 1)]);
    let refused = |change: &dyn Fn(&mut Problem)| {
        let mut problem = good.clone();
        change(&mut problem);
        problem.allocate().unwrap_err()
    };
    assert_eq!(
        refused(&|problem| problem.cohorts[0].college = 1),
        AllocationError::UnknownCollege { cohort: 0, college: 1 }
    );
    assert_eq!(refused(&|problem| problem.needs[0].employer = 2), AllocationError::UnknownEmployer { need: 0, employer: 2 });
    assert_eq!(refused(&|problem| problem.pairs[0].cohort = 3), AllocationError::UnknownCohort { pair: 0, cohort: 3 });
    assert_eq!(refused(&|problem| problem.pairs[0].need = 4), AllocationError::UnknownNeed { pair: 0, need: 4 });
    assert_eq!(
        refused(&|problem| problem.pairs[0].score = FULL_SCORE + 1),
        AllocationError::ScoreTooLarge { pair: 0, score: FULL_SCORE + 1 }
    );
    let too_large = refused(&|problem| {
        (problem.cohorts[0].graduates, problem.needs[0].headcount, problem.needs[0].minimum) = (u32::MAX, u32::MAX, u32::MAX);
        problem.weights.minimum_bonus = u32::MAX;
    });
    assert_eq!(too_large, AllocationError::TooLarge(FlowError::TotalCostTooLarge));
    assert!(too_large.source().is_some());
}
