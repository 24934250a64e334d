//! Of whom a text speaks: by name, by a word of kinship, by "her" and "them".

use super::phrases::{Hit, Kind, PhraseBook};
use crate::insight::family::Family;
use crate::insight::reading::Reading;
use crate::record::RecordId;

/// Whom words can mean: people of the family, and relations as bits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Sorted.
    pub people: Vec<RecordId>,
    /// One bit for each relation in the word list.
    pub relations: u32,
}

impl Who {
    /// Whether both can mean the same person.
    pub fn may_be(&self, other: &Who) -> bool {
        match (self.people.as_slice(), other.people.as_slice()) {
            ([one], [another]) => one == another,
            ([], _) | (_, []) => self.relations & other.relations != 0,
            (one, another) => one.iter().any(|person| another.contains(person)),
        }
    }

    /// The person, when it can be only one.
    pub fn only(&self) -> Option<RecordId> {
        match self.people.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// Words that speak of somebody.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The first word.
    pub from: usize,
    /// The word behind the last.
    pub to: usize,
    /// Whom.
    pub who: Who,
    /// Whether it is one of the children of the case.
    pub is_child: bool,
}

/// Everybody of whom a text speaks by name or kinship, in order.
pub fn mentions(reading: &Reading, book: &PhraseBook, family: &Family) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for place in 0..reading.len() {
        let Some(who) = who_at(reading, book, family, place) else {
            continue;
        };
        // "Siân Prosser", "Mrs Prosser (grandmother)": words side by side that can mean one person do.
        if let Some(last) = found
            .last_mut()
            .filter(|last| last.to == place && !reading.is_possessive(place - 1))
        {
            let both: Vec<RecordId> = last
                .who
                .people
                .iter()
                .copied()
                .filter(|person| who.people.contains(person))
                .collect();
            if !both.is_empty() {
                last.who = Who {
                    people: both,
                    relations: last.who.relations | who.relations,
                };
                last.to = place + 1;
                last.is_child = is_child(&last.who, family);
                continue;
            }
        }
        let is_child = is_child(&who, family);
        found.push(Mention {
            from: place,
            to: place + 1,
            who,
            is_child,
        });
    }
    found
}

fn is_child(who: &Who, family: &Family) -> bool {
    !who.people.is_empty()
        && who
            .people
            .iter()
            .all(|person| family.children().contains(person))
}

fn who_at(reading: &Reading, book: &PhraseBook, family: &Family, place: usize) -> Option<Who> {
    let word = reading.word(place);
    let named = family.who_is_called(word);
    let kin = book.relation(word);
    if named.is_empty() && kin.is_none() {
        return None;
    }
    let mut people = named.to_vec();
    let mut relations = 0;
    if let Some((place_in_list, relation)) = kin {
        relations = 1 << (place_in_list % 32);
        let side = place
            .checked_sub(1)
            .map_or("", |before| reading.word(before));
        let side = ["maternal", "paternal"]
            .into_iter()
            .find(|known| *known == side);
        let related = family.with_relation(relation, side.unwrap_or(""));
        // A name that is also a word of kinship ("Nan") is the person so called.
        if people.is_empty() {
            people = related;
        }
    }
    if let [only] = people.as_slice() {
        relations |= book.relations_in(family.relation(*only));
    }
    people.sort_unstable();
    Some(Who { people, relations })
}

/// Words before a person that belong to them.
const BEFORE: [&str; 9] = [
    "their", "her", "his", "the", "a", "my", "maternal", "paternal", "own",
];
/// Words that point back to somebody.
const BACK: [&str; 8] = ["her", "him", "she", "he", "hers", "i", "me", "them"];

/// The person named at this place, and the word behind: a mention, with or without "their" before it, or a word that
/// points back to the last adult spoken of.
pub fn person_at(reading: &Reading, mentions: &[Mention], place: usize) -> Option<(Who, usize)> {
    let mut start = place;
    while BEFORE.contains(&reading.word(start)) && start < place + 3 {
        start += 1;
    }
    let mention = mentions
        .iter()
        .find(|mention| mention.from <= start && start < mention.to);
    if let Some(mention) = mention {
        return Some((mention.who.clone(), mention.to));
    }
    if BACK.contains(&reading.word(place)) {
        return Some((adult_before(mentions, place)?, place + 1));
    }
    None
}

/// The last adult spoken of before a place.
pub fn adult_before(mentions: &[Mention], place: usize) -> Option<Who> {
    let before = mentions
        .iter()
        .rev()
        .find(|mention| mention.to <= place && !mention.is_child);
    before.map(|mention| mention.who.clone())
}

/// The children of whom the words between two places speak: by name, or all whom the account concerns.
pub fn children_between(
    mentions: &[Mention],
    hits: &[Hit],
    concerned: &[RecordId],
    from: usize,
    to: usize,
) -> Vec<RecordId> {
    let named = mentions
        .iter()
        .filter(|mention| mention.is_child && mention.from >= from && mention.to <= to);
    let mut children: Vec<RecordId> = named.filter_map(|mention| mention.who.only()).collect();
    let all = hits
        .iter()
        .any(|hit| hit.kind == Kind::AllChildren && hit.from >= from && hit.to <= to);
    if children.is_empty() && all {
        children = concerned.to_vec();
    }
    children
}
