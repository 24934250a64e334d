//! Where accounts differ: who came, who was there, whether an injury was seen, since when a child lived somewhere.
//!
//! Shown with curiosity, side by side, with who said what; a difference is a question, not an error.

mod compare;
mod days;
mod moves;
mod phrases;
mod said;
mod sections;
mod who;

pub use sections::{of_case, section};

use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::record::{AccountId, RecordId};
use compare::{Heard, within_events};
use moves::differing_on_days;
use phrases::PhraseBook;
use said::sayings;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// What accounts differ on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// Who came.
    Attendance,
    /// Who was there.
    Presence,
    /// Whether an injury was seen.
    Injury,
    /// On which day somebody moved or arrived.
    DayOfMove,
}

impl About {
    /// The name in reports ("attendance").
    pub fn id(self) -> &'static str {
        match self {
            About::Attendance => "attendance",
            About::Presence => "presence",
            About::Injury => "injury",
            About::DayOfMove => "day-of-move",
        }
    }
}

/// "Two accounts differ on …".
impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            About::Attendance => "who came",
            About::Presence => "who was there",
            About::Injury => "whether an injury was seen",
            About::DayOfMove => "the day of a move",
        })
    }
}

/// What one account says on a matter on which accounts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The account.
    pub account: AccountId,
    /// The entry in which it stands.
    pub entry: RecordId,
    /// Its own words.
    pub quote: String,
    /// What they are taken to mean, in a few words ("attended", "6 May 2022").
    pub means: String,
}

/// Accounts that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// On what.
    pub about: About,
    /// What they differ on in a sentence ("Two accounts differ on who was there.").
    pub text: String,
    /// Who said what, in order of time.
    pub claims: Vec<Claim>,
    /// Further accounts that support one of the claims.
    pub supports: Vec<Claim>,
}

/// Where these accounts differ, in the order of the list. Accounts of one entry are taken to tell one event.
pub fn find(told: &[Told], family: &Family) -> Vec<Contradiction> {
    static BOOK: LazyLock<PhraseBook> = LazyLock::new(PhraseBook::new);
    let heard = told.iter().map(|told| Heard {
        told: *told,
        sayings: sayings(told, &BOOK, family),
    });
    let heard: Vec<Heard> = heard.filter(|heard| !heard.sayings.is_empty()).collect();
    let mut found = within_events(&heard, family);
    found.extend(differing_on_days(&heard, family));
    let places: HashMap<AccountId, usize> = told
        .iter()
        .enumerate()
        .map(|(place, told)| (told.id(), place))
        .collect();
    let place = |claim: &Claim| places.get(&claim.account).copied();
    for contradiction in &mut found {
        contradiction.claims.sort_by_key(place);
        contradiction.supports.sort_by_key(place);
    }
    found.sort_by_key(|found| (found.claims.first().and_then(place), found.about));
    found
}

#[cfg(test)]
mod tests;
