//! The forms for capacity that a carer shows, and for a lapse within it.

use super::super::{Around, Form, Input, Layout, Refusal};
use super::{date, entries, ids, long, none_yet, one, people, several};
use crate::record::{FuzzyDate, Lapse, RecordId, ShownCapacity};

fn carer(chosen: Option<RecordId>, around: Around<'_>) -> Option<Input> {
    let mut options = people(around, false);
    options.insert(0, none_yet());
    one(
        options,
        &chosen.map_or(String::new(), |carer| carer.to_string()),
    )
}

fn evidence(chosen: &[RecordId], around: Around<'_>) -> Option<Input> {
    several(entries(around, None), &ids(chosen), Layout::List)
}

fn the_carer(form: &Form) -> Result<RecordId, Refusal> {
    form.id("carer")
        .ok_or_else(|| Refusal::new("carer", "Choose the carer whom this is about."))
}

fn a_day(
    form: &Form,
    name: &str,
    was: Option<&FuzzyDate>,
    around: Around<'_>,
) -> Result<FuzzyDate, Refusal> {
    let day = form.date_or_unknown(name, was, around.today);
    match day.anchor() {
        Some(_) => Ok(day),
        None => Err(Refusal::new(
            name,
            "Write a day as nearly as it is known, such as 20/02/23 or mar 2023.",
        )),
    }
}

pub(super) fn input(
    name: &str,
    shown: Option<&ShownCapacity>,
    around: Around<'_>,
) -> Option<Input> {
    match name {
        "carer" => carer(shown.map(|shown| shown.carer), around),
        "from" => date(shown.map(|shown| &shown.from)),
        "to" => date(shown.and_then(|shown| shown.to.as_ref())),
        "evidence" => long(shown.map_or("", |shown| &shown.evidence)),
        "entries" => evidence(shown.map_or(&[], |shown| &shown.entries), around),
        "why-ended" => long(shown.map_or("", |shown| &shown.why_ended)),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<ShownCapacity>,
    around: Around<'_>,
) -> Result<ShownCapacity, Refusal> {
    let (from, to) = was.map_or((None, None), |was| (Some(was.from), was.to));
    let shown = ShownCapacity {
        carer: the_carer(form)?,
        from: a_day(form, "from", from.as_ref(), around)?,
        to: form.date("to", to.as_ref(), around.today),
        evidence: form.text("evidence"),
        entries: form.ids("entries"),
        why_ended: form.text("why-ended"),
    };
    if shown.evidence.is_empty() {
        return Err(Refusal::new(
            "evidence",
            "Write what has changed: actual change, not willingness or keeping appointments.",
        ));
    }
    if shown.to.is_some() && shown.why_ended.is_empty() {
        return Err(Refusal::new(
            "why-ended",
            "Write why it is no longer taken as shown. A lapse alone does not end it.",
        ));
    }
    Ok(shown)
}

pub(super) fn lapse_input(name: &str, lapse: Option<&Lapse>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Lapse) -> &str| lapse.map_or("", part);
    match name {
        "carer" => carer(lapse.map(|lapse| lapse.carer), around),
        "on" => date(lapse.map(|lapse| &lapse.on)),
        "what" => long(text(|lapse| &lapse.what)),
        "how-met" => long(text(|lapse| &lapse.how_met)),
        "direction" => long(text(|lapse| &lapse.direction)),
        "entries" => evidence(lapse.map_or(&[], |lapse| &lapse.entries), around),
        _ => None,
    }
}

pub(super) fn lapse(form: &Form, was: Option<Lapse>, around: Around<'_>) -> Result<Lapse, Refusal> {
    let lapse = Lapse {
        carer: the_carer(form)?,
        on: a_day(form, "on", was.as_ref().map(|was| &was.on), around)?,
        what: form.text("what"),
        how_met: form.text("how-met"),
        direction: form.text("direction"),
        entries: form.ids("entries"),
    };
    match lapse.what.is_empty() {
        true => Err(Refusal::new("what", "Write what happened.")),
        false => Ok(lapse),
    }
}
