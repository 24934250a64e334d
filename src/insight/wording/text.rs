//! A text in folded words that know where they stand: in which sentence, behind which marks, in whose words.

use super::letters::pair;
use super::quotes::quoted;
use crate::insight::folding::fold;
use std::ops::Range;

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pause {
    /// Blanks, a hyphen, a line end within a sentence.
    None,
    /// A comma.
    Comma,
    /// A colon, a dash, a bracket.
    Strong,
    /// The end of a sentence or a paragraph.
    Sentence,
}

/// A word of a text.
#[derive(Clone, Debug)]
pub struct Word {
    letters: Range<usize>,
    /// Its first letters, by which patterns are looked up.
    pub pair: usize,
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// What stands before it.
    pub pause: Pause,
    /// Whether it is the first of a line and begins with a capital.
    pub begins_line: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether somebody else's words are quoted.
    pub quoted: bool,
    /// Whether the sentence that ends with it is a question.
    asks: bool,
}

/// A text in words.
#[derive(Clone, Debug, Default)]
pub struct Text {
    letters: String,
    words: Vec<Word>,
    /// The text without the blanks around it, in bytes.
    pub whole: Range<usize>,
}

/// Of a sentence without end (a pasted list) no more than this is looked at on either side of a word.
const LONG: usize = 60;

/// Words whose full stop does not end a sentence.
const SHORTENED: [&str; 9] = ["mr", "mrs", "ms", "dr", "st", "prof", "no", "approx", "eg"];

