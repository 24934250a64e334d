//! The target for relationships that last, from `content/lasting.toml` (inventory LR1).

use serde::Deserialize;
use std::sync::LazyLock;

/// How many relationships are wanted by when, and who says so.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lasting {
    /// How many that the young person calls loving and safe.
    pub wanted: usize,
    /// The age at which care is left.
    pub leaving_age: u32,
    /// The age from which leaving care is in view.
    pub in_view_from: u32,
    /// Where the target comes from.
    pub source: String,
    /// Who says which relationships count.
    pub who_counts: String,
    /// What one such relationship does already.
    pub one: String,
    /// How many days before or after the end of a stay another end counts as broken by the move.
    pub near_a_move_days: u32,
}

static LASTING: LazyLock<Lasting> =
    LazyLock::new(|| toml::from_str(include_str!("content/lasting.toml")).unwrap_or_default());

/// The target.
pub fn lasting() -> &'static Lasting {
    &LASTING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_two_by_the_day_on_which_care_is_left() {
        let target = lasting();
        assert_eq!((target.wanted, target.leaving_age), (2, 18));
        assert!(target.in_view_from < target.leaving_age);
        assert!(target.source.contains("Independent Review"));
    }
}
