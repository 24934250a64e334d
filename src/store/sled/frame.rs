//! Frames of the log: one batch each, with a keyed hash that is chained to the frame before.
//!
//! A frame is `magic (4) · length (4) · sequence (8) · hash of the frame before (32) · its own hash (32) · batch`.
//! Its own hash covers all the rest, so that a frame can be told from damage without the frames around it, and the hash
//! of the one before shows when frames are missing or were put together from elsewhere.

use crate::store::seal::DataKey;

const MAGIC: &[u8; 4] = b"TLf1";
/// The length of what stands before a batch.
pub(super) const HEAD: usize = 80;

/// Writes to keys, as they stand in a batch.
pub(in crate::store) type Writes = Vec<(Vec<u8>, Option<Vec<u8>>)>;

/// Hashes frames and segment headers of one store's log.
#[derive(Clone)]
pub(in crate::store) struct LogKey {
    key: DataKey,
    store: [u8; 16],
}

/// A frame that is what was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct LogFrame<'a> {
    pub(super) seq: u64,
    pub(super) previous: [u8; 32],
    pub(super) hash: [u8; 32],
    pub(super) batch: &'a [u8],
}

/// What stands at a place in a segment.
#[derive(Debug)]
pub(super) enum LogPiece<'a> {
    /// A frame.
    LogFrame(LogFrame<'a>),
    /// Bytes that are no frame, up to the next frame or the end.
    Gap {
        /// Where they begin.
        at: usize,
    },
}

impl LogKey {
    pub(in crate::store) fn new(data: &DataKey, store: [u8; 16]) -> LogKey {
        LogKey {
            key: data.derive("throughline 2026-11 log"),
            store,
        }
    }

    /// The keyed hash of these parts, bound to this store.
    pub(in crate::store) fn hash(&self, parts: [&[u8]; 4]) -> [u8; 32] {
        let [a, b, c, d] = parts;
        self.key.hash(&[&self.store, a, b, c, d])
    }

    /// A frame as bytes, and its hash. `None` when the batch is too long for one (4 GiB).
    pub(super) fn frame(
        &self,
        seq: u64,
        previous: &[u8; 32],
        batch: &[u8],
    ) -> Option<(Vec<u8>, [u8; 32])> {
        let len = u32::try_from(batch.len()).ok()?.to_le_bytes();
        let seq = seq.to_le_bytes();
        let hash = self.hash([&len, &seq, previous, batch]);
        let mut bytes = Vec::with_capacity(HEAD + batch.len());
        for part in [MAGIC.as_slice(), &len, &seq, previous, &hash, batch] {
            bytes.extend_from_slice(part);
        }
        Some((bytes, hash))
    }

    /// The frame that begins here and how long it is; `None` when these bytes are none.
    pub(super) fn read<'a>(&self, bytes: &'a [u8]) -> Option<(LogFrame<'a>, usize)> {
        let (magic, rest) = bytes.split_first_chunk::<4>()?;
        let (len, rest) = rest.split_first_chunk::<4>()?;
        let (seq, rest) = rest.split_first_chunk::<8>()?;
        let (previous, rest) = rest.split_first_chunk::<32>()?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let batch = rest.get(..u32::from_le_bytes(*len) as usize)?;
        let sound = magic == MAGIC && self.hash([len, seq, previous, batch]) == *hash;
        let frame = LogFrame {
            seq: u64::from_le_bytes(*seq),
            previous: *previous,
            hash: *hash,
            batch,
        };
        sound.then_some((frame, HEAD + batch.len()))
    }

    /// What stands from `at` on, in order.
    pub(super) fn pieces<'a>(
        &self,
        bytes: &'a [u8],
        at: usize,
    ) -> impl Iterator<Item = LogPiece<'a>> {
        let mut at = at;
        std::iter::from_fn(move || {
            let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
            if let Some((frame, len)) = self.read(rest) {
                at += len;
                return Some(LogPiece::LogFrame(frame));
            }
            // Look for the next frame: damage must not take the frames behind it with it.
            let begins = |offset: &usize| {
                rest.get(*offset..)
                    .is_some_and(|rest| rest.starts_with(MAGIC) && self.read(rest).is_some())
            };
            let len = (1..rest.len()).find(begins).unwrap_or(rest.len());
            let gap = LogPiece::Gap { at };
            at += len;
            Some(gap)
        })
    }
}

