//! The factors pane: risk and protective factors, people side by side.

/// The state of the factors pane.
#[derive(Debug, Default)]
pub struct FactorsPane {}
