//! The engine without a disk: for the demo and for tests.

use super::StoreError;
use super::engine::{Batch, Engine, Visit};
use super::seal::revision_of;
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// Sealed values in memory.
#[derive(Default)]
pub(super) struct MemoryEngine {
    values: RwLock<BTreeMap<Vec<u8>, Vec<u8>>>,
}

impl Engine for MemoryEngine {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let values = self.values.read().unwrap_or_else(PoisonError::into_inner);
        Ok(values.get(key).cloned())
    }

    fn scan(&self, prefix: &[u8], visit: Visit<'_>) -> Result<(), StoreError> {
        let values = self.values.read().unwrap_or_else(PoisonError::into_inner);
        let from = values.range(prefix.to_vec()..);
        for (key, value) in from.take_while(|(key, _)| key.starts_with(prefix)) {
            if visit(key, value)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let mut values = self.values.write().unwrap_or_else(PoisonError::into_inner);
        for (key, revision) in &batch.expect {
            if values.get(key).map_or(0, |value| revision_of(value)) != *revision {
                return Err(StoreError::Conflict);
            }
        }
        for (key, value) in batch.writes {
            match value {
                Some(value) => values.insert(key, value),
                None => values.remove(&key),
            };
        }
        Ok(())
    }
}
