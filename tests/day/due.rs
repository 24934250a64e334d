//! What is due over all cases, as a worker and a manager ask for it on the day on which the stories stop.

use crate::plain::Office;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn of<'v>(all: &'v Value, family: &str, rule: &str) -> Vec<&'v Value> {
    let all = all.as_array().unwrap().iter();
    all.filter(|due| due["family"] == family && due["rule"] == rule)
        .collect()
}

const SAMPLE: &str = "Prosser and Dąbek";

#[test]
fn the_sample_family_on_the_day_on_which_its_story_stops() {
    let office = Office::open();
    let all = office.json(&["due"]);
    let orange = of(&all, SAMPLE, "D6");
    assert_eq!(orange.len(), 1);
    let orange = orange[0];
    assert_eq!(orange["about"][0]["name"], "Kuba");
    assert_eq!(
        (orange["day"].as_str(), orange["days"].as_i64()),
        (Some("2026-11-26"), Some(3))
    );
    assert_eq!(orange["state"], "ahead");
    let yellow: Vec<(&str, &str, &str)> = of(&all, SAMPLE, "D12")
        .into_iter()
        .map(|due| {
            let text =
                |value: &'_ Value| -> &'static str { value.as_str().unwrap().to_owned().leak() };
            (
                text(&due["about"][0]["name"]),
                text(&due["day"]),
                text(&due["state"]),
            )
        })
        .collect();
    assert_eq!(
        yellow,
        [
            ("Wren", "2026-11-23", "today"),
            ("Lowri", "2026-12-04", "ahead")
        ],
        "nine months today; the next question"
    );
    let goals = of(&all, SAMPLE, "GOAL_REVIEW");
    let days: Vec<_> = goals
        .iter()
        .map(|due| due["day"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2026-11-30", "2026-12-07"], "G5 and G4");
}

#[test]
fn visits_and_reviews_count_from_the_last_that_is_written_down() {
    let office = Office::open();
    let all = office.json(&["due"]);
    let visits: Vec<_> = of(&all, SAMPLE, "CO_HOME")
        .into_iter()
        .map(|due| {
            (
                due["about"][0]["name"].as_str().unwrap(),
                due["day"].as_str().unwrap(),
                due["state"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        visits,
        [
            ("Wren", "2026-11-10", "late"),
            ("Kuba", "2026-12-29", "ahead")
        ],
        "placed with their mother under care orders"
    );
    let lowri = of(&all, SAMPLE, "LAC_VISIT_OTHER");
    assert_eq!(lowri.len(), 1, "at the Marchbanks'");
    assert_eq!(of(&all, SAMPLE, "LAC_REVIEW_N").len(), 3);
    let supervision = of(&all, SAMPLE, "SUPERVISION");
    assert_eq!(supervision.len(), 1, "one line for the case");
    assert_eq!(supervision[0]["day"], "2026-11-24");
    assert!(of(&all, SAMPLE, "CP_VISIT").is_empty(), "the plans ended");
}

#[test]
fn what_was_never_recorded_is_told_once_a_child_and_never_late() {
    let office = Office::open();
    let all = office.json(&["due"]);
    let plans = of(&all, SAMPLE, "PERM_PLAN");
    let names: BTreeSet<_> = plans
        .iter()
        .map(|due| due["about"][0]["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, BTreeSet::from(["Kuba", "Lowri", "Wren"]));
    assert_eq!(plans.len(), 3);
    for due in &plans {
        assert_eq!(due["state"], "not recorded");
        assert!(due["day"].is_null() && due["days"].is_null());
        let why = due["why"].as_str().unwrap();
        assert!(why.contains("Looked after since 18 November 2022"), "{why}");
        assert!(why.contains("nobody can tell"), "{why}");
    }
    let local = of(&all, "Whitcombe", "CORE_GROUP_N");
    assert_eq!(local.len(), 1);
    assert!(
        local[0]["why"]
            .as_str()
            .unwrap()
            .contains("timescales.toml"),
        "a local limit that nobody set asks for one"
    );
}

#[test]
fn lines_are_grouped_and_say_why_when_asked() {
    let office = Office::open();
    let said = office.says(&["due", "--case", "Prosser"]);
    assert!(said.starts_with("Due, as of 23 November 2026\n"), "{said}");
    let place = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text}: {said}"));
    assert!(place("\nToday: 2\n") < place("\nAhead: "));
    assert!(place("\nAhead: ") < place("\nNot recorded, so no day can be told: "));
    assert!(said.contains(
        "  26 Nov 2026, in 3 days: End of the time in Orange; Kuba; Prosser and Dąbek; A Brennock\n"
    ), "{said}");
    assert!(!said.contains("Who says so:"));
    let why = office.says(&["due", "--case", "Kuba", "--why"]);
    assert!(why.contains("  Why: Orange since 26 May 2026."), "{why}");
    assert!(why.contains("  Who says so: Care Planning, Placement and Case Review (England) Regulations 2010, reg 28(5)\n"));
    assert!(why.contains("  How far checked: ") && why.contains("  What meets it: "));
}

#[test]
fn a_time_a_worker_and_a_case_narrow_it() {
    let office = Office::open();
    let days = |words: &[&str]| -> Vec<String> {
        let all = office.json(words);
        let days = all.as_array().unwrap().iter();
        days.filter_map(|due| due["day"].as_str().map(str::to_owned))
            .collect()
    };
    let week = days(&["due", "--case", "Prosser", "--within", "1w"]);
    assert!(
        week.contains(&"2026-11-30".to_owned()) && !week.contains(&"2026-12-04".to_owned()),
        "{week:?}"
    );
    let month = days(&["due", "--case", "Prosser", "--within", "1m"]);
    assert!(month.len() > week.len());
    let all = office.json(&["due", "--worker", "brennock"]);
    let all = all.as_array().unwrap();
    assert!(!all.is_empty() && all.iter().all(|due| due["worker"] == "A Brennock"));
    assert!(
        office
            .refuses(&["due", "--worker", "Nobody"])
            .contains("throughline list")
    );
    assert!(office.refuses(&["due", "--within", "soon"]).contains("14d"));
    assert!(
        office
            .refuses(&["due", "--case", "Nobody"])
            .contains("throughline list")
    );
}

#[test]
fn a_calendar_names_nobody_and_its_ids_are_found_again() {
    let office = Office::open();
    let calendar = office.says(&["due", "--ics"]);
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    let dated = office.json(&["due"]);
    let dated = dated
        .as_array()
        .unwrap()
        .iter()
        .filter(|due| !due["day"].is_null());
    assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), dated.count());
    for name in ["Kuba", "Prosser", "Brennock", "Lowri", "Orange"] {
        assert!(!calendar.contains(name), "{name}");
    }
    let mut shown = calendar
        .lines()
        .filter_map(|line| line.strip_prefix("DESCRIPTION:throughline show "));
    let id = shown.next().unwrap();
    assert!(office.says(&["show", id]).lines().count() > 3);
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn a_teams_own_limits_count_and_a_slip_in_them_is_told() {
    let office = Office::open();
    let config = tempfile::tempdir().unwrap();
    fs::create_dir(config.path().join("throughline")).unwrap();
    let file = config.path().join("throughline/timescales.toml");
    let says = |text: &str, words: &[&str]| {
        fs::write(&file, text).unwrap();
        let mut command = office.command(words);
        command
            .env("XDG_CONFIG_HOME", config.path())
            .output()
            .unwrap()
    };
    let words = ["due", "--case", "Prosser", "--json"];
    let output = says(
        "[[timescale]]\nid = \"LAC_REVIEW_N\"\nlimit = \"3 months\"\n",
        &words,
    );
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    let review = of(&all, SAMPLE, "LAC_REVIEW_N")[0];
    assert!(
        review["why"].as_str().unwrap().contains("22 October 2026"),
        "{review}"
    );
    assert!(
        review["source"]
            .as_str()
            .unwrap()
            .contains("as it comes: 6 months")
    );
    let slip = "[[timescale]]\nid = \"LAC_REVEIW_1\"\nlimit = \"15 working days\"\n";
    let output = says(slip, &words);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("timescales.toml, line 2: there is no timescale \"LAC_REVEIW_1\"; did you mean \"LAC_REVIEW_1\"?"),
        "{said}"
    );
    assert!(
        says(slip, &["check"]).status.success(),
        "a check does not wait for it"
    );
}
