//! Arguments and exit code; everything else is in the library.

use clap::Parser;
use color_eyre::Result;
use std::process::ExitCode;
use throughline::cli::args::{Args, Command};
use throughline::cli::options::Options;
use throughline::cli::{self, fault, log, output};
use throughline::exchange::{demo, own_timescales};
use throughline::store::{Passphrase, Place};
use throughline::tui::theme::Surroundings;
use throughline::tui::{self, Opening, Settings};

fn main() -> ExitCode {
    let args = Args::parse();
    log::start();
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
    if !args.command.as_ref().is_some_and(Command::counts_no_days) {
        own_timescales::put_in_use().map_err(fault::Fault::from)?;
    }
    match args.command {
        None => screen(options, Opening::Locked),
        Some(Command::Demo(demo)) if demo.keep.is_none() => screen_of_demo(options),
        Some(command) => cli::run(&command, &options),
    }
}

/// Opens the screen; the store is come by as `opening` says.
fn screen(options: Options, opening: impl FnOnce(Place) -> Opening) -> Result<ExitCode> {
    let today = options.today();
    let passphrase = options
        .passphrase_file
        .as_deref()
        .map(Passphrase::from_file);
    let variable = |name: &str| std::env::var(name).ok();
    let around = Surroundings::of(variable, options.color, options.ascii);
    let ending = tui::run(Settings {
        passphrase: passphrase.transpose()?,
        author: options.author.unwrap_or_default(),
        today,
        today_is_fixed: options.named_day.is_some(),
        theme: options.theme,
        keymap: options.keymap,
        around,
        opening: opening(options.place),
    })?;
    if let Some(words) = ending.words {
        output::note(&words);
    }
    Ok(ExitCode::from(ending.status))
}

/// Opens the screen on the demo, on the day on which its stories stop.
fn screen_of_demo(mut options: Options) -> Result<ExitCode> {
    options.named_day.get_or_insert_with(demo::last_day);
    options.passphrase_file = None;
    options
        .author
        .get_or_insert_with(|| demo::WORKER.to_owned());
    let store = || demo::store().map_err(|fault| fault.to_string());
    screen(options, |_| Opening::Ready(Box::new(store)))
}
