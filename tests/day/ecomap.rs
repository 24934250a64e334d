//! The ecomap: what is around a child or the family, drawn and told, and changed from the keyboard; how people get on.

use super::desk::Desk;

/// The sample family's ecomap; it begins with the family as a whole in the middle.
fn sample() -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text("kuba").press("enter enter 2 E");
    desk
}

/// The same with Kuba in the middle.
fn kuba() -> Desk {
    let mut desk = sample();
    desk.press("c c");
    desk
}

#[test]
fn the_ecomap_at_every_size() {
    let mut desk = kuba();
    desk.at(80, 24).snapshot("ecomap_80x24");
    desk.at(120, 40).snapshot("ecomap_120x40");
    desk.at(60, 16).snapshot("ecomap_60x16");
    desk.at(80, 24).ascii().snapshot("ecomap_80x24_ascii");
    for (columns, rows) in [(1, 1), (20, 5), (59, 15), (61, 17), (110, 16), (300, 90)] {
        desk.at(columns, rows).press("j tab j enter z tab k z c");
    }
}

#[test]
fn the_next_in_the_middle_comes_round_to_the_family() {
    let mut desk = sample();
    desk.shows("Ecomap · The family")
        .shows("Neighbours at Tanner");
    desk.press("c")
        .shows("Ecomap · Lowri")
        .shows("The orchestra");
    desk.press("c")
        .shows("Ecomap · Kuba")
        .shows("Mr Obuya at school");
    desk.press("c")
        .shows("Nothing around Wren is recorded yet; a adds what is there.");
    desk.shows("Also in the record")
        .shows("Nerys Prosser (trusted adult)");
    desk.press("c").shows("Ecomap · Siân").shows("∿");
    desk.press("tab G")
        .shows("Evening cleaning job: tenuous, with stress; takes from them; 2021 to Aug");
    desk.press("c").shows("Ecomap · The family");
}

#[test]
fn what_is_chosen_is_told_and_leads_to_what_shows_it_and_back() {
    let mut desk = kuba();
    desk.shows("Nain · informal")
        .shows("Rings at seven each morning");
    desk.press("right").shows("Mr Obuya at school · formal");
    desk.press("left").shows("Nain · informal");
    desk.press("j")
        .shows("Yvonne and Delroy Marchbank · informal");
    desk.press("G")
        .shows("Aoife Brennock, social worker · formal");
    desk.press("g g enter")
        .shows("20 Jun 2026: Nineteen people");
    desk.press("enter")
        .shows("[3 Chronology]")
        .shows("Family group conference");
    desk.press("esc").shows("[2 Family]").shows("Ecomap · Kuba");
}

#[test]
fn a_connection_is_added_changed_removed_and_comes_back() {
    let mut desk = kuba();
    desk.at(120, 40).press("a").shows("Add a connection");
    desk.press("ctrl-s")
        .shows("Write who or what they are connected with");
    desk.type_text("Chess club").press("ctrl-s");
    desk.shows("Choose whether it is informal or formal.");
    desk.type_text("inf").press("ctrl-s");
    desk.shows("Choose how strong it is, as they see it");
    desk.type_text("ten")
        .press("ctrl-s")
        .shows("Saved: add a connection");
    desk.shows("(Chess club )┄").shows("10 connections");
    desk.shows("Chess club · informal").press("e");
    desk.shows("Change a connection")
        .press("tab tab tab tab")
        .type_text("str");
    desk.press("ctrl-s")
        .shows("Chess club )═")
        .shows("Chess club · informal");
    desk.press("x")
        .shows("Saved: remove a connection")
        .shows("9 connections");
    desk.press("u")
        .shows("10 connections")
        .shows("Chess club )═");
}

#[test]
fn nobody_is_connected_with_themselves_and_nothing_ends_before_it_begins() {
    let mut desk = kuba();
    desk.at(120, 40)
        .press("a")
        .press("tab tab")
        .type_text("jakub")
        .press("ctrl-s");
    desk.shows("This is the person in the middle.");
    desk.press("ctrl-x ctrl-x H").shows("Add a household");
    desk.type_text("Tanner Court")
        .press("tab")
        .type_text("siân")
        .press("tab");
    desk.type_text("Aug 2024")
        .press("tab")
        .type_text("2023")
        .press("ctrl-s");
    desk.shows("This is before the day it began.");
}

#[test]
fn an_emotional_line_is_added_and_harm_says_who_reports_it() {
    let mut desk = Desk::demo();
    desk.at(120, 40)
        .press("/")
        .type_text("delaney")
        .press("enter enter 2 t");
    desk.shows("Add an emotional line")
        .shows("How two people get on");
    desk.press("ctrl-s").shows("Choose the other person.");
    desk.type_text("kai")
        .press("ctrl-s")
        .shows("Both are the same person.");
    desk.press("up")
        .type_text("has phys")
        .press("tab")
        .type_text("jess")
        .press("ctrl-s");
    desk.shows("Write who says so: harm is recorded as somebody's account");
    desk.type_text("Kai, to school")
        .press("ctrl-s")
        .shows("Saved: add an emotional line");
    desk.shows("How they get on")
        .shows("seen so by Kai, to school");
    desk.press("u").does_not_show("How they get on");
}

#[test]
fn a_line_is_removed_from_the_list_and_its_people_stay() {
    let mut desk = Desk::demo();
    desk.at(120, 40)
        .press("/")
        .type_text("sharma")
        .press("enter enter 2");
    desk.shows("Close to Vikram Sharma (seen so by both of them)")
        .press("tab");
    while !desk.screen().contains("▌Close to Vikram") {
        desk.press("j");
    }
    desk.press("x").shows("Saved: remove from the family");
    desk.does_not_show("Close to Vikram Sharma")
        .shows("Mia Sharma");
    desk.press("u").shows("Close to Mia Sharma");
}
