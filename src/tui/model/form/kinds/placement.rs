//! The form for where a child lived.

use super::super::{Around, Form, Input, Layout, Refusal};
use super::{date, ids, line, long, one_child, people, several};
use crate::record::Placement;

pub(super) fn input(
    name: &str,
    placement: Option<&Placement>,
    around: Around<'_>,
) -> Option<Input> {
    let text = |part: fn(&Placement) -> &str| placement.map_or("", part);
    match name {
        "child" => one_child(placement.map(|placement| placement.child), around),
        "from" => date(placement.map(|placement| &placement.from)),
        "to" => date(placement.and_then(|placement| placement.to.as_ref())),
        "kind" => line(text(|placement| &placement.kind)),
        "carer" => line(text(|placement| &placement.carer)),
        "carers" => {
            let carers = placement.map_or(&[][..], |placement| &placement.carers);
            several(people(around, false), &ids(carers), Layout::Flow)
        }
        "place" => line(text(|placement| &placement.place)),
        "miles" => {
            let miles = placement.and_then(|placement| placement.miles_from_home);
            line(&miles.map_or_else(String::new, |miles| miles.to_string()))
        }
        "why-ended" => long(text(|placement| &placement.why_ended)),
        "note" => long(text(|placement| &placement.note)),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Placement>,
    around: Around<'_>,
) -> Result<Placement, Refusal> {
    let child = form
        .id("child")
        .ok_or_else(|| Refusal::new("child", "Choose the child who lived there."))?;
    if form.text("kind").is_empty() && form.text("carer").is_empty() {
        return Err(Refusal::new(
            "kind",
            "Say what kind of home it is, or who cared for the child.",
        ));
    }
    let miles = match form.text("miles") {
        none if none.is_empty() => None,
        miles => Some(miles.parse().map_err(|_| {
            Refusal::new(
                "miles",
                format!("\"{miles}\" is not a whole number of miles. Write 12, or leave it empty."),
            )
        })?),
    };
    let (from, to) = was.map_or((None, None), |was| (Some(was.from), was.to));
    Ok(Placement {
        child,
        from: form.date_or_unknown("from", from.as_ref(), around.today),
        to: form.date("to", to.as_ref(), around.today),
        kind: form.text("kind"),
        carer: form.text("carer"),
        carers: form.ids("carers"),
        place: form.text("place"),
        miles_from_home: miles,
        why_ended: form.text("why-ended"),
        note: form.text("note"),
    })
}
