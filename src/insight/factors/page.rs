//! One factor or one domain as it is read: what it means, who it was found for and on what evidence, what is open about it,
//! and what stands beside it.

use super::{Cell, Row, Sheet, State, finding};
use crate::page::{BlockKind, Page, Tone};
use crate::practice::factors::{Domain, Factor, Polarity, domains};
use crate::record::{CaseFile, RecordId};

/// A domain: what is present beside each other in it.
pub fn domain(file: &CaseFile, sheet: &Sheet, domain: &Domain) -> Page {
    let mut page = Page::titled(&domain.name);
    if domain.apart {
        page.say("What stands here is about the services, not about the family.");
    }
    page.say("Factors stand beside each other and are never added up. One alone may make the risk severe; people weigh them.");
    for context in &sheet.context {
        let is_here = |(row, _): &(usize, usize)| {
            let row = sheet.rows.get(*row);
            row.is_some_and(|row| row.factor.is_in(&domain.id))
        };
        if !context.members.iter().any(is_here) {
            continue;
        }
        page.heading(format!("{}: present beside each other", context.title));
        if !context.means.is_empty() {
            page.quiet(&context.means);
        }
        cells(&mut page, file, sheet, &context.members);
    }
    page
}

/// A factor, with everything that was found about it.
pub fn factor(file: &CaseFile, sheet: &Sheet, at: usize) -> Page {
    let Some(row) = sheet.rows.get(at) else {
        return Page::default();
    };
    let mut page = Page::titled(row.name());
    means(&mut page, row.factor);
    let columns = || sheet.columns.iter().zip(&row.cells);
    let missing = columns().filter(|(_, cell)| cell.is_asked && cell.findings.is_empty());
    let missing: Vec<&str> = missing.map(|(column, _)| column.name.as_str()).collect();
    if !missing.is_empty() {
        page.quiet(format!("Not recorded: {}", missing.join(", ")));
    }
    for (column, cell) in columns() {
        found(&mut page, file, &column.name, cell);
    }
    beside(&mut page, file, sheet, at, row);
    about(&mut page, row.factor);
    page
}

/// What stands in these cells, each leading to its latest finding.
fn cells(page: &mut Page, file: &CaseFile, sheet: &Sheet, members: &[(usize, usize)]) {
    for (row, column) in members {
        let latest = sheet.latest(file, *row, *column).map(|found| found.id());
        page.item("", sheet.told(*row, *column), latest);
    }
}

fn means(page: &mut Page, factor: &Factor) {
    let under = domains().iter().filter(|domain| factor.is_in(&domain.id));
    let under: Vec<&str> = under.map(|domain| domain.name.as_str()).collect();
    let kind = match (factor.polarity, factor.strongest) {
        (Polarity::Risk, false) => "Risk",
        (Polarity::Risk, true) => "Risk, marked as strongest",
        (Polarity::Protective, false) => "Protective",
        (Polarity::Protective, true) => "Protective, marked as strongest",
    };
    page.quiet(format!("{kind}; {}; {}", under.join(", "), factor.page));
    page.say(&factor.means);
}

/// What was found of somebody, the latest first.
fn found(page: &mut Page, file: &CaseFile, of: &str, cell: &Cell) {
    let default = if cell.by_default { " by default" } else { "" };
    let findings = cell.findings.iter().filter_map(|id| file.factors.get(id));
    for (at, record) in findings.enumerate() {
        match at {
            0 => page.headed(
                of,
                format!("{}{default}", cell.state.words()),
                Some(record.id()),
            ),
            _ => {
                let words = State::from(record.body.status).words();
                page.put(
                    BlockKind::Heading(2),
                    of,
                    format!("earlier, {words}"),
                    Tone::Strong,
                    Some(record.id()),
                );
            }
        }
        page.append(finding(file, record, at > 0).page(), None);
        if at > 0 {
            continue;
        }
        if let Some(coverage) = &cell.coverage {
            page.quiet(coverage.in_words());
        }
        for asked in &cell.questions {
            page.ask("", format!("! {}", asked.text), None);
        }
    }
}

/// What offsets the risk, and what it stands beside.
fn beside(page: &mut Page, file: &CaseFile, sheet: &Sheet, at: usize, row: &Row) {
    if row.factor.polarity == Polarity::Risk && row.is_present() {
        let by = sheet.offset_by(file, &row.factor.id);
        page.heading(match by.is_empty() {
            true => "Nothing is said to offset it yet.",
            false => "Offset by",
        });
        cells(page, file, sheet, &by);
    }
    for context in &sheet.context {
        if context.members.iter().any(|(row, _)| *row == at) {
            page.heading(format!("{}: present beside it", context.title));
            let others = context.members.iter().filter(|(row, _)| *row != at);
            cells(page, file, sheet, &others.copied().collect::<Vec<_>>());
        }
    }
}

/// What counts as evidence and what to take care with: after what was found, which is what people come for.
fn about(page: &mut Page, factor: &Factor) {
    page.heading("About this factor");
    if !factor.defined {
        page.quiet("The handbook names it without saying what it means; these words are ours.");
    }
    page.fact("Evidence", &factor.evidence);
    page.fact("Take care", &factor.caveat);
    if !factor.research.is_empty() {
        page.quiet(format!("Research: {}", factor.research));
    }
}

impl Sheet {
    /// The row and the column of a finding.
    pub fn place_of(&self, finding: RecordId) -> Option<(usize, usize)> {
        let mut rows = self.rows.iter().enumerate();
        rows.find_map(|(at, row)| {
            let mut cells = row.cells.iter();
            let column = cells.position(|cell| cell.findings.contains(&finding))?;
            Some((at, column))
        })
    }
}
