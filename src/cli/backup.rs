//! `throughline backup`.

use super::args::Backup;
use super::options::{self, Options};
use super::output;
use color_eyre::Result;
use std::process::ExitCode;

/// Writes everything into one sealed file and reads it back.
pub fn run(options: &Options, args: &Backup) -> Result<ExitCode> {
    let store = options.open_store()?;
    let bar = options::progress_bar();
    let length = store.backup(&args.file, &mut |step| options::show(&bar, step))?;
    bar.finish_and_clear();
    output::say(&format!(
        "Everything is in {} ({} KiB), sealed with today's passphrase and read back to be sure.\n",
        args.file.display(),
        length.div_ceil(1024)
    ))
}
