//! The network of an allocation, and how its flow is read back.

use super::super::flow::{ArcId, FlowError, Network, Solution};
use super::{Allocation, AllocationError, Excess, FULL_SCORE, Problem};

const SOURCE: usize = 0;
const SINK: usize = 1;

/// The people fixed by signed agreements, summed up. All numbers of people are summed as 64-bit integers: as each is below 2^32, no sum can overflow.
struct Signed {
    cohorts: Vec<i64>,
    needs: Vec<i64>,
    colleges: Vec<i64>,
    employers: Vec<i64>,
}

/// The network, with the arcs that are read afterwards.
struct Model {
    network: Network,
    pairs: Vec<ArcId>,
    /// For each cohort and each need, the arc that grows when there is one more graduate or seat; none if signed people would take that place anyway.
    graduates: Vec<Option<ArcId>>,
    seats: Vec<Option<ArcId>>,
    signed: Signed,
}

pub(super) fn allocate(problem: &Problem) -> Result<Allocation, AllocationError> {
    check(problem)?;
    let model = Model::new(problem)?;
    let solution = model.network.solve(SOURCE, SINK)?;
    debug_assert!(solution.is_optimal(&model.network), "the flow is not proved to be the best");
    model.read(problem, &solution)
}

/// The network, its source, and its sink.
pub(super) fn network(problem: &Problem) -> Result<(Network, usize, usize), AllocationError> {
    check(problem)?;
    Ok((Model::new(problem)?.network, SOURCE, SINK))
}

fn check(problem: &Problem) -> Result<(), AllocationError> {
    for (cohort, supply) in problem.cohorts.iter().enumerate() {
        if supply.college >= problem.colleges.len() {
            return Err(AllocationError::UnknownCollege { cohort, college: supply.college });
        }
    }
    for (need, demand) in problem.needs.iter().enumerate() {
        if demand.employer >= problem.employers.len() {
            return Err(AllocationError::UnknownEmployer { need, employer: demand.employer });
        }
    }
    for (index, pair) in problem.pairs.iter().enumerate() {
        if pair.cohort >= problem.cohorts.len() {
            return Err(AllocationError::UnknownCohort { pair: index, cohort: pair.cohort });
        }
        if pair.need >= problem.needs.len() {
            return Err(AllocationError::UnknownNeed { pair: index, need: pair.need });
        }
        if pair.score > FULL_SCORE {
            return Err(AllocationError::ScoreTooLarge { pair: index, score: pair.score });
        }
    }
    Ok(())
}

impl Signed {
    fn new(problem: &Problem) -> Self {
        let mut signed = Self {
            cohorts: vec![0; problem.cohorts.len()],
            needs: vec![0; problem.needs.len()],
            colleges: vec![0; problem.colleges.len()],
            employers: vec![0; problem.employers.len()],
        };
        for pair in &problem.pairs {
            let people = i64::from(pair.signed);
            signed.cohorts[pair.cohort] += people;
            signed.needs[pair.need] += people;
            signed.colleges[problem.cohorts[pair.cohort].college] += people;
            signed.employers[problem.needs[pair.need].employer] += people;
        }
        signed
    }
}

/// What remains of a number after the signed people are taken off.
fn rest(whole: u32, signed: i64) -> i64 {
    (i64::from(whole) - signed).max(0)
}

impl Model {
    fn new(problem: &Problem) -> Result<Self, AllocationError> {
        let signed = Signed::new(problem);
        let colleges = SINK + 1;
        let cohorts = colleges + problem.colleges.len();
        let needs = cohorts + problem.cohorts.len();
        let employers = needs + problem.needs.len();
        let mut network = Network::new(employers + problem.employers.len());
        network.reserve(problem.pairs.len() + problem.cohorts.len() + 2 * (problem.colleges.len() + problem.needs.len() + problem.employers.len()));
        let exposure = -i64::from(problem.weights.exposure_bonus);

        // Capacities that nothing depends on are cut down to what can pass and one more, the one that a price asks about: this keeps the sums small.
        let mut college_room = vec![1; problem.colleges.len()];
        for (supply, &signed) in problem.cohorts.iter().zip(&signed.cohorts) {
            college_room[supply.college] += rest(supply.graduates, signed);
        }
        for (college, organisation) in problem.colleges.iter().enumerate() {
            let room = college_room[college];
            network.add_arc(SOURCE, colleges + college, rest(organisation.floor, signed.colleges[college]).min(room), exposure)?;
            network.add_arc(SOURCE, colleges + college, room, 0)?;
        }

        let mut graduates = Vec::with_capacity(problem.cohorts.len());
        for (cohort, supply) in problem.cohorts.iter().enumerate() {
            let signed = signed.cohorts[cohort];
            let arc = network.add_arc(colleges + supply.college, cohorts + cohort, rest(supply.graduates, signed), 0)?;
            graduates.push((i64::from(supply.graduates) >= signed).then_some(arc));
        }

        let mut pairs = Vec::with_capacity(problem.pairs.len());
        for pair in &problem.pairs {
            let graduates = rest(problem.cohorts[pair.cohort].graduates, signed.cohorts[pair.cohort]);
            let seats = rest(problem.needs[pair.need].headcount, signed.needs[pair.need]);
            let room = rest(pair.limit, i64::from(pair.signed)).min(graduates.min(seats) + 1);
            pairs.push(network.add_arc(cohorts + pair.cohort, needs + pair.need, room, -i64::from(pair.score))?);
        }

        let mut seats = Vec::with_capacity(problem.needs.len());
        let mut employer_room = vec![1; problem.employers.len()];
        for (need, demand) in problem.needs.iter().enumerate() {
            let signed = signed.needs[need];
            let room = rest(demand.headcount, signed);
            let first = rest(demand.minimum, signed).min(room);
            let bonus = -i64::from(problem.weights.minimum_bonus);
            let with_bonus = network.add_arc(needs + need, employers + demand.employer, first, bonus)?;
            let without = network.add_arc(needs + need, employers + demand.employer, room - first, 0)?;
            let growing = if demand.minimum > demand.headcount { with_bonus } else { without };
            seats.push((i64::from(demand.headcount) >= signed).then_some(growing));
            employer_room[demand.employer] += room;
        }

        for (employer, organisation) in problem.employers.iter().enumerate() {
            let room = employer_room[employer];
            network.add_arc(employers + employer, SINK, rest(organisation.floor, signed.employers[employer]).min(room), exposure)?;
            network.add_arc(employers + employer, SINK, room, 0)?;
        }
        Ok(Self {
            network,
            pairs,
            graduates,
            seats,
            signed,
        })
    }

