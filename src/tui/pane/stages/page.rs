//! Lines of the detail being put together, each with the child of whom it tells and where it leads.

use crate::insight::stages::ItemSeen;
use crate::record::RecordId;
use crate::tui::model::case::stages::{Leads, Line};
use crate::tui::theme::{Look, Role};
use crate::tui::widget::text;

/// Lines being put together.
pub struct Page {
    /// The lines so far.
    pub lines: Vec<Line>,
    width: usize,
    step: &'static str,
    ascii: bool,
    /// The child of whom the next lines tell.
    pub child: Option<RecordId>,
}

impl Page {
    /// An empty one, at most `width` columns wide.
    pub fn of(width: usize, look: &Look) -> Page {
        Page {
            lines: Vec::new(),
            width: width.max(20),
            step: look.step(),
            ascii: look.ascii,
            child: None,
        }
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.push(String::new(), Role::Text);
    }

    fn push(&mut self, words: String, role: Role) {
        self.lines.push(Line {
            words,
            role,
            leads: None,
            child: self.child,
        });
    }

    /// Words over as many lines as they need.
    pub fn wrapped(&mut self, words: &str, role: Role) {
        for line in text::wrap(words, self.width) {
            self.push(line, role);
        }
    }

    /// Set in under what stands above.
    pub fn under(&mut self, words: &str, role: Role) {
        for line in text::wrap(words, self.width.saturating_sub(2)) {
            self.push(format!("  {line}"), role);
        }
    }

    /// A heading, set off from what stands above.
    pub fn heading(&mut self, words: &str) {
        self.push(String::new(), Role::Text);
        self.push(words.to_owned(), Role::Heading);
    }

    /// The beginning of words that lead somewhere and can be read there.
    pub fn beginning(&mut self, words: &str, leads: Leads) {
        let room = self.width.saturating_sub(4);
        let words = text::cut(words, room, self.ascii).into_owned();
        self.leading(&words, Role::Text, leads);
    }

    /// Words that lead somewhere.
    pub fn leading(&mut self, words: &str, role: Role, leads: Leads) {
        let from = self.lines.len();
        self.under(&format!("{words} {}", self.step), role);
        for line in self.lines.iter_mut().skip(from) {
            line.leads = Some(leads);
        }
    }

    /// An item with how far it is; the line leads to it.
    pub fn item(&mut self, seen: &ItemSeen) {
        let state = seen.state(None);
        let role = match state.is_settled() {
            true => Role::Quiet,
            false => Role::Text,
        };
        let words = format!("{}: {}", state.words(), seen.item.words);
        self.leading(&words, role, Leads::Item(&seen.item.id));
    }
}
