//! How goals stand: the level reached, the way there, the next review, what to ask, and the score for those who want it.

mod questions;
mod score;
mod sections;

pub use questions::questions;
pub use score::{ABOUT, Score, score};
pub use sections::{goal, purpose, scored, section, steps};

use crate::practice::goals::Level;
use crate::record::{CaseFile, FuzzyDate, Goal, GoalReview, Purpose, Record, RecordId};
use chrono::{Days, NaiveDate};
use std::cmp::Ordering;

/// A review this many days before its day counts as the review of that day.
pub const EARLY_DAYS: u64 = 14;

/// How a goal stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The goal.
    pub goal: &'a Record<Goal>,
    /// The purpose that it is a stage of.
    pub purpose: Option<&'a Record<Purpose>>,
    /// Its reviews, earliest first; those without a day come before the rest, so that a day decides which is the last.
    pub reviews: Vec<&'a Record<GoalReview>>,
    /// The earliest day for a review on which nobody has looked at it yet; none once it has ended.
    pub next_due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub is_late: bool,
    /// Whether it has ended: reached, or no longer worked on.
    pub is_ended: bool,
    /// How many of the reviews have a day that has not come; they count for nothing yet.
    ahead: usize,
}

/// Which way a goal went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// To a higher level.
    Up,
    /// It stayed.
    Same,
    /// To a lower level.
    Down,
}

impl Trend {
    /// In a word.
    pub fn words(self) -> &'static str {
        match self {
            Trend::Up => "up",
            Trend::Same => "unchanged",
            Trend::Down => "down",
        }
    }
}

/// A level on a day, on the way of a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step<'a> {
    /// When.
    pub on: &'a FuzzyDate,
    /// The level then.
    pub level: Level,
    /// The review; for the beginning, the goal.
    pub from: RecordId,
    /// Whether this is where it began, before any review.
    pub is_beginning: bool,
}

impl<'a> Standing<'a> {
    fn of(goal: &'a Record<Goal>, file: &'a CaseFile, today: NaiveDate) -> Standing<'a> {
        let reviews = file.goal_reviews.values();
        let mut reviews: Vec<_> = reviews
            .filter(|review| review.body.goal == goal.id())
            .collect();
        reviews.sort_by(|one, other| by_day(one, other));
        let ahead = reviews
            .iter()
            .filter(|review| earliest(&review.body.on).is_some_and(|on| on > today))
            .count();
        let ended = goal.body.ended_on.as_ref();
        let is_ended = ended.is_some_and(|on| on.anchor().is_none_or(|on| on <= today));
        let mut standing = Standing {
            goal,
            purpose: goal.body.purpose.and_then(|id| file.purposes.get(&id)),
            reviews,
            next_due: None,
            is_late: false,
            is_ended,
            ahead,
        };
        if let Some(due) = standing.due().filter(|_| !is_ended) {
            standing.next_due = due.anchor();
            standing.is_late = last_day(due).is_some_and(|day| day < today);
        }
        standing
    }

    /// The reviews whose day has come, earliest first.
    pub fn held(&self) -> &[&'a Record<GoalReview>] {
        let held = self.reviews.len().saturating_sub(self.ahead);
        self.reviews.get(..held).unwrap_or_default()
    }

    /// The last review.
    pub fn last(&self) -> Option<&'a Record<GoalReview>> {
        self.held().last().copied()
    }

    /// The level reached at the last review; none before the first, which is not the same as "as expected".
    pub fn level(&self) -> Option<Level> {
        self.last().map(|review| review.body.level)
    }

    /// Which way it went from the review before the last, or from where it began; none with nothing to compare.
    pub fn trend(&self) -> Option<Trend> {
        let steps = ladder(self);
        let [.., before, last] = steps.as_slice() else {
            return None;
        };
        Some(match last.level.cmp(&before.level) {
            Ordering::Greater => Trend::Up,
            Ordering::Equal => Trend::Same,
            Ordering::Less => Trend::Down,
        })
    }

    /// The earliest day for a review that no review was held for, not long before it and not after it.
    fn due(&self) -> Option<&'a FuzzyDate> {
        let last = self
            .held()
            .iter()
            .filter_map(|held| last_day(&held.body.on));
        let last = last.max();
        let is_open = |due: &&FuzzyDate| {
            let from = due.anchor()?.checked_sub_days(Days::new(EARLY_DAYS))?;
            Some(last.is_none_or(|last| last < from))
        };
        let due = self.goal.body.reviews_due.iter();
        due.filter(|due| is_open(due) == Some(true))
            .min_by(|one, other| one.order(other))
    }
}

fn earliest(on: &FuzzyDate) -> Option<NaiveDate> {
    on.earliest().or_else(|| on.anchor())
}

fn last_day(on: &FuzzyDate) -> Option<NaiveDate> {
    on.latest().or_else(|| on.anchor())
}

/// By day; what has none stands first.
fn by_day(one: &Record<GoalReview>, other: &Record<GoalReview>) -> Ordering {
    let has_day = |review: &Record<GoalReview>| review.body.on.anchor().is_some();
    has_day(one)
        .cmp(&has_day(other))
        .then_with(|| one.body.on.order(&other.body.on))
        .then_with(|| one.id().cmp(&other.id()))
}

/// Every goal: those of one purpose together (the earliest purpose first, goals without one last), and among them by
/// stage, then by the day on which they were set; those that have ended stand last of their purpose.
pub fn standings(file: &CaseFile, today: NaiveDate) -> Vec<Standing<'_>> {
    let mut purposes: Vec<&Record<Purpose>> = file.purposes.values().collect();
    let unknown = FuzzyDate::unknown("");
    purposes.sort_by(|one, other| {
        let on = |purpose: &Record<Purpose>| purpose.body.on.clone().unwrap_or(unknown.clone());
        on(one)
            .order(&on(other))
            .then_with(|| one.id().cmp(&other.id()))
    });
    let place = |standing: &Standing| {
        let purpose = standing.purpose.map(Record::id);
        let place = purpose.and_then(|id| purposes.iter().position(|one| one.id() == id));
        let stage = match standing.goal.body.stage {
            0 => u8::MAX,
            stage => stage,
        };
        (place.unwrap_or(usize::MAX), standing.is_ended, stage)
    };
    let goals = file.goals.values();
    let mut all: Vec<Standing> = goals.map(|goal| Standing::of(goal, file, today)).collect();
    all.sort_by(|one, other| {
        let set = |standing: &Standing<'_>| standing.goal.body.set_on.clone();
        place(one)
            .cmp(&place(other))
            .then_with(|| set(one).order(&set(other)))
            .then_with(|| one.goal.body.reference.cmp(&other.goal.body.reference))
            .then_with(|| one.goal.id().cmp(&other.goal.id()))
    });
    all
}

/// The levels over time: where it began, when that is said, then every review whose day has come.
pub fn ladder<'a>(standing: &Standing<'a>) -> Vec<Step<'a>> {
    let goal = standing.goal;
    let began = goal.body.began_at.map(|level| Step {
        on: &goal.body.set_on,
        level,
        from: goal.id(),
        is_beginning: true,
    });
    let held = standing.held().iter().map(|review| Step {
        on: &review.body.on,
        level: review.body.level,
        from: review.id(),
        is_beginning: false,
    });
    began.into_iter().chain(held).collect()
}

#[cfg(test)]
mod tests;
