//! The form for a family.

use super::super::{Around, Form, Input, Refusal};
use super::{date, line, long};
use crate::record::Case;

pub(super) fn input(name: &str, case: Option<&Case>, _: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Case) -> &str| case.map_or("", part);
    match name {
        "name" => line(text(|case| &case.name)),
        "worker" => line(text(|case| &case.worker)),
        "reference" => line(text(|case| &case.reference)),
        "opened" => date(case.and_then(|case| case.opened.as_ref())),
        "closed" => date(case.and_then(|case| case.closed.as_ref())),
        "note" => long(text(|case| &case.note)),
        _ => None,
    }
}

pub(super) fn body(form: &Form, was: Option<Case>, around: Around<'_>) -> Result<Case, Refusal> {
    let was = was.unwrap_or_default();
    let name = form.text("name");
    if name.is_empty() {
        return Err(Refusal::new(
            "name",
            "A family needs the name by which the team speaks of it.",
        ));
    }
    Ok(Case {
        name,
        reference: form.text("reference"),
        worker: form.text("worker"),
        opened: form.date("opened", was.opened.as_ref(), around.today),
        closed: form.date("closed", was.closed.as_ref(), around.today),
        note: form.text("note"),
    })
}
