//! `throughline list`: the caseload as plain lines, or as JSON.

use super::args::List;
use super::lines::{Lines, counted};
use super::options::Options;
use super::output::{say, say_json};
use crate::insight::ages::Age;
use crate::insight::zones::clock::Clock;
use crate::practice::Zone;
use crate::record::{CaseLine, ChildLine, RecordId};
use chrono::NaiveDate;
use color_eyre::Result;
use serde::Serialize;
use std::process::ExitCode;

/// A case as it is listed.
#[derive(Serialize)]
struct Listed {
    case: RecordId,
    family: String,
    worker: String,
    closed: bool,
    children: Vec<Child>,
    entries: u32,
    last_entry: Option<NaiveDate>,
    open_doubts: u32,
}

#[derive(Serialize)]
struct Child {
    id: RecordId,
    name: String,
    born: Option<String>,
    age: Option<String>,
    lives: String,
    legal: String,
    zone: Option<Zone>,
    since: Option<NaiveDate>,
    time_in_zone: Option<String>,
}

/// Lists the cases by the family's name.
///
/// # Errors
/// Faults of the store.
pub fn run(options: &Options, args: &List) -> Result<ExitCode> {
    let today = options.today();
    let caseload = options.open_store()?.caseload()?;
    let mut cases: Vec<Listed> = caseload
        .into_iter()
        .map(|line| Listed::of(line, today))
        .collect();
    cases.sort_by(|a, b| a.family.cmp(&b.family).then(a.case.cmp(&b.case)));
    if args.json {
        return say_json(&cases);
    }
    let mut lines = Lines::default();
    let children = cases.iter().map(|case| case.children.len()).sum();
    lines.heading(format!(
        "Caseload on {}: {}, {}",
        today.format("%-d %B %Y"),
        counted(children, "child", "children"),
        counted(cases.len(), "family", "families"),
    ));
    for case in &cases {
        case.write(&mut lines);
    }
    say(&lines.text())
}

impl Listed {
    fn of(line: CaseLine, today: NaiveDate) -> Listed {
        Listed {
            case: line.case,
            family: line.name,
            worker: line.worker,
            closed: line.closed,
            children: line
                .children
                .into_iter()
                .map(|child| Child::of(child, today))
                .collect(),
            entries: line.entries,
            last_entry: line.last_entry,
            open_doubts: line.open_doubts,
        }
    }

    fn write(&self, lines: &mut Lines) {
        lines.heading(&self.family);
        for child in &self.children {
            let zone = child.zone.zip(child.time_in_zone.as_ref());
            let zone = zone.map_or(String::new(), |(zone, time)| {
                format!("zone {} for {time}", zone.letter_and_word())
            });
            let said = [
                child.age.as_deref().unwrap_or_default(),
                &child.lives,
                &child.legal,
                &zone,
            ];
            let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
            lines.item(format!(
                "Child: {}",
                [&[child.name.as_str()][..], &said].concat().join("; ")
            ));
        }
        lines.fact("Held by", &self.worker);
        lines.fact("Closed", if self.closed { "yes" } else { "" });
        let last = self
            .last_entry
            .map(|day| format!(", the last on {}", day.format("%-d %b %Y")));
        let entries = usize::try_from(self.entries).unwrap_or(usize::MAX);
        lines.fact(
            "Chronology",
            counted(entries, "entry", "entries") + &last.unwrap_or_default(),
        );
        if self.open_doubts > 0 {
            lines.fact("Questions left open", self.open_doubts);
        }
        lines.fact("Id", self.case);
    }
}

impl Child {
    fn of(child: ChildLine, today: NaiveDate) -> Child {
        let age = child.born.as_ref().and_then(|born| Age::on(born, today));
        let clock = Clock::on(&child.zones, today);
        Child {
            id: child.id,
            name: child.name,
            age: age.map(Age::in_words),
            born: child.born.map(|born| born.to_string()),
            lives: child.lives,
            legal: child.legal,
            zone: clock.map(|clock| clock.zone),
            since: clock.map(|clock| clock.since),
            time_in_zone: clock.map(|clock| clock.time_in_zone()),
        }
    }
}
