//! An ecomap drawn with letters: the kind of a line is told by its shape, and the key is always there to say which.

use super::text;
use crate::insight::ecomap::rows::{Cells, Columns, Placed, Rows, rows};
use crate::insight::ecomap::{Ecomap, System};
use crate::record::{Flow, SystemKind, Tie};
use crate::tui::theme::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// An ecomap in its places, ready to be drawn.
pub struct Drawing<'a> {
    ecomap: &'a Ecomap,
    names: Vec<Vec<String>>,
    rows: Rows,
}

/// The letters of lines, and of what stands around names.
struct Signs {
    strong: char,
    ordinary: char,
    tenuous: char,
    stress: char,
    to_left: char,
    to_right: char,
    /// The corners, the level and the upright line of what stands in the middle.
    frame: [char; 6],
}

fn signs(look: &Look) -> Signs {
    match look.ascii {
        true => Signs {
            strong: '=',
            ordinary: '-',
            tenuous: '.',
            stress: '~',
            to_left: '<',
            to_right: '>',
            frame: ['.', '.', '\'', '\'', '-', '|'],
        },
        false => Signs {
            strong: '═',
            ordinary: '─',
            tenuous: '┄',
            stress: '∿',
            to_left: '◂',
            to_right: '▸',
            frame: ['╭', '╮', '╰', '╯', '─', '│'],
        },
    }
}

/// What the lines and brackets mean, in as many rows as it needs; no sign is parted from its word.
pub fn key(look: &Look, columns: usize) -> Vec<String> {
    let signs = signs(look);
    let line = |sign: char| sign.to_string().repeat(3);
    let stressed: String = [signs.ordinary, signs.stress, signs.ordinary]
        .iter()
        .collect();
    let pieces = [
        format!("{} strong", line(signs.strong)),
        format!("{} neither", line(signs.ordinary)),
        format!("{} tenuous", line(signs.tenuous)),
        format!("{stressed} stress in it"),
        format!("{} {} help flows this way", signs.to_left, signs.to_right),
        "( ) informal".to_owned(),
        "[ ] formal".to_owned(),
    ];
    let mut rows: Vec<String> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if text::columns(row) + 3 + text::columns(&piece) <= columns => {
                row.push_str("   ");
                row.push_str(&piece);
            }
            _ => rows.push(piece),
        }
    }
    rows
}

/// The letters of a line from left to right; the middle lies to its right when `is_left`.
fn line(system: &System, is_left: bool, length: usize, signs: &Signs) -> String {
    let stroke = match system.strength {
        Tie::Strong => signs.strong,
        Tie::Ordinary => signs.ordinary,
        Tie::Tenuous => signs.tenuous,
    };
    let (to_middle, away) = match system.flow {
        Flow::NotKnown => (false, false),
        Flow::Towards => (true, false),
        Flow::Away => (false, true),
        Flow::Both => (true, true),
    };
    let (left_end, right_end) = match is_left {
        true => (away, to_middle),
        false => (to_middle, away),
    };
    let letter = |at: usize| match at {
        0 if left_end => signs.to_left,
        at if at + 1 == length && right_end => signs.to_right,
        at if system.stressful && at % 2 == 1 => signs.stress,
        _ => stroke,
    };
    (0..length).map(letter).collect()
}

