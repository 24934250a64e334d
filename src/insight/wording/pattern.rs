//! Patterns over the words of a text, as they are written: the head of `practice/content/wording.toml` tells how.

use super::letters::{Firsts, Letters};
use std::collections::HashMap;
use std::sync::Arc;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub enum Piece {
    /// One of these words.
    Words(Vec<Letters>, Firsts),
    /// One of these patterns.
    Class(Arc<Class>),
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

/// Patterns that stand for each other.
#[derive(Debug)]
pub struct Class {
    /// The patterns.
    pub patterns: Vec<Vec<Piece>>,
    /// With what they begin; `None` when that can be anything.
    pub firsts: Option<Firsts>,
}

impl Class {
    /// Of these patterns.
    pub fn of(patterns: Vec<Vec<Piece>>) -> Class {
        let firsts = patterns.iter().map(|pattern| first_words(pattern));
        let firsts: Option<Vec<_>> = firsts.collect();
        Class {
            firsts: firsts.map(|words| Firsts::of(words.into_iter().flatten())),
            patterns,
        }
    }
}

/// The classes by name.
pub type Classes = HashMap<String, Arc<Class>>;

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
                (Some(name), _) => {
                    let none = || Arc::new(Class::of(Vec::new()));
                    Piece::Class(classes.get(name).cloned().unwrap_or_else(none))
                }
                (_, Ok(most)) => Piece::Gap {
                    most,
                    wide: part.starts_with('~'),
                },
                _ => {
                    let words: Vec<_> = part.split('|').map(Letters::of).collect();
                    let firsts = Firsts::of(&words);
                    Piece::Words(words, firsts)
                }
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
            Piece::Words(these, _) => {
                words.extend(these);
                return Some(words);
            }
            Piece::Class(class) => {
                for pattern in &class.patterns {
                    words.extend(first_words(pattern)?);
                }
                return Some(words);
            }
            Piece::Optional(pieces) => words.extend(first_words(pieces)?),
            Piece::Edge => {}
            Piece::Gap { .. } | Piece::Name => return None,
        }
    }
    // Nothing but what may be left out.
    None
}
