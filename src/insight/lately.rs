//! What changed in a case lately: who wrote what, when, the newest first.

use crate::record::{CaseFile, Meta, RecordId, RecordKind};
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;

/// Things that one person wrote on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Who.
    pub author: String,
    /// The day.
    pub day: NaiveDate,
    /// What kind of thing.
    pub kind: RecordKind,
    /// Whether they were new, not changed.
    pub is_new: bool,
    /// Which, the last written first.
    pub records: Vec<RecordId>,
}

/// "added 12 entries", "changed a person".
impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let did = if self.is_new { "added" } else { "changed" };
        match self.records.len() {
            1 => write!(f, "{did} {}", self.kind.a_one()),
            count => write!(f, "{did} {count} {}", self.kind.many()),
        }
    }
}

/// What was written lately, the newest first. What one person did to one kind of record on one day is told together.
pub fn lately(file: &CaseFile) -> Vec<Written> {
    let mut all: Vec<(&Meta, RecordKind)> = file.metas().collect();
    let newest = |meta: &Meta| -> (DateTime<Utc>, RecordId) { (meta.recorded_at, meta.id) };
    all.sort_by_key(|(meta, _)| std::cmp::Reverse(newest(meta)));
    let mut told: Vec<Written> = Vec::new();
    for (meta, kind) in all {
        let day = meta.recorded_at.date_naive();
        let is_new = meta.revision == 1;
        let same = told.iter_mut().find(|written| {
            written.author == meta.author
                && (written.day, written.kind, written.is_new) == (day, kind, is_new)
        });
        match same {
            Some(written) => written.records.push(meta.id),
            None => told.push(Written {
                author: meta.author.clone(),
                day,
                kind,
                is_new,
                records: vec![meta.id],
            }),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::MadeUp;
    use crate::record::Body;

    #[test]
    fn a_days_work_is_told_together_and_the_newest_first() {
        let mut family = MadeUp::new();
        let old = family.adult("Al", "father");
        let changed = family.file.people[&old].body.clone();
        let earlier = family.written(old, "2026-11-20", 2, Body::Person(changed));
        family.file.apply(earlier);
        family.told(&[], "a.csv", "School", "2 Mar 2024", "One.");
        family.told(&[], "a.csv", "School", "3 Mar 2024", "Two.");
        family.child("Ava", "2019");
        let said: Vec<String> = lately(&family.file)
            .iter()
            .map(|written| format!("{} {written}", written.day))
            .collect();
        assert_eq!(
            said,
            [
                "2026-11-23 added a person",
                "2026-11-23 added 2 entries",
                "2026-11-20 changed a person"
            ]
        );
    }
}
