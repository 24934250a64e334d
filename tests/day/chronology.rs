//! Reading a chronology: the band, the list, an entry in full, filters, lengths, jumps, an earlier day.

use super::desk::Desk;

/// The demo's family whose name holds these words, on its chronology.
fn open(family: &str) -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text(family).press("enter enter 3");
    desk.shows("[3 Chronology]");
    desk
}

#[test]
fn the_band_the_list_and_the_chosen_entry_stand_on_one_screen() {
    let mut desk = open("delaney");
    desk.at(80, 24)
        .shows("Kai · 15 entries")
        .shows("▒With parents▒█Foster care");
    desk.shows("┌s20─┐┌ICO").shows("What happened");
    // The latest entry is chosen, with its day marked on the band and told below.
    assert!(desk.line_with("▌").contains("2 Nov 2026"));
    desk.shows("▼").shows("Family time centre (Family time)");
    desk.press("k").shows("Turning point");
    assert!(desk.line_with("▌").contains("31 Oct 2026"));
    desk.press("g g");
    assert!(
        desk.line_with("▌").contains("unborn"),
        "the entry is from before the birth"
    );
}

#[test]
fn enter_gives_the_screen_to_the_entry_and_esc_gives_it_back() {
    let mut desk = open("delaney");
    desk.at(80, 24).press("enter").does_not_show("Who told");
    desk.shows("What we make of it")
        .shows("Why no action")
        .shows("Not written yet:")
        .shows("Recorded by");
    desk.press("esc")
        .shows("Who told")
        .press("z")
        .does_not_show("law ")
        .shows("Who told");
    desk.press("z").shows("law ");
}

#[test]
fn three_lengths_follow_each_other() {
    let mut desk = open("delaney");
    desk.at(80, 24).press("v").shows("key events · 9 of 15");
    desk.press("v").shows("the story in one page");
    desk.shows("Kai, 5 months: lives with Winsome and Grace Adeyemi (foster care) since 21 Aug");
    desk.press("v").shows("Kai · 15 entries");
}
