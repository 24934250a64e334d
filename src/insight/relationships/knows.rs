//! What other parts of the record know of people in a child's life: bonds, named parts, homes. It is shown with where it
//! stands, so that nobody types it again.

use super::super::due::has_ended;
use super::super::folding::folded;
use super::super::living::stays;
use super::super::people::who;
use crate::practice::{Living, place_of};
use crate::record::{Arrival, BondKind, CaseFile, FuzzyDate, RecordId, Standing};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The part that names a trusted adult, by its id in the stages' content.
const TRUSTED_ADULT: &str = "trusted_adult";

/// The part that names an advocate.
const ADVOCATE: &str = "advocate";

/// What another part of the record says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFrom {
    /// What it says that they are.
    pub standing: Standing,
    /// The record that says so.
    pub record: RecordId,
    /// Where that stands, in words: "in the family's bonds".
    pub words: String,
}

/// Somebody whom another part of the record knows.
pub(super) struct Known {
    pub(super) person: Option<RecordId>,
    pub(super) name: String,
    pub(super) from: KnownFrom,
}

/// Everybody who lives and of whom bonds, named parts and homes of a child say that they are there, each with each that says
/// so.
pub(super) fn of_child(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Known> {
    let mut all = of_bonds(file, child, day);
    all.extend(siblings(file, child, &all));
    all.extend(of_parts(file, child, day));
    all.extend(of_homes(file, child, day));
    all
}

fn known(
    file: &CaseFile,
    person: RecordId,
    standing: Standing,
    record: RecordId,
    words: &str,
) -> Known {
    Known {
        person: Some(person),
        name: who(file, Some(person), ""),
        from: KnownFrom {
            standing,
            record,
            words: words.to_owned(),
        },
    }
}

fn of_bonds(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Known> {
    let bonds = file.bonds.values();
    let here = bonds.filter(|bond| !has_ended(bond.body.until.as_ref(), day));
    let told = here.filter_map(|bond| {
        let body = &bond.body;
        let other = match (body.from == child, body.to == child) {
            (true, false) if body.kind.is_of_siblings() => body.to,
            (false, true) => body.from,
            _ => return None,
        };
        let standing = match &body.kind {
            BondKind::TrustedAdult => Standing::TrustedAdult,
            BondKind::Advocate => Standing::Advocate,
            kind if kind.is_of_siblings() => Standing::Sibling,
            BondKind::Parent
            | BondKind::AdoptiveParent
            | BondKind::StepParent
            | BondKind::Grandparent
            | BondKind::AuntOrUncle => Standing::Family,
            _ => return None,
        };
        let words = "among the family's bonds";
        lives(file, other).then(|| known(file, other, standing, bond.id(), words))
    });
    told.collect()
}

/// Brothers and sisters by a parent of whom the record knows, whom no bond of their own names.
fn siblings(file: &CaseFile, child: RecordId, told: &[Known]) -> Vec<Known> {
    let is_parent = |kind: &BondKind| matches!(kind, BondKind::Parent | BondKind::AdoptiveParent);
    let of = |bond: &crate::record::Bond| is_parent(&bond.kind).then_some((bond.from, bond.to));
    let bonds = || file.bonds.values().filter_map(|bond| of(&bond.body));
    let parents: BTreeSet<RecordId> = bonds()
        .filter(|(_, to)| *to == child)
        .map(|(from, _)| from)
        .collect();
    let mut seen: BTreeSet<RecordId> = told
        .iter()
        .filter(|one| one.from.standing == Standing::Sibling)
        .filter_map(|one| one.person)
        .collect();
    seen.insert(child);
    let mut found = Vec::new();
    for (bond, (from, to)) in file
        .bonds
        .iter()
        .filter_map(|(id, bond)| Some((*id, of(&bond.body)?)))
    {
        if parents.contains(&from) && lives(file, to) && seen.insert(to) {
            let words = "the same parent, among the family's bonds";
            found.push(known(file, to, Standing::Sibling, bond, words));
        }
    }
    found
}

/// Whether somebody is a person of the case who was born and has not died: of nobody else can a child be asked.
fn lives(file: &CaseFile, id: RecordId) -> bool {
    let person = file.people.get(&id).map(|person| &person.body);
    person.is_some_and(|person| person.died.is_none() && person.arrival == Arrival::Born)
}

fn of_parts(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Known> {
    let roles = file.roles.values();
    let here = roles
        .filter(|role| role.body.of == Some(child) && !has_ended(role.body.until.as_ref(), day));
    let here = here.filter(|role| role.body.person.is_none_or(|person| lives(file, person)));
    let told = here.filter_map(|role| {
        let standing = match role.body.role.as_str() {
            TRUSTED_ADULT => Standing::TrustedAdult,
            ADVOCATE => Standing::Advocate,
            _ => return None,
        };
        Some(Known {
            person: role.body.person,
            name: who(file, role.body.person, &role.body.name),
            from: KnownFrom {
                standing,
                record: role.id(),
                words: "named among the parts of the stages".to_owned(),
            },
        })
    });
    told.collect()
}

/// Who cares or cared for the child somewhere else than with the parents, as far as they are people of the case.
fn of_homes(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<Known> {
    let mut found: Vec<Known> = Vec::new();
    for stay in stays(file, child).iter().rev() {
        if !is_away_from_parents(&stay.last.body.kind) || begins_after(stay.from(), day) {
            continue;
        }
        let is_over = has_ended(stay.to(), day);
        let (standing, words) = match (is_over, stay.to()) {
            (true, Some(to)) => {
                let words = format!("cared {} to {}", stay.from().in_short(), to.in_short());
                (Standing::FormerCarer, words)
            }
            _ => {
                let words = format!("cares since {}", stay.from().in_short());
                (Standing::Carer, words)
            }
        };
        let carers = stay.last.body.carers.iter();
        for carer in carers.filter(|carer| lives(file, **carer)) {
            // Who cares now is no former carer, and one time of caring is told.
            let is_told = found.iter().any(|one| one.person == Some(*carer));
            if !is_told {
                found.push(known(file, *carer, standing, stay.last.id(), &words));
            }
        }
    }
    found
}

/// Whether a kind of place is away from the parents.
pub(super) fn is_away_from_parents(kind: &str) -> bool {
    let living = place_of(&folded(kind)).map(|place| place.living);
    matches!(living, Some(Living::Family | Living::LookedAfter))
}

fn begins_after(from: &FuzzyDate, day: NaiveDate) -> bool {
    from.earliest().is_some_and(|from| from > day)
}
