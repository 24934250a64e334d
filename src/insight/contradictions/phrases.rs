//! The phrases of the word lists, found in a text.

use super::who::{Mention, Who, person_at};
use crate::insight::reading::Reading;
use crate::practice::claims::{Claims, claims};
use std::collections::HashMap;

/// What a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An arrangement to which somebody comes.
    Arrangement,
    /// Somebody came.
    Came,
    /// Somebody did not come.
    DidNotCome,
    /// It was cancelled.
    Cancelled,
    /// Not about this time.
    NotNow,
    /// Was there.
    Here,
    /// Was elsewhere.
    Away,
    /// Only the one named next.
    Only,
    /// An injury.
    Injury,
    /// A word for an injury that can mean something else.
    UnclearInjury,
    /// No injury was seen, when it stands before one.
    No,
    /// No injury was seen.
    NoneSeen,
    /// Only told of, when it stands before an injury.
    Hearsay,
    /// A part of the body.
    Body,
    /// Went to live with somebody.
    Went,
    /// Has lived with somebody since.
    Since,
    /// Was a visit.
    Visit,
    /// All the children concerned.
    AllChildren,
}

/// A phrase in a text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// What it speaks of.
    pub kind: Kind,
    /// The first word.
    pub from: usize,
    /// The word behind the last.
    pub to: usize,
    /// The person in it, where it has a place for one.
    pub who: Option<Who>,
}

#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Word(String),
    Who { possessive: bool },
}

/// The phrases by their first word, the longest first.
pub struct PhraseBook {
    phrases: HashMap<String, Vec<(Vec<Piece>, Kind)>>,
    /// Relations in the order of the word list.
    relations: Vec<String>,
    /// Words of kinship, with the place of their relation.
    kin: HashMap<String, usize>,
}

impl PhraseBook {
    /// The phrases of the word lists.
    pub fn new() -> PhraseBook {
        let lists = claims();
        let mut book = PhraseBook {
            phrases: HashMap::new(),
            relations: lists.kin.keys().cloned().collect(),
            kin: HashMap::new(),
        };
        for (place, words) in lists.kin.values().enumerate() {
            book.kin
                .extend(words.iter().map(|word| (word.clone(), place)));
        }
        for (kind, phrases) in by_kind(lists) {
            for phrase in phrases {
                let clear = kind == Kind::Injury && lists.injury.unclear.contains(phrase);
                book.add(phrase, if clear { Kind::UnclearInjury } else { kind });
            }
        }
        for phrases in book.phrases.values_mut() {
            phrases.sort_by_key(|(pieces, _)| std::cmp::Reverse(pieces.len()));
        }
        book
    }

    fn add(&mut self, phrase: &str, kind: Kind) {
        let reading = Reading::of(phrase);
        let piece = |place| match reading.word(place) {
            "who" => Piece::Who {
                possessive: reading.is_possessive(place),
            },
            word => Piece::Word(word.to_owned()),
        };
        let pieces: Vec<Piece> = (0..reading.len()).map(piece).collect();
        if let Some(Piece::Word(first)) = pieces.first() {
            self.phrases
                .entry(first.clone())
                .or_default()
                .push((pieces, kind));
        }
    }

    /// The phrases in a text, in order. Of phrases of one kind that begin at one place only the longest counts.
    pub fn hits(&self, reading: &Reading, mentions: &[Mention]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for place in 0..reading.len() {
            let first_here = hits.len();
            for (pieces, kind) in self.phrases.get(reading.word(place)).into_iter().flatten() {
                let seen = hits
                    .get(first_here..)
                    .unwrap_or(&[])
                    .iter()
                    .any(|hit| hit.kind == *kind);
                if !seen && let Some((to, who)) = fits(pieces, reading, mentions, place) {
                    hits.push(Hit {
                        kind: *kind,
                        from: place,
                        to,
                        who,
                    });
                }
            }
        }
        hits
    }

    /// The relation that a word of kinship speaks of, with its place in the list.
    pub fn relation(&self, word: &str) -> Option<(usize, &str)> {
        let place = *self.kin.get(word)?;
        Some((place, self.relations.get(place)?))
    }

    /// The relations that a person's relation names, as bits.
    pub fn relations_in(&self, relation: &str) -> u32 {
        let named = |name: &str| relation.split_whitespace().any(|word| word == name);
        let relations = self.relations.iter().enumerate();
        let named = relations.filter(|(_, name)| named(name));
        named.fold(0, |bits, (place, _)| bits | 1 << (place % 32))
    }
}

fn by_kind(lists: &Claims) -> [(Kind, &Vec<String>); 17] {
    let Claims {
        attendance,
        presence,
        injury,
        moves,
        ..
    } = lists;
    [
        (Kind::Arrangement, &attendance.arrangement),
        (Kind::Came, &attendance.came),
        (Kind::DidNotCome, &attendance.did_not_come),
        (Kind::Cancelled, &attendance.cancelled),
        (Kind::NotNow, &attendance.not_now),
        (Kind::Here, &presence.here),
        (Kind::Away, &presence.away),
        (Kind::Only, &presence.only),
        (Kind::Injury, &injury.seen),
        (Kind::No, &injury.none),
        (Kind::NoneSeen, &injury.none_seen),
        (Kind::Hearsay, &injury.hearsay),
        (Kind::Body, &injury.body),
        (Kind::Went, &moves.went),
        (Kind::Since, &moves.since),
        (Kind::Visit, &moves.visit),
        (Kind::AllChildren, &lists.all_children.words),
    ]
}

fn fits(
    pieces: &[Piece],
    reading: &Reading,
    mentions: &[Mention],
    start: usize,
) -> Option<(usize, Option<Who>)> {
    let mut place = start;
    let mut who = None;
    for piece in pieces {
        match piece {
            Piece::Word(word) if reading.word(place) == word => place += 1,
            Piece::Word(_) => return None,
            Piece::Who { possessive } => {
                let (person, to) = person_at(reading, mentions, place)?;
                if *possessive && !reading.is_possessive(to - 1) {
                    return None;
                }
                who = Some(person);
                place = to;
            }
        }
    }
    (reading.sentence(start) == reading.sentence(place - 1)).then_some((place, who))
}
