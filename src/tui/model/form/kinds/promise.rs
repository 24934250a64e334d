//! The form for what somebody promised a child.

use super::super::{Around, Form, Input, Refusal};
use super::{date, day_of, line, long, one_child, one_person};
use crate::record::{FuzzyDate, Promise};

pub(super) fn input(name: &str, promise: Option<&Promise>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Promise) -> &str| promise.map_or("", part);
    match name {
        "child" => one_child(promise.map(|one| one.child), around),
        "words" => long(text(|one| &one.words)),
        "person" => {
            let child = promise.map(|one| one.child).or(around.child);
            one_person(promise.and_then(|one| one.person), child, around)
        }
        "by" => line(text(|one| &one.by)),
        "made-on" => day_of(promise.is_none(), promise.map(|one| &one.made_on), around),
        "due" => date(promise.and_then(|one| one.due.as_ref())),
        // What is only being promised was neither kept nor broken yet.
        "kept-on" => date(promise?.kept_on.as_ref()),
        "not-kept" => long(&promise?.not_kept),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Promise>,
    around: Around<'_>,
) -> Result<Promise, Refusal> {
    let child = form
        .id("child")
        .ok_or_else(|| Refusal::new("child", "Choose the child to whom it was promised."))?;
    let was = was.as_ref();
    let when = |name: &str, part: fn(&Promise) -> Option<&FuzzyDate>| {
        form.date(name, was.and_then(part), around.today)
    };
    let made_on = was.map(|was| &was.made_on);
    let promise = Promise {
        child,
        person: form.id("person"),
        by: form.text("by"),
        words: form.text("words"),
        made_on: form.date_or_unknown("made-on", made_on, around.today),
        due: when("due", |was| was.due.as_ref()),
        kept_on: when("kept-on", |was| was.kept_on.as_ref()),
        not_kept: form.text("not-kept"),
    };
    let kept = promise.kept_on.as_ref().and_then(FuzzyDate::anchor);
    let missing = [
        (
            promise.words.is_empty(),
            "words",
            "Write what was promised.",
        ),
        (
            promise.person.is_none() && promise.by.is_empty(),
            "person",
            "Choose who promised it, or write the name below.",
        ),
        (
            kept.is_some_and(|day| day > around.today),
            "kept-on",
            "That day is still ahead. Write the day on which it was kept.",
        ),
        (
            promise.kept_on.is_some() && !promise.not_kept.is_empty(),
            "not-kept",
            "It says both that it was kept and that it was not. Leave one of the two.",
        ),
    ];
    match missing.into_iter().find(|(is_missing, ..)| *is_missing) {
        Some((_, field, words)) => Err(Refusal::new(field, words)),
        None => Ok(promise),
    }
}
