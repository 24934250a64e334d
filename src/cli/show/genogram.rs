//! `show CASE genogram`: the family told in words, then drawn.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::emotional;
use crate::insight::genogram::households::households;
use crate::insight::genogram::sketch::Sketch;
use crate::insight::genogram::symbols::{Hand, Zoom};
use crate::insight::genogram::words::{InWords, in_words};
use crate::insight::genogram::{Around, Genogram, GenogramOptions};
use crate::practice::genogram::signs;
use serde::Serialize;

#[derive(Serialize)]
pub struct GenogramPage {
    seen_from: String,
    people: Vec<InWords>,
    emotional_lines: Vec<String>,
    also_there: Vec<String>,
    further_away: usize,
    drawing: Vec<String>,
}

/// The page of a case, seen from the eldest child; with everything that was, care that ended too.
pub fn page(shown: &Shown) -> GenogramPage {
    let file = shown.file;
    let Around {
        graph,
        from,
        left_out,
    } = Genogram::seen_from(file, None, shown.now);
    let hand = Hand {
        zoom: Zoom::Names,
        ascii: false,
        day: shown.now,
    };
    let past_care = GenogramOptions {
        past_care: true,
        ..GenogramOptions::default()
    };
    let homes = households(file, &graph, shown.now);
    let sketch = Sketch::of(&graph, from, &hand, &past_care, &homes, &[]);
    let name = |place: usize| {
        graph
            .people
            .get(place)
            .map_or("", |one| one.short_name.as_str())
    };
    GenogramPage {
        seen_from: name(from).to_owned(),
        people: in_words(&graph, &sketch.layout, from, &homes, shown.now),
        emotional_lines: (file.emotional_ties.values())
            .map(|tie| emotional::in_words(file, &tie.body))
            .collect(),
        also_there: graph
            .outside
            .iter()
            .map(|id| shown.full_name(*id))
            .collect(),
        further_away: left_out,
        drawing: sketch.lines(),
    }
}

impl Page for GenogramPage {
    fn write(&self, lines: &mut Lines) {
        let mut generation = 0;
        for person in &self.people {
            if person.generation != generation {
                generation = person.generation;
                lines.heading(format!("Generation {generation}"));
            }
            let said = person.lines.join("; ");
            match said.is_empty() {
                true => lines.item(&person.heading),
                false => lines.item(format!("{}: {said}", person.heading)),
            }
        }
        if !self.emotional_lines.is_empty() {
            lines.heading("Emotional lines");
        }
        for line in &self.emotional_lines {
            lines.item(line);
        }
        if !self.also_there.is_empty() {
            lines.heading("Also there, no relative and no carer");
        }
        for name in &self.also_there {
            lines.item(name);
        }
        if self.further_away > 0 {
            lines.heading(format!(
                "{} more people are further away; `show CASE family` lists everybody",
                self.further_away
            ));
        }
        if self.people.is_empty() {
            lines.heading("Genogram");
            lines.item("Nobody is recorded who belongs to the family.");
            return;
        }
        lines.heading(format!("Drawn, seen from {}", self.seen_from));
        lines.drawn("");
        for line in &self.drawing {
            lines.drawn(line);
        }
        lines.heading("Key");
        for sign in signs() {
            lines.fact(&sign.sign, &sign.means);
        }
    }
}
