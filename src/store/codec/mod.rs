//! What a sealed value holds: an envelope of two bytes (what it is, which version of that) and bincode.
//!
//! Types are frozen per version. Today's version of a kind is encoded from the types in [`crate::record`] and beside
//! this folder; golden files under `tests/golden/` fail when that encoding changes. To change a type: copy the old one
//! into `codec/v1.rs`, read it there into the new one, raise [`Stored::VERSION`], and add golden files of the new
//! version. bincode writes lengths and numbers as variable-length integers; days, times and moments are ISO 8601 text,
//! as chrono writes them for serde: longer than a number, and readable without chrono for ever.

#[cfg(test)]
mod tests;
mod v1;
mod v2;

use super::StoreError;
use crate::record::kinds::with_kinds;
use crate::record::*;
use bincode::Options;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something that the store keeps in an envelope.
pub(super) trait Stored: Serialize + DeserializeOwned {
    /// What it is; never used for anything else. Records use [`RecordKind::number`], which stays below 64.
    const KIND: u8;
    /// The version of its type that is written today.
    const VERSION: u8 = 1;

    /// What an earlier version wrote, as it is meant today.
    ///
    /// # Errors
    /// The value cannot be read, or there is no such version.
    fn read_earlier(_version: u8, _content: &[u8]) -> Result<Self, StoreError> {
        Err(unreadable())
    }
}

impl Stored for CaseLine {
    const KIND: u8 = 64;
    const VERSION: u8 = 3;

    fn read_earlier(version: u8, content: &[u8]) -> Result<CaseLine, StoreError> {
        match version {
            1 => Ok(read::<v1::CaseLineV1>(content)?.into()),
            2 => Ok(read::<v2::CaseLineV2>(content)?.into()),
            _ => Err(unreadable()),
        }
    }
}

fn options() -> impl Options {
    bincode::DefaultOptions::new()
}

fn write(kind: u8, version: u8, content: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    let mut bytes = vec![kind, version];
    options()
        .serialize_into(&mut bytes, content)
        .map_err(|_| StoreError::System("room to write a value"))?;
    Ok(bytes)
}

fn read<T: DeserializeOwned>(content: &[u8]) -> Result<T, StoreError> {
    options().deserialize(content).map_err(|_| unreadable())
}

fn unreadable() -> StoreError {
    StoreError::damaged(
        "A value in the store opens but cannot be read. Run `throughline check`; nothing was changed.",
    )
}

/// Kind, version and content of an envelope.
fn envelope(bytes: &[u8]) -> Result<(u8, u8, &[u8]), StoreError> {
    match bytes {
        [kind, version, content @ ..] => Ok((*kind, *version, content)),
        _ => Err(unreadable()),
    }
}

fn newer(found: u8, known: u8) -> StoreError {
    StoreError::Newer {
        found: found.into(),
        known: known.into(),
    }
}

/// Puts a value in its envelope.
pub(super) fn encode<T: Stored>(value: &T) -> Result<Vec<u8>, StoreError> {
    write(T::KIND, T::VERSION, value)
}

/// Takes a value out of its envelope.
pub(super) fn decode<T: Stored>(bytes: &[u8]) -> Result<T, StoreError> {
    match envelope(bytes)? {
        (kind, _, _) if kind != T::KIND => Err(unreadable()),
        (_, version, _) if version > T::VERSION => Err(newer(version, T::VERSION)),
        (_, version, content) if version < T::VERSION => T::read_earlier(version, content),
        (_, _, content) => read(content),
    }
}

/// The version in which records of a kind are written today. People tell since version 2 how they arrived and what other
/// sources say of their dates; bonds know more kinds.
fn version_of(kind: u8) -> u8 {
    match kind {
        2 | 3 => 2,
        _ => 1,
    }
}

/// Puts a record in its envelope. The envelope names the kind, so that the order of [`Body`]'s arms means nothing.
pub(super) fn encode_record(record: &Record<Body>) -> Result<Vec<u8>, StoreError> {
    let kind = record.body.kind().number();
    macro_rules! arms {
        ($($(#[$doc:meta])* $number:literal $kind:ident $shelf:ident $sort:ident { $($rest:tt)* },)*) => {
            match &record.body {
                $(Body::$kind(body) => write(kind, version_of(kind), &(&record.meta, body)),)*
            }
        };
    }
    with_kinds!(arms)
}

/// Takes a record out of its envelope.
pub(super) fn decode_record(bytes: &[u8]) -> Result<Record<Body>, StoreError> {
    let (kind, version, content) = envelope(bytes)?;
    let known = version_of(kind);
    if version > known {
        return Err(newer(version, known));
    }
    if (kind, version) == (2, 1) {
        let (meta, body) = read::<(Meta, v1::PersonV1)>(content)?;
        let body = Body::Person(body.into());
        return Ok(Record { meta, body });
    }
    macro_rules! arms {
        ($($(#[$doc:meta])* $number:literal $kind:ident $shelf:ident $sort:ident { $($rest:tt)* },)*) => {
            match kind {
                $($number => {
                    let (meta, body) = read(content)?;
                    Ok(Record { meta, body: Body::$kind(body) })
                })*
                _ => Err(unreadable()),
            }
        };
    }
    with_kinds!(arms)
}
