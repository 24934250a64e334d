//! sled as an index over the log: fast to read, never the only copy.
//!
//! sled 0.34 may panic, hang or answer with holes when its files are damaged, and it copies values above a few KiB
//! into files that it never brings to the disk. So every call is guarded, longer values are cut into chunks, and
//! the sequence up to which the log was taken in is written with every batch.

use super::caught::catching;
use super::frame::Writes;
use crate::store::StoreError;
use crate::store::engine::Visit;
use crate::store::place::{keep_private, private_folder};
use crate::store::seal::Seal;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

/// Longer values are cut into chunks of this many bytes.
const CHUNK: usize = 4096;
/// sled's cache, in bytes.
const CACHE: u64 = 12 << 20;
/// Stands before a value that is whole.
const WHOLE: u8 = 0;
/// Stands before the number of chunks of a value that was cut.
const CUT: u8 = 1;
/// Begins the keys of chunks.
const CHUNKS: u8 = b'~';
/// How many values are tried before an index is said to be another store's.
const TRIED: u32 = 64;
/// Up to where the log was taken in.
const APPLIED: &[u8] = b"!applied";

/// The index. Clones share it; its files are closed when the last is dropped.
#[derive(Clone)]
pub(super) struct Index {
    tree: ::sled::Db,
    folder: PathBuf,
    /// A long value lies in several places of sled: nobody reads one while it is written.
    writing: Arc<RwLock<()>>,
}

fn broken() -> StoreError {
    StoreError::damaged(
        "The store's index cannot be read. Nothing is lost: close the program and open it again, and the index is rebuilt from the log.",
    )
}

/// Calls sled; its errors and panics become one sentence.
fn guarded<T>(call: impl FnOnce() -> ::sled::Result<T>) -> Result<T, StoreError> {
    let call = std::panic::AssertUnwindSafe(call);
    match catching(call) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => {
            tracing::warn!("index: {error}");
            Err(broken())
        }
        Err(_) => Err(broken()),
    }
}

