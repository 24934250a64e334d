//! The family pane: people and where the children live.

use super::list::Place;

/// The state of the family pane.
#[derive(Debug, Default)]
pub struct FamilyPane {
    /// Where the list of people stands.
    pub place: Place,
}
