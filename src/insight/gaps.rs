//! Gaps: times in which no agency wrote anything down.

use super::outside_life::outside_life;
use crate::page::Section;
use crate::record::{CaseFile, Entry, Record, RecordId};
use chrono::{Months, NaiveDate};

/// A gap is looked into when it is longer than this many months, unless somebody says otherwise.
pub const SIX_MONTHS: u32 = 6;

/// A time between two days with an entry, with none between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last day with an entry before it.
    pub from: NaiveDate,
    /// The first day with an entry after it.
    pub to: NaiveDate,
    /// Days from the one to the other.
    pub days: i64,
    /// The entries on the last day before it.
    pub last_before: Vec<RecordId>,
    /// The entries on the first day after it.
    pub first_after: Vec<RecordId>,
}

impl Gap {
    /// "Gap: nothing is told from 12 Nov 2015 to 21 Sep 2016 (314 days)".
    pub fn in_words(&self) -> String {
        let day = |day: NaiveDate| day.format("%-d %b %Y").to_string();
        let (from, to, days) = (day(self.from), day(self.to), self.days);
        format!("Gap: nothing is told from {from} to {to} ({days} days)")
    }

    /// Its days. `to` is the first of which something is told again.
    pub fn section(&self) -> Section {
        let mut told = Section::default();
        told.hide("from", self.from.to_string());
        told.hide("to", self.to.to_string());
        told.hide("days", self.days);
        told
    }
}

/// The gaps of the family and of each child.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let told = |told: &mut Section, gaps: Vec<Gap>| {
        if gaps.is_empty() {
            told.show(|page| page.say(format!("No gap of {SIX_MONTHS} months or more.")));
        }
        let gaps = gaps.iter().map(|gap| {
            let mut told = gap.section();
            told.show(|page| page.say(gap.in_words()));
            told
        });
        told.each("gaps", gaps);
    };
    let mut all = Section::default();
    all.show(|page| page.heading("The family"));
    told(&mut all, family_gaps(file, SIX_MONTHS, day));
    let children = file.children().into_iter().map(|child| {
        let name = child.body.short_name();
        let mut of_child = Section::titled(name);
        of_child.hide("name", name);
        let gaps = child_gaps(file, child.id(), SIX_MONTHS, day);
        told(&mut of_child, gaps);
        of_child
    });
    all.each("children", children);
    all
}

/// Gaps of the whole family, longer than `months`. Only entries that name a day make the edge of a gap (an uncertain
/// day counts); entries outside the lives of all whom they concern, or ahead of `today`, do not.
pub fn family_gaps(file: &CaseFile, months: u32, today: NaiveDate) -> Vec<Gap> {
    gaps_among(days(file, None, today), months)
}

/// Gaps in what was written down about one child.
pub fn child_gaps(file: &CaseFile, child: RecordId, months: u32, today: NaiveDate) -> Vec<Gap> {
    gaps_among(days(file, Some(child), today), months)
}

fn days(file: &CaseFile, child: Option<RecordId>, today: NaiveDate) -> Vec<(NaiveDate, RecordId)> {
    let entries = file.entries.values();
    let of_child =
        entries.filter(|entry| child.is_none_or(|child| entry.body.children.contains(&child)));
    of_child
        .filter(|entry| is_within_a_life(file, entry, child, today))
        .filter_map(|entry| Some((entry.body.when.exact_day()?, entry.id())))
        .collect()
}

/// Whether the day can be right for at least one of the children concerned.
fn is_within_a_life(
    file: &CaseFile,
    entry: &Record<Entry>,
    child: Option<RecordId>,
    today: NaiveDate,
) -> bool {
    let when = &entry.body.when;
    if !outside_life(when, [], today).is_empty() {
        return false;
    }
    let concerned = entry.body.children.iter();
    let concerned = concerned.filter(|id| child.is_none_or(|child| child == **id));
    let mut concerned = concerned
        .filter_map(|id| file.people.get(id))
        .map(|person| outside_life(when, [(person.id(), &person.body)], today).is_empty())
        .peekable();
    concerned.peek().is_none() || concerned.any(|fits| fits)
}

/// Gaps longer than `months` among days in any order.
pub fn gaps_among(mut days: Vec<(NaiveDate, RecordId)>, months: u32) -> Vec<Gap> {
    days.sort_unstable();
    let mut gaps = Vec::new();
    let on_same_day: Vec<_> = days.chunk_by(|a, b| a.0 == b.0).collect();
    for pair in on_same_day.windows(2) {
        let [before, after] = pair else { continue };
        let (Some((from, _)), Some((to, _))) = (before.first(), after.first()) else {
            continue;
        };
        let long = from
            .checked_add_months(Months::new(months))
            .is_some_and(|limit| *to > limit);
        if long {
            gaps.push(Gap {
                from: *from,
                to: *to,
                days: to.signed_duration_since(*from).num_days(),
                last_before: before.iter().map(|(_, id)| *id).collect(),
                first_after: after.iter().map(|(_, id)| *id).collect(),
            });
        }
    }
    gaps
}

#[cfg(test)]
mod tests;
