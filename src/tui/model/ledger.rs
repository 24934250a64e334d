//! Lists side by side and the chosen line in full: what the panes of thinking, of the plan and of goals have in common.

use super::laid::{LaidPage, Line};
use super::list::Place;
use crate::record::{CaseFile, RecordId};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A record of the case.
    Record(RecordId),
    /// What the chronology offers, by its place.
    Offer(usize),
    /// What is due, by its place.
    Due(usize),
    /// Nothing of its own: a heading, a question about all.
    Nothing,
}

/// A row of a list: a few words that lead it, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Stands first, in a column of its own.
    pub lead: String,
    /// What it says.
    pub words: String,
    /// How it looks.
    pub role: Role,
    /// What it is about.
    pub about: About,
}

impl Row {
    /// A row about a record.
    pub fn of(id: RecordId, lead: impl Into<String>, words: impl Into<String>) -> Row {
        Row {
            lead: lead.into(),
            words: words.into(),
            role: Role::Text,
            about: About::Record(id),
        }
    }

    /// Words over the rows that follow.
    pub fn heading(words: &str) -> Row {
        Row {
            lead: String::new(),
            words: words.to_owned(),
            role: Role::Heading,
            about: About::Nothing,
        }
    }

    /// The same, looking otherwise.
    pub fn looking(self, role: Role) -> Row {
        Row { role, ..self }
    }
}

/// One of the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The words over it.
    pub title: String,
    /// The heading of the handbook whose prompts help with it.
    pub guide: &'static str,
    /// What it says while it is empty.
    pub empty: &'static str,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Where it stands.
    pub place: Place,
}

impl List {
    /// A list with its words; where it stands is kept by the ledger.
    pub fn new(title: String, guide: &'static str, empty: &'static str, rows: Vec<Row>) -> List {
        List {
            title,
            guide,
            empty,
            rows,
            place: Place::default(),
        }
    }
}

/// The side that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The lists.
    #[default]
    Lists,
    /// The chosen line in full.
    Detail,
}

/// The state of lists and detail.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The lists.
    pub lists: Vec<List>,
    /// The list that keys go to.
    pub at: usize,
    /// The side that keys go to.
    pub side: Side,
    /// Whether the part that keys go to has the whole body.
    pub whole: bool,
    /// Whether the handbook's prompts stand in the place of the detail.
    pub guide: bool,
    /// The detail, or the handbook's prompts, as they are laid out.
    pub page: LaidPage<Line<RecordId>>,
    /// Where its lines stand.
    pub detail: Place,
    made_from: Option<(Arc<CaseFile>, NaiveDate)>,
}

impl Ledger {
    /// The list that keys go to.
    pub fn list(&self) -> Option<&List> {
        self.lists.get(self.at)
    }

    /// The chosen row.
    pub fn chosen(&self) -> Option<&Row> {
        let list = self.list()?;
        list.rows.get(list.place.chosen)
    }

    /// The record that the chosen row is about.
    pub fn chosen_record(&self) -> Option<RecordId> {
        match self.chosen()?.about {
            About::Record(id) => Some(id),
            _ => None,
        }
    }

    /// The chosen line of the detail.
    pub fn chosen_line(&self) -> Option<&Line<RecordId>> {
        self.page.lines.get(self.detail.chosen)
    }

    /// Whether the lists no longer follow from this file and day.
    pub fn is_stale(&self, file: &Arc<CaseFile>, day: NaiveDate) -> bool {
        let made = self.made_from.as_ref();
        !made.is_some_and(|(made, on)| Arc::ptr_eq(made, file) && *on == day)
    }

    /// Takes lists that were made anew. What was chosen stays chosen where it is still there.
    pub fn take(&mut self, mut lists: Vec<List>, file: &Arc<CaseFile>, day: NaiveDate) {
        for (list, was) in lists.iter_mut().zip(&self.lists) {
            let chosen = was.rows.get(was.place.chosen).map(|row| row.about);
            // One record may stand in two rows, so the same place comes first.
            let is_it = |at: &usize| list.rows.get(*at).map(|row| row.about) == chosen;
            let mut places = [was.place.chosen].into_iter().chain(0..list.rows.len());
            let same = places.find(is_it);
            list.place = was.place;
            list.place.chosen = match same.filter(|_| chosen != Some(About::Nothing)) {
                Some(at) => at,
                None => was.place.chosen.min(list.rows.len().saturating_sub(1)),
            };
        }
        if self.lists.is_empty() {
            // The first row that is about something, not a heading over it.
            for list in &mut lists {
                let first = list.rows.iter().position(|row| row.about != About::Nothing);
                list.place.chosen = first.unwrap_or(0);
            }
        }
        self.lists = lists;
        self.made_from = Some((Arc::clone(file), day));
    }

    /// Goes to the row about a record; says whether there is one.
    pub fn choose(&mut self, id: RecordId) -> bool {
        let about = About::Record(id);
        for (at, list) in self.lists.iter_mut().enumerate() {
            if let Some(row) = list.rows.iter().position(|row| row.about == about) {
                list.place.chosen = row;
                self.at = at;
                self.side = Side::Lists;
                self.guide = false;
                self.detail = Place::default();
                return true;
            }
        }
        false
    }
}
