//! Whom a cell names: "DABEK Jakub", "Lowri; Kuba", "All three", "Mrs Adair's class".

use super::running_text::names_in;
use crate::insight::folding::folded;
use crate::practice::columns::cell_words;
use crate::practice::relations::relation_of;
use crate::record::{CaseFile, FuzzyDate, Person, RecordId};
use std::collections::HashMap;

/// The people of a case by the words of their names.
#[derive(Clone, Debug, Default)]
pub struct PeopleByName {
    people: Vec<NameUse>,
    all: Vec<String>,
    remembered: HashMap<String, NamedPeople>,
}

#[derive(Clone, Debug)]
struct NameUse {
    id: RecordId,
    is_child: bool,
    born: Option<FuzzyDate>,
    /// Names by each of which the person alone is meant, as sets of words; a family name by itself is not among them.
    own: Vec<String>,
    /// All words of all names.
    words: Vec<String>,
    family_name: Option<String>,
    initials: String,
    /// What the person is to the children ("parent"); a word for it beside the name says nothing else.
    relation: Option<&'static str>,
}

/// How the words of a part of a cell fit somebody.
struct NameFit {
    /// Words that are the person's.
    held: usize,
    /// Whether the words beside them leave it open who is meant.
    open: bool,
}

/// Whom a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedPeople {
    /// People of the case, in the order of the cell.
    pub people: Vec<RecordId>,
    /// The children among them.
    pub children: Vec<RecordId>,
    /// Whether the words stand for all children.
    pub all: bool,
    /// How many children the words count, when they do.
    pub count: Option<usize>,
    /// Whether part of the cell named nobody of the case, or said more than a name.
    pub unknown: bool,
    /// Whether the cell holds words beside the names, if only an age.
    pub says_more: bool,
}

impl PeopleByName {
    /// The people of a case file.
    pub fn from_case(file: &CaseFile) -> PeopleByName {
        let people = file
            .people
            .values()
            .map(|person| known(person.id(), &person.body));
        PeopleByName {
            people: people.collect(),
            all: cell_words()
                .all_children
                .iter()
                .map(|words| folded(words))
                .collect(),
            remembered: HashMap::new(),
        }
    }

    /// Whether the case has any children.
    pub fn has_children(&self) -> bool {
        self.people.iter().any(|person| person.is_child)
    }

    /// The children who had been born by the end of `when`; all when it has no end or a birth is not known.
    pub fn children_by(&self, when: &FuzzyDate) -> Vec<RecordId> {
        let born_by = |person: &&NameUse| {
            let born = person.born.as_ref().and_then(FuzzyDate::earliest);
            let latest = when.latest().or_else(|| when.anchor());
            born.zip(latest).is_none_or(|(born, latest)| born <= latest)
        };
        let children = self.people.iter().filter(|person| person.is_child);
        children.filter(born_by).map(|person| person.id).collect()
    }

    /// The one person whom a name means.
    pub fn one(&self, name: &str) -> Option<RecordId> {
        self.person(&folded(name)).map(|person| person.id)
    }

    /// The children whom words of a text speak of by name; a case with one child is about that child.
    pub fn spoken_of(&self, text: &str, when: &FuzzyDate) -> Vec<RecordId> {
        let plain = folded(text);
        let children: Vec<&NameUse> = self
            .people
            .iter()
            .filter(|person| person.is_child)
            .collect();
        let names = names_in(text);
        let spoken = |child: &&&NameUse| {
            child
                .own
                .iter()
                .any(|own| own.split(' ').all(|word| names.contains(word)))
        };
        let found: Vec<RecordId> = children
            .iter()
            .filter(spoken)
            .map(|child| child.id)
            .collect();
        match children.as_slice() {
            [only] => vec![only.id],
            _ if found.is_empty()
                && self
                    .all
                    .iter()
                    .any(|all| all.contains(' ') && plain.contains(all.as_str())) =>
            {
                self.children_by(when)
            }
            _ => found,
        }
    }

