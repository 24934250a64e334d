//! What is searched for, made ready once and tried on many texts.

use crate::insight::folding::{fold, folded};
use std::ops::Range;

/// Words and phrases to search for. A word is found at the beginning of a word ("tab" finds tablets); what stands in
/// double quotes is found as it stands, its last word again as a beginning. Trying a text allocates nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    typed: String,
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    /// Folded, words parted by single spaces.
    letters: Vec<char>,
    /// The same letters as bytes, when all are ASCII.
    ascii: Vec<u8>,
}

impl Needle {
    /// Makes a needle from what somebody typed. An opening quote without its closing one runs to the end.
    pub fn new(typed: &str) -> Needle {
        let mut terms: Vec<Term> = Vec::new();
        for (place, part) in typed.split(['"', '“', '”']).enumerate() {
            if place % 2 == 1 {
                terms.extend(Term::new(part));
            } else {
                terms.extend(part.split_whitespace().filter_map(Term::new));
            }
        }
        Needle {
            typed: typed.to_owned(),
            terms,
        }
    }

    /// As typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether all words and phrases stand in this text.
    pub fn is_in(&self, text: &str) -> bool {
        self.all_in(std::iter::once(text))
    }

    /// Whether each word and phrase stands in one of these texts.
    pub fn all_in<'a>(&self, texts: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.terms
            .iter()
            .all(|term| texts.clone().any(|text| term.find(text).is_some()))
    }

    /// The first place in this text where one of the words or phrases stands, in bytes.
    pub fn first_in(&self, text: &str) -> Option<Range<usize>> {
        self.terms
            .iter()
            .filter_map(|term| term.find(text))
            .min_by_key(|found| found.start)
    }

    /// Every place in this text where one of the words or phrases stands, in order, none within another.
    pub fn places_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(rest) = text.get(from..) {
            // A word found in the middle of a word would not be one: look back at the letter before.
            let first = self
                .terms
                .iter()
                .filter_map(|term| term.find_from(text, from))
                .min_by_key(|found| found.start);
            let Some(found) = first.filter(|_| !rest.is_empty()) else {
                break;
            };
            from = found.end.max(from + 1);
            places.push(found);
        }
        places
    }
}

impl Term {
    fn new(part: &str) -> Option<Term> {
        let part: Vec<&str> = part.split_whitespace().collect();
        let letters = folded(&part.join(" "));
        if letters.is_empty() {
            return None;
        }
        let ascii = if letters.is_ascii() {
            letters.clone().into_bytes()
        } else {
            Vec::new()
        };
        Some(Term {
            letters: letters.chars().collect(),
            ascii,
        })
    }

    fn find(&self, text: &str) -> Option<Range<usize>> {
        self.find_from(text, 0)
    }

    fn find_from(&self, text: &str, from: usize) -> Option<Range<usize>> {
        if text.is_ascii() {
            self.find_ascii(text.as_bytes(), from)
        } else {
            self.find_folded(text, from)
        }
    }

    fn find_ascii(&self, text: &[u8], from: usize) -> Option<Range<usize>> {
        let (first, rest) = self.ascii.split_first()?;
        let starts_within = !first.is_ascii_alphanumeric();
        let mut before = from
            .checked_sub(1)
            .and_then(|place| text.get(place))
            .copied()
            .unwrap_or(b' ');
        for (place, letter) in text.iter().enumerate().skip(from) {
            if letter.to_ascii_lowercase() == *first
                && (starts_within || !before.is_ascii_alphanumeric())
                && let Some(length) = ascii_length(text.get(place + 1..)?, rest)
            {
                return Some(place..place + 1 + length);
            }
            before = *letter;
        }
        None
    }

    fn find_folded(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let first = self.letters.first()?;
        let starts_within = !first.is_alphanumeric();
        let mut before = text.get(..from)?.chars().next_back().unwrap_or(' ');
        for (place, letter) in text.get(from..)?.char_indices() {
            if fold(letter).0 == Some(*first)
                && (starts_within || !before.is_alphanumeric())
                && let Some(length) = folded_length(text.get(from + place..)?, &self.letters)
            {
                return Some(from + place..from + place + length);
            }
            before = letter;
        }
        None
    }
}

/// How many bytes of `text` the term takes up, when the text begins with it. A space stands for any white space.
fn ascii_length(text: &[u8], term: &[u8]) -> Option<usize> {
    let mut length = 0;
    for wanted in term {
        let letter = text.get(length)?;
        if *wanted == b' ' {
            let spaces = text
                .get(length..)?
                .iter()
                .take_while(|letter| letter.is_ascii_whitespace());
            length += Some(spaces.count()).filter(|count| *count > 0)?;
        } else if letter.to_ascii_lowercase() == *wanted {
            length += 1;
        } else {
            return None;
        }
    }
    Some(length)
}

/// The same for text with accents.
fn folded_length(text: &str, term: &[char]) -> Option<usize> {
    let mut wanted = term.iter().peekable();
    let mut end = 0;
    let mut in_space = false;
    for (place, letter) in text.char_indices() {
        if in_space && letter.is_whitespace() {
            end = place + letter.len_utf8();
            continue;
        }
        in_space = false;
        let (one, two) = fold(letter);
        if one.is_none() {
            // A mark on the letter before belongs to it.
            end = place + letter.len_utf8();
            continue;
        }
        if wanted.peek().is_none() {
            return Some(end);
        }
        for folded in [one, two].into_iter().flatten() {
            match wanted.next() {
                Some(' ') if letter.is_whitespace() => in_space = true,
                Some(next) if *next == folded => {}
                None => break,
                Some(_) => return None,
            }
        }
        end = place + letter.len_utf8();
    }
    wanted.peek().is_none().then_some(end)
}
