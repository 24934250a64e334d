//! Where one stands in a chronology: the chosen entry, the part that keys go to, and the way back.

use super::chronology::{open, sample};
use super::desk::Desk;
use std::sync::Arc;
use throughline::record::{Entry, Record};

/// The line on which the chosen row stands, up to its end.
fn chosen(desk: &Desk) -> String {
    desk.line_with("▌")
}

#[test]
fn the_part_that_keys_go_to_is_marked_without_colour() {
    for (columns, rows) in [(80, 24), (120, 40)] {
        let mut desk = open("delaney");
        desk.at(columns, rows).press("k");
        assert!(desk.line_with("▌").starts_with("▌ 31 Oct 2026"));
        desk.press("tab j");
        assert!(desk.line_with("31 Oct 2026").starts_with('▏'));
        let head = desk.line_with("▌");
        assert!(
            head.contains("▌──") || head.contains("What happened"),
            "{head}"
        );
        desk.shows("j scroll").shows("tab to the list");
        desk.ascii().shows("\n| 31 Oct 2026").press("tab");
        assert!(desk.line_with("31 Oct 2026").starts_with('>'));
    }
}

#[test]
fn the_chosen_entry_is_kept_through_every_length() {
    let mut desk = open("delaney");
    desk.at(80, 24);
    for keys in ["G", "k k k", "g g"] {
        let before = chosen(desk.press(keys));
        desk.press("v v").shows("the story in one page");
        assert_eq!(chosen(desk.press("v")), before, "after {keys}");
    }
    // The story is read from its beginning; what is chosen in it is chosen when it is left.
    desk.press("G v v").shows("Kai, 5 months: lives with");
    let moment = chosen(desk.press("j j"));
    let day = moment.trim_start_matches('▌').trim().split("  ").next();
    let row = chosen(desk.press("v"));
    assert!(
        row.starts_with(&format!("▌ {}", day.unwrap())),
        "{moment} / {row}"
    );
}

#[test]
fn a_removed_entry_gives_way_to_the_next_in_its_place() {
    let mut desk = open("delaney");
    desk.at(80, 24);
    for keys in ["k k k k", "v v j j"] {
        desk.press(keys).press("j");
        let next = chosen(&desk);
        desk.press("k x").shows("u takes it back");
        assert_eq!(chosen(&desk), next, "after {keys}");
        desk.press("u");
    }
    // Nothing cites an entry that was just written.
    let last = chosen(desk.press("G"));
    desk.press("a")
        .type_text("23/11/26")
        .press("tab")
        .type_text("A visit.")
        .press("ctrl-s")
        .shows("Saved: add an entry");
    desk.press("x").shows("u takes it back");
    assert_eq!(chosen(&desk), last, "the last gives way to the one before");
}

#[test]
fn leaving_a_history_goes_back_to_where_one_was() {
    let mut desk = open("delaney");
    desk.at(80, 24);
    for keys in ["k", "enter", "esc v v"] {
        let before = desk.press(keys).screen();
        for leave in ["q", "H"] {
            desk.press("H").shows("How this entry was changed");
            assert_eq!(
                desk.press(leave).screen(),
                before,
                "after {keys} and {leave}"
            );
        }
    }
}

#[test]
fn a_jump_that_begins_anew_says_only_what_is_so() {
    let mut desk = sample();
    desk.at(80, 24).press("G p");
    desk.shows("No more from there to the end; this is the first of 2.");
    desk.press("p").does_not_show("this is the first");
    desk.press("p")
        .shows("That was the last; this is the first of 2 again.");
    desk.press("G d")
        .shows("No more from there to the end; this is the first of ");
    desk.press("d").does_not_show("this is the first");
}

/// The months that the lane of what was told names, each with the letters before and behind it.
fn months_told(lane: &str) -> Vec<(char, String, char)> {
    let letters: Vec<char> = lane.chars().collect();
    let ends = (0..letters.len()).filter(|at| letters[*at] == 'm');
    ends.map(|end| {
        let before = (0..end).rfind(|at| !letters[*at].is_ascii_digit());
        let begin = before.unwrap();
        let months = letters[begin + 1..end].iter().collect();
        (letters[begin], months, letters[end + 1])
    })
    .collect()
}

#[test]
fn the_months_of_a_gap_are_never_glued_to_counts_of_entries() {
    let mut desk = sample();
    let mut seen = 0;
    for columns in 60..200 {
        let lane = desk.at(columns, 40).line_with("told  ");
        for (before, months, behind) in months_told(lane.split("told").nth(1).unwrap()) {
            assert!(
                "┄‹".contains(before),
                "{columns}: {before}{months}m in {lane}"
            );
            assert!(
                "┄│".contains(behind),
                "{columns}: {months}m{behind} in {lane}"
            );
            assert!(
                ["10", "6"].contains(&months.as_str()),
                "{months}m in {lane}"
            );
            seen += 1;
        }
    }
    assert!(seen > 100);
    desk.ascii().at(120, 40);
    let lane = desk.line_with("told  ");
    assert_eq!(
        months_told(lane.split("told").nth(1).unwrap())[0],
        ('~', "10".to_owned(), '~')
    );
}

#[test]
fn esc_takes_marks_away_first_then_the_filter_then_leaves() {
    let mut desk = sample();
    desk.at(80, 24)
        .press("/")
        .type_text("school")
        .press("enter");
    desk.press("g g space space").shows("2 marked");
    desk.press("esc")
        .shows("2 entries are no longer marked")
        .does_not_show("2 marked");
    desk.shows("words school")
        .press("esc")
        .does_not_show("words school");
    desk.shows("[3 Chronology]").press("esc").shows("Caseload");
}

#[test]
fn who_wrote_an_entry_here_is_told_apart_from_who_recorded_it_elsewhere() {
    let mut desk = open("delaney");
    desk.at(80, 40).press("enter");
    desk.shows("Recorded by  ").shows("Written here by ");
    let mut desk = sample();
    desk.at(80, 40)
        .press("enter")
        .shows("Brought in by A Brennock on ");
    for record in desk_entries(&mut desk) {
        record.meta.author.clear();
    }
    desk.shows("Brought in on ").does_not_show(" by  on ");
}

/// The entries of the open case, to be changed behind the screen.
fn desk_entries(desk: &mut Desk) -> impl Iterator<Item = &mut Record<Entry>> {
    let case = desk.model.case_mut().unwrap();
    Arc::make_mut(&mut case.file).entries.values_mut()
}
