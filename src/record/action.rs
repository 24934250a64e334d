//! What somebody is to do by a day.

use super::RecordKind;
use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Something that somebody took on (inventory S0H, handbook p17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What is to be done.
    pub what: String,
    /// What it is for: the difference that it should make.
    pub why: String,
    /// Who does it, by name.
    pub owner: String,
    /// By when.
    pub due: Option<FuzzyDate>,
    /// Whom it is about.
    pub people: Vec<RecordId>,
    /// The supervision in which it was taken on.
    pub supervision: Option<RecordId>,
    /// What it serves: goals, needs, hypotheses, curiosities, steps of the plan, zone decisions.
    pub serves: Vec<RecordId>,
    /// On which day it was done.
    pub done_on: Option<FuzzyDate>,
    /// What came of it.
    pub outcome: String,
    /// Why it is no longer to be done, where nobody did it.
    pub let_go: String,
}

impl Action {
    /// Whether somebody still is to do it.
    pub fn is_open(&self) -> bool {
        self.done_on.is_none() && self.let_go.is_empty()
    }
}

/// What an action can serve.
const SERVED: &[RecordKind] = &[
    RecordKind::Goal,
    RecordKind::Need,
    RecordKind::Hypothesis,
    RecordKind::Curiosity,
    RecordKind::PlanStep,
    RecordKind::ZoneDecision,
    RecordKind::Relationship,
    RecordKind::ContactAfterCare,
    RecordKind::Promise,
];

fields! { Action {
    what: Shape::Long, [Title];
    why: Shape::Long;
    owner: Shape::Line;
    due: Shape::Date, [When];
    people: Shape::People, [About];
    supervision: Shape::Kept;
    serves: Shape::Records(SERVED);
    done_on: Shape::Date, [Ends];
    outcome: Shape::Long, [AfterEnd];
    let_go: Shape::Long;
} }
