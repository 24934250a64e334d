//! A line that a command asked for: what follows when it changes, when it is accepted, and when it is left.

use super::{as_at, case, caseload, walk};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model, Screen};
use crate::tui::pane::{self, Typing};

/// The line changed: whoever asked may want to follow it letter by letter.
pub fn changed(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Prompt(prompt)) = model.layers.last() else {
        return Vec::new();
    };
    let (asked_by, line) = (prompt.asked_by, prompt.line.text());
    match (asked_by, &model.screen) {
        (Some(Command::Filter), Screen::Caseload) => caseload::filter(model, &line),
        (Some(asked_by), _) => return typed(model, asked_by, &line, Typing::Goes),
        _ => {}
    }
    Vec::new()
}

/// Hands the line to the pane that is seen.
fn typed(model: &mut Model, asked_by: Command, line: &str, typing: Typing) -> Vec<Effect> {
    if let Some(tab) = model.case().map(|case| case.tab) {
        pane::of(tab).typed(model, asked_by, line, typing);
    }
    case::asked(model)
}

/// Enter takes the line; the command that asked goes on with it.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if command != Command::PromptAccept {
        return Vec::new();
    }
    let Some(Layer::Prompt(prompt)) = model
        .layers
        .pop_if(|layer| matches!(layer, Layer::Prompt(_)))
    else {
        return Vec::new();
    };
    let line = prompt.line.text();
    match (prompt.asked_by, &model.screen) {
        (Some(Command::AsAt), Screen::Case(_)) => return as_at::accepted(model, &line),
        (Some(Command::WalkJump), _) => walk::jump(model, &line),
        (Some(asked_by), _) => return typed(model, asked_by, &line, Typing::Taken),
        _ => {}
    }
    Vec::new()
}

/// The line was left without being taken: what followed it letter by letter goes back.
pub fn left(model: &mut Model, prompt: &Prompt) -> Vec<Effect> {
    match (prompt.asked_by, &model.screen) {
        (Some(Command::Filter), Screen::Caseload) => {
            let before = std::mem::take(&mut model.caseload.filter_before);
            caseload::filter(model, &before);
        }
        (Some(asked_by), _) => return typed(model, asked_by, "", Typing::Left),
        _ => {}
    }
    Vec::new()
}
