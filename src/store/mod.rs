//! Records sealed and kept.
//!
//! A [`Store`] is one folder ([`Place`]) that a [`Passphrase`] opens. [`Store::save`] takes a
//! [`Change`](crate::record::Change) and returns once it is on the disk; everything else reads. From the outside in:
//! `save` and `read` turn records into sealed values under keys (`keys`, `codec`, `seal`, `journal`); an `engine`
//! keeps the values: `memory`, or `sled` behind a log of our own from which it can be rebuilt.

#![allow(dead_code)] // until the engine on disk lands

mod codec;
mod draft;
mod engine;
mod error;
mod journal;
mod keys;
mod memory;
mod open;
mod passphrase;
mod place;
mod progress;
mod read;
mod save;
mod seal;
#[cfg(test)]
mod tests;

pub use draft::Draft;
pub use error::StoreError;
pub use open::Cost;
pub use passphrase::Passphrase;
pub use place::Place;
pub use progress::Progress;

use engine::Engine;
use journal::Head;
use seal::Seal;
use std::sync::RwLock;

/// An open store. It may be shared between threads; saves happen one after the other.
pub struct Store {
    engine: Box<dyn Engine>,
    seal: Seal,
    /// Where the journal stands. Held for writing by a save, for reading by whatever must not see half of one.
    head: RwLock<Head>,
    holder: String,
}

impl Store {
    /// Whose passphrase opened the store.
    pub fn holder(&self) -> &str {
        &self.holder
    }
}
