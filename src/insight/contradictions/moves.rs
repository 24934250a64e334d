//! Accounts that differ on the day from which children lived with somebody.

use super::compare::{Heard, claim, means};
use super::said::{Said, Saying};
use super::who::Who;
use super::{About, Contradiction};
use crate::insight::family::Family;
use crate::record::RecordId;
use chrono::NaiveDate;

/// Accounts further apart than this speak of different stays.
const ONE_STAY_DAYS: i64 = 60;
/// Who went to somebody this many days before "since" is taken to have moved then.
const ONE_MOVE_DAYS: i64 = 14;

/// A claim that children live with somebody.
struct Stay<'a> {
    heard: &'a Heard<'a>,
    saying: &'a Saying,
    children: &'a [RecordId],
    with: &'a Who,
    from: NaiveDate,
    to: NaiveDate,
    ongoing: bool,
    told_on: NaiveDate,
}

/// Contradictions on the day of a move: who says "since the 1st" on the 20th cannot agree with who says that they
/// went on the 10th.
pub fn differing_on_days(heard: &[Heard], family: &Family) -> Vec<Contradiction> {
    let mut stays: Vec<Stay> = heard.iter().flat_map(stays_in).collect();
    stays.sort_by_key(|stay| (stay.from, stay.told_on));
    let mut taken = vec![false; stays.len()];
    let mut found = Vec::new();
    for (place, since) in stays.iter().enumerate() {
        if !since.ongoing || taken.get(place).copied().unwrap_or(true) {
            continue;
        }
        let first = stays.partition_point(|other| days(other.from, since.from) > ONE_MOVE_DAYS);
        let near = stays.iter().enumerate().skip(first);
        let near = near.take_while(|(_, other)| days(since.from, other.from) <= ONE_STAY_DAYS);
        let same: Vec<(usize, &Stay)> = near
            .filter(|(_, other)| is_same_stay(since, other))
            .collect();
        if !same.iter().any(|(_, other)| differs(since, other)) {
            continue;
        }
        let mut set = vec![since];
        for (other_place, other) in same {
            if let Some(taken) = taken.get_mut(other_place) {
                *taken = true;
            }
            set.push(other);
        }
        found.push(contradiction(set, family));
    }
    found
}

fn stays_in<'a>(heard: &'a Heard<'a>) -> impl Iterator<Item = Stay<'a>> {
    heard
        .sayings
        .iter()
        .filter_map(move |saying| match &saying.said {
            Said::LivesWith {
                children,
                with,
                from,
                to,
                ongoing,
            } => Some(Stay {
                heard,
                saying,
                children,
                with,
                from: *from,
                to: *to,
                ongoing: *ongoing,
                told_on: heard.told.when().latest()?,
            }),
            _ => None,
        })
}

fn days(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// They cannot have moved in on a day on which they already lived there; and who went a little before "since" did not
/// go twice.
fn differs(since: &Stay, other: &Stay) -> bool {
    let moved_in_while_there = other.from > since.to && other.from <= since.told_on;
    moved_in_while_there || (!other.ongoing && other.to < since.from)
}

fn is_same_stay(one: &Stay, other: &Stay) -> bool {
    one.heard.told.id() != other.heard.told.id()
        && one.with.may_be(other.with)
        && one
            .children
            .iter()
            .any(|child| other.children.contains(child))
        && (other.from <= one.told_on || other.ongoing)
}

/// In front those who were there on their own day and those who disagree with them; behind, who says later what one
/// of them said.
fn contradiction(mut set: Vec<&Stay>, family: &Family) -> Contradiction {
    set.sort_by_key(|stay| stay.told_on);
    let overlaps = |one: &Stay, other: &Stay| one.from <= other.to && other.from <= one.to;
    let (mut claims, mut supports): (Vec<&Stay>, Vec<&Stay>) = (Vec::new(), Vec::new());
    let (first_hand, later): (Vec<&Stay>, Vec<&Stay>) =
        set.into_iter().partition(|stay| !stay.ongoing);
    claims.extend(first_hand);
    for stay in later {
        if claims.iter().any(|claimed| overlaps(claimed, stay)) {
            supports.push(stay);
        } else {
            claims.push(stay);
        }
    }
    let shown = |stay: &&Stay| {
        claim(
            &stay.heard.told,
            stay.saying,
            means(stay.heard, stay.saying, family),
        )
    };
    let many = if claims.len() == 2 { "Two" } else { "Several" };
    Contradiction {
        about: About::DayOfMove,
        text: format!("{many} accounts differ on {}.", About::DayOfMove),
        claims: claims.iter().map(shown).collect(),
        supports: supports.iter().map(shown).collect(),
    }
}
