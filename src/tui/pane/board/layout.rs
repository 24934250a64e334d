//! Where the parts of the board stand.

use crate::tui::layout::{is_wide, parts};
use crate::tui::model::case::board::{Board, Part};
use crate::tui::model::{Model, OpenCase};
use crate::tui::widget::text;
use ratatui::layout::Rect;

/// A part of the board: its heading line with everything under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Which part.
    pub part: Part,
    /// One line for the heading.
    pub heading: Rect,
    /// What a duty worker should know first, only over the children.
    pub note: Rect,
    /// The rows.
    pub rows: Rect,
    /// Lines that each row takes.
    pub lines: u16,
}

/// A row is spread over this many lines at most, where there is room for all rows.
const MOST_LINES: u16 = 3;

/// The parts that are seen.
pub fn frames(model: &Model, case: &OpenCase) -> Vec<Frame> {
    let body = parts(model).body;
    let note = case.seen().case.as_ref().map_or("", |case| &case.body.note);
    let board = &case.board;
    let areas = if board.whole {
        vec![(board.focus, body)]
    } else if is_wide(model.size) {
        quarters(board, body)
    } else {
        stacked(board, note, body)
    };
    areas
        .into_iter()
        .map(|(part, area)| frame(part, area, note, board.rows(part).len()))
        .collect()
}

/// How many rows a part shows; all of them fit where it is not seen.
pub fn rows_seen(model: &Model, part: Part) -> usize {
    let Some(case) = model.case() else {
        return 0;
    };
    let frames = frames(model, case);
    let frame = frames.iter().find(|frame| frame.part == part);
    frame.map_or(usize::MAX, |frame| {
        usize::from(frame.rows.height / frame.lines)
    })
}

/// Two beside two, goals and supervision between those on the right. The upper two take what their rows ask for, so that the story has room; never more than half.
fn quarters(board: &Board, body: Rect) -> Vec<(Part, Rect)> {
    let left = body.width / 2;
    let asked = board.rows(Part::Who).len() * 2 + 5;
    let asked = asked.max(board.rows(Part::Open).len() + 2);
    let asked = u16::try_from(asked).unwrap_or(u16::MAX);
    let top = asked.max(body.height / 4).min(body.height / 2);
    let below = body.height - top;
    // What was written lately gives room to goals and supervision, as many lines as they have, up to a third each.
    let tall = |part: Part, lines: usize| match board.rows(part).len() {
        0 => 0,
        rows => u16::try_from(rows * lines + 1)
            .unwrap_or(u16::MAX)
            .min(below / 3),
    };
    let goals = tall(Part::Goals, 2);
    let supervision = tall(Part::Supervision, 1);
    let area = |part: Part| {
        let (x, width) = match part {
            Part::Who | Part::Story => (body.x, left),
            _ => (body.x + left + 1, body.width - left - 1),
        };
        let (y, height) = match part {
            Part::Who | Part::Open => (body.y, top),
            Part::Story => (body.y + top, below),
            Part::Goals => (body.y + top, goals),
            Part::Supervision => (body.y + top + goals, supervision),
            Part::Lately => (
                body.y + top + goals + supervision,
                below - goals - supervision,
            ),
        };
        (part, Rect::new(x, y, width, height))
    };
    board.parts().map(area).collect()
}

/// One under the other: each has its heading and as many rows as it needs, as far as there is room; the story takes
/// what is left over.
fn stacked(board: &Board, note: &str, body: Rect) -> Vec<(Part, Rect)> {
    let wanted = |part: Part| {
        let lines = if part == Part::Who {
            note_lines(note, body.width)
        } else {
            0
        };
        u16::try_from(board.rows(part).len().max(1))
            .unwrap_or(u16::MAX)
            .saturating_add(lines)
    };
    let parts: Vec<Part> = board.parts().collect();
    let headings = u16::try_from(parts.len()).unwrap_or(u16::MAX);
    let mut room = body.height.saturating_sub(headings);
    let mut given = vec![0u16; parts.len()];
    // One row at a time to whoever still wants one, so that a long list does not take the room of a short one.
    while room > 0 {
        let before = room;
        for (part, given) in parts.iter().zip(&mut given) {
            if room > 0 && *given < wanted(*part) {
                *given += 1;
                room -= 1;
            }
        }
        if room == before {
            break;
        }
    }
    let story = parts.iter().position(|part| *part == Part::Story);
    if let Some(story) = story.and_then(|at| given.get_mut(at)) {
        *story += room;
    }
    let mut y = body.y;
    let mut areas = Vec::new();
    for (part, rows) in parts.into_iter().zip(given) {
        let height = (rows + 1).min(body.bottom().saturating_sub(y));
        areas.push((part, Rect::new(body.x, y, body.width, height)));
        y += height;
    }
    areas
}

fn frame(part: Part, area: Rect, note: &str, len: usize) -> Frame {
    let heading = Rect {
        height: area.height.min(1),
        ..area
    };
    let below = Rect {
        y: area.y + heading.height,
        height: area.height - heading.height,
        ..area
    };
    let lines = match part {
        Part::Who => note_lines(note, area.width).min(below.height.saturating_sub(1)),
        _ => 0,
    };
    let room = below.height - lines;
    let len = u16::try_from(len.max(1)).unwrap_or(u16::MAX);
    Frame {
        lines: (room / len).clamp(1, MOST_LINES),
        part,
        heading,
        note: Rect {
            height: lines,
            ..below
        },
        rows: Rect {
            y: below.y + lines,
            height: below.height - lines,
            ..below
        },
    }
}

/// Lines for the note: at most three, so that it never pushes the children away.
fn note_lines(note: &str, width: u16) -> u16 {
    if note.is_empty() {
        return 0;
    }
    let lines = text::wrap(note, usize::from(width.saturating_sub(2))).len();
    u16::try_from(lines.min(3)).unwrap_or(3)
}
