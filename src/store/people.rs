//! Who may open the store: changing a passphrase, letting another person in.

use super::slots::Cost;
use super::{OnDisk, Passphrase, Store, StoreError, key_files};
use std::sync::PoisonError;

impl Store {
    /// Changes the passphrase of whoever opened the store. The old one opens it no more.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the key file cannot be written: the old passphrase is then still the right one.
    pub fn change_passphrase(&self, passphrase: &Passphrase, cost: Cost) -> Result<(), StoreError> {
        self.let_in(&self.holder, passphrase, cost)
    }

    /// Gives a person a key slot of their own, or a new passphrase to somebody who has one.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the key file cannot be written: everybody's passphrase is then as it was.
    pub fn let_in(
        &self,
        holder: &str,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(), StoreError> {
        let disk = self.disk()?;
        let mut slots = disk.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = slots.clone();
        next.add(&self.key, passphrase, holder, cost)?;
        key_files::replace(&disk.place, &slots, &next)?;
        *slots = next;
        Ok(())
    }

    pub(super) fn disk(&self) -> Result<&OnDisk, StoreError> {
        self.disk.as_ref().ok_or(StoreError::InMemory)
    }
}
