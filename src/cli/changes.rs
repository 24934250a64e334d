//! `throughline changes CASE`: what changed since a day or since the last supervision, as plain lines or as JSON.

use super::args::Changes as Args;
use super::fault::Fault;
use super::find::find;
use super::options::{Options, read_day};
use super::output::{say, say_json};
use crate::insight::changes::changes;
use crate::insight::supervision::last_supervision;
use crate::insight::words::day_in_words;
use crate::page::Section;
use crate::page::plain::render_plain;
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;
use color_eyre::Result;
use serde::Serialize;
use std::process::ExitCode;

/// Tells what changed in a case.
///
/// # Errors
/// Faults of the store; a name that fits no case or several; a day that cannot be read; no supervision to count from.
pub fn run(options: &Options, args: &Args) -> Result<ExitCode> {
    let day = match args.since.as_str() {
        SUPERVISION => None,
        since => Some(read_day(since)?),
    };
    let until = args.until.as_deref().map(read_day).transpose()?;
    // Without an end everything counts that was written, also where another day than the clock's is "today".
    let until = until.unwrap_or(options.today().max(options.clock));
    let store = options.open_store()?;
    let case = find(&store.caseload()?, &args.case)?;
    let file = store.case_file(case)?;
    let from = match day {
        Some(day) => From::Day(day),
        None => From::supervision(&file, until).ok_or(Fault::NoSupervision)?,
    };
    if until < from.day() {
        return Err(Fault::EndsBeforeItBegins.into());
    }
    let mut changes = changes(&store.revisions(case)?, from.day(), until).section();
    if args.json {
        return say_json(&ChangesReport {
            case: file.id(),
            family: file.name(),
            supervision: match from {
                From::Day(_) => None,
                From::Supervision(id, _) => Some(id),
            },
            changes,
        });
    }
    changes.title = format!("{}, since {}", file.name(), from.words());
    say(&render_plain(&changes.page()))
}

/// What stands for the day of the last supervision on the command line.
const SUPERVISION: &str = "supervision";

/// From where it is told.
enum From {
    Day(NaiveDate),
    /// The last supervision, with its day.
    Supervision(RecordId, NaiveDate),
}

impl From {
    fn supervision(file: &CaseFile, until: NaiveDate) -> Option<From> {
        let last = last_supervision(file, until)?;
        Some(From::Supervision(last.id(), last.body.on.anchor()?))
    }

    fn day(&self) -> NaiveDate {
        match self {
            From::Day(day) | From::Supervision(_, day) => *day,
        }
    }

    fn words(&self) -> String {
        let day = day_in_words(self.day());
        match self {
            From::Day(_) => day,
            From::Supervision(..) => format!("the supervision of {day}"),
        }
    }
}

/// The case and the period, before the changes.
#[derive(Serialize)]
struct ChangesReport<'a> {
    case: Option<RecordId>,
    family: &'a str,
    /// The supervision from which it is told; none when a day was asked for.
    supervision: Option<RecordId>,
    #[serde(flatten)]
    changes: Section,
}
