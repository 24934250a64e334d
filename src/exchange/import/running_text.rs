//! Which words of a running text can be names: "Rose came to see May in May" holds Rose and May once.

use crate::insight::folding::folded;
use crate::practice::columns::cell_words;
use std::collections::HashSet;

struct SpokenWord {
    folded: String,
    is_capital: bool,
    begins_sentence: bool,
}

/// The words of a text that can be somebody's name, folded. A name has a capital; one that is an everyday word as well
/// ("Will", "Rose") tells nothing where every word has one, and the name of a month is a month beside a number or after "in".
pub fn names_in(text: &str) -> HashSet<String> {
    let words = words_of(text);
    // A text in capitals throughout does not tell a name by them.
    let tells_capitals = text.chars().any(char::is_lowercase);
    let is_in = |list: &[String], word: &SpokenWord| list.contains(&word.folded);
    let lists = cell_words();
    let is_number = |word: &SpokenWord| {
        word.folded
            .starts_with(|first: char| first.is_ascii_digit())
    };
    let can_be_name = |(at, word): (usize, &SpokenWord)| {
        let (before, after) = (
            at.checked_sub(1).and_then(|at| words.get(at)),
            words.get(at + 1),
        );
        let is_month = is_in(&lists.months, word)
            && (before
                .is_some_and(|before| is_number(before) || is_in(&lists.before_months, before))
                || after.is_some_and(is_number));
        let is_everyday = is_in(&lists.everyday_names, word) || is_in(&lists.months, word);
        let counts = word.is_capital
            && !is_month
            && (!is_everyday || (tells_capitals && !word.begins_sentence));
        counts.then(|| word.folded.clone())
    };
    words.iter().enumerate().filter_map(can_be_name).collect()
}

fn words_of(text: &str) -> Vec<SpokenWord> {
    let mut words = Vec::new();
    let mut begins_sentence = true;
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (between, from) = rest.split_at(start);
        begins_sentence |= between.contains(['.', '!', '?', ':', ';', '\n', '"', '“', '‘', '•']);
        let is_part = |c: char| c.is_alphanumeric() || is_combining(c);
        let end = from.find(|c: char| !is_part(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        words.push(SpokenWord {
            folded: folded(word),
            is_capital: !word.starts_with(char::is_lowercase),
            begins_sentence,
        });
        begins_sentence = false;
        rest = after;
    }
    words
}

/// An accent written after its letter.
fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}
