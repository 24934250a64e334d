//! Lines of text being put together for a part of the screen, each with where it leads.

use super::heading::{heading, more};
use super::row::{Chosen, row};
use super::text;
use crate::page::{self, BlockKind, Tone};
use crate::record::RecordId;
pub use crate::tui::model::laid::Line;
use crate::tui::model::list::Place;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::split::Frame as Area;
use ratatui::Frame;

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

/// Letters of what a line leads to; all of it can be read there.
const BEGINNING: usize = 90;

/// Lines being put together, at most so many columns wide.
pub struct Page<L> {
    lines: Vec<Line<L>>,
    width: usize,
    step: &'static str,
    of: Option<L>,
}

impl<L: Clone> Page<L> {
    /// An empty one.
    pub fn of(width: usize, look: &Look) -> Page<L> {
        Page {
            lines: Vec::new(),
            width: width.max(20),
            step: look.step(),
            of: None,
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
                of: self.of.clone(),
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

impl Page<RecordId> {
    /// The blocks of a page, each with where it leads.
    pub fn put(&mut self, page: &page::Page) {
        let (mut base, mut under) = (0, 0);
        let mut last = None;
        for block in &page.blocks {
            let line = block.line();
            let role = role_of(block.tone);
            if !matches!(block.kind, BlockKind::Item) {
                under = 0;
            }
            match block.kind {
                BlockKind::Heading(level) => {
                    base = 2;
                    self.of = None;
                    if self.count() > 0 && level == 1 {
                        self.words(" ", Role::Text);
                    }
                    self.of = block.leads;
                    self.set(0, &line, role, block.leads);
                }
                BlockKind::Under => {
                    under = 2;
                    self.set(base, &line, role, block.leads);
                }
                BlockKind::Text => self.set(base, &line, role, block.leads),
                BlockKind::Item => {
                    // What is written elsewhere can be read there in full.
                    let line = match block.leads {
                        Some(_) if under > 0 => beginning(&line),
                        _ => line,
                    };
                    self.set(base.max(2 - under) + under, &line, role, block.leads);
                }
                BlockKind::Question => {
                    if last != Some(BlockKind::Question) {
                        self.heading("To think about");
                    }
                    self.set(2, &line, role, block.leads);
                }
                BlockKind::Drawing => self.words(&line, role),
            }
            last = Some(block.kind);
        }
    }

    fn set(&mut self, by: usize, words: &str, role: Role, leads: Option<RecordId>) {
        match leads {
            Some(id) => self.leading(by, words, role, id),
            None => self.set_in(by, words, role),
        }
    }
}

/// How a tone looks.
fn role_of(tone: Tone) -> Role {
    match tone {
        Tone::Plain => Role::Text,
        Tone::Quiet => Role::Quiet,
        Tone::Strong => Role::Heading,
        Tone::Asks => Role::Attention,
        Tone::Zone(zone) => Role::of_zone(zone),
    }
}

/// The first words of what can be read elsewhere.
pub fn beginning(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(BEGINNING) {
        Some((at, _)) => format!("{}...", line.get(..at).unwrap_or(&line).trim_end()),
        None => line,
    }
}
