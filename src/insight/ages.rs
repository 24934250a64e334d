//! How old a child was: in years and months where the days are known, as a range where they are not.

use crate::record::{FuzzyDate, Person};
use chrono::{Datelike, NaiveDate};

/// How old somebody was at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Age {
    /// So many days, under one month.
    Days(u32),
    /// So many whole months.
    Months(u32),
    /// Between these whole years, the youngest and the oldest possible.
    Years(u32, u32),
    /// At most so many whole years; the time has no known beginning.
    UpTo(u32),
    /// At least so many whole years; the time has no known end.
    AtLeast(u32),
    /// The time was before the birth.
    Unborn,
}

/// What people call somebody, and the age on a day: "Kuba 11y2m". In plain letters when `ascii`.
pub fn name_and_age(person: &Person, day: NaiveDate, ascii: bool) -> String {
    let age = person.born.as_ref().and_then(|born| Age::on(born, day));
    match age {
        Some(age) => format!("{} {}", person.short_name(), age.short(ascii)),
        None => person.short_name().to_owned(),
    }
}

impl Age {
    /// The age at `then` of somebody born on `born`; `None` when a date is missing on either side.
    pub fn at(born: &FuzzyDate, then: &FuzzyDate) -> Option<Age> {
        let youngest = born.latest().zip(then.earliest());
        let oldest = born.earliest().zip(then.latest());
        let youngest = youngest.map(|(born, then)| months_between(born, then));
        let oldest = oldest.map(|(born, then)| months_between(born, then));
        Some(match (youngest, oldest) {
            (None, None) => return None,
            (_, Some(None)) => Age::Unborn,
            (Some(youngest), None) => Age::AtLeast(youngest.unwrap_or(0) / 12),
            (None, Some(Some(oldest))) => Age::UpTo(oldest / 12),
            (Some(youngest), Some(Some(oldest))) => match youngest.unwrap_or(0) {
                0 if oldest == 0 => days_between(born, then).map_or(Age::Months(0), Age::Days),
                youngest if youngest == oldest => Age::Months(youngest),
                youngest => Age::Years(youngest / 12, oldest / 12),
            },
        })
    }

    /// The age on a day.
    pub fn on(born: &FuzzyDate, day: NaiveDate) -> Option<Age> {
        Age::at(born, &FuzzyDate::day(day))
    }

    /// In as few letters as can be read: "13d", "5m", "7y4m", "11y", "3–4y". In plain letters when `ascii`.
    pub fn short(self, ascii: bool) -> String {
        let dash = if ascii { '-' } else { '–' };
        match self {
            Age::Days(0) => "<1d".to_owned(),
            Age::Days(days) => format!("{days}d"),
            Age::Months(0) => "<1m".to_owned(),
            Age::Months(months) if months < 12 => format!("{months}m"),
            Age::Months(months) if months % 12 == 0 => format!("{}y", months / 12),
            Age::Months(months) => format!("{}y{}m", months / 12, months % 12),
            Age::Years(_, 0) => "<1y".to_owned(),
            Age::Years(youngest, oldest) if youngest == oldest => format!("{oldest}y"),
            Age::Years(youngest, oldest) => format!("{youngest}{dash}{oldest}y"),
            Age::UpTo(oldest) => format!("to {oldest}y"),
            Age::AtLeast(youngest) => format!("{youngest}y+"),
            Age::Unborn => "unborn".to_owned(),
        }
    }

    /// In words: "13 days", "5 months", "7 years 4 months", "between 3 and 4 years", "not yet born". Months are told up to the
    /// tenth birthday.
    pub fn in_words(self) -> String {
        let count = |n: u32, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        match self {
            Age::Days(0) => "less than a day".to_owned(),
            Age::Days(days) => count(days, "day"),
            Age::Months(0) => "less than a month".to_owned(),
            Age::Months(months) if months < 12 => count(months, "month"),
            Age::Months(months) if months % 12 == 0 || months >= 120 => count(months / 12, "year"),
            Age::Months(months) => {
                format!(
                    "{} {}",
                    count(months / 12, "year"),
                    count(months % 12, "month")
                )
            }
            Age::Years(_, 0) => "under 1 year".to_owned(),
            Age::Years(youngest, oldest) if youngest == oldest => count(oldest, "year"),
            Age::Years(youngest, oldest) => format!("between {youngest} and {oldest} years"),
            Age::UpTo(oldest) => format!("at most {}", count(oldest, "year")),
            Age::AtLeast(youngest) => format!("at least {}", count(youngest, "year")),
            Age::Unborn => "not yet born".to_owned(),
        }
    }
}

