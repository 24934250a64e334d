//! What a check found: counts, and what is wrong in sentences.

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// What is wrong, in sentences, the first thing first. Empty when everything is as it was written.
    pub faults: Vec<String>,
    /// Saves in the log.
    pub saves: u64,
    /// Cases in the caseload.
    pub cases: u64,
    /// Records, removed ones included.
    pub records: u64,
    /// Superseded revisions.
    pub superseded: u64,
    /// Books of private notes.
    pub private_books: u64,
    /// Revisions of private notes in them. Without a book's passphrase they are known to be what was written, not what
    /// they say.
    pub private_revisions: u64,
}

impl CheckReport {
    /// Whether everything is as it was written.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}
