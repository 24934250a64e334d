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
    desk.press("right").shows("▌(Wren 6)").press("left left").shows("▌(Lowri 12)");
    desk.press("up").shows("▌[Paweł 37–38]").press("right").shows("▌(Siân 34)");
    desk.press("up").shows("Nerys Prosser, grandmother of Kuba").shows("▌(Nerys 65)");
    desk.press("enter").shows("Prosser").shows("known as Nain");
    assert!(desk.screen().contains("People"), "the list of people");
}

#[test]
fn branches_fold_names_shrink_and_the_family_is_seen_from_anybody() {
    let mut desk = genogram("kuba");
    desk.at(120, 40).press("up right space").shows("3 folded away").shows("(Siân 34)+3");
    desk.hides("Bethan").press("space").shows("Bethan 30");
    desk.press("-").shows("(SP)").press("+ +").shows("Siân Prosser 34");
    desk.press("s").shows("from Siân").shows("((Siân Prosser 34))").shows("Emrys Prosser, father of Siân");
}

#[test]
fn households_care_that_ended_and_emotional_lines_are_switched() {
    let mut desk = genogram("kuba");
    desk.at(120, 40).hides("since 2025").press("o").shows("Siân, since 2025");
    desk.hides("Ruth").press("O").shows("(Ruth)").shows("F 2022–2023");
    desk.press("tab tab").shows("Lines and key").shows("[x] who lives together");
    desk.press("enter").shows("[ ] who lives together").shows("somebody who is not recorded");
}

#[test]
fn an_earlier_day_shows_the_family_as_it_was_known() {
    let mut desk = genogram("kuba");
    desk.at(120, 40).press("@").type_text("1 Jun 2022\n").shows("As at");
    desk.hides("Yvonne").shows("K 2022").shows("Lowri 7");
}

#[test]
fn a_page_without_a_screen_tells_the_same_in_words_and_draws_it() {
    let office = Office::with_sample();
    let page = office.told(&["show", "Prosser", "genogram"]);
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
    let json = office.told(&["show", "Prosser", "genogram", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["people"].as_array().unwrap().len() >= 12);
}
