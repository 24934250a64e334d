//! The matrix pane: where a child stands in the Risk and Resilience Matrix, and why.

use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;

/// Does what a command asks of the matrix pane.
pub fn run(_model: &mut Model, _command: Command) -> Vec<Effect> {
    Vec::new()
}

/// Keeps the chosen line on the screen.
pub fn keep_seen(_model: &mut Model) {}