    fn read(&self, problem: &Problem, solution: &Solution) -> Result<Allocation, AllocationError> {
        let mut excess = Excess {
            cohorts: Vec::new(),
            needs: Vec::new(),
            pairs: Vec::with_capacity(problem.pairs.len()),
        };
        let mut flows = Vec::with_capacity(problem.pairs.len());
        let (mut placed, mut filled) = (self.signed.cohorts.clone(), self.signed.needs.clone());
        for (pair, &arc) in problem.pairs.iter().zip(&self.pairs) {
            let people = solution.flow(arc);
            placed[pair.cohort] += people;
            filled[pair.need] += people;
            // The capacity of the arc is what the signed number leaves of the limit, so that the sum is a 32-bit number too.
            flows.push(pair.signed.saturating_add(u32::try_from(people).unwrap_or(u32::MAX)));
            excess.pairs.push(pair.signed.saturating_sub(pair.limit));
        }
        let over = |signed: i64, whole: u32| u64::try_from(signed - i64::from(whole)).unwrap_or(0);
        excess
            .cohorts
            .extend(self.signed.cohorts.iter().zip(&problem.cohorts).map(|(&signed, supply)| over(signed, supply.graduates)));
        excess
            .needs
            .extend(self.signed.needs.iter().zip(&problem.needs).map(|(&signed, demand)| over(signed, demand.headcount)));
        let left = |whole: u32, used: i64| u32::try_from(rest(whole, used)).unwrap_or(u32::MAX);
        let objective = self.signed_objective(problem) - i128::from(solution.cost());
        let (graduate_price, seat_price) = self.prices(solution);
        Ok(Allocation {
            objective: i64::try_from(objective).map_err(|_| FlowError::TotalCostTooLarge)?,
            graduate_price,
            seat_price,
            unplaced: problem.cohorts.iter().zip(&placed).map(|(supply, &placed)| left(supply.graduates, placed)).collect(),
            unmet: problem.needs.iter().zip(&filled).map(|(demand, &filled)| left(demand.headcount, filled)).collect(),
            flows,
            excess,
        })
    }

    fn prices(&self, solution: &Solution) -> (Vec<i64>, Vec<i64>) {
        let asked: Vec<ArcId> = self.graduates.iter().chain(&self.seats).copied().flatten().collect();
        let mut gains = solution.gains_of_one_more(&self.network, &asked).into_iter();
        let mut price = |arc: &Option<ArcId>| arc.and_then(|_| gains.next()).unwrap_or(0);
        let graduates = self.graduates.iter().map(&mut price).collect();
        (graduates, self.seats.iter().map(price).collect())
    }

    /// What the signed people add to the objective. Each term is below 2^96, so that the sum of any list that fits in memory fits in 127 bits.
    fn signed_objective(&self, problem: &Problem) -> i128 {
        let mut objective: i128 = problem.pairs.iter().map(|pair| i128::from(pair.score) * i128::from(pair.signed)).sum();
        let bonus = |threshold: u32, signed: i64, weight: u32| i128::from(signed.min(i64::from(threshold))) * i128::from(weight);
        for (demand, &signed) in problem.needs.iter().zip(&self.signed.needs) {
            objective += bonus(demand.minimum, signed, problem.weights.minimum_bonus);
        }
        let colleges = problem.colleges.iter().zip(&self.signed.colleges);
        let employers = problem.employers.iter().zip(&self.signed.employers);
        for (organisation, &signed) in colleges.chain(employers) {
            objective += bonus(organisation.floor, signed, problem.weights.exposure_bonus);
        }
        objective
    }
}
