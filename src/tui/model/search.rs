//! A search: the words being typed, and what they found.

use super::list::Place;
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
}
