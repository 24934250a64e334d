//! How old somebody was at an event, in as few letters or as plain words as the dates allow.

use crate::record::FuzzyDate;
use chrono::{Datelike, NaiveDate};

/// An age, as exactly as the dates tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// A date is missing or leaves it open.
    NotKnown,
    /// The event was before the birth.
    Unborn,
    /// Both days are known.
    Exact {
        /// Whole years.
        years: u32,
        /// Whole months beyond them.
        months: u32,
        /// Days beyond them.
        days: u32,
    },
    /// Whole years, youngest and oldest possible.
    Years(u32, u32),
}

impl Age {
    /// The age at `then` of somebody born on `born`.
    pub fn at(born: Option<&FuzzyDate>, then: &FuzzyDate) -> Age {
        let Some(born) = born else {
            return Age::NotKnown;
        };
        if let (Some(latest), Some(earliest)) = (then.latest(), born.earliest())
            && latest < earliest
        {
            return Age::Unborn;
        }
        if let (Some(born), Some(then)) = (born.exact_day(), then.exact_day()) {
            return exact(born, then);
        }
        match born.age_range(then) {
            Some((youngest, oldest)) => Age::Years(youngest, oldest),
            None => Age::NotKnown,
        }
    }

    /// The age on a day.
    pub fn on(born: Option<&FuzzyDate>, day: NaiveDate) -> Age {
        Age::at(born, &FuzzyDate::day(day))
    }

    /// For narrow places: "9d", "5m", "4y1m", "11y", "15-16y", "unborn"; empty when not known. Months are told up to
    /// the tenth birthday.
    pub fn short(self) -> String {
        match self {
            Age::NotKnown => String::new(),
            Age::Unborn => "unborn".to_owned(),
            Age::Exact {
                years: 0,
                months: 0,
                days,
            } => format!("{days}d"),
            Age::Exact {
                years: 0, months, ..
            } => format!("{months}m"),
            Age::Exact { years, months, .. } if years < 10 && months > 0 => {
                format!("{years}y{months}m")
            }
            Age::Exact { years, .. } => format!("{years}y"),
            Age::Years(youngest, oldest) if youngest == oldest => format!("{youngest}y"),
            Age::Years(youngest, oldest) => format!("{youngest}-{oldest}y"),
        }
    }

    /// In words: "9 days", "5 months", "4 years 1 month", "11", "between 15 and 16", "not yet born".
    pub fn in_words(self) -> String {
        let count = |n: u32, one: &str| {
            if n == 1 {
                format!("1 {one}")
            } else {
                format!("{n} {one}s")
            }
        };
        match self {
            Age::NotKnown => "age not known".to_owned(),
            Age::Unborn => "not yet born".to_owned(),
            Age::Exact {
                years: 0,
                months: 0,
                days,
            } => count(days, "day"),
            Age::Exact {
                years: 0, months, ..
            } => count(months, "month"),
            Age::Exact { years, months, .. } if years < 10 && months > 0 => {
                format!("{} {}", count(years, "year"), count(months, "month"))
            }
            Age::Exact { years, .. } => count(years, "year"),
            Age::Years(0, 0) => "under 1 year".to_owned(),
            Age::Years(youngest, oldest) if youngest == oldest => count(youngest, "year"),
            Age::Years(youngest, oldest) => format!("between {youngest} and {oldest} years"),
        }
    }
}

fn exact(born: NaiveDate, then: NaiveDate) -> Age {
    let months_between =
        (then.year() - born.year()) * 12 + then.month() as i32 - born.month() as i32;
    let whole = u32::try_from(months_between - i32::from(then.day() < born.day())).unwrap_or(0);
    let last_month_day = born
        .checked_add_months(chrono::Months::new(whole))
        .unwrap_or(then);
    Age::Exact {
        years: whole / 12,
        months: whole % 12,
        days: u32::try_from((then - last_month_day).num_days()).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> FuzzyDate {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        FuzzyDate::parse(text, today).unwrap()
    }

    fn age(born: &str, then: &str) -> Age {
        Age::at(Some(&date(born)), &date(then))
    }

    #[test]
    fn ages_read_as_people_say_them() {
        for (born, then, short, words) in [
            ("14/11/2026", "23/11/2026", "9d", "9 days"),
            ("14/6/2026", "23/11/2026", "5m", "5 months"),
            ("8/10/2022", "23/11/2026", "4y1m", "4 years 1 month"),
            ("23/11/2019", "23/11/2026", "7y", "7 years"),
            ("29/8/2015", "23/11/2026", "11y", "11 years"),
            ("2010", "23/11/2026", "15-16y", "between 15 and 16 years"),
            ("14/6/2014", "2016", "1-2y", "between 1 and 2 years"),
            ("14/6/2014", "aug 2014", "0y", "under 1 year"),
            ("14/6/2014", "2009", "unborn", "not yet born"),
            ("9/2/2027", "23/11/2026", "unborn", "not yet born"),
        ] {
            let age = age(born, then);
            assert_eq!(
                (age.short().as_str(), age.in_words().as_str()),
                (short, words),
                "{born} {then}"
            );
        }
        assert_eq!(
            Age::on(None, date("3/11/2026").exact_day().unwrap()).short(),
            ""
        );
    }

    #[test]
    fn a_birthday_at_the_end_of_a_month_and_on_a_leap_day_counts_from_that_day() {
        assert_eq!(age("31/1/2026", "28/2/2026").short(), "28d");
        assert_eq!(age("31/1/2026", "1/3/2026").short(), "1m");
        assert_eq!(age("29/2/2024", "28/2/2026").short(), "1y11m");
        assert_eq!(age("29/2/2024", "1/3/2026").short(), "2y");
    }
}
