//! A line that a command asked for: what follows when it changes, when it is accepted, and when it is left.

use super::caseload;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model, Screen};

/// The line changed: whoever asked may want to follow it letter by letter.
pub fn changed(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Prompt(prompt)) = model.layers.last() else {
        return Vec::new();
    };
    let (asked_by, typed) = (prompt.asked_by, prompt.line.text());
    if let (Some(Command::Filter), Screen::Caseload) = (asked_by, &model.screen) {
        caseload::filter(model, &typed);
    }
    Vec::new()
}

/// Enter takes the line; the command that asked goes on with it.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if command == Command::PromptAccept && matches!(model.layers.last(), Some(Layer::Prompt(_))) {
        model.layers.pop();
    }
    Vec::new()
}

/// The line was left without being taken: what followed it letter by letter goes back.
pub fn left(model: &mut Model, prompt: &Prompt) -> Vec<Effect> {
    if let (Some(Command::Filter), Screen::Caseload) = (prompt.asked_by, &model.screen) {
        let before = std::mem::take(&mut model.caseload.filter_before);
        caseload::filter(model, &before);
    }
    Vec::new()
}
