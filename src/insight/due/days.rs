//! Days of the record as a clock reads them. A date that is not exact starts a clock on the earliest day that it can mean:
//! what follows is then due rather too soon than too late for the child.

use crate::insight::words::day_in_words;
use crate::record::FuzzyDate;
use chrono::NaiveDate;

/// The day from which a clock counts: the earliest that the date can mean. `None` where nobody knows.
pub fn first_day(date: &FuzzyDate) -> Option<NaiveDate> {
    date.earliest().or_else(|| date.anchor())
}

/// The last day that the date can mean: something is not over, and something agreed not late, before it has passed.
pub fn last_day(date: &FuzzyDate) -> Option<NaiveDate> {
    date.latest().or_else(|| date.anchor())
}

/// Whether a time that may have an end has ended by a day. An end that is written and cannot be read is an end.
pub fn has_ended(to: Option<&FuzzyDate>, today: NaiveDate) -> bool {
    to.is_some_and(|to| last_day(to).is_none_or(|to| to <= today))
}

/// "18 November 2022"; for a date that is not exact as it is written, with the day from which it is counted.
pub fn in_words(date: &FuzzyDate) -> String {
    match (date.exact_day(), first_day(date)) {
        (Some(day), _) if date.is_uncertain() => format!("{} (not certain)", day_in_words(day)),
        (Some(day), _) => day_in_words(day),
        (None, Some(first)) => format!(
            "{} (not exact, so counted from {})",
            date.written(),
            day_in_words(first)
        ),
        (None, None) => "a day that is not known".to_owned(),
    }
}

/// "on 18 November 2022", "in Nov 2022 (not exact, so counted from 1 November 2022)".
pub fn on_in_words(date: &FuzzyDate) -> String {
    match date.exact_day() {
        Some(_) => format!("on {}", in_words(date)),
        None => in_words(date),
    }
}

/// How a day lies from today: "in 3 days", "today", "12 days late".
pub fn from_today(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "1 day late".to_owned(),
        ahead @ 1.. => format!("in {ahead} days"),
        late => format!("{} days late", -late),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::{date, day};

    #[test]
    fn a_date_that_is_not_exact_counts_from_its_first_day_and_says_so() {
        let month = date("Nov 2022");
        assert_eq!(first_day(&month), Some(day("2022-11-01")));
        assert_eq!(last_day(&month), Some(day("2022-11-30")));
        assert_eq!(
            in_words(&month),
            "Nov 2022 (not exact, so counted from 1 November 2022)"
        );
        assert_eq!(
            in_words(&date("?12/04/2021")),
            "12 April 2021 (not certain)"
        );
        assert_eq!(on_in_words(&date("18 Nov 2022")), "on 18 November 2022");
        assert_eq!(
            in_words(&FuzzyDate::unknown("tbc")),
            "a day that is not known"
        );
    }

    #[test]
    fn an_end_holds_from_its_last_day_and_one_that_cannot_be_read_holds() {
        let today = day("2026-11-23");
        assert!(!has_ended(None, today));
        assert!(!has_ended(Some(&date("Nov 2026")), today));
        assert!(has_ended(Some(&date("23 Nov 2026")), today));
        assert!(has_ended(Some(&FuzzyDate::unknown("tbc")), today));
        assert_eq!(from_today(day("2026-11-26"), today), "in 3 days");
        assert_eq!(from_today(day("2026-11-22"), today), "1 day late");
        assert_eq!(from_today(today, today), "today");
    }
}
