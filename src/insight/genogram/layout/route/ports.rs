//! Where lines meet a symbol: side by side along its edge, so that those of several unions, or of birth and of care, can be
//! told apart.

use crate::insight::genogram::Genogram;
use crate::insight::genogram::layout::Measures;
use crate::insight::genogram::layout::place::Columns;
use std::ops::Range;

/// The middle column of somebody.
pub fn middle(person: usize, columns: &Columns, measures: &Measures) -> i32 {
    columns.people[person] + measures.widths[person] / 2
}

/// The columns of somebody's symbol, its edges left out.
pub fn within(person: usize, columns: &Columns, measures: &Measures) -> Range<i32> {
    let left = middle(person, columns, measures) - measures.symbols[person] / 2;
    left + 1..left + measures.symbols[person] - 1
}

/// The columns of so many lines along somebody's symbol, left to right.
fn along(person: usize, count: usize, columns: &Columns, measures: &Measures) -> Vec<i32> {
    let count = i32::try_from(count).unwrap_or(1);
    let room = measures.symbols[person] - 2;
    let between = measures.port.min(room / count.max(1)).max(1);
    let first = middle(person, columns, measures) - between * (count - 1) / 2;
    (0..count).map(|at| first + at * between).collect()
}

/// The columns under somebody by the union whose line begins there, those at which one parent alone begins among them. The
/// line to a far partner lies outside the one to a near partner.
pub fn under(
    graph: &Genogram,
    person: usize,
    is_on_row: &[bool],
    columns: &Columns,
    measures: &Measures,
) -> Vec<(usize, i32)> {
    let here = middle(person, columns, measures);
    let mut unions: Vec<(i32, usize)> = Vec::new();
    for union in graph.unions_of(person) {
        let partners = &graph.unions[union].partners;
        let other = partners.iter().find(|one| **one != person);
        let key = match other.filter(|_| is_on_row[union]) {
            Some(other) => {
                let there = middle(*other, columns, measures);
                // Left: the near one first. Right: the far one first.
                match there < here {
                    true => i32::MIN + (here - there),
                    false => i32::MAX - (there - here),
                }
            }
            None => 0,
        };
        unions.push((key, union));
    }
    unions.sort_unstable();
    let columns = along(person, unions.len(), columns, measures);
    unions
        .into_iter()
        .map(|(_, union)| union)
        .zip(columns)
        .collect()
}
