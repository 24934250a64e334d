//! Other records to which a page leads, each in the words by which people know it.

use super::in_a_line::words_of;
use crate::page::Link;
use crate::record::{CaseFile, Record, RecordId};
use std::collections::BTreeMap;

/// Entries in order of time, each with its day. One that is no longer in the case says so, last.
pub fn entries(file: &CaseFile, ids: &[RecordId]) -> Vec<Link> {
    let mut ids = ids.to_vec();
    ids.sort_by(
        |one, other| match (file.entries.get(one), file.entries.get(other)) {
            (Some(one), Some(other)) => one.body.when.order(&other.body.when),
            (one, other) => one.is_none().cmp(&other.is_none()),
        },
    );
    let links = ids.into_iter().map(|id| Link {
        id,
        text: evidence_in_short(file, id),
    });
    links.collect()
}

/// Records of any kind; those that are no longer in the case are passed over.
pub fn records(file: &CaseFile, ids: impl IntoIterator<Item = RecordId>) -> Vec<Link> {
    let found = ids.into_iter().filter_map(|id| file.record(id));
    let links = found.map(|record| Link {
        id: record.id(),
        text: words_of(&record.body).to_owned(),
    });
    links.collect()
}

/// Those records of a kind that a test holds of.
pub fn those<T>(
    file: &CaseFile,
    all: &BTreeMap<RecordId, Record<T>>,
    is: impl Fn(&T) -> bool,
) -> Vec<Link> {
    let found = all.values().filter(|record| is(&record.body));
    records(file, found.map(Record::id))
}

/// A record that shows an item, in short: an entry with its day, anything else by name.
pub fn evidence_in_short(file: &CaseFile, id: RecordId) -> String {
    if let Some(entry) = file.entries.get(&id) {
        return match entry.body.when.in_short() {
            day if day.is_empty() => entry.body.in_short().to_owned(),
            day => format!("{day}: {}", entry.body.in_short()),
        };
    }
    match file.people.get(&id) {
        Some(person) => person.body.name.clone(),
        None => "a record that is no longer in this case".to_owned(),
    }
}
