//! What is the same on every screen: the title, the hint line, help, the palette, going back, sizes.

use super::desk::Desk;

#[test]
fn the_title_says_where_you_are_who_you_are_and_which_day_it_is() {
    let mut desk = Desk::demo();
    let title = desk.frame().0[0].clone();
    assert!(
        title.starts_with(" throughline  Caseload · ") && title.contains(" children, "),
        "{title}"
    );
    assert!(title.ends_with("M Clarke  Mon 23 Nov 2026"), "{title}");
    desk.at(60, 16);
    let title = desk.frame().0[0].clone();
    assert!(
        title.contains('…') && title.ends_with("Mon 23 Nov 2026"),
        "{title}"
    );
}

#[test]
fn help_tells_the_keys_of_the_loaded_keymap_and_scrolls() {
    let mut desk = Desk::demo();
    desk.press("?").shows("case-add").shows("Add a family");
    assert!(desk.line_with("case-add").trim_start().starts_with('a'));
    desk.does_not_show("Leave Throughline")
        .press("G")
        .shows("Draw the whole screen again");
    desk.press("esc").does_not_show("case-add");

    desk.model
        .keymap
        .lay_over(
            "mine.toml",
            "[caseload]\n\"a\" = \"\"\n\"n\" = \"case-add\"",
        )
        .unwrap();
    desk.press("?");
    assert!(desk.line_with("case-add").trim_start().starts_with('n'));
}

#[test]
fn the_hint_line_tells_only_what_can_be_done_here() {
    let mut desk = Desk::demo();
    desk.shows("enter open")
        .press("?")
        .does_not_show("enter open")
        .shows("j down");
    desk.press("esc a")
        .at(120, 40)
        .shows("ctrl-s save")
        .does_not_show("u undo")
        .shows("f1 keys");
}

#[test]
fn a_command_without_a_key_is_told_as_one_of_the_palette() {
    let mut desk = Desk::demo();
    desk.model
        .keymap
        .lay_over("mine.toml", "[caseload]\n\"a\" = \"\"")
        .unwrap();
    desk.press("?");
    assert!(desk.line_with("case-add").trim_start().starts_with(':'));
}

#[test]
fn the_palette_finds_commands_by_name_and_by_what_they_do() {
    let mut desk = Desk::demo();
    desk.press(":")
        .type_text("keys that work")
        .shows("Show the keys that work here");
    desk.press("enter").shows("In lists");
    desk.press("esc :")
        .type_text("help")
        .press("enter")
        .shows("In lists");
    desk.press("esc :")
        .type_text("zzzz")
        .shows("No command has these words");
    desk.press("enter").does_not_show("No command");
}

#[test]
fn the_palette_offers_only_what_can_be_done_here() {
    let mut desk = Desk::demo();
    desk.press(":")
        .type_text("entry-add")
        .shows("No command has these words");
}

#[test]
fn typed_text_is_edited_and_the_cursor_stands_on_the_caret() {
    let mut desk = Desk::demo();
    desk.press(":")
        .type_text("hepl")
        .press("left left backspace")
        .type_text("x");
    assert!(desk.line_with(":hxpl").starts_with(" :hxpl"));
    let (lines, caret) = desk.frame();
    let caret = caret.unwrap();
    assert_eq!((usize::from(caret.y), caret.x), (lines.len() - 1, 4));
}

#[test]
fn pasted_text_is_text_and_never_commands() {
    let mut desk = Desk::demo();
    desk.paste("q\nq\n:quit\n")
        .shows("there is no field to paste into");
    assert!(!desk.left);
    desk.press(":").paste("help\n").shows(":help");
}

#[test]
fn going_back_from_the_caseload_does_not_leave_but_says_how() {
    let mut desk = Desk::demo();
    desk.press("esc").shows("ctrl-c leaves Throughline");
    assert!(!desk.left);
    desk.press("ctrl-q");
    assert!(desk.left);
}

#[test]
fn keys_pressed_so_far_are_shown_until_they_mean_something() {
    let mut desk = Desk::demo();
    desk.press("g")
        .shows(" g ...")
        .press("g")
        .does_not_show(" g ...");
    desk.press("g z").does_not_show(" g ...");
}

#[test]
fn escape_and_the_next_key_in_one_piece_are_two_keys() {
    let mut desk = Desk::demo();
    desk.press("?")
        .shows("In lists")
        .press("alt-:")
        .shows("case-add")
        .type_text("quit");
    desk.does_not_show("In lists").press("ctrl-alt-c");
    assert!(desk.left);
}

#[test]
fn a_small_screen_says_so_and_keeps_its_state() {
    let mut desk = Desk::demo();
    desk.press(":")
        .type_text("und")
        .at(40, 12)
        .shows("Throughline needs 60x16")
        .at(80, 24)
        .shows(":und");
}

#[test]
fn any_size_draws_on_every_screen() {
    let empty = &["", "?", ": x"];
    let full = &[
        "", "?", ": h", "enter", "enter 2", "enter 3", "enter ?", "g",
    ];
    let screens = empty.iter().map(|keys| (Desk::empty(), *keys));
    let screens = screens.chain(full.iter().map(|keys| (Desk::demo(), *keys)));
    for (mut desk, keys) in screens {
        desk.press(keys);
        for columns in (1..=130).step_by(3) {
            for rows in (1..=50).step_by(7) {
                desk.at(columns, rows).frame();
            }
        }
    }
}
