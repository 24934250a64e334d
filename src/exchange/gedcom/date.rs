//! Dates of GEDCOM and dates of the record. What cannot be read for certain (other calendars, years counted in two ways,
//! before Christ) keeps its words and stays without a day: nothing is guessed.

use super::node::Node;
use crate::record::{DateOrder, FuzzyDate, Part, Reading};
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];

/// What is written when somebody has died and nobody says when.
pub const NOT_TOLD: &str = "date not known";

/// The date of a structure that has one under it; none where it has none, or an empty one.
pub fn under(node: &Node) -> Option<FuzzyDate> {
    read_date(node.first("DATE")?)
}

/// The date that a structure says, with the words that may stand under it.
pub fn read_date(node: &Node) -> Option<FuzzyDate> {
    let (value, phrase) = (node.value.trim(), node.said("PHRASE"));
    let Some(date) = plain(value) else {
        let words = if value.is_empty() { phrase } else { value };
        return (!words.is_empty()).then(|| FuzzyDate::unknown(words));
    };
    if phrase.is_empty() || phrase == date.written() {
        return Some(date);
    }
    // Words that mean the same date are how the record has it; others explain it. Two digits mean a year near it.
    let near = date.anchor().unwrap_or_default();
    match FuzzyDate::from_record(phrase, near, DateOrder::DayFirst) {
        Ok(written) if written.reading() == date.reading() && written.written() == phrase => {
            Some(written)
        }
        _ => {
            let written = format!("{} ({phrase})", date.written());
            Some(FuzzyDate::new(written, date.reading(), None, false))
        }
    }
}

/// A date as GEDCOM writes it, without the words beside it.
fn plain(value: &str) -> Option<FuzzyDate> {
    let value = value.to_ascii_uppercase();
    let words: Vec<&str> = value.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let two = |join: &str| {
        let at = rest.iter().position(|word| *word == join)?;
        let (from, to) = rest.split_at_checked(at)?;
        let (from, to) = (part(from)?, part(to.get(1..)?)?);
        // A span that ends before it begins is a slip; which way round it was meant nobody knows.
        (from.first_day() <= to.last_day()).then_some((from, to))
    };
    let since = |part: Part| part.first_day().pred_opt();
    Some(match first.trim_end_matches('.') {
        "ABT" | "CAL" | "EST" => FuzzyDate::of(Reading::About(part(rest)?)),
        "BEF" => FuzzyDate::of(Reading::Before(part(rest)?)),
        "AFT" => FuzzyDate::of(Reading::After(part(rest)?)),
        "BET" => {
            let (from, to) = two("AND")?;
            FuzzyDate::of(Reading::Between(from, to))
        }
        "FROM" => match two("TO") {
            Some((from, to)) => spelt(
                format!("from {} to {}", words_of(from), words_of(to)),
                Reading::Between(from, to),
            ),
            None if rest.contains(&"TO") => return None,
            None => {
                let from = part(rest)?;
                let reading = Reading::After(Part::Day(since(from)?));
                spelt(format!("since {}", words_of(from)), reading)
            }
        },
        "TO" => {
            let to = part(rest)?;
            let reading = Reading::Before(Part::Day(to.last_day().succ_opt()?));
            spelt(format!("until {}", words_of(to)), reading)
        }
        _ => FuzzyDate::of(Reading::On(part(&words)?)),
    })
}

fn spelt(words: String, reading: Reading) -> FuzzyDate {
    FuzzyDate::new(words, reading, None, false)
}

fn words_of(part: Part) -> String {
    FuzzyDate::of(Reading::On(part)).written().to_owned()
}

/// A day, month or year of our calendar.
fn part(words: &[&str]) -> Option<Part> {
    let words = match words {
        ["GREGORIAN", rest @ ..] => rest,
        all => all,
    };
    let number = |word: &str| {
        let is_number = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| word.parse::<u32>().ok()).flatten()
    };
    let year = |word: &str| i32::try_from(number(word)?).ok().filter(|year| *year > 0);
    let month = |word: &str| {
        let place = MONTHS.iter().position(|month| *month == word)?;
        u32::try_from(place + 1).ok()
    };
    match words {
        [only] => year(only).map(Part::Year),
        [named, then] => Some(Part::Month {
            year: year(then)?,
            month: month(named)?,
        }),
        [day, named, then] => {
            NaiveDate::from_ymd_opt(year(then)?, month(named)?, number(day)?).map(Part::Day)
        }
        _ => None,
    }
}

/// A date of the record as a structure of this tag, with its words where GEDCOM says less than they do.
pub fn write_date(tag: &str, date: &FuzzyDate) -> Node {
    let values = values(date.reading());
    let exact = values
        .iter()
        .find(|value| plain(value).as_ref() == Some(date));
    let value = exact.or(values.first()).cloned();
    let read_back = value.as_deref().and_then(plain);
    let node = Node::new(tag, value.unwrap_or_default());
    let written = date.written();
    let said = read_back.as_ref().map_or("", FuzzyDate::written);
    if written == said {
        return node;
    }
    // "12 Mar 1999 (a Friday)" is a date with words of explanation.
    let explained = written
        .strip_prefix(said)
        .filter(|_| !said.is_empty())
        .and_then(|rest| rest.strip_prefix(" (")?.strip_suffix(')'));
    node.with([Node::new("PHRASE", explained.unwrap_or(written))])
}

