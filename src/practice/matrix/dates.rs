//! Days ahead: those on which what is indicated changes by itself, and those on which people look again.

use super::indicate::settle;
use super::months::{full_months, months_after};
use super::{Capacity, Lives, Outcome, Reading, RiskStatus, Rule, Standing, Zone, rule};
use chrono::NaiveDate;

/// A day on which something falls due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateAhead {
    /// The day.
    pub on: NaiveDate,
    /// What falls due.
    pub rule: &'static Rule,
    /// What that is, in a sentence.
    pub words: String,
    /// What would be indicated on that day if nothing else changed.
    pub then: Outcome,
}

/// How often it is asked whether there is enough change in Yellow once its period is over (rule D12).
const ASKED_EVERY: u32 = 3;

pub(super) fn dates(standing: &Standing, reading: &Reading, today: NaiveDate) -> Vec<DateAhead> {
    let mut found: Vec<(Option<NaiveDate>, &str)> = Vec::new();
    if reading.risk == Some(RiskStatus::NewOrReemerged) {
        found.push((Some(today), "D13"));
    }
    match standing.zone {
        Zone::Green => {
            let id = match standing.lives {
                Some(Lives::Away) => "D11",
                _ => "D1",
            };
            found.push((standing.full_on(), id));
            found.push((standing.supported_until(), "D2"));
        }
        Zone::Yellow => {
            found.push((capacity_full_on(standing, reading), "D3"));
            found.push((next_question(standing, today), "D12"));
        }
        Zone::Orange => {
            found.push((capacity_full_on(standing, reading), "D4"));
            let (plan, last) = drift_days(standing);
            found.push((plan, "D6-4"));
            found.push((last, "D6-5"));
            found.push((standing.full_on(), "D6"));
        }
        Zone::Red => {
            found.push((capacity_full_on(standing, reading), "D5"));
            found.push((standing.full_on(), "D7"));
        }
    }
    let mut dates: Vec<_> = found
        .into_iter()
        .filter_map(|(on, id)| Some((on.filter(|on| *on >= today)?, rule(id))))
        .map(|(on, rule)| DateAhead {
            on,
            rule,
            words: rule.said(standing.period()),
            then: settle(standing, reading, on).outcome,
        })
        .collect();
    dates.sort_by_key(|date| date.on);
    dates
}

/// The day on which capacity has been shown for the period, as it counts in this zone.
pub(super) fn capacity_full_on(standing: &Standing, reading: &Reading) -> Option<NaiveDate> {
    match reading.capacity {
        Some(Capacity::Shown(Some(since))) => Some(months_after(
            standing.capacity_counts_from(since),
            standing.period(),
        )),
        _ => None,
    }
}

/// The days on which the end of the time in Orange is announced: after four and five months of six, and as much of
/// another period in whole months. A period too short for whole months announces less.
pub fn drift_days(standing: &Standing) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let period = standing.period();
    let part =
        |sixths: u32| u32::try_from(u64::from(period) * u64::from(sixths) / 6).unwrap_or(period);
    let (plan, last) = (part(4), part(5));
    let day = |months| Some(months_after(standing.since?, months));
    (
        day(plan).filter(|_| plan > 0 && plan < last),
        day(last).filter(|_| last > 0),
    )
}

/// The next day, from one on, on which it is asked whether there is enough change in Yellow: after the period, and then
/// every three months (rule D12).
pub fn next_question(standing: &Standing, today: NaiveDate) -> Option<NaiveDate> {
    let since = standing.since?;
    let period = standing.period();
    let over = full_months(since, today).saturating_sub(period);
    let asked = period.saturating_add(over / ASKED_EVERY * ASKED_EVERY);
    let next = months_after(since, asked);
    Some(match next < today {
        true => months_after(since, asked.saturating_add(ASKED_EVERY)),
        false => next,
    })
}
