//! The words by which agencies tell the same event: read from `content/same_event.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// Word lists for telling whether two accounts speak of one event.
#[derive(Debug, Default, Deserialize)]
pub struct SameEvent {
    /// Words that say nothing about which event it was, parted by white space.
    pub stop: String,
    /// Words of the trade that stand in very many entries.
    pub common: String,
    /// Words that mean the same.
    pub group: Vec<Group>,
    /// Agencies.
    pub agency: Vec<Agency>,
}

/// Words and phrases that mean the same thing.
#[derive(Debug, Deserialize)]
pub struct Group {
    /// The thing, as a finding says it ("an argument").
    pub say: String,
    /// Whether it makes an event the event that it is.
    #[serde(default)]
    pub event: bool,
    /// The words and phrases.
    pub words: Vec<String>,
}

/// An agency, with the words by which it is known.
#[derive(Debug, Deserialize)]
pub struct Agency {
    /// Its id.
    pub id: String,
    /// Words and phrases.
    pub words: Vec<String>,
}

/// The word lists that are compiled in.
pub fn same_event() -> &'static SameEvent {
    static LISTS: LazyLock<SameEvent> = LazyLock::new(|| {
        toml::from_str(include_str!("content/same_event.toml")).unwrap_or_default()
    });
    &LISTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_can_be_read_and_no_word_stands_in_two_groups() {
        let lists: SameEvent = toml::from_str(include_str!("content/same_event.toml")).unwrap();
        assert!(!lists.stop.is_empty() && !lists.common.is_empty());
        assert!(lists.group.len() > 40 && lists.agency.len() > 8);
        let mut seen = std::collections::HashMap::new();
        for group in &lists.group {
            for word in &group.words {
                let before = seen.insert(word.clone(), &group.say);
                assert_eq!(before, None, "{word} stands in two groups");
            }
        }
    }
}
