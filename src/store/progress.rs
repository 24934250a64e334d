//! How far a long piece of work has come.

/// A step of opening, rebuilding, checking, backing up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done, in words for the screen.
    pub what: &'static str,
    /// Done so far.
    pub done: u64,
    /// Of how much; 0 when that is not known.
    pub total: u64,
}
