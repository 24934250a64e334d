//! Answers of the store that come late, in another order, or after the screen was locked.

use super::desk::Desk;
use super::forms::{add, chronology, entry, file};
use super::lock::{open, sealed};
use throughline::record::*;

fn family(desk: &Desk) -> String {
    let case = desk.model.case().unwrap();
    case.file.name().to_owned()
}

#[test]
fn a_case_that_arrives_after_a_lock_is_not_shown() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    desk.press("enter");
    let name = family(&desk);
    desk.press("esc").hold().press("enter L").release();
    desk.shows("Locked").does_not_show(&name);
    assert!(desk.model.case().is_none());
}

#[test]
fn a_save_that_ends_after_a_lock_says_nothing_of_the_case() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    // Nothing cites an entry that was just written, so it can be removed.
    desk.press("enter 3 a")
        .type_text("23/11/26")
        .press("tab")
        .type_text("A visit.")
        .press("ctrl-s")
        .shows("Saved: add an entry");
    desk.hold().press("x L").release();
    desk.shows("Locked")
        .does_not_show("Saved")
        .does_not_show("remove an entry");
    assert!(desk.model.done.is_empty());
}

#[test]
fn an_answer_from_before_a_lock_does_not_enter_the_next_session() {
    let (mut desk, _folder) = sealed(None);
    open(&mut desk);
    desk.hold().press("enter L");
    let late = desk.take_held();
    desk.release();
    open(&mut desk);
    for answer in late {
        desk.tell(answer);
    }
    desk.shows("Caseload");
    assert!(desk.model.case().is_none());
}

#[test]
fn only_the_case_that_was_asked_for_last_opens() {
    let mut desk = Desk::demo();
    desk.press("j j enter");
    let last = family(&desk);
    desk.press("esc g g")
        .hold()
        .press("enter j j enter")
        .release_backwards();
    assert_eq!(family(&desk), last);
}

#[test]
fn undo_waits_for_a_save_and_takes_back_no_other_change() {
    let mut desk = chronology();
    add(&mut desk, "The first.");
    add(&mut desk, "The second.");
    desk.shows("The second.").hold().press("x u").release();
    assert!(entry(&desk, "The first.").is_some());
    assert!(entry(&desk, "The second.").is_none(), "removed, not undone");
    desk.press("u").shows("Taken back: remove an entry");
    assert!(entry(&desk, "The second.").is_some());
}

#[test]
fn undo_says_that_a_save_is_on_its_way() {
    let mut desk = chronology();
    add(&mut desk, "The first.");
    desk.hold().press("x u").shows("still being saved");
}

#[test]
fn a_form_closes_on_its_own_save_only() {
    let mut desk = chronology();
    add(&mut desk, "The first.");
    add(&mut desk, "The second.");
    let first = entry(&desk, "The first.").unwrap().clone();
    // The second entry is removed; before that is on the disk, the first is changed, which collides with somebody.
    desk.hold().press("x k e tab").type_text(" Mine.");
    desk.shows("The first. Mine.");
    let mut theirs = first.body.clone();
    theirs.action = "Rang the school.".to_owned();
    let put = Write::Put(first.id(), Box::new(Body::Entry(theirs)));
    let change = Change::of(
        file(&desk),
        first.meta.case,
        "J Singh",
        "change an entry",
        desk.model.now,
        vec![put],
    );
    desk.somebody_else_saves(change);
    desk.press("ctrl-s").release();
    desk.shows("The first. Mine.")
        .shows("Somebody else saved this too");
    assert_eq!(desk.model.drafts.len(), 1, "what was typed is still kept");
}

#[test]
fn a_form_that_is_being_saved_stays_until_it_is_on_the_disk() {
    let mut desk = chronology();
    desk.press("a tab").type_text("The first.");
    desk.hold().press("ctrl-s esc").shows("being saved");
    desk.type_text("lost").shows("The first.").release();
    desk.shows("Saved: add an entry")
        .does_not_show("Add an entry");
    assert!(entry(&desk, "The first.").is_some());
    assert!(desk.model.drafts.is_empty());
}

#[test]
fn a_history_read_before_a_save_never_replaces_one_with_it() {
    for backwards in [false, true] {
        let mut desk = chronology();
        add(&mut desk, "The first.");
        desk.hold().press("@").type_text("1 nov 2026\n").press("x");
        match backwards {
            true => desk.release_backwards(),
            false => desk.release(),
        };
        let revisions = desk.model.case().unwrap().revisions.as_ref().unwrap();
        let removed = revisions.iter().filter(|one| one.meta.removed.is_some());
        assert_eq!(removed.count(), 1, "backwards: {backwards}");
    }
}
