//! `throughline show CASE [VIEW]`: a case as plain lines of text, or as JSON.
//!
//! Each view is a page that can be written in both ways, so that lines and JSON never tell different things.

mod analysis;
mod chronology;
mod differences;
mod doubts;
mod ecomap;
mod entry;
mod factors;
mod family;
mod gaps;
mod genogram;
mod goals;
mod linked;
mod matrix;
mod matrix_for_family;
mod picture;
mod plan;
mod relationships;
mod stages;
mod story;
mod summary;
mod supervision;
mod walk;

use super::args::{Show, View};
use super::fault::Fault;
use super::find::find;
use super::lines::Lines;
use super::options::{Options, read_day};
use super::output::{say, say_json};
use crate::insight::as_at::as_at;
use crate::insight::family::Family;
use crate::record::{Body, CaseFile, Record, RecordId};
use chrono::NaiveDate;
use color_eyre::Result;
use serde::Serialize;
use std::process::ExitCode;

/// Shows a case.
///
/// # Errors
/// Faults of the store; a name that fits no case or several.
pub fn run(options: &Options, args: &Show) -> Result<ExitCode> {
    if args.score && args.view != View::Goals {
        return Err(Fault::ScoreOfGoals.into());
    }
    if args.of.is_some() && args.view != View::Ecomap {
        return Err(Fault::NoMiddle.into());
    }
    if args.svg && !picture::is_drawn(args.view) {
        return Err(Fault::NoPicture.into());
    }
    let as_at_day = args.as_at.as_deref().map(read_day).transpose()?;
    let since = args.since.as_deref().map(read_day).transpose()?;
    if since.is_some() && args.view != View::Plan {
        return Err(Fault::OnlyThePlan.into());
    }
    let store = options.open_store()?;
    let case = find(&store.caseload()?, &args.case)?;
    let looks_back =
        as_at_day.is_some() || matches!(args.view, View::Analysis | View::Plan | View::Walk);
    let revisions = match looks_back {
        true => store.revisions(case)?,
        false => Vec::new(),
    };
    let file = match as_at_day {
        Some(day) => as_at(&revisions, day),
        None => store.case_file(case)?,
    };
    let shown = Shown {
        revisions: &revisions,
        ..Shown::new(&file, as_at_day, options.today())
    };
    let whose = args.of.as_deref();
    if args.svg {
        return say(&picture::of(&shown, args.view, whose)?);
    }
    match args.view {
        View::Summary => put(&shown, &summary::page(&shown), args.json),
        View::Chronology => put(&shown, &chronology::page(&shown), args.json),
        View::Family => put(&shown, &family::page(&shown), args.json),
        View::Genogram => put(&shown, &genogram::page(&shown), args.json),
        View::Ecomap => put(&shown, &ecomap::page(&shown, whose)?, args.json),
        View::Relationships => put(&shown, &relationships::page(&shown), args.json),
        View::Story => put(&shown, &story::page(&shown), args.json),
        View::Gaps => put(&shown, &gaps::page(&shown), args.json),
        View::Contradictions => put(&shown, &differences::page(&shown), args.json),
        View::Doubts => put(&shown, &doubts::page(&shown), args.json),
        View::Factors => put(&shown, &factors::page(&shown), args.json),
        View::Matrix => put(&shown, &matrix::page(&shown), args.json),
        View::MatrixForFamily => put(&shown, &matrix_for_family::page(&shown), args.json),
        View::Stages => put(&shown, &stages::page(&shown), args.json),
        View::Goals => put(&shown, &goals::page(&shown, args.score), args.json),
        View::Analysis => put(&shown, &analysis::page(&shown), args.json),
        View::Plan => put(&shown, &plan::page(&shown, since), args.json),
        View::Supervision => put(&shown, &supervision::page(&shown), args.json),
        View::Walk => {
            let until = as_at_day.unwrap_or(options.today().max(options.clock));
            put(&shown, &walk::page(&shown, until), args.json)
        }
    }
}

/// A view that can be written as lines and as JSON.
trait Page: Serialize {
    fn write(&self, lines: &mut Lines);
}

/// What every JSON view opens with.
#[derive(Serialize)]
struct Envelope<'a, P> {
    case: Option<RecordId>,
    family: &'a str,
    as_at: Option<NaiveDate>,
    #[serde(flatten)]
    page: &'a P,
}

fn put<P: Page>(shown: &Shown, page: &P, json: bool) -> Result<ExitCode> {
    let family = shown.file.name();
    if json {
        return say_json(&Envelope {
            case: shown.file.id(),
            family,
            as_at: shown.as_at,
            page,
        });
    }
    let mut lines = Lines::default();
    match shown.as_at {
        None => lines.heading(family),
        Some(day) => lines.heading(format!(
            "{family}, as it was known on {}",
            day.format("%-d %B %Y")
        )),
    }
    page.write(&mut lines);
    say(&lines.text())
}

/// The case that is shown, with what every view needs of it.
struct Shown<'a> {
    file: &'a CaseFile,
    names: Family,
    as_at: Option<NaiveDate>,
    /// The day on which "now" is: the day of "as at", else today.
    now: NaiveDate,
    /// All revisions of the case, for views that tell how something was before; else none.
    revisions: &'a [Record<Body>],
}

impl<'a> Shown<'a> {
    fn new(file: &'a CaseFile, as_at: Option<NaiveDate>, today: NaiveDate) -> Shown<'a> {
        Shown {
            file,
            names: Family::of_case(file),
            as_at,
            now: as_at.unwrap_or(today),
            revisions: &[],
        }
    }

    fn short_names(&self, people: &[RecordId]) -> Vec<String> {
        let names = people
            .iter()
            .map(|person| self.names.short_name(*person).to_owned());
        names.filter(|name| !name.is_empty()).collect()
    }

    fn full_name(&self, person: RecordId) -> String {
        self.file
            .people
            .get(&person)
            .map_or_else(String::new, |person| person.body.name.clone())
    }
}
