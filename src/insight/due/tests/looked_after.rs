//! Visits, reviews and the plan for permanence of looked after children; breaks and temporary placements.

use super::*;
use DueState::{Ahead, Late, NotRecorded, Today};

#[test]
fn reviews_follow_one_another_first_second_and_later() {
    let (mut family, child) = fostered();
    assert_eq!(
        due_on(&family, "LAC_REVIEW_1", "2025-12-31"),
        ("2025-12-31".into(), Today)
    );
    assert_eq!(
        due_on(&family, "LAC_REVIEW_1", "2026-01-02"),
        ("none".into(), NotRecorded)
    );
    held(&mut family, "looked-after-review", "30 Dec 2025", &[child]);
    assert!(by_rule(&family, "LAC_REVIEW_1", "2026-01-02").is_empty());
    assert_eq!(
        due_on(&family, "LAC_REVIEW_2", "2026-01-02"),
        ("2026-03-30".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "LAC_REVIEW_2", "2026-03-31"),
        ("2026-03-30".into(), Late)
    );
    held(&mut family, "looked-after-review", "30 Mar 2026", &[]);
    assert_eq!(
        due_on(&family, "LAC_REVIEW_N", "2026-04-01"),
        ("2026-09-30".into(), Ahead)
    );
    held(&mut family, "looked-after-review", "30 Sep 2026", &[child]);
    assert_eq!(
        due_on(&family, "LAC_REVIEW_N", "2026-09-30"),
        ("2027-03-30".into(), Ahead)
    );
}

#[test]
fn a_review_of_a_brother_or_of_an_earlier_time_in_care_is_not_this_childs() {
    let (mut family, child) = fostered();
    let brother = family.child("Tom Oakes", "2021");
    legal(&mut family, child, "Section 20", "1 Mar 2021", "1 Mar 2022");
    held(&mut family, "looked-after-review", "10 Mar 2021", &[child]);
    held(
        &mut family,
        "looked-after-review",
        "10 Dec 2025",
        &[brother],
    );
    assert_eq!(
        due_on(&family, "LAC_REVIEW_1", "2026-01-02"),
        ("2025-12-31".into(), Late),
        "reviews are recorded here"
    );
    assert!(
        by_rule(&family, "LAC_REVIEW_1", "2026-01-02")
            .iter()
            .all(|due| due.about == [child])
    );
}

#[test]
fn a_new_order_goes_on_with_the_same_time_in_care_and_its_end_ends_it() {
    let mut family = MadeUp::new();
    let child = family.child("Ava Oakes", "4 Mar 2019");
    legal(
        &mut family,
        child,
        "Section 20",
        "1 Dec 2025",
        "15 Dec 2025",
    );
    let order = legal(&mut family, child, "Interim care order", "15 Dec 2025", "");
    stays_at(&mut family, child, "Foster care", "1 Dec 2025", "");
    assert_eq!(
        due_on(&family, "LAC_REVIEW_1", "2025-12-16").0,
        "2025-12-31"
    );
    let mut ended = family.file.legal[&order].clone();
    ended.body.to = Some(date("20 Dec 2025"));
    family.file.legal.insert(order, ended);
    assert!(!rules(&family, "2025-12-19").is_empty());
    assert_eq!(rules(&family, "2025-12-20"), ["SUPERVISION"]);
    family.file.legal.remove(&order);
    assert_eq!(
        rules(&family, "2025-12-19"),
        ["SUPERVISION"],
        "the status before it had ended"
    );
}

#[test]
fn a_date_that_is_not_exact_counts_from_its_earliest_day_and_says_so() {
    let mut family = MadeUp::new();
    let child = family.child("Ava Oakes", "4 Mar 2019");
    legal(&mut family, child, "Section 20", "Dec 2025", "");
    let due = one(&family, "LAC_REVIEW_1", "2025-12-08");
    assert_eq!(due.day, Some(day("2025-12-31")));
    assert!(
        due.why
            .contains("Dec 2025 (not exact, so counted from 1 December 2025)"),
        "{}",
        due.why
    );
    legal(&mut family, child, "Care order", "tbc", "");
    family
        .file
        .legal
        .retain(|_, status| status.body.status == "Care order");
    let due = one(&family, "LAC_REVIEW_1", "2025-12-08");
    assert_eq!((due.day, due.state), (None, NotRecorded));
    assert!(
        due.why
            .contains("Since when the child is looked after is not recorded")
    );
}

