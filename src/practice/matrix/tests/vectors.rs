//! The examples that practice worked out by hand, in its own numbers.

use super::super::{
    Capacity, Indication, Outcome, Reading, Resilience, RiskStatus, Standing, Wishes, Zone,
    indicate,
};
use super::{day, reading, shown_since};
use Capacity::NotShown;
use Outcome::{CloseEligible, Decide, Move, Stay};
use Resilience::{Absent, Building, Maintained, Reduced};
use RiskStatus::{Addressed, Mitigated, MostlyMitigated, NewOrReemerged, Persisting};
use Zone::{Green, Orange, Red, Yellow};

fn in_zone(zone: Zone, since: &str) -> Standing {
    Standing::new(zone, Some(day(since)))
}

fn ask(standing: Standing, reading: Reading, today: &str) -> Indication {
    indicate(&standing, &reading, day(today))
}

fn is(indication: &Indication, outcome: Outcome, rule: &str) {
    assert_eq!(indication.outcome, outcome, "{}", indication.rule.id);
    assert!(
        indication.rule.is(rule),
        "{} is not {rule}",
        indication.rule.id
    );
    assert_eq!(indication.possible, [outcome]);
}

fn date_of(indication: &Indication, rule: &str) -> Option<String> {
    let date = indication.dates.iter().find(|date| date.rule.id == rule);
    date.map(|date| date.on.to_string())
}

fn warns(indication: &Indication, rule: &str) -> bool {
    indication.warnings.iter().any(|seen| seen.rule.id == rule)
}

#[test]
fn vectors_1_to_3_green_closes_after_six_months_and_six_months_at_home() {
    let green = in_zone(Green, "2025-03-17");
    let stable = reading(Maintained, Mitigated, shown_since("2024-09-01"));
    let first = ask(green, stable, "2025-09-16");
    is(&first, Stay(Green), "G0");
    assert_eq!(date_of(&first, "D1").as_deref(), Some("2025-09-17"));
    let second = ask(green, stable, "2025-09-17");
    is(&second, CloseEligible, "G1");
    assert!(warns(&second, "A11"));
    let returned = Standing {
        returned: Some(day("2025-06-01")),
        ..green
    };
    let third = ask(returned, stable, "2025-09-17");
    is(&third, Stay(Green), "T4");
    assert_eq!(date_of(&third, "D2").as_deref(), Some("2025-12-01"));
    is(&ask(returned, stable, "2025-11-30"), Stay(Green), "T4");
    is(&ask(returned, stable, "2025-12-01"), CloseEligible, "G1");
}

#[test]
fn vectors_4_to_7_a_new_risk_in_green_moves_at_once() {
    let green = in_zone(Green, "2025-03-17");
    let shown = shown_since("2024-09-01");
    for (resilience, capacity, zone, rule) in [
        (Maintained, shown, Yellow, "G2"),
        (Reduced, NotShown, Orange, "G3"),
        (Absent, NotShown, Red, "G4"),
        (Maintained, NotShown, Orange, "G-X1"),
    ] {
        let told = ask(
            green,
            reading(resilience, NewOrReemerged, capacity),
            "2025-04-01",
        );
        is(&told, Move(zone), rule);
        assert_eq!(date_of(&told, "D13").as_deref(), Some("2025-04-01"));
    }
}

