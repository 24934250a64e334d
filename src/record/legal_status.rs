//! The legal status of a child over time.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A legal status that a child had for a time ("Section 20", "Interim care order").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalStatus {
    /// The child.
    pub child: RecordId,
    /// The status in words.
    pub status: String,
    /// Its SSDA903 code, when known.
    pub code: String,
    /// From.
    pub from: FuzzyDate,
    /// To; open while it lasts.
    pub to: Option<FuzzyDate>,
    /// Notes, such as a child protection plan in the same period.
    pub note: String,
}

fields! { LegalStatus {
    child: Shape::Child, [About];
    status: Shape::Line, [Title];
    code: Shape::Line;
    from: Shape::Date, [Begins];
    to: Shape::Date, [Ends];
    note: Shape::Long;
} }
