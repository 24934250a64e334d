//! The caseload: every child of every case, a line each.

use super::list::Place;
use crate::record::CaseLine;

/// The caseload as read from the store, and how it is looked at.
#[derive(Debug, Default)]
pub struct Caseload {
    /// Every case, as the store gave them; `None` until they are read.
    pub cases: Option<Vec<CaseLine>>,
    /// The rows shown: index of the case, and of the child in it (`None` for a case without children).
    pub rows: Vec<(usize, Option<usize>)>,
    /// Where the list stands.
    pub place: Place,
    /// Show only rows with these words.
    pub filter: String,
}
