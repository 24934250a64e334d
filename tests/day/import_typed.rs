//! A store and files on the disk, and import commands as they are typed.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What opens its store.
pub const PASSPHRASE: &str = "rain on the Teifi";

pub struct TypingDesk(tempfile::TempDir);

impl TypingDesk {
    pub fn new() -> TypingDesk {
        let desk = TypingDesk(tempfile::tempdir().unwrap());
        fs::write(desk.path("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
        desk
    }

    pub fn with_store() -> TypingDesk {
        let desk = TypingDesk::new();
        assert!(desk.run(&["init"]).status.success());
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
        command
            .args(words)
            .args(["--today", "2026-11-23", "--author", "A Brennock"])
            .arg("--store")
            .arg(self.path("store"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Brings a table of the samples into the sample family.
    pub fn import_table(&self, what: &str, file: &str, more: &[&str]) -> Output {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/samples")
            .join(file);
        let mut words = vec!["import", what, file.to_str().unwrap()];
        words.extend(["--family", "Prosser and Dabek"]);
        words.extend(more);
        self.run(&words)
    }

    /// Brings files in for a family.
    pub fn import(&self, files: &[&str], more: &[&str]) -> Output {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
        let place = |name: &&str| {
            let own = self.path(name);
            if own.exists() {
                own
            } else {
                samples.join(name)
            }
        };
        let files: Vec<PathBuf> = files.iter().map(place).collect();
        let people = samples.join("people.csv");
        let mut words = vec!["import", "chronology"];
        words.extend(files.iter().map(|file| file.to_str().unwrap()));
        words.extend([
            "--family",
            "Prosser and Dąbek",
            "--children",
            people.to_str().unwrap(),
        ]);
        words.extend(more);
        self.run(&words)
    }
}

pub fn said(output: &Output) -> String {
    String::from_utf8([output.stdout.clone(), output.stderr.clone()].concat()).unwrap()
}

pub fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", said(output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// As much of JSON Schema as the contract uses.
pub fn fits(value: &Value, schema: &Value, root: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        return fits(
            value,
            root.pointer(name.trim_start_matches('#')).unwrap(),
            root,
            at,
        );
    }
    let right = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64() || value.is_i64(),
        other => panic!("{at}: {other:?}"),
    };
    assert!(right, "{at} is {value}");
    if let Some(names) = schema["enum"].as_array() {
        assert!(names.contains(value), "{at} is {value}");
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        assert!(
            value.get(name.as_str().unwrap()).is_some(),
            "{at} has no {name}"
        );
    }
    if let Some(fields) = value.as_object() {
        for (name, field) in fields {
            let known = schema["properties"]
                .get(name)
                .unwrap_or_else(|| panic!("{at}.{name} is not in the contract"));
            fits(field, known, root, &format!("{at}.{name}"));
        }
    }
    for item in value.as_array().into_iter().flatten() {
        fits(item, &schema["items"], root, at);
    }
}
