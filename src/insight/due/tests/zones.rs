//! Periods of the handbook.

use super::*;
use crate::practice::Zone;
use DueState::{Ahead, Late, NotRecorded, Today};

fn decided(family: &mut MadeUp, child: RecordId, zone: Zone, on: &str) {
    family.put(Body::ZoneDecision(ZoneDecision::new(child, date(on), zone)));
}

fn in_zone(zone: Zone, since: &str) -> (MadeUp, RecordId) {
    let mut family = MadeUp::new();
    let child = family.child("Kuba", "2 Nov 2017");
    decided(&mut family, child, zone, since);
    (family, child)
}

#[test]
fn orange_ends_after_its_months_with_two_warnings_before() {
    let (mut family, child) = in_zone(Zone::Orange, "26 May 2026");
    assert_eq!(
        due_on(&family, "D6", "2026-11-23"),
        ("2026-11-26".into(), Ahead)
    );
    let why = one(&family, "D6", "2026-11-23").why;
    assert!(
        why.starts_with(
            "Orange since 26 May 2026. On 26 November 2026: Six months in Orange are over"
        ),
        "{why}"
    );
    assert!(
        why.contains("The re-analysis wants a date by now."),
        "{why}"
    );
    assert_eq!(due_on(&family, "D6-4", "2026-09-01").0, "2026-09-26");
    assert_eq!(due_on(&family, "D6-5", "2026-10-01").0, "2026-10-26");
    assert!(by_rule(&family, "D6-4", "2026-10-01").is_empty());
    let warning = one(&family, "D6-5", "2026-10-01");
    assert_eq!(warning.what, "Plan the re-analysis in Orange");
    assert_eq!(
        due_on(&family, "D6", "2026-11-27"),
        ("2026-11-26".into(), Late)
    );
    decided(&mut family, child, Zone::Orange, "20 Nov 2026");
    assert_eq!(
        due_on(&family, "D6", "2026-11-27"),
        ("2027-02-20".into(), Ahead),
        "three months more"
    );
    decided(&mut family, child, Zone::Yellow, "1 Dec 2026");
    assert!(by_rule(&family, "D6", "2026-12-02").is_empty());
}

#[test]
fn a_period_that_people_agreed_counts() {
    let (mut family, child) = in_zone(Zone::Orange, "26 May 2026");
    let mut decision = ZoneDecision::new(child, date("1 Jun 2026"), Zone::Orange);
    decision.period = Some(Period {
        months: 3,
        why: "A baby".into(),
        agreed_by: "M Tidewell".into(),
    });
    family.put(Body::ZoneDecision(decision));
    let due = one(&family, "D6", "2026-07-01");
    assert_eq!(due.day, Some(day("2026-08-26")));
    assert!(due.why.contains("Three months in Orange"), "{}", due.why);
}

#[test]
fn yellow_is_asked_about_after_its_months_and_then_every_three() {
    let (mut family, child) = in_zone(Zone::Yellow, "23 Feb 2026");
    assert_eq!(
        due_on(&family, "D12", "2026-08-01"),
        ("2026-08-23".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "D12", "2026-09-01"),
        ("2026-08-23".into(), Late)
    );
    assert_eq!(
        due_on(&family, "D12", "2026-11-23"),
        ("2026-11-23".into(), Today)
    );
    assert_eq!(
        due_on(&family, "D12", "2026-11-24"),
        ("2026-11-23".into(), Late),
        "it does not go by unseen"
    );
    decided(&mut family, child, Zone::Yellow, "15 Nov 2026");
    assert_eq!(
        due_on(&family, "D12", "2026-11-24"),
        ("2027-02-23".into(), Ahead),
        "asked a week early"
    );
}

#[test]
fn green_and_red_and_support_at_home() {
    let (mut family, child) = in_zone(Zone::Green, "17 Mar 2025");
    assert_eq!(
        due_on(&family, "D1", "2025-09-16"),
        ("2025-09-17".into(), Ahead)
    );
    stays_at(
        &mut family,
        child,
        "Foster care",
        "1 Jan 2024",
        "1 Jun 2025",
    );
    assert_eq!(
        due_on(&family, "D11", "2025-05-16").0,
        "2025-09-17",
        "away: the return is planned from then"
    );
    stays_at(&mut family, child, "With parents", "1 Jun 2025", "");
    assert_eq!(
        due_on(&family, "D2", "2025-09-17"),
        ("2025-12-01".into(), Ahead)
    );
    assert!(
        by_rule(&family, "D2", "2025-12-02").is_empty(),
        "the least time is over"
    );
    let (family, _) = in_zone(Zone::Red, "24 Nov 2025");
    assert_eq!(
        due_on(&family, "D7", "2026-06-01"),
        ("2026-05-24".into(), Late)
    );
}

#[test]
fn a_return_home_that_is_written_as_an_occasion_counts_without_placements() {
    let mut family = MadeUp::new();
    let child = family.child("Kuba", "2 Nov 2017");
    held(&mut family, "return-home", "1 Jun 2026", &[child]);
    assert_eq!(
        due_on(&family, "D2", "2026-09-17"),
        ("2026-12-01".into(), Ahead)
    );
}

#[test]
fn stage_four_looks_again_six_months_after_the_opening() {
    let (mut family, child) = in_zone(Zone::Yellow, "1 Jun 2026");
    let meta = family.file.people.values().next().unwrap().meta.clone();
    let body = Case {
        opened: Some(date("1 May 2026")),
        ..Case::default()
    };
    family.file.case = Some(Record { meta, body });
    assert_eq!(
        due_on(&family, "HANDBOOK_S4", "2026-07-01"),
        ("2026-11-01".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "HANDBOOK_S4", "2026-11-23"),
        ("2026-11-01".into(), Late)
    );
    decided(&mut family, child, Zone::Yellow, "20 Nov 2026");
    assert!(by_rule(&family, "HANDBOOK_S4", "2026-11-23").is_empty());
    family.file.decisions.clear();
    decided(&mut family, child, Zone::Yellow, "10 Nov 2026");
    assert!(
        by_rule(&family, "HANDBOOK_S4", "2026-11-23").is_empty(),
        "a child who came to be known later"
    );
    family.file.decisions.clear();
    assert_eq!(
        due_on(&family, "HANDBOOK_S4", "2026-11-23"),
        ("none".into(), NotRecorded)
    );
}
