//! A working hypothesis: an explanation that is held lightly, with what speaks for it and against it.

use super::RecordKind;
use super::choices::choices;
use super::fields::{Shape, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::list;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Whether a hypothesis is still worked with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HypothesisState {
    /// It is worked with.
    #[default]
    Live,
    /// It was set aside.
    SetAside,
    /// Another took its place.
    Replaced,
}

choices! { HypothesisState {
    Live "live",
    SetAside "set aside",
    Replaced "replaced",
} }

/// How well a hypothesis stands at present, as people judge it. Never counted from its evidence.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Strength {
    /// A first thought.
    #[default]
    FirstThought,
    /// Some things speak for it.
    Possible,
    /// Much speaks for it.
    WellSupported,
}

choices! { Strength {
    FirstThought "first thought",
    Possible "possible",
    WellSupported "well supported",
} }

/// A working hypothesis (inventory S1M, handbook p23). More than one is expected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hypothesis {
    /// What we think might explain it.
    pub words: String,
    /// Whom it is about.
    pub people: Vec<RecordId>,
    /// Which of the handbook's questions it answers, by its id in `practice/content/guide.toml`; may be empty.
    pub question: String,
    /// When it was first thought.
    pub on: Option<FuzzyDate>,
    /// What speaks for it, in words.
    pub evidence_for: String,
    /// Entries that speak for it.
    pub entries_for: Vec<RecordId>,
    /// What speaks against it, in words.
    pub evidence_against: String,
    /// Entries that speak against it.
    pub entries_against: Vec<RecordId>,
    /// How well it stands.
    pub strength: Strength,
    /// What would change our mind.
    pub change_mind: String,
    /// What the family thinks of it.
    pub family_view: String,
    /// Whether it is still worked with.
    pub state: HypothesisState,
    /// Why it was set aside or replaced.
    pub state_why: String,
    /// The hypothesis that took its place.
    pub replaced_by: Option<RecordId>,
}

fields! { Hypothesis {
    words: Shape::Long, [Title];
    people: Shape::People, [About];
    question: Shape::OneOr("none of them", || list("question"));
    on: Shape::Day, [When];
    evidence_for: Shape::Long;
    entries_for: Shape::Entries;
    evidence_against: Shape::Long;
    entries_against: Shape::Entries;
    strength: Shape::One(all_of::<Strength>);
    change_mind: Shape::Long;
    family_view: Shape::Long;
    state: Shape::One(all_of::<HypothesisState>);
    state_why: Shape::Long;
    replaced_by: Shape::Record(&[RecordKind::Hypothesis]);
} }
