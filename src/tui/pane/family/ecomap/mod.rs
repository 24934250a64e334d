//! The ecomap: who stands in the middle, moving among connections, and changing them.

pub mod draw;
pub mod layout;

use crate::insight::ecomap::{Ecomap, centre_name, centres};
use crate::record::{RecordId, SystemKind};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::case::ecomap::Part;
use crate::tui::model::list::Place;
use crate::tui::model::request::PaneRequest;
use crate::tui::pane::family::ecomap::draw::{seen, words};
use crate::tui::pane::family::ecomap::layout::frames;
use crate::tui::widget::ecomap::Drawing;

/// Does what a command asks here.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::EcomapCentre => next_in_the_middle(model),
        Command::EcomapAcross => across(model),
        Command::PaneNext | Command::PanePrevious => go_to_the_other_part(model),
        Command::Open => open(model),
        Command::Zoom => {
            if let Some(case) = model.case_mut() {
                case.family.ecomap.whole = !case.family.ecomap.whole;
            }
        }
        Command::ConnectionEdit => return edit(model),
        Command::ConnectionRemove => return remove(model),
        Command::Filter => return model.ask(PaneRequest::Run(Command::SearchCase)),
        Command::Copy => return copy(model),
        _ => walk(model, command),
    }
    keep_seen(model);
}

/// Moves by a list command: from connection to connection in the drawing, from line to line in the words.
fn walk(model: &mut Model, command: Command) {
    let Some(case) = model.case() else {
        return;
    };
    let ecomap = seen(model, case);
    let place = frames(model, case);
    let lines = words(model, case, place.words.rows.width).len();
    let pane = &case.family.ecomap;
    let at = pane.chosen_of(&ecomap).and_then(|(at, _)| at);
    let mut drawn = Place {
        chosen: at.unwrap_or(0),
        top: 0,
    };
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.family.ecomap;
    match pane.part {
        Part::Words => {
            let rows = usize::from(place.words.rows.height);
            pane.words.go(command, lines, rows);
        }
        Part::Drawing => {
            let rows = usize::from(place.drawing.rows.height);
            if drawn.go(command, ecomap.systems.len(), rows) {
                choose(model, &ecomap, drawn.chosen);
            }
        }
    }
}

/// Chooses a connection by its place in the drawing.
fn choose(model: &mut Model, ecomap: &Ecomap, at: usize) {
    let Some(system) = ecomap.systems.get(at) else {
        return;
    };
    if let Some(case) = model.case_mut() {
        case.family.ecomap.chosen = Some(system.record);
        case.family.ecomap.words = Place::default();
    }
}

/// Goes to the connection on the other side that stands as far down.
fn across(model: &mut Model) {
    let Some(case) = model.case() else {
        return;
    };
    let ecomap = seen(model, case);
    let Some((Some(at), system)) = case.family.ecomap.chosen_of(&ecomap) else {
        return;
    };
    let informal = ecomap
        .systems
        .iter()
        .filter(|one| one.kind == SystemKind::Informal)
        .count();
    let last = ecomap.systems.len().saturating_sub(1);
    let there = match system.kind {
        SystemKind::Informal if informal == ecomap.systems.len() => at,
        SystemKind::Formal if informal == 0 => at,
        SystemKind::Informal => (informal + at).min(last),
        SystemKind::Formal => (at - informal).min(informal - 1),
    };
    choose(model, &ecomap, there);
}

/// Puts the next one in the middle: the family, each child, each grown-up of whom a connection is written.
fn next_in_the_middle(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let file = case.seen().clone();
    let centres = centres(&file);
    let pane = &mut case.family.ecomap;
    let at = centres.iter().position(|whose| *whose == pane.whose);
    let next = at.map_or(0, |at| (at + 1) % centres.len().max(1));
    let next = centres.get(next).copied().flatten();
    pane.put_in_the_middle(next);
    model.say(format!("In the middle: {}.", centre_name(&file, next)));
}

fn go_to_the_other_part(model: &mut Model) {
    if let Some(case) = model.case_mut() {
        let pane = &mut case.family.ecomap;
        pane.part = match pane.part {
            Part::Drawing => Part::Words,
            Part::Words => Part::Drawing,
        };
    }
}

/// In the drawing, goes to what shows the chosen connection; in the words, where the line leads.
fn open(model: &mut Model) {
    let Some(case) = model.case() else {
        return;
    };
    let lines = words(model, case, frames(model, case).words.rows.width);
    let pane = &case.family.ecomap;
    let leads = lines.get(pane.words.chosen).and_then(|line| line.leads);
    let first = lines.iter().position(|line| line.leads.is_some());
    match (pane.part, leads) {
        (Part::Drawing, _) => {
            go_to_the_other_part(model);
            if let Some(case) = model.case_mut() {
                case.family.ecomap.words.chosen = first.unwrap_or(0);
            }
        }
        (Part::Words, Some(record)) => follow(model, record),
        (Part::Words, None) => model.say("This line leads nowhere further."),
    }
}

/// Goes to a connection here, to everything else where it stands.
fn follow(model: &mut Model, record: RecordId) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let file = case.seen().clone();
    match file.connections.contains_key(&record) {
        true => case.family.ecomap.choose(&file, record),
        false => model.ask(PaneRequest::GoTo(record)),
    }
}

/// The connection that a change is about.
fn chosen(model: &Model) -> Option<RecordId> {
    let case = model.case()?;
    let ecomap = seen(model, case);
    let pane = &case.family.ecomap;
    let line = match pane.part {
        Part::Drawing => None,
        Part::Words => {
            let lines = words(model, case, frames(model, case).words.rows.width);
            lines.get(pane.words.chosen).and_then(|line| line.leads)
        }
    };
    let line = line.filter(|record| case.file.connections.contains_key(record));
    line.or_else(|| Some(pane.chosen_of(&ecomap)?.1.record))
}

fn edit(model: &mut Model) {
    match chosen(model) {
        Some(record) => model.ask_edit(record),
        None => {
            model.say("No connection is chosen.");
        }
    }
}

fn remove(model: &mut Model) {
    match chosen(model) {
        Some(record) => {
            model.ask_remove("remove a connection", record, "removed from the ecomap");
        }
        None => {
            model.say("No connection is chosen.");
        }
    }
}

fn copy(model: &mut Model) {
    let Some(case) = model.case() else {
        return;
    };
    let ecomap = seen(model, case);
    let Some((_, system)) = case.family.ecomap.chosen_of(&ecomap) else {
        return;
    };
    let words = format!("{}: {}", system.name, system.in_words());
    model.ask_copy(words, "The connection is on the clipboard.");
}

/// Keeps what is chosen on the screen.
pub fn keep_seen(model: &mut Model) {
    let Some(case) = model.case() else {
        return;
    };
    let ecomap = seen(model, case);
    let place = frames(model, case);
    let room = usize::from(place.drawing.rows.height);
    let drawing = Drawing::of(&ecomap, usize::from(place.drawing.rows.width), room);
    let pane = &case.family.ecomap;
    let chosen = pane.chosen_of(&ecomap).and_then(|(at, _)| at);
    let top = chosen.map_or(pane.top, |at| drawing.top_for(at, pane.top, room));
    let lines = words(model, case, place.words.rows.width).len();
    if let Some(case) = model.case_mut() {
        let pane = &mut case.family.ecomap;
        pane.top = top;
        let rows = usize::from(place.words.rows.height);
        pane.words.keep_seen(lines, rows);
    }
}
