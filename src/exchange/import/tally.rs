//! How the rows of one file are accounted for: those that came in, those set aside with a reason, those that came in
//! with a question. None is lost between the file and the case.

use super::report::{
    FileKind, FileReport, PreviewRow, RowDoubt, RowOutcome, RowPlace, RowSetAside,
};
use crate::record::{CaseFile, ImportedFile, RecordId, SetAside};
use std::collections::HashMap;

/// How much of a row's words a preview shows.
const SHOWN: usize = 160;

/// Why a row stays out that an earlier import brought.
pub(super) const IN_CHRONOLOGY: &str = "Already in the chronology.";
/// Why a row stays out whose finding or decision the case has.
pub(super) const IN_CASE: &str = "Already in the case.";

/// How the rows of one file are accounted for.
pub struct FileTally {
    kind: FileKind,
    file: ImportedFile,
    doubts: Vec<RowDoubt>,
    /// What stands above the header and was not brought in.
    pub titles: Vec<String>,
    /// The rows for a preview, in the order of the file.
    pub preview: Vec<PreviewRow>,
}

impl FileTally {
    /// No row counted yet.
    pub fn new(kind: FileKind, name: &str, encoding: &str, separator: u8) -> FileTally {
        FileTally {
            kind,
            file: ImportedFile {
                file: name.to_owned(),
                encoding: encoding.to_owned(),
                separator: char::from(separator),
                ..ImportedFile::default()
            },
            doubts: Vec::new(),
            titles: Vec::new(),
            preview: Vec::new(),
        }
    }

    /// Counts a row of the file, whatever becomes of it, and says how many there are now.
    pub fn count(&mut self) -> u32 {
        self.file.rows += 1;
        self.file.rows
    }

    pub fn name(&self) -> &str {
        &self.file.file
    }

    /// Where a row stands.
    pub fn place(&self, record: u32, line: u32) -> RowPlace {
        RowPlace {
            file: self.file.file.clone(),
            record,
            line,
        }
    }

    /// A row that stays out.
    pub fn set_aside(&mut self, aside: SetAside) {
        self.preview.push(PreviewRow {
            place: self.place(aside.record, aside.line),
            outcome: RowOutcome::SetAside(aside.why.clone()),
            date: String::new(),
            children: Vec::new(),
            source: String::new(),
            text: beginning(aside.cells.join(" ").trim()),
            doubts: Vec::new(),
        });
        self.file.set_aside.push(aside);
    }

    /// A row that comes in, perhaps with questions.
    pub fn come_in(&mut self, mut row: PreviewRow) {
        self.doubts.extend(row.doubts.iter().map(|doubt| RowDoubt {
            record: row.place.record,
            line: row.place.line,
            kind: doubt.kind,
            text: doubt.text.clone(),
        }));
        row.text = beginning(&row.text);
        self.preview.push(row);
    }

    /// Counts what came in once all files are read; `moved` says which entries joined another.
    pub fn settle(&mut self, moved: &HashMap<RecordId, RecordId>) {
        self.preview.sort_by_key(|row| row.place.record);
        self.file.set_aside.sort_by_key(|row| row.record);
        for row in &mut self.preview {
            if let RowOutcome::Entry(id) = row.outcome {
                match moved.get(&id) {
                    Some(home) => {
                        row.outcome = RowOutcome::Joined(*home);
                        self.file.joined += 1;
                    }
                    None => self.file.entries += 1,
                }
            }
        }
    }

    /// Whether a row stays out that no earlier import kept and that the case has not: its words are kept then, even
    /// when nothing else of the file comes in.
    pub fn keeps_back(&self, existing: &CaseFile) -> bool {
        let earlier = || {
            let imports = existing.imports.values();
            imports
                .flat_map(|import| &import.body.files)
                .filter(|file| file.file == self.file.file)
                .flat_map(|file| &file.set_aside)
        };
        let has_words = |row: &&SetAside| row.cells.iter().any(|cell| !cell.trim().is_empty());
        let mut aside = self.file.set_aside.iter().filter(has_words);
        aside.any(|row| {
            row.why != IN_CHRONOLOGY && row.why != IN_CASE && !earlier().any(|kept| kept == row)
        })
    }

    /// The file's part of the report.
    pub fn report(&self) -> FileReport {
        let file = &self.file;
        let set_aside = file.set_aside.iter();
        FileReport {
            file: file.file.clone(),
            kind: self.kind,
            encoding: file.encoding.clone(),
            separator: file.separator,
            rows: file.rows,
            entries: file.entries,
            joined: file.joined,
            set_aside: set_aside
                .map(|row| RowSetAside {
                    record: row.record,
                    line: row.line,
                    why: row.why.clone(),
                })
                .collect(),
            doubts: self.doubts.clone(),
        }
    }

    /// The file's part of the import's record.
    pub fn into_record(self) -> ImportedFile {
        self.file
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
