//! Dates told from today: "yesterday", "-2w", "3 days ago", "last monday", "last month".

use super::{Part, Reading, words};
use chrono::{Datelike, Days, Months, NaiveDate};

/// What lower-case words mean when they are written today; `None` when they do not speak of today.
pub(super) fn read(text: &str, today: NaiveDate) -> Option<Reading> {
    let day = |day: Option<NaiveDate>| day.map(|day| Reading::On(Part::Day(day)));
    match text {
        "today" | "now" | "this morning" | "this afternoon" | "this evening" => {
            return day(Some(today));
        }
        "yesterday" | "last night" => return day(today.pred_opt()),
        "tomorrow" => return day(today.succ_opt()),
        _ => {}
    }
    if let Some(word) = text
        .strip_prefix("last ")
        .or_else(|| text.strip_prefix("this "))
    {
        let last = text.starts_with("last");
        return match word {
            "week" => {
                let monday = today.week(chrono::Weekday::Mon).checked_first_day()?;
                let monday = monday.checked_sub_days(Days::new(if last { 7 } else { 0 }))?;
                let sunday = monday.checked_add_days(Days::new(6))?;
                Some(Reading::Between(Part::Day(monday), Part::Day(sunday)))
            }
            "month" => {
                let month = today.checked_sub_months(Months::new(u32::from(last)))?;
                Some(Reading::On(Part::Month {
                    year: month.year(),
                    month: month.month(),
                }))
            }
            "year" => Some(Reading::On(Part::Year(today.year() - i32::from(last)))),
            // "Last Monday" on a Monday is a week ago, "this Monday" is today.
            _ => {
                let before = if last { today.pred_opt()? } else { today };
                day(latest_weekday(word, before))
            }
        };
    }
    if let Some(past) = text.strip_suffix(" ago") {
        return day(step(past, today, false));
    }
    if let Some(past) = text.strip_prefix('-') {
        return day(step(past, today, false));
    }
    if let Some(ahead) = text.strip_prefix('+') {
        return day(step(ahead, today, true));
    }
    day(latest_weekday(text, today))
}

/// The latest day up to this one that was this weekday. A record that says "Monday" on a Monday means that day.
fn latest_weekday(word: &str, until: NaiveDate) -> Option<NaiveDate> {
    let weekday = words::weekday(word)?;
    let back = until.weekday().days_since(weekday);
    until.checked_sub_days(Days::new(u64::from(back)))
}

/// A step of days, weeks, months or years from today: "2w", "3 days", "a week".
fn step(text: &str, today: NaiveDate, ahead: bool) -> Option<NaiveDate> {
    let text = text.trim();
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    let (count, unit) = match (number, unit.split_once(' ')) {
        ("", Some(("a" | "an" | "one", unit))) => (1, unit),
        ("", _) => return None,
        _ => (number.parse::<u32>().ok()?, unit),
    };
    let days = |each: u32| {
        let days = Days::new(u64::from(count) * u64::from(each));
        if ahead {
            today.checked_add_days(days)
        } else {
            today.checked_sub_days(days)
        }
    };
    let months = |each: u32| {
        let months = Months::new(count.checked_mul(each)?);
        if ahead {
            today.checked_add_months(months)
        } else {
            today.checked_sub_months(months)
        }
    };
    match unit.trim() {
        "d" | "day" | "days" => days(1),
        "w" | "week" | "weeks" => days(7),
        "f" | "fortnight" | "fortnights" => days(14),
        "m" | "month" | "months" => months(1),
        "y" | "year" | "years" => months(12),
        _ => None,
    }
}
