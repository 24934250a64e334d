//! Parts of another store, copied into this one by mistake: nothing of either is lost, and it is said which is which.

use super::store_desk::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use throughline::store::*;

/// Every file of a store and what it holds. The lock is left out: it says who has the store open.
fn contents(desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files_under(desk.place.folder()).into_iter();
    let files = files.filter(|file| *file != desk.file("lock"));
    files
        .map(|file| (file.clone(), fs::read(file).unwrap()))
        .collect()
}

/// Copies files of one store over those of another.
fn copy_over(from: &Desk, to: &Desk, names: &[&str]) {
    for name in names {
        let file = to.file(name);
        if from.file(name).is_dir() {
            fs::remove_dir_all(&file).unwrap();
            fs::create_dir(&file).unwrap();
            for part in files_under(&from.file(name)) {
                let inside = part.strip_prefix(from.file(name)).unwrap();
                fs::create_dir_all(file.join(inside).parent().unwrap()).unwrap();
                fs::copy(&part, file.join(inside)).unwrap();
            }
        } else {
            fs::copy(from.file(name), file).unwrap();
        }
    }
}

fn refused(desk: &Desk, passphrase: &Passphrase) -> String {
    let opened = Store::open(&desk.place, passphrase, &mut |_| {});
    let refused = opened.err().unwrap().to_string();
    let checked = Store::check(&desk.place, passphrase, &mut |_| {});
    assert_eq!(checked.unwrap_err().to_string(), refused);
    refused
}

#[test]
fn the_key_file_of_another_store_is_told_apart_and_neither_copy_is_overwritten() {
    let (ours, theirs) = (Desk::with(5), Desk::with(3));
    for (foreign, own) in [("keys", "log/keys"), ("log/keys", "keys")] {
        let desk = ours.copy();
        let right = fs::read(desk.file(own)).unwrap();
        copy_over(&theirs, &desk, &[foreign]);
        let faults = desk.check().faults;
        let words = format!("`{foreign}` is the key file of another store");
        assert!(faults[0].contains(&words), "{faults:?}");
        for _twice in 0..2 {
            let said = desk.holds_everything();
            assert!(said[0].contains(&words), "{said:?}");
            assert!(said[0].contains(&format!("`{own}`")), "{said:?}");
        }
        assert_eq!(
            fs::read(desk.file(foreign)).unwrap(),
            fs::read(theirs.file("keys")).unwrap()
        );
        assert_eq!(fs::read(desk.file(own)).unwrap(), right);
        assert!(!desk.file("set-aside").exists());
        fs::copy(desk.file(own), desk.file(foreign)).unwrap();
        assert_eq!(desk.holds_everything(), Vec::<String>::new());
        assert!(desk.check().is_sound());
    }
}

#[test]
fn the_key_file_of_a_store_with_another_passphrase_opens_nothing_here() {
    let (ours, theirs) = (Desk::with(5), Desk::with(3));
    let other = Passphrase::new("snow on Pumlumon".into());
    theirs
        .open()
        .change_passphrase(&other, Cost::Cheap)
        .unwrap();
    copy_over(&theirs, &ours, &["keys"]);
    let before = contents(&ours);
    let said = refused(&ours, &other);
    assert!(
        said.contains("`keys` is the key file of another store"),
        "{said}"
    );
    assert_eq!(contents(&ours), before);
    let said = ours.holds_everything();
    assert!(
        said[0].contains("`keys` is the key file of another store"),
        "{said:?}"
    );
}

#[test]
fn two_key_files_of_another_store_are_refused_and_nothing_is_touched() {
    let (ours, theirs) = (Desk::with(5), Desk::with(3));
    for index_too in [false, true] {
        let desk = ours.copy();
        copy_over(&theirs, &desk, &["keys", "log/keys"]);
        if index_too {
            fs::remove_dir_all(desk.file("index")).unwrap();
        }
        let before = contents(&desk);
        let said = refused(&desk, &passphrase());
        assert!(said.contains("another store"), "{said}");
        assert!(said.contains("Nothing was changed"), "{said}");
        assert_eq!(contents(&desk), before);
        copy_over(&ours, &desk, &["keys", "log/keys"]);
        desk.holds_everything();
    }
}

#[test]
fn two_stores_mixed_in_one_folder_are_named_and_neither_is_touched() {
    let (ours, theirs) = (Desk::with(5), Desk::with(3));
    copy_over(&theirs, &ours, &["log"]);
    let before = contents(&ours);
    let said = refused(&ours, &passphrase());
    assert!(said.contains("two stores"), "{said}");
    assert_eq!(contents(&ours), before);
}

