//! What the chronology pane leaves standing when it is filtered.

use super::folding::folded;
use super::search::{Needle, texts_of};
use crate::practice::Zone;
use crate::record::fields::Fields;
use crate::record::{CaseFile, Entry, Record, RecordId, RecordKind, Significance};
use chrono::NaiveDate;

/// A filter on the chronology. An empty field lets everything through; the fields that are set must all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChronologyFilter {
    /// Words and phrases in any text of the entry.
    pub words: Needle,
    /// Any of these themes.
    pub themes: Vec<String>,
    /// Any account from this source: its kind's id, or part of what it is called.
    pub source: Option<String>,
    /// This person is involved, as a child concerned or otherwise.
    pub person: Option<RecordId>,
    /// It concerns this child.
    pub child: Option<RecordId>,
    /// It speaks for one of these zones.
    pub zones: Vec<Zone>,
    /// It may have happened within this period, both days included; an entry without a date never has.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// It weighs at least this much.
    pub at_least: Option<Significance>,
    /// Only entries with a question that nobody has answered yet.
    pub only_doubts: bool,
    /// Only entries told by more than one account.
    pub only_joined: bool,
}

impl ChronologyFilter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == ChronologyFilter::default()
    }

    /// The entries that it leaves standing, in order of time.
    pub fn entries<'a>(&self, file: &'a CaseFile) -> Vec<&'a Record<Entry>> {
        let mut entries = file.chronology();
        entries.retain(|entry| self.shows(&entry.body));
        entries
    }

    /// Whether an entry stands.
    pub fn shows(&self, entry: &Entry) -> bool {
        let person_involved =
            |person| entry.children.contains(&person) || entry.people.contains(&person);
        (self.themes.is_empty() || self.themes.iter().any(|theme| entry.themes.contains(theme)))
            && self.person.is_none_or(person_involved)
            && self
                .child
                .is_none_or(|child| entry.children.contains(&child))
            && (self.zones.is_empty() || entry.zone.is_some_and(|zone| self.zones.contains(&zone)))
            && self
                .at_least
                .is_none_or(|least| entry.significance >= least)
            && (!self.only_joined || entry.accounts.len() > 1)
            && (!self.only_doubts || entry.open_questions() > 0)
            && self.period.is_none_or(|period| may_fall_in(entry, period))
            && self
                .source
                .as_deref()
                .is_none_or(|source| is_told_by(entry, source))
            && (self.words.is_empty() || self.stands_in(entry))
    }

    fn stands_in(&self, entry: &Entry) -> bool {
        let texts = texts_of(RecordKind::Entry, entry.values());
        self.words
            .all_in(texts.iter().map(|(_, text)| text.as_ref()))
    }
}

fn may_fall_in(entry: &Entry, (from, to): (NaiveDate, NaiveDate)) -> bool {
    let when = &entry.when;
    when.anchor().is_some()
        && when.earliest().is_none_or(|earliest| earliest <= to)
        && when.latest().is_none_or(|latest| latest >= from)
}

fn is_told_by(entry: &Entry, source: &str) -> bool {
    let part = folded(source);
    entry
        .accounts
        .iter()
        .any(|account| account.source_kind == source || folded(&account.source).contains(&part))
}

#[cfg(test)]
mod tests;
