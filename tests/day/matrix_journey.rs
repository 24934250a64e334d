//! The matrix in a real terminal: files brought in on the command line, a zone read, asked why down to an entry and back,
//! a decision recorded, and all of it found again the next time.

use super::import_typed::{PASSPHRASE, TypingDesk, said};
use super::terminal::Start;

/// The sample family in a sealed store, with its decisions and findings.
fn filled() -> TypingDesk {
    let desk = TypingDesk::with_store();
    let files = ["social-care.csv", "school.csv", "police.csv"];
    assert!(desk.import(&files, &[]).status.success());
    for (what, file) in [("zones", "zones.csv"), ("factors", "factors.csv")] {
        let output = desk.import_table(what, file, &[]);
        assert!(output.status.success(), "{}", said(&output));
    }
    desk
}

fn the_matrix_is_read_asked_and_decided(more: &[&str], on: impl Fn(Start) -> Start) {
    let desk = filled();
    let store = desk.path("store");
    let mut args = vec!["--store", store.to_str().unwrap(), "--today", "2026-11-23"];
    args.extend(more);
    let mut terminal = on(Start::with(&args)).open();
    terminal
        .wait_for("Passphrase")
        .send(PASSPHRASE)
        .press("enter");
    terminal.wait_for("O Orange 5m 28d").wait_for("Orange: 3d");
    // The caseload leads to the child who needs somebody first; the matrix says where Kuba stands, without colour.
    terminal.press("enter").wait_for("[1 Board]").press("6");
    terminal
        .wait_for("[O Orange]")
        .wait_for("(minimal)")
        .wait_for("full 26 Nov 2026, in 3 days");
    // From the first decision down to an entry of the chronology, and back to the same place.
    terminal
        .press("G")
        .wait_for("13 Apr 2021: O Orange")
        .press("enter z G k");
    terminal
        .wait_for("shortly before it")
        .press("enter")
        .wait_for("[3 Chronology]");
    terminal
        .press("esc")
        .wait_for("[6 Matrix]")
        .wait_for("shortly before it");
    terminal.press("z esc");
    // A decision, in the form: otherwise than indicated asks why, and is saved with the reason.
    terminal
        .press("a")
        .wait_for("Zone decided")
        .press("tab tab");
    terminal
        .send("red")
        .press("tab")
        .send("The limit is near and what Kuba carries is the same.");
    terminal
        .press("ctrl-s")
        .wait_for("People decide, also otherwise");
    terminal
        .send("Three more days of waiting help nobody.")
        .press("ctrl-s");
    terminal
        .wait_for("23 Nov 2026: R Red")
        .wait_for("takes it back");
    terminal
        .press("esc esc q q")
        .wait_for("Caseload")
        .press("ctrl-c");
    assert_eq!(terminal.ends(), 0);
    // It is on the disk, and read back by the other face.
    let shown = said(&desk.run(&["show", "Prosser", "matrix"]));
    assert!(shown.contains("Orange to Red (otherwise)"), "{shown}");
    assert!(shown.contains("Three more days of waiting help nobody."));
    let family = said(&desk.run(&["show", "Prosser", "matrix-for-family"]));
    assert!(family.contains("Where we are with Kuba: Red"), "{family}");
    assert!(said(&desk.run(&["check"])).contains("All is whole"));
}

#[test]
fn the_matrix_on_a_small_screen_without_colour() {
    the_matrix_is_read_asked_and_decided(&[], |start| start.env("NO_COLOR", "1"));
}

#[test]
fn the_matrix_on_a_large_screen() {
    the_matrix_is_read_asked_and_decided(&[], |start| start.size(120, 40));
}

#[test]
fn the_matrix_without_unicode() {
    the_matrix_is_read_asked_and_decided(&["--ascii"], |start| start.env("LC_ALL", "C"));
}
