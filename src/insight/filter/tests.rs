//! Filters of the chronology.

use super::*;
use crate::insight::made_up::{MadeUp, day};
use crate::record::{Body, Doubt, DoubtKind};

fn family() -> (MadeUp, Vec<RecordId>) {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    let ben = made.child("Ben Reed", "1/2/2020");
    made.told(
        &[ada],
        "police.csv",
        "Police",
        "3/3/2021",
        "Shouting heard, door broken",
    );
    made.told(
        &[ada, ben],
        "school.csv",
        "School (telephone)",
        "2021",
        "Ada was tired",
    );
    made.told(&[ben], "hv.csv", "Health visitor", "tbc", "Ben is walking");
    let ids: Vec<RecordId> = made
        .file
        .chronology()
        .iter()
        .map(|entry| entry.id())
        .collect();
    (made, vec![ada, ben, ids[0], ids[1], ids[2]])
}

fn shown(made: &MadeUp, filter: ChronologyFilter) -> Vec<RecordId> {
    filter
        .entries(&made.file)
        .iter()
        .map(|entry| entry.id())
        .collect()
}

#[test]
fn an_empty_filter_shows_everything() {
    let (made, ids) = family();
    assert!(ChronologyFilter::default().is_empty());
    // Entries of the year 2021 stand before the days in it.
    assert_eq!(
        shown(&made, ChronologyFilter::default()),
        [ids[2], ids[3], ids[4]]
    );
    assert!(
        !ChronologyFilter {
            only_doubts: true,
            ..Default::default()
        }
        .is_empty()
    );
}

#[test]
fn each_field_narrows() {
    let (mut made, ids) = family();
    let [ada, ben, year, shouting, undated] = ids[..] else {
        panic!()
    };
    let only = |filter: ChronologyFilter| shown(&made, filter);
    let base = ChronologyFilter::default;
    assert_eq!(
        only(ChronologyFilter {
            words: Needle::new("walk"),
            ..base()
        }),
        [undated]
    );
    assert_eq!(
        only(ChronologyFilter {
            words: Needle::new("ada school"),
            ..base()
        }),
        [year]
    );
    assert_eq!(
        only(ChronologyFilter {
            child: Some(ada),
            ..base()
        }),
        [year, shouting]
    );
    assert_eq!(
        only(ChronologyFilter {
            person: Some(ben),
            ..base()
        }),
        [year, undated]
    );
    assert_eq!(
        only(ChronologyFilter {
            source: Some("SCHOOL".into()),
            ..base()
        }),
        [year]
    );
    let period = |from, to| ChronologyFilter {
        period: Some((day(from), day(to))),
        ..base()
    };
    assert_eq!(only(period("2021-03-03", "2021-03-03")), [year, shouting]);
    assert_eq!(only(period("2021-03-04", "2021-05-01")), [year]);
    assert_eq!(only(period("2022-01-01", "2026-05-01")), []);

    let mut entry = made.file.entries[&shouting].body.clone();
    entry.zone = Some(Zone::Orange);
    entry.themes = vec!["domestic-abuse".into()];
    entry.significance = Significance::Key;
    let doubt = Doubt {
        kind: DoubtKind::OutOfOrder,
        text: String::new(),
        settled: false,
    };
    entry.accounts[0]
        .origin
        .as_mut()
        .unwrap()
        .doubts
        .push(doubt);
    let record = made.written(shouting, "2026-11-23", 2, Body::Entry(entry));
    made.file.apply(record);
    for filter in [
        ChronologyFilter {
            zones: vec![Zone::Red, Zone::Orange],
            ..base()
        },
        ChronologyFilter {
            themes: vec!["domestic-abuse".into()],
            ..base()
        },
        ChronologyFilter {
            at_least: Some(Significance::Key),
            ..base()
        },
    ] {
        assert_eq!(shown(&made, filter), [shouting]);
    }
    let open = ChronologyFilter {
        only_doubts: true,
        ..base()
    };
    assert_eq!(shown(&made, open), [shouting, undated], "a date is missing");
    assert_eq!(
        shown(
            &made,
            ChronologyFilter {
                only_joined: true,
                ..base()
            }
        ),
        []
    );
}
