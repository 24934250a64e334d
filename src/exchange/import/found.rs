//! What the rows of one file turned out to be: counted, so that none is lost between the file and the chronology.

use super::fault::ImportFault;
use super::matching::{self, RowKey};
use super::report::{FileKind, PreviewRow, RowOutcome};
use super::row::{ReadRow, RowReader};
use super::slips;
use super::tally::{FileTally, IN_CHRONOLOGY};
use crate::record::{CaseFile, Entry, Mint, RecordId, SetAside};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// Rows that are there already, and how often: those that earlier imports brought, and those of the files read before in
/// this one.
pub struct KnownRows {
    earlier: HashMap<RowKey, u32>,
    beside: HashMap<RowCells, u32>,
    /// Whether this import has several files.
    several: bool,
}

/// All cells of a row, with its teller: a row of another file beside is the same only when nothing in it differs.
type RowCells = (String, Vec<String>);

impl KnownRows {
    /// The rows that a case has already, before an import of so many files.
    pub fn from_case(file: &CaseFile, files: usize) -> KnownRows {
        let mut earlier = HashMap::new();
        for key in file
            .entries
            .values()
            .flat_map(|entry| matching::keys(&entry.body))
        {
            *earlier.entry(key).or_default() += 1;
        }
        KnownRows {
            earlier,
            beside: HashMap::new(),
            several: files > 1,
        }
    }

    /// Whether any row can be there already; where none can, no row's cells need be kept to compare.
    fn may_hold(&self) -> bool {
        self.several || !self.earlier.is_empty()
    }

    /// Whether a row is there already; each row that is there answers once, so that two equal rows stay two.
    fn holds(&mut self, entry: &Entry, cells: &RowCells) -> bool {
        take_one(&mut self.beside, cells)
            || (!self.earlier.is_empty()
                && matching::keys(entry).any(|key| take_one(&mut self.earlier, &key)))
    }

    /// Takes note of the rows of a file for the files after it.
    fn remember(&mut self, rows: Vec<RowCells>) {
        // As often as the file that holds a row most often: the same file a third time brings nothing either.
        let mut here: HashMap<RowCells, u32> = HashMap::new();
        for row in rows {
            *here.entry(row).or_default() += 1;
        }
        for (row, count) in here {
            let known = self.beside.entry(row).or_default();
            *known = count.max(*known);
        }
    }
}

fn take_one<K: Eq + Hash>(known: &mut HashMap<K, u32>, key: &K) -> bool {
    let left = known.get_mut(key).filter(|count| **count > 0);
    left.map(|count| *count -= 1).is_some()
}

/// What the rows of one file turned out to be.
pub struct ChronologyRows {
    /// How they are accounted for.
    pub tally: FileTally,
    told: Vec<(RecordId, Entry)>,
}

impl ChronologyRows {
    /// Reads all rows of a file.
    ///
    /// # Errors
    /// The file stops being a table somewhere: nothing of it is taken.
    pub fn read(
        mut reader: RowReader<'_>,
        known: &mut KnownRows,
        mint: &mut Mint,
        progress: &mut dyn FnMut(u64),
    ) -> Result<ChronologyRows, ImportFault> {
        let open = reader.file;
        let encoding = open.decoded.encoding;
        let mut found = ChronologyRows {
            tally: FileTally::new(FileKind::Chronology, &open.name, encoding, open.separator),
            told: Vec::new(),
        };
        let mut read = Vec::new();
        let mut rows = open.rows();
        while let Some(row) = rows.next() {
            let row = row?;
            if found.tally.count().is_multiple_of(1000) {
                progress(rows.place() as u64);
            }
            let (record, line) = (row.record, row.line);
            let cells = match known.may_hold() {
                true => row.cells.clone(),
                false => Vec::new(),
            };
            match reader.read(row, mint) {
                ReadRow::Aside(aside) => found.tally.set_aside(aside),
                ReadRow::Told(entry) => {
                    let teller = entry.accounts.first().map(|account| account.source.clone());
                    let row = (teller.unwrap_or_default(), cells);
                    if known.holds(&entry, &row) {
                        found.tally.set_aside(SetAside {
                            record,
                            line,
                            why: IN_CHRONOLOGY.to_owned(),
                            cells: row.1.clone(),
                        });
                    } else {
                        found.told.push((mint.next_id(), *entry));
                    }
                    if known.several {
                        read.push(row);
                    }
                }
            }
        }
        known.remember(read);
        let days = found
            .told
            .iter()
            .filter_map(|(id, entry)| Some((*id, entry.when.exact_day()?)));
        let odd: HashSet<RecordId> = slips::find_slips(&days.collect::<Vec<_>>())
            .into_iter()
            .collect();
        for (_, entry) in found.told.iter_mut().filter(|(id, _)| odd.contains(id)) {
            slips::ask(entry);
        }
        Ok(found)
    }

    /// Hands the entries over; what is shown and reported of them is kept.
    pub fn take_entries(&mut self) -> Vec<(RecordId, Entry)> {
        let told = std::mem::take(&mut self.told);
        for (id, entry) in &told {
            for account in &entry.accounts {
                let Some(origin) = &account.origin else {
                    continue;
                };
                self.tally.come_in(PreviewRow {
                    place: self.tally.place(origin.record, origin.line),
                    outcome: RowOutcome::Entry(*id),
                    date: account.when.written().to_owned(),
                    children: entry.children.clone(),
                    source: account.source.clone(),
                    text: account.text.clone(),
                    doubts: origin.doubts.clone(),
                });
            }
        }
        told
    }
}
