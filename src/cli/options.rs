//! What the command line means on this machine: folders, environment and today put in where nothing was typed.

use super::args::Globals;
use super::fault::Fault;
use crate::store::{Passphrase, Place, Progress, Store, StoreError};
use chrono::{Datelike, NaiveDate};
use color_eyre::Result;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};

/// The options of every command, resolved.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the store is.
    pub place: Place,
    /// The file that holds the passphrase, when one was named.
    pub passphrase_file: Option<PathBuf>,
    /// The day from which ages, gaps and clocks are counted, when one was named.
    pub named_day: Option<NaiveDate>,
    /// The day of the clock.
    pub clock: NaiveDate,
    /// The name under which records are written, when one was named.
    pub author: Option<String>,
    /// The name of the user of this machine; empty when it has none.
    pub user: String,
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
    ///
    /// # Errors
    /// [`Fault::NotADay`]; a fault of the store when no folder for it can be found.
    pub fn resolve(
        typed: Globals,
        variable: impl Fn(&str) -> Option<String>,
        clock: NaiveDate,
    ) -> Result<Options> {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        Ok(Options {
            place: Place::resolve(typed.store.as_deref())?,
            passphrase_file: typed.passphrase_file,
            named_day: typed.today.as_deref().map(read_day).transpose()?,
            clock,
            author: typed.author,
            user: set("USER").or_else(|| set("LOGNAME")).unwrap_or_default(),
            theme: typed.theme,
            keymap: typed.keymap,
            ascii: typed.ascii,
            color: !typed.no_color && set("NO_COLOR").is_none(),
        })
    }

    /// The day from which everything is counted.
    pub fn today(&self) -> NaiveDate {
        self.named_day.unwrap_or(self.clock)
    }

    /// The name under which records are written: the one given, else the one whose passphrase opened the store, else
    /// the user of this machine.
    pub fn writer(&self, holder: &str) -> String {
        match &self.author {
            Some(author) => author.clone(),
            None if holder.is_empty() => self.user.clone(),
            None => holder.to_owned(),
        }
    }

    /// The passphrase: from the file that was named, else asked for at the terminal without showing it.
    ///
    /// # Errors
    /// When the file cannot be used, or there is no terminal to ask at.
    pub fn passphrase(&self, question: &str) -> Result<Passphrase> {
        passphrase_from(self.passphrase_file.as_deref(), question)
    }

    /// The passphrase of the store that is there.
    ///
    /// # Errors
    /// As [`Options::passphrase`]; [`StoreError::NoStore`] before anything is asked.
    pub fn known_passphrase(&self) -> Result<Passphrase> {
        if !self.place.holds_store() {
            return Err(StoreError::NoStore(self.place.folder().to_owned()).into());
        }
        self.passphrase("Passphrase: ")
    }

    /// Opens the store, with a progress bar when mending takes long. What happened on opening is said on the error
    /// stream, so that output for scripts stays clean.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_store(&self) -> Result<Store> {
        let passphrase = self.known_passphrase()?;
        let bar = progress_bar();
        let store = Store::open(&self.place, &passphrase, &mut |step| show(&bar, step))?;
        bar.finish_and_clear();
        for notice in store.notices() {
            super::output::note(notice);
        }
        Ok(store)
    }
}

/// A passphrase: from a file, else asked for at the terminal without showing it.
///
/// # Errors
/// When the file cannot be used, or there is no terminal to ask at.
pub fn passphrase_from(file: Option<&Path>, question: &str) -> Result<Passphrase> {
    match file {
        Some(file) => Ok(Passphrase::from_file(file)?),
        None => {
            let typed = rpassword::prompt_password(question).map_err(Fault::NoTerminal)?;
            Ok(Passphrase::new(typed))
        }
    }
}

/// A passphrase that is new: from a file, else typed twice.
///
/// # Errors
/// As [`passphrase_from`]; [`Fault::NoPassphrase`], [`Fault::TypedDifferently`].
pub fn new_passphrase(file: Option<&Path>, question: &str) -> Result<Passphrase> {
    let passphrase = passphrase_from(file, question)?;
    if passphrase.is_empty() {
        return Err(Fault::NoPassphrase.into());
    }
    if file.is_none() && passphrase_from(None, "The same again: ")? != passphrase {
        return Err(Fault::TypedDifferently.into());
    }
    Ok(passphrase)
}

/// A bar on the error stream; it stays hidden where that is no terminal.
pub fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {human_pos} of {human_len}") {
        bar.set_style(style);
    }
    bar
}

/// Shows a step of a long piece of work.
pub fn show(bar: &ProgressBar, step: Progress) {
    bar.set_message(step.what);
    bar.set_length(step.total);
    bar.set_position(step.done);
}

/// A year of two digits ("31/12/25") would be one of the first century.
const FIRST_YEAR: i32 = 1900;

/// A day given on the command line: ISO, or as Britain writes it.
///
/// # Errors
/// [`Fault::NotADay`].
pub fn read_day(text: &str) -> Result<NaiveDate, Fault> {
    let day = ["%Y-%m-%d", "%d/%m/%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|day| day.year() >= FIRST_YEAR);
    day.ok_or_else(|| Fault::NotADay(text.to_owned()))
}
