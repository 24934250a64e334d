//! The drafts that were left unfinished: found when the store is opened, listed, gone on with, thrown away.

use super::form::drafts::{bring_back, forget};
use super::walk;
use crate::store::Draft;
use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::model::form::drafts::describe;
use crate::tui::model::list::Place;
use crate::tui::model::next::{CaseToOpen, Next};
use crate::tui::model::{Layer, Model};

/// Shows the drafts; a single one is brought back at once.
pub fn list(model: &mut Model) -> Vec<Effect> {
    match model.drafts.as_slice() {
        [] => {
            model.say("There are no drafts.");
            Vec::new()
        }
        [only] => {
            let only = only.clone();
            go_to(model, only)
        }
        _ => {
            model
                .drafts
                .sort_by_key(|draft| std::cmp::Reverse(draft.written_at));
            model.layers.push(Layer::Drafts(Place::default()));
            Vec::new()
        }
    }
}

/// Brings a draft back, reading its case first when another one is open.
fn go_to(model: &mut Model, draft: Draft) -> Vec<Effect> {
    if walk::is_walk(&draft) {
        return walk::begin(model);
    }
    match draft.case {
        Some(case) if model.case().and_then(|open| open.file.id()) != Some(case) => {
            let mut opening = CaseToOpen::of(case);
            opening.next = Some(Next::Draft(draft));
            vec![Effect::OpenCase(Box::new(opening))]
        }
        _ => bring_back(model, &draft),
    }
}

/// Commands in the list of drafts.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = usize::from(crate::tui::layout::parts(model).body.height).saturating_sub(1);
    let len = model.drafts.len();
    let Some(Layer::Drafts(place)) = model.layers.last_mut() else {
        return Vec::new();
    };
    if place.go(command, len, rows) {
        return Vec::new();
    }
    let chosen = model.drafts.get(place.chosen).cloned();
    match (command, chosen) {
        (Command::Open, Some(draft)) => {
            model.layers.pop();
            go_to(model, draft)
        }
        (Command::DraftDrop, Some(draft)) => {
            place.choose(place.chosen, len.saturating_sub(1), rows);
            if len == 1 {
                model.layers.pop();
            }
            model.say("The draft is thrown away.");
            forget(model, draft.id)
        }
        _ => Vec::new(),
    }
}

/// Says which drafts were found when the store was opened.
pub fn found(model: &mut Model, drafts: Vec<Draft>) {
    let has_walk = walk::drafts_found(model, &drafts);
    model.drafts = drafts;
    if has_walk {
        return;
    }
    let Some(latest) = model.drafts.iter().max_by_key(|draft| draft.written_at) else {
        return;
    };
    let key = model
        .keymap
        .keys_for(&[Scope::Caseload], Command::DraftOpen);
    let key = key.first().map_or("the palette", String::as_str);
    let wait = match model.drafts.len() {
        1 => "1 draft waits".to_owned(),
        more => format!("{more} drafts wait"),
    };
    let latest = describe(model, latest);
    // What to do stands first: a narrow screen cuts the end.
    model.say(format!("{wait} ({key} on the caseload), {latest}"));
}
