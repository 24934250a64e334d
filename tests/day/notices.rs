//! What must be read: a page over the screen that stays until it is closed.

use super::desk::Desk;
use super::forms::{add, chronology, entry, file};
use super::{store_desk, terminal};
use throughline::record::*;
use throughline::store::Draft;
use throughline::tui::clerk::Clerk;
use throughline::tui::effect::{Answer, Effect};

const LOST: &str = "save 6 is lost";

/// A store whose last save cannot be read any more, and which has lost its index.
fn damaged() -> store_desk::Desk {
    let store = store_desk::Desk::with(6);
    let log = store_desk::log_file(&store);
    let whole = std::fs::read(&log).unwrap();
    std::fs::write(log, &whole[..whole.len() - 1]).unwrap();
    std::fs::remove_dir_all(store.file("index")).unwrap();
    store
}

/// The words on the screen, as they are read from line to line.
fn words(desk: &Desk) -> String {
    let screen = desk.screen();
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn lost_saves_are_told_in_full_until_the_page_is_closed() {
    let store = damaged();
    let mut desk = Desk::locked(Clerk::of_place(store.place.clone()));
    desk.at(80, 24)
        .type_text("rain on the Teifi")
        .press("enter");
    for _ in 0..2 {
        assert!(words(&desk).contains(LOST), "{}", desk.screen());
        assert!(words(&desk).contains("Compare with your last backup."));
        desk.press("j enter q").type_text("ax");
    }
    desk.press("esc").shows("Caseload").does_not_show("lost");
}

#[test]
fn what_the_store_says_and_a_draft_that_waits_are_both_read() {
    let store = store_desk::Desk::with(1);
    let draft = Draft {
        id: Mint::seeded(3).next_id(),
        case: None,
        kind: "case".to_owned(),
        fields: vec![("name".to_owned(), "Fenwick".to_owned())],
        written_at: chrono::DateTime::default(),
    };
    store.open().put_draft(&draft).unwrap();
    std::fs::write(store.file("log/keys"), "lost").unwrap();
    let mut desk = Desk::locked(Clerk::of_place(store.place.clone()));
    desk.at(80, 24)
        .type_text("rain on the Teifi")
        .press("enter");
    assert!(words(&desk).contains("key file"));
    desk.press("esc").shows("1 draft waits");
}

#[test]
fn what_was_not_saved_by_a_command_is_told_on_a_page() {
    let mut desk = chronology();
    add(&mut desk, "The first.");
    let first = entry(&desk, "The first.").unwrap().clone();
    let put = Write::Put(first.id(), Box::new(Body::Entry(first.body.clone())));
    let now = desk.model.now;
    let change = Change::of(
        file(&desk),
        first.meta.case,
        "J Singh",
        "change an entry",
        now,
        vec![put],
    );
    desk.somebody_else_saves(change);
    desk.press("x k j");
    assert!(words(&desk).contains("Nothing was written and your text is kept"));
    desk.press("esc").shows("The first.");
}

#[test]
fn a_full_disk_is_a_page_once_and_then_lets_somebody_write_on() {
    let mut desk = chronology();
    desk.press("a tab").type_text("Half a sent");
    let full = || Answer::Fault("The disk is full: 3 KiB are free.".into());
    desk.told(Effect::LoadDrafts, full())
        .shows("The disk is full")
        .does_not_show("Half a sent");
    desk.press("esc").shows("Half a sent");
    desk.told(Effect::LoadDrafts, full())
        .type_text("ence")
        .shows("Half a sentence");
}

#[test]
fn a_save_that_failed_behind_a_lock_is_told_without_the_case() {
    let (mut desk, _folder) = super::lock::sealed(None);
    super::lock::open(&mut desk);
    // Nothing cites an entry that was just written, so it can be removed.
    desk.press("enter 3 a")
        .type_text("23/11/26")
        .press("tab")
        .type_text("A visit.")
        .press("ctrl-s")
        .shows("Saved: add an entry");
    desk.hold().press("x L");
    desk.fail_held("The disk is full.").release();
    desk.shows("The disk is full.")
        .does_not_show("Chronology")
        .press("esc")
        .shows("Locked");
}

#[test]
fn lost_saves_are_a_line_in_the_log() {
    let store = damaged();
    let state = tempfile::tempdir().unwrap();
    let mut terminal = terminal::Start::store(store.place.folder())
        .env("XDG_STATE_HOME", state.path().to_str().unwrap())
        .open();
    terminal.wait_for("Passphrase").send("rain on the Teifi\r");
    terminal
        .wait_for("Compare with your last backup")
        .send("\x1b");
    terminal.wait_for("1 family").hang_up();
    terminal.ends();
    let log = state.path().join("throughline/throughline.log");
    let log = std::fs::read_to_string(log).unwrap();
    assert!(
        log.contains(LOST) && !log.contains("Family at save"),
        "{log}"
    );
}
