//! Version 1 of what was changed since, as it was written then.

use crate::record;
use crate::record::{Arrival, CaseId, FuzzyDate, RecordId, Sex};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A case's line before it told of zones.
#[derive(Serialize, Deserialize)]
pub(super) struct CaseLineV1 {
    case: CaseId,
    name: String,
    worker: String,
    children: Vec<ChildLineV1>,
    entries: u32,
    last_entry: Option<NaiveDate>,
    open_doubts: u32,
    written_at: DateTime<Utc>,
    closed: bool,
}

#[derive(Serialize, Deserialize)]
struct ChildLineV1 {
    id: RecordId,
    short_name: String,
    name: String,
    born: Option<FuzzyDate>,
    lives: String,
    legal: String,
}

impl From<CaseLineV1> for record::CaseLine {
    /// No zone was decided in a store of that version.
    fn from(line: CaseLineV1) -> record::CaseLine {
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

impl From<ChildLineV1> for record::ChildLine {
    fn from(line: ChildLineV1) -> record::ChildLine {
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

/// A person before it told of pregnancies and of dates that sources give otherwise.
#[derive(Serialize, Deserialize)]
pub(super) struct PersonV1 {
    name: String,
    known_as: String,
    also_written: Vec<String>,
    relation: String,
    is_child: bool,
    born: Option<FuzzyDate>,
    died: Option<FuzzyDate>,
    sex: Sex,
    reference: String,
    notes: String,
}

impl From<PersonV1> for record::Person {
    fn from(person: PersonV1) -> record::Person {
        record::Person {
            name: person.name,
            known_as: person.known_as,
            also_written: person.also_written,
            relation: person.relation,
            is_child: person.is_child,
            born: person.born,
            died: person.died,
            sex: person.sex,
            reference: person.reference,
            notes: person.notes,
            arrival: Arrival::Born,
            born_elsewhere: Vec::new(),
            died_elsewhere: Vec::new(),
        }
    }
}
