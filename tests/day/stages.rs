//! The stages pane: where a case stands, what shows it, who has which part, and the reunification framework beside it.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;

/// The stages of Amal and Yusuf, of which nobody has said anything yet.
fn stages() -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text("amal").press("enter enter 0");
    desk
}

/// The chosen item is done, not yet or not needed: the choice is the first field after the child's.
fn mark(desk: &mut Desk, fields: usize, far: &str, words: &str) {
    desk.press("a");
    for _ in 0..fields {
        desk.press("tab");
    }
    desk.type_text(far)
        .press("tab tab")
        .type_text(words)
        .press("ctrl-s");
}

#[test]
fn the_stages_at_every_size() {
    let mut desk = stages();
    desk.press("j j j");
    keep_at_all_sizes(&mut desk, "stages");
}

#[test]
fn a_case_on_its_way_says_what_holds_it() {
    let mut desk = Desk::demo();
    desk.press("/").type_text("ava").press("enter enter 0");
    desk.shows("now in 2 Resilience")
        .press("j j j j")
        .shows("Jane, Daniel, Pauline and Ava know.");
    desk.at(120, 40)
        .press("k k")
        .snapshot("stages_on_its_way_120x40");
}

#[test]
fn the_stage_in_which_the_case_stands_lies_open_and_others_fold() {
    stages()
        .shows("Stages · now in 1 Recognition")
        .shows("- Stage 1")
        .shows("A genogram is drawn")
        .does_not_show("A first zone is decided")
        .press("enter")
        .shows("+ Stage 1")
        .does_not_show("open       A genogram is drawn")
        .press("j enter j j")
        .shows("A first zone is decided");
}

#[test]
fn an_item_is_marked_with_what_shows_it_and_can_be_taken_back() {
    let mut desk = stages();
    desk.press("j j j")
        .shows("The record shows (it ticks nothing)");
    mark(
        &mut desk,
        0,
        "done",
        "Drawn with Rima on the kitchen table.",
    );
    desk.shows("done       A genogram is drawn")
        .shows("Drawn with Rima on the kitchen table.")
        .shows("1 of 14 done, 13 open");
    desk.press("u")
        .shows("0 of 14 done, 14 open")
        .press("U")
        .shows("1 of 14 done");
    desk.press("x")
        .shows("0 of 14 done")
        .press("u")
        .shows("1 of 14 done");
    desk.press("e").shows("Drawn with Rima");
}

#[test]
fn not_yet_and_not_needed_ask_for_a_reason() {
    let mut desk = stages();
    desk.press("j j j");
    mark(&mut desk, 0, "not yet", "");
    desk.shows("Say why it is not yet, so that the next reader knows.")
        .type_text("Gran comes on Friday.")
        .press("ctrl-s")
        .shows("not yet    A genogram is drawn")
        .shows("Gran comes on Friday.");
}

#[test]
fn what_is_asked_for_each_child_is_said_for_each() {
    let mut desk = stages();
    desk.press("j j j j j").shows("A trusted adult is named");
    mark(&mut desk, 1, "done", "Gran.");
    desk.shows("(1 of 2 children)")
        .shows("Amal: done")
        .shows("Yusuf: open");
    mark(&mut desk, 1, "done", "Gran too.");
    desk.shows("done       A trusted adult is named")
        .shows("Yusuf: done");
}

#[test]
fn somebody_is_named_for_a_part_and_the_record_shows_it_without_ticking() {
    let mut desk = stages();
    desk.press("j j j j j N")
        .shows("Trusted adult")
        .press("tab")
        .type_text("christine")
        .press("tab tab")
        .type_text("3 mar 2026")
        .press("ctrl-s")
        .shows("Amal: Christine Lowe")
        .shows("open       A trusted adult is named");
    desk.press("G")
        .shows("Nominated officer")
        .press("N tab")
        .type_text("R Okafor")
        .press("ctrl-s");
    desk.shows("named      Nominated officer: R Okafor");
}

#[test]
fn enter_on_evidence_leads_to_the_record_and_esc_back_to_the_item() {
    let mut desk = stages();
    desk.press("j j j j").shows("The record shows");
    desk.press("tab enter");
    let entry = desk.line_with("[3 Chronology]");
    assert!(!entry.is_empty());
    desk.press("esc").shows("[0 Stages]").shows("S1G.3");
}

