//! Who may open the store: changing a passphrase, letting another person in.

use super::open::Cost;
use super::slots::Slots;
use super::{OnDisk, Passphrase, Store, StoreError};

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
        let place = &self.disk()?.place;
        let _one_at_a_time = self.head.write();
        let mut slots = Slots::read(&place.keys())?.ok_or_else(|| {
            StoreError::damaged(
                "The key file is damaged. Close the program and open the store again.",
            )
        })?;
        slots.add(&self.key, passphrase, holder, cost)?;
        slots.write(place)
    }

    pub(super) fn disk(&self) -> Result<&OnDisk, StoreError> {
        self.disk.as_ref().ok_or(StoreError::InMemory)
    }
}