/// A batch as bytes: a count, then for each write the key with its length and the value with its length.
pub(super) fn to_bytes(writes: &Writes) -> Vec<u8> {
    let size: usize = writes
        .iter()
        .map(|(key, value)| 8 + key.len() + value.as_ref().map_or(0, Vec::len))
        .sum();
    let mut bytes = Vec::with_capacity(size);
    for (key, value) in writes {
        // Lengths are far below 4 GiB: the whole batch is, or `frame` refuses it.
        bytes.extend_from_slice(&(key.len() as u32).to_le_bytes());
        bytes.extend_from_slice(key);
        match value {
            Some(value) => {
                bytes.extend_from_slice(&(value.len() as u32).to_le_bytes());
                bytes.extend_from_slice(value);
            }
            None => bytes.extend_from_slice(&GONE.to_le_bytes()),
        }
    }
    bytes
}

/// Stands in place of a value's length where the key is taken away.
const GONE: u32 = u32::MAX;

/// A batch from its bytes; `None` when they are none.
pub(super) fn from_bytes(mut bytes: &[u8]) -> Option<Writes> {
    let mut writes = Writes::new();
    while !bytes.is_empty() {
        let (len, rest) = bytes.split_first_chunk::<4>()?;
        let (key, rest) = rest.split_at_checked(u32::from_le_bytes(*len) as usize)?;
        let (len, rest) = rest.split_first_chunk::<4>()?;
        let len = u32::from_le_bytes(*len);
        if len == GONE {
            writes.push((key.to_vec(), None));
            bytes = rest;
        } else {
            let (value, rest) = rest.split_at_checked(len as usize)?;
            writes.push((key.to_vec(), Some(value.to_vec())));
            bytes = rest;
        }
    }
    Some(writes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key() -> LogKey {
        LogKey::new(&DataKey::from_bytes([3; 32]), [4; 16])
    }

    /// Frames of these batches, one behind the other, and where each begins.
    fn log(batches: &[Vec<u8>]) -> (Vec<u8>, Vec<usize>) {
        let (mut bytes, mut begins, mut previous) = (Vec::new(), Vec::new(), [0; 32]);
        for (seq, batch) in (1..).zip(batches) {
            let (frame, hash) = key().frame(seq, &previous, batch).unwrap();
            begins.push(bytes.len());
            bytes.extend(frame);
            previous = hash;
        }
        (bytes, begins)
    }

    fn frames(bytes: &[u8]) -> Vec<u64> {
        let pieces = key().pieces(bytes, 0).collect::<Vec<_>>();
        let seqs = pieces.iter().filter_map(|piece| match piece {
            LogPiece::LogFrame(frame) => Some(frame.seq),
            LogPiece::Gap { .. } => None,
        });
        seqs.collect()
    }

    proptest! {
        #[test]
        fn one_flipped_bit_costs_the_frame_that_it_is_in_and_no_other(
            batches in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 1..6),
            at in any::<prop::sample::Index>(),
            bit in 0u8..8,
        ) {
            let (mut bytes, begins) = log(&batches);
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            let hit = begins.partition_point(|begin| *begin <= at) as u64;
            let others: Vec<u64> = (1..=batches.len() as u64).filter(|seq| *seq != hit).collect();
            prop_assert_eq!(frames(&bytes), others);
        }

        #[test]
        fn writes_come_back_as_they_were_and_noise_is_no_batch_of_ours(
            writes in prop::collection::vec(
                (prop::collection::vec(any::<u8>(), 1..40), prop::option::of(prop::collection::vec(any::<u8>(), 0..40))),
                0..8,
            ),
            noise in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            prop_assert_eq!(from_bytes(&to_bytes(&writes)), Some(writes));
            let _ = from_bytes(&noise); // Says no or yes, and never panics.
            prop_assert_eq!(frames(&noise), Vec::<u64>::new());
        }
    }
}
