//! Searching: letter by letter in the open case, streamed from the store over the caseload.

use super::case;
use crate::insight::search::{Needle, search};
use crate::record::CaseFile;
use crate::tui::command::Command;
use crate::tui::effect::{Effect, Find};
use crate::tui::layout;
use crate::tui::model::list::Place;
use crate::tui::model::next::CaseToOpen;
use crate::tui::model::search::Search;
use crate::tui::model::{Layer, Model, Screen};

/// Fewer letters than this find half the caseload.
const FEWEST_LETTERS: usize = 2;

/// Asks for words. Those searched for last, here or over the caseload, are offered.
pub fn open(model: &mut Model, everywhere: bool) -> Vec<Effect> {
    if model.layers.last().is_some() {
        return Vec::new();
    }
    let words = searched(model, everywhere).clone();
    model
        .layers
        .push(Layer::Search(Box::new(Search::new(everywhere, &words))));
    changed(model)
}

/// The words searched for last in the open case, or over the caseload: the one search says nothing about the other.
fn searched(model: &mut Model, everywhere: bool) -> &mut String {
    match &mut model.screen {
        Screen::Case(case) if !everywhere => &mut case.searched,
        _ => &mut model.searched,
    }
}

/// The words changed.
pub fn changed(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Search(pane)) = model.layers.last() else {
        return Vec::new();
    };
    let (words, everywhere) = (pane.line.text(), pane.everywhere);
    let finds = match (everywhere, model.case()) {
        (false, Some(case)) => in_case(case.seen(), &words),
        _ => Vec::new(),
    };
    let asks = everywhere && words.trim().chars().count() >= FEWEST_LETTERS;
    searched(model, everywhere).clone_from(&words);
    if let Some(Layer::Search(pane)) = model.layers.last_mut() {
        pane.title = None;
        pane.finds = finds;
        pane.complete = !asks;
        pane.place = Place::default();
    }
    match asks {
        true => vec![Effect::SearchCaseload(words)],
        false => Vec::new(),
    }
}

/// The store found something. A search that asked for nothing, or for fewer letters since, waits for nothing.
pub fn found(model: &mut Model, finds: Vec<Find>, complete: bool) {
    if let Some(Layer::Search(pane)) = model.layers.last_mut()
        && !pane.complete
    {
        pane.finds.extend(finds);
        pane.complete = complete;
    }
}

/// Moves in what was found, or goes there.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = layout::search_rows(model);
    let Some(Layer::Search(pane)) = model.layers.last_mut() else {
        return Vec::new();
    };
    let len = pane.finds.len();
    match command {
        Command::PromptNext => pane.place.go(Command::Down, len, rows),
        Command::PromptPrevious => pane.place.go(Command::Up, len, rows),
        Command::PromptAccept => return go(model),
        other => pane.place.go(other, len, rows),
    };
    Vec::new()
}

/// Goes to the chosen find; stays where there is none.
fn go(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Search(pane)) = model.layers.last() else {
        return Vec::new();
    };
    let Some(find) = pane.finds.get(pane.place.chosen).cloned() else {
        return Vec::new();
    };
    model.layers.pop();
    if model.case().and_then(|case| case.file.id()) == Some(find.case) {
        case::go_to(model, find.record);
        return Vec::new();
    }
    let mut opening = CaseToOpen::of(find.case);
    opening.arrival.record = Some(find.record);
    vec![Effect::OpenCase(Box::new(opening))]
}

fn in_case(file: &CaseFile, words: &str) -> Vec<Find> {
    let hits = search(file, &Needle::new(words)).into_iter();
    hits.filter_map(|hit| Find::of_record(file, hit.record, Some(hit.snippet)))
        .collect()
}
