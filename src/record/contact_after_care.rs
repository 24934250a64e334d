//! Contact that a young person and somebody who cared for them asked for after care, and how it was decided.

use super::choices::choices;
use super::fields::{Shape, all_of, yes_no};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::table::fields;
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

choices! { Answer {
    Open "not decided yet",
    Agreed "agreed",
    InPart "agreed in part",
    NotNow "not now",
    NotAgreed "not agreed",
} }

/// A request for contact after care (inventory LR4; systems c, contact with former staff).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

fields! { ContactAfterCare {
    child: Shape::Child, [About];
    person: Shape::Person("not chosen");
    name: Shape::Line;
    asked_on: Shape::Day, [When];
    asked_by: Shape::Line;
    words: Shape::Long, [Title];
    whose_need: Shape::Line;
    in_crisis: Shape::OneOr("not said", yes_no);
    risk_view: Shape::Long;
    guidance: Shape::Long;
    answer_by: Shape::Date;
    answer: Shape::One(all_of::<Answer>);
    decided_on: Shape::Date;
    decided_by: Shape::Line;
    why: Shape::Long;
    boundary: Shape::Long;
    mode: Shape::Line;
    how_often: Shape::Line;
    review_on: Shape::Date;
    ended_on: Shape::Date, [Ends];
    why_ended: Shape::Long, [AfterEnd];
} }
