//! The README's first day, typed as it stands there: everything in it must be true.

use clap::Parser;
use std::fs;
use std::path::Path;
use std::process::Command;
use throughline::cli::args::Args;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The command lines of the README as words, of the program only, without what stands before its name.
fn commands() -> Vec<Vec<String>> {
    let readme = readme();
    let blocks = readme
        .split("```sh\n")
        .skip(1)
        .map(|block| block.split("```").next().unwrap());
    let lines = blocks.flat_map(str::lines).map(words);
    let own = lines.filter_map(|words| match words.first().map(String::as_str) {
        Some("throughline") => Some(words),
        Some("cargo") => words
            .iter()
            .position(|word| word == "--")
            .map(|at| words[at..].to_vec()),
        _ => None,
    });
    own.collect()
}

/// The words of a command line, with quotes and without its comment, as a shell reads them.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.split(" # ").next().unwrap().trim().chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            letter => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_command_of_the_readme_is_understood() {
    let commands = commands();
    assert!(commands.len() > 10, "the README's commands were not found");
    for command in commands {
        let understood = Args::try_parse_from(&command);
        assert!(
            understood.is_ok(),
            "{command:?}: {}",
            understood.unwrap_err()
        );
    }
}

#[test]
fn the_first_day_goes_as_the_readme_says() {
    let desk = tempfile::tempdir().unwrap();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    for file in fs::read_dir(samples).unwrap() {
        let file = file.unwrap();
        // Families from genealogy programs stand in a folder of their own.
        if file.path().is_file() {
            fs::copy(file.path(), desk.path().join(file.file_name())).unwrap();
        }
    }
    fs::write(desk.path().join("passphrase"), "three green bottles\n").unwrap();
    let day = commands().into_iter().filter(|command| {
        let no_screen = Args::try_parse_from(command).unwrap().command.is_some();
        // A book of private notes asks somebody for its own passphrase.
        no_screen && command[0] == "throughline" && command[1] != "private"
    });
    let mut said = Vec::new();
    for command in day {
        let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
            .args(&command[1..])
            .current_dir(desk.path())
            .env("THROUGHLINE_PASSPHRASE_FILE", "passphrase")
            .env("THROUGHLINE_STORE", "store")
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?}: {errors}");
        said.push((command, String::from_utf8(output.stdout).unwrap()));
    }
    let of = |words: &[&str]| {
        let fits = |command: &&(Vec<String>, String)| {
            words
                .iter()
                .all(|word| command.0.iter().any(|typed| typed == word))
        };
        &said
            .iter()
            .find(fits)
            .unwrap_or_else(|| panic!("{words:?} is not in the README"))
            .1
    };
    let ahead = of(&["import", "--dry-run"]);
    for told in [
        "179 rows",
        "161 entries",
        "11 joined",
        "7 set aside",
        "9 questions",
    ] {
        assert!(ahead.contains(told), "{told}: {ahead}");
    }
    let text = readme().split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "179 rows",
        "161 become entries",
        "11 join",
        "and 7 (blank",
        "nine questions",
        "two long gaps",
    ] {
        assert!(text.contains(told), "the README does not say {told}");
    }
    assert!(of(&["import", "factors"]).contains("58 rows from 1 file: 58 came in"));
    assert!(of(&["import", "zones"]).contains("33 rows from 1 file: 33 came in"));
    assert!(of(&["import", "goals"]).contains("6 goals and 16 reviews of goals"));
    assert!(of(&["show", "goals"]).contains("  Next review: 7 December 2026\n"));
    assert!(of(&["certificate"]).contains("for Siân"));
    assert!(of(&["list"]).contains("Child: Lowri Dąbek; 12 years; Foster care"));
    assert!(of(&["show", "Lowri"]).contains("Jakub Dąbek: known as Kuba; 9 years"));
    assert!(of(&["show", "chronology"]).contains("Wren (3 months)"));
    assert!(of(&["check"]).starts_with("All is whole"));
    assert!(of(&["restore"]).contains("1 case"));
}
