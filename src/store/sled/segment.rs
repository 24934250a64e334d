//! Segments of the log: files that begin with a header and hold frames.
//!
//! A header is `magic (8) · format (4) · number (8) · first sequence (8) · hash of the last frame of the segment
//! before (32) · keyed hash of all that (32)`.

use super::frame::LogKey;
use crate::store::StoreError;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const MAGIC: &[u8; 8] = b"THRULOG\n";
const FORMAT: u32 = 1;
/// The length of a header.
pub(super) const HEADER: usize = 92;
/// A segment that is longer than this is followed by a new one. Short in builds for development, so that tests cross
/// segments without writing much; a log may have segments of any length.
pub(super) const LONG: u64 = if cfg!(debug_assertions) {
    64 << 10
} else {
    8 << 20
};

/// The header of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Counts from 1.
    pub(super) number: u64,
    /// The sequence of its first frame.
    pub(super) first: u64,
    /// The hash of the last frame of the segment before; zeros in the first.
    pub(super) previous: [u8; 32],
}

impl Header {
    pub(super) fn to_bytes(self, key: &LogKey) -> Vec<u8> {
        let numbers = [self.number.to_le_bytes(), self.first.to_le_bytes()].concat();
        let format = FORMAT.to_le_bytes();
        let hash = key.hash([MAGIC, &format, &numbers, &self.previous]);
        [MAGIC.as_slice(), &format, &numbers, &self.previous, &hash].concat()
    }

    /// The header at the beginning of a segment; `None` when it is not what was written.
    pub(super) fn read(bytes: &[u8], key: &LogKey) -> Option<Header> {
        let (header, _) = bytes.split_first_chunk::<HEADER>()?;
        let (number, rest) = header.get(12..)?.split_first_chunk::<8>()?;
        let (first, rest) = rest.split_first_chunk::<8>()?;
        let (previous, _) = rest.split_first_chunk::<32>()?;
        let header = Header {
            number: u64::from_le_bytes(*number),
            first: u64::from_le_bytes(*first),
            previous: *previous,
        };
        bytes.starts_with(&header.to_bytes(key)).then_some(header)
    }
}

/// The file of a segment.
pub(super) fn path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:010}.log"))
}

/// The numbers of the segments that are there, in order; none when the folder is missing.
pub(super) fn numbers(folder: &Path) -> Result<Vec<u64>, StoreError> {
    let mut numbers = Vec::new();
    let files = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(numbers),
        other => other.map_err(StoreError::io("read", folder))?,
    };
    for file in files {
        let name = file.map_err(StoreError::io("read", folder))?.file_name();
        let number = name.to_str().and_then(|name| name.strip_suffix(".log"));
        numbers.extend(number.and_then(|number| number.parse::<u64>().ok()));
    }
    numbers.sort_unstable();
    Ok(numbers)
}
