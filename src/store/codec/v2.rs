//! Version 2 of what was changed since, as it was written then.

use crate::record;
use crate::record::{CaseId, ChildLine};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A case's line before it told of supervision and of what is due.
#[derive(Serialize, Deserialize)]
pub(super) struct CaseLineV2 {
    case: CaseId,
    name: String,
    worker: String,
    children: Vec<ChildLine>,
    entries: u32,
    last_entry: Option<NaiveDate>,
    open_doubts: u32,
    written_at: DateTime<Utc>,
    closed: bool,
}

impl From<CaseLineV2> for record::CaseLine {
    /// No supervision was recorded in a store of that version; what is due is told once the case is written to again.
    fn from(line: CaseLineV2) -> record::CaseLine {
        record::CaseLine {
            case: line.case,
            name: line.name,
            worker: line.worker,
            children: line.children,
            entries: line.entries,
            last_entry: line.last_entry,
            open_doubts: line.open_doubts,
            written_at: line.written_at,
            closed: line.closed,
            supervised_on: None,
            dues: Vec::new(),
            recent: Vec::new(),
        }
    }
}
