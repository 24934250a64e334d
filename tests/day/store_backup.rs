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
