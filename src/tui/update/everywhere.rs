//! Commands that work on every screen.

use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;

/// Does the command when it is one of these.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Quit => vec![Effect::Quit],
        Command::Redraw => vec![Effect::Redraw],
        Command::Back => {
            model.layers.pop();
            Vec::new()
        }
        _ => Vec::new(),
    }
}
