//! The fields of what is planned: challenges, supports, bottom lines, agreed versions, purposes, goals and their reviews.

use super::{Named, day, day_if, one_record, people, records, several, yes};
use crate::insight::goals::shown_words;
use crate::insight::plan::{holds_words, horizon_words, in_words};
use crate::practice::factor_name;
use crate::practice::guide::name_in;
use crate::record::*;

pub(super) fn plan_step(file: &CaseFile, step: &PlanStep) -> Vec<Named> {
    vec![
        ("about", people(file, &step.people)),
        ("how far ahead", horizon_words(step.horizon).to_owned()),
        ("challenge", step.challenge.clone()),
        ("the family's view", step.family_view.clone()),
        ("solutions", step.solution.clone()),
        ("needs", records(file, &step.needs)),
        (
            "factors",
            several(step.factors.iter().map(|id| factor_name(id))),
        ),
        ("goals", records(file, &step.goals)),
        (
            "other plans",
            several(step.plans.iter().map(|id| name_in("plan", id))),
        ),
        ("from", day_if(step.from.as_ref())),
        ("to", day_if(step.to.as_ref())),
        ("how it ended", step.why_ended.clone()),
    ]
}

pub(super) fn support(file: &CaseFile, support: &Support) -> Vec<Named> {
    vec![
        ("support", support.what.clone()),
        ("for", people(file, &support.people)),
        ("who provides it", support.provider.clone()),
        ("the family's own people", yes(support.own_network)),
        ("how it is reached", support.how_reached.clone()),
        ("challenges", records(file, &support.steps)),
        ("needs", records(file, &support.needs)),
        ("put in place", holds_words(support.in_place).to_owned()),
        ("used", holds_words(support.used).to_owned()),
        ("works", holds_words(support.works).to_owned()),
        ("how it goes", support.how_it_goes.clone()),
        ("from", day_if(support.from.as_ref())),
        ("to", day_if(support.to.as_ref())),
    ]
}

pub(super) fn bottom_line(file: &CaseFile, line: &BottomLine) -> Vec<Named> {
    vec![
        ("bottom line", line.words.clone()),
        ("binds", people(file, &line.people)),
        ("because", line.why.clone()),
        ("if it is crossed", line.if_crossed.clone()),
        ("said to the family", line.said_to_family.clone()),
        ("challenges", records(file, &line.steps)),
        ("from", day_if(line.from.as_ref())),
        ("to", day_if(line.to.as_ref())),
    ]
}

pub(super) fn plan_version(file: &CaseFile, version: &PlanVersion) -> Vec<Named> {
    vec![
        ("agreed on", day(&version.on)),
        ("with", people(file, &version.with)),
        ("others", version.others.clone()),
        ("family's view", version.family_view.clone()),
        ("review", day_if(version.review.as_ref())),
        ("what it holds", in_words(file, &version.parts)),
    ]
}

pub(super) fn purpose(file: &CaseFile, purpose: &Purpose) -> Vec<Named> {
    vec![
        ("purpose", purpose.words.clone()),
        ("whose", people(file, &purpose.people)),
        ("since", day_if(purpose.on.as_ref())),
    ]
}

pub(super) fn goal(file: &CaseFile, goal: &Goal) -> Vec<Named> {
    let [much_less, less, expected, more, much_more] = goal.levels.as_ref().clone();
    let stage = match goal.stage {
        0 => String::new(),
        stage => stage.to_string(),
    };
    let of_three =
        |answer: Option<u8>| answer.map_or_else(String::new, |answer| format!("{answer} of 3"));
    let began = goal.began_at.map_or("", |level| level.signed());
    vec![
        ("goal", goal.words.clone()),
        ("whose", people(file, &goal.people)),
        ("-2", much_less),
        ("-1", less),
        ("0", expected),
        ("+1", more),
        ("+2", much_more),
        ("reference", goal.reference.clone()),
        ("purpose", one_record(file, goal.purpose)),
        ("stage", stage),
        ("set on", day(&goal.set_on)),
        ("agreed on", day_if(goal.agreed_on.as_ref())),
        ("agreed with", goal.agreed_with.clone()),
        (
            "SMART",
            several(goal.smart.iter().map(|id| name_in("smart", id))),
        ),
        (
            "to be reviewed on",
            several(goal.reviews_due.iter().map(day)),
        ),
        ("how it is reviewed", goal.how_reviewed.clone()),
        ("in the way within people", goal.barriers_within.clone()),
        ("in the way around them", goal.barriers_around.clone()),
        ("if it slips", goal.if_relapse.clone()),
        ("began at", began.to_owned()),
        ("importance", of_three(goal.importance)),
        ("difficulty", of_three(goal.difficulty)),
        ("needs", records(file, &goal.needs)),
        ("why words changed", goal.why_changed.clone()),
        ("ended on", day_if(goal.ended_on.as_ref())),
        ("how it ended", goal.how_ended.clone()),
    ]
}

pub(super) fn goal_review(file: &CaseFile, review: &GoalReview) -> Vec<Named> {
    let shown = review.shown.iter().map(|shown| shown_words(*shown));
    vec![
        ("goal", one_record(file, Some(review.goal))),
        ("on", day(&review.on)),
        ("level", review.level.signed().to_owned()),
        ("evidence", review.evidence.clone()),
        ("kind of evidence", several(shown)),
        (
            "different for the child",
            review.different_for_child.clone(),
        ),
        ("entries", records(file, &review.entries)),
        ("analysis", review.analysis.clone()),
        ("in the way", review.barriers.clone()),
        ("if it slipped", review.relapse.clone()),
        ("what follows", review.what_next.clone()),
    ]
}
