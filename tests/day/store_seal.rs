//! Who can open the store, and what others can read of it: nothing.

use super::store_desk::*;
use std::fs;
use std::path::Path;
use throughline::store::*;

#[test]
fn one_key_file_of_two_is_enough() {
    let desk = Desk::with(2);
    for copy in ["keys", "log/keys"] {
        let desk = desk.copy();
        fs::write(desk.file(copy), "lost").unwrap();
        assert!(desk.check().faults[0].contains(copy));
        let said = desk.holds_everything();
        assert!(said[0].contains("key file"), "{said:?}");
        assert!(desk.check().is_sound());
    }
    fs::remove_file(desk.file("keys")).unwrap();
    fs::remove_file(desk.file("log/keys")).unwrap();
    let refused = Store::open(&desk.place, &passphrase(), &mut |_| {})
        .err()
        .unwrap();
    assert!(refused.to_string().contains("key file"), "{refused}");
}

#[test]
fn a_passphrase_that_is_typed_leaves_no_copies_behind_while_it_grows() {
    let mut unlock = throughline::tui::model::unlock::Unlock::default();
    let begin = unlock.typed.as_ptr();
    for _ in 0..200 {
        unlock.typed.push('é');
        assert_eq!(unlock.typed.as_ptr(), begin, "it moved and left a copy");
    }
    zeroize::Zeroize::zeroize(&mut unlock.typed);
    unlock.typed.push_str("rain");
    assert_eq!(unlock.typed.as_ptr(), begin);
}

#[test]
fn a_store_of_a_newer_version_is_refused_politely() {
    let desk = Desk::with(1);
    for copy in ["keys", "log/keys"] {
        let mut keys = fs::read(desk.file(copy)).unwrap();
        keys[8] = 9;
        let mut sum = blake3::Hasher::new();
        sum.update(&keys[8..12]).update(&keys[44..]);
        keys[12..44].copy_from_slice(sum.finalize().as_bytes());
        fs::write(desk.file(copy), keys).unwrap();
    }
    let refused = Store::open(&desk.place, &passphrase(), &mut |_| {})
        .err()
        .unwrap();
    assert!(
        matches!(refused, StoreError::Newer { found: 9, known: 1 }),
        "{refused}"
    );
    assert!(refused.to_string().contains("Nothing was changed"));
}

#[test]
fn only_the_owner_can_read_the_store() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with(2);
    drop(desk.open());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(desk.place.folder()), 0o700);
    assert_eq!(mode(&desk.file("log")), 0o700);
    for file in files_under(desk.place.folder()) {
        assert_eq!(mode(&file), 0o600, "{file:?}");
    }
}

#[test]
fn nothing_that_was_typed_can_be_read_in_the_files() {
    let desk = Desk::with(3);
    for file in files_under(desk.place.folder()) {
        let bytes = fs::read(&file).unwrap();
        for words in ["Family", "Person", "nnnnnnnn"] {
            let found = bytes
                .windows(words.len())
                .any(|part| part == words.as_bytes());
            assert!(!found, "{words} in {file:?}");
        }
    }
}

#[test]
fn a_passphrase_that_was_changed_opens_no_more_and_another_person_has_their_own() {
    let desk = Desk::with(2);
    let store = desk.open();
    let new = Passphrase::new("snow on Pumlumon".into());
    let theirs = Passphrase::new("wind on Bardsey".into());
    store.let_in("J Singh", &theirs, Cost::Cheap).unwrap();
    store.change_passphrase(&new, Cost::Cheap).unwrap();
    drop(store);
    let refused = Store::open(&desk.place, &passphrase(), &mut |_| {});
    assert!(matches!(refused, Err(StoreError::WrongPassphrase { .. })));
    for (passphrase, holder) in [(new, "M Clarke"), (theirs, "J Singh")] {
        let store = Store::open(&desk.place, &passphrase, &mut |_| {}).unwrap();
        assert_eq!(store.holder(), holder);
        desk.holds_the_first(&store, 2);
    }
}
