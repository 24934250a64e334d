//! The form of a table that nobody described: which separator, and where the header stands.

use super::table::{TableRow, TableRows};
use crate::record::{DateOrder, FuzzyDate};
use chrono::NaiveDate;
use std::collections::HashMap;

/// How many records are looked at.
const SAMPLE: usize = 60;
/// Under how many lines of titles a header is looked for.
const TITLES: usize = 15;

/// The separator between cells: the one that gives most records the same number of cells.
pub fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default().trim();
    if let Some([only]) = first.strip_prefix("sep=").map(str::as_bytes) {
        return *only;
    }
    let evenness = |separator: u8| {
        let rows = TableRows::new("", text, separator)
            .take(SAMPLE)
            .map_while(Result::ok);
        let mut counts: HashMap<usize, usize> = HashMap::new();
        let mut rows_with_words = 0;
        for row in rows.filter(|row| !row.is_blank()) {
            rows_with_words += 1;
            *counts.entry(row.cells.len()).or_default() += 1;
        }
        let usual = counts.into_iter().filter(|(cells, _)| *cells > 1);
        let (cells, rows) = usual
            .max_by_key(|(cells, rows)| (*rows, *cells))
            .unwrap_or((1, 0));
        (rows * 1000 / rows_with_words.max(1), cells)
    };
    // Of equals the last wins: a comma is the most usual.
    let candidates = *b"|\t;,";
    candidates
        .into_iter()
        .max_by_key(|separator| evenness(*separator))
        .unwrap_or(b',')
}

/// Whether a cell may be the name of a column: a few words without a number.
fn may_be_a_name(cell: &str) -> bool {
    !cell.contains(|letter: char| letter.is_ascii_digit()) && cell.split_whitespace().count() <= 4
}

/// The place of the header among the first records, by names of columns that are known; `None` when the first full record
/// is already a row.
pub fn header(
    rows: &[TableRow],
    today: NaiveDate,
    is_known: &dyn Fn(&str) -> bool,
) -> Option<usize> {
    let is_date = |cell: &String| FuzzyDate::from_record(cell, today, DateOrder::DayFirst).is_ok();
    let filled = |row: &TableRow| {
        row.cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .count()
    };
    let named = |row: &TableRow| {
        let known = row.cells.iter().filter(|cell| is_known(cell)).count();
        known >= 2 && known * 3 >= filled(row) && !row.cells.iter().any(is_date)
    };
    let mut widths: HashMap<usize, usize> = HashMap::new();
    for row in rows.iter().filter(|row| !row.is_blank()) {
        *widths.entry(row.cells.len()).or_default() += 1;
    }
    let usual = widths
        .into_iter()
        .max_by_key(|(cells, rows)| (*rows, *cells))?
        .0;
    let full = |row: &TableRow| row.cells.len() == usual && filled(row) * 2 > usual;
    let dated = |row: &TableRow| row.cells.iter().any(is_date);
    // A row with a date is told under a header, never above one.
    let above = rows.iter().take(TITLES);
    let above = above.take_while(|row| !(full(row) && dated(row)));
    if let Some(place) = above.clone().position(named) {
        return Some(place);
    }
    // Unknown words: the first record that is as wide as most and reads as names of columns do.
    let place = above.clone().position(full)?;
    let names = |row: &&TableRow| row.cells.iter().all(|cell| may_be_a_name(cell));
    rows.get(place).filter(names).map(|_| place)
}
