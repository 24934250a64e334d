//! The people and families of a case as structures of GEDCOM, before the kept lines of other programs join them.

use super::date;
use super::facts;
use super::families::{Families, GedcomFamily, is_of_parents};
use super::keeping::Keeping;
use super::node::Node;
use super::words;
use crate::record::{Bond, BondKind, CaseFile, FuzzyDate, RecordId};
use std::collections::{HashMap, HashSet};

/// By what xref people and families are called.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub people: HashMap<RecordId, String>,
    /// Families, by their place among all.
    pub families: HashMap<usize, String>,
    used: HashSet<String>,
}

impl Names {
    /// Takes a name as used, whoever bears it.
    pub fn take(&mut self, xref: &str) {
        self.used.insert(xref.to_owned());
    }

    /// A name that nobody has, with this letter before its number.
    pub fn fresh(&mut self, letter: &str) -> String {
        let mut number = self.used.len() + 1;
        loop {
            let name = format!("@{letter}{number}@");
            if self.used.insert(name.clone()) {
                return name;
            }
            number += 1;
        }
    }

    /// Calls families as the case calls them already.
    pub fn take_families(&mut self, keeping: &Keeping, families: &Families) {
        for (of, node) in keeping.of_families() {
            if let Some(place) = of.and_then(|of| families.of_bond.get(&of)) {
                let name = self.families.entry(*place);
                name.or_insert_with(|| node.xref.clone());
            }
        }
    }

    /// Names everybody and every family that has no name yet.
    pub fn complete(&mut self, file: &CaseFile, families: &Families) {
        for id in file.people.keys() {
            if !self.people.contains_key(id) {
                let name = self.fresh("I");
                self.people.insert(*id, name);
            }
        }
        for place in 0..families.all.len() {
            if !self.families.contains_key(&place) {
                let name = self.fresh("F");
                self.families.insert(place, name);
            }
        }
    }

    fn person(&self, id: RecordId) -> &str {
        self.people.get(&id).map_or("@VOID@", String::as_str)
    }

    fn family(&self, place: usize) -> &str {
        self.families.get(&place).map_or("@VOID@", String::as_str)
    }
}

/// The structures of all people, in the order in which they were written down.
pub fn individuals(file: &CaseFile, families: &Families, names: &Names) -> Vec<(RecordId, Node)> {
    let mut lines: HashMap<RecordId, Vec<Node>> = HashMap::new();
    for (place, family) in families.all.iter().enumerate() {
        let xref = names.family(place);
        for child in &family.children {
            let places = child.kinds.iter().map(|kinds| match kinds.as_slice() {
                [one] => Node::to("FAMC", xref).with(words::write_pedigree(one)),
                _ => Node::to("FAMC", xref),
            });
            lines.entry(child.id).or_default().extend(places);
        }
    }
    for (place, family) in families.all.iter().enumerate() {
        for parent in &family.parents {
            let own = lines.entry(*parent).or_default();
            own.push(Node::to("FAMS", names.family(place)));
        }
    }
    for bond in file.bonds.values().map(|bond| &bond.body) {
        let there = file.people.contains_key(&bond.from);
        if there && (tells_more(bond) || !(is_of_parents(&bond.kind) || bond.kind.is_of_partners()))
        {
            let own = lines.entry(bond.to).or_default();
            own.push(association(bond, names));
        }
    }
    let people = file.people.values();
    people
        .map(|person| {
            let id = person.id();
            let node = facts::write_person(&person.body, names.person(id), &id.to_string());
            (id, node.with(lines.remove(&id).unwrap_or_default()))
        })
        .collect()
}

/// A bond of a parent whose place in a family does not tell all.
fn tells_more(bond: &Bond) -> bool {
    let bare = bond.since.is_none() && bond.until.is_none() && bond.note.is_empty();
    is_of_parents(&bond.kind) && !bare
}

fn association(bond: &Bond, names: &Names) -> Node {
    let mut node = Node::to("ASSO", names.person(bond.from)).with([words::write_role(&bond.kind)]);
    let dates = [("_SINCE", &bond.since), ("_UNTIL", &bond.until)];
    let dates = dates
        .into_iter()
        .filter_map(|(tag, date)| Some(date::write_date(tag, date.as_ref()?)));
    node.children.extend(dates);
    if !bond.note.is_empty() {
        node.children.push(Node::new("NOTE", &bond.note));
    }
    node
}

/// The structure of a family.
pub fn family(place: usize, family: &GedcomFamily, file: &CaseFile, names: &Names) -> Node {
    let mut node = Node::record(names.family(place), "FAM");
    let wife_alone = match family.parents.as_slice() {
        [only] => file
            .people
            .get(only)
            .is_some_and(|person| person.body.sex == crate::record::Sex::Female),
        _ => false,
    };
    let seats = if wife_alone {
        ["WIFE", "HUSB"]
    } else {
        ["HUSB", "WIFE"]
    };
    let parents = family.parents.iter().zip(seats);
    node.children
        .extend(parents.map(|(id, seat)| Node::to(seat, names.person(*id))));
    for child in &family.children {
        let mut line = Node::to("CHIL", names.person(child.id));
        if let Some([one, other]) = child
            .kinds
            .iter()
            .find(|kinds| kinds.len() == 2)
            .map(Vec::as_slice)
        {
            line.children
                .push(Node::new("_FREL", words::write_relation(one)));
            line.children
                .push(Node::new("_MREL", words::write_relation(other)));
        }
        node.children.push(line);
    }
    let couple: Vec<&Bond> = family
        .couple
        .iter()
        .filter_map(|id| Some(&file.bonds.get(id)?.body))
        .collect();
    let mut divorces = couple.iter().filter(|bond| bond.kind == BondKind::Divorced);
    for bond in &couple {
        let mut event = words::couple_event(&bond.kind);
        event.children.extend(
            bond.since
                .as_ref()
                .map(|since| date::write_date("DATE", since)),
        );
        let ended = match bond.kind {
            BondKind::Married => divorces.next().map(|divorce| divorce.since.clone()),
            _ => None,
        };
        let ended = ended.map(|since| since.unwrap_or_else(|| FuzzyDate::unknown(date::NOT_TOLD)));
        if let Some(until) = bond
            .until
            .as_ref()
            .filter(|until| ended.as_ref() != Some(until))
        {
            event.children.push(date::write_date("_UNTIL", until));
        }
        if !bond.note.is_empty() {
            event.children.push(Node::new("NOTE", &bond.note));
        }
        if event.children.is_empty() && event.tag != "EVEN" {
            event.value = "Y".to_owned();
        }
        node.children.push(event);
    }
    node
}
