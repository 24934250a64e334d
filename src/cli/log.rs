//! The log: why something failed, for those who look after the program. Never a word of a case.
//!
//! The file is made when the first line is written, so that a day without faults leaves no trace.

use etcetera::BaseStrategy;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use tracing::Level;

/// Sends what is logged to `throughline.log` in the state folder; nowhere on a machine without homes.
pub fn start() {
    let Some(file) = file() else { return };
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(Level::WARN)
        .with_ansi(false)
        .with_writer(move || open(&file));
    // A second start in one process keeps the first log.
    let _ = tracing::subscriber::set_global_default(subscriber.finish());
}

fn file() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("throughline").join("throughline.log"))
}

/// A log that cannot be written must not stop the work.
fn open(file: &Path) -> Box<dyn Write> {
    let folder = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    let opened = folder.and_then(|()| {
        OpenOptions::new()
            .append(true)
            .create(true)
            .mode(0o600)
            .open(file)
    });
    match opened {
        Ok(file) => Box::new(file),
        Err(_) => Box::new(io::sink()),
    }
}
