//! What stands on a screen that is too small for panes.

use super::SMALLEST;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use ratatui::Frame;
use ratatui::widgets::{Paragraph, Wrap};

/// Says that the screen is too small, and that nothing is lost.
pub fn draw(model: &Model, frame: &mut Frame) {
    let (columns, rows) = SMALLEST;
    let words = format!(
        "Throughline needs a screen of {columns}x{rows} or larger. Nothing is lost; make the window larger to go on."
    );
    let words = Paragraph::new(words)
        .style(model.look.style(Role::Text))
        .wrap(Wrap { trim: true });
    frame.render_widget(words, frame.area());
}
