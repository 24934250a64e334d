//! Texts as sets of terms: words without endings, groups of words that mean the same, and agencies spoken of.

use super::endings::{in_figures, without_ending};
use crate::insight::folding::fold_into;
use crate::practice::same_event::{SameEvent, same_event};
use std::collections::HashMap;

/// The number of a term.
pub type Term = u32;

/// What a term can say about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nothing.
    Stop,
    /// Little: a word of the trade, or a name of the family.
    Common,
    /// A name of the family.
    Name,
    /// A number.
    Number,
    /// An ordinary word.
    Word,
    /// A thing that several words mean.
    Group,
    /// A thing that makes an event the event that it is.
    Event,
}

/// Agencies as a set, one bit each, in the order of the word lists.
pub type Agencies = u32;

/// What a phrase stands for.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    Group(Term),
    Agency(Agencies),
}

/// All terms met so far, with the word lists.
pub struct Lexicon {
    known: HashMap<String, Term>,
    classes: Vec<Class>,
    shown: Vec<String>,
    /// Phrases of stems by their first stem, the longest first.
    phrases: HashMap<Term, Vec<(Vec<Term>, Meaning)>>,
    /// Raw words to stems, so that each distinct word is stemmed once.
    stems: HashMap<String, Term>,
    letters: String,
    sequence: Vec<Term>,
}

/// The terms of one account.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Sorted, each once.
    pub terms: Vec<Term>,
    /// Agencies that its text speaks of.
    pub agencies: Agencies,
}

impl Terms {
    /// Takes in further terms.
    pub fn take_in(&mut self, further: Vec<Term>) {
        self.terms.extend(further);
        self.terms.sort_unstable();
        self.terms.dedup();
    }
}

impl Lexicon {
    /// The lexicon of the word lists; `is_name` tells words that are names of the family.
    pub fn new() -> Lexicon {
        let lists = same_event();
        let mut lexicon = Lexicon {
            known: HashMap::new(),
            classes: Vec::new(),
            shown: Vec::new(),
            phrases: HashMap::new(),
            stems: HashMap::new(),
            letters: String::new(),
            sequence: Vec::new(),
        };
        lexicon.learn(lists);
        lexicon
    }

    fn learn(&mut self, lists: &SameEvent) {
        for (words, class) in [(&lists.common, Class::Common), (&lists.stop, Class::Stop)] {
            for word in words.split_whitespace() {
                let term = self.stem(word);
                self.set_class(term, class);
            }
        }
        for group in &lists.group {
            let class = if group.event {
                Class::Event
            } else {
                Class::Group
            };
            let term = self.intern(&format!("={}", group.say), class);
            if let Some(shown) = self.shown.get_mut(term as usize) {
                shown.clone_from(&group.say);
            }
            for words in &group.words {
                self.add_phrase(words, Meaning::Group(term));
            }
        }
        for (place, agency) in lists.agency.iter().enumerate() {
            for words in &agency.words {
                self.add_phrase(words, Meaning::Agency(1 << (place % 32)));
            }
        }
        for phrases in self.phrases.values_mut() {
            phrases.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
        }
    }

    /// Takes in the names of the family.
    pub fn learn_names<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for name in names {
            let term = self.stem(name);
            if self.class(term) != Class::Stop {
                self.set_class(term, Class::Name);
            }
        }
    }

    fn add_phrase(&mut self, words: &str, meaning: Meaning) {
        self.read(words);
        let stems = self.sequence.clone();
        if let Some(first) = stems.first() {
            self.phrases
                .entry(*first)
                .or_default()
                .push((stems, meaning));
        }
    }

    /// Reads texts into terms.
    pub fn terms<'a>(&mut self, texts: impl Iterator<Item = &'a str>) -> Terms {
        let mut out = Terms::default();
        for text in texts {
            self.read(text);
            self.collect(&mut out);
        }
        out.terms.sort_unstable();
        out.terms.dedup();
        out
    }

    /// The stems of a text, in order, into `sequence`.
    fn read(&mut self, text: &str) {
        let mut letters = std::mem::take(&mut self.letters);
        letters.clear();
        fold_into(text, &mut letters);
        self.sequence.clear();
        for word in letters.split(|letter: char| !letter.is_alphanumeric()) {
            if !word.is_empty() {
                let term = self.stem(word);
                self.sequence.push(term);
            }
        }
        self.letters = letters;
    }

    /// Groups, agencies and single words of `sequence`.
    fn collect(&self, out: &mut Terms) {
        let mut covered = 0;
        for (place, term) in self.sequence.iter().enumerate() {
            let rest = self.sequence.get(place..).unwrap_or(&[]);
            let mut length = 0;
            for (stems, meaning) in self.phrases.get(term).into_iter().flatten() {
                let is_a_name = stems.len() == 1 && self.class(*term) == Class::Name;
                if is_a_name || !rest.starts_with(stems) {
                    continue;
                }
                match meaning {
                    Meaning::Agency(agency) => out.agencies |= agency,
                    Meaning::Group(group) if length == 0 && place >= covered => {
                        out.terms.push(*group);
                        length = stems.len();
                    }
                    Meaning::Group(_) => {}
                }
            }
            if length > 0 {
                covered = place + length;
            } else if place >= covered && self.class(*term) != Class::Stop {
                out.terms.push(*term);
            }
        }
    }

    /// What a term can say.
    pub fn class(&self, term: Term) -> Class {
        self.classes
            .get(term as usize)
            .copied()
            .unwrap_or(Class::Word)
    }

    /// A term in words.
    pub fn shown(&self, term: Term) -> &str {
        self.shown.get(term as usize).map_or("", String::as_str)
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.classes.len()
    }

    fn stem(&mut self, word: &str) -> Term {
        if let Some(term) = self.stems.get(word) {
            return *term;
        }
        let plain = in_figures(word);
        let class = if plain.chars().all(|letter| letter.is_ascii_digit()) {
            Class::Number
        } else if plain.chars().nth(1).is_none() {
            Class::Stop
        } else {
            Class::Word
        };
        let stem = without_ending(plain);
        let term = self.intern(&stem, class);
        if let Some(shown) = self.shown.get_mut(term as usize)
            && shown.is_empty()
        {
            plain.clone_into(shown);
        }
        self.stems.insert(word.to_owned(), term);
        term
    }

    fn intern(&mut self, key: &str, class: Class) -> Term {
        if let Some(term) = self.known.get(key) {
            return *term;
        }
        let term = Term::try_from(self.classes.len()).unwrap_or(Term::MAX);
        self.known.insert(key.to_owned(), term);
        self.classes.push(class);
        self.shown.push(String::new());
        term
    }

    fn set_class(&mut self, term: Term, class: Class) {
        if let Some(known) = self.classes.get_mut(term as usize) {
            *known = class;
        }
    }
}
