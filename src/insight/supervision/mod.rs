//! Sessions of supervision: the last one, how the circle was gone round, what they left open.

mod sections;

pub use sections::{action, belongs_to, decision, occasion, section, session};

use crate::insight::links::records;
use crate::insight::people::short_names;
use crate::page::Link;
use crate::practice::guide::name_in;
use crate::practice::stages::stage_item;
use crate::practice::walk::walk_step_title;
use crate::record::{
    Action, CaseDecision, CaseFile, Quadrant, Record, RecordId, Supervision, ZoneDecision,
};
use chrono::NaiveDate;

/// Principles and facets, by their ids in Stage Zero, in words; an id that is not known any more stands as it is.
pub fn items_in_words(ids: &[String]) -> String {
    let words: Vec<&str> = ids
        .iter()
        .map(|id| stage_item(id).map_or(id.as_str(), |(_, item)| &item.words))
        .collect();
    words.join("; ")
}

/// Conditions of a session in words.
pub fn conditions_in_words(ids: &[String]) -> String {
    let words: Vec<&str> = ids.iter().map(|id| name_in("condition", id)).collect();
    words.join("; ")
}

/// Steps of the walk that were put off, in words.
pub fn parked_in_words(ids: &[String]) -> String {
    let words: Vec<&str> = ids.iter().map(|id| walk_step_title(id)).collect();
    words.join("; ")
}

/// Every session, the newest first; those without a day last.
pub fn sessions(file: &CaseFile) -> Vec<&Record<Supervision>> {
    let mut all: Vec<_> = file.supervisions.values().collect();
    all.sort_by(|one, other| {
        let day = |session: &Record<Supervision>| session.body.on.anchor();
        day(other)
            .cmp(&day(one))
            .then_with(|| other.id().cmp(&one.id()))
    });
    all
}

/// The last session by the end of a day.
pub fn last_supervision(file: &CaseFile, day: NaiveDate) -> Option<&Record<Supervision>> {
    let by_then =
        |session: &&Record<Supervision>| session.body.on.anchor().is_some_and(|on| on <= day);
    sessions(file).into_iter().find(by_then)
}

/// What people are to do: what is open first, by day, then what was done or let go, the last first.
pub fn actions(file: &CaseFile) -> Vec<&Record<Action>> {
    let mut all: Vec<_> = file.actions.values().collect();
    all.sort_by_key(|action| {
        let body = &action.body;
        let due = body.due.as_ref().and_then(|due| due.anchor());
        let done = body.done_on.as_ref().and_then(|done| done.anchor());
        let last_first = done.map(std::cmp::Reverse);
        (
            !body.is_open(),
            last_first.filter(|_| !body.is_open()),
            due.is_none(),
            due,
            action.id(),
        )
    });
    all
}

/// The open ones.
pub fn open_actions(file: &CaseFile) -> Vec<&Record<Action>> {
    let open = |action: &&Record<Action>| action.body.is_open();
    actions(file).into_iter().filter(open).collect()
}

/// Whether an open action's day has passed.
pub fn is_late(action: &Action, today: NaiveDate) -> bool {
    let day = action
        .due
        .as_ref()
        .and_then(|due| due.latest().or_else(|| due.anchor()));
    action.is_open() && day.is_some_and(|day| day < today)
}

/// An action as it is told among others: what, by whom, by when.
pub fn action_in_words(action: &Action) -> String {
    let due = action.due.as_ref().map(|due| due.in_short());
    let by = due.map_or_else(String::new, |due| format!(", by {due}"));
    format!("{} ({}{by})", action.what, action.owner)
}

/// What was taken on in a session.
pub fn actions_of(file: &CaseFile, session: RecordId) -> Vec<&Record<Action>> {
    let of_session = |action: &&Record<Action>| action.body.supervision == Some(session);
    actions(file).into_iter().filter(of_session).collect()
}

/// What is to be done for a record: a goal, a need, a hypothesis, a step of the plan.
pub fn actions_for(file: &CaseFile, record: RecordId) -> Vec<&Record<Action>> {
    let serves = |action: &&Record<Action>| action.body.serves.contains(&record);
    actions(file).into_iter().filter(serves).collect()
}

