//! The board: what a duty worker needs in a minute.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;

fn opened(family: &str) -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text(family).press("enter enter");
    desk
}

#[test]
fn the_board_at_every_size() {
    keep_at_all_sizes(&mut opened("delaney"), "board");
}

#[test]
fn tab_goes_from_part_to_part_and_z_gives_one_the_whole_screen() {
    let mut desk = opened("delaney");
    desk.shows("Who and where").shows("Written lately");
    desk.press("tab z")
        .shows("What is open")
        .does_not_show("Written lately");
    desk.press("tab")
        .shows("The story and the latest · ")
        .does_not_show("What is open");
    desk.press("z")
        .shows("Written lately")
        .shows("Who and where");
}

#[test]
fn enter_on_a_child_goes_to_the_family_and_on_an_entry_to_the_chronology() {
    let mut desk = opened("delaney");
    desk.press("enter")
        .shows("[2 Family]")
        .shows("Where they lived");
    desk.press("1 tab tab enter").shows("[3 Chronology]");
}
