//! Rules on wording that deserves a second look: what each finds, why, and a question instead. Read from
//! `content/wording.toml`, which also tells how the patterns are written. They are tried on texts by the floors above.

use serde::Deserialize;
use std::sync::LazyLock;

/// What a text is: some rules only speak of some texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextOf {
    /// An entry of a chronology, whole.
    Entry,
    /// A need: the text itself states what is needed.
    Need,
    /// Evidence of change: a review of a goal, capacity that was shown.
    Evidence,
    /// Anything else.
    #[default]
    Other,
}

impl TextOf {
    /// All of them.
    pub const ALL: [TextOf; 4] = [TextOf::Entry, TextOf::Need, TextOf::Evidence, TextOf::Other];

    /// Its name in data.
    pub fn id(self) -> &'static str {
        match self {
            TextOf::Entry => "entry",
            TextOf::Need => "need",
            TextOf::Evidence => "evidence",
            TextOf::Other => "other",
        }
    }
}

/// One kind of wording to think about.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Kept in records; never changes.
    pub id: String,
    /// What it is, in a few words.
    pub title: String,
    /// Why it deserves a second look.
    pub why: String,
    /// A question that leads to other words.
    pub question: String,
    /// Where the handbook has it.
    pub page: String,
    /// The inventory item behind it.
    pub item: String,
    /// The patterns that find it.
    #[serde(default)]
    pub finds: Vec<String>,
    /// Patterns that pass it over when they stand right before.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Patterns that pass it over when they stand right behind.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// Patterns that pass it over wherever they stand in the same sentence.
    #[serde(default)]
    pub not_with: Vec<String>,
    /// Whether it is found in a question too; to ask is mostly to think.
    #[serde(default)]
    pub in_questions: bool,
    /// Decides on whole texts rather than on phrases.
    pub whole: Option<Whole>,
    /// What it finds and what it passes over.
    #[serde(default)]
    pub example: Vec<Example>,
}

/// A text in which nothing else stands than these words, names and numbers.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whole {
    /// Which texts.
    pub of: TextOf,
    /// A text of more words tells something.
    pub at_most: usize,
    /// At least one of these stands in it.
    pub must: Vec<String>,
    /// These may stand in it too.
    pub may: Vec<String>,
}

/// An example, which is a test.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What the text is.
    #[serde(default)]
    pub of: TextOf,
    /// The text; what is found stands in square brackets, without any nothing is found.
    pub text: String,
}

/// Words that stand for each other; written `@name` in a pattern.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Patterns, each of which fits; they may use classes that stand earlier.
    pub words: Vec<String>,
}

/// What passes any wording over, whichever rule it is.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassedOver {
    /// When one of these stands right before.
    pub before: Vec<String>,
    /// When one of these stands in the same sentence.
    pub with: Vec<String>,
    /// When the next sentence begins with one of these.
    pub next: Vec<String>,
    /// When a text that states a need begins with what was found, and one of these stands right behind it.
    pub bare_after: Vec<String>,
}

/// All that the file holds.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// What passes any wording over.
    pub passed_over: PassedOver,
    /// Words that no gap of a pattern steps across.
    pub no_gap: Vec<String>,
    /// Words with a capital that are nobody's name.
    pub no_name: Vec<String>,
    /// Classes of words.
    pub class: Vec<Class>,
    /// The rules, in the order in which they are listed.
    pub rule: Vec<Rule>,
}

static WORDING: LazyLock<Wording> =
    LazyLock::new(|| toml::from_str(include_str!("content/wording.toml")).unwrap_or_default());

/// All that the file holds.
pub fn wording() -> &'static Wording {
    &WORDING
}

/// The rules, in the order in which they are listed.
pub fn rules() -> &'static [Rule] {
    &WORDING.rule
}

/// A rule by its id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_read_and_fit_into_two_rows_under_a_field() {
        let file: Wording = toml::from_str(include_str!("content/wording.toml")).unwrap();
        let ids: Vec<&str> = file.rule.iter().map(|rule| rule.id.as_str()).collect();
        let wanted =
            "need-universal need-service need-assessment label victim-blaming thin compliance";
        assert_eq!(ids.join(" "), wanted);
        for rule in &file.rule {
            let letters = |text: &str| text.chars().count();
            assert!(letters(&rule.why) <= 140, "{}: {}", rule.id, rule.why);
            assert!(letters(&rule.question) <= 110, "{}", rule.question);
            assert!(rule.question.ends_with('?'), "{}", rule.question);
            assert!(rule.page.starts_with('p') && rule.item.starts_with('S'));
            let found = rule.example.iter().filter(|one| one.text.contains('['));
            let found = found.count();
            let passed = rule.example.len() - found;
            assert!(found >= 3 && passed >= 5, "{} {found} {passed}", rule.id);
        }
    }

    #[test]
    fn a_text_is_named_as_in_data() {
        for of in TextOf::ALL {
            let json = format!("\"{}\"", of.id());
            assert_eq!(serde_json::from_str::<TextOf>(&json).unwrap(), of);
        }
    }
}
