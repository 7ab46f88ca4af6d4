//! Random allocations, against all allocations there are, and solved again with other sizes.

use super::super::*;
use super::WEIGHTS;

/// The objective of given numbers of people, straight from its definition.
fn objective(problem: &Problem, flows: &[u32]) -> i64 {
    let sum = |wanted: &dyn Fn(&Pair) -> bool| -> u32 { problem.pairs.iter().zip(flows).filter(|(pair, _)| wanted(pair)).map(|(_, people)| people).sum() };
    let mut total: i64 = problem.pairs.iter().zip(flows).map(|(pair, &people)| i64::from(pair.score) * i64::from(people)).sum();
    for (need, demand) in problem.needs.iter().enumerate() {
        total += i64::from(sum(&|pair| pair.need == need).min(demand.minimum)) * i64::from(problem.weights.minimum_bonus);
    }
    for (college, organisation) in problem.colleges.iter().enumerate() {
        let people = sum(&|pair| problem.cohorts[pair.cohort].college == college);
        total += i64::from(people.min(organisation.floor)) * i64::from(problem.weights.exposure_bonus);
    }
    for (employer, organisation) in problem.employers.iter().enumerate() {
        let people = sum(&|pair| problem.needs[pair.need].employer == employer);
        total += i64::from(people.min(organisation.floor)) * i64::from(problem.weights.exposure_bonus);
    }
    total
}

/// Whether the numbers keep all limits; those that signed numbers break hold where they were broken to.
fn is_allowed(problem: &Problem, flows: &[u32]) -> bool {
    let used = |wanted: &dyn Fn(&Pair) -> bool| {
        let chosen = || problem.pairs.iter().zip(flows).filter(|(pair, _)| wanted(pair));
        (chosen().map(|(_, people)| people).sum::<u32>(), chosen().map(|(pair, _)| pair.signed).sum::<u32>())
    };
    let within = |(people, signed): (u32, u32), size: u32| people <= size.max(signed);
    let pairs = problem
        .pairs
        .iter()
        .zip(flows)
        .all(|(pair, &people)| people >= pair.signed && people <= pair.limit.max(pair.signed));
    let cohorts = problem
        .cohorts
        .iter()
        .enumerate()
        .all(|(cohort, supply)| within(used(&|pair| pair.cohort == cohort), supply.graduates));
    let needs = problem
        .needs
        .iter()
        .enumerate()
        .all(|(need, demand)| within(used(&|pair| pair.need == need), demand.headcount));
    pairs && cohorts && needs
}

fn best_by_trying(problem: &Problem, flows: &mut Vec<u32>) -> i64 {
    if flows.len() == problem.pairs.len() {
        return if is_allowed(problem, flows) { objective(problem, flows) } else { -1 };
    }
    let pair = problem.pairs[flows.len()];
    let mut best = -1;
    for people in pair.signed..=pair.limit.max(pair.signed).min(pair.signed + 4) {
        flows.push(people);
        best = best.max(best_by_trying(problem, flows));
        flows.pop();
    }
    best
}

/// The generator `SplitMix64`; gives a number up to `greatest`.
fn random(state: &mut u64, greatest: u32) -> u32 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    u32::try_from((mixed ^ (mixed >> 31)) % (u64::from(greatest) + 1)).unwrap()
}

fn random_index(state: &mut u64, length: usize) -> usize {
    random(state, u32::try_from(length).unwrap() - 1) as usize
}

fn random_problem(state: &mut u64, cohorts: usize, needs: usize, pairs: u32, size: u32) -> Problem {
    // A coarse score makes many ties, which are the hard cases for prices.
    let step = if random(state, 1) == 0 { 100_000 } else { 1 };
    let organisations = 1 + random_index(state, 3);
    let mut problem = Problem {
        cohorts: (0..cohorts)
            .map(|_| Supply {
                graduates: random(state, size),
                college: random_index(state, organisations),
            })
            .collect(),
        needs: Vec::new(),
        pairs: Vec::new(),
        colleges: (0..organisations).map(|_| Organisation { floor: random(state, size) }).collect(),
        employers: (0..organisations).map(|_| Organisation { floor: random(state, size) }).collect(),
        weights: WEIGHTS,
    };
    for _ in 0..needs {
        problem.needs.push(Demand {
            headcount: random(state, size),
            minimum: random(state, size),
            employer: random_index(state, organisations),
        });
    }
    for _ in 0..random(state, pairs) {
        let signed = if random(state, 4) == 0 { random(state, 2) } else { 0 };
        let score = random(state, FULL_SCORE / step) * step;
        problem.pairs.push(Pair {
            cohort: random_index(state, cohorts),
            need: random_index(state, needs),
            score,
            limit: random(state, size),
            signed,
        });
    }
    problem
}

fn check_prices(problem: &Problem, result: &Allocation) {
    let objective_with = |change: &dyn Fn(&mut Problem)| {
        let mut other = problem.clone();
        change(&mut other);
        other.allocate().unwrap().objective
    };
    for (cohort, &price) in result.graduate_price.iter().enumerate() {
        let more = objective_with(&|problem| problem.cohorts[cohort].graduates += 1) - result.objective;
        assert_eq!(price, more, "cohort {cohort} of {problem:?}");
        let signed: u32 = problem.pairs.iter().filter(|pair| pair.cohort == cohort).map(|pair| pair.signed).sum();
        if problem.cohorts[cohort].graduates > signed {
            assert!(
                price <= result.objective - objective_with(&|problem| problem.cohorts[cohort].graduates -= 1),
                "cohort {cohort} of {problem:?}"
            );
        }
    }
    for (need, &price) in result.seat_price.iter().enumerate() {
        let more = objective_with(&|problem| problem.needs[need].headcount += 1) - result.objective;
        assert_eq!(price, more, "need {need} of {problem:?}");
    }
}

#[test]
fn no_allocation_is_better() {
    let mut state = 11;
    for _ in 0..300 {
        let problem = random_problem(&mut state, 3, 3, 5, 4);
        let result = problem.allocate().unwrap();
        assert!(is_allowed(&problem, &result.flows), "{problem:?}");
        assert_eq!(objective(&problem, &result.flows), result.objective, "{problem:?}");
        assert_eq!(best_by_trying(&problem, &mut Vec::new()), result.objective, "{problem:?}");
    }
}

#[test]
fn prices_are_what_one_more_adds() {
    let mut state = 12;
    for _ in 0..150 {
        let problem = random_problem(&mut state, 6, 8, 40, 6);
        let result = problem.allocate().unwrap();
        assert_eq!(objective(&problem, &result.flows), result.objective, "{problem:?}");
        assert_eq!(result, problem.allocate().unwrap());
        check_prices(&problem, &result);
    }
}
