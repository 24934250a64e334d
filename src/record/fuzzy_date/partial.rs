//! The core of a written date: numbers and month names, with what may be missing borrowed from elsewhere.

use super::parse::{DateOrder, Fault, Reader};
use super::{Part, words};
use chrono::{Datelike, NaiveDate};

/// What was written of a day: any of its three parts may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    /// The day that it would be if the numbers were read the other way round, when they cannot be read in order.
    pub turned: Option<NaiveDate>,
}

/// A number with how many digits it was written in, or a month by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Number(u32, usize),
    Month(u32),
}
use Item::{Month, Number};

impl Reader {
    /// Reads numbers and month names.
    pub(super) fn partial(&self, text: &str) -> Result<Partial, Fault> {
        let (items, marks) = items(text).ok_or(Fault::NotADate)?;
        let numeric =
            matches!(marks.as_slice(), [] | [_]) || matches!(marks.as_slice(), [a, b] if a == b);
        let (year, month, day) = match items.as_slice() {
            [Number(year, 4)] => (self.century(*year, 4), None, None),
            [Number(day, 1 | 2)] => (None, None, Some(*day)),
            [Month(month)] => (None, Some(*month), None),
            [Number(all, 8)] => (
                self.century(all / 10_000, 4),
                Some(all / 100 % 100),
                Some(all % 100),
            ),
            [Number(year, 4), Number(month, 1 | 2)] if numeric => {
                (self.century(*year, 4), Some(*month), None)
            }
            [Number(month, 1 | 2), Number(year, 4)] if numeric => {
                (self.century(*year, 4), Some(*month), None)
            }
            [Number(one, 1 | 2), Number(two, 1 | 2)] if marks == ['/'] => {
                let (day, month) = self.in_order(*one, *two);
                (None, Some(month), Some(day))
            }
            [Number(year, 4), Number(month, 1 | 2), Number(day, 1 | 2)] if numeric => {
                (self.century(*year, 4), Some(*month), Some(*day))
            }
            [
                Number(one, 1 | 2),
                Number(two, 1 | 2),
                Number(year, len @ (2 | 4)),
            ] if numeric => {
                return Ok(self.three_numbers(*one, *two, self.century(*year, *len)));
            }
            [Number(day, 1 | 2), Month(month)] => (None, Some(*month), Some(*day)),
            // A person who types "mar 21" may mean a day or a year; a program's "Mar-21" is a year.
            [Month(_), Number(0..=31, 2)] if self.typed && marks == [' '] => {
                return Err(Fault::NotADate);
            }
            [Month(month), Number(year, len @ (2 | 4))] => {
                (self.century(*year, *len), Some(*month), None)
            }
            [Month(month), Number(day, 1)] => (None, Some(*month), Some(*day)),
            [
                Number(day, 1 | 2),
                Month(month),
                Number(year, len @ (2 | 4)),
            ]
            | [Month(month), Number(day, 1 | 2), Number(year, len @ 4)]
            | [Number(year, len @ 4), Month(month), Number(day, 1 | 2)] => {
                (self.century(*year, *len), Some(*month), Some(*day))
            }
            _ => return Err(Fault::NotADate),
        };
        let partial = Partial {
            year,
            month,
            day,
            turned: None,
        };
        // A year out of range was written and could not be used.
        let years = items.iter().any(|item| matches!(item, Number(_, 4 | 8)));
        if years && year.is_none() {
            return Err(Fault::NotADate);
        }
        Ok(partial)
    }

    fn three_numbers(&self, one: u32, two: u32, year: Option<i32>) -> Partial {
        let (day, month) = self.in_order(one, two);
        let turned = match year {
            Some(year) if NaiveDate::from_ymd_opt(year, month, day).is_none() => {
                NaiveDate::from_ymd_opt(year, day, month)
            }
            _ => None,
        };
        Partial {
            year,
            month: Some(month),
            day: Some(day),
            turned,
        }
    }

    fn in_order(&self, one: u32, two: u32) -> (u32, u32) {
        match self.order {
            DateOrder::DayFirst => (one, two),
            DateOrder::MonthFirst => {
                self.spelt_out.set(true);
                (two, one)
            }
        }
    }

    /// Two digits mean the year that is at most five years ahead of today and less than ninety-five years ago.
    fn century(&self, year: u32, digits: usize) -> Option<i32> {
        let year = i32::try_from(year).ok()?;
        if digits == 4 {
            return (1800..2200).contains(&year).then_some(year);
        }
        let limit = self.today.year() + 5;
        Some(limit - (limit - year).rem_euclid(100))
    }

    /// The calendar part that is meant. A missing year is the one that makes it the latest such day or month up to
    /// today; only what a person types may leave it out.
    pub(super) fn complete(&self, partial: Partial) -> Result<Part, Fault> {
        let Partial {
            year,
            month,
            day,
            turned,
        } = partial;
        let Some(year) = year else {
            if !self.typed || month.is_none() {
                return Err(Fault::NotADate);
            }
            self.spelt_out.set(true);
            // Eight years back find a 29 February, a century's gap included.
            let years = (0..9).map(|back| Partial {
                year: Some(self.today.year() - back),
                ..partial
            });
            let parts = years.filter_map(|with_year| self.complete(with_year).ok());
            let mut past = parts.filter(|part| part.first_day() <= self.today);
            return past.next().ok_or(Fault::NoSuchDay(None));
        };
        match (month, day) {
            (None, None) => Ok(Part::Year(year)),
            (None, Some(_)) => Err(Fault::NotADate),
            (Some(month), None) if (1..=12).contains(&month) => Ok(Part::Month { year, month }),
            (Some(month), Some(day)) => NaiveDate::from_ymd_opt(year, month, day)
                .map(Part::Day)
                .ok_or(Fault::NoSuchDay(turned)),
            (Some(_), None) => Err(Fault::NoSuchDay(None)),
        }
    }
}

/// The numbers and month names of a text with the marks between them; `None` when something else stands there.
fn items(text: &str) -> Option<(Vec<Item>, Vec<char>)> {
    let (mut items, mut marks) = (Vec::new(), Vec::new());
    let mut rest = text.trim();
    let mut mark = None;
    while let Some(first) = rest.chars().next() {
        let class: fn(char) -> bool = match first {
            '0'..='9' => |c| c.is_ascii_digit(),
            c if c.is_alphabetic() => char::is_alphabetic,
            '/' | '-' | '.' | ',' | '\'' | ' ' => {
                rest = rest.get(1..)?;
                mark = Some(mark.filter(|m| *m != ' ').unwrap_or(first));
                continue;
            }
            _ => return None,
        };
        let end = rest.find(|c| !class(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        let item = match word {
            "st" | "nd" | "rd" | "th" if mark.is_none() => None,
            "of" | "the" => None,
            _ if class('0') => Some(Number(word.parse().ok()?, word.len())),
            _ => Some(Month(words::month(word)?)),
        };
        if let Some(item) = item {
            if !items.is_empty() {
                marks.push(mark.unwrap_or(' '));
            }
            items.push(item);
        }
        mark = None;
        rest = after;
    }
    (items.len() <= 3).then_some((items, marks))
}
