//! The order in which what changed is told: turning points before other entries, open actions before those that were done,
//! then by day.

use super::News;
use crate::record::{Body, FuzzyDate, Significance};
use std::cmp::Ordering;

/// The place of a record under its heading: its kind's, entries by how much they weigh, actions by how far they are.
fn place(body: &Body) -> u8 {
    match body {
        Body::Entry(entry) => match entry.significance {
            Significance::Turning => 0,
            Significance::Key => 1,
            Significance::Ordinary => 2,
            Significance::Background => 3,
        },
        Body::Action(action) if action.done_on.is_some() => 1,
        Body::Action(action) if !action.is_open() => 4,
        body => body.kind().place(),
    }
}

/// Sorts the news under a heading; `body` gives the record as it stands now.
pub(super) fn sort<'a>(news: &mut [News], body: impl Fn(&News) -> Option<&'a Body>) {
    news.sort_by(|one, other| {
        let rank = |news: &News| body(news).map_or(u8::MAX, place);
        rank(one)
            .cmp(&rank(other))
            .then_with(|| by_day(one.day.as_ref(), other.day.as_ref()))
            .then_with(|| one.id.cmp(&other.id))
    });
}

/// Earliest first, what has no day last.
fn by_day(one: Option<&FuzzyDate>, other: Option<&FuzzyDate>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.order(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}
