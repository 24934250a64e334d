//! The ecomap on the screen.

use crate::tui::model::{Model, OpenCase};
use ratatui::Frame;

/// Draws it.
pub fn draw(_model: &Model, _case: &OpenCase, _frame: &mut Frame) {}
