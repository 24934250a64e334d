//! A line of an ecomap: what joins a person or the whole family with a system around them.

use super::choices::{ChoiceWords, FixedChoice, choices};
use super::fields::{Shape, all_of, yes_no};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Whether a system is there by office or by life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SystemKind {
    /// Family, friends, neighbours, faith, clubs.
    #[default]
    Informal,
    /// School, health, court, police, social care, paid help.
    Formal,
}

choices! { SystemKind {
    Informal "informal",
    Formal "formal",
} }

/// How strong a connection is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Tie {
    /// Tenuous: drawn dotted.
    Tenuous,
    /// Neither strong nor tenuous.
    #[default]
    Ordinary,
    /// Strong: drawn thick or double.
    Strong,
}

choices! { Tie {
    Tenuous "tenuous",
    Ordinary "neither strong nor tenuous",
    Strong "strong",
} }

/// Which way energy, help and resources flow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Flow {
    /// Nobody said.
    #[default]
    NotKnown,
    /// To the person or family.
    Towards,
    /// From the person or family.
    Away,
    /// Both ways.
    Both,
}

choices! { Flow {
    NotKnown "not said",
    Towards "gives to them",
    Away "takes from them",
    Both "gives and takes",
} }

/// A connection of an ecomap (Hartman 1975; annexes H).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// Whose it is: a child or grown-up; `None` for the family as a whole.
    pub whose: Option<RecordId>,
    /// The system, in words ("Tern Lane Primary School").
    pub with: String,
    /// The same as a person of the case, when it is one.
    pub person: Option<RecordId>,
    /// Formal or informal.
    pub kind: SystemKind,
    /// How strong.
    pub strength: Tie,
    /// Whether there is stress in it: drawn wavy.
    pub stressful: bool,
    /// Which way it flows.
    pub flow: Flow,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Until when.
    pub until: Option<FuzzyDate>,
    /// The entries of the chronology that show it.
    pub evidence: Vec<RecordId>,
    /// Notes.
    pub note: String,
}

/// In words of which none begins another, so that a few letters mean one of them.
fn strengths() -> Vec<ChoiceWords> {
    let words = |tie: Tie| match tie {
        Tie::Ordinary => "neither",
        tie => tie.words(),
    };
    let all = Tie::ALL.into_iter().rev();
    all.map(|tie| ChoiceWords::new(tie.id(), words(tie)))
        .collect()
}

fields! { Connection {
    whose: Shape::Person("the family as a whole"), [About];
    with: Shape::Line, [Title];
    person: Shape::Person("nobody of the case");
    kind: Shape::One(all_of::<SystemKind>);
    strength: Shape::One(strengths);
    stressful: Shape::One(yes_no);
    flow: Shape::One(all_of::<Flow>);
    since: Shape::Date, [When, Begins];
    until: Shape::Date, [Ends];
    evidence: Shape::Entries;
    note: Shape::Long;
} }
