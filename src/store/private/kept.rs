//! What is stored of a book of private notes. Its cover and its count are sealed with the store's key alone; notes and drafts
//! with the book's key first.

use crate::record::{PrivateRevision, RecordId};
use crate::store::codec::Stored;
use crate::store::slots::Slots;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A book: whose it is, and who may open it. The number of the slots is the book's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct BookKept {
    pub(in crate::store) owner: String,
    pub(in crate::store) slots: Slots,
}

impl Stored for BookKept {
    const KIND: u8 = 70;
}

impl Stored for PrivateRevision {
    const KIND: u8 = 71;
}

/// How many revisions a book has, so that one that is gone is missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct BookTally {
    pub(in crate::store) revisions: u32,
}

impl Stored for BookTally {
    const KIND: u8 = 72;
}

/// A note as it stood in the form when it was last typed in. A book keeps one, the last.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateDraft {
    /// The note.
    pub id: RecordId,
    /// The revision that saving it would write.
    pub revision: u32,
    /// Names of fields and what stands in them.
    pub fields: Vec<(String, String)>,
    /// When it was last typed in.
    pub written_at: DateTime<Utc>,
}

impl Stored for PrivateDraft {
    const KIND: u8 = 73;
}

/// Says only that it is one.
impl fmt::Debug for PrivateDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateDraft")
    }
}
