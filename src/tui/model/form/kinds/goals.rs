//! Forms of goals and their reviews.

use super::super::{Around, Input, Refusal};
use super::{FieldInput, refuse};
use crate::insight::folding::folded;
use crate::insight::wording::tells_only_of_attendance;
use crate::practice::goals::Level;
use crate::record::{Body, FuzzyDate, Goal, GoalReview, Shown};

/// The part of SMART that says that it was agreed with the family.
const AGREED: &str = "S3N.3";

pub fn begin(goal: &mut Goal, around: Around<'_>) {
    goal.purpose = around
        .beside
        .filter(|id| around.file.purposes.contains_key(id));
}

/// The goal that is reviewed: the one chosen in the pane, else the only one.
pub fn begin_review(review: &mut GoalReview, around: Around<'_>) {
    let goals = &around.file.goals;
    let of_chosen = |id| Some(around.file.goal_reviews.get(&id)?.body.goal);
    let beside = around.beside.map(|id| of_chosen(id).unwrap_or(id));
    let beside = beside.filter(|id| goals.contains_key(id));
    let only = goals.keys().next().filter(|_| goals.len() == 1);
    review.goal = beside.or(only.copied()).unwrap_or_default();
}

/// The levels of the goal, to be read while one is chosen.
pub fn levels(review: &GoalReview, around: Around<'_>) -> FieldInput {
    let Some(goal) = around.file.goals.get(&review.goal) else {
        return FieldInput::Not;
    };
    let told = Level::ALL.into_iter().rev().map(|level| {
        let words = match text_of(&goal.body, level) {
            "" => "(no words yet)",
            words => words,
        };
        format!("{:>2} {words}", level.signed())
    });
    FieldInput::Otherwise(Input::Shown(told.collect::<Vec<_>>().join("\n")))
}

/// A review keeps the revision of the goal whose levels were looked at.
pub fn finish_review(review: &mut GoalReview, was: Option<&Body>, around: Around<'_>) {
    let same_goal = matches!(was, Some(Body::GoalReview(was)) if was.goal == review.goal);
    if !same_goal && let Some(goal) = around.file.goals.get(&review.goal) {
        review.goal_revision = goal.meta.revision;
    }
}

pub fn check_review(review: &GoalReview, around: Around<'_>) -> Option<Refusal> {
    if !around.file.goals.contains_key(&review.goal) {
        return refuse("goal", "Choose the goal that is reviewed.");
    }
    if review.evidence.is_empty() && review.entries.is_empty() {
        return refuse(
            "evidence",
            "Write what shows it, or tick the entries that do.",
        );
    }
    if is_attendance_alone(review) && review.different_for_child.is_empty() {
        return refuse(
            "different_for_child",
            "This says that somebody came or agreed, which is not yet change (p38). Write what is different for the child; “nothing yet” is an answer too.",
        );
    }
    None
}

/// Whether the evidence is attendance or agreement and nothing else: ticked so, or written so.
fn is_attendance_alone(review: &GoalReview) -> bool {
    let ticked = review.shown == [Shown::Attendance];
    let otherwise = review.shown.iter().any(|shown| *shown != Shown::Attendance);
    ticked || (!otherwise && tells_only_of_attendance(&review.evidence))
}

/// The field that asks for the words of a level.
fn field_of(level: Level) -> &'static str {
    match level {
        Level::MuchLess => "level_much_less",
        Level::Less => "level_less",
        Level::Expected => "level_expected",
        Level::More => "level_more",
        Level::MuchMore => "level_much_more",
    }
}

/// What a goal needs before it is one that people can work with.
pub fn check(goal: &Goal, was: Option<&Body>) -> Option<Refusal> {
    for level in Level::ALL {
        let same = |other: &Level| *other > level && alike(goal, *other, level);
        if let Some(other) = Level::ALL.iter().find(|other| same(other)) {
            let words = format!(
                "This says the same as “{}”. Each level is something else that all of you would see.",
                level.words()
            );
            return refuse(field_of(*other), words);
        }
        if goal.agreed_on.is_some() && text_of(goal, level).is_empty() {
            let words = format!(
                "It is agreed, and “{}” has no words yet. All five are written before the work begins.",
                level.words()
            );
            return refuse(field_of(level), words);
        }
    }
    if goal.agreed_on.is_none() && goal.smart.iter().any(|part| part == AGREED) {
        return refuse(
            "agreed_on",
            "“Agreed” is ticked: write the day, or take the tick away until the family has agreed.",
        );
    }
    let set_on = goal.set_on.anchor();
    let early = |due: &FuzzyDate| {
        due.anchor()
            .is_some_and(|due| set_on.is_some_and(|set| due <= set))
    };
    if goal.reviews_due.iter().any(early) {
        return refuse(
            "reviews_due",
            "A review is on or before the day the goal was set.",
        );
    }
    if let Some(Body::Goal(was)) = was
        && was.agreed_on.is_some()
        && (&was.words, &was.levels) != (&goal.words, &goal.levels)
        && (goal.why_changed.is_empty() || goal.why_changed == was.why_changed)
    {
        return refuse(
            "why_changed",
            "The goal was agreed in other words. Write why they change; the agreed ones stay to be read.",
        );
    }
    match (goal.importance, goal.difficulty) {
        (Some(_), None) => refuse("difficulty", "The score needs both, or neither."),
        (None, Some(_)) => refuse("importance", "The score needs both, or neither."),
        _ => None,
    }
}

fn text_of(goal: &Goal, level: Level) -> &str {
    goal.levels.get(level.place()).map_or("", String::as_str)
}

fn alike(goal: &Goal, one: Level, other: Level) -> bool {
    let (one, other) = (text_of(goal, one), text_of(goal, other));
    !one.is_empty() && folded(one) == folded(other)
}
