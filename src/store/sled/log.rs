//! Writing the log: a frame is appended and on the disk before a save is acknowledged.

use super::frame::LogKey;
use super::segment::{self, Header};
use super::walk::LogWalk;
use crate::store::StoreError;
use crate::store::place::{private_file, private_folder, sync_folder};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Free space that a save leaves on the disk, in bytes: sled needs room to take it in.
const RESERVE: u64 = 8 << 20;

/// The log's end, where it grows.
pub(super) struct Log {
    folder: PathBuf,
    key: LogKey,
    file: File,
    size: u64,
    /// The last segment's number.
    pub(super) segment: u64,
    /// The sequence of the last frame.
    pub(super) seq: u64,
    /// Its hash.
    pub(super) hash: [u8; 32],
    /// Whether a write failed in a way that leaves the end of the file unknown.
    stopped: bool,
}

impl Log {
    /// Begins a log in a folder, after sequence `seq`.
    pub(super) fn begin(folder: &Path, key: &LogKey, seq: u64) -> Result<Log, StoreError> {
        private_folder(folder)?;
        let hash = [0; 32];
        let (file, size) = begin_segment(folder, key, 1, seq, hash)?;
        Ok(Log {
            folder: folder.to_owned(),
            key: key.clone(),
            file,
            size,
            segment: 1,
            seq,
            hash,
            stopped: false,
        })
    }

    /// Goes on where a walk without faults or tail ended.
    pub(super) fn resume(folder: &Path, key: &LogKey, walk: &LogWalk) -> Result<Log, StoreError> {
        let path = segment::path(folder, walk.segment);
        let open = || {
            let mut file = private_file().open(&path)?;
            file.seek(SeekFrom::Start(walk.size))?;
            Ok(file)
        };
        let file = open().map_err(StoreError::io("open", &path))?;
        Ok(Log {
            folder: folder.to_owned(),
            key: key.clone(),
            file,
            size: walk.size,
            segment: walk.segment,
            seq: walk.seq,
            hash: walk.hash,
            stopped: false,
        })
    }

    /// The log's folder was renamed.
    pub(super) fn moved_to(&mut self, folder: &Path) {
        self.folder = folder.to_owned();
    }

    /// Appends a batch and brings it to the disk. Says whether a new segment was begun before it.
    pub(super) fn append(&mut self, batch: &[u8]) -> Result<bool, StoreError> {
        if self.stopped {
            return Err(StoreError::Stopped);
        }
        self.has_room(batch.len() as u64)?;
        let begun = self.size > segment::LONG;
        if begun {
            let number = self.segment + 1;
            let (file, size) = begin_segment(&self.folder, &self.key, number, self.seq, self.hash)?;
            (self.file, self.size, self.segment) = (file, size, number);
        }
        let seq = self.seq + 1;
        let (frame, hash) = self
            .key
            .frame(seq, &self.hash, batch)
            .ok_or(StoreError::System("room for so large a save"))?;
        let written = self
            .file
            .write_all(&frame)
            .and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            self.take_back();
            return Err(self.refused(error, frame.len() as u64));
        }
        self.size += frame.len() as u64;
        (self.seq, self.hash) = (seq, hash);
        Ok(begun)
    }

    /// Cuts off what a failed write left. When even that fails nothing more is written: the next opening looks.
    fn take_back(&mut self) {
        let cut = self
            .file
            .set_len(self.size)
            .and_then(|()| self.file.seek(SeekFrom::Start(self.size)))
            .and_then(|_| self.file.sync_all());
        self.stopped = cut.is_err();
    }

    fn refused(&self, error: std::io::Error, needed: u64) -> StoreError {
        use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        let path = segment::path(&self.folder, self.segment);
        match error.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => self.full(needed),
            _ => StoreError::io("write", &path)(error),
        }
    }

    fn full(&self, needed: u64) -> StoreError {
        StoreError::Full {
            needed: needed.div_ceil(1024),
            free: free_space(&self.folder).unwrap_or(0) / 1024,
        }
    }

    /// Whether a batch fits with room to spare: sled hangs on a full disk, so it must not come to that.
    fn has_room(&self, batch: u64) -> Result<(), StoreError> {
        let needed = batch * 3 + RESERVE;
        match free_space(&self.folder) {
            Some(free) if free < needed => Err(self.full(needed)),
            _ => Ok(()),
        }
    }
}

fn begin_segment(
    folder: &Path,
    key: &LogKey,
    number: u64,
    seq: u64,
    previous: [u8; 32],
) -> Result<(File, u64), StoreError> {
    let header = Header {
        number,
        first: seq + 1,
        previous,
    };
    let bytes = header.to_bytes(key);
    let path = segment::path(folder, number);
    let begin = || {
        let mut file = private_file().truncate(true).open(&path)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        Ok(file)
    };
    let file = begin().map_err(StoreError::io("write", &path))?;
    sync_folder(folder)?;
    Ok((file, bytes.len() as u64))
}

/// Free bytes on the disk of a folder, for whoever is not root; `None` when the system does not say.
pub(super) fn free_space(folder: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(folder).ok()?;
    stat.f_bavail.checked_mul(stat.f_frsize)
}
