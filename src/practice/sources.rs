//! Kinds of source of a chronology, from `content/sources.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// A kind of source (handbook p22, inventory S1H).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceKind {
    /// Stored in accounts; never changes.
    pub id: String,
    /// Shown.
    pub name: String,
    /// What belongs under it.
    pub means: String,
    /// The inventory item that names it.
    pub item: String,
    /// Words by which it is recognised, lower case and without accents.
    pub likely: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    anybodys: Vec<String>,
    source: Vec<SourceKind>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/sources.toml")).unwrap_or_default());

/// All kinds of source, in the order in which they are offered.
pub fn source_kinds() -> &'static [SourceKind] {
    &FILE.source
}

/// The name of a kind of source; its id where the content does not have it any more.
pub fn source_kind_name(id: &str) -> &str {
    let mut kinds = source_kinds().iter();
    kinds
        .find(|kind| kind.id == id)
        .map_or(id, |kind| &kind.name)
}

/// The kind that a source's own words speak for: the one whose longest word they hold. `None` when they hold none, or
/// speak of something that either side may have written down.
pub fn source_kind_of(folded: &str) -> Option<&'static SourceKind> {
    let holds = |likely: &str| {
        let (word, is_stem) = match likely.strip_suffix('-') {
            Some(stem) => (stem, true),
            None => (likely, false),
        };
        folded.match_indices(word).any(|(at, _)| {
            let (before, behind) = (folded.get(..at), folded.get(at + word.len()..));
            let behind = behind.unwrap_or_default();
            let ends = !begins_with_letter(behind)
                || behind
                    .strip_prefix('s')
                    .is_some_and(|behind| !begins_with_letter(behind));
            let before = before.and_then(|text| text.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric()) && (is_stem || ends)
        })
    };
    if FILE.anybodys.iter().any(|words| holds(words)) {
        return None;
    }
    let best = |kind: &&'static SourceKind| {
        kind.likely
            .iter()
            .filter(|likely| holds(likely))
            .map(String::len)
            .max()
            .unwrap_or(0)
    };
    source_kinds()
        .iter()
        .rev()
        .max_by_key(best)
        .filter(|kind| best(kind) > 0)
}

fn begins_with_letter(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_content_file_reads_and_every_id_stands_once() {
        let ids: BTreeSet<_> = source_kinds().iter().map(|kind| &kind.id).collect();
        assert!(ids.len() >= 8, "the file did not read");
        assert_eq!(ids.len(), source_kinds().len());
    }

    #[test]
    fn sources_are_recognised_by_their_own_words() {
        let kind = |words| source_kind_of(words).map(|kind| kind.id.as_str());
        assert_eq!(kind("police notification"), Some("police"));
        assert_eq!(kind("gp surgery (telephone)"), Some("health"));
        assert_eq!(kind("looked after review"), Some("reviews"));
        assert_eq!(kind("bagpipe band"), None);
        assert_eq!(kind("courtney pepper"), None);
        assert_eq!(kind("foster carers' diary"), Some("home"));
    }

    #[test]
    fn meetings_and_papers_are_called_what_they_are_or_nothing() {
        let kind = |words| source_kind_of(words).map(|kind| kind.id.as_str());
        for nobodys in [
            "family group conference",
            "panel",
            "assessment",
            "review",
            "conference",
            "social media",
            "joint visit with health visitor",
        ] {
            assert_eq!(kind(nobodys), None, "{nobodys}");
        }
        for (words, expected) in [
            ("initial child protection conference", "social-care"),
            ("review conference", "social-care"),
            ("core group", "social-care"),
            ("matrix review (a brennock)", "social-care"),
            ("hospital social worker", "social-care"),
            ("child and family assessment", "social-care"),
            ("looked after review", "reviews"),
            ("child in need review", "reviews"),
            ("health assessment", "health"),
            ("school nurse", "health"),
            ("duty gp", "health"),
            ("neighbourhood police team", "police"),
            ("children's centre", "other"),
            ("section 20 agreement", "accommodation"),
        ] {
            assert_eq!(kind(words), Some(expected), "{words}");
        }
    }
}
