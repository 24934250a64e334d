//! What follows when a change is on the disk, or could not be saved; taking changes back and doing them again.

use super::saving::save;
use super::{case, caseload, form, walk};
use crate::insight::in_a_line::words_of;
use crate::record::{Body, CaseFile, CaseId, Change};
use crate::tui::command::{Command, Scope};
use crate::tui::effect::{Effect, SavedChange};
use crate::tui::model::next::{CaseToOpen, Next, SavePurpose, Turn};
use crate::tui::model::walk::Walk;
use crate::tui::model::{Model, OpenCase, Screen, Tab};
use crate::tui::ticket::{RequestKind, Ticket};
use std::sync::Arc;

/// How many changes can be taken back.
const CHANGES_KEPT: usize = 100;

/// So many records in one change are not about one of them.
const MANY: usize = 6;

/// What stands before the name of a change that takes another back, in the journal.
const TAKEN_BACK: &str = "take back: ";

/// A change is on the disk.
pub fn saved(model: &mut Model, ticket: Ticket, saved: SavedChange) -> Vec<Effect> {
    let purpose = model.waiting.save_ended(ticket);
    if let Some(SavePurpose::Form(draft)) = purpose {
        form::save::saved(model, draft);
    }
    let change = saved.change.clone();
    take_in(model, saved);
    let words = match purpose {
        Some(SavePurpose::Turn(Turn::Back, of)) => {
            model.done.retain(|(known, _)| *known != of);
            model.undone.push((ticket, change.clone()));
            format!("Taken back: {}.{}", name(&change), which(&change))
        }
        Some(SavePurpose::Turn(Turn::Forth, of)) => {
            model.undone.retain(|(known, _)| *known != of);
            model.done.push((ticket, change.clone()));
            format!("Done again: {}.{}", name(&change), which(&change))
        }
        _ => {
            model.undone.clear();
            model.done.push((ticket, change.clone()));
            let key = model.keymap.key_for(&[Scope::Everywhere], Command::Undo);
            format!(
                "Saved: {} ({key} takes it back).{}",
                name(&change),
                which(&change)
            )
        }
    };
    let too_many = model.done.len().saturating_sub(CHANGES_KEPT);
    model.done.drain(..too_many);
    model.say(words);
    let mut effects = read_history_again(model, ticket, &change);
    effects.extend(walk::saved(model, &change));
    effects
}

/// A history of the open case that is still being read may lack what was just saved: it is asked for again.
fn read_history_again(model: &Model, ticket: Ticket, change: &Change) -> Vec<Effect> {
    let tickets = model.waiting.tickets();
    let is_open = model.case().and_then(|case| case.file.id()) == Some(change.case);
    match is_open && tickets.waits_since_before(RequestKind::Revisions, ticket) {
        true => vec![Effect::LoadRevisions(change.case)],
        false => Vec::new(),
    }
}

fn name(change: &Change) -> &str {
    change
        .label
        .strip_prefix(TAKEN_BACK)
        .unwrap_or(&change.label)
}

/// What a change is about, so that nobody takes back another one than they mean: the entry, the person, or the family.
fn which(change: &Change) -> String {
    let told = change.records.iter().zip(&change.before);
    let mut told = told.map(|(record, before)| match (before, &record.meta.removed) {
        (Some(before), Some(_)) => &before.body,
        _ => &record.body,
    });
    let words = match told.next() {
        Some(Body::Entry(entry)) if change.records.len() < MANY => {
            format!("{} {}", entry.when.in_short(), entry.in_short())
        }
        Some(body) if change.records.len() < MANY && !words_of(body).is_empty() => {
            words_of(body).to_owned()
        }
        _ => change
            .line
            .as_ref()
            .map_or(String::new(), |line| line.name.clone()),
    };
    match words.trim() {
        "" => String::new(),
        words => format!(" {words}"),
    }
}

/// A change could not be saved. The case is read again, in case somebody else wrote meanwhile.
pub fn not_saved(model: &mut Model, ticket: Ticket, case: CaseId, words: String) -> Vec<Effect> {
    let purpose = model.waiting.save_ended(ticket);
    match purpose {
        Some(SavePurpose::Form(draft)) if form::save::not_saved(model, draft, &words) => {
            model.say_fault(words);
        }
        _ => model.notify(words),
    }
    let is_open = model
        .case()
        .is_some_and(|open| open.file.id() == Some(case));
    match is_open && !model.waiting.is_opening() {
        true => vec![Effect::OpenCase(Box::new(CaseToOpen::of(case)))],
        false => Vec::new(),
    }
}

/// Whether this is the case that is open.
pub fn is_open(model: &Model, file: &CaseFile) -> bool {
    file.id().is_some() && model.case().is_some_and(|case| case.file.id() == file.id())
}

