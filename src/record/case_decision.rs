//! A decision about a case that is not about a zone, with its reason.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A decision taken about a case, mostly in supervision: what, why, and who agreed (inventory S0B.3 and S0G.5, handbook
/// p15-17). Decisions on zones are [`ZoneDecision`](super::ZoneDecision)s.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDecision {
    /// On which day.
    pub on: FuzzyDate,
    /// What was decided.
    pub what: String,
    /// Why.
    pub why: String,
    /// About whom; none for the family.
    pub people: Vec<RecordId>,
    /// The supervision in which it was taken.
    pub supervision: Option<RecordId>,
    /// Who decided, by name.
    pub decided_by: String,
    /// What those think of it whom it concerns, also where they do not agree.
    pub views: String,
    /// The records that are its evidence, or that it is about.
    pub evidence: Vec<RecordId>,
    /// What would make us decide otherwise.
    pub change_mind: String,
}

fields! { CaseDecision {
    on: Shape::Day, [When];
    what: Shape::Long, [Title];
    why: Shape::Long;
    people: Shape::People, [About];
    supervision: Shape::Kept;
    decided_by: Shape::Line;
    views: Shape::Long;
    evidence: Shape::Entries;
    change_mind: Shape::Long;
} }
