//! Legal statuses of children: names, short forms, return codes, from `content/legal_statuses.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// Whether a status makes a child looked after (Children Act 1989 s22).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LookedAfter {
    /// It does not.
    #[default]
    No,
    /// It does, wherever the child lives.
    Always,
    /// It does while the child lives in accommodation of the authority.
    WhenAccommodated,
    /// For single short breaks that are counted together and have rules of their own.
    ShortBreaks,
}

/// A legal status.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalKind {
    /// Its name.
    pub name: String,
    /// A few letters for narrow places, as teams say them ("ICO").
    pub short: String,
    /// Its code in the SSDA903 return; empty when it has none.
    pub code: String,
    /// Whether it makes a child looked after.
    #[serde(default)]
    pub looked_after: LookedAfter,
    /// Words by which it is recognised, lower case and without accents.
    pub likely: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    status: Vec<LegalKind>,
}

static STATUSES: LazyLock<Vec<LegalKind>> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("content/legal_statuses.toml")).unwrap_or_default();
    file.status
});

/// Every status, those of looked after children first.
pub fn legal_kinds() -> &'static [LegalKind] {
    &STATUSES
}

/// The status that a record's own words, folded, speak for: the one whose longest word they hold. Whatever stands in
/// brackets is beside it. `None` when they hold none: the words are then shown as written.
pub fn legal_kind_of(folded: &str) -> Option<&'static LegalKind> {
    let main = folded.split('(').next().unwrap_or(folded);
    let best = |kind: &&'static LegalKind| {
        let found = kind
            .likely
            .iter()
            .filter(|word| main.contains(word.as_str()));
        found.map(String::len).max().unwrap_or(0)
    };
    let kind = STATUSES.iter().rev().max_by_key(best)?;
    (best(&kind) > 0).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_recognised_by_the_words_of_records() {
        let short = |words: &str| legal_kind_of(words).map(|kind| kind.short.as_str());
        assert_eq!(short("care order"), Some("CO"));
        assert_eq!(short("interim care order (to 28 july)"), Some("ICO"));
        assert_eq!(short("interim supervision order"), Some("ISO"));
        assert_eq!(short("accommodated under s.20"), Some("s20"));
        assert_eq!(
            short("none (child protection plan 30/03/2021 to 09/12/2021)"),
            Some("none")
        );
        assert_eq!(short("ward of court"), None);
        assert_eq!(short("care order discharged"), Some("none"));
    }

    #[test]
    fn the_statuses_that_make_a_child_looked_after_are_those_of_the_return() {
        for kind in legal_kinds() {
            let looked_after = kind.looked_after != LookedAfter::No;
            assert_eq!(looked_after, !kind.code.is_empty(), "{}", kind.short);
        }
        let of = |words: &str| legal_kind_of(words).map(|kind| kind.looked_after);
        assert_eq!(of("care order"), Some(LookedAfter::Always));
        assert_eq!(of("short breaks"), Some(LookedAfter::ShortBreaks));
        assert_eq!(of("police protection"), Some(LookedAfter::WhenAccommodated));
        assert_eq!(of("child in need"), Some(LookedAfter::No));
    }

    #[test]
    fn the_file_is_read_and_its_short_forms_are_short_and_used_once() {
        let kinds = legal_kinds();
        assert!(kinds.len() > 15);
        for kind in kinds {
            assert!(kind.short.len() <= 7, "{} is long", kind.short);
            let same = kinds.iter().filter(|other| other.short == kind.short);
            assert_eq!(same.count(), 1, "{} stands for two", kind.short);
        }
    }
}
