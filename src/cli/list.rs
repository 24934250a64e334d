//! `throughline list`: the caseload as plain lines, or as JSON.

use super::args::List;
use super::options::Options;
use super::output::{say, say_json};
use crate::insight::ages::Age;
use crate::insight::words::{counted, day_in_words};
use crate::insight::zones::clock::Clock;
use crate::page::plain::render_plain;
use crate::page::{Page, Section};
use crate::record::{CaseLine, ChildLine};
use chrono::NaiveDate;
use color_eyre::Result;
use serde_json::json;
use std::process::ExitCode;

/// Lists the cases by the family's name.
///
/// # Errors
/// Faults of the store.
pub fn run(options: &Options, args: &List) -> Result<ExitCode> {
    let today = options.today();
    let mut caseload = options.open_store()?.caseload()?;
    caseload.sort_by(|a, b| a.name.cmp(&b.name).then(a.case.cmp(&b.case)));
    let cases = caseload.iter().map(|line| of_case(line, today));
    let cases: Vec<Section> = cases.collect();
    if args.json {
        return say_json(&cases);
    }
    let children = caseload.iter().map(|line| line.children.len()).sum();
    let mut page = Page::titled(format!(
        "Caseload on {}: {}, {}",
        day_in_words(today),
        counted(children, "child", "children"),
        counted(cases.len(), "family", "families"),
    ));
    for case in cases {
        page.append(case.page(), None);
    }
    say(&render_plain(&page))
}

fn of_case(line: &CaseLine, today: NaiveDate) -> Section {
    let mut told = Section::titled(line.name.as_str());
    told.hide("case", json!(line.case));
    told.hide("family", line.name.as_str());
    let children = line.children.iter();
    told.each("children", children.map(|child| of_child(child, today)));
    told.text("worker", "Held by", &line.worker);
    let closed = if line.closed { "yes" } else { "" };
    told.value("closed", "Closed", line.closed, closed);
    let last = line.last_entry;
    let last = last.map(|day| format!(", the last on {}", day.format("%-d %b %Y")));
    let entries = usize::try_from(line.entries).unwrap_or(usize::MAX);
    let entries = counted(entries, "entry", "entries") + &last.unwrap_or_default();
    told.value("entries", "Chronology", line.entries, &entries);
    told.hide("last_entry", line.last_entry.map(|day| day.to_string()));
    let open = match line.open_doubts {
        0 => String::new(),
        count => count.to_string(),
    };
    told.value(
        "open_doubts",
        "Questions left open",
        line.open_doubts,
        &open,
    );
    told.fact("Id", line.case.to_string());
    told
}

fn of_child(child: &ChildLine, today: NaiveDate) -> Section {
    let age = child.born.as_ref().and_then(|born| Age::on(born, today));
    let age = age.map(Age::in_words);
    let clock = Clock::on(&child.zones, today);
    let zone = clock.map(|clock| {
        let zone = clock.zone.letter_and_word();
        format!("zone {zone} for {}", clock.time_in_zone())
    });
    let said = [
        Some(child.name.clone()),
        age.clone(),
        Some(child.lives.clone()),
        Some(child.legal.clone()),
        zone,
    ];
    let said = said.into_iter().flatten().filter(|part| !part.is_empty());
    let line = said.collect::<Vec<_>>().join("; ");
    let mut told = Section::of(child.id, "");
    told.value("name", "Child", child.name.as_str(), &line);
    told.hide("born", child.born.as_ref().map(ToString::to_string));
    told.hide("age", age);
    told.hide("lives", child.lives.as_str());
    told.hide("legal", child.legal.as_str());
    told.hide("zone", json!(clock.map(|clock| clock.zone)));
    told.hide("since", clock.map(|clock| clock.since.to_string()));
    told.hide("time_in_zone", clock.map(|clock| clock.time_in_zone()));
    told
}
