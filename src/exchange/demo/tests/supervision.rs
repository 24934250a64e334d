//! The supervision of the demo's families is whole: what it names is there and was known, its days are possible, its words
//! are such as the program itself would not ask about, and there is something of everything to look at.

use super::*;
use crate::insight::due::{DueState, dues};
use crate::insight::wording::{TextOf, flags};
use crate::practice::walk::walk_step;
use crate::practice::wording::rules;
use crate::record::{
    Action, CaseDecision, FuzzyDate, Occasion, Record, RecordId, Supervision, SupervisionKind,
};

/// What an occasion can be.
const OCCASIONS: [&str; 21] = [
    "visit",
    "looked-after-review",
    "referral",
    "referral-decision",
    "assessment",
    "strategy-discussion",
    "initial-conference",
    "core-group",
    "review-conference",
    "child-in-need-review",
    "proceedings-issued",
    "proceedings-ended",
    "police-protection",
    "emergency-protection",
    "child-assessment-order",
    "return-home",
    "permanence-plan",
    "placed-before-assessment",
    "temporary-carer",
    "short-break",
    "final-order",
];

/// Every family as it is now, with all its revisions.
fn families() -> Vec<(CaseFile, Vec<Record<Body>>)> {
    let again = thought_again().unwrap();
    let with_later = caseload().unwrap().into_iter().map(|first| {
        let later = again.iter().filter(|change| change.case == first.case);
        let later = later.flat_map(|change| &change.records).cloned();
        let revisions: Vec<_> = first.records.into_iter().chain(later).collect();
        (CaseFile::of(revisions.iter().cloned()), revisions)
    });
    with_later.collect()
}

fn sessions(file: &CaseFile) -> impl Iterator<Item = &Supervision> {
    file.supervisions.values().map(|session| &session.body)
}

fn actions(file: &CaseFile) -> impl Iterator<Item = &Action> {
    file.actions.values().map(|action| &action.body)
}

fn decisions(file: &CaseFile) -> impl Iterator<Item = &CaseDecision> {
    file.case_decisions.values().map(|decision| &decision.body)
}

fn occasions(file: &CaseFile) -> impl Iterator<Item = &Occasion> {
    file.occasions.values().map(|occasion| &occasion.body)
}

fn day(date: &FuzzyDate) -> NaiveDate {
    date.exact_day()
        .unwrap_or_else(|| panic!("{date} is no day"))
}

#[test]
fn every_family_has_supervision_actions_a_decision_and_visits() {
    for (file, _) in families() {
        let name = file.name();
        assert!(!file.supervisions.is_empty(), "{name}");
        assert!(file.actions.len() >= 3, "{name}");
        assert!(actions(&file).any(Action::is_open), "{name}");
        assert!(actions(&file).any(|action| !action.is_open()), "{name}");
        assert!(!file.case_decisions.is_empty(), "{name}");
        assert!(occasions(&file).any(|seen| seen.what == "visit"), "{name}");
    }
}

#[test]
fn what_supervision_names_by_id_is_of_its_own_group() {
    let of = |ids: &[String], group: &str, most: u8| {
        for id in ids {
            let number = id.strip_prefix(group).and_then(|n| n.parse().ok());
            assert!(number.is_some_and(|n| (1..=most).contains(&n)), "{id}");
        }
    };
    for (file, _) in families() {
        for session in sessions(&file) {
            of(&session.conditions, "S0I.", 3);
            of(&session.principles, "S0C.", 6);
            of(&session.facets, "S0D.", 6);
            let mut parked = session.parked.iter();
            assert!(parked.all(|step| walk_step(step).is_some()));
        }
        for occasion in occasions(&file) {
            let what = occasion.what.as_str();
            assert!(OCCASIONS.contains(&what), "{what}");
        }
    }
}

