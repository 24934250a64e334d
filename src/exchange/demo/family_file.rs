//! A made-up family as its file under `families/` writes it.
//!
//! A row `[[promise]]` is a record of the kind with that key, and its fields have the names of the record's own. People and
//! records are named by their `key`, entries and decisions on zones by their dates, sources by their headings. Where a
//! record is about one `child`, a row may name several `children` and stands for a record about each. `written` is the day
//! of writing where it is not the record's own; `again` holds what a later revision says differently, with its day.

use super::DemoFault;
use crate::record::RecordKind;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Table;

/// A family's file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FamilyFile {
    pub case: Table,
    pub sources: BTreeMap<String, NamedSource>,
    /// The rows of every kind by its key.
    #[serde(flatten)]
    rows: BTreeMap<String, Vec<Table>>,
}

/// Who tells something, and which kind of source that is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamedSource {
    pub name: String,
    pub kind: String,
}

/// What one source says of an entry.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AccountRow {
    pub when: String,
    pub source: String,
    pub reference: String,
    pub recorded_by: String,
    pub known_on: Option<NaiveDate>,
    pub text: String,
}

impl FamilyFile {
    /// Reads a file. Every table in it is a kind of record.
    pub fn read(name: &str, text: &str) -> Result<FamilyFile, DemoFault> {
        let file: FamilyFile = super::read(name, text)?;
        let mut keys = file.rows.keys();
        match keys.find(|key| RecordKind::from_key(key).is_none()) {
            None => Ok(file),
            Some(key) => Err(DemoFault::family(
                name,
                format!("no kind is called “{key}”"),
            )),
        }
    }

    /// The rows of a kind.
    pub fn rows(&self, kind: RecordKind) -> &[Table] {
        self.rows.get(kind.key()).map_or(&[], Vec::as_slice)
    }

    /// A text of the case.
    pub fn of_case(&self, field: &str) -> &str {
        let text = self.case.get(field).and_then(toml::Value::as_str);
        text.unwrap_or_default()
    }
}
