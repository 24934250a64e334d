//! One line of text that a command asks for, and the palette, which is one with a list of commands under it.

use super::list::Place;
use crate::tui::command::{Command, Scope};
use crate::tui::input::TextField;

/// A line being typed.
#[derive(Debug)]
pub struct Prompt {
    /// What it asks, before the text.
    pub asks: String,
    /// The text.
    pub line: TextField,
    /// The command that asked.
    pub asked_by: Option<Command>,
}

impl Prompt {
    /// Asks for a line on behalf of a command.
    pub fn asking(asked_by: Command, asks: &str, text: &str) -> Prompt {
        Prompt {
            asks: asks.to_owned(),
            line: TextField::line(text),
            asked_by: Some(asked_by),
        }
    }
}

/// The palette: words typed, and the commands that they find.
#[derive(Debug)]
pub struct Palette {
    /// The words.
    pub line: TextField,
    /// The scopes under the palette, the innermost first: commands of other screens would do nothing.
    pub scopes: Vec<Scope>,
    /// What was found, the best first.
    pub found: Vec<Command>,
    /// Where the list stands.
    pub place: Place,
}