#[test]
fn visits_are_due_within_a_week_then_six_weeks_in_the_first_year() {
    let (mut family, child) = fostered();
    assert_eq!(
        due_on(&family, "LAC_VISIT_1", "2025-12-04"),
        ("2025-12-08".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "LAC_VISIT_1", "2026-02-04"),
        ("none".into(), NotRecorded)
    );
    held(&mut family, "visit", "5 Dec 2025", &[child]);
    assert_eq!(
        due_on(&family, "LAC_VISIT_Y1", "2025-12-05"),
        ("2026-01-16".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "LAC_VISIT_Y1", "2026-01-17"),
        ("2026-01-16".into(), Late)
    );
    assert!(by_rule(&family, "LAC_VISIT_1", "2026-01-17").is_empty());
}

#[test]
fn a_new_placement_starts_with_a_first_visit_again() {
    let (mut family, child) = fostered();
    held(&mut family, "visit", "5 Dec 2025", &[child]);
    stays_at(
        &mut family,
        child,
        "Residential children's home",
        "8 Jan 2026",
        "",
    );
    assert_eq!(
        due_on(&family, "LAC_VISIT_1", "2026-01-09"),
        ("2026-01-15".into(), Ahead)
    );
    assert_eq!(
        due_on(&family, "LAC_VISIT_1", "2026-01-16"),
        ("2026-01-15".into(), Late),
        "visits are recorded here"
    );
}

#[test]
fn after_the_first_year_it_counts_whether_the_placement_is_to_last() {
    for (kind, rule, due) in [
        ("Long-term foster care", "LAC_VISIT_LT", "2027-02-20"),
        ("Foster care", "LAC_VISIT_OTHER", "2027-01-01"),
    ] {
        let mut family = MadeUp::new();
        let child = family.child("Ava Oakes", "4 Mar 2019");
        legal(&mut family, child, "Care order", "1 Dec 2025", "");
        stays_at(&mut family, child, kind, "1 Dec 2025", "");
        held(&mut family, "visit", "20 Nov 2026", &[child]);
        assert_eq!(
            due_on(&family, rule, "2026-12-02"),
            (due.into(), Ahead),
            "{kind}"
        );
        let six_weeks_end_within_the_year = "1 Oct 2026";
        family.file.occasions.clear();
        held(
            &mut family,
            "visit",
            six_weeks_end_within_the_year,
            &[child],
        );
        assert_eq!(
            due_on(&family, "LAC_VISIT_Y1", "2026-10-02"),
            ("2026-11-12".into(), Ahead)
        );
    }
}

#[test]
fn orders_at_home_and_temporary_carers_have_limits_of_their_own() {
    let home = |status: &str| {
        let mut family = MadeUp::new();
        let child = family.child("Ava Oakes", "4 Mar 2019");
        legal(&mut family, child, status, "2 Nov 2026", "");
        stays_at(&mut family, child, "Placed with parent", "1 Jun 2024", "");
        (family, child)
    };
    let (mut family, child) = home("Interim care order");
    assert_eq!(
        due_on(&family, "ICO_HOME", "2026-11-03"),
        ("2026-11-09".into(), Ahead)
    );
    held(&mut family, "visit", "9 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "ICO_HOME", "2026-11-10"),
        ("2026-11-16".into(), Ahead),
        "weekly until the first review"
    );
    held(&mut family, "looked-after-review", "10 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "ICO_HOME", "2026-11-10"),
        ("2026-12-07".into(), Ahead),
        "then four weeks"
    );

    let (mut family, child) = home("Care order");
    assert_eq!(
        due_on(&family, "CO_HOME", "2026-11-03"),
        ("2026-11-09".into(), Ahead),
        "within a week of the order"
    );
    held(&mut family, "visit", "6 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "CO_HOME", "2026-11-10"),
        ("2026-12-18".into(), Ahead),
        "then six weeks"
    );

    let (mut family, child) = home("Care order");
    held(
        &mut family,
        "placed-before-assessment",
        "2 Nov 2026",
        &[child],
    );
    held(&mut family, "visit", "6 Nov 2026", &[child]);
    assert_eq!(
        due_on(&family, "PWP_PRE_ASSESS", "2026-11-10"),
        ("2026-11-13".into(), Ahead),
        "reg 19"
    );
    held(&mut family, "assessment", "20 Nov 2026", &[child]);
    assert!(
        by_rule(&family, "PWP_PRE_ASSESS", "2026-11-21").is_empty(),
        "the assessment is done"
    );

    let (mut family, child) = fostered();
    held(&mut family, "temporary-carer", "1 Dec 2025", &[child]);
    held(&mut family, "visit", "8 Dec 2025", &[child]);
    assert_eq!(
        due_on(&family, "ICO_HOME", "2025-12-09"),
        ("2025-12-15".into(), Ahead),
        "reg 24"
    );
}

