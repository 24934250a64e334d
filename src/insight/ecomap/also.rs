//! What the record knows already of people and services around somebody and their ecomap does not show: offered, never
//! drawn, until somebody says how strong it is.

use crate::insight::due::has_ended;
use crate::insight::folding::folded;
use crate::insight::people::full_name;
use crate::practice::stages;
use crate::record::{BondKind, CaseFile, Entry, Record, RecordId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Something that the record knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Who or what it is.
    pub name: String,
    /// How the record knows it.
    pub as_what: String,
    /// The record that says so.
    pub record: RecordId,
}

/// What else the record knows, for one person or for the family as a whole.
pub fn also_in_the_record(file: &CaseFile, whose: Option<RecordId>, today: NaiveDate) -> Vec<Also> {
    let mut all = Vec::new();
    bonds(file, whose, today, &mut all);
    parts(file, whose, today, &mut all);
    supports(file, whose, &mut all);
    schools(file, whose, &mut all);
    let drawn = drawn(file, whose);
    let mut offered = BTreeSet::new();
    all.retain(|one| {
        let name = folded(&one.name);
        let is_drawn = drawn.iter().any(|known| known.contains(&name));
        !name.is_empty() && !is_drawn && offered.insert(name)
    });
    all
}

/// The names of what the ecomap has already, also of what ended: "Mr Obuya at school" has Mr Obuya.
fn drawn(file: &CaseFile, whose: Option<RecordId>) -> Vec<String> {
    let own = file.connections.values();
    let own = own.filter(|one| one.body.whose == whose);
    let names = own.flat_map(|one| [one.body.with.clone(), full_name(file, one.body.person, "")]);
    names.map(|name| folded(&name)).collect()
}

fn bonds(file: &CaseFile, whose: Option<RecordId>, today: NaiveDate, all: &mut Vec<Also>) {
    for bond in file.bonds.values() {
        let as_what = match bond.body.kind {
            BondKind::TrustedAdult => "trusted adult",
            BondKind::Advocate => "advocate",
            BondKind::FosterCarer => "foster carer",
            BondKind::KinshipCarer => "kinship carer",
            _ => continue,
        };
        if Some(bond.body.to) == whose && !has_ended(bond.body.until.as_ref(), today) {
            all.push(Also {
                name: full_name(file, Some(bond.body.from), ""),
                as_what: as_what.to_owned(),
                record: bond.id(),
            });
        }
    }
}

fn parts(file: &CaseFile, whose: Option<RecordId>, today: NaiveDate, all: &mut Vec<Also>) {
    for role in file.roles.values() {
        if role.body.of == whose && !has_ended(role.body.until.as_ref(), today) {
            let part = stages::part(&role.body.role);
            all.push(Also {
                name: full_name(file, role.body.person, &role.body.name),
                as_what: part.map_or(role.body.role.clone(), |part| part.name.to_lowercase()),
                record: role.id(),
            });
        }
    }
}

fn supports(file: &CaseFile, whose: Option<RecordId>, all: &mut Vec<Also>) {
    for support in file.supports.values() {
        let is_for = match whose {
            Some(person) => support.body.people.contains(&person),
            None => support.body.people.is_empty(),
        };
        if is_for {
            all.push(Also {
                name: support.body.provider.clone(),
                as_what: format!("support: {}", support.body.what),
                record: support.id(),
            });
        }
    }
}

/// Schools that told of a child more than once, each with its last entry.
fn schools(file: &CaseFile, whose: Option<RecordId>, all: &mut Vec<Also>) {
    let is_of = |children: &[RecordId]| whose.is_some_and(|whose| children.contains(&whose));
    let mut told: BTreeMap<&str, (usize, &Record<Entry>)> = BTreeMap::new();
    let entries = file.chronology().into_iter();
    for entry in entries.filter(|entry| is_of(&entry.body.children)) {
        let accounts = entry.body.accounts.iter();
        for account in accounts.filter(|account| account.source_kind == "school") {
            let known = told.entry(&account.source).or_insert((0, entry));
            *known = (known.0 + 1, entry);
        }
    }
    let often = told.into_iter().filter(|(_, (times, _))| *times > 1);
    all.extend(often.map(|(school, (_, last))| Also {
        name: school.to_owned(),
        as_what: format!("told of them, last on {}", last.body.when.in_short()),
        record: last.id(),
    }));
}
