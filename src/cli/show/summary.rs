//! `show CASE`: who the children are, where they live, and how much is recorded.

use super::gaps::gaps_of;
use super::{Page, Shown, differences};
use crate::cli::lines::{Lines, counted};
use crate::insight::ages::Age;
use crate::record::{Case, CaseLine, FuzzyDate, RecordId};
use serde::Serialize;

#[derive(Serialize)]
pub struct Summary {
    reference: String,
    worker: String,
    opened: Option<String>,
    closed: Option<String>,
    note: String,
    children: Vec<ChildNow>,
    entries: usize,
    first: Option<String>,
    last: Option<String>,
    gaps: usize,
    contradictions: usize,
    open_doubts: u32,
}

/// A child as things stand now.
#[derive(Serialize)]
pub struct ChildNow {
    id: RecordId,
    name: String,
    known_as: String,
    born: Option<String>,
    age: Option<String>,
    lives: String,
    legal: String,
}

/// The children, oldest first.
pub fn children(shown: &Shown) -> Vec<ChildNow> {
    let line = CaseLine::of(shown.file, chrono::DateTime::UNIX_EPOCH);
    let children = line.map_or_else(Vec::new, |line| line.children);
    let now = |child: crate::record::ChildLine| ChildNow {
        id: child.id,
        known_as: if child.name.starts_with(&child.short_name) {
            String::new()
        } else {
            child.short_name
        },
        age: child
            .born
            .as_ref()
            .and_then(|born| Age::on(born, shown.now))
            .map(Age::in_words),
        born: written(child.born.as_ref()),
        name: child.name,
        lives: child.lives,
        legal: child.legal,
    };
    children.into_iter().map(now).collect()
}

fn written(date: Option<&FuzzyDate>) -> Option<String> {
    date.map(FuzzyDate::to_string)
}

impl ChildNow {
    /// The child in one line.
    pub fn write(&self, lines: &mut Lines) {
        let mut said = vec![];
        if !self.known_as.is_empty() {
            said.push(format!("known as {}", self.known_as));
        }
        said.extend(self.age.clone());
        said.extend(self.born.as_ref().map(|born| format!("born {born}")));
        if !self.lives.is_empty() {
            said.push(format!("lives: {}", self.lives));
        }
        if !self.legal.is_empty() {
            said.push(format!("legal status: {}", self.legal));
        }
        lines.fact(&self.name, said.join("; "));
    }
}

/// The summary of a case.
pub fn page(shown: &Shown) -> Summary {
    let nobody = Case::default();
    let case = shown.file.case.as_ref().map_or(&nobody, |case| &case.body);
    let chronology = shown.file.chronology();
    let dated = || {
        chronology
            .iter()
            .filter(|entry| entry.body.when.anchor().is_some())
    };
    let line = CaseLine::of(shown.file, chrono::DateTime::UNIX_EPOCH);
    Summary {
        reference: case.reference.clone(),
        worker: case.worker.clone(),
        opened: written(case.opened.as_ref()),
        closed: written(case.closed.as_ref()),
        note: case.note.clone(),
        children: children(shown),
        entries: chronology.len(),
        first: dated().next().map(|entry| entry.body.when.to_string()),
        last: dated().next_back().map(|entry| entry.body.when.to_string()),
        gaps: gaps_of(shown).len(),
        contradictions: differences::all(shown).len(),
        open_doubts: line.map_or(0, |line| line.open_doubts),
    }
}

impl Page for Summary {
    fn write(&self, lines: &mut Lines) {
        lines.fact("Held by", &self.worker);
        lines.fact("Reference", &self.reference);
        lines.fact("Opened", self.opened.as_deref().unwrap_or_default());
        lines.fact("Closed", self.closed.as_deref().unwrap_or_default());
        lines.fact("Know first", &self.note);
        lines.heading("Children");
        for child in &self.children {
            child.write(lines);
        }
        lines.heading("Chronology");
        lines.item(counted(self.entries, "entry", "entries"));
        lines.fact("First", self.first.as_deref().unwrap_or_default());
        lines.fact("Last", self.last.as_deref().unwrap_or_default());
        lines.fact("Gaps of six months or more", self.gaps);
        lines.fact("Where accounts differ", self.contradictions);
        lines.fact("Questions left open", self.open_doubts);
    }
}
