//! The four headings of critical analysis in the order in which they are read: stories, hypotheses, needs, curiosities
//! (inventory S1Q, handbook p23-24); and what there is to ask about them.

mod offers;
mod questions;
mod sections;

use super::people::{Circle, people_in_order, short_names};
use crate::record::*;
use chrono::NaiveDate;

pub use offers::{Offer, offers};
pub use questions::{of_hypotheses, of_hypothesis, of_need};
pub use sections::{curiosity, hypothesis, need, offer_told, recognition, section, story};

/// Who tells a story: "Siân", "Siân and Paweł together", "the wider family".
pub fn teller_words(file: &CaseFile, teller: &Teller) -> String {
    match teller {
        Teller::Person(person) => short_names(file, &[*person]),
        Teller::Together(people) => format!("{} together", short_names(file, people)),
        Teller::WiderFamily => "the wider family".to_owned(),
        Teller::Professionals => "the professionals".to_owned(),
    }
}

/// Whose need it is.
pub fn whose_words(file: &CaseFile, of: &Subject) -> String {
    match of {
        Subject::Person(person) => short_names(file, &[*person]),
        Subject::Together(people) => short_names(file, people),
        Subject::Family => "the wider family".to_owned(),
    }
}

/// The place of people in the order of the family; the closest of several counts.
fn rank(file: &CaseFile, people: &[RecordId]) -> (Circle, usize) {
    let order = people_in_order(file);
    let mut places = order.iter().enumerate();
    let found = places.find(|(_, (_, person))| people.contains(&person.id()));
    found.map_or((Circle::Other, usize::MAX), |(at, (circle, _))| {
        (*circle, at)
    })
}

/// Stories: the children's first, then the parents', each alone and together, the wider family's, the professionals'.
pub fn stories(file: &CaseFile) -> Vec<&Record<Story>> {
    let mut all: Vec<_> = file.stories.values().collect();
    all.sort_by_cached_key(|story| match &story.body.teller {
        Teller::Person(person) => (0, rank(file, &[*person]), 0, story.id()),
        Teller::Together(people) => (0, rank(file, people), 1, story.id()),
        Teller::WiderFamily => (1, (Circle::Other, 0), 0, story.id()),
        Teller::Professionals => (2, (Circle::Other, 0), 0, story.id()),
    });
    all
}

/// How people are recognised, person by person in the order of the family, the forms in the order of the handbook.
pub fn recognitions(file: &CaseFile) -> Vec<&Record<Recognition>> {
    let mut all: Vec<_> = file.recognitions.values().collect();
    let form = |id: &str| {
        crate::practice::guide::recognition_forms()
            .position(|form| form.id == id)
            .unwrap_or(usize::MAX)
    };
    all.sort_by_cached_key(|seen| {
        (
            rank(file, &[seen.body.of]),
            form(&seen.body.form),
            seen.id(),
        )
    });
    all
}

/// Hypotheses: the live ones first, those that stand well before first thoughts; then what was set aside or replaced.
pub fn hypotheses(file: &CaseFile) -> Vec<&Record<Hypothesis>> {
    let mut all: Vec<_> = file.hypotheses.values().collect();
    all.sort_by_key(|thought| {
        let body = &thought.body;
        let past = body.state != HypothesisState::Live;
        (past, std::cmp::Reverse(body.strength), thought.id())
    });
    all
}

/// Needs: those that are open first, whose they are in the order of the family.
pub fn needs(file: &CaseFile) -> Vec<&Record<Need>> {
    let mut all: Vec<_> = file.needs.values().collect();
    all.sort_by_cached_key(|need| {
        let rank = match &need.body.of {
            Subject::Person(person) => rank(file, &[*person]),
            Subject::Together(people) => rank(file, people),
            Subject::Family => (Circle::Kin, usize::MAX),
        };
        (need.body.met_on.is_some(), rank, need.id())
    });
    all
}

/// Needs that are linked with this one, from either side.
pub fn linked_needs(file: &CaseFile, need: RecordId) -> Vec<&Record<Need>> {
    let own = file
        .needs
        .get(&need)
        .map_or(&[][..], |need| &need.body.linked);
    let is_linked =
        |other: &&Record<Need>| own.contains(&other.id()) || other.body.linked.contains(&need);
    let others = file.needs.values();
    others
        .filter(|other| other.id() != need)
        .filter(is_linked)
        .collect()
}