#[test]
fn what_the_record_shows_of_zones_and_factors_leads_to_their_panes() {
    let mut desk = Desk::demo();
    desk.press("/").type_text("ava").press("enter enter 0");
    desk.press("j j").shows("S2K.1").press("tab G k k k k");
    desk.shows("▌  Ben: Orange");
    desk.press("enter")
        .shows("[6 Matrix]")
        .press("esc esc")
        .shows("S2K.1");
    desk.press("esc j j j enter j")
        .shows("S2A.1")
        .press("tab enter");
    desk.shows("[5 Factors]").press("esc").shows("S2A.1");
}

#[test]
fn the_framework_s_tasks_lead_to_the_items_that_answer_them() {
    let mut desk = stages();
    desk.press("v")
        .shows("Reunification framework")
        .shows("1.4 The child's trusted adult is named")
        .press("j j j j")
        .shows("In Stage 1 this is answered by")
        .press("tab enter")
        .shows("Stages · now in 1")
        .shows("S1G.4");
    desk.press("v")
        .shows("22 tasks")
        .press("v")
        .shows("now in 1");
}

#[test]
fn a_draft_of_one_item_does_not_come_back_under_another() {
    let mut desk = stages();
    desk.press("j j j a tab tab")
        .type_text("Drawn with Rima.")
        .press("esc");
    desk.press("j a")
        .does_not_show("Drawn with Rima.")
        .press("esc");
    desk.press("k a")
        .shows("Drawn with Rima.")
        .shows("A genogram is drawn");
}

#[test]
fn a_draft_about_one_child_stays_about_that_child() {
    let mut desk = stages();
    desk.press("j j j j j a tab tab tab")
        .type_text("She chose Christine.")
        .press("esc")
        .press("tab g g j j j j j")
        .shows("▌Yusuf: open");
    desk.press("a")
        .shows("She chose Christine.")
        .shows("Child              Amal");
}

#[test]
fn each_parent_may_have_an_advocate_and_a_name_is_taken_back() {
    let mut desk = stages();
    let name = |desk: &mut Desk, parent: &str, who: &str| {
        desk.press("N")
            .type_text(parent)
            .press("tab tab")
            .type_text(who)
            .press("ctrl-s");
    };
    desk.press("G k k k");
    name(&mut desk, "rima", "R Adeyemi");
    name(&mut desk, "sami", "L Osman");
    desk.shows("R Adeyemi for Umm Amal")
        .shows("L Osman for Sami");
    desk.press("x").shows("tab leads to the names");
    desk.press("tab x").shows("Advocate: L Osman for Sami");
    desk.does_not_show("R Adeyemi")
        .press("u")
        .shows("R Adeyemi for Umm Amal");
}

#[test]
fn an_earlier_day_is_read_and_not_written() {
    let mut desk = stages();
    desk.press("@").type_text("1 jan 2025\n");
    desk.press("j j j a")
        .shows("You see what was known on 1 Jan 2025.");
}

#[test]
fn everything_is_told_in_ascii_too() {
    let mut desk = stages();
    desk.ascii().press("j j j j j");
    assert!(desk.screen().is_ascii(), "{}", desk.screen());
}

#[test]
fn what_people_see_on_the_way() {
    let mut desk = stages();
    desk.press("j j j");
    mark(
        &mut desk,
        0,
        "done",
        "Drawn with Rima on the kitchen table.",
    );
    desk.press("j j N tab")
        .type_text("christine")
        .press("tab tab")
        .type_text("3 mar 2026")
        .press("ctrl-s");
    mark(
        &mut desk,
        1,
        "done",
        "Amal chose Christine, whom she tells what worries her.",
    );
    desk.snapshot("stages_item_for_each_child");
    desk.press("k k k k k").snapshot("stages_stage");
    desk.press("G k k k k").snapshot("stages_part");
    desk.press("v j j j j").snapshot("stages_framework");
    desk.press("tab enter a").snapshot("stages_form");
    desk.press("esc N").snapshot("stages_form_part");
    desk.press("esc ?").snapshot("stages_help");
}
