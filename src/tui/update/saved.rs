//! What follows when a change is on the disk, or could not be saved; taking changes back and doing them again.

use super::Effect;
use super::{case, caseload, form, walk};
use crate::insight::in_a_line::words_of;
use crate::record::{Body, CaseFile, Change};
use crate::tui::command::{Command, Scope};
use crate::tui::model::next::{Next, Turn};
use crate::tui::model::walk::Walk;
use crate::tui::model::{Model, OpenCase, Screen, Tab};
use std::sync::Arc;

/// How many changes can be taken back.
const CHANGES_KEPT: usize = 100;

/// So many records in one change are not about one of them.
const MANY: usize = 6;

/// What stands before the name of a change that takes another back, in the journal.
const TAKEN_BACK: &str = "take back: ";

/// A change is on the disk.
pub fn saved(model: &mut Model, change: Change) -> Vec<Effect> {
    let mut effects = form::save::saved(model).unwrap_or_default();
    take_in(model, &change);
    let words = match model.turning.take() {
        Some(Turn::Back) => {
            model.done.pop();
            model.undone.push(change.clone());
            format!("Taken back: {}.{}", name(&change), which(&change))
        }
        Some(Turn::Forth) => {
            model.undone.pop();
            model.done.push(change.clone());
            format!("Done again: {}.{}", name(&change), which(&change))
        }
        None => {
            model.undone.clear();
            model.done.push(change.clone());
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
    effects.extend(walk::saved(model, &change));
    effects
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
pub fn not_saved(model: &mut Model, change: &Change, words: String) -> Vec<Effect> {
    model.turning = None;
    form::save::not_saved(model, &words);
    model.say_fault(words);
    let is_open = model
        .case()
        .is_some_and(|case| case.file.id() == Some(change.case));
    if is_open {
        vec![Effect::OpenCase(change.case)]
    } else {
        Vec::new()
    }
}

/// Whether this is the case that is open.
pub fn is_open(model: &Model, file: &CaseFile) -> bool {
    file.id().is_some() && model.case().is_some_and(|case| case.file.id() == file.id())
}

/// The open case was read again: taken in under what stands on the screen.
pub fn read_again(model: &mut Model, file: CaseFile) -> Vec<Effect> {
    if let Some(case) = model.case_mut() {
        case.file = Arc::new(file);
        case.revisions = None;
    }
    form::save::case_read_again(model);
    let mut effects = go_on(model);
    // The walk tells what changed, which follows from the revisions.
    if let Some(case) = model.walk_seen().and_then(Walk::case) {
        effects.push(Effect::LoadRevisions(case));
    }
    effects
}

/// Goes on with what waited for a case to be read.
pub fn go_on(model: &mut Model) -> Vec<Effect> {
    match model.next.take() {
        Some(Next::Form(kind, target)) => form::open(model, kind, Some(target)),
        Some(Next::Draft(draft)) => form::drafts::bring_back(model, &draft),
        Some(Next::Turn(turn)) => self::turn(model, turn),
        None => Vec::new(),
    }
}

/// Takes a saved change into the open case and the caseload.
fn take_in(model: &mut Model, change: &Change) {
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
            change.apply(Arc::make_mut(&mut case.file));
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
            let mut case = OpenCase::of(CaseFile::of(change.records.iter().cloned()));
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
pub fn turn(model: &mut Model, turn: Turn) -> Vec<Effect> {
    if model.turning.is_some() {
        return Vec::new();
    }
    let change = match turn {
        Turn::Back => model.done.last(),
        Turn::Forth => model.undone.last(),
    };
    let Some(change) = change.cloned() else {
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
            model.next = Some(Next::Turn(turn));
            return vec![Effect::OpenCase(change.case)];
        }
    };
    let label = match turn {
        Turn::Back => format!("{TAKEN_BACK}{}", name(&change)),
        Turn::Forth => name(&change).to_owned(),
    };
    let again = Change::of(
        &file,
        change.case,
        &model.author,
        &label,
        model.now,
        change.undo(),
    );
    model.turning = Some(turn);
    vec![Effect::Save(Box::new(again))]
}
