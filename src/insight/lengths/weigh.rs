//! How much each entry weighs in a child's story, and why.

use super::Why;
use crate::insight::reading::Reading;
use crate::practice::story::signals;
use crate::record::{CaseFile, DoubtKind, Entry, Record, RecordId, Significance};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// From this weight on an entry is a key event.
pub const KEY: f32 = 2.0;
/// An entry that tells of nothing in particular.
const PLAIN: f32 = 0.4;

/// An entry with its weight.
pub struct Weighed {
    pub entry: RecordId,
    /// The day at which it is placed; `None` when it has no date, or one that somebody still has to settle.
    pub day: Option<NaiveDate>,
    pub weight: f32,
    /// What makes it more than an ordinary entry.
    pub why: Option<Why>,
}

/// All entries in order of time.
pub fn weigh(file: &CaseFile) -> Vec<Weighed> {
    let turns = Turns::of(file);
    let entries = file.chronology().into_iter();
    entries.map(|entry| weigh_one(entry, &turns)).collect()
}

fn weigh_one(entry: &Record<Entry>, turns: &Turns) -> Weighed {
    let body = &entry.body;
    let doubtful = has_doubtful_date(body);
    let told_by_more = if body.accounts.len() > 1 { 0.4 } else { 0.0 };
    let (weight, why) = match body.significance {
        Significance::Turning => (8.0, Some(Why::Turning)),
        Significance::Key => (5.0, Some(Why::Key)),
        Significance::Background => (0.0, None),
        Significance::Ordinary if doubtful => (0.0, None),
        Significance::Ordinary => match strongest(body, turns) {
            Some((weight, say)) => (f32::from(weight) + told_by_more, Some(Why::Tells(say))),
            None => (PLAIN + told_by_more, None),
        },
    };
    Weighed {
        entry: entry.id(),
        day: body.when.anchor().filter(|_| !doubtful),
        weight,
        why,
    }
}

fn has_doubtful_date(entry: &Entry) -> bool {
    entry.when.anchor().is_none()
        || entry.open_doubts().any(|doubt| {
            matches!(
                doubt.kind,
                DoubtKind::BeforeBirth
                    | DoubtKind::AfterDeath
                    | DoubtKind::InTheFuture
                    | DoubtKind::WeekdayDoesNotFit
            )
        })
}

/// What weighs most in an entry; of things that weigh the same, what is told first.
fn strongest(entry: &Entry, turns: &Turns) -> Option<(u8, String)> {
    let of_record = turns.on(entry);
    let mut best = of_record.map(|say| (2, say.to_owned()));
    let accounts = entry.accounts.iter().map(|account| account.text.as_str());
    for text in std::iter::once(entry.headline.as_str()).chain(accounts) {
        if let Some((weight, say)) = told_in(text)
            && best.as_ref().is_none_or(|(least, _)| weight > *least)
        {
            best = Some((weight, say.to_owned()));
        }
    }
    best
}

type Phrases = HashMap<String, Vec<(Vec<String>, u8, &'static str)>>;

fn told_in(text: &str) -> Option<(u8, &'static str)> {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
        let mut phrases = Phrases::new();
        for signal in signals() {
            for words in &signal.words {
                let reading = Reading::of(words);
                let words: Vec<String> = (0..reading.len())
                    .map(|place| reading.word(place).to_owned())
                    .collect();
                if let Some(first) = words.first() {
                    phrases.entry(first.clone()).or_default().push((
                        words,
                        signal.weight,
                        signal.say.as_str(),
                    ));
                }
            }
        }
        phrases
    });
    let reading = Reading::of(text);
    let mut best: Option<(u8, &'static str)> = None;
    for place in 0..reading.len() {
        for (words, weight, say) in PHRASES.get(reading.word(place)).into_iter().flatten() {
            let fits = words
                .iter()
                .enumerate()
                .all(|(step, word)| reading.word(place + step) == word);
            if fits && best.is_none_or(|(least, _)| *weight > least) {
                best = Some((*weight, say));
            }
        }
    }
    best
}

/// Days on which the record itself says that something changed for a child.
struct Turns {
    moves: HashSet<(RecordId, NaiveDate)>,
    legal: HashSet<(RecordId, NaiveDate)>,
}

impl Turns {
    fn of(file: &CaseFile) -> Turns {
        let moves = file.placements.values();
        let moves = moves.filter_map(|home| Some((home.body.child, home.body.from.exact_day()?)));
        let legal = file.legal.values();
        let legal =
            legal.filter_map(|legal| Some((legal.body.child, legal.body.from.exact_day()?)));
        Turns {
            moves: moves.collect(),
            legal: legal.collect(),
        }
    }

    fn on(&self, entry: &Entry) -> Option<&'static str> {
        let day = entry.when.exact_day()?;
        let changed = |days: &HashSet<(RecordId, NaiveDate)>| {
            entry
                .children
                .iter()
                .any(|child| days.contains(&(*child, day)))
        };
        if changed(&self.moves) {
            return Some("a move");
        }
        changed(&self.legal).then_some("a change of legal status")
    }
}
