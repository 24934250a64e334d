//! The words by which a reason tells what was read at an analysis, from `content/reading_words.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// What a phrase can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// How resilience moves.
    Resilience,
    /// How it stands with the risk.
    Risk,
    /// Whether capacity for change is shown.
    Capacity,
    /// Whether anything improved.
    PositiveChange,
    /// What parents and child want.
    Wishes,
    /// Which level of resilience fits.
    ResilienceLevel,
    /// Which level of risk fits.
    RiskLevel,
    /// That there was a lapse.
    Lapse,
}

/// Phrases that tell one thing.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Of what.
    pub part: Told,
    /// What it is, by the name that the value has in data.
    pub value: String,
    /// The phrases, folded; "*" stands for up to three words.
    pub words: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    phrase: Vec<Phrases>,
}

static PHRASES: LazyLock<Vec<Phrases>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("content/reading_words.toml")).unwrap_or_default();
    file.phrase
});

/// All phrases.
pub fn reading_words() -> &'static [Phrases] {
    &PHRASES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::Zone;
    use crate::practice::matrix::{Resilience, RiskStatus, Wishes};

    #[test]
    fn the_content_file_reads_and_every_value_is_one_that_the_matrix_knows() {
        assert!(reading_words().len() > 15, "the file did not read");
        for phrases in reading_words() {
            let json = format!("\"{}\"", phrases.value);
            let known = match phrases.part {
                Told::Resilience => serde_json::from_str::<Resilience>(&json).is_ok(),
                Told::Risk => serde_json::from_str::<RiskStatus>(&json).is_ok(),
                Told::Wishes => serde_json::from_str::<Wishes>(&json).is_ok(),
                Told::Capacity => ["shown", "not_shown"].contains(&phrases.value.as_str()),
                Told::PositiveChange | Told::Lapse => {
                    ["yes", "no"].contains(&phrases.value.as_str())
                }
                Told::ResilienceLevel | Told::RiskLevel => {
                    Zone::from_word(&phrases.value).is_some()
                }
            };
            assert!(known, "{phrases:?}");
            assert!(!phrases.words.is_empty());
        }
    }
}
