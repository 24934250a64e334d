//! A line that a command asked for: what follows when it changes, when it is accepted, and when it is left.

use super::{as_at, caseload, chronology, factors, supervision, walk};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::prompt::Prompt;
use crate::tui::model::{Layer, Model, Screen, Tab};

/// The line changed: whoever asked may want to follow it letter by letter.
pub fn changed(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Prompt(prompt)) = model.layers.last() else {
        return Vec::new();
    };
    let (asked_by, typed) = (prompt.asked_by, prompt.line.text());
    match (asked_by, &model.screen) {
        (Some(Command::Filter), Screen::Caseload) => caseload::filter(model, &typed),
        (Some(Command::Filter), Screen::Case(case)) if case.tab == Tab::Factors => {
            factors::filter(model, &typed);
        }
        (Some(Command::Filter), Screen::Case(_)) => chronology::changed(model, &typed),
        _ => {}
    }
    Vec::new()
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
    let typed = prompt.line.text();
    match (prompt.asked_by, &model.screen) {
        (Some(Command::AsAt), Screen::Case(_)) => return as_at::accepted(model, &typed),
        (Some(Command::ChangesSince), _) => return supervision::since(model, &typed),
        (Some(Command::WalkJump), _) => walk::jump(model, &typed),
        (Some(Command::Filter), Screen::Case(case)) if case.tab == Tab::Factors => {
            factors::filter(model, &typed);
        }
        (Some(asked_by @ (Command::Filter | Command::FilterForm)), Screen::Case(_)) => {
            chronology::accepted(model, asked_by, &typed)
        }
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
        (Some(Command::Filter), Screen::Case(case)) if case.tab == Tab::Factors => {
            factors::filter_left(model);
        }
        (Some(Command::Filter), Screen::Case(_)) => chronology::left(model),
        _ => {}
    }
    Vec::new()
}
