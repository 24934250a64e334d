//! Seeing a case as it was known on an earlier day, and coming back to today.

use crate::insight::as_at;
use crate::record::{Body, CaseId, Record};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model};
use std::sync::Arc;

const ASKS: &str = "as known on";

/// Asks for the day.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let day = model.case().and_then(|case| case.as_at.as_ref());
    let text = day.map_or_else(String::new, |(day, _)| day.format("%-d/%-m/%Y").to_string());
    model
        .layers
        .push(Layer::Prompt(Prompt::asking(Command::AsAt, ASKS, &text)));
    Vec::new()
}

/// A day was typed; the case's revisions are read for it. Nothing typed comes back to today.
pub fn accepted(model: &mut Model, typed: &str) -> Vec<Effect> {
    if typed.trim().is_empty() {
        come_back(model);
        return Vec::new();
    }
    let day = match as_at::day(typed, model.today) {
        Ok(day) => day,
        Err(words) => {
            model
                .layers
                .push(Layer::Prompt(Prompt::asking(Command::AsAt, ASKS, typed)));
            model.say_fault(words);
            return Vec::new();
        }
    };
    let today = model.today;
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    if day == today {
        come_back(model);
        return Vec::new();
    }
    case.looks_back_to = Some(day);
    case.file
        .id()
        .map(Effect::LoadRevisions)
        .into_iter()
        .collect()
}

/// The revisions are there: the case is shown as it was known, when a day waits for them.
pub fn read_back(model: &mut Model, of: CaseId, revisions: Vec<Record<Body>>) {
    let Some(case) = model.case_mut().filter(|case| case.file.id() == Some(of)) else {
        return;
    };
    let back_to = case.looks_back_to.take();
    if let Some(day) = back_to {
        case.as_at = Some((day, Arc::new(as_at::as_at(&revisions, day))));
    }
    case.revisions = Some(revisions);
    if let Some(day) = back_to {
        let day = day.format("%-d %b %Y");
        model.say(format!(
            "As known on {day}. People and bonds that carry no date are shown all the same."
        ));
    }
}

/// Comes back to today; `false` when today is what is seen.
pub fn come_back(model: &mut Model) -> bool {
    let was_back = model
        .case_mut()
        .is_some_and(|case| case.as_at.take().is_some());
    if was_back {
        model.say("Back to today.");
    }
    was_back
}

/// Whether a command would write to the case while an earlier day of it is seen. It is refused in words. A form, an
/// import or private notes that already lie over the case keep their own commands.
pub fn refuses(model: &mut Model, command: Command) -> bool {
    let Some((day, _)) = model.case().and_then(|case| case.as_at.as_ref()) else {
        return false;
    };
    let scopes = model.layers.last().map(Layer::scopes).unwrap_or_default();
    if !command.writes() || scopes.first() == Some(&command.scope()) {
        return false;
    }
    let day = day.format("%-d %b %Y");
    let key = model.keymap.key_for(&model.scopes(), Command::Back);
    let words = format!("You see what was known on {day}. To write, come back to today ({key}).");
    model.say(words);
    true
}
