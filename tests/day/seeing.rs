//! What a screen says of what it does not show: that there is more of a list, and what its signs mean.

use super::chronology::{open, sample};
use super::desk::Desk;

#[test]
fn a_list_of_which_a_part_is_seen_says_so() {
    let mut desk = Desk::demo();
    desk.at(60, 16).shows(" more below");
    desk.press("G").shows(" more above").does_not_show("below");
    desk.at(80, 40).does_not_show(" more ");

    let mut desk = sample();
    desk.at(80, 24).press("2");
    assert!(desk.line_with("People ").ends_with(" more below ──"));
    desk.press("G");
    assert!(desk.line_with("People ").ends_with(" more above ──"));
    desk.at(200, 60);
    assert!(!desk.line_with("People ").contains(" more "));

    desk.at(80, 24).press("1 tab");
    assert!(desk.line_with("What is open").ends_with(" more below ──"));
    desk.press("G");
    assert!(desk.line_with("What is open").ends_with(" more above ──"));

    let mut desk = open("delaney");
    desk.at(80, 24).press("k tab");
    assert!(desk.line_with("▌──").ends_with(" more below ──"));
    desk.press("j");
    assert!(desk.line_with("▌──").ends_with(" more above and below ──"));
    desk.press("G");
    assert!(desk.line_with("▌──").ends_with(" more above ──"));
    desk.ascii().shows(" more above --");
}

#[test]
fn the_help_of_the_chronology_names_its_signs() {
    let mut desk = open("delaney");
    desk.at(80, 60).press("?");
    desk.shows("On its band: where a child")
        .shows("Beside its entries");
    assert!(desk.line_with("relatives, friends").contains('░'));
    assert!(desk.line_with("accounts differ").contains('≠'));
    desk.ascii().press("esc ?");
    assert!(
        desk.line_with("relatives, friends")
            .trim()
            .starts_with("- ")
    );
    desk.press("esc 2 ?").does_not_show("On its band");
}
