//! What can go wrong in the store, in words for the person at the screen.

use std::path::{Path, PathBuf};
use std::time::Duration;
use thiserror::Error;

/// Why the store could not do what was asked. The message says what happened, what is safe and what to do next.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The folder holds no store.
    #[error(
        "There is no Throughline store in {0}. Make one with `throughline init`, or name another folder with --store."
    )]
    NoStore(PathBuf),
    /// The folder holds a store already.
    #[error(
        "There is a Throughline store in {0} already. It was left as it is; open it, or name another folder with --store."
    )]
    StoreExists(PathBuf),
    /// The folder holds other things.
    #[error(
        "{0} is not empty and holds no Throughline store. Nothing was written; name an empty or new folder with --store."
    )]
    NotEmpty(PathBuf),
    /// No folder was named and the system names none.
    #[error("No folder for the store could be found. Name one with --store or THROUGHLINE_STORE.")]
    NoFolder,
    /// The passphrase fits no key slot.
    #[error("That passphrase does not open this store. Nothing was changed. {}", wait_words(*wait))]
    WrongPassphrase {
        /// How long the next attempt is held back.
        wait: Duration,
    },
    /// The passphrase fits no key slot of a book of private notes.
    #[error("That passphrase does not open this book of private notes. Nothing was changed. {}", wait_words(*wait))]
    WrongBookPassphrase {
        /// How long the next attempt is held back.
        wait: Duration,
    },
    /// The next attempt at a book of private notes is still held back.
    #[error("After wrong passphrases the next attempt has to wait; this one was not tried. {}", wait_words(*wait))]
    TooSoon {
        /// What is left of the wait.
        wait: Duration,
    },
    /// There is no book of private notes of this worker.
    #[error("There is no book of private notes of {0}. Nothing was changed.")]
    NoSuchBook(String),
    /// There is one already.
    #[error(
        "There is a book of private notes of {0} already. It was left as it is; whoever has a slot of it can open it or let others in."
    )]
    BookExists(String),
    /// The passphrase file cannot be used.
    #[error("The passphrase file {path} {why}.")]
    PassphraseFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Another process has the store open.
    #[error("The store is in use{by}. Close it there first; nothing was changed.")]
    InUse {
        /// ": opened by NAME on … (process …)", or empty when the lock file does not say.
        by: String,
    },
    /// The store was written by a newer version.
    #[error(
        "This store was written by a newer Throughline (store format {found}; this program reads up to {known}). Nothing was changed: open it with the newer program."
    )]
    Newer {
        /// The format found.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// Somebody saved another revision in between.
    #[error(
        "This record was changed since you opened it. Nothing was written and your text is kept; look at the newer version and save again."
    )]
    Conflict,
    /// Something read back is not what was written.
    #[error("{0}")]
    Damaged(String),
    /// A key file, a log or an index here is another store's.
    #[error("{0} Nothing was changed.")]
    OtherStore(String),
    /// The disk has no room.
    #[error(
        "The disk is full: {free} KiB are free and {needed} KiB are needed. Nothing was written and what was saved before is safe; make room and save again."
    )]
    Full {
        /// Needed, in KiB.
        needed: u64,
        /// Free, in KiB.
        free: u64,
    },
    /// A file to write to is there already.
    #[error("{0} is there already and was left as it is. Name another file.")]
    FileExists(PathBuf),
    /// A backup cannot be used.
    #[error("{path} {why}. Nothing was changed.")]
    Backup {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The store is the demo's: it is in memory only.
    #[error("This store is kept in memory only, so there is nothing to back up or to lock.")]
    InMemory,
    /// The index does not answer.
    #[error(
        "What you saved is safe in the log, but the store's index does not answer. Close the program and open it again; the index is rebuilt from the log."
    )]
    Stuck,
    /// The log could not be written, so nothing more is accepted until the store is opened again.
    #[error(
        "The store stopped writing after an error of the disk. What was saved before is safe; close the program and open it again."
    )]
    Stopped,
    /// The system refused to read or write.
    #[error("Could not {doing} {path}: {source}. What was saved before is safe.")]
    Io {
        /// "read", "write", "make"…
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The system's randomness or a key could not be had.
    #[error("The system gave no {0}. Nothing was written.")]
    System(&'static str),
}

impl StoreError {
    /// Wraps an error of the system with what was being done to which file; for `map_err`.
    pub(crate) fn io(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| StoreError::Io {
            doing,
            path,
            source,
        }
    }

    /// Something read back is not what was written; says where.
    pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
        StoreError::Damaged(what.into())
    }
}

fn wait_words(wait: Duration) -> String {
    match wait.as_secs() {
        0 if wait.is_zero() => "Try again.".into(),
        0 => "Try again in a moment.".into(),
        1 => "Try again in 1 second.".into(),
        seconds => format!("Try again in {seconds} seconds."),
    }
}