    /// Whom a cell names. Cells repeat, so what was found is remembered.
    pub fn named(&mut self, cell: &str) -> NamedPeople {
        if let Some(found) = self.remembered.get(cell) {
            return found.clone();
        }
        let found = self.read(cell);
        self.remembered.insert(cell.to_owned(), found.clone());
        found
    }

    /// Whom a cell names, read anew.
    pub fn read(&self, cell: &str) -> NamedPeople {
        let plain = folded(cell);
        let mut named = NamedPeople::default();
        if let Some(count) = self.all_children(&plain) {
            (named.all, named.count) = (true, count);
            return named;
        }
        // "Not Mo and Seun" is about neither.
        if words_of(&plain).next().is_some_and(is_denial) {
            named.unknown = true;
            return named;
        }
        let joined = plain
            .replace(" and ", ";")
            .replace(['&', '/', '\n', '+'], ";");
        let mut parts: Vec<&str> = joined.split(';').map(str::trim).collect();
        // "Lowri, Kuba, Wren" are three, "DABEK, Jakub" is one.
        parts = parts
            .into_iter()
            .flat_map(|part| self.at_commas(part))
            .collect();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if let Some(count) = self.all_children(part) {
                (named.all, named.count) = (true, count);
            } else if let Some((person, fit)) = self.meant(part) {
                named.unknown |= fit.open;
                named.says_more |= words_of(part).any(|word| !person.has(word));
                if !named.people.contains(&person.id) {
                    named.people.push(person.id);
                    if person.is_child {
                        named.children.push(person.id);
                    }
                }
            } else {
                named.unknown = true;
            }
        }
        named
    }

    fn at_commas<'a>(&self, part: &'a str) -> Vec<&'a str> {
        let pieces: Vec<&str> = part.split(',').map(str::trim).collect();
        let each_somebody = pieces.iter().all(|piece| self.person(piece).is_some());
        if each_somebody || self.person(part).is_none() {
            pieces
        } else {
            vec![part]
        }
    }

    /// Whether words stand for all children; the inner number is how many they say there are.
    fn all_children(&self, plain: &str) -> Option<Option<usize>> {
        const NUMBERS: [&str; 9] = [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ];
        let mut count = None;
        let words: Vec<&str> = plain
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let words: Vec<&str> = words
            .into_iter()
            .filter(|word| {
                let number = NUMBERS
                    .iter()
                    .position(|number| number == word)
                    .map(|place| place + 2);
                let number = number.or_else(|| word.parse().ok());
                count = count.or(number);
                // "Three children DABEK": the family's name says nothing more.
                number.is_none() && !self.is_shared_name(word)
            })
            .collect();
        let rest = words.join(" ");
        if rest.starts_with("both") {
            count = count.or(Some(2));
        }
        self.all.contains(&rest).then_some(count)
    }

    fn is_shared_name(&self, word: &str) -> bool {
        self.people
            .iter()
            .any(|person| person.words.iter().any(|known| known == word))
            && !self
                .people
                .iter()
                .any(|person| person.own.iter().any(|own| own == word))
    }

    /// The one person whom a part of a cell names, when it says nothing that leaves this open.
    fn person(&self, part: &str) -> Option<&NameUse> {
        let meant = self.meant(part).filter(|(_, fit)| !fit.open);
        meant.map(|(person, _)| person)
    }

    /// The one person whom a part of a cell names. "Mo's cousin", "not Mo" and "Morgan Jones" are not Morgan Finch; words
    /// beside a whole name leave the name what it is.
    fn meant(&self, part: &str) -> Option<(&NameUse, NameFit)> {
        let words: Vec<&str> = words_of(part).collect();
        if is_possessive(part) || words.iter().any(|word| is_denial(word)) {
            return None;
        }
        let fitting = self.people.iter().filter_map(|person| {
            let own = person
                .own
                .iter()
                .any(|own| own.split(' ').all(|word| words.contains(&word)));
            let fit = person.fit(&words);
            (own && fit.held > 0).then_some((person, fit))
        });
        let fitting: Vec<(&NameUse, NameFit)> = fitting.collect();
        let best = fitting.iter().map(|(_, fit)| fit.held).max();
        let mut among: Vec<(&NameUse, NameFit)> = match best {
            Some(best) => fitting
                .into_iter()
                .filter(|(_, fit)| fit.held == best)
                .collect(),
            None => {
                let letters = words.concat();
                let initials = |person: &&NameUse| {
                    (2..=3).contains(&letters.len()) && person.initials == letters
                };
                let by_initials = self.people.iter().filter(initials);
                let sure = |person| {
                    let (held, open) = (0, false);
                    (person, NameFit { held, open })
                };
                by_initials.map(sure).collect()
            }
        };
        let only = among
            .pop()
            .filter(|(person, fit)| !fit.open || person.is_named_whole(&words));
        if among.is_empty() { only } else { None }
    }
}

