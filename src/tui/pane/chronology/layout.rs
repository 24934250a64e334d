//! Where the parts of the chronology stand: one function of the size and the state, asked by the view and by `update`.

use crate::insight::lengths::Length;
use crate::record::CaseFile;
use crate::tui::layout::{is_wide, parts};
use crate::tui::model::case::chronology::{ChronologyPane, Part};
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::band::BandRows;
use ratatui::layout::Rect;

/// Rows that the list and the detail keep for themselves before the band gives way.
const LEAST_BELOW: u16 = 8;

/// Rows from which the band stands over the story too; on fewer, the one page is for its words.
const ROOM_FOR_BOTH: u16 = 30;

/// The parts. One without rows is not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Whose chronology, what is filtered, how much is told.
    pub line: Rect,
    /// The band.
    pub band: Rect,
    /// What of the band fits.
    pub band_rows: BandRows,
    /// The names of the list's columns.
    pub columns: Rect,
    /// The list, or the story.
    pub list: Rect,
    /// The line between list and detail, standing when they are side by side, lying when not.
    pub rule: Rect,
    /// The chosen entry in full.
    pub detail: Rect,
}

/// The parts of the chronology of this case, on the model's screen.
pub fn layout(model: &Model, case: &OpenCase) -> Layout {
    let body = parts(model).body;
    of(body, is_wide(model.size), &case.chronology, case.seen())
}

/// The parts within a body.
pub fn of(body: Rect, wide: bool, pane: &ChronologyPane, file: &CaseFile) -> Layout {
    let mut at = Layout {
        line: top(body, 1),
        ..Layout::default()
    };
    let mut below = under(body, 1);
    let whole_detail = pane.whole && pane.part == Part::Detail;
    if pane.whole {
        if whole_detail {
            at.detail = below;
            return at;
        }
    } else if pane.length != Length::Story || body.height >= ROOM_FOR_BOTH {
        let room = below.height.saturating_sub(LEAST_BELOW);
        at.band_rows = BandRows::of(pane.children(file).len(), pane.shown.has_zones, room);
        at.band = top(below, at.band_rows.height());
        below = under(below, at.band.height);
    }
    if pane.length == Length::Story {
        at.list = under(below, 1);
        return at;
    }
    if pane.whole {
        at.columns = top(below, 1);
        at.list = under(below, 1);
    } else if wide {
        let list = below.width * 3 / 5;
        at.columns = Rect {
            height: below.height.min(1),
            width: list,
            ..below
        };
        at.list = under(
            Rect {
                width: list,
                ..below
            },
            1,
        );
        at.rule = Rect {
            x: below.x + list,
            width: 1,
            ..below
        };
        let detail = list + 2;
        at.detail = Rect {
            x: below.x + detail,
            width: below.width - detail,
            ..below
        };
    } else {
        // The list keeps a little more than half, and the detail never less than three rows when there is room.
        let list = (below.height * 11 / 20)
            .min(below.height.saturating_sub(4))
            .max(2);
        at.columns = top(below, 1);
        at.list = under(top(below, list), 1);
        let rest = under(below, list);
        at.rule = top(rest, 1);
        at.detail = under(rest, 1);
    }
    at
}

fn top(area: Rect, rows: u16) -> Rect {
    Rect {
        height: area.height.min(rows),
        ..area
    }
}

fn under(area: Rect, rows: u16) -> Rect {
    let rows = area.height.min(rows);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
