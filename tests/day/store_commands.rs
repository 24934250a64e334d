//! `init`, `check`, `backup` and `restore` as they are typed.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program with a store and a passphrase file in this folder.
fn throughline(folder: &Path, store: &str, words: &[&str]) -> Output {
    fs::write(folder.join("passphrase"), "rain on the Teifi\n").unwrap();
    Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(words)
        .arg("--store")
        .arg(folder.join(store))
        .arg("--passphrase-file")
        .arg(folder.join("passphrase"))
        .env_remove("THROUGHLINE_STORE")
        .env_remove("THROUGHLINE_PASSPHRASE_FILE")
        .output()
        .unwrap()
}

fn fine(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    let said = [output.stdout.clone(), output.stderr.clone()].concat();
    String::from_utf8(said).unwrap()
}

#[test]
fn a_store_is_made_checked_backed_up_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(refused(&throughline(folder, "one", &["check"])).contains("throughline init"));
    assert!(fine(&throughline(folder, "one", &["init"])).contains("sealed store"));
    assert!(refused(&throughline(folder, "one", &["init"])).contains("already"));
    assert!(fine(&throughline(folder, "one", &["check"])).contains("All is whole"));

    let backup = folder.join("friday.backup");
    let backup = backup.to_str().unwrap();
    fine(&throughline(folder, "one", &["backup", backup]));
    assert!(refused(&throughline(folder, "one", &["backup", backup])).contains("there already"));
    assert!(refused(&throughline(folder, "one", &["restore", backup])).contains("already"));
    fine(&throughline(folder, "two", &["restore", backup]));
    assert!(fine(&throughline(folder, "two", &["check"])).contains("All is whole"));
    fs::write(folder.join("two/keys"), "x").unwrap();
    let said = refused(&throughline(folder, "two", &["check"]));
    assert!(said.contains("`keys`"), "{said}");
}

#[test]
fn a_wrong_passphrase_is_said_in_clear_words() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fine(&throughline(folder, "one", &["init"]));
    let wrong = folder.join("wrong");
    fs::write(&wrong, "snow\n").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(["check", "--store"])
        .arg(folder.join("one"))
        .arg("--passphrase-file")
        .arg(&wrong)
        .output()
        .unwrap();
    let said = refused(&output);
    assert!(said.contains("does not open this store"), "{said}");
    assert!(!said.contains("snow"));
}
