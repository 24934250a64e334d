//! `throughline init`.

use super::fault::Fault;
use super::options::Options;
use super::output;
use crate::store::{Cost, Passphrase, Store, StoreError};
use color_eyre::Result;
use std::process::ExitCode;

/// Makes a new, empty, sealed store.
pub fn run(options: &Options) -> Result<ExitCode> {
    let place = &options.place;
    if place.holds_store() {
        return Err(StoreError::StoreExists(place.folder().to_owned()).into());
    }
    let passphrase = new_passphrase(options)?;
    let holder = options.writer("");
    let store = Store::create(place, &passphrase, &holder, Cost::Full)?;
    drop(store);
    output::say(&format!(
        "A sealed store was made in {}.\n\
         Keep the passphrase where only you find it: without it nobody can open the store.\n\
         Next: `throughline import chronology FILE… --family NAME`, then `throughline`.\n",
        place.folder().display()
    ))
}

/// A passphrase from the file that was named, else typed twice.
fn new_passphrase(options: &Options) -> Result<Passphrase> {
    let passphrase = options.passphrase("A passphrase for the new store: ")?;
    if passphrase.is_empty() {
        return Err(Fault::NoPassphrase.into());
    }
    let from_file = options.passphrase_file.is_some();
    if !from_file && options.passphrase("The same again: ")? != passphrase {
        return Err(Fault::TypedDifferently.into());
    }
    Ok(passphrase)
}
