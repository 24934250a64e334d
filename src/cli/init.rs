//! `throughline init`.

use super::options::Options;
use color_eyre::{Result, eyre::bail};
use std::process::ExitCode;

/// Filled in with the store.
pub fn run(_options: &Options) -> Result<ExitCode> {
    bail!("This build has no store yet; nothing was done.")
}
