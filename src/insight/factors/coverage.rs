//! What a finding rests on: which sources, how many, and how old. A single source or an old one is no fault; it is where
//! to look next.

use crate::insight::ages::months_between;
use crate::insight::words::day_in_words;
use crate::practice::source_kinds;
use crate::record::{CaseFile, FactorFinding, Record, SIX_MONTHS};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many stand behind a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Support {
    /// Nothing is named.
    None,
    /// One source, or evidence of which nobody said whose it is.
    Single,
    /// More than one.
    Several,
}

/// What a cell rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// How many.
    pub support: Support,
    /// The sources by name.
    pub sources: Vec<String>,
    /// The day that the latest finding speaks for.
    pub day: NaiveDate,
    /// Whether that was six months ago or more.
    pub is_old: bool,
}

impl Coverage {
    /// What findings rest on, the latest first. Earlier ones count as sources as far as they say the same without a
    /// break.
    pub(super) fn of(
        file: &CaseFile,
        found: &[&Record<FactorFinding>],
        today: NaiveDate,
    ) -> Coverage {
        let mut sources = BTreeSet::new();
        let mut unnamed = false;
        let status = found.first().map(|latest| latest.body.status);
        let same = found
            .iter()
            .take_while(|found| Some(found.body.status) == status);
        for found in same {
            let named = sources_of(file, &found.body);
            unnamed |= named.is_empty() && !found.body.evidence.trim().is_empty();
            sources.extend(named);
        }
        let day = found.first().map_or(today, |latest| day_of(latest));
        Coverage {
            support: match sources.len() {
                0 if unnamed => Support::Single,
                0 => Support::None,
                1 => Support::Single,
                _ => Support::Several,
            },
            sources: sources.into_iter().collect(),
            day,
            is_old: months_between(day, today).is_some_and(|months| months >= SIX_MONTHS),
        }
    }

    /// In words: "One source. From 21 February 2021: older than six months."
    pub fn in_words(&self) -> String {
        let day = day_in_words(self.day);
        let support = match (self.support, self.sources.as_slice()) {
            (Support::None, _) => "No evidence is named.".to_owned(),
            (Support::Single, []) => "Evidence, but nobody said whose.".to_owned(),
            (Support::Single, sources) => format!("One source: {}.", sources.join(", ")),
            (Support::Several, sources) => format!("Sources: {}.", sources.join("; ")),
        };
        match self.is_old {
            true => format!("{support} From {day}, six months ago or more."),
            false => format!("{support} From {day}."),
        }
    }
}

/// The day that a finding speaks for; the day of writing when it names none.
pub(super) fn day_of(found: &Record<FactorFinding>) -> NaiveDate {
    let day = found.body.on.as_ref().and_then(|on| on.anchor());
    day.unwrap_or_else(|| found.meta.recorded_at.date_naive())
}

/// Who stands behind a finding: who said it, else the kind of source, and whoever told its entries.
fn sources_of(file: &CaseFile, found: &FactorFinding) -> BTreeSet<String> {
    let kind = source_kinds()
        .iter()
        .find(|kind| kind.id == found.source_kind)
        .map_or(found.source_kind.trim(), |kind| &kind.name);
    let own = match found.said_by.trim() {
        "" => kind,
        said_by => said_by,
    };
    let entries = found.entries.iter().filter_map(|id| file.entries.get(id));
    let told = entries.flat_map(|entry| &entry.body.accounts);
    let told = told.map(|account| account.source.trim());
    told.chain([own])
        .filter(|source| !source.is_empty())
        .map(str::to_owned)
        .collect()
}
