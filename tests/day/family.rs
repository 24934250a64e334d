//! The family pane: everybody, and where the children lived.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;

fn family(name: &str) -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text(name).press("enter enter 2");
    desk
}

#[test]
fn the_family_at_every_size() {
    keep_at_all_sizes(&mut family("delaney"), "family");
}

#[test]
fn the_person_follows_the_list_and_scrolls_by_itself() {
    let mut desk = family("delaney");
    desk.shows("Kai Delaney")
        .press("j j")
        .shows("known as Jess");
    desk.press("tab j j")
        .press("tab k k")
        .shows("Where they lived");
}
