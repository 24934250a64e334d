//! The family pane: people and where the children live.

use super::list::Place;
use crate::insight::people::people_in_order;
use crate::record::{CaseFile, RecordId};
use std::sync::Arc;

/// The part of the pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The list of people.
    #[default]
    People,
    /// What is recorded of the chosen person.
    Detail,
}

/// The state of the family pane.
#[derive(Debug, Default)]
pub struct FamilyPane {
    /// Everybody, the closest to the children first.
    pub people: Vec<RecordId>,
    /// Where the list of people stands.
    pub place: Place,
    /// The part that keys go to.
    pub part: Part,
    /// Whether that part has the whole body.
    pub whole: bool,
    /// Where the lines of the chosen person stand.
    pub detail: Place,
    made_from: Option<Arc<CaseFile>>,
}

impl FamilyPane {
    /// The chosen person.
    pub fn chosen(&self) -> Option<RecordId> {
        self.people.get(self.place.chosen).copied()
    }

    /// Works the list out, unless it already follows from this file. Whoever was chosen stays chosen.
    pub fn refresh(&mut self, file: &Arc<CaseFile>) {
        let same = |made: &Arc<CaseFile>| Arc::ptr_eq(made, file);
        if self.made_from.as_ref().is_some_and(same) {
            return;
        }
        let chosen = self.chosen();
        let people = people_in_order(file);
        self.people = people.into_iter().map(|(_, person)| person.id()).collect();
        self.made_from = Some(Arc::clone(file));
        if let Some(chosen) = chosen {
            self.choose(chosen);
        }
    }

    /// Chooses a person; says whether the person is there.
    pub fn choose(&mut self, person: RecordId) -> bool {
        let at = self.people.iter().position(|id| *id == person);
        if let Some(at) = at
            && at != self.place.chosen
        {
            self.place.chosen = at;
            self.detail = Place::default();
        }
        at.is_some()
    }
}
