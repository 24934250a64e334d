//! Text being typed into a field: one line or a long text, on the editor of `tui-textarea`.
//!
//! The editor keeps text, caret and what can be taken back; here its steps become letters as people count them (a
//! letter with its accents, an emoji with its parts), and the caret moves by the lines that are seen.

use super::wrap::{Row, row_of, rows};
use super::{Key, KeyName};
use tui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many steps of typing can be taken back within a field.
const STEPS_KEPT: usize = 1000;

/// What a key did to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// The key is not one for this field.
    Nothing,
    /// The caret moved.
    Moved,
    /// The text changed.
    Changed,
}

/// A text and the caret in it.
#[derive(Clone, Debug)]
pub struct TextField {
    area: TextArea<'static>,
    is_long: bool,
    /// The column that the caret keeps to while it moves up and down past shorter lines.
    goal: Option<usize>,
    /// Whether the text is only offered: the first letter typed takes its place, any other key takes it up.
    is_offered: bool,
}

impl TextField {
    /// A field of one line, with the caret after its text. Line ends in the text become blanks.
    pub fn line(text: &str) -> TextField {
        TextField::of(text, false)
    }

    /// A field of one line that offers a text: the first letter typed takes its place, a key that moves or edits
    /// takes it up.
    pub fn offering(text: &str) -> TextField {
        TextField {
            is_offered: !text.is_empty(),
            ..TextField::line(text)
        }
    }

    /// A field of any number of lines, with the caret after its text.
    pub fn long(text: &str) -> TextField {
        TextField::of(text, true)
    }

    fn of(text: &str, is_long: bool) -> TextField {
        let mut area = TextArea::new(
            plain(text, is_long)
                .split('\n')
                .map(str::to_owned)
                .collect(),
        );
        area.set_max_histories(STEPS_KEPT);
        let mut field = TextField {
            area,
            is_long,
            goal: None,
            is_offered: false,
        };
        field.go_last();
        field
    }

    /// The text, its lines joined by `\n`.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing but blanks stands in it.
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Whether it may have several lines.
    pub fn is_long(&self) -> bool {
        self.is_long
    }

    /// Whether its text is only offered, until the next key.
    pub fn is_offered(&self) -> bool {
        self.is_offered
    }

