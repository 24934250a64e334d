//! Reading the log from a segment on: every frame that is what was written, and everything that is wrong.

use super::frame::{LogKey, LogPiece};
use super::segment::{self, HEADER, Header};
use crate::store::StoreError;
use crate::store::place::Place;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct LogWalk {
    /// The sequence of the last frame; 0 when there is none.
    pub(super) seq: u64,
    /// How many frames there are.
    pub(super) frames: u64,
    /// Its hash.
    pub(super) hash: [u8; 32],
    /// The number of the segment that it began with.
    pub(super) first_segment: u64,
    /// The last segment's number.
    pub(super) segment: u64,
    /// The last segment's length, without its tail.
    pub(super) size: u64,
    /// The sequence and hash that stand before the first frame.
    pub(super) start: (u64, [u8; 32]),
    /// Sequences that no frame was found for: first and last of each run.
    pub(super) missing: Vec<(u64, u64)>,
    /// What is wrong, in sentences, in the order of the log.
    pub(super) faults: Vec<String>,
    /// Bytes after the last frame of the last segment: a write that was cut off, or damage to the last frames.
    pub(super) tail: Option<Tail>,
}

/// Bytes at the end of the log that are no frame.
#[derive(Clone, Debug)]
pub(super) struct Tail {
    pub(super) path: PathBuf,
    /// Where they begin; 0 when the whole segment is meant.
    pub(super) at: u64,
}

/// What is done with a frame: its sequence, its hash, its batch.
pub(super) type OnFrame<'a> = &'a mut dyn FnMut(u64, &[u8; 32], &[u8]) -> Result<(), StoreError>;

/// Walks the segments from number `from` on.
pub(super) fn walk(
    folder: &Path,
    key: &LogKey,
    from: u64,
    on_frame: OnFrame<'_>,
    on_segment: &mut dyn FnMut(u64, u64),
) -> Result<LogWalk, StoreError> {
    let numbers = segment::numbers(folder)?;
    let last = numbers.last().copied().unwrap_or(0);
    let mut walk = LogWalk {
        first_segment: from,
        segment: from.saturating_sub(1),
        ..LogWalk::default()
    };
    if last < from {
        walk.faults
            .push(format!("the log's segment {from} is missing"));
    }
    for number in numbers.into_iter().filter(|number| *number >= from) {
        on_segment(number - from, (last - from).saturating_add(1));
        let path = segment::path(folder, number);
        let bytes = fs::read(&path).map_err(StoreError::io("read", &path))?;
        let torn = number == last && number > from;
        if torn && Header::read(&bytes, key).is_none() && !has_frame(&bytes, key) {
            // The program stopped while it began this segment.
            walk.tail = Some(Tail { path, at: 0 });
            break;
        }
        walk.begin(number, number == from, &bytes, key);
        walk.read(&path, &bytes, number == last, key, on_frame)?;
    }
    Ok(walk)
}

/// Whether anything in the log was written with this key. A damaged log still has a header or a frame that was; in the log of
/// another store there is none, nor in one that is damaged from end to end.
pub(in crate::store) fn is_log_of(place: &Place, key: &LogKey) -> Result<bool, StoreError> {
    let folder = place.log();
    let numbers = segment::numbers(&folder)?;
    let mut paths = numbers
        .into_iter()
        .map(|number| segment::path(&folder, number));
    let has_header = |path: PathBuf| {
        let mut header = [0; HEADER];
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
        read.is_ok() && Header::read(&header, key).is_some()
    };
    // Headers first: nothing else is read of a sound log here.
    Ok(paths.clone().any(has_header)
        || paths.any(|path| fs::read(path).is_ok_and(|bytes| has_frame(&bytes, key))))
}

fn has_frame(bytes: &[u8], key: &LogKey) -> bool {
    key.pieces(bytes, 0)
        .any(|piece| matches!(piece, LogPiece::LogFrame(_)))
}

impl LogWalk {
    /// Takes in a segment's header.
    fn begin(&mut self, number: u64, is_first: bool, bytes: &[u8], key: &LogKey) {
        let expected = self.segment + 1;
        if number != expected {
            self.faults
                .push(format!("the log's segment {expected} is missing"));
        }
        self.segment = number;
        match Header::read(bytes, key) {
            Some(header) if header.number != number => self.faults.push(format!(
                "the log's segment {number} is another segment under this name"
            )),
            Some(header) if is_first => {
                self.seq = header.first.saturating_sub(1);
                self.hash = header.previous;
                self.start = (self.seq, self.hash);
            }
            Some(_) => {}
            None => self.faults.push(format!(
                "the header of the log's segment {number} is damaged"
            )),
        }
    }

    fn read(
        &mut self,
        path: &Path,
        bytes: &[u8],
        is_last: bool,
        key: &LogKey,
        on_frame: OnFrame<'_>,
    ) -> Result<(), StoreError> {
        self.size = HEADER.min(bytes.len()) as u64;
        let mut end = HEADER;
        let mut gap = None;
        for piece in key.pieces(bytes, HEADER) {
            match piece {
                LogPiece::Gap { at } => gap = Some(at),
                LogPiece::LogFrame(frame) => {
                    self.note_gap(gap.take());
                    self.follow(frame.seq, &frame.previous);
                    on_frame(frame.seq, &frame.hash, frame.batch)?;
                    self.seq = frame.seq;
                    self.frames += 1;
                    self.hash = frame.hash;
                    end = frame_end(bytes, frame.batch);
                    self.size = end as u64;
                }
            }
        }
        match gap {
            Some(_) if is_last => {
                self.tail = Some(Tail {
                    path: path.to_owned(),
                    at: end as u64,
                });
            }
            gap => self.note_gap(gap),
        }
        Ok(())
    }

    fn note_gap(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            let segment = self.segment;
            self.faults.push(format!(
                "the log's segment {segment} is damaged at byte {at}"
            ));
        }
    }

    /// Checks that a frame follows the one before.
    fn follow(&mut self, seq: u64, previous: &[u8; 32]) {
        if *previous == self.hash && seq == self.seq + 1 {
            return;
        }
        let (first, last) = (self.seq + 1, seq.saturating_sub(1));
        let what = if first <= last {
            self.missing.push((first, last));
            format!("{} missing", saves(first, last))
        } else {
            format!("save {seq} does not follow the one before")
        };
        let segment = self.segment;
        self.faults
            .push(format!("in the log's segment {segment}, {what}"));
    }
}

/// "save 7 is", "saves 7 to 9 are".
pub(super) fn saves(first: u64, last: u64) -> String {
    match first == last {
        true => format!("save {first} is"),
        false => format!("saves {first} to {last} are"),
    }
}

/// Where a frame ends whose batch is this part of the segment.
fn frame_end(segment: &[u8], batch: &[u8]) -> usize {
    let before = batch.as_ptr() as usize - segment.as_ptr() as usize;
    before + batch.len()
}
