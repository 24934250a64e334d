//! What is refused of a child's relationships, of contact after care and of promises.

use super::super::Refusal;
use super::refuse;
use crate::record::{Answer, ContactAfterCare, OwnView, Promise, Relationship};

pub fn check(one: &Relationship) -> Option<Refusal> {
    if one.person.is_none() && one.name.is_empty() {
        return refuse("person", "Choose who it is, or write the name below.");
    }
    if one.person == Some(one.child) {
        return refuse("person", "This is the child. Choose somebody else.");
    }
    let was_asked = [one.loving, one.safe]
        .iter()
        .any(|view| *view != OwnView::NotAsked);
    if was_asked && one.asked_on.is_none() {
        return refuse(
            "asked_on",
            "Write the day the child was asked; “not known” is an answer too.",
        );
    }
    None
}

pub fn check_contact(one: &ContactAfterCare) -> Option<Refusal> {
    let is_open = one.answer == Answer::Open;
    let missing = [
        (
            one.person.is_none() && one.name.is_empty(),
            "person",
            "Choose who with, or write the name below.",
        ),
        (
            is_open && one.decided_on.is_some(),
            "answer",
            "A day of decision stands here. Choose what was decided, or take the day away.",
        ),
        (
            !is_open && one.decided_on.is_none(),
            "decided_on",
            "Write the day it was decided.",
        ),
        (
            !is_open && one.decided_by.is_empty(),
            "decided_by",
            "Write who decided: a decision has a name to it.",
        ),
        (
            !is_open && one.why.is_empty(),
            "why",
            "Write why: the young person will ask, now or in ten years.",
        ),
    ];
    first(missing)
}

pub fn check_promise(promise: &Promise) -> Option<Refusal> {
    let is_by_nobody = promise.person.is_none() && promise.by.is_empty();
    let is_both = promise.kept_on.is_some() && !promise.not_kept.is_empty();
    first([
        (
            is_by_nobody,
            "person",
            "Choose who promised it, or write the name below.",
        ),
        (
            is_both,
            "not_kept",
            "It says both that it was kept and that it was not. Leave one of the two.",
        ),
    ])
}

/// The first of what is missing.
fn first<const N: usize>(missing: [(bool, &str, &str); N]) -> Option<Refusal> {
    let first = missing.into_iter().find(|(is_missing, ..)| *is_missing);
    first.map(|(_, field, words)| Refusal::new(field, words))
}
