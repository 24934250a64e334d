//! A length of time as a timescale sets it: "20 working days", "6 weeks", "72 hours".

use crate::practice::matrix::months::months_after;
use crate::practice::nearest::nearest_name;
use crate::practice::working_days::{Counted, WorkingDays};
use chrono::{Days, NaiveDate};
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Monday to Friday without bank holidays.
    WorkingDays,
    /// Calendar days.
    Days,
    /// Hours, counted from the time of day at which something began.
    Hours,
    /// Weeks of seven days.
    Weeks,
    /// Calendar months, clamped to a month's end.
    Months,
}

impl Unit {
    const NAMES: [(Unit, &str, &str); 5] = [
        (Unit::WorkingDays, "working day", "working days"),
        (Unit::Days, "day", "days"),
        (Unit::Hours, "hour", "hours"),
        (Unit::Weeks, "week", "weeks"),
        (Unit::Months, "month", "months"),
    ];

    fn named(name: &str) -> Option<Unit> {
        let names = Unit::NAMES.iter();
        let mut found = names.filter(|(_, one, many)| *one == name || *many == name);
        found.next().map(|(unit, ..)| *unit)
    }

    fn word(self, number: u32) -> &'static str {
        let names = Unit::NAMES.iter();
        let mut found = names.filter(|(unit, ..)| *unit == self);
        let words = found.next();
        words.map_or("", |(_, one, many)| if number == 1 { one } else { many })
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Span {
    /// How many; at least 1.
    pub number: u32,
    /// Of what.
    pub unit: Unit,
}

impl Span {
    /// The last day of a time that starts on a day. That day is day 0; where it counts as the first, the time ends a day
    /// sooner. Hours end at the time of day at which they began, on the day that is told.
    pub fn after(
        self,
        start: NaiveDate,
        first_day_counts: bool,
        calendar: &WorkingDays,
    ) -> Counted {
        let days = |days: u64| {
            let days = start.checked_add_days(Days::new(days));
            Counted::on(days.unwrap_or(NaiveDate::MAX))
        };
        let number = u64::from(self.number);
        let mut counted = match self.unit {
            Unit::WorkingDays => calendar.after(start, self.number),
            Unit::Days => days(number),
            Unit::Hours => days(number.div_ceil(24)),
            Unit::Weeks => days(number.saturating_mul(7)),
            Unit::Months => Counted::on(months_after(start, self.number)),
        };
        if first_day_counts {
            counted.day = counted.day.pred_opt().unwrap_or(counted.day);
        }
        counted
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number, self.unit.word(self.number))
    }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Span, String> {
        let (number, unit) = text.trim().split_once(' ').unwrap_or((text, ""));
        let unit = unit.trim();
        let number: Option<u32> = number.parse().ok().filter(|number| *number > 0);
        let near = || {
            let names = Unit::NAMES.iter().flat_map(|(_, one, many)| [*one, *many]);
            nearest_name(unit, names)
                .map_or(String::new(), |near| format!("; did you mean \"{near}\"?"))
        };
        match (number, Unit::named(unit)) {
            (Some(number), Some(unit)) => Ok(Span { number, unit }),
            (Some(_), None) if !unit.is_empty() => Err(format!(
                "\"{text}\" is no length of time: there is no unit \"{unit}\"{}",
                near()
            )),
            _ => Err(format!(
                "\"{text}\" is no length of time; write a number and working days, days, hours, weeks or months, such as \
                 \"20 working days\""
            )),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = String;

    fn try_from(text: String) -> Result<Span, String> {
        text.parse()
    }
}
