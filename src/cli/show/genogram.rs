//! `show CASE genogram`: the family told in words, then drawn.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::exchange::export::svg;
use crate::insight::genogram::Genogram;
use crate::insight::genogram::households::households;
use crate::insight::genogram::layout::Household;
use crate::insight::genogram::sketch::{self, Sketch, TieLine, tie_lines};
use crate::insight::genogram::symbols::{Hand, Zoom};
use crate::insight::genogram::words::{InWords, in_words};
use crate::practice::genogram::signs;
use crate::record::TieKind;
use serde::Serialize;

#[derive(Serialize)]
pub struct GenogramPage {
    seen_from: String,
    people: Vec<InWords>,
    emotional_lines: Vec<String>,
    also_there: Vec<String>,
    drawing: Vec<String>,
}

/// What is drawn of a case, seen from the eldest child: everything that was, care that ended too.
struct Drawn {
    graph: Genogram,
    from: usize,
    hand: Hand,
    homes: Vec<Household>,
    ties: Vec<TieLine>,
}

impl Drawn {
    fn of(shown: &Shown) -> Drawn {
        let file = shown.file;
        let graph = Genogram::of(file);
        let eldest = file.children().first().map(|child| child.id());
        Drawn {
            from: eldest.and_then(|child| graph.place(child)).unwrap_or(0),
            hand: Hand {
                zoom: Zoom::Names,
                ascii: false,
                day: shown.now,
            },
            homes: households(file, &graph),
            ties: tie_lines(&graph, file.emotional_ties.values().map(|tie| &tie.body)),
            graph,
        }
    }
}

/// The page of a case.
pub fn page(shown: &Shown) -> GenogramPage {
    let drawn = Drawn::of(shown);
    let graph = &drawn.graph;
    let past_care = sketch::Shown {
        past_care: true,
        ..sketch::Shown::default()
    };
    let sketch = Sketch::of(
        graph,
        drawn.from,
        &drawn.hand,
        &past_care,
        &drawn.homes,
        &[],
    );
    let name = |place: usize| {
        graph
            .people
            .get(place)
            .map_or("", |one| one.short_name.as_str())
    };
    GenogramPage {
        seen_from: name(drawn.from).to_owned(),
        people: in_words(graph, &sketch.layout, drawn.from, &drawn.homes, shown.now),
        emotional_lines: (drawn.ties.iter())
            .map(|tie| format!("{} {} {}", name(tie.from), tie.kind.words(), name(tie.to)))
            .collect(),
        also_there: graph
            .outside
            .iter()
            .map(|id| shown.full_name(*id))
            .collect(),
        drawing: sketch.lines(),
    }
}

/// The picture of a case, with households and emotional lines.
pub fn picture(shown: &Shown) -> String {
    let drawn = Drawn::of(shown);
    let everything = sketch::Shown {
        households: true,
        past_care: true,
        ties: TieKind::ALL.into_iter().collect(),
    };
    svg::genogram::picture(&svg::genogram::Picture {
        family: shown.file.name(),
        graph: &drawn.graph,
        from: drawn.from,
        hand: drawn.hand,
        shown: &everything,
        households: &drawn.homes,
        ties: &drawn.ties,
    })
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
