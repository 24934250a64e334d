//! Text placed by columns: measured, cut with an ellipsis, wrapped at words. Letters are cut as people count them.

use crate::tui::input::wrap::{Row, rows};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns the text takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The text in at most so many columns; what is cut off is told by an ellipsis (`...` where only ASCII can be drawn).
pub fn cut(text: &str, room: usize, ascii: bool) -> Cow<'_, str> {
    if text.width() <= room {
        return Cow::Borrowed(text);
    }
    let ellipsis = if ascii { "..." } else { "…" };
    let left = room.saturating_sub(ellipsis.width());
    if left == 0 {
        return Cow::Borrowed(fitting(text, room));
    }
    Cow::Owned(format!("{}{ellipsis}", fitting(text, left).trim_end()))
}

/// The longest beginning of the text that fits in so many columns.
pub fn fitting(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let end = text.grapheme_indices(true).find(|(_, letter)| {
        taken += letter.width();
        taken > room
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The text after so many columns; a letter that is cut in two is left out.
pub fn after(text: &str, skip: usize) -> &str {
    let mut passed = 0;
    for (at, letter) in text.grapheme_indices(true) {
        if passed >= skip {
            return text.get(at..).unwrap_or_default();
        }
        passed += columns(letter);
    }
    ""
}

/// The end of the text that fits in so many columns: what is seen of a long line with the caret at its end.
pub fn fitting_end(text: &str, room: usize) -> &str {
    let mut taken = 0;
    let cut = text.grapheme_indices(true).rev().find(|(_, letter)| {
        taken += letter.width();
        taken > room
    });
    let start = cut.map_or(0, |(at, letter)| at + letter.len());
    text.get(start..).unwrap_or_default()
}

/// The text cut to, or filled up with blanks to, exactly so many columns.
pub fn fill(text: &str, room: usize, ascii: bool) -> String {
    let cut = cut(text, room, ascii);
    let blanks = room.saturating_sub(cut.width());
    format!("{cut}{}", " ".repeat(blanks))
}

/// The text in lines of at most so many columns, broken at words; a word longer than a line is broken where it must
/// be. Line ends in the text stay.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let piece = |row: &Row| {
        let line = lines.get(row.line)?;
        Some(line.get(row.from..row.to)?.trim_end().to_owned())
    };
    rows(&lines, room).iter().filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_fit_is_cut_between_letters() {
        assert_eq!(cut("Visit to school", 15, false), "Visit to school");
        assert_eq!(cut("Visit to school", 14, false), "Visit to scho…");
        assert_eq!(cut("Visit to school", 7, false), "Visit…");
        assert_eq!(cut("Visit to school", 8, true), "Visit...");
        assert_eq!(cut("日本語", 5, false), "日本…");
        assert_eq!(cut("日本語", 4, false), "日…");
        assert_eq!(cut("Zoe\u{301} went", 4, false), "Zoe\u{301}…");
        assert_eq!(cut("word", 2, true), "wo");
        assert_eq!(cut("word", 0, false), "");
        assert_eq!(fill("日本語", 6, false), "日本語");
        assert_eq!(fill("ab", 4, false), "ab  ");
        assert_eq!(fitting_end("a long line", 4), "line");
    }

    #[test]
    fn long_text_breaks_at_words() {
        assert_eq!(
            wrap("Mother came on time and played.", 12),
            ["Mother came", "on time and", "played."]
        );
        assert_eq!(wrap("one\n\ntwo", 9), ["one", "", "two"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    }

    proptest! {
        #[test]
        fn wrapping_loses_no_letter_and_keeps_to_its_room(text in "[a-zé日 ,.]{0,80}", room in 2usize..30) {
            let lines = wrap(&text, room);
            prop_assert!(lines.iter().all(|line| line.width() <= room), "{lines:?}");
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn cutting_keeps_to_its_room(text in "\\PC{0,40}", room in 0usize..30, ascii: bool) {
            prop_assert!(cut(&text, room, ascii).width() <= room);
            prop_assert!(fitting_end(&text, room).width() <= room);
        }
    }
}
