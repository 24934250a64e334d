//! Where a child lived, with whom, how far from home, and why it ended.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A period in which a child lived in one place with the same carers: at home, with family, in foster care, in a
/// children's home. Inventory S1H, S4I; SSDA903 episodes carry the same facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The child.
    pub child: RecordId,
    /// From.
    pub from: FuzzyDate,
    /// To; open while the child lives there.
    pub to: Option<FuzzyDate>,
    /// The kind of place, in the record's words ("Foster care", "With parents").
    pub kind: String,
    /// Who cares for the child there, as written.
    pub carer: String,
    /// The same carers as people of the case, where they could be told.
    pub carers: Vec<RecordId>,
    /// Where it is, when recorded.
    pub place: String,
    /// Distance from home in miles, when recorded.
    pub miles_from_home: Option<u32>,
    /// Why it ended, in words.
    pub why_ended: String,
    /// Notes.
    pub note: String,
}

impl Placement {
    /// "Foster care, Yvonne and Delroy Marchbank".
    pub fn kind_and_carer(&self) -> String {
        match (self.kind.is_empty(), self.carer.is_empty()) {
            (_, true) => self.kind.clone(),
            (true, false) => self.carer.clone(),
            (false, false) => format!("{}, {}", self.kind, self.carer),
        }
    }
}

fields! { Placement {
    child: Shape::Child, [About];
    from: Shape::Date, [Begins];
    to: Shape::Date, [Ends];
    kind: Shape::Line;
    carer: Shape::Line;
    carers: Shape::Adults;
    place: Shape::Line;
    miles_from_home: Shape::Number(20_000);
    why_ended: Shape::Long, [AfterEnd];
    note: Shape::Long;
} }
