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
