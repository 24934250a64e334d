//! The ecomap: what is around a child or the family, drawn and told, and changed from the keyboard.

use super::desk::Desk;

fn kuba() -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text("kuba").press("enter enter 2 E");
    desk
}

#[test]
fn the_ecomap_at_every_size() {
    let mut desk = kuba();
    desk.press("c c");
    desk.at(80, 24).snapshot("ecomap_80x24");
    desk.at(120, 40).snapshot("ecomap_120x40");
    desk.at(60, 16).snapshot("ecomap_60x16");
    desk.at(80, 24).ascii().snapshot("ecomap_80x24_ascii");
}
