//! A whole day in a real terminal, on terminals of every kind: open, import, read, filter, add, edit, undo, leave, and
//! find it all again.

use super::line::{sealed_store, unlock};
use super::terminal::{Start, Terminal};
use std::path::Path;
use throughline::store::{Place, Store};

fn sample(name: &str) -> String {
    format!("{}/tests/samples/{name}.csv", env!("CARGO_MANIFEST_DIR"))
}

fn bring_the_sample_family_in(terminal: &mut Terminal) {
    let files = [
        "social-care",
        "health-visitor",
        "school",
        "police",
        "contact-centre",
    ];
    let files: Vec<String> = files.iter().map(|name| sample(name)).collect();
    terminal
        .press("i")
        .wait_for("Bring files in")
        .send("Prosser and Dabek")
        .press("tab")
        .send(&files.join(" "))
        .press("tab")
        .wait_for("a table of people")
        .send(&sample("people"))
        .press("tab")
        .wait_for("a table of where the children lived")
        .send(&sample("placements"))
        .wait_for("placements.csv")
        .press("ctrl-s")
        .wait_for("nothing is written yet")
        .wait_for("31 entries")
        .press("a")
        .wait_for("Lowri")
        .wait_for("u takes it back");
}

/// A day on this terminal. What is drawn beyond words (bands, rules, signs) is no part of it.
fn a_day(start: impl Fn(&Path) -> Start) {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    sealed_store(&store);

    let mut terminal = start(&store).open();
    unlock(&mut terminal).wait_for("There are no families here yet");
    bring_the_sample_family_in(&mut terminal);

    // Read: the last entry stands first to hand, the first one at the other end, the story in one page.
    terminal
        .press("3")
        .wait_for("161 entries")
        .wait_for("He came to tell us");
    terminal.press("g g").wait_for("27 Jun 2014");
    terminal.press("v v").wait_for("the story in one page");
    terminal.press("v").wait_for("161 entries");

    // Filter.
    terminal.press("/").send("police").wait_for("of 161");
    terminal.press("enter C").wait_for("161 entries");

    // Add, change, take back, do again.
    terminal
        .press("a")
        .wait_for("Add an entry")
        .send("yesterday")
        .wait_for("Sunday 22 November 2026")
        .press("tab")
        .send("Kuba told Nain about his badge.")
        .press("tab tab")
        .send("Kuba")
        .wait_for("find: Kuba")
        .press("ctrl-s")
        .wait_for("162 entries")
        .wait_for("22 Nov 2026");
    terminal
        .press("e")
        .wait_for("Change an entry")
        .press("tab")
        .send(" She cried, happily.")
        .press("ctrl-s")
        .wait_for("Saved: change an entry")
        .wait_for("happily.");
    terminal
        .press("u")
        .wait_for("Taken back")
        .wait_gone("happily.");
    terminal
        .press("U")
        .wait_for("Done again")
        .wait_for("happily.");

    // Leave, and find it again on another day.
    terminal.press("q").wait_for("Caseload");
    terminal.press("ctrl-c");
    assert_eq!(terminal.ends(), 0);
    let mut terminal = start(&store).open();
    unlock(&mut terminal)
        .wait_for("Lowri")
        .press("enter")
        .wait_for("3 Chron")
        .press("3")
        .wait_for("162 entries")
        .press("/")
        .send("badge")
        .wait_for("1 of 162")
        .wait_for("happily.")
        .press("enter ctrl-c");
    assert_eq!(terminal.ends(), 0);

    let report = Store::check(&Place::at(&store), &super::line::passphrase(), &mut |_| {});
    let report = report.unwrap();
    assert!(report.is_sound(), "{report:?}");
}

fn on_the_day(store: &Path) -> Start {
    let store = store.to_str().unwrap();
    Start::with(&["--store", store, "--today", "2026-11-23"])
}

#[test]
fn a_day_on_a_small_screen() {
    a_day(on_the_day);
}

#[test]
fn a_day_on_a_large_screen() {
    a_day(|store| on_the_day(store).size(120, 40));
}

#[test]
fn a_day_with_sixteen_colours() {
    a_day(|store| on_the_day(store).env("TERM", "xterm"));
}

#[test]
fn a_day_without_colour() {
    a_day(|store| on_the_day(store).env("NO_COLOR", "1"));
}

#[test]
fn a_day_without_unicode() {
    let ascii = |store: &Path| {
        let store = store.to_str().unwrap();
        Start::with(&["--store", store, "--today", "2026-11-23", "--ascii"])
    };
    a_day(|store| ascii(store).env("LC_ALL", "C"));
}
