//! Brothers and sisters, twins, and children in somebody's care.

use super::gather::Gathering;
use super::unions::by_date;
use super::{Genogram, KinKind, LineDates, UnionState};
use crate::insight::folding::folded;
use crate::insight::living::stays;
use crate::practice::{Living, place_of};
use crate::record::{Bond, BondKind, RecordId};

impl Gathering<'_> {
    /// Brothers and sisters who are recorded without their parents stand beside those whose parents are.
    pub(super) fn siblings(&mut self) {
        let mut bonds: Vec<&Bond> = self
            .bonds()
            .filter(|bond| bond.kind.is_of_siblings())
            .collect();
        // Those of whom one side has parents first, so that the others find them through their brothers and sisters.
        while !bonds.is_empty() {
            let has = |who: usize| !self.birth_parents(who).is_empty();
            let next = bonds.iter().position(|bond| {
                let ends = self.ends(bond);
                ends.is_some_and(|(one, other)| has(one) || has(other))
            });
            let bond = bonds.remove(next.unwrap_or(0));
            if let Some((one, other)) = self.ends(bond) {
                let has = |who: usize| !self.birth_parents(who).is_empty();
                let (known, other) = match has(other) && !has(one) {
                    true => (other, one),
                    false => (one, other),
                };
                self.sibling(known, other, &bond.kind);
            }
        }
        for bond in self.bonds() {
            let identical = match bond.kind {
                BondKind::Twin => false,
                BondKind::IdenticalTwin => true,
                _ => continue,
            };
            if let Some((one, other)) = self.ends(bond) {
                let pair = (one.min(other), one.max(other));
                let known = self
                    .graph
                    .twins
                    .iter_mut()
                    .find(|twins| (twins.0, twins.1) == pair);
                match known {
                    Some(twins) => twins.2 |= identical,
                    None => self.graph.twins.push((pair.0, pair.1, identical)),
                }
            }
        }
    }

    fn sibling(&mut self, known: usize, other: usize, kind: &BondKind) {
        let line = match kind {
            BondKind::HalfSibling => KinKind::HalfSibling,
            BondKind::StepSibling => return,
            _ => KinKind::Sibling,
        };
        if !self.share_parents(known, other) {
            self.brought_beside(known, other, line);
        }
    }

    /// Puts somebody without parents on record beside a brother or sister; parents whom nobody knows are drawn as one "?".
    pub(super) fn brought_beside(&mut self, known: usize, other: usize, kind: KinKind) {
        if !self.birth_parents(other).is_empty() {
            return;
        }
        let line = self
            .graph
            .lines_up(known)
            .find(|line| line.kind.is_of_family());
        let union = match line.map(|line| line.union) {
            Some(union) => union,
            None => {
                let unknown = self.unknown();
                let union = self.union_of(&[unknown]);
                self.line(union, known, KinKind::Between, LineDates::default());
                union
            }
        };
        self.line(union, other, kind, LineDates::default());
    }

    /// Children in somebody's care, by bonds and by where they lived.
    pub(super) fn care(&mut self) {
        for child in self.file.people.keys() {
            let Some(place) = self.graph.place(*child) else {
                continue;
            };
            self.stays_of(*child, place);
            for (bond_kind, kind) in [
                (BondKind::FosterCarer, KinKind::Foster),
                (BondKind::KinshipCarer, KinKind::Kinship),
            ] {
                self.carers_of(*child, place, &bond_kind, kind);
            }
        }
    }

    fn stays_of(&mut self, child: RecordId, place: usize) {
        for stay in stays(self.file, child) {
            let home = &stay.last.body;
            let carers: Vec<usize> = (home.carers.iter())
                .filter_map(|id| self.graph.place(*id))
                .collect();
            let kind = match place_of(&folded(&home.kind)) {
                Some(place) if place.is_adoptive() => KinKind::Care,
                Some(place) if place.living != Living::LookedAfter => KinKind::Kinship,
                Some(place) if place.is_foster_care() => KinKind::Foster,
                // Staff of a home, a unit or a school are there by their work.
                Some(_) => continue,
                None => KinKind::Care,
            };
            let dates = self.time(Some(stay.from()), stay.to());
            self.cared_for(place, &carers, kind, &dates);
        }
    }

    fn carers_of(&mut self, child: RecordId, place: usize, bond_kind: &BondKind, kind: KinKind) {
        let of_kind = self
            .bonds()
            .filter(|bond| bond.to == child && bond.kind == *bond_kind);
        let mut carers: Vec<(usize, LineDates)> = of_kind
            .filter_map(|bond| Some((self.ends(bond)?.0, self.dates_of(bond))))
            .collect();
        // A bond and a home that tell of the same carer tell of one line.
        carers.retain(|(carer, _)| {
            let mut lines = self.graph.lines_up(place);
            !lines.any(|line| {
                line.kind == kind && self.graph.unions[line.union].partners.contains(carer)
            })
        });
        // Who cared at the same time cared together.
        while let Some((_, dates)) = carers.first().cloned() {
            let (together, others): (Vec<_>, Vec<_>) =
                carers.into_iter().partition(|(_, time)| *time == dates);
            let together: Vec<usize> = together.into_iter().map(|(carer, _)| carer).collect();
            self.cared_for(place, &together, kind, &dates);
            carers = others;
        }
    }

    /// A line of care from carers who are not the child's parents.
    fn cared_for(&mut self, child: usize, carers: &[usize], kind: KinKind, dates: &LineDates) {
        let mut parents: Vec<usize> = Vec::new();
        for line in self.graph.lines_up(child) {
            if line.kind.is_of_family() || line.kind == KinKind::Adopted {
                parents.extend(&self.graph.unions[line.union].partners);
            }
        }
        if carers.iter().any(|carer| parents.contains(carer)) {
            return;
        }
        let mut carers = carers.to_vec();
        carers.sort_unstable();
        carers.dedup();
        for partners in carers.chunks(2) {
            if partners.contains(&child) {
                continue;
            }
            let union = self.union_of(partners);
            let joined = &mut self.graph.unions[union];
            if partners.len() == 2 && joined.states.is_empty() && joined.children.is_empty() {
                joined
                    .states
                    .push((UnionState::CareTogether, LineDates::default()));
            }
            self.line(union, child, kind, dates.clone());
        }
    }
}

/// Gives every union its children, the oldest first.
pub(super) fn sort(graph: &mut Genogram) {
    let mut kin = std::mem::take(&mut graph.kin);
    let people = &graph.people;
    kin.sort_by(|one, other| {
        let born = |line: &super::Kin| people[line.child].born.as_ref();
        (one.union.cmp(&other.union))
            .then_with(|| by_date(born(one), born(other)))
            .then_with(|| people[one.child].id.cmp(&people[other.child].id))
    });
    for (at, line) in kin.iter().enumerate() {
        graph.unions[line.union].children.push(at);
    }
    graph.kin = kin;
    graph.twins.retain(|(one, other, _)| one != other);
    graph.twins.sort_unstable();
}
