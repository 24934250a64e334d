//! `throughline completions SHELL`: what a shell needs to finish our words.

use super::args::{Args, Completions};
use super::output::say;
use clap::CommandFactory;
use color_eyre::Result;
use std::process::ExitCode;

/// Prints the completions.
pub fn run(args: &Completions) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "throughline", &mut script);
    say(&String::from_utf8_lossy(&script))
}
