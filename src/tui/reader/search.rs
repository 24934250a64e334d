//! Searching every case: the first finds are told at once, the rest as they come.

use crate::insight::fields::source_of;
use crate::insight::in_a_line::day_of;
use crate::insight::search::{Needle, in_record};
use crate::record::{Body, CaseLine, Record, RecordId};
use crate::store::{Store, StoreError};
use crate::tui::effect::{Answer, Find};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

/// Finds that are told together once the first ones were.
const TOGETHER: usize = 50;
/// More than this nobody reads; longer words find less.
const MOST: usize = 500;
/// Cases between two looks at whether something else was asked.
const BETWEEN_LOOKS: usize = 256;

/// Searches names of families and children first, then every record, the cases last written to first.
pub fn caseload(
    store: &Store,
    words: &str,
    answer: &mut dyn FnMut(Answer),
    nothing_waits: &mut dyn FnMut() -> bool,
) -> Result<(), StoreError> {
    let needle = Needle::new(words);
    if needle.is_empty() {
        answer(Answer::Found(Vec::new(), true));
        return Ok(());
    }
    let mut cases = store.caseload()?;
    cases.sort_by_key(|case| std::cmp::Reverse(case.written_at));
    let mut found: Vec<Find> = cases
        .iter()
        .flat_map(|case| names(case, &needle))
        .take(MOST)
        .collect();
    let named: HashSet<RecordId> = found.iter().map(|find| find.record).collect();
    let mut told = found.len();
    if !found.is_empty() {
        answer(Answer::Found(std::mem::take(&mut found), false));
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
        store.find_records(ids, &needle, |case, record| {
            let family = families.get(&case).copied().unwrap_or_default();
            // A family or a child that was found by its name is not told twice.
            found.extend(
                find(&record, family, &needle).filter(|find| !named.contains(&find.record)),
            );
            if told == 0 && !found.is_empty() || found.len() >= TOGETHER {
                told += found.len();
                answer(Answer::Found(std::mem::take(&mut found), false));
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
    answer(Answer::Found(found, true));
    Ok(())
}

/// A record in which the words stand.
fn find(record: &Record<Body>, family: &str, needle: &Needle) -> Option<Find> {
    let hit = in_record(record, needle)?;
    Some(Find {
        case: record.meta.case,
        record: record.id(),
        family: family.to_owned(),
        when: day_of(&record.body).map_or_else(String::new, |day| day.in_short()),
        source: source_of(&record.body),
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
