//! Working days: Monday to Friday without the bank holidays of a nation, from `content/bank_holidays_england.toml`.
//!
//! The day of the event is day 0; the first working day after it is day 1 (annexes C).

use super::timescales::Nation;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

/// The bank holidays of some nations, for the years that are known.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    nations: Vec<Nation>,
    /// Where they come from.
    pub source: String,
    /// How far they were checked.
    pub check: String,
    year: Vec<Year>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    days: Vec<NaiveDate>,
}

static HOLIDAYS: LazyLock<Holidays> = LazyLock::new(|| {
    toml::from_str(include_str!("content/bank_holidays_england.toml")).unwrap_or_default()
});

/// The working days of a nation.
#[derive(Clone, Debug, Default)]
pub struct WorkingDays {
    years: BTreeSet<i32>,
    holidays: HashSet<NaiveDate>,
}

static OF_ENGLAND: LazyLock<WorkingDays> = LazyLock::new(|| WorkingDays::of(&HOLIDAYS));
static WITHOUT_HOLIDAYS: LazyLock<WorkingDays> = LazyLock::new(WorkingDays::default);

/// The working days of a nation. Where its bank holidays are not known no year is, and every count says so.
pub fn working_days(nation: Nation) -> &'static WorkingDays {
    match HOLIDAYS.nations.contains(&nation) {
        true => &OF_ENGLAND,
        false => &WITHOUT_HOLIDAYS,
    }
}

/// The bank holidays that are known, with their source and check.
pub fn holidays() -> &'static Holidays {
    &HOLIDAYS
}

/// A day that was counted to, and what was not known on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The day.
    pub day: NaiveDate,
    /// Years on the way whose bank holidays are not known: the day may then be later, never earlier.
    pub years_not_known: Vec<i32>,
}

impl Counted {
    /// A day that no holiday moves.
    pub fn on(day: NaiveDate) -> Counted {
        Counted {
            day,
            years_not_known: Vec::new(),
        }
    }

    /// "The bank holidays of 2029 are not known here, so the day may be later."; empty when all are known.
    pub fn caveat(&self) -> String {
        let years: Vec<String> = self.years_not_known.iter().map(i32::to_string).collect();
        match years.is_empty() {
            true => String::new(),
            false => format!(
                "The bank holidays of {} are not known here, so the day may be later.",
                years.join(" and ")
            ),
        }
    }
}

impl WorkingDays {
    fn of(holidays: &Holidays) -> WorkingDays {
        WorkingDays {
            years: holidays.year.iter().map(|year| year.year).collect(),
            holidays: holidays
                .year
                .iter()
                .flat_map(|year| year.days.iter().copied())
                .collect(),
        }
    }

    /// Whether it is a working day: no weekend and no bank holiday that is known.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }

    /// Whether the bank holidays of the year of a day are known.
    pub fn knows(&self, day: NaiveDate) -> bool {
        self.years.contains(&day.year())
    }

