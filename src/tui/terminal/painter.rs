//! Turns frames into the few bytes that change the terminal from what it shows to what it should show.
//!
//! On a poor line every byte is time. The painter knows what the terminal shows; it sends only cells that differ,
//! changes its pen only where it must, erases ends of lines instead of writing blanks, and when part of the frame only
//! moved up or down it lets the terminal move it (DECSTBM with line feed and reverse index, which a VT100 knows).

use super::pen::Pen;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Frames larger than this many bytes are wrapped in a synchronized update, so that they appear at once.
const WORTH_SYNCHRONIZING: usize = 1024;

/// Remembers what the terminal shows.
#[derive(Debug, Default)]
pub struct Painter {
    shown: Option<Buffer>,
    caret_shown: bool,
    /// Whether the terminal understands synchronized updates or passes over them.
    pub synchronizes: bool,
}

impl Painter {
    /// Forgets what the terminal shows: the next frame clears it and is sent whole.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// The bytes that make the terminal show this frame, with the caret where text is typed. Nothing changed, nothing
    /// sent.
    pub fn paint(&mut self, wanted: &Buffer, caret: Option<Position>) -> String {
        let mut out = String::new();
        let shown = match self.shown.take().filter(|shown| shown.area == wanted.area) {
            Some(shown) => shown,
            None => {
                out.push_str("\x1b[?25l\x1b[m\x1b[H\x1b[2J");
                self.caret_shown = false;
                Buffer::empty(wanted.area)
            }
        };
        let changes = shortest(&shown, wanted);
        if self.caret_shown && (!changes.is_empty() || caret.is_none()) {
            out.push_str("\x1b[?25l");
            self.caret_shown = false;
        }
        out.push_str(&changes);
        if let Some(Position { x, y }) = caret {
            let _ = write!(out, "\x1b[{};{}H", y + 1, x + 1);
            if !self.caret_shown {
                out.push_str("\x1b[?25h");
            }
            self.caret_shown = true;
        }
        self.shown = Some(wanted.clone());
        if self.synchronizes && out.len() > WORTH_SYNCHRONIZING {
            out.insert_str(0, "\x1b[?2026h");
            out.push_str("\x1b[?2026l");
        }
        out
    }
}

/// The shorter of sending what differs, and moving what moved and sending what differs then.
fn shortest(shown: &Buffer, wanted: &Buffer) -> String {
    let width = usize::from(wanted.area.width);
    if width == 0 {
        return String::new();
    }
    let mut best = differences(&shown.content, &wanted.content, width);
    for moved in moves(shown, wanted, width) {
        let mut out = moved.codes();
        if out.len() < best.len() {
            out.push_str(&differences(
                &moved.applied(&shown.content, width),
                &wanted.content,
                width,
            ));
        }
        if out.len() < best.len() {
            best = out;
        }
    }
    best
}

/// Rows `top..=bottom` moved by `by` rows, up when it is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    top: usize,
    bottom: usize,
    by: isize,
}

impl Move {
    fn codes(self) -> String {
        let mut out = String::new();
        let (top, bottom) = (self.top + 1, self.bottom + 1);
        let _ = write!(out, "\x1b[{top};{bottom}r");
        let at = if self.by > 0 { bottom } else { top };
        let _ = write!(out, "\x1b[{at};1H");
        let step = if self.by > 0 { "\n" } else { "\x1bM" };
        out.push_str(&step.repeat(self.by.unsigned_abs()));
        out.push_str("\x1b[r");
        out
    }

    /// What the terminal shows after the move: rows that come in are blank.
    fn applied(self, shown: &[Cell], width: usize) -> Vec<Cell> {
        let rows: Vec<&[Cell]> = shown.chunks(width).collect();
        let blank = vec![Cell::EMPTY; width];
        let row = |y: usize| -> &[Cell] {
            if y < self.top || y > self.bottom {
                return rows.get(y).copied().unwrap_or(&blank);
            }
            let from = y
                .checked_add_signed(self.by)
                .filter(|from| (self.top..=self.bottom).contains(from));
            from.and_then(|from| rows.get(from).copied())
                .unwrap_or(&blank)
        };
        (0..rows.len())
            .flat_map(|y| row(y).iter().cloned())
            .collect()
    }
}

