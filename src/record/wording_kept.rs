//! A wording that somebody looked at and kept: it is not flagged again in this case.

use super::fields::Shape;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A phrase that stays as it is, for a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordingKept {
    /// The rule that flagged it, by its id in `practice/content/wording.toml`.
    pub rule: String,
    /// The phrase in folded letters.
    pub phrase: String,
    /// Why it stays; may be empty.
    pub why: String,
}

fields! { WordingKept {
    rule: Shape::Kept, [Origin];
    phrase: Shape::Line;
    why: Shape::Line;
} }
