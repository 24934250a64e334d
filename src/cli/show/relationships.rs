//! `show CASE relationships`.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use serde::Serialize;

#[derive(Serialize)]
pub struct RelationshipsPage {}

/// The page of a case.
pub fn page(_shown: &Shown) -> RelationshipsPage {
    RelationshipsPage {}
}

impl Page for RelationshipsPage {
    fn write(&self, _lines: &mut Lines) {}
}
