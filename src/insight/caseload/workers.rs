//! The caseload by worker: the rows of each together, with how many children, what is late, and where supervision is wanting.

use super::Row;
use super::drift::{Supervised, late, supervised};
use crate::insight::folding::folded;
use crate::record::CaseLine;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The rows of one worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worker {
    /// The name; empty where a case names nobody.
    pub name: String,
    /// Where the rows begin among all rows.
    pub from: usize,
    /// How many children of open cases.
    pub children: usize,
    /// How many things are late in these cases.
    pub late: usize,
    /// In how many cases supervision was longer ago than the team agreed.
    pub unsupervised: usize,
    /// In how many no supervision is recorded.
    pub not_recorded: usize,
}

impl Worker {
    /// "M Clarke: 9 children, 2 late, 1 family unsupervised too long, 2 with no supervision recorded".
    pub fn words(&self) -> String {
        let name = match self.name.as_str() {
            "" => "Nobody is named as the worker",
            name => name,
        };
        let mut said = vec![match self.children {
            1 => "1 child".to_owned(),
            count => format!("{count} children"),
        }];
        if self.late > 0 {
            said.push(format!("{} late", self.late));
        }
        let families = |count: usize| match count {
            1 => "1 family".to_owned(),
            count => format!("{count} families"),
        };
        if self.unsupervised > 0 {
            said.push(format!(
                "{} unsupervised too long",
                families(self.unsupervised)
            ));
        }
        if self.not_recorded > 0 {
            let count = families(self.not_recorded);
            said.push(format!("{count} with no supervision recorded"));
        }
        format!("{name}: {}", said.join(", "))
    }
}

/// Brings the rows of each worker together, workers by their names, nobody last; among the rows of one worker their order
/// stays as it was.
pub fn by_worker(cases: &[CaseLine], rows: &mut [Row], today: NaiveDate) -> Vec<Worker> {
    let name = |row: &Row| cases.get(row.case).map_or("", |case| case.worker.trim());
    rows.sort_by_cached_key(|row| (name(row).is_empty(), folded(name(row))));
    let mut workers: Vec<Worker> = Vec::new();
    let mut counted = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let Some((case, child)) = row.of(cases) else {
            continue;
        };
        if workers
            .last()
            .is_none_or(|last| folded(&last.name) != folded(name(row)))
        {
            workers.push(Worker {
                name: name(row).to_owned(),
                from: at,
                children: 0,
                late: 0,
                unsupervised: 0,
                not_recorded: 0,
            });
        }
        let Some(worker) = workers.last_mut() else {
            continue;
        };
        worker.children += usize::from(child.is_some() && !case.closed);
        if counted.insert(row.case) {
            worker.late += late(case, today);
            match supervised(case, today) {
                Supervised::TooLongAgo => worker.unsupervised += 1,
                Supervised::NotRecorded => worker.not_recorded += 1,
                Supervised::InTime => {}
            }
        }
    }
    workers
}
