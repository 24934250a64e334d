//! Who lives with whom: from where the children live, and from the households that are recorded.

use super::kin::Genogram;
use super::layout::Household;
use crate::insight::due::has_ended;
use crate::insight::folding::folded;
use crate::insight::living::lives;
use crate::insight::words::listed;
use crate::practice::{Living, place_of};
use crate::record::{CaseFile, FuzzyDate, RecordId};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The households of a case as it is known, each with its people who are drawn; of those of one person alone none.
pub fn households(file: &CaseFile, graph: &Genogram, day: NaiveDate) -> Vec<Household> {
    let mut homes: BTreeMap<Vec<RecordId>, (String, Vec<usize>, Vec<FuzzyDate>)> = BTreeMap::new();
    for child in file.children() {
        let (Some(place), Some(stay)) = (graph.place(child.id()), lives(file, child.id())) else {
            continue;
        };
        let home = &stay.last.body;
        // Who works in a children's home or a unit does not live with the child.
        let is_staffed = place_of(&folded(&home.kind))
            .is_some_and(|place| place.living == Living::LookedAfter && !place.is_foster_care());
        if is_staffed {
            continue;
        }
        let mut with: Vec<RecordId> = home.carers.clone();
        with.sort_unstable();
        let key = match with.is_empty() {
            // Nobody is named who cares there: each child by themself, so that nobody is put together by a guess.
            true => vec![child.id()],
            false => with,
        };
        let known = homes.entry(key).or_insert_with(|| {
            let carers: Vec<&str> = (home.carers.iter())
                .filter_map(|id| Some(file.people.get(id)?.body.short_name()))
                .collect();
            let people = home
                .carers
                .iter()
                .filter_map(|id| graph.place(*id))
                .collect();
            (listed(&carers), people, Vec::new())
        });
        known.1.push(place);
        known.2.push(stay.from().clone());
    }
    // Each with whoever cares there, by whom a recorded household is known to be the same home.
    let mut all: Vec<(Vec<RecordId>, Household)> = homes
        .into_iter()
        .map(|(carers, (name, people, since))| {
            let since = since.into_iter().max_by(|one, other| one.order(other));
            (
                carers,
                Household {
                    name,
                    since,
                    people,
                },
            )
        })
        .collect();
    let lasting = file
        .households
        .values()
        .filter(|home| !has_ended(home.body.until.as_ref(), day));
    for home in lasting {
        let people: Vec<usize> = (home.body.people.iter())
            .filter_map(|id| graph.place(*id))
            .collect();
        let (name, since) = (home.body.name.clone(), home.body.since.clone());
        // A recorded household of all who care in a home is that home, by its own name.
        let here = |carers: &[RecordId]| carers.iter().all(|one| home.body.people.contains(one));
        match all.iter_mut().find(|(carers, _)| here(carers)) {
            Some((_, known)) => {
                known.name = name;
                known.since = since.or(known.since.take());
                known.people.extend(people);
            }
            None => all.push((
                home.body.people.clone(),
                Household {
                    name,
                    since,
                    people,
                },
            )),
        }
    }
    let mut all: Vec<Household> = all.into_iter().map(|(_, household)| household).collect();
    for household in &mut all {
        household.people.sort_unstable();
        household.people.dedup();
    }
    all.retain(|household| household.people.len() > 1);
    all
}

/// The family without those whom only care that ended brought into it.
pub fn of_now(graph: &Genogram) -> Genogram {
    let lines: BTreeSet<usize> = (0..graph.kin.len())
        .filter(|line| graph.kin[*line].is_now())
        .collect();
    let gone: BTreeSet<usize> = (0..graph.kin.len())
        .filter(|line| !lines.contains(line))
        .flat_map(|line| graph.unions[graph.kin[line].union].partners.clone())
        .collect();
    let has_line = |person: usize| {
        lines.iter().any(|line| {
            let line = &graph.kin[*line];
            line.child == person || graph.unions[line.union].partners.contains(&person)
        })
    };
    let stays = |person: &usize| {
        !gone.contains(person) || graph.people[*person].is_child || has_line(*person)
    };
    let shown: BTreeSet<usize> = (0..graph.people.len()).filter(stays).collect();
    graph.only(&shown)
}
