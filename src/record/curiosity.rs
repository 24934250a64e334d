//! What is still to be found out: what, from whom, by when, and what answered it.

use super::RecordKind;
use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Something that somebody is still curious about (inventory S1P, handbook p23-24).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curiosity {
    /// What we want to know.
    pub words: String,
    /// Why it matters.
    pub why: String,
    /// From whom or where.
    pub from_whom: String,
    /// By when.
    pub by: Option<FuzzyDate>,
    /// Whom it is about.
    pub people: Vec<RecordId>,
    /// The hypotheses that an answer would speak to.
    pub hypotheses: Vec<RecordId>,
    /// The entries that made us ask.
    pub entries: Vec<RecordId>,
    /// The answer, in words.
    pub answer: String,
    /// The entries that answer it.
    pub answered_by: Vec<RecordId>,
    /// Why it is no longer asked, where nobody answered.
    pub let_go: String,
    /// What offered it: the key of a gap or a contradiction of the chronology; empty when somebody thought of it.
    pub offered: String,
}

impl Curiosity {
    /// Whether it still waits for an answer.
    pub fn is_open(&self) -> bool {
        self.answer.is_empty() && self.answered_by.is_empty() && self.let_go.is_empty()
    }
}

fields! { Curiosity {
    words: Shape::Long, [Title];
    why: Shape::Long;
    from_whom: Shape::Line;
    by: Shape::Date, [When];
    people: Shape::People, [About];
    hypotheses: Shape::Records(&[RecordKind::Hypothesis]);
    entries: Shape::Entries;
    answer: Shape::Long;
    answered_by: Shape::Entries;
    let_go: Shape::Long;
    offered: Shape::Kept, [Origin];
} }
