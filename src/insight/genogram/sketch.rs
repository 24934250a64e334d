//! A genogram in the signs of a terminal: lines drawn cell by cell, names, dates and words laid over them. A screen colours
//! it, a page of plain text prints it.

mod cells;
mod ties;

use super::kin::{Genogram, KinKind};
use super::layout::{Household, Layout, Measures, Stroke};
use super::options::{GenogramOptions, TieLine};
use super::symbols::{Hand, words_above, words_over};
use crate::record::TieKind;
use cells::{Canvas, Look};
use unicode_width::UnicodeWidthStr;

pub use cells::Cell;
pub use ties::pattern;

/// What a piece of a sketch belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A line of the family.
    Line,
    /// Somebody's symbol, by place.
    Person(usize),
    /// Somebody's dates.
    Dates(usize),
    /// Words on a line.
    Words,
    /// The line around a household, and its name.
    Household,
    /// An emotional line.
    Tie(TieKind),
}

/// Words laid over the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The first column.
    pub column: i32,
    /// The row.
    pub row: i32,
    /// The words.
    pub words: String,
    /// What they belong to.
    pub part: Part,
}

/// A genogram as signs.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// Where everybody and every line stands.
    pub layout: Layout,
    /// The cells of the lines, row by row.
    pub cells: Vec<Vec<Option<Cell>>>,
    /// What is laid over them.
    pub texts: Vec<Text>,
}

impl Sketch {
    /// Draws a family, seen from somebody.
    pub fn of(
        graph: &Genogram,
        from: usize,
        hand: &Hand,
        shown: &GenogramOptions,
        households: &[Household],
        ties: &[TieLine],
    ) -> Sketch {
        let is_drawn = |line: usize| shown.draws(graph, line);
        let measures = measures(graph, from, hand, shown, is_drawn);
        let households = if shown.households { households } else { &[] };
        let layout = Layout::of(graph, from, &measures, is_drawn, households);
        let mut canvas = Canvas::of(&layout, hand.ascii);
        lines(&mut canvas, graph, &layout);
        for outline in &layout.outlines {
            canvas.outline(outline);
        }
        let ties = ties.iter().filter(|tie| shown.ties.contains(&tie.kind));
        for tie in ties {
            canvas.tie(&layout, *tie);
        }
        let texts = texts(graph, from, hand, &layout, households);
        Sketch {
            cells: canvas.cells(),
            texts,
            layout,
        }
    }

    /// The sketch as lines of text, without blanks at their ends.
    pub fn lines(&self) -> Vec<String> {
        let mut rows: Vec<Vec<String>> = (self.cells.iter())
            .map(|row| {
                let signs = row
                    .iter()
                    .map(|cell| cell.map_or(' ', |cell| cell.sign).to_string());
                signs.collect()
            })
            .collect();
        for text in &self.texts {
            let (Ok(row), Ok(column)) = (usize::try_from(text.row), usize::try_from(text.column))
            else {
                continue;
            };
            let Some(row) = rows.get_mut(row) else {
                continue;
            };
            let width = text.words.width();
            if row.len() < column + width {
                row.resize(column + width, " ".to_owned());
            }
            for cell in row.iter_mut().skip(column).take(width) {
                cell.clear();
            }
            if let Some(cell) = row.get_mut(column) {
                cell.clone_from(&text.words);
            }
        }
        rows.iter()
            .map(|row| row.concat().trim_end().to_owned())
            .collect()
    }
}

fn columns(words: &str) -> i32 {
    i32::try_from(words.width()).unwrap_or(i32::MAX / 4)
}

