//! Tables beside the chronology (people, placements, factors, zones): rows with their cells by role.

use super::fault::ImportFault;
use super::fitting::{self, fitted};
use super::open_file::{SourceFile, is_usual, table};
use super::report::FileKind;
use super::table::{TableRow, column_name};
use super::tally::FileTally;
use crate::practice::columns::side_role;
use crate::record::fields::{Fields, WrittenText};
use crate::record::{Doubt, SetAside};
use chrono::NaiveDate;

/// A row whose cells are asked for by role.
pub struct SideRow {
    /// The record's number; the header is 1.
    pub record: u32,
    /// The physical line on which it starts.
    pub line: u32,
    /// What is open about its cells.
    pub doubts: Vec<Doubt>,
    /// Filled cells of columns that have no role, each with the column's name.
    pub more: Vec<(String, String)>,
    cells: Vec<(TableColumn, String)>,
    as_sent: Vec<String>,
}

impl SideRow {
    /// The cell of a role; empty when there is none.
    pub fn cell(&self, role: &str) -> &str {
        self.of_review(role, 0)
    }

    /// The cell of a role of this review.
    pub fn of_review(&self, role: &str, review: u8) -> &str {
        let is_it = |column: &TableColumn| column.role == role && column.review == review;
        let found = self.cells.iter().find(|(column, _)| is_it(column));
        found.map_or("", |(_, cell)| cell)
    }

    /// Lets fields of a record say what stands in the columns of the same names.
    pub fn fill<T: Fields>(&self, record: &mut T, names: &[&str], today: NaiveDate) {
        let fields = T::FIELDS.iter();
        for field in fields.filter(|field| names.contains(&field.info.name)) {
            let written = WrittenText {
                text: self.cell(field.info.name),
                today,
                shape: field.info.shape,
            };
            // Words are taken as they stand, and nothing but words is filled in so.
            let _ = (field.set)(record, &written);
        }
    }

    /// Free words, and after them what stands in columns that have no role, so that none of the row is lost.
    pub fn words(&self, role: &str) -> String {
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

/// What a table beside the chronology is made of.
pub struct TableForm {
    /// Its name in `practice/content/columns.toml`.
    pub name: &'static str,
    /// The role of the column that holds free words.
    pub free: &'static str,
    /// Columns without which it cannot be read, any one of several, with what they hold in words.
    pub needs: &'static [(&'static [&'static str], &'static str)],
}

/// What a column tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its role, mostly the name of a field.
    pub role: &'static str,
    /// Of which review of a goal; 0 for everything else.
    pub review: u8,
}

impl TableColumn {
    /// A column that has nothing to do with reviews.
    pub fn plain(role: &'static str) -> TableColumn {
        TableColumn { role, review: 0 }
    }
}

/// A table beside the chronology.
pub struct SideTable {
    /// Its rows that hold something.
    pub rows: Vec<SideRow>,
    pub file: String,
    titles: Vec<String>,
    roles: Vec<Option<TableColumn>>,
    header: Vec<String>,
    encoding: &'static str,
    separator: u8,
    empty: Vec<SetAside>,
}

impl SideTable {
    /// Reads a table.
    ///
    /// # Errors
    /// It is no table, or has not the columns that it needs.
    pub fn read(
        file: &SourceFile,
        today: NaiveDate,
        form: &TableForm,
    ) -> Result<Self, ImportFault> {
        let role = |header: &str| side_role(form.name, header).map(TableColumn::plain);
        SideTable::read_by(file, today, form, role, &is_usual)
    }

    /// Reads a table whose header is found, and told, in a way of its own.
    ///
    /// # Errors
    /// As [`SideTable::read`].
    pub fn read_by(
        file: &SourceFile,
        today: NaiveDate,
        form: &TableForm,
        column: impl Fn(&str) -> Option<TableColumn>,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Result<Self, ImportFault> {
        let table = table(file, today, is_known)?;
        let mut roles: Vec<Option<TableColumn>> = Vec::new();
        for name in &table.header {
            let found = column(name).filter(|found| !roles.contains(&Some(*found)));
            roles.push(found);
        }
        let is_free = |role: &Option<TableColumn>| *role == Some(TableColumn::plain(form.free));
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
        let table = SideTable {
            rows,
            titles: table.titles,
            roles,
            file: file.name.clone(),
            encoding: table.decoded.encoding,
            separator: table.separator,
            header: table.header,
            empty,
        };
        let mut needs = form.needs.iter();
        match needs.find(|(roles, _)| !roles.iter().any(|role| table.has(role))) {
            None => Ok(table),
            Some((_, what)) => Err(table.misses(what)),
        }
    }

    /// Whether there is a column of this role.
    pub fn has(&self, role: &'static str) -> bool {
        self.roles.contains(&Some(TableColumn::plain(role)))
    }

    fn misses(&self, what: &'static str) -> ImportFault {
        let columns: Vec<String> = self
            .header
            .iter()
            .map(|name| format!("\"{}\"", name.trim()))
            .collect();
        ImportFault::ColumnMissing {
            file: self.file.clone(),
            what,
            columns: columns.join(", "),
        }
    }

    /// The rows counted, those that hold nothing set aside.
    pub fn tally(&self, kind: FileKind) -> FileTally {
        let mut tally = FileTally::new(kind, &self.file, self.encoding, self.separator);
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

fn side_row(
    row: TableRow,
    roles: &[Option<TableColumn>],
    header: &[String],
    columns: &fitting::RowShape<'_>,
) -> SideRow {
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

#[cfg(test)]
mod tests {
    use crate::practice::columns::side_roles;

    #[test]
    fn every_column_that_is_recognised_is_read() {
        let goals = concat!(
            include_str!("goals.rs"),
            include_str!("goals/row.rs"),
            include_str!("../../practice/goal_columns.rs")
        );
        let zones = concat!(include_str!("zones.rs"), include_str!("zones/voices.rs"));
        for (table, code) in [
            ("people", include_str!("people.rs")),
            ("placements", include_str!("placements.rs")),
            ("factors", include_str!("factors.rs")),
            ("zones", zones),
            ("goals", goals),
        ] {
            assert!(side_roles(table).count() > 0);
            for role in side_roles(table) {
                assert!(code.contains(&format!("\"{role}\"")), "{table}: {role}");
            }
        }
    }
}
