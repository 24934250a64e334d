//! The target: at least two relationships that the young person calls loving and safe, by the day on which they leave care
//! (inventory LR1).

use super::super::ages::months_between;
use super::super::due::is_looked_after;
use super::super::supervision::actions_for;
use super::super::words::day_in_words;
use super::Someone;
use crate::practice::lasting::lasting;
use crate::record::{CaseFile, Record, RecordId};
use chrono::{Months, NaiveDate};

/// How a child stands to the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// How many are wanted.
    pub wanted: usize,
    /// How many there are.
    pub there: usize,
    /// How many people nobody has asked the child about.
    pub not_asked: usize,
    /// Whether the child is looked after.
    pub is_in_care: bool,
    /// The day on which care is left; `None` where the date of birth does not let it be told.
    pub leaves_on: Option<NaiveDate>,
    /// Whether that day is certain, not the earliest that it can be.
    pub is_exact: bool,
    /// Whether leaving care is in view.
    pub is_in_view: bool,
}

/// The target of a child among these people.
pub fn target(file: &CaseFile, child: RecordId, people: &[Someone], day: NaiveDate) -> Target {
    let rule = lasting();
    let born = file
        .people
        .get(&child)
        .and_then(|child| child.body.born.as_ref());
    let first = born.and_then(|born| born.earliest());
    let age = first.and_then(|born| months_between(born, day));
    let is_in_care = is_looked_after(file, child, day);
    let here = || people.iter().filter(|one| !one.has_ended);
    Target {
        wanted: rule.wanted,
        there: here().filter(|one| one.counts()).count(),
        not_asked: here()
            .filter(|one| one.judgement == super::Judgement::NotAsked)
            .count(),
        is_in_care,
        leaves_on: first.and_then(|born| {
            let months = Months::new(rule.leaving_age * 12);
            born.checked_add_months(months)
        }),
        is_exact: born.is_some_and(|born| born.exact_day().is_some()),
        is_in_view: is_in_care && age.is_some_and(|age| age >= rule.in_view_from * 12),
    }
}

impl Target {
    /// "1 of 2", "2 of 2"; "3, 2 wanted" where there are more.
    pub fn count(&self) -> String {
        match self.there > self.wanted {
            true => format!("{}, {} wanted", self.there, self.wanted),
            false => format!("{} of {}", self.there, self.wanted),
        }
    }

    /// The target in a sentence.
    pub fn in_words(&self, child: &str) -> String {
        let there = match self.there {
            0 => "none yet that".to_owned(),
            1 => "one that".to_owned(),
            many => format!("{many} that"),
        };
        let asked = match self.not_asked {
            0 => String::new(),
            1 => " One person was not asked about yet.".to_owned(),
            many => format!(" {many} people were not asked about yet."),
        };
        let by = match (self.is_in_care, self.leaves_on) {
            (true, Some(day)) => format!(
                "At least {} by leaving care on {}{}: ",
                self.wanted,
                day_in_words(day),
                if self.is_exact {
                    ""
                } else {
                    " at the earliest"
                }
            ),
            (true, None) => format!(
                "At least {} by leaving care (the day cannot be told, as the date of birth is not known): ",
                self.wanted
            ),
            (false, _) => "Not in care, so there is no target. There ".to_owned(),
        };
        let verb = match (self.is_in_care, self.there) {
            (true, _) => "",
            (false, 0 | 1) => "is ",
            (false, _) => "are ",
        };
        format!("{by}{verb}{there} {child} calls loving and safe.{asked}")
    }
}

/// What is being done so that a relationship lasts: its own words, and open actions that serve it.
pub fn being_done(file: &CaseFile, one: &Someone) -> Vec<(String, Option<RecordId>)> {
    let Some(relationship) = one.relationship else {
        return Vec::new();
    };
    let words = relationship.body.being_done.trim();
    let own = (!words.is_empty()).then(|| (words.to_owned(), None));
    let actions = actions_for(file, relationship.id()).into_iter();
    let open = actions.filter(|action| action.body.is_open());
    let told = open.map(|action: &Record<_>| {
        let body = &action.body;
        let due = body.due.as_ref();
        let due = due.map_or(String::new(), |due| format!(", by {}", due.in_short()));
        (
            format!("{}: {}{due}", body.owner, body.what),
            Some(action.id()),
        )
    });
    own.into_iter().chain(told).collect()
}
