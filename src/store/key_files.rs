//! The two copies of the key file: which of them is this store's, and how they are written.
//!
//! `keys` stands in the store's folder and `log/keys` beside the log, because losing both loses everything. A copy that
//! was brought from another store is sound in itself, and may even open with the same passphrase. What tells is the log
//! and the checkpoint: both are hashed with the key and the number of their own store. So nothing is written before one of
//! them has shown which key file is this store's, and a file that is written over is put aside first.

use super::place::write_whole;
use super::seal::DataKey;
use super::sled::{self, LogKey};
use super::slots::Slots;
use super::{Passphrase, Place, StoreError};
use std::path::PathBuf;

/// One of the two copies, as it was found.
struct KeyFile {
    /// Its name in the store's folder.
    name: &'static str,
    path: PathBuf,
    /// `None` when it is missing or damaged.
    slots: Option<Slots>,
}

/// Both copies.
pub(super) struct KeyFiles([KeyFile; 2]);

/// A copy that a passphrase opened.
pub(super) struct OpenedKeyFile {
    name: &'static str,
    pub(super) slots: Slots,
    pub(super) key: DataKey,
    pub(super) holder: String,
}

impl KeyFiles {
    /// Reads both.
    ///
    /// # Errors
    /// [`StoreError::Newer`]; [`StoreError::Io`] when the system does not let them be read.
    pub(super) fn read(place: &Place) -> Result<KeyFiles, StoreError> {
        let read = |name, path: PathBuf| {
            let slots = Slots::read(&path)?;
            Ok(KeyFile { name, path, slots })
        };
        Ok(KeyFiles([
            read("keys", place.keys())?,
            read("log/keys", place.keys_copy())?,
        ]))
    }

    /// The copies that a passphrase opens; two that are the same count once.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when there is no sound copy; what [`Slots::unwrap_key`] says, when none opens.
    pub(super) fn try_passphrase(
        &self,
        passphrase: &Passphrase,
    ) -> Result<Vec<OpenedKeyFile>, StoreError> {
        let mut opened: Vec<OpenedKeyFile> = Vec::new();
        let mut refused = None;
        let [first, second] = &self.0;
        if first.slots.is_none() && second.slots.is_none() {
            return Err(StoreError::damaged(
                "Both copies of the store's key file are damaged or missing, and without them nobody can open it. The rest is untouched: bring back the file `keys` or the whole store from a backup.",
            ));
        }
        let second = Some(second).filter(|second| second.slots != first.slots);
        for file in [Some(first), second].into_iter().flatten() {
            let Some(slots) = &file.slots else { continue };
            match slots.unwrap_key(passphrase) {
                Ok(Some((key, holder))) => opened.push(OpenedKeyFile {
                    name: file.name,
                    slots: slots.clone(),
                    key,
                    holder,
                }),
                Ok(None) => {}
                Err(error) => refused = Some(error),
            }
        }
        match refused {
            Some(error) if opened.is_empty() => Err(error),
            _ => Ok(opened),
        }
    }

