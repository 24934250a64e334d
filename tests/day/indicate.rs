//! What the matrix indicates, asked from outside: JSON goes in on standard input, JSON comes out.

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn indicate(words: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .arg("indicate")
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    program.wait_with_output().unwrap()
}

fn answer(words: &[&str], asked: &Value) -> Value {
    let output = indicate(words, &asked.to_string());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn refusal(input: &str) -> String {
    let output = indicate(&[], input);
    assert_eq!(output.status.code(), Some(2), "{input}");
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

#[test]
fn a_reading_is_answered_with_its_rule_its_page_and_the_days_ahead() {
    let asked = json!({
        "zone": "ORANGE", "since": "2025-12-15", "resilience": "Maintained", "risk": "persisting",
        "capacity": "not_shown", "positive_change": false, "wishes": "both_want", "lives": "Home"
    });
    let told = answer(&["--today", "2026-06-14"], &asked);
    assert_eq!(told["indicates"]["outcome"], "stay");
    assert_eq!(told["indicates"]["zone"], "Orange");
    assert_eq!(told["today"], "2026-06-14");
    assert_eq!(told["dates"][0]["on"], "2026-06-15");
    assert_eq!(told["dates"][0]["then"]["zone"], "Red");
    let told = answer(&["--today", "2026-06-15"], &asked);
    assert_eq!(told["indicates"]["zone"], "Red");
    assert_eq!(told["why"]["rule"], "O1/O3");
    assert_eq!(told["why"]["page"], "p32");
    assert_eq!(told["why"]["basis"], "literal");
}

#[test]
fn a_first_classification_is_answered_too() {
    let asked = json!({
        "levels": {"resilience": "green", "risk": "Orange"}, "capacity": {"shown_since": "2026-08-01"},
        "today": "2026-11-23"
    });
    let told = answer(&[], &asked);
    assert_eq!(told["indicates"]["zone"], "Orange");
    assert_eq!(told["reasons_needed"], true);
    assert_eq!(told["clock_from"], "2026-08-01");
}

#[test]
fn what_is_left_out_is_not_known_and_said_so() {
    let asked =
        json!({"zone": "orange", "risk": "not_known", "capacity": null, "today": "2026-11-23"});
    let told = answer(&[], &asked);
    assert_eq!(told["indicates"]["outcome"], "not_enough");
    let parts = told["missing"].as_array().unwrap().iter();
    let parts: Vec<_> = parts.map(|missing| missing["part"].clone()).collect();
    assert_eq!(parts, ["resilience", "risk", "capacity", "time"]);
}

#[test]
fn every_row_of_the_table_comes_back_from_one_run() {
    let table = include_str!("../samples/zone_table.csv");
    let rows: Vec<_> = csv::Reader::from_reader(table.as_bytes())
        .records()
        .map(|row| row.unwrap())
        .collect();
    let since = |text: &str| match text {
        "ge6" => "2025-12-15",
        _ => "2025-12-16",
    };
    let asked: Vec<_> = rows
        .iter()
        .map(|row| {
            let capacity = match &row[3] {
                "none" => json!("not_shown"),
                text => json!({"shown_since": since(text)}),
            };
            json!({
                "zone": &row[0], "resilience": &row[1], "risk": &row[2], "capacity": capacity,
                "since": since(&row[4])
            })
        })
        .collect();
    let told = answer(&["--today", "2026-06-15"], &json!(asked));
    let told = told.as_array().unwrap();
    assert_eq!(told.len(), 480);
    for (row, told) in rows.iter().zip(told) {
        let told = if told["literal"].is_null() {
            told
        } else {
            &told["literal"]
        };
        let outcome = match told["indicates"]["outcome"].as_str().unwrap() {
            "close_eligible" => "CLOSE_ELIGIBLE".to_owned(),
            _ => told["indicates"]["zone"].as_str().unwrap().to_uppercase(),
        };
        let why = &told["why"];
        assert_eq!(
            (outcome.as_str(), &why["rule"], &why["basis"]),
            (&row[5], &json!(row[6]), &json!(row[7]))
        );
    }
}

#[test]
fn what_cannot_be_read_is_said_in_one_sentence() {
    for (input, says) in [
        ("", "nothing on standard input"),
        ("{", "line 1"),
        (r#"{"zone": "purple"}"#, "green, yellow, orange or red"),
        (r#"{"zone": "red", "risk": "awful"}"#, "new_or_reemerged"),
        (
            r#"{"zone": "red", "capacity": {"since": "2026-01-01"}}"#,
            "shown_since",
        ),
        (r#"{"zone": "red", "capacity": "some"}"#, "shown_since"),
        (r#"{"zone": "red", "colour": 1}"#, "colour"),
        (r#"{"zone": "red", "since": "15/12/2025"}"#, "as 2026-11-23"),
        (r#"{"zone": "red", "months": 0}"#, "at least one month"),
        (r#"{"zone": "red", "levels": {}}"#, "levels"),
        ("{}", "neither"),
    ] {
        let said = refusal(input);
        assert!(said.contains(says), "{input}: {said}");
        assert!(said.contains("indicate --schema"), "{said}");
    }
}

/// Every field that goes out, and every one that may come in, is described.
#[test]
fn the_schema_describes_every_field() {
    fn described(value: &Value, schema: &str) {
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    assert!(schema.contains(&format!("\"{name}\": {{")), "{name}");
                    described(inner, schema);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| described(item, schema)),
            _ => {}
        }
    }
    let output = indicate(&["--schema"], "");
    assert!(output.status.success());
    let schema = String::from_utf8(output.stdout).unwrap();
    serde_json::from_str::<Value>(&schema).unwrap();
    let asked = json!({
        "zone": "yellow", "since": "2026-03-01", "months": 6, "lives": "away", "returned": null,
        "earlier_capacity_counts": false, "resilience": "building", "risk": "mitigated",
        "capacity": {"shown_since": "2025-08-01"}, "positive_change": true, "wishes": "both_want",
        "today": "2026-03-02"
    });
    let first = json!({"levels": {"resilience": "green", "risk": null, "welfare": "red"}});
    for asked in [asked, first, json!({"zone": "red"})] {
        described(&asked, &schema);
        described(&answer(&[], &asked), &schema);
    }
}
