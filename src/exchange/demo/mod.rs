//! The caseload of the demo: made-up families, so that the program can be looked around in and shown to others.
//!
//! The families stand in files under `families/`; the sample family of the tests comes in through the same import that
//! a caseworker uses. Nobody in it is real.

mod chance;
mod family_file;
mod filing;
mod made_up;
mod made_up_matrix;
mod made_up_supervision;
mod made_up_words;
mod parts;
mod rows;
mod sample;

use crate::record::{Body, CaseFile, CaseId, Change, Mint, RecordId, Write};
use crate::store::{Store, StoreError};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use family_file::FamilyFile;
use filing::Filing;
use made_up::MadeUpCases;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

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

impl DemoFault {
    fn family(name: &str, why: String) -> DemoFault {
        let family = name.to_owned();
        DemoFault::Family { family, why }
    }
}

macro_rules! family {
    ($name:literal, $file:literal) => {
        (
            $name,
            concat!(
                include_str!(concat!("families/", $file, ".toml")),
                include_str!(concat!("families/", $file, "_thinking.toml"))
            ),
        )
    };
}

/// The families: their names, and their files with what is thought about them, planned with them and said in supervision.
const FAMILIES: [(&str, &str); 9] = [
    family!("Delaney", "delaney"),
    family!("Osei and Whitlock", "osei"),
    family!("Sharma", "sharma"),
    family!("Haddad", "haddad"),
    family!("Ferreira", "ferreira"),
    family!("Lyle", "lyle"),
    family!("Tesfay", "tesfay"),
    family!("Whitcombe", "whitcombe"),
    family!("Lin", "lin"),
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
    let made_up = MadeUpCases::new(cases, entries.saturating_sub(told), seed, mint)?;
    Ok(written.into_iter().chain(made_up))
}

/// First what was written of each family, then what was thought again.
fn written(mint: &mut Mint) -> Result<(Vec<Change>, Vec<Change>), DemoFault> {
    let (sample, later) = sample::change(mint)?;
    let mut changes = vec![sample];
    let mut again: Vec<Change> = later.into_iter().collect();
    for (name, text) in FAMILIES {
        let filing = Filing {
            family: &FamilyFile::read(name, text)?,
            today: last_day(),
            mint,
            keys: BTreeMap::new(),
            written: Vec::new(),
            again: Vec::new(),
        };
        let (first, later) = filing.whole()?;
        changes.push(first);
        again.extend(later);
    }
    Ok((changes, again))
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, DemoFault> {
    toml::from_str(text).map_err(|fault| DemoFault::family(name, fault.to_string()))
}

/// What is written, with the day on which the team came to know it.
struct StampedBody {
    id: RecordId,
    body: Body,
    known: NaiveDate,
}

/// One change for a whole family. Each record is stamped with the day on which it was known, so that "as at" a date
/// has something to tell.
fn stamped(case: CaseId, author: &str, written: Vec<StampedBody>) -> Change {
    let nothing = CaseFile::default();
    stamped_on(&nothing, case, author, "make up a family", written)
}

/// The same on top of what stands there.
fn stamped_on(
    file: &CaseFile,
    case: CaseId,
    author: &str,
    label: &str,
    written: Vec<StampedBody>,
) -> Change {
    let days: Vec<NaiveDate> = written.iter().map(|written| written.known).collect();
    // The case's line is of the last day on which anything was written, also when what is written now is older.
    let stands = file.metas().map(|(meta, _)| meta.recorded_at.date_naive());
    let last = days.iter().copied().chain(stands).max().unwrap_or_default();
    let writes = written
        .into_iter()
        .map(|written| Write::Put(written.id, Box::new(written.body)))
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
