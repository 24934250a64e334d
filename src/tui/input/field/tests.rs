//! Typing into fields, as people count letters and lines.

use super::*;
use proptest::prelude::*;

fn press(field: &mut TextField, keys: &str) {
    for key in keys.split(' ') {
        field.edit(key.parse().unwrap(), 20);
    }
}

fn caret(field: &TextField, width: usize) -> (usize, usize) {
    field.caret_on(&field.rows(width), width)
}

#[test]
fn letters_are_taken_away_as_people_count_them() {
    let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
    let mut field = TextField::line(&format!("Siw\u{302}an {family}"));
    assert_eq!(caret(&field, 40), (0, 8));
    press(&mut field, "backspace");
    assert_eq!(field.text(), "Siw\u{302}an ");
    press(&mut field, "home right right delete");
    assert_eq!(field.text(), "Sian ", "the letter goes with its accent");
    press(&mut field, "ctrl-z");
    assert_eq!(field.text(), "Siw\u{302}an ", "and comes back whole");
}

#[test]
fn the_caret_counts_columns_of_wide_letters() {
    let mut field = TextField::line("日本łódź");
    assert_eq!(caret(&field, 40), (0, 8));
    press(&mut field, "home right");
    assert_eq!(caret(&field, 40), (0, 2));
}

#[test]
fn a_long_text_wraps_at_words_and_the_caret_follows() {
    let mut field = TextField::long("Mother came on time and played.");
    let rows = field.rows(12);
    let shown: Vec<_> = rows
        .iter()
        .map(|row| field.lines()[row.line][row.from..row.to].trim_end())
        .collect();
    assert_eq!(shown, ["Mother came", "on time and", "played."]);
    assert_eq!(caret(&field, 12), (2, 7));
    assert_eq!(field.edit("up".parse().unwrap(), 12), Took::Moved);
    assert_eq!(caret(&field, 12), (1, 7));
    assert_eq!(field.edit("up".parse().unwrap(), 12), Took::Moved);
    assert_eq!(
        field.edit("up".parse().unwrap(), 12),
        Took::Nothing,
        "the form has the key at the edge"
    );
}

#[test]
fn enter_breaks_a_long_text_and_not_a_line() {
    let mut long = TextField::long("a");
    press(&mut long, "enter b");
    assert_eq!(long.text(), "a\nb");
    press(&mut long, "left backspace");
    assert_eq!(long.text(), "ab");
    let mut line = TextField::line("a");
    assert_eq!(line.edit("enter".parse().unwrap(), 20), Took::Nothing);
}

#[test]
fn pasted_text_keeps_its_lines_only_where_lines_may_be() {
    let mut line = TextField::line("");
    line.insert("two\r\nlines\tand\u{7} a bell\n");
    assert_eq!(line.text(), "two lines and a bell");
    let mut long = TextField::long("");
    long.insert("two\r\nlines\rthree");
    assert_eq!(long.text(), "two\nlines\nthree");
}

#[test]
fn words_and_ends_of_lines_go_with_one_key() {
    let mut field = TextField::line("home visit on Monday");
    press(&mut field, "ctrl-w ctrl-w");
    assert_eq!(field.text(), "home visit ");
    press(&mut field, "ctrl-a ctrl-k");
    assert_eq!(field.text(), "");
    press(&mut field, "ctrl-z ctrl-z ctrl-z");
    assert_eq!(field.text(), "home visit on Monday");
}

#[test]
fn another_text_in_its_place_can_be_taken_back() {
    let mut field = TextField::long("one\ntwo");
    field.replace("three");
    assert_eq!(field.text(), "three");
    press(&mut field, "ctrl-z ctrl-z");
    assert_eq!(field.text(), "one\ntwo");
}

proptest! {
    #[test]
    fn any_text_comes_out_as_it_went_in(text in "[a-zŵł日e\u{301}\u{1F467}\u{1F3FD} \n]{0,60}") {
        prop_assert_eq!(TextField::long(&text).text(), text);
    }

    #[test]
    fn any_keys_leave_the_caret_on_the_screen(
        text in "[a-zŵ日e\u{301}\u{1F467}\u{200D} \n]{0,60}",
        keys in prop::collection::vec(0usize..14, 0..60),
        width in 1usize..30,
    ) {
        const KEYS: [&str; 14] = ["up", "down", "left", "right", "home", "end", "backspace", "delete", "enter",
            "ctrl-w", "ctrl-k", "ctrl-z", "x", "alt-f"];
        let mut field = TextField::long(&text);
        for key in keys {
            field.edit(KEYS[key].parse().unwrap(), width);
            let rows = field.rows(width);
            let (row, column) = field.caret_on(&rows, width);
            prop_assert!(row < rows.len() && column <= width);
        }
    }

    #[test]
    fn pieces_of_lines_join_to_the_lines(text in "[a-zŵ日 ,.]{0,80}", width in 2usize..30) {
        let field = TextField::line(&text);
        let rows = field.rows(width);
        let joined: String = rows.iter().map(|row| &field.lines()[0][row.from..row.to]).collect();
        prop_assert!(rows.iter().all(|row| field.lines()[0][row.from..row.to].trim_end().width() <= width));
        prop_assert_eq!(joined, text);
    }
}
