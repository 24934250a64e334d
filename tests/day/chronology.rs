//! Reading a chronology: the band, the list, an entry in full, filters, lengths, jumps, an earlier day.

use super::desk::Desk;
use super::import_desk;
use throughline::record::CaseFile;
use throughline::store::Store;

/// The demo's family whose name holds these words, on its chronology.
pub fn open(family: &str) -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text(family).press("enter enter 3");
    desk.shows("[3 Chronology]");
    desk
}

#[test]
fn the_band_the_list_and_the_chosen_entry_stand_on_one_screen() {
    let mut desk = open("delaney");
    desk.at(80, 24)
        .shows("Kai · 15 entries")
        .shows("▒With parents▒█Foster care");
    desk.shows("┌s20─┐┌ICO").shows("What happened");
    // The latest entry is chosen, with its day marked on the band and told below.
    assert!(desk.line_with("▌").contains("2 Nov 2026"));
    desk.shows("▼").shows("Family time centre (Family time)");
    desk.press("k").shows("Turning point");
    assert!(desk.line_with("▌").contains("31 Oct 2026"));
    desk.press("g g");
    assert!(
        desk.line_with("▌").contains("unborn"),
        "the entry is from before the birth"
    );
}

#[test]
fn enter_gives_the_screen_to_the_entry_and_esc_gives_it_back() {
    let mut desk = open("delaney");
    desk.at(80, 24).press("enter").does_not_show("Who told");
    desk.shows("What we make of it")
        .shows("Why no action")
        .shows("Not written yet:")
        .shows("Recorded by");
    desk.press("esc")
        .shows("Who told")
        .press("z")
        .does_not_show("law ")
        .shows("Who told");
    desk.press("z").shows("law ");
}

#[test]
fn three_lengths_follow_each_other() {
    let mut desk = open("delaney");
    desk.at(80, 24)
        .press("v")
        .shows("key events · ")
        .shows(" of 15");
    desk.press("v").shows("the story in one page");
    desk.shows("Kai, 5 months: lives with Winsome and Grace Adeyemi (foster care) since 21");
    desk.press("v").shows("Kai · 15 entries");
}

/// The sample family, brought in by the import, on its chronology.
pub fn sample() -> Desk {
    let (plan, _) = &*import_desk::IMPORTED;
    let store = Store::in_memory("A Brennock").unwrap();
    let at = "2026-11-23T09:00:00Z".parse().unwrap();
    store
        .save(&plan.change(&CaseFile::default(), "A Brennock", at))
        .unwrap();
    let mut desk = Desk::with_store(store);
    desk.press("enter 3");
    desk
}

#[test]
fn every_gap_stands_between_the_entries_with_its_length() {
    let mut desk = sample();
    desk.at(80, 24)
        .press("g g p")
        .shows("no entry for 10 months");
    desk.shows("From 12 November 2015 to 21 September 2016, 314 days.");
    desk.press("p")
        .shows("204 days")
        .press("p")
        .shows("That was the last; this is the first of 2 again.");
    desk.shows("314 days");
    desk.press("/")
        .type_text("tablets")
        .press("enter p")
        .shows("Gaps stand in the full list");
}

#[test]
fn an_open_question_says_what_to_do_and_undated_entries_stand_last() {
    let mut desk = sample();
    desk.at(120, 40).press("G").shows("Without a date yet");
    desk.shows("No date yet (written \"")
        .press("k")
        .shows("Ask the source which day")
        .press("g g n n");
    assert!(desk.line_with("▌").contains('?'));
    desk.press("G k").does_not_show("wait for their date");
}

#[test]
fn accounts_that_differ_stand_side_by_side_where_there_is_room() {
    let mut desk = sample();
    desk.at(80, 24)
        .press("g g d enter")
        .shows("Two accounts differ on who was there.");
    let heads = desk.line_with("Emergency duty team, 20/02/2021");
    assert!(heads.contains("│ Police, 20.02.21 23:15"), "{heads}");
    desk.at(60, 24).press("g g");
    let heads = desk.line_with("Emergency duty team, 20/02/2021");
    assert!(!heads.contains("Police"), "one above the other: {heads}");
}