impl<'a> Drawing<'a> {
    /// Finds the places of everything in so many columns; `room` is how many rows are seen at once.
    pub fn of(ecomap: &'a Ecomap, columns: usize, room: usize) -> Drawing<'a> {
        let shared = Columns::of(columns);
        let inside = shared.name.saturating_sub(4).max(2);
        let names: Vec<Vec<String>> = ecomap
            .systems
            .iter()
            .map(|system| text::wrap(&system.name, inside))
            .collect();
        let size = |(at, _): (usize, &System)| {
            let lines = names.get(at).map_or(&[][..], Vec::as_slice);
            let widest = lines.iter().map(|line| text::columns(line)).max();
            (widest.unwrap_or(0) + 4, lines.len().max(1))
        };
        let of_kind = |kind| {
            let all = ecomap.systems.iter().enumerate();
            let own = all.filter(move |(_, system)| system.kind == kind);
            own.map(size).collect::<Vec<_>>()
        };
        let least = text::wrap(&ecomap.name, shared.centre.saturating_sub(4)).len() + 2;
        let rows = rows(
            shared,
            &of_kind(SystemKind::Informal),
            &of_kind(SystemKind::Formal),
            room,
            least,
        );
        Drawing {
            ecomap,
            names,
            rows,
        }
    }

    /// How many rows it has in all.
    pub fn rows(&self) -> usize {
        self.rows.rows
    }

    /// Each system with its place, in the order of the ecomap.
    pub fn placed(&self) -> impl Iterator<Item = (&System, &Placed)> {
        let placed = self.rows.left.iter().chain(&self.rows.right);
        self.ecomap.systems.iter().zip(placed)
    }

    /// The one in the middle.
    pub fn centre(&self) -> Cells {
        self.rows.centre
    }

    /// The first row that must be seen so that a system is seen whole, or as much of it as there is room for.
    pub fn top_for(&self, chosen: usize, top: usize, room: usize) -> usize {
        let Some((_, placed)) = self.placed().nth(chosen) else {
            return top.min(self.rows().saturating_sub(room));
        };
        let cells = placed.cells;
        let bottom = cells.y + cells.height;
        let top = top.max(bottom.saturating_sub(room)).min(cells.y);
        top.min(self.rows().saturating_sub(room))
    }

    /// Draws what is seen from a row on.
    pub fn draw(
        &self,
        look: &Look,
        chosen: Option<usize>,
        has_keys: bool,
        top: usize,
        buffer: &mut Buffer,
        area: Rect,
    ) {
        let canvas = &mut Canvas {
            top,
            area: area.intersection(buffer.area),
            look,
            buffer,
        };
        self.draw_centre(canvas);
        let signs = signs(look);
        for (at, (system, placed)) in self.placed().enumerate() {
            let is_left = system.kind == SystemKind::Informal;
            let letters = line(system, is_left, placed.line.width, &signs);
            canvas.put(placed.line.x, placed.line.y, &letters, Role::Text);
            let (open, close) = match is_left {
                true => ("(", ")"),
                false => ("[", "]"),
            };
            let cells = placed.cells;
            let role = match (chosen == Some(at), has_keys) {
                (false, _) => Role::Text,
                (true, true) => Role::Selected,
                (true, false) => Role::SelectedElsewhere,
            };
            let names = self.names.get(at).map_or(&[][..], Vec::as_slice);
            for (row, name) in names.iter().enumerate() {
                let name = text::fill(name, cells.width.saturating_sub(4), look.ascii);
                let words = match chosen == Some(at) && row == 0 {
                    true => format!("{}{open}{name} {close}", look.marker()),
                    false => format!("{open} {name} {close}"),
                };
                canvas.put(cells.x, cells.y + row, &words, role);
            }
        }
    }

    fn draw_centre(&self, canvas: &mut Canvas<'_>) {
        let cells = self.rows.centre;
        let [
            north_west,
            north_east,
            south_west,
            south_east,
            level,
            upright,
        ] = signs(canvas.look).frame;
        let inner = cells.width.saturating_sub(2);
        let edge = |first: char, last: char| {
            let level = level.to_string().repeat(inner);
            format!("{first}{level}{last}")
        };
        let last = cells.height.saturating_sub(1);
        for y in 0..cells.height {
            let words = match y {
                0 => edge(north_west, north_east),
                y if y == last => edge(south_west, south_east),
                _ => format!("{upright}{}{upright}", " ".repeat(inner)),
            };
            canvas.put(cells.x, y, &words, Role::Border);
        }
        // The name stands in the middle of what is seen, so that it is there wherever one has scrolled to.
        let seen = usize::from(canvas.area.height).min(cells.height.saturating_sub(canvas.top));
        let names = text::wrap(&self.ecomap.name, cells.width.saturating_sub(4));
        let first = canvas.top + seen.saturating_sub(names.len()) / 2;
        for (row, name) in names.iter().enumerate() {
            let blank = cells.width.saturating_sub(text::columns(name)) / 2;
            canvas.put(cells.x + blank, first + row, name, Role::Heading);
        }
    }
}

/// The part of the screen that shows rows from `top` on.
struct Canvas<'a> {
    top: usize,
    area: Rect,
    look: &'a Look,
    buffer: &'a mut Buffer,
}

impl Canvas<'_> {
    fn put(&mut self, x: usize, y: usize, words: &str, role: Role) {
        let Some(row) = y.checked_sub(self.top) else {
            return;
        };
        let (Ok(x), Ok(row)) = (u16::try_from(x), u16::try_from(row)) else {
            return;
        };
        if row >= self.area.height || x >= self.area.width {
            return;
        }
        let room = usize::from(self.area.width - x);
        let style = self.look.style(role);
        self.buffer
            .set_stringn(self.area.x + x, self.area.y + row, words, room, style);
    }
}

#[cfg(test)]
mod tests;
