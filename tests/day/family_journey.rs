//! The family's views in a real terminal at 80x24, without colour and with ASCII only: walking along kin, a baby who is
//! expected added and drawn, the family seen from somebody else, the ecomap, the relationships that last.

use super::terminal::{Start, Terminal};

fn walks_along_kin(terminal: &mut Terminal) {
    terminal
        .press("2 N")
        .wait_for("Genogram - from Kuba - 11 people")
        .wait_for(">[[Kuba 9]]")
        .press("right")
        .wait_for(">(Wren 6)")
        .press("left up")
        .wait_for(">(Siân 34)")
        .press("space")
        .wait_for("3 folded away")
        .press("space")
        .wait_gone("folded away");
}

fn adds_a_baby_who_is_expected(terminal: &mut Terminal) {
    terminal
        .press("a")
        .wait_for("Add a person")
        .send("Baby")
        .press("tab tab tab tab")
        .send("1 mar 2027")
        .press("ctrl-s")
        .wait_for("takes it back");
    // Nobody is recorded as a parent yet, so the bond comes next; the baby is chosen already.
    terminal
        .press("b")
        .wait_for("This person")
        .send("sian")
        .press("tab")
        .send("parent")
        .press("tab tab")
        .send("baby")
        .press("ctrl-s")
        .wait_for("takes it back")
        .press("N")
        .wait_for("/\\ Baby")
        .wait_for("due 1 Mar 2027");
}

#[test]
fn the_family_in_a_terminal_by_keyboard_alone() {
    let mut terminal = Start::with(&["--ascii", "demo"])
        .env("NO_COLOR", "1")
        .open();
    terminal
        .wait_for("families")
        .press("/")
        .send("kuba")
        .press("enter enter");
    terminal.wait_for("[1 Board]");
    walks_along_kin(&mut terminal);
    adds_a_baby_who_is_expected(&mut terminal);
    terminal
        .press("v")
        .wait_for("Ecomap")
        .press("R")
        .wait_for("Who is there")
        .press("m")
        .wait_for("loving and safe");
}
