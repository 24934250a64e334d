//! Private notes on the screen: a book made, notes written and put right, closed and locked away, and nothing of them left.

use super::desk::Desk;
use throughline::exchange::demo;
use throughline::store::{Cost, Passphrase, Place, Store};
use throughline::tui::clerk::Clerk;
use throughline::tui::keymap::Keymap;

const STORE: &str = "a horse in the hall";
const BOOK: &str = "hail on the Rhinogs";
const APART: &str = "Kept apart from every case.";

/// A sealed store of the demo's families, open on the caseload.
fn sealed() -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path().join("store"));
    let passphrase = Passphrase::new(STORE.to_owned());
    let store = Store::create(&place, &passphrase, "M Tidewell", Cost::Cheap).unwrap();
    store.save_together(&demo::caseload().unwrap()).unwrap();
    drop(store);
    let mut desk = Desk::locked(Clerk::of_place(place));
    desk.type_text(STORE).press("enter").shows("Caseload");
    (desk, folder)
}

/// Makes the book of a worker.
fn make(desk: &mut Desk) {
    desk.press("ctrl-y").shows(APART).shows("Whose book?");
    desk.type_text("Ffion Garthwaite\n")
        .shows("has no book yet")
        .type_text(BOOK)
        .shows("•••")
        .does_not_show("hail")
        .press("enter")
        .shows("The same passphrase again");
    desk.type_text(BOOK)
        .press("enter")
        .shows("Book of Ffion Garthwaite. Slots: M Tidewell.")
        .shows("No note yet");
}

fn open(desk: &mut Desk) {
    desk.press("ctrl-y enter")
        .shows("The passphrase of the book of Ffion Garthwaite");
    desk.type_text(BOOK)
        .press("enter")
        .shows("Slots: M Tidewell");
}

#[test]
fn a_book_is_made_a_note_written_read_and_put_right() {
    let (mut desk, _folder) = sealed();
    make(&mut desk);
    desk.press("a")
        .shows("How are you, before anything else?")
        .shows(APART);
    desk.type_text("Worn out since the hearing")
        .press("tab tab")
        .shows("running empty: sleep")
        .type_text("Sleepless")
        .press("ctrl-s")
        .shows("Saved in this book, on the disk.")
        .shows("23 Nov 2026  with M Tidewell  Worn out since the hearing");
    desk.press("enter")
        .shows("Signs of burning out")
        .shows("Sleepless")
        .shows("Written by M Tidewell.");
    desk.press("e").shows("Worn out").type_text(", tired");
    desk.press("ctrl-s")
        .press("enter")
        .shows("hearing, tired")
        .shows("revision 2");
    desk.press("esc")
        .shows("Slots:")
        .press("esc")
        .does_not_show(APART);
    open(&mut desk);
    desk.shows("Worn out since the hearing, tired");
}

#[test]
fn a_wrong_passphrase_is_refused_and_a_mistyped_new_one_is_asked_for_anew() {
    let (mut desk, _folder) = sealed();
    desk.press("ctrl-y").type_text("Ffion Garthwaite\n");
    desk.type_text("one\n")
        .type_text("two\n")
        .shows("not the same");
    desk.press("enter")
        .shows("Type the passphrase first")
        .press("esc esc");
    make(&mut desk);
    desk.press("esc ctrl-y enter")
        .type_text("sun\n")
        .shows("does not open this book");
    desk.does_not_show("•")
        .type_text(BOOK)
        .press("enter")
        .shows("Slots:");
}

#[test]
fn what_is_begun_and_left_waits_in_the_book_and_not_among_the_drafts_of_cases() {
    let (mut desk, _folder) = sealed();
    make(&mut desk);
    desk.press("a").type_text("Dread of the phone").press("esc");
    desk.shows("Kept as a draft in this book")
        .shows("begun and not saved");
    assert!(desk.model.drafts.is_empty());
    desk.press("esc d").shows("There are no drafts");
    open(&mut desk);
    desk.shows("begun and not saved")
        .press("a")
        .shows("Dread of the phone");
    desk.press("ctrl-x ctrl-x")
        .shows("Thrown away")
        .shows("No note yet");
    desk.press("esc");
    open(&mut desk);
    desk.does_not_show("begun and not saved");
}

