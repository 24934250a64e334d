//! Reading a date from words: what people type, and what agencies' files say.
//!
//! Day before month, as Britain writes it. Nothing is guessed: a day that does not exist, or whose weekday does not
//! fit, is a [`DateProblem`] that says what to do.

use super::{DateProblem, FuzzyDate, Part, Reading, clock, relative, words};
use chrono::{Datelike, NaiveDate, Weekday};
use std::cell::Cell;

/// Which number stands first in a date of three numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2021, as Britain writes it.
    #[default]
    DayFirst,
    /// 12/31/2021, as exports of American programs write it.
    MonthFirst,
}

impl FuzzyDate {
    /// Reads what a person types: "3/11/26", "3 nov", "mar 2021", "c 2019", "-2w", "yesterday", "n/k".
    ///
    /// It is shown as written, except that words which lean on today ("yesterday", "3 nov") are written out in full,
    /// since they would mean another day tomorrow. A missing year is the one of the latest such day up to today.
    /// Two-digit years reach five years ahead of today and ninety-five back.
    pub fn parse(text: &str, today: NaiveDate) -> Result<FuzzyDate, DateProblem> {
        Reader::new(today, true, DateOrder::DayFirst).date(text)
    }

    /// Reads what an agency's file says: as [`FuzzyDate::parse`], but nothing is told from the day of reading, so
    /// "yesterday" and a date without a year are problems. `today` serves two-digit years only. A date whose month
    /// stands first is shown written out.
    pub fn from_record(
        text: &str,
        today: NaiveDate,
        order: DateOrder,
    ) -> Result<FuzzyDate, DateProblem> {
        Reader::new(today, false, order).date(text)
    }

    /// Whether the writer says that nobody knows ("not known", "n/k"): an answer, unlike nothing at all or words that
    /// could not be read.
    pub fn says_not_known(&self) -> bool {
        is_not_known(&plain(self.written()))
    }
}

/// Why a piece of a date could not be read, before it is told with the whole of what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NotADate,
    NoSuchDay(Option<NaiveDate>),
    Weekday(Weekday, NaiveDate),
    BackToFront,
}

/// How a text is read.
pub(super) struct Reader {
    pub today: NaiveDate,
    pub typed: bool,
    pub order: DateOrder,
    /// Set when the words would mean another day to another reader: they lean on today, or the month stands first.
    pub spelt_out: Cell<bool>,
}

impl Reader {
    fn new(today: NaiveDate, typed: bool, order: DateOrder) -> Self {
        Reader {
            today,
            typed,
            order,
            spelt_out: Cell::new(false),
        }
    }

    fn date(&self, text: &str) -> Result<FuzzyDate, DateProblem> {
        let written = text.trim();
        let plain = plain(written);
        if plain.is_empty() {
            return Err(DateProblem::Empty);
        }
        let (words, uncertain) = without_doubt(&plain);
        let found = self.timed(words);
        let (reading, time) = found.map_err(|fault| problem(fault, written))?;
        Ok(if self.spelt_out.get() {
            FuzzyDate::new(
                words::in_words(reading, time, uncertain),
                reading,
                time,
                uncertain,
            )
        } else {
            FuzzyDate::new(written, reading, time, uncertain)
        })
    }

    /// A reading with the time of day behind it.
    fn timed(&self, text: &str) -> Result<(Reading, Option<chrono::NaiveTime>), Fault> {
        if is_not_known(text) {
            return Ok((Reading::Unknown, None));
        }
        let (day, time) = clock::split(text);
        match self.reading(day) {
            Ok(Reading::On(part) | Reading::About(part))
                if time.is_some() && !matches!(part, Part::Day(_)) =>
            {
                // "March 14.20" was not a time after all.
                Ok((self.reading(text)?, None))
            }
            Ok(reading) => Ok((reading, time)),
            Err(fault) if time.is_none() => Err(fault),
            Err(fault) => self
                .reading(text)
                .map(|reading| (reading, None))
                .map_err(|_| fault),
        }
    }

    /// A reading: told from today, a span, or one day, month or year.
    pub(super) fn reading(&self, text: &str) -> Result<Reading, Fault> {
        let text = text.trim();
        if self.typed
            && let Some(reading) = relative::read(text, self.today)
        {
            self.spelt_out.set(true);
            return Ok(reading);
        }
        match self.span(text) {
            Err(Fault::NotADate) => self.part(text).map(Reading::On),
            found => found,
        }
    }

    /// One day, month or year, its weekday checked when one is written before it.
    pub(super) fn part(&self, text: &str) -> Result<Part, Fault> {
        let text = text.trim();
        let text = text.strip_prefix("on ").unwrap_or(text);
        let text = text.strip_prefix("in ").unwrap_or(text);
        let Some((weekday, rest)) = weekday_first(text) else {
            return self.complete(self.partial(text)?);
        };
        let part = self.complete(self.partial(rest)?)?;
        match part {
            Part::Day(day) if day.weekday() == weekday => Ok(part),
            Part::Day(day) => Err(Fault::Weekday(weekday, day)),
            _ => Err(Fault::NotADate),
        }
    }
}

/// A weekday before a date, and the date. The weekday may also stand behind it.
pub(super) fn weekday_first(text: &str) -> Option<(Weekday, &str)> {
    if let Some((word, rest)) = text.split_once([' ', ','])
        && let Some(weekday) = words::weekday(word)
    {
        return Some((weekday, rest.trim_start_matches([' ', ','])));
    }
    let (rest, word) = text.rsplit_once([' ', ','])?;
    let weekday = words::weekday(word.trim_matches(['(', ')']))?;
    Some((weekday, rest.trim_end_matches([' ', ','])))
}

/// Lower case, one kind of space, dash and quote.
fn plain(text: &str) -> String {
    let same = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split_whitespace()
        .map(|word| word.chars().map(same).collect())
        .collect();
    words.join(" ")
}

/// Takes off the marks of a writer who was not sure: "?12/04/2021", "12/04/2021 (?)", "possibly May 2021".
fn without_doubt(text: &str) -> (&str, bool) {
    let mut rest = text;
    // "??/05/2019": the part that was not known is left out.
    while let Some(known) = ["??/", "xx/", "00/"]
        .iter()
        .find_map(|gap| rest.strip_prefix(gap))
    {
        rest = known;
    }
    for mark in ["(?)", "?", "possibly ", "probably ", "perhaps ", "maybe "] {
        rest = rest.strip_prefix(mark).unwrap_or(rest).trim_start();
        rest = rest
            .strip_suffix(mark.trim_end())
            .unwrap_or(rest)
            .trim_end();
    }
    if rest.is_empty() {
        (text, true)
    } else {
        (rest, rest.len() != text.len())
    }
}

fn is_not_known(text: &str) -> bool {
    let text = text.trim_matches(['(', ')', '.', ' ']);
    matches!(
        text,
        "n/k"
            | "nk"
            | "not known"
            | "unknown"
            | "date unknown"
            | "date not known"
            | "not recorded"
            | "?"
            | "??"
            | "undated"
            | "no date"
    )
}

fn problem(fault: Fault, written: &str) -> DateProblem {
    let written = written.to_owned();
    match fault {
        Fault::NotADate => DateProblem::NotADate { written },
        Fault::BackToFront => DateProblem::EndsBeforeItBegins { written },
        Fault::NoSuchDay(month_first) => DateProblem::NoSuchDay {
            written,
            month_first,
        },
        Fault::Weekday(weekday, date) => DateProblem::WeekdayDoesNotFit {
            written,
            weekday,
            falls_on: date.weekday(),
            date,
        },
    }
}
