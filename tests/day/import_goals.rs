//! Tables of goals: whose, in which words, which reviews; a day without a level is still due, and nothing is guessed.

use crate::import_desk::*;
use crate::import_typed::{TypingDesk, fits, json, said};
use throughline::exchange::import::{FileKind, ImportFiles, ImportPlan, SourceFile};
use throughline::insight::goals::{score, standings};
use throughline::practice::goals::Level;
use throughline::record::*;

pub fn goals(text: &str) -> ImportFiles {
    ImportFiles {
        goals: vec![SourceFile {
            name: "goals.csv".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }],
        ..ImportFiles::default()
    }
}

pub fn of_the_sample() -> ImportFiles {
    ImportFiles {
        goals: vec![sample("goals.csv")],
        ..ImportFiles::default()
    }
}

const HEADER: &str = "Goal number;Parent named;Goal;-2;-1;0;+1;+2;Set;Review 1;Level 1;Evidence 1;Review 2;Level 2;Evidence 2;Analysis 2;Team";

/// The sample family with a table of one goal of Siân's, from its day on.
fn brought(from_set: &str) -> (ImportPlan, CaseFile) {
    let row = format!("G9;Siân Prosser;We eat at six;never;seldom;often;daily;always;{from_set}");
    let empty = ";".repeat(16 - row.matches(';').count());
    let plan = planned(&IMPORTED.1, &goals(&format!("{HEADER}\n{row}{empty}\n")));
    let after = saved(&IMPORTED.1, &plan);
    (plan, after)
}

fn only(file: &CaseFile) -> &Goal {
    assert_eq!(file.goals.len(), 1);
    &file.goals.values().next().unwrap().body
}

pub fn asks(plan: &ImportPlan) -> Vec<&str> {
    let doubts = plan.report.files[0].doubts.iter();
    doubts.map(|doubt| doubt.text.as_str()).collect()
}

fn why_out(header_and_rows: &str) -> String {
    let plan = planned(&IMPORTED.1, &goals(header_and_rows));
    assert_eq!(plan.report.around.goals, 0);
    plan.report.files[0].set_aside[0].why.clone()
}

pub fn levels(file: &CaseFile, goal: &Goal) -> Vec<(String, i8)> {
    let all = standings(file, day(2026, 11, 23));
    let standing = all.iter().find(|standing| standing.goal.body == *goal);
    let held = standing.unwrap().held().iter();
    held.map(|held| (held.body.on.written().to_owned(), held.body.level.number()))
        .collect()
}

#[test]
fn the_samples_goals_come_in_with_their_reviews_and_what_is_due() {
    let plan = planned(&IMPORTED.1, &of_the_sample());
    let file = &plan.report.files[0];
    assert_eq!(
        (file.kind, file.rows, file.entries),
        (FileKind::Goals, 6, 6)
    );
    assert!(
        file.set_aside.is_empty() && file.doubts.is_empty(),
        "{file:?}"
    );
    let around = plan.report.around;
    assert_eq!((around.goals, around.goal_reviews), (6, 16));
    let after = saved(&IMPORTED.1, &plan);
    let all = standings(&after, day(2026, 11, 23));
    let told: Vec<_> = all
        .iter()
        .map(|one| {
            let reached = one.level().map(Level::number);
            (
                one.goal.body.reference.as_str(),
                one.held().len(),
                reached,
                one.next_due,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("G1", 3, Some(2), None),
            ("G3", 3, Some(-1), None),
            ("G4", 2, Some(1), Some(day(2026, 12, 7))),
            ("G2", 3, Some(-2), None),
            ("G6", 3, Some(1), None),
            ("G5", 2, Some(0), Some(day(2026, 11, 30))),
        ]
    );
    assert!(all.iter().all(|one| !one.is_late));
    let fourth = &all[2].goal.body;
    let people: Vec<&str> = fourth
        .people
        .iter()
        .map(|id| after.people[id].body.short_name())
        .collect();
    assert_eq!(people, ["Lowri", "Siân"]);
    assert_eq!(
        fourth.words,
        "One hour a fortnight that Lowri chooses, just the two of us"
    );
    assert_eq!(
        fourth.levels[4],
        "Lowri stays a night because she wants to."
    );
    assert_eq!(fourth.origin, "goals.csv, row 5");
    let review = all[2].last().unwrap();
    assert_eq!(
        (review.body.goal_revision, review.body.origin.as_str()),
        (1, "goals.csv, row 5")
    );
    assert_eq!(
        review.body.evidence,
        "\"I did not look in the cupboard\" (Lowri)."
    );
}

#[test]
fn the_scores_of_the_sample_count_what_was_reviewed_by_the_day() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let sian = after
        .people
        .values()
        .find(|one| one.body.short_name() == "Siân")
        .unwrap();
    let at = |today| score(&after, Some(sian.id()), today).unwrap();
    let now = at(day(2026, 11, 23));
    assert_eq!(
        (
            format!("{:.2}", now.reached),
            now.counted,
            now.left_out.len()
        ),
        ("57.25".into(), 4, 0)
    );
    assert_eq!(now.began, None, "where they began is not in the table");
    let early = at(day(2025, 7, 1));
    assert_eq!(
        (early.reached, early.counted),
        (70.0, 1),
        "only the first had been reviewed"
    );
}