#[test]
fn a_visit_that_saw_only_the_others_is_none_to_this_child_and_seen_alone_is_told() {
    let (mut family, child) = fostered();
    let brother = family.child("Tom Oakes", "2021");
    let visit = |on: &str| occasion("visit", on, &[child, brother]);
    family.put(Body::Occasion(Occasion {
        seen: vec![child],
        seen_alone: vec![child],
        ..visit("5 Dec 2025")
    }));
    assert!(
        !one(&family, "LAC_VISIT_Y1", "2025-12-06")
            .why
            .contains("alone"),
        "seen alone at the last"
    );
    family.put(Body::Occasion(Occasion {
        seen: vec![child, brother],
        why_not_alone: "asleep in the car.".into(),
        ..visit("9 Jan 2026")
    }));
    let due = one(&family, "LAC_VISIT_Y1", "2026-01-10");
    assert!(
        due.why.contains(
            "the child was not seen alone (asleep in the car); the last time was 5 December 2025."
        ),
        "{}",
        due.why
    );
    family.put(Body::Occasion(Occasion {
        seen: vec![brother],
        ..visit("20 Jan 2026")
    }));
    assert_eq!(
        due_on(&family, "LAC_VISIT_Y1", "2026-01-21").0,
        "2026-02-20",
        "from 9 January"
    );
}

#[test]
fn a_plan_for_permanence_is_due_by_the_second_review() {
    let (mut family, child) = fostered();
    assert_eq!(
        due_on(&family, "PERM_PLAN", "2025-12-08"),
        ("2026-03-31".into(), Ahead)
    );
    held(&mut family, "looked-after-review", "15 Dec 2025", &[child]);
    assert_eq!(
        due_on(&family, "PERM_PLAN", "2025-12-16"),
        ("2026-03-15".into(), Ahead)
    );
    held(&mut family, "looked-after-review", "10 Mar 2026", &[child]);
    assert_eq!(
        due_on(&family, "PERM_PLAN", "2026-03-10"),
        ("2026-03-10".into(), Today)
    );
    assert_eq!(
        due_on(&family, "PERM_PLAN", "2026-04-10"),
        ("none".into(), NotRecorded)
    );
    held(&mut family, "permanence-plan", "12 Apr 2026", &[child]);
    assert!(by_rule(&family, "PERM_PLAN", "2026-04-12").is_empty());
}

#[test]
fn a_child_who_is_not_looked_after_has_no_such_dues() {
    let mut family = MadeUp::new();
    let child = family.child("Ava Oakes", "4 Mar 2019");
    stays_at(&mut family, child, "Informal family care", "1 Dec 2025", "");
    assert_eq!(rules(&family, "2025-12-04"), ["SUPERVISION"]);
    legal(&mut family, child, "Supervision order", "1 Dec 2025", "");
    assert_eq!(rules(&family, "2025-12-04"), ["SUPERVISION"]);
    legal(&mut family, child, "Police protection", "1 Dec 2025", "");
    assert_eq!(
        rules(&family, "2025-12-02"),
        ["PPO", "SUPERVISION"],
        "not in the authority's accommodation"
    );
}

#[test]
fn short_breaks_and_temporary_placements_end_on_a_day() {
    let mut family = MadeUp::new();
    let child = family.child("Ava Oakes", "4 Mar 2019");
    legal(
        &mut family,
        child,
        "Short breaks under section 20",
        "1 Jan 2026",
        "",
    );
    stays_at(&mut family, child, "Foster care", "2 Nov 2026", "");
    assert_eq!(
        due_on(&family, "SHORT_BREAK", "2026-11-05"),
        ("2026-11-19".into(), Ahead)
    );
    assert!(
        !rules(&family, "2026-11-05")
            .iter()
            .any(|rule| rule.starts_with("LAC"))
    );
    stays_at(
        &mut family,
        child,
        "Foster care",
        "1 Feb 2026",
        "12 Apr 2026",
    );
    let due = one(&family, "SHORT_BREAK", "2026-11-04");
    assert_eq!(
        due.day,
        Some(day("2026-11-05")),
        "71 days in spring and 3 now of 75: {}",
        due.why
    );
    assert!(due.why.contains("74 of 75"), "{}", due.why);

    let (mut family, child) = fostered();
    stays_at(
        &mut family,
        child,
        "Temporary placement (T4)",
        "5 Jan 2026",
        "",
    );
    assert_eq!(
        due_on(&family, "T4", "2026-01-06"),
        ("2026-01-12".into(), Ahead)
    );
}
