//! Seeded chance. Every thing that is generated has a stream of its own, so the first thousand are
//! the same whether a thousand or a million are made.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// What a stream is for.
#[derive(Clone, Copy, Debug)]
pub enum Stream {
    Employer = 1,
    Vacancy = 2,
    Person = 3,
    College = 4,
    Unfair = 5,
    Raw = 6,
    Province = 7,
}

/// The chance of one thing.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream of thing number `index`.
    pub fn new(seed: u64, stream: Stream, index: u64) -> Self {
        // splitmix64 (Steele et al. 2014) keeps neighbouring numbers from having neighbouring seeds.
        let mut mixed = seed ^ (stream as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ index.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self(ChaCha8Rng::seed_from_u64(mixed ^ (mixed >> 31)))
    }

    /// From 0 up to, not with, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end.max(1))
    }

    /// From `least` to `most`, both with.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0.random::<f64>()
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, chance: u32) -> bool {
        self.0.random_range(0..100) < chance
    }

    /// One of them.
    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }

    /// So many different ones, in any order.
    pub fn some<'t, T>(&mut self, items: &'t [T], count: usize) -> Vec<&'t T> {
        let mut order: Vec<usize> = (0..items.len()).collect();
        let count = count.min(items.len());
        for position in 0..count {
            let other = position + self.below(order.len() - position);
            order.swap(position, other);
        }
        order[..count].iter().map(|position| &items[*position]).collect()
    }

    /// One of several, with weights.
    pub fn weighted<'t, T>(&mut self, items: &'t [(T, u32)]) -> &'t T {
        let total: u32 = items.iter().map(|(_, weight)| weight).sum();
        let mut at = self.0.random_range(0..total.max(1));
        for (item, weight) in items {
            if at < *weight {
                return item;
            }
            at -= weight;
        }
        &items[0].0
    }
}

/// Ranks drawn with a probability of about 1/(rank + q)^s (Zipf–Mandelbrot).
#[derive(Debug)]
pub struct Zipf(Vec<f64>);

impl Zipf {
    /// So many ranks.
    pub fn new(ranks: usize, s: f64, q: f64) -> Self {
        let mut sum = 0.0;
        Self(
            (0..ranks)
                .map(|rank| {
                    sum += (rank as f64 + q).powf(-s);
                    sum
                })
                .collect(),
        )
    }

    /// A rank.
    pub fn draw(&self, dice: &mut Dice) -> usize {
        let at = dice.unit() * self.0.last().copied().unwrap_or_default();
        self.0.partition_point(|sum| *sum < at).min(self.0.len().saturating_sub(1))
    }
}
