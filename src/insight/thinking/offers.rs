//! What the chronology offers to be curious about by itself: its gaps, and the places where accounts differ. An offer goes
//! away when somebody takes it up or lets it go; each is known by a key that stays the same from day to day.

use crate::insight::contradictions::Contradiction;
use crate::insight::gaps::{SIX_MONTHS, family_gaps};
use crate::insight::spans::span;
use crate::insight::words::day_in_words;
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;

/// Something to be curious about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// By which it is known again.
    pub key: String,
    /// What there is to ask.
    pub asks: String,
    /// The entries that it comes from.
    pub entries: Vec<RecordId>,
    /// The children it is about.
    pub people: Vec<RecordId>,
}

const GAP: &str = "gap ";
const DIFFER: &str = "differ ";

impl Offer {
    /// Where a curiosity came from, in words, by its key.
    pub fn from_where(key: &str) -> &'static str {
        match key {
            key if key.starts_with(GAP) => "a gap of the chronology",
            key if key.starts_with(DIFFER) => "accounts that differ",
            _ => "somebody thought of it",
        }
    }
}

/// What is offered and nobody has taken up yet: gaps in order of time, then differences. `differing` is what
/// [`contradictions`](crate::insight::contradictions::find) found.
pub fn offers(file: &CaseFile, differing: &[Contradiction], today: NaiveDate) -> Vec<Offer> {
    let gaps = family_gaps(file, SIX_MONTHS, today).into_iter().map(|gap| {
        let entries: Vec<RecordId> = gap
            .last_before
            .iter()
            .chain(&gap.first_after)
            .copied()
            .collect();
        Offer {
            key: format!("{GAP}{}", gap.from),
            asks: format!(
                "What happened from {} to {}? Nobody wrote anything for {}.",
                day_in_words(gap.from),
                day_in_words(gap.to),
                span(gap.from, gap.to)
            ),
            people: children_of(file, &entries),
            entries,
        }
    });
    let differing = differing.iter().map(|found| {
        let claims = found.claims.iter().map(|claim| claim.entry);
        let mut entries: Vec<RecordId> = claims.collect();
        entries.dedup();
        // Accounts keep their ids when entries are joined, so the key does not change with them.
        let mut accounts: Vec<String> = found
            .claims
            .iter()
            .map(|claim| claim.account.to_string())
            .collect();
        accounts.sort();
        let when = entries.first().and_then(|id| file.entries.get(id));
        let when = when.map_or_else(String::new, |entry| {
            format!("{}: ", entry.body.when.in_short())
        });
        Offer {
            key: format!("{DIFFER}{} {}", found.about.id(), accounts.join(" ")),
            asks: format!("{when}{} What would explain that?", found.text),
            people: children_of(file, &entries),
            entries,
        }
    });
    let taken = |offer: &Offer| {
        file.curiosities
            .values()
            .any(|asked| asked.body.offered == offer.key)
    };
    gaps.chain(differing)
        .filter(|offer| !taken(offer))
        .collect()
}

fn children_of(file: &CaseFile, entries: &[RecordId]) -> Vec<RecordId> {
    let mut children = Vec::new();
    for entry in entries.iter().filter_map(|id| file.entries.get(id)) {
        for child in &entry.body.children {
            if !children.contains(child) {
                children.push(*child);
            }
        }
    }
    children
}
