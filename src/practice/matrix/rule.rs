//! The rules of the matrix and the words of their conditions, from `content/zone_rules.toml`.

use super::Zone;
use super::months::month_words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// How near to the handbook a rule stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// As the matrix says it.
    Literal,
    /// From the handbook's text.
    Text,
    /// Drawn from both where they are silent.
    Inferred,
    /// Nothing settles it; people look.
    #[default]
    Review,
}

impl Basis {
    /// How it is said on a screen.
    pub fn words(self) -> &'static str {
        match self {
            Basis::Literal => "as the matrix says it",
            Basis::Text => "from the handbook's text",
            Basis::Inferred => "drawn from the handbook, which does not say it itself",
            Basis::Review => "nothing settles it, so people look",
        }
    }
}

/// A rule of the matrix.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its short name; never changes.
    pub id: String,
    /// The page of the handbook.
    pub page: String,
    /// How near to the handbook it stands.
    pub basis: Basis,
    /// What it says, with places for a period and a day; [`Rule::said`] fills them.
    words: String,
    /// Other rules that say the same or explain it.
    #[serde(default)]
    pub also: Vec<String>,
    /// A zone that people may choose instead.
    #[serde(default)]
    pub consider: Option<Zone>,
}

impl Rule {
    /// What the rule says when the agreed period is so many months.
    pub fn said(&self, months: u32) -> String {
        filled(&self.words, months)
    }

    /// Whether the rule goes by this name or stands for the one that does.
    pub fn is(&self, id: &str) -> bool {
        self.id == id || self.also.iter().any(|also| also == id)
    }
}

/// Puts a period into a sentence.
pub(super) fn filled(words: &str, months: u32) -> String {
    let said = month_words(months);
    let mut capital = said.clone();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
        .replace("{months}", &said)
        .replace("{Months}", &capital)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionWords {
    id: String,
    words: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
    condition: Vec<ConditionWords>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../content/zone_rules.toml")).unwrap_or_default()
});

static UNKNOWN: LazyLock<Rule> = LazyLock::new(Rule::default);

/// Every rule, in the order of the content.
pub fn rules() -> &'static [Rule] {
    &FILE.rule
}

/// The rule of this name. A test checks that every name that the program uses is there; a name that is not gives a rule
/// without words, so that a reading is never refused for it.
pub fn rule(id: &str) -> &'static Rule {
    rules()
        .iter()
        .find(|rule| rule.id == id)
        .unwrap_or_else(|| &UNKNOWN)
}

/// The words of a condition.
pub(super) fn condition_words(id: &str) -> &'static str {
    let found = FILE.condition.iter().find(|condition| condition.id == id);
    found.map_or("", |condition| &condition.words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_content_file_reads_and_every_name_stands_once() {
        let ids: BTreeSet<_> = rules().iter().map(|rule| &rule.id).collect();
        assert!(ids.len() > 60, "the file did not read");
        assert_eq!(ids.len(), rules().len());
        let conditions: BTreeSet<_> = FILE.condition.iter().map(|words| &words.id).collect();
        assert_eq!(conditions.len(), FILE.condition.len());
    }

    #[test]
    fn every_rule_names_its_page_and_says_a_sentence() {
        for rule in rules() {
            let said = rule.said(6);
            assert!(rule.page.starts_with('p'), "{}", rule.id);
            assert!(
                said.ends_with('.') && said.starts_with(|c: char| c.is_uppercase()),
                "{said}"
            );
            assert!(said.chars().count() <= 230, "{said}");
            assert!(
                !said.contains("{months}") && !said.contains("{Months}"),
                "{said}"
            );
        }
    }

    #[test]
    fn another_period_is_said_as_agreed() {
        assert!(rule("O1/O3").said(3).starts_with("Three months in Orange"));
        assert!(rule("O-T1").is("T2") && rule("O1/O3").is("O3"));
    }
}
