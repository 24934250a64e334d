//! The family pane: its views, and in the list choosing a person and reading what is recorded.

pub mod detail;
pub mod draw;
pub mod ecomap;
pub mod genogram;
mod going;
pub mod layout;
pub mod relationships;

use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::OpenCase;
use crate::tui::model::case::family::{Part, View};
use crate::tui::model::list::Place;
use crate::tui::model::request::PaneRequest;
use crate::tui::pane::Pane;
use crate::tui::pane::family::draw::lines_of;
use crate::tui::pane::family::layout::frames;
use ratatui::Frame;

/// The family, in its views.
pub struct FamilyTab;

impl Pane for FamilyTab {
    fn refresh(&self, model: &mut Model) {
        let ascii = model.look.ascii;
        if let Some((case, file, day)) = model.case_seen() {
            let (pane, child) = (&mut case.family, case.child);
            pane.refresh(&file);
            match pane.view {
                View::Genogram => pane.genogram.refresh(&file, child, day, ascii),
                View::Relationships => pane.relationships.refresh(&file, child, day),
                View::People | View::Ecomap => {}
            }
        }
        keep_seen(model);
    }

    fn run(&self, model: &mut Model, command: Command) {
        run(model, command)
    }

    fn back(&self, model: &mut Model) -> bool {
        back(model)
    }

    fn go_to(&self, model: &mut Model, record: RecordId) -> bool {
        going::go_to(model, record)
    }

    fn draw(&self, model: &Model, case: &OpenCase, frame: &mut Frame) {
        draw::draw(model, case, frame);
    }
}

/// Does what a command asks of the family pane.
fn run(model: &mut Model, command: Command) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let view = case.family.view;
    let asked = match command {
        Command::FamilyView => Some(view.next()),
        Command::FamilyPeople => Some(View::People),
        Command::FamilyGenogram => Some(View::Genogram),
        Command::FamilyEcomap => Some(View::Ecomap),
        Command::FamilyRelationships => Some(View::Relationships),
        _ => None,
    };
    if let Some(asked) = asked {
        case.family.view = asked;
        case.family.back_to = None;
        return;
    }
    match view {
        View::People => people(model, command),
        View::Genogram => genogram::run(model, command),
        View::Ecomap => ecomap::run(model, command),
        View::Relationships => relationships::run(model, command),
    }
}

/// Goes back to the view from which somebody came to a person; says whether there was one.
fn back(model: &mut Model) -> bool {
    if model.case().and_then(OpenCase::ledger).is_some() {
        return relationships::back(model);
    }
    let Some(case) = model.case_mut() else {
        return false;
    };
    match case.family.back_to.take() {
        Some(view) if case.family.view == View::People => {
            case.family.view = view;
            true
        }
        _ => false,
    }
}

/// Does what a command asks of the list of people.
fn people(model: &mut Model, command: Command) {
    let Some(case) = model.case() else {
        return;
    };
    let (list, detail) = frames(model, case);
    let seen = usize::from(list.rows.height);
    let person = case.family.chosen();
    let lines = person.map_or(0, |id| lines_of(model, case, id, detail.rows.width).len());
    let detail_seen = usize::from(detail.rows.height);
    let is_child = person.is_some_and(|id| {
        let person = case.seen().people.get(&id);
        person.is_some_and(|person| person.body.is_child)
    });
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.family;
    let moved = match pane.part {
        Part::People => pane.place.go(command, pane.people.len(), seen),
        Part::Detail => pane.detail.go(command, lines, detail_seen),
    };
    if moved {
        if pane.part == Part::People {
            pane.detail = Place::default();
        }
        return;
    }
    match command {
        Command::Open if is_child => {
            case.child = person;
            pane.part = Part::Detail;
        }
        Command::Open => pane.part = Part::Detail,
        Command::PaneNext | Command::PanePrevious => {
            pane.part = match pane.part {
                Part::People => Part::Detail,
                Part::Detail => Part::People,
            };
        }
        Command::Filter => return model.ask(PaneRequest::Run(Command::SearchCase)),
        Command::Zoom => pane.whole = !pane.whole,
        Command::PersonEdit => return edit(model),
        Command::PersonRemove => return remove(model),
        Command::Copy => return copy(model),
        _ => {}
    }
    keep_seen(model);
}

/// Keeps what is chosen on the screen.
fn keep_seen(model: &mut Model) {
    match model.case().map(|case| case.family.view) {
        Some(View::Genogram) => return genogram::keep_seen(model),
        Some(View::Relationships) => return relationships::refresh(model),
        Some(View::Ecomap) => ecomap::keep_seen(model),
        Some(View::People) | None => {}
    }
    let seen = model
        .case()
        .map_or(0, |case| usize::from(frames(model, case).0.rows.height));
    if let Some(case) = model.case_mut() {
        let len = case.family.people.len();
        case.family.place.keep_seen(len, seen);
    }
}

fn copy(model: &mut Model) {
    let Some(case) = model.case() else {
        return;
    };
    let person = case
        .family
        .chosen()
        .and_then(|id| case.seen().people.get(&id));
    let Some(name) = person.map(|person| person.body.name.clone()) else {
        return;
    };
    model.ask_copy(name, "The name is on the clipboard.");
}

/// The record that a change is about: the chosen person, or what the chosen line of the detail tells of.
fn record(model: &Model) -> Option<RecordId> {
    let case = model.case()?;
    let person = case.family.chosen()?;
    if case.family.part == Part::People {
        return Some(person);
    }
    let (_, detail) = frames(model, case);
    let lines = lines_of(model, case, person, detail.rows.width);
    lines.get(case.family.detail.chosen).map(|line| line.record)
}

fn edit(model: &mut Model) {
    match record(model) {
        Some(record) => model.ask_edit(record),
        None => {
            model.say("Nobody is chosen.");
        }
    }
}

/// Removes the chosen record; a person's bonds go with the person.
fn remove(model: &mut Model) {
    match record(model) {
        Some(record) => {
            model.ask_remove("remove from the family", record, "removed from the family")
        }
        None => model.say("Nobody is chosen."),
    }
}
