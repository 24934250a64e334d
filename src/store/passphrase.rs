//! The passphrase that opens a store: read, held for a moment, wiped.

use super::StoreError;
use std::fmt;
use std::path::Path;
use zeroize::Zeroizing;

/// A passphrase. It is wiped from memory when it is dropped and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed.
    pub fn new(typed: String) -> Passphrase {
        Passphrase(Zeroizing::new(typed))
    }

    /// Reads a file that holds nothing but the passphrase; one line end at its end does not count.
    ///
    /// # Errors
    /// [`StoreError::PassphraseFile`] when it cannot be read, is not UTF-8 or is empty.
    pub fn from_file(path: &Path) -> Result<Passphrase, StoreError> {
        let wrong = |why: String| StoreError::PassphraseFile {
            path: path.to_owned(),
            why,
        };
        let bytes = Zeroizing::new(
            std::fs::read(path).map_err(|error| wrong(format!("cannot be read: {error}")))?,
        );
        let text = std::str::from_utf8(&bytes).map_err(|_| wrong("is not UTF-8 text".into()))?;
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.is_empty() {
            return Err(wrong("is empty".into()));
        }
        Ok(Passphrase::new(text.to_owned()))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Says only that it is one.
impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}