#[test]
fn a_log_of_another_store_is_never_mended_by_emptying_it() {
    let (ours, theirs) = (Desk::with(5), Desk::with(3));
    let desk = ours.copy();
    fs::copy(log_file(&theirs), log_file(&desk)).unwrap();
    let without_index = desk.copy();
    let said = desk.holds_everything();
    assert!(said[0].contains("another store"), "{said:?}");
    let aside = files_under(&desk.file("set-aside"));
    let kept = aside.iter().map(|file| fs::read(file).unwrap());
    let foreign = fs::read(log_file(&theirs)).unwrap();
    assert!(kept.into_iter().any(|bytes| bytes == foreign), "{aside:?}");
    assert!(desk.check().is_sound());

    fs::remove_dir_all(without_index.file("index")).unwrap();
    let before = contents(&without_index);
    let opened = Store::open(&without_index.place, &passphrase(), &mut |_| {});
    let said = opened.err().unwrap().to_string();
    assert!(said.contains("Nothing was changed"), "{said}");
    assert_eq!(contents(&without_index), before);
    fs::copy(log_file(&ours), log_file(&without_index)).unwrap();
    without_index.holds_everything();
}

#[test]
fn an_index_of_another_store_is_kept_and_replaces_nothing() {
    // Theirs has more saves than ours, so that it would seem to be ahead of the log.
    let (ours, theirs) = (Desk::with(5), Desk::with(9));
    let desk = ours.copy();
    copy_over(&theirs, &desk, &["index"]);
    let said = desk.holds_everything();
    assert!(said[0].contains("rebuilt"), "{said:?}");
    assert!(
        !files_under(&desk.file("set-aside")).is_empty(),
        "it is kept"
    );
    assert!(desk.check().is_sound());

    let desk = ours.copy();
    copy_over(&theirs, &desk, &["index"]);
    let mut log = fs::read(log_file(&desk)).unwrap();
    let middle = log.len() / 2;
    log[middle] ^= 1;
    fs::write(log_file(&desk), log).unwrap();
    let store = desk.open();
    let file = store.case_file(case()).unwrap();
    assert_eq!(file.people.len(), 4, "one save is lost and no other");
}

#[test]
fn people_are_let_in_and_backups_made_with_the_right_key_file() {
    let (ours, theirs) = (Desk::with(5), Desk::with(3));
    copy_over(&theirs, &ours, &["keys"]);
    let foreign = fs::read(ours.file("keys")).unwrap();
    let store = ours.open();
    let backup = ours.folder.path().join("friday.backup");
    store.backup(&backup, &mut |_| {}).unwrap();
    let theirs = Passphrase::new("wind on Bardsey".into());
    store.let_in("J Singh", &theirs, Cost::Cheap).unwrap();
    drop(store);
    let kept = files_under(&ours.file("set-aside"));
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read(&kept[0]).unwrap(), foreign);
    assert_eq!(ours.holds_everything(), Vec::<String>::new());
    let store = Store::open(&ours.place, &theirs, &mut |_| {}).unwrap();
    ours.holds_the_first(&store, 5);
    drop(store);

    let place = Place::at(ours.folder.path().join("restored"));
    let restored = Store::restore(&backup, &place, &passphrase(), &mut |_| {}).unwrap();
    ours.holds_the_first(&restored, 5);
}

#[test]
fn a_damaged_key_file_is_kept_beside_when_it_is_written_again() {
    let desk = Desk::with(2);
    let mut damaged = fs::read(desk.file("keys")).unwrap();
    damaged[60] ^= 1;
    fs::write(desk.file("keys"), &damaged).unwrap();
    let said = desk.holds_everything();
    assert!(said[0].contains("key file"), "{said:?}");
    let kept = files_under(&desk.file("set-aside"));
    assert_eq!(kept.len(), 1);
    assert_eq!(fs::read(&kept[0]).unwrap(), damaged);
    assert!(desk.check().is_sound());
}

#[test]
fn an_older_key_file_of_this_store_does_not_replace_the_newer_one() {
    let desk = Desk::with(2);
    let older = fs::read(desk.file("keys")).unwrap();
    let new = Passphrase::new("snow on Pumlumon".into());
    desk.open().change_passphrase(&new, Cost::Cheap).unwrap();
    let newer = fs::read(desk.file("keys")).unwrap();
    fs::write(desk.file("keys"), &older).unwrap();
    for passphrase in [passphrase(), new] {
        let store = Store::open(&desk.place, &passphrase, &mut |_| {}).unwrap();
        let said = store.notices();
        assert!(said[0].contains("differ"), "{said:?}");
        desk.holds_the_first(&store, 2);
        drop(store);
        assert_eq!(fs::read(desk.file("keys")).unwrap(), older);
        assert_eq!(fs::read(desk.file("log/keys")).unwrap(), newer);
    }
}