#[test]
fn owners_reasons_and_days_are_there() {
    for (file, _) in families() {
        for session in sessions(&file) {
            assert!(!session.worker.is_empty() && !session.supervisor.is_empty());
            assert!(!session.experience.is_empty() && !session.action.is_empty());
            assert!(!session.children.is_empty() && !session.setting.is_empty());
            let next = session.next_on.as_ref().map(day);
            assert!(next.is_none_or(|next| next > day(&session.on)));
        }
        for action in actions(&file) {
            let what = &action.what;
            assert!(!what.is_empty() && !action.owner.is_empty(), "{what}");
            let taken = &file.supervisions[&action.supervision.unwrap()].body.on;
            let due = action.due.as_ref().map(day);
            assert!(due.is_none_or(|due| due > day(taken)), "{what}");
            assert!(due.is_some() || !action.is_open(), "{what}");
            let done = action.done_on.as_ref().map(day);
            assert!(done.is_none_or(|done| done > day(taken)), "{what}");
            assert_eq!(done.is_some(), !action.outcome.is_empty(), "{what}");
        }
        for decision in decisions(&file) {
            let told = [&decision.what, &decision.why, &decision.decided_by];
            assert!(told.iter().all(|told| !told.is_empty()), "{told:?}");
            assert!(!decision.views.is_empty() && !decision.change_mind.is_empty());
            assert!(!decision.evidence.is_empty(), "{}", decision.what);
        }
        for occasion in occasions(&file) {
            assert!(!occasion.by.is_empty() && !occasion.outcome.is_empty());
        }
    }
}

#[test]
fn only_what_is_due_and_the_next_session_lie_ahead() {
    let has_come = |date: &FuzzyDate| assert!(day(date) <= last_day(), "{date}");
    for (file, _) in families() {
        sessions(&file).for_each(|session| has_come(&session.on));
        decisions(&file).for_each(|decision| has_come(&decision.on));
        occasions(&file).for_each(|occasion| has_come(&occasion.on));
        let done = actions(&file).filter_map(|action| action.done_on.as_ref());
        done.for_each(has_come);
    }
}

