//! The ecomap, emotional lines and households without a screen: in lines, as JSON, and as a picture.

use super::plain::Office;

#[test]
fn the_ecomap_is_told_person_by_person_and_names_what_is_not_drawn() {
    let office = Office::open();
    let said = office.says(&["show", "Prosser", "ecomap"]);
    for line in [
        "In the middle: The family",
        "In the middle: Kuba",
        "  Siân (informal): strong, with stress; gives and takes. He loves being at home and keeps watch there.",
        "  Not on this day: Mr Obuya at Alderbridge (formal): strong; gives to them; Jan 2022 to Jul 2025. Ended when she left primary school.",
        "How to read it",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    assert!(
        !said.contains("In the middle: Wren"),
        "nothing is written of her"
    );
    let one = office.says(&["show", "Prosser", "ecomap", "--of", "sian"]);
    assert!(one.contains("Northmere Recovery Service") && !one.contains("In the middle: Kuba"));
    let wren = office.says(&["show", "Prosser", "ecomap", "--of", "wren"]);
    assert!(wren.contains("  No connection is recorded.\n"), "{wren}");
    assert!(
        wren.contains("nobody has said how strong: Nerys Prosser (trusted adult)"),
        "{wren}"
    );
    let page = office.json(&["show", "Prosser", "ecomap", "--of", "family"]);
    let connections = page["ecomaps"][0]["connections"].as_array().unwrap();
    let centre = connections
        .iter()
        .find(|one| one["with"] == "Lantern Lane contact centre");
    let centre = centre.unwrap();
    assert_eq!(centre["stress"], true);
    assert_eq!(centre["kind"], "formal");
    assert_eq!(centre["evidence"].as_array().unwrap().len(), 1);
}

#[test]
fn a_picture_is_printed_of_what_is_drawn_and_of_nothing_else() {
    let office = Office::open();
    let drawn = office.says(&["show", "kuba", "ecomap", "--of", "Kuba", "--svg"]);
    assert!(drawn.starts_with("<svg xmlns="), "{drawn}");
    assert!(drawn.contains("<title id=\"ecomap-title\">Ecomap: Kuba</title>"));
    assert_eq!(drawn.matches("class=\"system\"").count(), 9);
    let all = office.says(&["show", "kuba", "ecomap", "--svg"]);
    assert_eq!(all.matches("<g class=\"ecomap\">").count(), 4);
    let refused = office.refuses(&["show", "kuba", "plan", "--svg"]);
    assert!(
        refused.contains("Only the genogram and the ecomap"),
        "{refused}"
    );
    let refused = office.refuses(&["show", "kuba", "plan", "--of", "Kuba"]);
    assert!(refused.contains("Only the ecomap"), "{refused}");
    let refused = office.refuses(&["show", "kuba", "ecomap", "--of", "Zebedee"]);
    assert!(
        refused.contains("Nobody whose name begins with"),
        "{refused}"
    );
}

#[test]
fn the_family_tells_how_people_get_on_and_who_sees_it_so() {
    let office = Office::open();
    let said = office.says(&["show", "Prosser", "family"]);
    let line = "  Paweł Dąbek has physically abused Siân Prosser (20 Feb 2021; seen so by Siân, the police, and Paweł himself, who accepted it the next day)";
    assert!(said.lines().any(|said| said == line), "{said}");
    assert!(said.contains("  Nerys's flat: Nerys Prosser\n"), "{said}");
    let page = office.json(&["show", "Prosser", "family"]);
    let harm = &page["emotional_lines"][0];
    assert_eq!(harm["kind"], "physical abuse");
    assert_eq!(harm["evidence"].as_array().unwrap().len(), 1);
}

#[test]
fn as_at_an_earlier_day_what_had_begun_is_connected_and_nothing_that_came_later() {
    let office = Office::open();
    let said = office.says(&["show", "Prosser", "ecomap", "--as-at", "2022-06-01"]);
    assert!(
        said.contains("Alderbridge Primary"),
        "there since 2018: {said}"
    );
    assert!(!said.contains("orchestra"), "{said}");
}
