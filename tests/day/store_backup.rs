//! A backup brings everything back, or is refused.

use super::store_desk::*;
use std::fs;
use throughline::store::*;

#[test]
fn a_backup_brings_everything_back_into_an_empty_place_only() {
    let desk = Desk::with(7);
    let store = desk.open();
    let file = desk.folder.path().join("friday.backup");
    store.backup(&file, &mut |_| {}).unwrap();
    let again = store.backup(&file, &mut |_| {});
    assert!(matches!(again, Err(StoreError::FileExists(_))));
    drop(store);

    let onto = Store::restore(&file, &desk.place, &passphrase(), &mut |_| {});
    assert!(matches!(onto, Err(StoreError::StoreExists(_))));

    let restored = desk.folder.path().join("restored");
    let other = Desk {
        folder: tempfile::tempdir().unwrap(),
        place: Place::at(&restored),
        confirmed: desk.confirmed.clone(),
    };
    let wrong = Passphrase::new("snow".into());
    let refused = Store::restore(&file, &other.place, &wrong, &mut |_| {});
    assert!(matches!(refused, Err(StoreError::WrongPassphrase { .. })));
    drop(Store::restore(&file, &other.place, &passphrase(), &mut |_| {}).unwrap());
    other.holds_everything();
    let report = other.check();
    assert!(report.is_sound(), "{report:?}");
}

#[test]
fn a_damaged_backup_is_refused_and_leaves_nothing_behind() {
    let desk = Desk::with(7);
    let file = desk.folder.path().join("friday.backup");
    desk.open().backup(&file, &mut |_| {}).unwrap();
    let whole = fs::read(&file).unwrap();
    let place = Place::at(desk.folder.path().join("restored"));
    let mut tries = 0;
    let mut refuse = |bytes: &[u8]| {
        let file = desk.folder.path().join(format!("try {tries}"));
        tries += 1;
        fs::write(&file, bytes).unwrap();
        let refused = Store::restore(&file, &place, &passphrase(), &mut |_| {});
        assert!(refused.is_err());
        assert!(!place.holds_store());
    };
    for part in 0..40 {
        let byte = part * (whole.len() - 1) / 39;
        let mut flipped = whole.clone();
        flipped[byte] ^= 1 << (part % 8);
        refuse(&flipped);
        refuse(&whole[..byte]);
    }
    refuse(&[&whole[..], b"x"].concat());
}

/// A key file whose first slot asks for another amount of work.
fn asking_for(key_file: &[u8], memory_kib: u32, passes: u32) -> Vec<u8> {
    // magic 8, format 4, checksum 32; number 16, count 8; length of the holder's name 8, the name, salt 16.
    let cost = 44 + 16 + 8 + 8 + "M Clarke".len() + 16;
    let mut file = key_file.to_vec();
    file[cost..cost + 4].copy_from_slice(&memory_kib.to_le_bytes());
    file[cost + 4..cost + 8].copy_from_slice(&passes.to_le_bytes());
    let mut sum = blake3::Hasher::new();
    sum.update(&file[8..12]).update(&file[44..]);
    file[12..44].copy_from_slice(sum.finalize().as_bytes());
    file
}

#[test]
fn a_key_file_or_backup_that_asks_for_absurd_work_is_refused_before_any_is_done() {
    let desk = Desk::with(1);
    let backup = desk.folder.path().join("friday.backup");
    desk.open().backup(&backup, &mut |_| {}).unwrap();
    let key_file = fs::read(desk.file("keys")).unwrap();
    let whole = fs::read(&backup).unwrap();
    // A minute and more of passes; 4 TiB of memory; none at all.
    for (memory_kib, passes) in [(64 << 10, 300), (u32::MAX, 1), (8, 0), (0, 1)] {
        let absurd = asking_for(&key_file, memory_kib, passes);
        for copy in ["keys", "log/keys"] {
            fs::write(desk.file(copy), &absurd).unwrap();
        }
        let refused = Store::open(&desk.place, &passphrase(), &mut |_| {});
        let said = refused.err().unwrap().to_string();
        assert!(said.contains("was not tried"), "{said}");

        let mut changed = whole.clone();
        changed[12..12 + absurd.len()].copy_from_slice(&absurd);
        let file = desk.folder.path().join("absurd.backup");
        fs::write(&file, changed).unwrap();
        let place = Place::at(desk.folder.path().join("restored"));
        let refused = Store::restore(&file, &place, &passphrase(), &mut |_| {});
        let said = refused.err().unwrap().to_string();
        assert!(said.contains("was not tried"), "{said}");
        assert!(!place.holds_store());
    }
    // One sound copy is enough.
    fs::write(desk.file("log/keys"), &key_file).unwrap();
    desk.holds_everything();
}

#[test]
fn a_backup_writes_over_nothing_and_through_no_link() {
    let desk = Desk::with(2);
    let store = desk.open();
    let folder = desk.folder.path();
    let (file, mine) = (folder.join("friday.backup"), folder.join("mine"));
    fs::write(folder.join("friday.part"), "my own").unwrap();
    store.backup(&file, &mut |_| {}).unwrap();
    assert_eq!(fs::read(folder.join("friday.part")).unwrap(), b"my own");

    fs::write(&mine, "my own").unwrap();
    for name in ["monday.part", "monday.backup.part", "tuesday.part"] {
        std::os::unix::fs::symlink(&mine, folder.join(name)).unwrap();
    }
    store
        .backup(&folder.join("monday.backup"), &mut |_| {})
        .unwrap();
    assert_eq!(fs::read(&mine).unwrap(), b"my own");

    // A link that leads nowhere is there too.
    let nowhere = folder.join("nowhere");
    std::os::unix::fs::symlink(&nowhere, folder.join("tuesday.backup")).unwrap();
    let refused = store.backup(&folder.join("tuesday.backup"), &mut |_| {});
    assert!(matches!(refused, Err(StoreError::FileExists(_))));
    assert!(!nowhere.exists());
    assert!(folder.join("tuesday.backup").is_symlink());

    let left = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    let left = left.filter(|file| file.file_type().unwrap().is_file());
    assert_eq!(left.count(), 4, "two backups and two files of one's own");
    let place = Place::at(folder.join("restored"));
    drop(Store::restore(&file, &place, &passphrase(), &mut |_| {}).unwrap());
}