#[test]
fn vectors_8_to_13_yellow_needs_its_own_six_months() {
    let yellow = in_zone(Yellow, "2025-08-31");
    let ready = reading(Building, Addressed, shown_since("2025-08-31"));
    is(&ask(yellow, ready, "2026-02-28"), Move(Green), "Y1");
    let before = ask(yellow, ready, "2026-02-27");
    is(&before, Stay(Yellow), "Y2");
    assert_eq!(date_of(&before, "D3").as_deref(), Some("2026-02-28"));
    let mostly = reading(Building, MostlyMitigated, shown_since("2025-07-01"));
    is(&ask(yellow, mostly, "2026-03-01"), Stay(Yellow), "Y2");

    let fresh = in_zone(Yellow, "2026-03-01");
    let earlier = reading(Building, Mitigated, shown_since("2025-08-01"));
    let told = ask(fresh, earlier, "2026-03-02");
    is(&told, Stay(Yellow), "A2");
    let (outcome, rule) = told.literal.unwrap();
    assert_eq!((outcome, rule.id.as_str()), (Move(Green), "Y1"));
    assert_eq!(date_of(&told, "D3").as_deref(), Some("2026-09-01"));

    let still = reading(Maintained, Persisting, shown_since("2025-08-31"));
    let choice = Decide {
        stay: Yellow,
        or: Orange,
    };
    is(&ask(yellow, still, "2026-03-31"), choice, "T11");
    let held_back = reading(Reduced, NewOrReemerged, shown_since("2025-08-31"));
    let told = ask(yellow, held_back, "2025-12-01");
    is(&told, Move(Orange), "T6");
    assert_eq!(told.rule.consider, Some(Red));
}

#[test]
fn vectors_14_and_15_orange_without_change_ends_on_its_day() {
    let orange = in_zone(Orange, "2025-12-15");
    let nothing_said_but_that = Reading {
        positive_change: Some(false),
        ..Reading::default()
    };
    let read = Reading {
        positive_change: Some(false),
        ..reading(Maintained, Persisting, NotShown)
    };
    for reading in [nothing_said_but_that, read] {
        let told = ask(orange, reading, "2026-06-15");
        is(&told, Move(Red), "O3");
        assert!(warns(&told, "T8") && warns(&told, "W-6"));
    }
    let told = ask(orange, read, "2026-06-14");
    is(&told, Stay(Orange), "O0");
    assert_eq!(date_of(&told, "D6").as_deref(), Some("2026-06-15"));
    assert!(warns(&told, "W-5") && !warns(&told, "W-6"));
    let tomorrow = told.dates.iter().find(|date| date.rule.id == "D6");
    assert_eq!(tomorrow.unwrap().then, Move(Red));
}

#[test]
fn vectors_16_to_19_orange_at_six_months_and_before() {
    let orange = in_zone(Orange, "2025-12-15");
    let today = "2026-06-15";
    let without = reading(Building, MostlyMitigated, NotShown);
    is(&ask(orange, without, today), Move(Red), "T2");
    let with = reading(Building, MostlyMitigated, shown_since("2025-12-15"));
    is(&ask(orange, with, today), Move(Yellow), "O2");
    let some = reading(Building, Persisting, shown_since("2026-03-15"));
    let choice = Decide {
        stay: Orange,
        or: Red,
    };
    is(&ask(orange, some, today), choice, "A6");
    let worse = reading(Absent, NewOrReemerged, NotShown);
    is(&ask(orange, worse, "2026-01-15"), Move(Red), "O4");
}

#[test]
fn vectors_20_and_21_red_goes_to_orange_only_and_its_work_ends() {
    let red = in_zone(Red, "2026-04-15");
    let changed = reading(Building, MostlyMitigated, shown_since("2025-12-15"));
    is(&ask(red, changed, "2026-06-15"), Move(Orange), "R2");
    let otherwise = reading(Maintained, MostlyMitigated, shown_since("2025-12-15"));
    let told = ask(red, otherwise, "2026-10-15");
    is(&told, Stay(Red), "R1");
    assert_eq!(told.rule.id, "R-D1");
    assert!(warns(&told, "A7"));
}

#[test]
fn vector_22_wishes_are_seen_and_move_nothing() {
    let orange = in_zone(Orange, "2026-04-15");
    let quiet = reading(Maintained, MostlyMitigated, NotShown);
    let wanting = Reading {
        wishes: Some(Wishes::BothWant),
        ..quiet
    };
    let told = ask(orange, wanting, "2026-06-15");
    is(&told, ask(orange, quiet, "2026-06-15").outcome, "O0");
    assert!(warns(&told, "A16"));
}
