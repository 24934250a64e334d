//! The bonds of a file laid over those of the case.

use super::GedcomImport;
use crate::record::{Body, Bond, BondKind, FuzzyDate, RecordId};
use std::collections::{HashMap, HashSet};

type BondKey = (RecordId, RecordId, BondKind);

impl GedcomImport<'_, '_> {
    /// Lays them over; gives the record of each. A bond that the case has is completed; one with another date than the
    /// case's keeps it in its note.
    pub(super) fn bonds(&mut self, told: &[Bond]) -> Vec<RecordId> {
        let mut known: HashMap<BondKey, Vec<RecordId>> = HashMap::new();
        for bond in self.run.case().bonds.values() {
            known.entry(key(&bond.body)).or_default().push(bond.id());
        }
        let mut times: HashMap<BondKey, usize> = HashMap::new();
        for bond in told {
            *times.entry(key(bond)).or_default() += 1;
        }
        let mut used: HashSet<RecordId> = HashSet::new();
        let mut ids = Vec::new();
        for bond in told {
            let (of_kind, once) = (known.get(&key(bond)), times.get(&key(bond)) == Some(&1));
            let free = of_kind
                .into_iter()
                .flatten()
                .filter(|id| !used.contains(id));
            let free: Vec<(RecordId, Bond)> = free
                .filter_map(|id| Some((*id, self.run.case().bonds.get(id)?.body.clone())))
                .collect();
            let fits = |(_, other): &&(RecordId, Bond)| can_be(&other.since, &bond.since);
            let same = free.iter().find(|(_, other)| other.since == bond.since);
            let id = match same
                .or_else(|| free.iter().find(fits))
                .or(free.first().filter(|_| once))
            {
                Some((id, before)) => {
                    let after = self.completed_bond(before.clone(), bond);
                    if after != *before {
                        self.run.put(*id, Body::Bond(after));
                    }
                    *id
                }
                None => self.run.add(Body::Bond(bond.clone())),
            };
            used.insert(id);
            ids.push(id);
        }
        ids
    }

    /// Asks what somebody is to a child where the file leaves that open; nothing is made up.
    pub(super) fn say_unsaid(&mut self, unsaid: &[(RecordId, RecordId)]) {
        let name = |id| {
            self.run
                .case()
                .people
                .get(id)
                .map(|person| &person.body.name)
        };
        let joined: HashSet<(RecordId, RecordId)> = {
            let bonds = self.run.case().bonds.values();
            bonds.map(|bond| (bond.body.from, bond.body.to)).collect()
        };
        let open = unsaid.iter().filter(|pair| !joined.contains(pair));
        let pairs = open.filter_map(|(parent, child)| Some((name(parent)?, name(child)?)));
        let said: Vec<String> = pairs
            .map(|(parent, child)| {
                format!(
                    "{}: {child} stands in the family of {parent}, and the file does not say as what. No bond is made; what is {parent} to {child}?",
                    self.file
                )
            })
            .collect();
        self.run.notices.extend(said);
    }

    fn completed_bond(&self, mut known: Bond, told: &Bond) -> Bond {
        let mut differ = Vec::new();
        let dates = [
            ("since", &mut known.since, &told.since),
            ("until", &mut known.until, &told.until),
        ];
        for (word, own, theirs) in dates {
            match (&own, theirs) {
                (Some(one), Some(other)) if one.says_not_known() => *own = Some(other.clone()),
                (Some(one), Some(other))
                    if !one.can_equal(other) || other.is_more_exact_than(one) =>
                {
                    differ.push(format!("{word} {other}"))
                }
                (None, Some(other)) => *own = Some(other.clone()),
                _ => {}
            }
        }
        if !told.note.is_empty() && known.note.is_empty() {
            known.note.clone_from(&told.note);
        }
        for words in differ {
            let said = format!("{} says {words}.", self.file);
            if !known.note.contains(&said) {
                known.note = format!("{} {said}", known.note).trim().to_owned();
            }
        }
        known
    }
}

fn can_be(one: &Option<FuzzyDate>, other: &Option<FuzzyDate>) -> bool {
    let dates = one.as_ref().zip(other.as_ref());
    dates.is_none_or(|(one, other)| one.can_equal(other))
}

/// What a bond is, whichever of a couple or of siblings stands first.
fn key(bond: &Bond) -> BondKey {
    let both_ways = bond.kind.is_of_partners() || bond.kind.is_of_siblings();
    match both_ways && bond.to < bond.from {
        true => (bond.to, bond.from, bond.kind.clone()),
        false => (bond.from, bond.to, bond.kind.clone()),
    }
}
