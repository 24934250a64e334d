//! Without a screen: the caseload and a case as plain lines and as JSON, on the made-up families of the demo.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;
use throughline::exchange::demo;
use throughline::record::{Body, Change, FactorFinding, FuzzyDate, Mint, Status, Subject, Write};
use throughline::store::{Cost, Passphrase, Place, Store};

const PROGRAM: &str = env!("CARGO_BIN_EXE_throughline");

/// A store on disk with the demo's families.
pub struct Office {
    pub folder: TempDir,
    store: PathBuf,
    passphrase: PathBuf,
}

impl Office {
    pub fn open() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        let passphrase = folder.path().join("passphrase");
        std::fs::write(&passphrase, "three green bottles\n").unwrap();
        let read = Passphrase::from_file(&passphrase).unwrap();
        let fresh = Store::create(&Place::at(&store), &read, "M Clarke", Cost::Cheap).unwrap();
        fresh.save_together(&demo::caseload().unwrap()).unwrap();
        fresh
            .save_together(&demo::thought_again().unwrap())
            .unwrap();
        Office {
            folder,
            store,
            passphrase,
        }
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// The program on this store, on the day on which the stories stop.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = bare(words);
        command.args(["--today", "2026-11-23"]);
        command.args([
            Path::new("--store"),
            &self.store,
            Path::new("--passphrase-file"),
            &self.passphrase,
        ]);
        command
    }

    pub fn says(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success(),
            "{words:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        said
    }

    pub fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.says(&[words, &["--json"]].concat())).unwrap()
    }

    /// The one sentence with which it refuses.
    pub fn refuses(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        said
    }
}

fn bare(words: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .env_remove("THROUGHLINE_STORE")
        .env_remove("THROUGHLINE_PASSPHRASE_FILE")
        .args(words);
    command
}

fn of_family<'v>(list: &'v Value, family: &str) -> &'v Value {
    list.as_array()
        .unwrap()
        .iter()
        .find(|case| case["family"] == family)
        .unwrap()
}

#[test]
fn the_caseload_is_read_line_by_line() {
    let office = Office::open();
    let said = office.says(&["list"]);
    assert!(said.starts_with("Caseload on 23 November 2026: "));
    assert!(said.contains("\n  Child: Kai Delaney; 5 months; Foster care"));
    assert!(said.contains("\n  Child: Baby Ferreira; not yet born; zone O Orange for "));
    assert!(!said.contains(['│', '─', '\u{1b}']), "nothing is drawn");
    let list = office.json(&["list"]);
    let tesfay = of_family(&list, "Tesfay");
    assert_eq!(tesfay["children"][0]["age"], "between 14 and 17 years");
    assert_eq!(tesfay["worker"], "K Moult");
}

#[test]
fn a_case_is_found_by_family_child_beginning_or_id_without_accents() {
    let office = Office::open();
    let list = office.json(&["list"]);
    let id = of_family(&list, "Ferreira")["case"].as_str().unwrap();
    for asked in [
        "Ferreira",
        "ferreira",
        "ines",
        "TOMÁS FERREIRA",
        "tomas f",
        id,
    ] {
        assert_eq!(
            office.json(&["show", asked])["family"],
            "Ferreira",
            "{asked}"
        );
    }
    assert_eq!(
        office.json(&["show", "whitlock"])["family"],
        "Osei and Whitlock"
    );
    let several = office.refuses(&["show", "wh"]);
    assert!(
        several.contains("Osei and Whitlock (") && several.contains("Whitcombe ("),
        "{several}"
    );
    assert!(
        office
            .refuses(&["show", "Nobody"])
            .contains("throughline list")
    );
}

#[test]
fn a_chronology_tells_ages_sources_gaps_and_what_it_means() {
    let office = Office::open();
    let said = office.says(&["show", "Osei", "chronology"]);
    for line in [
        "  Children: Ben (1 year 3 months)",
        "Gap: nothing is told from 17 Jan 2024 to 11 Sep 2024 (238 days)",
        "  Impact: Ava is parenting a toddler. She is proud, and she is five.",
        "  The family's view: Jane: \"Ava did what I should have done.\"",
        "  Colour: Red",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}");
    }
    assert!(said.find("c. Nov 2021").unwrap() < said.find("17 Jan 2024").unwrap());
    let page = office.json(&["show", "Osei", "chronology"]);
    let items = page["chronology"].as_array().unwrap();
    let told: Vec<&Value> = items.iter().filter_map(|item| item.get("entry")).collect();
    let stopped = told
        .iter()
        .find(|entry| entry["when"] == "18 Mar 2026")
        .unwrap();
    assert_eq!(
        stopped["accounts"].as_array().unwrap().len(),
        2,
        "two agencies, side by side"
    );
    assert_eq!(stopped["children"][0]["age"], "6 years 8 months");
    let months: Vec<&Value> = told
        .into_iter()
        .filter(|entry| entry["when"] == "May 2026")
        .collect();
    assert_eq!(
        (&months[0]["earliest"], &months[0]["latest"]),
        (&"2026-05-01".into(), &"2026-05-31".into())
    );
}

