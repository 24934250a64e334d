//! A stretch of time in which a carer showed actual change, and lapses within it.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Capacity for actual change that a carer showed without a break (handbook p38 and p40): kept for each carer, with the
/// day on which it began.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownCapacity {
    /// The carer.
    pub carer: RecordId,
    /// Shown since.
    pub from: FuzzyDate,
    /// Shown until; open while it goes on.
    pub to: Option<FuzzyDate>,
    /// What changed, in words: actual change, not willingness.
    pub evidence: String,
    /// The entries of the chronology that are its evidence.
    pub entries: Vec<RecordId>,
    /// Why it is no longer taken as shown.
    pub why_ended: String,
}

/// A lapse: expected and planned for, and no failure (handbook p41). It does not start the clock again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lapse {
    /// The carer.
    pub carer: RecordId,
    /// When.
    pub on: FuzzyDate,
    /// What happened.
    pub what: String,
    /// How it was met, and what protected the children (S4F.3).
    pub how_met: String,
    /// What it says about the overall direction (S4F.2).
    pub direction: String,
    /// The entries of the chronology that tell of it.
    pub entries: Vec<RecordId>,
}

fields! { ShownCapacity {
    carer: Shape::Adult("not chosen"), [About];
    from: Shape::Date, [When, Begins];
    to: Shape::Date, [Ends];
    evidence: Shape::Long;
    entries: Shape::Entries;
    why_ended: Shape::Long, [AfterEnd];
} }

fields! { Lapse {
    carer: Shape::Adult("not chosen"), [About];
    on: Shape::Date, [When];
    what: Shape::Long;
    how_met: Shape::Long;
    direction: Shape::Long;
    entries: Shape::Entries;
} }
