//! Something that a timescale counts from or waits for: a visit, a review, a conference, a referral.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::all_occasions;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A visit, meeting or formal step on a day (annexes C; the kinds stand in `practice/content/timescales_england.toml`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// What it was, by its id in the timescales.
    pub what: String,
    /// On which day.
    pub on: FuzzyDate,
    /// For which children; none for all of the family.
    pub children: Vec<RecordId>,
    /// Which of them were seen.
    pub seen: Vec<RecordId>,
    /// Which of them were seen alone.
    pub seen_alone: Vec<RecordId>,
    /// Why a child was not seen, or not alone.
    pub why_not_alone: String,
    /// Who came, or who chaired.
    pub by: String,
    /// What came of it.
    pub outcome: String,
    /// The entries of the chronology that tell of it.
    pub entries: Vec<RecordId>,
}

fields! { Occasion {
    what: Shape::OneOr("not chosen", all_occasions);
    on: Shape::Day, [When];
    children: Shape::Children, [About];
    seen: Shape::Children;
    seen_alone: Shape::Children;
    why_not_alone: Shape::Long;
    by: Shape::Line;
    outcome: Shape::Long, [Title];
    entries: Shape::Entries;
} }
