//! What the record knows already of people and services around somebody and their ecomap does not show: offered, never
//! drawn, until somebody says how strong it is.

use super::full_name;
use crate::insight::folding::folded;
use crate::practice::stages;
use crate::record::{BondKind, CaseFile, RecordId};
use chrono::NaiveDate;
use std::collections::BTreeSet;

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
    bonds(file, whose, &mut all);
    parts(file, whose, today, &mut all);
    supports(file, whose, &mut all);
    sources(file, whose, &mut all);
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

fn bonds(file: &CaseFile, whose: Option<RecordId>, all: &mut Vec<Also>) {
    for bond in file.bonds.values() {
        let as_what = match bond.body.kind {
            BondKind::TrustedAdult => "trusted adult",
            BondKind::Advocate => "advocate",
            BondKind::FosterCarer => "foster carer",
            BondKind::KinshipCarer => "kinship carer",
            _ => continue,
        };
        if Some(bond.body.to) == whose && bond.body.until.is_none() {
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
        let last = role.body.until.as_ref().and_then(|until| until.latest());
        if role.body.of == whose && last.is_none_or(|last| last >= today) {
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

/// Schools that told of a child: the last entry of each.
fn sources(file: &CaseFile, whose: Option<RecordId>, all: &mut Vec<Also>) {
    let Some(whose) = whose else {
        return;
    };
    let told = file.chronology().into_iter().rev();
    let of_them = told.filter(|entry| entry.body.children.contains(&whose));
    for entry in of_them {
        let accounts = entry.body.accounts.iter();
        let schools = accounts.filter(|account| account.source_kind == "school");
        all.extend(schools.map(|account| Also {
            name: account.source.clone(),
            as_what: format!("told of them, last on {}", entry.body.when.in_short()),
            record: entry.id(),
        }));
    }
}
