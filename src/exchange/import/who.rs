//! Whom a cell names: "DABEK Jakub", "Lowri; Kuba", "All three", "Mrs Adair's class".

use crate::insight::folding::folded;
use crate::practice::columns::cell_words;
use crate::record::{CaseFile, FuzzyDate, Person, RecordId};
use std::collections::HashMap;

/// The people of a case by the words of their names.
#[derive(Clone, Debug, Default)]
pub struct Who {
    people: Vec<Known>,
    all: Vec<String>,
    remembered: HashMap<String, Named>,
}

#[derive(Clone, Debug)]
struct Known {
    id: RecordId,
    is_child: bool,
    born: Option<FuzzyDate>,
    /// Names by each of which the person alone is meant, as sets of words; a family name by itself is not among them.
    own: Vec<String>,
    /// All words of all names.
    words: Vec<String>,
    initials: String,
}

/// Whom a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// People of the case, in the order of the cell.
    pub people: Vec<RecordId>,
    /// The children among them.
    pub children: Vec<RecordId>,
    /// Whether the words stand for all children.
    pub all: bool,
    /// How many children the words count, when they do.
    pub count: Option<usize>,
    /// Whether part of the cell named nobody of the case.
    pub unknown: bool,
}

impl Who {
    /// The people of a case file.
    pub fn of(file: &CaseFile) -> Who {
        let people = file
            .people
            .values()
            .map(|person| known(person.id(), &person.body));
        Who {
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
        let born_by = |person: &&Known| {
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
        let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).collect();
        let children: Vec<&Known> = self
            .people
            .iter()
            .filter(|person| person.is_child)
            .collect();
        let spoken = |child: &&&Known| {
            child
                .own
                .iter()
                .any(|own| own.split(' ').all(|word| words.contains(&word)))
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
    pub fn named(&mut self, cell: &str) -> Named {
        if let Some(found) = self.remembered.get(cell) {
            return found.clone();
        }
        let found = self.read(cell);
        self.remembered.insert(cell.to_owned(), found.clone());
        found
    }

    fn read(&self, cell: &str) -> Named {
        let plain = folded(cell);
        let mut named = Named::default();
        if let Some(count) = self.all_children(&plain) {
            (named.all, named.count) = (true, count);
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
            } else if let Some(person) = self.person(part) {
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
    #[allow(clippy::option_option)]
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

    /// The one person whom a part of a cell names.
    fn person(&self, part: &str) -> Option<&Known> {
        let words: Vec<&str> = part
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let fits = |person: &&Known| {
            let own = person
                .own
                .iter()
                .any(|own| own.split(' ').all(|word| words.contains(&word)));
            let held = words
                .iter()
                .filter(|word| person.words.iter().any(|known| known == *word))
                .count();
            (own && held > 0).then_some(held)
        };
        let best = self.people.iter().filter_map(|person| fits(&person)).max();
        let mut among = match best {
            Some(best) => self
                .people
                .iter()
                .filter(|person| fits(person) == Some(best))
                .collect::<Vec<_>>(),
            None => {
                let letters = words.concat();
                let initials = |person: &&Known| {
                    (2..=3).contains(&letters.len()) && person.initials == letters
                };
                self.people.iter().filter(initials).collect()
            }
        };
        let only = among.pop();
        if among.is_empty() { only } else { None }
    }
}

fn known(id: RecordId, person: &Person) -> Known {
    let name = folded(&person.name);
    let words = |text: &str| -> Vec<String> {
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 1);
        words.map(str::to_owned).collect()
    };
    let of_name = words(&name);
    let family_name = of_name.last().filter(|_| of_name.len() > 1).cloned();
    // "Mrs Prosser" is a name too, but not of one person alone.
    let title = |word: &str| matches!(word, "mr" | "mrs" | "ms" | "miss" | "dr");
    let own = of_name.first().filter(|word| !title(word));
    let mut own: Vec<String> = own
        .or(of_name.last().filter(|word| !title(word)))
        .cloned()
        .into_iter()
        .collect();
    let mut all = of_name.clone();
    for other in std::iter::once(&person.known_as).chain(&person.also_written) {
        let mut words = words(&folded(other));
        all.extend(words.iter().cloned());
        words.retain(|word| Some(word) != family_name.as_ref());
        words.retain(|word| !title(word));
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
    Known {
        id,
        is_child: person.is_child,
        born: person.born.clone(),
        own,
        words: all,
        initials,
    }
}

#[cfg(test)]
mod tests;