impl Text {
    /// Reads a text.
    pub fn of(text: &str) -> Text {
        let start = text.len() - text.trim_start().len();
        let mut read = Text {
            letters: String::with_capacity(text.len()),
            words: Vec::with_capacity(text.len() / 5),
            whole: start..start + text.trim().len(),
        };
        let quotes = quoted(text);
        let mut quotes = quotes.iter().peekable();
        let mut is_quoted = |place: usize| {
            while quotes.next_if(|quote| quote.end <= place).is_some() {}
            quotes.peek().is_some_and(|quote| quote.start < place)
        };
        let mut word: Option<usize> = None;
        let (mut pause, mut new_line) = (Pause::Sentence, true);
        let mut letters = text.char_indices().peekable();
        while let Some((place, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            // "mother's" and "4.30" are one word, "A.Brennock" is two.
            let joins = word.is_some()
                && next.is_some_and(|next| match letter {
                    '.' | ',' => next.is_ascii_digit(),
                    '\'' | '’' => next.is_alphanumeric(),
                    _ => false,
                });
            if letter.is_alphanumeric() || joins || matches!(fold(letter), (None, _)) {
                word.get_or_insert(place);
                continue;
            }
            if let Some(start) = word.take() {
                let quoted = is_quoted(start);
                read.push(text, start..place, (pause, new_line, quoted));
                (pause, new_line) = (Pause::None, false);
            }
            if letter == '?'
                && let Some(last) = read.words.last_mut()
            {
                last.asks = true;
            }
            new_line |= letter == '\n';
            pause = pause.max(read.pause_of(text, (place, letter), next));
        }
        if let Some(start) = word {
            let quoted = is_quoted(start);
            read.push(text, start..text.len(), (pause, new_line, quoted));
        }
        read
    }

    fn pause_of(&self, text: &str, (place, letter): (usize, char), next: Option<char>) -> Pause {
        let ends = next.is_none_or(|next| {
            next.is_whitespace() || matches!(next, '"' | '\'' | '”' | '’' | ')')
        });
        match letter {
            '.' if ends && !self.last_is_shortened() => Pause::Sentence,
            '!' | '?' | ';' | '•' | '|' | '\t' => Pause::Sentence,
            '\n' => {
                // Many programs wrap lines: only a blank line or a list begins something new.
                let line = text.get(place + 1..).unwrap_or("");
                let line = line.trim_start_matches([' ', '\r']);
                match line.starts_with(['\n', '-', '*', '•', '#', '>']) {
                    true => Pause::Sentence,
                    false => Pause::None,
                }
            }
            ',' => Pause::Comma,
            '-' if next.is_some_and(char::is_alphanumeric) => Pause::None,
            ':' | '(' | ')' | '[' | ']' | '–' | '—' | '-' | '/' | '…' => Pause::Strong,
            _ => Pause::None,
        }
    }

    fn push(&mut self, text: &str, at: Range<usize>, (pause, line, quoted): (Pause, bool, bool)) {
        let start = self.letters.len();
        let written = text.get(at.clone()).unwrap_or("");
        for letter in written.chars() {
            let (one, two) = fold(letter);
            self.letters.extend(one);
            self.letters.extend(two);
        }
        let capital = written.starts_with(char::is_uppercase);
        let pair = pair(self.letters.get(start..).unwrap_or(""));
        self.words.push(Word {
            pair,
            letters: start..self.letters.len(),
            at,
            pause,
            begins_line: line && capital,
            capital,
            quoted,
            asks: false,
        });
    }

    fn last_is_shortened(&self) -> bool {
        let last = self.words.len().wrapping_sub(1);
        let initial = self.get(last).is_some_and(|word| word.capital) && self.word(last).len() == 1;
        initial || SHORTENED.contains(&self.word(last))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// A word with what is known of it.
    pub fn get(&self, place: usize) -> Option<&Word> {
        self.words.get(place)
    }

    /// A word, folded; empty when there is none at that place.
    pub fn word(&self, place: usize) -> &str {
        let word = self.words.get(place);
        word.and_then(|word| self.letters.get(word.letters.clone()))
            .unwrap_or("")
    }

    /// Whether a sentence begins at this place, or the text ends.
    pub fn begins_sentence(&self, place: usize) -> bool {
        self.get(place)
            .is_none_or(|word| word.pause == Pause::Sentence)
    }

    /// The words of the sentence around a place; of a very long one those that are near.
    pub fn sentence(&self, place: usize) -> Range<usize> {
        let first = place.saturating_sub(LONG);
        let last = (place + LONG).min(self.len());
        let start = (first..=place).rev().find(|at| self.begins_sentence(*at));
        let end = (place + 1..last).find(|at| self.begins_sentence(*at));
        start.unwrap_or(first)..end.unwrap_or(last)
    }

    /// Whether a sentence asks something.
    pub fn asks(&self, sentence: &Range<usize>) -> bool {
        let last = sentence.end.checked_sub(1);
        last.and_then(|last| self.words.get(last))
            .is_some_and(|word| word.asks)
    }

    /// Where words stand, in bytes of the text.
    pub fn bytes(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let first = self.words.get(words.start)?;
        let last = self.words.get(words.end.checked_sub(1)?)?;
        Some(first.at.start..last.at.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_sentence_and_whose_they_are() {
        let text = Text::of("Siân’s hard-to-reach mum\nrang. \"Is it me?\" Mr. Reed, 4.30 pm");
        let words: Vec<&str> = (0..text.len()).map(|place| text.word(place)).collect();
        let wanted = "sian's hard to reach mum rang is it me mr reed 4.30 pm";
        assert_eq!(words.join(" "), wanted);
        assert_eq!(text.sentence(2), 0..6);
        assert_eq!(text.sentence(7), 6..9);
        assert!(text.asks(&(6..9)) && !text.asks(&(0..6)));
        let quoted: Vec<usize> = (0..text.len())
            .filter(|place| text.get(*place).unwrap().quoted)
            .collect();
        assert_eq!(quoted, [6, 7, 8]);
        assert_eq!(text.get(11).unwrap().pause, Pause::Comma);
    }

    #[test]
    fn a_wrapped_line_goes_on_and_a_list_does_not() {
        let text = Text::of("Kuba needs\ncounselling\n- School told\n\nNext");
        assert_eq!(text.sentence(0), 0..3);
        assert_eq!(text.sentence(3), 3..5);
        assert_eq!(text.sentence(5), 5..6);
    }
}
