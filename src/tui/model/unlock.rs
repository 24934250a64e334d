//! The screen that asks for the passphrase.

use zeroize::Zeroizing;

/// What was typed so far, and what the store said last.
#[derive(Default)]
pub struct Unlock {
    /// The passphrase as typed; never shown.
    pub typed: Zeroizing<String>,
    /// Whether the store is being opened with it.
    pub waiting: bool,
    /// Why it did not open last time.
    pub refused: Option<String>,
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