/// What is still to be done for a record.
pub fn to_do(file: &CaseFile, record: RecordId) -> Vec<Link> {
    let open = actions_for(file, record).into_iter();
    let open = open.filter(|action| action.body.is_open());
    records(file, open.map(Record::id))
}

/// Decisions about the case, the newest first.
pub fn case_decisions(file: &CaseFile) -> Vec<&Record<CaseDecision>> {
    let mut all: Vec<_> = file.case_decisions.values().collect();
    all.sort_by(|one, other| {
        let day = |decision: &Record<CaseDecision>| decision.body.on.anchor();
        day(other)
            .cmp(&day(one))
            .then_with(|| other.id().cmp(&one.id()))
    });
    all
}

/// What was decided in a session, zones apart.
pub fn decisions_of(file: &CaseFile, session: RecordId) -> Vec<&Record<CaseDecision>> {
    let of_session = |decision: &&Record<CaseDecision>| decision.body.supervision == Some(session);
    case_decisions(file)
        .into_iter()
        .filter(of_session)
        .collect()
}

/// Decisions on zones by their ids, as a session keeps them.
pub fn zones_of<'f>(file: &'f CaseFile, decided: &[RecordId]) -> Vec<&'f Record<ZoneDecision>> {
    let found = decided.iter().filter_map(|id| file.decisions.get(id));
    found.collect()
}

/// A decision on a zone as it is told among others: whose, which zone, why.
pub fn zone_in_words(file: &CaseFile, decision: &ZoneDecision) -> String {
    let child = short_names(file, &[decision.child]);
    let zone = decision.zone.letter_and_word();
    let words = format!("{child}: {zone}. {}", decision.reason);
    words.trim_end().to_owned()
}

/// What is asked of a record of supervision in which the circle was not gone round: from what happened straight to what is
/// done, with nothing between (annexes D: the short cut of the reflective cycle). It is a question, never a refusal.
pub fn question(said: [(Quadrant, &str); 4]) -> Option<&'static str> {
    let has = |quadrant: Quadrant| {
        let mut all = said.iter();
        all.any(|(of, words)| *of == quadrant && !words.trim().is_empty())
    };
    let begins = has(Quadrant::Experience);
    match (
        begins,
        has(Quadrant::Reflection) || has(Quadrant::Analysis),
        has(Quadrant::Action),
    ) {
        (true, false, true) => Some(
            "From what happened straight to what is done. What did it stir, and what does it mean, before we act?",
        ),
        (false, false, true) => {
            Some("Only what is to be done is written. What happened, and what does it mean?")
        }
        (true, false, false) => Some("What happened is told. What do we make of it, and why?"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::FuzzyDate;

    fn said(written: [bool; 4]) -> [(Quadrant, &'static str); 4] {
        let mut all = Quadrant::ALL.into_iter().zip(written);
        std::array::from_fn(|_| {
            let (quadrant, is_written) = all.next().unwrap();
            (quadrant, if is_written { "words" } else { " " })
        })
    }

    #[test]
    fn an_action_is_told_with_its_day_only_where_it_has_one() {
        let mut action = Action {
            what: "Ring the pain clinic".to_owned(),
            why: String::new(),
            owner: "A Brennock".to_owned(),
            due: Some(FuzzyDate::day("2026-11-25".parse().unwrap())),
            people: Vec::new(),
            supervision: None,
            serves: Vec::new(),
            done_on: None,
            outcome: String::new(),
            let_go: String::new(),
        };
        assert_eq!(
            action_in_words(&action),
            "Ring the pain clinic (A Brennock, by 25 Nov 2026)"
        );
        action.due = None;
        assert_eq!(
            action_in_words(&action),
            "Ring the pain clinic (A Brennock)"
        );
    }

    #[test]
    fn the_short_cut_from_experience_to_action_gets_a_question_and_the_whole_circle_none() {
        assert!(
            question(said([true, false, false, true]))
                .unwrap()
                .contains("straight to what is done")
        );
        assert_eq!(question(said([true, true, false, true])), None);
        assert_eq!(question(said([true, false, true, true])), None);
        assert_eq!(question(said([true; 4])), None);
        assert!(question(said([false, false, false, true])).is_some());
        assert_eq!(question(said([false; 4])), None);
    }
}
