//! The form for a review of a goal.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::goal::{chosen_level, levels};
use super::{day_of, linked, long, none_yet, one, several};
use crate::insight::wording::tells_only_of_attendance;
use crate::practice::goals::Level;
use crate::record::{Goal, GoalReview, Record, Shown};

const SHOWN: [(Shown, &str, &str); 4] = [
    (Shown::Seen, "seen", "seen by somebody"),
    (Shown::OwnAccount, "own", "their own account"),
    (Shown::OthersAccount, "others", "what others say"),
    (
        Shown::Attendance,
        "attendance",
        "coming, agreeing, taking part",
    ),
];

/// The goal that is reviewed: the review's own, else the one chosen in the pane, else the only one.
fn the_goal<'a>(review: Option<&GoalReview>, around: Around<'a>) -> Option<&'a Record<Goal>> {
    let goals = &around.file.goals;
    let of_chosen = |id| Some(around.file.goal_reviews.get(&id)?.body.goal);
    let beside = around.beside.map(|id| of_chosen(id).unwrap_or(id));
    let chosen = review.map(|review| review.goal).or(beside);
    chosen
        .and_then(|id| goals.get(&id))
        .or_else(|| goals.values().next().filter(|_| goals.len() == 1))
}

pub(super) fn input(name: &str, review: Option<&GoalReview>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&GoalReview) -> &str| long(review.map_or("", part));
    let goal = the_goal(review, around);
    match name {
        "goal" => {
            let mut options = vec![none_yet()];
            let goals = around.file.goals.values();
            options
                .extend(goals.map(|goal| Choosable::new(goal.id().to_string(), &goal.body.words)));
            one(
                options,
                &goal.map_or_else(String::new, |goal| goal.id().to_string()),
            )
        }
        "levels" => {
            let levels = Level::ALL.into_iter().rev();
            let told = levels.map(|level| {
                let words = goal.and_then(|goal| goal.body.levels.get(level.place()));
                let words = words.filter(|words| !words.is_empty());
                let words = words.map_or("(no words yet)", String::as_str);
                format!("{:>2} {words}", level.signed())
            });
            goal.map(|_| Input::Shown(told.collect::<Vec<_>>().join("\n")))
        }
        "on" => day_of(review.is_none(), review.map(|review| &review.on), around),
        "level" => one(levels(), review.map_or("", |review| review.level.signed())),
        "evidence" => text(|review| &review.evidence),
        "shown" => {
            let options = SHOWN.map(|(_, id, words)| Choosable::new(id, words));
            let chosen = review.map_or(&[][..], |review| &review.shown).iter();
            let ids = chosen.filter_map(|shown| {
                let mut all = SHOWN.iter();
                all.find(|(known, ..)| known == shown)
                    .map(|(_, id, _)| (*id).to_owned())
            });
            several(options.into(), &ids.collect::<Vec<_>>(), Layout::Flow)
        }
        "different" => text(|review| &review.different_for_child),
        "entries" => linked(review.map_or(&[], |review| &review.entries), around),
        "analysis" => text(|review| &review.analysis),
        "barriers" => text(|review| &review.barriers),
        "relapse" => text(|review| &review.relapse),
        "next" => text(|review| &review.what_next),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<GoalReview>,
    around: Around<'_>,
) -> Result<GoalReview, Refusal> {
    let goal = form.id("goal").and_then(|id| around.file.goals.get(&id));
    let goal = goal.ok_or_else(|| Refusal::new("goal", "Choose the goal that is reviewed."))?;
    let on = form.date_or_unknown("on", was.as_ref().map(|was| &was.on), around.today);
    match on.anchor() {
        None => {
            let words = "Write the day of the review, such as 23/11/26.";
            return Err(Refusal::new("on", words));
        }
        Some(day) if day > around.today => {
            let words = "That day is still ahead. A review that is planned stands among the goal's own days.";
            return Err(Refusal::new("on", words));
        }
        Some(_) => {}
    }
    let level = chosen_level(form, "level")
        .ok_or_else(|| Refusal::new("level", "Choose the level that was reached."))?;
    let shown = form.parts("shown", '\n');
    let shown = SHOWN
        .iter()
        .filter(|(_, id, _)| shown.iter().any(|one| one == id));
    let earlier = was.as_ref().filter(|was| was.goal == goal.id());
    let review = GoalReview {
        goal: goal.id(),
        goal_revision: earlier.map_or(goal.meta.revision, |was| was.goal_revision),
        on,
        level,
        evidence: form.text("evidence"),
        shown: shown.map(|(shown, ..)| *shown).collect(),
        different_for_child: form.text("different"),
        entries: form.ids("entries"),
        analysis: form.text("analysis"),
        barriers: form.text("barriers"),
        relapse: form.text("relapse"),
        what_next: form.text("next"),
        origin: was.map_or_else(String::new, |was| was.origin),
    };
    if review.evidence.is_empty() && review.entries.is_empty() {
        let words = "Write what shows it, or tick the entries that do.";
        return Err(Refusal::new("evidence", words));
    }
    if is_attendance_alone(&review) && review.different_for_child.is_empty() {
        let words = "This tells that somebody came or agreed, which is not yet change (p38). Write what is different for the child; \u{201c}nothing yet\u{201d} is an answer too.";
        return Err(Refusal::new("different", words));
    }
    Ok(review)
}

/// Whether the evidence is attendance or agreement and nothing else: ticked so, or written so.
fn is_attendance_alone(review: &GoalReview) -> bool {
    let ticked = review.shown == [Shown::Attendance];
    let otherwise = review.shown.iter().any(|shown| *shown != Shown::Attendance);
    ticked || (!otherwise && tells_only_of_attendance(&review.evidence))
}
