//! Plain lines: headings, facts, nothing drawn. What agencies wrote is shown without its line breaks and without
//! characters that would steer a terminal.

use std::fmt::Display;

/// Lines being written.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
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

/// "a, b and c".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "1 entry", "2 entries".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_agency_wrote_cannot_steer_the_terminal() {
        let mut lines = Lines::default();
        lines.fact("School", "late\u{1b}[2J\nagain\u{7}");
        lines.fact("Nothing", " ");
        assert_eq!(lines.text(), "  School: late[2J again\n");
    }
}
