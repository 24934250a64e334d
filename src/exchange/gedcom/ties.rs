//! What joins the people of a GEDCOM file: families, pedigrees and associations, read into bonds.
//!
//! A family with children and no event of its couple says who the parents are and nothing else: whether they were ever
//! together is not made up. Without children the file says that they were a couple, so they are partners; so does a family
//! in which one is a parent by birth and the other a step-parent or an adoptive one.

use super::date;
use super::facts;
use super::node::Node;
use super::words;
use crate::record::{Bond, BondKind, FuzzyDate, RecordId, Sex};
use std::collections::{HashMap, HashSet};

/// The bonds of a file, and which family tells which.
#[derive(Debug, Default)]
pub struct Ties {
    /// The bonds, in the order of the file.
    pub bonds: Vec<Bond>,
    /// The places in `bonds` that a family tells, by the family's xref.
    pub of_family: HashMap<String, Vec<usize>>,
    /// Parent and child where the file says that they belong together and not as what.
    pub unsaid: Vec<(RecordId, RecordId)>,
    seen: HashMap<(RecordId, RecordId, BondKind), Vec<usize>>,
}

/// Everybody of a file whom lines can lead to.
pub struct Everybody<'a> {
    /// The structure of each.
    pub individuals: Vec<&'a Node>,
    /// Whom each xref is.
    pub ids: HashMap<&'a str, RecordId>,
}

impl Everybody<'_> {
    fn find(&self, pointer: &Node) -> Option<RecordId> {
        let id = self.ids.get(pointer.value.as_str()).copied();
        id.filter(|_| pointer.pointer)
    }
}

/// What individuals say of the families that they belong to.
#[derive(Default)]
struct Belonging<'a> {
    spouses: Vec<(RecordId, Sex)>,
    children: Vec<RecordId>,
    places: HashMap<RecordId, Vec<&'a Node>>,
    adopted: HashMap<RecordId, &'a str>,
}

