//! The families that GEDCOM needs, gathered from the bonds of a case: couples, and the parents whom children share.

use crate::record::{Bond, BondKind, CaseFile, FuzzyDate, Record, RecordId, Sex};
use std::collections::{BTreeMap, HashMap};

/// A family: one or two parents, the bonds of the couple, the children with what the parents are to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GedcomFamily {
    /// One parent or two, a man first.
    pub parents: Vec<RecordId>,
    /// The bonds of the couple, in order of time.
    pub couple: Vec<RecordId>,
    /// The children, oldest first.
    pub children: Vec<FamilyChild>,
}

/// A child's place in a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyChild {
    pub id: RecordId,
    /// What the parents are to the child, once for each time that it is told: the same for both, or one for each.
    pub kinds: Vec<Vec<BondKind>>,
}

/// All families of a case.
#[derive(Clone, Debug, Default)]
pub struct Families {
    /// The families; those of couples first, in order of time.
    pub all: Vec<GedcomFamily>,
    /// In which family each bond stands.
    pub of_bond: HashMap<RecordId, usize>,
    by_parents: HashMap<(RecordId, RecordId), usize>,
}

/// What joins parents and children in a family.
pub fn is_of_parents(kind: &BondKind) -> bool {
    matches!(
        kind,
        BondKind::Parent | BondKind::StepParent | BondKind::AdoptiveParent | BondKind::FosterCarer
    )
}

impl Families {
    pub fn from_case(file: &CaseFile) -> Families {
        let mut families = Families::default();
        let there = |bond: &&Record<Bond>| {
            let bond = &bond.body;
            bond.from != bond.to
                && file.people.contains_key(&bond.from)
                && file.people.contains_key(&bond.to)
        };
        let mut couples: Vec<&Record<Bond>> = file.bonds.values().filter(there).collect();
        couples.retain(|bond| bond.body.kind.is_of_partners());
        let nobody_knows = FuzzyDate::unknown("");
        let since = |bond: &&Record<Bond>| {
            bond.body
                .since
                .clone()
                .unwrap_or_else(|| nobody_knows.clone())
        };
        couples.sort_by(|a, b| since(a).order(&since(b)).then_with(|| a.id().cmp(&b.id())));
        for bond in couples {
            let place = families.place(bond.body.from, Some(bond.body.to), file);
            if let Some(family) = families.all.get_mut(place) {
                family.couple.push(bond.id());
            }
            families.of_bond.insert(bond.id(), place);
        }
        let mut of_children: BTreeMap<RecordId, Vec<&Record<Bond>>> = BTreeMap::new();
        for bond in file.bonds.values().filter(there) {
            let in_words = matches!(bond.body.kind, BondKind::Other(_) | BondKind::KinshipCarer);
            if is_of_parents(&bond.body.kind) || in_words {
                of_children.entry(bond.body.to).or_default().push(bond);
            }
        }
        let mut children: Vec<RecordId> = of_children.keys().copied().collect();
        let born = |id: &RecordId| {
            let person = file.people.get(id);
            let born = person.and_then(|person| person.body.born.clone());
            born.unwrap_or_else(|| nobody_knows.clone())
        };
        children.sort_by(|a, b| born(a).order(&born(b)).then_with(|| a.cmp(b)));
        for child in children {
            families.child(
                child,
                of_children.get(&child).map_or(&[], Vec::as_slice),
                file,
            );
        }
        families
    }

