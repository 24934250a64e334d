//! The first classification.

use super::super::{Capacity, FirstIndication, Levels, Outcome, Part, Zone, classify};
use super::{day, shown_since};
use Zone::{Green, Orange, Red, Yellow};

fn levels(resilience: Zone, risk: Zone) -> Levels {
    Levels {
        resilience: Some(resilience),
        risk: Some(risk),
        welfare: None,
    }
}

fn zone(told: &FirstIndication) -> Option<Zone> {
    told.outcome.zone()
}

#[test]
fn the_row_with_the_most_concern_leads() {
    let shown = Some(shown_since("2026-08-01"));
    for (resilience, risk, capacity, expected) in [
        (Green, Green, shown, Green),
        (Green, Yellow, shown, Yellow),
        (Yellow, Yellow, Some(Capacity::NotShown), Orange),
        (Green, Red, shown, Red),
        (Red, Yellow, Some(Capacity::NotShown), Red),
    ] {
        let told = classify(&levels(resilience, risk), capacity);
        assert_eq!(zone(&told), Some(expected), "{resilience:?} {risk:?}");
        assert_eq!(told.rule.id, "S7");
    }
    let told = classify(
        &Levels {
            welfare: Some(Red),
            ..levels(Orange, Orange)
        },
        Some(Capacity::NotShown),
    );
    assert_eq!(zone(&told), Some(Red));
}

#[test]
fn rows_more_than_one_zone_apart_ask_for_written_reasons() {
    let shown = Some(Capacity::Shown(None));
    assert!(classify(&levels(Green, Orange), shown).reasons_needed);
    assert!(!classify(&levels(Green, Yellow), shown).reasons_needed);
    assert!(!classify(&levels(Yellow, Orange), Some(Capacity::NotShown)).reasons_needed);
    assert!(classify(&levels(Green, Green), Some(Capacity::NotShown)).reasons_needed);
    assert!(classify(&levels(Red, Red), shown).reasons_needed);
}

#[test]
fn capacity_that_is_shown_in_orange_starts_its_clock_and_the_zone_stands() {
    let told = classify(&levels(Orange, Orange), Some(shown_since("2026-08-01")));
    assert_eq!(zone(&told), Some(Orange));
    assert!(told.clock_starts);
    assert_eq!(told.clock_from, Some(day("2026-08-01")));
    assert!(told.rows.contains(&(Part::Capacity, Yellow)));
    let told = classify(&levels(Yellow, Yellow), Some(shown_since("2026-08-01")));
    assert!(!told.clock_starts);
}

#[test]
fn a_row_that_is_not_known_is_named_with_what_each_answer_would_mean() {
    let told = classify(&levels(Yellow, Yellow), None);
    assert_eq!(told.outcome, Outcome::NotEnough);
    assert_eq!(
        told.possible,
        [Outcome::Move(Yellow), Outcome::Move(Orange)]
    );
    assert_eq!(told.missing[0].part, Part::Capacity);
    let told = classify(
        &Levels {
            risk: Some(Red),
            ..Levels::default()
        },
        None,
    );
    assert_eq!(zone(&told), Some(Red), "Red whatever else is found");
    assert_eq!(told.missing.len(), 2);
    let nothing = classify(&Levels::default(), None);
    assert_eq!(nothing.outcome, Outcome::NotEnough);
    assert_eq!(nothing.missing.len(), 3);
}
