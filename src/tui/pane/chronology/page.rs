//! Text that is read from top to bottom: headings, fields and paragraphs, wrapped at words to a width.

use crate::practice::Zone;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::text;
use ratatui::text::{Line, Span};

/// Lines being written.
pub struct Page<'a> {
    look: &'a Look,
    width: usize,
    /// What was written so far.
    pub lines: Vec<Line<'static>>,
}

/// Columns that the names of fields take where the page is wide enough.
const NAMES: usize = 18;

impl<'a> Page<'a> {
    /// An empty page.
    pub fn new(look: &'a Look, width: usize) -> Page<'a> {
        Page {
            look,
            width: width.max(1),
            lines: Vec::new(),
        }
    }

    /// Its columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether only plain letters may be drawn.
    pub fn ascii(&self) -> bool {
        self.look.ascii
    }

    /// What parts facts on one line.
    pub fn dot(&self) -> &'static str {
        if self.look.ascii { " - " } else { " · " }
    }

    /// An empty line, unless one was just left or the page is still empty.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// A paragraph in the style of a role.
    pub fn told(&mut self, role: Role, words: &str, indent: usize) {
        if words.trim().is_empty() {
            return;
        }
        let style = self.look.style(role);
        let room = self.width.saturating_sub(indent);
        for line in text::wrap(words.trim(), room) {
            let line = format!("{}{line}", " ".repeat(indent));
            self.lines.push(match line.trim().is_empty() {
                true => Line::default(),
                false => Line::from(Span::styled(line, style)),
            });
        }
    }

    /// A heading.
    pub fn heading(&mut self, words: &str) {
        self.told(Role::Heading, words, 0);
    }

    /// A paragraph.
    pub fn words(&mut self, words: &str) {
        self.told(Role::Text, words, 0);
    }

    /// A paragraph that matters less.
    pub fn quiet(&mut self, words: &str) {
        self.told(Role::Quiet, words, 0);
    }

    /// A paragraph to look at.
    pub fn attention(&mut self, words: &str) {
        self.told(Role::Attention, words, 0);
    }

    /// A named text: the name before it, or above it where the page is narrow.
    pub fn field(&mut self, name: &str, words: &str) {
        if self.width < NAMES * 2 + 8 {
            self.told(Role::Quiet, name, 0);
            return self.told(Role::Text, words, 2);
        }
        let name = text::fill(name, NAMES, self.look.ascii);
        let quiet = self.look.style(Role::Quiet);
        let style = self.look.style(Role::Text);
        for (index, line) in text::wrap(words.trim(), self.width - NAMES)
            .into_iter()
            .enumerate()
        {
            let name = if index == 0 {
                name.clone()
            } else {
                " ".repeat(NAMES)
            };
            self.lines.push(Line::from(vec![
                Span::styled(name, quiet),
                Span::styled(line, style),
            ]));
        }
    }

    /// A paragraph after a few words that stand out before it, such as a date.
    pub fn hanging(&mut self, role: Role, first: &str, words: &str) {
        let indent = (NAMES + 2).min(self.width / 4);
        let wide = text::columns(first) >= indent;
        let (heading, style) = (self.look.style(Role::Heading), self.look.style(role));
        if wide {
            self.lines
                .push(Line::from(Span::styled(first.to_owned(), heading)));
        }
        for (index, line) in text::wrap(words.trim(), self.width - indent)
            .into_iter()
            .enumerate()
        {
            let first = if index == 0 && !wide { first } else { "" };
            let first = text::fill(first, indent, self.look.ascii);
            self.lines.push(Line::from(vec![
                Span::styled(first, heading),
                Span::styled(line, style),
            ]));
        }
    }

    /// A zone by letter and word, and facts after it. Nothing when there is neither.
    pub fn zone_and(&mut self, zone: Option<Zone>, facts: &str) {
        let mut spans = Vec::new();
        if let Some(zone) = zone {
            let words = zone.letter_and_word();
            spans.push(Span::styled(words, self.look.zone(zone)));
        }
        if !facts.is_empty() {
            let dot = if spans.is_empty() { "" } else { self.dot() };
            spans.push(Span::styled(
                format!("{dot}{facts}"),
                self.look.style(Role::Text),
            ));
        }
        if !spans.is_empty() {
            self.lines.push(Line::from(spans));
        }
    }

    /// Texts side by side in columns, each with its heading, or one above the other where a column would be narrower
    /// than a line that reads well.
    pub fn side_by_side(&mut self, texts: &[(String, String)]) {
        let count = texts.len().max(1);
        let bar = if self.look.ascii { " | " } else { " │ " };
        let room = self.width.saturating_sub((count - 1) * 3) / count;
        if room < 28 {
            for (heading, words) in texts {
                self.told(Role::Heading, heading, 2);
                self.told(Role::Text, words, 4);
            }
            return;
        }
        let columns: Vec<(Vec<String>, Vec<String>)> = texts
            .iter()
            .map(|(heading, words)| (text::wrap(heading, room), text::wrap(words.trim(), room)))
            .collect();
        let (heading, plain, border) = (
            self.look.style(Role::Heading),
            self.look.style(Role::Text),
            self.look.style(Role::Border),
        );
        let heads = columns
            .iter()
            .map(|(heads, _)| heads.len())
            .max()
            .unwrap_or(0);
        let rows = columns
            .iter()
            .map(|(_, words)| words.len())
            .max()
            .unwrap_or(0);
        for row in 0..heads + rows {
            let mut spans = Vec::new();
            for (index, (heads_of, words)) in columns.iter().enumerate() {
                if index > 0 {
                    spans.push(Span::styled(bar, border));
                }
                let (cell, style) = match row.checked_sub(heads) {
                    None => (heads_of.get(row), heading),
                    Some(row) => (words.get(row), plain),
                };
                let cell = cell.map_or("", String::as_str);
                spans.push(Span::styled(text::fill(cell, room, self.look.ascii), style));
            }
            self.lines.push(Line::from(spans));
        }
    }
}
