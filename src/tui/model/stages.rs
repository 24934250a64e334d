//! The stages pane: the stages, their gates and checklists.

/// The state of the stages pane.
#[derive(Debug, Default)]
pub struct StagesPane {}
