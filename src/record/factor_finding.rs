//! What was found about one factor of Table 4 for one person, for several together, or for the family.

use super::choices::choices;
use super::fields::{Shape, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::{all_factors, all_risks, all_source_kinds, answers_to};
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Whom a finding is about (inventory S2D.2 and S2D.3): parents are looked at each on their own and together, and so is
/// anybody who is assessed as a carer.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// One person: a child, a parent, somebody assessed as a carer.
    Person(RecordId),
    /// Several people together, such as both parents.
    Together(Vec<RecordId>),
    /// The family.
    #[default]
    Family,
}

/// Whether a factor is there. Nothing recorded is a fourth thing: nobody has looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// It is there.
    Present,
    /// It was looked for and is not there.
    Absent,
    /// It was looked for and cannot be told.
    #[default]
    NotKnown,
}

choices! { Status {
    Present "present",
    Absent "absent",
    NotKnown "not known",
} }

/// What was found about a factor, by whom, from what (inventory S2C and S2D, handbook p26-28).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorFinding {
    /// Whom it is about.
    pub subject: Subject,
    /// The factor, by its id in `practice/content/factors.toml`.
    pub factor: String,
    /// What it is, in own words: of a risk from outside the home, which has no name in the table.
    pub named: String,
    /// Whether it is there.
    pub status: Status,
    /// The day that it speaks for.
    pub on: Option<FuzzyDate>,
    /// The evidence in words.
    pub evidence: String,
    /// The entries of the chronology that are its evidence.
    pub entries: Vec<RecordId>,
    /// The kind of source, by its id in `practice/content/sources.toml` ("health"); empty when nobody said.
    pub source_kind: String,
    /// Who said it.
    pub said_by: String,
    /// Of a protective factor: the ids of the risk factors that it offsets. Without one it is a strength that does not
    /// protect yet (S2D.7 and S2D.8).
    pub offsets: Vec<String>,
    /// How it offsets them.
    pub how_offsets: String,
    /// How much it matters here (S2C.1), by the id of a choice.
    pub rating: String,
    /// How likely harm is (S2C.2).
    pub probability: String,
    /// At once or in the long run (S2C.3).
    pub timescale: String,
    /// Again and again or rarely (S2C.4).
    pub frequency: String,
    /// Standing still or moving (S2C.5).
    pub movement: String,
    /// Of a risk from outside the home: what must change for the child to be safe, at home or in care (S2D.9).
    pub changes_needed: String,
    /// From which file and row it came in; empty when it was written here.
    pub origin: String,
}

fields! { FactorFinding {
    subject: Shape::Whose(&[("family", "the family")]), [About];
    factor: Shape::One(all_factors);
    named: Shape::Line;
    status: Shape::One(all_of::<Status>);
    on: Shape::Day, [When];
    evidence: Shape::Long;
    entries: Shape::Entries;
    source_kind: Shape::OneOr("not known", all_source_kinds);
    said_by: Shape::Line;
    offsets: Shape::SeveralInList(all_risks);
    how_offsets: Shape::Long;
    rating: Shape::OneOr("not chosen", || answers_to("rating"));
    probability: Shape::OneOr("not chosen", || answers_to("probability"));
    timescale: Shape::OneOr("not chosen", || answers_to("timescale"));
    frequency: Shape::OneOr("not chosen", || answers_to("frequency"));
    movement: Shape::OneOr("not chosen", || answers_to("movement"));
    changes_needed: Shape::Long;
    origin: Shape::Kept, [Origin];
} }
