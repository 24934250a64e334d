//! `throughline changes CASE`: what changed since a day or since the last supervision, as plain lines or as JSON.

use super::args::Changes as Args;
use super::fault::Fault;
use super::find::find;
use super::lines::Lines;
use super::options::{Options, read_day};
use super::output::{say, say_json};
use crate::insight::changes::{Changes, FieldChange, Group, News, changes};
use crate::insight::supervision::last_supervision;
use crate::insight::words::first_large;
use crate::insight::words::{day_in_words, listed};
use crate::record::{CaseFile, RecordId};
use chrono::{DateTime, NaiveDate, Utc};
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
    let changes = changes(&store.revisions(case)?, from.day(), until);
    if args.json {
        return say_json(&Told::of(&file, &from, &changes));
    }
    let mut lines = Lines::default();
    write(&mut lines, &file, &from, &changes);
    say(&lines.text())
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

fn write(lines: &mut Lines, file: &CaseFile, from: &From, changes: &Changes) {
    lines.heading(format!("{}, since {}", file.name(), from.words()));
    match changes.is_empty() {
        true => lines.item("Nothing changed."),
        false => lines.item(first_large(&changes.summary())),
    }
    for group in &changes.groups {
        lines.heading(group.heading.words());
        for earlier in &group.earlier {
            lines.item(earlier.words());
        }
        for news in &group.news {
            write_news(lines, news);
        }
    }
}

/// "New, 12 Nov 2026: Kuba: Orange stays (about Kuba; D Hollowby, 13 Nov 2026)", and the fields that differ.
fn write_news(lines: &mut Lines, news: &News) {
    let day = news.day.as_ref().map(|day| day.in_short());
    let day = day.filter(|day| !day.is_empty());
    let day = day.map_or_else(String::new, |day| format!(", {day}"));
    let about = match news.names.as_slice() {
        [] => String::new(),
        names => format!("about {}; ", listed(names)),
    };
    lines.item(format!(
        "{}{day}: {} ({about}{}, {})",
        first_large(news.what.words()),
        news.headline,
        news.author,
        news.at.format("%-d %b %Y")
    ));
    write_fields(lines, &news.fields);
}

/// A line for what stands in each field now, and one for what stood there before.
pub fn write_fields(lines: &mut Lines, fields: &[FieldChange]) {
    let said = |words: &str| match words {
        "" => "nothing".to_owned(),
        words => words.to_owned(),
    };
    for field in fields {
        lines.item(format!("- {}, now: {}", field.name, said(&field.now)));
        lines.item(format!("- {}, before: {}", field.name, said(&field.before)));
    }
}

/// The same as JSON.
#[derive(Serialize)]
struct Told<'a> {
    case: Option<RecordId>,
    family: &'a str,
    since: NaiveDate,
    /// The supervision from which it is told; none when a day was asked for.
    supervision: Option<RecordId>,
    until: NaiveDate,
    summary: String,
    groups: Vec<GroupTold<'a>>,
}

#[derive(Serialize)]
struct GroupTold<'a> {
    heading: &'static str,
    /// What imports brought in about earlier times.
    earlier: Vec<EarlierTold<'a>>,
    changes: Vec<NewsTold<'a>>,
}

#[derive(Serialize)]
struct EarlierTold<'a> {
    text: String,
    files: Vec<&'a str>,
    records: &'a [RecordId],
}

#[derive(Serialize)]
struct NewsTold<'a> {
    id: RecordId,
    what: &'static str,
    kind: &'static str,
    about: &'a [String],
    day: Option<String>,
    author: &'a str,
    written_at: DateTime<Utc>,
    text: &'a str,
    fields: &'a [FieldChange],
}

impl<'a> Told<'a> {
    fn of(file: &'a CaseFile, from: &From, changes: &'a Changes) -> Told<'a> {
        Told {
            case: file.id(),
            family: file.name(),
            since: changes.since,
            supervision: match from {
                From::Day(_) => None,
                From::Supervision(id, _) => Some(*id),
            },
            until: changes.until,
            summary: changes.summary(),
            groups: changes.groups.iter().map(GroupTold::of).collect(),
        }
    }
}

impl<'a> GroupTold<'a> {
    fn of(group: &'a Group) -> GroupTold<'a> {
        let earlier = group.earlier.iter().map(|earlier| EarlierTold {
            text: earlier.words(),
            files: earlier.files.iter().map(String::as_str).collect(),
            records: &earlier.records,
        });
        GroupTold {
            heading: group.heading.words(),
            earlier: earlier.collect(),
            changes: group.news.iter().map(NewsTold::of).collect(),
        }
    }
}

impl<'a> NewsTold<'a> {
    fn of(news: &'a News) -> NewsTold<'a> {
        NewsTold {
            id: news.id,
            what: news.what.words(),
            kind: news.kind.one(),
            about: &news.names,
            day: news.day.as_ref().map(|day| day.in_short()),
            author: &news.author,
            written_at: news.at,
            text: &news.headline,
            fields: &news.fields,
        }
    }
}