#[test]
fn as_at_a_day_nothing_is_told_that_was_learnt_later() {
    let office = Office::open();
    let told = |words: &[&str]| office.says(&[&["show", "Tesfay", "chronology"], words].concat());
    let hand = "tied Saba's hand to mine";
    assert!(told(&[]).contains(hand));
    let before = told(&["--as-at", "2026-01-31"]);
    assert!(before.starts_with("Tesfay, as it was known on 31 January 2026\n"));
    assert!(!before.contains(hand), "told in April 2026 of March 2024");
    assert!(before.contains("stood in the hall"));
    let page = office.json(&["show", "Tesfay", "--as-at", "31/01/2026"]);
    assert_eq!(page["as_at"], "2026-01-31");
}

#[test]
fn an_entry_without_a_date_is_listed_where_it_is_counted() {
    let office = Office::open();
    let passphrase = Passphrase::from_file(&office.passphrase).unwrap();
    let store = Store::open(&Place::at(&office.store), &passphrase, &mut |_| {}).unwrap();
    let lines = store.caseload().unwrap();
    let case = lines.iter().find(|line| line.name == "Lyle").unwrap().case;
    let file = store.case_file(case).unwrap();
    let dated = file.entries.values().next().unwrap();
    let mut entry = dated.body.clone();
    entry.headline = "Jordan sang.".to_owned();
    entry.when = FuzzyDate::unknown("soon");
    let writes = vec![Write::Put(dated.id(), Box::new(Body::Entry(entry)))];
    let now = "2026-11-23T10:00:00Z".parse().unwrap();
    let change = Change::of(&file, case, "M Clarke", "change an entry", now, writes);
    store.save(&change).unwrap();
    drop(store);
    let summary = office.says(&["show", "Lyle"]);
    assert!(summary.contains("Questions left open: 1"), "{summary}");
    let doubts = office.says(&["show", "Lyle", "doubts"]);
    let line = "Entry without a date: Jordan sang. (its date is written \"soon\")";
    assert!(doubts.contains(line), "{doubts}");
    let page = office.json(&["show", "Lyle", "doubts"]);
    assert_eq!(page["undated"][0]["text"], "Jordan sang.");
}

