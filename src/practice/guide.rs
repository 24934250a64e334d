//! The handbook's prompts for thinking, planning and goals, and the short lists from which people choose, from
//! `content/guide.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// A prompt, in our own words.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The inventory item behind it; where there is none, the part of a record that it asks for.
    pub item: String,
    /// What it asks.
    pub asks: String,
}

/// The prompts under one heading.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// By which it is asked for; never changes.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Where the handbook has it.
    pub page: String,
    /// The prompts in their order.
    pub prompt: Vec<Prompt>,
}

/// One of a short list.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The list.
    list: String,
    /// Kept in records; never changes.
    pub id: String,
    /// Its name on the screen.
    pub name: String,
    /// What it means; may be empty.
    pub means: String,
    /// Where the handbook has it.
    pub page: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    guide: Vec<Guide>,
    choice: Vec<Listed>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/guide.toml")).unwrap_or_default());

/// The prompts of a heading.
pub fn guide(id: &str) -> Option<&'static Guide> {
    FILE.guide.iter().find(|guide| guide.id == id)
}

/// What the prompt of an item asks, under a heading.
pub fn asks(id: &str, item: &str) -> Option<&'static str> {
    let mut prompts = guide(id)?.prompt.iter();
    let prompt = prompts.find(|prompt| prompt.item == item)?;
    Some(&prompt.asks)
}

/// What a list offers, in its order.
pub fn listed(list: &str) -> impl Iterator<Item = &'static Listed> + '_ {
    FILE.choice.iter().filter(move |choice| choice.list == list)
}

/// The three forms of recognition.
pub fn recognition_forms() -> impl Iterator<Item = &'static Listed> {
    listed("recognition")
}

/// The parts of SMART; A is agreed, not achievable (inventory S3N).
pub fn smart_parts() -> impl Iterator<Item = &'static Listed> {
    listed("smart")
}

/// Other plans that a step can be part of (S3J).
pub fn other_plans() -> impl Iterator<Item = &'static Listed> {
    listed("plan")
}

/// The questions that a hypothesis can answer (S1M).
pub fn hypothesis_questions() -> impl Iterator<Item = &'static Listed> {
    listed("question")
}

/// What young people valued in a relationship (LR2).
pub fn valued() -> impl Iterator<Item = &'static Listed> {
    listed("valued")
}

/// What a link person helps with (LR3).
pub fn link_work() -> impl Iterator<Item = &'static Listed> {
    listed("link-work")
}

/// The name of something listed; its id where the list does not have it any more.
pub fn name_in<'a>(list: &str, id: &'a str) -> &'a str {
    let mut all = listed(list);
    all.find(|one| one.id == id).map_or(id, |one| &one.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_prompt_of_the_handbook_on_thinking_planning_and_goals_is_asked_somewhere() {
        let asked: BTreeSet<&str> = FILE
            .guide
            .iter()
            .flat_map(|guide| &guide.prompt)
            .map(|prompt| prompt.item.as_str())
            .chain(FILE.choice.iter().map(|choice| choice.id.as_str()))
            .collect();
        let groups = [
            ("S1C", 3),
            ("S1L", 6),
            ("S1M", 5),
            ("S1N", 4),
            ("S1O", 3),
            ("S1P", 5),
            ("S3B", 3),
            ("S3C", 3),
            ("S3F", 5),
            ("S3G", 1),
            ("S3H", 3),
            ("S3I", 1),
            ("S3N", 5),
            ("S0A", 2),
            ("S0B", 3),
            ("S0E", 3),
            ("S0F", 2),
            ("S0G", 5),
            ("S0H", 4),
            ("S0I", 3),
            ("LR6", 5),
            ("S0D", 6),
            ("S1B", 1),
            ("S4I", 6),
            ("S5E", 4),
            ("LR1", 2),
            ("LR2", 7),
            ("LR3", 5),
            ("LR4", 4),
            ("LR5", 6),
        ];
        for (group, count) in groups {
            for number in 1..=count {
                let item = format!("{group}.{number}");
                assert!(asked.contains(item.as_str()), "{item} is asked nowhere");
            }
        }
        assert!(asked.contains("S4L.5"));
    }

    #[test]
    fn ids_are_one_each_and_lists_are_there() {
        let ids: BTreeSet<_> = FILE
            .choice
            .iter()
            .map(|choice| (&choice.list, &choice.id))
            .collect();
        assert_eq!(ids.len(), FILE.choice.len());
        let guides: BTreeSet<_> = FILE.guide.iter().map(|guide| &guide.id).collect();
        assert_eq!(guides.len(), FILE.guide.len());
        assert_eq!(
            (
                recognition_forms().count(),
                smart_parts().count(),
                other_plans().count(),
                hypothesis_questions().count()
            ),
            (3, 5, 5, 5)
        );
        assert_eq!(name_in("plan", "care-plan"), "Care plan");
        assert_eq!(name_in("plan", "of-old"), "of-old");
    }
}
