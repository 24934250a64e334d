//! Who of a GEDCOM file is in the case already, so that bringing a file in twice doubles nobody.

use super::facts::{OWN_NUMBER, UNNAMED};
use super::keeping::Keeping;
use super::node::Node;
use crate::exchange::import::people::can_be_one;
use crate::insight::folding::folded;
use crate::record::{CaseFile, Person, RecordId};
use std::collections::{HashMap, HashSet};

/// Numbers that mean one person in the whole world.
const WORLDWIDE: [&str; 4] = ["UID", "_UID", "EXID", "_FSFTID"];

/// A way in which somebody is found.
type Rule<'a> = &'a dyn Fn(&Node, &Person) -> Option<RecordId>;

/// Finds each of these people in the case: by the record's own number, by a number that is one in the world, by the xref of
/// an earlier file together with the name, by the agency's number, and then by name where the births can be one day.
/// Nobody of the case is two people of the file.
pub fn find(told: &[(&Node, Person)], file: &CaseFile, keeping: &Keeping) -> Vec<Option<RecordId>> {
    let (mut by_number, mut by_xref) = (HashMap::new(), HashMap::new());
    for (of, node) in keeping.of_people() {
        by_xref.insert(node.xref.as_str(), of);
        by_number.extend(numbers(node).map(|number| (number, of)));
    }
    let mut by_name: HashMap<String, Vec<RecordId>> = HashMap::new();
    for person in file.people.values() {
        let name = folded(&person.body.name);
        by_name.entry(name).or_default().push(person.id());
    }
    let same_name = |id: RecordId, person: &Person| {
        let known = file.people.get(&id);
        known.is_some_and(|known| folded(&known.body.name) == folded(&person.name))
    };
    let named = |person: &Person| person.name != UNNAMED;
    // Where a name under a known xref is another's, the two files have nothing to do with each other.
    let other_file = told.iter().any(|(node, person)| {
        let known = by_xref.get(node.xref.as_str());
        named(person) && known.is_some_and(|id| !same_name(*id, person))
    });
    let own = |node: &Node| {
        let mut numbers = node
            .all("REFN")
            .filter(|number| number.said("TYPE") == OWN_NUMBER);
        let id = numbers.next()?.value.trim().parse().ok()?;
        file.people.contains_key(&id).then_some(id)
    };
    let with_xref = |node: &Node, person: &Person| {
        let id = by_xref.get(node.xref.as_str()).copied()?;
        (same_name(id, person) && (named(person) || !other_file)).then_some(id)
    };
    let of_name = |person: &Person| {
        let known = by_name.get(&folded(&person.name));
        known
            .filter(|_| named(person))
            .into_iter()
            .flatten()
            .copied()
    };
    let referred = |person: &Person| {
        let same = |id: &RecordId| {
            let known = file.people.get(id).map(|known| &known.body.reference);
            !person.reference.is_empty() && known == Some(&person.reference)
        };
        of_name(person).find(same)
    };
    let mut taken: HashSet<RecordId> = HashSet::new();
    let mut found = vec![None; told.len()];
    let certain: [Rule; 4] = [
        &|node, _| own(node),
        &|node, _| numbers(node).find_map(|number| by_number.get(&number).copied()),
        &with_xref,
        &|_, person| referred(person),
    ];
    for rule in certain {
        for ((node, person), place) in told.iter().zip(&mut found) {
            if place.is_none() {
                *place = rule(node, person).filter(|id| taken.insert(*id));
            }
        }
    }
    for ((_, person), place) in told.iter().zip(&mut found) {
        if place.is_none() {
            let fits = |id: &RecordId| {
                let born = file
                    .people
                    .get(id)
                    .and_then(|known| known.body.born.as_ref());
                let births = born.zip(person.born.as_ref());
                births.is_none_or(|(one, other)| can_be_one(one, other)) && !taken.contains(id)
            };
            *place = of_name(person).find(fits);
            taken.extend(*place);
        }
    }
    found
}

fn numbers(node: &Node) -> impl Iterator<Item = (String, String)> + '_ {
    let told = node.children.iter();
    told.filter(|child| WORLDWIDE.contains(&child.tag.as_str()) && !child.value.trim().is_empty())
        .map(|child| (child.value.trim().to_owned(), child.said("TYPE").to_owned()))
}
