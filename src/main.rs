//! Arguments and exit code; everything else is in the library.

use clap::Parser;
use color_eyre::Result;
use std::process::ExitCode;
use throughline::cli::args::{Args, Command};
use throughline::cli::options::Options;
use throughline::cli::{self, fault};

fn main() -> ExitCode {
    let args = Args::parse();
    match fault::install().and_then(|()| start(args)) {
        Ok(code) => code,
        Err(fault) => {
            fault::say(&fault);
            ExitCode::FAILURE
        }
    }
}

fn start(args: Args) -> Result<ExitCode> {
    let today = chrono::Local::now().date_naive();
    let options = Options::resolve(args.globals, |name| std::env::var(name).ok(), today)?;
    match args.command {
        None => screen(&options),
        Some(Command::Demo(demo)) if demo.keep.is_none() => screen(&options),
        Some(command) => cli::run(&command, &options),
    }
}

/// Opens the screen.
fn screen(_options: &Options) -> Result<ExitCode> {
    color_eyre::eyre::bail!("This build has no screen yet; nothing was done.")
}