    /// The day some working days after another, which is day 0. With 0 the day itself.
    pub fn after(&self, day: NaiveDate, working_days: u32) -> Counted {
        let count = usize::try_from(working_days).unwrap_or(usize::MAX);
        let last = match count.checked_sub(1) {
            None => day,
            Some(before) => day
                .iter_days()
                .skip(1)
                .filter(|day| self.is_working(*day))
                .nth(before)
                .unwrap_or(NaiveDate::MAX),
        };
        let years = day.year()..=last.year();
        Counted {
            day: last,
            years_not_known: years.filter(|year| !self.years.contains(year)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    fn england() -> &'static WorkingDays {
        working_days(Nation::England)
    }

    #[test]
    fn the_check_values_of_the_annex_come_out() {
        for (from, working_days, to) in [
            ("2025-12-01", 20, "2025-12-31"),
            ("2025-12-15", 20, "2026-01-15"),
            ("2026-03-20", 20, "2026-04-21"),
            ("2025-12-01", 15, "2025-12-22"),
            ("2025-12-15", 15, "2026-01-08"),
            ("2026-03-20", 15, "2026-04-14"),
            ("2025-12-01", 10, "2025-12-15"),
            ("2025-12-15", 10, "2025-12-31"),
            ("2026-03-20", 10, "2026-04-07"),
        ] {
            let counted = england().after(day(from), working_days);
            assert_eq!(counted, Counted::on(day(to)), "{from} and {working_days}");
        }
    }

    #[test]
    fn a_year_whose_holidays_are_not_known_is_told() {
        let counted = england().after(day("2028-12-20"), 20);
        assert_eq!(counted.years_not_known, [2029]);
        assert_eq!(
            counted.caveat(),
            "The bank holidays of 2029 are not known here, so the day may be later."
        );
        assert_eq!(
            england().after(day("2019-12-20"), 5).years_not_known,
            [2019]
        );
        assert_eq!(england().after(day("2026-06-01"), 5).caveat(), "");
        let scotland = working_days(Nation::Scotland).after(day("2025-12-24"), 1);
        assert_eq!(scotland.day, day("2025-12-25"), "counted without holidays");
        assert_eq!(scotland.years_not_known, [2025], "and told");
        assert!(working_days(Nation::Wales).knows(day("2026-01-01")));
    }

    /// Easter Sunday (Meeus's form of the Gregorian computus).
    fn easter(year: i32) -> NaiveDate {
        let (a, b, c) = (year % 19, year / 100, year % 100);
        let (d, e) = (b / 4, b % 4);
        let g = (8 * b + 13) / 25;
        let h = (19 * a + b - d - g + 15) % 30;
        let (i, k) = (c / 4, c % 4);
        let l = (32 + 2 * e + 2 * i - h - k) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let month = (h + l - 7 * m + 114) / 31;
        let on = (h + l - 7 * m + 114) % 31 + 1;
        NaiveDate::from_ymd_opt(year, month.try_into().unwrap(), on.try_into().unwrap()).unwrap()
    }

    fn by_the_rule(year: i32) -> BTreeSet<NaiveDate> {
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let monday_from = |day: NaiveDate| {
            day.iter_days()
                .find(|day| day.weekday() == Weekday::Mon)
                .unwrap()
        };
        let mut days: BTreeSet<NaiveDate> = [
            easter(year) - chrono::Days::new(2),
            easter(year) + chrono::Days::new(1),
            monday_from(on(5, 1)),
            monday_from(on(5, 25)),
            monday_from(on(8, 25)),
        ]
        .into();
        for fixed in [on(1, 1), on(12, 25), on(12, 26)] {
            let is_weekend = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            // Christmas on a Sunday is made up for on Tuesday, for Monday is Boxing Day.
            let boxing = on(12, 26);
            let free = fixed.iter_days().find(|day| {
                let taken = is_weekend(fixed) && *day == boxing;
                !is_weekend(*day) && !days.contains(day) && !taken
            });
            days.insert(free.unwrap());
        }
        days
    }

    #[test]
    fn the_holidays_are_those_of_the_act_and_the_days_that_were_proclaimed() {
        let moved = [
            "2020-05-08",
            "2020-05-04",
            "2022-06-02",
            "2022-06-03",
            "2022-05-30",
            "2022-09-19",
            "2023-05-08",
        ]
        .map(day);
        for year in &holidays().year {
            let known: BTreeSet<NaiveDate> = year.days.iter().copied().collect();
            assert!(known.iter().all(|day| day.year() == year.year));
            let expected = by_the_rule(year.year);
            let differs = known.symmetric_difference(&expected);
            let differs: Vec<_> = differs.filter(|day| !moved.contains(day)).collect();
            assert!(differs.is_empty(), "{}: {differs:?}", year.year);
        }
        let years: Vec<i32> = holidays().year.iter().map(|year| year.year).collect();
        assert_eq!(years, (2020..=2028).collect::<Vec<_>>());
        assert!(!holidays().source.is_empty() && !holidays().check.is_empty());
    }

    proptest! {
        #[test]
        fn a_count_is_monotone_and_never_ends_on_a_day_off(offset in 0..3400u32, one in 1..80u32, more in 0..40u32) {
            let from = day("2019-06-01") + chrono::Days::new(offset.into());
            let to = england().after(from, one).day;
            prop_assert!(to > from);
            prop_assert!(england().is_working(to));
            prop_assert!(england().after(from, one + more).day >= to);
            let next_day = from + chrono::Days::new(1);
            prop_assert!(england().after(next_day, one).day >= to);
            let between = from.iter_days().skip(1).take_while(|day| *day <= to);
            prop_assert_eq!(between.filter(|day| england().is_working(*day)).count(), usize::try_from(one).unwrap());
        }
    }
}
