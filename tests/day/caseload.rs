//! The caseload: who stands first and why, sorted, filtered, opened.

use super::desk::Desk;
use throughline::record::DueDay;
use throughline::tui::effect::{Answer, Effect};

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
fn a_mark_stands_on_a_family_with_all_its_children_until_it_is_taken_away() {
    let mut desk = Desk::demo();
    let before = desk.screen();
    desk.press("/").type_text("whitcombe").press("enter space");
    desk.shows("1 marked").shows("✓ Edie").shows("✓ Theo");
    desk.press("j space")
        .does_not_show("marked")
        .does_not_show("✓");
    desk.press("space esc").does_not_show("marked");
    desk.shows("2 of them").press("esc");
    assert_eq!(
        desk.press("g g").screen(),
        before,
        "marks first, then the words"
    );
    desk.press("space j space")
        .shows("2 marked")
        .shows("✓ Maisie");
    desk.press("enter")
        .shows("Who and where")
        .press("esc")
        .shows("2 marked");
    desk.press("s")
        .shows("✓ Ben")
        .at(80, 24)
        .snapshot("caseload_marked_80x24");
    desk.at(60, 16)
        .ascii()
        .snapshot("caseload_marked_60x16_ascii");
}

#[test]
fn worker_by_worker_says_what_is_late_and_where_supervision_is_wanting() {
    for keymap in ["default", "vim", "emacs"] {
        let mut desk = Desk::demo();
        desk.keymap(keymap)
            .press("W")
            .shows("By worker · Sorted by who needs someone first");
    }
    let mut desk = Desk::demo();
    desk.press("W")
        .shows("A Brennock: 3 children")
        .shows("Since superv.");
    for (columns, rows) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
        desk.at(columns, rows)
            .snapshot(&format!("caseload_by_worker_{columns}x{rows}"));
    }
    desk.ascii()
        .at(80, 24)
        .snapshot("caseload_by_worker_80x24_ascii");
}

#[test]
fn what_is_late_and_how_long_ago_supervision_was_stand_in_the_row_and_over_the_worker() {
    let mut desk = Desk::demo();
    let day = |iso: &str| iso.parse::<chrono::NaiveDate>().unwrap();
    let mut cases = desk.model.caseload.cases().to_vec();
    for case in &mut cases {
        case.dues.clear();
        case.supervised_on = Some(day("2026-11-12"));
        case.dues.clear();
        case.recent = vec![(day("2026-11-12"), 3), (day("2026-11-18"), 4)];
        if case.name == "Sharma" {
            case.supervised_on = Some(day("2026-10-05"));
            case.dues = vec![DueDay {
                day: day("2026-11-21"),
                what: "Visit".into(),
                child: None,
            }];
        }
    }
    desk.told(Effect::LoadCaseload, Answer::Caseload(cases));
    desk.at(120, 40).press("W");
    desk.shows("T Oyelaran: 5 children, 1 late, 1 family unsupervised too long");
    let mia = desk.line_with("Mia");
    assert!(mia.contains("7w, +7        Visit 2d late"), "{mia}");
    assert!(desk.line_with("Edie").contains("11d, +4"));
    let above = |one: &str, other: &str| {
        let screen = desk.screen();
        screen.find(one).unwrap() < screen.find(other).unwrap()
    };
    assert!(above("Mia", "Yusuf"), "what is late comes before silence");
}

#[test]
fn lines_over_workers_are_passed_over_and_seen_with_the_first_of_their_rows() {
    let mut desk = Desk::demo();
    desk.at(80, 16).press("W g g");
    let chosen = |desk: &Desk| desk.line_with("▌");
    let mut seen = vec![chosen(&desk)];
    for _ in 0..16 {
        desk.press("j");
        seen.push(chosen(&desk));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 17, "every child is chosen once on the way down");
    desk.press("g g").shows("A Brennock: 3 children");
    desk.press("G").does_not_show("A Brennock:");
    let last = chosen(&desk);
    desk.press("W").press("W");
    assert_eq!(chosen(&desk), last, "who was chosen stays chosen");
    for _ in 0..16 {
        desk.press("k");
    }
    desk.shows("A Brennock: 3 children");
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
    desk.told(Effect::LoadCaseload, Answer::Caseload(cases.collect()));
    desk.press("s s s s")
        .shows("F00000")
        .does_not_show("F00100");
    desk.press("G").shows("F09999").does_not_show("F00000");
    desk.press("/")
        .type_text("f04321")
        .shows("F04321")
        .does_not_show("F09999");
}
