//! One act of writing: the new revisions that a save makes, what stood there before, and how to take it back.

use super::*;

/// What a person asked to write.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// Write this content under this id, new or known.
    Put(RecordId, Box<Body>),
    /// Remove the record, with the reason.
    Remove(RecordId, String),
}

/// New revisions of records of one case, saved together or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The case.
    pub case: CaseId,
    /// What was done, in words without case content ("add entry"); undo shows it.
    pub label: String,
    /// The new revisions. Each expects that the store holds the revision just before its own.
    pub records: Vec<Record<Body>>,
    /// What stood there before, in the same order; `None` where the record is new or had been removed.
    pub before: Vec<Option<Record<Body>>>,
    /// The caseload line as it is after the change; `None` when the change removes the case itself.
    pub line: Option<CaseLine>,
}

impl Change {
    /// Takes the change into a case file, once the store has said that it is saved.
    pub fn apply(&self, file: &mut CaseFile) {
        for record in &self.records {
            file.apply(record.clone());
        }
    }

    /// The writes that bring back what stood before: new revisions again, so that nothing is lost by undoing.
    pub fn undo(&self) -> Vec<Write> {
        let pairs = self.records.iter().zip(&self.before).rev();
        pairs
            .map(|(record, before)| match before {
                Some(before) => Write::Put(before.meta.id, Box::new(before.body.clone())),
                None => Write::Remove(record.meta.id, format!("undone: {}", self.label)),
            })
            .collect()
    }
}
