//! From the records of a case to its graph, step by step: what is recorded plainly first, what follows from it after.

use super::{Genogram, Kin, KinKind, LineDates, Somebody, Union, UnionState, children, unions};
use crate::insight::due::has_ended;
use crate::practice::relations::{Side, side_of};
use crate::record::{Arrival, Bond, BondKind, CaseFile, FuzzyDate, Person, Record, RecordId, Sex};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A graph being put together.
pub(super) struct Gathering<'a> {
    pub(super) file: &'a CaseFile,
    day: NaiveDate,
    pub(super) graph: Genogram,
}

/// The genogram of a case.
pub(super) fn genogram(file: &CaseFile, day: NaiveDate) -> Genogram {
    let mut gathering = Gathering {
        file,
        day,
        graph: Genogram::default(),
    };
    gathering.people();
    gathering.parents(&BondKind::Parent, KinKind::Birth);
    gathering.parents(&BondKind::AdoptiveParent, KinKind::Adopted);
    gathering.partners();
    gathering.between();
    gathering.siblings();
    gathering.step_parents();
    gathering.care();
    children::sort(&mut gathering.graph);
    unions::sort(&mut gathering.graph);
    gathering.graph
}

impl<'a> Gathering<'a> {
    pub(super) fn bonds(&self) -> impl Iterator<Item = &'a Bond> + use<'a> {
        self.file.bonds.values().map(|bond| &bond.body)
    }

    /// The time of a bond; an end that lies ahead is none yet.
    pub(super) fn dates_of(&self, bond: &Bond) -> LineDates {
        self.time(bond.since.as_ref(), bond.until.as_ref())
    }

    pub(super) fn time(&self, since: Option<&FuzzyDate>, until: Option<&FuzzyDate>) -> LineDates {
        LineDates {
            since: since.cloned(),
            until: until
                .filter(|until| has_ended(Some(until), self.day))
                .cloned(),
        }
    }

    /// The places of the two people of a bond, where both are drawn.
    pub(super) fn ends(&self, bond: &Bond) -> Option<(usize, usize)> {
        let (from, to) = (self.graph.place(bond.from)?, self.graph.place(bond.to)?);
        (from != to).then_some((from, to))
    }

    /// Everybody whom a bond or a home makes a relative or a carer, who lives with somebody, and the children of the case.
    fn people(&mut self) {
        let mut drawn: BTreeSet<RecordId> = BTreeSet::new();
        for bond in self.bonds() {
            let other = matches!(
                bond.kind,
                BondKind::Advocate | BondKind::TrustedAdult | BondKind::Other(_)
            );
            if !other {
                drawn.extend([bond.from, bond.to]);
            }
        }
        for home in self.file.placements.values() {
            drawn.extend(&home.body.carers);
        }
        for home in self.file.households.values() {
            drawn.extend(&home.body.people);
        }
        for person in self.file.people.values() {
            if person.body.is_child || drawn.contains(&person.id()) {
                self.graph
                    .places
                    .insert(person.id(), self.graph.people.len());
                self.graph.people.push(somebody(person, self.day));
            } else {
                self.graph.outside.push(person.id());
            }
        }
    }

    /// A union of these people, made when there is none; parents of one child whose partner is not recorded stand alone.
    pub(super) fn union_of(&mut self, partners: &[usize]) -> usize {
        let wanted: BTreeSet<usize> = partners.iter().copied().collect();
        let known = self.graph.unions.iter().position(|union| {
            union.partners.iter().copied().collect::<BTreeSet<usize>>() == wanted
        });
        known.unwrap_or_else(|| {
            self.graph.unions.push(Union {
                partners: wanted.into_iter().collect(),
                states: Vec::new(),
                children: Vec::new(),
            });
            self.graph.unions.len() - 1
        })
    }

