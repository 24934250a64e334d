//! `throughline import chronology` as it is typed.

use crate::import_typed::{TypingDesk, fits, json, said};
use serde_json::Value;
use std::fs;
use std::process::Command;

#[test]
fn a_chronology_comes_in_and_can_be_read() {
    let desk = TypingDesk::with_store();
    let output = desk.import(&["social-care.csv", "police.csv"], &[]);
    let report = said(&output);
    assert!(output.status.success(), "{report}");
    assert!(report.contains("85 rows from 2 files"), "{report}");
    assert!(report.contains("None is lost."));
    let (questions, files) = (
        report.find("to answer when you can").unwrap(),
        report.find("File by file").unwrap(),
    );
    assert!(questions < files, "what is open comes first");
    assert!(report.contains("social-care.csv, row 15, line 15: \"31/02/2021\""));
    let shown = said(&desk.run(&["show", "Prosser", "chronology"]));
    assert!(shown.contains("Fresh Ground"), "{shown}");
    assert!(said(&desk.run(&["check"])).contains("All is whole"));
}

#[test]
fn the_json_report_keeps_its_contract() {
    let desk = TypingDesk::with_store();
    let schema: Value = json(&desk.run(&["import", "chronology", "--schema"]));
    let report = json(&desk.import(
        &["social-care.csv", "police.csv", "contact-centre.csv"],
        &["--json"],
    ));
    fits(&report, &schema, &schema, "report");
    let first = &report["files"][0];
    assert_eq!(
        (&first["file"], &first["separator"], &first["rows"]),
        (&"social-care.csv".into(), &",".into(), &69.into())
    );
    assert_eq!(report["files"][1]["separator"], "\t");
    assert_eq!(
        first["set_aside"][0],
        serde_json::json!({"record": 11, "line": 11, "why": "Blank line."})
    );
    let kinds: Vec<_> = first["doubts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|doubt| doubt["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["before-birth", "no-such-day", "too-many-cells"]);
    assert!(!report["duplicates"].as_array().unwrap().is_empty());
    assert_eq!(report["gaps"][0]["from"].as_str().map(str::len), Some(10));
}

#[test]
fn a_look_ahead_writes_nothing_and_needs_no_store() {
    let desk = TypingDesk::new();
    let report = said(&desk.import(&["police.csv"], &["--dry-run"]));
    assert!(report.contains("nothing was written"), "{report}");
    assert!(!desk.path("store").exists());
    assert!(desk.run(&["init"]).status.success());
    assert!(
        desk.import(&["police.csv"], &["--dry-run"])
            .status
            .success()
    );
    assert!(!said(&desk.run(&["list"])).contains("Prosser"));
}

#[test]
fn the_second_file_comes_to_the_same_family_and_the_same_file_changes_nothing() {
    let desk = TypingDesk::with_store();
    json(&desk.import(&["social-care.csv"], &["--json"]));
    let second = json(&desk.import(&["police.csv"], &["--json"]));
    assert_eq!(second["around"]["people"], 0, "the people are known");
    let joined = second["files"][0]["joined"].as_u64().unwrap();
    assert!(joined >= 3, "new accounts join the events that are there");
    let before = said(&desk.run(&["show", "Prosser", "chronology"]));
    let again = said(&desk.import(&["social-care.csv"], &[]));
    assert!(
        again.contains("there already; nothing was written"),
        "{again}"
    );
    assert_eq!(said(&desk.run(&["show", "Prosser", "chronology"])), before);
}

#[test]
fn files_of_one_name_are_told_apart_by_their_folders() {
    let desk = TypingDesk::with_store();
    for (folder, words) in [("north", "Broke a window"), ("south", "Broke the window")] {
        fs::create_dir(desk.path(folder)).unwrap();
        let text = format!("Date,Child,Event\n01/02/2021,Lowri,{words}\n02/02/2021,Kuba,Slept\n");
        fs::write(desk.path(folder).join("police.csv"), text).unwrap();
    }
    let report = json(&desk.import(&["north/police.csv", "south/police.csv"], &["--json"]));
    let names: Vec<_> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["north/police.csv", "south/police.csv"]);
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_store_as_it_was() {
    let desk = TypingDesk::with_store();
    let long = format!("Date,Event\n01/02/2021,\"{}\"\n", "x".repeat(20 << 20));
    let bad: [(&str, &[u8], &str); 6] = [
        ("empty.csv", b"", "empty.csv is empty"),
        ("book.xlsx", b"PK\x03\x04\x14\x00", "save it as CSV"),
        (
            "binary.csv",
            b"Date,Event\n\x01\x00\x02,\x00\x00\n1,2\n",
            "is not text (line 2",
        ),
        ("header.csv", b"Date,Child,Event\n", "no rows under it"),
        (
            "quote.csv",
            b"Date,Event\n01/02/2021,fine\n02/02/2021,\"never closed\n03/02/2021,more\n",
            "quote.csv, row 3, line 3",
        ),
        ("long.csv", long.as_bytes(), "long.csv, row 2, line 2"),
    ];
    for (name, bytes, sentence) in bad {
        fs::write(desk.path(name), bytes).unwrap();
        let output = desk.import(&["police.csv", name], &[]);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(
            said.contains(sentence) && said.contains("nothing was written"),
            "{name}: {said}"
        );
        assert_eq!(said.trim().lines().count(), 1, "one sentence: {said}");
        assert!(output.stdout.is_empty(), "{name}");
    }
    let output = desk.import(&["not-there.csv"], &[]);
    assert!(said(&output).contains("cannot be read"));
    assert!(
        !said(&desk.run(&["list"])).contains("Prosser"),
        "nothing of the good file came in either"
    );
}

