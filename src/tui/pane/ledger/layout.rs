//! Where lists side by side and the chosen line in full stand.

use crate::tui::layout::parts;
use crate::tui::model::Model;
use crate::tui::model::ledger::{Ledger, Side};
use crate::tui::widget::split::{Alone, Frame, split};
use ratatui::layout::Rect;

/// From this width on four lists stand beside each other, not two over two.
const FOUR: u16 = 160;

/// From this height on the chosen line in full stands under the lists while it is read.
const TALL: u16 = 26;

/// The frames of the lists, and that of the chosen line. A list that is not seen has no rows.
pub fn frames(model: &Model, ledger: &Ledger) -> (Vec<Frame>, Frame) {
    let body = parts(model).body;
    let count = ledger.lists.len();
    let alone = match (ledger.side, ledger.whole) {
        (Side::Detail, whole) if whole || body.height < TALL => Some(Alone::Second),
        (Side::Lists, true) => Some(Alone::First),
        _ => None,
    };
    if count <= 1 {
        let rows = ledger.list().map_or(0, |list| list.rows.len());
        let tall = u16::try_from(rows)
            .unwrap_or(u16::MAX)
            .saturating_add(1)
            .max(4);
        let (list, detail) = split(body, alone, body.width / 2, tall.min(body.height / 2));
        return (vec![list; count], detail);
    }
    let one = |at: usize, area: Rect| {
        let mut frames = vec![Frame::default(); count];
        if let Some(frame) = frames.get_mut(at) {
            *frame = Frame::of(area);
        }
        frames
    };
    match alone {
        Some(Alone::First) => return (one(ledger.at, body), Frame::default()),
        Some(Alone::Second) => return (vec![Frame::default(); count], Frame::of(body)),
        None => {}
    }
    let columns = if count == 4 && body.width < FOUR {
        2
    } else {
        count
    };
    let longest = ledger.lists.iter().map(|list| list.rows.len()).max();
    let wanted = (longest.unwrap_or(0).max(2) + 1) * count.div_ceil(columns);
    // What the lists do not need is left to the chosen line.
    let wanted = u16::try_from(wanted).unwrap_or(u16::MAX);
    let tall = wanted.min(body.height * 3 / 5);
    let top = Rect {
        height: tall,
        ..body
    };
    let below = Rect {
        y: body.y + tall,
        height: body.height - tall,
        ..body
    };
    (grid(top, count, columns), Frame::of(below))
}

/// So many areas in so many columns, row after row, with a blank column between.
fn grid(area: Rect, count: usize, columns: usize) -> Vec<Frame> {
    let rows = count.div_ceil(columns.max(1));
    let share = |whole: u16, parts: usize, at: usize| {
        let (whole, parts) = (usize::from(whole), parts.max(1));
        let (from, to) = (whole * at / parts, whole * (at + 1) / parts);
        (
            u16::try_from(from).unwrap_or(0),
            u16::try_from(to - from).unwrap_or(0),
        )
    };
    let cell = |at: usize| {
        let (x, width) = share(area.width, columns, at % columns.max(1));
        let (y, height) = share(area.height, rows, at / columns.max(1));
        let gap = u16::from(at % columns.max(1) + 1 < columns);
        Frame::of(Rect {
            x: area.x + x,
            y: area.y + y,
            width: width.saturating_sub(gap),
            height,
        })
    };
    (0..count).map(cell).collect()
}
