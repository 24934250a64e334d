//! The caseload: every child of every case, a line each.

use super::list::Place;
use crate::insight::caseload::{Row, Sort, Worker};
use crate::record::{CaseId, CaseLine, ChildLine, RecordId};
use crate::tui::command::Command;
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
    /// The workers over their rows while the caseload is shown worker by worker; none while it is shown all together.
    pub workers: Vec<Worker>,
    /// Whether it is shown worker by worker.
    pub is_by_worker: bool,
    /// Where the list stands: the chosen row, and the first line that is seen, the lines over workers counted, too.
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

    /// Moves by a list command with so many lines seen. Gives whether the command was one of movement.
    pub fn go(&mut self, command: Command, seen: usize) -> bool {
        let top = self.place.top;
        let moved = self.place.go(command, self.rows.len(), seen);
        if moved {
            self.place.top = top;
            self.keep_seen(seen);
        }
        moved
    }

    /// Chooses a row.
    pub fn choose(&mut self, row: usize, seen: usize) {
        self.place.chosen = row;
        self.keep_seen(seen);
    }

    /// Brings the chosen row onto the screen, with the line over its worker when it is the first of theirs.
    pub fn keep_seen(&mut self, seen: usize) {
        let seen = seen.max(1);
        let place = &mut self.place;
        place.chosen = place.chosen.min(self.rows.len().saturating_sub(1));
        let chosen = place.chosen;
        let over = |worker: &&Worker| worker.from <= chosen;
        let line = chosen + self.workers.iter().filter(over).count();
        let is_first = self.workers.iter().any(|worker| worker.from == chosen);
        let lines = self.rows.len() + self.workers.len();
        let first = match is_first && seen > 1 {
            true => line - 1,
            false => line,
        };
        place.top = place.top.min(first).max((line + 1).saturating_sub(seen));
        place.top = place.top.min(lines.saturating_sub(seen));
    }

    /// The lines of the list in their order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut workers = self.workers.iter().peekable();
        self.rows.iter().enumerate().flat_map(move |(at, row)| {
            let worker = workers.next_if(|worker| worker.from == at);
            let worker = worker.map(Line::Worker);
            worker.into_iter().chain([Line::Row(at, *row)])
        })
    }

    /// How many lines the list has.
    pub fn line_count(&self) -> usize {
        self.rows.len() + self.workers.len()
    }
}

/// A line of the list.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// Stands over the rows of a worker.
    Worker(&'a Worker),
    /// A row, with its place among the rows.
    Row(usize, Row),
}
