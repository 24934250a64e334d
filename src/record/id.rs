//! Ids of records: ULIDs, which sort by the time at which they were made, and the mint that makes them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use ulid::Ulid;

/// The id of a record: 16 bytes stored, 26 letters shown.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(u128);

/// The id of a case; it is also the id of its [`Case`](super::Case) record.
pub type CaseId = RecordId;

/// The id of one account within an entry. It stays with the account when entries are joined and split.
pub type AccountId = RecordId;

impl RecordId {
    /// Whether it is an id: the default stands for "not chosen yet" in a record that a form has only begun.
    pub fn is_some(self) -> bool {
        self != RecordId::default()
    }

    /// The id as 16 bytes, in the order in which ids sort.
    pub fn to_bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// The id from its 16 bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> RecordId {
        RecordId(u128::from_be_bytes(bytes))
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Ulid::from(self.0), f)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for RecordId {
    type Err = ulid::DecodeError;

    fn from_str(text: &str) -> Result<RecordId, ulid::DecodeError> {
        Ulid::from_string(text).map(|ulid| RecordId(ulid.into()))
    }
}

/// Letters in formats that people read (JSON), 16 bytes in the store.
impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RecordId, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(serde::de::Error::custom)
        } else {
            u128::deserialize(deserializer).map(RecordId)
        }
    }
}

/// Makes ids. [`Mint::random`] for real work; [`Mint::seeded`] where the same ids must come out again
/// (the demo caseload, tests).
#[derive(Debug, Clone)]
pub struct Mint {
    seeded: Option<(u64, u64)>,
    /// The id made last, of those from the clock.
    last: u128,
}

impl Mint {
    /// Ids from the clock and the system's randomness.
    pub fn random() -> Mint {
        Mint {
            seeded: None,
            last: 0,
        }
    }

    /// The same ids for the same seed, in the order in which they are asked for.
    pub fn seeded(seed: u64) -> Mint {
        Mint {
            seeded: Some((seed, 0)),
            last: 0,
        }
    }

    /// The next id, greater than the one before, so that what was written in an order of its own can be told in it.
    pub fn next_id(&mut self) -> RecordId {
        match &mut self.seeded {
            None => {
                self.last = u128::from(Ulid::generate()).max(self.last + 1);
                RecordId(self.last)
            }
            Some((seed, count)) => {
                *count += 1;
                let high = u128::from(*count) << 64;
                RecordId(high | u128::from(scramble(*seed ^ scramble(*count))))
            }
        }
    }
}

/// SplitMix64's finaliser (Steele, Lea, Flood 2014): spreads a counter over 64 bits.
pub(crate) fn scramble(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
