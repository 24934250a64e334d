//! Where a child stands in the matrix on a day: the zone, its clock, what was read, and what follows.

use super::clock::Clock;
use super::read::{Read, read};
use super::replay::Indicated;
use super::standing::{decisions_until, standing};
use crate::practice::matrix::{RiskStatus, classify, indicate};
use crate::record::{CaseFile, RecordId, ZoneSpell};
use chrono::NaiveDate;

/// Where a child stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// The clock of the zone; `None` while no zone was decided.
    pub clock: Option<Clock>,
    /// What was read, and where from.
    pub read: Read,
    /// What the matrix indicates.
    pub indicated: Indicated,
}

/// Where a child stands at the end of a day.
pub fn present(file: &CaseFile, child: RecordId, day: NaiveDate) -> Present {
    let decisions = decisions_until(file, child, day);
    let read = read(file, &decisions, day);
    let indicated = match standing(file, child, &decisions, day) {
        None => Indicated::First(classify(&read.levels, read.reading.capacity)),
        Some(standing) => {
            let mut reading = read.reading;
            // The decision that named a new risk has answered it; how it stands since then, somebody has to say.
            reading.risk = reading
                .risk
                .filter(|risk| *risk != RiskStatus::NewOrReemerged);
            Indicated::Again(standing, Box::new(indicate(&standing, &reading, day)))
        }
    };
    Present {
        clock: Clock::on(&ZoneSpell::made_by(&decisions), day),
        read,
        indicated,
    }
}
