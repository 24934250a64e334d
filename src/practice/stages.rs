//! The stages of the 8 R's with their gates and checklists, the parts that people are named for, and the reunification
//! framework's tasks beside them, from `content/stages.toml`.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A stage (handbook p7 to p9, inventory INT6 and INT10).
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// 0 to 5. Stage 0 runs throughout.
    pub number: u8,
    /// Its name in one word.
    pub name: String,
    /// Which of the 8 R's belong to it.
    pub rs: Vec<String>,
    /// What it is for.
    pub purpose: String,
    /// Where the handbook has it.
    pub page: String,
}

/// Whether a stage can end without these items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// The stage is not finished without them.
    Gate,
    /// They help, and hold nothing up.
    Checklist,
}

/// Some items of a stage that belong together.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageList {
    /// The inventory's group, such as "S1G".
    pub id: String,
    /// The stage.
    pub stage: u8,
    /// Whether the stage can end without them.
    pub kind: ListKind,
    /// Its name.
    pub name: String,
    /// Where the handbook has it.
    pub page: String,
    /// The items, in the order in which they are shown.
    pub item: Vec<StageItem>,
}

/// What in the record can show an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownBy {
    /// People, and how they belong together.
    People,
    /// Entries of the chronology.
    Chronology,
    /// Turning points: the story in one page.
    Story,
    /// Entries with analysis or themes.
    Analysis,
    /// Entries with a colour of the matrix.
    Colour,
    /// Whether long gaps are left.
    Gaps,
    /// Accounts from the kind of source that answers to the item.
    Source,
    /// Somebody named for the part that answers to the item.
    Role,
    /// Findings about factors.
    Factors,
    /// The first decision on a child's zone.
    FirstZone,
    /// A later decision on a child's zone.
    ZoneAgain,
    /// The supervisor's voice in a decision.
    Supervisor,
    /// How far the stage is that the item sums up.
    Stage,
}

/// Something to be done, seen or thought of in a stage.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageItem {
    /// The inventory's id, such as "S1G.4": kept in records, never changes.
    pub id: String,
    /// What it is.
    pub words: String,
    /// More about it; empty when the words say it all.
    #[serde(default)]
    pub more: String,
    /// Whether it is asked for every child by itself.
    #[serde(default)]
    pub each: bool,
    /// Other items of the inventory that it answers: tools, people to name.
    #[serde(default)]
    pub covers: Vec<String>,
    /// What in the record can show it.
    pub shown_by: Option<ShownBy>,
}

/// For whom somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleOf {
    /// For every child by itself.
    Child,
    /// For a parent.
    Parent,
    /// For the case.
    Case,
}

/// A part that somebody is named for.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Kept in records, never changes.
    pub id: String,
    /// Shown.
    pub name: String,
    /// For whom.
    pub of: RoleOf,
    /// The question that leads to the name.
    pub asks: String,
    /// Where the handbook has it.
    pub page: String,
    /// The items that ask for it.
    pub items: Vec<String>,
}

/// A phase of the reunification framework (Table 2, inventory INT11).
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// 1 to 5.
    pub number: u8,
    /// The stage of the 8 R's beside it.
    pub stage: u8,
    /// What it is for.
    pub aim: String,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

/// A task of the reunification framework (Table 2, inventory INT9), and the items that answer it.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// The inventory's id.
    pub id: String,
    /// The framework's own number, such as "2.3".
    pub code: String,
    /// What it is.
    pub words: String,
    /// The items of the stages that answer it.
    pub items: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    stage: Vec<Stage>,
    list: Vec<StageList>,
    role: Vec<Part>,
    phase: Vec<Phase>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/stages.toml")).unwrap_or_default());

/// The stages in their order.
pub fn stages() -> &'static [Stage] {
    &FILE.stage
}

/// The lists of a stage, its gates first.
pub fn lists_of(stage: u8) -> impl Iterator<Item = &'static StageList> {
    FILE.list.iter().filter(move |list| list.stage == stage)
}

/// All items of all stages.
pub fn items() -> impl Iterator<Item = &'static StageItem> {
    FILE.list.iter().flat_map(|list| &list.item)
}

