//! Numbers for the local searches, the same at every run and on every machine.

use super::grid::rounds_in;

/// A generator of numbers that are the same everywhere (G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom
/// number generators", 2014).
pub(super) struct Random(u64);

impl Random {
    /// Always the same numbers.
    pub fn new() -> Self {
        Self(1916)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below the bound; 0 if that is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// One round of the set.
    pub fn round_of(&mut self, rounds: u128) -> Option<usize> {
        let place = self.below(rounds.count_ones() as usize);
        rounds_in(rounds).nth(place)
    }
}
