//! Lines as cells: in which directions each goes on, whose it is, and the sign for it. Where lines of two families cross, the
//! upright one is drawn through, so that a joint is only seen where there is one.

use crate::insight::genogram::kin::{KinKind, Union};
use crate::insight::genogram::layout::{Layout, Outline};
use crate::insight::genogram::sketch::Part;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// How a line looks; of several that meet, the first here is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    Married,
    Solid,
    Adopted,
    Dashed,
    Dotted,
}

impl Look {
    pub(super) fn of_union(union: &Union) -> Look {
        match (union.is_marriage(), union.is_care_only()) {
            (true, _) => Look::Married,
            (false, true) => Look::Dotted,
            (false, false) => Look::Dashed,
        }
    }

    pub(super) fn of_kin(kind: KinKind) -> Look {
        match kind {
            KinKind::Birth | KinKind::Adopted => Look::Solid,
            KinKind::Sibling | KinKind::HalfSibling | KinKind::Between | KinKind::Step => {
                Look::Dashed
            }
            KinKind::Foster | KinKind::Kinship | KinKind::Care => Look::Dotted,
        }
    }
}

/// A cell of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its sign.
    pub sign: char,
    /// What it belongs to.
    pub part: Part,
}

#[derive(Clone, Copy)]
struct Piece {
    owner: usize,
    ways: u8,
    look: Look,
}

/// Cells being drawn.
pub(super) struct Canvas {
    ascii: bool,
    width: i32,
    pieces: Vec<Vec<Option<Piece>>>,
    others: Vec<Vec<Option<Cell>>>,
    /// Where symbols stand: nothing else is drawn there.
    people: Vec<Vec<bool>>,
}

impl Canvas {
    pub(super) fn of(layout: &Layout, ascii: bool) -> Canvas {
        let width = layout.width + 2;
        let size = |count: i32| usize::try_from(count).unwrap_or(0);
        let (columns, rows) = (size(width), size(layout.height + 1));
        let mut canvas = Canvas {
            ascii,
            width,
            pieces: vec![vec![None; columns]; rows],
            others: vec![vec![None; columns]; rows],
            people: vec![vec![false; columns]; rows],
        };
        for place in &layout.places {
            for column in place.left..=place.right() {
                if let Some(taken) = at(&mut canvas.people, column, place.bottom() - 1) {
                    *taken = true;
                }
            }
        }
        canvas
    }

    /// A line through its corners.
    pub(super) fn line(&mut self, owner: usize, points: &[(i32, i32)], look: Look) {
        for pair in points.windows(2) {
            let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
            if y == to_y {
                for column in x.min(to_x)..=x.max(to_x) {
                    let mut ways = 0;
                    if column > x.min(to_x) {
                        ways |= LEFT;
                    }
                    if column < x.max(to_x) {
                        ways |= RIGHT;
                    }
                    self.put(column, y, owner, ways, look);
                }
            } else {
                for row in y.min(to_y)..=y.max(to_y) {
                    let mut ways = 0;
                    if row > y.min(to_y) {
                        ways |= UP;
                    }
                    if row < y.max(to_y) {
                        ways |= DOWN;
                    }
                    self.put(x, row, owner, ways, look);
                }
            }
        }
        // Ends on people go on into them.
        let ends = [points.first(), points.last()];
        for (column, row) in ends.into_iter().flatten().copied() {
            for (way, by) in [(UP, -1), (DOWN, 1)] {
                let symbol = at(&mut self.people, column, row + by).is_some_and(|taken| *taken);
                if symbol {
                    self.put(column, row, owner, way, look);
                }
            }
        }
    }

    /// The line from where twins part to one of them: across, then down; doubled across for identical twins.
    pub(super) fn twins(&mut self, owner: usize, points: &[(i32, i32)], identical: bool) {
        let [(middle, from), (x, to)] = points else {
            return;
        };
        let row = from + 1;
        let look = if identical {
            Look::Adopted
        } else {
            Look::Solid
        };
        self.line(owner, &[(*middle, *from), (*middle, row)], Look::Solid);
        self.line(owner, &[(*middle, row), (*x, row), (*x, *to)], look);
    }

    fn put(&mut self, column: i32, row: i32, owner: usize, ways: u8, look: Look) {
        let Some(piece) = at(&mut self.pieces, column, row) else {
            return;
        };
        let upright = ways & (UP | DOWN) != 0;
        match piece {
            Some(known) if known.owner == owner => {
                known.ways |= ways;
                known.look = known.look.min(look);
            }
            Some(_) if !upright => {}
            piece => *piece = Some(Piece { owner, ways, look }),
        }
    }

