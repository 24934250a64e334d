//! Drafts: what was typed and not yet saved as a record. Sealed and durable like everything else.

use super::codec::Stored;
use crate::record::{CaseId, RecordId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A form as it stood when it was last typed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The draft's own id; writing under the same id replaces it.
    pub id: RecordId,
    /// The case, when the form belongs to one.
    pub case: Option<CaseId>,
    /// Which form.
    pub kind: String,
    /// Names of fields and what stands in them.
    pub fields: Vec<(String, String)>,
    /// When it was last typed in.
    pub written_at: DateTime<Utc>,
}

impl Stored for Draft {
    const KIND: u8 = 65;
}

/// A small value under a name: a mapping of columns, idle minutes, the author's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Setting {
    pub(super) name: String,
    pub(super) value: String,
}

impl Stored for Setting {
    const KIND: u8 = 66;
}
