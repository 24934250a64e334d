//! `throughline demo --keep DIR`: a sealed store of made-up cases, for trying things out and for measuring.
//!
//! Without `--keep` the demo opens on the screen and nothing is kept; that is the program's own doing.

use super::args::Demo;
use super::options::{Options, progress_bar};
use super::output::say;
use crate::exchange::demo;
use crate::record::Change;
use crate::store::{Cost, Passphrase, Place, Store};
use color_eyre::Result;
use std::path::Path;
use std::process::ExitCode;

/// The passphrase of a kept demo when none is given.
const PASSPHRASE: &str = "demo";

/// How many cases are saved with one wait for the disk.
const TOGETHER: usize = 32;

/// Makes the store.
///
/// # Errors
/// Faults of the store, such as a folder that is not empty.
pub fn run(options: &Options, args: &Demo, folder: &Path) -> Result<ExitCode> {
    let passphrase = match &options.passphrase_file {
        Some(file) => Passphrase::from_file(file)?,
        None => Passphrase::new(PASSPHRASE.to_owned()),
    };
    let holder = options.writer(demo::WORKER);
    let store = Store::create(&Place::at(folder), &passphrase, &holder, Cost::Full)?;
    let written = match (args.cases, args.entries) {
        (None, _) => {
            let written = fill(&store, demo::caseload()?.into_iter(), 0)?;
            store.save_together(&demo::thought_again()?)?;
            written
        }
        (Some(cases), entries) => {
            let entries = entries.unwrap_or_else(|| cases.saturating_mul(100));
            let first = demo::large_caseload(cases, entries, args.seed)?;
            let written = fill(&store, first, cases)?;
            store.save_together(&demo::thought_again_in(cases, args.seed)?)?;
            written
        }
    };
    drop(store);
    say(&said(&written, folder, options.passphrase_file.is_none()))
}

struct Written {
    cases: usize,
    entries: u64,
}

fn fill(store: &Store, changes: impl Iterator<Item = Change>, cases: u32) -> Result<Written> {
    let bar = progress_bar();
    bar.set_message("Making up cases");
    bar.set_length(u64::from(cases));
    let mut written = Written {
        cases: 0,
        entries: 0,
    };
    let mut changes = changes.peekable();
    while changes.peek().is_some() {
        let together: Vec<Change> = changes.by_ref().take(TOGETHER).collect();
        store.save_together(&together)?;
        for change in &together {
            written.cases += 1;
            let line = change.line.as_ref();
            written.entries += line.map_or(0, |line| u64::from(line.entries));
        }
        bar.inc(together.len() as u64);
    }
    bar.set_message("Packing words for searching");
    store.prepare_search()?;
    bar.finish_and_clear();
    Ok(written)
}

fn said(written: &Written, folder: &Path, known_passphrase: bool) -> String {
    let Written { cases, entries } = written;
    let folder = folder.display();
    let passphrase = if known_passphrase {
        format!(" Its passphrase is {PASSPHRASE}.")
    } else {
        String::new()
    };
    format!(
        "{cases} made-up cases with {entries} entries are in {folder}; nobody in them is real.{passphrase}\n\
         Open it with: throughline --store {folder} --today {}\n",
        demo::last_day()
    )
}
