//! The relationships that last at a desk and without one: writing down who is there, asking the child, deciding on a request,
//! keeping a promise, the map.

use super::desk::Desk;
use super::plain::Office;
use throughline::record::{Answer, OwnView, Standing};

/// Jordan, who leaves care on 2 February 2027.
fn jordan() -> Desk {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/").type_text("jordan");
    desk.press("enter enter 2 R").shows("Who is there, 7");
    desk
}

#[test]
fn the_relationships_and_their_map_at_every_size() {
    for (columns, rows) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
        let mut desk = jordan();
        desk.at(columns, rows)
            .snapshot(&format!("relationships_{columns}x{rows}"));
        desk.press("m")
            .snapshot(&format!("relationships_map_{columns}x{rows}"));
    }
    let mut desk = jordan();
    desk.ascii().snapshot("relationships_80x24_ascii");
    desk.press("m").snapshot("relationships_map_80x24_ascii");
    assert!(desk.screen().is_ascii() || desk.screen().contains('é'));
    for (columns, rows) in [(1, 1), (20, 4), (44, 17), (61, 17), (159, 27), (300, 90)] {
        let mut desk = jordan();
        desk.at(columns, rows)
            .press("tab tab tab tab tab j j enter p z z esc esc 2 R m j j G g g m c");
    }
}

#[test]
fn somebody_is_written_down_and_counts_once_the_child_was_asked_and_calls_it_loving_and_safe() {
    let mut desk = jordan();
    desk.at(120, 40).shows("So that it lasts, 2 of 2");
    desk.press("a").shows("Add a relationship");
    desk.press("ctrl-s")
        .shows("Choose who it is, or write the name below.");
    let form = desk.model.form_mut().unwrap();
    form.put("name", "Priya from next door");
    form.put("standing", "Community");
    desk.press("ctrl-s").shows("Saved: add a relationship");
    desk.shows("So that it lasts, 2 of 2")
        .shows("Has the child been asked");
    desk.press("s").shows("Change a relationship");
    let form = desk.model.form_mut().unwrap();
    assert_eq!(form.text("asked_on"), "23/11/2026");
    form.put("ring", "Friends");
    form.put("loving", "Yes");
    form.put("safe", "Yes");
    desk.press("ctrl-s").shows("So that it lasts, 3, 2 wanted");
    let file = &desk.model.case().unwrap().file;
    let mut all = file.relationships.values();
    let added = all.find(|one| one.body.name == "Priya from next door");
    assert_eq!(added.unwrap().body.safe, OwnView::Yes);
    desk.press("u").shows("So that it lasts, 2 of 2");
}

#[test]
fn who_is_known_from_elsewhere_need_not_be_typed_again() {
    let mut desk = jordan();
    desk.at(120, 40);
    for _ in 0..12 {
        let pane = &desk.model.case().unwrap().family.relationships;
        if pane.chosen_unwritten().is_none() {
            desk.press("j");
        }
    }
    let pane = &desk.model.case().unwrap().family.relationships;
    assert_eq!(pane.chosen_unwritten().unwrap().name, "Kyra");
    desk.shows("among the family's bonds");
    desk.press("x").shows("Change it there");
    desk.press("s").shows("Add a relationship");
    let form = desk.model.form_mut().unwrap();
    assert_eq!(form.text("standing"), "Sibling");
    assert_eq!(form.text("asked_on"), "23/11/2026");
    desk.press("ctrl-s").shows("Saved: add a relationship");
    let file = &desk.model.case().unwrap().file;
    let kyra = file.relationships.values().find(|one| {
        let body = &one.body;
        body.person.is_some() && body.standing == [Standing::Sibling]
    });
    assert!(kyra.is_some());
}

#[test]
fn a_request_is_decided_with_who_and_why_and_is_no_longer_due() {
    let mut desk = jordan();
    desk.at(120, 40).press("tab tab");
    desk.shows("Contact with Bev");
    desk.press("d").shows("Change contact after care");
    let form = desk.model.form_mut().unwrap();
    assert_eq!(form.text("decided_on"), "23/11/2026");
    form.put("answer", "Agreed");
    desk.press("ctrl-s").shows("a decision has a name to it");
    desk.model.form_mut().unwrap().put("decided_by", "J Singh");
    desk.press("ctrl-s").shows("the young person will ask");
    let form = desk.model.form_mut().unwrap();
    form.put("why", "He asked, and so did she.");
    form.put("boundary", "As herself.");
    form.put("review_on", "2/3/2027");
    desk.press("ctrl-s").shows("agreed 23 Nov 2026 by J Singh");
    let file = &desk.model.case().unwrap().file;
    let open = |answer| answer == Answer::Open;
    let mut all = file.contacts_after_care.values();
    assert!(!all.any(|one| open(one.body.answer)));
}