#[test]
fn left_alone_the_screen_locks_and_the_book_needs_its_own_passphrase_again() {
    let (mut desk, _folder) = sealed();
    make(&mut desk);
    desk.press("a").type_text("Dread of the phone");
    desk.wait_minutes(11).shows("Locked").does_not_show("Dread");
    let everything = format!("{:?}", desk.model);
    assert!(!everything.contains("Dread") && !everything.contains("Garthwaite"));
    desk.press("ctrl-y").does_not_show(APART);
    desk.press("ctrl-u")
        .type_text(STORE)
        .press("enter")
        .shows("Caseload");
    assert!(desk.model.drafts.is_empty());
    open(&mut desk);
    desk.press("a").shows("Dread of the phone");
}

#[test]
fn nothing_of_a_case_is_reached_or_named_from_a_book_and_nothing_of_it_is_printed() {
    let mut desk = Desk::demo();
    desk.type_text("/Prosser\n").press("enter");
    let before = desk.model.done.len();
    make_in_memory(&mut desk);
    desk.does_not_show("Prosser")
        .press("u")
        .shows("Close the private notes first");
    desk.press("ctrl-f").shows("Close the private notes first");
    desk.press("a").type_text("Sleepless");
    assert!(!format!("{:?}", desk.model).contains("Sleepless"));
    desk.press("ctrl-e").shows("given to no other program");
    desk.press("ctrl-s").shows("Saved in this book");
    assert!(!format!("{:?}", desk.model).contains("Sleepless"));
    assert_eq!(desk.model.done.len(), before, "nothing to undo in the case");
    desk.press("esc").shows("Prosser");
    desk.press("esc ctrl-f")
        .type_text("Sleepless")
        .does_not_show("Garthwaite");
    desk.shows("othing");
}

fn make_in_memory(desk: &mut Desk) {
    desk.press("ctrl-y ctrl-u").type_text("Ffion Garthwaite\n");
    desk.type_text(BOOK)
        .press("enter")
        .type_text(BOOK)
        .press("enter");
    desk.shows("No note yet");
}

#[test]
fn it_stands_on_small_screens_and_without_signs() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        for ascii in [false, true] {
            let mut desk = Desk::demo();
            desk.at(columns, rows);
            if ascii {
                desk.ascii();
            }
            desk.press("ctrl-y").shows(APART).shows("can read it.");
            desk.press("ctrl-u")
                .type_text("Ffion Garthwaite\n")
                .type_text(BOOK);
            desk.shows(if ascii { "***" } else { "•••" });
            desk.press("enter")
                .type_text(BOOK)
                .press("enter")
                .press("a");
            desk.type_text(&"Long and weary. ".repeat(30))
                .shows("can read it.");
            for _ in 0..13 {
                desk.press("tab");
                let (_, caret) = desk.frame();
                assert!(caret.is_some(), "{columns}x{rows}: {}", desk.screen());
            }
            desk.press("ctrl-s")
                .shows("Saved")
                .press("enter")
                .press("j j k G")
                .shows(APART);
            let wide = desk
                .frame()
                .0
                .iter()
                .any(|line| line.chars().count() > columns.into());
            assert!(!wide);
            assert!(!ascii || desk.screen().is_ascii(), "{}", desk.screen());
        }
    }
}

#[test]
fn its_key_is_free_in_every_keymap() {
    for name in ["default", "vim", "emacs"] {
        let mut desk = Desk::demo();
        desk.model.keymap = Keymap::built_in(name).unwrap().unwrap();
        desk.press("ctrl-y").shows(APART);
    }
}

#[test]
fn while_others_look_at_the_screen_no_book_is_opened() {
    let mut desk = Desk::demo();
    desk.model.presenting = true;
    desk.press("ctrl-y").does_not_show(APART);
    desk.press("esc :")
        .type_text("private-notes\n")
        .does_not_show(APART);
    desk.model.presenting = false;
    desk.press("ctrl-y").shows(APART);
}
