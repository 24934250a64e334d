//! Emotional lines: straight from person to person, behind everything else, each kind with its own signs.

use super::Part;
use super::cells::{Canvas, Cell};
use crate::insight::genogram::TieLine;
use crate::insight::genogram::layout::{Layout, Place};
use crate::record::TieKind;

/// The signs of which a line of a kind is made, one after the other; with and without Unicode.
pub fn pattern(kind: TieKind, ascii: bool) -> &'static [char] {
    match (kind, ascii) {
        (TieKind::Close, false) => &['═'],
        (TieKind::Close, true) => &['='],
        (TieKind::Fused, false) => &['≡'],
        (TieKind::Fused, true) => &['#'],
        (TieKind::Distant, _) => &['.', ' '],
        (TieKind::Hostile, _) => &['/', '\\'],
        (TieKind::CloseHostile, _) => &['/', '=', '\\', '='],
        (TieKind::CutOff, _) => &['-', '|', ' ', '|', '-'],
        (TieKind::Repaired, _) => &['-', '|', 'o', '|', '-'],
        (TieKind::PhysicalAbuse, _) => &['P', '/', '\\'],
        (TieKind::EmotionalAbuse, _) => &['E', '/', '\\'],
        (TieKind::SexualAbuse, _) => &['S', '/', '\\'],
        (TieKind::Controlling, _) => &['C', '-'],
        (TieKind::Caring, _) => &['-'],
    }
}

impl Canvas {
    /// A line from the edge of one symbol to the edge of another, over the heads of those who stand between on the same row. An
    /// arrow stands where a direction ends.
    pub(super) fn tie(&mut self, layout: &Layout, tie: TieLine) {
        let (Some(from), Some(to)) = (layout.place(tie.from), layout.place(tie.to)) else {
            return;
        };
        let cells = match between(layout, from, to) {
            true => over(from, to),
            false => straight(ends(from, to)),
        };
        let pattern = pattern(tie.kind, self.is_ascii());
        let part = Part::Tie(tie.kind);
        let mut drawn = 0;
        for (at, (column, row)) in cells.iter().enumerate() {
            let is_end = at + 1 == cells.len();
            let sign = match cells.get(at.saturating_sub(1)) {
                Some(before) if is_end && tie.kind.has_direction() => {
                    arrow(*before, (*column, *row), self.is_ascii())
                }
                _ => pattern.get(drawn % pattern.len()).copied().unwrap_or('.'),
            };
            if sign == ' ' || self.beside(*column, *row, Cell { sign, part }) {
                drawn += 1;
            }
        }
    }
}

/// Whether somebody stands between two on their row.
fn between(layout: &Layout, from: &Place, to: &Place) -> bool {
    let (low, high) = (from.left.min(to.left), from.left.max(to.left));
    let mut row = layout.row(from.row);
    from.row == to.row && row.any(|place| low < place.left && place.left < high)
}

/// Up from the one, across over the dates, down to the other.
fn over(from: &Place, to: &Place) -> Vec<(i32, i32)> {
    let row = (from.top - 1).max(0);
    let (start, end) = (from.left + 1, to.left + 1);
    let across = match start < end {
        true => (start..=end).collect::<Vec<_>>(),
        false => (end..=start).rev().collect(),
    };
    let up = (row + 1..from.bottom() - 1).rev().map(|row| (start, row));
    let down = (row + 1..to.bottom() - 1).map(|row| (end, row));
    up.chain(across.into_iter().map(|column| (column, row)))
        .chain(down)
        .collect()
}

/// Every cell of a straight line.
fn straight((start, end): ((i32, i32), (i32, i32))) -> Vec<(i32, i32)> {
    let steps = (end.0 - start.0).abs().max((end.1 - start.1).abs()).max(1);
    let cell = |step: i32| {
        let column = start.0 + (end.0 - start.0) * step / steps;
        (column, start.1 + (end.1 - start.1) * step / steps)
    };
    (0..=steps).map(cell).collect()
}

/// Where the line leaves the one and reaches the other: under or above where they stand on different rows, else in the row of
/// dates above them, or at their sides where they stand beside each other.
fn ends(from: &Place, to: &Place) -> ((i32, i32), (i32, i32)) {
    let row = |place: &Place| place.bottom() - 1;
    if from.row == to.row {
        return match from.left < to.left {
            true => ((from.right() + 1, row(from)), (to.left - 1, row(to))),
            false => ((from.left - 1, row(from)), (to.right() + 1, row(to))),
        };
    }
    let shift = |place: &Place| place.middle() - place.width / 4;
    match from.row < to.row {
        true => ((shift(from), from.bottom()), (shift(to), to.top - 1)),
        false => ((shift(from), from.top - 1), (shift(to), to.bottom())),
    }
}

fn arrow(start: (i32, i32), end: (i32, i32), ascii: bool) -> char {
    let sign = |sign, plain| if ascii { plain } else { sign };
    match (end.1 - start.1, end.0 - start.0) {
        (0, across) if across > 0 => sign('▸', '>'),
        (0, _) => sign('◂', '<'),
        (down, _) if down > 0 => sign('▾', 'v'),
        _ => sign('▴', '^'),
    }
}