fn measures(
    graph: &Genogram,
    from: usize,
    hand: &Hand,
    shown: &GenogramOptions,
    is_drawn: impl Fn(usize) -> bool + Copy,
) -> Measures {
    let width = |person: usize| {
        let somebody = &graph.people[person];
        let symbol = columns(&hand.symbol(somebody, person == from));
        let dates = columns(&hand.dates(somebody));
        let above = columns(&words_above(graph, person, hand, is_drawn));
        // Every line that meets the symbol needs a column of its own.
        let lines = graph
            .unions_of(person)
            .count()
            .max(graph.lines_up(person).count());
        let lines = i32::try_from(lines).unwrap_or(1) * 2 + 1;
        symbol.max(dates).max(above).max(lines)
    };
    let has_dates = graph
        .people
        .iter()
        .any(|somebody| !hand.dates(somebody).is_empty());
    Measures {
        symbols: (0..graph.people.len()).map(width).collect(),
        port: 2,
        apart: 1,
        widths: (0..graph.people.len()).map(width).collect(),
        union_words: (graph.unions.iter())
            .map(|union| match hand.union(union).as_str() {
                "" => 4,
                words => columns(words) + 5,
            })
            .collect(),
        line_words: graph
            .kin
            .iter()
            .map(|line| columns(&hand.line(line)))
            .collect(),
        dates: i32::from(has_dates),
        symbol: 1,
        gap: if shown.households || !shown.ties.is_empty() {
            4
        } else {
            2
        },
        step: 1,
        words: 1,
        air: if shown.ties.is_empty() { 0 } else { 3 },
        around: i32::from(shown.households),
        edge: 1,
    }
}

fn lines(canvas: &mut Canvas, graph: &Genogram, layout: &Layout) {
    // Lines of care are a family of their own: where they cross those of birth they must not seem to join them.
    let owner = |union: usize, care: bool| union * 2 + usize::from(care);
    for line in &layout.lines {
        let children = |union: usize, care: bool| {
            let lines = graph.unions[union]
                .children
                .iter()
                .map(|at| &graph.kin[*at]);
            lines.filter(move |line| line.is_care() == care)
        };
        let (owner, look) = match line.stroke {
            Stroke::Union(union) => {
                let only_care = children(union, false).next().is_none();
                let has_care = children(union, true).next().is_some();
                let look = Look::of_union(&graph.unions[union]);
                (owner(union, only_care && has_care), look)
            }
            Stroke::Down(union, care) | Stroke::Across(union, care) => {
                let looks = children(union, care).map(|line| Look::of_kin(line.kind));
                (owner(union, care), looks.min().unwrap_or(Look::Solid))
            }
            Stroke::Child(at) => {
                let line = &graph.kin[at];
                let look = match line.kind {
                    KinKind::Adopted => Look::Adopted,
                    kind => Look::of_kin(kind),
                };
                (owner(line.union, line.is_care()), look)
            }
            Stroke::Twins(union, identical) => {
                canvas.twins(owner(union, false), &line.points, identical);
                continue;
            }
        };
        canvas.line(owner, &line.points, look);
    }
}

fn texts(
    graph: &Genogram,
    from: usize,
    hand: &Hand,
    layout: &Layout,
    households: &[Household],
) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut put = |middle: i32, row: i32, words: String, part: Part| {
        if !words.is_empty() {
            let column = middle - columns(&words) / 2;
            texts.push(Text {
                column,
                row,
                words,
                part,
            });
        }
    };
    for place in &layout.places {
        let somebody = &graph.people[place.person];
        let dates = hand.dates(somebody);
        let symbol = hand.symbol(somebody, place.person == from);
        let middle = place.middle();
        put(
            middle,
            place.bottom() - 1,
            symbol,
            Part::Person(place.person),
        );
        put(middle, place.top, dates, Part::Dates(place.person));
        let (x, above) = words_over(layout, graph, place, hand);
        put(x, place.top - layout.around - 1, above, Part::Words);
    }
    for line in &layout.lines {
        if let (Stroke::Union(union), [_, left, right, _]) = (line.stroke, line.points.as_slice()) {
            let words = hand.union(&graph.unions[union]);
            let words = if words.is_empty() {
                words
            } else {
                format!(" {words} ")
            };
            let start = left.0.min(right.0) + 1;
            put(start + columns(&words) / 2, left.1, words, Part::Words);
        }
    }
    for outline in &layout.outlines {
        let household = households.get(outline.household);
        let (Some((area, is_last)), Some(household)) = (outline.widest(), household) else {
            continue;
        };
        // Over people who stand alone; under the last row of those who stand on several.
        let row = match is_last && outline.areas.len() > 1 {
            true => area.1 + area.3 - 1,
            false => area.1,
        };
        let room = usize::try_from(area.2 - 4).unwrap_or(0);
        let words: String = household.with_year().chars().take(room).collect();
        let words = format!(" {} ", words.trim());
        put(
            area.0 + 1 + columns(&words) / 2,
            row,
            words,
            Part::Household,
        );
    }
    texts
}
