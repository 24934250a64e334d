//! What the store must bear: cuts, damaged files, lost files. What was confirmed is there afterwards.

use super::store_desk::*;
use std::fs;
use throughline::store::*;

#[test]
fn a_sound_store_is_found_sound_and_opens_without_a_word() {
    let desk = Desk::with(8);
    let report = desk.check();
    assert_eq!(report.faults, Vec::<String>::new());
    assert_eq!((report.saves, report.cases), (8, 1));
    assert_eq!((report.records, report.superseded), (9, 7));
    assert_eq!(desk.holds_everything(), Vec::<String>::new());
    assert!(desk.check().is_sound(), "after a check and an opening");
}

#[test]
fn a_log_cut_at_any_byte_of_its_last_saves_loses_nothing_confirmed() {
    let desk = Desk::with(6);
    let whole = fs::read(log_file(&desk)).unwrap();
    let last_two = whole.len() - 2 * 1500;
    for cut in (last_two..whole.len()).step_by(37).chain([whole.len() - 1]) {
        let desk = desk.copy();
        fs::write(log_file(&desk), &whole[..cut]).unwrap();
        assert!(!desk.check().is_sound(), "cut at {cut} is found");
        let said = desk.holds_everything();
        assert!(
            said[0].contains("Nothing is lost"),
            "cut at {cut}: {said:?}"
        );
        assert!(desk.check().is_sound(), "cut at {cut} is mended");
    }
}

#[test]
fn a_log_cut_with_the_index_gone_keeps_what_can_be_read_and_says_what_is_lost() {
    let desk = Desk::with(6);
    let whole = fs::read(log_file(&desk)).unwrap();
    fs::write(log_file(&desk), &whole[..whole.len() - 1]).unwrap();
    fs::remove_dir_all(desk.file("index")).unwrap();
    let store = desk.open();
    desk.holds_the_first(&store, 5);
    assert!(
        store.notices()[0].contains("save 6 is lost"),
        "{:?}",
        store.notices()
    );
    save(&store, 6).unwrap();
}

#[test]
fn a_save_that_a_kill_cut_off_is_put_aside() {
    let desk = Desk::with(6);
    let whole = fs::read(log_file(&desk)).unwrap();
    // The beginning of the last save again, as if another one had begun.
    let torn = [&whole[..], &whole[whole.len() - 700..]].concat();
    fs::write(log_file(&desk), torn).unwrap();
    let said = desk.holds_everything();
    assert!(said[0].contains("not confirmed"), "{said:?}");
    let aside = files_under(&desk.file("set-aside"));
    assert_eq!(aside.len(), 1);
    assert!(desk.check().is_sound());
}

#[test]
fn a_save_damaged_in_the_middle_of_the_log_is_made_good_from_the_index() {
    let desk = Desk::with(6);
    let mut whole = fs::read(log_file(&desk)).unwrap();
    let middle = whole.len() / 2;
    whole[middle] ^= 1;
    fs::write(log_file(&desk), &whole).unwrap();
    let report = desk.check();
    assert!(report.faults[0].contains("damaged at byte"), "{report:?}");
    let said = desk.holds_everything();
    assert!(said[0].contains("Nothing is lost"), "{said:?}");
    assert!(desk.check().is_sound());
}

#[test]
fn a_save_damaged_in_the_middle_with_the_index_gone_costs_that_save_alone() {
    let desk = Desk::with(6);
    let mut whole = fs::read(log_file(&desk)).unwrap();
    let middle = whole.len() / 2;
    whole[middle] ^= 1;
    fs::write(log_file(&desk), &whole).unwrap();
    fs::remove_dir_all(desk.file("index")).unwrap();
    let store = desk.open();
    assert!(
        store.notices()[0].contains(" lost"),
        "{:?}",
        store.notices()
    );
    let file = store.case_file(case()).unwrap();
    assert_eq!(
        file.name(),
        "Family at save 5",
        "what follows the damage is there"
    );
    assert_eq!(file.people.len(), 5);
    save(&store, 6).unwrap();
}

