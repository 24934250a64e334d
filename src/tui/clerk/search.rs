//! Searching every case: the first finds are told at once, the rest as they come.

use crate::insight::search::{Needle, in_entry};
use crate::record::{CaseLine, Entry, Record};
use crate::store::{Store, StoreError};
use crate::tui::effect::{Answer, Find};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Finds that are told together once the first ones were.
const TOGETHER: usize = 50;
/// More than this nobody reads; longer words find less.
const MOST: usize = 500;
/// Cases between two looks at whether something else was asked.
const BETWEEN_LOOKS: usize = 256;

/// Searches names of families and children first, then every entry, the cases last written to first.
pub fn caseload(
    store: &Store,
    words: &str,
    number: u64,
    answer: &mut dyn FnMut(Answer),
    nothing_waits: &mut dyn FnMut() -> bool,
) -> Result<(), StoreError> {
    let needle = Needle::new(words);
    if needle.is_empty() {
        answer(Answer::Found(number, Vec::new(), true));
        return Ok(());
    }
    let mut cases = store.caseload()?;
    cases.sort_by_key(|case| std::cmp::Reverse(case.written_at));
    let mut found: Vec<Find> = cases
        .iter()
        .flat_map(|case| names(case, &needle))
        .take(MOST)
        .collect();
    let mut told = found.len();
    if !found.is_empty() {
        answer(Answer::Found(number, std::mem::take(&mut found), false));
    }
    let families: HashMap<_, _> = cases
        .iter()
        .map(|case| (case.case, case.name.as_str()))
        .collect();
    let ids: Vec<_> = cases.iter().map(|case| case.case).collect();
    for ids in ids.chunks(BETWEEN_LOOKS) {
        if !nothing_waits() {
            return Ok(());
        }
        store.find_entries(ids, &needle, |case, entry| {
            let family = families.get(&case).copied().unwrap_or_default();
            found.extend(find(&entry, family, &needle));
            if told == 0 && !found.is_empty() || found.len() >= TOGETHER {
                told += found.len();
                answer(Answer::Found(number, std::mem::take(&mut found), false));
            }
            match told + found.len() < MOST {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        })?;
        if told + found.len() >= MOST {
            break;
        }
    }
    answer(Answer::Found(number, found, true));
    Ok(())
}

/// An entry in which the words stand.
fn find(entry: &Record<Entry>, family: &str, needle: &Needle) -> Option<Find> {
    let hit = in_entry(entry.id(), &entry.body, needle)?;
    let source = entry.body.accounts.first();
    Some(Find {
        case: entry.meta.case,
        record: entry.id(),
        family: family.to_owned(),
        when: entry.body.when.in_short(),
        source: source.map_or(String::new(), |account| account.source.clone()),
        snippet: hit.snippet,
    })
}

/// The family and the children in whose names the words stand.
fn names(case: &CaseLine, needle: &Needle) -> Vec<Find> {
    let found = |record, source: &str, snippet: &str| Find {
        case: case.case,
        record,
        family: case.name.clone(),
        when: String::new(),
        source: source.to_owned(),
        snippet: snippet.to_owned(),
    };
    let family = needle
        .is_in(&case.name)
        .then(|| found(case.case, "family", &case.name));
    let children = case.children.iter().filter(|child| {
        needle.all_in([child.name.as_str(), child.short_name.as_str()].into_iter())
    });
    let children = children.map(|child| found(child.id, "child", &child.name));
    family.into_iter().chain(children).collect()
}
