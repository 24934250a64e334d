//! Supervision of made-up families: a few sessions, what was taken on in them, and visits to each child, as chance has
//! them.
//!
//! Sessions are weeks apart and end some weeks before the last day; most actions of the last one are still open.

use super::chance::SeededChance;
use super::{StampedBody, last_day};
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
pub(super) struct SupervisionWords {
    experience: Vec<String>,
    reflection: Vec<String>,
    analysis: Vec<String>,
    action: Vec<String>,
    tasks: Vec<String>,
    outcomes: Vec<String>,
    seen: Vec<String>,
}

/// Of whom supervision speaks, and who holds it.
pub(super) struct SupervisedFamily<'a> {
    pub worker: &'a str,
    pub supervisors: &'a [String],
    pub children: &'a [(RecordId, String)],
    /// On which day the family came to be known.
    pub from: NaiveDate,
}

/// The sessions, actions and visits of a family, with the day of each.
pub(super) fn supervision(
    about: &SupervisedFamily<'_>,
    said: &SupervisionWords,
    mint: &mut Mint,
    chance: &mut SeededChance,
) -> Vec<StampedBody> {
    let mut made = Vec::new();
    let supervisor = chance.pick(about.supervisors).to_owned();
    let mut day = last_day() - Days::new(7 + u64::from(chance.below(80)));
    for _ in 0..1 + chance.below(SESSIONS) {
        if day < about.from {
            break;
        }
        let id = mint.next_id();
        let held = session(about, said, &supervisor, day, chance);
        made.push(StampedBody {
            id,
            body: Body::Supervision(held),
            known: day,
        });
        for _ in 0..1 + chance.below(2) {
            let task = action(about, said, id, day, chance);
            let known = task.done_on.as_ref().and_then(FuzzyDate::anchor);
            made.push(StampedBody {
                id: mint.next_id(),
                body: Body::Action(task),
                known: known.unwrap_or(day),
            });
        }
        day = day - Days::new(28 + u64::from(chance.below(21)));
    }
    for (child, _) in about.children {
        let day = last_day() - Days::new(u64::from(chance.below(60)));
        if day >= about.from {
            let visit = visit(about, said, *child, day, chance);
            made.push(StampedBody {
                id: mint.next_id(),
                body: Body::Occasion(visit),
                known: day,
            });
        }
    }
    made
}

fn session(
    about: &SupervisedFamily<'_>,
    said: &SupervisionWords,
    supervisor: &str,
    on: NaiveDate,
    chance: &mut SeededChance,
) -> Supervision {
    Supervision {
        on: FuzzyDate::day(on),
        kind: SupervisionKind::Individual,
        worker: about.worker.to_owned(),
        supervisor: supervisor.to_owned(),
        minutes: Some(30 + 5 * chance.below(8)),
        children: about.children.iter().map(|(child, _)| *child).collect(),
        experience: chance.pick(&said.experience).to_owned(),
        reflection: chance.pick(&said.reflection).to_owned(),
        analysis: chance.pick(&said.analysis).to_owned(),
        action: chance.pick(&said.action).to_owned(),
        next_on: Some(FuzzyDate::day(on + Days::new(28))),
        ..Supervision::default()
    }
}

/// Something taken on in a session; done three times in four once its day has come.
fn action(
    about: &SupervisedFamily<'_>,
    said: &SupervisionWords,
    session: RecordId,
    taken_on: NaiveDate,
    chance: &mut SeededChance,
) -> Action {
    let due = taken_on + Days::new(7 + u64::from(chance.below(35)));
    let is_done = due <= last_day() && !chance.one_in(4);
    let child = chance.pick_of(about.children).map(|(child, _)| *child);
    Action {
        what: chance.pick(&said.tasks).to_owned(),
        owner: about.worker.to_owned(),
        due: Some(FuzzyDate::day(due)),
        people: child.into_iter().collect(),
        supervision: Some(session),
        done_on: is_done.then(|| FuzzyDate::day(due)),
        outcome: match is_done {
            true => chance.pick(&said.outcomes).to_owned(),
            false => String::new(),
        },
        ..Action::default()
    }
}

fn visit(
    about: &SupervisedFamily<'_>,
    said: &SupervisionWords,
    child: RecordId,
    on: NaiveDate,
    chance: &mut SeededChance,
) -> Occasion {
    Occasion {
        what: "visit".to_owned(),
        on: FuzzyDate::day(on),
        children: vec![child],
        seen: vec![child],
        seen_alone: vec![child],
        by: about.worker.to_owned(),
        outcome: chance.pick(&said.seen).to_owned(),
        ..Occasion::default()
    }
}
