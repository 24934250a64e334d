//! Whom findings about factors are about: each child, each parent, the parents together, whoever cares or is assessed
//! as a carer, and the family (inventory S2D.2 and S2D.3).

use crate::insight::people::{Circle, people_in_order};
use crate::insight::words::listed;
use crate::practice::factors::{AskedOf, factor};
use crate::record::{CaseFile, FactorFinding, RecordId, Subject};

/// What the family as a whole is called.
const FAMILY: &str = "Family";

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whose {
    /// A child.
    Child,
    /// A parent.
    Parent,
    /// Several people together.
    Together,
    /// A relative who cares, or anybody assessed as a carer: what is asked of a parent was found of them.
    Carer,
    /// Anybody else of whom something was found.
    Other,
    /// The family.
    Family,
}

/// A column of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Whom it is about.
    pub subject: Subject,
    /// What they are called.
    pub name: String,
    /// What it stands for.
    pub whose: Whose,
}

/// The columns of a case, in the order in which a family is told.
pub(super) fn columns(file: &CaseFile) -> Vec<Column> {
    let people = people_in_order(file);
    let parents: Vec<RecordId> = people
        .iter()
        .filter(|(circle, _)| *circle == Circle::Parent)
        .map(|(_, person)| person.id())
        .collect();
    let mut columns: Vec<Column> = Vec::new();
    for (circle, person) in &people {
        let whose = match circle {
            Circle::Child => Whose::Child,
            Circle::Parent => Whose::Parent,
            Circle::Kin if cares_now(file, person.id()) => Whose::Carer,
            _ if is_found(file, person.id(), is_asked_of_carers) => Whose::Carer,
            _ if is_found(file, person.id(), |_| true) => Whose::Other,
            _ => continue,
        };
        columns.push(Column {
            subject: Subject::Person(person.id()),
            name: person.body.short_name().to_owned(),
            whose,
        });
    }
    let together = (parents.len() > 1).then(|| Subject::Together(parents.clone()));
    let found = file.factors.values().map(|found| &found.body.subject);
    let several = found.filter(|subject| matches!(subject, Subject::Together(_)));
    let mut taken: Vec<&Subject> = Vec::new();
    for subject in together.iter().chain(several) {
        if taken.iter().any(|known| is_same(known, subject)) {
            continue;
        }
        taken.push(subject);
        let name = match together.as_ref() {
            Some(parents) if is_same(parents, subject) => "Parents".to_owned(),
            _ => names(file, subject),
        };
        columns.push(Column {
            subject: subject.clone(),
            name,
            whose: Whose::Together,
        });
    }
    columns.push(Column {
        subject: Subject::Family,
        name: FAMILY.to_owned(),
        whose: Whose::Family,
    });
    // Stable: within one kind everybody keeps the place that the family's order gave.
    columns.sort_by_key(|column| column.whose);
    columns
}

fn is_found(file: &CaseFile, person: RecordId, is_one: fn(&FactorFinding) -> bool) -> bool {
    let subject = Subject::Person(person);
    let mut found = file.factors.values().map(|found| &found.body);
    found.any(|found| found.subject == subject && is_one(found))
}

fn is_asked_of_carers(found: &FactorFinding) -> bool {
    factor(&found.factor).is_some_and(|factor| factor.of.contains(&AskedOf::Parent))
}

fn cares_now(file: &CaseFile, person: RecordId) -> bool {
    let mut homes = file.placements.values().map(|home| &home.body);
    homes.any(|home| home.to.is_none() && home.carers.contains(&person))
}

/// Whether two subjects are the same, in whatever order people were named.
pub(super) fn is_same(one: &Subject, other: &Subject) -> bool {
    match (one, other) {
        (Subject::Together(one), Subject::Together(other)) => {
            let sorted = |people: &[RecordId]| {
                let mut people = people.to_vec();
                people.sort_unstable();
                people
            };
            sorted(one) == sorted(other)
        }
        _ => one == other,
    }
}

/// Whom a subject names, by their short names.
pub(super) fn names(file: &CaseFile, subject: &Subject) -> String {
    let people: &[RecordId] = match subject {
        Subject::Together(people) => people,
        Subject::Person(person) => std::slice::from_ref(person),
        Subject::Family => return FAMILY.to_owned(),
    };
    let name = |id: &RecordId| {
        let person = file.people.get(id);
        person.map_or("somebody removed", |person| person.body.short_name())
    };
    listed(&people.iter().map(name).collect::<Vec<_>>())
}
