//! Reading log and index whole and comparing them, byte for byte.

use super::SledEngine;
use super::checkpoint::{Checkpoint, fingerprints};
use super::frame::{self, LogKey};
use super::index::Index;
use super::log::Log;
use super::walk::{LogWalk, walk};
use crate::store::place::Place;
use crate::store::{Progress, StoreError};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// What the log and the index were found to be.
pub(in crate::store) struct Checked {
    /// What is wrong, in sentences.
    pub(in crate::store) faults: Vec<String>,
    /// The last save in the log.
    pub(in crate::store) saves: u64,
    /// The engine, when log and index agree and can be read on.
    pub(in crate::store) engine: Option<SledEngine>,
}

/// Half a hash: enough to tell a value from every other.
type Short = [u8; 16];

fn short(bytes: &[u8]) -> Short {
    let mut short = [0; 16];
    let hash = blake3::hash(bytes);
    short
        .iter_mut()
        .zip(hash.as_bytes())
        .for_each(|(to, from)| *to = *from);
    short
}

/// Reads everything.
pub(in crate::store) fn check(
    place: &Place,
    key: &LogKey,
    progress: &mut dyn FnMut(Progress),
) -> Result<Checked, StoreError> {
    let mut faults = Vec::new();
    let checkpoint = Checkpoint::read(&place.checkpoint(), key);
    let mut index_is_sound = files_are_as_closed(place, checkpoint.as_ref(), &mut faults);
    let checkpoint = checkpoint.unwrap_or_default();

    let mut values: HashMap<Short, Short> = HashMap::new();
    let read = walk_whole(place, key, &mut values, progress)?;
    faults.extend(read.faults.iter().map(|fault| format!("Damage: {fault}.")));
    if read.tail.is_some() {
        faults.push(format!(
            "After save {} the log ends in bytes that are no save: one that was cut off before it was confirmed, or damage.",
            read.seq
        ));
    }
    if read.seq < checkpoint.seq {
        faults.push(format!(
            "The log ends at save {}, but {} saves were confirmed.",
            read.seq, checkpoint.seq
        ));
    }
    let log_is_sound = read.faults.is_empty() && read.tail.is_none() && read.seq >= checkpoint.seq;
    let mut engine = None;
    if index_is_sound && log_is_sound {
        match compare(place, key, &checkpoint, &read, &values, &mut faults) {
            Ok(index) => engine = index,
            Err(error) => faults.push(error.to_string()),
        }
        index_is_sound = engine.is_some();
    }
    // The next opening mends what one of the two can make good from the other.
    if log_is_sound && !index_is_sound {
        Checkpoint {
            trusted: false,
            files: None,
            ..checkpoint
        }
        .write(&place.checkpoint(), key)?;
    } else if index_is_sound && !log_is_sound {
        faults.push(MENDED.into());
        Checkpoint {
            segment: 1,
            ..checkpoint
        }
        .write(&place.checkpoint(), key)?;
    }
    Ok(Checked {
        faults,
        saves: read.seq,
        engine,
    })
}

const REBUILT: &str = "Nothing is lost by that: the next opening rebuilds the index from the log.";

const MENDED: &str = "The index is as it was when the store was closed: the next opening reads the whole log, and writes it anew from the index where it is damaged.";

/// Compares sled's files, used and unused bytes alike, with what they were on closing.
fn files_are_as_closed(
    place: &Place,
    checkpoint: Option<&Checkpoint>,
    faults: &mut Vec<String>,
) -> bool {
    let Some(checkpoint) = checkpoint else {
        faults.push(format!(
            "The note of the last closing (`checkpoint`) is damaged or missing. {REBUILT}"
        ));
        return false;
    };
    if !checkpoint.trusted {
        faults.push(format!("The index was found to lack something. {REBUILT}"));
        return false;
    }
    // A program that was killed left no note of the files; their content is compared all the same.
    let Some(closed) = &checkpoint.files else {
        return place.index().exists();
    };
    let found = fingerprints(&place.index()).unwrap_or_default();
    let differs = closed
        .iter()
        .find(|file| !found.contains(file))
        .or_else(|| found.iter().find(|file| !closed.contains(file)));
    if let Some(file) = differs {
        faults.push(format!(
            "The index's file `{}` is not what it was when the store was closed. {REBUILT}",
            file.name
        ));
    }
    differs.is_none()
}

/// Walks the whole log; `values` is what must stand in the index at its end.
fn walk_whole(
    place: &Place,
    key: &LogKey,
    values: &mut HashMap<Short, Short>,
    progress: &mut dyn FnMut(Progress),
) -> Result<LogWalk, StoreError> {
    let mut unreadable = None;
    let mut read = walk(
        &place.log(),
        key,
        1,
        &mut |seq, _, batch| {
            match frame::from_bytes(batch) {
                Some(writes) => {
                    for (key, value) in writes {
                        match value {
                            Some(value) => values.insert(short(&key), short(&value)),
                            None => values.remove(&short(&key)),
                        };
                    }
                }
                None => unreadable = Some(seq),
            }
            Ok(())
        },
        &mut |done, total| {
            progress(Progress {
                what: "Reading the log",
                done,
                total,
            });
        },
    )?;
    if let Some(seq) = unreadable {
        read.faults.push(format!("save {seq} cannot be read"));
    }
    Ok(read)
}

/// Compares every value in the index with the log's.
fn compare(
    place: &Place,
    key: &LogKey,
    checkpoint: &Checkpoint,
    read: &LogWalk,
    values: &HashMap<Short, Short>,
    faults: &mut Vec<String>,
) -> Result<Option<SledEngine>, StoreError> {
    let index = Index::open(&place.index())?;
    if read.seq > checkpoint.seq {
        // The program was killed: the log's end is taken in, as on opening.
        walk(
            &place.log(),
            key,
            checkpoint.segment.max(1),
            &mut |seq, _, batch| match frame::from_bytes(batch) {
                Some(writes) if seq > checkpoint.seq => index.apply(&writes, seq),
                _ => Ok(()),
            },
            &mut |_, _| {},
        )?;
        index.flush()?;
    }
    let (mut same, mut other) = (0, 0);
    index.scan(b"", &mut |key, value| {
        match values.get(&short(key)) {
            Some(written) if *written == short(value) => same += 1,
            _ => other += 1,
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if other == 0 && same == values.len() {
        let log = Log::resume(&place.log(), key, read)?;
        return SledEngine::on(place, key, log, index).map(Some);
    }
    faults.push(format!(
        "The index differs from the log: {other} value(s) are not what was written and {} are missing. {REBUILT}",
        values.len().saturating_sub(same + other)
    ));
    Ok(None)
}
