//! The rules made ready: patterns by the letters with which they can begin, so that most words of a text cost one look.

use super::letters::{Letters, PAIRS, pair};
use super::pattern::{Class, Classes, Piece, first_words, pattern};
use super::text::Text;
use super::trial::Trial;
use super::whole::Wholly;
use super::{Rule, TextOf};
use crate::practice::wording::{Wording, wording};
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// The class of words for "needs", which a text that states a need leaves out.
const NEED: &str = "@need ";

/// The rules made ready.
pub struct Book {
    rules: Vec<Ready>,
    finders: Vec<Finder>,
    /// What can begin with a word, by its first letters.
    starts: Vec<Vec<Start>>,
    /// Finders without their word for "needs".
    bare: Vec<Finder>,
    bare_not_after: Vec<Vec<Piece>>,
    passed_before: Vec<Vec<Piece>>,
    passed_with: Vec<Vec<Piece>>,
    passed_next: Vec<Vec<Piece>>,
    no_gap: Vec<Letters>,
    no_name: Vec<Letters>,
}

struct Ready {
    rule: &'static Rule,
    not_before: Vec<Vec<Piece>>,
    not_after: Vec<Vec<Piece>>,
    not_with: Vec<Vec<Piece>>,
    whole: Option<Wholly>,
}

struct Finder {
    rule: usize,
    pieces: Vec<Piece>,
}

struct Start {
    word: Letters,
    finder: usize,
}

/// The rules of the content file made ready, once.
pub fn book() -> &'static Book {
    static BOOK: LazyLock<Book> = LazyLock::new(|| Book::of(wording()));
    &BOOK
}

impl Book {
    fn of(file: &'static Wording) -> Book {
        let mut classes = Classes::new();
        for class in &file.class {
            let words = class.words.iter().map(|words| pattern(words, &classes));
            let words: Vec<_> = words.collect();
            classes.insert(class.name.clone(), Arc::new(Class::of(words)));
        }
        let read = |patterns: &[String]| -> Vec<Vec<Piece>> {
            let patterns = patterns.iter();
            patterns.map(|words| pattern(words, &classes)).collect()
        };
        let words = |words: &[String]| -> Vec<Letters> {
            words.iter().map(|word| Letters::of(word)).collect()
        };
        let mut book = Book {
            rules: Vec::new(),
            finders: Vec::new(),
            starts: std::iter::repeat_with(Vec::new).take(PAIRS).collect(),
            bare: Vec::new(),
            bare_not_after: read(&file.passed_over.bare_after),
            passed_before: read(&file.passed_over.before),
            passed_with: read(&file.passed_over.with),
            passed_next: read(&file.passed_over.next),
            no_gap: words(&file.no_gap),
            no_name: words(&file.no_name),
        };
        for (place, rule) in file.rule.iter().enumerate() {
            book.rules.push(Ready {
                rule,
                not_before: read(&rule.not_before),
                not_after: read(&rule.not_after),
                not_with: read(&rule.not_with),
                whole: rule.whole.as_ref().map(|whole| Wholly {
                    of: whole.of,
                    at_most: whole.at_most,
                    must: read(&whole.must),
                    may: read(&whole.may),
                }),
            });
            for words in &rule.finds {
                book.add(place, pattern(words, &classes));
                if let Some(bare) = words.strip_prefix(NEED) {
                    book.bare.push(Finder {
                        rule: place,
                        pieces: pattern(bare, &classes),
                    });
                }
            }
        }
        book
    }

    fn add(&mut self, rule: usize, pieces: Vec<Piece>) {
        let finder = self.finders.len();
        for word in first_words(&pieces).unwrap_or_default() {
            let known = |start: &Start| start.finder == finder && start.word == *word;
            let starts = self.starts.get_mut(pair(&word.letters));
            if let Some(starts) = starts.filter(|starts| !starts.iter().any(known)) {
                let word = word.clone();
                starts.push(Start { word, finder });
            }
        }
        self.finders.push(Finder { rule, pieces });
    }

    fn trial<'a>(&'a self, text: &'a Text) -> Trial<'a> {
        Trial {
            text,
            no_gap: &self.no_gap,
            no_name: &self.no_name,
        }
    }

