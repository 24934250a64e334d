//! What people agreed: goals, the plan, answers, supervision.

use super::*;
use crate::practice::goals::Level;
use DueState::{Ahead, Late, NotRecorded};

fn session(on: &str, next_on: &str) -> Body {
    Body::Supervision(Supervision {
        on: date(on),
        kind: SupervisionKind::Individual,
        worker: "M Clarke".into(),
        supervisor: "R Iyer".into(),
        others: String::new(),
        minutes: None,
        setting: String::new(),
        children: Vec::new(),
        conditions: Vec::new(),
        experience: String::new(),
        reflection: String::new(),
        in_action: String::new(),
        on_action: String::new(),
        analysis: String::new(),
        action: String::new(),
        principles: Vec::new(),
        facets: Vec::new(),
        zones_decided: Vec::new(),
        parked: Vec::new(),
        next_on: (!next_on.is_empty()).then(|| date(next_on)),
    })
}

#[test]
fn supervision_comes_on_the_day_that_was_named_else_once_a_month() {
    let mut family = MadeUp::new();
    assert_eq!(
        due_on(&family, "SUPERVISION", "2026-11-23"),
        ("none".into(), NotRecorded)
    );
    family.put(session("20 Oct 2026", ""));
    let due = one(&family, "SUPERVISION", "2026-11-23");
    assert_eq!((due.day, due.state), (Some(day("2026-11-20")), Late));
    assert!(
        due.why.contains("local, commonly once a month"),
        "{}",
        due.why
    );
    family.put(session("2 Nov 2026", "30 Nov 2026"));
    let due = one(&family, "SUPERVISION", "2026-11-23");
    assert_eq!((due.day, due.state), (Some(day("2026-11-30")), Ahead));
    assert_eq!(due.source, "Agreed in supervision");
    assert!(due.about.is_empty());
}

fn goal(review: &str) -> Goal {
    Goal {
        reference: String::new(),
        people: Vec::new(),
        words: "Kuba sleeps through".into(),
        purpose: None,
        stage: 0,
        levels: Box::default(),
        set_on: date("1 Sep 2026"),
        agreed_on: None,
        agreed_with: String::new(),
        smart: Vec::new(),
        reviews_due: vec![date(review)],
        how_reviewed: String::new(),
        barriers_within: String::new(),
        barriers_around: String::new(),
        if_relapse: String::new(),
        began_at: None,
        importance: None,
        difficulty: None,
        needs: Vec::new(),
        why_changed: String::new(),
        ended_on: None,
        how_ended: String::new(),
        origin: String::new(),
    }
}

#[test]
fn a_goal_is_due_for_review_on_its_day_and_in_a_month_until_the_month_is_over() {
    let mut family = MadeUp::new();
    let id = family.put(Body::Goal(goal("Nov 2026")));
    assert_eq!(
        due_on(&family, "GOAL_REVIEW", "2026-11-23"),
        ("2026-11-30".into(), Ahead)
    );
    assert_eq!(due_on(&family, "GOAL_REVIEW", "2026-12-01").1, Late);
    family.put(Body::GoalReview(GoalReview {
        goal: id,
        goal_revision: 1,
        on: date("25 Nov 2026"),
        level: Level::Expected,
        evidence: String::new(),
        shown: Vec::new(),
        different_for_child: String::new(),
        entries: Vec::new(),
        analysis: String::new(),
        barriers: String::new(),
        relapse: String::new(),
        what_next: String::new(),
        origin: String::new(),
    }));
    assert!(by_rule(&family, "GOAL_REVIEW", "2026-12-01").is_empty());
}

#[test]
fn the_plan_is_reviewed_when_its_last_version_says() {
    let mut family = MadeUp::new();
    let version = |on: &str, review: Option<&str>| {
        Body::PlanVersion(PlanVersion {
            on: date(on),
            with: Vec::new(),
            others: String::new(),
            family_view: String::new(),
            review: review.map(date),
            parts: Vec::new(),
        })
    };
    assert!(
        by_rule(&family, "PLAN_REVIEW", "2026-11-23").is_empty(),
        "there is no plan yet"
    );
    family.put(version("1 Jul 2026", Some("1 Oct 2026")));
    assert_eq!(
        due_on(&family, "PLAN_REVIEW", "2026-11-23"),
        ("2026-10-01".into(), Late)
    );
    family.put(version("2 Oct 2026", None));
    let due = one(&family, "PLAN_REVIEW", "2026-11-23");
    assert_eq!((due.day, due.state), (None, NotRecorded));
    assert!(
        due.why.contains("names no day for its review"),
        "{}",
        due.why
    );
}

#[test]
fn what_we_wanted_to_know_by_a_day_is_due_until_it_is_answered() {
    let mut family = MadeUp::new();
    let asked = Curiosity {
        words: "Who fetched Kuba on Thursdays?".into(),
        why: String::new(),
        from_whom: "his teacher".into(),
        by: Some(date("20 Nov 2026")),
        people: Vec::new(),
        hypotheses: Vec::new(),
        entries: Vec::new(),
        answer: String::new(),
        answered_by: Vec::new(),
        let_go: String::new(),
        offered: String::new(),
    };
    let id = family.put(Body::Curiosity(asked));
    let due = one(&family, "CURIOSITY", "2026-11-23");
    assert_eq!((due.day, due.record), (Some(day("2026-11-20")), Some(id)));
    assert!(due.why.contains("From: his teacher."), "{}", due.why);
    family.file.curiosities.get_mut(&id).unwrap().body.answer = "His aunt".into();
    assert!(by_rule(&family, "CURIOSITY", "2026-11-23").is_empty());
}
