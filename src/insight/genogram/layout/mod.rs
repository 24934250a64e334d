//! Where everybody and every line of a genogram stands, on a grid of whole steps: columns and rows of a terminal, or points of
//! a picture. Automatic, the same each time, stable when somebody is added.

mod order;
mod outline;
mod place;
mod route;
mod rows;

use super::kin::Genogram;
use std::collections::BTreeSet;

pub use outline::{Household, Outline};

/// How large things are, in steps of the grid.
#[derive(Clone, Debug)]
pub struct Measures {
    /// The width of everybody's symbol with what is written on it, by place.
    pub widths: Vec<i32>,
    /// The width of everybody's symbol itself, in the middle of that width: lines meet it.
    pub symbols: Vec<i32>,
    /// Between two lines that meet one symbol.
    pub port: i32,
    /// The least between lines of two families that run down beside each other.
    pub apart: i32,
    /// The room that the words on each union's line need, by place.
    pub union_words: Vec<i32>,
    /// The room that the words beside each line to a child need, by place; 0 for none.
    pub line_words: Vec<i32>,
    /// Rows of dates above a symbol.
    pub dates: i32,
    /// The height of a symbol.
    pub symbol: i32,
    /// Between people who stand beside each other.
    pub gap: i32,
    /// Between two lines that run beside each other.
    pub step: i32,
    /// Rows for the words beside lines to children.
    pub words: i32,
    /// More room between two rows, so that other lines can be drawn there.
    pub air: i32,
    /// Room above and below people for the lines that enclose households; 0 when none are drawn.
    pub around: i32,
    /// How far above a symbol a line ends: 1 on a terminal, where a line's last row is its own, 0 in a picture.
    pub edge: i32,
}

/// Where somebody stands: the dates above, the symbol below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Who.
    pub person: usize,
    /// The row, from 0 at the top.
    pub row: usize,
    /// The left edge.
    pub left: i32,
    /// The top of the dates.
    pub top: i32,
    /// The width.
    pub width: i32,
    /// The height with the dates.
    pub height: i32,
}

impl Place {
    /// The middle column.
    pub fn middle(&self) -> i32 {
        self.left + self.width / 2
    }

    /// The first row under the symbol.
    pub fn bottom(&self) -> i32 {
        self.top + self.height
    }

    /// The last column.
    pub fn right(&self) -> i32 {
        self.left + self.width - 1
    }
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Between two partners, by the place of their union.
    Union(usize),
    /// From a union down to where its children part, those by birth and adoption or, when it says so, those in its care.
    Down(usize, bool),
    /// Across over these children of a union.
    Across(usize, bool),
    /// To a child, by the place of the line.
    Child(usize),
    /// From where children who were born together part to one of them: their union, and whether they are identical.
    Twins(usize, bool),
}

/// A line of straight pieces. Its ends lie on the edge of people, or on another line of the same union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub stroke: Stroke,
    /// Its corners, ends included: column, row.
    pub points: Vec<(i32, i32)>,
}

/// A drawing.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// People, row by row, left to right.
    pub places: Vec<Place>,
    /// Lines.
    pub lines: Vec<Line>,
    /// What encloses households.
    pub outlines: Vec<Outline>,
    /// Columns in all.
    pub width: i32,
    /// Rows in all.
    pub height: i32,
    /// Rows around people for the lines that enclose households.
    pub around: i32,
    by_person: Vec<usize>,
}

impl Layout {
    /// Draws a family, seen from somebody. `shown` says of a line to a child whether it is drawn.
    pub fn of(
        graph: &Genogram,
        from: usize,
        measures: &Measures,
        shown: impl Fn(usize) -> bool,
        households: &[Household],
    ) -> Layout {
        let mut rows = rows::rows(graph);
        for (line, is_drawn) in rows.is_drawn.iter_mut().enumerate() {
            *is_drawn &= shown(line);
        }
        let order = order::order(graph, &rows, from);
        let columns = place::columns(graph, &rows, &order, measures);
        let mut layout = route::route(graph, &rows, &order, &columns, measures);
        layout.outlines = outline::outlines(&layout, households, measures);
        layout
    }

    /// Where somebody stands.
    pub fn place(&self, person: usize) -> Option<&Place> {
        self.places.get(*self.by_person.get(person)?)
    }

    /// Everybody on a row, left to right.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| place.row == row)
    }

    /// The people who are drawn.
    pub fn people(&self) -> BTreeSet<usize> {
        self.places.iter().map(|place| place.person).collect()
    }
}
