//! What one import brought: its files, what was set aside and why.

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
