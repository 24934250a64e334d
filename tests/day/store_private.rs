//! Books of private notes on a disk: sealed in every file, kept through backups and rebuilding, and missed when damaged.

use super::store_desk::*;
use chrono::{DateTime, NaiveDate};
use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use throughline::record::*;
use throughline::store::*;

const WORKER: &str = "Anwen Brennock";
/// Words that must stand in no file.
const WORDS: [&str; 4] = ["Brennock", "sleepless", "Tidewell", "dread of the phone"];

fn hers() -> Passphrase {
    Passphrase::new("hail on the Rhinogs".into())
}

fn note(number: u8, revision: u32) -> PrivateRevision {
    let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let mut note = PrivateNote::on(day, WORKER, "M Tidewell");
    note.burnout = format!("sleepless, dread of the phone {revision}");
    PrivateRevision {
        id: RecordId::from_bytes([number; 16]),
        revision,
        author: "M Tidewell".into(),
        recorded_at: DateTime::from_timestamp(1_700_000_000, 0).unwrap(),
        note,
    }
}

/// A store with cases and a book of three revisions and a draft.
fn desk() -> Desk {
    let desk = Desk::with(3);
    let store = desk.open();
    let book = store
        .make_private_book(WORKER, &hers(), Cost::Cheap)
        .unwrap();
    for (number, revision) in [(1, 1), (1, 2), (2, 1)] {
        store.save_private(&book, &note(number, revision)).unwrap();
    }
    let draft = PrivateDraft {
        id: RecordId::from_bytes([3; 16]),
        revision: 1,
        fields: vec![("burnout".into(), "sleepless".into())],
        written_at: DateTime::from_timestamp(1_700_000_000, 0).unwrap(),
    };
    store.put_private_draft(&book, &draft).unwrap();
    desk
}

fn holds_the_book(store: &Store) {
    let book = store.open_private_book(WORKER, &hers()).unwrap();
    let all = store.private_history(&book).unwrap();
    assert_eq!(all, [note(1, 1), note(1, 2), note(2, 1)]);
    assert!(store.private_draft(&book).unwrap().is_some());
}

#[test]
fn no_word_of_a_note_and_no_name_stands_in_any_file_of_the_store() {
    let desk = desk();
    let store = desk.open();
    let wrong = Passphrase::new("sun".into());
    assert!(store.open_private_book(WORKER, &wrong).is_err());
    drop(store);
    let backup = desk.folder.path().join("friday.backup");
    desk.open().backup(&backup, &mut |_| {}).unwrap();
    let mut read = 0;
    for file in files_under(desk.folder.path()) {
        let bytes = fs::read(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for words in WORDS {
            let inside = bytes.windows(words.len()).any(|at| at == words.as_bytes());
            assert!(!inside && !name.contains(words), "{words} in {file:?}");
        }
        read += bytes.len();
    }
    assert!(read > 4_000, "{read} bytes were looked through");
}

#[test]
fn a_backup_and_an_index_made_anew_bring_the_book_back() {
    let desk = desk();
    let file = desk.folder.path().join("friday.backup");
    desk.open().backup(&file, &mut |_| {}).unwrap();
    let place = Place::at(desk.folder.path().join("restored"));
    holds_the_book(&Store::restore(&file, &place, &passphrase(), &mut |_| {}).unwrap());
    let report = Store::check(&place, &passphrase(), &mut |_| {}).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!((report.private_books, report.private_revisions), (1, 3));

    fs::remove_dir_all(desk.file("index")).unwrap();
    holds_the_book(&desk.open());
    let mut log = fs::read(log_file(&desk)).unwrap();
    let middle = log.len() / 2;
    log[middle] ^= 1;
    fs::write(log_file(&desk), log).unwrap();
    holds_the_book(&desk.open());
    let report = desk.check();
    assert!(report.is_sound(), "written anew from the index: {report:?}");
}

#[test]
fn a_save_of_a_book_that_nothing_can_bring_back_costs_that_revision_alone() {
    let desk = desk();
    let length = fs::metadata(log_file(&desk)).unwrap().len();
    let store = desk.open();
    let book = store.open_private_book(WORKER, &hers()).unwrap();
    store.save_private(&book, &note(2, 2)).unwrap();
    store.save_private(&book, &note(4, 1)).unwrap();
    drop(store);
    let mut log = fs::read(log_file(&desk)).unwrap();
    log[usize::try_from(length).unwrap() + 200] ^= 1;
    fs::write(log_file(&desk), log).unwrap();
    fs::remove_dir_all(desk.file("index")).unwrap();
    let store = desk.open();
    assert!(store.notices()[0].contains(" lost"));
    let book = store.open_private_book(WORKER, &hers()).unwrap();
    let all = store.private_history(&book).unwrap();
    assert_eq!(all, [note(1, 1), note(1, 2), note(2, 1), note(4, 1)]);
    store.save_private(&book, &note(2, 2)).unwrap();
    assert_eq!(store.private_history(&book).unwrap().len(), 5);
}

#[test]
fn damage_to_the_log_behind_a_book_is_told_by_a_check_that_has_no_passphrase_of_it() {
    let desk = desk();
    let log = log_file(&desk);
    let whole = fs::read(&log).unwrap();
    let mut flipped = whole.clone();
    let near_the_end = whole.len() - 60;
    flipped[near_the_end] ^= 1;
    fs::write(&log, flipped).unwrap();
    assert!(!desk.check().is_sound());
}

#[test]
fn wrong_passphrases_of_a_book_are_held_back_also_after_a_restart_and_the_store_goes_on() {
    let desk = desk();
    let store = desk.open();
    let wrong = Passphrase::new("sun".into());
    for wait in [0, 0, 1] {
        let refused = store.open_private_book(WORKER, &wrong).unwrap_err();
        let expected = Duration::from_secs(wait);
        assert!(
            matches!(refused, StoreError::WrongBookPassphrase { wait } if wait == expected),
            "{refused}"
        );
    }
    drop(store);
    let store = desk.open();
    // The test sets what the file remembers: on a slow computer the wait would pass by itself.
    let counts = |file: &std::path::PathBuf| file.to_string_lossy().contains("attempts");
    let mut files = files_under(desk.place.folder()).into_iter();
    let file = files.find(counts).unwrap();
    let remembered = fs::read_to_string(&file).unwrap();
    assert!(remembered.starts_with("3 "), "{remembered}");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    fs::write(&file, format!("9 {}", now.as_secs())).unwrap();
    let refused = store.open_private_book(WORKER, &hers()).unwrap_err();
    assert!(matches!(refused, StoreError::TooSoon { .. }), "{refused}");
    assert!(refused.to_string().contains("not tried"), "{refused}");
    save(&store, 3).unwrap();
    fs::write(&file, format!("9 {}", now.as_secs() - 100)).unwrap();
    holds_the_book(&store);
    let mut files = files_under(desk.place.folder()).into_iter();
    assert_eq!(files.find(counts), None, "forgotten after the right one");
}
