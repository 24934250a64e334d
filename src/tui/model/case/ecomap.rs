//! The state of the ecomap: who stands in the middle, which connection is chosen, and whether keys go to the drawing.

use crate::insight::ecomap::{Ecomap, System, centres};
use crate::record::{CaseFile, RecordId};
use crate::tui::model::list::Place;

/// The part of the ecomap that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The drawing.
    #[default]
    Drawing,
    /// The same in words.
    Words,
}

/// The state of the ecomap.
#[derive(Debug, Default)]
pub struct EcomapPane {
    /// Who stands in the middle; `None` for the family as a whole.
    pub whose: Option<RecordId>,
    /// The chosen connection.
    pub chosen: Option<RecordId>,
    /// The part that keys go to.
    pub part: Part,
    /// Whether that part has the whole body.
    pub whole: bool,
    /// The first row of the drawing that is seen.
    pub top: usize,
    /// Where the words stand.
    pub words: Place,
    has_begun: bool,
}

impl EcomapPane {
    /// Keeps somebody in the middle who is there; begins with the first of whom a connection is written.
    pub fn refresh(&mut self, file: &CaseFile) {
        let centres = centres(file);
        let has_some = |whose: &Option<RecordId>| {
            let mut all = file.connections.values();
            all.any(|one| one.body.whose == *whose)
        };
        let is_there = centres.contains(&self.whose);
        if !self.has_begun || !is_there {
            let first = centres.into_iter().find(has_some);
            self.has_begun = first.is_some();
            self.put_in_the_middle(first.flatten());
        }
    }

    /// Puts somebody in the middle.
    pub fn put_in_the_middle(&mut self, whose: Option<RecordId>) {
        self.whose = whose;
        self.chosen = None;
        self.top = 0;
        self.words = Place::default();
    }

    /// Chooses a connection, with its owner in the middle.
    pub fn choose(&mut self, file: &CaseFile, connection: RecordId) {
        if let Some(known) = file.connections.get(&connection) {
            self.has_begun = true;
            if known.body.whose != self.whose {
                self.put_in_the_middle(known.body.whose);
            }
            self.chosen = Some(connection);
            self.words = Place::default();
            self.part = Part::Drawing;
        }
    }

    /// The chosen connection and its place among those drawn; the first one while none was chosen. One that is told and not
    /// drawn has no place.
    pub fn chosen_of<'a>(&self, ecomap: &'a Ecomap) -> Option<(Option<usize>, &'a System)> {
        let is_chosen = |system: &&System| Some(system.record) == self.chosen;
        if let Some(system) = ecomap.not_drawn.iter().find(is_chosen) {
            return Some((None, system));
        }
        let at = ecomap
            .systems
            .iter()
            .position(|system| Some(system.record) == self.chosen);
        let at = at.unwrap_or(0);
        ecomap.systems.get(at).map(|system| (Some(at), system))
    }
}
