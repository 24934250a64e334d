//! Contact that a young person and somebody who cared for them asked for after care, and how it was decided.

use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use serde::{Deserialize, Serialize};

/// What was decided on a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// Agreed.
    Agreed,
    /// Agreed in part, or with conditions.
    InPart,
    /// Not now; it is to be asked again.
    NotNow,
    /// Not agreed.
    NotAgreed,
}

impl Answer {
    /// Every one, in the order in which screens list them.
    pub const ALL: [Answer; 5] = [
        Answer::Open,
        Answer::Agreed,
        Answer::InPart,
        Answer::NotNow,
        Answer::NotAgreed,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Answer::Open => "not decided yet",
            Answer::Agreed => "agreed",
            Answer::InPart => "agreed in part",
            Answer::NotNow => "not now",
            Answer::NotAgreed => "not agreed",
        }
    }
}

/// A request for contact after care (inventory LR4; systems c, contact with former staff).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactAfterCare {
    /// The child or young person.
    pub child: RecordId,
    /// With whom, when it is a person of the case.
    pub person: Option<RecordId>,
    /// With whom, by name, when it is not.
    pub name: String,
    /// On which day it was asked for.
    pub asked_on: FuzzyDate,
    /// Who asked.
    pub asked_by: String,
    /// What was asked for, in their words.
    pub words: String,
    /// Whose need it meets.
    pub whose_need: String,
    /// Whether it was asked for in a crisis (inventory LR4.2); `None` where nobody said.
    pub in_crisis: Option<bool>,
    /// What could go wrong, and how that is met.
    pub risk_view: String,
    /// What the employer or line manager advised (inventory LR4.3).
    pub guidance: String,
    /// By when an answer is promised.
    pub answer_by: Option<FuzzyDate>,
    /// What was decided.
    pub answer: Answer,
    /// On which day.
    pub decided_on: Option<FuzzyDate>,
    /// By whom.
    pub decided_by: String,
    /// Why.
    pub why: String,
    /// The boundary that was agreed (inventory LR4.4).
    pub boundary: String,
    /// How they are in touch.
    pub mode: String,
    /// How often.
    pub how_often: String,
    /// When it is looked at again.
    pub review_on: Option<FuzzyDate>,
    /// When it ended.
    pub ended_on: Option<FuzzyDate>,
    /// Why it ended.
    pub why_ended: String,
}
