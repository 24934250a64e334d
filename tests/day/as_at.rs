//! Seeing a case as it was known on an earlier day.

use super::chronology::sample;
use super::desk::Desk;

fn demo() -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text("Prosser").press("enter enter 3");
    desk
}

#[test]
fn the_demo_and_an_import_of_the_same_files_knew_the_same_then() {
    for day in ["1 may 2022", "1 jan 2023", "1 jun 2025"] {
        let seen = [sample(), demo()].map(|mut desk| {
            desk.at(120, 40).press("@").type_text(day).press("enter");
            let entries = desk.line_with(" entries");
            let people = desk.press("2").line_with("People ·");
            // Beside the list stands what is recorded of somebody; the demo has emotional lines typed in.
            let people = people.split('─').next().map(str::to_owned);
            (entries, people)
        });
        assert_eq!(seen[0], seen[1], "{day}");
    }
}

#[test]
fn nothing_without_a_day_is_told_before_it_came_in() {
    let mut desk = demo();
    desk.at(120, 40).press("@").type_text("1 may 2022\n");
    desk.shows("People and bonds that carry no date are shown all the same.");
    desk.press("G").does_not_show("Without a date yet");
    desk.press("2").does_not_show("Marchbank").shows("Nerys");
    desk.press("q 2 @").type_text("1 dec 2022\n");
    desk.shows("Yvonne Marchbank").shows("Ruth");
}
