//! The relationships that last: adding to their lists, asking the child, deciding on a request, keeping a promise, the map.

use crate::record::{Answer, FixedChoice, RecordId, RecordKind};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::parts;
use crate::tui::layout::split::Frame;
use crate::tui::model::Model;
use crate::tui::model::form::FormKind;
use crate::tui::model::list::Place;
use crate::tui::model::relationships::Unwritten;
use crate::tui::update::{form, ledger, records};
use crate::tui::view::family::relationships::map_lines;

/// Does what a command asks here.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::RelationshipMap => return map(model),
        Command::RelationshipChild => return next_child(model),
        _ => {}
    }
    let is_map = model
        .case()
        .is_some_and(|case| case.family.relationships.map);
    if is_map && (scroll(model, command) || refuses(model, command)) {
        return Vec::new();
    }
    let unwritten = unwritten(model);
    match (command, unwritten) {
        (Command::PartEdit | Command::RelationshipAsked, Some(one)) => {
            let effects = write_down(model, &one);
            return match command {
                Command::RelationshipAsked => asked_today(model, effects),
                _ => effects,
            };
        }
        (Command::PartRemove, Some(one)) => {
            model.say(format!(
                "{} stands in another part of the record. Change it there.",
                one.name
            ));
            return Vec::new();
        }
        _ => {}
    }
    if !is_map && let Some(effects) = ledger::run(model, command) {
        return effects;
    }
    match command {
        Command::RelationshipAdd => {
            let kind = model.case().map(|case| case.family.relationships.adds());
            form::open(
                model,
                kind.unwrap_or(FormKind::Record(RecordKind::Relationship)),
                None,
            )
        }
        Command::RelationshipAsked => ask(model),
        Command::RelationshipSettle => settle(model),
        _ => Vec::new(),
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

/// Opens a new relationship with somebody whom the record knows from elsewhere.
fn write_down(model: &mut Model, one: &Unwritten) -> Vec<Effect> {
    let effects = form::open(model, FormKind::Record(RecordKind::Relationship), None);
    if let Some(form) = model.form_mut() {
        match one.person {
            Some(person) => form.put("person", &person.to_string()),
            None => form.put("name", &one.name),
        }
        let standing = one.standing.iter().map(|standing| standing.id());
        form.put("standing", &standing.collect::<Vec<_>>().join("\n"));
        form.go_to("ring");
    }
    form::keep_seen(model);
    effects
}

/// Opens the chosen relationship where it is written what the child said, with today as the day.
fn ask(model: &mut Model) -> Vec<Effect> {
    let chosen = chosen(model);
    let is_one = |id: &RecordId| {
        let case = model.case();
        case.is_some_and(|case| case.file.relationships.contains_key(id))
    };
    match chosen.filter(is_one) {
        Some(id) => {
            let effects = records::edit(model, id);
            asked_today(model, effects)
        }
        None => {
            model.say("Choose a relationship first.");
            Vec::new()
        }
    }
}

fn asked_today(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let today = model.today.format("%-d/%-m/%Y").to_string();
    if let Some(form) = model.form_mut() {
        form.put("asked_on", &today);
        form.go_to("ring");
    }
    form::keep_seen(model);
    effects
}

/// Opens the chosen request where it is decided, or the chosen promise where it is said to be kept, with today as the day.
fn settle(model: &mut Model) -> Vec<Effect> {
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
            return Vec::new();
        }
    };
    let effects = records::edit(model, id);
    let today = model.today.format("%-d/%-m/%Y").to_string();
    if let Some(form) = model.form_mut() {
        if is_open && form.text(field).is_empty() {
            form.put(field, &today);
        }
        form.go_to(question);
    }
    form::keep_seen(model);
    effects
}

fn chosen(model: &Model) -> Option<RecordId> {
    let pane = &model.case()?.family.relationships;
    pane.ledger.chosen_record()
}

/// Shows the map, or the lists again.
fn map(model: &mut Model) -> Vec<Effect> {
    if let Some(case) = model.case_mut() {
        let pane = &mut case.family.relationships;
        pane.map = !pane.map;
        pane.map_place = Place::default();
    }
    Vec::new()
}

/// Looks at the next child.
fn next_child(model: &mut Model) -> Vec<Effect> {
    if let Some(case) = model.case_mut() {
        let children: Vec<RecordId> = case.seen().children().iter().map(|one| one.id()).collect();
        let at = children.iter().position(|id| Some(*id) == case.child);
        let next = at.map_or(0, |at| (at + 1) % children.len().max(1));
        case.child = children.get(next).copied().or(case.child);
    }
    Vec::new()
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
