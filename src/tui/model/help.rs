//! The help that lies over a screen.

use crate::tui::command::{Command, Scope};

/// The help, with its lines as they were put together when it was opened.
#[derive(Debug)]
pub struct HelpPage {
    /// The scopes of what lies under it, the innermost first.
    pub scopes: Vec<Scope>,
    /// Its lines.
    pub lines: Vec<HelpLine>,
    /// The first line that is seen.
    pub top: usize,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// The part of the screen that the keys below belong to.
    Heading(&'static str),
    /// Keys, the command's name, what it does.
    Keys(String, Command),
    /// A sign and what it says.
    Sign(char, &'static str),
    /// Nothing.
    Blank,
}
