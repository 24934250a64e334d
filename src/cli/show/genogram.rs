//! `show CASE genogram`.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use serde::Serialize;

#[derive(Serialize)]
pub struct GenogramPage {}

/// The page of a case.
pub fn page(_shown: &Shown) -> GenogramPage {
    GenogramPage {}
}

impl Page for GenogramPage {
    fn write(&self, _lines: &mut Lines) {}
}