    /// A line from a union to a child; a second one of the same kind is the same line at another time.
    pub(super) fn line(&mut self, union: usize, child: usize, kind: KinKind, time: LineDates) {
        if self.graph.unions[union].partners.contains(&child) {
            return;
        }
        let known = (self.graph.kin.iter_mut())
            .find(|line| (line.union, line.child, line.kind) == (union, child, kind));
        let has_time = time != LineDates::default();
        match known {
            Some(line) if has_time => line.times.push(time),
            Some(_) => {}
            None => self.graph.kin.push(Kin {
                union,
                child,
                kind,
                times: Some(time).filter(|_| has_time).into_iter().collect(),
            }),
        }
    }

    /// Parents of a kind, two and two where they belong together.
    fn parents(&mut self, bond_kind: &BondKind, kind: KinKind) {
        let of_kind = self.bonds().filter(|bond| bond.kind == *bond_kind);
        let mut found: Vec<(usize, usize, LineDates)> = of_kind
            .filter_map(|bond| {
                let (parent, child) = self.ends(bond)?;
                Some((child, parent, self.dates_of(bond)))
            })
            .collect();
        found.sort_by_key(|(child, parent, _)| (*child, *parent));
        found.dedup_by_key(|(child, parent, _)| (*child, *parent));
        for of_child in found.chunk_by(|one, other| one.0 == other.0) {
            let child = of_child[0].0;
            let parents: Vec<usize> = of_child.iter().map(|(_, parent, _)| *parent).collect();
            for partners in unions::grouped(self, &parents) {
                let union = self.union_of(&partners);
                let dates = of_child
                    .iter()
                    .find(|(_, parent, _)| partners.contains(parent))
                    .map(|(.., dates)| dates.clone());
                self.line(union, child, kind, dates.unwrap_or_default());
            }
        }
    }

    fn partners(&mut self) {
        for bond in self.bonds() {
            let state = match bond.kind {
                BondKind::Married => UnionState::Married,
                BondKind::Partner => UnionState::Together,
                BondKind::Separated => UnionState::Separated,
                BondKind::Divorced => UnionState::Divorced,
                _ => continue,
            };
            let Some((one, other)) = self.ends(bond) else {
                continue;
            };
            let union = self.union_of(&[one, other]);
            let dates = self.dates_of(bond);
            self.graph.unions[union].states.push((state, dates));
        }
    }

    /// Grandparents, aunts and uncles who are recorded without the parent between them and the child.
    fn between(&mut self) {
        for bond in self.bonds() {
            let rows = match bond.kind {
                BondKind::Grandparent => 2,
                BondKind::AuntOrUncle => 1,
                _ => continue,
            };
            let Some((relative, child)) = self.ends(bond) else {
                continue;
            };
            let parents = self.birth_parents(child);
            let reached = match rows {
                2 => (parents.iter()).any(|parent| self.birth_parents(*parent).contains(&relative)),
                _ => parents
                    .iter()
                    .any(|parent| self.share_parents(*parent, relative)),
            };
            if reached {
                continue;
            }
            match self.parent_towards(bond.from, &parents, child) {
                Some(parent) if rows == 2 => {
                    let union = self.grandparents(relative, bond.to);
                    self.line(union, parent, KinKind::Between, LineDates::default());
                }
                Some(parent) => self.brought_beside(parent, relative, KinKind::Sibling),
                None => self.graph.apart.push((relative, child, rows)),
            }
        }
    }

    /// A grandparent with the partner who is recorded as a grandparent of the same child, else alone.
    fn grandparents(&mut self, relative: usize, child: RecordId) -> usize {
        let of_child = self
            .bonds()
            .filter(|bond| bond.kind == BondKind::Grandparent && bond.to == child);
        let others: Vec<usize> = of_child
            .filter_map(|bond| self.graph.place(bond.from))
            .collect();
        let partner = others.into_iter().find(|other| {
            let mut unions = self.graph.unions.iter();
            unions.any(|union| {
                *other != relative
                    && union.partners.contains(other)
                    && union.partners.contains(&relative)
            })
        });
        match partner {
            Some(partner) => self.union_of(&[relative, partner]),
            None => self.union_of(&[relative]),
        }
    }

