//! The genogram at the desk and in plain text.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;
use super::plain::Office;

fn genogram(child: &str) -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text(child).press("enter enter 2 N");
    desk
}

#[test]
fn the_genogram_at_every_size() {
    keep_at_all_sizes(&mut genogram("kuba"), "genogram");
}

#[test]
fn somebody_new_walks_along_kin_and_reads_who_everybody_is() {
    let mut desk = genogram("kuba");
    desk.at(80, 24)
        .shows("Genogram · from Kuba · 11 people")
        .shows("▌[[Kuba 9]]")
        .shows("s 2021")
        .shows("Fostered by Delroy Marchbank and Yvonne Marchbank");
    desk.press("right")
        .shows("▌(Wren 6)")
        .press("left left")
        .shows("▌(Lowri 12)");
    desk.press("up")
        .shows("▌[Paweł 37–38]")
        .press("right")
        .shows("▌(Siân 34)");
    desk.press("up")
        .press("right")
        .shows("Nerys Prosser, grandmother of Kuba")
        .shows("▌(Nerys 65)");
    desk.press("enter").shows("Maternal grandmother");
    assert!(desk.screen().contains("People"), "the list of people");
}

#[test]
fn branches_fold_names_shrink_and_the_family_is_seen_from_anybody() {
    let mut desk = genogram("kuba");
    desk.at(120, 40)
        .press("up space")
        .shows("3 folded away")
        .shows("(Siân 34)+3");
    desk.does_not_show("Bethan")
        .press("space")
        .shows("Bethan 30");
    desk.press("-")
        .shows("(SP)")
        .press("+ +")
        .shows("Siân Prosser 34");
    desk.press("s")
        .shows("from Siân")
        .shows("((Siân Prosser 34))")
        .shows("Child of Emrys Prosser and Nerys");
}

#[test]
fn households_care_that_ended_and_emotional_lines_are_switched() {
    let mut desk = genogram("kuba");
    desk.at(200, 50)
        .does_not_show("since 2025")
        .press("o")
        .shows("Siân, since 2025");
    desk.does_not_show("Ruth")
        .press("O")
        .shows("(Ruth)")
        .shows("F 2022–2023");
    desk.press("tab tab")
        .shows("Lines and key")
        .shows("[x] who lives together");
    desk.press("enter")
        .shows("[ ] who lives together")
        .shows("somebody who is not recorded");
}

#[test]
fn an_earlier_day_shows_the_family_as_it_was_known() {
    let mut desk = genogram("kuba");
    desk.at(120, 40)
        .press("@")
        .type_text("1 Jun 2022\n")
        .shows("As known on");
    desk.does_not_show("Yvonne")
        .shows("K 2022")
        .shows("Lowri 7");
}

#[test]
fn a_page_without_a_screen_tells_the_same_in_words_and_draws_it() {
    let office = Office::open();
    let page = office.says(&["show", "Prosser", "genogram"]);
    for words in [
        "Generation 1",
        "Nerys Prosser, grandmother of Lowri",
        "Fostered by Ruth Ashdown-Lacey, 18 Nov 2022 to 6 Mar 2023",
        "Drawn, seen from Lowri",
        "((Lowri 12))",
        "Carys Holdcroft",
    ] {
        assert!(page.contains(words), "{words:?} in\n{page}");
    }
    let json = office.json(&["show", "Prosser", "genogram"]);
    assert!(json["people"].as_array().unwrap().len() >= 12);
}

#[test]
fn a_page_for_people_holds_the_pictures_and_the_words() {
    let office = Office::open();
    let page = office.says(&["export", "Prosser", "--as", "family-html"]);
    for words in [
        "<h2>Genogram</h2>",
        "<title id=\"genogram-title\">Genogram: Prosser and Dąbek</title>",
        "<h2>Ecomap</h2>",
        "<h2>Relationships that last</h2>",
        "Nerys Prosser, grandmother of Lowri",
    ] {
        assert!(page.contains(words), "{words:?} is not on the page");
    }
    assert!(!page.contains("<script") && !page.contains("href="));
    let picture = office.says(&["show", "Prosser", "genogram", "--svg"]);
    assert!(picture.starts_with("<svg ") && picture.contains("class=\"household\""));
}

#[test]
fn a_family_of_which_nobody_is_recorded_yet_says_so() {
    let mut desk = genogram("kuba");
    desk.at(80, 24).press("@").type_text("1 Jan 1950\n");
    desk.shows("Genogram").shows("Nobody is recorded yet");
}

#[test]
fn going_back_from_a_person_leads_to_the_genogram_again() {
    let mut desk = genogram("kuba");
    desk.at(80, 24).press("enter").shows("People · 14");
    desk.press("esc").shows("Genogram · from Kuba");
}
