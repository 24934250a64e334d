//! A form: fields to fill, autosaved as a draft, saved by one key.

use crate::record::RecordId;

/// A form being filled.
#[derive(Debug)]
pub struct Form {
    /// What it is, for its title line.
    pub title: String,
    /// The draft that keeps what is typed.
    pub draft: RecordId,
}
