//! What the rows of one file turned out to be: counted, so that none is lost between the file and the chronology.

use super::fault::ImportFault;
use super::matching::{self, Key};
use super::report::{FileReport, Outcome, PreviewRow, RowDoubt, RowPlace, RowSetAside};
use super::row::{Read, RowReader};
use super::slips;
use crate::record::{CaseFile, Entry, ImportedFile, Mint, RecordId, SetAside};
use std::collections::{HashMap, HashSet};

/// How much of a row's words a preview shows.
const SHOWN: usize = 160;

/// Rows that earlier imports brought, and how often.
pub struct Known(HashMap<Key, u32>);

impl Known {
    /// The rows that a case has already.
    pub fn of(file: &CaseFile) -> Known {
        let mut known = HashMap::new();
        for key in file
            .entries
            .values()
            .flat_map(|entry| matching::keys(&entry.body))
        {
            *known.entry(key).or_default() += 1;
        }
        Known(known)
    }

    /// Whether a row is there already; each row that is there answers once, so that two equal rows stay two.
    fn holds(&mut self, entry: &Entry) -> bool {
        let known = &mut self.0;
        !known.is_empty()
            && matching::keys(entry).any(|key| {
                let left = known.get_mut(&key).filter(|count| **count > 0);
                left.map(|count| *count -= 1).is_some()
            })
    }
}

/// What the rows of one file turned out to be.
pub struct Found {
    file: ImportedFile,
    told: Vec<(RecordId, Entry)>,
    doubts: Vec<RowDoubt>,
    /// The rows for a preview, in the order of the file.
    pub preview: Vec<PreviewRow>,
}

impl Found {
    /// Reads all rows of a file.
    ///
    /// # Errors
    /// The file stops being a table somewhere: nothing of it is taken.
    pub fn read(
        mut reader: RowReader<'_>,
        known: &mut Known,
        mint: &mut Mint,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Found, ImportFault> {
        let open = reader.file;
        let mut found = Found {
            file: ImportedFile {
                file: open.name.clone(),
                encoding: open.decoded.encoding.to_owned(),
                separator: char::from(open.separator),
                ..ImportedFile::default()
            },
            told: Vec::new(),
            doubts: Vec::new(),
            preview: Vec::new(),
        };
        let mut rows = open.rows();
        while let Some(row) = rows.next() {
            let row = row?;
            found.file.rows += 1;
            if found.file.rows.is_multiple_of(1000) {
                progress(rows.place() as u64);
            }
            // Kept only where the row may turn out to be there already: a row that comes in holds its own words.
            let again = (!known.0.is_empty()).then(|| row.clone());
            match (reader.read(row, mint), again) {
                (Read::Aside(aside), _) => found.set_aside(aside),
                (Read::Told(entry), Some(row)) if known.holds(&entry) => {
                    found.set_aside(SetAside {
                        record: row.record,
                        line: row.line,
                        why: "Already in the chronology.".to_owned(),
                        cells: row.cells,
                    })
                }
                (Read::Told(entry), _) => found.told.push((mint.next_id(), *entry)),
            }
        }
        let days = found
            .told
            .iter()
            .filter_map(|(id, entry)| Some((*id, entry.when.exact_day()?)));
        let odd: HashSet<RecordId> = slips::find(&days.collect::<Vec<_>>()).into_iter().collect();
        for (_, entry) in found.told.iter_mut().filter(|(id, _)| odd.contains(id)) {
            slips::ask(entry);
        }
        Ok(found)
    }

    fn set_aside(&mut self, aside: SetAside) {
        self.preview.push(PreviewRow {
            place: self.place(aside.record, aside.line),
            outcome: Outcome::SetAside(aside.why.clone()),
            date: String::new(),
            children: Vec::new(),
            source: String::new(),
            text: beginning(aside.cells.join(" ").trim()),
            doubts: Vec::new(),
        });
        self.file.set_aside.push(aside);
    }

    fn place(&self, record: u32, line: u32) -> RowPlace {
        RowPlace {
            file: self.file.file.clone(),
            record,
            line,
        }
    }

    /// Hands the entries over; what is shown and reported of them is kept.
    pub fn take_entries(&mut self) -> Vec<(RecordId, Entry)> {
        let told = std::mem::take(&mut self.told);
        for (id, entry) in &told {
            for account in &entry.accounts {
                let Some(origin) = &account.origin else {
                    continue;
                };
                self.doubts
                    .extend(origin.doubts.iter().map(|doubt| RowDoubt {
                        record: origin.record,
                        line: origin.line,
                        kind: doubt.kind,
                        text: doubt.text.clone(),
                    }));
                self.preview.push(PreviewRow {
                    place: self.place(origin.record, origin.line),
                    outcome: Outcome::Entry(*id),
                    date: account.when.written().to_owned(),
                    children: entry.children.clone(),
                    source: account.source.clone(),
                    text: beginning(&account.text),
                    doubts: origin.doubts.clone(),
                });
            }
        }
        self.preview.sort_by_key(|row| row.place.record);
        told
    }

    /// Counts which entries joined another; `moved` says where they stand now.
    pub fn settle(&mut self, moved: &HashMap<RecordId, RecordId>) {
        for row in &mut self.preview {
            if let Outcome::Entry(id) = row.outcome {
                match moved.get(&id) {
                    Some(home) => {
                        row.outcome = Outcome::Joined(*home);
                        self.file.joined += 1;
                    }
                    None => self.file.entries += 1,
                }
            }
        }
    }

    /// The file's part of the report.
    pub fn report(&self) -> FileReport {
        let file = &self.file;
        let set_aside = file.set_aside.iter();
        FileReport {
            file: file.file.clone(),
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
