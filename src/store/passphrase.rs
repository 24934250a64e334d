//! The passphrase that opens a store: typed or read, held for a moment, wiped.
//!
//! A text that grows is moved, and what it leaves behind is not wiped. So a secret has all the room that it may take from the
//! start.

use super::StoreError;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::ops::Deref;
use std::path::Path;
use zeroize::{Zeroize, Zeroizing};

/// The longest passphrase, in bytes.
const LONGEST: usize = 4096;
/// What Windows' editors write before a text.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A passphrase. It is wiped from memory when it is dropped and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed.
    pub fn new(typed: String) -> Passphrase {
        Passphrase(Zeroizing::new(typed))
    }

    /// Reads the first line of a file, without its line end and without a byte order mark. Spaces count.
    ///
    /// # Errors
    /// [`StoreError::PassphraseFile`] when it cannot be read, is empty, longer than 4096 bytes or not UTF-8.
    pub fn from_file(path: &Path) -> Result<Passphrase, StoreError> {
        let wrong = |why: String| StoreError::PassphraseFile {
            path: path.to_owned(),
            why,
        };
        // One byte more than the longest line with what may stand around it, so that a longer one is noticed.
        let most = BYTE_ORDER_MARK.len() + LONGEST + 2;
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 * most));
        File::open(path)
            .and_then(|file| file.take(most as u64).read_to_end(&mut bytes))
            .map_err(|error| wrong(format!("cannot be read: {error}")))?;
        if bytes.is_empty() {
            return Err(wrong("is empty".into()));
        }
        let line = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
        let line = line.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.len() > LONGEST {
            return Err(wrong(format!(
                "has a first line longer than {LONGEST} bytes"
            )));
        }
        let line = std::str::from_utf8(line).map_err(|_| wrong("is not UTF-8 text".into()))?;
        match line.is_empty() {
            true => Err(wrong("is of no use: its first line is empty".into())),
            false => Ok(Passphrase::new(line.to_owned())),
        }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A passphrase while it is typed. It is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct TypedPassphrase(Zeroizing<String>);

impl Default for TypedPassphrase {
    fn default() -> Self {
        TypedPassphrase(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl TypedPassphrase {
    /// Adds a letter, as long as there is room.
    pub fn push(&mut self, letter: char) {
        self.push_str(letter.encode_utf8(&mut [0; 4]));
    }

    /// Adds what was pasted, as long as there is room for all of it.
    pub fn push_str(&mut self, pasted: &str) {
        if self.0.len() + pasted.len() <= LONGEST {
            self.0.push_str(pasted);
        }
    }

    /// Takes the last letter away.
    pub fn pop(&mut self) {
        self.0.pop();
    }
}

impl Deref for TypedPassphrase {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Zeroize for TypedPassphrase {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}

impl From<TypedPassphrase> for Passphrase {
    fn from(typed: TypedPassphrase) -> Passphrase {
        Passphrase(typed.0)
    }
}

/// Says only that it is one.
impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_the_file_is_the_passphrase_and_no_other_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("passphrase");
        let read = |bytes: &[u8]| {
            std::fs::write(&file, bytes).unwrap();
            Passphrase::from_file(&file)
        };
        let right = Passphrase::new("rain on the Teifi ".into());
        for bytes in [
            "rain on the Teifi ",
            "rain on the Teifi \n",
            "rain on the Teifi \r\n",
            "rain on the Teifi \nmade on Friday\n",
            "rain on the Teifi \r\n\r\n",
            "\u{feff}rain on the Teifi \r\n",
        ] {
            assert!(read(bytes.as_bytes()).unwrap() == right, "{bytes:?}");
        }
        // What follows the first line need not even be text.
        assert!(read(b"rain on the Teifi \n\xff\xfe").unwrap() == right);
        let long = "x".repeat(5000);
        for (bytes, why) in [
            (b"".as_slice(), "is empty"),
            (b"\nrain on the Teifi", "first line is empty"),
            ("\u{feff}\n".as_bytes(), "first line is empty"),
            (b"r\xe4in", "UTF-8"),
            // Windows' "Unicode": every other byte is zero.
            (b"\xff\xfer\0a\0i\0n\0", "UTF-8"),
            (long.as_bytes(), "longer"),
        ] {
            let refused = read(bytes).unwrap_err().to_string();
            assert!(refused.contains(why), "{refused}");
        }
    }
}
