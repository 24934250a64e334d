//! Drawing: every view is a function of the model.
//!
//! Every screen has a title line that says where you are, the body, and one hint line. Below 60x16 the program says
//! so and keeps its state.

mod small;

use super::model::Model;
use ratatui::Frame;

/// The smallest screen on which panes are drawn, in columns and rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Draws one frame.
pub fn draw(model: &Model, frame: &mut Frame) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        small::draw(model, frame);
    }
}
