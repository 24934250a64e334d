//! What is open in a case: accounts that differ, questions from imports, rows without a date, events that may be told
//! twice, gaps. Questions, not errors: each says what was found and where to look.

use super::contradictions::Contradiction;
use super::duplicates::Pair;
use super::gaps::{SIX_MONTHS, family_gaps};
use super::spans::span;
use super::words::day_in_words;
use crate::record::{AccountId, CaseFile, RecordId};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What kind of question; the order is that in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenPointKind {
    /// Accounts differ.
    Differ,
    /// An imported row left a question.
    Question,
    /// An entry has no date.
    Undated,
    /// Two entries may tell the same event.
    SameEvent,
    /// Nobody wrote for a long time.
    Gap,
}

impl OpenPointKind {
    /// In one or two words.
    pub fn words(self) -> &'static str {
        match self {
            OpenPointKind::Differ => "differ",
            OpenPointKind::Question => "question",
            OpenPointKind::Undated => "no date",
            OpenPointKind::SameEvent => "told twice?",
            OpenPointKind::Gap => "gap",
        }
    }
}

/// Something open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What kind.
    pub kind: OpenPointKind,
    /// The question in a sentence.
    pub text: String,
    /// The entry at which to look.
    pub entry: RecordId,
}

/// Everything that is open, kind after kind, within a kind in order of time. `differing` and `offered` are what
/// [`contradictions`](super::contradictions::find) and [`duplicates`](super::duplicates::find) found.
pub fn open_points(
    file: &CaseFile,
    differing: &[Contradiction],
    offered: &[Pair],
    today: NaiveDate,
) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut add = |kind, text: String, entry| points.push(Point { kind, text, entry });
    for found in differing {
        if let Some(claim) = found.claims.first() {
            let when = file
                .entries
                .get(&claim.entry)
                .map(|entry| entry.body.when.in_short());
            let when = when.filter(|when| !when.is_empty());
            let when = when.map_or(String::new(), |when| format!("{when}: "));
            add(
                OpenPointKind::Differ,
                format!("{when}{}", found.text),
                claim.entry,
            );
        }
    }
    let chronology = file.chronology();
    let mut entry_of: HashMap<AccountId, RecordId> = HashMap::new();
    for entry in &chronology {
        for account in &entry.body.accounts {
            entry_of.insert(account.id, entry.id());
            for doubt in account.open_doubts() {
                let when = account.when.in_short();
                add(
                    OpenPointKind::Question,
                    format!("{when}: {}", doubt.text),
                    entry.id(),
                );
            }
        }
        if entry.body.lacks_date() {
            add(
                OpenPointKind::Undated,
                entry.body.in_short().to_owned(),
                entry.id(),
            );
        }
    }
    for pair in offered {
        let entries = entry_of.get(&pair.one).zip(entry_of.get(&pair.other));
        if let Some((one, other)) = entries.filter(|(one, other)| one != other) {
            let said = |id: &RecordId| {
                file.entries
                    .get(id)
                    .map_or("", |entry| entry.body.in_short())
            };
            let when = file
                .entries
                .get(one)
                .map_or(String::new(), |entry| entry.body.when.in_short());
            add(
                OpenPointKind::SameEvent,
                format!("{when}: {} / {}", said(one), said(other)),
                *one,
            );
        }
    }
    for gap in family_gaps(file, SIX_MONTHS, today) {
        let text = format!(
            "Nothing for {} from {} to {}",
            span(gap.from, gap.to),
            day_in_words(gap.from),
            day_in_words(gap.to)
        );
        if let Some(entry) = gap.first_after.first() {
            add(OpenPointKind::Gap, text, *entry);
        }
    }
    points.sort_by_key(|point| point.kind);
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::contradictions;
    use crate::insight::duplicates;
    use crate::insight::made_up::{MadeUp, day};
    use crate::record::{Body, Doubt, DoubtKind};

    #[test]
    fn each_open_thing_leads_to_its_entry() {
        let mut family = MadeUp::new();
        let ava = family.child("Ava", "4 Mar 2019");
        family.told(&[ava], "s.csv", "School", "2 Mar 2024", "Ava sang.");
        family.told(&[ava], "s.csv", "School", "2 Nov 2024", "Ava ran.");
        family.told(&[ava], "s.csv", "School", "", "Ava read.");
        let mut account = family.account("s.csv", "School", "31/02/2021", "Ava slept.");
        if let Some(origin) = &mut account.origin {
            origin.doubts.push(Doubt {
                kind: DoubtKind::NoSuchDay,
                text: "There is no 31 February.".into(),
                settled: false,
            });
        }
        let asked = family.entry(&[ava], vec![account]);
        let told = family.all_told();
        let differing = contradictions::find(&told, &family.family());
        let offered = duplicates::find(&told, &family.family(), std::iter::empty());
        let points = open_points(&family.file, &differing, &offered, day("2026-11-23"));
        let said: Vec<(OpenPointKind, &str)> = points
            .iter()
            .map(|point| (point.kind, point.text.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (
                    OpenPointKind::Question,
                    "31/02/2021: There is no 31 February."
                ),
                (OpenPointKind::Undated, "Ava read."),
                (
                    OpenPointKind::Gap,
                    "Nothing for 8m from 2 March 2024 to 2 November 2024"
                ),
            ]
        );
        assert_eq!(points[0].entry, asked);
        let mut settled = family.file.entries[&asked].clone();
        settled.body.accounts[0].origin.as_mut().unwrap().doubts[0].settled = true;
        let settled = family.written(asked, "2026-11-23", 2, Body::Entry(settled.body));
        family.file.apply(settled);
        let points = open_points(&family.file, &[], &[], day("2026-11-23"));
        assert!(
            points
                .iter()
                .all(|point| point.kind != OpenPointKind::Question)
        );
    }
}
