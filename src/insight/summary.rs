//! A case in short: who the children are, where they live, and how much is recorded.

use super::ages::Age;
use super::contradictions::Contradiction;
use super::gaps::{SIX_MONTHS, family_gaps};
use super::words::counted;
use crate::page::Section;
use crate::record::{Case, CaseFile, CaseLine, FuzzyDate};
use chrono::{DateTime, NaiveDate};

/// The children as things stand, oldest first.
pub fn children(file: &CaseFile, day: NaiveDate) -> Vec<Section> {
    let line = CaseLine::of(file, DateTime::UNIX_EPOCH);
    let children = line.map_or_else(Vec::new, |line| line.children);
    let told = children.into_iter().map(|child| {
        let age = child.born.as_ref().and_then(|born| Age::on(born, day));
        let age = age.map(Age::in_words);
        let is_of_name = child.name.starts_with(&child.short_name);
        let known_as = if is_of_name { "" } else { &child.short_name };
        let born = child.born.as_ref().map(FuzzyDate::to_string);
        let named = |lead: &str, words: &str| match words {
            "" => None,
            words => Some(format!("{lead}{words}")),
        };
        let said = [
            named("known as ", known_as),
            age.clone(),
            born.as_ref().map(|born| format!("born {born}")),
            named("lives: ", &child.lives),
            named("legal status: ", &child.legal),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        let mut told = Section::of(child.id, "");
        told.value("name", &child.name, child.name.as_str(), &said.join("; "));
        told.hide("known_as", known_as);
        told.hide("born", born);
        told.hide("age", age);
        told.hide("lives", child.lives.as_str());
        told.hide("legal", child.legal.as_str());
        told
    });
    told.collect()
}

/// The summary of a case. `differing` is where accounts differ.
pub fn section(file: &CaseFile, differing: &[Contradiction], day: NaiveDate) -> Section {
    let nobody = Case::default();
    let case = file.case.as_ref().map_or(&nobody, |case| &case.body);
    let chronology = file.chronology();
    let dated = chronology.iter().map(|entry| &entry.body.when);
    let mut dated = dated.filter(|when| when.anchor().is_some());
    let (first, last) = (dated.next(), dated.next_back());
    let line = CaseLine::of(file, DateTime::UNIX_EPOCH);
    let mut all = Section::default();
    all.fields("case")
        .text("worker", &case.worker)
        .text("reference", &case.reference)
        .day("opened", case.opened.as_ref())
        .day("closed", case.closed.as_ref())
        .text("note", &case.note);
    all.show(|page| page.heading("Children"));
    all.each("children", children(file, day));
    all.show(|page| page.heading("Chronology"));
    let count = chronology.len();
    all.value("entries", "", count, &counted(count, "entry", "entries"));
    all.text(
        "first",
        "First",
        first.map_or_else(String::new, FuzzyDate::to_string),
    );
    all.text(
        "last",
        "Last",
        last.or(first)
            .map_or_else(String::new, FuzzyDate::to_string),
    );
    for (key, label, count) in [
        (
            "gaps",
            "Gaps of six months or more",
            family_gaps(file, SIX_MONTHS, day).len(),
        ),
        ("contradictions", "Where accounts differ", differing.len()),
        (
            "open_doubts",
            "Questions left open",
            line.map_or(0, |line| line.open_doubts as usize),
        ),
    ] {
        all.value(key, label, count, &count.to_string());
    }
    all
}
