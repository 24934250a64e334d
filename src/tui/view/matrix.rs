//! The matrix pane: where a child stands in the Risk and Resilience Matrix, and why.

use crate::tui::model::{Model, OpenCase};
use ratatui::Frame;

/// Draws the pane.
pub fn draw(_model: &Model, _case: &OpenCase, _frame: &mut Frame) {}
