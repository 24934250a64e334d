//! The caseload: sorted, filtered, a case opened from it.

use crate::insight::caseload::rows;
use crate::insight::search::Needle;
use crate::record::{CaseId, CaseLine, RecordId};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Arrival, Layer, Model};

/// Does what a command asks of the caseload.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let seen = layout::caseload_rows(model);
    let caseload = &mut model.caseload;
    if caseload.place.go(command, caseload.rows.len(), seen) {
        return Vec::new();
    }
    match command {
        Command::Open => return open(model),
        Command::ImportChronology => return super::import::open(model),
        Command::CaseloadSort => {
            caseload.sort = caseload.sort.next();
            work_out(model, None);
            model
                .caseload
                .place
                .choose(0, model.caseload.rows.len(), seen);
        }
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
    let rows = layout::caseload_rows(model);
    let caseload = &mut model.caseload;
    caseload.place.keep_seen(caseload.rows.len(), rows);
}

/// The store gave the caseload, for the first time or after a change.
pub fn loaded(model: &mut Model, cases: Vec<CaseLine>) {
    let chosen = model.caseload.chosen_ids();
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
    caseload.rows = rows(caseload.cases(), caseload.sort, &words, model.today);
    let cases = caseload.cases.as_deref().unwrap_or_default();
    let stands_on = chosen.and_then(|(case, child)| {
        caseload.rows.iter().position(|row| {
            row.of(cases)
                .is_some_and(|(at, of)| at.case == case && of.map(|of| of.id) == child)
        })
    });
    let len = caseload.rows.len();
    caseload.place.choose(stands_on.unwrap_or(0), len, seen);
}

/// Opens the chosen case with the chosen child.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some((case, child)) = model.caseload.chosen_ids() else {
        return Vec::new();
    };
    model.arriving = Some(Arrival {
        child,
        record: None,
    });
    vec![Effect::OpenCase(case)]
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let Some((case, child)) = model.caseload.chosen() else {
        return Vec::new();
    };
    let name = child.map_or(&case.name, |child| &child.name).clone();
    model.say("The name is on the clipboard.");
    vec![Effect::Copy(name)]
}
