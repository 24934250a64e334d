//! Lines of text broken at words for a width, with the place that each piece has in its line: what a caret needs.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A piece of a line of text that fits the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which line of the text.
    pub line: usize,
    /// The byte at which it starts in that line.
    pub from: usize,
    /// The byte before which it ends. Blanks at its end may hang over the width.
    pub to: usize,
    /// Whether the line of text ends here.
    pub is_last: bool,
}

/// The lines in pieces of at most `width` columns, broken at words, and within a word that is longer than a piece.
pub fn rows(lines: &[String], width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let breaks = breaks(text, width.max(1));
        let ends = breaks.iter().copied().skip(1).chain([text.len()]);
        let pieces = breaks.iter().copied().zip(ends);
        rows.extend(pieces.map(|(from, to)| Row {
            line,
            from,
            to,
            is_last: to == text.len(),
        }));
        if let Some(last) = rows.last_mut() {
            last.is_last = true;
        }
    }
    rows
}

/// Where the pieces of a line start.
fn breaks(text: &str, width: usize) -> Vec<usize> {
    let mut starts = vec![0];
    let mut columns = 0;
    for (at, word) in words_and_blanks(text) {
        if word.trim().is_empty() {
            columns += word.width();
            continue;
        }
        if columns + word.width() <= width {
            columns += word.width();
            continue;
        }
        if columns > 0 {
            starts.push(at);
            columns = 0;
        }
        for (inside, letter) in word.grapheme_indices(true) {
            if columns + letter.width() > width && columns > 0 {
                starts.push(at + inside);
                columns = 0;
            }
            columns += letter.width();
        }
    }
    starts
}

/// Words with the signs that belong to them (a full stop never begins a line), and the blanks between, with the byte at
/// which each begins.
fn words_and_blanks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let blank = rest.chars().next()?.is_whitespace();
        let end = rest.find(|letter: char| letter.is_whitespace() != blank);
        let (piece, left) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        let at = text.len() - rest.len();
        rest = left;
        Some((at, piece))
    })
}

/// The row on which a byte of a line stands.
pub fn row_of(rows: &[Row], line: usize, at: usize) -> usize {
    let found = rows
        .iter()
        .rposition(|row| row.line == line && row.from <= at);
    found.unwrap_or(0)
}
