//! Words looked after: what is found in the sample files and in sentences of our own, what is passed over, and the
//! command that reads a text.

use proptest::prelude::*;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use throughline::exchange::import::encoding::decode;
use throughline::insight::wording::{TextOf, flags, open_flags, tells_only_of_attendance};
use throughline::record::CaseFile;

#[path = "../corpus/wording.rs"]
mod corpus;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples");

fn sample(name: &str) -> String {
    let bytes = std::fs::read(Path::new(SAMPLES).join(name)).unwrap();
    decode(name, &bytes).unwrap().text
}

/// What each row of a file tells: its columns that are free text, one below the other.
fn told(file: &str, separator: u8, columns: &[&str]) -> Vec<String> {
    let text = sample(file);
    let mut table = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .from_reader(text.as_bytes());
    let header = table.headers().unwrap().clone();
    let wanted: Vec<usize> = columns
        .iter()
        .map(|name| header.iter().position(|column| column == *name).unwrap())
        .collect();
    let row = |row: csv::StringRecord| {
        let cells = wanted.iter().filter_map(|column| row.get(*column));
        cells.collect::<Vec<_>>().join("\n\n")
    };
    table.records().map(|record| row(record.unwrap())).collect()
}

fn found(text: &str, of: TextOf) -> Vec<(&'static str, String)> {
    let flags = flags(text, of).into_iter();
    flags
        .map(|flag| (flag.rule.id.as_str(), flag.phrase(text).to_owned()))
        .collect()
}

/// The phrases of the sample files, in the order of their README.
const PHRASES: [(&str, &str, &str); 16] = [
    ("social-care.csv", "label", "Resistant mother"),
    ("social-care.csv", "label", "dangerous father"),
    ("social-care.csv", "victim-blaming", "failed to protect"),
    ("social-care.csv", "need-service", "needs a CAMHS referral"),
    (
        "social-care.csv",
        "need-service",
        "needs a parenting course",
    ),
    (
        "social-care.csv",
        "need-universal",
        "need their emotional needs met",
    ),
    (
        "social-care.csv",
        "need-assessment",
        "needs his speech to be assessed",
    ),
    ("social-care.csv", "label", "hard to engage"),
    ("social-care.csv", "need-service", "needs counselling"),
    ("health-visitor.csv", "label", "refuses to engage"),
    ("school.csv", "label", "Attention-seeking"),
    ("school.csv", "need-assessment", "needs an EHCP assessment"),
    ("school.csv", "label", "Naughty boy"),
    ("contact-centre.csv", "thin", "Contact went well."),
    ("contact-centre.csv", "thin", "Good contact. No concerns."),
    ("contact-centre.csv", "thin", "Attended. All fine."),
];

#[test]
fn the_sixteen_phrases_of_the_sample_files_are_found_and_nothing_else() {
    let files: [(&str, u8, &[&str]); 5] = [
        (
            "social-care.csv",
            b',',
            &["Event", "Analysis", "Action taken"],
        ),
        ("health-visitor.csv", b';', &["Summary", "Outcome"]),
        ("school.csv", b',', &["Note", "Follow-up"]),
        ("police.csv", b'\t', &["Summary", "Result"]),
        ("contact-centre.csv", b',', &["Notes"]),
    ];
    let mut all = Vec::new();
    for (file, separator, columns) in files {
        for row in told(file, separator, columns) {
            let found = found(&row, TextOf::Entry).into_iter();
            all.extend(found.map(|(rule, phrase)| (file, rule, phrase)));
        }
    }
    for ((file, rule, phrase), found) in PHRASES.iter().zip(&all) {
        assert_eq!((*file, *rule), (found.0, found.1), "{found:?}");
        assert!(
            found.2.contains(phrase) || phrase.contains(&found.2),
            "{found:?}"
        );
    }
    assert_eq!(all.len(), PHRASES.len(), "{:?}", all.get(16..));
}

#[test]
fn supervision_that_corrects_a_wording_or_says_what_a_child_needs_is_passed_over() {
    let notes = sample("supervision.md");
    for of in [TextOf::Other, TextOf::Entry] {
        let found = found(&notes, of);
        assert_eq!(
            found,
            [("need-assessment", "needs a parenting assessment".to_owned())]
        );
    }
    for text in [
        "Our own plan says that Kuba needs counselling. What is it that he needs?",
        "She needs to hear from her mother that noticing is not her job.",
        "\"I need counselling,\" she said. “We all need love.”",
        "'I need counselling,' she said.",
        "",
        " \n ",
    ] {
        assert_eq!(found(text, TextOf::Other), [], "{text}");
    }
}

