//! Tables whose rows become records of a case that is there: decisions on zones, findings about factors.
//!
//! Rows in = rows that came in + rows set aside with a reason. What the case has already is not doubled.

use super::fault::ImportFault;
use super::report::{FileKind, PreviewRow, RowOutcome};
use super::side_table::{SideRow, SideTable};
use super::staging::Staging;
use super::tally::{FileTally, IN_CASE};
use crate::record::{Body, CaseFile, DateOrder, Doubt, DoubtKind, FuzzyDate, Mint, RecordId};
use chrono::{Datelike, NaiveDate};

/// What a row tells.
#[derive(Default)]
pub(super) struct RowRecords {
    /// The records that it makes: one, or one for each child whom it names.
    pub records: Vec<Body>,
    /// The date as written.
    pub date: String,
    /// The children whom it concerns.
    pub children: Vec<RecordId>,
    /// Who told it.
    pub source: String,
    /// What it says.
    pub text: String,
    /// What is open about it.
    pub doubts: Vec<Doubt>,
}

/// Lays the records of a table over the case. `read` says what a row tells, or why it stays out; `is_known` whether the
/// case has a record like this one.
///
/// # Errors
/// No children are recorded, so that nobody could be matched.
pub(super) fn bring_in<R: PartialEq + Copy>(
    table: &SideTable<R>,
    kind: FileKind,
    staging: &mut Staging,
    mint: &mut Mint,
    read: impl Fn(&SideRow<R>, &CaseFile) -> Result<RowRecords, String>,
    is_known: impl Fn(&Body, &CaseFile) -> bool,
) -> Result<FileTally, ImportFault> {
    if staging.file.children().is_empty() {
        let file = table.file.clone();
        return Err(ImportFault::NobodyToMatch { file });
    }
    let mut tally = table.tally(kind);
    for row in &table.rows {
        let told = match read(row, &staging.file) {
            Ok(told) => told,
            Err(why) => {
                tally.set_aside(row.aside(why));
                continue;
            }
        };
        let mut first = None;
        for record in told.records {
            if !is_known(&record, &staging.file) {
                let id = mint.next_id();
                first = first.or(Some(id));
                staging.put(id, record);
                tally.made += 1;
            }
        }
        let Some(first) = first else {
            tally.set_aside(row.aside(IN_CASE.to_owned()));
            continue;
        };
        tally.come_in(PreviewRow {
            place: tally.place(row.record, row.line),
            outcome: RowOutcome::Entry(first),
            date: told.date,
            children: told.children,
            source: told.source,
            text: told.text,
            doubts: row.doubts.iter().cloned().chain(told.doubts).collect(),
        });
    }
    Ok(tally)
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