impl NameUse {
    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }

    fn fit(&self, words: &[&str]) -> NameFit {
        // An initial, an age, "pupil" for a child or "mother" for a parent name nobody else.
        let says_nothing = |word: &str| {
            let mut letters = word.chars();
            let initial = letters.next().filter(|_| letters.next().is_none());
            initial.is_some_and(|letter| self.initials.contains(letter))
                || word.starts_with(|first: char| first.is_ascii_digit())
                || is_title(word)
                || cell_words().beside_names.iter().any(|known| known == word)
                || (self.relation.is_some() && relation_of(word) == self.relation)
        };
        NameFit {
            held: words.iter().filter(|word| self.has(word)).count(),
            open: words
                .iter()
                .any(|word| !self.has(word) && !says_nothing(word)),
        }
    }

    /// Whether the words hold the name by which nobody else goes: a first name and the family's.
    fn is_named_whole(&self, words: &[&str]) -> bool {
        let family_name = self.family_name.as_deref();
        family_name.is_some_and(|name| words.contains(&name))
    }
}

fn words_of(plain: &str) -> impl Iterator<Item = &str> {
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// "Mrs Prosser" is a name too, but not of one person alone.
fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "dr")
}

fn is_denial(word: &str) -> bool {
    cell_words().denials.iter().any(|known| known == word)
}

/// Whether folded words tell of somebody by somebody else: "macsen's sister".
fn is_possessive(plain: &str) -> bool {
    let marks = plain.match_indices('\'');
    marks.into_iter().any(|(at, _)| {
        let (before, after) = (&plain[..at], &plain[at + 1..]);
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        after.strip_prefix('s').is_some_and(ends) || (before.ends_with('s') && ends(after))
    })
}

fn known(id: RecordId, person: &Person) -> NameUse {
    let name = folded(&person.name);
    let words = |text: &str| -> Vec<String> {
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 1);
        words.map(str::to_owned).collect()
    };
    let of_name = words(&name);
    let family_name = of_name.last().filter(|_| of_name.len() > 1).cloned();
    let own = of_name.first().filter(|word| !is_title(word));
    let mut own: Vec<String> = own
        .or(of_name.last().filter(|word| !is_title(word)))
        .cloned()
        .into_iter()
        .collect();
    let mut all = of_name.clone();
    for other in std::iter::once(&person.known_as).chain(&person.also_written) {
        let mut words = words(&folded(other));
        all.extend(words.iter().cloned());
        words.retain(|word| Some(word) != family_name.as_ref());
        words.retain(|word| !is_title(word));
        if !words.is_empty() {
            own.push(words.join(" "));
        }
    }
    all.sort();
    all.dedup();
    own.sort();
    own.dedup();
    let initials = name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .collect();
    NameUse {
        id,
        is_child: person.is_child,
        born: person.born.clone(),
        own,
        words: all,
        family_name,
        initials,
        relation: if person.is_child {
            Some("child")
        } else {
            relation_of(&person.relation)
        },
    }
}

#[cfg(test)]
mod tests;