    /// The parent through whom somebody is a relative of a child: by the side that their relation names, else somebody
    /// unknown where the child has no parents on record.
    fn parent_towards(
        &mut self,
        relative: RecordId,
        parents: &[usize],
        child: usize,
    ) -> Option<usize> {
        let relation = &self.file.people.get(&relative)?.body.relation;
        let wanted = match side_of(relation) {
            Some(Side::Mothers) => Some(Sex::Female),
            Some(Side::Fathers) => Some(Sex::Male),
            None => None,
        };
        if let Some(sex) = wanted {
            let mut of_side = parents
                .iter()
                .filter(|one| self.graph.people[**one].sex == sex);
            return of_side.next().copied().filter(|_| of_side.next().is_none());
        }
        match parents {
            [] => {}
            // Somebody who is not recorded, put there for another relative of the same child.
            [only] if self.graph.people[*only].id.is_none() => return Some(*only),
            _ => return None,
        }
        let unknown = self.unknown();
        let union = self.union_of(&[unknown]);
        self.line(union, child, KinKind::Between, LineDates::default());
        Some(unknown)
    }

    /// Somebody of whom only is known that they must have been there.
    pub(super) fn unknown(&mut self) -> usize {
        self.graph.people.push(Somebody {
            id: None,
            short_name: "?".to_owned(),
            name: "somebody who is not recorded".to_owned(),
            sex: Sex::NotKnown,
            arrival: Arrival::Born,
            born: None,
            died: None,
            born_elsewhere: Vec::new(),
            died_elsewhere: Vec::new(),
            is_child: false,
        });
        self.graph.people.len() - 1
    }

    pub(super) fn birth_parents(&self, child: usize) -> Vec<usize> {
        let lines = self.graph.lines_up(child);
        let lines = lines.filter(|line| line.kind.is_of_family());
        let parents = lines.flat_map(|line| self.graph.unions[line.union].partners.clone());
        parents.collect()
    }

    pub(super) fn share_parents(&self, one: usize, other: usize) -> bool {
        let of_one = self.birth_parents(one);
        let of_other = self.birth_parents(other);
        of_one.iter().any(|parent| of_other.contains(parent))
    }

    fn step_parents(&mut self) {
        for bond in self
            .bonds()
            .filter(|bond| bond.kind == BondKind::StepParent)
        {
            let Some((step, child)) = self.ends(bond) else {
                continue;
            };
            let parents = self.birth_parents(child);
            let of_parent = self.graph.unions.iter().any(|union| {
                union.partners.contains(&step)
                    && parents.iter().any(|parent| union.partners.contains(parent))
            });
            if !of_parent {
                let union = self.union_of(&[step]);
                self.line(union, child, KinKind::Step, self.dates_of(bond));
            }
        }
    }
}

fn somebody(person: &Record<Person>, day: NaiveDate) -> Somebody {
    let id = Some(person.id());
    let person = &person.body;
    let elsewhere =
        |dates: &[crate::record::SaidDate]| dates.iter().map(|said| said.date.clone()).collect();
    Somebody {
        id,
        short_name: person.short_name().to_owned(),
        name: person.name.clone(),
        sex: person.sex,
        // A day of birth that lies ahead says that the baby is expected, whether or not somebody ticked so.
        arrival: match person.born.as_ref().and_then(FuzzyDate::earliest) {
            Some(born) if person.arrival == Arrival::Born && born > day => Arrival::Expected,
            _ => person.arrival,
        },
        born: person.born.clone(),
        died: person.died.clone(),
        born_elsewhere: elsewhere(&person.born_elsewhere),
        died_elsewhere: elsewhere(&person.died_elsewhere),
        is_child: person.is_child,
    }
}
