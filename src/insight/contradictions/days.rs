//! Days that an account names in its text, read from its own day: "since Friday", "since Thursday 28 April".

use crate::insight::reading::Reading;
use chrono::{Datelike, Days, NaiveDate};

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days that the words at a place can mean, first and last, told on a day. A day without a year, or a weekday
/// alone, is the last one before the telling.
pub fn days_at(
    reading: &Reading,
    place: usize,
    told_on: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    let back = |days| {
        told_on
            .checked_sub_days(Days::new(days))
            .map(|day| (day, day))
    };
    let mut place = place;
    if ["the", "last", "on", "about", "around"].contains(&reading.word(place)) {
        place += 1;
    }
    match reading.word(place) {
        "yesterday" | "night" => return back(1),
        "today" => return back(0),
        _ => {}
    }
    let weekday = position(&WEEKDAYS, reading.word(place));
    let after = place + usize::from(weekday.is_some());
    if let Some(day) = calendar_day(reading, after, told_on) {
        return Some((day, day));
    }
    if let Some(weekday) = weekday {
        let today = told_on.weekday().num_days_from_monday();
        let ago = (today + 7 - weekday - 1) % 7 + 1;
        return back(u64::from(ago));
    }
    None
}

/// "28 April", "28th of April 2022", "April 28", "28/04/2022".
fn calendar_day(reading: &Reading, place: usize, told_on: NaiveDate) -> Option<NaiveDate> {
    let number = |place: usize| {
        let word = reading.word(place);
        let figures = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        let ending = word.get(figures.len()..).unwrap_or("");
        let is_number = ["", "st", "nd", "rd", "th"].contains(&ending);
        figures.parse::<u32>().ok().filter(|_| is_number)
    };
    let month = |place: usize| month(reading.word(place));
    let (day, month, behind) = match (number(place), month(place)) {
        (Some(day), None) => {
            let of = usize::from(reading.word(place + 1) == "of");
            let named = month(place + 1 + of).map(|month| (month, place + 2 + of));
            let figures = number(place + 1).filter(|_| number(place + 2).is_some());
            let (month, behind) = named.or(figures.map(|month| (month, place + 2)))?;
            (day, month, behind)
        }
        (None, Some(month)) => (number(place + 1)?, month, place + 2),
        _ => return None,
    };
    let year = number(behind).and_then(|year| match year {
        0..100 if reading.word(behind).len() == 2 => i32::try_from(2000 + year).ok(),
        1900..2200 => i32::try_from(year).ok(),
        _ => None,
    });
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => {
            let this_year = NaiveDate::from_ymd_opt(told_on.year(), month, day)?;
            if this_year <= told_on {
                Some(this_year)
            } else {
                NaiveDate::from_ymd_opt(told_on.year() - 1, month, day)
            }
        }
    }
}

fn month(word: &str) -> Option<u32> {
    let known = |name: &&str| {
        **name == *word
            || (word.len() >= 3 && name.get(..3) == Some(word))
            || (word == "sept" && **name == *"september")
    };
    MONTHS
        .iter()
        .position(known)
        .and_then(|place| u32::try_from(place + 1).ok())
}

fn position(words: &[&str], word: &str) -> Option<u32> {
    words
        .iter()
        .position(|known| *known == word || (word.len() == 3 && known.starts_with(word)))
        .and_then(|place| u32::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::day;

    #[test]
    fn days_are_read_from_the_day_of_telling() {
        // 9 May 2022 was a Monday.
        for (words, means) in [
            ("Thursday 28 April, when", "2022-04-28"),
            ("Friday and I will", "2022-05-06"),
            ("Monday", "2022-05-02"),
            ("last Tuesday", "2022-05-03"),
            ("the 3rd of May", "2022-05-03"),
            ("20 December", "2021-12-20"),
            ("28/04/2022", "2022-04-28"),
            ("1.4.21", "2021-04-01"),
            ("April 28", "2022-04-28"),
            ("yesterday", "2022-05-08"),
            ("last night", "2022-05-08"),
        ] {
            let found = days_at(&Reading::of(words), 0, day("2022-05-09"));
            assert_eq!(found, Some((day(means), day(means))), "{words}");
        }
        for words in ["she was small", "30 February", "two weeks", ""] {
            assert_eq!(
                days_at(&Reading::of(words), 0, day("2022-05-09")),
                None,
                "{words}"
            );
        }
    }
}
