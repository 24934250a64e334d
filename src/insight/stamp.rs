//! Stamping what a person asked to write: the next revisions of records, and the caseload line as it is after them.
//!
//! It stands on this floor because the line tells what is due, which follows from the whole case file.

use crate::record::{CaseFile, CaseId, CaseLine, Change, Meta, Record, Write};
use chrono::{DateTime, Utc};

impl Change {
    /// Stamps writes with their next revisions as seen from `file`. A removal of a record that is not there is left out.
    pub fn of(
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
        let mut after = file.clone();
        change.apply(&mut after);
        change.line = CaseLine::of(&after, at);
        change
    }
}
