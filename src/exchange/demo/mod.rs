//! The caseload of the demo: made-up families, so that the program can be looked around in and shown to others.
//!
//! The families stand in files under `families/`; the sample family of the tests comes in through the same import that
//! a caseworker uses. Nobody in it is real.

mod chance;
mod family;
mod filing;
mod made_up;
mod made_up_matrix;
mod matrix;
mod sample;
mod stages;

use crate::record::{Body, CaseFile, CaseId, Change, Mint, RecordId, Write};
use crate::store::{Store, StoreError};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use family::Family;
use made_up::MadeUp;

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

const FAMILIES: [(&str, &str); 9] = [
    ("Delaney", include_str!("families/delaney.toml")),
    ("Osei and Whitlock", include_str!("families/osei.toml")),
    ("Sharma", include_str!("families/sharma.toml")),
    ("Haddad", include_str!("families/haddad.toml")),
    ("Ferreira", include_str!("families/ferreira.toml")),
    ("Lyle", include_str!("families/lyle.toml")),
    ("Tesfay", include_str!("families/tesfay.toml")),
    ("Whitcombe", include_str!("families/whitcombe.toml")),
    ("Lin", include_str!("families/lin.toml")),
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
    written(&mut Mint::seeded(0))
}

/// The demo's caseload in a store that nothing keeps.
///
/// # Errors
/// As [`caseload`], and when the system gives no randomness.
pub fn store() -> Result<Store, DemoFault> {
    let store = Store::in_memory("Demo")?;
    store.save_together(&caseload()?)?;
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
    let mut written = written(&mut mint)?;
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

fn written(mint: &mut Mint) -> Result<Vec<Change>, DemoFault> {
    let mut changes = vec![sample::change(mint)?];
    for (name, text) in FAMILIES {
        changes.push(read(name, text, mint)?);
    }
    Ok(changes)
}

fn read(name: &str, text: &str, mint: &mut Mint) -> Result<Change, DemoFault> {
    let family: Family = toml::from_str(text).map_err(|fault| DemoFault::Family {
        family: name.to_owned(),
        why: fault.to_string(),
    })?;
    filing::change(&family, last_day(), mint)
}

/// What is written, with the day on which the team came to know it.
type Known = (RecordId, Body, NaiveDate);

/// One change for a whole family. Each record is stamped with the day on which it was known, so that "as at" a date
/// has something to tell.
fn stamped(case: CaseId, author: &str, written: Vec<Known>) -> Change {
    let days: Vec<NaiveDate> = written.iter().map(|(_, _, day)| *day).collect();
    let last = days.iter().max().copied().unwrap_or_default();
    let writes = written
        .into_iter()
        .map(|(id, body, _)| Write::Put(id, Box::new(body)))
        .collect();
    let nothing = CaseFile::default();
    let mut change = Change::of(&nothing, case, author, "make up a family", at(last), writes);
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
