//! Records sealed and kept.
//!
//! A [`Store`] is one folder ([`Place`]) that a [`Passphrase`] opens. [`Store::save`] takes a
//! [`Change`](crate::record::Change) and returns once it is on the disk; everything else reads. From the outside in:
//! `save` and `read` turn records into sealed values under keys (`keys`, `codec`, `seal`, `journal`); an `engine`
//! keeps the values: `memory`, or `sled` behind a log of our own from which it can be rebuilt. `slots`, `key_files`, `lock`
//! and `attempts` guard the door; `people`, `check`, `backup` and `search` are what else can be done with an open store; `private` keeps notes about the
//! worker under keys of their own.

mod attempts;
mod backup;
mod check;
mod check_report;
mod codec;
#[cfg(test)]
mod contract;
mod draft;
mod engine;
mod error;
mod journal;
mod key_files;
mod keys;
mod lock;
mod memory;
mod open;
mod packs;
mod passphrase;
mod people;
mod place;
mod private;
mod progress;
mod read;
mod save;
mod seal;
mod search;
mod sled;
mod slots;
#[cfg(test)]
mod tests;

pub use check_report::CheckReport;
pub use draft::Draft;
pub use error::StoreError;
pub use passphrase::{Passphrase, TypedPassphrase};
pub use place::Place;
pub use private::{BookCover, PrivateBook, PrivateDraft};
pub use progress::Progress;
pub use sled::panic_is_caught;
pub use slots::Cost;

use engine::Engine;
use journal::Head;
use lock::Lock;
use packs::Packs;
use seal::{DataKey, Seal};
use slots::Slots;
use std::sync::{Mutex, RwLock};

/// An open store. It may be shared between threads; saves happen one after the other.
pub struct Store {
    engine: Box<dyn Engine>,
    seal: Seal,
    /// Where the journal stands. Held for writing by a save, for reading by whatever must not see half of one.
    head: RwLock<Head>,
    holder: String,
    notices: Vec<String>,
    key: DataKey,
    disk: Option<OnDisk>,
    /// The words of entries, packed for searching; none in memory.
    packs: Mutex<Option<Packs>>,
}

/// A store that stands in a folder. Dropped after the engine: nobody else may open the store before that is closed.
struct OnDisk {
    place: Place,
    /// The key file as it is used: a copy in the folder may have been exchanged since.
    slots: Mutex<Slots>,
    _lock: Lock,
}

impl Store {
    /// Whose passphrase opened the store.
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// What happened on opening that people should know: an index rebuilt, an unfinished save cut off.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }
}
