//! Something that somebody promised a child.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A promise to a child: no promise that cannot be kept (systems c), and every promise remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// To whom.
    pub child: RecordId,
    /// Who promised, when it is a person of the case.
    pub person: Option<RecordId>,
    /// Who promised, by name, when it is not.
    pub by: String,
    /// What was promised.
    pub words: String,
    /// On which day.
    pub made_on: FuzzyDate,
    /// By when.
    pub due: Option<FuzzyDate>,
    /// On which day it was kept.
    pub kept_on: Option<FuzzyDate>,
    /// Why it was not kept, and what the child was told.
    pub not_kept: String,
}

impl Promise {
    /// Whether it still is to be kept.
    pub fn is_open(&self) -> bool {
        self.kept_on.is_none() && self.not_kept.is_empty()
    }
}

fields! { Promise {
    child: Shape::Child, [About];
    words: Shape::Long, [Title];
    person: Shape::Person("not chosen");
    by: Shape::Line;
    made_on: Shape::Day, [When];
    due: Shape::Date;
    kept_on: Shape::Date, [Ends];
    not_kept: Shape::Long;
} }
