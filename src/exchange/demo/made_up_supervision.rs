//! Supervision of made-up families: a few sessions, what was taken on in them, and visits to each child, as chance has
//! them.
//!
//! Sessions are weeks apart and end some weeks before the last day; most actions of the last one are still open.

use super::chance::Chance;
use super::last_day;
use crate::record::{
    Action, Body, FuzzyDate, Mint, Occasion, RecordId, Supervision, SupervisionKind,
};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// How many sessions a case has at most.
const SESSIONS: u32 = 3;

/// What is said in sessions, what is taken on, and what is seen at visits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    experience: Vec<String>,
    reflection: Vec<String>,
    analysis: Vec<String>,
    action: Vec<String>,
    tasks: Vec<String>,
    outcomes: Vec<String>,
    seen: Vec<String>,
}

/// Of whom supervision speaks, and who holds it.
pub(super) struct About<'a> {
    pub worker: &'a str,
    pub supervisors: &'a [String],
    pub children: &'a [(RecordId, String)],
    /// On which day the family came to be known.
    pub from: NaiveDate,
}

/// The sessions, actions and visits of a family, with the day of each.
pub(super) fn supervision(
    about: &About<'_>,
    said: &Said,
    mint: &mut Mint,
    chance: &mut Chance,
) -> Vec<(RecordId, Body, NaiveDate)> {
    let mut made = Vec::new();
    let supervisor = chance.pick(about.supervisors).to_owned();
    let mut day = last_day() - Days::new(7 + u64::from(chance.below(80)));
    for _ in 0..1 + chance.below(SESSIONS) {
        if day < about.from {
            break;
        }
        let id = mint.next_id();
        let held = session(about, said, &supervisor, day, chance);
        made.push((id, Body::Supervision(held), day));
        for _ in 0..1 + chance.below(2) {
            let task = action(about, said, id, day, chance);
            let known = task.done_on.as_ref().and_then(FuzzyDate::anchor);
            made.push((mint.next_id(), Body::Action(task), known.unwrap_or(day)));
        }
        day = day - Days::new(28 + u64::from(chance.below(21)));
    }
    for (child, _) in about.children {
        let day = last_day() - Days::new(u64::from(chance.below(60)));
        if day >= about.from {
            let visit = visit(about, said, *child, day, chance);
            made.push((mint.next_id(), Body::Occasion(visit), day));
        }
    }
    made
}

fn session(
    about: &About<'_>,
    said: &Said,
    supervisor: &str,
    on: NaiveDate,
    chance: &mut Chance,
) -> Supervision {
    Supervision {
        on: FuzzyDate::day(on),
        kind: SupervisionKind::Individual,
        worker: about.worker.to_owned(),
        supervisor: supervisor.to_owned(),
        others: String::new(),
        minutes: Some(30 + 5 * chance.below(8)),
        setting: String::new(),
        children: about.children.iter().map(|(child, _)| *child).collect(),
        conditions: Vec::new(),
        experience: chance.pick(&said.experience).to_owned(),
        reflection: chance.pick(&said.reflection).to_owned(),
        in_action: String::new(),
        on_action: String::new(),
        analysis: chance.pick(&said.analysis).to_owned(),
        action: chance.pick(&said.action).to_owned(),
        principles: Vec::new(),
        facets: Vec::new(),
        zones_decided: Vec::new(),
        parked: Vec::new(),
        next_on: Some(FuzzyDate::day(on + Days::new(28))),
    }
}

/// Something taken on in a session; done three times in four once its day has come.
fn action(
    about: &About<'_>,
    said: &Said,
    session: RecordId,
    taken_on: NaiveDate,
    chance: &mut Chance,
) -> Action {
    let due = taken_on + Days::new(7 + u64::from(chance.below(35)));
    let is_done = due <= last_day() && !chance.one_in(4);
    let child = chance.pick_of(about.children).map(|(child, _)| *child);
    Action {
        what: chance.pick(&said.tasks).to_owned(),
        why: String::new(),
        owner: about.worker.to_owned(),
        due: Some(FuzzyDate::day(due)),
        people: child.into_iter().collect(),
        supervision: Some(session),
        serves: Vec::new(),
        done_on: is_done.then(|| FuzzyDate::day(due)),
        outcome: match is_done {
            true => chance.pick(&said.outcomes).to_owned(),
            false => String::new(),
        },
        let_go: String::new(),
    }
}

fn visit(
    about: &About<'_>,
    said: &Said,
    child: RecordId,
    on: NaiveDate,
    chance: &mut Chance,
) -> Occasion {
    Occasion {
        what: "visit".to_owned(),
        on: FuzzyDate::day(on),
        children: vec![child],
        seen: vec![child],
        seen_alone: vec![child],
        why_not_alone: String::new(),
        by: about.worker.to_owned(),
        outcome: chance.pick(&said.seen).to_owned(),
        entries: Vec::new(),
    }
}
