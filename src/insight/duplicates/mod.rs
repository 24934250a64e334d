//! Which accounts of different tellers speak of the same event.
//!
//! Accounts are compared when their dates agree within one day, or when one names a short range that takes the other
//! in. What they share is weighed: rare words more than common ones, words that mean the same as one, names of the
//! family little. Nothing is joined here; a [`Pair`] says how sure it is and why.

mod endings;
mod ready;
mod score;
mod terms;

use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::insight::words::listed;
use crate::record::{AccountId, Verdict};
use std::fmt;

/// How sure it is that two accounts tell the same event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Worth showing side by side and asking.
    Likely,
    /// Sure enough to join, with one key to split again.
    Sure,
}

/// Why two accounts are thought to tell the same event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Both give the same day.
    SameDay,
    /// Their days are next to each other.
    OneDayApart,
    /// The one's day lies in the range that the other gives.
    WithinRange,
    /// They concern the same child.
    SameChild,
    /// The one names the agency of the other.
    NamesTheOther,
    /// Both speak of these, the most telling first.
    BothSpeakOf(Vec<String>),
    /// They carry the same reference.
    SameReference,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::SameDay => f.write_str("same day"),
            Reason::OneDayApart => f.write_str("one day apart"),
            Reason::WithinRange => f.write_str("the day lies within the other's range"),
            Reason::SameChild => f.write_str("same child"),
            Reason::NamesTheOther => f.write_str("one names the other's agency"),
            Reason::BothSpeakOf(words) => write!(f, "both speak of {}", listed(words)),
            Reason::SameReference => f.write_str("same reference"),
        }
    }
}

/// Two accounts that seem to tell the same event.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The one account, the earlier in the list that was searched.
    pub one: AccountId,
    /// The other.
    pub other: AccountId,
    /// How sure.
    pub strength: Strength,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Pair {
    /// The reasons in one line.
    pub fn because(&self) -> String {
        let reasons: Vec<String> = self.reasons.iter().map(ToString::to_string).collect();
        reasons.join("; ")
    }
}

/// The pairs among these accounts, in the order of the list. Accounts of one entry are already joined and do not come
/// up again; what a person decided is left alone.
pub fn find<'a>(
    told: &[Told],
    family: &Family,
    verdicts: impl IntoIterator<Item = &'a Verdict>,
) -> Vec<Pair> {
    score::pairs(told, family, verdicts)
}

#[cfg(test)]
mod tests;
