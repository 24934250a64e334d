//! The form for people who live together.

use super::super::{Around, Form, Input, Refusal};
use super::{date, ends_first, line, long, who};
use crate::record::{Household, RecordId};

pub(super) fn input(name: &str, home: Option<&Household>, around: Around<'_>) -> Option<Input> {
    match name {
        "name" => line(home.map_or("", |home| &home.name)),
        "people" => {
            // Where a child lives follows from its homes: a child is only ticked by somebody who means it.
            let is_here = |id: &RecordId| {
                let person = around.file.people.get(id);
                person.is_some_and(|person| !person.body.is_child)
            };
            let begins: Vec<RecordId> = around.beside.into_iter().filter(is_here).collect();
            who(home.map_or(&begins, |home| &home.people), around)
        }
        "since" => date(home.and_then(|home| home.since.as_ref())),
        "until" => date(home.and_then(|home| home.until.as_ref())),
        "note" => long(home.map_or("", |home| &home.note)),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Household>,
    around: Around<'_>,
) -> Result<Household, Refusal> {
    let (since, until) = was.map_or((None, None), |was| (was.since, was.until));
    let home = Household {
        name: form.text("name"),
        people: form.ids("people"),
        since: form.date("since", since.as_ref(), around.today),
        until: form.date("until", until.as_ref(), around.today),
        note: form.text("note"),
    };
    if home.people.is_empty() {
        return Err(Refusal::new("people", "Choose who lives there."));
    }
    match ends_first(home.since.as_ref(), home.until.as_ref()) {
        true => Err(Refusal::new(
            "until",
            "This is before the day on which it began.",
        )),
        false => Ok(home),
    }
}
