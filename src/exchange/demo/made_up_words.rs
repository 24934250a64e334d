//! The banks of words from which families are made up.

use super::DemoFault;
use super::made_up_matrix::ZoneReasons;
use super::made_up_supervision::SupervisionWords;
use serde::Deserialize;

/// The banks, from `words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordBanks {
    pub first_names: Vec<String>,
    pub family_names: Vec<String>,
    pub workers: Vec<String>,
    pub places: Vec<String>,
    pub foods: Vec<String>,
    pub things: Vec<String>,
    pub rare: Vec<String>,
    pub homes: Vec<String>,
    pub legal: Vec<String>,
    pub analysis: Vec<String>,
    pub action: Vec<String>,
    pub source: Vec<SourceWords>,
    pub zone: ZoneReasons,
    pub supervision: SupervisionWords,
}

/// A source, and sentences as it writes them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceWords {
    pub kind: String,
    pub names: Vec<String>,
    pub reference: String,
    pub says: Vec<String>,
}

impl WordBanks {
    /// The banks as they stand in their file.
    pub fn read() -> Result<WordBanks, DemoFault> {
        super::read("put together from words", include_str!("words.toml"))
    }
}
