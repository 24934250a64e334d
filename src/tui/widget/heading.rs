//! The line over a part of a screen: its words, and a rule that shows whether keys go there.

use super::text;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws it. The part that keys go to has the marker before its words, for screens without colour.
pub fn heading(look: &Look, words: &str, has_keys: bool, buffer: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let width = usize::from(area.width);
    let (role, marker) = match has_keys {
        true => (Role::BorderFocused, look.marker()),
        false => (Role::Border, " "),
    };
    buffer.set_stringn(area.x, area.y, marker, 1, look.style(role));
    let words = text::cut(words, width.saturating_sub(2), look.ascii);
    let (x, y) = buffer.set_stringn(area.x + 1, area.y, &words, width, look.style(Role::Heading));
    let left = usize::from(area.right().saturating_sub(x + 1));
    buffer.set_stringn(x + 1, y, look.rule().repeat(left), left, look.style(role));
}
