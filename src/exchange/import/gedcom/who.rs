//! Who of a GEDCOM file is in the case already, so that bringing a file in twice doubles nobody.

use crate::exchange::gedcom::facts::{OWN_NUMBER, UNNAMED};
use crate::exchange::gedcom::keeping::Keeping;
use crate::exchange::gedcom::node::Node;
use crate::insight::folding::folded;
use crate::record::{CaseFile, FuzzyDate, Person, RecordId};
use std::collections::{HashMap, HashSet};

/// Numbers that mean one person in the whole world.
const WORLDWIDE: [&str; 4] = ["UID", "_UID", "EXID", "_FSFTID"];

/// A way in which somebody is found.
type MatchRule<'a> = &'a dyn Fn(&Node, &Person) -> Option<RecordId>;

/// Who of the file is whom of the case.
pub struct MatchedPeople {
    /// For each of the file, who that is; nobody where somebody is new.
    pub people: Vec<Option<RecordId>>,
    /// Those who were found by nothing but their name.
    pub by_name_alone: HashSet<RecordId>,
}

/// Finds each of these people in the case: by the record's own number, by a number that is one in the world, by the xref of
/// an earlier file together with the name, by the agency's number, and then by name where the births can be one day.
/// Where a birth is not told, a name is enough only if nobody else of the file or of the case bears it.
/// Nobody of the case is two people of the file.
pub fn match_people(told: &[(&Node, Person)], file: &CaseFile, keeping: &Keeping) -> MatchedPeople {
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
    let certain: [MatchRule; 4] = [
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
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for (_, person) in told {
        *bearers.entry(folded(&person.name)).or_default() += 1;
    }
    let mut by_name_alone = HashSet::new();
    for ((_, person), place) in told.iter().zip(&mut found) {
        if place.is_some() {
            continue;
        }
        // A name that two bear says nothing of which of them is meant.
        let only = bearers.get(&folded(&person.name)) == Some(&1) && of_name(person).count() == 1;
        let fits = |id: &RecordId| {
            let known = file.people.get(id).map(|known| &known.body);
            let fits = known.is_some_and(|known| match both_births(known, person) {
                Some((one, other)) => one.can_equal(other),
                None => only && !lived_apart(known, person) && !lived_apart(person, known),
            });
            fits && !taken.contains(id)
        };
        *place = of_name(person).find(fits);
        if let Some(id) = *place {
            taken.insert(id);
            let known = file.people.get(&id);
            if known.is_some_and(|known| both_births(&known.body, person).is_none()) {
                by_name_alone.insert(id);
            }
        }
    }
    MatchedPeople {
        people: found,
        by_name_alone,
    }
}

/// The births of two people, where both are told.
fn both_births<'a>(one: &'a Person, other: &'a Person) -> Option<(&'a FuzzyDate, &'a FuzzyDate)> {
    let told = |person: &'a Person| person.born.as_ref().filter(|born| !born.says_not_known());
    told(one).zip(told(other))
}

/// Whether the one had died before the other was born.
fn lived_apart(one: &Person, other: &Person) -> bool {
    let died = one.died.as_ref().and_then(FuzzyDate::latest);
    let born = other.born.as_ref().and_then(FuzzyDate::earliest);
    died.zip(born).is_some_and(|(died, born)| died < born)
}

fn numbers(node: &Node) -> impl Iterator<Item = (String, String)> + '_ {
    let told = node.children.iter();
    told.filter(|child| WORLDWIDE.contains(&child.tag.as_str()) && !child.value.trim().is_empty())
        .map(|child| (child.value.trim().to_owned(), child.said("TYPE").to_owned()))
}
