//! The walk: begun, gone on with, steps gone, notes taken, actions and decisions opened, the record made at the end.

mod cases;
mod notes;

pub use cases::{arrived, begin, drafts_found, found_gone, is_walk, keep_due, saved};
pub use notes::{edited, key, pasted};

use super::{case, form};
use crate::insight::due::dues;
use crate::insight::supervision::last_supervision;
use crate::insight::walk::{Seen, page};
use crate::practice::walk::walk_steps;
use crate::record::{RecordId, RecordKind};
use crate::tui::command::{Command, Scope};
use crate::tui::effect::Effect;
use crate::tui::layout::walk::{frames, lines};
use crate::tui::model::form::FormKind;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::walk::Walk;
use crate::tui::model::{Layer, Model};
use crate::tui::pane::supervision;
use std::sync::Arc;

/// Does what a command asks of the walk that is seen.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some((rows, seen, chosen)) = place(model) else {
        return Vec::new();
    };
    let Some(walk) = &mut model.walk else {
        return Vec::new();
    };
    if walk.writing.is_some() {
        return notes::run(model, command);
    }
    if walk.asked != Some(command) {
        walk.asked = None;
    }
    let has_moved = match model.presenting {
        true => walk.place.scroll(command, rows, seen),
        false => walk.place.go(command, rows, seen),
    };
    if has_moved {
        return Vec::new();
    }
    match command {
        Command::WalkNext => step(model, true),
        Command::WalkBack => step(model, false),
        Command::WalkJump => {
            let prompt = Prompt::asking(Command::WalkJump, "step (number or name):", "");
            model.layers.push(Layer::Prompt(prompt));
        }
        Command::WalkPark => park(model),
        Command::WalkNote => return notes::begin(model),
        Command::Prompts => walk.prompts = !walk.prompts,
        Command::WalkAction => return open(model, FormKind::Record(RecordKind::Action), chosen),
        Command::WalkDecision => {
            return open(model, FormKind::Record(RecordKind::CaseDecision), chosen);
        }
        Command::WalkZone => return decide_zone(model, chosen),
        Command::WalkFinish => return open(model, FormKind::Record(RecordKind::Supervision), None),
        Command::WalkSkip => return cases::skip(model),
        Command::WalkEnd => return cases::end(model),
        Command::Present => model.presenting = !model.presenting,
        Command::Open => return look(model, chosen),
        Command::Copy => return copy(model),
        _ => {}
    }
    keep_soon(model);
    Vec::new()
}

/// One step back in the walk: the note that is being written, the large showing, then the walk itself, which is kept; says
/// whether there was such a step.
pub fn back(model: &mut Model) -> bool {
    if model.walk_seen().is_none() {
        return false;
    }
    if notes::done(model) || std::mem::take(&mut model.presenting) {
        return true;
    }
    go_away(model);
    true
}

/// Leaves the walk for the case; it is kept, and the same key goes back to it.
fn go_away(model: &mut Model) {
    if let Some(walk) = &mut model.walk {
        walk.is_away = true;
    }
    model.presenting = false;
    let key = model.keymap.key_for(&[Scope::Everywhere], Command::Walk);
    model.say(format!("The walk is kept; {key} goes back to it."));
}

/// How many lines there are, how many are seen, and the record that the chosen one is about: its own, or that of the line over
/// it under which it stands.
fn place(model: &Model) -> Option<(usize, usize, Option<RecordId>)> {
    let walk = model.walk_seen()?;
    let frames = frames(model, walk);
    let lines = lines(model, walk, frames.lines.rows.width);
    let above = lines.get(..=walk.place.chosen).unwrap_or_default();
    let chosen = above.iter().rev().find_map(|line| line.leads);
    Some((lines.len(), frames.lines.rows.height.into(), chosen))
}

/// Keeps the chosen line on the screen.
pub fn keep_seen(model: &mut Model) {
    let Some((rows, seen, _)) = place(model) else {
        return;
    };
    if let Some(walk) = &mut model.walk {
        walk.place.keep_seen(rows, seen);
    }
}

/// Works out what the step shows, unless it already follows from the case as it is.
pub fn refresh(model: &mut Model) {
    if model.walk_seen().is_none() {
        return;
    }
    let Some(mut walk) = model.walk.take() else {
        return;
    };
    if let Some(case) = model.case() {
        let file = Arc::clone(&case.file);
        let revisions = case.revisions.as_deref();
        if walk.is_stale(&file, model.today, revisions.is_some()) {
            if walk.is_of_another(&file) {
                walk.dues = dues(&file, model.today);
            }
            let noted = walk.noted();
            let seen = Seen {
                file: &file,
                today: model.today,
                until: model.today.max(model.now.date_naive()),
                session: Some(walk.session),
                zones_decided: &walk.zones_decided,
                dues: &walk.dues,
                noted: Some(&noted),
                revisions,
            };
            let step = walk.step().map_or("", |step| step.id.as_str());
            let page = page(step, seen);
            walk.take(page, &file, model.today, revisions.is_some());
        }
    }
    model.walk = Some(walk);
    keep_seen(model);
}

