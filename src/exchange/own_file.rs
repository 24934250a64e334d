//! Files that users write (keymaps, themes, timescales): where they are found, where a fault stands, and the right name that is
//! nearest to a wrong one.

use crate::practice::nearest::nearest_name;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::DeTable;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FileFault {
    /// The file as the user knows it.
    pub file: String,
    /// The line, from 1; `None` when the file as a whole is at fault.
    pub line: Option<usize>,
    /// What is wrong, with the nearest right name.
    pub what: String,
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// A file's name and text, to be read with faults that say where they stand.
#[derive(Clone, Copy, Debug)]
pub struct UserFile<'a> {
    /// The file as the user knows it.
    pub name: &'a str,
    /// What it holds.
    pub text: &'a str,
}

impl<'a> UserFile<'a> {
    /// The file's sections and lines.
    ///
    /// # Errors
    /// When it is not TOML.
    pub fn table(self) -> Result<DeTable<'a>, FileFault> {
        let table = DeTable::parse(self.text).map_err(|fault| {
            self.fault(fault.span().unwrap_or_default(), fault.message().to_owned())
        })?;
        Ok(Spanned::into_inner(table))
    }

    /// A fault at this place.
    pub fn fault(self, at: Range<usize>, what: String) -> FileFault {
        FileFault {
            file: self.name.to_owned(),
            line: Some(self.line_of(at.start)),
            what,
        }
    }

    /// The line of a place, from 1.
    pub fn line_of(self, at: usize) -> usize {
        let before = self.text.bytes().take(at);
        before.filter(|byte| *byte == b'\n').count() + 1
    }
}

/// Reads a file that a user named.
///
/// # Errors
/// When it cannot be read as text.
pub fn read(path: &Path) -> Result<String, FileFault> {
    std::fs::read_to_string(path).map_err(|fault| FileFault {
        file: path.display().to_string(),
        line: None,
        what: format!("it cannot be read ({fault})"),
    })
}

/// The folder of the user's own keymap, themes and timescales; `None` on a machine without homes.
pub fn folder() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("throughline"))
}

/// `; did you mean "…"?` with the name that is nearest, or nothing when none is near.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest_name(name, known)
        .map_or_else(String::new, |known| format!("; did you mean \"{known}\"?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_met_with_the_name_that_was_meant_and_nonsense_with_none() {
        let known = || ["entry-add", "entry-edit", "quit"].into_iter();
        assert_eq!(
            nearest("enrty-add", known()),
            "; did you mean \"entry-add\"?"
        );
        assert_eq!(nearest("exit", known()), "; did you mean \"quit\"?");
        assert_eq!(nearest("flibbertigibbet", known()), "");
    }
}
