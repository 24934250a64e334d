//! The relationships that last: adding to their lists, asking the child, deciding on a request, keeping a promise, the map.

pub mod detail;
pub mod draw;
pub mod map;

use crate::record::{Answer, FixedChoice, RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::layout::parts;
use crate::tui::model::Model;
use crate::tui::model::case::relationships::Unwritten;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::request::{FormRequest, PaneRequest};
use crate::tui::pane::family::relationships::draw::map_lines;
use crate::tui::pane::ledger;
use crate::tui::widget::split::Frame;

/// Does what a command asks here.
pub fn run(model: &mut Model, command: Command) {
    match command {
        Command::RelationshipMap => return map(model),
        Command::RelationshipChild => return next_child(model),
        _ => {}
    }
    let is_map = model
        .case()
        .is_some_and(|case| case.family.relationships.map);
    if is_map && (scroll(model, command) || refuses(model, command)) {
        return;
    }
    let unwritten = unwritten(model);
    match (command, unwritten) {
        (Command::PartEdit, Some(one)) => return model.ask(PaneRequest::Form(written_down(&one))),
        (Command::RelationshipAsked, Some(one)) => {
            return asked_today(model, written_down(&one));
        }
        (Command::PartRemove, Some(one)) => {
            model.say(format!(
                "{} stands in another part of the record. Change it there.",
                one.name
            ));
            return;
        }
        _ => {}
    }
    if !is_map && ledger::run(model, command) {
        return;
    }
    match command {
        Command::RelationshipAdd => {
            let kind = model.case().map(|case| case.family.relationships.adds());
            model.ask_form(kind.unwrap_or(FormKind::Record(RecordKind::Relationship)))
        }
        Command::RelationshipAsked => ask(model),
        Command::RelationshipSettle => settle(model),
        _ => {}
    }
}

/// Lays out what is chosen, and keeps it on the screen.
pub fn refresh(model: &mut Model) {
    ledger::refresh(model, |model, case| detail::detail(model, case).page());
}

/// Goes back from the map to the lists, then within these; says whether there was such a step.
pub fn back(model: &mut Model) -> bool {
    let pane = model.case_mut().map(|case| &mut case.family.relationships);
    match pane {
        Some(pane) if pane.map => {
            pane.map = false;
            true
        }
        _ => ledger::back(model),
    }
}

/// Says that the map has no chosen line, where a command would act on one.
fn refuses(model: &mut Model, command: Command) -> bool {
    let acts_on_line = [
        Command::PartEdit,
        Command::PartRemove,
        Command::RelationshipAsked,
        Command::RelationshipSettle,
    ];
    let is_refused = acts_on_line.contains(&command);
    if is_refused {
        let key = model
            .keymap
            .key_for(&model.scopes(), Command::RelationshipMap);
        model.say(format!(
            "The map is shown; {key} brings the lists back to choose in."
        ));
    }
    is_refused
}

fn unwritten(model: &Model) -> Option<Unwritten> {
    let pane = &model.case()?.family.relationships;
    pane.chosen_unwritten().cloned()
}

/// A new relationship with somebody whom the record knows from elsewhere.
fn written_down(one: &Unwritten) -> FormRequest {
    let form = FormRequest::new(FormKind::Record(RecordKind::Relationship));
    let form = match one.person {
        Some(person) => form.put("person", person.to_string()),
        None => form.put("name", one.name.clone()),
    };
    let standing = one.standing.iter().map(|standing| standing.id());
    form.put("standing", standing.collect::<Vec<_>>().join("\n"))
        .at("ring")
}

/// Opens the chosen relationship where it is written what the child said, with today as the day.
fn ask(model: &mut Model) {
    let chosen = chosen(model);
    let is_one = |id: &RecordId| {
        let case = model.case();
        case.is_some_and(|case| case.file.relationships.contains_key(id))
    };
    let form = chosen.filter(is_one).and_then(|id| model.form_for(id));
    match form {
        Some(form) => asked_today(model, form),
        None => model.say("Choose a relationship first."),
    }
}

fn asked_today(model: &mut Model, form: FormRequest) {
    let today = model.today.format("%-d/%-m/%Y").to_string();
    model.ask(PaneRequest::Form(form.put("asked_on", today).at("ring")));
}

/// Opens the chosen request where it is decided, or the chosen promise where it is said to be kept, with today as the day.
fn settle(model: &mut Model) {
    let found = chosen(model).and_then(|id| {
        let file = &model.case()?.file;
        let request = file.contacts_after_care.get(&id);
        let open = request.map(|one| one.body.answer == Answer::Open);
        let promise = file.promises.get(&id).map(|one| one.body.is_open());
        Some((id, open, promise))
    });
    let (id, is_open, field, question) = match found {
        Some((id, Some(is_open), _)) => (id, is_open, "decided_on", "answer"),
        Some((id, _, Some(is_open))) => (id, is_open, "kept_on", "kept_on"),
        _ => {
            model.say("Choose a request or a promise first.");
            return;
        }
    };
    let Some(form) = model.form_for(id) else {
        return;
    };
    let today = model.today.format("%-d/%-m/%Y").to_string();
    let form = match is_open {
        true => form.fill(field, today),
        false => form,
    };
    model.ask(PaneRequest::Form(form.at(question)));
}

fn chosen(model: &Model) -> Option<RecordId> {
    let pane = &model.case()?.family.relationships;
    pane.ledger.chosen_record()
}

/// Shows the map, or the lists again.
fn map(model: &mut Model) {
    if let Some(case) = model.case_mut() {
        let pane = &mut case.family.relationships;
        pane.map = !pane.map;
        pane.map_place = Place::default();
    }
}

/// Looks at the next child.
fn next_child(model: &mut Model) {
    if let Some(case) = model.case_mut() {
        let children: Vec<RecordId> = case.seen().children().iter().map(|one| one.id()).collect();
        let at = children.iter().position(|id| Some(*id) == case.child);
        let next = at.map_or(0, |at| (at + 1) % children.len().max(1));
        case.child = children.get(next).copied().or(case.child);
    }
}

/// Scrolls the map; says whether the command was one of movement.
fn scroll(model: &mut Model, command: Command) -> bool {
    let Some(case) = model.case() else {
        return false;
    };
    let place = Frame::of(parts(model).body);
    let (len, seen) = (
        map_lines(model, case, place.rows).len(),
        usize::from(place.rows.height),
    );
    let Some(case) = model.case_mut() else {
        return false;
    };
    case.family
        .relationships
        .map_place
        .scroll(command, len, seen)
}
