//! `show CASE ecomap`: what is around the family and each of its people, in the words that a drawing says by its lines.

use super::linked::{self, Linked};
use super::{Page, Shown};
use crate::cli::fault::Fault;
use crate::cli::lines::{Lines, listed};
use crate::insight::ecomap::{Ecomap, System, also_in_the_record, centre_name, centres, ecomap};
use crate::insight::folding::folded;
use crate::record::{Flow, RecordId, SystemKind};
use serde::Serialize;

#[derive(Serialize)]
pub struct EcomapPage {
    ecomaps: Vec<EcomapShown>,
}

#[derive(Serialize)]
struct EcomapShown {
    /// Nobody's is the family's as a whole.
    whose: Option<RecordId>,
    name: String,
    connections: Vec<SystemShown>,
    not_drawn: Vec<SystemShown>,
    also_in_the_record: Vec<AlsoShown>,
}

#[derive(Serialize)]
struct SystemShown {
    id: RecordId,
    with: String,
    kind: &'static str,
    strength: &'static str,
    stress: bool,
    flow: Option<&'static str>,
    time: String,
    text: String,
    evidence: Vec<Linked>,
    note: String,
}

#[derive(Serialize)]
struct AlsoShown {
    id: RecordId,
    name: String,
    known_as: String,
}

/// The ecomaps that are asked for: of somebody by name, of the family, or of everybody who has one.
///
/// # Errors
/// Nobody of that name.
pub fn ecomaps(shown: &Shown, whose: Option<&str>) -> Result<Vec<Ecomap>, Fault> {
    let file = shown.file;
    let of = |whose: &Option<RecordId>| ecomap(file, *whose, shown.now);
    let centres = centres(file);
    let Some(asked) = whose else {
        let all = centres.iter().map(of);
        let all: Vec<_> = all.filter(|one| !one.is_empty()).collect();
        return Ok(match all.is_empty() {
            true => vec![of(&None)],
            false => all,
        });
    };
    let asked_for = folded(asked);
    let is_meant = |whose: &&Option<RecordId>| match whose {
        None => asked_for == "family",
        Some(person) => {
            let whole = folded(&shown.full_name(*person));
            let short = folded(&centre_name(file, Some(*person)));
            whole.starts_with(&asked_for) || short.starts_with(&asked_for)
        }
    };
    match centres.iter().find(is_meant) {
        Some(whose) => Ok(vec![of(whose)]),
        None => Err(Fault::NobodyInTheMiddle(asked.to_owned())),
    }
}

/// The page of a case.
///
/// # Errors
/// As [`ecomaps`].
pub fn page(shown: &Shown, whose: Option<&str>) -> Result<EcomapPage, Fault> {
    let file = shown.file;
    let told = |system: System| SystemShown {
        id: system.record,
        kind: system.kind.words(),
        strength: system.strength.words(),
        stress: system.stressful,
        flow: (system.flow != Flow::NotKnown).then(|| system.flow.words()),
        text: system.in_words(),
        evidence: linked::entries(file, &system.evidence),
        with: system.name,
        time: system.time,
        note: system.note,
    };
    let ecomaps = ecomaps(shown, whose)?.into_iter().map(|one| EcomapShown {
        whose: one.whose,
        name: one.name,
        connections: one.systems.into_iter().map(told).collect(),
        not_drawn: one.not_drawn.into_iter().map(told).collect(),
        also_in_the_record: also_in_the_record(file, one.whose, shown.now)
            .into_iter()
            .map(|also| AlsoShown {
                id: also.record,
                name: also.name,
                known_as: also.as_what,
            })
            .collect(),
    });
    Ok(EcomapPage {
        ecomaps: ecomaps.collect(),
    })
}

impl Page for EcomapPage {
    fn write(&self, lines: &mut Lines) {
        for one in &self.ecomaps {
            lines.heading(format!("In the middle: {}", one.name));
            if one.connections.is_empty() {
                lines.item("No connection is recorded.");
            }
            for kind in SystemKind::ALL {
                let own = one.connections.iter();
                for system in own.filter(|system| system.kind == kind.words()) {
                    system.write(lines);
                }
            }
            for system in &one.not_drawn {
                lines.item(format!("Not on this day: {}: {}", system.with, system.text));
            }
            let also = one.also_in_the_record.iter();
            let also: Vec<_> = also
                .map(|also| format!("{} ({})", also.name, also.known_as))
                .collect();
            lines.fact(
                "Also in the record, nobody has said how strong",
                listed(&also),
            );
        }
        lines.heading("How to read it");
        lines.item("Each line says how strong the connection is, whether there is stress in it, and which way help flows.");
        lines.item("Informal is there by life: family, friends, neighbours, clubs. Formal is there by office: school, health, court, paid help.");
    }
}

impl SystemShown {
    fn write(&self, lines: &mut Lines) {
        let note = match self.note.as_str() {
            "" => String::new(),
            note => format!(". {note}"),
        };
        let text = format!("{} ({}): {}{note}", self.with, self.kind, self.text);
        lines.item(text);
        for entry in &self.evidence {
            lines.fact("Shown by", &entry.text);
        }
    }
}
