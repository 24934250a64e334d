//! Writing into forms: records added and changed by keyboard alone, drafts that survive, changes taken back.

use super::desk::Desk;

#[test]
fn a_form_opens() {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("enter 3 a");
    desk.type_text("3 nov")
        .press("tab")
        .type_text("Kuba read to his class.\nHe was proud.");
    desk.press("tab tab");
    desk.press("tab").type_text("sia");
    desk.press("tab tab tab tab");
    desk.at(120, 40);
    desk.press("ctrl-s");
}
