//! Brothers and sisters, twins, and children in somebody's care.

use super::gather::{Gathering, dates_of};
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
        // Those of whom a side has parents first, so that the others find them.
        for _ in 0..2 {
            bonds.retain(|bond| {
                let Some((one, other)) = self.ends(bond) else {
                    return false;
                };
                let has = |who: usize| !self.birth_parents(who).is_empty();
                let (one, other) = match (has(one), has(other)) {
                    (true, _) => (one, other),
                    (false, true) => (other, one),
                    (false, false) => return true,
                };
                self.sibling(one, other, &bond.kind);
                false
            });
        }
        for bond in bonds {
            if let Some((one, other)) = self.ends(bond) {
                self.sibling(one, other, &bond.kind);
            }
        }
        for bond in self.bonds() {
            let identical = match bond.kind {
                BondKind::Twin => false,
                BondKind::IdenticalTwin => true,
                _ => continue,
            };
            if let Some((one, other)) = self.ends(bond) {
                self.graph.twins.push((one, other, identical));
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
            let carers = stay.last.body.carers.iter();
            let carers: Vec<usize> = carers.filter_map(|id| self.graph.place(*id)).collect();
            let kind = match place_of(&folded(&stay.last.body.kind)).map(|place| place.living) {
                Some(Living::Family | Living::Home) => KinKind::Kinship,
                _ => KinKind::Foster,
            };
            let dates = LineDates {
                since: Some(stay.from().clone()),
                until: stay.to().cloned(),
            };
            self.cared_for(place, &carers, kind, &dates);
        }
    }

    fn carers_of(&mut self, child: RecordId, place: usize, bond_kind: &BondKind, kind: KinKind) {
        let of_kind = self
            .bonds()
            .filter(|bond| bond.to == child && bond.kind == *bond_kind);
        let mut carers: Vec<(usize, LineDates)> = of_kind
            .filter_map(|bond| Some((self.ends(bond)?.0, dates_of(bond))))
            .collect();
        // A bond and a home that tell of the same carer tell of one line.
        carers.retain(|(carer, _)| {
            let mut lines = self.graph.lines_up(place);
            !lines.any(|line| {
                !line.kind.is_of_family()
                    && line.kind != KinKind::Adopted
                    && self.graph.unions[line.union].partners.contains(carer)
            })
        });
        let Some((_, dates)) = carers.first().cloned() else {
            return;
        };
        let carers: Vec<usize> = carers.into_iter().map(|(carer, _)| carer).collect();
        self.cared_for(place, &carers, kind, &dates);
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

/// Gives every union its children, the oldest first, twins side by side.
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
    graph.twins.dedup_by_key(|(one, other, _)| (*one, *other));
}
