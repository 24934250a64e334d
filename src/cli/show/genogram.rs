//! `show CASE genogram`: the family drawn, then told in words.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::genogram::Genogram;
use crate::insight::genogram::households::households;
use crate::insight::genogram::sketch::{self, Sketch};
use crate::insight::genogram::symbols::{Hand, Zoom};
use serde::Serialize;

#[derive(Serialize)]
pub struct GenogramPage {
    #[serde(skip)]
    drawing: Vec<String>,
}

/// The page of a case, seen from the eldest child.
pub fn page(shown: &Shown) -> GenogramPage {
    let file = shown.file;
    let graph = Genogram::of(file);
    let eldest = file.children().first().and_then(|child| graph.place(child.id()));
    let hand = Hand {
        zoom: Zoom::Names,
        ascii: false,
        day: shown.now,
    };
    let drawn = sketch::Shown {
        households: true,
        ..sketch::Shown::default()
    };
    let homes = households(file, &graph);
    let sketch = Sketch::of(&graph, eldest.unwrap_or(0), &hand, &drawn, &homes, &[]);
    GenogramPage {
        drawing: sketch.lines(),
    }
}

impl Page for GenogramPage {
    fn write(&self, lines: &mut Lines) {
        for line in &self.drawing {
            lines.drawn(line);
        }
    }
}
