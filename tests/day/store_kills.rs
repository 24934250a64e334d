//! The store when the program is killed, or the disk is full, in the middle of the work.
//!
//! The work is done by another process: this test binary again, asked for one ignored test.

use super::store_desk::{Desk, case, name_at, passphrase, save};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use throughline::store::{Place, Store};

const STORE: &str = "STORE_OF_THE_WRITER";
const LIMIT: &str = "LONGEST_FILE_OF_THE_WRITER";

/// Starts a process that saves and saves, and says "saved N" after each save that was confirmed.
fn writer(desk: &Desk, longest_file: Option<u64>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "store_kills::the_writer",
            "--ignored",
            "--nocapture",
        ])
        .env(STORE, desk.place.folder())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if let Some(length) = longest_file {
        command.env(LIMIT, length.to_string());
    }
    command.spawn().unwrap()
}

#[test]
#[ignore = "the other process of the tests beside it"]
fn the_writer() {
    let Some(folder) = std::env::var_os(STORE) else {
        return;
    };
    let store = Store::open(&Place::at(folder), &passphrase(), &mut |_| {}).unwrap();
    let number = store.revisions(case()).unwrap().len() / 2;
    if let Some(length) = std::env::var(LIMIT)
        .ok()
        .and_then(|length| length.parse().ok())
    {
        let length = Some(length);
        // Without a handler the signal would end the process; with one the write is refused, as on a full disk.
        let seen = std::sync::Arc::default();
        signal_hook::flag::register(25, seen).unwrap(); // SIGXFSZ
        let limit = Rlimit {
            current: length,
            maximum: getrlimit(Resource::Fsize).maximum,
        };
        setrlimit(Resource::Fsize, limit).unwrap();
    }
    for number in number.. {
        match save(&store, number) {
            Ok(_) => println!("\nsaved {number}"),
            Err(error) => {
                println!("\nrefused {error}");
                break;
            }
        }
    }
}

/// The lines that a writer says until it ends, and what it was refused with.
fn said(lines: impl Iterator<Item = String>) -> (Option<usize>, Option<String>) {
    let (mut last, mut refused) = (None, None);
    for line in lines {
        if let Some(number) = line.strip_prefix("saved ") {
            last = Some(number.parse().unwrap());
        }
        if let Some(words) = line.strip_prefix("refused ") {
            refused = Some(words.to_owned());
        }
    }
    (last, refused)
}

#[test]
fn twenty_five_kills_in_the_middle_of_saving_lose_nothing_confirmed() {
    let mut desk = Desk::with(1);
    for round in 0..25u64 {
        let mut child = writer(&desk, None);
        let mut lines = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map(Result::unwrap);
        let begun = lines.find(|line| line.starts_with("saved ")).unwrap();
        std::thread::sleep(Duration::from_millis(round * 7 % 40));
        child.kill().unwrap(); // SIGKILL
        child.wait().unwrap();
        let (last, _) = said(std::iter::once(begun).chain(lines));
        desk.confirmed = (0..=last.unwrap()).map(name_at).collect();
        desk.holds_everything();
    }
    let report = desk.check();
    assert!(report.is_sound(), "{report:?}");
}

#[test]
fn a_full_disk_refuses_the_save_in_clear_words_and_loses_nothing() {
    let mut desk = Desk::with(3);
    for longest_file in [300_000, 700_000, 1_200_000] {
        let mut child = writer(&desk, Some(longest_file));
        let lines = BufReader::new(child.stdout.take().unwrap())
            .lines()
            .map(Result::unwrap);
        let (last, refused) = said(lines);
        let refused = refused.unwrap();
        let clear = [
            "disk is full",
            "safe in the log",
            "stopped writing",
            "Nothing is lost",
        ];
        assert!(
            clear.iter().any(|words| refused.contains(words)),
            "{refused}"
        );
        child.wait().unwrap();
        if let Some(last) = last {
            desk.confirmed = (0..=last).map(name_at).collect();
        }
        desk.holds_everything();
    }
    let report = desk.check();
    assert!(report.is_sound(), "{report:?}");
}
