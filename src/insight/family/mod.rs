//! By which words the people of a case are spoken of.

mod sections;

pub use sections::section;

use super::folding::folded;
use crate::record::{CaseFile, Person, RecordId};
use std::collections::HashMap;

/// The words of a family's names: "Siân", "PROSSER", "Nain", and to whom each can point.
#[derive(Clone, Debug, Default)]
pub struct Family {
    named: HashMap<String, Vec<RecordId>>,
    people: HashMap<RecordId, Member>,
    children: Vec<RecordId>,
}

#[derive(Clone, Debug, Default)]
struct Member {
    short_name: String,
    relation: String,
}

impl Family {
    /// The names of these people.
    pub fn of<'a>(people: impl IntoIterator<Item = (RecordId, &'a Person)>) -> Family {
        let mut family = Family::default();
        for (id, person) in people {
            let names = [&person.name, &person.known_as];
            for name in names.into_iter().chain(&person.also_written) {
                for word in folded(name).split(|letter: char| !letter.is_alphanumeric()) {
                    let known = family.named.entry(word.to_owned()).or_default();
                    if word.len() > 1 && !known.contains(&id) {
                        known.push(id);
                    }
                }
            }
            family.people.insert(
                id,
                Member {
                    short_name: person.short_name().to_owned(),
                    relation: folded(&person.relation),
                },
            );
            if person.is_child {
                family.children.push(id);
            }
        }
        family.named.retain(|_, who| !who.is_empty());
        family
    }

    /// The names of the people of a case.
    pub fn of_case(file: &CaseFile) -> Family {
        Family::of(
            file.people
                .values()
                .map(|person| (person.id(), &person.body)),
        )
    }

    /// All words of names, folded.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.keys().map(String::as_str)
    }

    /// Whether a folded word is part of somebody's name.
    pub fn is_name(&self, word: &str) -> bool {
        self.named.contains_key(word)
    }

    /// Everybody of whom a folded word can be part of the name.
    pub fn who_is_called(&self, word: &str) -> &[RecordId] {
        self.named.get(word).map_or(&[], Vec::as_slice)
    }

    /// The people with this relation to the children, such as "mother"; "grandmother" also finds a "maternal
    /// grandmother". A `side` ("maternal") narrows it where somebody's relation names it.
    pub fn with_relation(&self, relation: &str, side: &str) -> Vec<RecordId> {
        let has = |member: &Member, name: &str| {
            member.relation.split_whitespace().any(|word| word == name)
        };
        let related = self
            .people
            .iter()
            .filter(|(_, member)| has(member, relation));
        let (on_side, others): (Vec<_>, Vec<_>) =
            related.partition(|(_, member)| !side.is_empty() && has(member, side));
        let found = if on_side.is_empty() { others } else { on_side };
        let mut found: Vec<RecordId> = found.into_iter().map(|(id, _)| *id).collect();
        found.sort_unstable();
        found
    }

    /// Somebody's relation to the children, folded.
    pub fn relation(&self, person: RecordId) -> &str {
        self.people
            .get(&person)
            .map_or("", |member| &member.relation)
    }

    /// What people call somebody.
    pub fn short_name(&self, person: RecordId) -> &str {
        self.people
            .get(&person)
            .map_or("", |member| &member.short_name)
    }

    /// The children of the case.
    pub fn children(&self) -> &[RecordId] {
        &self.children
    }
}
