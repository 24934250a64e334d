//! Reasons as people write them, and what they say.

use super::*;
use crate::practice::matrix::{Resilience, RiskStatus, Wishes};

fn of(reason: &str) -> Said {
    said(reason, "2026-11-23".parse().unwrap())
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

#[test]
fn a_reason_tells_what_was_read_and_since_when() {
    let said = of(
        "Resilience being built on, risks being addressed, capacity shown since 20/02/2023. Independent view: G Pellow agrees.",
    );
    assert_eq!(said.reading.resilience, Some(Resilience::Building));
    assert_eq!(said.reading.risk, Some(RiskStatus::MostlyMitigated));
    assert_eq!(
        said.reading.capacity,
        Some(Capacity::Shown(day("2023-02-20")))
    );
    assert_eq!(said.words[0].1, "Resilience being built on");
}

#[test]
fn a_no_within_a_phrase_is_heard() {
    let said = of(
        "Resilience reduced, codeine use back, capacity not evident at present. Children safe with Nerys.",
    );
    assert_eq!(said.reading.resilience, Some(Resilience::Reduced));
    assert_eq!(said.reading.risk, Some(RiskStatus::NewOrReemerged));
    assert_eq!(said.reading.capacity, Some(Capacity::NotShown));
    let said =
        of("Six months in Orange on 16/11/2022 with no positive change; Nerys is in hospital.");
    assert_eq!(said.reading.positive_change, Some(false));
    assert_eq!(said.reading.capacity, None, "nothing is said of it");
    let said = of("change begun yesterday and not yet shown.");
    assert_eq!(said.reading.capacity, Some(Capacity::NotShown));
    let said = of("Siân not able at present to change what he carries.");
    assert_eq!(said.reading.capacity, Some(Capacity::NotShown));
}

#[test]
fn what_is_told_of_a_first_classification_is_levels() {
    let said = of(
        "First classification. Real strengths but minimal resilience as things stand; high risk from codeine use.",
    );
    assert_eq!(said.levels.resilience, Some(Zone::Orange));
    assert_eq!(said.levels.risk, Some(Zone::Orange));
    assert_eq!(said.reading.resilience, None);
}

#[test]
fn wishes_and_lapses_are_heard_and_decide_nothing() {
    let said = of(
        "Stays: some risks, mostly mitigated. She is ambivalent about living there and that is recorded as her view.",
    );
    assert_eq!(said.reading.risk, Some(RiskStatus::MostlyMitigated));
    assert_eq!(said.reading.wishes, Some(Wishes::ChildOfTwoMinds));
    assert!(of("Reviewed after the lapse of 12 and 13 October 2024. Clock not restarted.").lapse);
}

#[test]
fn words_that_say_two_things_leave_the_part_open() {
    let said = of("Resilience maintained at school. Resilience reduced at home.");
    assert_eq!(said.reading.resilience, None);
    assert_eq!(said.unclear, [Told::Resilience]);
    assert_eq!(of("Reviewed. Stays."), Said::default());
}
