//! Writing the log anew from the index, and putting damaged files aside. Nothing is deleted but what is rebuilt.

use super::Secrets;
use super::frame::Writes;
use super::index::Index;
use super::log::Log;
use super::stream::batches;
use super::walk::{Tail, walk};
use crate::store::place::{Place, private_file, sync_folder, write_whole};
use crate::store::{Progress, StoreError};
use std::fs;
use std::path::{Path, PathBuf};

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

/// Writes everything that the index holds as a new log that goes on after `seq`: beside the old one, which is put aside
/// once the new one was read back.
pub(super) fn rewrite_log(
    place: &Place,
    secrets: &Secrets,
    index: &Index,
    seq: u64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Log, StoreError> {
    let fresh = fresh(place);
    let mut log = Log::begin(&fresh, &secrets.log, seq)?;
    batches(
        &|visit| index.scan(b"", visit),
        "Writing the log anew from the index",
        progress,
        &mut |batch| log.append(batch).map(|_| ()),
    )?;
    write_whole(&fresh.join("keys"), &secrets.key_file)?;
    let read = walk(
        &fresh,
        &secrets.log,
        1,
        &mut |_, _, _| Ok(()),
        &mut |_, _| {},
    )?;
    if !read.faults.is_empty() || read.tail.is_some() || read.seq != log.seq {
        return Err(StoreError::damaged(
            "The log was written anew from the index, but what was read back is not what was written: the disk is failing. The damaged log was left as it is. Copy the folder to another disk and open it there.",
        ));
    }
    // The index has to know the new sequence, or it would seem to be behind.
    index.apply(&Writes::new(), log.seq)?;
    index.flush()?;
    let old = place.log();
    if old.exists() {
        place.put_aside(&old)?;
    }
    fs::rename(&fresh, &old).map_err(StoreError::io("write", &old))?;
    sync_folder(place.folder())?;
    log.moved_to(&old);
    Ok(log)
}

/// Removes what was put aside and has been rebuilt since.
pub(super) fn forget(aside: &Path) {
    let _ = fs::remove_dir_all(aside); // It only takes room.
}

/// Cuts a save that was never confirmed off the log's end, and keeps a copy.
pub(super) fn cut_tail(place: &Place, tail: &Tail) -> Result<(), StoreError> {
    let Tail { path, at } = tail;
    let copy = place.free_name_aside(path)?;
    // The copy is on the disk before anything is cut: these bytes are nowhere else.
    fs::copy(path, &copy)
        .and_then(|_| fs::File::open(&copy)?.sync_all())
        .map_err(StoreError::io("copy", path))?;
    sync_folder(&place.aside())?;
    if *at == 0 {
        fs::remove_file(path).map_err(StoreError::io("move", path))?;
        return sync_folder(&place.log());
    }
    private_file()
        .open(path)
        .and_then(|file| file.set_len(*at).and_then(|()| file.sync_all()))
        .map_err(StoreError::io("write", path))
}
