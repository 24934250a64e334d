//! The caseload: sorted, filtered, a case opened from it.

use crate::insight::caseload::{by_worker, rows};
use crate::insight::search::Needle;
use crate::record::{CaseId, CaseLine, RecordId};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout;
use crate::tui::model::caseload::Caseload;
use crate::tui::model::next::CaseToOpen;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model};

/// Does what a command asks of the caseload.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let seen = layout::caseload_rows(model);
    let caseload = &mut model.caseload;
    if caseload.go(command, seen) {
        return Vec::new();
    }
    match command {
        Command::Open => return open(model),
        Command::ImportChronology => return super::import::open(model),
        Command::CaseloadSort => {
            caseload.sort = caseload.sort.next();
            work_out(model, None);
        }
        Command::CaseloadByWorker => {
            let chosen = caseload.chosen_ids();
            caseload.is_by_worker = !caseload.is_by_worker;
            work_out(model, chosen);
        }
        Command::CaseMark => mark(caseload),
        Command::Filter => {
            caseload.filter_before = caseload.filter.clone();
            let prompt = Prompt::asking(Command::Filter, "filter:", &caseload.filter);
            model.layers.push(Layer::Prompt(prompt));
        }
        Command::Copy => return copy(model),
        _ => {}
    }
    Vec::new()
}

/// Keeps the chosen row on the screen, and the screen full of rows.
pub fn keep_seen(model: &mut Model) {
    let seen = layout::caseload_rows(model);
    model.caseload.keep_seen(seen);
}

/// The store gave the caseload, for the first time or after a change.
pub fn loaded(model: &mut Model, cases: Vec<CaseLine>) {
    let chosen = model.caseload.chosen_ids();
    let there = |case: &RecordId| cases.iter().any(|line| line.case == *case);
    model.caseload.marked.retain(there);
    model.caseload.cases = Some(cases);
    work_out(model, chosen);
}

/// Shows only rows with these words; the chosen child stays chosen while it is among them.
pub fn filter(model: &mut Model, words: &str) {
    let chosen = model.caseload.chosen_ids();
    model.caseload.filter = words.to_owned();
    work_out(model, chosen);
}

/// Works the rows out and stands on this child.
pub fn work_out(model: &mut Model, chosen: Option<(CaseId, Option<RecordId>)>) {
    let seen = layout::caseload_rows(model);
    let caseload = &mut model.caseload;
    let words = Needle::new(&caseload.filter);
    let mut shown = rows(caseload.cases(), caseload.sort, &words, model.today);
    caseload.workers = match caseload.is_by_worker {
        true => by_worker(caseload.cases(), &mut shown, model.today),
        false => Vec::new(),
    };
    caseload.rows = shown;
    let cases = caseload.cases.as_deref().unwrap_or_default();
    let stands_on = chosen.and_then(|(case, child)| {
        caseload.rows.iter().position(|row| {
            row.of(cases)
                .is_some_and(|(at, of)| at.case == case && of.map(|of| of.id) == child)
        })
    });
    caseload.choose(stands_on.unwrap_or(0), seen);
}

/// Marks the chosen case, all its children with it, or takes the mark away.
fn mark(caseload: &mut Caseload) {
    let Some((case, _)) = caseload.chosen_ids() else {
        return;
    };
    if !caseload.marked.remove(&case) {
        caseload.marked.insert(case);
    }
}

/// Opens the chosen case with the chosen child.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some((case, child)) = model.caseload.chosen_ids() else {
        return Vec::new();
    };
    let mut opening = CaseToOpen::of(case);
    opening.arrival.child = child;
    vec![Effect::OpenCase(Box::new(opening))]
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let Some((case, child)) = model.caseload.chosen() else {
        return Vec::new();
    };
    let name = child.map_or(&case.name, |child| &child.name).clone();
    model.say("The name is on the clipboard.");
    vec![Effect::Copy(name)]
}
