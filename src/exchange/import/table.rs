//! A text cut into records and cells, counted as a person counts them in an editor.
//!
//! Every record counts, blank lines too, and each knows the physical line on which it starts; the `csv` crate passes
//! blank lines over and takes an unclosed quote in silence, and here both matter. A quote inside a quoted cell that is
//! neither doubled nor at the cell's end is kept as a letter, as long as the cell stays on its line.

use super::fault::ImportFault;
use std::ops::Range;

/// The longest cell, in bytes.
const LONGEST_CELL: usize = 1 << 20;

/// A record of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its number; the first record of the text is 1 unless the reader was told otherwise.
    pub record: u32,
    /// The physical line on which it starts.
    pub line: u32,
    /// Where it stands in the text.
    pub place: Range<usize>,
    /// Its cells; a blank line has one empty cell.
    pub cells: Vec<String>,
}

impl TableRow {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What a column is called; one without a name goes by its place.
pub fn column_name(header: &[String], place: usize) -> String {
    match header.get(place).map_or("", |name| name.trim()) {
        "" => format!("column {}", place + 1),
        name => name.to_owned(),
    }
}

/// Reads a text record by record.
#[derive(Clone, Debug)]
pub struct TableRows<'a> {
    file: &'a str,
    text: &'a str,
    separator: u8,
    at: usize,
    record: u32,
    line: u32,
}

impl<'a> TableRows<'a> {
    /// Reads `text` of `file` with this separator, which is a letter of one byte.
    pub fn new(file: &'a str, text: &'a str, separator: u8) -> TableRows<'a> {
        TableRows {
            file,
            text,
            separator,
            at: 0,
            record: 0,
            line: 1,
        }
    }

    /// How far it has read, in bytes.
    pub fn place(&self) -> usize {
        self.at
    }

    /// Counts the record just read as this number.
    pub fn count_from(&mut self, record: u32) {
        self.record = record;
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Takes a line end, whichever kind it is.
    fn line_end(&mut self) -> bool {
        let length = match self.rest() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    fn plain_cell(&mut self) -> String {
        let separator = self.separator;
        let ends = |b: &u8| *b == separator || matches!(b, b'\r' | b'\n');
        let length = self
            .rest()
            .iter()
            .position(ends)
            .unwrap_or(self.rest().len());
        let cell = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        cell.to_owned()
    }

    /// A cell in quotes; `None` when it is not closed.
    fn quoted_cell(&mut self) -> Option<String> {
        self.at += 1;
        let (mut cell, first_line, mut loose) = (String::new(), self.line, false);
        loop {
            let special = |b: &u8| matches!(b, b'"' | b'\r' | b'\n');
            let length = self.rest().iter().position(special)?;
            cell.push_str(self.text.get(self.at..self.at + length)?);
            self.at += length;
            if self.line_end() {
                cell.push('\n');
            } else {
                self.at += 1;
                match self.byte() {
                    Some(b'"') => {
                        self.at += 1;
                        cell.push('"');
                    }
                    _ if self.closes() => break,
                    _ => {
                        loose = true;
                        cell.push('"');
                    }
                }
            }
            if loose && self.line > first_line {
                return None;
            }
            if cell.len() > LONGEST_CELL {
                break;
            }
        }
        Some(cell)
    }

    /// Whether a cell can end here; spaces before the separator are passed over.
    fn closes(&mut self) -> bool {
        let spaces = self.rest().iter().take_while(|b| **b == b' ').count();
        let next = self.rest().get(spaces).copied();
        let ends = next.is_none_or(|b| b == self.separator || matches!(b, b'\r' | b'\n'));
        if ends {
            self.at += spaces;
        }
        ends
    }

    fn cell(&mut self) -> Option<String> {
        let spaces = self.rest().iter().take_while(|b| **b == b' ').count();
        if self.rest().get(spaces) == Some(&b'"') {
            self.at += spaces;
            return self.quoted_cell();
        }
        Some(self.plain_cell())
    }
}

impl Iterator for TableRows<'_> {
    type Item = Result<TableRow, ImportFault>;

    fn next(&mut self) -> Option<Self::Item> {
        self.byte()?;
        self.record = self.record.saturating_add(1);
        let (record, line, start) = (self.record, self.line, self.at);
        let (file, mut cells) = (self.file, Vec::new());
        loop {
            let Some(cell) = self.cell() else {
                self.at = self.text.len();
                return Some(Err(ImportFault::UnclosedQuote {
                    file: file.to_owned(),
                    record,
                    line,
                }));
            };
            if cell.len() > LONGEST_CELL {
                self.at = self.text.len();
                let limit = LONGEST_CELL;
                return Some(Err(ImportFault::CellTooLong {
                    file: file.to_owned(),
                    record,
                    line,
                    limit,
                }));
            }
            cells.push(cell);
            match self.byte() {
                Some(b) if b == self.separator => self.at += 1,
                _ => break,
            }
        }
        let place = start..self.at;
        self.line_end();
        Some(Ok(TableRow {
            record,
            line,
            place,
            cells,
        }))
    }
}
