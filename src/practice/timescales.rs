//! Visits, reviews and formal steps by their ids, from `content/occasions.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// A kind of visit, review or formal step.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccasionKind {
    /// Kept in records; never changes.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In a word or two.
    pub short: String,
    /// Whether children are seen at it.
    #[serde(default)]
    pub seen: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    occasion: Vec<OccasionKind>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/occasions.toml")).unwrap_or_default());

/// Every kind, in the order in which they are offered.
pub fn occasions() -> impl Iterator<Item = &'static OccasionKind> {
    FILE.occasion.iter()
}

/// The name of a kind; its id where it is not known any more.
pub fn occasion_name(id: &str) -> &str {
    let mut all = FILE.occasion.iter();
    all.find(|kind| kind.id == id).map_or(id, |kind| &kind.name)
}