impl Ties {
    /// Reads all of them.
    pub fn read<'a>(families: &[&'a Node], everybody: &Everybody<'a>) -> Ties {
        let mut belonging: HashMap<&str, Belonging> = HashMap::new();
        for individual in &everybody.individuals {
            let Some(id) = everybody.ids.get(individual.xref.as_str()).copied() else {
                continue;
            };
            for spouse in individual.all("FAMS") {
                let sex = individual.first("SEX").map_or(Sex::NotKnown, facts::sex);
                let family = belonging.entry(&spouse.value).or_default();
                family.spouses.push((id, sex));
            }
            for place in individual.all("FAMC") {
                let family = belonging.entry(&place.value).or_default();
                family.children.push(id);
                family.places.entry(id).or_default().push(place);
            }
            let adoptions = individual
                .all("ADOP")
                .filter_map(|event| event.first("FAMC"));
            for place in adoptions {
                let family = belonging.entry(&place.value).or_default();
                let by = place.first("ADOP").map_or("BOTH", |by| by.value.trim());
                family.adopted.insert(id, by);
            }
        }
        let mut ties = Ties::default();
        let nobody = Belonging::default();
        for family in families {
            let belonging = belonging.get(family.xref.as_str()).unwrap_or(&nobody);
            ties.family(family, belonging, everybody);
        }
        for individual in &everybody.individuals {
            ties.associations(individual, everybody);
        }
        ties
    }

    fn family(&mut self, family: &Node, belonging: &Belonging, everybody: &Everybody) {
        let (husband, wife) = spouses(family, belonging, everybody);
        let told: Vec<&Node> = family.all("CHIL").collect();
        let listed = told.iter().filter_map(|child| everybody.find(child));
        let mut children: Vec<RecordId> = Vec::new();
        let mut known = HashSet::new();
        for child in listed.chain(belonging.children.iter().copied()) {
            if known.insert(child) {
                children.push(child);
            }
        }
        let mut of_children = Vec::new();
        let mut differ = children.is_empty();
        for child in &children {
            let mut by_parent: Vec<HashSet<BondKind>> = Vec::new();
            let line = told
                .iter()
                .find(|line| everybody.find(line) == Some(*child));
            let nothing = Node::default();
            let of_child = belonging.places.get(child);
            let pedigrees = match of_child {
                Some(places) => places.clone(),
                None => vec![&nothing],
            };
            for (parent, tag, who) in [(husband, "_FREL", "HUSB"), (wife, "_MREL", "WIFE")] {
                let Some(parent) = parent.filter(|parent| parent != child) else {
                    continue;
                };
                let said = line.and_then(|line| words::relation(line.said(tag)));
                let adopted = belonging.adopted.get(child);
                let adopted =
                    adopted.is_some_and(|by| *by == who || *by == "BOTH" || by.is_empty());
                let mut kinds = HashSet::new();
                for place in &pedigrees {
                    let by_place = match place.first("PEDI") {
                        None if adopted => Some(BondKind::AdoptiveParent),
                        _ => words::read_pedigree(place),
                    };
                    // A pedigree speaks of both parents, what stands under the child of one.
                    let kind = said.clone().or(by_place);
                    if let Some(kind) = kind {
                        kinds.insert(kind.clone());
                        of_children.push((parent, *child, kind));
                    }
                }
                if kinds.is_empty() {
                    self.unsaid.push((parent, *child));
                }
                by_parent.push(kinds);
            }
            // A word of somebody's own says nothing of the two.
            let of_parents = |kinds: &HashSet<BondKind>| {
                kinds.iter().all(|kind| {
                    matches!(
                        kind,
                        BondKind::Parent | BondKind::StepParent | BondKind::AdoptiveParent
                    )
                })
            };
            differ |= matches!(by_parent.as_slice(), [one, other] if one != other)
                && by_parent.iter().all(of_parents);
        }
        let mut places = Vec::new();
        if let (Some(one), Some(other)) = (husband, wife) {
            places.extend(self.couple(family, one, other, differ));
        }
        for (parent, child, kind) in of_children {
            places.push(self.plain(parent, child, kind));
        }
        if husband.is_none() && wife.is_none() {
            let next = children.iter().zip(children.iter().skip(1));
            for (one, other) in next {
                places.push(self.plain(*one, *other, BondKind::Sibling));
            }
        }
        self.of_family.insert(family.xref.clone(), places);
    }

    fn couple(
        &mut self,
        family: &Node,
        one: RecordId,
        other: RecordId,
        are_partners: bool,
    ) -> Vec<usize> {
        let mut divorces = family
            .all("DIV")
            .filter(|event| words::couple(event).is_some());
        let mut places = Vec::new();
        for event in &family.children {
            let Some(kind) = words::couple(event) else {
                continue;
            };
            let mut bond = Bond::of(one, kind, other);
            // What never happened has no day; the span of a NO says where somebody looked for it.
            bond.since = date::under(event).filter(|_| event.tag != "NO");
            bond.until = event.first("_UNTIL").and_then(date::read_date);
            bond.note = event.said("NOTE").to_owned();
            if bond.kind == BondKind::Married
                && let Some(divorce) = divorces.next()
            {
                // A marriage that was ended does not last, even when nobody says when it ended.
                let ended =
                    || date::under(divorce).unwrap_or_else(|| FuzzyDate::unknown(date::NOT_TOLD));
                bond.until = bond.until.or_else(|| Some(ended()));
            }
            places.push(self.add(bond));
        }
        if places.is_empty() && are_partners {
            places.push(self.plain(one, other, BondKind::Partner));
        }
        places
    }

    fn associations(&mut self, individual: &Node, everybody: &Everybody) {
        let Some(id) = everybody.ids.get(individual.xref.as_str()).copied() else {
            return;
        };
        for association in individual.all("ASSO") {
            let other = everybody.find(association).filter(|other| *other != id);
            let Some((other, kind)) = other.zip(words::read_role(association)) else {
                continue;
            };
            let date = |tag: &str| association.first(tag).and_then(date::read_date);
            let note = association.first("NOTE").filter(|note| !note.pointer);
            self.add(Bond {
                since: date("_SINCE"),
                until: date("_UNTIL"),
                note: note.map_or(String::new(), |note| note.value.clone()),
                ..Bond::of(other, kind, id)
            });
        }
    }

    fn plain(&mut self, from: RecordId, to: RecordId, kind: BondKind) -> usize {
        let known = self.seen.get(&(from, to, kind.clone()));
        match known.and_then(|places| places.first()) {
            Some(place) => *place,
            None => self.add(Bond::of(from, kind, to)),
        }
    }

    /// Adds a bond. What tells more of one of which nothing was told yet is the same bond.
    fn add(&mut self, bond: Bond) -> usize {
        let key = (bond.from, bond.to, bond.kind.clone());
        let places = self.seen.entry(key).or_default();
        let bare =
            |known: &Bond| known.since.is_none() && known.until.is_none() && known.note.is_empty();
        for place in places.iter() {
            match self.bonds.get_mut(*place) {
                Some(known) if *known == bond => return *place,
                Some(known) if bare(known) && !bond.kind.is_of_partners() => {
                    *known = bond;
                    return *place;
                }
                _ => {}
            }
        }
        places.push(self.bonds.len());
        self.bonds.push(bond);
        self.bonds.len() - 1
    }
}

/// The two of a family, by its own lines first, then by what people say who are not named there.
fn spouses(
    family: &Node,
    belonging: &Belonging,
    everybody: &Everybody,
) -> (Option<RecordId>, Option<RecordId>) {
    let (mut husband, mut wife) = (None, None);
    let mut seat = |id: RecordId, is_wife: bool| {
        if husband == Some(id) || wife == Some(id) {
            return;
        }
        let (own, other) = match is_wife {
            true => (&mut wife, &mut husband),
            false => (&mut husband, &mut wife),
        };
        let free = if own.is_none() { own } else { other };
        free.get_or_insert(id);
    };
    for line in &family.children {
        if matches!(line.tag.as_str(), "HUSB" | "WIFE")
            && let Some(id) = everybody.find(line)
        {
            seat(id, line.tag == "WIFE");
        }
    }
    for (id, sex) in &belonging.spouses {
        seat(*id, *sex == Sex::Female);
    }
    (husband, wife)
}
