//! How a case moves between supervisions: how long ago the last one was, what was written since, what was written this week.

use crate::insight::spans::span;
use crate::practice::attention;
use crate::record::CaseLine;
use chrono::{Days, NaiveDate};

/// How it stands with the supervision of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supervised {
    /// In the time that the team agreed, or the case is closed and needs none.
    InTime,
    /// Longer ago than the team agreed.
    TooLongAgo,
    /// None is recorded, so nobody can tell from the record how long ago it was.
    NotRecorded,
}

/// How it stands with the supervision of a case on a day.
pub fn supervised(case: &CaseLine, today: NaiveDate) -> Supervised {
    let weeks = i64::from(attention().supervision_weeks);
    match case.supervised_on {
        _ if case.closed => Supervised::InTime,
        None => Supervised::NotRecorded,
        Some(on) if (today - on).num_days() > weeks * 7 => Supervised::TooLongAgo,
        Some(_) => Supervised::InTime,
    }
}

/// How many things are late in a case.
pub fn late(case: &CaseLine, today: NaiveDate) -> usize {
    match case.closed {
        true => 0,
        false => case.dues.iter().filter(|due| due.day < today).count(),
    }
}

/// How many records were written in the last seven days.
pub fn this_week(case: &CaseLine, today: NaiveDate) -> u32 {
    today
        .checked_sub_days(Days::new(7))
        .map_or(0, |week_ago| written_after(case, week_ago))
}

/// How many records of the last weeks were written after a day.
fn written_after(case: &CaseLine, day: NaiveDate) -> u32 {
    let days = case.recent.iter().filter(|(on, _)| *on > day);
    days.map(|(_, count)| count).sum()
}

/// The time since the last supervision and what was written in it: "2w, +4", "9w, steady", "none recorded".
///
/// A line remembers a few weeks only; of an older supervision it tells what was written lately.
pub fn since_supervision(case: &CaseLine, today: NaiveDate) -> String {
    if case.closed {
        return String::new();
    }
    let Some(on) = case.supervised_on else {
        return "none recorded".to_owned();
    };
    let ago = match (today - on).num_days() {
        ..=0 => "today".to_owned(),
        _ => span(on, today),
    };
    match written_after(case, on) {
        0 => format!("{ago}, steady"),
        count => format!("{ago}, +{count}"),
    }
}
