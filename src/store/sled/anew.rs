//! Writing the log anew from the index, and putting damaged files aside. Nothing is deleted but what is rebuilt.

use super::frame::{LogKey, Writes};
use super::index::Index;
use super::log::Log;
use super::stream::batches;
use super::walk::Tail;
use crate::store::place::{Place, private_file, private_folder, sync_folder, write_whole};
use crate::store::{Progress, StoreError};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where a log is written before it takes the place of the old one.
fn fresh(place: &Place) -> PathBuf {
    place.folder().join("log.new")
}

/// Finishes or drops what an earlier program was stopped in. Comes before everything else on opening.
pub(in crate::store) fn finish(place: &Place) -> Result<(), StoreError> {
    let fresh = fresh(place);
    if !fresh.exists() {
        return Ok(());
    }
    let log = place.log();
    if log.exists() {
        return fs::remove_dir_all(&fresh).map_err(StoreError::io("remove", &fresh));
    }
    // The old log is put aside only when the new one is complete.
    fs::rename(&fresh, &log).map_err(StoreError::io("write", &log))?;
    sync_folder(place.folder())
}

/// Writes everything that the index holds as a new log that goes on after `seq`.
pub(super) fn write(
    place: &Place,
    key: &LogKey,
    index: &Index,
    seq: u64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Log, StoreError> {
    let fresh = fresh(place);
    let mut log = Log::begin(&fresh, key, seq)?;
    batches(
        &|visit| index.scan(b"", visit),
        "Writing the log anew from the index",
        progress,
        &mut |batch| log.append(batch).map(|_| ()),
    )?;
    let keys = place.keys();
    let slots = fs::read(&keys).map_err(StoreError::io("read", &keys))?;
    write_whole(&fresh.join("keys"), &slots)?;
    // The index has to know the new sequence, or it would seem to be behind.
    index.apply(&Writes::new(), log.seq)?;
    index.flush()?;
    let old = place.log();
    if old.exists() {
        put_aside(place, &old)?;
    }
    fs::rename(&fresh, &old).map_err(StoreError::io("write", &old))?;
    sync_folder(place.folder())?;
    log.moved_to(&old);
    Ok(log)
}

/// Moves a file or folder to where damaged things are kept.
pub(super) fn put_aside(place: &Place, what: &Path) -> Result<PathBuf, StoreError> {
    let to = free_name(place, what)?;
    fs::rename(what, &to).map_err(StoreError::io("move", what))?;
    sync_folder(place.folder())?;
    Ok(to)
}

/// Removes what was put aside and has been rebuilt since.
pub(super) fn forget(aside: &Path) {
    let _ = fs::remove_dir_all(aside); // It only takes room.
}

/// Cuts a save that was never confirmed off the log's end, and keeps a copy.
pub(super) fn cut_tail(place: &Place, tail: &Tail) -> Result<(), StoreError> {
    let Tail { path, at } = tail;
    let copy = free_name(place, path)?;
    fs::copy(path, &copy).map_err(StoreError::io("copy", path))?;
    if *at == 0 {
        fs::remove_file(path).map_err(StoreError::io("move", path))?;
        return sync_folder(&place.log());
    }
    private_file()
        .open(path)
        .and_then(|file| file.set_len(*at).and_then(|()| file.sync_all()))
        .map_err(StoreError::io("write", path))
}

fn free_name(place: &Place, what: &Path) -> Result<PathBuf, StoreError> {
    let folder = place.aside();
    private_folder(&folder)?;
    let name = what.file_name().unwrap_or_default().to_string_lossy();
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.unwrap_or_default().as_nanos();
    Ok(folder.join(format!("{name}-{now}")))
}
