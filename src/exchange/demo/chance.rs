//! Chance for made-up caseloads.

use crate::record::scramble;

/// Chance that comes out the same for the same seed on every machine.
pub(super) struct SeededChance(u64);

impl SeededChance {
    pub fn seeded(seed: u64) -> SeededChance {
        SeededChance(scramble(seed))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(1);
        scramble(self.0)
    }

    /// A number below `bound`, which is at least 1. The bias of the remainder does not matter here.
    pub fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.next() % u64::from(bound.max(1))).unwrap_or(0)
    }

    /// Whether the one in so many times is this time.
    pub fn one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of them; `None` when there is none.
    pub fn pick_of<'w, T>(&mut self, from: &'w [T]) -> Option<&'w T> {
        let at = self.below(u32::try_from(from.len()).unwrap_or(u32::MAX));
        from.get(usize::try_from(at).unwrap_or(0))
    }

    /// One of these words; no word when there is none.
    pub fn pick<'w>(&mut self, from: &'w [String]) -> &'w str {
        self.pick_of(from).map_or("", String::as_str)
    }
}