    /// The lines as typed.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Puts another text in place of this one; it can be taken back like typing.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.cut();
        self.area.insert_str(plain(text, self.is_long));
        self.goal = None;
    }

    /// Puts text in at the caret. Signs that a screen cannot show are left out.
    pub fn insert(&mut self, text: &str) -> Took {
        self.goal = None;
        if std::mem::take(&mut self.is_offered) {
            self.area.select_all();
            self.area.cut();
        }
        match self.area.insert_str(plain(text, self.is_long)) {
            true => Took::Changed,
            false => Took::Nothing,
        }
    }

    /// Takes a key; `width` is how many columns a line has on the screen.
    pub fn edit(&mut self, key: Key, width: usize) -> Took {
        if let Some(letter) = key.typed() {
            return self.insert(letter.encode_utf8(&mut [0; 4]));
        }
        self.is_offered = false;
        if matches!(key.name, KeyName::Up | KeyName::Down) && !key.ctrl && !key.alt {
            return self.go_line(key.name == KeyName::Down, width);
        }
        self.goal = None;
        let was = self.caret();
        match (key.name, key.ctrl, key.alt) {
            (KeyName::Enter, false, false) if self.is_long => {
                self.area.insert_newline();
                return Took::Changed;
            }
            (KeyName::Backspace, false, false) => return self.remove_to(self.before()),
            (KeyName::Delete, false, _) | (KeyName::Char('d'), true, false) => {
                return self.remove_to(self.after());
            }
            (KeyName::Char('w'), true, false) | (KeyName::Backspace, _, _) => {
                return self.remove_to(self.word_before());
            }
            (KeyName::Char('d'), false, true) => return self.remove_to(self.word_after()),
            (KeyName::Char('k'), true, false) => {
                return self.remove_to((was.0, self.len_of(was.0)));
            }
            (KeyName::Char('u'), true, false) => return self.remove_to((was.0, 0)),
            (KeyName::Char('z'), true, false) => return changed(self.area.undo()),
            (KeyName::Char('y'), true, false) => return changed(self.area.redo()),
            (KeyName::Left, false, false) | (KeyName::Char('b'), true, false) => {
                self.go(self.before())
            }
            (KeyName::Right, false, false) | (KeyName::Char('f'), true, false) => {
                self.go(self.after())
            }
            (KeyName::Left, ..) | (KeyName::Char('b'), false, true) => self.go(self.word_before()),
            (KeyName::Right, ..) | (KeyName::Char('f'), false, true) => self.go(self.word_after()),
            (KeyName::Home, true, _) => self.go((0, 0)),
            (KeyName::End, true, _) => self.go_last(),
            (KeyName::Home, ..) | (KeyName::Char('a'), true, false) => self.go((was.0, 0)),
            (KeyName::End, ..) | (KeyName::Char('e'), true, false) => {
                self.go((was.0, self.len_of(was.0)))
            }
            _ => return Took::Nothing,
        }
        Took::Moved
    }

    /// The text as lines of at most `width` columns.
    pub fn rows(&self, width: usize) -> Vec<Row> {
        rows(self.area.lines(), width)
    }

    /// On which of its rows the caret stands, and at which column.
    pub fn caret_on(&self, rows: &[Row], width: usize) -> (usize, usize) {
        let (line, at) = self.caret();
        let row = row_of(rows, line, at);
        let start = rows.get(row).map_or(0, |row| row.from);
        let before = self.line_text(line).get(start..at).unwrap_or_default();
        // Blanks at the end of a broken line hang over; the caret stays on the screen.
        (row, before.width().min(width))
    }

    fn line_text(&self, line: usize) -> &str {
        self.area.lines().get(line).map_or("", String::as_str)
    }

    fn len_of(&self, line: usize) -> usize {
        self.line_text(line).len()
    }

    /// Line and byte of the caret.
    fn caret(&self) -> (usize, usize) {
        let at = self.area.cursor();
        let text = self.line_text(at.0);
        (
            at.0,
            text.char_indices()
                .nth(at.1)
                .map_or(text.len(), |(byte, _)| byte),
        )
    }

    fn before(&self) -> (usize, usize) {
        let (line, at) = self.caret();
        if at == 0 {
            return line
                .checked_sub(1)
                .map_or((0, 0), |above| (above, self.len_of(above)));
        }
        let mut borders = self
            .line_text(line)
            .grapheme_indices(true)
            .map(|(byte, _)| byte);
        (line, borders.rfind(|byte| *byte < at).unwrap_or(0))
    }

    fn after(&self) -> (usize, usize) {
        let (line, at) = self.caret();
        let text = self.line_text(line);
        if at == text.len() {
            let below = line + 1;
            return if below < self.area.lines().len() {
                (below, 0)
            } else {
                (line, at)
            };
        }
        let mut borders = text.grapheme_indices(true).map(|(byte, _)| byte);
        (line, borders.find(|byte| *byte > at).unwrap_or(text.len()))
    }

    fn word_before(&self) -> (usize, usize) {
        let (line, at) = self.caret();
        if at == 0 {
            return self.before();
        }
        let text = self.line_text(line).get(..at).unwrap_or_default();
        (
            line,
            text.unicode_word_indices()
                .next_back()
                .map_or(0, |(byte, _)| byte),
        )
    }

    fn word_after(&self) -> (usize, usize) {
        let (line, at) = self.caret();
        let text = self.line_text(line);
        if at == text.len() {
            return self.after();
        }
        let mut ends = text
            .unicode_word_indices()
            .map(|(byte, word)| byte + word.len());
        (line, ends.find(|end| *end > at).unwrap_or(text.len()))
    }

    fn go(&mut self, (line, byte): (usize, usize)) {
        let letters = self
            .line_text(line)
            .get(..byte)
            .unwrap_or_default()
            .chars()
            .count();
        let (line, letters) = (u16::try_from(line), u16::try_from(letters));
        self.area.move_cursor(CursorMove::Jump(
            line.unwrap_or(u16::MAX),
            letters.unwrap_or(u16::MAX),
        ));
    }

    fn go_last(&mut self) {
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Moves by a line that is seen. At the first and the last one the key is left to the form.
    fn go_line(&mut self, down: bool, width: usize) -> Took {
        let rows = self.rows(width);
        let (row, column) = self.caret_on(&rows, width);
        let to = if down {
            Some(row + 1)
        } else {
            row.checked_sub(1)
        };
        let Some(to) = to.and_then(|to| rows.get(to)) else {
            self.goal = None;
            return Took::Nothing;
        };
        let goal = *self.goal.get_or_insert(column);
        let text = self
            .line_text(to.line)
            .get(to.from..to.to)
            .unwrap_or_default();
        let mut columns = 0;
        let mut byte = to.to;
        for (at, letter) in text.grapheme_indices(true) {
            if columns + letter.width() > goal {
                byte = to.from + at;
                break;
            }
            columns += letter.width();
        }
        // The end of a broken line is the beginning of the next one: stay on the line that was meant.
        if byte == to.to && !to.is_last {
            byte = to.from
                + text
                    .grapheme_indices(true)
                    .next_back()
                    .map_or(0, |(at, _)| at);
        }
        self.go((to.line, byte));
        Took::Moved
    }

    /// Takes away what stands between the caret and another place.
    fn remove_to(&mut self, to: (usize, usize)) -> Took {
        let was = self.caret();
        let (from, until) = if to < was { (to, was) } else { (was, to) };
        if from == until {
            return Took::Nothing;
        }
        let letters = match from.0 == until.0 {
            true => self
                .line_text(from.0)
                .get(from.1..until.1)
                .unwrap_or_default()
                .chars()
                .count(),
            false => 1,
        };
        self.go(from);
        changed(self.area.delete_str(letters))
    }
}

fn changed(done: bool) -> Took {
    if done { Took::Changed } else { Took::Nothing }
}

/// Line ends made one kind (or blanks), signs that a screen cannot show left out.
fn plain(text: &str, is_long: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = if is_long {
        text
    } else {
        text.trim_end_matches('\n').replace('\n', " ")
    };
    let shown = |letter: &char| !letter.is_control() || *letter == '\n';
    text.replace('\t', " ").chars().filter(shown).collect()
}

#[cfg(test)]
mod tests;
