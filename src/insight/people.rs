//! The people of a case in the order in which a family is told: children, parents, kin, carers, others.

use super::words::listed;
use crate::record::{BondKind, CaseFile, Person, Record, RecordId};
use std::collections::HashMap;

/// How close somebody stands to the children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Circle {
    /// A child of the case.
    Child,
    /// A parent, by birth, marriage or adoption.
    Parent,
    /// A relative.
    Kin,
    /// Cares for a child.
    Carer,
    /// Anybody else: advocates, professionals, friends.
    Other,
}

impl Circle {
    /// The word over them.
    pub fn heading(self) -> &'static str {
        match self {
            Circle::Child => "Children",
            Circle::Parent => "Parents",
            Circle::Kin => "Relatives",
            Circle::Carer => "Carers",
            Circle::Other => "Others who are there",
        }
    }
}

/// What people are called; "somebody" for one who is no longer in the case.
pub fn short_names_of(file: &CaseFile, people: &[RecordId]) -> Vec<String> {
    let names = people.iter().map(|id| {
        let person = file.people.get(id);
        person.map_or("somebody", |person| person.body.short_name())
    });
    names.map(str::to_owned).collect()
}

/// People by what they are called, with "and" between them; "somebody" for one who is no longer in the case.
pub fn short_names(file: &CaseFile, people: &[RecordId]) -> String {
    listed(&short_names_of(file, people))
}

/// Everybody, the closest first, within a circle the oldest first; who has no date of birth by name after them.
pub fn people_in_order(file: &CaseFile) -> Vec<(Circle, &Record<Person>)> {
    let circles = circles(file);
    let circle = |person: &Record<Person>| match person.body.is_child {
        true => Circle::Child,
        false => circles.get(&person.id()).copied().unwrap_or(Circle::Other),
    };
    let mut people: Vec<_> = file
        .people
        .values()
        .map(|person| (circle(person), person))
        .collect();
    people.sort_by_key(|(circle, person)| {
        let born = person.body.born.as_ref().and_then(|born| born.anchor());
        let unknown = born.is_none();
        (*circle, unknown, born, person.body.name.clone())
    });
    people
}

/// The closest circle that somebody's bonds with children and their parents speak for. A relative who also cares for a
/// child stays a relative.
fn circles(file: &CaseFile) -> HashMap<RecordId, Circle> {
    let mut circles: HashMap<RecordId, Circle> = HashMap::new();
    let is_child = |id: &RecordId| {
        file.people
            .get(id)
            .is_some_and(|person| person.body.is_child)
    };
    let mut take = |id: RecordId, circle: Circle| {
        let known = circles.entry(id).or_insert(circle);
        *known = (*known).min(circle);
    };
    for bond in file.bonds.values().map(|bond| &bond.body) {
        let circle = match bond.kind {
            BondKind::Parent | BondKind::StepParent | BondKind::AdoptiveParent => {
                if is_child(&bond.to) {
                    Circle::Parent
                } else {
                    Circle::Kin
                }
            }
            BondKind::Grandparent
            | BondKind::AuntOrUncle
            | BondKind::Sibling
            | BondKind::HalfSibling
            | BondKind::StepSibling
            | BondKind::Twin
            | BondKind::IdenticalTwin => Circle::Kin,
            BondKind::FosterCarer | BondKind::KinshipCarer => Circle::Carer,
            _ => continue,
        };
        take(bond.from, circle);
        if bond.kind.is_of_siblings() {
            take(bond.to, circle);
        }
    }
    for placement in file.placements.values() {
        for carer in &placement.body.carers {
            take(*carer, Circle::Carer);
        }
    }
    circles
}

/// Whom a record names: a person of the case by their short name, else by the name that was written.
pub fn who(file: &CaseFile, person: Option<RecordId>, name: &str) -> String {
    let known = person.and_then(|id| file.people.get(&id));
    known
        .map_or(name, |person| person.body.short_name())
        .to_owned()
}

/// The same; "somebody" where nobody is named.
pub fn who_or_somebody(file: &CaseFile, person: Option<RecordId>, name: &str) -> String {
    match who(file, person, name).trim() {
        "" => "somebody".to_owned(),
        name => name.to_owned(),
    }
}

/// The whole name of a person of the case ("Mr Obuya" is no "Mr"), else the name that was written.
pub fn full_name(file: &CaseFile, person: Option<RecordId>, name: &str) -> String {
    let known = person.and_then(|id| file.people.get(&id));
    known.map_or(name, |person| &person.body.name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::MadeUp;
    use crate::record::{Body, Bond};

    #[test]
    fn the_closest_come_first_and_a_relative_who_cares_stays_a_relative() {
        let mut family = MadeUp::new();
        let worker = family.adult("Worker", "advocate");
        let carer = family.adult("Carer", "foster carer");
        let gran = family.adult("Gran", "grandmother");
        let mother = family.adult("Mother", "mother");
        let young = family.child("Young", "2021");
        let old = family.child("Old", "2015");
        for (from, kind, to) in [
            (worker, BondKind::Advocate, mother),
            (carer, BondKind::FosterCarer, young),
            (gran, BondKind::KinshipCarer, young),
            (gran, BondKind::Parent, mother),
            (mother, BondKind::Parent, young),
            (mother, BondKind::Parent, old),
        ] {
            family.put(Body::Bond(Bond::of(from, kind, to)));
        }
        let told: Vec<_> = people_in_order(&family.file)
            .into_iter()
            .map(|(circle, person)| (circle, person.body.name.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (Circle::Child, "Old"),
                (Circle::Child, "Young"),
                (Circle::Parent, "Mother"),
                (Circle::Kin, "Gran"),
                (Circle::Carer, "Carer"),
                (Circle::Other, "Worker"),
            ]
        );
    }
}
