//! Reviews of looked after children, and the plan for permanence by the second of them (CPPCR 2010 reg 33).

use super::facts::{Child, Facts};
use super::telling::{Clocked, said};
use super::{Due, DueKind, DueState, state_on};
use crate::insight::words::day_in_words;
use crate::practice::timescales::{Clock, Whose};
use chrono::NaiveDate;

const REVIEW: [&str; 1] = ["looked-after-review"];

/// The review that is due for each looked after child, and the plan for permanence while there is none.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let children = facts.children.iter();
    children
        .flat_map(|child| {
            review(facts, child)
                .into_iter()
                .chain(permanence(facts, child))
        })
        .collect()
}

fn review(facts: &Facts, child: &Child) -> Option<Due> {
    let period = child.looked_after?;
    let held = child.held_since(&REVIEW, period.since.unwrap_or(NaiveDate::MIN));
    let rule = match held.len() {
        0 => "LAC_REVIEW_1",
        1 => "LAC_REVIEW_2",
        _ => "LAC_REVIEW_N",
    };
    let row = facts.by.row(rule)?;
    let start = match held.last() {
        Some(last) => Some(facts.after_last(last)),
        None => period.start(Whose::LookedAfter),
    };
    let Some(start) = start else {
        let why = period.unknown(Whose::LookedAfter);
        return Some(facts.without_day(row, DueKind::Formal, child.about(), why));
    };
    Some(facts.due(
        child,
        Clocked {
            row,
            kind: DueKind::Formal,
            start,
            span: None,
            was_ever: child.was_ever(&REVIEW),
            more: Vec::new(),
        },
    ))
}

/// By the day of the second review, held or due.
fn permanence(facts: &Facts, child: &Child) -> Option<Due> {
    let row = facts.by.rows_of(Clock::Permanence).next()?;
    let period = child.looked_after?;
    let since = period.since?;
    if !child.held_since(&row.met_by, since).is_empty() {
        return None;
    }
    let held = child.held_since(&REVIEW, since);
    let calendar = facts.by.working_days();
    let by_row = |id: &str, from| Some(facts.by.row(id)?.due_after(from, calendar)?.day);
    let (day, told) = match held.as_slice() {
        [_, second, ..] => (
            second.first,
            format!(
                "The second review that is recorded was on {}.",
                day_in_words(second.first)
            ),
        ),
        [first] => {
            let day = by_row("LAC_REVIEW_2", first.first)?;
            (
                day,
                format!("The second review is due by {}.", day_in_words(day)),
            )
        }
        [] => {
            let day = by_row("LAC_REVIEW_2", by_row("LAC_REVIEW_1", since)?)?;
            let by = day_in_words(day);
            (
                day,
                format!("The second review would be due by {by} at the latest."),
            )
        }
    };
    let state = state_on(day, facts.today);
    let never = state == DueState::Late && !child.was_ever(&row.met_by);
    let started = period.start(Whose::LookedAfter)?.words;
    let mut why = vec![started, format!("By {}.", row.event), told];
    if never {
        why.push(
            "No plan for permanence is recorded, so nobody can tell whether there is one."
                .to_owned(),
        );
    }
    Some(Due {
        day: (!never).then_some(day),
        state: if never { DueState::NotRecorded } else { state },
        ..facts.without_day(row, DueKind::Formal, child.about(), said(&why))
    })
}