#[test]
fn levels_are_read_as_numbers_or_words_and_anything_else_is_asked_about() {
    let (plan, after) = brought(
        "2025-01-06;2025-03-03;\u{2212}1;late;2025-06-02;Much more than expected;at five;good",
    );
    assert_eq!(asks(&plan), Vec::<&str>::new());
    assert_eq!(
        levels(&after, only(&after)),
        [("2025-03-03".into(), -1), ("2025-06-02".into(), 2)]
    );
    let with_analysis = after
        .goal_reviews
        .values()
        .find(|held| held.body.analysis == "good");
    assert_eq!(with_analysis.unwrap().body.level, Level::MuchMore);
    for cell in ["achieved", "3", "0.5", "n/k", "-1/0"] {
        let (plan, after) = brought(&format!("2025-01-06;2025-03-03;{cell};late;2025-06-02;0"));
        assert_eq!(
            levels(&after, only(&after)),
            [("2025-06-02".into(), 0)],
            "{cell}"
        );
        assert!(asks(&plan)[0].contains(&format!(
            "Review 1 stays out: \"{cell}\" is not one of the five levels"
        )));
        let kept = format!("Review 1 as the file has it: 2025-03-03; {cell}; late.");
        assert_eq!(only(&after).how_reviewed, kept, "no word is lost");
        assert_eq!(plan.report.files[0].entries, 1, "the goal is there");
    }
}

#[test]
fn a_day_without_a_level_is_due_and_half_a_review_is_asked_about() {
    let (plan, after) = brought("2025-01-06;2025-03-03;;");
    assert!(asks(&plan).is_empty() && after.goal_reviews.is_empty());
    assert_eq!(
        only(&after).reviews_due,
        [FuzzyDate::parse("2025-03-03", day(2026, 11, 23)).unwrap()]
    );
    assert!(standings(&after, day(2026, 11, 23))[0].is_late);
    for (cells, words) in [
        ("2025-03-03;;came twice", "no level is given"),
        (";+1;came twice", "no day is given"),
        (
            "31/02/2025;+1;came",
            "\"31/02/2025\" is not a day that can be read",
        ),
        ("2027-03-03;+1;came", "has not come yet"),
    ] {
        let (plan, after) = brought(&format!("2025-01-06;{cells}"));
        assert!(after.goal_reviews.is_empty());
        assert!(asks(&plan)[0].contains(words), "{words}: {:?}", asks(&plan));
        assert!(only(&after).how_reviewed.contains("came"));
        let again = planned(&after, &ImportFiles::default());
        assert!(again.writes.is_empty());
    }
}

#[test]
fn days_and_texts_that_cannot_be_right_are_kept_and_asked_about() {
    let (plan, after) = brought("2025-01-06;2024-12-02;0;late;;;;;North");
    assert_eq!(after.goal_reviews.len(), 1);
    assert!(asks(&plan)[0].contains("2 Dec 2024 is before the goal was set on 6 Jan 2025"));
    assert_eq!(
        only(&after).how_reviewed,
        "Team: North.",
        "columns that nobody asked for are kept"
    );
    let alike = format!(
        "{HEADER}\nG9;Siân Prosser;We eat;never;seldom;often;Often;always;2025-01-06;;;;;;;;\n"
    );
    let plan = planned(&IMPORTED.1, &goals(&alike));
    assert!(asks(&plan)[0].contains("Two of the levels say \"often\""));
    assert_eq!(plan.report.around.goals, 1);
}

