//! Goals with five described levels, the overall purpose that they serve, and their reviews.

use super::RecordKind;
use super::choices::choices;
use super::fields::{Shape, Unread, Value, WrittenText, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::{levels_from_the_best, list};
use super::table::fields;
use crate::practice::goals::Level;
use serde::{Deserialize, Serialize};

/// The overall purpose that staged goals lead to (inventory S3M.1, handbook p38).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purpose {
    /// What it is, in the family's words.
    pub words: String,
    /// Whose it is.
    pub people: Vec<RecordId>,
    /// Since when.
    pub on: Option<FuzzyDate>,
}

/// A goal (inventory AN2A, S3M and S3N, handbook p38 and p56).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its reference in the agency's own papers; may be empty.
    pub reference: String,
    /// Whose goal.
    pub people: Vec<RecordId>,
    /// The goal, in the words of those whose it is.
    pub words: String,
    /// The purpose that it is a stage of.
    pub purpose: Option<RecordId>,
    /// Which stage towards the purpose; 0 where nobody said.
    pub stage: u8,
    /// The five levels in words, from much less than expected to much more; see [`Level::ALL`].
    pub levels: Box<[String; 5]>,
    /// The day on which it was set.
    pub set_on: FuzzyDate,
    /// When it was agreed with the family; open while it is not.
    pub agreed_on: Option<FuzzyDate>,
    /// With whom, and how they said it.
    pub agreed_with: String,
    /// The parts of SMART that hold, by their ids in `practice/content/guide.toml`.
    pub smart: Vec<String>,
    /// The days on which it is to be reviewed.
    pub reviews_due: Vec<FuzzyDate>,
    /// How it will be reviewed.
    pub how_reviewed: String,
    /// What stands in the way within people (S3O.2).
    pub barriers_within: String,
    /// What stands in the way around them.
    pub barriers_around: String,
    /// What is expected of a relapse, and what protects then (S4F).
    pub if_relapse: String,
    /// The level at which it began; `None` where nobody said.
    pub began_at: Option<Level>,
    /// How important it is to them, 0 to 3; for the optional score only.
    pub importance: Option<u8>,
    /// How hard it is, 0 to 3; for the optional score only.
    pub difficulty: Option<u8>,
    /// The needs that it answers.
    pub needs: Vec<RecordId>,
    /// Why the words were changed after they had been agreed; the earlier words stay as an earlier revision.
    pub why_changed: String,
    /// When it ended: reached, or no longer worked on.
    pub ended_on: Option<FuzzyDate>,
    /// How it ended.
    pub how_ended: String,
    /// From which file and row it came in; empty when it was written here.
    pub origin: String,
}

/// What the evidence of a review is (S3O.6: compliance is neither readiness nor change).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Shown {
    /// Something is different for the child, as somebody saw it.
    Seen,
    /// The child, or those whose goal it is, say so.
    OwnAccount,
    /// Others say so.
    OthersAccount,
    /// Somebody came, agreed or took part.
    Attendance,
}

choices! { Shown {
    Seen "seen by somebody",
    OwnAccount "their own account",
    OthersAccount "what others say",
    Attendance "coming, agreeing, taking part",
} }

/// A review of a goal (inventory AN2B, handbook p56).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalReview {
    /// The goal.
    pub goal: RecordId,
    /// The revision of the goal whose levels were looked at.
    pub goal_revision: u32,
    /// The day.
    pub on: FuzzyDate,
    /// The level that was reached.
    pub level: Level,
    /// The evidence in words.
    pub evidence: String,
    /// What kind of evidence it is.
    pub shown: Vec<Shown>,
    /// What is different for the child, where the evidence tells of attendance or agreement.
    pub different_for_child: String,
    /// The entries of the chronology that are its evidence.
    pub entries: Vec<RecordId>,
    /// The analysis.
    pub analysis: String,
    /// What stood in the way.
    pub barriers: String,
    /// A relapse in this time, how it was met and what protected; expected, and no failure.
    pub relapse: String,
    /// What follows: for the goal, the support, the plan.
    pub what_next: String,
    /// From which file and row it came in; empty when it was written here.
    pub origin: String,
}

fn level<const PLACE: usize>(goal: &Goal) -> Value<'_> {
    Value::Text(goal.levels.get(PLACE).map_or("", String::as_str))
}

fn set_level<const PLACE: usize>(goal: &mut Goal, written: &WrittenText<'_>) -> Result<(), Unread> {
    if let Some(level) = goal.levels.get_mut(PLACE) {
        written.text.clone_into(level);
    }
    Ok(())
}

fields! { Purpose {
    words: Shape::Long, [Title];
    people: Shape::People, [About];
    on: Shape::Day, [When];
} }

fields! { Goal {
    words: Shape::Long, [Title];
    people: Shape::People, [About];
    level_much_less by level::<0>, set_level::<0>: Shape::Long;
    level_less by level::<1>, set_level::<1>: Shape::Long;
    level_expected by level::<2>, set_level::<2>: Shape::Long;
    level_more by level::<3>, set_level::<3>: Shape::Long;
    level_much_more by level::<4>, set_level::<4>: Shape::Long;
    reference: Shape::Line;
    purpose: Shape::Record(&[RecordKind::Purpose]);
    stage: Shape::Number(99);
    set_on: Shape::Day, [When];
    agreed_on: Shape::Date, [Later];
    agreed_with: Shape::Long;
    smart: Shape::Several(|| list("smart"));
    reviews_due: Shape::Dates;
    how_reviewed: Shape::Line;
    barriers_within: Shape::Long;
    barriers_around: Shape::Long;
    if_relapse: Shape::Long;
    began_at: Shape::OneOr("not chosen", levels_from_the_best);
    importance: Shape::Number(3);
    difficulty: Shape::Number(3);
    needs: Shape::Records(&[RecordKind::Need]);
    why_changed: Shape::Long;
    ended_on: Shape::Date, [Ends];
    how_ended: Shape::Long, [AfterEnd];
    origin: Shape::Kept, [Origin];
} }

fields! { GoalReview {
    goal: Shape::Record(&[RecordKind::Goal]);
    goal_revision: Shape::Kept, [Origin];
    on: Shape::Day, [When];
    level: Shape::One(levels_from_the_best);
    evidence: Shape::Long, [Title];
    shown: Shape::Several(all_of::<Shown>);
    different_for_child: Shape::Long;
    entries: Shape::Entries;
    analysis: Shape::Long;
    barriers: Shape::Long;
    relapse: Shape::Long;
    what_next: Shape::Long;
    origin: Shape::Kept, [Origin];
} }
