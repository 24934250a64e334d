//! Gaps and their edges.

use super::*;
use crate::insight::made_up::{MadeUp, day};

const TODAY: &str = "2026-11-23";

#[test]
fn a_gap_lies_between_days_and_only_days_make_its_edges() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    let told = |made: &mut MadeUp, when: &str| made.told(&[ada], "a.csv", "School", when, "x");
    for when in [
        "3/3/2019",
        "?5/5/2019",
        "2019",
        "Dec 2019",
        "between 1 and 9 Jan 2020",
        "7/2/2020",
        "9/2/2020",
    ] {
        told(&mut made, when);
    }
    let gaps = family_gaps(&made.file, SIX_MONTHS, day(TODAY));
    assert_eq!(gaps.len(), 1);
    assert_eq!(
        (gaps[0].from, gaps[0].to, gaps[0].days),
        (day("2019-05-05"), day("2020-02-07"), 278)
    );
    assert_eq!(gaps[0].last_before.len(), 1);
    assert_eq!(
        made.file.entries[&gaps[0].first_after[0]]
            .body
            .when
            .written(),
        "7/2/2020"
    );
    assert!(family_gaps(&made.file, 12, day(TODAY)).is_empty());
}

#[test]
fn six_months_to_the_day_is_not_longer_than_six_months() {
    let one = RecordId::from_bytes([1; 16]);
    let days = |to: &str| vec![(day(to), one), (day("2020-01-31"), one)];
    assert!(gaps_among(days("2020-07-31"), 6).is_empty());
    assert_eq!(gaps_among(days("2020-08-01"), 6).len(), 1);
}

#[test]
fn days_that_cannot_be_right_do_not_hide_a_gap() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    let ben = made.child("Ben Reed", "1/6/2020");
    made.told(&[ada], "a.csv", "School", "1/3/2019", "x");
    made.told(&[ben], "a.csv", "Clinic", "1/9/2019", "weighed"); // before Ben was born: the year is a slip
    made.told(&[ada], "a.csv", "School", "1/4/2020", "x");
    made.told(&[ada], "a.csv", "School", "1/2/2031", "x");
    let gaps = family_gaps(&made.file, SIX_MONTHS, day(TODAY));
    assert_eq!(gaps.len(), 1);
    assert_eq!(
        (gaps[0].from, gaps[0].to),
        (day("2019-03-01"), day("2020-04-01"))
    );
}

#[test]
fn a_child_can_have_a_gap_that_the_family_has_not() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/2/2018");
    let ben = made.child("Ben Reed", "1/6/2018");
    for (child, when) in [
        (ada, "1/3/2021"),
        (ben, "1/7/2021"),
        (ada, "1/12/2021"),
        (ben, "2/12/2021"),
    ] {
        made.told(&[child], "a.csv", "School", when, "x");
    }
    assert!(family_gaps(&made.file, SIX_MONTHS, day(TODAY)).is_empty());
    assert_eq!(child_gaps(&made.file, ada, SIX_MONTHS, day(TODAY)).len(), 1);
    assert!(child_gaps(&made.file, ben, SIX_MONTHS, day(TODAY)).is_empty());
}

#[test]
fn the_sample_family_has_two_gaps() {
    let made = crate::insight::made_up_sample::sample();
    let gaps = family_gaps(&made.file, SIX_MONTHS, day(TODAY));
    let found: Vec<_> = gaps
        .iter()
        .map(|gap| (gap.from, gap.to, gap.days))
        .collect();
    assert_eq!(
        found,
        [
            (day("2015-11-12"), day("2016-09-21"), 314),
            (day("2020-01-28"), day("2020-08-19"), 204)
        ]
    );
}
