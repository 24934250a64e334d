//! Backup: the whole store in one sealed file, and back.
//!
//! `magic (8) · length of the key file (4) · key file · frames`. The frames are those of the log: keyed hashes, chained,
//! the first one chained to the key file, and an empty one at the end. So a backup that is cut short, changed or put
//! together from two is refused.

use super::engine::{Batch, Engine};
use super::open::{claim, clear};
use super::place::{Place, private_file, private_folder, rename_to_new};
use super::sled::{Failed, LogKey, SledEngine, Writes, read_frames, write_frames};
use super::slots::Slots;
use super::{OnDisk, Passphrase, Progress, Store, StoreError, key_files};
use std::fs::{self, File};
use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::time::Duration;

const MAGIC: &[u8; 8] = b"THRUBAK1";
/// The longest key file in bytes, far beyond that of a whole team.
const LONGEST_KEY_FILE: u32 = 1 << 20;
const NOT_ONE: &str = "is not a backup of a Throughline store";
const CHANGED: &str = "is damaged or cut short: it is not what was written";

impl Store {
    /// Writes the whole store to a new file and reads it back. Gives the file's length in bytes.
    ///
    /// # Errors
    /// [`StoreError::FileExists`]; [`StoreError::Io`] when it cannot be written; [`StoreError::Backup`] when what
    /// was read back is not what was written. There is no file then.
    pub fn backup(
        &self,
        file: &Path,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<u64, StoreError> {
        let disk = self.disk()?;
        // A link that leads nowhere is a file of somebody's as well.
        if file.symlink_metadata().is_ok() {
            return Err(StoreError::FileExists(file.to_owned()));
        }
        let (part, out) = begin_part(file)?;
        let written = self.write_backup(disk, &part, out, progress);
        let verified = written.and_then(|frames| {
            let mut backup = BackupFile::open(&part)?;
            let key = LogKey::new(&self.key, backup.slots.number);
            let found = backup.read(&key, &mut |_| Ok(()))?;
            match found == frames {
                true => Ok(()),
                false => Err(backup.wrong(CHANGED)),
            }
        });
        let named = verified.and_then(|()| rename_to_new(&part, file));
        if let Err(error) = named {
            let _ = fs::remove_file(&part); // The error says why.
            return Err(error);
        }
        let length = fs::metadata(file).map_err(StoreError::io("read", file))?;
        Ok(length.len())
    }

    fn write_backup(
        &self,
        disk: &OnDisk,
        part: &Path,
        out: File,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<u64, StoreError> {
        let _no_save_meanwhile = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let slots = disk.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let key_file = slots.to_bytes()?;
        let key = LogKey::new(&self.key, slots.number);
        drop(slots);
        let mut out = BufWriter::new(out);
        let length = u32::try_from(key_file.len()).unwrap_or(u32::MAX);
        let head = [MAGIC.as_slice(), &length.to_le_bytes(), &key_file].concat();
        out.write_all(&head)
            .map_err(StoreError::io("write", part))?;
        let frames = write_frames(
            &|visit| self.engine.scan(b"", visit),
            &key,
            first(&key, &key_file),
            progress,
            &mut |frame| out.write_all(frame).map_err(StoreError::io("write", part)),
        )?;
        out.into_inner()
            .map_err(std::io::IntoInnerError::into_error)
            .and_then(|file| file.sync_all())
            .map_err(StoreError::io("write", part))?;
        Ok(frames)
    }

    /// Makes a store from a backup, in a new or empty folder. The passphrase is the one of the day of the backup.
    ///
    /// # Errors
    /// [`StoreError::StoreExists`] or [`StoreError::NotEmpty`] when the folder is taken;
    /// [`StoreError::WrongPassphrase`]; [`StoreError::Backup`] when the file is damaged or none. No store is left in
    /// the folder then.
    pub fn restore(
        file: &Path,
        place: &Place,
        passphrase: &Passphrase,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Store, StoreError> {
        let backup = BackupFile::open(file)?;
        let Some((data, holder)) = backup.slots.unwrap_key(passphrase)? else {
            let wait = Duration::ZERO;
            return Err(StoreError::WrongPassphrase { wait });
        };
        let key = LogKey::new(&data, backup.slots.number);
        // The whole file is read before anything is written.
        let mut backup = backup;
        let frames = backup.read(&key, &mut |_| Ok(()))?;
        let mut lock = claim(place)?;
        lock.say(&holder);
        let filled = fill(file, place, &key, frames, progress);
        let engine = filled.inspect_err(|_| clear(place))?;
        Ok(Store::on(Box::new(engine), data, &holder)?.at(place, lock, backup.slots))
    }
}

/// Makes a new file beside the backup's to write it into: never one that is there already, and never through a link.
fn begin_part(file: &Path) -> Result<(PathBuf, File), StoreError> {
    let mut number = 0u32;
    loop {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{number}.part"));
        let part = file.with_file_name(name);
        match private_file().create_new(true).open(&part) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            opened => {
                let opened = opened.map_err(StoreError::io("write", &part))?;
                return Ok((part, opened));
            }
        }
    }
}

/// Fills an empty place from a backup. The key file comes last: without it the place holds no store.
fn fill(
    file: &Path,
    place: &Place,
    key: &LogKey,
    frames: u64,
    progress: &mut dyn FnMut(Progress),
) -> Result<SledEngine, StoreError> {
    private_folder(&place.log())?;
    let engine = SledEngine::create(place, key)?;
    let mut backup = BackupFile::open(file)?;
    let mut done = 0;
    backup.read(key, &mut |writes| {
        done += 1;
        progress(Progress {
            what: "Restoring",
            done,
            total: frames,
        });
        let expect = Vec::new();
        engine.commit(Batch { expect, writes })
    })?;
    key_files::write_both(place, &backup.slots)?;
    Ok(engine)
}

/// The hash that the first frame is chained to.
fn first(key: &LogKey, key_file: &[u8]) -> [u8; 32] {
    key.hash([b"backup", key_file, b"", b""])
}

/// A backup that was opened.
struct BackupFile {
    path: PathBuf,
    input: BufReader<File>,
    slots: Slots,
    key_file: Vec<u8>,
}

impl BackupFile {
    fn open(path: &Path) -> Result<BackupFile, StoreError> {
        let wrong = |why| StoreError::Backup {
            path: path.to_owned(),
            why,
        };
        let file = File::open(path).map_err(StoreError::io("read", path))?;
        let mut input = BufReader::new(file);
        let mut head = [0; 12];
        input.read_exact(&mut head).map_err(|_| wrong(NOT_ONE))?;
        let Some((_, length)) = head
            .split_first_chunk::<8>()
            .filter(|(magic, _)| *magic == MAGIC)
        else {
            return Err(wrong(NOT_ONE));
        };
        let length = length.try_into().map_or(0, u32::from_le_bytes);
        if length > LONGEST_KEY_FILE {
            return Err(wrong(CHANGED));
        }
        let mut key_file = Vec::new();
        Read::take(&mut input, length.into())
            .read_to_end(&mut key_file)
            .map_err(StoreError::io("read", path))?;
        let slots = Slots::from_bytes(&key_file)?.ok_or_else(|| wrong(CHANGED))?;
        Ok(BackupFile {
            path: path.to_owned(),
            input,
            slots,
            key_file,
        })
    }

    /// Reads every frame; gives how many.
    fn read(
        &mut self,
        key: &LogKey,
        on_batch: &mut dyn FnMut(Writes) -> Result<(), StoreError>,
    ) -> Result<u64, StoreError> {
        let first = first(key, &self.key_file);
        match read_frames(&mut self.input, key, first, on_batch) {
            Ok(Some(frames)) => Ok(frames),
            Ok(None) => Err(self.wrong(CHANGED)),
            Err(Failed::Reading(error)) => Err(StoreError::io("read", &self.path)(error)),
            Err(Failed::Using(error)) => Err(error),
        }
    }

    fn wrong(&self, why: &'static str) -> StoreError {
        StoreError::Backup {
            path: self.path.clone(),
            why,
        }
    }
}
