//! The passphrase: asked for, refused in words, locked away by hand and by time, and back in the same place.

use super::desk::Desk;
use throughline::exchange::demo;
use throughline::store::{Cost, Passphrase, Place, Store};
use throughline::tui::clerk::{Clerk, IDLE_MINUTES};
use throughline::tui::effect::Msg;

const WORDS: &str = "a horse in the hall";

/// A desk before a sealed store with the demo's families.
pub fn sealed(idle_minutes: Option<&str>) -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path().join("store"));
    let passphrase = Passphrase::new(WORDS.to_owned());
    let store = Store::create(&place, &passphrase, "A Brennock", Cost::Cheap).unwrap();
    for change in demo::caseload().unwrap() {
        store.save(&change).unwrap();
    }
    if let Some(minutes) = idle_minutes {
        store.set_setting(IDLE_MINUTES, minutes).unwrap();
    }
    drop(store);
    (Desk::locked(Clerk::of_place(place)), folder)
}

pub fn open(desk: &mut Desk) {
    desk.type_text(WORDS).press("enter").shows("Caseload");
}

#[test]
fn the_passphrase_is_counted_and_never_shown() {
    let (mut desk, _folder) = sealed(None);
    desk.type_text("secret")
        .shows("Passphrase  ••••••")
        .does_not_show("secret");
    desk.press("backspace")
        .does_not_show("••••••")
        .shows("•••••");
    desk.press("esc").does_not_show("•");
    desk.paste("horse\n").shows("Passphrase  •••••");
    desk.press("ctrl-u")
        .does_not_show("•")
        .press("enter")
        .shows("Type the passphrase first");
    assert!(!format!("{:?}", desk.model).contains("horse"));
}

#[test]
fn a_wrong_passphrase_is_refused_in_words_and_the_right_one_opens() {
    let (mut desk, _folder) = sealed(None);
    desk.type_text("a horse")
        .press("enter")
        .shows("does not open this store")
        .shows("Nothing was changed");
    desk.does_not_show("•");
    open(&mut desk);
    desk.shows("A Brennock");
}

#[test]
fn locking_takes_the_case_off_the_screen_and_comes_back_to_it() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    desk.press("enter 3").shows("[3 Chronology]");
    let family = desk
        .model
        .case()
        .unwrap()
        .file
        .case
        .as_ref()
        .unwrap()
        .body
        .name
        .clone();
    desk.press("L")
        .shows("Locked")
        .does_not_show("kept as a draft")
        .does_not_show(&family)
        .does_not_show("Chronology");
    assert!(desk.model.case().is_none() && desk.model.caseload.cases.is_none());
    desk.type_text("wrong")
        .press("enter")
        .shows("does not open");
    desk.type_text(WORDS)
        .press("enter")
        .shows("[3 Chronology]")
        .shows(&family);
    desk.press("esc").shows("Caseload");
}

#[test]
fn what_is_typed_is_kept_when_the_screen_locks() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    desk.press("a").type_text("Fenwick").press("ctrl-l");
    desk.wait_minutes(10)
        .shows("Locked. What was being typed is kept as a draft.")
        .does_not_show("Fenwick");
    assert!(!format!("{:?}", desk.model).contains("Fenwick"));
    open(&mut desk);
    desk.press("d").shows("Fenwick");
}

#[test]
fn the_screen_locks_itself_after_the_minutes_that_were_set() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    desk.wait_minutes(9)
        .shows("Caseload")
        .press("j")
        .wait_minutes(9)
        .shows("Caseload");
    desk.wait_minutes(1).shows("Locked");

    let (mut desk, _folder) = sealed(Some("2"));
    open(&mut desk);
    desk.wait_minutes(1)
        .shows("Caseload")
        .wait_minutes(1)
        .shows("Locked");

    let (mut desk, _folder) = sealed(Some("0"));
    open(&mut desk);
    desk.wait_minutes(600).shows("Caseload");
    assert_eq!(desk.model.wake_at(), None);
}

#[test]
fn the_key_that_wakes_a_sleeping_computer_does_nothing_but_lock() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    desk.model.now += chrono::Duration::hours(3);
    desk.press("enter").shows("Locked").does_not_show("Board");
}

#[test]
fn a_caseload_without_a_passphrase_is_never_locked() {
    let mut desk = Desk::demo();
    desk.press("L")
        .shows("no passphrase")
        .wait_minutes(600)
        .shows("Caseload");
}

#[test]
fn midnight_brings_the_new_day_unless_a_day_was_asked_for() {
    let mut desk = Desk::demo();
    desk.wait_minutes(24 * 60).shows("Mon 23 Nov 2026");
    desk.model.today_is_fixed = false;
    assert!(desk.model.wake_at().unwrap() > desk.model.now - chrono::Duration::days(1));
    desk.tell(Msg::Clock).shows("Tue 24 Nov 2026");
    let wake = desk.model.wake_at().unwrap();
    assert!(wake > desk.model.now && wake - desk.model.now <= chrono::Duration::hours(25));
}
