//! The words of dates: months (English and Welsh), weekdays, and a reading put back into words.

use super::{Part, Reading};
use chrono::{NaiveTime, Weekday};

/// January to December. A word is a month when it is one of these, or an English one cut to three letters or "sept".
const MONTHS: [(&str, &str); 12] = [
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth"),
    ("april", "ebrill"),
    ("may", "mai"),
    ("june", "mehefin"),
    ("july", "gorffennaf"),
    ("august", "awst"),
    ("september", "medi"),
    ("october", "hydref"),
    ("november", "tachwedd"),
    ("december", "rhagfyr"),
];

/// The month that a lower-case word names, 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    let named = |(english, welsh): &(&str, &str)| {
        word == *english
            || word == *welsh
            || (word.len() == 3 && english.starts_with(word))
            || (word == "sept" && *english == "september")
    };
    let place = MONTHS.iter().position(named)?;
    u32::try_from(place + 1).ok()
}

/// The weekday that a lower-case word names: in full, or cut to three letters or more.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    let word = word.trim_end_matches(['.', ',']);
    let named = |(name, _): &&(&str, Weekday)| word.len() >= 3 && name.starts_with(word);
    NAMES.iter().find(named).map(|(_, day)| *day)
}

/// A reading in the words that read back as the same reading.
pub(super) fn in_words(reading: Reading, time: Option<NaiveTime>, uncertain: bool) -> String {
    let words = match reading {
        Reading::Unknown => return "not known".to_owned(),
        Reading::On(part) => part_in_words(part),
        Reading::About(part) => format!("about {}", part_in_words(part)),
        Reading::Before(part) => format!("before {}", part_in_words(part)),
        Reading::After(part) => format!("after {}", part_in_words(part)),
        Reading::Between(from, to) => {
            format!("between {} and {}", part_in_words(from), part_in_words(to))
        }
    };
    let doubt = if uncertain { "?" } else { "" };
    match time {
        None => format!("{doubt}{words}"),
        Some(time) => format!("{doubt}{words} {}", time.format("%H:%M")),
    }
}

fn part_in_words(part: Part) -> String {
    match part {
        Part::Day(day) => day.format("%-d %b %Y").to_string(),
        Part::Month { .. } => part.first_day().format("%b %Y").to_string(),
        Part::Year(year) => year.to_string(),
    }
}
