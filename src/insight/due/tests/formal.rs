//! From referral to plan, emergencies and proceedings.

use super::*;
use DueState::{Ahead, Late, NotRecorded, Today};

fn known() -> (MadeUp, RecordId) {
    let mut family = MadeUp::new();
    let child = family.child("Ava Oakes", "4 Mar 2019");
    (family, child)
}

#[test]
fn a_referral_asks_for_a_decision_and_an_assessment() {
    let (mut family, child) = known();
    held(&mut family, "referral", "6 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "REFERRAL_DECISION", "2026-11-06"),
        ("2026-11-09".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "REFERRAL_DECISION", "2026-11-10"),
        ("2026-11-09".into(), Late)
    );
    assert_eq!(
        due_on(&family, "ASSESS", "2026-11-10"),
        ("2027-01-13".into(), Ahead)
    );
    held(&mut family, "referral-decision", "9 Nov 2026", &[child]);
    assert!(
        by_rule(&family, "REFERRAL_DECISION", "2026-11-09").is_empty(),
        "met on the day"
    );
    let second = held(&mut family, "referral", "16 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "REFERRAL_DECISION", "2026-11-16").0,
        "2026-11-17",
        "the new one"
    );
    assert_eq!(
        due_on(&family, "ASSESS", "2026-11-16").0,
        "2027-01-13",
        "the first that is open"
    );
    held(&mut family, "assessment", "15 Dec 2026", &[child]);
    assert!(by_rule(&family, "ASSESS", "2026-12-15").is_empty());
    family.put(Body::CaseDecision(CaseDecision {
        on: date("18 Nov 2026"),
        what: "The second referral tells what we knew".into(),
        why: String::new(),
        people: Vec::new(),
        supervision: None,
        decided_by: String::new(),
        views: String::new(),
        evidence: vec![second],
        change_mind: String::new(),
    }));
    assert!(
        by_rule(&family, "REFERRAL_DECISION", "2026-11-19").is_empty(),
        "people decided of it"
    );
}

#[test]
fn a_family_without_a_child_has_its_own_clock() {
    let mut family = MadeUp::new();
    held(&mut family, "referral", "2 Nov 2026", &[]);
    let due = one(&family, "ASSESS", "2026-11-03");
    assert!(due.about.is_empty());
}

#[test]
fn strategy_discussion_conference_core_group_and_reviews() {
    let (mut family, child) = known();
    held(&mut family, "strategy-discussion", "15 Dec 2025", &[child]);
    assert_eq!(
        due_on(&family, "ICPC", "2025-12-16"),
        ("2026-01-08".into(), Ahead)
    );
    held(&mut family, "initial-conference", "7 Jan 2026", &[child]);
    assert!(by_rule(&family, "ICPC", "2026-01-07").is_empty());
    let group = one(&family, "CORE_GROUP", "2026-01-08");
    assert_eq!(group.day, Some(day("2026-01-21")));
    assert!(group.why.contains("7 January 2026"), "{}", group.why);
    legal(
        &mut family,
        child,
        "Child protection plan",
        "9 Jan 2026",
        "",
    );
    assert_eq!(
        due_on(&family, "CORE_GROUP", "2026-01-22"),
        ("2026-01-21".into(), Late)
    );
    assert_eq!(
        due_on(&family, "RCPC_1", "2026-01-22"),
        ("2026-04-07".into(), Ahead)
    );
    held(&mut family, "core-group", "20 Jan 2026", &[child]);
    assert!(by_rule(&family, "CORE_GROUP", "2026-01-22").is_empty());
    let next = one(&family, "CORE_GROUP_N", "2026-01-22");
    assert_eq!((next.day, next.state), (None, NotRecorded));
    assert!(next.why.contains("timescales.toml"), "{}", next.why);
    held(&mut family, "review-conference", "7 Apr 2026", &[child]);
    assert!(by_rule(&family, "RCPC_1", "2026-04-07").is_empty());
    assert_eq!(
        due_on(&family, "RCPC_N", "2026-04-07"),
        ("2026-10-07".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "RCPC_N", "2026-10-08"),
        ("2026-10-07".into(), Late)
    );
}

