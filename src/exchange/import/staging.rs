//! The case as it will be: what is to be written, laid over what is there, in one place that can be asked.

use crate::record::{Body, CaseFile, CaseId, Meta, Record, RecordId, Write};
use chrono::DateTime;
use std::collections::HashSet;

/// A case file with writes laid over it. Nothing is stored here.
#[derive(Clone, Debug, Default)]
pub struct Staging {
    pub file: CaseFile,
    case: Option<CaseId>,
    order: Vec<RecordId>,
    touched: HashSet<RecordId>,
}

impl Staging {
    /// Over what is there.
    pub fn over(existing: &CaseFile, case: CaseId) -> Staging {
        Staging {
            file: existing.clone(),
            case: Some(case),
            ..Staging::default()
        }
    }

    /// Lays a record over.
    pub fn put(&mut self, id: RecordId, body: Body) {
        if self.touched.insert(id) {
            self.order.push(id);
        }
        self.file.apply(Record {
            meta: self.meta(id, None),
            body,
        });
    }

    /// Takes back what was laid over.
    pub fn take_back(&mut self, id: RecordId) {
        if let Some(record) = self.file.record(id) {
            self.touched.remove(&id);
            self.file.apply(Record {
                meta: self.meta(id, Some(String::new())),
                body: record.body,
            });
        }
    }

    fn meta(&self, id: RecordId, removed: Option<String>) -> Meta {
        Meta {
            id,
            case: self.case.unwrap_or(id),
            author: String::new(),
            recorded_at: DateTime::UNIX_EPOCH,
            revision: 0,
            removed,
        }
    }

    /// What is to be written, in the order in which it was laid over.
    pub fn writes(&self) -> Vec<Write> {
        let touched = self.order.iter().filter(|id| self.touched.contains(id));
        let records = touched.filter_map(|id| self.file.record(*id));
        records
            .map(|record| Write::Put(record.meta.id, Box::new(record.body)))
            .collect()
    }
}
