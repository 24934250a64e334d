//! The caseload of the demo: made-up families, so that the program can be looked around in and shown to others.
//!
//! The families stand in files under `families/`; the sample family of the tests comes in through the same import that
//! a caseworker uses. Nobody in it is real.

mod family;
mod filing;

use crate::record::{Change, Mint};
use chrono::NaiveDate;
use family::Family;

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
    let mut mint = Mint::seeded(8);
    FAMILIES
        .iter()
        .map(|(name, text)| read(name, text, &mut mint))
        .collect()
}

fn read(name: &str, text: &str, mint: &mut Mint) -> Result<Change, DemoFault> {
    let family: Family = toml::from_str(text).map_err(|fault| DemoFault::Family {
        family: name.to_owned(),
        why: fault.to_string(),
    })?;
    filing::change(&family, last_day(), mint)
}

#[cfg(test)]
mod tests;
