//! The tests of goals: made-up families, and the sample's goals as its table has them.

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::record::{Body, Shown};

fn goal(people: &[RecordId], set: &str, due: &[&str]) -> Goal {
    Goal {
        reference: String::new(),
        people: people.to_vec(),
        words: "We go swimming".into(),
        purpose: None,
        stage: 0,
        levels: Box::new(["none", "once", "weekly", "twice", "daily"].map(str::to_owned)),
        set_on: date(set),
        agreed_on: Some(date(set)),
        agreed_with: String::new(),
        smart: ["S3N.1", "S3N.2", "S3N.3", "S3N.4", "S3N.5"]
            .map(str::to_owned)
            .to_vec(),
        reviews_due: due.iter().map(|due| date(due)).collect(),
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

fn review(goal: RecordId, on: &str, level: Level) -> GoalReview {
    GoalReview {
        goal,
        goal_revision: 1,
        on: date(on),
        level,
        evidence: "Seen.".into(),
        shown: vec![Shown::Seen],
        different_for_child: String::new(),
        entries: Vec::new(),
        analysis: String::new(),
        barriers: String::new(),
        relapse: String::new(),
        what_next: String::new(),
        origin: String::new(),
    }
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

/// A child's goal with these review days planned, and reviews held.
fn made(due: &[&str], held: &[(&str, Level)], change: impl Fn(&mut Goal)) -> MadeUp {
    let mut made = MadeUp::new();
    let child = made.child("Ada Moss", "2016-02-03");
    let mut body = goal(&[child], "2026-01-12", due);
    change(&mut body);
    let id = made.put(Body::Goal(body));
    for (on, level) in held {
        made.put(Body::GoalReview(review(id, on, *level)));
    }
    made
}

fn asked(made: &MadeUp) -> Vec<String> {
    let all = standings(&made.file, today());
    questions(&all[0], &made.file, today())
}

fn next_due(due: &[&str], held: &[&str]) -> (Option<NaiveDate>, bool) {
    let held: Vec<_> = held.iter().map(|on| (*on, Level::Expected)).collect();
    let made = made(due, &held, |_| {});
    let all = standings(&made.file, today());
    (all[0].next_due, all[0].is_late)
}

#[test]
fn a_review_up_to_two_weeks_before_its_day_is_the_review_of_that_day() {
    assert_eq!(
        next_due(&["2026-11-30"], &[]),
        (Some(day("2026-11-30")), false)
    );
    assert_eq!(next_due(&["2026-11-30"], &["2026-11-16"]), (None, false));
    assert_eq!(
        next_due(&["2026-11-30"], &["2026-11-15"]),
        (Some(day("2026-11-30")), false)
    );
    assert_eq!(
        next_due(&["2026-11-20"], &["2026-09-01"]),
        (Some(day("2026-11-20")), true)
    );
    assert_eq!(
        next_due(&["2026-11-23"], &[]),
        (Some(day("2026-11-23")), false),
        "today is not late"
    );
    assert_eq!(
        next_due(&["2026-06-01", "2026-12-01"], &["2026-06-20"]),
        (Some(day("2026-12-01")), false)
    );
    assert_eq!(
        next_due(&["2026-12-01", "2026-06-01"], &[]),
        (Some(day("2026-06-01")), true)
    );
    assert_eq!(
        next_due(&["Nov 2026"], &[]),
        (Some(day("2026-11-01")), false),
        "the month is not over"
    );
    assert_eq!(next_due(&[], &[]), (None, false));
}

#[test]
fn no_review_is_no_level_and_the_last_day_says_which_level_counts() {
    let none = made(&[], &[], |_| {});
    assert_eq!(standings(&none.file, today())[0].level(), None);
    let held = [
        ("2026-09-01", Level::More),
        ("2026-03-01", Level::Less),
        ("some time", Level::MuchLess),
        ("2027-01-05", Level::MuchMore),
    ];
    let some = made(&[], &held, |goal| goal.began_at = Some(Level::MuchLess));
    let all = standings(&some.file, today());
    assert_eq!(
        (all[0].level(), all[0].trend()),
        (Some(Level::More), Some(Trend::Up))
    );
    assert_eq!((all[0].reviews.len(), all[0].held().len()), (4, 3));
    let levels: Vec<_> = ladder(&all[0])
        .iter()
        .map(|step| (step.level.number(), step.is_beginning))
        .collect();
    assert_eq!(levels, [(-2, true), (-2, false), (-1, false), (1, false)]);
    assert!(
        asked(&some)
            .iter()
            .any(|asked| asked.contains("5 January 2027, which has not come yet"))
    );
}

#[test]
fn goals_of_a_purpose_stand_together_by_stage_and_what_ended_last() {
    let mut made = MadeUp::new();
    let child = made.child("Ada Moss", "2016-02-03");
    let purpose = |words: &str, on: &str| Purpose {
        words: words.into(),
        people: vec![child],
        on: Some(date(on)),
    };
    let late = made.put(Body::Purpose(purpose("later", "2026-05-01")));
    let early = made.put(Body::Purpose(purpose("earlier", "2025-05-01")));
    let mut put = |reference: &str, purpose, stage, set: &str, ended: bool| {
        made.put(Body::Goal(Goal {
            reference: reference.into(),
            purpose,
            stage,
            ended_on: ended.then(|| date("2026-10-01")),
            ..goal(&[child], set, &["2026-11-01"])
        }))
    };
    put("alone", None, 0, "2024-01-01", false);
    put("b2", Some(late), 2, "2025-01-01", false);
    put("b1", Some(late), 1, "2026-01-01", false);
    put("a3", Some(early), 3, "2026-01-01", true);
    put("a0", Some(early), 0, "2026-01-01", false);
    put("a4 second", Some(early), 4, "2026-02-01", false);
    put("a4 first", Some(early), 4, "2026-01-01", false);
    let all = standings(&made.file, today());
    let told: Vec<&str> = all
        .iter()
        .map(|one| one.goal.body.reference.as_str())
        .collect();
    assert_eq!(
        told,
        ["a4 first", "a4 second", "a0", "a3", "b1", "b2", "alone"]
    );
    assert_eq!(
        (all[3].next_due, all[3].is_late, all[3].is_ended),
        (None, false, true)
    );
    assert!(all[0].is_late);
}

#[test]
fn a_goal_with_all_that_it_needs_is_asked_nothing() {
    let sound = made(&["2026-12-01"], &[("2026-09-01", Level::Expected)], |_| {});
    assert_eq!(asked(&sound), Vec::<String>::new());
}

#[test]
fn each_gap_is_a_question_of_its_own() {
    let about = |change: &dyn Fn(&mut Goal), words: &str| {
        let made = made(
            &["2026-12-01"],
            &[("2026-09-01", Level::Expected)],
            |goal| change(goal),
        );
        let asked = asked(&made);
        assert_eq!(asked.len(), 1, "{words}: {asked:?}");
        assert!(asked[0].contains(words), "{words}: {asked:?}");
        assert!(asked[0].contains('?'));
    };
    about(&|goal| goal.agreed_on = None, "agreed with Ada");
    about(
        &|goal| goal.reviews_due.clear(),
        "No review is planned after",
    );
    about(
        &|goal| goal.reviews_due = vec![date("2026-09-01")],
        "No review is planned after",
    );
    about(
        &|goal| goal.reviews_due.push(date("2026-10-01")),
        "was to be reviewed on 1 October 2026",
    );
    about(
        &|goal| goal.levels[4].clear(),
        "what would be much more than expected",
    );
    about(
        &|goal| goal.levels.iter_mut().for_each(String::clear),
        "None of the five levels",
    );
    about(
        &|goal| goal.levels[3] = " Weekly".into(),
        "\"as expected\" and \"more than expected\"",
    );
    about(
        &|goal| goal.smart.clear(),
        "specific, measurable, agreed, realistic and timely",
    );
    about(
        &|goal| goal.smart.retain(|part| part != "S3N.2"),
        "Is it measurable?",
    );
    about(
        &|goal| goal.set_on = date("2026-10-05"),
        "on 1 September 2026, before it was set on 5 October 2026",
    );
    about(
        &|goal| goal.reviews_due.push(date("2025-10-05")),
        "planned for 5 October 2025, before",
    );
    about(
        &|goal| goal.ended_on = Some(date("2026-10-05")),
        "nobody wrote down how",
    );
}

#[test]
fn an_old_review_or_one_of_attendance_alone_is_asked_about() {
    let old = made(&["2026-12-01"], &[("2026-05-22", Level::Expected)], |_| {});
    assert!(asked(&old)[0].contains("on 22 May 2026, more than six months ago"));
    let young = made(&["2026-12-01"], &[("2026-05-23", Level::Expected)], |_| {});
    assert!(asked(&young).is_empty());
    let never = made(&["2026-12-01"], &[], |_| {});
    assert!(asked(&never)[0].contains("was never reviewed"));
    let unplanned = made(&[], &[], |_| {});
    assert!(asked(&unplanned)[0].contains("No day is set"));
    let mut came = made(&["2026-12-01"], &[("2026-09-01", Level::Expected)], |_| {});
    for held in came.file.goal_reviews.values_mut() {
        held.body.shown = vec![Shown::Attendance];
    }
    assert!(asked(&came)[0].contains("1 Sep 2026 rests on somebody having come"));
    for held in came.file.goal_reviews.values_mut() {
        held.body.different_for_child = "Breakfast is there.".into();
    }
    assert!(asked(&came).is_empty());
}

#[test]
fn the_score_leaves_out_what_nobody_reviewed_and_is_none_without_a_review() {
    let mut made = MadeUp::new();
    let (ada, mother) = (
        made.child("Ada Moss", "2016-02-03"),
        made.adult("Jo Moss", "mother"),
    );
    let mut put = |people: &[RecordId], weights: Option<(u8, u8)>, began, level: Option<Level>| {
        let id = made.put(Body::Goal(Goal {
            importance: weights.map(|weights| weights.0),
            difficulty: weights.map(|weights| weights.1),
            began_at: began,
            ..goal(people, "2026-01-12", &[])
        }));
        if let Some(level) = level {
            made.put(Body::GoalReview(review(id, "2026-06-01", level)));
        }
        id
    };
    let less = Some(Level::Less);
    // The fourth worked example of the method, with where it began.
    put(&[mother], Some((3, 2)), less, Some(Level::MuchMore));
    put(&[mother], Some((2, 2)), less, Some(Level::Less));
    put(
        &[mother],
        Some((3, 1)),
        Some(Level::MuchLess),
        Some(Level::Expected),
    );
    put(
        &[mother],
        Some((2, 1)),
        Some(Level::MuchLess),
        Some(Level::MuchLess),
    );
    let open = put(&[ada], None, None, None);
    let file = &made.file;
    let of_mother = score(file, Some(mother), today()).unwrap();
    assert_eq!(format!("{:.2}", of_mother.reached), "53.76");
    assert_eq!(format!("{:.2}", of_mother.change().unwrap()), "22.58");
    assert_eq!(
        (of_mother.counted, of_mother.left_out.as_slice()),
        (4, &[][..])
    );
    assert_eq!(score(file, Some(ada), today()), None);
    assert_eq!(score(file, None, today()).unwrap().left_out, [open]);
    assert_eq!(
        score(file, None, day("2026-05-31")),
        None,
        "not reviewed by then"
    );
}

#[test]
fn the_score_tells_where_it_began_only_when_that_is_said_of_every_goal() {
    let began = made(&[], &[("2026-06-01", Level::More)], |goal| {
        goal.began_at = Some(Level::Less)
    });
    let found = score(&began.file, None, today()).unwrap();
    assert_eq!((found.reached, found.began), (60.0, Some(40.0)));
    let unsaid = made(&[], &[("2026-06-01", Level::More)], |_| {});
    assert_eq!(score(&unsaid.file, None, today()).unwrap().began, None);
    let weightless = made(&[], &[("2026-06-01", Level::More)], |goal| {
        (goal.importance, goal.difficulty) = (Some(0), Some(3));
    });
    assert_eq!(score(&weightless.file, None, today()), None, "not 50");
}
