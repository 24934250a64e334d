//! What joins the people of a table: by their relation to the children, and by what the notes say.

use super::{notes, same_person};
use crate::exchange::import::parents::parent_on;
use crate::exchange::import::run::ImportRun;
use crate::exchange::import::who::PeopleByName;
use crate::practice::relations::{note_words, relation_of, side_of};
use crate::record::{Body, Bond, BondKind, CaseFile, Person, RecordId};

/// Lays the bonds of these people over the case.
pub fn bring_in(told: &[RecordId], run: &mut ImportRun<'_>) {
    let mut bonds = Vec::new();
    for id in told {
        let person = run.case().people.get(id).map(|person| person.body.clone());
        if let Some(person) = person {
            bonds.extend(by_relation(*id, &person, run.case()));
            bonds.extend(by_notes(*id, &person, run));
        }
    }
    if !bonds.iter().any(|bond| bond.kind == BondKind::Parent) {
        let children = children(run.case());
        let elder = children.iter().zip(children.get(1..).unwrap_or_default());
        bonds.extend(elder.map(|(one, other)| Bond::of(*one, BondKind::Sibling, *other)));
    }
    for bond in bonds {
        put_new(bond, run);
    }
}

/// Lays a bond over, unless the case has it.
pub fn put_new(bond: Bond, run: &mut ImportRun<'_>) {
    let is_known = run.case().bonds.values().any(|known| {
        let known = &known.body;
        (known.from, known.to, &known.kind) == (bond.from, bond.to, &bond.kind)
    });
    if !is_known {
        run.add(Body::Bond(bond));
    }
}

fn children(case: &CaseFile) -> Vec<RecordId> {
    case.children().iter().map(|child| child.id()).collect()
}

fn by_relation(id: RecordId, person: &Person, case: &CaseFile) -> Vec<Bond> {
    let to_children = |kind: BondKind| {
        let children = children(case).into_iter().filter(|child| *child != id);
        children
            .map(|child| Bond::of(id, kind.clone(), child))
            .collect()
    };
    let parent = parent_on(side_of(&person.relation), case);
    match relation_of(&person.relation) {
        Some("parent") => to_children(BondKind::Parent),
        Some("step-parent") => to_children(BondKind::StepParent),
        Some("adoptive-parent") => to_children(BondKind::AdoptiveParent),
        Some("sibling") => to_children(BondKind::Sibling),
        Some("half-sibling") => to_children(BondKind::HalfSibling),
        Some("kinship-carer") => to_children(BondKind::KinshipCarer),
        Some("grandparent") if person.relation.to_lowercase().contains("great") => Vec::new(),
        Some("grandparent") => match parent {
            Some(parent) => vec![Bond::of(id, BondKind::Parent, parent)],
            None => to_children(BondKind::Grandparent),
        },
        Some("aunt-or-uncle") => match parent {
            Some(parent) => vec![Bond::of(id, BondKind::Sibling, parent)],
            None => to_children(BondKind::AuntOrUncle),
        },
        // A foster carer is joined to the children who lived there: the placements say who.
        _ => Vec::new(),
    }
}

fn by_notes(id: RecordId, person: &Person, run: &mut ImportRun<'_>) -> Vec<Bond> {
    let mut bonds = Vec::new();
    let words = note_words();
    let named = [
        (
            &words.trusted_adult,
            BondKind::TrustedAdult,
            "trusted adult",
        ),
        (&words.advocate, BondKind::Advocate, "advocate"),
    ];
    for (words, kind, relation) in named {
        for name in notes::told(&person.notes, words) {
            let other = PeopleByName::from_case(run.case())
                .one(name)
                .unwrap_or_else(|| {
                    let other = Person {
                        name: name.to_owned(),
                        known_as: with_title(name),
                        relation: relation.to_owned(),
                        ..Person::default()
                    };
                    same_person(run.case(), &other).unwrap_or_else(|| run.add(Body::Person(other)))
                });
            bonds.push(Bond::of(other, kind.clone(), id));
        }
    }
    for told in notes::told(&person.notes, &words.separated) {
        let parts = [" in ", " on ", " since "]
            .iter()
            .find_map(|join| told.split_once(join));
        let (name, date) = parts.unwrap_or((told, ""));
        if let Some(other) = PeopleByName::from_case(run.case())
            .one(name)
            .filter(|other| *other != id)
        {
            let since = run.read_date(date).ok();
            bonds.push(Bond {
                since,
                ..Bond::of(id, BondKind::Separated, other)
            });
        }
    }
    bonds
}

/// Somebody who is known by a title and a family name is called by both.
fn with_title(name: &str) -> String {
    let title = name.split_whitespace().next().unwrap_or_default();
    let is_title = matches!(
        title.trim_end_matches('.'),
        "Mr" | "Mrs" | "Ms" | "Miss" | "Dr"
    );
    if is_title {
        name.to_owned()
    } else {
        String::new()
    }
}
