//! Who belongs together as a couple, and in which order unions stand.

use super::gather::Gathering;
use super::{Genogram, LineDates, UnionState};
use crate::record::{FuzzyDate, RecordId, Sex};
use std::cmp::Ordering;

/// Parents of one child in twos and ones: first those with a bond of partners, then, when two are left, those two.
pub(super) fn grouped(gathering: &Gathering<'_>, parents: &[usize]) -> Vec<Vec<usize>> {
    let mut left = parents.to_vec();
    let mut groups = Vec::new();
    if left.len() > 2 {
        for bond in gathering.bonds().filter(|bond| bond.kind.is_of_partners()) {
            if let Some((one, other)) = gathering.ends(bond)
                && left.contains(&one)
                && left.contains(&other)
            {
                left.retain(|parent| *parent != one && *parent != other);
                groups.push(vec![one, other]);
            }
        }
    }
    match left.as_slice() {
        [one, other] => groups.push(vec![*one, *other]),
        ones => groups.extend(ones.iter().map(|one| vec![*one])),
    }
    groups
}

/// Orders the unions by when they began, and the two partners: a man left of a woman, else the elder left.
pub(super) fn sort(graph: &mut Genogram) {
    for union in &mut graph.unions {
        union.states.sort_by(|(one, a), (other, b)| {
            in_time(*one, a)
                .cmp(&in_time(*other, b))
                .then_with(|| by_date(a.since.as_ref(), b.since.as_ref()))
                .then(one.cmp(other))
        });
    }
    marriages_until_death(graph);
    let keys: Vec<(Option<FuzzyDate>, Vec<Option<RecordId>>)> = (0..graph.unions.len())
        .map(|at| (began(graph, at), ids(graph, at)))
        .collect();
    let mut order: Vec<usize> = (0..graph.unions.len()).collect();
    order.sort_by(|a, b| {
        let ((a, of_a), (b, of_b)) = (&keys[*a], &keys[*b]);
        by_date(a.as_ref(), b.as_ref()).then_with(|| of_a.cmp(of_b))
    });
    let mut place = vec![0; order.len()];
    for (now, was) in order.iter().enumerate() {
        place[*was] = now;
    }
    graph.unions = order.iter().map(|was| graph.unions[*was].clone()).collect();
    for line in &mut graph.kin {
        line.union = place[line.union];
    }
    let people = &graph.people;
    for union in &mut graph.unions {
        union.partners.sort_by(|one, other| {
            let (one, other) = (&people[*one], &people[*other]);
            let both = (one.sex, other.sex);
            match both {
                (Sex::Male, Sex::Female) => Ordering::Less,
                (Sex::Female, Sex::Male) => Ordering::Greater,
                _ => by_date(one.born.as_ref(), other.born.as_ref()).then(one.id.cmp(&other.id)),
            }
        });
    }
}

/// What has no date: a beginning stands before everything, a parting after it.
fn in_time(state: UnionState, dates: &LineDates) -> u8 {
    let parts = matches!(state, UnionState::Separated | UnionState::Divorced);
    match (dates.since.as_ref().and_then(FuzzyDate::anchor), parts) {
        (None, false) => 0,
        (Some(_), _) => 1,
        (None, true) => 2,
    }
}

/// A marriage that lasted until one of the two died did not end otherwise.
fn marriages_until_death(graph: &mut Genogram) {
    let people = &graph.people;
    for union in &mut graph.unions {
        let deaths: Vec<&FuzzyDate> = (union.partners.iter())
            .filter_map(|one| people[*one].died.as_ref())
            .collect();
        for (_, dates) in &mut union.states {
            let at_death = dates.until.as_ref().is_some_and(|until| {
                deaths
                    .iter()
                    .any(|died| match (until.latest(), died.earliest()) {
                        (Some(until), Some(died)) => until >= died,
                        _ => false,
                    })
            });
            if at_death {
                dates.until = None;
            }
        }
    }
}

fn ids(graph: &Genogram, union: usize) -> Vec<Option<RecordId>> {
    let partners = graph.unions[union].partners.iter();
    partners.map(|one| graph.people[*one].id).collect()
}

/// When a union began: by its first state, else by its first child; "since" of a parting says when it ended, so a first child
/// speaks before it.
fn began(graph: &Genogram, union: usize) -> Option<FuzzyDate> {
    let union = &graph.unions[union];
    let states = union.states.iter();
    let begun = states.filter(|(state, _)| {
        matches!(
            state,
            UnionState::Married | UnionState::Together | UnionState::CareTogether
        )
    });
    let begun = begun.filter_map(|(_, dates)| dates.since.clone()).next();
    let born = union.children.iter().find_map(|line| {
        let child = graph.kin[*line].child;
        graph.people[child].born.clone()
    });
    let parted = union
        .states
        .iter()
        .find_map(|(_, dates)| dates.since.clone());
    begun.or(born).or(parted)
}

/// The earlier first, what has no date last.
pub(super) fn by_date(one: Option<&FuzzyDate>, other: Option<&FuzzyDate>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.order(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}
