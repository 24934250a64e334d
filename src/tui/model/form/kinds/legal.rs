//! The form for a legal status.

use super::super::{Around, Form, Input, Refusal};
use super::{date, line, long, one_child};
use crate::record::LegalStatus;

pub(super) fn input(name: &str, legal: Option<&LegalStatus>, around: Around<'_>) -> Option<Input> {
    match name {
        "child" => one_child(legal.map(|legal| legal.child), around),
        "status" => line(legal.map_or("", |legal| &legal.status)),
        "code" => line(legal.map_or("", |legal| &legal.code)),
        "from" => date(legal.map(|legal| &legal.from)),
        "to" => date(legal.and_then(|legal| legal.to.as_ref())),
        "note" => long(legal.map_or("", |legal| &legal.note)),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<LegalStatus>,
    around: Around<'_>,
) -> Result<LegalStatus, Refusal> {
    let child = form
        .id("child")
        .ok_or_else(|| Refusal::new("child", "Choose the child who had this status."))?;
    let status = form.text("status");
    if status.is_empty() {
        return Err(Refusal::new("status", "Say which status, in words."));
    }
    let (from, to) = was.map_or((None, None), |was| (Some(was.from), was.to));
    Ok(LegalStatus {
        child,
        status,
        code: form.text("code"),
        from: form.date_or_unknown("from", from.as_ref(), around.today),
        to: form.date("to", to.as_ref(), around.today),
        note: form.text("note"),
    })
}
