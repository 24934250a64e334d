//! The supervision pane at a desk: what it shows at every size, what meets a date, actions that are done, what changed since a
//! day, and the board's part of it.

use super::desk::Desk;

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 40), (200, 60)];

/// The sample family, open in supervision.
fn prosser() -> Desk {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/").type_text("kuba");
    desk.press("enter enter 9").shows("[9 Supervision]");
    desk
}

#[test]
fn supervision_at_every_size() {
    for (columns, rows) in SIZES {
        let name = format!("supervision_{columns}x{rows}");
        prosser().at(columns, rows).snapshot(&name);
    }
    prosser().ascii().snapshot("supervision_80x24_ascii");
    for (columns, rows) in [(1, 1), (20, 4), (61, 17), (159, 27), (300, 90)] {
        prosser()
            .at(columns, rows)
            .press("tab tab tab tab tab j j enter p z z esc esc");
    }
}

#[test]
fn a_session_leads_to_what_was_taken_on_in_it_and_an_old_short_cut_is_asked_about() {
    let mut desk = prosser();
    desk.at(120, 40).shows("Session of 12 Nov 2026");
    desk.shows("that Kuba does not know when");
    desk.press("j j").shows("Session of 22 Nov 2022");
    desk.press("enter G").shows("Action, ");
    desk.press("esc esc");
    let mut desk = prosser();
    desk.at(120, 60)
        .press("j j")
        .shows("straight to what is done");
}

#[test]
fn a_date_tells_its_rule_and_is_met_by_what_it_waits_for() {
    let mut desk = prosser();
    desk.at(120, 40).press("tab tab");
    desk.shows("End of the time in Orange");
    let rule = |desk: &Desk| {
        let pane = &desk.model.case().unwrap().supervision;
        pane.chosen_due().unwrap().rule.clone()
    };
    let dues = desk.model.case().unwrap().supervision.dues.len();
    for _ in 0..dues {
        if rule(&desk) != "D6" {
            desk.press("j");
        }
    }
    let pane = &desk.model.case().unwrap().supervision;
    let due = pane.chosen_due().unwrap();
    assert_eq!(due.day.unwrap().to_string(), "2026-11-26");
    desk.shows("The rule").shows("What would meet it");
    desk.press("m").shows("Add a zone decision");
    let kuba = desk.model.case().unwrap().child;
    assert_eq!(desk.model.form().unwrap().id("child"), kuba);
}

#[test]
fn a_late_visit_is_met_by_a_visit_with_who_was_seen_alone() {
    let mut desk = prosser();
    desk.at(120, 40)
        .press("tab tab")
        .shows("late 13d ago Wren: Visit");
    desk.press("m").shows("Add a visit or meeting");
    let form = desk.model.form_mut().unwrap();
    assert_eq!(form.text("what"), "visit");
    let wren = form.text("children");
    form.put("seen", &wren);
    form.put("seen_alone", &wren);
    form.put("outcome", "She showed me where the hamster lives now.");
    desk.press("ctrl-s").shows("takes it back");
    desk.does_not_show("late 13d ago Wren: Visit");
    desk.shows("alone with Wren: She show")
        .shows("She showed me where the hamster lives now.");
    desk.press("u").shows("late 13d ago Wren: Visit");
}

#[test]
fn an_action_is_done_with_what_came_of_it() {
    let mut desk = prosser();
    desk.at(120, 40).press("tab d").shows("What came of it");
    desk.press("ctrl-s").shows("Write what came of it");
    desk.type_text("She would rather not, and said so kindly.");
    desk.press("ctrl-s").shows("Actions, 2 open");
    desk.press("u").shows("Actions, 3 open");
}

#[test]
fn what_changed_since_a_session_or_any_day_is_shown_and_goes_away_again() {
    let mut desk = prosser();
    desk.at(120, 40)
        .press("s")
        .shows("what changed since: 12/11/2026");
    desk.press("enter")
        .shows("What changed since 12 November 2026");
    desk.press("esc").shows("Session of 12 Nov 2026");
    desk.press("s ctrl-u").type_text("1/1/2099");
    desk.press("enter").shows("still to come");
}

#[test]
fn the_board_tells_what_is_late_and_leads_there() {
    let mut desk = prosser();
    desk.at(120, 40).press("1");
    desk.shows("Supervision and what is due").shows("2 late");
    desk.press("tab tab tab tab enter").shows("[9 Supervision]");
    desk.press("esc").shows("[1 Board]");
}

#[test]
fn as_at_an_earlier_day_nothing_is_written_and_nobody_knew_of_later_sessions() {
    let mut desk = prosser();
    desk.press("@").type_text("1/1/2024").press("enter");
    desk.shows("Supervision, 1").does_not_show("12 Nov 2026");
    desk.press("a").shows("come back to today");
}

#[test]
fn marked_families_are_walked_through_and_no_others() {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/").type_text("haddad");
    desk.press("enter space / ctrl-u").type_text("kuba");
    desk.press("enter space");
    assert_eq!(desk.model.caseload.marked.len(), 2, "two families");
    desk.press("/ ctrl-u enter w").shows("Supervision 1 of 2");
}
