//! The same goals brought in again, and later exports of them: only what is new comes in, what stands here stays.

use crate::import_desk::*;
use crate::import_goals::*;
use throughline::record::*;

fn sample_text() -> String {
    String::from_utf8(sample("goals.csv").bytes).unwrap()
}

#[test]
fn the_same_goals_again_change_nothing() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let again = planned(&after, &of_the_sample());
    assert!(again.writes.is_empty());
    let aside = &again.report.files[0].set_aside;
    assert!(aside.len() == 6 && aside.iter().all(|row| row.why == "Already in the case."));
}

#[test]
fn a_later_export_brings_only_the_new_review_and_what_is_due_then() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let later = sample_text()
        .replace("2026-12-07,,", "2026-11-20,0,She came on the bus.")
        .replace("2026-11-30,,", "2026-12-14,,");
    let plan = planned(&after, &goals(&later));
    assert_eq!(
        (plan.report.around.goals, plan.report.around.goal_reviews),
        (0, 1)
    );
    let changed = saved(&after, &plan);
    assert_eq!((changed.goals.len(), changed.goal_reviews.len()), (6, 17));
    let due = |reference: &str| {
        let goal = changed
            .goals
            .values()
            .find(|goal| goal.body.reference == reference)
            .unwrap();
        goal.body
            .reviews_due
            .iter()
            .map(FuzzyDate::in_short)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        due("G5"),
        ["30 Nov 2026", "14 Dec 2026"],
        "the day that was known stays"
    );
    let fourth = changed
        .goals
        .values()
        .find(|goal| goal.body.reference == "G4")
        .unwrap();
    assert_eq!(
        levels(&changed, &fourth.body).last().unwrap(),
        &("2026-11-20".into(), 0)
    );
}

#[test]
fn a_level_that_the_file_tells_otherwise_later_is_said_and_not_changed() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let other = sample_text().replace("2026-09-28,0,", "2026-09-28,+1,");
    let plan = planned(&after, &goals(&other));
    let aside = &plan.report.files[0].set_aside;
    let told = "the level of 2026-09-28 (0 here, +1 in the file)";
    assert!(aside.iter().any(|row| row.why.contains(told)), "{aside:?}");
    assert_eq!(saved(&after, &plan).goal_reviews, after.goal_reviews);
}

#[test]
fn a_day_is_no_longer_due_once_the_file_tells_of_its_review() {
    let (due, held) = ("2026-11-30,,", "2026-11-16,,");
    let first = sample_text().replace(due, held);
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &goals(&first)));
    let later = sample_text().replace(due, "2026-11-16,+1,Plays.");
    let changed = saved(&after, &planned(&after, &goals(&later)));
    let fifth = changed
        .goals
        .values()
        .find(|goal| goal.body.reference == "G5");
    assert!(fifth.unwrap().body.reviews_due.is_empty());
    assert!(planned(&changed, &goals(&later)).writes.is_empty());
}

#[test]
fn a_goal_put_into_other_words_in_the_file_is_said_and_what_is_here_stays() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let other = sample_text().replace("School is for school:", "At school I learn:");
    let plan = planned(&after, &goals(&other));
    assert_eq!(plan.report.around.goals, 0);
    let aside = &plan.report.files[0].set_aside;
    assert!(
        aside
            .iter()
            .any(|row| row.why.contains("its words (\"At school I learn:")),
        "{aside:?}"
    );
    let kept = saved(&after, &plan);
    assert!(
        planned(&kept, &goals(&other)).writes.is_empty(),
        "kept once"
    );
}

#[test]
fn another_agencys_first_goal_is_not_taken_for_ours() {
    let after = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let other = "ID,Name,Goal statement,Date set,Review date,Level achieved\nG1,Siân Prosser,I swim on Fridays,2026-02-02,2026-05-05,most likely\n";
    let plan = planned(&after, &goals(other));
    assert_eq!(
        (plan.report.around.goals, plan.report.around.goal_reviews),
        (1, 1)
    );
    assert!(
        asks(&plan)
            .iter()
            .any(|asks| asks.contains("another goal of theirs with the reference G1"))
    );
    assert!(
        asks(&plan)
            .iter()
            .any(|asks| asks.contains("Nothing describes what would be much less"))
    );
}
