//! The caseload of the demo: made-up families, so that the program can be looked around in and shown to others.
//!
//! The families stand in files under `families/`; the sample family of the tests comes in through the same import that
//! a caseworker uses. Nobody in it is real.

mod around;
mod chance;
mod family;
mod filing;
mod goals;
mod made_up;
mod made_up_matrix;
mod made_up_supervision;
mod made_up_words;
mod matrix;
mod plan;
mod relationships;
mod sample;
mod stages;
mod supervision;
mod thinking;

use crate::record::{Body, CaseFile, CaseId, Change, Mint, RecordId, Write};
use crate::store::{Store, StoreError};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use family::Family;
use made_up::MadeUp;
use serde::de::DeserializeOwned;
use thinking::Thinking;

/// Why the demo could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    /// A family's file has a mistake.
    #[error(
        "The made-up family {family} has a mistake in its file ({why}). Your own records are not touched by this."
    )]
    Family {
        /// The family.
        family: String,
        /// The mistake.
        why: String,
    },
    /// The store in memory.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The families: their names, their files, and what is thought about them, planned with them and said in supervision.
const FAMILIES: [(&str, &str, &str); 9] = [
    (
        "Delaney",
        include_str!("families/delaney.toml"),
        include_str!("families/delaney_thinking.toml"),
    ),
    (
        "Osei and Whitlock",
        include_str!("families/osei.toml"),
        include_str!("families/osei_thinking.toml"),
    ),
    (
        "Sharma",
        include_str!("families/sharma.toml"),
        include_str!("families/sharma_thinking.toml"),
    ),
    (
        "Haddad",
        include_str!("families/haddad.toml"),
        include_str!("families/haddad_thinking.toml"),
    ),
    (
        "Ferreira",
        include_str!("families/ferreira.toml"),
        include_str!("families/ferreira_thinking.toml"),
    ),
    (
        "Lyle",
        include_str!("families/lyle.toml"),
        include_str!("families/lyle_thinking.toml"),
    ),
    (
        "Tesfay",
        include_str!("families/tesfay.toml"),
        include_str!("families/tesfay_thinking.toml"),
    ),
    (
        "Whitcombe",
        include_str!("families/whitcombe.toml"),
        include_str!("families/whitcombe_thinking.toml"),
    ),
    (
        "Lin",
        include_str!("families/lin.toml"),
        include_str!("families/lin_thinking.toml"),
    ),
];

/// The name under which the demo's own worker writes.
pub const WORKER: &str = "M Clarke";

/// The day on which the demo's stories stop: Monday 23 November 2026.
pub fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
}

/// The changes that make up the demo's caseload, one for each family; the same ids every time.
///
/// # Errors
/// [`DemoFault`] when a family's file has a mistake; the tests see to it that none has.
pub fn caseload() -> Result<Vec<Change>, DemoFault> {
    Ok(written(&mut Mint::seeded(0))?.0)
}

/// What was thought again later about families of [`caseload`], or done since: second revisions, one change for a family.
/// They are saved after it.
///
/// # Errors
/// As [`caseload`].
pub fn thought_again() -> Result<Vec<Change>, DemoFault> {
    Ok(written(&mut Mint::seeded(0))?.1)
}

/// The same about families of a [`large_caseload`] of so many cases from this seed.
///
/// # Errors
/// As [`caseload`].
pub fn thought_again_in(cases: u32, seed: u64) -> Result<Vec<Change>, DemoFault> {
    let (mut first, mut again) = written(&mut Mint::seeded(seed))?;
    first.truncate(usize::try_from(cases).unwrap_or(usize::MAX));
    again.retain(|later| first.iter().any(|change| change.case == later.case));
    Ok(again)
}

/// The demo's caseload in a store that nothing keeps.
///
/// # Errors
/// As [`caseload`], and when the system gives no randomness.
pub fn store() -> Result<Store, DemoFault> {
    let store = Store::in_memory("Demo")?;
    let (first, again) = written(&mut Mint::seeded(0))?;
    store.save_together(&first)?;
    store.save_together(&again)?;
    Ok(store)
}

/// A caseload of any size, the same for the same seed: the families of [`caseload`] first, then made-up ones, up to
/// `cases` with `entries` in all.
///
/// # Errors
/// As [`caseload`].
pub fn large_caseload(
    cases: u32,
    entries: u32,
    seed: u64,
) -> Result<impl Iterator<Item = Change>, DemoFault> {
    let mut mint = Mint::seeded(seed);
    let (mut written, _) = written(&mut mint)?;
    written.truncate(usize::try_from(cases).unwrap_or(usize::MAX));
    let told = written
        .iter()
        .filter_map(|change| change.line.as_ref())
        .map(|line| line.entries)
        .sum();
    let cases = cases.saturating_sub(u32::try_from(written.len()).unwrap_or(u32::MAX));
    let made_up = MadeUp::new(cases, entries.saturating_sub(told), seed, mint)?;
    Ok(written.into_iter().chain(made_up))
}

/// First what was written of each family, then what was thought again.
fn written(mint: &mut Mint) -> Result<(Vec<Change>, Vec<Change>), DemoFault> {
    let (sample, later) = sample::change(mint)?;
    let mut changes = vec![sample];
    let mut again: Vec<Change> = later.into_iter().collect();
    for (name, facts, thinking) in FAMILIES {
        let family: Family = read(name, facts)?;
        let thinking: Thinking = read(name, thinking)?;
        let (first, later) = filing::change(&family, &thinking, last_day(), mint)?;
        changes.push(first);
        again.extend(later);
    }
    Ok((changes, again))
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, DemoFault> {
    toml::from_str(text).map_err(|fault| DemoFault::Family {
        family: name.to_owned(),
        why: fault.to_string(),
    })
}

/// What is written, with the day on which the team came to know it.
type Known = (RecordId, Body, NaiveDate);

/// One change for a whole family. Each record is stamped with the day on which it was known, so that "as at" a date
/// has something to tell.
fn stamped(case: CaseId, author: &str, written: Vec<Known>) -> Change {
    let nothing = CaseFile::default();
    stamped_on(&nothing, case, author, "make up a family", written)
}

/// The same on top of what stands there.
fn stamped_on(
    file: &CaseFile,
    case: CaseId,
    author: &str,
    label: &str,
    written: Vec<Known>,
) -> Change {
    let days: Vec<NaiveDate> = written.iter().map(|(_, _, day)| *day).collect();
    // The case's line is of the last day on which anything was written, also when what is written now is older.
    let stands = file.metas().map(|(meta, _)| meta.recorded_at.date_naive());
    let last = days.iter().copied().chain(stands).max().unwrap_or_default();
    let writes = written
        .into_iter()
        .map(|(id, body, _)| Write::Put(id, Box::new(body)))
        .collect();
    let mut change = Change::of(file, case, author, label, at(last), writes);
    for (record, day) in change.records.iter_mut().zip(days) {
        record.meta.recorded_at = at(day);
    }
    change
}

/// Five in the afternoon of a day: when notes are written up.
fn at(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::from_hms_opt(17, 0, 0).unwrap_or_default())
        .and_utc()
}

#[cfg(test)]
mod tests;
