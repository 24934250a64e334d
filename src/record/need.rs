//! What a child, a parent or the wider family needs, said for this person and not as a service.

use super::RecordKind;
use super::factor_finding::Subject;
use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// A need (inventory S1N and S1O, handbook p23).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Whose need: a person's, several people's, or the wider family's.
    pub of: Subject,
    /// The need, as specific as it is for them.
    pub words: String,
    /// What shows it.
    pub because: String,
    /// The entries of the chronology that show it.
    pub entries: Vec<RecordId>,
    /// Needs of others with which it is linked (S1N.3).
    pub linked: Vec<RecordId>,
    /// The hypotheses from which it follows.
    pub hypotheses: Vec<RecordId>,
    /// How the family says it, or what they think of it (S1N.4).
    pub family_words: String,
    /// Since when it is known.
    pub on: Option<FuzzyDate>,
    /// When it was met.
    pub met_on: Option<FuzzyDate>,
    /// What shows that it is met.
    pub met_how: String,
}

fields! { Need {
    of: Shape::Whose(&[("family", "the wider family")]), [About];
    words: Shape::Long, [Title];
    because: Shape::Long;
    entries: Shape::Entries;
    linked: Shape::Records(&[RecordKind::Need]);
    hypotheses: Shape::Records(&[RecordKind::Hypothesis]);
    family_words: Shape::Long;
    on: Shape::Day, [When];
    met_on: Shape::Date, [Ends];
    met_how: Shape::Long, [AfterEnd];
} }
