//! The caseload: a row a child, who needs someone first and why.
//!
//! Everything comes from the lines kept beside the cases, so that ten thousand cases are sorted without being opened.
//! A rank is never a score: the reasons stand beside it in words.

mod drift;
mod line;
mod reasons;
mod workers;

pub use drift::{since_supervision, this_week};
pub use workers::{Worker, by_worker};

pub use reasons::{Reason, reasons};

use super::folding::folded;
use super::search::Needle;
use super::zones::clock::Clock;
use crate::practice::attention;
use crate::record::{CaseLine, ChildLine};
use chrono::{Datelike, NaiveDate};

/// A row: the case and the child by their place in the caseload; a family without children has one row of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which case.
    pub case: usize,
    /// Which of its children.
    pub child: Option<usize>,
}

impl Row {
    /// The case and the child that the row stands for.
    pub fn of(self, cases: &[CaseLine]) -> Option<(&CaseLine, Option<&ChildLine>)> {
        let case = cases.get(self.case)?;
        let child = self.child.and_then(|child| case.children.get(child));
        Some((case, child))
    }
}

/// The orders of the caseload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Who needs someone first.
    #[default]
    Need,
    /// By zone, the most concern first, then the longest in it.
    Zone,
    /// The longest in the zone first.
    InZone,
    /// By the child's name.
    Name,
    /// The youngest first.
    Age,
    /// The longest without an entry first.
    LastEntry,
    /// By the family's name, brothers and sisters together.
    Family,
}

impl Sort {
    /// The next order, round and round.
    pub fn next(self) -> Sort {
        match self {
            Sort::Need => Sort::Zone,
            Sort::Zone => Sort::InZone,
            Sort::InZone => Sort::Name,
            Sort::Name => Sort::Age,
            Sort::Age => Sort::LastEntry,
            Sort::LastEntry => Sort::Family,
            Sort::Family => Sort::Need,
        }
    }

    /// What it sorts by, in words.
    pub fn words(self) -> &'static str {
        match self {
            Sort::Need => "who needs someone first",
            Sort::Zone => "zone, most concern first",
            Sort::InZone => "time in zone, longest first",
            Sort::Name => "name",
            Sort::Age => "age, youngest first",
            Sort::LastEntry => "last entry, longest ago first",
            Sort::Family => "family",
        }
    }
}

/// The rows in this order, those that the words stand in. Closed cases come last whatever the order.
pub fn rows(cases: &[CaseLine], sort: Sort, words: &Needle, today: NaiveDate) -> Vec<Row> {
    let all = cases.iter().enumerate().flat_map(|(at, case)| {
        let childless = case.children.is_empty().then_some(None);
        let children = (0..case.children.len()).map(Some);
        childless
            .into_iter()
            .chain(children)
            .map(move |child| Row { case: at, child })
    });
    let mut rows: Vec<(Place, Row)> = all
        .filter_map(|row| {
            let (case, child) = row.of(cases)?;
            has_words(case, child, words, today).then(|| (place(case, child, sort, today), row))
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Whether the words stand in what the row tells.
fn has_words(case: &CaseLine, child: Option<&ChildLine>, words: &Needle, today: NaiveDate) -> bool {
    if words.is_empty() {
        return true;
    }
    let of_child = child.map(|child| [&child.name, &child.short_name, &child.lives, &child.legal]);
    let of_case = [case.name.as_str(), case.worker.as_str()];
    let texts = of_child.into_iter().flatten().map(String::as_str);
    let zone = child.and_then(|child| Clock::on(&child.zones, today));
    let zone = zone.map(|clock| clock.zone.word());
    words.all_in(texts.chain(of_case).chain(zone))
}

/// Where a row stands: closed cases last, then what the order asks for, then the names. What is alike in all stays in
/// the order of the store.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    closed: bool,
    rank: u8,
    days: i64,
    names: (String, String),
}

fn place(case: &CaseLine, child: Option<&ChildLine>, sort: Sort, today: NaiveDate) -> Place {
    let name = child.map_or(String::new(), |child| folded(&child.short_name));
    let family = folded(&case.name);
    let (rank, days, names) = match sort {
        Sort::Need => {
            let rank = reasons(case, child, today)
                .first()
                .map_or(u8::MAX, Reason::rank);
            (rank, youngest_first(child), (family, String::new()))
        }
        Sort::Zone | Sort::InZone => {
            let clock = child.and_then(|child| Clock::on(&child.zones, today));
            let rank = match (sort, &clock) {
                (_, None) => u8::MAX,
                (Sort::Zone, Some(clock)) => u8::MAX - 1 - clock.zone as u8,
                _ => 0,
            };
            let since = clock.map_or(0, |clock| i64::from(clock.since.num_days_from_ce()));
            (rank, since, (family, name))
        }
        Sort::Name => (u8::from(child.is_none()), 0, (name, family)),
        Sort::Age => (
            u8::from(child.is_none()),
            youngest_first(child),
            (family, name),
        ),
        Sort::LastEntry => (0, last_entry(case), (family, String::new())),
        Sort::Family => (0, 0, (family, String::new())),
    };
    Place {
        closed: case.closed,
        rank,
        days,
        names,
    }
}

/// The youngest first; a child whose birth is not recorded stands before all, because nobody can tell.
fn youngest_first(child: Option<&ChildLine>) -> i64 {
    let born = child.and_then(|child| child.born.as_ref()?.anchor());
    born.map_or(i64::MIN, |born| -i64::from(born.num_days_from_ce()))
}

/// The longest ago first, a chronology without a day before all.
fn last_entry(case: &CaseLine) -> i64 {
    case.last_entry
        .map_or(i64::MIN, |day| i64::from(day.num_days_from_ce()))
}

/// Whether nobody has written of an event for so long that the caseload says so.
fn is_quiet(last: NaiveDate, today: NaiveDate) -> bool {
    (today - last).num_days() > i64::from(attention().quiet_weeks) * 7
}

#[cfg(test)]
mod tests;