#[test]
fn a_promise_that_was_kept_is_said_so_and_goes_from_what_is_due() {
    let mut desk = jordan();
    desk.at(120, 40).press("tab tab tab");
    desk.shows("To ring Jordan on the day of the panel");
    desk.press("d").shows("Change a promise");
    let form = desk.model.form_mut().unwrap();
    assert_eq!(form.text("kept_on"), "23/11/2026");
    form.put("not_kept", "He forgot.");
    desk.press("ctrl-s").shows("Leave one of the two");
    desk.model.form_mut().unwrap().put("not_kept", "");
    desk.press("ctrl-s").shows("Promises, 1 open");
}

#[test]
fn the_map_leads_from_child_to_child_and_back_to_the_lists() {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/").type_text("kuba");
    desk.press("enter enter 2 R m")
        .shows("The circles around Kuba")
        .shows("LS Delroy (fc)")
        .shows("? Wren (sib)")
        .shows("LS loving and safe");
    desk.press("c").shows("The circles around Wren");
    desk.press("G").shows("The same in words");
    desk.press("esc").shows("Who is there, ");
}

#[test]
fn the_map_changes_no_line_that_it_does_not_show() {
    let mut desk = jordan();
    desk.press("tab tab").shows("Contact with Bev");
    desk.press("m");
    for key in ["d", "s", "e", "x"] {
        desk.press(key)
            .shows("The circles around Jordan")
            .shows("The map is shown; m brings the lists back to choose in.");
    }
    desk.press("a").shows("Add a relationship");
    desk.press("esc").shows("The circles around Jordan");
    desk.press("m d").shows("Change contact after care");
    // Somebody of whom no relationship is written yet is chosen in the lists.
    let mut desk = jordan();
    for _ in 0..12 {
        let pane = &desk.model.case().unwrap().family.relationships;
        if pane.chosen_unwritten().is_none() {
            desk.press("j");
        }
    }
    desk.press("m e").shows("The map is shown");
    desk.press("s").shows("The circles around Jordan");
}

#[test]
fn the_map_says_once_that_somebody_ended() {
    let mut desk = jordan();
    desk.at(120, 40)
        .press("m G")
        .shows("ended: Liam from Castle Road (not asked yet; friend or peer)");
}

#[test]
fn a_due_promise_leads_to_its_record() {
    let mut desk = Desk::demo();
    desk.at(200, 60).press("/").type_text("jordan");
    desk.press("enter enter 9 tab tab");
    let rule = |desk: &Desk| {
        let pane = &desk.model.case().unwrap().supervision;
        pane.chosen_due().unwrap().rule.clone()
    };
    for _ in 0..20 {
        if rule(&desk) != "PROMISE" {
            desk.press("j");
        }
    }
    desk.shows("Deacon promised it on 2 November 2026");
    desk.press("m")
        .shows("Change a promise")
        .shows("To ring Jordan on the day of the panel");
}

#[test]
fn the_plain_page_tells_it_all_in_words() {
    let office = Office::open();
    let said = office.says(&["show", "Lyle", "relationships"]);
    for line in [
        "Relationships of Jordan",
        "  At least 2 by leaving care on 2 February 2027: 2 that Jordan calls loving and safe. 3 people were not asked about yet.",
        "  Trusted adult: Bev",
        "  Link person: Deacon",
        "  Maureen",
        "    Who they are: former carer",
        "    The child says: loving and safe",
        "    Helps with: Getting to services; Rights and money; Study and work",
        "  Kyra",
        "    Who they are: brother or sister",
        "    The child says: not asked yet",
        "  What would break",
        "    If Jordan moved from Rowan House: Bev and Ash, in the room next to his; one loving and safe would be left",
        "    Children's home, Castle Road, 11 Jun 2021 to 5 Sep 2022: Liam from Castle Road",
        "    home now: Children's home, Rowan House, 5 miles",
        "  Contact with Bev after care",
        "    How it was decided: open since 8 Sep 2026, answer by 27 Nov 2026",
        "  Promise by Deacon",
        "    Promise: To ring Jordan on the day of the panel, whatever it says",
        "    How it stands: by 3 Dec 2026",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    let page = office.json(&["show", "Lyle", "relationships"]);
    let child = &page["children"][0];
    assert_eq!(child["target"]["there"], 2);
    assert_eq!(child["target"]["in_view"], true);
    assert_eq!(child["people"][0]["counts"], true);
    let early = office.says(&["show", "Haddad", "relationships"]);
    assert!(
        early.contains("Not in care, so there is no target."),
        "{early}"
    );
    let due = office.says(&["due", "--case", "Lyle"]);
    assert!(due.contains("Promise: To ring Jordan"), "{due}");
    assert!(
        due.contains("Answer to the request for contact with Bev"),
        "{due}"
    );
}
