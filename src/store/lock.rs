//! The lock: one process at a time, and the others are told who and since when. A killed process holds nothing.

use super::StoreError;
use super::place::{Place, private_file};
use chrono::Local;
use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};

/// Held while the store is open.
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`StoreError::InUse`] when another process has it.
    pub(super) fn take(place: &Place) -> Result<Lock, StoreError> {
        let path = place.lock();
        let mut file = private_file()
            .open(&path)
            .map_err(StoreError::io("open", &path))?;
        match file.try_lock() {
            Ok(()) => {
                let mut lock = Lock { file };
                lock.say("");
                Ok(lock)
            }
            Err(TryLockError::WouldBlock) => {
                let mut by = String::new();
                let _ = file.read_to_string(&mut by); // Only for the sentence.
                Err(StoreError::InUse { by })
            }
            Err(TryLockError::Error(error)) => Err(StoreError::io("lock", &path)(error)),
        }
    }

    /// Writes who holds it, for the sentence that others get; not being able to is no reason to stop.
    pub(super) fn say(&mut self, holder: &str) {
        let since = Local::now().format("%-d %b %Y at %H:%M");
        let by = if holder.is_empty() { "" } else { " by " };
        let text = format!(
            ": opened{by}{holder} on {since} (process {})",
            std::process::id()
        );
        let _ = self
            .file
            .set_len(0)
            .and_then(|()| self.file.rewind())
            .and_then(|()| self.file.write_all(text.as_bytes()));
    }
}

/// Nothing is left to read once the store is closed. The lock is let go of by name: an editor that was started in this
/// moment may still hold a copy of the open file.
impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.file.set_len(0).and_then(|()| self.file.unlock());
    }
}
