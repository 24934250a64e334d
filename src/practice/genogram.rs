//! The key of the genogram, from `content/genogram.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// A sign with what it means.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// What it means.
    pub means: String,
    /// How a terminal draws it.
    pub sign: String,
    /// The same without Unicode.
    pub plain: String,
    /// Where the convention comes from.
    pub source: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sign: Vec<Sign>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/genogram.toml")).unwrap_or_default());

/// Every sign, people before lines.
pub fn signs() -> &'static [Sign] {
    &FILE.sign
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_is_explained_and_plain_signs_are_plain() {
        assert!(signs().len() > 20);
        for sign in signs() {
            assert!(sign.plain.is_ascii(), "{}", sign.means);
            assert!(!sign.means.is_empty() && !sign.source.is_empty());
        }
    }
}
