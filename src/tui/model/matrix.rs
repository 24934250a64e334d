//! The matrix pane: where a child stands in the Risk and Resilience Matrix, and why.

/// The state of the matrix pane.
#[derive(Debug, Default)]
pub struct MatrixPane {}