#[test]
fn an_entry_is_told_whole_with_every_account_and_where_it_came_from() {
    let mut desk = sample();
    desk.at(80, 60)
        .press("/")
        .type_text("\"pushed siân\"")
        .press("enter g g enter");
    for words in [
        "2 accounts of one event",
        "1. Emergency duty team (Children's social care)",
        "2. Police",
        "MP/2021/0017311",
        "PC 2207 at 23.40",
        "police.csv, row 14",
        "social-care.csv, row 13",
        "What we make of it",
        "Not written yet: impact",
        "Brought in by A Brennock on ",
    ] {
        desk.shows(words);
    }
}

#[test]
fn words_filter_letter_by_letter_and_esc_brings_back_what_was() {
    let mut desk = sample();
    desk.at(80, 24)
        .shows("161 entries")
        .press("/")
        .type_text("tablets");
    desk.shows("words tablets · ")
        .shows(" of 161")
        .press("esc")
        .shows("161 entries");
    desk.press("/")
        .type_text("tablets")
        .press("enter")
        .shows(" of 161");
    desk.press("C").shows("161 entries");
}

#[test]
fn a_typed_filter_is_said_back_and_counts_what_it_leaves() {
    let mut desk = sample();
    desk.at(120, 40).press("F").shows("source: child: person:");
    desk.type_text("source:police child:kuba from:2021 to:2022")
        .press("enter");
    desk.shows("Kuba · told by Police · 1 January 2021 to 31 December 2022 · ");
    desk.press("F").type_text(" zone:purple").press("enter");
    desk.shows("\"purple\" is no zone")
        .press("left")
        .shows("zone:purple");
    desk.press("esc").shows("told by Police");
    desk.press("esc")
        .does_not_show("told by Police")
        .shows("Kuba · ");
}

#[test]
fn each_child_has_ages_entries_and_lanes_of_its_own() {
    let mut desk = sample();
    desk.at(80, 24)
        .shows("Lowri, Kuba and Wren")
        .shows("Who, age");
    desk.press("c")
        .shows(" Lowri · ")
        .does_not_show("Who, age")
        .does_not_show(" Wren  ");
    desk.press("c c")
        .shows(" Wren · ")
        .press("c")
        .shows("Lowri, Kuba and Wren");
}

#[test]
fn the_band_zooms_to_the_chosen_entry_and_pans() {
    let years = |desk: &mut Desk, keys| desk.press(keys).frame().0[3].clone();
    let mut desk = sample();
    desk.at(120, 40);
    assert!(years(&mut desk, "").contains("2014") && years(&mut desk, "").contains("2026"));
    assert!(years(&mut desk, "+ +").contains("Aug") && years(&mut desk, "").contains("2026"));
    assert!(
        years(&mut desk, "g g").contains("2014"),
        "it goes to the chosen entry"
    );
    assert!(
        !years(&mut desk, "l l l l").contains("2014"),
        "it can be moved away by hand"
    );
    assert!(
        years(&mut desk, "j").contains("2014"),
        "and comes back with the next move"
    );
    assert!(years(&mut desk, "- -").contains("2026"));
}

#[test]
fn the_case_is_seen_as_it_was_known_on_an_earlier_day() {
    let mut desk = sample();
    desk.at(80, 24)
        .press("@")
        .type_text("soon")
        .press("enter")
        .shows("could not be read as a date");
    desk.press("esc @")
        .type_text("mar 2022")
        .press("enter")
        .shows("As known on Thu 31 Mar 2022");
    desk.does_not_show("161 entries")
        .does_not_show("2026-11-18");
    desk.press("1")
        .shows("As known on Thu 31 Mar 2022")
        .press("3");
    desk.press("e")
        .shows("You see what was known on 31 Mar 2022");
    desk.press("esc")
        .shows("Back to today.")
        .shows("161 entries");
}