#[test]
fn an_index_that_is_gone_or_damaged_is_rebuilt_from_the_log() {
    let desk = Desk::with(12);
    type Damage = fn(&Desk);
    let damages: [(&str, Damage); 5] = [
        ("gone", |desk| {
            fs::remove_dir_all(desk.file("index")).unwrap()
        }),
        ("emptied", |desk| {
            fs::write(desk.file("index/db"), "").unwrap()
        }),
        ("cut", |desk| {
            let db = fs::read(desk.file("index/db")).unwrap();
            fs::write(desk.file("index/db"), &db[..db.len() / 3]).unwrap();
        }),
        ("noise", |desk| {
            let mut db = fs::read(desk.file("index/db")).unwrap();
            let len = db.len();
            db[len / 4..]
                .iter_mut()
                .step_by(97)
                .for_each(|byte| *byte ^= 0x55);
            fs::write(desk.file("index/db"), db).unwrap();
        }),
        ("conf", |desk| {
            fs::write(desk.file("index/conf"), "segment_size: 1").unwrap()
        }),
    ];
    for (damage, make) in damages {
        let desk = desk.copy();
        make(&desk);
        assert!(!desk.check().is_sound(), "{damage} is found");
        let said = desk.holds_everything();
        assert!(
            said.iter().any(|said| said.contains("rebuilt")),
            "{damage}: {said:?}"
        );
        assert!(desk.check().is_sound(), "{damage} is mended");
    }
}

#[test]
fn one_flipped_bit_in_any_file_is_found() {
    let desk = Desk::with(5);
    let root = desk.place.folder();
    let files = files_under(root);
    assert!(files.len() >= 5, "{files:?}");
    for file in files {
        let name = file.strip_prefix(root).unwrap();
        let whole = fs::read(&file).unwrap();
        for part in 0..24.min(whole.len()) {
            // From the first byte to the last, another bit each time; the head of a file byte by byte.
            let byte = match part {
                0..12 => part,
                _ => (part - 11) * (whole.len() - 1) / 12,
            };
            let desk = desk.copy();
            let mut flipped = whole.clone();
            flipped[byte] ^= 1 << (part % 8);
            fs::write(desk.file(name.to_str().unwrap()), flipped).unwrap();
            let report = desk.check();
            assert!(!report.is_sound(), "{name:?}, byte {byte}");
        }
    }
}

#[test]
fn a_long_log_is_kept_in_segments_and_every_one_of_them_counts() {
    let desk = Desk::with_segments(3);
    assert_eq!(desk.holds_everything(), Vec::<String>::new());
    assert!(desk.check().is_sound());

    let first = desk.copy();
    let mut bytes = fs::read(log_file(&first)).unwrap();
    bytes[30_000] ^= 4;
    fs::write(log_file(&first), bytes).unwrap();
    let faults = first.check().faults;
    assert!(
        faults[0].contains("segment 1 is damaged at byte"),
        "{faults:?}"
    );
    let said = first.holds_everything();
    assert!(
        said[0].contains("written anew"),
        "the check had it mended: {said:?}"
    );
    assert!(first.check().is_sound());

    let second = desk.copy();
    fs::remove_file(second.file("log/0000000002.log")).unwrap();
    let faults = second.check().faults;
    assert!(faults[0].contains("segment 2 is missing"), "{faults:?}");
    fs::remove_dir_all(second.file("index")).unwrap();
    let store = second.open();
    assert!(
        store.notices()[0].contains("are lost"),
        "{:?}",
        store.notices()
    );
    let file = store.case_file(case()).unwrap();
    assert_eq!(file.name(), second.confirmed[second.confirmed.len() - 1]);
    drop(store);

    let third = desk.copy();
    fs::remove_dir_all(third.file("index")).unwrap();
    assert!(third.holds_everything()[0].contains("rebuilt"));
    assert!(third.check().is_sound());
}

#[test]
fn a_disk_as_it_is_in_the_middle_of_the_work_opens_with_everything_confirmed() {
    let mut desk = Desk::with(1);
    let store = desk.open();
    for number in 1..12 {
        let length = [10, 9_000, 40_000][number % 3];
        desk.confirmed
            .push(save_long(&store, number, length).unwrap());
        // What a power cut leaves, with the program still running.
        desk.copy().holds_everything();
    }
}

#[test]
fn an_index_damaged_unnoticed_never_shows_less_than_was_confirmed() {
    let desk = Desk::with(30);
    let db = fs::read(desk.file("index/db")).unwrap();
    for part in 0..40 {
        let desk = desk.copy();
        let mut damaged = db.clone();
        let begin = part * (db.len() - 600) / 39;
        damaged[begin..begin + 600].fill(0xAA);
        fs::write(desk.file("index/db"), damaged).unwrap();
        let store = desk.open();
        // Either everything is there, or it is said that something is missing and the next opening mends it.
        let said = match (store.case_file(case()), store.revisions(case())) {
            (Ok(_), Ok(_)) => {
                desk.holds_the_first(&store, desk.confirmed.len());
                continue;
            }
            (Err(error), _) | (_, Err(error)) => error,
        };
        assert!(matches!(said, StoreError::Damaged(_)), "{said}");
        drop(store);
        desk.holds_everything();
    }
}
