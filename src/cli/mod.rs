//! The program without a screen: subcommands and plain-text views, one file each.
//!
//! Output goes to standard output as plain lines; faults go to the error stream in one sentence. Exit codes: 0 fine, 1 a
//! fault that was said, 2 the command line was not understood.

pub mod args;
mod backup;
mod certificate;
mod changes;
mod check;
mod completions;
mod demo;
mod due;
mod export;
pub mod fault;
mod find;
mod import;
mod import_report;
mod indicate;
mod init;
mod list;
pub mod log;
mod man;
pub mod options;
pub mod output;
mod private;
mod restore;
pub mod show;
mod words;

use args::Command;
use color_eyre::Result;
use options::Options;
use std::process::ExitCode;

/// Runs a command that needs no screen.
pub fn run(command: &Command, options: &Options) -> Result<ExitCode> {
    match command {
        Command::Demo(demo) => match &demo.keep {
            Some(folder) => demo::run(options, demo, folder),
            None => Err(fault::Fault::OnTheScreen.into()),
        },
        Command::Init => init::run(options),
        Command::Import(files) => import::run(options, files),
        Command::List(list) => list::run(options, list),
        Command::Due(asked) => due::run(options, asked),
        Command::Show(show) => show::run(options, show),
        Command::Changes(asked) => changes::run(options, asked),
        Command::Export(asked) => export::run(options, asked),
        Command::Certificate(asked) => certificate::run(options, asked),
        Command::Private(private) => private::run(options, private),
        Command::Indicate(indicate) => indicate::run(options, indicate),
        Command::Words(words) => words::run(words),
        Command::Check => check::run(options),
        Command::Backup(backup) => backup::run(options, backup),
        Command::Restore(backup) => restore::run(options, backup),
        Command::Completions(completions) => completions::run(completions),
        Command::Man => man::run(),
    }
}
