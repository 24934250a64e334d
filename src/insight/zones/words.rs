//! What the words of a reason say about the matrix, each with the words themselves: an offer, never a record.

use crate::insight::dates_named::days_named;
use crate::insight::folding::folded;
use crate::practice::Zone;
use crate::practice::matrix::{Capacity, Levels, Reading, named};
use crate::practice::reading_words::{Told, reading_words};
use chrono::NaiveDate;
use std::ops::Range;

/// What a reason says, and with which words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What was read.
    pub reading: Reading,
    /// Which levels fit.
    pub levels: Levels,
    /// Whether it tells of a lapse.
    pub lapse: bool,
    /// The words from which each part was taken.
    pub words: Vec<(Told, String)>,
    /// Parts of which the words say two different things.
    pub unclear: Vec<Told>,
}

/// A phrase found: which part, which value, and where.
struct Found<'a> {
    part: Told,
    value: &'a str,
    at: Range<usize>,
    sentence: usize,
    /// How many words it names, those of "*" left out.
    fixed: usize,
}

/// Reads a reason.
pub fn said(reason: &str, today: NaiveDate) -> Said {
    let sentences: Vec<&str> = reason.split_inclusive(['.', ';', '!', '?']).collect();
    let sentences = joined_at_dates(&sentences);
    let mut found = Vec::new();
    let mut words_of: Vec<Vec<(String, &str)>> = Vec::new();
    for (nth, sentence) in sentences.iter().enumerate() {
        let words: Vec<(String, &str)> = sentence
            .split_whitespace()
            .map(|word| (plain(word), word))
            .collect();
        for phrases in reading_words() {
            for phrase in &phrases.words {
                let places = places(&words, phrase);
                found.extend(places.into_iter().map(|at| {
                    Found {
                        part: phrases.part,
                        value: &phrases.value,
                        at,
                        sentence: nth,
                        fixed: phrase
                            .split_whitespace()
                            .filter(|word| *word != "*")
                            .count(),
                    }
                }));
            }
        }
        words_of.push(words);
    }
    let found = longest(found);
    let mut said = Said::default();
    for part in found
        .iter()
        .map(|one| one.part)
        .collect::<std::collections::BTreeSet<_>>()
    {
        let of_part: Vec<&Found> = found.iter().filter(|one| one.part == part).collect();
        let Some(first) = of_part.first() else {
            continue;
        };
        if of_part.iter().any(|one| one.value != first.value) {
            said.unclear.push(part);
            continue;
        }
        let sentence = words_of.get(first.sentence).map_or(&[][..], Vec::as_slice);
        let shown = sentence.get(first.at.clone()).unwrap_or_default();
        let shown: Vec<&str> = shown.iter().map(|(_, word)| *word).collect();
        let shown = shown.join(" ");
        said.words.push((
            part,
            shown.trim_end_matches([',', '.', ';', ':']).to_owned(),
        ));
        let after: Vec<&str> = sentence
            .iter()
            .skip(first.at.start)
            .map(|(_, word)| *word)
            .collect();
        take(&mut said, part, first.value, &after.join(" "), today);
    }
    said
}

fn take(said: &mut Said, part: Told, value: &str, after: &str, today: NaiveDate) {
    let reading = &mut said.reading;
    match part {
        Told::Resilience => reading.resilience = named(value),
        Told::Risk => reading.risk = named(value),
        Told::Wishes => reading.wishes = named(value),
        Told::Capacity if value == "shown" => {
            reading.capacity = Some(Capacity::Shown(days_named(after, today).first().copied()));
        }
        Told::Capacity => reading.capacity = Some(Capacity::NotShown),
        Told::PositiveChange => reading.positive_change = Some(value == "yes"),
        Told::ResilienceLevel => said.levels.resilience = Zone::from_word(value),
        Told::RiskLevel => said.levels.risk = Zone::from_word(value),
        Told::Lapse => said.lapse = true,
    }
}

/// Full stops within dates ("20.02.21") do not end a sentence.
fn joined_at_dates(parts: &[&str]) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for part in parts {
        let goes_on = |last: &String| last.ends_with('.') && !part.starts_with(char::is_whitespace);
        match sentences.last_mut().filter(|last| goes_on(last)) {
            Some(last) => last.push_str(part),
            None => sentences.push((*part).to_owned()),
        }
    }
    sentences
}

fn plain(word: &str) -> String {
    folded(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// How many words "*" stands for at most.
const SPARE: usize = 3;

/// Where a phrase stands among the words.
fn places(words: &[(String, &str)], phrase: &str) -> Vec<Range<usize>> {
    let parts: Vec<Vec<String>> = phrase
        .split('*')
        .map(|part| part.split_whitespace().map(plain).collect())
        .collect();
    let stands = |at: usize, part: &[String]| {
        let there = words.get(at..at + part.len());
        there.is_some_and(|there| there.iter().map(|(word, _)| word).eq(part.iter()))
    };
    let mut found = Vec::new();
    'starts: for start in 0..words.len() {
        let mut end = start;
        for (nth, part) in parts.iter().enumerate() {
            let most = if nth == 0 { 0 } else { SPARE };
            match (end..=end + most).find(|at| stands(*at, part)) {
                Some(at) => end = at + part.len(),
                None => continue 'starts,
            }
        }
        if end > start {
            found.push(start..end);
        }
    }
    found
}

/// Leaves out what stands within, or crosses, a phrase of the same part that names more words.
fn longest(found: Vec<Found>) -> Vec<Found> {
    let beaten: Vec<bool> = found
        .iter()
        .map(|one| {
            found.iter().any(|other| {
                one.part == other.part
                    && one.sentence == other.sentence
                    && one.fixed < other.fixed
                    && one.at.start < other.at.end
                    && other.at.start < one.at.end
            })
        })
        .collect();
    let kept = found.into_iter().zip(beaten).filter(|(_, beaten)| !beaten);
    kept.map(|(one, _)| one).collect()
}

#[cfg(test)]
mod tests;