impl Index {
    /// Opens or makes the index. A lock of a process that was just killed may linger for a moment.
    pub(super) fn open(folder: &Path) -> Result<Index, StoreError> {
        private_folder(folder)?;
        let deadline = Instant::now() + Duration::from_secs(3);
        loop {
            let opened = guarded(|| {
                ::sled::Config::new()
                    .path(folder)
                    .cache_capacity(CACHE)
                    .flush_every_ms(None)
                    .open()
            });
            match opened {
                Ok(tree) => {
                    keep_private(folder)?;
                    return Ok(Index {
                        tree,
                        folder: folder.to_owned(),
                        writing: Arc::default(),
                    });
                }
                Err(_) if is_held(folder) && Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Up to which sequence the log was taken in.
    pub(super) fn applied(&self) -> Result<u64, StoreError> {
        let value = guarded(|| self.tree.get(APPLIED))?;
        let bytes = value.as_deref().and_then(|value| value.try_into().ok());
        Ok(bytes.map_or(0, u64::from_le_bytes))
    }

    /// Whether values in it open with this seal; so does an index without any. A few are tried, one may be damaged.
    pub(super) fn is_sealed_with(&self, seal: &Seal) -> Result<bool, StoreError> {
        let (mut tried, mut opens) = (0, false);
        self.scan(b"", &mut |key, value| {
            tried += 1;
            opens = seal.open(key, value).is_ok();
            Ok(match opens || tried == TRIED {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            })
        })?;
        Ok(opens || tried == 0)
    }

    /// The value under a key.
    pub(super) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let _no_write = self.no_write();
        let value = guarded(|| self.tree.get(key))?;
        value.map(|value| self.whole(key, &value)).transpose()
    }

    /// Every key that begins with `prefix`, in order; chunks and our own marks are not keys.
    pub(super) fn scan(&self, prefix: &[u8], visit: Visit<'_>) -> Result<(), StoreError> {
        let mut walk = self.tree.scan_prefix(prefix);
        loop {
            let no_write = self.no_write();
            let Some((key, value)) = guarded(|| walk.next().transpose())? else {
                return Ok(());
            };
            if key.first() == Some(&CHUNKS) || &*key == APPLIED {
                continue;
            }
            let joined = match value.first() {
                Some(&WHOLE) => None,
                _ => Some(self.whole(&key, &value)?),
            };
            drop(no_write); // A visit may read the index itself.
            let whole = joined.as_deref().or(value.get(1..)).unwrap_or_default();
            if visit(&key, whole)?.is_break() {
                return Ok(());
            }
        }
    }

    fn no_write(&self) -> RwLockReadGuard<'_, ()> {
        self.writing.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn whole(&self, key: &[u8], value: &[u8]) -> Result<Vec<u8>, StoreError> {
        match value.split_first() {
            Some((&WHOLE, whole)) => return Ok(whole.to_vec()),
            Some((&CUT, _)) => {}
            _ => return Err(broken()),
        }
        let mut whole = Vec::new();
        for chunk in 0..chunks(value).ok_or_else(broken)? {
            let chunk = guarded(|| self.tree.get(chunk_key(key, chunk)))?;
            whole.extend_from_slice(&chunk.ok_or_else(broken)?);
        }
        Ok(whole)
    }

    /// Takes a batch of the log in, with its sequence. All or nothing, and harmless when repeated.
    pub(super) fn apply(&self, writes: &Writes, seq: u64) -> Result<(), StoreError> {
        let _writing = self.writing.write().unwrap_or_else(PoisonError::into_inner);
        let mut batch = ::sled::Batch::default();
        for (key, value) in writes {
            let old = guarded(|| self.tree.get(key))?;
            let old = old.as_deref().and_then(chunks).unwrap_or(0);
            let new = match value {
                Some(value) if value.len() <= CHUNK => {
                    batch.insert(key.as_slice(), [&[WHOLE], value.as_slice()].concat());
                    0
                }
                Some(value) => {
                    // Below 2^32 chunks: a batch is below 4 GiB.
                    let count = value.len().div_ceil(CHUNK) as u32;
                    batch.insert(
                        key.as_slice(),
                        [[CUT].as_slice(), &count.to_le_bytes()].concat(),
                    );
                    for (number, chunk) in (0..).zip(value.chunks(CHUNK)) {
                        batch.insert(chunk_key(key, number), chunk);
                    }
                    count
                }
                None => {
                    batch.remove(key.as_slice());
                    0
                }
            };
            for number in new..old {
                batch.remove(chunk_key(key, number));
            }
        }
        batch.insert(APPLIED, seq.to_le_bytes().as_slice());
        guarded(|| self.tree.apply_batch(batch))
    }

    /// Brings everything to the disk. sled's own flush does not: it leaves the file to the system's cache.
    pub(super) fn flush(&self) -> Result<(), StoreError> {
        guarded(|| self.tree.flush())?;
        let path = self.folder.join("db");
        File::open(&path)
            .and_then(|file| file.sync_all())
            .map_err(StoreError::io("write", &path))
    }
}

/// Waits until sled's own threads have let go of its files.
pub(super) fn wait_closed(folder: &Path) -> bool {
    let deadline = Instant::now() + Duration::from_secs(3);
    while is_held(folder) {
        if Instant::now() > deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    true
}

fn is_held(folder: &Path) -> bool {
    let Ok(file) = File::open(folder.join("db")) else {
        return false;
    };
    matches!(file.try_lock(), Err(std::fs::TryLockError::WouldBlock))
}

/// How many chunks a value was cut into; `None` when it is whole.
fn chunks(value: &[u8]) -> Option<u32> {
    match value.split_first() {
        Some((&CUT, count)) => count.try_into().ok().map(u32::from_le_bytes),
        _ => None,
    }
}

fn chunk_key(key: &[u8], number: u32) -> Vec<u8> {
    [&[CHUNKS], key, &number.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[test]
    fn a_long_value_is_read_as_one_of_those_that_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(&folder.path().join("index")).unwrap();
        let value = |round: u64| vec![round as u8; CHUNK * (2 + round as usize % 5)];
        let write = |round| index.apply(&vec![(b"s1".to_vec(), Some(value(round)))], round);
        write(1).unwrap();
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                (2..1500).for_each(|round| write(round).unwrap());
                done.store(true, Ordering::Release);
            });
            let is_whole = |value: &[u8]| value.iter().all(|byte| Some(byte) == value.first());
            while !done.load(Ordering::Acquire) {
                let read = index.get(b"s1").unwrap().unwrap();
                assert!(is_whole(&read), "two writes in one value");
                let visit = &mut |_: &[u8], value: &[u8]| {
                    assert!(is_whole(value), "two writes in one value");
                    Ok(ControlFlow::Continue(()))
                };
                index.scan(b"s", visit).unwrap();
            }
        });
    }
}
