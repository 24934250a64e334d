//! Other records to which a view leads, each by its id and in the words by which people know it.

use crate::cli::lines::Lines;
use crate::insight::stages::evidence_in_short;
use crate::record::{CaseFile, FuzzyDate, Record, RecordId};
use serde::Serialize;
use std::collections::BTreeMap;

/// A record of the case.
#[derive(Serialize)]
pub struct Linked {
    /// Its id.
    pub id: RecordId,
    /// Its words.
    pub text: String,
}

/// Entries by their day and first words.
pub fn entries(file: &CaseFile, ids: &[RecordId]) -> Vec<Linked> {
    let linked = ids.iter().map(|id| Linked {
        id: *id,
        text: evidence_in_short(file, *id),
    });
    linked.collect()
}

/// Records by words of theirs; those that are no longer in the case are left out.
pub fn named<T>(
    records: &BTreeMap<RecordId, Record<T>>,
    ids: &[RecordId],
    words: impl Fn(&T) -> &str,
) -> Vec<Linked> {
    let found = ids.iter().filter_map(|id| records.get(id));
    let linked = found.map(|record| Linked {
        id: record.id(),
        text: words(&record.body).to_owned(),
    });
    linked.collect()
}

/// Those records that a test holds of, by words of theirs.
pub fn those<T>(
    records: &BTreeMap<RecordId, Record<T>>,
    is: impl Fn(&T) -> bool,
    words: impl Fn(&T) -> &str,
) -> Vec<Linked> {
    let found = records.values().filter(|record| is(&record.body));
    let linked = found.map(|record| Linked {
        id: record.id(),
        text: words(&record.body).to_owned(),
    });
    linked.collect()
}

/// A date as it is written here; none when nobody gave one.
pub fn day(date: Option<&FuzzyDate>) -> Option<String> {
    date.map(|date| date.in_short())
        .filter(|day| !day.is_empty())
}

/// A line for each of them.
pub fn write(lines: &mut Lines, name: &str, all: &[Linked]) {
    for one in all {
        lines.fact(name, &one.text);
    }
}

/// A line for a day, when there is one.
pub fn write_day(lines: &mut Lines, name: &str, day: Option<&String>) {
    if let Some(day) = day {
        lines.fact(name, day);
    }
}
