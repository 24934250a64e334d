//! Plain lines: headings, facts, nothing drawn. What agencies wrote is shown without its line breaks and without
//! characters that would steer a terminal.

use super::{Block, BlockKind, Page, Tone};
use std::fmt::Display;

/// A page as plain lines.
pub fn render_plain(page: &Page) -> String {
    let mut lines = PlainLines::default();
    if !page.title.is_empty() {
        lines.heading(&page.title);
    }
    lines.blocks(&page.blocks);
    lines.text()
}

/// PlainLines being written.
#[derive(Debug, Default)]
pub struct PlainLines(String);

impl PlainLines {
    /// A heading, with an empty line before it unless it is the first.
    pub fn heading(&mut self, text: impl Display) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line(0, &text.to_string());
    }

    /// A line under a heading.
    pub fn item(&mut self, text: impl Display) {
        self.line(2, &text.to_string());
    }

    /// A line at the margin, with no empty line before it.
    pub fn plain(&mut self, text: impl Display) {
        self.line(0, &text.to_string());
    }

    /// A named fact under a heading; nothing when there is nothing to say.
    pub fn fact(&mut self, name: &str, text: impl Display) {
        let text = text.to_string();
        if !text.trim().is_empty() {
            self.item(format!("{name}: {text}"));
        }
    }

    /// A line of a drawing, with its blanks.
    pub fn drawn(&mut self, line: &str) {
        self.0
            .extend(line.chars().filter(|letter| !letter.is_control()));
        self.0.push('\n');
    }

    /// The blocks of a page, set in under their headings.
    pub fn blocks(&mut self, blocks: &[Block]) {
        let mut indent = 2;
        let mut under = 0;
        for block in blocks {
            match block.kind {
                BlockKind::Item | BlockKind::Drawing => {}
                _ => under = 0,
            }
            let line = block.line();
            match (block.kind, block.tone) {
                (BlockKind::Heading(1), _) => {
                    indent = 2;
                    self.heading(line);
                }
                (BlockKind::Heading(level), _) => {
                    indent = usize::from(level) * 2;
                    self.line(indent - 2, &line);
                }
                (BlockKind::Under, _) => {
                    under = 2;
                    self.line(indent, &line);
                }
                (BlockKind::Question, _) => self.line(indent, &format!("To think about: {line}")),
                (BlockKind::Item | BlockKind::Text, Tone::Asks) => {
                    self.line(indent + under, &format!("? {line}"));
                }
                (BlockKind::Item | BlockKind::Text, _) => self.line(indent + under, &line),
                (BlockKind::Drawing, _) => self.drawn(&line),
            }
        }
    }

    /// All lines.
    pub fn text(self) -> String {
        self.0
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.0.extend(std::iter::repeat_n(' ', indent));
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 {
                self.0.push(' ');
            }
            self.0
                .extend(word.chars().filter(|letter| !letter.is_control()));
        }
        self.0.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_agency_wrote_cannot_steer_the_terminal() {
        let mut lines = PlainLines::default();
        lines.fact("School", "late\u{1b}[2J\nagain\u{7}");
        lines.fact("Nothing", " ");
        assert_eq!(lines.text(), "  School: late[2J again\n");
    }

    #[test]
    fn blocks_are_set_in_under_what_they_belong_to() {
        let mut goal = Page::titled("School");
        goal.fact("Level", "+1");
        goal.put(BlockKind::Under, "", "Entries", Tone::Strong, None);
        goal.item("", "12 May: late", None);
        goal.ask("late", "review it", None);
        goal.questions(["Why?"]);
        let mut goals = Page::titled("Goals");
        goals.say("One goal.");
        goals.append(goal, None);
        let mut page = Page::default();
        page.append(goals, None);
        let lines = [
            "Goals",
            "  One goal.",
            "  School",
            "    Level: +1",
            "    Entries",
            "      12 May: late",
            "      ? late: review it",
            "    To think about: Why?",
        ];
        assert_eq!(render_plain(&page), lines.join("\n") + "\n");
    }
}
