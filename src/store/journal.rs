//! The journal: one entry a save, each with the hash of the one before, so that what was changed behind the
//! program's back, or taken out, is noticed by `check`.

use super::StoreError;
use super::codec::{self, Stored};
use super::seal::Seal;
use crate::record::{Body, CaseId, Change, Record, RecordId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct JournalEntry {
    /// Who saved.
    pub(super) author: String,
    /// When.
    pub(super) at: DateTime<Utc>,
    /// What was done.
    pub(super) label: String,
    /// In which case.
    pub(super) case: CaseId,
    /// The revisions that were written.
    pub(super) written: Vec<WrittenRevision>,
    /// The hash of the entry before; zeros before the first.
    pub(super) previous: [u8; 32],
}

/// A revision that a save wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrittenRevision {
    pub(super) kind: u8,
    pub(super) id: RecordId,
    pub(super) revision: u32,
    /// The first half of the keyed hash of the record's envelope.
    pub(super) hash: [u8; 16],
}

impl Stored for JournalEntry {
    const KIND: u8 = 67;
}

/// Where the journal stands, and how many lines the caseload has, so that a line that is gone is missed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// The number of the last journal entry; 0 before the first.
    pub(super) seq: u64,
    /// Its hash.
    pub(super) hash: [u8; 32],
    /// Lines in the caseload.
    pub(super) lines: u64,
}

impl Stored for Head {
    const KIND: u8 = 68;
}

/// How many records a case has, so that a record that is gone is missed when the case is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tally {
    /// Records, removed ones included.
    pub(super) records: u32,
    /// Superseded revisions.
    pub(super) superseded: u32,
    /// The beginning of the hash of the case's last journal entry: another one for every save.
    pub(super) last: u64,
}

impl Stored for Tally {
    const KIND: u8 = 69;
}

impl Head {
    /// The beginning of the last entry's hash.
    pub(super) fn last(&self) -> u64 {
        let first = self.hash.first_chunk().copied();
        first.map_or(0, u64::from_le_bytes)
    }
}

impl JournalEntry {
    /// The entry for a change; `written` as the change's records were written.
    pub(super) fn for_change(
        change: &Change,
        written: Vec<WrittenRevision>,
        previous: [u8; 32],
    ) -> Option<Self> {
        let meta = &change.records.first()?.meta;
        Some(JournalEntry {
            author: meta.author.clone(),
            at: meta.recorded_at,
            label: change.label.clone(),
            case: change.case,
            written,
            previous,
        })
    }

    /// The entry's envelope and the hash that the next one carries.
    pub(super) fn bytes_and_hash(&self, seal: &Seal) -> Result<(Vec<u8>, [u8; 32]), StoreError> {
        let bytes = codec::encode(self)?;
        let hash = seal.journal_hash(&[b"entry", &bytes]);
        Ok((bytes, hash))
    }
}

impl WrittenRevision {
    /// What the journal keeps of a record in this envelope.
    pub(super) fn from_record(record: &Record<Body>, bytes: &[u8], seal: &Seal) -> WrittenRevision {
        WrittenRevision {
            kind: record.body.kind().number(),
            id: record.meta.id,
            revision: record.meta.revision,
            hash: record_hash(bytes, seal),
        }
    }
}

/// The first half of the keyed hash of a record's envelope.
pub(super) fn record_hash(bytes: &[u8], seal: &Seal) -> [u8; 16] {
    let hash = seal.journal_hash(&[b"record", bytes]);
    let mut half = [0; 16];
    half.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    half
}
