//! A team's own timescales: `timescales.toml` beside the user's keymap and themes, laid over those of the nation.

use super::own_file::{self, FileFault};
use crate::practice::timescales::Timescales;
use std::path::Path;

/// The file's name in the user's configuration folder.
const FILE: &str = "timescales.toml";

/// Puts the team's own timescales in use, where there is a file of them. Once, before anything is counted.
///
/// # Errors
/// When the file cannot be read or is at fault; nothing is put in use then.
pub fn put_in_use() -> Result<(), FileFault> {
    let own = own_file::folder().map(|folder| folder.join(FILE));
    if let Some(path) = own.filter(|path| path.exists()) {
        read(&path)?.put_in_use();
    }
    Ok(())
}

/// England's timescales with a team's file laid over them.
///
/// # Errors
/// When the file cannot be read, or is at fault.
pub fn read(path: &Path) -> Result<Timescales, FileFault> {
    let text = own_file::read(path)?;
    Timescales::england()
        .with_own(&text)
        .map_err(|fault| FileFault {
            file: path.display().to_string(),
            line: Some(fault.line),
            what: fault.what,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_the_file_and_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        std::fs::write(
            &path,
            "\n[[timescale]]\nid = \"CP_VIST\"\nlimit = \"5 days\"\n",
        )
        .unwrap();
        let said = read(&path).unwrap_err().to_string();
        assert!(
            said.contains("timescales.toml, line 3: there is no timescale \"CP_VIST\""),
            "{said}"
        );
        assert!(said.contains("did you mean \"CP_VISIT\"?"), "{said}");
        std::fs::write(
            &path,
            "[[timescale]]\nid = \"CP_VISIT\"\nlimit = \"5 days\"\n",
        )
        .unwrap();
        let laid = read(&path).unwrap();
        assert_eq!(laid.row("CP_VISIT").unwrap().limit_in_words(), "5 days");
        assert!(read(&folder.path().join("none.toml")).is_err());
    }
}
