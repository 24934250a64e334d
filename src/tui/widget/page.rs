//! Lines of text being put together for a part of the screen, each with where it leads.

use super::text;
use crate::tui::theme::{Look, Role};

/// A line, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<L> {
    /// The words.
    pub words: String,
    /// How it looks.
    pub role: Role,
    /// Where it leads.
    pub leads: Option<L>,
}

/// Lines being put together, at most so many columns wide.
pub struct Page<L> {
    lines: Vec<Line<L>>,
    width: usize,
    step: &'static str,
}

impl<L: Clone> Page<L> {
    /// An empty one.
    pub fn of(width: usize, look: &Look) -> Page<L> {
        Page {
            lines: Vec::new(),
            width: width.max(20),
            step: look.step(),
        }
    }

    /// The lines.
    pub fn lines(self) -> Vec<Line<L>> {
        self.lines
    }

    /// Words over as many lines as they need, set in by some columns.
    pub fn set_in(&mut self, by: usize, words: &str, role: Role) {
        for line in text::wrap(words, self.width.saturating_sub(by)) {
            self.lines.push(Line {
                words: format!("{}{line}", " ".repeat(by)),
                role,
                leads: None,
            });
        }
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Lets the lines from one on lead somewhere, without a sign for it.
    pub fn lead_from(&mut self, from: usize, leads: &L) {
        for line in self.lines.iter_mut().skip(from) {
            line.leads = Some(leads.clone());
        }
    }

    /// Words from the edge on.
    pub fn words(&mut self, words: &str, role: Role) {
        self.set_in(0, words, role);
    }

    /// A heading, set off from what stands above.
    pub fn heading(&mut self, words: &str) {
        if !self.lines.is_empty() {
            self.words(" ", Role::Text);
        }
        self.words(words, Role::Heading);
    }

    /// Words that lead somewhere, set in.
    pub fn leading(&mut self, by: usize, words: &str, role: Role, leads: L) {
        let from = self.lines.len();
        self.set_in(by, &format!("{words} {}", self.step), role);
        for line in self.lines.iter_mut().skip(from) {
            line.leads = Some(leads.clone());
        }
    }
}
