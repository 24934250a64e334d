//! `throughline restore`.

use super::args::Backup;
use super::options::Options;
use color_eyre::{Result, eyre::bail};
use std::process::ExitCode;

/// Filled in with the store.
pub fn run(_options: &Options, _args: &Backup) -> Result<ExitCode> {
    bail!("This build has no store yet; nothing was done.")
}
