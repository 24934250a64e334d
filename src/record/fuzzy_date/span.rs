//! Spans: about, before, after, between, early and late, seasons, weeks, decades.

use super::parse::{Fault, Reader};
use super::partial::Partial;
use super::{Part, Reading, parse};
use chrono::{Days, NaiveDate, Weekday};

const ABOUT: [&str; 11] = [
    "about ",
    "around ",
    "approximately ",
    "approx. ",
    "approx ",
    "circa ",
    "c. ",
    "c.",
    "ca. ",
    "c ",
    "~",
];
const BEFORE: [&str; 4] = ["before ", "prior to ", "pre ", "pre-"];
const UNTIL: [&str; 5] = ["by ", "until ", "till ", "up to ", "to "];
const AFTER: [&str; 3] = ["after ", "post ", "later than "];
const SINCE: [&str; 3] = ["since ", "from ", "as of "];
const WEEK_FROM: [&str; 6] = [
    "w/c ",
    "wc ",
    "w/b ",
    "week commencing ",
    "week beginning ",
    "week of ",
];
const WEEK_TO: [&str; 3] = ["w/e ", "week ending ", "week to "];

impl Reader {
    /// A span; [`Fault::NotADate`] when the words speak of no span.
    pub(super) fn span(&self, text: &str) -> Result<Reading, Fault> {
        match self.range(text) {
            None | Some(Err(Fault::NotADate)) => {}
            Some(range) => return range,
        }
        let circa = || {
            text.strip_prefix('c')
                .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        if let Some(rest) = after_any(text, &ABOUT).or_else(circa) {
            return Ok(Reading::About(self.part(rest)?));
        }
        for mark in ["(approx)", "(approx.)", "(about)", "approx", "approx."] {
            if let Some(rest) = text.strip_suffix(mark) {
                return Ok(Reading::About(self.part(rest)?));
            }
        }
        if let Some(rest) = after_any(text, &BEFORE) {
            return Ok(Reading::Before(self.part(rest)?));
        }
        if let Some(rest) = after_any(text, &AFTER) {
            return Ok(Reading::After(self.part(rest)?));
        }
        // "Until May" takes May in, "since May" too.
        if let Some(rest) = after_any(text, &UNTIL) {
            let after = self.part(rest)?.last_day().succ_opt();
            return Ok(Reading::Before(Part::Day(after.ok_or(Fault::NotADate)?)));
        }
        if let Some(rest) = after_any(text, &SINCE) {
            let before = self.part(rest)?.first_day().pred_opt();
            return Ok(Reading::After(Part::Day(before.ok_or(Fault::NotADate)?)));
        }
        if let Some(rest) = after_any(text, &WEEK_FROM) {
            let first = self.part(rest)?.first_day();
            return days(Some(first), first.checked_add_days(Days::new(6)));
        }
        if let Some(rest) = after_any(text, &WEEK_TO) {
            let last = self.part(rest)?.last_day();
            return days(last.checked_sub_days(Days::new(6)), Some(last));
        }
        self.third(text)
            .or_else(|| self.season(text))
            .or_else(|| decade(text).map(|(from, to)| years(from, to)))
            .or_else(|| iso_week(text))
            .unwrap_or(Err(Fault::NotADate))
    }

    /// "between 3 and 10 May 2022", "from A to B", "2019-2020", "3-10 May 2022", "A - B".
    fn range(&self, text: &str) -> Option<Result<Reading, Fault>> {
        const JOINS: [&str; 6] = [" and ", " to ", " until ", " till ", " & ", " - "];
        if let Some(rest) = after_any(text, &["between ", "from ", "sometime between "]) {
            return self.range(rest);
        }
        if let Some(pair) = JOINS.iter().find_map(|join| text.split_once(join)) {
            return Some(self.between(pair));
        }
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (left, right) = text.split_once('-').or_else(|| text.split_once('/'))?;
        // "2019-20" and "2019/20" are two years; "2019-12" and "12/2019" are months.
        if left.len() == 4 && number(left) && number(right) && (right.len() == 4 || right > "12") {
            let to = if right.len() == 2 {
                format!("{}{right}", left.get(..2)?)
            } else {
                right.to_owned()
            };
            return (to.len() == 4).then(|| self.between((left, &to)));
        }
        // "3-10 May 2022", "12/13 March 2021": a name of a month tells it from a date.
        let named = right.contains(' ') && right.contains(char::is_alphabetic);
        if left.len() <= 2
            && number(left)
            && named
            && right.starts_with(|c: char| c.is_ascii_digit())
        {
            return Some(self.between((left, right)));
        }
        // "12/03/21-14/03/21".
        let (left, right) = text.split_once('-')?;
        (left.contains(['/', '.']) && right.contains(['/', '.']))
            .then(|| self.between((left, right)))
    }

    /// Both ends; the first borrows its month and year from the second.
    fn between(&self, (left, right): (&str, &str)) -> Result<Reading, Fault> {
        let end = |text: &str| -> Result<(Option<Weekday>, Partial), Fault> {
            match parse::weekday_first(text.trim()) {
                Some((weekday, rest)) => Ok((Some(weekday), self.partial(rest)?)),
                None => Ok((None, self.partial(text.trim())?)),
            }
        };
        let check = |weekday: Option<Weekday>, part: Part| match (weekday, part) {
            (Some(weekday), Part::Day(day)) if chrono::Datelike::weekday(&day) != weekday => {
                Err(Fault::Weekday(weekday, day))
            }
            (Some(_), Part::Month { .. } | Part::Year(_)) => Err(Fault::NotADate),
            _ => Ok(part),
        };
        let (last_weekday, last) = end(right)?;
        let to = check(last_weekday, self.complete(last)?)?;
        let written_year = Some(chrono::Datelike::year(&to.first_day()));
        let (first_weekday, first) = end(left)?;
        let borrowed = first.year.is_none();
        let first = Partial {
            year: first.year.or(written_year),
            month: first.month.or(if first.day.is_some() {
                last.month
            } else {
                None
            }),
            ..first
        };
        let mut from = self.complete(first)?;
        if borrowed && from.first_day() > to.last_day() && first.month != last.month {
            // "between December and February 2021" began the year before.
            let year = first.year.map(|year| year - 1);
            from = self.complete(Partial { year, ..first })?;
        }
        let from = check(first_weekday, from)?;
        if to.last_day() < from.first_day() {
            return Err(Fault::BackToFront);
        }
        Ok(Reading::Between(from, to))
    }

    /// "early 2019", "mid-March 2021", "the end of 2019", "late 1990s": a third of it.
    fn third(&self, text: &str) -> Option<Result<Reading, Fault>> {
        const THIRDS: [(&str, u32); 9] = [
            ("early", 0),
            ("beginning of", 0),
            ("start of", 0),
            ("middle of", 1),
            ("mid", 1),
            ("late", 2),
            ("end of", 2),
            ("latter part of", 2),
            ("first part of", 0),
        ];
        let text = text.strip_prefix("in ").unwrap_or(text);
        let text = text.strip_prefix("the ").unwrap_or(text);
        let (rest, third) = THIRDS.iter().find_map(|(word, third)| {
            let rest = text.strip_prefix(word)?.strip_prefix([' ', '-'])?;
            Some((rest.strip_prefix("in ").unwrap_or(rest), *third))
        })?;
        if let Some((from, _)) = decade(rest) {
            let (first, last) = match third {
                0 => (0, 3),
                1 => (4, 6),
                _ => (7, 9),
            };
            return Some(years(from + first, from + last));
        }
        Some(self.part(rest).and_then(|part| match part {
            Part::Day(_) => Err(Fault::NotADate),
            Part::Year(year) => Ok(months((year, third * 4 + 1), (year, third * 4 + 4))),
            Part::Month { .. } => {
                let first = part
                    .first_day()
                    .checked_add_days(Days::new(u64::from(third * 10)));
                let last = match third {
                    2 => Some(part.last_day()),
                    _ => first.and_then(|day| day.checked_add_days(Days::new(9))),
                };
                days(first, last)
            }
        }))
    }

    /// "spring 2019", "winter 2019/20", "autumn term 2021".
    fn season(&self, text: &str) -> Option<Result<Reading, Fault>> {
        let (name, rest) = text.split_once(' ')?;
        let (term, rest) = match rest.strip_prefix("term ") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (from, to) = match (name, term) {
            ("spring", false) => (3, 5),
            ("summer", false) => (6, 8),
            ("autumn", false) => (9, 11),
            ("winter", false) => (12, 14),
            ("spring", true) => (1, 4),
            ("summer", true) => (4, 7),
            ("autumn", true) => (9, 12),
            _ => return None,
        };
        let rest = rest.strip_prefix("of ").unwrap_or(rest);
        let year = rest.split(['/', '-']).next().unwrap_or(rest);
        Some(match self.part(year) {
            Ok(Part::Year(year)) if to > 12 => Ok(months((year, from), (year + 1, to - 12))),
            Ok(Part::Year(year)) => Ok(months((year, from), (year, to))),
            _ => Err(Fault::NotADate),
        })
    }
}

/// "1990s", "the 90s" is not read: it could be an age.
fn decade(text: &str) -> Option<(i32, i32)> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let year: i32 = text
        .strip_suffix("'s")
        .or_else(|| text.strip_suffix('s'))?
        .parse()
        .ok()?;
    ((1800..2200).contains(&year) && year % 10 == 0).then_some((year, year + 9))
}

