//! Writes random small allocation problems with their results as JSON, for `tests/solver/check.py` to solve again with another solver.
//!
//! `target/debug/examples/allocation_cases FILE [COUNT]`

use std::error::Error;
use std::{env, fs};

use sanviec_domain::matching::allocation::{Demand, FULL_SCORE, Organisation, Pair, Problem, Supply, Weights};

/// The generator `SplitMix64`: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct Random(u64);

impl Random {
    /// A number from zero to `greatest`.
    fn up_to(&mut self, greatest: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ (mixed >> 31)) % (u64::from(greatest) + 1)).unwrap_or(0)
    }

    fn index(&mut self, length: u32) -> usize {
        self.up_to(length - 1) as usize
    }
}

fn problem(random: &mut Random) -> Problem {
    let (colleges, cohorts, needs, employers) = (1 + random.up_to(2), 1 + random.up_to(5), 1 + random.up_to(7), 1 + random.up_to(4));
    let size = 1 + random.up_to(14);
    // A coarse score makes ties.
    let step = if random.up_to(2) == 0 { 100_000 } else { 1 };
    let signed_share = random.up_to(8);
    Problem {
        cohorts: (0..cohorts)
            .map(|_| Supply {
                graduates: random.up_to(size),
                college: random.index(colleges),
            })
            .collect(),
        needs: (0..needs)
            .map(|_| Demand {
                headcount: random.up_to(size),
                minimum: random.up_to(size),
                employer: random.index(employers),
            })
            .collect(),
        pairs: (0..random.up_to(cohorts * needs))
            .map(|_| Pair {
                cohort: random.index(cohorts),
                need: random.index(needs),
                score: random.up_to(FULL_SCORE / step) * step,
                limit: if random.up_to(1) == 0 { u32::MAX } else { random.up_to(size) },
                signed: if random.up_to(9) < signed_share { random.up_to(3) } else { 0 },
            })
            .collect(),
        colleges: (0..colleges).map(|_| Organisation { floor: random.up_to(size) }).collect(),
        employers: (0..employers).map(|_| Organisation { floor: random.up_to(size) }).collect(),
        weights: Weights {
            minimum_bonus: random.up_to(400_000),
            exposure_bonus: random.up_to(400_000),
        },
    }
}

fn list<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(text).collect::<Vec<_>>().join(","))
}

fn json(problem: &Problem) -> Result<String, Box<dyn Error>> {
    let result = problem.allocate()?;
    let fields = [
        ("cohorts", list(&problem.cohorts, |supply| format!("[{},{}]", supply.graduates, supply.college))),
        (
            "needs",
            list(&problem.needs, |demand| format!("[{},{},{}]", demand.headcount, demand.minimum, demand.employer)),
        ),
        (
            "pairs",
            list(&problem.pairs, |pair| {
                format!("[{},{},{},{},{}]", pair.cohort, pair.need, pair.score, pair.limit, pair.signed)
            }),
        ),
        ("colleges", list(&problem.colleges, |organisation| organisation.floor.to_string())),
        ("employers", list(&problem.employers, |organisation| organisation.floor.to_string())),
        ("minimum_bonus", problem.weights.minimum_bonus.to_string()),
        ("exposure_bonus", problem.weights.exposure_bonus.to_string()),
        ("objective", result.objective.to_string()),
        ("flows", list(&result.flows, u32::to_string)),
        ("graduate_price", list(&result.graduate_price, i64::to_string)),
        ("seat_price", list(&result.seat_price, i64::to_string)),
    ];
    Ok(format!("{{{}}}", fields.map(|(name, value)| format!("\"{name}\":{value}")).join(",")))
}

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).unwrap_or_else(|| "cases.json".to_owned());
    let count: usize = env::args().nth(2).unwrap_or_else(|| "500".to_owned()).parse()?;
    let random = &mut Random(2026);
    let cases = (0..count).map(|_| json(&problem(random))).collect::<Result<Vec<_>, _>>()?;
    fs::write(&file, format!("[{}]\n", cases.join(",\n")))?;
    println!("wrote {count} cases to {file}");
    Ok(())
}
