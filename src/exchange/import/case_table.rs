//! Tables whose rows become records of a case that is there: decisions on zones, findings about factors.
//!
//! Rows in = rows that came in + rows set aside with a reason. What the case has already is not doubled.

use super::fault::ImportFault;
use super::report::{FileKind, PreviewRow, RowOutcome};
use super::run::ImportRun;
use super::side_table::{SideRow, SideTable};
use super::tally::{FileTally, IN_CASE};
use crate::record::{Body, CaseFile, DateOrder, Doubt, DoubtKind, FuzzyDate, RecordId};
use chrono::{Datelike, NaiveDate};

/// A row that came in.
pub(super) struct RowIn {
    /// The record by which it is found: the first that it made, or the one that it changed.
    pub record: RecordId,
    /// The date as written.
    pub date: String,
    /// The children whom it concerns.
    pub children: Vec<RecordId>,
    pub source: String,
    pub text: String,
    /// What is open about it.
    pub doubts: Vec<Doubt>,
}

/// Lays every row of a table over the case; `lay` says what a row brought, or why it stays out.
///
/// # Errors
/// No children are recorded, so that nobody could be matched.
pub(super) fn bring_in(
    table: &SideTable,
    kind: FileKind,
    run: &mut ImportRun<'_>,
    mut lay: impl FnMut(&SideRow, &mut ImportRun<'_>) -> Result<RowIn, String>,
) -> Result<FileTally, ImportFault> {
    if run.case().children().is_empty() {
        let file = table.file.clone();
        return Err(ImportFault::NobodyToMatch { file });
    }
    let mut tally = table.tally(kind);
    for row in &table.rows {
        match lay(row, run) {
            Ok(come) => tally.come_in(PreviewRow {
                place: tally.place(row.record, row.line),
                outcome: RowOutcome::Entry(come.record),
                date: come.date,
                children: come.children,
                source: come.source,
                text: come.text,
                doubts: row.doubts.iter().cloned().chain(come.doubts).collect(),
            }),
            Err(why) => tally.set_aside(row.aside(why)),
        }
    }
    Ok(tally)
}

/// Adds those of a row's records that the case does not have, and gives the first of them. In words that it has them all.
pub(super) fn add_new<T>(
    records: impl IntoIterator<Item = T>,
    run: &mut ImportRun<'_>,
    is_known: impl Fn(&T, &CaseFile) -> bool,
    body: impl Fn(T) -> Body,
) -> Result<RecordId, String> {
    let mut first = None;
    for record in records {
        if !is_known(&record, run.case()) {
            let id = run.add(body(record));
            first = first.or(Some(id));
        }
    }
    first.ok_or_else(|| IN_CASE.to_owned())
}

/// A date as the file has it. One that cannot be read is kept in its words, undated, with a question; a day that has not
/// come, or is longer ago than a life, is refused with the reason.
pub(super) fn date(
    cell: &str,
    today: NaiveDate,
    doubts: &mut Vec<Doubt>,
) -> Result<FuzzyDate, String> {
    const LONGEST_LIFE: i32 = 110;
    let date = match FuzzyDate::from_record(cell, today, DateOrder::DayFirst) {
        Ok(date) => date,
        Err(problem) => {
            let asks = format!("{problem} Until then it is kept without a day.");
            doubts.push(Doubt::new(DoubtKind::from(&problem), asks));
            return Ok(FuzzyDate::unknown(cell));
        }
    };
    if date.earliest().is_some_and(|day| day > today) {
        return Err(format!(
            "{date} has not come yet. Put the date right in the file and bring it in again."
        ));
    }
    if date
        .latest()
        .is_some_and(|day| day.year() + LONGEST_LIFE < today.year())
    {
        return Err(format!(
            "{date} is too long ago. Put the date right in the file and bring it in again."
        ));
    }
    Ok(date)
}
