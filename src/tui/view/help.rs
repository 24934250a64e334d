//! The help: every key that works here, read from the loaded keymap, and every command with its words.

use crate::tui::model::Model;
use crate::tui::model::help::{HelpLine, HelpPage};
use crate::tui::theme::Role;
use crate::tui::widget::text;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws the help from a line on.
pub fn draw(model: &Model, help: &HelpPage, frame: &mut Frame, area: Rect) {
    let (lines, top) = (&help.lines, help.top);
    let look = &model.look;
    let width = usize::from(area.width);
    let keys_room = lines
        .iter()
        .map(keys_columns)
        .max()
        .unwrap_or(0)
        .min(width / 3);
    let name_room = 20;
    for (line, row) in lines.iter().skip(top).zip(area.rows()) {
        let x = row.x + 1;
        let buffer = frame.buffer_mut();
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(words) => {
                buffer.set_stringn(x, row.y, words, width - 1, look.style(Role::Heading));
            }
            HelpLine::Sign(sign, words) => {
                let sign = text::fill(&sign.to_string(), keys_room, look.ascii);
                let (x, y) = buffer.set_stringn(x + 1, row.y, sign, width, look.style(Role::Key));
                let room = usize::from(row.right().saturating_sub(x + 2));
                let words = text::cut(words, room, look.ascii);
                buffer.set_stringn(x + 2, y, words, room, look.style(Role::Text));
            }
            HelpLine::Keys(keys, command) => {
                let keys = text::fill(
                    if keys.is_empty() { ":" } else { keys },
                    keys_room,
                    look.ascii,
                );
                let (x, y) = buffer.set_stringn(x + 1, row.y, keys, width, look.style(Role::Key));
                let name = text::fill(command.name(), name_room, look.ascii);
                let (x, _) = buffer.set_stringn(x + 2, y, name, width, look.style(Role::Quiet));
                let room = usize::from(row.right().saturating_sub(x + 1));
                let words = text::cut(command.words(), room, look.ascii);
                buffer.set_stringn(x + 1, y, words, room, look.style(Role::Text));
            }
        }
    }
}

fn keys_columns(line: &HelpLine) -> usize {
    match line {
        HelpLine::Keys(keys, _) => text::columns(keys),
        _ => 0,
    }
}
