//! Everything that an engine holds as a stream of frames, and back: what a backup is made of.

use super::frame::{self, HEAD, LogKey, Writes};
use crate::store::engine::Visit;
use crate::store::{Progress, StoreError};
use std::io::{ErrorKind, Read};
use std::ops::ControlFlow;

/// About how many bytes go into one frame.
const FRAME: usize = 1 << 20;

/// Something that can be walked: an engine, an index.
pub(in crate::store) type Scan<'a> = &'a dyn Fn(Visit<'_>) -> Result<(), StoreError>;

/// Gathers everything into batches of about a MiB.
pub(super) fn batches(
    scan: Scan<'_>,
    what: &'static str,
    progress: &mut dyn FnMut(Progress),
    sink: &mut dyn FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut writes = Writes::new();
    let (mut size, mut done) = (0, 0);
    scan(&mut |key, value| {
        writes.push((key.to_vec(), Some(value.to_vec())));
        size += key.len() + value.len();
        done += 1;
        if size > FRAME {
            sink(&frame::to_bytes(&writes))?;
            writes.clear();
            size = 0;
            progress(Progress {
                what,
                done,
                total: 0,
            });
        }
        Ok(ControlFlow::Continue(()))
    })?;
    match writes.is_empty() {
        true => Ok(()),
        false => sink(&frame::to_bytes(&writes)),
    }
}

/// Writes everything as frames, chained from `first` on, with an empty one at the end. Gives how many.
pub(in crate::store) fn write_frames(
    scan: Scan<'_>,
    key: &LogKey,
    first: [u8; 32],
    progress: &mut dyn FnMut(Progress),
    sink: &mut dyn FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<u64, StoreError> {
    let (mut seq, mut previous) = (0, first);
    let mut write = |batch: &[u8]| {
        seq += 1;
        let (frame, hash) = key
            .frame(seq, &previous, batch)
            .ok_or(StoreError::System("room for so large a backup"))?;
        previous = hash;
        sink(&frame)
    };
    batches(scan, "Writing the backup", progress, &mut write)?;
    write(&[])?;
    Ok(seq)
}

/// Reads frames that [`write_frames`] wrote. Gives how many, or `None` when they are not what was written.
///
/// # Errors
/// Whatever `on_batch` returns; what the system says when it cannot read.
pub(in crate::store) fn read_frames(
    input: &mut dyn Read,
    key: &LogKey,
    first: [u8; 32],
    on_batch: &mut dyn FnMut(Writes) -> Result<(), StoreError>,
) -> Result<Option<u64>, Failed> {
    let (mut seq, mut previous) = (0, first);
    loop {
        let mut bytes = vec![0; HEAD];
        match input.read_exact(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
            other => other.map_err(Failed::Reading)?,
        }
        let length = bytes.get(4..8).and_then(|length| length.try_into().ok());
        let length = length.map_or(0, u32::from_le_bytes);
        let mut body = Read::take(&mut *input, length.into());
        body.read_to_end(&mut bytes).map_err(Failed::Reading)?;
        let Some((frame, _)) = key.read(&bytes) else {
            return Ok(None);
        };
        seq += 1;
        if (frame.seq, frame.previous) != (seq, previous) {
            return Ok(None);
        }
        previous = frame.hash;
        if frame.batch.is_empty() {
            // The last one: nothing may follow.
            let more = input.read(&mut [0]).map_err(Failed::Reading)?;
            return Ok((more == 0).then_some(seq));
        }
        let Some(writes) = frame::from_bytes(frame.batch) else {
            return Ok(None);
        };
        on_batch(writes).map_err(Failed::Using)?;
    }
}

/// Why a stream was not read to its end.
#[derive(Debug)]
pub(in crate::store) enum Failed {
    /// The system could not read.
    Reading(std::io::Error),
    /// What was read could not be used.
    Using(StoreError),
}
