//! The report of an import in plain lines: what is open first, then what was found, then file by file.

use crate::exchange::import::report::{
    Duplicate, DuplicateState, FileReport, ImportCounts, ReportedClaim,
};
use crate::exchange::import::{FileKind, ImportPlan, ImportReport, RowPlace};
use crate::insight::words::{counted, listed};
use crate::page::plain::PlainLines;
use chrono::NaiveDate;

/// The report in words.
pub fn words(family: &str, plan: &ImportPlan, dry_run: bool) -> String {
    let report = &plan.report;
    let mut lines = PlainLines::default();
    summary(&mut lines, family, plan, dry_run);
    questions(&mut lines, report);
    let with = |state: DuplicateState| {
        report
            .duplicates
            .iter()
            .filter(move |pair| pair.state == state)
    };
    twice(
        &mut lines,
        "Told twice and joined as one event; each can be split again",
        with(DuplicateState::Joined),
    );
    twice(
        &mut lines,
        "Perhaps told twice; kept apart until you decide",
        with(DuplicateState::Offered),
    );
    differences(&mut lines, report);
    gaps(&mut lines, report);
    lines.heading("File by file");
    for file in &report.files {
        of_file(&mut lines, file);
    }
    lines.text()
}

fn summary(lines: &mut PlainLines, family: &str, plan: &ImportPlan, dry_run: bool) {
    let report = &plan.report;
    let sum = |of: fn(&FileReport) -> u32| {
        report
            .files
            .iter()
            .map(|file| of(file) as usize)
            .sum::<usize>()
    };
    let (rows, entries, joined) = (
        sum(|file| file.rows),
        sum(|file| file.entries),
        sum(|file| file.joined),
    );
    let aside: usize = report.files.iter().map(|file| file.set_aside.len()).sum();
    lines.heading(family);
    let files = counted(report.files.len(), "file", "files");
    let tables = |file: &FileReport| file.kind != FileKind::Chronology;
    let rows = counted(rows, "row", "rows");
    let came_in = match report.files.iter().all(tables) {
        true => format!("{entries} came in"),
        false => format!(
            "{}, {joined} joined to an event that another row tells",
            counted(entries, "entry", "entries")
        ),
    };
    lines.item(format!(
        "{rows} from {files}: {came_in}, {aside} set aside. None is lost."
    ));
    if report.around != ImportCounts::default() {
        lines.item(format!("Beside the chronology: {}.", around(report.around)));
    }
    for notice in &report.notices {
        lines.item(notice);
    }
    lines.item(match (plan.writes.is_empty(), dry_run) {
        (true, _) => "All of it is there already; nothing was written.",
        (false, true) => "This was a look ahead; nothing was written.",
        (false, false) => "Saved.",
    });
}

fn around(around: ImportCounts) -> String {
    let parts = [
        (around.people, "person", "people"),
        (around.bonds, "bond", "bonds"),
        (around.placements, "placement", "placements"),
        (around.legal_statuses, "legal status", "legal statuses"),
        (
            around.findings,
            "finding about a factor",
            "findings about factors",
        ),
        (around.decisions, "decision on a zone", "decisions on zones"),
        (around.goals, "goal", "goals"),
        (around.goal_reviews, "review of a goal", "reviews of goals"),
    ];
    let new = parts.into_iter().filter(|(count, ..)| *count > 0);
    listed(
        &new.map(|(count, one, many)| counted(count as usize, one, many))
            .collect::<Vec<_>>(),
    )
}

fn questions(lines: &mut PlainLines, report: &ImportReport) {
    let doubts = report
        .files
        .iter()
        .map(|file| file.doubts.len())
        .sum::<usize>();
    if doubts == 0 {
        return;
    }
    lines.heading(format!(
        "{} to answer when you can",
        counted(doubts, "question", "questions")
    ));
    for file in &report.files {
        for doubt in &file.doubts {
            lines.item(format!(
                "{}, row {}, line {}: {}",
                file.file, doubt.record, doubt.line, doubt.text
            ));
        }
    }
}

fn twice<'a>(lines: &mut PlainLines, heading: &str, pairs: impl Iterator<Item = &'a Duplicate>) {
    let mut pairs = pairs.peekable();
    if pairs.peek().is_some() {
        lines.heading(heading);
    }
    for pair in pairs {
        let rows: Vec<String> = pair.accounts.iter().map(row).collect();
        lines.item(format!("{}: {}", listed(&rows), pair.because));
    }
}

fn differences(lines: &mut PlainLines, report: &ImportReport) {
    if report.contradictions.is_empty() {
        return;
    }
    lines.heading("Where accounts differ; worth asking about");
    for found in &report.contradictions {
        lines.item(&found.text);
        for claim in &found.accounts {
            lines.item(format!("- {}", said(claim)));
        }
        for claim in &found.supports {
            lines.item(format!("- in support: {}", said(claim)));
        }
    }
}

fn said(claim: &ReportedClaim) -> String {
    format!(
        "{} ({}): \"{}\" ({})",
        claim.source,
        row(&claim.place),
        claim.quote,
        claim.means
    )
}

fn gaps(lines: &mut PlainLines, report: &ImportReport) {
    if report.gaps.is_empty() {
        return;
    }
    lines.heading("Long times of which nothing is told");
    let day = |day: NaiveDate| day.format("%-d %B %Y").to_string();
    for gap in &report.gaps {
        lines.item(format!(
            "{} to {}: {} days",
            day(gap.from),
            day(gap.to),
            gap.days
        ));
    }
}

fn of_file(lines: &mut PlainLines, file: &FileReport) {
    let separator = match file.separator {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "upright bars",
        _ => "a sign of its own",
    };
    let came_in = match file.kind {
        FileKind::Chronology => format!(
            "{} + {} joined",
            counted(file.entries as usize, "entry", "entries"),
            file.joined
        ),
        FileKind::Factors | FileKind::Zones | FileKind::Goals => {
            format!("{} came in", file.entries)
        }
    };
    lines.item(format!(
        "{} ({}, {separator}): {} = {came_in} + {} set aside",
        file.file,
        file.encoding,
        counted(file.rows as usize, "row", "rows"),
        file.set_aside.len()
    ));
    for aside in &file.set_aside {
        lines.item(format!(
            "- row {}, line {}: {}",
            aside.record, aside.line, aside.why
        ));
    }
}

fn row(place: &RowPlace) -> String {
    if place.file.is_empty() {
        "an entry typed in".to_owned()
    } else {
        format!("{} row {}", place.file, place.record)
    }
}