#[test]
fn factors_are_read_with_what_they_rest_on_and_what_is_open() {
    let office = Office::open();
    let passphrase = Passphrase::from_file(&office.passphrase).unwrap();
    let store = Store::open(&Place::at(&office.store), &passphrase, &mut |_| {}).unwrap();
    let lines = store.caseload().unwrap();
    let case = lines.iter().find(|line| line.name == "Lyle").unwrap().case;
    let file = store.case_file(case).unwrap();
    let finding = FactorFinding {
        subject: Subject::Family,
        factor: "supportive-family".to_owned(),
        named: String::new(),
        status: Status::Present,
        on: Some(FuzzyDate::day("2026-10-06".parse().unwrap())),
        evidence: "Gran has him on Sundays.".to_owned(),
        entries: Vec::new(),
        source_kind: String::new(),
        said_by: "Natalie".to_owned(),
        offsets: Vec::new(),
        how_offsets: String::new(),
        rating: String::new(),
        probability: String::new(),
        timescale: String::new(),
        frequency: String::new(),
        movement: String::new(),
        changes_needed: String::new(),
        origin: String::new(),
    };
    let writes = vec![Write::Put(
        Mint::random().next_id(),
        Box::new(Body::FactorFinding(finding)),
    )];
    let now = "2026-11-23T10:00:00Z".parse().unwrap();
    let change = Change::of(&file, case, "M Clarke", "add a finding", now, writes);
    store.save(&change).unwrap();
    drop(store);
    let said = office.says(&["show", "Lyle", "factors"]);
    for line in [
        "  P Supportive extended family, Family: present",
        "    6 Oct 2026: Gran has him on Sundays.",
        "    Said by: Natalie",
        "    Rests on: One source: Natalie. From 6 October 2026.",
        "    To think about: A strength that does not protect yet: which risk does it offset, and how?",
        "Professional: about services, not the family",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    let page = office.json(&["show", "Lyle", "factors"]);
    let family = &page["domains"][4]["factors"];
    let told = family.as_array().unwrap();
    let told = told.iter().find(|one| one["factor"] == "supportive-family");
    assert_eq!(told.unwrap()["found"][0]["state"], "present");
    assert_eq!(told.unwrap()["found"][0]["single_source"], true);
    let before = office.says(&["show", "Lyle", "factors", "--as-at", "2026-11-01"]);
    assert!(!before.contains("Gran has him"), "recorded later");
}

#[test]
fn every_view_has_lines_and_json() {
    let office = Office::open();
    for view in [
        "summary",
        "chronology",
        "family",
        "story",
        "gaps",
        "contradictions",
        "doubts",
        "factors",
        "goals",
        "analysis",
        "plan",
        "supervision",
    ] {
        assert!(
            office.says(&["show", "Lyle", view]).starts_with("Lyle\n"),
            "{view}"
        );
        assert_eq!(
            office.json(&["show", "Lyle", view])["family"],
            "Lyle",
            "{view}"
        );
    }
    let family = office.says(&["show", "Lyle", "family"]);
    assert!(family.contains("  Natalie Lyle is a parent of Jordan Lyle\n"));
    assert!(family.contains("71 miles from home; ended: Carers gave notice by text."));
    let story = office.says(&["show", "Lyle", "story"]);
    assert!(story.contains("Found at the bus station, aged four"));
    assert!(story.lines().count() < 80, "one page");
}

#[test]
fn what_is_wrong_is_said_in_one_sentence_and_by_the_exit_code() {
    let office = Office::open();
    assert!(
        office
            .refuses(&["show", "Lyle", "--as-at", "tomorrow"])
            .contains("2026-11-23")
    );
    let nowhere = bare(&["list", "--store", "/nonexistent/store"])
        .output()
        .unwrap();
    assert_eq!(nowhere.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("throughline init"));
    for not_understood in [
        &["shwo"][..],
        &["show"],
        &["list", "--colour"],
        &["demo", "--cases", "5"],
    ] {
        assert_eq!(
            bare(not_understood).output().unwrap().status.code(),
            Some(2),
            "{not_understood:?}"
        );
    }
}

#[test]
fn help_the_manual_and_completions_name_every_command() {
    let text = |words: &[&str]| String::from_utf8(bare(words).output().unwrap().stdout).unwrap();
    let help = text(&["--help"]);
    let (manual, bash) = (text(&["man"]), text(&["completions", "bash"]));
    let commands = help
        .split("Commands:\n")
        .nth(1)
        .unwrap()
        .split("\n\n")
        .next()
        .unwrap();
    let names: Vec<&str> = commands
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() >= 10);
    for name in names.into_iter().filter(|name| *name != "help") {
        let heading = format!("THROUGHLINE {}", name.to_uppercase());
        assert!(
            manual.contains(&heading),
            "the manual does not tell of {name}"
        );
        assert!(
            bash.contains(&format!("throughline,{name}")),
            "completions do not know {name}"
        );
    }
}

#[test]
fn the_stages_are_read_line_by_line_with_what_the_record_shows() {
    let office = Office::open();
    let said = office.says(&["show", "Osei", "stages"]);
    let has = |words: &str| assert!(said.contains(words), "{words:?} is not in\n{said}");
    has("Where the case stands\n  Stage 2 Resilience\n  Ava: Stage 2 Resilience\n");
    has("  Trusted adult: Pauline Whitlock for Ben since 20 Mar 2026\n");
    has("  Independent practitioner: nobody is named yet\n");
    has("  Before Stage 1 ends (must be settled before the stage ends, p21)\n");
    has(
        "    S1G.3 An analytical chronology is written or brought up to date: done\n      Said: done, 3 Jun 2026. ",
    );
    has("      Evidence: 18 Mar 2026: Mum collected at 3.20 by car.");
    has("      The record shows: 18 entries, the last of 12 Nov 2026\n");
    has("    S2K.3 Child, parents and family know the findings: not yet\n");
    let shown = office.json(&["show", "Osei", "stages"]);
    assert_eq!(shown["stage"]["number"], 2);
    assert_eq!(shown["stages"][1]["gates"]["done"], 13);
    assert_eq!(shown["stages"][1]["gates"]["not_needed"], 1);
    assert_eq!(shown["tasks"].as_array().unwrap().len(), 22);
    let before = office.json(&["show", "Osei", "stages", "--as-at", "2026-06-01"]);
    assert_eq!(
        before["stage"]["number"], 1,
        "what was said later was not known"
    );
}