/// Moves worth trying: for the distance by which most rows moved, the longest run of rows that moved together, and
/// everything from the first to the last of them.
///
/// Rows are compared whole, and by their left and right halves: where panes stand side by side only one of them moves,
/// and it may still take fewer bytes to move both and send the other again.
fn moves(shown: &Buffer, wanted: &Buffer, width: usize) -> Vec<Move> {
    let half = width / 2;
    let parts = [0..width, 0..half, half..width];
    let mut moves: Vec<Move> = parts
        .into_iter()
        .flat_map(|part| moves_of(part, shown, wanted, width))
        .collect();
    moves.dedup();
    moves
}

/// Moves worth trying for the sake of these columns.
fn moves_of(part: Range<usize>, shown: &Buffer, wanted: &Buffer, width: usize) -> Vec<Move> {
    let hash = |row: &[Cell]| {
        let mut hasher = DefaultHasher::new();
        for cell in row.get(part.clone()).unwrap_or_default() {
            (cell.symbol(), cell.fg, cell.bg, cell.modifier).hash(&mut hasher);
        }
        hasher.finish()
    };
    let blank = hash(&vec![Cell::EMPTY; width]);
    let before: Vec<u64> = shown.content.chunks(width).map(hash).collect();
    let after: Vec<u64> = wanted.content.chunks(width).map(hash).collect();
    let rows = isize::try_from(after.len()).unwrap_or(0);
    let moved_rows = |by: isize| -> Vec<usize> {
        let came_from = |y: &usize| {
            let from = y.checked_add_signed(by).and_then(|from| before.get(from));
            from.is_some()
                && from == after.get(*y)
                && from != Some(&blank)
                && before.get(*y) != after.get(*y)
        };
        (0..after.len()).filter(came_from).collect()
    };
    let best = (1 - rows..rows)
        .filter(|by| *by != 0)
        .map(|by| (by, moved_rows(by)))
        .max_by_key(|(by, found)| (found.len(), std::cmp::Reverse(by.unsigned_abs())));
    let Some((by, found)) = best.filter(|(_, found)| found.len() > 1) else {
        return Vec::new();
    };
    let around = |first: usize, last: usize| {
        let from = |y: usize| y.saturating_add_signed(by);
        Move {
            top: first.min(from(first)),
            bottom: last.max(from(last)),
            by,
        }
    };
    let run = found
        .chunk_by(|a, b| a + 1 == *b)
        .max_by_key(|run| run.len());
    let spans = [run, Some(found.as_slice())].into_iter().flatten();
    spans
        .filter_map(|span| Some(around(*span.first()?, *span.last()?)))
        .collect()
}

/// The codes that write every cell of `to` that differs from `from`.
fn differences(from: &[Cell], to: &[Cell], width: usize) -> String {
    let mut writer = Writer {
        out: String::new(),
        pen: Pen::PLAIN,
        at: None,
    };
    for (y, (from, to)) in from.chunks(width).zip(to.chunks(width)).enumerate() {
        writer.row(y, from, to);
    }
    writer.change_pen(Pen::PLAIN);
    writer.out
}

/// Writes codes, and knows where the terminal's cursor stands and what its pen is.
struct Writer {
    out: String,
    pen: Pen,
    /// Column and row; `None` when it cannot be told.
    at: Option<(usize, usize)>,
}