    /// Rules by their place with where they found something, in bytes, in no order.
    pub fn found(&self, text: &Text, of: TextOf) -> Vec<(usize, Range<usize>)> {
        let trial = self.trial(text);
        let mut found = Vec::new();
        for place in 0..text.len() {
            let word = text.word(place);
            let first = text.get(place).map_or(PAIRS, |word| word.pair);
            let mut tried = None;
            for start in self.starts.get(first).into_iter().flatten() {
                if tried != Some(start.finder) && start.word.is(word) {
                    tried = Some(start.finder);
                    found.extend(self.try_at(&trial, self.finders.get(start.finder), place));
                }
            }
            if of == TextOf::Need && states_need(text, place) {
                for finder in &self.bare {
                    let at = self.try_at(&trial, Some(finder), place);
                    found.extend(at.filter(|(_, words)| {
                        !trial.stands_behind(&self.bare_not_after, words.end)
                    }));
                }
            }
        }
        let in_bytes = |(rule, words): (usize, Range<usize>)| Some((rule, text.bytes(&words)?));
        let mut found: Vec<_> = found.into_iter().filter_map(in_bytes).collect();
        for (place, ready) in self.rules.iter().enumerate() {
            let whole = ready.whole.as_ref().filter(|whole| whole.of == of);
            if whole.is_some_and(|whole| whole.is(&trial)) {
                found.push((place, text.whole.clone()));
            }
        }
        found
    }

    /// Whether a rule on whole texts speaks of this one.
    pub fn is_wholly(&self, rule: &str, text: &Text) -> bool {
        let ready = self.rules.iter().find(|ready| ready.rule.id == rule);
        ready
            .and_then(|ready| ready.whole.as_ref())
            .is_some_and(|whole| whole.is(&self.trial(text)))
    }

    fn try_at(
        &self,
        trial: &Trial,
        finder: Option<&Finder>,
        place: usize,
    ) -> Option<(usize, Range<usize>)> {
        let finder = finder?;
        let ready = self.rules.get(finder.rule)?;
        let end = trial.fit(&finder.pieces, place)?;
        let words = place..end;
        let passed = words.is_empty() || self.is_passed_over(trial, ready, &words);
        (!passed).then_some((finder.rule, words))
    }

    fn is_passed_over(&self, trial: &Trial, ready: &Ready, words: &Range<usize>) -> bool {
        let quoted = |place: usize| trial.text.get(place).is_some_and(|word| word.quoted);
        let sentence = trial.text.sentence(words.start);
        let next = sentence.end..(sentence.end + 1).min(trial.text.len());
        quoted(words.start)
            || quoted(words.end - 1)
            || !ready.rule.in_questions && trial.text.asks(&sentence)
            || trial.stands_before(&ready.not_before, words.start)
            || trial.stands_before(&self.passed_before, words.start)
            || trial.stands_behind(&ready.not_after, words.end)
            || trial.stands_within(&ready.not_with, sentence.clone())
            || trial.stands_within(&self.passed_with, sentence)
            || trial.stands_within(&self.passed_next, next)
    }
}

/// Whether a need can be stated from this word on: it begins a sentence, a line or a part of a list.
fn states_need(text: &Text, place: usize) -> bool {
    text.begins_sentence(place) || text.get(place).is_some_and(|word| word.begins_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_begins_with_a_word_and_every_class_is_there() {
        let book = book();
        assert!(book.finders.len() > 60 && book.bare.len() > 10);
        for finder in &book.finders {
            let id = &book.rules[finder.rule].rule.id;
            assert!(first_words(&finder.pieces).is_some(), "{id}");
        }
        fn whole(pieces: &[Piece]) -> bool {
            pieces.iter().all(|piece| match piece {
                Piece::Class(class) => {
                    !class.patterns.is_empty() && class.patterns.iter().all(|one| whole(one))
                }
                Piece::Words(words, _) => words
                    .iter()
                    .all(|word| !word.open || word.letters.len() > 1),
                Piece::Optional(pieces) => whole(pieces),
                _ => true,
            })
        }
        let finders = book.finders.iter().map(|finder| &finder.pieces);
        let guards = book.rules.iter().flat_map(|ready| {
            let wholly = ready
                .whole
                .iter()
                .flat_map(|one| one.must.iter().chain(&one.may));
            let guards = ready
                .not_before
                .iter()
                .chain(&ready.not_after)
                .chain(&ready.not_with);
            guards.chain(wholly)
        });
        let over = book
            .passed_before
            .iter()
            .chain(&book.passed_with)
            .chain(&book.passed_next);
        for pieces in finders
            .chain(guards)
            .chain(over)
            .chain(&book.bare_not_after)
        {
            assert!(
                whole(pieces),
                "a class is not there, or one letter is left open"
            );
        }
    }

    #[test]
    fn every_example_of_a_rule_is_found_or_passed_over() {
        let mut faults = Vec::new();
        for rule in crate::practice::wording::rules() {
            for example in &rule.example {
                let text = example.text.replace(['[', ']'], "");
                let found = super::super::flags(&text, example.of);
                let found = found.iter().filter(|flag| flag.rule.id == rule.id);
                let found: Vec<&str> = found.map(|flag| flag.phrase(&text)).collect();
                let wanted = example.text.split('[').skip(1);
                let wanted: Vec<&str> =
                    wanted.map(|part| part.split(']').next().unwrap()).collect();
                if found != wanted {
                    faults.push(format!(
                        "{}: {text}\n  found {found:?}, wanted {wanted:?}",
                        rule.id
                    ));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
