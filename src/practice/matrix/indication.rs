//! What the matrix indicates for a child, and why: the answer of the engine. People decide.

use super::{DateAhead, Move, Outcome, Rule, Warning};

/// What the matrix indicates, with everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indication {
    /// The outcome.
    pub outcome: Outcome,
    /// The rule that leads to it.
    pub rule: &'static Rule,
    /// The months of the agreed period, with which its words are said.
    pub months: u32,
    /// The outcome by the letter of the matrix, where it differs (rule A2).
    pub literal: Option<(Outcome, &'static Rule)>,
    /// Every outcome that is possible while parts of the reading are not known; one when they do not matter.
    pub possible: Vec<Outcome>,
    /// The parts that are not known, and what each answer would indicate.
    pub missing: Vec<Missing>,
    /// The moves that the handbook allows from here, and how their conditions stand.
    pub moves: Vec<Move>,
    /// Days from today on at which something falls due, the soonest first.
    pub dates: Vec<DateAhead>,
    /// What people should see.
    pub warnings: Vec<Warning>,
    /// What the matrix says of a return home; `None` for a child who lives at home.
    pub return_home: Option<&'static Rule>,
}

impl Indication {
    /// Why, in a sentence.
    pub fn why(&self) -> String {
        self.rule.said(self.months)
    }

    /// Whether parts are not known and the outcome is the same whatever they are.
    pub fn whatever_is_missing(&self) -> bool {
        !self.missing.is_empty() && self.outcome != Outcome::NotEnough
    }
}

/// A part of what is read, or of where the child stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// How resilience moves.
    Resilience,
    /// The worst unresolved risk.
    Risk,
    /// How likely it is that the child's welfare is protected at home; asked at a first classification.
    Welfare,
    /// Capacity for actual change.
    Capacity,
    /// Whether anything has improved.
    PositiveChange,
    /// How long the child has been in the zone.
    Time,
    /// Where the child lives, and since when.
    Place,
}

impl Part {
    /// Its name on the screen.
    pub fn word(self) -> &'static str {
        match self {
            Part::Resilience => "Resilience",
            Part::Risk => "Risk",
            Part::Welfare => "Welfare at home",
            Part::Capacity => "Capacity to change",
            Part::PositiveChange => "Change for the better",
            Part::Time => "Time in the zone",
            Part::Place => "Where the child lives",
        }
    }
}

/// A part that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The part.
    pub part: Part,
    /// What could be answered, from least to most concern for most parts.
    pub answers: Vec<Answer>,
}

/// An answer that somebody could give, and where it would lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer in words.
    pub words: String,
    /// The outcomes that are then still possible.
    pub outcomes: Vec<Outcome>,
}
