//! The screen that asks for the passphrase.

use super::case::Tab;
use crate::record::CaseId;
use crate::store::TypedPassphrase;

/// What was typed so far, and what the store said last.
#[derive(Default)]
pub struct Unlock {
    /// The passphrase as typed; never shown.
    pub typed: TypedPassphrase,
    /// Whether the store is being opened with it.
    pub waiting: bool,
    /// Why it did not open last time.
    pub refused: Option<String>,
    /// How far long work on opening is: what, done, of how many.
    pub progress: Option<(String, u64, u64)>,
    /// Where to go back to, when the screen was locked in a case.
    pub comes_back_to: Option<(CaseId, Tab)>,
    /// Whether the screen locked itself or was locked, after having been open.
    pub was_open: bool,
    /// Whether something was being typed when it was locked, which is now a draft.
    pub keeps_draft: bool,
}

/// Shows how much was typed, never what.
impl std::fmt::Debug for Unlock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unlock")
            .field("typed", &self.typed.chars().count())
            .field("waiting", &self.waiting)
            .finish()
    }
}
