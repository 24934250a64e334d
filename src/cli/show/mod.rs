//! `throughline show CASE [VIEW]`: a case as plain lines of text, or as JSON.
//!
//! Each view is a section of `insight`, which is read in both ways, so that lines and JSON never tell different things.

mod ecomaps;

use super::args::{Show, View};
use super::fault::Fault;
use super::find::find;
use super::options::{Options, read_day};
use super::output::{say, say_json};
use crate::exchange::export::svg;
use crate::insight::as_at::as_at;
use crate::insight::due::dues;
use crate::insight::walk::{self, Seen};
use crate::insight::zones::{family_version, sections as zones};
use crate::insight::{
    chronology, contradictions, ecomap, factors, family, gaps, genogram, goals, plan,
    relationships, stages, summary, supervision, thinking,
};
use crate::page::Section;
use crate::page::plain::PlainLines;
use crate::record::{Body, CaseFile, Record, RecordId};
use chrono::NaiveDate;
use color_eyre::Result;
use ecomaps::ecomaps;
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
    if args.svg && !matches!(args.view, View::Ecomap | View::Genogram) {
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
    let day = as_at_day.unwrap_or(options.today());
    let asked = ShowRequest {
        file: &file,
        revisions: &revisions,
        as_at: as_at_day,
        day,
        until: as_at_day.unwrap_or(options.today().max(options.clock)),
        since,
        whose: args.of.as_deref(),
        score: args.score,
    };
    if args.svg {
        return say(&match args.view {
            View::Ecomap => svg::ecomap::picture(&ecomaps(&file, asked.whose, day)?),
            _ => svg::genogram::of_case(&file, day).picture,
        });
    }
    let section = section(args.view, &asked)?;
    let family = file.name();
    if args.json {
        return say_json(&Envelope {
            case: file.id(),
            family,
            as_at: as_at_day,
            section,
        });
    }
    let mut lines = PlainLines::default();
    match as_at_day {
        None => lines.heading(family),
        Some(day) => lines.heading(format!(
            "{family}, as it was known on {}",
            day.format("%-d %B %Y")
        )),
    }
    lines.blocks(&section.page().blocks);
    say(&lines.text())
}

/// What every JSON view opens with.
#[derive(Serialize)]
struct Envelope<'a> {
    case: Option<RecordId>,
    family: &'a str,
    as_at: Option<NaiveDate>,
    #[serde(flatten)]
    section: Section,
}

/// A case, and what is asked of it.
pub struct ShowRequest<'a> {
    /// The case as it is or was known.
    pub file: &'a CaseFile,
    /// All its revisions, for views that tell how something was before.
    pub revisions: &'a [Record<Body>],
    /// The day as of which it is told; none for today.
    pub as_at: Option<NaiveDate>,
    /// The day on which "now" is.
    pub day: NaiveDate,
    /// The last day on which anything can have been written.
    pub until: NaiveDate,
    /// The day from which changes of the plan are shown.
    pub since: Option<NaiveDate>,
    /// Who is in the middle of the ecomap.
    pub whose: Option<&'a str>,
    /// Whether the score of goals is told.
    pub score: bool,
}

/// What a view tells.
///
/// # Errors
/// Nobody of the name who could be in the middle of an ecomap.
pub fn section(view: View, asked: &ShowRequest) -> Result<Section, Fault> {
    let ShowRequest {
        file,
        revisions,
        day,
        ..
    } = *asked;
    let differing = || contradictions::of_case(file);
    Ok(match view {
        View::Summary => summary::section(file, &differing(), day),
        View::Chronology => chronology::section(file, &differing(), day),
        View::Family => family::section(file, day),
        View::Genogram => genogram::section(file, day),
        View::Ecomap => ecomap::section(file, &ecomaps(file, asked.whose, day)?, day),
        View::Relationships => relationships::section(file, day),
        View::Story => chronology::story(file, day),
        View::Gaps => gaps::section(file, day),
        View::Contradictions => contradictions::section(file),
        View::Doubts => chronology::left_open(file),
        View::Factors => factors::section(file, day),
        View::Matrix => zones::section(file, day),
        View::MatrixForFamily => family_version::section(file, day),
        View::Stages => stages::section(file, day),
        View::Goals => goals::section(file, day, asked.score),
        View::Analysis => {
            let last = asked.as_at.unwrap_or(NaiveDate::MAX);
            thinking::section(file, &differing(), revisions, last, day)
        }
        View::Plan => {
            let since = asked.since;
            let changed = since.map(|since| plan::since_day(file, since, revisions, day));
            plan::section(file, day, changed)
        }
        View::Supervision => supervision::section(file, day),
        View::Walk => walk::section(Seen {
            file,
            today: day,
            until: asked.until,
            session: None,
            zones_decided: &[],
            dues: &dues(file, day),
            noted: None,
            revisions: Some(revisions),
        }),
    })
}
