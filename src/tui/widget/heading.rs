//! The line over a part of a screen: its words, and a rule that shows whether keys go there and says whether there is more
//! than what is seen.

use super::text;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is said of the lines that are not seen, of so many with so many seen from the first on; nothing when all are.
pub fn more(first: usize, seen: usize, all: usize) -> &'static str {
    match (first > 0, first.saturating_add(seen) < all) {
        (false, false) => "",
        (true, true) => "more above and below",
        (true, false) => "more above",
        (false, true) => "more below",
    }
}

/// A rule of so many columns that says near its right end what is not seen, where there is room.
pub fn rule(look: &Look, more: &str, columns: usize) -> String {
    let told = match more {
        "" => String::new(),
        more => format!(" {more} {}", look.rule().repeat(2)),
    };
    match columns.checked_sub(text::columns(&told)) {
        Some(left) => look.rule().repeat(left) + &told,
        None => look.rule().repeat(columns),
    }
}

/// Draws it. The part that keys go to has the marker before its words, for screens without colour. Words that would leave
/// no room to say what is not seen are cut.
pub fn heading(
    look: &Look,
    words: &str,
    more: &str,
    has_keys: bool,
    buffer: &mut Buffer,
    area: Rect,
) {
    if area.is_empty() {
        return;
    }
    let width = usize::from(area.width);
    let (role, marker) = match has_keys {
        true => (Role::BorderFocused, look.marker()),
        false => (Role::Border, " "),
    };
    buffer.set_stringn(area.x, area.y, marker, 1, look.style(role));
    let kept = match more {
        "" => 2,
        more => 2 + 4 + text::columns(more),
    };
    let words = text::cut(words, width.saturating_sub(kept), look.ascii);
    let (x, y) = buffer.set_stringn(area.x + 1, area.y, &words, width, look.style(Role::Heading));
    let left = usize::from(area.right().saturating_sub(x + 1));
    buffer.set_stringn(x + 1, y, rule(look, more, left), left, look.style(role));
}
