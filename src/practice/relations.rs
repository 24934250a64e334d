//! What people are to the children of a case, from `content/relations.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Relation {
    id: String,
    words: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sides {
    mothers: Vec<String>,
    fathers: Vec<String>,
}

/// Words in the notes on a person that stand before a fact of its own, lower case.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteWords {
    /// Before what people call them.
    pub known_as: Vec<String>,
    /// Before other spellings, which stand in quotes.
    pub also_written: Vec<String>,
    /// Before the adult whom the child trusts.
    pub trusted_adult: Vec<String>,
    /// Before their advocate.
    pub advocate: Vec<String>,
    /// Before a former partner.
    pub separated: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    relation: Vec<Relation>,
    sides: Sides,
    notes: NoteWords,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/relations.toml")).unwrap_or_default());

/// On whose side a relative is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The mother's.
    Mothers,
    /// The father's.
    Fathers,
}

/// The id of the relation that words speak of ("maternal grandmother" gives "grandparent").
pub fn relation_of(words: &str) -> Option<&'static str> {
    let plain = format!(" {} ", plain(words));
    let held = |relation: &'static Relation| {
        let fits = relation
            .words
            .iter()
            .filter(|known| plain.contains(&format!(" {known} ")));
        Some((fits.map(String::len).max()?, relation.id.as_str()))
    };
    FILE.relation
        .iter()
        .filter_map(held)
        .max_by_key(|(length, _)| *length)
        .map(|(_, id)| id)
}

/// On whose side of the family words put a relative.
pub fn side_of(words: &str) -> Option<Side> {
    let plain = plain(words);
    let holds = |side: &[String]| {
        plain
            .split(' ')
            .any(|word| side.iter().any(|known| known == word))
    };
    if holds(&FILE.sides.mothers) {
        Some(Side::Mothers)
    } else if holds(&FILE.sides.fathers) {
        Some(Side::Fathers)
    } else {
        None
    }
}

/// Words in notes that stand before a fact of its own.
pub fn note_words() -> &'static NoteWords {
    &FILE.notes
}

fn plain(words: &str) -> String {
    let lower = words.to_lowercase().replace(['\'', '’'], "");
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_are_read_by_their_longest_words() {
        let file: Result<File, _> = toml::from_str(include_str!("content/relations.toml"));
        assert!(
            file.is_ok(),
            "{:?}",
            file.err().map(|fault| fault.to_string())
        );
        assert_eq!(relation_of("Maternal Grandmother"), Some("grandparent"));
        assert_eq!(side_of("Maternal Grandmother"), Some(Side::Mothers));
        assert_eq!(relation_of("step-mother"), Some("step-parent"));
        assert_eq!(relation_of("mother's partner"), Some("step-parent"));
        assert_eq!(relation_of("foster carer"), Some("foster-carer"));
        assert_eq!(relation_of("neighbour"), None);
    }
}