/// Every record that a record of supervision names, but people.
fn named(body: &Body) -> Vec<RecordId> {
    match body {
        Body::Action(action) => [action.supervision.as_slice(), &action.serves].concat(),
        Body::CaseDecision(decision) => {
            [decision.supervision.as_slice(), &decision.evidence].concat()
        }
        Body::Occasion(occasion) => occasion.entries.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn what_supervision_names_is_there_and_was_known_when_it_was_written() {
    for (_, revisions) in families() {
        for record in &revisions {
            for id in named(&record.body) {
                let first = revisions.iter().find(|other| other.id() == id).unwrap();
                let (known, written) = (first.meta.recorded_at, record.meta.recorded_at);
                assert!(known <= written, "{known} > {written}: {:?}", record.body);
            }
        }
    }
}

#[test]
fn an_action_that_was_done_was_first_written_down_open() {
    for (_, revisions) in families() {
        let of_actions = |wanted: u32| {
            let all = revisions
                .iter()
                .filter_map(move |record| match &record.body {
                    Body::Action(action) if record.meta.revision == wanted => {
                        Some((record, action))
                    }
                    _ => None,
                });
            all.collect::<Vec<_>>()
        };
        assert!(of_actions(1).iter().all(|(_, action)| action.is_open()));
        for (record, action) in of_actions(2) {
            assert!(!action.is_open(), "{}", action.what);
            let written = record.meta.recorded_at.date_naive();
            let done = action.done_on.as_ref().map(day);
            assert!(done.is_none_or(|done| done <= written), "{}", action.what);
        }
    }
}

/// Words that the program asks about, and that stand there on purpose.
const ASKED_ABOUT: [&str; 0] = [];

#[test]
fn the_words_are_such_as_the_program_would_not_ask_about() {
    assert!(!rules().is_empty());
    let mut asked = Vec::new();
    for (file, _) in families() {
        let mut texts: Vec<&str> = Vec::new();
        for session in sessions(&file) {
            texts.extend([
                session.experience.as_str(),
                &session.reflection,
                &session.in_action,
                &session.on_action,
                &session.analysis,
                &session.action,
            ]);
        }
        for action in actions(&file) {
            texts.extend([
                action.what.as_str(),
                &action.why,
                &action.outcome,
                &action.let_go,
            ]);
        }
        for decision in decisions(&file) {
            texts.extend([
                decision.what.as_str(),
                &decision.why,
                &decision.views,
                &decision.change_mind,
            ]);
        }
        for occasion in occasions(&file) {
            texts.extend([occasion.outcome.as_str(), &occasion.why_not_alone]);
        }
        let found = texts.iter().flat_map(|text| {
            let flags = flags(text, TextOf::Other).into_iter();
            flags.map(|flag| flag.phrase(text).to_owned())
        });
        asked.extend(found);
    }
    assert_eq!(asked, ASKED_ABOUT);
}

#[test]
fn what_the_worker_said_of_herself_does_not_stand_in_the_case() {
    let (file, _) = families().swap_remove(0);
    assert_eq!(file.name(), "Prosser and Dąbek");
    for session in sessions(&file) {
        let all = format!("{session:?}");
        for own in ["radio off", "let down", "Tired", "freshly", "How are you"] {
            assert!(!all.contains(own), "{own}");
        }
    }
}

#[test]
fn there_is_something_of_everything_to_look_at() {
    let families = families();
    let all: Vec<&Supervision> = families
        .iter()
        .flat_map(|(file, _)| sessions(file))
        .collect();
    for kind in [
        SupervisionKind::Individual,
        SupervisionKind::Group,
        SupervisionKind::AdHoc,
    ] {
        assert!(all.iter().any(|session| session.kind == kind), "{kind:?}");
    }
    assert!(all.iter().any(|one| one.setting.contains("telephone")));
    assert!(all.iter().any(|one| !one.parked.is_empty()));
    let short = |one: &&Supervision| one.reflection.is_empty() && one.analysis.is_empty();
    let shortened: Vec<_> = all.iter().copied().filter(short).collect();
    assert_eq!(shortened.len(), 1, "from what happened straight to action");
    assert_eq!(shortened[0].on.written(), "22 Nov 2022");

    let under_singh: std::collections::BTreeSet<_> = all
        .iter()
        .filter(|session| session.supervisor == "J Singh")
        .map(|session| session.worker.as_str())
        .collect();
    assert_eq!(under_singh.len(), 3, "workers under one manager");
    let last = |worker: &str| {
        let held = all.iter().filter(|session| session.worker == worker);
        held.map(|session| day(&session.on)).max().unwrap()
    };
    assert_eq!((last_day() - last("K Moult")).num_days(), 70, "ten weeks");

    let visits: Vec<&Occasion> = families
        .iter()
        .flat_map(|(file, _)| occasions(file))
        .filter(|occasion| occasion.what == "visit")
        .collect();
    let not_alone = visits
        .iter()
        .filter(|visit| visit.seen_alone.len() < visit.seen.len());
    let said: Vec<_> = not_alone.map(|visit| visit.why_not_alone.clone()).collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("Ben would not come away"), "{said:?}");
}

#[test]
fn one_action_is_late_by_four_days_and_one_is_due_in_three() {
    let days = |file: &CaseFile, state| {
        let all = dues(file, last_day()).into_iter();
        let actions = all.filter(|due| due.short == "Action" && due.state == state);
        let days = actions.filter_map(|due| due.day);
        days.map(|day| (day - last_day()).num_days())
            .collect::<Vec<_>>()
    };
    let families = families();
    let of = |name: &str| {
        let mut files = families.iter().map(|(file, _)| file);
        files.find(|file| file.name() == name).unwrap()
    };
    assert_eq!(days(of("Delaney"), DueState::Late), [-4]);
    let prosser = of("Prosser and Dąbek");
    assert_eq!(days(prosser, DueState::Late), [-3]);
    assert_eq!(days(prosser, DueState::Ahead), [3], "the review meeting");
    let late = families
        .iter()
        .flat_map(|(file, _)| days(file, DueState::Late));
    assert_eq!(late.count(), 2);
}

#[test]
fn made_up_families_are_supervised_and_visited_too() {
    let has_come = |date: &FuzzyDate| assert!(day(date) <= last_day(), "{date}");
    let mut open = 0;
    for change in large_caseload(60, 2_000, 5).unwrap().skip(10) {
        let file = CaseFile::of(change.records);
        sessions(&file).for_each(|session| has_come(&session.on));
        occasions(&file).for_each(|occasion| has_come(&occasion.on));
        for action in actions(&file) {
            action.done_on.iter().for_each(has_come);
            open += usize::from(action.is_open());
        }
        assert!(actions(&file).count() >= sessions(&file).count());
    }
    assert!(open > 10, "{open}");
}

#[test]
fn what_is_written_again_takes_nothing_from_the_line_of_a_case() {
    let first = caseload().unwrap();
    for later in thought_again().unwrap() {
        let before = first.iter().find(|change| change.case == later.case);
        let before = before.and_then(|change| change.line.as_ref()).unwrap();
        let now = later.line.as_ref().unwrap();
        assert_eq!(now.last_entry, before.last_entry, "{}", now.name);
        assert_eq!(now.supervised_on, before.supervised_on, "{}", now.name);
        assert!(now.dues.len() < before.dues.len(), "{}", now.name);
    }
}
