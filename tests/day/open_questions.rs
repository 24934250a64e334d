//! What is open about an entry: asked, counted alike everywhere, and closed by an answer.

use super::chronology::sample;
use super::forms::chronology;

#[test]
fn a_mended_date_answers_what_was_asked_about_the_old_one_in_the_same_change() {
    let mut desk = sample();
    desk.at(120, 50)
        .press("G")
        .shows("13 June 2031 has not come yet");
    desk.press("e ctrl-u")
        .type_text("7 nov 2026")
        .press("ctrl-s")
        .does_not_show("? 13 June 2031")
        .shows("Settled: 13 June 2031 has not come yet");
    assert!(!desk.line_with("▌").contains('?'));
    desk.press("H")
        .shows("Settled")
        .shows("Friday, not a Saturday");
    desk.press("esc u").shows("? 13 June 2031 has not come yet");
}

#[test]
fn an_entry_without_a_date_is_an_open_question_wherever_they_are_counted() {
    let mut desk = chronology();
    desk.at(120, 40).press("a tab").type_text("Amal sang.");
    desk.press("ctrl-s").shows("? 1 open");
    assert!(desk.line_with("▌").contains('?'));
    desk.shows("? Nobody has said yet when this was.");
    desk.press("1").shows("What is open · 1").shows("no date");
    desk.press("q").shows("1 question");
    desk.press("enter 3 G e").type_text("not known");
    desk.press("ctrl-s").does_not_show("1 open");
    assert!(!desk.line_with("▌").contains('?'));
}

#[test]
fn settling_asks_why_and_the_answer_stands_behind_the_question() {
    let mut desk = sample();
    desk.at(120, 50)
        .shows("? 9 open")
        .press("G k o")
        .shows("Settle a question");
    desk.type_text("The school has no day for it either.")
        .press("ctrl-s")
        .shows("? 8 open")
        .shows("Answer: The school");
    desk.press("u").shows("? 9 open").does_not_show("Answer:");
    desk.press("U")
        .shows("? 8 open")
        .shows("Answer: The school");
}

#[test]
fn of_several_questions_only_what_is_ticked_is_settled() {
    let mut desk = sample();
    desk.at(80, 24).press("G o").snapshot("settle_80x24");
    desk.at(120, 50).press("ctrl-s").shows("? 8 open");
    desk.shows("? 13 June 2031 has not come yet");
    desk.press("o").type_text("It was 2026.").press("ctrl-s");
    desk.shows("? 7 open").shows("Answer: It was 2026.");
}

#[test]
fn a_pair_that_is_offered_is_settled_as_two_events() {
    let mut desk = sample();
    desk.at(120, 50).shows("≈ 3 same?").press("g g");
    while !desk.line_with("▌").contains('≈') {
        desk.press("j");
    }
    desk.press("o").shows("Another event than");
    desk.type_text("Two calls that evening.").press("ctrl-s");
    desk.shows("≈ 2 same?").shows("Settled: another event than");
    desk.shows("Two calls that evening.");
    desk.press("u").shows("≈ 3 same?");
}

#[test]
fn accounts_that_differ_are_counted_apart_and_settling_says_where_they_are_weighed() {
    let mut desk = sample();
    desk.at(120, 50).press("g g d o");
    desk.shows("No question is open. Accounts differ and stay side by side; e says");
    desk.press("1")
        .shows("What is open · 14 · accounts differ in 4");
}
