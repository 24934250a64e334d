//! Writing to standard output. A reader that stops early (`| head`) is not a fault.

use color_eyre::Result;
use std::io::{ErrorKind, Write};
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
