//! Patterns over the words of a text, as they are written: the head of `practice/content/wording.toml` tells how.

use crate::insight::folding::folded;
use std::collections::HashMap;
use std::sync::Arc;

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

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Piece {
    /// One of these words.
    Words(Vec<Letters>),
    /// One of these patterns.
    Class(Arc<[Vec<Piece>]>),
    /// These, or nothing.
    Optional(Vec<Piece>),
    /// Up to so many words.
    Gap {
        /// So many.
        most: usize,
        /// Whether it steps across every word.
        wide: bool,
    },
    /// A word with a capital.
    Name,
    /// A sentence begins or ends here.
    Edge,
}

/// The classes by name.
pub type Classes = HashMap<String, Arc<[Vec<Piece>]>>;

/// Reads a pattern. A class that is not there fits nothing; a test of the content file holds that all are.
pub fn pattern(written: &str, classes: &Classes) -> Vec<Piece> {
    let spaced = written.replace('[', " [ ").replace(']', " ] ");
    pieces(&mut spaced.split_whitespace(), classes)
}

fn pieces<'w>(parts: &mut impl Iterator<Item = &'w str>, classes: &Classes) -> Vec<Piece> {
    let mut read = Vec::new();
    while let Some(part) = parts.next() {
        read.push(match part {
            "]" => break,
            "[" => Piece::Optional(pieces(parts, classes)),
            "^" | "$" => Piece::Edge,
            "Name" => Piece::Name,
            part => match (
                part.strip_prefix('@'),
                part.trim_start_matches(['.', '~']).parse(),
            ) {
                (Some(name), _) => Piece::Class(classes.get(name).cloned().unwrap_or_default()),
                (_, Ok(most)) => Piece::Gap {
                    most,
                    wide: part.starts_with('~'),
                },
                _ => Piece::Words(part.split('|').map(Letters::of).collect()),
            },
        });
    }
    read
}

/// The words with which a pattern can begin; `None` when anything can.
pub fn first_words(pieces: &[Piece]) -> Option<Vec<&Letters>> {
    let mut words = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Words(these) => {
                words.extend(these);
                return Some(words);
            }
            Piece::Class(patterns) => {
                for pattern in patterns.iter() {
                    words.extend(first_words(pattern)?);
                }
                return Some(words);
            }
            Piece::Optional(pieces) => words.extend(first_words(pieces)?),
            Piece::Edge => {}
            Piece::Gap { .. } | Piece::Name => return None,
        }
    }
    // Nothing but what may be left out: a part of a pattern, whose next part begins it too.
    Some(words)
}
