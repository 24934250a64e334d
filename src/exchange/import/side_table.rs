//! Tables beside the chronology (people, placements): rows with their cells by role.

use super::fault::ImportFault;
use super::open_file::{SourceFile, table};
use super::table::Row;
use chrono::NaiveDate;

/// A row whose cells are asked for by role.
pub struct SideRow<R> {
    /// The record's number; the header is 1.
    pub record: u32,
    cells: Vec<(R, String)>,
}

impl<R: PartialEq> SideRow<R> {
    /// The cell of a role; empty when there is none.
    pub fn cell(&self, role: &R) -> &str {
        let found = self.cells.iter().find(|(known, _)| known == role);
        found.map_or("", |(_, cell)| cell)
    }
}

/// A table beside the chronology.
pub struct SideTable<R> {
    /// Its rows that hold something.
    pub rows: Vec<SideRow<R>>,
    roles: Vec<Option<R>>,
    header: Vec<String>,
    file: String,
}

impl<R: PartialEq + Copy> SideTable<R> {
    /// Reads a table; `role` tells what a column is by its header.
    pub fn read(
        file: &SourceFile,
        today: NaiveDate,
        role: impl Fn(&str) -> Option<R>,
    ) -> Result<Self, ImportFault> {
        let table = table(file, today)?;
        let mut roles: Vec<Option<R>> = Vec::new();
        for name in &table.header {
            let found = role(name).filter(|found| !roles.contains(&Some(*found)));
            roles.push(found);
        }
        let rows = table
            .all_rows(&file.name)
            .collect::<Result<Vec<Row>, ImportFault>>()?;
        let rows = rows
            .into_iter()
            .filter(|row| !row.is_blank() && row.cells != table.header);
        let rows = rows.map(|row| SideRow {
            record: row.record,
            cells: roles
                .iter()
                .zip(row.cells)
                .filter_map(|(role, cell)| Some(((*role)?, cell.trim().to_owned())))
                .collect(),
        });
        Ok(SideTable {
            rows: rows.collect(),
            roles,
            header: table.header,
            file: file.name.clone(),
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
}
