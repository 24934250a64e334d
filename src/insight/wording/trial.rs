//! Patterns tried on the words of a text.

use super::letters::{Letters, PAIRS};
use super::pattern::Piece;
use super::text::{Pause, Text};
use std::ops::Range;

/// Patterns being tried on a text.
#[derive(Clone, Copy)]
pub struct Trial<'a> {
    /// The text.
    pub text: &'a Text,
    /// Words that no gap steps across.
    pub no_gap: &'a [Letters],
    /// Words with a capital that are no names.
    pub no_name: &'a [Letters],
}

/// What is still to fit, from the inside out.
struct Rest<'a> {
    pieces: &'a [Piece],
    then: Option<&'a Rest<'a>>,
}

/// What was read before the next word of a pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Nothing: any mark may stand before the word.
    Nothing,
    /// A gap: a comma may.
    Gap,
    /// A word: no mark may.
    Word,
}

impl Trial<'_> {
    /// The end of the longest fit that begins at a word.
    pub fn fit(&self, pieces: &[Piece], place: usize) -> Option<usize> {
        let rest = Rest { pieces, then: None };
        self.longest(&rest, place, (Behind::Nothing, None))
    }

    /// Whether one of these patterns ends right before a word of the same sentence.
    pub fn stands_before(&self, patterns: &[Vec<Piece>], place: usize) -> bool {
        let start = self.text.sentence(place).start;
        let fits = |pieces: &Vec<Piece>| {
            let rest = Rest { pieces, then: None };
            let until = (Behind::Nothing, Some(place));
            (start..place).any(|at| self.longest(&rest, at, until).is_some())
        };
        patterns.iter().any(fits)
    }

    /// Whether one of these patterns begins right behind words, in the same sentence.
    pub fn stands_behind(&self, patterns: &[Vec<Piece>], place: usize) -> bool {
        let fits = |pieces: &Vec<Piece>| self.fit(pieces, place).is_some();
        !self.text.begins_sentence(place) && patterns.iter().any(fits)
    }

    /// Whether one of these patterns begins at one of these words.
    pub fn stands_within(&self, patterns: &[Vec<Piece>], words: Range<usize>) -> bool {
        let fits = |pieces: &Vec<Piece>| {
            words
                .clone()
                .any(|place| self.fit(pieces, place).is_some_and(|end| end > place))
        };
        patterns.iter().any(fits)
    }

    /// Whether a word can be a name.
    pub fn is_name(&self, place: usize) -> bool {
        let word = self.text.word(place);
        self.text.get(place).is_some_and(|word| word.capital)
            && !self.no_name.iter().any(|one| one.is(word))
    }

    /// `until`: where it must end.
    fn longest(
        &self,
        rest: &Rest,
        place: usize,
        (behind, until): (Behind, Option<usize>),
    ) -> Option<usize> {
        let Some((piece, pieces)) = rest.pieces.split_first() else {
            return match rest.then {
                Some(then) => self.longest(then, place, (behind, until)),
                None => until.is_none_or(|until| until == place).then_some(place),
            };
        };
        let next = Rest {
            pieces,
            then: rest.then,
        };
        let inside = |pieces: &[Piece]| {
            let then = Some(&next);
            self.longest(&Rest { pieces, then }, place, (behind, until))
        };
        let step = |fits: bool| match fits && self.goes_on(place, behind) {
            true => self.longest(&next, place + 1, (Behind::Word, until)),
            false => None,
        };
        let pair = self.text.get(place).map_or(PAIRS, |word| word.pair);
        match piece {
            Piece::Words(words, firsts) => {
                let word = || self.text.word(place);
                step(firsts.may(pair) && words.iter().any(|one| one.is(word())))
            }
            Piece::Name => step(self.is_name(place)),
            Piece::Class(class) => {
                let may = class.firsts.as_ref().is_none_or(|firsts| firsts.may(pair));
                let patterns = class.patterns.iter().filter(|_| may);
                patterns.filter_map(|one| inside(one)).max()
            }
            Piece::Optional(pieces) => {
                let without = self.longest(&next, place, (behind, until));
                inside(pieces).max(without)
            }
            Piece::Gap { most, wide } => {
                // A gap of no words leaves the first word of a pattern its first.
                let gap = |at: usize| match behind {
                    Behind::Nothing if at == place => Behind::Nothing,
                    _ => Behind::Gap,
                };
                let across = |at: &usize| {
                    let word = self.text.word(*at);
                    self.goes_on(*at, gap(*at))
                        && (*wide || !self.no_gap.iter().any(|one| one.is(word)))
                };
                let last = (place..place + most).take_while(across).count() + place;
                let ends = (place..=last).map(|at| self.longest(&next, at, (gap(at), until)));
                ends.flatten().max()
            }
            Piece::Edge => match self.text.begins_sentence(place) {
                true => self.longest(&next, place, (behind, until)),
                false => None,
            },
        }
    }

    /// Whether the word at a place goes on from what was read.
    fn goes_on(&self, place: usize, behind: Behind) -> bool {
        self.text.get(place).is_some_and(|word| match word.pause {
            Pause::None => true,
            Pause::Comma => behind != Behind::Word,
            Pause::Strong | Pause::Sentence => behind == Behind::Nothing,
        })
    }
}
