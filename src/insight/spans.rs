//! How long something lasted, or how long ago it was, in few letters: "3d", "5w", "7m", "2y4m".

use super::ages::months_between;
use chrono::NaiveDate;

/// The time from one day to another in as few letters as people need: days up to two weeks, weeks up to two months,
/// months up to two years, then years and months. Empty when the second day is earlier.
pub fn span(from: NaiveDate, to: NaiveDate) -> String {
    let Some(months) = months_between(from, to) else {
        return String::new();
    };
    match (to - from).num_days() {
        days @ ..14 => format!("{days}d"),
        days if months < 2 => format!("{}w", days / 7),
        _ if months < 24 => format!("{months}m"),
        _ if months % 12 == 0 => format!("{}y", months / 12),
        _ => format!("{}y{}m", months / 12, months % 12),
    }
}

/// How long ago a day was: "today", "yesterday", "3w ago"; "in 3d" for a day ahead.
pub fn ago(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        ahead if ahead < 0 => format!("in {}", span(today, day)),
        _ => format!("{} ago", span(day, today)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_the_unit_in_which_people_think() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let said = |day: &str| ago(day.parse().unwrap(), today);
        assert_eq!(said("2026-11-23"), "today");
        assert_eq!(said("2026-11-22"), "yesterday");
        assert_eq!(said("2026-11-10"), "13d ago");
        assert_eq!(said("2026-11-09"), "2w ago");
        assert_eq!(said("2026-09-24"), "8w ago");
        assert_eq!(said("2026-09-23"), "2m ago");
        assert_eq!(said("2025-02-23"), "21m ago");
        assert_eq!(said("2024-11-23"), "2y ago");
        assert_eq!(said("2022-11-18"), "4y ago");
        assert_eq!(said("2022-05-18"), "4y6m ago");
        assert_eq!(said("2026-11-26"), "in 3d");
    }
}
