//! What joins the people of a table: by their relation to the children, and by what the notes say.

use super::notes;
use super::same_person;
use crate::exchange::import::parents::parent_on;
use crate::exchange::import::report::ImportCounts;
use crate::exchange::import::staging::Staging;
use crate::exchange::import::who::PeopleByName;
use crate::practice::relations::{note_words, relation_of, side_of};
use crate::record::{Body, Bond, BondKind, DateOrder, FuzzyDate, Mint, Person, RecordId};
use chrono::NaiveDate;

/// Lays the bonds of these people over the case.
pub fn bring_in(
    told: &[RecordId],
    staging: &mut Staging,
    around: &mut ImportCounts,
    mint: &mut Mint,
    today: NaiveDate,
) {
    let mut bonds = Vec::new();
    for id in told {
        if let Some(person) = staging
            .file
            .people
            .get(id)
            .map(|person| person.body.clone())
        {
            bonds.extend(by_relation(*id, &person, staging));
            bonds.extend(by_notes(*id, &person, staging, around, mint, today));
        }
    }
    if !bonds.iter().any(|bond| bond.kind == BondKind::Parent) {
        let children = children(staging);
        let elder = children.iter().zip(children.get(1..).unwrap_or_default());
        bonds.extend(elder.map(|(one, other)| Bond::of(*one, BondKind::Sibling, *other)));
    }
    for bond in bonds {
        put_new(bond, staging, around, mint);
    }
}

/// Lays a bond over, unless the case has it.
pub fn put_new(bond: Bond, staging: &mut Staging, around: &mut ImportCounts, mint: &mut Mint) {
    let known = staging.file.bonds.values().any(|known| {
        let known = &known.body;
        (known.from, known.to, &known.kind) == (bond.from, bond.to, &bond.kind)
    });
    if !known {
        around.bonds += 1;
        staging.put(mint.next_id(), Body::Bond(bond));
    }
}

fn children(staging: &Staging) -> Vec<RecordId> {
    staging
        .file
        .children()
        .iter()
        .map(|child| child.id())
        .collect()
}

fn by_relation(id: RecordId, person: &Person, staging: &Staging) -> Vec<Bond> {
    let to_children = |kind: BondKind| {
        let children = children(staging).into_iter().filter(|child| *child != id);
        children
            .map(|child| Bond::of(id, kind.clone(), child))
            .collect()
    };
    let parent = parent_on(side_of(&person.relation), &staging.file);
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

fn by_notes(
    id: RecordId,
    person: &Person,
    staging: &mut Staging,
    around: &mut ImportCounts,
    mint: &mut Mint,
    today: NaiveDate,
) -> Vec<Bond> {
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
            let other = PeopleByName::of(&staging.file)
                .one(name)
                .unwrap_or_else(|| {
                    let other = Person {
                        name: name.to_owned(),
                        known_as: with_title(name),
                        relation: relation.to_owned(),
                        ..Person::default()
                    };
                    same_person(staging, &other).unwrap_or_else(|| {
                        let new = mint.next_id();
                        around.people += 1;
                        staging.put(new, Body::Person(other));
                        new
                    })
                });
            bonds.push(Bond::of(other, kind.clone(), id));
        }
    }
    for told in notes::told(&person.notes, &words.separated) {
        let parts = [" in ", " on ", " since "]
            .iter()
            .find_map(|join| told.split_once(join));
        let (name, date) = parts.unwrap_or((told, ""));
        if let Some(other) = PeopleByName::of(&staging.file)
            .one(name)
            .filter(|other| *other != id)
        {
            let since = FuzzyDate::from_record(date, today, DateOrder::DayFirst).ok();
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
