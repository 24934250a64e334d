//! The case: one family, by the name under which the team knows it.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// One family. The record's id is the case's id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The family's name as the team says it, such as "Prosser and Dąbek".
    pub name: String,
    /// The authority's own reference, when there is one.
    pub reference: String,
    /// The worker who holds the case.
    pub worker: String,
    /// When the case was opened to this team.
    pub opened: Option<FuzzyDate>,
    /// When it was closed.
    pub closed: Option<FuzzyDate>,
    /// What a duty worker should know first.
    pub note: String,
}

fields! { Case {
    name: Shape::Line, [Title];
    reference: Shape::Line;
    worker: Shape::Line;
    opened: Shape::Date, [Begins];
    closed: Shape::Date, [Ends];
    note: Shape::Long;
} }