    /// The line around a household, where nothing else is drawn.
    pub(super) fn outline(&mut self, outline: &Outline) {
        let inside = |column: i32, row: i32| {
            outline.areas.iter().any(|(left, top, width, height)| {
                (*left..left + width).contains(&column) && (*top..top + height).contains(&row)
            })
        };
        let rows = i32::try_from(self.others.len()).unwrap_or(i32::MAX);
        for row in 0..rows {
            for column in 0..self.width {
                if !inside(column, row) {
                    continue;
                }
                let beside = !inside(column - 1, row) || !inside(column + 1, row);
                let over = !inside(column, row - 1) || !inside(column, row + 1);
                let corner = [(-1, -1), (1, -1), (-1, 1), (1, 1)];
                let notch = corner.iter().any(|(x, y)| !inside(column + x, row + y));
                let sign = match (beside, over, notch, self.ascii) {
                    (true, true, ..) | (false, false, true, _) => '.',
                    (true, false, _, false) => '┊',
                    (true, false, _, true) => ':',
                    (false, true, _, false) => '┈',
                    (false, true, _, true) => '.',
                    (false, false, false, _) => continue,
                };
                let sign = if sign == '.' && !self.ascii {
                    '·'
                } else {
                    sign
                };
                self.beside(
                    column,
                    row,
                    Cell {
                        sign,
                        part: Part::Household,
                    },
                );
            }
        }
    }

    /// A sign where neither a line nor a person stands; says whether there was room.
    pub(super) fn beside(&mut self, column: i32, row: i32, cell: Cell) -> bool {
        let taken = at(&mut self.people, column, row).is_none_or(|taken| *taken)
            || at(&mut self.pieces, column, row).is_none_or(|piece| piece.is_some());
        if let (false, Some(other)) = (taken, at(&mut self.others, column, row)) {
            *other = Some(cell);
            return true;
        }
        false
    }

    pub(super) fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// The cells as they are to be drawn.
    pub(super) fn cells(&self) -> Vec<Vec<Option<Cell>>> {
        let rows = self.pieces.iter().zip(&self.others);
        let row = |(pieces, others): (&Vec<Option<Piece>>, &Vec<Option<Cell>>)| {
            let cells = pieces.iter().zip(others).map(|(piece, other)| match piece {
                Some(piece) => Some(Cell {
                    sign: sign(*piece, self.ascii),
                    part: Part::Line,
                }),
                None => *other,
            });
            cells.collect()
        };
        rows.map(row).collect()
    }
}

/// The cell of a grid; `None` outside it.
pub(super) fn at<T>(grid: &mut [Vec<T>], column: i32, row: i32) -> Option<&mut T> {
    let row = grid.get_mut(usize::try_from(row).ok()?)?;
    row.get_mut(usize::try_from(column).ok()?)
}

fn sign(piece: Piece, ascii: bool) -> char {
    let across = piece.ways & (LEFT | RIGHT) != 0;
    let upright = piece.ways & (UP | DOWN) != 0;
    match (across, upright, ascii) {
        (true, true, true) => '+',
        (true, true, false) => joint(piece.ways),
        (true, false, true) => match piece.look {
            Look::Married | Look::Adopted => '=',
            Look::Solid | Look::Dashed => '-',
            Look::Dotted => '.',
        },
        (true, false, false) => match piece.look {
            Look::Married | Look::Solid => '─',
            Look::Adopted => '═',
            Look::Dashed => '╌',
            Look::Dotted => '┈',
        },
        (false, _, true) => match piece.look {
            Look::Married | Look::Solid => '|',
            Look::Adopted => 'I',
            Look::Dashed => '!',
            Look::Dotted => ':',
        },
        (false, _, false) => match piece.look {
            Look::Married | Look::Solid => '│',
            Look::Adopted => '║',
            Look::Dashed => '╎',
            Look::Dotted => '┊',
        },
    }
}

fn joint(ways: u8) -> char {
    match (
        ways & UP != 0,
        ways & DOWN != 0,
        ways & LEFT != 0,
        ways & RIGHT != 0,
    ) {
        (true, true, true, true) => '┼',
        (true, true, true, false) => '┤',
        (true, true, false, _) => '├',
        (true, false, true, true) => '┴',
        (true, false, true, false) => '┘',
        (true, false, false, _) => '└',
        (false, _, true, true) => '┬',
        (false, _, true, false) => '┐',
        (false, _, false, _) => '┌',
    }
}
