//! Reading the help.

use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout;
use crate::tui::model::list::Place;
use crate::tui::model::{Layer, Model};
use crate::tui::view::help;

/// Lays the help over the screen, unless it lies there.
pub fn open(model: &mut Model) {
    if !matches!(model.layers.last(), Some(Layer::Help(..))) {
        let scopes = model.scopes();
        model.layers.push(Layer::Help(scopes, 0));
    }
}

/// Scrolls.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = usize::from(layout::parts(model).body.height);
    let Some(Layer::Help(scopes, top)) = model.layers.last() else {
        return Vec::new();
    };
    let most = help::lines(model, scopes).len().saturating_sub(rows);
    let mut place = Place {
        chosen: *top,
        top: 0,
    };
    if place.go(command, most + 1, rows)
        && let Some(Layer::Help(_, top)) = model.layers.last_mut()
    {
        *top = place.chosen;
    }
    Vec::new()
}