#[test]
fn ctrl_c_leaves_the_store_as_it_was() {
    let desk = TypingDesk::with_store();
    let row = |number: u32| {
        format!(
            "{:02}/{:02}/2021,Lowri,\"Row {number} of a long file\"\n",
            number % 28 + 1,
            number % 12 + 1
        )
    };
    let text: String = std::iter::once("Date,Child,Event\n".to_owned())
        .chain((0..20_000).map(row))
        .collect();
    fs::write(desk.path("long.csv"), text).unwrap();
    let file = desk.path("long.csv");
    let words = [
        "import",
        "chronology",
        file.to_str().unwrap(),
        "--family",
        "Long",
    ];
    let mut import = desk.command(&words).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    let stopped = Command::new("kill")
        .args(["-INT", &import.id().to_string()])
        .status()
        .unwrap()
        .success();
    let ended = import.wait().unwrap();
    let listed = said(&desk.run(&["list"]));
    assert_eq!(
        listed.contains("Long"),
        ended.success(),
        "all of it came in, or nothing: {listed}"
    );
    assert!(stopped || ended.success());
    assert!(said(&desk.run(&["check"])).contains("All is whole"));
}

#[test]
fn a_mapping_is_written_corrected_and_remembered() {
    let desk = TypingDesk::with_store();
    let table = "Ref;Day;Who;Text;Extra\nA1;03/02/2021;Lowri;Seen at school;first\nA2;04/02/2021;Kuba;Seen at home;second\n";
    fs::write(desk.path("other.csv"), table).unwrap();
    let mapping = desk.path("mapping.toml");
    let mapping = mapping.to_str().unwrap();
    assert!(
        desk.import(&["other.csv"], &["--mapping", mapping, "--dry-run"])
            .status
            .success()
    );
    let written = fs::read_to_string(mapping).unwrap();
    assert!(
        written.contains("date = \"Day\"") && written.contains("child = \"Who\""),
        "{written}"
    );
    let corrected = written
        .replace("text = \"Text\"", "text = \"Extra\"")
        .replace("source = \"\"", "source = \"Night team\"");
    fs::write(mapping, corrected).unwrap();
    assert!(
        desk.import(&["other.csv"], &["--mapping", mapping])
            .status
            .success()
    );
    let shown = said(&desk.run(&["show", "Prosser", "chronology"]));
    assert!(
        shown.contains("Night team") && shown.contains("second"),
        "{shown}"
    );
    fs::write(desk.path("next.csv"), table.replace("2021", "2022")).unwrap();
    assert!(desk.import(&["next.csv"], &[]).status.success());
    let shown = said(&desk.run(&["show", "Prosser", "chronology"]));
    assert_eq!(
        shown.matches("Night team").count(),
        4,
        "next month's file is read the same way: {shown}"
    );
    fs::write(mapping, "[[file]]\nheader = [1]\n").unwrap();
    let fault = said(&desk.import(&["next.csv"], &["--mapping", mapping]));
    assert!(
        fault.contains("The mapping cannot be read") && fault.contains("line 2"),
        "{fault}"
    );
}

#[test]
fn another_agency_with_the_same_columns_is_not_taken_for_the_first() {
    let desk = TypingDesk::with_store();
    for (file, text) in [
        ("school.csv", "She read to the class"),
        ("police.csv", "A call from the street"),
    ] {
        let table = format!("Date,Child,Note\n03/05/2021,Lowri,{text}\n");
        fs::write(desk.path(file), table).unwrap();
        assert!(desk.import(&[file], &[]).status.success());
    }
    let shown = said(&desk.run(&["show", "Prosser", "chronology"]));
    assert!(
        shown.contains("School: She read") && shown.contains("Police: A call"),
        "{shown}"
    );
}

#[test]
fn the_rows_of_one_day_stay_in_the_order_of_their_file() {
    let desk = TypingDesk::with_store();
    let steps = [
        "Breakfast",
        "School",
        "A walk",
        "Tea",
        "Bath",
        "A story",
        "Sleep",
    ];
    let rows = steps.map(|step| format!("03/05/2021,Lowri,{step} went well\n"));
    fs::write(
        desk.path("log.csv"),
        format!("Date,Child,Note\n{}", rows.concat()),
    )
    .unwrap();
    assert!(desk.import(&["log.csv"], &[]).status.success());
    let shown = said(&desk.run(&["show", "Prosser", "chronology"]));
    let places: Vec<_> = steps.iter().map(|step| shown.find(step).unwrap()).collect();
    assert!(places.is_sorted(), "{shown}");
}