#[test]
fn whose_goal_it_is_must_be_told() {
    let of = |person: &str| format!("Person,Goal,Date set\n{person},We eat,2025-01-06\n");
    let people = |person: &str| {
        let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &goals(&of(person))));
        let people = only(&after)
            .people
            .iter()
            .map(|id| after.people[id].body.short_name().to_owned());
        people.collect::<Vec<_>>()
    };
    assert_eq!(people("Lowri Dąbek and Siân Prosser"), ["Lowri", "Siân"]);
    assert_eq!(people("PROSSER Sian"), ["Siân"]);
    assert_eq!(people("Mum"), ["Siân"]);
    assert_eq!(people("All three"), ["Lowri", "Kuba", "Wren"]);
    assert!(why_out(&of("Gwen")).contains("Nobody in this case goes by \"Gwen\""));
    assert!(why_out(&of("Lowri and Gwen")).contains("goes by"));
    assert!(why_out(&of("Family")).contains("does not say whose goal it is"));
    assert!(why_out(&of("")).contains("Nobody is named"));
    assert!(why_out("Person,Goal,Date set\nLowri,,2025-01-06\n").contains("The row has no goal"));
    assert!(
        why_out("Person,Goal,Date set\nLowri,We eat,\n")
            .contains("does not say when the goal was set")
    );
    assert!(
        why_out("Person,Goal,Date set\nLowri,We eat,2031-01-06\n").contains("has not come yet")
    );
}

#[test]
fn what_else_a_table_tells_of_a_goal_has_its_place() {
    let table = "Whose goal,Goal in their words,Date set,Agreed on,Agreed with,How reviewed,Baseline,Importance,Difficulty,Relapse plan,Next review date\n\
        Siân,I ask,2026-03-02,2026-03-05,Siân and Nerys,Nerys and I look,-1,3,7,Ring Nerys,2026-12-01\n";
    let plan = planned(&IMPORTED.1, &goals(table));
    let after = saved(&IMPORTED.1, &plan);
    let goal = only(&after);
    assert_eq!(goal.agreed_on.as_ref().unwrap().in_short(), "5 Mar 2026");
    assert_eq!(
        (goal.began_at, goal.importance, goal.difficulty),
        (Some(Level::Less), Some(3), None)
    );
    assert_eq!(goal.how_reviewed, "Nerys and I look how hard it is: 7.");
    assert_eq!(
        (goal.agreed_with.as_str(), goal.if_relapse.as_str()),
        ("Siân and Nerys", "Ring Nerys")
    );
    assert_eq!(goal.reviews_due[0].in_short(), "1 Dec 2026");
    assert!(
        asks(&plan)
            .iter()
            .any(|asks| asks.contains("is not a number from 0 to 3"))
    );
}

#[test]
fn goals_come_in_as_they_are_typed_once_the_people_are_known() {
    let desk = TypingDesk::with_store();
    let early = desk.import_table("goals", "goals.csv", &[]);
    assert_eq!(early.status.code(), Some(1));
    assert!(said(&early).contains("Bring a table of its people in with it"));
    assert!(desk.import(&["police.csv"], &[]).status.success());
    let ahead = said(&desk.import_table("goals", "goals.csv", &["--dry-run"]));
    assert!(
        ahead.contains("6 rows from 1 file: 6 came in, 0 set aside. None is lost."),
        "{ahead}"
    );
    assert!(
        ahead.contains("Beside the chronology: 6 goals and 16 reviews of goals."),
        "{ahead}"
    );
    let schema = json(&desk.run(&["import", "goals", "--schema"]));
    let report = json(&desk.import_table("goals", "goals.csv", &["--json"]));
    fits(&report, &schema, &schema, "report");
    assert_eq!(report["files"][0]["kind"], "goals");
    assert_eq!(report["around"]["goal_reviews"], 16);
    let again = said(&desk.import_table("goals", "goals.csv", &[]));
    assert!(
        again.contains("All of it is there already; nothing was written."),
        "{again}"
    );
    assert!(said(&desk.run(&["check"])).contains("All is whole"));
}
