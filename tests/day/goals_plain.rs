//! Goals without a screen: how they stand, the score for those who ask, and the certificate that marks what was reached.

use crate::import_desk::{IMPORTED, day, planned, saved};
use crate::import_goals::of_the_sample;
use crate::import_typed::{TypingDesk, json, said};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Output;
use std::sync::{LazyLock, Mutex, PoisonError};
use throughline::exchange::export::{self, Naming, NotYet};
use throughline::practice::goals::Level;

/// A desk with the sample family and its goals; a store is open to one program at a time.
static DESK: LazyLock<Mutex<TypingDesk>> = LazyLock::new(|| {
    let desk = TypingDesk::with_store();
    assert!(desk.import(&["police.csv"], &[]).status.success());
    assert!(
        desk.import_table("goals", "goals.csv", &[])
            .status
            .success()
    );
    Mutex::new(desk)
});

fn run(words: &[&str]) -> Output {
    let desk = DESK.lock().unwrap_or_else(PoisonError::into_inner);
    desk.run(words)
}

fn shows(words: &[&str]) -> String {
    let output = run(&[&["show", "Prosser", "goals"], words].concat());
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

/// The certificate as it is printed, and what is said beside it.
fn certificate(goal: &str, words: &[&str]) -> (Option<i32>, String, String) {
    let output = run(&[&["certificate", "Prosser", "--goal", goal], words].concat());
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn each_goal_is_told_with_its_levels_reviews_and_what_is_open() {
    let said = shows(&[]);
    for line in [
        "Goals",
        "  6 goals",
        "  Goal G4 of Lowri and Siân",
        "    The goal: One hour a fortnight that Lowri chooses, just the two of us",
        "      Set on: 2 Jun 2025",
        "      +2 Much more than expected: Lowri stays a night because she wants to.",
        "      [+1] More than expected, reached at the last review: Once a fortnight and Lowri says she did not check.",
        "    Review 8 Sep 2025: as expected",
        "      Evidence: Six of seven kept.",
        "    Now: more than expected; up since the time before",
        "      Next review: 7 December 2026",
        "      To think about: No review is planned after the last one. When is the next?",
        "      To think about: It is not written down when this was agreed with Siân. Is it theirs, in their words?",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    assert!(
        !said.contains("Goal attainment score"),
        "off unless asked for"
    );
}

#[test]
fn the_goals_are_told_as_json_too_also_as_at_a_day() {
    let page = json(&run(&["show", "Prosser", "goals", "--json"]));
    assert_eq!(page["purposes"][0]["goals"].as_array().unwrap().len(), 6);
    assert!(page.get("score").is_none());
    let first = &page["purposes"][0]["goals"][0];
    assert_eq!(
        (&first["reference"], &first["reached"]),
        (&"G1".into(), &"much more than expected".into())
    );
    assert_eq!(
        (
            &first["levels"][0]["number"],
            &first["levels"][0]["reached"]
        ),
        (&2.into(), &true.into())
    );
    assert_eq!(first["reviews"][0]["number"], -1);
    let early = json(&run(&[
        "show",
        "Prosser",
        "goals",
        "--json",
        "--as-at",
        "2023-06-01",
    ]));
    let goals = early["purposes"][0]["goals"].as_array().unwrap();
    assert_eq!(
        (goals.len(), &goals[0]["reached"]),
        (1, &"less than expected".into())
    );
}

#[test]
fn the_score_is_told_only_when_asked_for_and_with_what_it_is_not() {
    let said = shows(&["--score"]);
    assert!(said.contains("An addition, not in the handbook: goal attainment scaling"));
    assert!(said.contains("it says nothing about the zone"));
    assert!(
        said.contains("  Siân: 57.25 (4 goals reviewed)\n"),
        "{said}"
    );
    let early = shows(&["--score", "--as-at", "2025-08-20"]);
    assert!(
        early.contains(
            "  Siân: 70.00 (1 goal reviewed)\n  Left out, not reviewed yet (2): G4; G2\n"
        ),
        "{early}"
    );
    assert!(
        early.contains("  Lowri: no score, and that is not 50 (0 goals reviewed)\n"),
        "{early}"
    );
    let page = json(&run(&["show", "Prosser", "goals", "--score", "--json"]));
    assert!(
        page["score"]["about"]
            .as_str()
            .unwrap()
            .contains("an order and no measure")
    );
    let elsewhere = run(&["show", "Prosser", "matrix", "--score"]);
    assert_eq!(elsewhere.status.code(), Some(1));
    assert!(crate::import_typed::said(&elsewhere).contains("A score is only told of goals"));
}

#[test]
fn a_goal_that_was_reached_is_marked_with_a_certificate() {
    let (code, text, beside) = certificate("G1", &[]);
    assert_eq!((code, beside.as_str()), (Some(0), ""));
    for words in [
        "CERTIFICATE OF ACHIEVEMENT",
        "for Siân",
        "    I take only what is prescribed for me and tell someone the same day if I\n    do not\n",
        "At its review on 4 March 2024 you had come much further than expected:",
        "    I have finished coming down and use the pain plan instead.\n",
        "Signed  ______________________________\n        A Brennock\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    for word in [
        "Prosser",
        "Lowri",
        "zone",
        "risk",
        "pharmacy",
        "+2",
        "Reduction finished",
    ] {
        assert!(!text.contains(word), "{word} is nobody's business on it");
    }
    let (_, full, _) = certificate("same day if i do not", &["--full-name"]);
    assert!(
        full.contains("for Siân Prosser"),
        "found by its words: {full}"
    );
}

#[test]
fn what_is_not_reached_or_not_there_is_said_in_one_sentence() {
    for (goal, words) in [
        (
            "G2",
            "this goal stood at much less than expected, so there is nothing to mark yet",
        ),
        ("G3", "this goal stood at less than expected"),
        (
            "G7",
            "No goal of this case has that reference or those words",
        ),
        ("", "No goal of this case"),
        (
            "i ",
            "goals of this case fit; name the one by its reference",
        ),
    ] {
        let (code, text, beside) = certificate(goal, &[]);
        assert_eq!((code, text.as_str()), (Some(1), ""), "{goal}");
        assert!(
            beside.contains(words) && beside.lines().count() == 1,
            "{beside}"
        );
        assert!(!beside.contains("Siân") && !beside.contains("Mornings"));
    }
}

#[test]
fn other_names_in_the_words_of_a_goal_are_pointed_out() {
    let (code, text, beside) = certificate("G4", &[]);
    assert_eq!((code, beside.as_str()), (Some(0), ""));
    assert!(
        text.contains("for Lowri and Siân"),
        "those whose goal it is are no others"
    );
    let case = saved(&IMPORTED.1, &planned(&IMPORTED.1, &of_the_sample()));
    let third = case.goals.values().find(|goal| goal.body.reference == "G3");
    let then = day(2025, 12, 1);
    let made = export::certificate(&case, third.unwrap().id(), Naming::Short, "", then).unwrap();
    assert_eq!(
        (made.whose.as_str(), made.also_names),
        ("Paweł", vec!["Siân".to_owned()])
    );
    let now = export::certificate(
        &case,
        third.unwrap().id(),
        Naming::Short,
        "",
        day(2026, 11, 23),
    );
    assert_eq!(
        now,
        Err(NotYet::NotReached(Level::Less)),
        "it was reached once and is not now"
    );
}

#[test]
fn the_page_is_whole_in_itself_and_headings_follow_each_other() {
    let (_, page, _) = certificate("G1", &["--format", "html"]);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    assert!(page.contains("<title>Certificate of achievement</title>"));
    for heading in [
        "<h1>Certificate of achievement</h1>",
        "<h2>Your goal</h2>",
        "<h2>How far you came</h2>",
        "<main>",
        "@media print",
    ] {
        assert_eq!(page.matches(heading).count(), 1, "{heading}");
    }
    for remote in [
        "<script", "http:", "https:", "<link", "<img", "url(", "@import",
    ] {
        assert!(!page.contains(remote), "{remote}");
    }
}

#[test]
fn a_file_is_written_for_its_owner_alone_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("for-the-fridge.html");
    let to = ["--format", "html", "--out", path.to_str().unwrap()];
    let (code, told, _) = certificate("G6", &to);
    assert_eq!(code, Some(0));
    assert!(
        told.starts_with("An unsealed file was written: ") && told.contains("for-the-fridge.html")
    );
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let before = fs::read(&path).unwrap();
    let (code, told, beside) = certificate("G1", &to);
    assert_eq!((code, told.as_str()), (Some(1), ""));
    assert!(
        beside.contains("is there already and was left as it is"),
        "{beside}"
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}