    /// Finds a child's places: with both parents of a kind; with a parent's partner who is something else to the child (a
    /// step-parent, a guardian in the file's own words); or with one parent.
    fn child(&mut self, child: RecordId, bonds: &[&Record<Bond>], file: &CaseFile) {
        let mut groups: Vec<(BondKind, Vec<RecordId>)> = Vec::new();
        for bond in bonds.iter().filter(|bond| is_of_parents(&bond.body.kind)) {
            let (kind, parent) = (&bond.body.kind, bond.body.from);
            match groups.iter_mut().find(|(known, _)| known == kind) {
                Some((_, parents)) if parents.contains(&parent) => {}
                Some((_, parents)) => parents.push(parent),
                None => groups.push((kind.clone(), vec![parent])),
            }
        }
        let mut alone: Vec<(BondKind, RecordId)> = Vec::new();
        let mut placed: HashMap<(RecordId, BondKind), usize> = HashMap::new();
        for (kind, parents) in groups {
            for (one, other) in self.pairs(&parents) {
                match other {
                    None => alone.push((kind.clone(), one)),
                    Some(other) => {
                        let place = self.put(child, one, Some(other), vec![kind.clone()], file);
                        placed.insert((one, kind.clone()), place);
                        placed.insert((other, kind.clone()), place);
                    }
                }
            }
        }
        for (kind, parent) in alone.iter().rev().cloned().collect::<Vec<_>>() {
            if placed.contains_key(&(parent, kind.clone())) {
                continue;
            }
            let partner = bonds.iter().find_map(|bond| {
                let (other, theirs) = (bond.body.from, &bond.body.kind);
                let family = self.by_parents.get(&key(parent, Some(other)))?;
                let family = self.all.get(*family)?;
                // Two kinds of parents in one family are read as a couple, so they must be one.
                let fits = !family.couple.is_empty()
                    || !is_of_parents(theirs)
                    || *theirs == BondKind::FosterCarer;
                let free = fits && family.children.iter().all(|known| known.id != child);
                (other != parent && *theirs != kind && free).then(|| (other, theirs.clone()))
            });
            let place = match partner {
                None => self.put(child, parent, None, vec![kind.clone()], file),
                Some((other, theirs)) => {
                    let known = self.by_parents.get(&key(parent, Some(other)));
                    let family = known.and_then(|place| self.all.get(*place));
                    let first = family.and_then(|family| family.parents.first());
                    let kinds = match first == Some(&parent) {
                        true => vec![kind.clone(), theirs.clone()],
                        false => vec![theirs.clone(), kind.clone()],
                    };
                    let place = self.put(child, parent, Some(other), kinds, file);
                    placed.entry((other, theirs)).or_insert(place);
                    place
                }
            };
            placed.insert((parent, kind), place);
        }
        for bond in bonds {
            let place = placed.get(&(bond.body.from, bond.body.kind.clone()));
            if let Some(place) = place {
                self.of_bond.insert(bond.id(), *place);
            }
        }
    }

    /// Parents of one kind, two by two: couples first, then the last two who are left.
    fn pairs(&self, parents: &[RecordId]) -> Vec<(RecordId, Option<RecordId>)> {
        let (mut left, mut pairs) = (parents.to_vec(), Vec::new());
        let mut at = 0;
        while let Some(one) = left.get(at).copied() {
            let is_couple = |other: &RecordId| {
                *other != one && self.by_parents.contains_key(&key(one, Some(*other)))
            };
            match left.iter().copied().find(is_couple) {
                Some(other) => {
                    pairs.push((one, Some(other)));
                    left.retain(|id| *id != one && *id != other);
                }
                None => at += 1,
            }
        }
        match left.as_slice() {
            [one, other] => pairs.push((*one, Some(*other))),
            left => pairs.extend(left.iter().map(|id| (*id, None))),
        }
        pairs
    }

    fn put(
        &mut self,
        child: RecordId,
        one: RecordId,
        other: Option<RecordId>,
        kinds: Vec<BondKind>,
        file: &CaseFile,
    ) -> usize {
        let place = self.place(one, other, file);
        if let Some(family) = self.all.get_mut(place) {
            match family.children.iter_mut().find(|known| known.id == child) {
                Some(known) => known.kinds.push(kinds),
                None => family.children.push(FamilyChild {
                    id: child,
                    kinds: vec![kinds],
                }),
            }
        }
        place
    }

    /// The family of these parents, made when there is none.
    fn place(&mut self, one: RecordId, other: Option<RecordId>, file: &CaseFile) -> usize {
        let next = self.all.len();
        let place = *self.by_parents.entry(key(one, other)).or_insert(next);
        if place == next {
            let parents = match other {
                None => vec![one],
                Some(other) => {
                    let (first, second) = in_order(one, other, file);
                    vec![first, second]
                }
            };
            self.all.push(GedcomFamily {
                parents,
                ..GedcomFamily::default()
            });
        }
        place
    }
}

fn key(one: RecordId, other: Option<RecordId>) -> (RecordId, RecordId) {
    let other = other.unwrap_or(one);
    (one.min(other), one.max(other))
}

/// A man before a woman, where that is recorded; otherwise in the order given.
fn in_order(one: RecordId, other: RecordId, file: &CaseFile) -> (RecordId, RecordId) {
    let sex = |id: RecordId| file.people.get(&id).map(|person| person.body.sex);
    let turned = sex(one) != Some(Sex::Male)
        && (sex(other) == Some(Sex::Male)
            || (sex(one) == Some(Sex::Female) && sex(other) != Some(Sex::Female)));
    match turned {
        true => (other, one),
        false => (one, other),
    }
}
