//! The lines that enclose households: around people who stand beside each other, and down to those of the same household on
//! the next row where they stand underneath.

use super::{Layout, Measures};
use crate::record::FuzzyDate;
use chrono::Datelike;

/// A household to be enclosed.
#[derive(Clone, Debug, PartialEq)]
pub struct Household {
    /// Its name: what people call it, or who cares there.
    pub name: String,
    /// Since when.
    pub since: Option<FuzzyDate>,
    /// Who lives there, by place.
    pub people: Vec<usize>,
}

impl Household {
    /// The name with the whole date: "Siân, since 26 Jul 2025".
    pub fn in_words(&self) -> String {
        self.with(|since| since.in_short())
    }

    /// The name with the year, for a drawing.
    pub fn with_year(&self) -> String {
        self.with(|since| match since.anchor() {
            Some(day) => day.year().to_string(),
            None => since.in_short(),
        })
    }

    fn with(&self, told: impl Fn(&FuzzyDate) -> String) -> String {
        match (self.name.as_str(), self.since.as_ref()) {
            ("", Some(since)) => format!("since {}", told(since)),
            (name, Some(since)) => format!("{name}, since {}", told(since)),
            (name, None) => name.to_owned(),
        }
    }
}

/// A piece of an enclosing line: what lies within it, as left, top, width and height; several touch one another where they
/// are one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The household, by its place in the list.
    pub household: usize,
    /// Its rectangles, edges included.
    pub areas: Vec<(i32, i32, i32, i32)>,
}

impl Outline {
    /// The area on which its name has most room, and whether it is the last: below that one the line is whole.
    pub fn widest(&self) -> Option<((i32, i32, i32, i32), bool)> {
        let widest = self
            .areas
            .iter()
            .enumerate()
            .max_by_key(|(at, area)| (area.2, *at));
        widest.map(|(at, area)| (*area, at + 1 == self.areas.len()))
    }
}

/// Encloses the households.
pub fn outlines(layout: &Layout, households: &[Household], measures: &Measures) -> Vec<Outline> {
    if measures.around == 0 {
        return Vec::new();
    }
    let mut outlines = Vec::new();
    for (at, household) in households.iter().enumerate() {
        let mut pieces: Vec<Outline> = Vec::new();
        for run in runs(layout, &household.people) {
            let area = around(layout, &run, measures);
            let above = pieces.iter_mut().find_map(|piece| {
                let last = *piece.areas.last()?;
                let joint = joint(last, area)?;
                Some((piece, joint))
            });
            match above {
                Some((piece, joint)) => piece.areas.extend([joint, area]),
                None => pieces.push(Outline {
                    household: at,
                    areas: vec![area],
                }),
            }
        }
        outlines.extend(pieces);
    }
    outlines
}

/// People of a household who stand beside each other with nobody else between, row by row.
fn runs(layout: &Layout, people: &[usize]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    for place in &layout.places {
        let goes_on = people.contains(&place.person);
        match open {
            Some(row) if goes_on && row == place.row => {
                if let Some(run) = runs.last_mut() {
                    run.push(place.person);
                }
            }
            _ if goes_on => runs.push(vec![place.person]),
            _ => {}
        }
        open = goes_on.then_some(place.row);
    }
    runs
}

fn around(layout: &Layout, run: &[usize], measures: &Measures) -> (i32, i32, i32, i32) {
    let places = run.iter().filter_map(|person| layout.place(*person));
    let (mut left, mut right, mut top, mut bottom) = (i32::MAX, i32::MIN, i32::MAX, i32::MIN);
    for place in places {
        left = left.min(place.left);
        right = right.max(place.left + place.width);
        top = top.min(place.top);
        bottom = bottom.max(place.bottom());
    }
    let by = measures.around;
    let side = by.min((measures.gap - 2) / 2).max(1);
    (
        left - side,
        top - by,
        right - left + 2 * side,
        bottom - top + 2 * by,
    )
}

/// What joins a rectangle with one below it that it stands over; `None` where none of it does, or where a row lies between.
fn joint(above: (i32, i32, i32, i32), below: (i32, i32, i32, i32)) -> Option<(i32, i32, i32, i32)> {
    let left = above.0.max(below.0);
    let right = (above.0 + above.2).min(below.0 + below.2);
    let (top, bottom) = (above.1 + above.3, below.1);
    let is_next = bottom >= top && bottom - top <= above.3 * 2;
    (is_next && right - left >= 3).then_some((left, top - 1, right - left, bottom - top + 2))
}
