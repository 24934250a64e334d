//! The board: moving between its parts, opening what a row leads to.

use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::board::rows_seen;
use crate::tui::model::Model;
use crate::tui::model::board::{Leads, Part};

/// Does what a command asks of the board.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(focus) = model.case().map(|case| case.board.focus) else {
        return Vec::new();
    };
    let seen = rows_seen(model, focus);
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let board = &mut case.board;
    let len = board.rows(focus).len();
    if let Some(place) = board.places.get_mut(focus.at())
        && place.go(command, len, seen)
    {
        return Vec::new();
    }
    match command {
        Command::PaneNext => board.focus = board.step(true),
        Command::PanePrevious => board.focus = board.step(false),
        Command::Zoom => board.whole = !board.whole,
        Command::Open => return open(model),
        Command::Copy => return copy(model),
        Command::Filter => return super::search::open(model, false),
        _ => return Vec::new(),
    }
    keep_seen(model);
    Vec::new()
}

/// Keeps every part's chosen row on the screen, after the screen or the parts changed.
pub fn keep_seen(model: &mut Model) {
    let seen = Part::ALL.map(|part| rows_seen(model, part));
    let Some(case) = model.case_mut() else {
        return;
    };
    let board = &mut case.board;
    for ((place, rows), seen) in board.places.iter_mut().zip(&board.rows).zip(seen) {
        place.keep_seen(rows.len(), seen);
    }
}

fn open(model: &mut Model) -> Vec<Effect> {
    let Some(leads) = model
        .case()
        .and_then(|case| Some(case.board.chosen()?.leads))
    else {
        return Vec::new();
    };
    match leads {
        Leads::Entry(entry) => super::case::follow(model, entry),
        Leads::Person(record) | Leads::Record(record) => super::case::follow(model, record),
        Leads::Draft(_) => return super::run(model, Command::DraftOpen),
        Leads::Tab(tab) => {
            if let Some(case) = model.case_mut() {
                case.came_from.push(case.tab);
                case.tab = tab;
            }
        }
        Leads::Nowhere => model.say("There is nothing more to open here."),
    }
    Vec::new()
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let row = model.case().and_then(|case| case.board.chosen());
    let Some(words) = row.map(|row| format!("{} {}", row.lead, row.words)) else {
        return Vec::new();
    };
    model.say("The line is on the clipboard.");
    vec![Effect::Copy(words)]
}
