//! A form: fields to fill, autosaved as a draft, saved by one key.

use crate::record::RecordId;
use crate::store::Draft;
use chrono::{DateTime, Utc};

/// A form being filled.
#[derive(Debug)]
pub struct Form {
    /// What it is, for its title line.
    pub title: String,
    /// The draft that keeps what is typed.
    pub draft: RecordId,
}

impl Form {
    /// What is typed so far, to be kept; `None` while nothing is.
    pub fn as_draft(&self, _written_at: DateTime<Utc>) -> Option<Draft> {
        None
    }
}
