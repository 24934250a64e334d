//! One row of a list: pieces of text in columns. The chosen row is marked at its beginning only, so that moving through a
//! list on a slow line sends little.

use super::text;
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Whether a row is chosen, and whether keys go to its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Not chosen.
    No,
    /// Chosen in the list that keys go to.
    Here,
    /// Chosen in a list that keys do not go to.
    Elsewhere,
}

/// Draws pieces left to right, each in its own number of columns with one blank after it; the last takes what is left.
pub fn row(
    look: &Look,
    pieces: &[(&str, usize, Role)],
    chosen: Chosen,
    buffer: &mut Buffer,
    area: Rect,
) {
    if area.is_empty() {
        return;
    }
    let over = match chosen {
        Chosen::No => None,
        Chosen::Here => Some((look.marker(), look.style(Role::Selected))),
        Chosen::Elsewhere => Some((look.marker_elsewhere(), look.style(Role::SelectedElsewhere))),
    };
    let mut x = area.x + 1;
    for (at, (words, room, role)) in pieces.iter().enumerate() {
        let left = usize::from(area.right().saturating_sub(x));
        let room = if at + 1 == pieces.len() {
            left
        } else {
            (*room).min(left)
        };
        let words = text::cut(words, room, look.ascii);
        buffer.set_stringn(x, area.y, words, room, look.style(*role));
        let piece = u16::try_from(room).unwrap_or(u16::MAX);
        if let (0, Some((marker, style))) = (at, over) {
            let marked = Rect::new(area.x, area.y, piece.saturating_add(1), 1);
            buffer.set_stringn(area.x, area.y, marker, 1, style);
            buffer.set_style(marked.intersection(area), style);
        }
        x = x.saturating_add(piece).saturating_add(1);
        if x >= area.right() {
            break;
        }
    }
}
