//! Stamping what a person asked to write: the next revisions of records, and the caseload line as it is after them.
//!
//! It stands on this floor because the line tells what is due, which follows from the whole case file.

use crate::record::{CaseFile, CaseId, CaseLine, Change, Meta, Record, Write};
use chrono::{DateTime, Utc};

impl Change {
    /// Stamps writes with their next revisions as seen from `file`, and works out the caseload line after them. A removal of
    /// a record that is not there is left out.
    pub fn of(
        file: &CaseFile,
        case: CaseId,
        author: &str,
        label: &str,
        at: DateTime<Utc>,
        writes: Vec<Write>,
    ) -> Change {
        let mut change = Change::without_line(file, case, author, label, at, writes);
        change.add_line(file, at);
        change
    }

    /// The same without the caseload line: its cost does not grow with the case.
    pub fn without_line(
        file: &CaseFile,
        case: CaseId,
        author: &str,
        label: &str,
        at: DateTime<Utc>,
        writes: Vec<Write>,
    ) -> Change {
        let mut change = Change {
            case,
            label: label.to_owned(),
            records: Vec::new(),
            before: Vec::new(),
            line: None,
        };
        for write in writes {
            let (id, removed, body) = match write {
                Write::Put(id, body) => (id, None, Some(*body)),
                Write::Remove(id, why) => (id, Some(why), None),
            };
            let before = file.record(id);
            let Some(body) = body.or_else(|| before.as_ref().map(|record| record.body.clone()))
            else {
                continue;
            };
            let revision = file.revisions.get(&id).copied().unwrap_or(0) + 1;
            let meta = Meta {
                id,
                case,
                author: author.to_owned(),
                recorded_at: at,
                revision,
                removed,
            };
            change.records.push(Record { meta, body });
            change.before.push(before);
        }
        change
    }

    /// Works out the caseload line for a change that was stamped for `file`. Gives the file with the change in it.
    pub fn add_line(&mut self, file: &CaseFile, at: DateTime<Utc>) -> CaseFile {
        let mut after = file.clone();
        self.apply(&mut after);
        self.line = CaseLine::of(&after, at);
        after
    }
}
