//! The caseload: every child of every case, a line each.

use super::list::Place;
use crate::insight::caseload::{Row, Sort};
use crate::record::{CaseId, CaseLine, ChildLine, RecordId};
use std::collections::BTreeSet;

/// The caseload as read from the store, and how it is looked at.
#[derive(Debug, Default)]
pub struct Caseload {
    /// Every case, as the store gave them; `None` until they are read.
    pub cases: Option<Vec<CaseLine>>,
    /// The rows shown, in their order: worked out when the cases, the order, the words or the day change.
    pub rows: Vec<Row>,
    /// Their order.
    pub sort: Sort,
    /// Where the list stands.
    pub place: Place,
    /// Show only rows with these words.
    pub filter: String,
    /// The cases that are marked, for a walk through them.
    pub marked: BTreeSet<CaseId>,
    /// The words before the line that is being typed on.
    pub filter_before: String,
}

impl Caseload {
    /// The cases; none before they are read.
    pub fn cases(&self) -> &[CaseLine] {
        self.cases.as_deref().unwrap_or_default()
    }

    /// The chosen case and child.
    pub fn chosen(&self) -> Option<(&CaseLine, Option<&ChildLine>)> {
        self.rows.get(self.place.chosen)?.of(self.cases())
    }

    /// The ids of the chosen case and child.
    pub fn chosen_ids(&self) -> Option<(CaseId, Option<RecordId>)> {
        let (case, child) = self.chosen()?;
        Some((case.case, child.map(|child| child.id)))
    }
}
