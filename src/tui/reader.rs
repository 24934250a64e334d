//! The reader thinks: it searches, finds duplicates and differences, plans imports and reads histories, one thing after another
//! on a thread of its own, so that nothing that is typed waits for it. It writes nothing.

pub mod import;
pub mod search;

use super::effect::{Answer, Effect};
use super::model::case::chronology::Findings;
use super::open_store::OpenStore;
use crate::store::{Store, StoreError};
use std::sync::Arc;

/// Reads from the store that the clerk keeps open.
pub struct StoreReader {
    store: OpenStore,
}

impl StoreReader {
    /// A reader of this store.
    pub fn of(store: OpenStore) -> StoreReader {
        StoreReader { store }
    }

    /// Whether an effect is the reader's.
    pub fn performs(effect: &Effect) -> bool {
        StoreReader::needs_store(effect)
            || matches!(effect, Effect::FindOut(_) | Effect::CompletePath(_))
    }

    /// Whether it reads from the store, and so must see what was saved before it was asked.
    pub fn needs_store(effect: &Effect) -> bool {
        matches!(
            effect,
            Effect::SearchCaseload(_) | Effect::PlanImport(_) | Effect::LoadRevisions(_)
        )
    }

    /// Performs one of the reader's effects. A search is broken off when `goes_on` says that something else was asked.
    pub fn perform(
        &self,
        effect: Effect,
        answer: &mut dyn FnMut(Answer),
        goes_on: &mut dyn FnMut() -> bool,
    ) {
        match effect {
            Effect::FindOut(file) => answer(Answer::FoundOut(Arc::new(Findings::of(&file)))),
            Effect::CompletePath(typed) => {
                let paths = import::paths(&typed);
                answer(Answer::Paths(typed, paths));
            }
            other => {
                // Of a store that was locked meanwhile nobody waits to hear.
                let read = self.store.with(|store| read(store, other, answer, goes_on));
                if let Some(Err(fault)) = read {
                    answer(Answer::Fault(fault.to_string()));
                }
            }
        }
    }
}

fn read(
    store: &Store,
    effect: Effect,
    answer: &mut dyn FnMut(Answer),
    goes_on: &mut dyn FnMut() -> bool,
) -> Result<(), StoreError> {
    match effect {
        Effect::LoadRevisions(case) => answer(Answer::Revisions(case, store.revisions(case)?)),
        Effect::SearchCaseload(words) => search::caseload(store, &words, answer, goes_on)?,
        Effect::PlanImport(asked) => {
            let planned = import::planned(store, &asked, answer);
            answer(Answer::Planned(planned.map(Box::new)));
        }
        _ => {}
    }
    Ok(())
}