#[test]
fn a_plan_that_ends_or_was_not_made_ends_its_clocks() {
    let (mut family, child) = known();
    held(&mut family, "initial-conference", "7 Jan 2026", &[child]);
    let visit = one(&family, "CP_VISIT", "2026-01-08");
    assert!(
        visit.why.contains("whether it made a plan is not recorded"),
        "{}",
        visit.why
    );
    legal(&mut family, child, "Child in need", "8 Jan 2026", "");
    let rules = rules(&family, "2026-01-08");
    assert!(
        !rules
            .iter()
            .any(|rule| rule.starts_with("CP") || rule.starts_with("RCPC")),
        "{rules:?}"
    );
    assert!(rules.contains(&"CIN_VISIT".to_owned()));

    let (mut family, child) = known();
    legal(
        &mut family,
        child,
        "Child protection plan",
        "7 Jan 2026",
        "1 Jun 2026",
    );
    assert_eq!(
        due_on(&family, "RCPC_1", "2026-03-01"),
        ("2026-04-07".into(), Ahead),
        "no conference is recorded"
    );
    assert_eq!(super::rules(&family, "2026-06-01"), ["SUPERVISION"]);
}

#[test]
fn local_visits_run_by_what_is_common_and_say_so() {
    let (mut family, child) = known();
    legal(
        &mut family,
        child,
        "Child protection plan",
        "15 Dec 2025",
        "",
    );
    let due = one(&family, "CP_VISIT", "2025-12-16");
    assert_eq!(
        (due.day, due.kind),
        (Some(day("2025-12-31")), DueKind::Visit)
    );
    assert!(
        due.why.contains("local, commonly 10 working days"),
        "{}",
        due.why
    );
    held(&mut family, "visit", "30 Dec 2025", &[child]);
    assert_eq!(due_on(&family, "CP_VISIT", "2026-01-02").0, "2026-01-14");

    let (mut family, child) = known();
    legal(&mut family, child, "Child in need", "2 Nov 2026", "");
    assert_eq!(due_on(&family, "CIN_VISIT", "2026-11-03").0, "2026-12-14");
    assert_eq!(due_on(&family, "CIN_REVIEW", "2026-11-03").0, "2027-05-02");
    legal(&mut family, child, "Section 20", "9 Nov 2026", "");
    assert!(
        by_rule(&family, "CIN_VISIT", "2026-11-10").is_empty(),
        "looked after now"
    );
}

#[test]
fn proceedings_end_on_the_last_day_of_the_twenty_sixth_week() {
    let (mut family, child) = known();
    held(&mut family, "proceedings-issued", "20 Feb 2026", &[child]);
    let due = one(&family, "PLO_26", "2026-03-01");
    assert_eq!(
        due.day,
        day("2026-02-20").checked_add_days(chrono::Days::new(181))
    );
    assert_eq!(due_on(&family, "PLO_26", "2026-08-21").1, Late);
    held(&mut family, "final-order", "1 Aug 2026", &[child]);
    assert!(by_rule(&family, "PLO_26", "2026-08-21").is_empty());
}

#[test]
fn emergencies_end_by_themselves_until_it_is_written_how_they_went_on() {
    let (mut family, child) = known();
    held(&mut family, "police-protection", "2 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "PPO", "2026-11-05"),
        ("2026-11-05".into(), Today)
    );
    assert_eq!(due_on(&family, "PPO", "2026-11-06").1, Late);
    held(&mut family, "emergency-protection", "4 Nov 2026", &[child]);
    assert!(by_rule(&family, "PPO", "2026-11-06").is_empty());
    assert_eq!(
        due_on(&family, "EPO", "2026-11-06"),
        ("2026-11-11".into(), Ahead)
    );
    legal(&mut family, child, "Interim care order", "11 Nov 2026", "");
    assert!(by_rule(&family, "EPO", "2026-11-12").is_empty());

    let (mut family, child) = known();
    let order = legal(
        &mut family,
        child,
        "Child assessment order",
        "2 Nov 2026",
        "",
    );
    let due = one(&family, "CAO", "2026-11-03");
    assert_eq!(
        (due.day, due.record),
        (Some(day("2026-11-08")), Some(order))
    );
}

#[test]
fn bank_holidays_that_are_not_known_are_told() {
    let (mut family, child) = known();
    held(&mut family, "referral", "1 Dec 2028", &[child]);
    let due = one(&family, "ASSESS", "2028-12-02");
    assert!(
        due.why
            .contains("The bank holidays of 2029 are not known here"),
        "{}",
        due.why
    );
}
