//! Which of the people of a case a word for a parent means.

use crate::practice::relations::{Side, relation_of};
use crate::record::{CaseFile, RecordId, Sex};

/// The parents of the children of a case.
pub(super) fn parents(case: &CaseFile) -> Vec<RecordId> {
    let people = case.people.values();
    let parents = people.filter(|person| relation_of(&person.body.relation) == Some("parent"));
    parents.map(|person| person.id()).collect()
}

/// The one parent whom "mother" or "dad" by itself means.
pub(super) fn parent_called(words: &str, case: &CaseFile) -> Option<RecordId> {
    let side = match words {
        "mother" | "mum" | "mam" => Side::Mothers,
        "father" | "dad" | "tad" => Side::Fathers,
        _ => return None,
    };
    parent_on(Some(side), case)
}

/// The one parent on a side of the family.
pub fn parent_on(side: Option<Side>, case: &CaseFile) -> Option<RecordId> {
    let sex = match side? {
        Side::Mothers => Sex::Female,
        Side::Fathers => Sex::Male,
    };
    let words = match side? {
        Side::Mothers => ["mother", "mum", "mam"],
        Side::Fathers => ["father", "dad", "tad"],
    };
    let people = case.people.values();
    let mut parents = people.filter(|person| {
        let relation = person.body.relation.to_lowercase();
        relation_of(&relation) == Some("parent")
            && (person.body.sex == sex
                || relation
                    .split_whitespace()
                    .any(|word| words.contains(&word)))
    });
    let only = parents.next()?.id();
    parents.next().is_none().then_some(only)
}