#[test]
fn evidence_of_the_sample_goals_tells_more_than_attendance() {
    let columns = ["evidence 1", "evidence 2", "evidence 3"];
    for column in columns {
        for evidence in told("goals.csv", b',', &[column]) {
            assert!(!tells_only_of_attendance(&evidence), "{evidence}");
            assert_eq!(found(&evidence, TextOf::Evidence), [], "{evidence}");
        }
    }
    for evidence in [
        "Attended all six sessions.",
        "Agrees with the plan and keeps appointments.",
    ] {
        assert!(tells_only_of_attendance(evidence), "{evidence}");
        assert_eq!(found(evidence, TextOf::Evidence).len(), 1);
        assert_eq!(found(evidence, TextOf::Other), [], "{evidence}");
    }
}

#[test]
fn sentences_of_our_own_are_found_as_well_as_they_were_measured() {
    let rows = corpus::rows();
    let held_out = rows.iter().filter(|row| row.held_out).count();
    assert!(rows.len() >= 320 && held_out * 4 > rows.len());
    for kept in [false, true] {
        let tallies = corpus::tallies(rows.iter().filter(|row| row.held_out == kept));
        let overall = tallies["overall"];
        assert!(overall.precision() >= 0.9, "held out {kept}: {overall:?}");
        assert!(overall.recall() >= 0.85, "held out {kept}: {overall:?}");
    }
}

#[test]
fn letters_of_any_kind_are_flagged_where_they_stand() {
    let text = "Siân’s ‘plan’: SIÂN NEEDS\r\n  COUNSELLING – naïve…";
    let flags = flags(text, TextOf::Other);
    assert_eq!(flags[0].phrase(text), "NEEDS\r\n  COUNSELLING");
    assert_eq!(flags[0].key(text), "needs counselling");
    assert_eq!(open_flags(text, TextOf::Other, &CaseFile::default()), flags);
}

fn words(arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .arg("words")
        .args(arguments)
        .current_dir(SAMPLES)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = program.stdin.take().unwrap();
    // A program that reads only files may be done before it could be told anything.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    program.wait_with_output().unwrap()
}

#[test]
fn the_command_reads_texts_and_says_phrase_reason_and_question() {
    let output = words(&["supervision.md", "-"], "Fine.\n\nA\nresistant mother.\n");
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert!(output.status.success() && output.stderr.is_empty());
    assert_eq!(lines.len(), 3, "{said}");
    assert!(lines[0].starts_with(
        "supervision.md:17: \"needs a parenting assessment\": A need phrased as an assessment. "
    ));
    assert!(lines[1].starts_with("-:4: \"resistant mother\": A label for a person. "));
    assert!(lines[0].ends_with('?') && lines[1].ends_with('?'));
    assert_eq!(lines[2], "2 phrases to think about; nothing was changed.");
}

#[test]
fn the_command_takes_each_paragraph_for_what_it_is_said_to_be() {
    let input = "Contact went well.\n\nCounselling\n\nAttended all six sessions.\n";
    for (of, line) in [("entry", 1), ("need", 3), ("evidence", 5)] {
        let output = words(&["--as", of, "--json", "-"], input);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let flags = told["files"][0]["flags"].as_array().unwrap();
        assert!(
            flags.iter().any(|flag| flag["line"] == line),
            "{of}: {told}"
        );
    }
    let output = words(&["-"], input);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, "No phrase to think about; nothing was changed.\n");
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_the_others_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("plan.docx");
    std::fs::write(&document, b"PK\x03\x04 and more").unwrap();
    let output = words(
        &[
            "nowhere.txt",
            document.to_str().unwrap(),
            "health-visitor.csv",
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(
        said.lines()
            .all(|line| line.ends_with("nothing was changed."))
    );
    assert!(said.contains(".docx") && said.contains("save it as plain text"));
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(
        found.contains("health-visitor.csv:15: \"refuses to engage\""),
        "{found}"
    );
}

proptest! {
    #[test]
    fn flags_of_any_text_stand_in_order_on_letters(
        parts in prop::collection::vec(prop_oneof![
            "\\PC{0,6}",
            "(need|needs|counselling|a|assessed|\"|“|’|\\.|\\?|\n|,|Naughty boy|e\u{301}|failed to protect|Attended|fine) ?",
        ], 0..24),
        of in prop::sample::select(TextOf::ALL.to_vec()),
    ) {
        let text = parts.concat();
        let mut end = 0;
        for flag in flags(&text, of) {
            prop_assert!(flag.at.start >= end && flag.at.end > flag.at.start);
            prop_assert!(text.get(flag.at.clone()).is_some());
            end = flag.at.end;
        }
    }
}
