//! Ecomaps as they are read: what is around the family and each of its people, in the words that a drawing says by its lines.

use super::{Ecomap, System, also_in_the_record};
use crate::insight::links::entries;
use crate::insight::words::listed;
use crate::page::{Page, Section};
use crate::record::{CaseFile, Flow, SystemKind};
use chrono::NaiveDate;

/// These ecomaps of a case.
pub fn section(file: &CaseFile, ecomaps: &[Ecomap], day: NaiveDate) -> Section {
    let mut all = Section::default();
    all.each("ecomaps", ecomaps.iter().map(|one| of_one(file, one, day)));
    all.show(|page| {
        page.heading("How to read it");
        page.say("Each line says how strong the connection is, whether there is stress in it, and which way help flows.");
        page.say("Informal is there by life: family, friends, neighbours, clubs. Formal is there by office: school, health, court, paid help.");
    });
    all
}

fn of_one(file: &CaseFile, one: &Ecomap, day: NaiveDate) -> Section {
    let mut told = Section::titled(format!("In the middle: {}", one.name));
    told.hide("whose", one.whose.map(|id| id.to_string()));
    told.hide("name", one.name.as_str());
    if one.systems.is_empty() {
        told.show(|page| page.say("No connection is recorded."));
    }
    // A sort that keeps the order within a kind.
    let mut systems: Vec<&System> = one.systems.iter().collect();
    let place = |kind| SystemKind::ALL.iter().position(|one| *one == kind);
    systems.sort_by_key(|system| place(system.kind));
    told.each(
        "connections",
        systems.into_iter().map(|one| connection(file, one, "")),
    );
    let later = one.not_drawn.iter();
    told.each("not_drawn", later.map(|one| connection(file, one, NOT_NOW)));
    let also = also_in_the_record(file, one.whose, day);
    let names = also
        .iter()
        .map(|also| format!("{} ({})", also.name, also.as_what));
    let names = listed(&names.collect::<Vec<_>>());
    told.fact("Also in the record, nobody has said how strong", names);
    let also = also.into_iter().map(|also| {
        let mut told = Section::of(also.record, "");
        told.hide("name", also.name);
        told.hide("known_as", also.as_what);
        told
    });
    told.hide_each("also_in_the_record", also);
    told
}

const NOT_NOW: &str = "Not on this day: ";

fn connection(file: &CaseFile, system: &System, lead: &str) -> Section {
    let mut told = Section::of(system.record, "");
    told.hide("with", system.name.as_str());
    told.hide("kind", system.kind.words());
    told.hide("strength", system.strength.words());
    told.hide("stress", system.stressful);
    let flow = (system.flow != Flow::NotKnown).then(|| system.flow.words());
    told.hide("flow", flow);
    told.hide("time", system.time.as_str());
    let label = format!("{lead}{} ({})", system.name, system.kind.words());
    let words = match system.note.as_str() {
        "" => system.in_words(),
        note => format!("{}. {note}", system.in_words()),
    };
    told.hide("text", system.in_words());
    told.show(|page| page.lead_in(label, words, Some(system.record)));
    told.links("evidence", "", entries(file, &system.evidence));
    told.hide("note", system.note.as_str());
    told
}

/// What is around each of them, without what shows it: for a page that is given away.
pub fn in_short(ecomaps: &[Ecomap]) -> Page {
    let mut page = Page::titled("Ecomap");
    for one in ecomaps {
        page.heading(&one.name);
        for (systems, lead) in [(&one.systems, ""), (&one.not_drawn, NOT_NOW)] {
            for system in systems {
                let kind = system.kind.words();
                let label = format!("{lead}{} ({kind})", system.name);
                page.item(label, system.in_words(), Some(system.record));
            }
        }
    }
    page
}