    /// Of the copies that were opened, the one that is this store's.
    ///
    /// # Errors
    /// [`StoreError::OtherStore`] when none is known to be: nothing may be written then.
    pub(super) fn choose(
        &self,
        place: &Place,
        opened: Vec<OpenedKeyFile>,
    ) -> Result<OpenedKeyFile, StoreError> {
        let mut numbers = self.0.iter().flat_map(|file| &file.slots);
        let number = numbers.next().map(|slots| slots.number);
        let of_two_stores = numbers.any(|slots| Some(slots.number) != number);
        let mut parts = Vec::new();
        let mut names = Vec::new();
        for file in opened {
            let key = LogKey::new(&file.key, file.slots.number);
            let has_log = sled::is_log_of(place, &key)?;
            let has_checkpoint = sled::is_checkpoint_of(place, &key);
            // One of the two may be damaged. Where two stores are mixed, both have to speak for the same.
            match (has_log, has_checkpoint) {
                (true, true) => return Ok(file),
                (true, false) | (false, true) if !of_two_stores => return Ok(file),
                (true, false) => parts.push(format!("the log was written with `{}`", file.name)),
                (false, true) => {
                    parts.push(format!("the checkpoint was written with `{}`", file.name));
                }
                (false, false) => names.push(file.name),
            }
        }
        Err(StoreError::OtherStore(match (parts.is_empty(), names.as_slice()) {
            (true, [name]) if of_two_stores => format!(
                "`{name}` is the key file of another store, and this passphrase opens that one only. Use this store's own passphrase."
            ),
            (true, _) => "The key file is the key file of another store: neither the log nor the checkpoint was written with it. Bring back this store's own file `keys`, or the whole store from a backup.".into(),
            (false, _) => format!(
                "The folder holds parts of two stores: {}. Bring the parts of each together again, or the whole store from a backup.",
                parts.join(", ")
            ),
        }))
    }

    /// What is wrong with the copies, in sentences, once it is known which one is this store's.
    pub(super) fn faults(&self, own: &Slots) -> Vec<String> {
        let is_own = |file: &&KeyFile| file.slots.as_ref() == Some(own);
        let own_name = self.0.iter().find(is_own).map_or("keys", |file| file.name);
        let others = self.0.iter().filter(|file| !is_own(file));
        let words = others.map(|file| match (&file.slots, file.name) {
            (None, name) => format!(
                "The copy of the key file in `{name}` is damaged or missing. Opening the store writes it again from the other copy."
            ),
            (Some(slots), name) if slots.number != own.number => format!(
                "`{name}` is the key file of another store. It was left as it is, and `{own_name}` is used, which is this store's own. Take the other one back to its store and copy `{own_name}` into its place, so that there are two again."
            ),
            (Some(_), _) => format!(
                "The two copies of the key file are both this store's, and differ: a change of who may open it was cut off, or an older copy was put back. Both were left as they are, and `{own_name}` is used."
            ),
        });
        words.collect()
    }
}

/// Writes a copy again that is missing or damaged; gives sentences about that and about copies that were left alone.
pub(super) fn mend(place: &Place, own: &Slots) -> Result<Vec<String>, StoreError> {
    let files = KeyFiles::read(place)?;
    let lost: Vec<_> = files.0.iter().filter(|file| file.slots.is_none()).collect();
    if lost.is_empty() {
        return Ok(files.faults(own));
    }
    let bytes = own.to_bytes()?;
    for file in lost {
        keep_what_stands(place, file)?;
        write_whole(&file.path, &bytes)?;
    }
    Ok(vec![
        "One of the two copies of the key file was damaged or missing and was written again from the other. Nothing is lost.".into(),
    ])
}

/// Writes both copies. What stands there is put aside unless it is `before`, the key file that they follow.
pub(super) fn replace(place: &Place, before: &Slots, now: &Slots) -> Result<(), StoreError> {
    let bytes = now.to_bytes()?;
    // The copy beside the log comes first: a program that is stopped in between leaves `keys` as it was.
    for file in KeyFiles::read(place)?.0.iter().rev() {
        if file.slots.as_ref() != Some(before) {
            keep_what_stands(place, file)?;
        }
        write_whole(&file.path, &bytes)?;
    }
    Ok(())
}

/// Writes both copies of a new store.
pub(super) fn write_both(place: &Place, slots: &Slots) -> Result<(), StoreError> {
    let bytes = slots.to_bytes()?;
    write_whole(&place.keys_copy(), &bytes)?;
    write_whole(&place.keys(), &bytes)
}

fn keep_what_stands(place: &Place, file: &KeyFile) -> Result<(), StoreError> {
    match file.path.symlink_metadata() {
        Ok(_) => place.put_aside(&file.path).map(|_| ()),
        Err(_) => Ok(()),
    }
}
