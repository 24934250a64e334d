//! The stages pane: the stages, their gates and checklists.

use crate::tui::model::{Model, OpenCase};
use ratatui::Frame;

/// Draws the pane.
pub fn draw(_model: &Model, _case: &OpenCase, _frame: &mut Frame) {}
