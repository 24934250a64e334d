//! Tables beside the chronology (people, placements, factors, zones): rows with their cells by role.

use super::fault::ImportFault;
use super::fitting::{self, fitted};
use super::open_file::{SourceFile, is_usual, table};
use super::report::FileKind;
use super::table::{TableRow, column_name};
use super::tally::FileTally;
use crate::record::{Doubt, SetAside};
use chrono::NaiveDate;

/// A row whose cells are asked for by role.
pub struct SideRow<R> {
    /// The record's number; the header is 1.
    pub record: u32,
    /// The physical line on which it starts.
    pub line: u32,
    /// What is open about its cells.
    pub doubts: Vec<Doubt>,
    /// Filled cells of columns that have no role, each with the column's name.
    pub more: Vec<(String, String)>,
    cells: Vec<(R, String)>,
    as_sent: Vec<String>,
}

impl<R: PartialEq> SideRow<R> {
    /// The cell of a role; empty when there is none.
    pub fn cell(&self, role: &R) -> &str {
        let found = self.cells.iter().find(|(known, _)| known == role);
        found.map_or("", |(_, cell)| cell)
    }

    /// Free words, and after them what stands in columns that have no role, so that none of the row is lost.
    pub fn words(&self, role: &R) -> String {
        let mut words = self.cell(role).to_owned();
        for (name, cell) in &self.more {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&format!("{name}: {cell}."));
        }
        words
    }

    /// The row as it is kept when it stays out.
    pub fn aside(&self, why: String) -> SetAside {
        SetAside {
            record: self.record,
            line: self.line,
            why,
            cells: self.as_sent.clone(),
        }
    }
}

/// A table beside the chronology.
pub struct SideTable<R> {
    /// Its rows that hold something.
    pub rows: Vec<SideRow<R>>,
    /// The file's name.
    pub file: String,
    titles: Vec<String>,
    roles: Vec<Option<R>>,
    header: Vec<String>,
    encoding: &'static str,
    separator: u8,
    empty: Vec<SetAside>,
}

impl<R: PartialEq + Copy> SideTable<R> {
    /// Reads a table; `role` tells what a column is by its header, and `free` is the role whose cells hold free words.
    pub fn read(
        file: &SourceFile,
        today: NaiveDate,
        role: impl Fn(&str) -> Option<R>,
        free: R,
    ) -> Result<Self, ImportFault> {
        SideTable::read_named(file, today, role, free, &is_usual)
    }

    /// Reads a table whose header is found by names of its own.
    pub fn read_named(
        file: &SourceFile,
        today: NaiveDate,
        role: impl Fn(&str) -> Option<R>,
        free: R,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, ImportFault> {
        let table = table(file, today, is_known)?;
        let mut roles: Vec<Option<R>> = Vec::new();
        for name in &table.header {
            let found = role(name).filter(|found| !roles.contains(&Some(*found)));
            roles.push(found);
        }
        let is_free = |role: &Option<R>| *role == Some(free);
        let last = roles.len().saturating_sub(1);
        let open = roles.iter().position(is_free).unwrap_or(last);
        let columns = fitting::RowShape {
            width: roles.len(),
            open,
            name: &column_name(&table.header, open),
            separator: table.separator,
        };
        let (mut rows, mut empty) = (Vec::new(), Vec::new());
        for row in table.all_rows(&file.name) {
            let row = row?;
            let why = match row.is_blank() {
                true => Some("Blank line."),
                false => (row.cells == table.header).then_some("The header again."),
            };
            match why {
                Some(why) => empty.push(SetAside {
                    record: row.record,
                    line: row.line,
                    why: why.to_owned(),
                    cells: row.cells,
                }),
                None => rows.push(side_row(row, &roles, &table.header, &columns)),
            }
        }
        Ok(SideTable {
            rows,
            titles: table.titles,
            roles,
            file: file.name.clone(),
            encoding: table.decoded.encoding,
            separator: table.separator,
            header: table.header,
            empty,
        })
    }

    /// Whether there is a column of this role.
    pub fn has(&self, role: R) -> bool {
        self.roles.contains(&Some(role))
    }

    /// Asks for a column that cannot be done without.
    pub fn must_have(&self, has: bool, what: &'static str) -> Result<(), ImportFault> {
        if has {
            return Ok(());
        }
        let columns: Vec<String> = self
            .header
            .iter()
            .map(|name| format!("\"{}\"", name.trim()))
            .collect();
        Err(ImportFault::ColumnMissing {
            file: self.file.clone(),
            what,
            columns: columns.join(", "),
        })
    }

    /// The rows counted, those that hold nothing set aside.
    pub fn tally(&self, kind: FileKind) -> FileTally {
        let mut tally = FileTally::of(kind, &self.file, self.encoding, self.separator);
        tally.titles.clone_from(&self.titles);
        for _ in 0..self.rows.len() + self.empty.len() {
            tally.count();
        }
        for row in &self.empty {
            tally.set_aside(row.clone());
        }
        tally
    }
}

fn side_row<R: Copy>(
    row: TableRow,
    roles: &[Option<R>],
    header: &[String],
    columns: &fitting::RowShape<'_>,
) -> SideRow<R> {
    let as_sent = row.cells.clone();
    let (fitted, asked) = fitted(row.cells, columns);
    let (mut cells, mut more) = (Vec::new(), Vec::new());
    for (place, (role, cell)) in roles.iter().zip(fitted).enumerate() {
        let cell = cell.trim().to_owned();
        match role {
            Some(role) => cells.push((*role, cell)),
            None if !cell.is_empty() => more.push((column_name(header, place), cell)),
            None => {}
        }
    }
    SideRow {
        record: row.record,
        line: row.line,
        doubts: asked.into_iter().collect(),
        more,
        cells,
        as_sent,
    }
}
