//! Writing to standard output, and to files that people take away. A reader that stops early (`| head`) is not a fault.

use super::fault::Fault;
use color_eyre::Result;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::ExitCode;

/// Writes the text and ends well.
pub fn say(text: &str) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != ErrorKind::BrokenPipe => Err(fault.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// Writes a value as JSON, indented, with a line end.
pub fn say_json(value: &impl serde::Serialize) -> Result<ExitCode> {
    say(&(serde_json::to_string_pretty(value)? + "\n"))
}

/// Says something on the error stream that is not part of the output.
pub fn note(sentence: &str) {
    // When even the error stream is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "throughline: {sentence}");
}

/// Writes a file that was not there, for its owner alone, and says that it is not sealed.
pub fn write_new(path: &Path, document: &str) -> Result<ExitCode> {
    let fault = |source: std::io::Error| match source.kind() {
        ErrorKind::AlreadyExists => Fault::DocumentExists(path.to_owned()),
        _ => Fault::DocumentNotWritten {
            file: path.to_owned(),
            source,
        },
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options.open(path).map_err(fault)?;
    file.write_all(document.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(fault)?;
    say(&format!(
        "An unsealed file was written: {}. Whoever can read it can read what is in it, so give it away or remove it.\n",
        path.display()
    ))
}
