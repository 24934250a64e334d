//! A file made ready to be read row by row: decoded, its separator, header and columns found.

use super::columns::ChronologyColumns;
use super::encoding::{Decoded, decode};
use super::fault::ImportFault;
use super::mapping::{FileMapping, Mapping};
use super::sniff;
use super::table::{TableRow, TableRows};
use super::who::PeopleByName;
use crate::insight::folding::folded;
use crate::practice::columns::role_of_header;
use crate::practice::source_kind_of;
use chrono::NaiveDate;

/// How many records are read to see what a file is like.
const SAMPLE: usize = 240;

/// A file as it was handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name without its folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A file ready to be read.
#[derive(Clone, Debug)]
pub struct OpenFile {
    /// Its name without its folder.
    pub name: String,
    pub decoded: Decoded,
    pub separator: u8,
    /// Which column is which.
    pub columns: ChronologyColumns,
    /// Who tells what has no source of its own ("Police").
    pub source: String,
    /// The source that a mapping names; empty where the file's own name says it.
    named: String,
    /// The kind of that source.
    pub source_kind: String,
    /// How many records stand above the first row, the header among them.
    above: usize,
    /// What stands above the header.
    pub titles: Vec<String>,
}

/// The text of a table with its header and the first rows, before its columns are known.
pub(super) struct OpenTable {
    pub decoded: Decoded,
    pub separator: u8,
    pub header: Vec<String>,
    /// The first rows under the header.
    pub sample: Vec<TableRow>,
    /// What stands above the header.
    pub titles: Vec<String>,
    above: usize,
}

/// Decodes a table and finds its header by names of columns that are known.
pub(super) fn table(
    file: &SourceFile,
    today: NaiveDate,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<OpenTable, ImportFault> {
    let decoded = decode(&file.name, &file.bytes)?;
    let separator = sniff::separator(&decoded.text);
    let sample = TableRows::new(&file.name, &decoded.text, separator).take(SAMPLE);
    let mut rows = sample.collect::<Result<Vec<TableRow>, ImportFault>>()?;
    let header = sniff::header(&rows, today, is_known);
    let above = header.map_or(0, |place| place + 1);
    let under = rows.split_off(above.min(rows.len()));
    if under.iter().all(TableRow::is_blank) {
        let line = rows.last().map_or(1, |row| row.line);
        return Err(ImportFault::HeaderOnly {
            file: file.name.clone(),
            line,
        });
    }
    let header = header
        .and_then(|_| rows.pop())
        .map(|row| row.cells)
        .unwrap_or_default();
    let words = |row: &TableRow| row.cells.join(" ").trim().to_owned();
    let mut titles: Vec<String> = rows.iter().map(words).collect();
    titles.retain(|words| !words.is_empty());
    Ok(OpenTable {
        titles,
        decoded,
        separator,
        header,
        sample: under,
        above,
    })
}

/// Whether a name is one of those that columns of a chronology have; most other tables have some of them too.
pub(super) fn is_usual(name: &str) -> bool {
    role_of_header(name).is_some()
}

impl OpenTable {
    /// The rows under the header. The header counts as record 1.
    pub fn all_rows<'a>(&'a self, file: &'a str) -> TableRows<'a> {
        rows_under(file, &self.decoded.text, self.separator, self.above)
    }
}

fn rows_under<'a>(file: &'a str, text: &'a str, separator: u8, above: usize) -> TableRows<'a> {
    let mut rows = TableRows::new(file, text, separator);
    for _ in 0..above {
        rows.next();
    }
    rows.count_from(u32::from(above > 0));
    rows
}

impl OpenFile {
    /// Makes a file ready.
    ///
    /// # Errors
    /// The file is not a table, or its columns cannot be told.
    pub fn open(
        file: &SourceFile,
        mapping: &Mapping,
        who: &mut PeopleByName,
        today: NaiveDate,
    ) -> Result<OpenFile, ImportFault> {
        let table = table(file, today, &is_usual)?;
        let known = mapping.of_header(&table.header);
        let columns = match known {
            Some(known) => ChronologyColumns::by_mapping(&file.name, &table.header, known)?,
            None => {
                ChronologyColumns::by_looking(&file.name, &table.header, &table.sample, who, today)?
            }
        };
        let named = known.map_or(String::new(), |known| known.source.clone());
        let source = match named.as_str() {
            "" => name_of(&file.name),
            named => named.to_owned(),
        };
        let hints = [folded(&source), folded(&table.header.join(" "))];
        let kind = hints.iter().find_map(|words| source_kind_of(words));
        Ok(OpenFile {
            name: file.name.clone(),
            decoded: table.decoded,
            separator: table.separator,
            columns,
            source,
            named,
            source_kind: kind.map(|kind| kind.id.clone()).unwrap_or_default(),
            above: table.above,
            titles: table.titles,
        })
    }

    /// The rows under the header. The header counts as record 1.
    pub fn rows(&self) -> TableRows<'_> {
        rows_under(&self.name, &self.decoded.text, self.separator, self.above)
    }

    /// How the file was read, to keep and correct. What its name says of the source is not kept: another agency's file
    /// may have the same header.
    pub fn mapping(&self) -> FileMapping {
        self.columns.mapping(&self.named)
    }
}

/// "health-visitor.csv" is told by "Health visitor".
fn name_of(file: &str) -> String {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = stem.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        None => file.to_owned(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}