/// An item and the list in which it stands.
pub fn stage_item(id: &str) -> Option<(&'static StageList, &'static StageItem)> {
    let mut items = FILE
        .list
        .iter()
        .flat_map(|list| list.item.iter().map(move |item| (list, item)));
    items.find(|(_, item)| item.id == id)
}

/// The parts that somebody is named for.
pub fn parts() -> &'static [Part] {
    &FILE.role
}

/// A part by its id.
pub fn part(id: &str) -> Option<&'static Part> {
    parts().iter().find(|part| part.id == id)
}

/// The part for which an item asks.
pub fn part_of(item: &str) -> Option<&'static Part> {
    let asks = |part: &&Part| part.items.iter().any(|id| id == item);
    parts().iter().find(asks)
}

/// The phases of the reunification framework in their order.
pub fn phases() -> &'static [Phase] {
    &FILE.phase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::source_kinds;
    use std::collections::BTreeSet;

    #[test]
    fn every_gate_checklist_and_tool_of_the_handbook_stands_once() {
        toml::from_str::<File>(include_str!("content/stages.toml")).expect("it reads");
        let groups = [
            ("S0C", 6),
            ("S0D", 6),
            ("S0J", 4),
            ("S1A", 4),
            ("S1B", 2),
            ("S1G", 6),
            ("S1H", 8),
            ("S1I", 5),
            ("S1R", 8),
            ("S2A", 2),
            ("S2K", 3),
            ("S3A", 1),
            ("S3O", 8),
            ("S3P", 4),
            ("S4A", 2),
            ("S4E", 4),
            ("S4H", 3),
            ("S4I", 6),
            ("S4J", 4),
            ("S4K", 5),
            ("S4L", 5),
            ("S4M", 5),
            ("S4N", 3),
            ("S4O", 3),
            ("S5B", 3),
            ("S5C", 3),
            ("S5D", 3),
            ("S5E", 4),
            ("S5G", 5),
            ("S5H", 6),
            ("INT7", 11),
        ];
        let wanted: BTreeSet<String> = groups
            .iter()
            .flat_map(|(group, count)| (1..=*count).map(move |at| format!("{group}.{at}")))
            .collect();
        let all: Vec<String> = items()
            .flat_map(|item| item.covers.iter().chain([&item.id]).cloned())
            .collect();
        assert_eq!(all.len(), wanted.len(), "an item stands twice");
        assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), wanted);
    }

    #[test]
    fn the_eight_rs_stand_in_their_order_and_each_stage_has_a_gate() {
        let rs: Vec<&str> = stages()
            .iter()
            .flat_map(|stage| stage.rs.iter().map(String::as_str))
            .collect();
        let wanted =
            "Reflection Recognition Relationships Resilience Risk Repair Restoration Reality";
        assert_eq!(rs, wanted.split(' ').collect::<Vec<_>>());
        for (at, stage) in stages().iter().enumerate() {
            assert_eq!(usize::from(stage.number), at);
            let first = lists_of(stage.number).next().expect("a list");
            assert_eq!(first.kind, ListKind::Gate);
        }
    }

    #[test]
    fn an_item_fits_a_line_and_stands_in_its_own_list() {
        for list in &FILE.list {
            for item in &list.item {
                assert_eq!(item.id.split('.').next(), Some(list.id.as_str()));
                assert!(item.words.chars().count() <= 64, "{}", item.words);
            }
        }
    }

    #[test]
    fn what_shows_an_item_is_there_to_be_looked_up() {
        for item in items() {
            match item.shown_by {
                Some(ShownBy::Role) => assert!(part_of(&item.id).is_some(), "{}", item.id),
                Some(ShownBy::Source) => {
                    assert!(
                        source_kinds().iter().any(|kind| kind.item == item.id),
                        "{}",
                        item.id
                    )
                }
                _ => {}
            }
        }
        for part in parts() {
            assert!(part.items.iter().all(|item| stage_item(item).is_some()));
        }
    }

    #[test]
    fn all_22_tasks_of_the_framework_lead_to_items() {
        let tasks: Vec<&Task> = phases().iter().flat_map(|phase| &phase.tasks).collect();
        assert_eq!(tasks.len(), 22);
        for (at, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.id, format!("INT9.{}", at + 1));
            assert!(!task.items.is_empty());
            assert!(
                task.items.iter().all(|item| stage_item(item).is_some()),
                "{}",
                task.code
            );
        }
    }
}
