//! The three lengths of a chronology: everything, key events, the story in one page.
//!
//! What a person marked stands first. Where nobody has marked anything yet, words choose that tell of a change in a
//! child's life, and days on which a child moved or a legal status began. The story is spread over the whole life, so
//! that a quiet year has its entry too. The same case gives the same choice every time.

mod weigh;

use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;
use std::fmt;
use weigh::{Weighed, weigh};

/// How many entries the story in one page has at most, unless a person marked more turning points: at some seventeen
/// words each they are read in a minute.
pub const STORY: usize = 14;

/// How long the chronology is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Length {
    /// Every entry.
    #[default]
    Full,
    /// The key events.
    KeyEvents,
    /// The story in one page: what a duty worker reads in a minute.
    Story,
}

/// Why an entry stands in a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Everything is shown.
    Everything,
    /// A person marked it as a turning point.
    Turning,
    /// A person marked it as a key event.
    Key,
    /// It tells of something that changes a child's life, such as "a move".
    Tells(String),
    /// It stands for a time of which the story would else say nothing.
    StandsForItsTime,
    /// It is the latest, and says where things stand.
    Latest,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Everything => f.write_str("everything is shown"),
            Why::Turning => f.write_str("marked as a turning point"),
            Why::Key => f.write_str("marked as a key event"),
            Why::Tells(of) => write!(f, "tells of {of}"),
            Why::StandsForItsTime => f.write_str("stands for its time"),
            Why::Latest => f.write_str("the latest, where things stand"),
        }
    }
}

/// An entry of a length, with why it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The entry.
    pub entry: RecordId,
    /// Why.
    pub why: Why,
}

/// The entries of a length, in order of time.
pub fn of_length(file: &CaseFile, length: Length) -> Vec<Chosen> {
    if length == Length::Full {
        let all = file.chronology().into_iter().map(|entry| Chosen {
            entry: entry.id(),
            why: Why::Everything,
        });
        return all.collect();
    }
    let weighed = weigh(file);
    let mut chosen = match length {
        Length::Story => story(&weighed),
        _ => key_events(&weighed),
    };
    chosen.sort_unstable_by_key(|(place, _)| *place);
    let chosen = chosen.into_iter();
    chosen
        .filter_map(|(place, why)| {
            Some(Chosen {
                entry: weighed.get(place)?.entry,
                why,
            })
        })
        .collect()
}

fn key_events(weighed: &[Weighed]) -> Vec<(usize, Why)> {
    let places = weighed.iter().enumerate();
    places
        .filter(|(_, entry)| entry.weight >= weigh::KEY)
        .filter_map(|(place, entry)| Some((place, entry.why.clone()?)))
        .collect()
}

/// Turning points that a person marked, the latest entry, then the weightiest that lie furthest from those chosen.
fn story(weighed: &[Weighed]) -> Vec<(usize, Why)> {
    let places = weighed.iter().enumerate();
    let marked = places.filter(|(_, entry)| entry.why == Some(Why::Turning));
    let mut chosen: Vec<(usize, Why)> = marked.map(|(place, _)| (place, Why::Turning)).collect();
    let dated = || {
        weighed
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| Some((place, entry.day?)))
    };
    let (Some((_, first)), Some((latest, last))) = (dated().next(), dated().next_back()) else {
        return chosen;
    };
    if chosen.len() < STORY && chosen.iter().all(|(place, _)| *place != latest) {
        chosen.push((latest, Why::Latest));
    }
    let mut nearest = Nearest::new(weighed, days(first, last));
    for (place, _) in &chosen {
        nearest.chose(*place);
    }
    while chosen.len() < STORY {
        let worth = |place: usize, entry: &Weighed| {
            let far = nearest.shares(place).min(1.0);
            // A third conference tells less than the first disclosure.
            let same = chosen
                .iter()
                .filter(|(_, why)| entry.why.as_ref() == Some(why))
                .count();
            let fresh = if same == 0 { 1.0 } else { 0.6 };
            entry.weight * (0.35 + far) * fresh
        };
        let open = dated().filter(|(place, _)| chosen.iter().all(|(taken, _)| taken != place));
        let open = open.filter_map(|(place, _)| Some((place, worth(place, weighed.get(place)?))));
        // Of two that are worth the same the earlier stands.
        let best = open.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let Some((place, _)) = best.filter(|(_, worth)| *worth > 0.0) else {
            break;
        };
        let why = weighed.get(place).and_then(|entry| entry.why.clone());
        chosen.push((place, why.unwrap_or(Why::StandsForItsTime)));
        nearest.chose(place);
    }
    chosen
}

/// How far each entry lies from the nearest chosen one, in shares of the life.
struct Nearest<'a> {
    weighed: &'a [Weighed],
    share: f32,
    shares: Vec<f32>,
}

impl<'a> Nearest<'a> {
    fn new(weighed: &'a [Weighed], life: i64) -> Nearest<'a> {
        let share = (in_few_digits(life) / STORY as f32).max(1.0);
        Nearest {
            weighed,
            share,
            shares: vec![f32::MAX; weighed.len()],
        }
    }

    fn chose(&mut self, place: usize) {
        let Some(day) = self.weighed.get(place).and_then(|entry| entry.day) else {
            return;
        };
        for (entry, nearest) in self.weighed.iter().zip(&mut self.shares) {
            if let Some(own) = entry.day {
                *nearest = nearest.min(in_few_digits(days(day, own).abs()) / self.share);
            }
        }
    }

    fn shares(&self, place: usize) -> f32 {
        self.shares.get(place).copied().unwrap_or(f32::MAX)
    }
}

fn in_few_digits(days: i64) -> f32 {
    days as f32
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

#[cfg(test)]
mod tests;
