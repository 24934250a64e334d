//! Factors as they are read: what was found about each for each person, on what evidence, and what is open about it.

use super::{Cell, Coverage, Row, Sheet, State, Support, answers};
use crate::insight::links::entries;
use crate::page::Section;
use crate::practice::factors::{Domain, domains, factor_name};
use crate::record::{CaseFile, FactorFinding, Record};
use chrono::NaiveDate;
use serde_json::json;

/// The factors of a case.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let sheet = Sheet::of(file, day);
    let mut all = Section::default();
    all.show(|page| {
        page.heading("How to read this");
        page.say("Factors stand beside each other and are never added up. One alone may make the risk severe; people weigh them.");
        page.say("Absent, not known and not recorded are three things.");
        page.say("R is a risk factor, P a protective one; strongest: marked so in the handbook's table.");
    });
    let people = sheet.columns.iter().map(|one| one.name.clone());
    all.hide("people", people.collect::<Vec<_>>());
    // A factor that belongs to several domains is told under the first.
    let mut above: Vec<&Row> = Vec::new();
    all.each(
        "domains",
        domains().iter().map(|domain| {
            let rows = sheet.rows.iter().filter(|row| row.factor.is_in(&domain.id));
            let rows: Vec<(&Row, bool)> = rows.map(|row| (row, above.contains(&row))).collect();
            above.extend(rows.iter().map(|(row, _)| *row));
            of_domain(file, &sheet, domain, &rows)
        }),
    );
    let named = |members: &[(usize, usize)]| -> Vec<String> {
        let members = members.iter();
        members.map(|(row, of)| sheet.told(*row, *of)).collect()
    };
    if !sheet.context.is_empty() {
        all.show(|page| page.heading("Present beside each other: context, not a sum"));
    }
    all.each(
        "stand_together",
        sheet.context.iter().map(|context| {
            let mut told = Section::default();
            told.hide("title", context.title.as_str());
            told.hide("means", context.means.as_str());
            told.list("factors", &context.title, named(&context.members));
            told
        }),
    );
    let not_offset = named(&sheet.not_offset(file));
    all.show(|page| {
        if !not_offset.is_empty() {
            page.heading("Risks that nothing is said to offset yet");
        }
        for risk in &not_offset {
            page.item("", risk, None);
        }
    });
    all.hide("not_offset", not_offset);
    all
}

fn of_domain(file: &CaseFile, sheet: &Sheet, domain: &Domain, rows: &[(&Row, bool)]) -> Section {
    let mut told = Section::titled(match domain.apart {
        true => format!("{}: about services, not the family", domain.name),
        false => domain.name.clone(),
    });
    told.hide("domain", domain.name.as_str());
    told.hide("about_services", domain.apart);
    let untouched = rows.iter().filter(|(row, _)| !row.is_recorded());
    let untouched: Vec<&str> = untouched.map(|(row, _)| row.name()).collect();
    told.fact("Not recorded of anybody", untouched.join("; "));
    let rows_told = rows
        .iter()
        .map(|(row, is_above)| of_row(file, sheet, row, *is_above));
    told.each("factors", rows_told);
    told
}

fn of_row(file: &CaseFile, sheet: &Sheet, row: &Row, is_above: bool) -> Section {
    let factor = row.factor;
    let strongest = if factor.strongest { ", strongest" } else { "" };
    let title = format!("{} {}{strongest}", factor.polarity.letter(), row.name());
    let mut told = Section::default();
    told.hide("factor", factor.id.as_str());
    told.hide("name", row.name());
    told.hide("polarity", json!(factor.polarity));
    told.hide("strongest", factor.strongest);
    told.hide("annex_one_only", factor.annex_only);
    told.hide("page", factor.page.as_str());
    told.hide("told_above", is_above);
    let cells = sheet.columns.iter().zip(&row.cells);
    let missing = cells
        .clone()
        .filter(|(_, cell)| cell.is_asked && cell.state == State::NotRecorded);
    let missing: Vec<String> = missing.map(|(column, _)| column.name.clone()).collect();
    let is_told = !is_above && row.is_recorded();
    let words = if is_told {
        missing.join(", ")
    } else {
        String::new()
    };
    told.value(
        "not_recorded",
        &format!("{title}, not recorded"),
        missing,
        &words,
    );
    let found = cells.filter(|(_, cell)| !cell.findings.is_empty());
    let found = found.map(|(column, cell)| of_cell(file, &column.name, cell, &title));
    if is_above && row.is_recorded() {
        told.show(|page| page.say(format!("{title}: the finding stands above, it is the same")));
        told.hide_each("found", found);
    } else {
        told.each("found", found);
    }
    told
}

fn of_cell(file: &CaseFile, of: &str, cell: &Cell, title: &str) -> Section {
    let coverage = cell.coverage.as_ref();
    let is = |support| coverage.is_some_and(|coverage| coverage.support == support);
    let default = if cell.by_default { " by default" } else { "" };
    let mut told = Section::titled(format!("{title}, {of}: {}{default}", cell.state.words()));
    told.hide("of", of);
    told.hide("state", cell.state.words());
    told.hide("by_default", cell.by_default);
    told.hide("day", coverage.map(|coverage| coverage.day.to_string()));
    told.hide(
        "sources",
        coverage.map_or_else(Vec::new, |coverage| coverage.sources.clone()),
    );
    told.hide("single_source", is(Support::Single));
    told.hide("no_evidence", is(Support::None));
    told.hide(
        "six_months_or_older",
        coverage.is_some_and(|coverage| coverage.is_old),
    );
    let findings = cell.findings.iter().filter_map(|id| file.factors.get(id));
    let findings = findings.enumerate();
    told.each(
        "findings",
        findings.map(|(at, found)| finding(file, found, at > 0)),
    );
    told.fact(
        "Rests on",
        coverage.map_or_else(String::new, Coverage::in_words),
    );
    told.questions(cell.questions.iter().map(|asked| asked.text.as_str()));
    told
}

/// A finding, with everything that was written of it.
pub fn finding(file: &CaseFile, record: &Record<FactorFinding>, is_earlier: bool) -> Section {
    let body = &record.body;
    let status = State::from(body.status).words();
    let on = body
        .on
        .as_ref()
        .map(|on| on.in_short())
        .filter(|on| !on.is_empty());
    let when = match (is_earlier, &on) {
        (true, Some(on)) => format!("Earlier, {on}, {status}"),
        (true, None) => format!("Earlier, {status}"),
        (false, Some(on)) => on.clone(),
        (false, None) => "No date".to_owned(),
    };
    let evidence = match body.evidence.trim() {
        "" => "no evidence in words",
        evidence => evidence,
    };
    let mut told = Section::of(record.id(), "");
    told.hide("status", status);
    told.hide("on", on);
    told.value("evidence", &when, body.evidence.as_str(), evidence);
    told.fields("finding")
        .text("said_by", &body.said_by)
        .links("entries", entries(file, &body.entries))
        .list("offsets", body.offsets.iter().map(|id| factor_name(id)))
        .text("how_offsets", &body.how_offsets);
    for (question, answer) in answers(body) {
        told.fact(&question.name, answer);
    }
    let critical = answers(body).into_iter();
    let critical = critical.map(|(question, answer)| format!("{}: {answer}", question.name));
    told.hide("critical", critical.collect::<Vec<_>>());
    told.fields("finding")
        .text("changes_needed", &body.changes_needed);
    told.text("origin", "Came from", &body.origin);
    told.written(&record.meta);
    told
}
