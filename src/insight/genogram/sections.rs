//! The genogram as it is read: the family in words, generation by generation, then drawn.

use super::households::households;
use super::sketch::Sketch;
use super::symbols::{Hand, Zoom};
use super::words::{InWords, in_words};
use super::{Around, Genogram, GenogramOptions};
use crate::insight::emotional;
use crate::insight::people::full_name;
use crate::page::{Page, Section};
use crate::practice::genogram::signs;
use crate::record::CaseFile;
use chrono::NaiveDate;

/// The family in words, and how they get on.
pub fn told(file: &CaseFile, people: &[InWords]) -> Page {
    let mut page = Page::titled("Genogram");
    if people.is_empty() {
        page.say("Nobody is recorded who belongs to the family.");
        return page;
    }
    for generation in people.chunk_by(|one, other| one.generation == other.generation) {
        let number = generation.first().map_or(0, |one| one.generation);
        page.heading(format!("Generation {number}"));
        for one in generation {
            page.item(&one.heading, one.lines.join("; "), one.person);
        }
    }
    if !file.emotional_ties.is_empty() {
        page.heading("How they get on");
    }
    for tie in file.emotional_ties.values() {
        page.item("", emotional::in_words(file, &tie.body), Some(tie.id()));
    }
    page
}

/// The genogram of a case, seen from the eldest child; with everything that was, care that ended too.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let Around {
        graph,
        from,
        left_out,
    } = Genogram::seen_from(file, None, day);
    let hand = Hand {
        zoom: Zoom::Names,
        ascii: false,
        day,
    };
    let past_care = GenogramOptions {
        past_care: true,
        ..GenogramOptions::default()
    };
    let homes = households(file, &graph, day);
    let sketch = Sketch::of(&graph, from, &hand, &past_care, &homes, &[]);
    let people = in_words(&graph, &sketch.layout, from, &homes, day);
    let seen_from = graph.people.get(from).map_or("", |one| &one.short_name);
    let there: Vec<String> = (graph.outside.iter())
        .map(|id| full_name(file, Some(*id), ""))
        .collect();
    let mut all = Section::default();
    all.hide("seen_from", seen_from);
    all.show(|page| page.blocks = told(file, &people).blocks);
    all.hide_each(
        "people",
        people.iter().map(|one| {
            let mut told = Section::default();
            told.hide("person", one.person.map(|id| id.to_string()));
            told.hide("generation", one.generation);
            told.hide("heading", one.heading.as_str());
            told.hide("lines", one.lines.clone());
            told
        }),
    );
    let ties = file.emotional_ties.values();
    let ties = ties.map(|tie| emotional::in_words(file, &tie.body));
    all.hide("emotional_lines", ties.collect::<Vec<_>>());
    all.show(|page| {
        if !there.is_empty() {
            page.heading("Also there, no relative and no carer");
        }
        for name in &there {
            page.item("", name, None);
        }
        if left_out > 0 {
            page.heading(format!(
                "{left_out} more people are further away; `show CASE family` lists everybody"
            ));
        }
    });
    all.hide("also_there", there);
    all.hide("further_away", left_out);
    let drawing = sketch.lines();
    if !people.is_empty() {
        all.show(|page| {
            page.heading(format!("Drawn, seen from {seen_from}"));
            page.drawing(&drawing);
            page.heading("Key");
            for sign in signs() {
                page.fact(&sign.sign, &sign.means);
            }
        });
    }
    all.hide("drawing", drawing);
    all
}
