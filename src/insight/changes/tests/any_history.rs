//! What holds of changes for any history of writing, changing, removing and undoing.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What somebody does on a day to one of a few records.
#[derive(Clone, Debug)]
enum Does {
    Writes(usize, u8),
    Removes(usize),
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        3 => (0..4usize, 0..3u8).prop_map(|(which, words)| Does::Writes(which, words)),
        1 => (0..4usize).prop_map(Does::Removes),
    ]
}

/// Four needs through thirty days; three wordings, so that what is changed is often changed back.
fn history(done: &[(u32, Does)]) -> Notes {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let ids: Vec<RecordId> = (0..4).map(|_| notes.made.mint.next_id()).collect();
    let mut done = done.to_vec();
    done.sort_by_key(|(on, _)| *on);
    for (on, does) in done {
        let on = format!("2026-10-{on:02}");
        match does {
            Does::Writes(which, words) => {
                notes.write(
                    ids[which],
                    &on,
                    Body::Need(need(kuba, &format!("wording {words}"))),
                );
            }
            Does::Removes(which) if notes.next(ids[which]) > 1 => {
                notes.remove(ids[which], &on, "why");
            }
            Does::Removes(_) => {}
        }
    }
    notes
}

fn october(on: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 10, on).unwrap()
}

fn told_of(notes: &Notes, since: u32, until: u32) -> BTreeSet<RecordId> {
    let changes = changes(&notes.revisions, october(since), october(until));
    changes.news().map(|news| news.id).collect()
}

/// The records that stand at the end of a day, read from the revisions in the plainest way.
fn standing(notes: &Notes, on: u32) -> std::collections::BTreeMap<RecordId, Body> {
    let mut standing = std::collections::BTreeMap::new();
    for record in &notes.revisions {
        if record.meta.recorded_at.date_naive() > october(on) {
            continue;
        }
        match record.meta.removed {
            Some(_) => standing.remove(&record.id()),
            None => standing.insert(record.id(), record.body.clone()),
        };
    }
    standing
}

proptest! {
    #[test]
    fn what_a_long_stretch_tells_one_of_its_halves_tells_too(
        done in prop::collection::vec((1..30u32, does()), 0..24),
        days in prop::collection::vec(1..30u32, 3),
    ) {
        let notes = history(&done);
        let mut days = days;
        days.sort_unstable();
        let (a, b, c) = (days[0], days[1], days[2]);
        let halves = &told_of(&notes, a, b) | &told_of(&notes, b, c);
        let whole = told_of(&notes, a, c);
        prop_assert!(whole.is_subset(&halves), "{whole:?} of {halves:?}");
    }

    #[test]
    fn just_those_records_are_told_that_do_not_stand_as_they_stood(
        done in prop::collection::vec((1..30u32, does()), 0..24),
        days in prop::collection::vec(1..30u32, 2),
    ) {
        let notes = history(&done);
        let (a, b) = (days[0].min(days[1]), days[0].max(days[1]));
        let (then, now) = (standing(&notes, a), standing(&notes, b));
        let all: BTreeSet<RecordId> = then.keys().chain(now.keys()).copied().collect();
        let differ = all.into_iter().filter(|id| then.get(id) != now.get(id));
        prop_assert_eq!(told_of(&notes, a, b), differ.collect::<BTreeSet<_>>());
    }

    #[test]
    fn revisions_may_come_in_any_order(
        done in prop::collection::vec((1..30u32, does()), 0..24),
    ) {
        let mut notes = history(&done);
        let told = notes.since("2026-10-10");
        notes.revisions.reverse();
        prop_assert_eq!(notes.since("2026-10-10"), told);
    }
}
