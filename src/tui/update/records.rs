//! Commands that write records: forms opened for what is chosen, entries removed, joined, split and settled.

use super::Effect;
use super::removal::remove;
use super::saving::save_in_case;
use super::{drafts, form};
use crate::insight::joining;
use crate::record::{Entry, Record, RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::model::form::FormKind;
use crate::tui::model::next::{CaseToOpen, Next};
use crate::tui::model::{Model, Screen};
use std::sync::Arc;

/// Whether a command writes records.
pub fn is_one(command: Command) -> bool {
    use Command::*;
    matches!(
        command,
        CaseAdd
            | CaseEdit
            | DraftOpen
            | EntryAdd
            | EntryEdit
            | EntryRemove
            | EntryJoin
            | EntrySplit
            | EntrySettle
            | PersonAdd
            | PlacementAdd
            | LegalAdd
            | BondAdd
            | EmotionalLineAdd
            | HouseholdAdd
            | ConnectionAdd
            | DecisionAdd
            | CapacityAdd
            | LapseAdd
    )
}

/// Does such a command.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::CaseAdd => form::open(model, FormKind::Record(RecordKind::Case), None),
        Command::CaseEdit => edit_case(model),
        Command::DraftOpen => drafts::list(model),
        Command::EntryAdd => form::open(model, FormKind::Record(RecordKind::Entry), None),
        Command::PersonAdd => form::open(model, FormKind::Record(RecordKind::Person), None),
        Command::PlacementAdd => form::open(model, FormKind::Record(RecordKind::Placement), None),
        Command::LegalAdd => form::open(model, FormKind::Record(RecordKind::LegalStatus), None),
        Command::BondAdd => form::open(model, FormKind::Record(RecordKind::Bond), None),
        Command::EmotionalLineAdd => {
            form::open(model, FormKind::Record(RecordKind::EmotionalTie), None)
        }
        Command::HouseholdAdd => form::open(model, FormKind::Record(RecordKind::Household), None),
        Command::ConnectionAdd => form::open(model, FormKind::Record(RecordKind::Connection), None),
        Command::DecisionAdd => form::open(model, FormKind::Record(RecordKind::ZoneDecision), None),
        Command::CapacityAdd => {
            form::open(model, FormKind::Record(RecordKind::ShownCapacity), None)
        }
        Command::LapseAdd => form::open(model, FormKind::Record(RecordKind::Lapse), None),
        Command::EntryEdit
        | Command::EntryRemove
        | Command::EntryJoin
        | Command::EntrySplit
        | Command::EntrySettle => on_entry(model, command),
        _ => Vec::new(),
    }
}

/// The form of the open case, or of the one chosen on the caseload, which is read first.
fn edit_case(model: &mut Model) -> Vec<Effect> {
    if let Some(id) = model.case().and_then(|case| case.file.id()) {
        return form::open(model, FormKind::Record(RecordKind::Case), Some(id));
    }
    match model.caseload.chosen_ids() {
        Some((case, _)) if matches!(model.screen, Screen::Caseload) => {
            let mut opening = CaseToOpen::of(case);
            opening.next = Some(Next::Form(FormKind::Record(RecordKind::Case), case));
            vec![Effect::OpenCase(Box::new(opening))]
        }
        _ => Vec::new(),
    }
}

fn on_entry(model: &mut Model, command: Command) -> Vec<Effect> {
    let chosen = model
        .case()
        .and_then(|case| case.file.entries.get(&case.chronology.chosen()?))
        .cloned();
    let Some(entry) = chosen else {
        model.say("No entry is chosen.");
        return Vec::new();
    };
    match command {
        Command::EntryRemove => remove(
            model,
            "remove an entry",
            entry.id(),
            "removed from the chronology",
        ),
        Command::EntryJoin => join(model, &entry),
        Command::EntrySplit if entry.body.accounts.len() < 2 => {
            model.say("One source tells this entry, so there is nothing to split off.");
            Vec::new()
        }
        Command::EntrySplit => form::open(model, FormKind::Split, Some(entry.id())),
        Command::EntrySettle => settle(model, &entry),
        _ => match model.form_for(entry.id()) {
            Some(asked) => form::requested(model, asked),
            None => Vec::new(),
        },
    }
}

/// Joins with the one entry that is marked, else with the one that was offered; else asks which.
fn join(model: &mut Model, entry: &Record<Entry>) -> Vec<Effect> {
    let Some(case) = model.case() else {
        return Vec::new();
    };
    let marked: Vec<RecordId> = case
        .chronology
        .marked
        .iter()
        .copied()
        .filter(|id| *id != entry.id())
        .collect();
    let findings = case.chronology.findings.iter();
    let mut offered: Vec<RecordId> = findings
        .flat_map(|all| all.offered_with(entry.id()))
        .map(|(id, _)| id)
        .collect();
    offered.dedup();
    let other = match (marked.as_slice(), offered.as_slice()) {
        ([one], _) | ([], [one]) => case.file.entries.get(one).cloned(),
        _ => None,
    };
    match other {
        Some(other) => {
            let file = Arc::clone(&case.file);
            let writes = joining::join(&mut model.mint, &file, entry, &other);
            if let Some(case) = model.case_mut() {
                case.chronology.marked.clear();
            }
            save_in_case(model, "join two entries", writes)
        }
        None => form::open(model, FormKind::Join, Some(entry.id())),
    }
}

/// Asks which open question about an entry is settled, and why; of a single one only why. Says what to do about what
/// cannot be settled.
fn settle(model: &mut Model, entry: &Record<Entry>) -> Vec<Effect> {
    let case = model.case();
    let findings = case.and_then(|case| case.chronology.findings_of(&case.file));
    let findings = findings.as_deref();
    let offered = findings.map_or(0, |findings| findings.offered_with(entry.id()).count());
    let differs = findings.is_some_and(|findings| findings.differs(entry.id()));
    match entry.body.open_doubts().count() + offered {
        0 => {
            let key = model.keymap.key_for(&model.scopes(), Command::EntryEdit);
            let words = match (entry.body.lacks_date(), differs) {
                (true, _) => format!(
                    "It still needs its date: {key} changes it, and \"not known\" is an answer too."
                ),
                (_, true) => format!(
                    "No question is open. Accounts differ and stay side by side; {key} says what they come to."
                ),
                _ => "No question is open about this entry.".to_owned(),
            };
            model.say(words);
            Vec::new()
        }
        open => {
            let effects = form::open(model, FormKind::Settle, Some(entry.id()));
            if let Some(form) = model.form_mut().filter(|_| open == 1) {
                form.go_to("why");
            }
            effects
        }
    }
}
