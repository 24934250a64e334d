//! `throughline init`.

use super::options::{Options, new_passphrase};
use super::output;
use crate::store::{Cost, Store, StoreError};
use color_eyre::Result;
use std::process::ExitCode;

/// Makes a new, empty, sealed store.
pub fn run(options: &Options) -> Result<ExitCode> {
    let place = &options.place;
    if place.holds_store() {
        return Err(StoreError::StoreExists(place.folder().to_owned()).into());
    }
    let file = options.passphrase_file.as_deref();
    let passphrase = new_passphrase(file, "A passphrase for the new store: ")?;
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
