//! `show CASE chronology`: everything that is told, in order of time, with gaps and differences in their place.

use super::entry::EntryShown;
use super::gaps::{GapShown, gaps_of};
use super::{Page, Shown, differences};
use crate::cli::lines::Lines;
use serde::Serialize;

#[derive(Serialize)]
pub struct Chronology {
    chronology: Vec<Item>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Item {
    Entry(Box<EntryShown>),
    Gap(GapShown),
}

/// The chronology of a case. A gap stands before the entry that ends it.
pub fn page(shown: &Shown) -> Chronology {
    let differences = differences::all(shown);
    let mut gaps = gaps_of(shown).into_iter().peekable();
    let mut chronology = Vec::new();
    for record in shown.file.chronology() {
        let day = record.body.when.anchor();
        while let Some(gap) = gaps.next_if(|gap| day.is_some_and(|day| day >= gap.to)) {
            chronology.push(Item::Gap(gap));
        }
        chronology.push(Item::Entry(Box::new(EntryShown::of(
            shown,
            record,
            &differences,
        ))));
    }
    Chronology { chronology }
}

impl Page for Chronology {
    fn write(&self, lines: &mut Lines) {
        if self.chronology.is_empty() {
            lines.item("Nothing is recorded yet.");
        }
        for item in &self.chronology {
            match item {
                Item::Entry(entry) => entry.write(lines),
                Item::Gap(gap) => lines.heading(gap.in_words()),
            }
        }
    }
}
