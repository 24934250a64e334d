//! Why a written date could not be read: one sentence, with what to do.

use chrono::{NaiveDate, Weekday};
use thiserror::Error;

/// Why a written date could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateProblem {
    /// Nothing was written.
    #[error("No date was written. Write a day, a month or a year, or \"not known\".")]
    Empty,
    /// The day is not in the calendar.
    #[error("{}", no_such_day(written, *month_first))]
    NoSuchDay {
        /// The date as written.
        written: String,
        /// The day that it would be if the month stood first, as in the United States.
        month_first: Option<NaiveDate>,
    },
    /// The weekday that was written is not the weekday of that date.
    #[error(
        "\"{written}\" is a {}, not a {}. Check which is wrong: the weekday, the day, the month or the year.",
        weekday_name(*falls_on), weekday_name(*weekday)
    )]
    WeekdayDoesNotFit {
        /// The date as written.
        written: String,
        /// The weekday that was written.
        weekday: Weekday,
        /// The weekday on which the date falls.
        falls_on: Weekday,
        /// The date without its weekday.
        date: NaiveDate,
    },
    /// The end of a range lies before its beginning.
    #[error("\"{written}\" ends before it begins. Write the earlier date first.")]
    EndsBeforeItBegins {
        /// The range as written.
        written: String,
    },
    /// The words could not be read as a date.
    #[error(
        "\"{written}\" could not be read as a date. Write for example 3/11/2026, March 2021, about 2019, between 3 and 10 May 2022, or \"not known\"."
    )]
    NotADate {
        /// The words as written.
        written: String,
    },
}

fn no_such_day(written: &str, month_first: Option<NaiveDate>) -> String {
    match month_first {
        None => format!(
            "\"{written}\" names a day that is not in the calendar. Write the day that is meant, or only the month."
        ),
        Some(day) => format!(
            "\"{written}\" names a day that is not in the calendar, unless the month stands first. If {} is meant, write {}.",
            day.format("%-d %B %Y"),
            day.format("%d/%m/%Y")
        ),
    }
}

/// The weekday's English name.
fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
