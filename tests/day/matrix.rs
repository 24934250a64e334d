//! The matrix on the screen: where a child stands, why, down to the entries and back, and decisions recorded there.

use crate::desk::Desk;

/// The demo's sample family, with Kuba looked at, in the matrix.
fn kuba() -> Desk {
    let mut desk = Desk::demo();
    desk.press("/")
        .type_text("kuba")
        .press("enter")
        .shows("O Orange 5m 28d");
    desk.press("enter 6")
        .shows("[6 Matrix]")
        .shows("Matrix · Kuba");
    desk
}

#[test]
fn the_matrix_at_every_size() {
    let mut desk = kuba();
    for (columns, rows) in [(80, 24), (120, 40), (200, 60), (60, 16)] {
        desk.at(columns, rows)
            .snapshot(&format!("matrix_{columns}x{rows}"));
    }
    desk.at(80, 24).ascii().snapshot("matrix_80x24_ascii");
}

#[test]
fn the_zone_is_told_in_letter_word_and_brackets() {
    kuba()
        .shows("[O Orange]")
        .shows("(minimal)")
        .shows("full 26 Nov 2026, in 3 days");
}

#[test]
fn every_line_answers_why_with_one_key_and_one_key_leads_back() {
    let mut desk = kuba();
    desk.at(120, 60);
    let mut asked = 0;
    for _ in 0..80 {
        desk.press("enter").shows("Why");
        asked += usize::from(!desk.screen().contains("Choose a line of the matrix"));
        desk.press("esc").shows("[6 Matrix]");
        desk.press("j");
    }
    assert!(asked > 30, "{asked}");
}

#[test]
fn from_a_decision_down_to_the_entries_that_are_its_evidence_and_back() {
    let mut desk = kuba();
    // The last line is the first decision; the ninth before it is the review after the lapse.
    desk.press("G").shows("13 Apr 2021");
    for _ in 0..6 {
        desk.press("k");
    }
    desk.press("z")
        .press("enter")
        .shows("Reviewed after the lapse of 12 and 13 October 2024");
    desk.shows("Indicated before it")
        .press("ctrl-d")
        .shows("A lapse does not start the");
    desk.press("G");
    let mut steps = 0;
    while !desk.screen().contains("▌  Entry shortly before it") && steps < 12 {
        desk.press("k");
        steps += 1;
    }
    desk.shows("Entry shortly before it");
    desk.press("enter")
        .shows("[3 Chronology]")
        .shows("Oct 2024");
    desk.press("esc").shows("[6 Matrix]").shows("Its evidence");
    desk.press("esc").shows("Matrix · Kuba");
}

#[test]
fn the_family_version_is_kind_and_plain() {
    let mut desk = kuba();
    desk.press("v")
        .shows("For the family")
        .shows("Where we are with Kuba: Orange")
        .does_not_show("risk of harm");
    desk.snapshot("matrix_family_80x24");
    desk.press("esc").shows("Matrix · Kuba");
}

#[test]
fn brothers_and_sisters_are_one_key_apart() {
    let mut desk = kuba();
    desk.press("c")
        .shows("Matrix · Wren")
        .shows("[Y Yellow]")
        .shows("9m  0d of six months");
    desk.press("c").shows("Matrix · Lowri");
    desk.press("c").shows("Matrix · Kuba");
}

#[test]
fn a_decision_is_recorded_and_moves_the_child_and_undo_takes_it_back() {
    let mut desk = kuba();
    desk.at(120, 60);
    desk.press("a")
        .shows("Add a zone decision")
        .shows("Orange stays");
    choose(&mut desk, "Zone decided", "red");
    desk.press("tab")
        .type_text("Nothing has changed in what Kuba carries.");
    desk.press("ctrl-s")
        .shows("The matrix indicates: Orange stays");
    desk.type_text("The limit is in three days, and waiting for it helps nobody.");
    desk.press("ctrl-s")
        .shows("Saved")
        .shows("[R Red]")
        .shows("Why: this decision");
    desk.shows("otherwise").shows("waiting for it helps");
    desk.press("u").shows("Taken back").shows("[O Orange]");
}

/// Goes to a field by its label and types what chooses.
fn choose(desk: &mut Desk, label: &str, words: &str) {
    for _ in 0..60 {
        let at = desk.line_with(label);
        if at.contains('▌') {
            break;
        }
        desk.press("tab");
    }
    desk.type_text(words);
}