/// The ways in which GEDCOM can write a reading, the usual one first.
fn values(reading: Reading) -> Vec<String> {
    let word = |word: &str, part: Part| letters(part).map(|day| format!("{word} {day}"));
    let of = |word: &'static str, day: Option<NaiveDate>, is_edge: fn(Part, NaiveDate) -> bool| {
        let parts = day.into_iter().flat_map(move |day| {
            let (year, month) = (day.year(), day.month());
            let parts = [
                Part::Day(day),
                Part::Month { year, month },
                Part::Year(year),
            ];
            parts.into_iter().filter(move |part| is_edge(*part, day))
        });
        parts.filter_map(move |part| letters(part).map(|day| format!("{word} {day}")))
    };
    let mut values = Vec::new();
    match reading {
        Reading::Unknown => {}
        Reading::On(on) => values.extend(letters(on)),
        Reading::About(about) => values.extend(word("ABT", about)),
        Reading::Before(before) => {
            values.extend(word("BEF", before));
            let last = before.first_day().pred_opt();
            values.extend(of("TO", last, |part, day| part.last_day() == day));
        }
        Reading::After(after) => {
            values.extend(word("AFT", after));
            let first = after.last_day().succ_opt();
            values.extend(of("FROM", first, |part, day| part.first_day() == day));
        }
        Reading::Between(from, to) => {
            let both = letters(from).zip(letters(to));
            let both = both.map(|(from, to)| {
                [
                    format!("BET {from} AND {to}"),
                    format!("FROM {from} TO {to}"),
                ]
            });
            values.extend(both.into_iter().flatten());
        }
    }
    values
}

fn letters(part: Part) -> Option<String> {
    let name = |month: u32| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?);
    let in_range = |year: i32| (1..=9999).contains(&year).then_some(year);
    Some(match part {
        Part::Day(day) => format!(
            "{} {} {}",
            day.day(),
            name(day.month())?,
            in_range(day.year())?
        ),
        Part::Month { year, month } => format!("{} {}", name(month)?, in_range(year)?),
        Part::Year(year) => in_range(year)?.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(value: &str) -> String {
        let date = read_date(&Node::new("DATE", value)).unwrap();
        let unread = date.reading() == Reading::Unknown;
        format!("{}{date}", if unread { "? " } else { "" })
    }

    #[test]
    fn every_form_of_date_is_read_and_what_is_not_certain_is_kept() {
        for (value, words) in [
            ("3 MAR 1950", "3 Mar 1950"),
            ("mar 1950", "Mar 1950"),
            ("1750", "1750"),
            ("GREGORIAN 1 JAN 1900", "1 Jan 1900"),
            ("ABT 1950", "about 1950"),
            ("CAL 1950", "about 1950"),
            ("EST MAY 1950", "about May 1950"),
            ("BEF 2 MAY 1950", "before 2 May 1950"),
            ("AFT 1950", "after 1950"),
            ("BET 1950 AND MAR 1952", "between 1950 and Mar 1952"),
            ("FROM 1950 TO 1952", "from 1950 to 1952"),
            ("FROM MAY 1950", "since May 1950"),
            ("BET 1960 AND 1950", "? BET 1960 AND 1950"),
            ("TO 1952", "until 1952"),
            ("11 FEB 1699/00", "? 11 FEB 1699/00"),
            ("44 BCE", "? 44 BCE"),
            ("JULIAN 25 OCT 1917", "? JULIAN 25 OCT 1917"),
            ("31 FEB 1950", "? 31 FEB 1950"),
            ("about Easter", "? about Easter"),
        ] {
            assert_eq!(said(value), words, "{value}");
        }
        assert_eq!(read_date(&Node::new("DATE", "")), None);
    }

    #[test]
    fn a_date_is_written_in_the_plainest_way_that_says_it() {
        for value in [
            "FROM MAY 1750",
            "TO 1752",
            "FROM 1750 TO 1752",
            "AFT 3 MAR 1950",
            "BEF 1950",
            "ABT 1950",
        ] {
            let node = Node::new("DATE", value);
            assert_eq!(write_date("DATE", &read_date(&node).unwrap()), node);
        }
    }

    #[test]
    fn words_beside_a_date_are_kept_and_come_back() {
        let node = Node::new("DATE", "25 DEC 1999").with([Node::new("PHRASE", "Christmas")]);
        let date = read_date(&node).unwrap();
        assert_eq!(date.written(), "25 Dec 1999 (Christmas)");
        assert_eq!(write_date("DATE", &date), node);
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for typed in [
            "?12/04/2021",
            "early 2019",
            "spring 2020",
            "14.11.20 22:40",
            "n/k",
            "mid 90s",
        ] {
            let date = FuzzyDate::parse(typed, today).unwrap_or_else(|_| FuzzyDate::unknown(typed));
            assert_eq!(read_date(&write_date("DATE", &date)), Some(date), "{typed}");
        }
    }
}
