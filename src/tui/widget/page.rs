//! Lines of text being put together for a part of the screen, each with where it leads.

use super::heading::{heading, more};
use super::row::{Chosen, row};
use super::text;
use crate::tui::model::list::Place;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::split::Frame as Area;
use ratatui::Frame;

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

/// Draws lines under their heading, the chosen one marked while keys go there.
pub fn draw<'l>(
    look: &Look,
    title: &str,
    lines: impl ExactSizeIterator<Item = (&'l str, Role)>,
    at: Place,
    has_keys: bool,
    place: Area,
    frame: &mut Frame,
) {
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    let unseen = more(at.top, place.rows.height.into(), lines.len());
    let area = place.heading.intersection(screen);
    heading(look, title, unseen, has_keys, buffer, area);
    let area = place.rows.intersection(screen);
    let seen = lines.enumerate().skip(at.top);
    for ((line, (words, role)), area) in seen.zip(area.rows()) {
        let chosen = match line == at.chosen && has_keys {
            true => Chosen::Here,
            false => Chosen::No,
        };
        row(look, &[(words, 0, role)], chosen, buffer, area);
    }
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
