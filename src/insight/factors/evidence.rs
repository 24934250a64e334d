//! Which findings an entry of the chronology is evidence for.

use super::State;
use super::columns::names;
use crate::practice::factors::factor_name;
use crate::record::{CaseFile, RecordId};

/// What an entry is evidence for, in words: "Neglect (Ava): present".
pub fn evidenced_by(file: &CaseFile, entry: RecordId) -> Vec<String> {
    let found = file.factors.values().map(|found| &found.body);
    let found = found.filter(|found| found.entries.contains(&entry));
    let mut told: Vec<String> = found
        .map(|found| {
            let name = match found.named.is_empty() {
                true => factor_name(&found.factor),
                false => &found.named,
            };
            let state = State::from(found.status).words();
            format!("{name} ({}): {state}", names(file, &found.subject))
        })
        .collect();
    told.sort();
    told.dedup();
    told
}
