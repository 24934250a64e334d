//! A person's decision on whether two accounts tell the same event.

use super::fields::{Shape, yes_no};
use super::id::AccountId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// What a person decided about two accounts that the program offered, or had joined, as one event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

fields! { Verdict {
    one: Shape::Account;
    other: Shape::Account;
    same_event: Shape::One(yes_no);
    why: Shape::Long;
} }
