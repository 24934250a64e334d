//! The chronology pane: what of it is shown and where it stands.

use super::list::Place;
use crate::record::RecordId;

/// The state of the chronology pane.
#[derive(Debug, Default)]
pub struct ChronologyPane {
    /// The entries shown, in order.
    pub rows: Vec<RecordId>,
    /// Where the list stands.
    pub place: Place,
}
