//! Dates as people know them: exact, a month, a year, about, before, after, between, not known.
//!
//! A [`FuzzyDate`] keeps what was written, shows it as written, and is ordered by the earliest day that it can mean.

mod clock;
mod parse;
mod part;
mod partial;
mod problem;
#[cfg(test)]
mod properties;
mod relative;
mod span;
#[cfg(test)]
mod tests;
mod words;

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

pub use parse::DateOrder;
pub use part::Part;
pub use problem::DateProblem;

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

impl Default for FuzzyDate {
    /// Nothing is written.
    fn default() -> FuzzyDate {
        FuzzyDate::unknown("")
    }
}

impl FuzzyDate {
    /// A date with its reading, shown as `written`. `uncertain` marks a date from memory ("?12/04/2021").
    pub fn new(
        written: impl Into<String>,
        reading: Reading,
        time: Option<NaiveTime>,
        uncertain: bool,
    ) -> FuzzyDate {
        let reading = forwards(reading);
        FuzzyDate {
            written: written.into(),
            reading,
            time,
            uncertain,
        }
    }

    /// An exact day, shown as "4 Mar 2021".
    pub fn day(day: NaiveDate) -> FuzzyDate {
        FuzzyDate::of(Reading::On(Part::Day(day)))
    }

    /// A date that nobody wrote, in the words in which it would be written ("about Mar 2021").
    pub fn of(reading: Reading) -> FuzzyDate {
        let reading = forwards(reading);
        FuzzyDate::new(words::in_words(reading, None, false), reading, None, false)
    }

    /// A date that nobody knows, or words that could not be read as one. They are kept.
    pub fn unknown(written: impl Into<String>) -> FuzzyDate {
        FuzzyDate::new(written, Reading::Unknown, None, false)
    }

    /// As it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// In the same form for every source, so that the eye can follow down a list: a day, a month or a year written out
    /// ("4 Mar 2021"), with "?" where the writer was not sure; anything else as it was written.
    pub fn in_short(&self) -> String {
        match self.reading {
            Reading::On(_) => words::in_words(self.reading, None, self.uncertain),
            _ => self.written.clone(),
        }
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
            Reading::About(part) => Some(part.about_from()),
        }
    }

    /// The latest day that it can mean; `None` when it has no end.
    pub fn latest(&self) -> Option<NaiveDate> {
        match self.reading {
            Reading::Unknown | Reading::After(_) => None,
            Reading::On(part) | Reading::Between(_, part) => Some(part.last_day()),
            Reading::Before(part) => part.first_day().pred_opt(),
            Reading::About(part) => Some(part.about_to()),
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

    /// The order of a chronology: by anchor, then the narrower reading first, then the time of day; what has no date
    /// stands last. A total order on readings.
    pub fn order(&self, other: &FuzzyDate) -> Ordering {
        let key = |date: &FuzzyDate| {
            let anchor = date.anchor();
            (
                anchor.is_none(),
                anchor,
                date.latest().unwrap_or(NaiveDate::MAX),
                date.time,
            )
        };
        key(self).cmp(&key(other))
    }

    /// Whether both can mean the same day: a year and a day in it, but not two days.
    pub fn can_equal(&self, other: &FuzzyDate) -> bool {
        let before = |one: &FuzzyDate, other: &FuzzyDate| {
            let days = one.latest().zip(other.earliest());
            days.is_some_and(|(latest, earliest)| latest < earliest)
        };
        !before(self, other) && !before(other, self)
    }

    /// Whether it leaves fewer days open than the other.
    pub fn is_more_exact_than(&self, other: &FuzzyDate) -> bool {
        let days = |date: &FuzzyDate| Some(date.latest()? - date.earliest()?);
        match (days(self), days(other)) {
            (Some(one), Some(other)) => one < other,
            (one, other) => one.is_some() && other.is_none(),
        }
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

/// A range always runs forwards, so that the earliest day is never after the latest.
fn forwards(reading: Reading) -> Reading {
    match reading {
        Reading::Between(from, to) if to.last_day() < from.first_day() => {
            Reading::Between(to, from)
        }
        forwards => forwards,
    }
}

/// Whole years from one day to another; `None` when the second is earlier.
fn years_between(born: NaiveDate, then: NaiveDate) -> Option<u32> {
    if then < born {
        return None;
    }
    let had_birthday = (then.month(), then.day()) >= (born.month(), born.day());
    u32::try_from(then.year() - born.year() - i32::from(!had_birthday)).ok()
}