/// Curiosities: the open ones first, those due soonest before those without a day; then what was answered or let go.
pub fn curiosities(file: &CaseFile) -> Vec<&Record<Curiosity>> {
    let mut all: Vec<_> = file.curiosities.values().collect();
    all.sort_by_key(|asked| {
        let by = asked.body.by.as_ref().and_then(FuzzyDate::anchor);
        (!asked.body.is_open(), by.is_none(), by, asked.id())
    });
    all
}

/// Whether an answer was wanted by a day that has passed.
pub fn is_late(asked: &Curiosity, today: NaiveDate) -> bool {
    let by = asked.by.as_ref().and_then(FuzzyDate::anchor);
    asked.is_open() && by.is_some_and(|by| by < today)
}

/// One state of a hypothesis over time: who wrote it, when, and what was different from the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rethought {
    /// The day of writing, at Greenwich.
    pub on: NaiveDate,
    /// Who.
    pub author: String,
    /// What changed, a sentence each.
    pub changes: Vec<String>,
}

/// How a hypothesis was thought and thought again, the earliest first, from all revisions of the case in any order.
pub fn rethinking(revisions: &[Record<Body>], id: RecordId) -> Vec<Rethought> {
    let mut own: Vec<(&Meta, &Hypothesis)> = revisions
        .iter()
        .filter(|record| record.id() == id)
        .filter_map(|record| match &record.body {
            Body::Hypothesis(thought) => Some((&record.meta, thought)),
            _ => None,
        })
        .collect();
    own.sort_by_key(|(meta, _)| meta.revision);
    own.dedup_by_key(|(meta, _)| meta.revision);
    let mut before: Option<&Hypothesis> = None;
    let mut told = Vec::new();
    for (meta, now) in own {
        told.push(Rethought {
            on: meta.recorded_at.date_naive(),
            author: meta.author.clone(),
            changes: match (&meta.removed, before) {
                (Some(why), _) => vec![format!("removed: {why}")],
                (None, None) => vec![format!("first written: {}", now.words)],
                (None, Some(before)) => changes(before, now),
            },
        });
        before = Some(now);
    }
    told
}

fn changes(before: &Hypothesis, now: &Hypothesis) -> Vec<String> {
    let mut told = Vec::new();
    if before.words != now.words {
        told.push(format!("now worded: {}", now.words));
    }
    if before.strength != now.strength {
        let (was, is) = (before.strength.words(), now.strength.words());
        told.push(format!("{was} before, now {is}"));
    }
    if before.state != now.state {
        let why = match now.state_why.as_str() {
            "" => String::new(),
            why => format!(": {why}"),
        };
        told.push(format!("{}{why}", now.state.words()));
    }
    let moved = |was: &[RecordId], is: &[RecordId]| {
        let added = is.iter().filter(|id| !was.contains(id)).count();
        let gone = was.iter().filter(|id| !is.contains(id)).count();
        (added, gone)
    };
    for (side, (added, gone), words) in [
        (
            "for",
            moved(&before.entries_for, &now.entries_for),
            before.evidence_for != now.evidence_for,
        ),
        (
            "against",
            moved(&before.entries_against, &now.entries_against),
            before.evidence_against != now.evidence_against,
        ),
    ] {
        match (added, gone) {
            (0, 0) if words => told.push(format!("evidence {side} it written anew")),
            (0, 0) => {}
            (added, 0) => told.push(format!("{} more {side} it", entries(added))),
            (0, gone) => told.push(format!("{} fewer {side} it", entries(gone))),
            (added, gone) => told.push(format!(
                "{} more and {} fewer {side} it",
                entries(added),
                entries(gone)
            )),
        }
    }
    if before.change_mind != now.change_mind {
        told.push(format!("would change it: {}", now.change_mind));
    }
    if before.family_view != now.family_view {
        told.push(format!("the family's view: {}", now.family_view));
    }
    if told.is_empty() {
        told.push("written again".to_owned());
    }
    told
}

fn entries(count: usize) -> String {
    match count {
        1 => "one entry".to_owned(),
        many => format!("{many} entries"),
    }
}

#[cfg(test)]
mod tests;
