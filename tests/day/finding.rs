//! Searching a case and the caseload from the keyboard.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;

#[test]
fn a_case_is_searched_letter_by_letter_and_enter_goes_to_the_entry() {
    let mut desk = Desk::demo();
    desk.press("/")
        .type_text("prosser")
        .press("enter enter 2 f")
        .type_text("tablets");
    desk.shows("found").shows("count Mam");
    keep_at_all_sizes(&mut desk, "search_case");
    desk.at(80, 24)
        .press("down enter")
        .shows("[3 Chronology]")
        .does_not_show("found");
}

#[test]
fn esc_goes_back_to_the_place_one_was_in() {
    let mut desk = Desk::demo();
    desk.press("/")
        .type_text("prosser")
        .press("enter enter 2 j j");
    let before = desk.screen();
    desk.press("f")
        .type_text("violin")
        .shows("found")
        .press("esc");
    assert_eq!(desk.screen(), before);
}

#[test]
fn the_caseload_is_searched_without_accents_and_the_case_opens_at_the_find() {
    let mut desk = Desk::demo();
    desk.press("ctrl-f")
        .type_text("dabek")
        .shows("families")
        .shows("Lowri Dąbek");
    desk.press("esc ctrl-f").shows("dabek");
    desk.press("ctrl-u")
        .type_text("matrix meeting resilience absent");
    desk.shows("1 found in 1 family")
        .press("enter")
        .shows("Delaney ›")
        .shows("[3 Chronology]");
    desk.press("ctrl-f ctrl-u")
        .type_text("zzz")
        .shows("Nothing found")
        .press("enter")
        .shows("Nothing found");
}

#[test]
fn words_searched_for_before_are_offered_and_give_way_to_the_first_letter() {
    let mut desk = Desk::demo();
    desk.at(80, 24)
        .press("/")
        .type_text("prosser")
        .press("enter enter f");
    desk.type_text("violin").press("esc ctrl-f");
    assert!(
        desk.line_with("search every case:")
            .contains("every case:  ")
    );
    desk.type_text("paweł").press("esc f");
    desk.shows("search this case: violin ").type_text("Pa");
    desk.shows("search this case: Pa ").press("esc ctrl-f");
    desk.shows("search every case: paweł ")
        .press("left")
        .type_text("e");
    desk.shows("search every case: paweeł").press("esc ctrl-f");
    desk.press("backspace").shows("search every case: pawee");
}

#[test]
fn a_line_being_typed_says_which_keys_take_and_leave_it() {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/");
    let line = desk.line_with("filter:");
    assert!(line.ends_with("enter use   esc leave"), "{line}");
    desk.press("esc ctrl-f").type_text("violin");
    let line = desk.line_with("search every case: violin");
    assert!(line.ends_with("enter go there   esc leave"), "{line}");
    desk.type_text(&" and more".repeat(9))
        .does_not_show("go there");
}