impl Writer {
    fn row(&mut self, y: usize, from: &[Cell], to: &[Cell]) {
        let pairs = || from.iter().zip(to);
        let mut changed: Vec<bool> = pairs().map(|(from, to)| !looks_same(from, to)).collect();
        // Where a letter of doubtful width comes or goes, nobody can tell which cells the terminal covered or left: the
        // rest of the row is erased and written again.
        let doubtful = |(from, to)| !is_sure(from) || !is_sure(to);
        let doubt = (0..).zip(pairs()).zip(&changed);
        let doubt = doubt
            .filter(|(_, changed)| **changed)
            .find(|((_, cells), _)| doubtful(*cells))
            .map(|((x, _), _)| x);
        if let Some(x) = doubt {
            let rest = changed.iter_mut().zip(to).skip(x);
            rest.for_each(|(changed, cell)| *changed = !is_bare(cell));
        }
        let rest = doubt.and_then(|x| from.get(x..));
        let is_stale = rest.is_some_and(|rest| !rest.iter().all(is_bare));
        let mut erase_at = doubt.filter(|_| is_stale);
        let blank_from = to
            .iter()
            .rposition(|cell| !is_bare(cell))
            .map_or(0, |last| last + 1);
        let erases = changed
            .iter()
            .skip(blank_from)
            .filter(|changed| **changed)
            .count()
            > 3;
        let mut x = 0;
        while let (Some(cell), Some(is_changed)) = (to.get(x), changed.get(x)) {
            let wide = cell.symbol().width().max(1);
            if erase_at.take_if(|at| *at <= x).is_some() {
                self.erase(x, y, to);
            }
            if *is_changed {
                if erases && x >= blank_from {
                    return self.erase(x, y, to);
                }
                self.go(x, y, to);
                self.write(cell, wide, to.len());
            }
            x += wide;
        }
    }

    /// Leaves nothing from this cell to the end of its row.
    fn erase(&mut self, x: usize, y: usize, row: &[Cell]) {
        self.go(x, y, row);
        self.change_pen(Pen::PLAIN);
        self.out.push_str("\x1b[K");
    }

    fn write(&mut self, cell: &Cell, wide: usize, width: usize) {
        self.change_pen(Pen::of(cell));
        self.out.push_str(cell.symbol());
        // After a letter of doubtful width, and at the right edge where terminals wait differently, the next is addressed.
        self.at = self
            .at
            .map(|(x, y)| (x + wide, y))
            .filter(|(x, _)| is_sure(cell) && *x < width);
    }

    /// Brings the cursor to a cell by the fewest bytes: writing again what stands between, a step right, or an address.
    fn go(&mut self, x: usize, y: usize, row: &[Cell]) {
        if self.at == Some((x, y)) {
            return;
        }
        let mut address = String::new();
        let _ = if x == 0 {
            write!(address, "\x1b[{}H", y + 1)
        } else {
            write!(address, "\x1b[{};{}H", y + 1, x + 1)
        };
        match self.at {
            Some((_, from_y)) if x == 0 && y == from_y + 1 => address = "\r\n".to_owned(),
            Some((from_x, from_y)) if from_y == y && from_x < x => {
                let between = row.get(from_x..x).unwrap_or_default();
                let same_pen = |cell: &Cell| cell.symbol().len() == 1 && Pen::of(cell) == self.pen;
                let step = format!("\x1b[{}C", x - from_x);
                if between.len() <= step.len() && between.iter().all(same_pen) {
                    address = between.iter().map(Cell::symbol).collect();
                } else if step.len() < address.len() {
                    address = step;
                }
            }
            _ => {}
        }
        self.out.push_str(&address);
        self.at = Some((x, y));
    }

    fn change_pen(&mut self, pen: Pen) {
        pen.take(self.pen, &mut self.out);
        self.pen = pen;
    }
}

/// Whether every terminal takes one column for it. They disagree on how wide emoji, joined letters and letters with
/// selectors are.
fn is_sure(cell: &Cell) -> bool {
    cell.symbol().width() == 1 && cell.symbol().chars().count() == 1
}

fn looks_same(a: &Cell, b: &Cell) -> bool {
    let (pen_a, pen_b) = (Pen::of(a), Pen::of(b));
    let both_blank = a.symbol() == " " && b.symbol() == " ";
    (a.symbol() == b.symbol() && pen_a == pen_b)
        || (both_blank && !pen_a.shows_on_blank() && !pen_b.shows_on_blank())
}

/// Whether erasing leaves the same as writing this cell.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && !Pen::of(cell).shows_on_blank()
}

#[cfg(test)]
mod tests;