/// The walk changed: it is on its way to the disk.
fn keep_soon(model: &mut Model) {
    let by = model.now + form::drafts::SOON;
    if let Some(walk) = &mut model.walk {
        walk.keep_by.get_or_insert(by);
        walk.noted_again();
    }
}

/// Goes to the next step or the one before. Behind the last step stands the record.
fn step(model: &mut Model, forward: bool) {
    let Some(walk) = &mut model.walk else {
        return;
    };
    match (forward, walk.step) {
        (true, at) if at + 1 >= walk_steps().len() => {
            let key = model.keymap.key_for(&[Scope::Walk], Command::WalkFinish);
            model.say(format!(
                "This is the last step. {key} makes the record of the session."
            ));
        }
        (true, at) => walk.go_to_step(at + 1),
        (false, 0) => model.say("This is the first step."),
        (false, at) => walk.go_to_step(at - 1),
    }
}

/// A step was named: by its number, or by the first letters of a word of its title.
pub fn jump(model: &mut Model, typed: &str) {
    let typed = typed.trim().to_lowercase();
    let by_number = typed.parse::<usize>().ok();
    let by_name = || {
        let begins = |title: &str| {
            let title = title.to_lowercase();
            title
                .split_whitespace()
                .any(|word| word.starts_with(&typed))
        };
        let mut steps = walk_steps().iter();
        steps.position(|step| !typed.is_empty() && begins(&step.title))
    };
    let found = match by_number {
        Some(number) => number
            .checked_sub(1)
            .filter(|place| *place < walk_steps().len()),
        None => by_name(),
    };
    match (found, &mut model.walk) {
        (Some(place), Some(walk)) => {
            walk.go_to_step(place);
            keep_soon(model);
        }
        _ => model.say_fault(format!(
            "There is no step \u{201c}{typed}\u{201d}. Write a number from 1 to {}, or the beginning of a step's name.",
            walk_steps().len()
        )),
    }
}

fn park(model: &mut Model) {
    let Some(walk) = &mut model.walk else {
        return;
    };
    let Some(step) = walk.step() else {
        return;
    };
    let words = match walk.park(&step.id) {
        true => format!(
            "{} is put off: the next session begins with it.",
            step.title
        ),
        false => format!("{} is not put off any more.", step.title),
    };
    model.say(words);
}

/// Opens a form in the walk: what is written in it belongs to this session.
fn open(model: &mut Model, kind: FormKind, beside: Option<RecordId>) -> Vec<Effect> {
    form::open_in_walk(model, kind, beside)
}

/// Opens a decision on the zone of the child whom the chosen line is about, else of the one who is looked at.
fn decide_zone(model: &mut Model, chosen: Option<RecordId>) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let child = chosen.map(|id| {
        let decision = case.file.decisions.get(&id);
        decision.map_or(id, |decision| decision.body.child)
    });
    let child = child.filter(|id| {
        let person = case.file.people.get(id);
        person.is_some_and(|person| person.body.is_child)
    });
    match (child, case.file.children().as_slice()) {
        (Some(child), _) => case.child = Some(child),
        (None, [_]) => {}
        (None, _) => {
            model.say("Choose a line about the child first.");
            return Vec::new();
        }
    }
    open(model, FormKind::Record(RecordKind::ZoneDecision), None)
}

/// Goes into the case to what the chosen line is about; an open action is finished there and then.
fn look(model: &mut Model, chosen: Option<RecordId>) -> Vec<Effect> {
    let Some(record) = chosen else {
        model.say("This line leads nowhere.");
        return Vec::new();
    };
    let is_open_action = model.case().is_some_and(|case| {
        let action = case.file.actions.get(&record);
        action.is_some_and(|action| action.body.is_open())
    });
    if is_open_action {
        return form::requested(model, supervision::finishing(record, model.today));
    }
    go_away(model);
    case::go_to(model, record);
    Vec::new()
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let words = model.walk_seen().and_then(|walk| {
        let frames = frames(model, walk);
        let lines = lines(model, walk, frames.lines.rows.width);
        lines
            .get(walk.place.chosen)
            .map(|line| line.words.trim().to_owned())
    });
    let Some(words) = words else {
        return Vec::new();
    };
    model.say("The line is on the clipboard.");
    vec![Effect::Copy(words)]
}

/// Who sits in the session, as far as the record tells: the case's worker, and whoever supervised last; whoever writes is one
/// of the two.
fn who(model: &Model, walk: &mut Walk) {
    let Some(case) = model.case() else {
        return;
    };
    let holder = case.file.case.as_ref().map(|case| &case.body.worker);
    if walk.worker.is_empty() {
        walk.worker = holder.cloned().unwrap_or_default();
    }
    if walk.supervisor.is_empty() {
        let last = last_supervision(&case.file, model.today);
        let last = last.map(|last| last.body.supervisor.clone());
        let writes = Some(model.author.clone()).filter(|author| *author != walk.worker);
        walk.supervisor = last.or(writes).unwrap_or_default();
    }
}
