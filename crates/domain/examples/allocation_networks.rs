//! Writes province-sized networks and the time in which this crate solves them, for `bench.py` to compare with OR-tools.
//!
//! `target/release/examples/allocation_networks FOLDER` writes, for each network, `NAME.network` (a line `nodes arcs source sink`, then a line
//! `from to capacity cost` for each arc) and `NAME.result` (a line `cost milliseconds...`, one time for each run of the solver).

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use sanviec_domain::matching::allocation::{Demand, Organisation, Pair, Problem, Supply, Weights};

const RUNS: usize = 9;

/// The generator `SplitMix64`: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `greatest`.
    fn within(&mut self, least: u32, greatest: u32) -> u32 {
        let width = u64::from(greatest - least) + 1;
        least + u32::try_from(self.next() % width).unwrap_or(0)
    }

    fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.next() % length as u64).unwrap_or(0)
    }
}

/// A province: few large and many small employers, scores by trade and distance, and some signed agreements. With `seats` in percent of the graduates.
fn province(cohorts: usize, needs: usize, pairs_of_a_need: usize, seats: u32, seed: u64) -> Problem {
    let random = &mut Random(seed);
    let (colleges, employers) = (cohorts.div_ceil(8), needs.div_ceil(3));
    let supplies: Vec<Supply> = (0..cohorts)
        .map(|_| Supply {
            graduates: random.within(10, 120),
            college: random.index(colleges),
        })
        .collect();
    let graduates: u32 = supplies.iter().map(|supply| supply.graduates).sum();
    let average = (graduates * seats / 100 / u32::try_from(needs).unwrap_or(1)).max(1);
    let demands: Vec<Demand> = (0..needs)
        .map(|_| {
            let headcount = if random.within(0, 9) == 0 {
                random.within(average, 10 * average)
            } else {
                random.within(1, average)
            };
            Demand {
                headcount,
                minimum: random.within(0, headcount / 2),
                employer: random.index(employers),
            }
        })
        .collect();
    let trades: Vec<u32> = (0..cohorts).map(|_| random.within(0, 11)).collect();
    let mut pairs = Vec::new();
    for (need, demand) in demands.iter().enumerate() {
        let trade = random.within(0, 11);
        let mut near: Vec<usize> = (0..cohorts).collect();
        for place in 0..pairs_of_a_need.min(cohorts) {
            let other = place + random.index(cohorts - place);
            near.swap(place, other);
        }
        near.truncate(pairs_of_a_need);
        near.sort_unstable();
        for cohort in near {
            let fit = 1_000_000 - 60_000 * trade.abs_diff(trades[cohort]);
            let signed = if random.within(0, 199) == 0 { random.within(1, 1 + demand.headcount / 10) } else { 0 };
            pairs.push(Pair {
                cohort,
                need,
                score: fit - random.within(0, 300_000),
                limit: u32::MAX,
                signed,
            });
        }
    }
    let floors = |count: usize, greatest: u32, random: &mut Random| {
        (0..count)
            .map(|_| Organisation {
                floor: random.within(0, greatest),
            })
            .collect()
    };
    let colleges = floors(colleges, 60, random);
    let employers = floors(employers, 5, random);
    Problem {
        cohorts: supplies,
        needs: demands,
        pairs,
        colleges,
        employers,
        weights: Weights {
            minimum_bonus: 200_000,
            exposure_bonus: 300_000,
        },
    }
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).unwrap_or_else(|| "out".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let sizes = [("sparse", 200, 1000, 60), ("dense", 200, 1000, 200), ("large", 1000, 5000, 60)];
    for (name, cohorts, needs, pairs_of_a_need) in sizes {
        for seats in [70, 100, 140] {
            let name = format!("{name}-{seats}");
            let problem = province(cohorts, needs, pairs_of_a_need, seats, 7 + u64::from(seats));
            let (network, source, sink) = problem.network()?;
            let mut times = Vec::new();
            let mut solution = network.solve(source, sink)?;
            for _ in 0..RUNS {
                let start = Instant::now();
                solution = network.solve(source, sink)?;
                times.push(milliseconds(start));
            }
            let start = Instant::now();
            let allocation = problem.allocate()?;
            let whole = milliseconds(start);
            let best = times.iter().copied().fold(f64::INFINITY, f64::min);
            let proved = solution.is_optimal(&network);
            let arcs = network.arcs().count();
            println!(
                "{name}: {} nodes, {arcs} arcs, {} pivots, solve {best:.2} ms, whole allocation with prices {whole:.2} ms, objective {}, proved {proved}",
                network.nodes(),
                solution.pivots(),
                allocation.objective
            );
            let mut text = format!("{} {arcs} {source} {sink}\n", network.nodes());
            for (from, to, capacity, cost) in network.arcs() {
                writeln!(text, "{from} {to} {capacity} {cost}")?;
            }
            fs::write(folder.join(format!("{name}.network")), text)?;
            let times: Vec<String> = times.iter().map(|time| format!("{time:.3}")).collect();
            fs::write(folder.join(format!("{name}.result")), format!("{} {}\n", solution.cost(), times.join(" ")))?;
        }
    }
    Ok(())
}
