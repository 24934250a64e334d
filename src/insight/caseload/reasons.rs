//! Why a child on the caseload needs someone, the strongest reason first, in words.

use super::drift::{Supervised, supervised};
use crate::insight::ages::Age;
use crate::insight::gaps::SIX_MONTHS;
use crate::insight::spans::span;
use crate::insight::zones::clock::{Clock, MARKS};
use crate::practice::{Zone, attention};
use crate::record::{CaseLine, ChildLine, DueDay};
use chrono::{Months, NaiveDate};
use std::fmt;

/// A reason. The order is that of the caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The period in Orange or Red is over, and people have not decided since: so many days.
    LimitPassed(Zone, i64),
    /// Something was due so many days ago, and so many more things are late, too.
    Late(String, i64, usize),
    /// It is over in so many days.
    LimitNear(Zone, i64),
    /// Something is due in so many days; 0 is today.
    DueSoon(String, i64),
    /// The last supervision on the case was so long ago, longer than the team agreed.
    Unsupervised(String),
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
    /// No supervision was ever recorded, so nobody can tell from the record how long ago it was.
    NoSupervision,
}

impl Reason {
    /// Its place in the order, the first 0. A limit of these days stands before what is late, one further ahead behind it.
    pub fn rank(&self) -> u8 {
        match self {
            Reason::LimitPassed(..) => 0,
            Reason::LimitNear(_, days) if *days <= i64::from(attention().due_days) => 1,
            Reason::Late(..) => 2,
            Reason::LimitNear(..) => 3,
            Reason::DueSoon(..) => 4,
            Reason::Unsupervised(_) => 5,
            Reason::Questions(_) => 6,
            Reason::NothingWritten => 7,
            Reason::SilentFor(_) => 8,
            Reason::QuietFor(_) => 9,
            Reason::YellowFull => 10,
            Reason::GreenFull => 11,
            Reason::NoChild => 12,
            Reason::NoBirthDate => 13,
            Reason::NoHome => 14,
            Reason::Unborn => 15,
            Reason::Baby => 16,
            Reason::NoSupervision => 17,
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
            Reason::Late(what, days, 0) => write!(f, "{what} {days}d late"),
            Reason::Late(what, days, more) => write!(f, "{what} {days}d late and {more} more"),
            Reason::DueSoon(what, 0) => write!(f, "{what} today"),
            Reason::DueSoon(what, days) => write!(f, "{what} in {days}d"),
            Reason::Unsupervised(span) => write!(f, "unsupervised {span}"),
            Reason::NoSupervision => f.write_str("no supervision recorded"),
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

/// Why this child needs someone, the strongest reason first; empty when nothing on paper says so. A closed case asks for
/// nobody.
pub fn reasons(case: &CaseLine, child: Option<&ChildLine>, today: NaiveDate) -> Vec<Reason> {
    if case.closed {
        return Vec::new();
    }
    let mut found = of_case(case, today);
    found.extend(of_dues(case, child, today));
    match child {
        None => found.push(Reason::NoChild),
        Some(child) => found.extend(of_child(child, today)),
    }
    found.sort_by_key(Reason::rank);
    found
}

/// What the case as a whole asks for.
fn of_case(case: &CaseLine, today: NaiveDate) -> Vec<Reason> {
    let mut found = Vec::new();
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
    match (supervised(case, today), case.supervised_on) {
        (Supervised::NotRecorded, _) => found.push(Reason::NoSupervision),
        (Supervised::TooLongAgo, Some(on)) => found.push(Reason::Unsupervised(span(on, today))),
        _ => {}
    }
    found
}

/// What is late for the child or the family, and what will be due soon. What the limit of the zone asks for is told by the
/// zone itself.
fn of_dues(case: &CaseLine, child: Option<&ChildLine>, today: NaiveDate) -> Vec<Reason> {
    let limit = child.and_then(|child| Clock::on(&child.zones, today));
    let limit = limit.map(|clock| clock.decide_by);
    let concerns = |due: &&DueDay| due.child.is_none() || due.child == child.map(|child| child.id);
    let told_by_zone = |due: &&DueDay| due.child.is_some() && Some(due.day) == limit;
    let dues = case.dues.iter();
    let dues: Vec<&DueDay> = dues
        .filter(concerns)
        .filter(|due| !told_by_zone(due))
        .collect();
    let days = |due: &DueDay| (due.day - today).num_days();
    let late: Vec<&&DueDay> = dues.iter().filter(|due| days(due) < 0).collect();
    let soon = dues
        .iter()
        .find(|due| (0..=i64::from(attention().due_days)).contains(&days(due)));
    let longest = late.iter().min_by_key(|due| due.day);
    let late = longest.map(|due| Reason::Late(due.what.clone(), -days(due), late.len() - 1));
    let soon = soon.map(|due| Reason::DueSoon(due.what.clone(), days(due)));
    late.into_iter().chain(soon).collect()
}

/// What is known of the child, and what is not.
fn of_child(child: &ChildLine, today: NaiveDate) -> Vec<Reason> {
    let mut found: Vec<Reason> = of_zone(child, today).into_iter().collect();
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
