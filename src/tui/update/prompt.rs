//! A line that a command asked for: what follows when it changes and when it is accepted.

use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::{Layer, Model};

/// The line changed: whoever asked may want to follow it letter by letter.
pub fn changed(_model: &mut Model) -> Vec<Effect> {
    Vec::new()
}

/// Enter takes the line; the command that asked goes on with it.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if command == Command::PromptAccept && matches!(model.layers.last(), Some(Layer::Prompt(_))) {
        model.layers.pop();
    }
    Vec::new()
}
