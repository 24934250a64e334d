//! Where the parts of the factors pane stand.

use crate::tui::layout::parts;
use crate::tui::model::case::factors::Side;
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::split::{Alone, Frame, split};
use ratatui::layout::Rect;

/// The table: its heading, the names over the columns, its lines, and what the signs mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// One line for the heading.
    pub heading: Rect,
    /// One line for the names of people.
    pub names: Rect,
    /// The lines.
    pub rows: Rect,
    /// One line that says what the signs mean.
    pub legend: Rect,
}

/// The table, and what is chosen in it. A table over the rest takes somewhat more than half.
pub fn frames(model: &Model, case: &OpenCase) -> (Table, Frame) {
    let body = parts(model).body;
    let pane = &case.factors;
    let alone = pane.whole.then_some(match pane.side {
        Side::Table => Alone::First,
        Side::Detail => Alone::Second,
    });
    let wide = (body.width * 5 / 8).min(110);
    // A table that is narrowed down leaves its room to the rest.
    let lines = u16::try_from(pane.lines.len()).unwrap_or(body.height);
    let tall = lines.saturating_add(3).max(5);
    let tall = tall.min(body.height * 11 / 20);
    let (table, detail) = split(body, alone, wide, tall);
    let line = |area: Rect, y: u16| Rect {
        y,
        height: area.height.min(1),
        ..area
    };
    let all = table.rows;
    let table = Table {
        heading: table.heading,
        names: line(all, all.y),
        rows: Rect {
            y: all.y + all.height.min(1),
            height: all.height.saturating_sub(2),
            ..all
        },
        legend: match all.height {
            0 | 1 => Rect::default(),
            height => line(all, all.y + height - 1),
        },
    };
    (table, detail)
}
