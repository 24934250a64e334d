//! Themes of an analytical chronology, from `content/themes.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// A theme that an entry can be about (handbook p22, inventory S1I.1).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Stored in entries; never changes.
    pub id: String,
    /// Shown.
    pub name: String,
    /// What belongs under it.
    pub means: String,
}

#[derive(Default, Deserialize)]
struct File {
    theme: Vec<Theme>,
}

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("content/themes.toml")).unwrap_or_default();
    file.theme
});

/// All themes, in the order in which they are offered.
pub fn themes() -> &'static [Theme] {
    &THEMES
}

/// The name of a theme by its id; a theme in the worker's own words is its own name.
pub fn theme_name(id: &str) -> &str {
    themes()
        .iter()
        .find(|theme| theme.id == id)
        .map_or(id, |theme| &theme.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_content_file_reads_and_every_id_stands_once() {
        let ids: BTreeSet<_> = themes().iter().map(|theme| &theme.id).collect();
        assert!(ids.len() >= 10, "the file did not read");
        assert_eq!(ids.len(), themes().len());
    }

    #[test]
    fn a_theme_in_own_words_is_shown_as_written() {
        assert_eq!(theme_name("school"), "School and learning");
        assert_eq!(theme_name("the allotment"), "the allotment");
    }
}
