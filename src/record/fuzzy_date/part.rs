//! A calendar day, month or year, and the days that it covers.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

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

    /// The earliest day that "about" it reaches: two weeks before a day, one month before a month, one year before
    /// a year.
    pub(super) fn about_from(self) -> NaiveDate {
        let first = self.first_day();
        let moved = match self {
            Part::Day(_) => first.checked_sub_days(chrono::Days::new(14)),
            Part::Month { .. } => first.checked_sub_months(Months::new(1)),
            Part::Year(_) => first.checked_sub_months(Months::new(12)),
        };
        moved.unwrap_or(first)
    }

    /// The latest day that "about" it reaches.
    pub(super) fn about_to(self) -> NaiveDate {
        let first = self.first_day();
        // Counted from the first day: the end of February and one month is the end of March, not the 28th.
        let after = match self {
            Part::Day(_) => first.checked_add_days(chrono::Days::new(15)),
            Part::Month { .. } => first.checked_add_months(Months::new(2)),
            Part::Year(_) => first.checked_add_months(Months::new(24)),
        };
        after
            .and_then(|day| day.pred_opt())
            .unwrap_or_else(|| self.last_day())
    }
}

fn day_or_min(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
}
