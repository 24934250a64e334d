//! Version 1 of what was changed since, as it was written then.

use crate::record;
use crate::record::{CaseId, FuzzyDate, RecordId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A case's line before it told of zones.
#[derive(Serialize, Deserialize)]
pub(super) struct CaseLine {
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

#[derive(Serialize, Deserialize)]
struct ChildLine {
    id: RecordId,
    short_name: String,
    name: String,
    born: Option<FuzzyDate>,
    lives: String,
    legal: String,
}

impl From<CaseLine> for record::CaseLine {
    /// No zone was decided in a store of that version.
    fn from(line: CaseLine) -> record::CaseLine {
        record::CaseLine {
            case: line.case,
            name: line.name,
            worker: line.worker,
            children: line.children.into_iter().map(Into::into).collect(),
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

impl From<ChildLine> for record::ChildLine {
    fn from(line: ChildLine) -> record::ChildLine {
        record::ChildLine {
            id: line.id,
            short_name: line.short_name,
            name: line.name,
            born: line.born,
            lives: line.lives,
            legal: line.legal,
            zones: Vec::new(),
        }
    }
}
