//! `throughline check`.

use super::options::{self, Options};
use super::output;
use crate::store::{CheckReport, Store};
use color_eyre::Result;
use std::process::ExitCode;

/// How many faults are told one by one.
const TOLD: usize = 20;

/// Reads everything and says what is wrong, the first thing first. Exit code 1 when something is.
pub fn run(options: &Options) -> Result<ExitCode> {
    let passphrase = options.known_passphrase()?;
    let bar = options::progress_bar();
    let report = Store::check(&options.place, &passphrase, &mut |step| {
        options::show(&bar, step);
    })?;
    bar.finish_and_clear();
    output::say(&words(&report))?;
    Ok(match report.is_sound() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

fn words(report: &CheckReport) -> String {
    if report.is_sound() {
        return format!(
            "All is whole: {} saves, {} cases, {} records, {} earlier revisions. Log, index, records and journal agree.\n{}",
            report.saves,
            report.cases,
            report.records,
            report.superseded,
            private_words(report)
        );
    }
    let told = report.faults.iter().take(TOLD);
    let mut lines: Vec<String> = told.map(|fault| format!("- {fault}")).collect();
    let more = report.faults.len().saturating_sub(TOLD);
    if more > 0 {
        lines.push(format!("and {more} more of the kind."));
    }
    format!(
        "Not everything is as it was written. Nothing was mended yet: the next opening does that. Make a copy of the folder before you open the store again.\n{}\n",
        lines.join("\n")
    )
}

/// What can be said of books of private notes without their passphrases; nothing where there are none.
fn private_words(report: &CheckReport) -> String {
    match report.private_books {
        0 => String::new(),
        books => format!(
            "Books of private notes: {books}, with {} revisions, sealed as they were written; `throughline private list` reads one through with its own passphrase.\n",
            report.private_revisions
        ),
    }
}
