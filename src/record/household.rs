//! People who live together where no child's placement already says so.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A household: the enclosing line of a genogram. Children's homes follow from [`Placement`](super::Placement)s; this is
/// for everybody else, such as a parent with a new partner, or a grandmother with an uncle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    /// What people call it ("the flat on Tern Street").
    pub name: String,
    /// Who lives there.
    pub people: Vec<RecordId>,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Until when; open while they live together.
    pub until: Option<FuzzyDate>,
    /// Notes.
    pub note: String,
}

fields! { Household {
    name: Shape::Line, [Title];
    people: Shape::People, [About];
    since: Shape::Date, [When, Begins];
    until: Shape::Date, [Ends];
    note: Shape::Long;
} }
