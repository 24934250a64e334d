//! What the command line means on this machine: folders, environment and today put in where nothing was typed.

use super::args::Globals;
use super::fault::Fault;
use chrono::NaiveDate;
use etcetera::BaseStrategy;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The options of every command, resolved.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the store.
    pub store: PathBuf,
    /// The file that holds the passphrase, when one was named.
    pub passphrase_file: Option<PathBuf>,
    /// The day from which ages, gaps and clocks are counted.
    pub today: NaiveDate,
    /// Whether `today` was given rather than read from the clock.
    pub today_was_given: bool,
    /// The name under which records are written.
    pub author: String,
    /// The theme's name or file.
    pub theme: Option<String>,
    /// The keymap's name or file.
    pub keymap: Option<String>,
    /// Whether to draw with plain letters only.
    pub ascii: bool,
    /// Whether colour may be used.
    pub color: bool,
}

impl Options {
    /// Resolves what was typed. `variable` answers for the environment, so that tests need not change it.
    pub fn resolve(
        typed: Globals,
        variable: impl Fn(&str) -> Option<String>,
        clock: NaiveDate,
    ) -> Result<Options, Fault> {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let store = match typed.store {
            Some(store) => store,
            None => data_folder()?,
        };
        let today = typed.today.as_deref().map(read_day).transpose()?;
        let author = typed
            .author
            .or_else(|| set("USER"))
            .or_else(|| set("LOGNAME"));
        Ok(Options {
            store,
            passphrase_file: typed.passphrase_file,
            today: today.unwrap_or(clock),
            today_was_given: today.is_some(),
            author: author.unwrap_or_default(),
            theme: typed.theme,
            keymap: typed.keymap,
            ascii: typed.ascii,
            color: !typed.no_color && set("NO_COLOR").is_none(),
        })
    }

    /// The passphrase from the file that was named; `None` when no file was named.
    pub fn passphrase_from_file(&self) -> Result<Option<Zeroizing<String>>, Fault> {
        self.passphrase_file.as_deref().map(first_line).transpose()
    }

    /// The passphrase: from the file that was named, else asked for at the terminal without showing it.
    pub fn passphrase(&self, question: &str) -> Result<Zeroizing<String>, Fault> {
        match self.passphrase_from_file()? {
            Some(passphrase) => Ok(passphrase),
            None => rpassword::prompt_password(question)
                .map(Zeroizing::new)
                .map_err(Fault::NoTerminal),
        }
    }
}

/// The first line of a passphrase file, without its line end.
fn first_line(file: &Path) -> Result<Zeroizing<String>, Fault> {
    let fault = |source| Fault::PassphraseFile {
        file: file.to_owned(),
        source,
    };
    let text = Zeroizing::new(std::fs::read_to_string(file).map_err(fault)?);
    Ok(Zeroizing::new(
        text.lines().next().unwrap_or_default().to_owned(),
    ))
}

/// A day given on the command line: ISO, or as the country writes it.
pub fn read_day(text: &str) -> Result<NaiveDate, Fault> {
    let day = ["%Y-%m-%d", "%d/%m/%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    day.ok_or_else(|| Fault::NotADay(text.to_owned()))
}

fn data_folder() -> Result<PathBuf, Fault> {
    let folders = etcetera::choose_base_strategy().map_err(|_| Fault::NoDataFolder)?;
    Ok(folders.data_dir().join("throughline"))
}
