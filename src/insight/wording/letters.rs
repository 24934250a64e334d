//! The words of patterns, and a quick look by two letters whether one of many can be meant at all.

use crate::insight::folding::folded;

/// A word of a pattern, or the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letters {
    /// Folded.
    pub letters: String,
    /// Whether more letters may follow.
    pub open: bool,
}

impl Letters {
    /// A word as it is written in a pattern: a star behind it leaves its end open.
    pub fn of(written: &str) -> Letters {
        let letters = written.strip_suffix('*');
        Letters {
            letters: folded(letters.unwrap_or(written)),
            open: letters.is_some(),
        }
    }

    /// Whether a folded word is this one.
    pub fn is(&self, word: &str) -> bool {
        word == self.letters || self.open && word.starts_with(&self.letters)
    }
}

/// How many pairs of first letters there are: 26 and one for all that is none of them.
pub const PAIRS: usize = 27 * 27;

/// The first two letters of a folded word as a number below [`PAIRS`].
pub fn pair(word: &str) -> usize {
    let mut letters = word.bytes();
    let mut next = || match letters.next() {
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
        _ => 0,
    };
    next() * 27 + next()
}

/// The first letters of some words.
#[derive(Clone, Debug)]
pub struct Firsts(Vec<bool>);

impl Firsts {
    /// Those of these words; an open one has two letters at least, which a test of the content file holds.
    pub fn of<'l>(words: impl IntoIterator<Item = &'l Letters>) -> Firsts {
        let mut pairs = vec![false; PAIRS];
        for word in words {
            if let Some(there) = pairs.get_mut(pair(&word.letters)) {
                *there = true;
            }
        }
        Firsts(pairs)
    }

    /// Whether one of the words can begin so.
    pub fn may(&self, pair: usize) -> bool {
        self.0.get(pair).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_by_its_first_letters() {
        let words = [Letters::of("assess*"), Letters::of("a"), Letters::of("1:1")];
        let firsts = Firsts::of(&words);
        for word in ["assessment", "a", "100"] {
            assert!(firsts.may(pair(word)), "{word}");
        }
        assert!(!firsts.may(pair("an")) && !firsts.may(pair("needs")));
        assert!(words[0].is("assessed") && !words[1].is("an"));
    }
}
