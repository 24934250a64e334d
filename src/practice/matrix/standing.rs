//! Where a child stands in the matrix before a reading: the zone, since when, and what was agreed about the clock.

use super::months::{full_months, months_after};
use super::{Lives, Zone};
use chrono::NaiveDate;

/// Where a child stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The zone that people decided last.
    pub zone: Zone,
    /// The day from which it counts; `None` when nobody has said.
    pub since: Option<NaiveDate>,
    /// The months of the period: six, unless another was agreed for the child's age. Never less than one (rule A18).
    pub months: u32,
    /// Where the child lives; `None` when nobody has said.
    pub lives: Option<Lives>,
    /// The day on which the child came home from care, when that was so.
    pub returned: Option<NaiveDate>,
    /// Whether it was agreed that capacity shown before the zone began counts in full (rule A2).
    pub earlier_capacity_counts: bool,
}

/// The least time of support after a return (rule T4). It is a minimum, so no agreed period shortens it.
const SUPPORT_AFTER_RETURN: u32 = 6;

impl Standing {
    /// A child in a zone since a day, with the period of six months.
    pub fn new(zone: Zone, since: Option<NaiveDate>) -> Standing {
        Standing {
            zone,
            since,
            months: 6,
            lives: None,
            returned: None,
            earlier_capacity_counts: false,
        }
    }

    /// The months of the period, never less than one.
    pub fn period(&self) -> u32 {
        self.months.max(1)
    }

    /// The day on which the period in the zone is full.
    pub fn full_on(&self) -> Option<NaiveDate> {
        Some(months_after(self.since?, self.period()))
    }

    /// Whether the period in the zone is full.
    pub fn is_full(&self, today: NaiveDate) -> Option<bool> {
        Some(self.full_on()? <= today)
    }

    /// How many full months the child has been in the zone.
    pub fn months_in_zone(&self, today: NaiveDate) -> Option<u32> {
        Some(full_months(self.since?, today))
    }

    /// The day until which support goes on after a return home.
    pub fn supported_until(&self) -> Option<NaiveDate> {
        Some(months_after(self.returned?, SUPPORT_AFTER_RETURN))
    }

    /// The day from which shown capacity counts towards a better zone. In Yellow that is the later of the day it was
    /// first shown and the day the zone began, for the six months that led to Yellow would otherwise count twice (rule
    /// A2). Orange and Red are the zones in which capacity is not shown yet, so there all of it counts (rule A8).
    pub fn capacity_counts_from(&self, shown: NaiveDate) -> NaiveDate {
        match self.since {
            Some(since) if self.zone == Zone::Yellow && !self.earlier_capacity_counts => {
                shown.max(since)
            }
            _ => shown,
        }
    }
}
