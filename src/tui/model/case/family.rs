//! The family pane and its views: people and where the children live, the genogram, the ecomap, the relationships that last.

pub mod genogram;

use crate::insight::people::people_in_order;
use crate::record::{CaseFile, RecordId};
use crate::tui::command::Scope;
use crate::tui::model::case::ecomap::EcomapPane;
use crate::tui::model::case::family::genogram::GenogramPane;
use crate::tui::model::case::relationships::RelationshipsPane;
use crate::tui::model::list::Place;
use std::sync::Arc;

/// How the family is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everybody in a list, and the chosen person in full.
    #[default]
    People,
    /// The genogram.
    Genogram,
    /// The ecomap.
    Ecomap,
    /// The relationships that last.
    Relationships,
}

impl View {
    /// All of them, in the order in which a key leads through them.
    pub const ALL: [View; 4] = [
        View::People,
        View::Genogram,
        View::Ecomap,
        View::Relationships,
    ];

    /// The view after this one, round and round.
    pub fn next(self) -> View {
        let at = View::ALL.iter().position(|view| *view == self);
        let next = at.map_or(0, |at| (at + 1) % View::ALL.len());
        View::ALL.get(next).copied().unwrap_or_default()
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            View::People => "People",
            View::Genogram => "Genogram",
            View::Ecomap => "Ecomap",
            View::Relationships => "Relationships",
        }
    }

    /// The scope of its own keys, inside those of the family.
    pub fn scope(self) -> Option<Scope> {
        match self {
            View::People => None,
            View::Genogram => Some(Scope::Genogram),
            View::Ecomap => Some(Scope::Ecomap),
            View::Relationships => Some(Scope::Relationships),
        }
    }
}

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
    /// How the family is looked at.
    pub view: View,
    /// The view from which somebody came to a person of the list; going back leads there again.
    pub back_to: Option<View>,
    /// The genogram.
    pub genogram: GenogramPane,
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
    /// The ecomap.
    pub ecomap: EcomapPane,
    /// The view of the relationships that last.
    pub relationships: RelationshipsPane,
    made_from: Option<Arc<CaseFile>>,
}

impl FamilyPane {
    /// The chosen person.
    pub fn chosen(&self) -> Option<RecordId> {
        self.people.get(self.place.chosen).copied()
    }

    /// Whom something new is about: whoever stands in the middle of the ecomap, else the chosen person.
    pub fn whom(&self) -> Option<RecordId> {
        match self.view {
            View::Ecomap => self.ecomap.whose,
            View::Genogram => self.genogram.chosen(),
            View::People | View::Relationships => self.chosen(),
        }
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
        self.ecomap.refresh(file);
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
