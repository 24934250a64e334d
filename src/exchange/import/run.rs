//! One import as it goes on: the case as it will be, what is new in it, and what is to be said about it.

use super::report::ImportCounts;
use super::staging::Staging;
use crate::record::{Body, CaseFile, DateOrder, DateProblem, FuzzyDate, Mint, RecordId};
use chrono::NaiveDate;

/// One import as it goes on.
pub struct ImportRun<'a> {
    pub staging: Staging,
    /// What is new beside the chronology.
    pub counts: ImportCounts,
    /// Sentences for the report.
    pub notices: Vec<String>,
    /// Makes the ids of what is new.
    pub mint: &'a mut Mint,
    pub today: NaiveDate,
}

impl ImportRun<'_> {
    pub fn case(&self) -> &CaseFile {
        &self.staging.file
    }

    /// Lays a new record over the case, and counts it.
    pub fn add(&mut self, body: Body) -> RecordId {
        let count = match &body {
            Body::Person(_) => Some(&mut self.counts.people),
            Body::Bond(_) => Some(&mut self.counts.bonds),
            Body::Placement(_) => Some(&mut self.counts.placements),
            Body::LegalStatus(_) => Some(&mut self.counts.legal_statuses),
            Body::FactorFinding(_) => Some(&mut self.counts.findings),
            Body::ZoneDecision(_) => Some(&mut self.counts.decisions),
            Body::Goal(_) => Some(&mut self.counts.goals),
            Body::GoalReview(_) => Some(&mut self.counts.goal_reviews),
            _ => None,
        };
        if let Some(count) = count {
            *count += 1;
        }
        let id = self.mint.next_id();
        self.staging.put(id, body);
        id
    }

    /// Lays a changed record over the case.
    pub fn put(&mut self, id: RecordId, body: Body) {
        self.staging.put(id, body);
    }

    /// Reads a date of a table beside the chronology, where the day always stands first.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read_date(&self, cell: &str) -> Result<FuzzyDate, DateProblem> {
        FuzzyDate::from_record(cell, self.today, DateOrder::DayFirst)
    }
}
