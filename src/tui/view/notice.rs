//! A message that must be read, over whatever else is on the screen.

use crate::tui::layout::Parts;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;

/// Draws the message, how many more wait, and the key that closes it.
pub fn draw(model: &Model, (words, more): (&str, usize), frame: &mut Frame, parts: &Parts) {
    let closes = match more {
        0 => "esc closes this message.".to_owned(),
        1 => "esc closes this message; 1 more waits.".to_owned(),
        _ => format!("esc closes this message; {more} more wait."),
    };
    let width = usize::from(parts.body.width).saturating_sub(4);
    let wrapped = |words: &str, role| {
        let lines = text::wrap(words, width).into_iter();
        lines.map(move |line| (line, role))
    };
    let lines = wrapped("Please read this", Role::Heading)
        .chain([(String::new(), Role::Text)])
        .chain(wrapped(words, Role::Fault))
        .chain([(String::new(), Role::Text)])
        .chain(wrapped(&closes, Role::Key));
    for ((line, role), row) in lines.zip(parts.body.rows().skip(1)) {
        let style = model.look.style(role);
        frame
            .buffer_mut()
            .set_stringn(row.x + 2, row.y, line, width, style);
    }
}
