//! Months as the matrix counts them: calendar months, from a day to the same day, clamped to a month's end, the last
//! day included (rule A1). Half a year is not twenty-six weeks.

use chrono::{Datelike, Months, NaiveDate};

/// The day some months after another: 31 August and six months are 28 February.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    // Past the end of the calendar is later than any day that is asked about.
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// How many full months have gone by; none before the first day.
pub fn full_months(from: NaiveDate, today: NaiveDate) -> u32 {
    let of = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let apart = u32::try_from(of(today) - of(from)).unwrap_or(0);
    match months_after(from, apart) > today {
        true => apart.saturating_sub(1),
        false => apart,
    }
}

/// "six months", "one month", "14 months".
pub fn month_words(months: u32) -> String {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let word = months
        .checked_sub(1)
        .and_then(|at| WORDS.get(usize::try_from(at).ok()?));
    match (word, months) {
        (Some(word), 1) => format!("{word} month"),
        (Some(word), _) => format!("{word} months"),
        (None, _) => format!("{months} months"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn six_months_end_on_the_same_day_or_the_last_of_the_month() {
        for (from, to) in [
            ("2025-08-31", "2026-02-28"),
            ("2023-08-29", "2024-02-29"),
            ("2024-08-29", "2025-02-28"),
            ("2025-03-17", "2025-09-17"),
            ("2025-12-15", "2026-06-15"),
        ] {
            assert_eq!(months_after(day(from), 6), day(to), "{from}");
            assert_eq!(full_months(day(from), day(to)), 6, "{from}");
            assert_eq!(full_months(day(from), day(to).pred_opt().unwrap()), 5);
        }
    }

    #[test]
    fn months_are_said_in_words_up_to_a_year() {
        assert_eq!(month_words(1), "one month");
        assert_eq!(month_words(6), "six months");
        assert_eq!(month_words(14), "14 months");
        assert_eq!(month_words(0), "0 months");
    }

    proptest! {
        #[test]
        fn the_months_that_have_gone_by_are_the_most_that_fit(from in -200_000..200_000i32, days in -400..20_000i32) {
            let from = NaiveDate::from_num_days_from_ce_opt(730_000 + from).unwrap();
            let today = from + chrono::Duration::days(days.into());
            let months = full_months(from, today);
            if today >= from {
                prop_assert!(months_after(from, months) <= today);
                prop_assert!(months_after(from, months + 1) > today);
            } else {
                prop_assert_eq!(months, 0);
            }
        }
    }
}
