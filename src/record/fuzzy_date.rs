//! Dates as people know them: exact, a month, a year, about, before, after, between, not known.
//!
//! A [`FuzzyDate`] keeps what was written, shows it as written, and is ordered by the earliest day that it can mean.

use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A calendar day, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// A day.
    Day(NaiveDate),
    /// A month of a year; months count from 1.
    Month {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// A year.
    Year(i32),
}

impl Part {
    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Part::Day(day) => day,
            Part::Month { year, month } => day_or_min(year, month),
            Part::Year(year) => day_or_min(year, 1),
        }
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let months = match self {
            Part::Day(day) => return day,
            Part::Month { .. } => 1,
            Part::Year(_) => 12,
        };
        let next = self.first_day().checked_add_months(Months::new(months));
        next.and_then(|day| day.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }
}

fn day_or_min(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
}

/// What a written date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reading {
    /// Not known, or written in a way that could not be read.
    Unknown,
    /// On that day, in that month, in that year.
    On(Part),
    /// About then.
    About(Part),
    /// Before it.
    Before(Part),
    /// After it.
    After(Part),
    /// Between the first day of the one and the last day of the other.
    Between(Part, Part),
}

/// A date as written, with its reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FuzzyDate {
    written: String,
    reading: Reading,
    time: Option<NaiveTime>,
    uncertain: bool,
}

impl FuzzyDate {
    /// A date with its reading, shown as `written`. `uncertain` marks a date from memory ("?12/04/2021").
    pub fn new(
        written: impl Into<String>,
        reading: Reading,
        time: Option<NaiveTime>,
        uncertain: bool,
    ) -> FuzzyDate {
        FuzzyDate {
            written: written.into(),
            reading,
            time,
            uncertain,
        }
    }

    /// An exact day, shown as "4 Mar 2021".
    pub fn day(day: NaiveDate) -> FuzzyDate {
        FuzzyDate::new(
            day.format("%-d %b %Y").to_string(),
            Reading::On(Part::Day(day)),
            None,
            false,
        )
    }

    /// A date that nobody knows, or words that could not be read as one. They are kept.
    pub fn unknown(written: impl Into<String>) -> FuzzyDate {
        FuzzyDate::new(written, Reading::Unknown, None, false)
    }

    /// As it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What it means.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// The time of day, when one was written.
    pub fn time(&self) -> Option<NaiveTime> {
        self.time
    }

    /// Whether the writer was not sure.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// The day, when the reading is one day (an uncertain day counts).
    pub fn exact_day(&self) -> Option<NaiveDate> {
        match self.reading {
            Reading::On(Part::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// The earliest day that it can mean; `None` when it has no beginning. "About" reaches half a part to either
    /// side: two weeks for a day, one month for a month, one year for a year.
    pub fn earliest(&self) -> Option<NaiveDate> {
        match self.reading {
            Reading::Unknown | Reading::Before(_) => None,
            Reading::On(part) | Reading::Between(part, _) => Some(part.first_day()),
            Reading::After(part) => part.last_day().succ_opt(),
            Reading::About(part) => Some(widen(part, part.first_day(), false)),
        }
    }

    /// The latest day that it can mean; `None` when it has no end.
    pub fn latest(&self) -> Option<NaiveDate> {
        match self.reading {
            Reading::Unknown | Reading::After(_) => None,
            Reading::On(part) | Reading::Between(_, part) => Some(part.last_day()),
            Reading::Before(part) => part.first_day().pred_opt(),
            Reading::About(part) => Some(widen(part, part.last_day(), true)),
        }
    }

    /// The day by which it is placed in a list or on a band: the beginning of what was written ("about 2019"
    /// stands at 1 January 2019), for "before" the last possible day. `None` when nothing is known.
    pub fn anchor(&self) -> Option<NaiveDate> {
        match self.reading {
            Reading::Unknown => None,
            Reading::On(part) | Reading::About(part) | Reading::Between(part, _) => {
                Some(part.first_day())
            }
            Reading::Before(_) => self.latest(),
            Reading::After(_) => self.earliest(),
        }
    }

    /// The order of a chronology: by anchor, then the time of day, then the narrower reading first; what has no date
    /// stands last. A total order on readings.
    pub fn order(&self, other: &FuzzyDate) -> Ordering {
        let key = |date: &FuzzyDate| {
            (
                date.anchor().is_none(),
                date.anchor(),
                date.latest().unwrap_or(NaiveDate::MAX),
                date.time,
            )
        };
        key(self).cmp(&key(other))
    }

    /// The age in whole years of somebody born on `self` at `then`: youngest and oldest possible, `None` where the
    /// dates leave it open or the person cannot have been born.
    pub fn age_range(&self, then: &FuzzyDate) -> Option<(u32, u32)> {
        let youngest = years_between(self.latest()?, then.earliest()?);
        let oldest = years_between(self.earliest()?, then.latest()?);
        Some((youngest.unwrap_or(0), oldest?))
    }
}

/// Shown as written.
impl fmt::Display for FuzzyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.written)
    }
}

fn widen(part: Part, edge: NaiveDate, later: bool) -> NaiveDate {
    let moved = match (part, later) {
        (Part::Day(_), false) => edge.checked_sub_days(chrono::Days::new(14)),
        (Part::Day(_), true) => edge.checked_add_days(chrono::Days::new(14)),
        (Part::Month { .. }, false) => edge.checked_sub_months(Months::new(1)),
        (Part::Month { .. }, true) => edge.checked_add_months(Months::new(1)),
        (Part::Year(_), false) => edge.checked_sub_months(Months::new(12)),
        (Part::Year(_), true) => edge.checked_add_months(Months::new(12)),
    };
    moved.unwrap_or(edge)
}

/// Whole years from one day to another; `None` when the second is earlier.
fn years_between(born: NaiveDate, then: NaiveDate) -> Option<u32> {
    if then < born {
        return None;
    }
    let had_birthday = (then.month(), then.day()) >= (born.month(), born.day());
    u32::try_from(then.year() - born.year() - i32::from(!had_birthday)).ok()
}