/// "2021-w10" is a week, "2021-w10-3" a day (ISO 8601).
fn iso_week(text: &str) -> Option<Result<Reading, Fault>> {
    let (year, week) = text.split_once("-w").or_else(|| text.split_once('w'))?;
    if year.len() != 4 {
        return None;
    }
    let (week, day) = match week.split_once('-') {
        Some((week, day)) => (week, Some(day.parse::<u8>().ok()?)),
        None => (week, None),
    };
    let (year, week) = (year.parse::<i32>().ok()?, week.parse::<u32>().ok()?);
    let on =
        |weekday| NaiveDate::from_isoywd_opt(year, week, weekday).ok_or(Fault::NoSuchDay(None));
    Some(match day {
        None => on(Weekday::Mon)
            .and_then(|first| days(Some(first), first.checked_add_days(Days::new(6)))),
        Some(day) => match Weekday::try_from(day.wrapping_sub(1)) {
            Ok(weekday) => on(weekday).map(|day| Reading::On(Part::Day(day))),
            Err(_) => Err(Fault::NoSuchDay(None)),
        },
    })
}

fn after_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Reading, Fault> {
    let (Some(from), Some(to)) = (from, to) else {
        return Err(Fault::NotADate);
    };
    Ok(Reading::Between(Part::Day(from), Part::Day(to)))
}

fn months(from: (i32, u32), to: (i32, u32)) -> Reading {
    let part = |(year, month)| Part::Month { year, month };
    Reading::Between(part(from), part(to))
}

fn years(from: i32, to: i32) -> Result<Reading, Fault> {
    Ok(Reading::Between(Part::Year(from), Part::Year(to)))
}
