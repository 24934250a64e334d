//! The board: moving between its parts, opening what a row leads to.

pub mod draw;
pub mod layout;

use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::OpenCase;
use crate::tui::model::case::board::{Leads, Part};
use crate::tui::model::request::PaneRequest;
use crate::tui::pane::Pane;
use crate::tui::pane::board::layout::rows_seen;
use ratatui::Frame;

/// The board.
pub struct BoardTab;

impl Pane for BoardTab {
    fn refresh(&self, model: &mut Model) {
        let drafts = std::mem::take(&mut model.drafts);
        let ascii = model.look.ascii;
        if let Some((case, file, day)) = model.case_seen() {
            let findings = case.chronology.findings_of(&file);
            let findings = findings.as_deref();
            case.board.refresh(&file, findings, &drafts, day, ascii);
        }
        model.drafts = drafts;
        keep_seen(model);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the board.
pub fn run(model: &mut Model, command: Command) {
    let Some(focus) = model.case().map(|case| case.board.focus) else {
        return;
    };
    let seen = rows_seen(model, focus);
    let Some(case) = model.case_mut() else {
        return;
    };
    let board = &mut case.board;
    let len = board.rows(focus).len();
    if let Some(place) = board.places.get_mut(focus.at())
        && place.go(command, len, seen)
    {
        return;
    }
    match command {
        Command::PaneNext => board.focus = board.step(true),
        Command::PanePrevious => board.focus = board.step(false),
        Command::Zoom => board.whole = !board.whole,
        Command::Open => return open(model),
        Command::Copy => return copy(model),
        Command::Filter => return model.ask(PaneRequest::Run(Command::SearchCase)),
        _ => return,
    }
    keep_seen(model);
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

fn open(model: &mut Model) {
    let Some(leads) = model
        .case()
        .and_then(|case| Some(case.board.chosen()?.leads))
    else {
        return;
    };
    match leads {
        Leads::Entry(record) | Leads::Person(record) | Leads::Record(record) => {
            model.ask(PaneRequest::GoTo(record));
        }
        Leads::Draft(_) => model.ask(PaneRequest::Run(Command::DraftOpen)),
        Leads::Tab(tab) => {
            if let Some(case) = model.case_mut() {
                case.came_from.push(case.tab);
                case.tab = tab;
            }
        }
        Leads::Nowhere => model.say("There is nothing more to open here."),
    }
}

fn copy(model: &mut Model) {
    let row = model.case().and_then(|case| case.board.chosen());
    let Some(words) = row.map(|row| format!("{} {}", row.lead, row.words)) else {
        return;
    };
    model.ask_copy(words, "The line is on the clipboard.");
}