/// Days from the birth to a day, when both days are known.
fn days_between(born: &FuzzyDate, then: &FuzzyDate) -> Option<u32> {
    let days = then
        .exact_day()?
        .signed_duration_since(born.exact_day()?)
        .num_days();
    u32::try_from(days).ok()
}

/// Whole months from one day to another; `None` when the second is earlier.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> Option<u32> {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let started = i64::from(to.day() < from.day());
    (to >= from)
        .then(|| u32::try_from(months(to) - months(from) - started).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Part, Reading};
    use proptest::prelude::*;

    fn day(text: &str) -> FuzzyDate {
        FuzzyDate::day(text.parse().unwrap())
    }

    fn shown(born: &FuzzyDate, then: &FuzzyDate) -> String {
        Age::at(born, then).map_or(String::new(), |age| age.short(false))
    }

    #[test]
    fn a_known_day_gives_years_and_months() {
        let born = day("2017-11-02");
        assert_eq!(shown(&born, &day("2018-04-02")), "5m");
        assert_eq!(shown(&born, &day("2018-04-01")), "4m");
        assert_eq!(shown(&born, &day("2021-03-11")), "3y4m");
        assert_eq!(shown(&born, &day("2020-11-02")), "3y");
        assert_eq!(shown(&born, &day("2017-12-02")), "1m");
        assert_eq!(shown(&born, &day("2017-11-15")), "13d");
        assert_eq!(shown(&born, &day("2017-11-02")), "<1d");
        assert_eq!(shown(&born, &day("2009-01-01")), "unborn");
    }

    #[test]
    fn what_is_not_exact_gives_a_range() {
        let born = day("2014-06-14");
        let year = FuzzyDate::of(Reading::On(Part::Year(2018)));
        assert_eq!(shown(&born, &year), "3–4y");
        assert_eq!(Age::at(&born, &year).unwrap().short(true), "3-4y");
        let in_birth_year = FuzzyDate::of(Reading::On(Part::Year(2014)));
        assert_eq!(shown(&born, &in_birth_year), "<1y");
        let born_about = FuzzyDate::of(Reading::On(Part::Year(2010)));
        assert_eq!(shown(&born_about, &day("2020-06-01")), "9–10y");
        let before = FuzzyDate::of(Reading::Before(Part::Year(2020)));
        assert_eq!(shown(&born, &before), "to 5y");
        let after = FuzzyDate::of(Reading::After(Part::Year(2020)));
        assert_eq!(shown(&born, &after), "6y+");
        assert_eq!(shown(&born, &FuzzyDate::unknown("tbc")), "");
    }

    #[test]
    fn words_are_those_that_people_say() {
        let born = day("2014-06-14");
        let said = |then: &FuzzyDate| Age::at(&born, then).unwrap().in_words();
        assert_eq!(said(&day("2014-07-20")), "1 month");
        assert_eq!(said(&day("2014-07-13")), "29 days");
        assert_eq!(said(&day("2014-06-15")), "1 day");
        assert_eq!(said(&day("2014-06-14")), "less than a day");
        assert_eq!(said(&day("2015-06-14")), "1 year");
        assert_eq!(said(&day("2021-10-20")), "7 years 4 months");
        assert_eq!(said(&day("2026-11-23")), "12 years");
        assert_eq!(said(&day("2009-01-01")), "not yet born");
        let year = |year| FuzzyDate::of(Reading::On(Part::Year(year)));
        assert_eq!(said(&year(2018)), "between 3 and 4 years");
        assert_eq!(said(&year(2014)), "under 1 year");
    }

    proptest! {
        #[test]
        fn months_agree_with_the_calendar(from in 0i32..20_000, months in 0u32..1_200) {
            let from = NaiveDate::from_num_days_from_ce_opt(700_000 + from).unwrap();
            let to = from + chrono::Months::new(months);
            let counted = months_between(from, to).unwrap();
            // A month that is too short for the day of birth counts as full only on the day after.
            prop_assert!(counted == months || (to.day() < from.day() && counted + 1 == months));
            prop_assert_eq!(months_between(to, from), (to == from).then_some(0));
        }
    }
}
