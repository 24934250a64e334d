//! What the store asks of whatever keeps its bytes: an ordered map of keys to sealed values, written in batches.

use super::StoreError;
use std::ops::ControlFlow;

/// Writes that happen together or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Batch {
    /// Keys and the revision that must stand there now; 0 means nothing stands there.
    pub(super) expect: Vec<(Vec<u8>, u32)>,
    /// Keys and their new sealed value; `None` takes the key away.
    pub(super) writes: Vec<(Vec<u8>, Option<Vec<u8>>)>,
}

impl Batch {
    pub(super) fn put(&mut self, key: Vec<u8>, value: Vec<u8>) {
        self.writes.push((key, Some(value)));
    }

    pub(super) fn delete(&mut self, key: Vec<u8>) {
        self.writes.push((key, None));
    }
}

/// Sees a key and its value; says whether to go on.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>, StoreError>;

/// Keeps sealed values. One contract, kept by every engine and tested on every engine (`contract.rs`).
pub(super) trait Engine: Send + Sync {
    /// The value under a key.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// Every key that begins with `prefix`, in order. A visit may read the engine but not write to it.
    fn scan(&self, prefix: &[u8], visit: Visit<'_>) -> Result<(), StoreError>;

    /// Writes a batch. `Ok` says that it survives a power cut; any error but [`StoreError::Stuck`] that nothing
    /// was written. [`StoreError::Conflict`] when an expected revision does not stand.
    fn commit(&self, batch: Batch) -> Result<(), StoreError>;

    /// Something that must be there is not: an engine with an index builds it anew when it is next opened.
    fn distrust(&self) {}
}
