//! Why a child on the caseload needs someone, the strongest reason first, in words.

use crate::insight::ages::Age;
use crate::insight::gaps::SIX_MONTHS;
use crate::insight::spans::span;
use crate::insight::zones::clock::{Clock, MARKS};
use crate::practice::{Zone, attention};
use crate::record::{CaseLine, ChildLine};
use chrono::{Months, NaiveDate};
use std::fmt;

/// A reason. The order is that of the caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The period in Orange or Red is over, and people have not decided since: so many days.
    LimitPassed(Zone, i64),
    /// It is over in so many days.
    LimitNear(Zone, i64),
    /// Imports left so many questions that nobody has answered.
    Questions(u32),
    /// Nobody has written anything with a day.
    NothingWritten,
    /// The last event written down was so long ago, six months or more.
    SilentFor(String),
    /// The same, longer than visits lie apart.
    QuietFor(String),
    /// The period in Yellow is over: people decide between more time and Orange.
    YellowFull,
    /// The period in Green is over: closing may be considered.
    GreenFull,
    /// The family has no child recorded.
    NoChild,
    /// Nobody recorded when the child was born.
    NoBirthDate,
    /// Nobody recorded where the child lives.
    NoHome,
    /// Not born yet.
    Unborn,
    /// In the first year of life.
    Baby,
}

impl Reason {
    /// Its place in the order, the first 0.
    pub fn rank(&self) -> u8 {
        match self {
            Reason::LimitPassed(..) => 0,
            Reason::LimitNear(..) => 1,
            Reason::Questions(_) => 2,
            Reason::NothingWritten => 3,
            Reason::SilentFor(_) => 4,
            Reason::QuietFor(_) => 5,
            Reason::YellowFull => 6,
            Reason::GreenFull => 7,
            Reason::NoChild => 8,
            Reason::NoBirthDate => 9,
            Reason::NoHome => 10,
            Reason::Unborn => 11,
            Reason::Baby => 12,
        }
    }
}

/// In the few words of a row.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::LimitPassed(zone, 0) => write!(f, "{}: limit today", zone.word()),
            Reason::LimitPassed(zone, days) => write!(f, "{}: {days}d over", zone.word()),
            Reason::LimitNear(zone, days) => write!(f, "{}: {days}d left", zone.word()),
            Reason::YellowFull => f.write_str("time, or Orange?"),
            Reason::GreenFull => f.write_str("may close?"),
            Reason::Questions(1) => f.write_str("1 question"),
            Reason::Questions(count) => write!(f, "{count} questions"),
            Reason::NothingWritten => f.write_str("no dated entry yet"),
            Reason::SilentFor(span) | Reason::QuietFor(span) => write!(f, "nothing for {span}"),
            Reason::NoChild => f.write_str("no child recorded"),
            Reason::NoBirthDate => f.write_str("birth date missing"),
            Reason::NoHome => f.write_str("home not recorded"),
            Reason::Unborn => f.write_str("not born yet"),
            Reason::Baby => f.write_str("a baby"),
        }
    }
}

/// Why this child needs someone; empty when nothing on paper says so. A closed case asks for nobody.
pub fn reasons(case: &CaseLine, child: Option<&ChildLine>, today: NaiveDate) -> Vec<Reason> {
    let mut found = Vec::new();
    if case.closed {
        return found;
    }
    found.extend(child.and_then(|child| of_zone(child, today)));
    if case.open_doubts > 0 {
        found.push(Reason::Questions(case.open_doubts));
    }
    match case.last_entry {
        None => found.push(Reason::NothingWritten),
        Some(last) if last.checked_add_months(Months::new(SIX_MONTHS)) <= Some(today) => {
            found.push(Reason::SilentFor(span(last, today)));
        }
        Some(last) if super::is_quiet(last, today) => {
            found.push(Reason::QuietFor(span(last, today)));
        }
        Some(_) => {}
    }
    let Some(child) = child else {
        found.push(Reason::NoChild);
        return found;
    };
    let age = child.born.as_ref().and_then(|born| Age::on(born, today));
    let is_unborn = age == Some(Age::Unborn);
    if age.is_none() {
        found.push(Reason::NoBirthDate);
    }
    if child.lives.is_empty() && !is_unborn {
        found.push(Reason::NoHome);
    }
    match age {
        Some(Age::Unborn) => found.push(Reason::Unborn),
        Some(Age::Days(_)) => found.push(Reason::Baby),
        Some(Age::Months(months)) if months < attention().baby_months => found.push(Reason::Baby),
        _ => {}
    }
    found
}

/// The marks of the clock from which on a limit is told: four of six, the first warning (rule D6).
const WARNS_FROM: u32 = MARKS - 2;

/// What the clock of the child's zone asks for.
fn of_zone(child: &ChildLine, today: NaiveDate) -> Option<Reason> {
    let clock = Clock::on(&child.zones, today)?;
    match (clock.zone, clock.decide_by <= today) {
        (Zone::Orange | Zone::Red, true) => {
            let days = (today - clock.decide_by).num_days();
            Some(Reason::LimitPassed(clock.zone, days))
        }
        (Zone::Orange | Zone::Red, false) => (clock.marks() >= WARNS_FROM)
            .then(|| Reason::LimitNear(clock.zone, (clock.decide_by - today).num_days())),
        (Zone::Yellow, true) => Some(Reason::YellowFull),
        (Zone::Green, true) => Some(Reason::GreenFull),
        (Zone::Yellow | Zone::Green, false) => None,
    }
}
