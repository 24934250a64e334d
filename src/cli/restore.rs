//! `throughline restore`.

use super::args::Backup;
use super::options::{self, Options};
use super::output;
use crate::store::{Store, StoreError};
use color_eyre::Result;
use std::process::ExitCode;

/// Fills a new or empty place from a backup.
pub fn run(options: &Options, args: &Backup) -> Result<ExitCode> {
    let place = &options.place;
    if place.holds_store() {
        return Err(StoreError::StoreExists(place.folder().to_owned()).into());
    }
    let passphrase = options.passphrase("Passphrase of the day of the backup: ")?;
    let bar = options::progress_bar();
    let store = Store::restore(&args.file, place, &passphrase, &mut |step| {
        options::show(&bar, step);
    })?;
    bar.finish_and_clear();
    let cases = store.caseload()?.len();
    drop(store);
    output::say(&format!(
        "Everything of the backup is in {}: {cases} cases.\n",
        place.folder().display()
    ))
}
