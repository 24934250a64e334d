//! The clock of a zone: since when, how much of its period has passed, when it is full, and what that time is to a child.

use crate::practice::Zone;
use crate::practice::matrix::months::{full_months, months_after};
use crate::record::{FuzzyDate, ZoneSpell};
use chrono::NaiveDate;

/// The clock of a child's zone on a day. "Six months" is calendar months, clamped to the end of a short month (rule A1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The zone.
    pub zone: Zone,
    /// Since when.
    pub since: NaiveDate,
    /// The months of the period.
    pub months: u32,
    /// The day on which the period is full.
    pub full_on: NaiveDate,
    /// The day by which people decide: that on which the period is full, or some months after they last decided when
    /// they did so about its end.
    pub decide_by: NaiveDate,
    /// The day on which the clock is read.
    pub today: NaiveDate,
}

/// How many marks a drawn clock has.
pub const MARKS: u32 = 6;

/// The most that a time is extended by, in months (rule A6).
const EXTENDED_BY: u32 = 3;

impl Clock {
    /// The clock of the spell in which a child is on a day; `None` before the first.
    pub fn on(spells: &[ZoneSpell], today: NaiveDate) -> Option<Clock> {
        let spell = spells.iter().rev().find(|spell| spell.from <= today)?;
        let full_on = months_after(spell.from, spell.months);
        let about_the_end = months_after(spell.from, spell.months * (MARKS - 1) / MARKS);
        let decided = spell.last_decided > spell.from && spell.last_decided >= about_the_end;
        Some(Clock {
            zone: spell.zone,
            since: spell.from,
            months: spell.months,
            full_on,
            decide_by: match decided {
                true => full_on.max(months_after(spell.last_decided, EXTENDED_BY)),
                false => full_on,
            },
            today,
        })
    }

    /// Full calendar months in the zone.
    pub fn months_in(&self) -> u32 {
        full_months(self.since, self.today)
    }

    /// How many of the marks are full: a mark a month, or a sixth of another period.
    pub fn marks(&self) -> u32 {
        (self.months_in() * MARKS / self.months.max(1)).min(MARKS)
    }

    /// Whether the period is full.
    pub fn is_full(&self) -> bool {
        self.full_on <= self.today
    }

    /// Days until the period is full; 0 from then on.
    pub fn days_left(&self) -> i64 {
        (self.full_on - self.today).num_days().max(0)
    }

    /// "5m 20d": months and days in the zone; years from two on.
    pub fn time_in_zone(&self) -> String {
        let months = self.months_in();
        let days = (self.today - months_after(self.since, months)).num_days();
        match months {
            24.. => format!("{}y {:>2}m", months / 12, months % 12),
            _ => format!("{months}m {days:>2}d"),
        }
    }

    /// The clock drawn: a mark for each sixth of the period that has passed, and one for each that has not.
    pub fn drawn(&self, ascii: bool) -> String {
        let (full, open) = if ascii { ("#", "-") } else { ("▰", "▱") };
        let marks = usize::try_from(self.marks()).unwrap_or(0);
        let rest = usize::try_from(MARKS).unwrap_or(0) - marks;
        full.repeat(marks) + &open.repeat(rest)
    }

    /// How much of a child's life so far has been spent in this zone, in hundredths; `None` when the birth is not known.
    pub fn share_of_life(&self, born: &FuzzyDate) -> Option<i64> {
        let born = born.anchor()?;
        let life = (self.today - born).num_days();
        let inside = (self.today - self.since.max(born)).num_days();
        (life > 0).then(|| (inside * 100 + life / 2) / life)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(zone: Zone, from: &str, today: &str) -> Clock {
        let from = from.parse().unwrap();
        let spell = ZoneSpell {
            zone,
            from,
            last_decided: from,
            months: 6,
        };
        Clock::on(&[spell], today.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_clock_is_full_on_the_day_that_the_calendar_says() {
        for (from, full) in [
            ("2025-08-31", "2026-02-28"),
            ("2023-08-29", "2024-02-29"),
            ("2024-08-29", "2025-02-28"),
            ("2025-03-17", "2025-09-17"),
            ("2025-12-15", "2026-06-15"),
        ] {
            let on_the_day = clock(Zone::Orange, from, full);
            assert_eq!(on_the_day.full_on.to_string(), full);
            assert!(
                on_the_day.is_full() && on_the_day.marks() == MARKS,
                "{from}"
            );
            let before = clock(
                Zone::Orange,
                from,
                &(on_the_day.full_on - chrono::Days::new(1)).to_string(),
            );
            assert!(!before.is_full() && before.marks() == MARKS - 1, "{from}");
        }
    }

    #[test]
    fn time_is_told_in_months_and_days_and_drawn_in_sixths() {
        let kuba = clock(Zone::Orange, "2026-05-26", "2026-11-23");
        assert_eq!(
            (kuba.time_in_zone().as_str(), kuba.drawn(false).as_str()),
            ("5m 28d", "▰▰▰▰▰▱")
        );
        assert_eq!((kuba.days_left(), kuba.drawn(true).as_str()), (3, "#####-"));
        let wren = clock(Zone::Yellow, "2026-02-23", "2026-11-23");
        assert_eq!(
            (wren.time_in_zone().as_str(), wren.drawn(true).as_str()),
            ("9m  0d", "######")
        );
        let lowri = clock(Zone::Yellow, "2024-03-04", "2026-11-23");
        assert_eq!(lowri.time_in_zone(), "2y  8m");
    }

    #[test]
    fn a_decision_about_the_end_of_the_time_is_heard() {
        let decided = |last: &str| {
            let spell = ZoneSpell {
                zone: Zone::Red,
                from: "2025-11-24".parse().unwrap(),
                last_decided: last.parse().unwrap(),
                months: 6,
            };
            let today = "2026-11-23".parse().unwrap();
            Clock::on(&[spell], today).unwrap().decide_by.to_string()
        };
        assert_eq!(decided("2025-11-24"), "2026-05-24");
        assert_eq!(decided("2026-02-10"), "2026-05-24", "in the middle of it");
        assert_eq!(
            decided("2026-05-22"),
            "2026-08-22",
            "looked at again three months later"
        );
    }

    #[test]
    fn the_same_time_is_more_of_a_younger_life() {
        let of = |born: &str| {
            clock(Zone::Orange, "2026-05-23", "2026-11-23")
                .share_of_life(&FuzzyDate::day(born.parse().unwrap()))
        };
        assert_eq!(of("2017-11-02"), Some(6));
        assert_eq!(of("2025-11-23"), Some(50));
        assert_eq!(of("2026-08-23"), Some(100), "born in it");
        assert_eq!(Clock::on(&[], "2026-11-23".parse().unwrap()), None);
    }
}
