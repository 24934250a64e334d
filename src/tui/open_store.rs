//! The store while it is open, shared by the two workers.

use crate::store::Store;
use std::sync::{Arc, PoisonError, RwLock};

/// The store while it is open, for the clerk and the reader.
#[derive(Clone, Default)]
pub struct OpenStore(Arc<RwLock<Option<Store>>>);

impl OpenStore {
    /// Puts a store in the place of the one before, or closes that. Waits until nobody works with it any more, so that it
    /// can be opened again at once.
    pub fn put(&self, store: Option<Store>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = store;
    }

    /// Works with the store; `None` while there is none.
    pub fn with<T>(&self, work: impl FnOnce(&Store) -> T) -> Option<T> {
        let store = self.0.read().unwrap_or_else(PoisonError::into_inner);
        store.as_ref().map(work)
    }
}
