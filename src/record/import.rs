//! What one import brought: its files, what was set aside and why.

use super::fields::{Shape, Unread, Value, WrittenText};
use super::table::fields;
use serde::{Deserialize, Serialize};

/// One import of one or more files into a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The files in the order given.
    pub files: Vec<ImportedFile>,
}

/// A file of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedFile {
    /// Its name without its folder.
    pub file: String,
    /// The encoding that it was read in, by its standard name ("UTF-8", "windows-1252").
    pub encoding: String,
    /// The separator between cells.
    pub separator: char,
    /// Records under the header, blank ones and repeated headers included.
    pub rows: u32,
    /// Rows that became entries of their own.
    pub entries: u32,
    /// Rows that joined an event told by another row.
    pub joined: u32,
    /// Rows kept out of the chronology, each with its reason; the words of the row stay here.
    pub set_aside: Vec<SetAside>,
}

/// A row that did not become an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The record's number; the header is 1.
    pub record: u32,
    /// The physical line on which it starts.
    pub line: u32,
    /// Why.
    pub why: String,
    /// The row's cells, unchanged.
    pub cells: Vec<String>,
}

/// "police.csv: 40 rows, 38 became entries, 1 joined an event, 1 set aside".
fn files_in_words(import: &Import) -> Value<'_> {
    let files = import.files.iter().map(|file| {
        let ImportedFile { file, rows, entries, joined, set_aside, .. } = file;
        let aside = set_aside.len();
        let words = format!("{file}: {rows} rows, {entries} became entries, {joined} joined an event, {aside} set aside");
        ("", words.into())
    });
    Value::Labelled(files.collect())
}

fn leave_files(_: &mut Import, _: &WrittenText<'_>) -> Result<(), Unread> {
    Ok(())
}

fields! { Import {
    files by files_in_words, leave_files: Shape::Kept;
} }
