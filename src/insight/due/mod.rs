//! What is due in a case: one engine for every date. Each says why it is due, from which rule, and what would meet it.

mod actions;
mod agreed;
mod days;
mod facts;
mod lasting;
mod occasions;
mod orders;
mod page;
mod reviews;
mod telling;
#[cfg(test)]
mod tests;
mod visits;
mod zones;

pub use days::{from_today, has_ended};
pub use facts::is_looked_after;
pub use page::page;

use crate::practice::timescales::{Timescales, timescales};
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;
use facts::Facts;

/// What kind of thing is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueKind {
    /// The period of a zone, or another period of the handbook.
    Zone,
    /// A visit to a child.
    Visit,
    /// A review, conference or other formal step.
    Formal,
    /// A review of a goal.
    Goal,
    /// A review of the plan.
    Plan,
    /// Something that somebody took on.
    Action,
    /// Supervision.
    Supervision,
    /// An answer to something that we are curious about.
    Curiosity,
    /// A review of a relationship, contact that was asked for, a promise to a child.
    Relationship,
}

/// Whether the day of something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueState {
    /// The day has passed.
    Late,
    /// It is today.
    Today,
    /// It is still ahead.
    Ahead,
    /// Nothing of the kind was ever recorded, so nobody can tell from the record whether it is late.
    NotRecorded,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What kind of thing.
    pub kind: DueKind,
    /// What it is: "First looked-after review".
    pub what: String,
    /// The same in a word or two, for narrow places: "Review".
    pub short: String,
    /// The people it is about; none for the family.
    pub about: Vec<RecordId>,
    /// By when; `None` where the record does not let a day be told.
    pub day: Option<NaiveDate>,
    /// How that day stands to today.
    pub state: DueState,
    /// Why it is due, with the facts and days from which it follows.
    pub why: String,
    /// The rule, by its id: a row of the timescales, or a date rule of the matrix.
    pub rule: String,
    /// Where the rule comes from: regulation, guidance, handbook page, or what the record itself says.
    pub source: String,
    /// How far the rule was checked against its source; empty for what the record itself says.
    pub check: String,
    /// What would meet it.
    pub met_by: String,
    /// The kind of visit or formal step that would meet it, by its id.
    pub occasion: Option<String>,
    /// The record that it is about: the goal, the action, the decision.
    pub record: Option<RecordId>,
}

/// Everything that is due in a case by the timescales in use, the earliest first, what has no day last. Nothing is due in a
/// case that is closed.
pub fn dues(file: &CaseFile, today: NaiveDate) -> Vec<Due> {
    dues_by(file, today, timescales())
}

/// The same by other timescales.
pub fn dues_by(file: &CaseFile, today: NaiveDate, by: &Timescales) -> Vec<Due> {
    let closed = file
        .case
        .as_ref()
        .and_then(|case| case.body.closed.as_ref());
    if days::has_ended(closed, today) {
        return Vec::new();
    }
    let facts = Facts::of(file, today, by);
    let mut all = actions::dues(file, today);
    for of_kind in [
        agreed::dues,
        lasting::dues,
        zones::dues,
        visits::dues,
        reviews::dues,
        occasions::dues,
        orders::dues,
    ] {
        all.extend(of_kind(&facts));
    }
    all.sort_by(|one, other| {
        let place = |due: &Due| (due.day.is_none(), due.day, due.kind, due.what.clone());
        place(one).cmp(&place(other))
    });
    all
}

/// How a day stands to today.
pub fn state_on(day: NaiveDate, today: NaiveDate) -> DueState {
    match day.cmp(&today) {
        std::cmp::Ordering::Less => DueState::Late,
        std::cmp::Ordering::Equal => DueState::Today,
        std::cmp::Ordering::Greater => DueState::Ahead,
    }
}
