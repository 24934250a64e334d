//! Up to where sled's files are known to hold the log, and what those files were when the store was closed.

use super::frame::LogKey;
use crate::store::StoreError;
use crate::store::place::{Place, write_whole};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::Path;

/// A checkpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    /// Everything up to this sequence of the log is in sled's files, on the disk.
    pub(super) seq: u64,
    /// The hash of that frame.
    pub(super) hash: [u8; 32],
    /// The segment of the log from which the rest is read.
    pub(super) segment: u64,
    /// Cleared when something was found missing from the index: it is built anew on the next opening.
    pub(super) trusted: bool,
    /// sled's files as they were when the store was closed; `None` while it is open.
    pub(super) files: Option<Vec<Fingerprint>>,
}

/// A file and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fingerprint {
    /// Its path in sled's folder.
    pub(super) name: String,
    length: u64,
    hash: [u8; 32],
}

impl Checkpoint {
    pub(super) fn write(&self, path: &Path, key: &LogKey) -> Result<(), StoreError> {
        let body =
            bincode::serialize(self).map_err(|_| StoreError::System("room for a checkpoint"))?;
        let hash = key.hash([b"checkpoint", &body, b"", b""]);
        write_whole(path, &[hash.as_slice(), &body].concat())
    }

    /// `None` when there is none or it is not what was written.
    pub(super) fn read(path: &Path, key: &LogKey) -> Option<Checkpoint> {
        let bytes = std::fs::read(path).ok()?;
        let (hash, body) = bytes.split_first_chunk::<32>()?;
        let sound = *hash == key.hash([b"checkpoint", body, b"", b""]);
        sound.then(|| bincode::deserialize(body).ok()).flatten()
    }
}

/// Whether the checkpoint of a store was written with this key.
pub(in crate::store) fn is_checkpoint_of(place: &Place, key: &LogKey) -> bool {
    Checkpoint::read(&place.checkpoint(), key).is_some()
}

/// What the files of a folder hold, in order of their names.
pub(super) fn fingerprints(folder: &Path) -> Result<Vec<Fingerprint>, StoreError> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for file in std::fs::read_dir(&next).map_err(StoreError::io("read", &next))? {
            let path = file.map_err(StoreError::io("read", &next))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let mut hasher = blake3::Hasher::new();
            let length = File::open(&path)
                .and_then(|mut file| std::io::copy(&mut file, &mut hasher))
                .map_err(StoreError::io("read", &path))?;
            let name = path.strip_prefix(folder).unwrap_or(&path);
            all.push(Fingerprint {
                name: name.to_string_lossy().into_owned(),
                length,
                hash: *hasher.finalize().as_bytes(),
            });
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}
