//! A hash for look-ups by our own short keys. A page makes hundreds of them, and nobody outside
//! chooses the keys, so the protection that the standard one pays for is not needed.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by text that is quick to ask.
pub type QuickMap<V> = HashMap<String, V, BuildHasherDefault<Fnv>>;

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
#[derive(Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
