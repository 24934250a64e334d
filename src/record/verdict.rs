//! A person's decision on whether two accounts tell the same event.

use super::id::AccountId;
use serde::{Deserialize, Serialize};

/// What a person decided about two accounts that the program offered, or had joined, as one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The one account.
    pub one: AccountId,
    /// The other.
    pub other: AccountId,
    /// Whether they tell the same event.
    pub same_event: bool,
    /// Why, when a reason was given.
    pub why: String,
}
