//! The caseload: who stands first and why, sorted, filtered, opened.

use super::desk::Desk;
use throughline::tui::effect::{Answer, Msg};

/// The sizes at which every screen is kept.
pub const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// Keeps a screen at every size, and with plain letters at 80x24.
pub fn keep_at_all_sizes(desk: &mut Desk, name: &str) {
    for (columns, rows) in SIZES {
        desk.at(columns, rows)
            .snapshot(&format!("{name}_{columns}x{rows}"));
    }
    desk.ascii()
        .at(80, 24)
        .snapshot(&format!("{name}_80x24_ascii"));
}

#[test]
fn the_caseload_at_every_size() {
    keep_at_all_sizes(&mut Desk::demo(), "caseload");
}

#[test]
fn an_empty_store_says_what_to_do_first() {
    let mut desk = Desk::empty();
    desk.shows("There are no families here yet.")
        .shows("i brings in chronologies from files, a adds a family by hand")
        .shows("throughline demo");
    keep_at_all_sizes(&mut desk, "caseload_empty");
}

#[test]
fn the_order_changes_with_a_key_and_is_said() {
    let mut desk = Desk::demo();
    desk.shows("Sorted by who needs someone first");
    desk.press("s").shows("Sorted by zone, most concern first");
    desk.press("s")
        .shows("Sorted by time in zone, longest first");
    desk.press("s").shows("Sorted by name");
    let first = desk.frame().0[2].clone();
    assert!(first.contains("Amal"), "{first}");
    desk.press("s").shows("Sorted by age, youngest first");
    desk.press("s").shows("Sorted by last entry");
    desk.press("s").shows("Sorted by family");
    desk.press("s").shows("Sorted by who needs someone first");
}

#[test]
fn words_filter_letter_by_letter_and_esc_goes_back() {
    let mut desk = Desk::demo();
    desk.press("/")
        .type_text("DELA")
        .shows("1 of them")
        .shows("Kai");
    desk.press("enter").shows("Kai").does_not_show("Ferreira");
    desk.press("/").type_text("nobody").shows("Nobody here has");
    desk.press("esc").shows("Kai").does_not_show("Ferreira");
    desk.press("esc").shows("Ferreira");
}

#[test]
fn enter_opens_the_case_with_the_chosen_child() {
    let mut desk = Desk::demo();
    desk.press("/").type_text("delaney\n").press("enter");
    let title = desk.frame().0[0].clone();
    assert!(title.contains("Delaney › Kai 5m"), "{title}");
    desk.press("esc").shows("Caseload").shows("Kai");
}

#[test]
fn ten_thousand_cases_list_from_the_first_to_the_last() {
    let mut desk = Desk::demo();
    let known = desk.model.caseload.cases()[0].clone();
    let cases = (0..10_000).map(|number| {
        let mut case = known.clone();
        case.name = format!("F{number:05}");
        case
    });
    desk.tell(Msg::Answer(Answer::Caseload(cases.collect())));
    desk.press("s s s s")
        .shows("F00000")
        .does_not_show("F00100");
    desk.press("G").shows("F09999").does_not_show("F00000");
    desk.press("/")
        .type_text("f04321")
        .shows("F04321")
        .does_not_show("F09999");
}
