//! One line of text that a command asks for.

use crate::tui::command::Command;

/// A line being typed.
#[derive(Debug, Default)]
pub struct Prompt {
    /// What it asks, before the text.
    pub asks: String,
    /// The text.
    pub text: String,
    /// The command that asked.
    pub asked_by: Option<Command>,
}
