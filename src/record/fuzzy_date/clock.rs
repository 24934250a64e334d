//! The time of day that stands behind a written date.

use chrono::NaiveTime;

/// Parts a lower-case date from the time of day behind it ("14.11.20 22:40", "2021-03-10t14:20:00z",
/// "3 may 2022 at 2.30 pm", "3/5/22 10:00-12:00": the beginning counts).
///
/// Midnight written with seconds is how programs export a day without a time, so it gives no time.
pub(super) fn split(text: &str) -> (&str, Option<NaiveTime>) {
    if let Some((day, clock)) = text.split_once('t')
        && day.len() >= 8
        && day.ends_with(|c: char| c.is_ascii_digit())
        && let Some(time) = read(clock.split(['z', '+', '-']).next().unwrap_or(clock))
    {
        return (day, time);
    }
    // Half past two may be one word or two: the longer reading is tried first.
    for words in [2, 1] {
        if let Some((day, clock)) = cut(text, words)
            && let Some(time) = read(clock.split('-').next().unwrap_or(clock))
        {
            let day = day.strip_suffix(" at").unwrap_or(day);
            let day = day.trim_end_matches([',', '@', '-', ' ']);
            // "3/5/22 10:00 - 12:00": what is left may end in the beginning of the time.
            return match (time, split(day)) {
                (_, (earlier, Some(begin))) => (earlier, Some(begin)),
                (time, _) => (day, time),
            };
        }
    }
    (text, None)
}

/// Cuts the last words off; the words cut off are never all of the text.
fn cut(text: &str, words: usize) -> Option<(&str, &str)> {
    let (place, _) = text.rmatch_indices(' ').nth(words - 1)?;
    Some((text.get(..place)?.trim_end(), text.get(place + 1..)?))
}

/// A time of day; the inner `None` is a midnight that means "no time".
fn read(clock: &str) -> Option<Option<NaiveTime>> {
    let clock = clock
        .trim()
        .trim_start_matches("at ")
        .trim_start_matches('@');
    let (digits, half) = if let Some(rest) = clock.strip_suffix("am") {
        (rest, Some(0))
    } else if let Some(rest) = clock.strip_suffix("pm") {
        (rest, Some(12))
    } else {
        (clock, None)
    };
    let bare = digits
        .strip_suffix("hrs")
        .or_else(|| digits.strip_suffix("hours"));
    let numbers = bare.unwrap_or(digits).trim();
    let marked = half.is_some() || bare.is_some();
    let parts: Vec<&str> = numbers.split([':', '.']).collect();
    let number = |text: &str| match text.len() {
        1 | 2 if text.bytes().all(|b| b.is_ascii_digit()) => text.parse::<u32>().ok(),
        _ => None,
    };
    let (hour, minute, second) = match parts.as_slice() {
        [hour] if half.is_some() => (number(hour)?, 0, None),
        [four] if marked && four.len() == 4 && four.is_ascii() => {
            (number(four.get(..2)?)?, number(four.get(2..)?)?, None)
        }
        [hour, minute] if minute.len() == 2 => (number(hour)?, number(minute)?, None),
        [hour, minute, second, ..] if numbers.contains(':') => {
            (number(hour)?, number(minute)?, Some(number(second)?))
        }
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(half) => hour % 12 + half,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))?;
    let no_time = second.is_some() && time == NaiveTime::MIN;
    Some((!no_time).then_some(time))
}
