//! Kinds of place where a child can live, from `content/places.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// With whom a child lives, in the broadest words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Living {
    /// With a parent.
    Home,
    /// With relatives, friends or an adoptive family.
    Family,
    /// Looked after elsewhere.
    LookedAfter,
}

/// A kind of place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// With whom.
    pub living: Living,
    /// One short word.
    pub short: String,
    /// Words by which it is recognised, lower case and without accents.
    pub likely: Vec<String>,
}

impl Place {
    /// Whether it is with an adoptive family.
    pub fn is_adoptive(&self) -> bool {
        self.short == "adoptive"
    }

    /// Whether it is care in a foster family.
    pub fn is_foster_care(&self) -> bool {
        self.short == "foster"
    }
}

#[derive(Default, Deserialize)]
struct File {
    place: Vec<Place>,
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("content/places.toml")).unwrap_or_default();
    file.place
});

/// The kind of place that a record's own words, folded, speak for: the one whose longest word they hold. `None` when
/// they hold none: the kind is then shown as written and drawn as not known.
pub fn place_of(folded: &str) -> Option<&'static Place> {
    let best = |place: &&'static Place| {
        let found = place
            .likely
            .iter()
            .filter(|word| folded.contains(word.as_str()));
        found.map(String::len).max().unwrap_or(0)
    };
    let place = PLACES.iter().rev().max_by_key(best)?;
    (best(&place) > 0).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_recognised_by_the_words_of_records() {
        let living = |words: &str| place_of(words).map(|place| place.living);
        assert_eq!(living("with parents"), Some(Living::Home));
        assert_eq!(living("placed with parent"), Some(Living::Home));
        assert_eq!(living("informal family care"), Some(Living::Family));
        assert_eq!(living("foster care"), Some(Living::LookedAfter));
        assert_eq!(
            living("residential children's home"),
            Some(Living::LookedAfter)
        );
        assert_eq!(
            living("foster care with relative or friend"),
            Some(Living::LookedAfter)
        );
        assert_eq!(living("somewhere"), None);
        let short = |words: &str| place_of(words).map(|place| place.short.as_str());
        assert_eq!(short("foster mother's home"), Some("foster"));
        assert_eq!(short("independent fostering agency"), Some("foster"));
        assert_eq!(short("care home"), Some("group"));
        assert_eq!(short("mother and baby unit"), Some("unit"));
    }
}