#[test]
fn the_history_of_an_entry_tells_who_wrote_what() {
    let mut desk = sample();
    desk.at(80, 24)
        .press("H")
        .shows("How this entry was changed")
        .shows("Written for the first time.");
    desk.shows("A Brennock")
        .press("esc")
        .does_not_show("How this entry was changed");
}

#[test]
fn an_entry_is_copied_as_plain_text() {
    let mut desk = sample();
    desk.at(80, 24).press("y").shows("Copied to the clipboard");
    let copied = desk.clipboard.clone().unwrap();
    assert!(
        copied.contains("Kuba forgot to ring at lunch because of football."),
        "{copied}"
    );
    assert!(copied.contains("school.csv"), "{copied}");
}

#[test]
fn screens_of_the_chronology_stay_as_they_are() {
    let mut desk = sample();
    desk.at(40, 12).snapshot("chronology_40x12");
    desk.at(80, 24).snapshot("chronology_80x24");
    desk.at(120, 40).snapshot("chronology_120x40");
    desk.at(200, 60).snapshot("chronology_200x60");
    desk.at(80, 24)
        .press("g g d enter")
        .snapshot("chronology_differing_80x24");
    desk.press("esc v v").snapshot("chronology_story_80x24");
    desk.press("v")
        .ascii()
        .press("d")
        .snapshot("chronology_ascii_80x24");
}

#[test]
fn ascii_is_ascii() {
    let mut desk = sample();
    desk.at(120, 40).ascii();
    for keys in ["d", "p", "n", "enter", "esc v", "v", "v H"] {
        let screen = desk.press(keys).screen();
        let drawn = screen
            .chars()
            .filter(|letter| !letter.is_ascii() && !letter.is_alphanumeric());
        let drawn: String = drawn
            .filter(|letter| !"–—’‘“”£½…".contains(*letter))
            .collect();
        assert_eq!(drawn, "", "after {keys}:\n{screen}");
    }
}

#[test]
fn any_size_draws_in_any_state() {
    let mut desk = sample();
    for keys in ["", "enter", "z", "esc z", "z v", "v", "c", "v + +", "p"] {
        desk.press(keys);
        for (columns, rows) in [
            (1, 1),
            (60, 16),
            (61, 17),
            (80, 19),
            (119, 29),
            (120, 30),
            (300, 90),
        ] {
            desk.at(columns, rows).frame();
        }
    }
}

#[test]
fn the_title_has_the_date_of_the_list_and_the_account_has_it_as_written() {
    let mut desk = sample();
    desk.at(120, 40)
        .press("/")
        .type_text("forgot to ring\n")
        .shows("18 Nov 2026 · Kuba 9y");
    assert!(desk.line_with("Its date").contains("2026-11-18"));
}

#[test]
fn an_entry_chosen_by_its_words_says_why() {
    let mut desk = sample();
    desk.at(80, 24).press("v").shows("key events");
    desk.press("g g").shows("Chosen here by its words: ");
    desk.press("v v").does_not_show("Chosen here by its words");
}

#[test]
fn a_settled_question_is_told_by_the_history_of_its_entry() {
    let mut desk = sample();
    desk.at(80, 24).shows("? 9 open").press("g g n o ctrl-s");
    desk.shows("? 8 open").press("enter").shows("Settled: ");
    desk.press("H")
        .shows("Change 1")
        .shows("First writing")
        .shows("Settled");
    desk.press("esc esc u").shows("? 9 open");
}

#[test]
fn an_entry_with_a_draft_is_marked() {
    let mut desk = sample();
    desk.at(80, 24).press("e").type_text("Half a").press("esc");
    assert!(desk.line_with("▌").contains('✎'));
    desk.shows("is kept as a draft");
}
