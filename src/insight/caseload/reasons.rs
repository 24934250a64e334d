//! Why a child on the caseload needs someone, the strongest reason first, in words.

use crate::insight::ages::Age;
use crate::insight::gaps::SIX_MONTHS;
use crate::insight::spans::span;
use crate::practice::attention;
use crate::record::{CaseLine, ChildLine};
use chrono::{Months, NaiveDate};
use std::fmt;

/// A reason. The order is that of the caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Imports left so many questions that nobody has answered.
    Questions(u32),
    /// Nobody has written anything with a day.
    NothingWritten,
    /// The last event written down was so long ago, six months or more.
    SilentFor(String),
    /// The same, longer than visits lie apart.
    QuietFor(String),
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
            Reason::Questions(_) => 0,
            Reason::NothingWritten => 1,
            Reason::SilentFor(_) => 2,
            Reason::QuietFor(_) => 3,
            Reason::NoChild => 4,
            Reason::NoBirthDate => 5,
            Reason::NoHome => 6,
            Reason::Unborn => 7,
            Reason::Baby => 8,
        }
    }
}

/// In the few words of a row.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
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
