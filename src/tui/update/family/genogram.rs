//! The genogram: walking along kin, folding, zooming, choosing what is drawn.

use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::Model;

/// Does what a command asks here.
pub fn run(_model: &mut Model, _command: Command) -> Vec<Effect> {
    Vec::new()
}
