//! `show CASE ecomap`.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use serde::Serialize;

#[derive(Serialize)]
pub struct EcomapPage {}

/// The page of a case.
pub fn page(_shown: &Shown) -> EcomapPage {
    EcomapPage {}
}

impl Page for EcomapPage {
    fn write(&self, _lines: &mut Lines) {}
}
