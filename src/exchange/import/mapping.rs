//! Which column is which, as a person can read, keep and correct it.
//!
//! One `[[file]]` for each form of header met so far; the header itself is the key, so next month's export of the same
//! agency is read the same way.

use super::fault::ImportFault;
use crate::practice::columns::Role;
use crate::record::DateOrder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The forms of files that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// One for each header.
    #[serde(default, rename = "file")]
    pub files: Vec<FileMapping>,
}

/// How files with one header are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FileMapping {
    /// The header's cells as they stand in the file.
    pub header: Vec<String>,
    /// Who tells what stands in such files; empty: the file's own name.
    #[serde(default)]
    pub source: String,
    /// Whether the month stands before the day.
    #[serde(default)]
    pub month_first: bool,
    /// The column for each role, by its header. Columns that are not named are kept beside the account.
    pub columns: BTreeMap<Role, String>,
}

const ABOUT: &str = "\
# Which column is which in the tables that agencies send. Correct it here and bring the file in again with --mapping.
# Roles: date, time, known-on, child, people, source, text, analysis, action, reference, recorded-by.
# The source says who tells what stands in such files; empty, it is the name of each file.
";

impl Mapping {
    /// Reads a mapping from TOML.
    ///
    /// # Errors
    /// [`ImportFault::Mapping`] with the line and the reason.
    pub fn from_toml(text: &str) -> Result<Mapping, ImportFault> {
        toml::from_str(text).map_err(|fault| ImportFault::Mapping {
            why: fault
                .to_string()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
        })
    }

    /// The mapping as TOML, with a line on how to use it.
    pub fn to_toml(&self) -> String {
        let body = toml::to_string_pretty(self).unwrap_or_default();
        format!("{ABOUT}\n{body}")
    }

    /// How files with this header are read.
    pub fn of_header(&self, header: &[String]) -> Option<&FileMapping> {
        let key = fingerprint(header);
        self.files
            .iter()
            .find(|file| fingerprint(&file.header) == key)
    }

    /// Remembers how a file was read, in place of what was known of its header.
    pub fn remember(&mut self, file: FileMapping) {
        let key = fingerprint(&file.header);
        self.files.retain(|known| fingerprint(&known.header) != key);
        self.files.push(file);
    }

    /// Takes in what `other` knows; where both know a header, `other` counts.
    pub fn take_in(&mut self, other: Mapping) {
        for file in other.files {
            self.remember(file);
        }
    }
}

impl FileMapping {
    /// The order of day and month.
    pub fn date_order(&self) -> DateOrder {
        if self.month_first {
            DateOrder::MonthFirst
        } else {
            DateOrder::DayFirst
        }
    }
}

/// A header without case, spaces around cells and empty cells at its end.
pub fn fingerprint(header: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = header
        .iter()
        .map(|cell| cell.trim().to_lowercase())
        .collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}