/// The open case was read again: taken in under what stands on the screen.
pub fn read_again(model: &mut Model, file: CaseFile, next: Option<Next>) -> Vec<Effect> {
    if let Some(case) = model.case_mut() {
        case.file = Arc::new(file);
        case.revisions = None;
    }
    form::save::case_read_again(model);
    let mut effects = go_on(model, next);
    // The walk tells what changed, which follows from the revisions.
    if let Some(case) = model.walk_seen().and_then(Walk::case) {
        effects.push(Effect::LoadRevisions(case));
    }
    effects
}

/// Goes on with what waited for a case to be read.
pub fn go_on(model: &mut Model, next: Option<Next>) -> Vec<Effect> {
    match next {
        Some(Next::Form(kind, target)) => form::open(model, kind, Some(target)),
        Some(Next::Draft(draft)) => form::drafts::bring_back(model, &draft),
        Some(Next::Turn(turn)) => self::turn(model, turn),
        None => Vec::new(),
    }
}

/// Takes a saved change into the open case and the caseload.
fn take_in(model: &mut Model, saved: SavedChange) {
    let change = &saved.change;
    if let Some(mut cases) = model.caseload.cases.take() {
        let place = cases.iter().position(|line| line.case == change.case);
        match (place.and_then(|place| cases.get_mut(place)), &change.line) {
            (Some(known), Some(line)) => *known = line.clone(),
            (None, Some(line)) => cases.push(line.clone()),
            (_, None) => cases.retain(|line| line.case != change.case),
        }
        caseload::loaded(model, cases);
    }
    match model.case_mut() {
        Some(case) if case.file.id() == Some(change.case) => {
            // Another change may have been saved since this one was stamped.
            match Arc::ptr_eq(&case.file, &saved.before) {
                true => case.file = Arc::new(saved.after),
                false => change.apply(Arc::make_mut(&mut case.file)),
            }
            if let Some(revisions) = &mut case.revisions {
                revisions.extend(change.records.iter().cloned());
            }
            if case.file.case.is_none() {
                model.screen = Screen::Caseload;
            } else {
                stand_on(model, change);
            }
        }
        _ if is_new_family(change) => {
            let mut case = OpenCase::of(saved.after);
            case.tab = Tab::Family;
            model.screen = Screen::Case(Box::new(case));
        }
        _ => {}
    }
}

fn is_new_family(change: &Change) -> bool {
    let mut records = change.records.iter().zip(&change.before);
    records.any(|(record, before)| {
        matches!(record.body, Body::Case(_)) && before.is_none() && record.meta.removed.is_none()
    })
}

/// The list stands on what was written; an import, which writes many entries, moves nothing.
fn stand_on(model: &mut Model, change: &Change) {
    let mut written = change
        .records
        .iter()
        .filter(|record| record.meta.removed.is_none());
    if let (Some(first), true) = (written.next(), change.records.len() < MANY) {
        case::go_to(model, first.id());
    }
}

/// Takes the last change back, or does it again. Another case than the open one is read first, so that what happens
/// is seen.
///
/// Refused while a save is on its way: the last change is not known before it ends, and if it fails, a waiting undo would
/// take back one that nobody meant.
pub fn turn(model: &mut Model, turn: Turn) -> Vec<Effect> {
    if model.waiting.is_saving() {
        model.say(match turn {
            Turn::Back => "The last change is still being saved. Take it back once it is.",
            Turn::Forth => "The last change is still being saved. Do it again once it is.",
        });
        return Vec::new();
    }
    let change = match turn {
        Turn::Back => model.done.last(),
        Turn::Forth => model.undone.last(),
    };
    let Some((of, change)) = change.cloned() else {
        model.say(match turn {
            Turn::Back => "There is nothing to take back since the program was opened.",
            Turn::Forth => "Nothing was taken back, so there is nothing to do again.",
        });
        return Vec::new();
    };
    let file = match model.case().map(|case| Arc::clone(&case.file)) {
        Some(file) if file.id() == Some(change.case) => file,
        // The change took the family itself away: what it wrote is all there is to know of it.
        _ if change.line.is_none() => Arc::new(CaseFile::of(change.records.iter().cloned())),
        _ => {
            let mut opening = CaseToOpen::of(change.case);
            opening.next = Some(Next::Turn(turn));
            return vec![Effect::OpenCase(Box::new(opening))];
        }
    };
    let label = match turn {
        Turn::Back => format!("{TAKEN_BACK}{}", name(&change)),
        Turn::Forth => name(&change).to_owned(),
    };
    let purpose = SavePurpose::Turn(turn, of);
    vec![save(
        model,
        file,
        change.case,
        &label,
        change.undo(),
        purpose,
    )]
}
