//! A search: the words being typed, and what they found.

use super::list::Place;
use crate::insight::fields::{in_short, source_of};
use crate::insight::in_a_line::day_of;
use crate::record::{Body, CaseFile, Record, RecordId};
use crate::tui::effect::Find;
use crate::tui::input::TextField;

/// A search in the open case or over the caseload.
#[derive(Debug)]
pub struct Search {
    /// The words.
    pub line: TextField,
    /// Whether every case is searched, not only the open one.
    pub everywhere: bool,
    /// What the list is of, where it was made without a search; letters begin one.
    pub title: Option<String>,
    /// What was found.
    pub finds: Vec<Find>,
    /// Whether that is all.
    pub complete: bool,
    /// Where the list stands.
    pub place: Place,
}

impl Search {
    /// A search that offers the words searched for last.
    pub fn new(everywhere: bool, words: &str) -> Search {
        Search {
            line: TextField::offering(words),
            everywhere,
            title: None,
            finds: Vec::new(),
            complete: true,
            place: Place::default(),
        }
    }

    /// A list of records of a case under a title, each to be opened.
    pub fn listing(title: String, file: &CaseFile, ids: impl Iterator<Item = RecordId>) -> Search {
        Search {
            title: Some(title),
            finds: ids
                .filter_map(|id| Find::of_record(file, id, None))
                .collect(),
            ..Search::new(false, "")
        }
    }
}

impl Find {
    /// A record of a case as a line of a list: by the words around a match, else by those people know it by.
    pub fn of_record(file: &CaseFile, id: RecordId, snippet: Option<String>) -> Option<Find> {
        let record = file.record(id)?;
        Some(Find {
            case: file.id()?,
            record: id,
            family: String::new(),
            when: day_of(&record.body).map_or_else(String::new, |day| day.in_short()),
            source: whose(file, &record),
            snippet: snippet.unwrap_or_else(|| in_short(file, &record.body)),
        })
    }
}

/// Who told an entry, of whom a home or status tells; of anything else, what it is.
fn whose(file: &CaseFile, record: &Record<Body>) -> String {
    let person = match &record.body {
        Body::Placement(home) => home.child,
        Body::LegalStatus(legal) => legal.child,
        Body::Person(_) => record.id(),
        other => return source_of(other),
    };
    let person = file.people.get(&person);
    person
        .map_or("family", |person| person.body.short_name())
        .to_owned()
}
