//! The engine on disk: a log of our own that is on the disk before a save is acknowledged, and sled as an index over it.
//!
//! - `frame`, `segment`, `walk`, `log`: the log, in files of about 8 MiB. It is history and never shortened.
//! - `index`: sled, guarded. `worker`: the thread that feeds it, so that a hanging sled cannot hang the program.
//! - `checkpoint`: up to where sled is known to hold the log.
//! - `opening`: what is there, does it agree, and what has to be mended; `anew` writes the log from the index.
//! - `check`: reads everything and names what is wrong.

mod anew;
mod caught;
mod check;
mod checkpoint;
#[cfg(test)]
mod cuts;
mod frame;
mod index;
mod log;
mod opening;
mod segment;
mod stream;
mod walk;
mod worker;

pub(super) use anew::finish;
pub use caught::panic_is_caught;
pub(super) use check::check;
pub(super) use checkpoint::is_checkpoint_of;
pub(super) use frame::{LogKey, Writes};
pub(super) use opening::open;
pub(super) use stream::{Failed, read_frames, write_frames};
pub(super) use walk::is_log_of;

use super::StoreError;
use super::engine::{Batch, Engine, Visit};
use super::place::Place;
use super::seal::{Seal, revision_of};
use checkpoint::Checkpoint;
use index::Index;
use log::Log;
use std::sync::{Mutex, PoisonError};
use worker::IndexWorker;

/// What shows that a log and an index are this store's, and what a log that is written anew needs beside it.
pub(super) struct Secrets {
    /// Hashes the log.
    pub(super) log: LogKey,
    /// Opens the values in the index.
    pub(super) seal: Seal,
    /// The store's key file.
    pub(super) key_file: Vec<u8>,
}

/// The log and the index over it.
pub(super) struct SledEngine {
    log: Mutex<Log>,
    index: Option<Index>,
    worker: IndexWorker,
}

impl SledEngine {
    /// Begins an empty log and index.
    pub(super) fn create(place: &Place, key: &LogKey) -> Result<SledEngine, StoreError> {
        let log = Log::begin(&place.log(), key, 0)?;
        let index = Index::open(&place.index())?;
        SledEngine::on(place, key, log, index)
    }

    fn on(place: &Place, key: &LogKey, log: Log, index: Index) -> Result<SledEngine, StoreError> {
        let open = Checkpoint {
            seq: log.seq,
            hash: log.hash,
            segment: log.segment,
            trusted: true,
            files: None,
        };
        open.write(&place.checkpoint(), key)?;
        let worker = IndexWorker::start(index.clone(), place.clone(), key.clone(), open)?;
        Ok(SledEngine {
            log: Mutex::new(log),
            index: Some(index),
            worker,
        })
    }

    /// An index that cannot be read is built anew on the next opening.
    fn doubt(&self, error: &StoreError) {
        if matches!(error, StoreError::Damaged(_)) {
            self.worker.distrust();
        }
    }

    fn index(&self) -> Result<&Index, StoreError> {
        self.index.as_ref().ok_or(StoreError::Stopped)
    }
}

impl Engine for SledEngine {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.index()?
            .get(key)
            .inspect_err(|error| self.doubt(error))
    }

    fn scan(&self, prefix: &[u8], visit: Visit<'_>) -> Result<(), StoreError> {
        let scanned = self.index()?.scan(prefix, visit);
        scanned.inspect_err(|error| self.doubt(error))
    }

    fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        self.worker.answers()?;
        let index = self.index()?;
        for (key, revision) in &batch.expect {
            if index.get(key)?.map_or(0, |value| revision_of(&value)) != *revision {
                return Err(StoreError::Conflict);
            }
        }
        let before = (log.seq, log.hash);
        let begun = log.append(&frame::to_bytes(&batch.writes))?;
        if begun {
            self.worker.checkpoint(before, log.segment);
        }
        self.worker
            .apply(batch.writes, (log.seq, log.hash), log.segment)
    }

    fn distrust(&self) {
        self.worker.distrust();
    }
}

/// Closing brings the index to the disk and notes what its files are.
impl Drop for SledEngine {
    fn drop(&mut self) {
        self.index = None;
        self.worker.close();
    }
}
