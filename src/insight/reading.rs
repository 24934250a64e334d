//! A text in words, with where they stand in it and in which sentence.

use crate::insight::folding::fold;
use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug)]
struct Word {
    letters: Range<usize>,
    at: Range<usize>,
    possessive: bool,
    sentence: usize,
}

/// A text in words: folded, "'s" taken off and remembered.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    letters: String,
    words: Vec<Word>,
}

/// Titles whose full stop does not end a sentence.
const TITLES: [&str; 6] = ["mr", "mrs", "ms", "dr", "st", "miss"];

impl Reading {
    /// Reads a text.
    pub fn of(text: &str) -> Reading {
        let mut reading = Reading::default();
        let mut sentence = 0;
        let mut open: Option<usize> = None;
        let mut letters = text.char_indices().peekable();
        while let Some((place, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let is_mark = matches!(fold(letter), (None, _));
            let joins = matches!(letter, '\'' | '’') && next.is_some_and(char::is_alphanumeric);
            if letter.is_alphanumeric() || is_mark || (joins && open.is_some()) {
                open.get_or_insert(place);
                continue;
            }
            if let Some(start) = open.take() {
                reading.push(text, start..place, sentence);
            }
            let quoted = matches!(next, Some('"' | '”' | '’' | '\''));
            let ends = match letter {
                '.' => (quoted || next.is_none_or(char::is_whitespace)) && !reading.last_is_title(),
                '!' | '?' | '\n' | ';' => true,
                _ => false,
            };
            if ends {
                sentence += 1;
            }
        }
        if let Some(start) = open {
            reading.push(text, start..text.len(), sentence);
        }
        reading
    }

    fn push(&mut self, text: &str, at: Range<usize>, sentence: usize) {
        let start = self.letters.len();
        for letter in text.get(at.clone()).unwrap_or("").chars() {
            let (one, two) = fold(letter);
            self.letters.extend(one);
            self.letters.extend(two);
        }
        let possessive = self
            .letters
            .get(start..)
            .is_some_and(|word| word.ends_with("'s"));
        if possessive {
            self.letters.truncate(self.letters.len() - 2);
        }
        self.words.push(Word {
            letters: start..self.letters.len(),
            at,
            possessive,
            sentence,
        });
    }

    fn last_is_title(&self) -> bool {
        self.len()
            .checked_sub(1)
            .is_some_and(|last| TITLES.contains(&self.word(last)))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// A word, folded; empty when there is none at that place.
    pub fn word(&self, place: usize) -> &str {
        let word = self.words.get(place);
        word.and_then(|word| self.letters.get(word.letters.clone()))
            .unwrap_or("")
    }

    /// Whether a word had "'s".
    pub fn is_possessive(&self, place: usize) -> bool {
        self.words.get(place).is_some_and(|word| word.possessive)
    }

    /// The sentence in which a word stands.
    pub fn sentence(&self, place: usize) -> usize {
        self.words
            .get(place)
            .map_or(usize::MAX, |word| word.sentence)
    }

    /// The sentence of a word as it was written, shortened when it is long.
    pub fn quote<'t>(&self, text: &'t str, place: usize) -> &'t str {
        let sentence = self.sentence(place);
        let mut words = self.words.iter().filter(|word| word.sentence == sentence);
        let first = words.next().map_or(0, |word| word.at.start);
        let next = self.words.iter().find(|word| word.sentence > sentence);
        let end = next.map_or(text.len(), |word| word.at.start);
        let sentence = text.get(first..end).unwrap_or("").trim();
        // A closing quotation mark is kept only with its opening one.
        let marks = sentence.matches('"').count();
        let alone = marks % 2 == 1 && sentence.ends_with('"');
        sentence
            .get(..sentence.len() - usize::from(alone))
            .unwrap_or(sentence)
            .trim_end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        (0..reading.len())
            .map(|place| format!("{}{}", reading.word(place), reading.sentence(place)))
            .collect()
    }

    #[test]
    fn sentences_end_where_people_end_them() {
        assert_eq!(
            words("At 4.30 pm. Mrs. Reed’s home"),
            ["at0", "40", "300", "pm0", "mrs1", "reed1", "home1"]
        );
        assert_eq!(
            words("Didn't come; Siân rang"),
            ["didn't0", "come0", "sian1", "rang1"]
        );
        assert!(Reading::of("Nerys's").is_possessive(0) && !Reading::of("Nerys").is_possessive(0));
    }

    #[test]
    fn a_quote_is_the_sentence_as_written() {
        let text = "He rang. \"Siân did not come.\" All fine.";
        let reading = Reading::of(text);
        assert_eq!(reading.quote(text, 2), "Siân did not come.");
        assert_eq!(reading.quote(text, 0), "He rang.");
        assert_eq!(reading.quote("", 99), "");
    }
}
