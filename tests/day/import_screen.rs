//! Bringing files in on the screen: paths, preview, accepted, taken back.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;

fn sample(name: &str) -> String {
    format!("{}/tests/samples/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The sample family's files, asked for from an empty caseload.
fn asked() -> Desk {
    let mut desk = Desk::empty();
    desk.press("i").type_text("Prosser and Dabek");
    let files = [
        "social-care",
        "health-visitor",
        "school",
        "police",
        "contact-centre",
    ];
    let files = files.map(|name| format!("\"{}\"", sample(&format!("{name}.csv"))));
    desk.press("enter").paste(&files.join(" "));
    desk.press("enter").paste(&sample("people.csv"));
    desk.press("enter").paste(&sample("placements.csv"));
    desk
}

#[test]
fn the_sample_files_come_in_after_a_preview_and_go_with_one_key() {
    let mut desk = asked();
    desk.press("ctrl-s")
        .shows("What would happen: nothing is written yet")
        .shows("school.csv: 35 rows")
        .shows("question");
    keep_at_all_sizes(&mut desk, "import_preview");
    desk.at(80, 24).press("G").shows("stays out");
    desk.press("a").shows("Lowri").shows("Siân Prosser");
    desk.press("u").shows("There are no families here yet");
}

#[test]
fn esc_leaves_the_preview_and_nothing_is_written() {
    let mut desk = asked();
    desk.press("ctrl-s").shows("What would happen").press("esc");
    desk.shows("There are no families here yet");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_paths_stay() {
    let mut desk = Desk::empty();
    desk.press("i")
        .type_text("Oakes")
        .press("enter")
        .paste("/nowhere/a.csv");
    desk.press("ctrl-s")
        .shows("/nowhere/a.csv cannot be read")
        .shows("Nothing was brought in")
        .shows("Oakes");
    keep_at_all_sizes(&mut desk, "import_asking");
}

#[test]
fn what_is_missing_is_asked_for() {
    let mut desk = Desk::empty();
    desk.press("i ctrl-s")
        .shows("Say which family the files are about.");
    desk.type_text("Oakes")
        .press("ctrl-s")
        .shows("Name at least one file.");
}

#[test]
fn tab_completes_a_path_as_far_as_it_is_clear() {
    let mut desk = Desk::empty();
    desk.press("i").type_text("Oakes").press("tab");
    desk.paste(&sample("so"))
        .press("tab")
        .shows("social-care.csv");
    desk.press("ctrl-u")
        .paste(&sample("p"))
        .press("tab")
        .shows("people.csv")
        .shows("placements.csv");
}

#[test]
fn factors_zones_and_goals_come_in_beside_the_family_and_go_with_the_same_key() {
    let mut desk = Desk::empty();
    desk.press("i")
        .type_text("Prosser and Dabek")
        .press("enter");
    desk.press("enter").paste(&sample("people.csv"));
    desk.press("enter").press("enter");
    desk.paste(&sample("factors.csv")).press("enter");
    desk.paste(&sample("zones.csv")).press("enter");
    desk.paste(&sample("goals.csv"));
    desk.press("ctrl-s")
        .shows("factors.csv: 58 rows = 58 in + 0 out")
        .shows("zones.csv: 33 rows = 33 in + 0 out")
        .shows("goals.csv: 6 rows = 6 in + 0 out")
        .shows("Every row comes in without a question.");
    desk.press("a").shows("Lowri");
    desk.press("u").shows("There are no families here yet");
}

#[test]
fn a_table_about_nobody_who_is_known_says_what_to_bring_first() {
    let mut desk = Desk::empty();
    desk.press("i").type_text("Oakes").press("enter");
    desk.press("enter")
        .press("enter")
        .press("enter")
        .press("enter");
    desk.paste(&sample("zones.csv"))
        .press("ctrl-s")
        .at(200, 60)
        .shows("this family has no children here yet")
        .shows("or People on the screen");
}
