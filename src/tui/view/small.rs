//! What stands on a screen that is too small for panes.

use crate::tui::layout::SMALLEST;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;

/// Says that the screen is too small, and that nothing is lost.
pub fn draw(model: &Model, frame: &mut Frame) {
    let (columns, rows) = SMALLEST;
    let words = format!(
        "Throughline needs {columns}x{rows} or more. Nothing is lost: make the window larger to go on."
    );
    let area = frame.area();
    let lines = text::wrap(&words, usize::from(area.width));
    for (line, y) in lines.iter().zip(area.rows()) {
        frame.buffer_mut().set_stringn(
            y.x,
            y.y,
            line,
            usize::from(y.width),
            model.look.style(Role::Text),
        );
    }
}
