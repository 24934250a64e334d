//! The form for a visit, a review or another formal step.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{children, day_of, ids, line, linked, long, none_yet, one, several};
use crate::insight::words::first_large;
use crate::practice::timescales;
use crate::record::Occasion;

pub(super) fn input(name: &str, occasion: Option<&Occasion>, around: Around<'_>) -> Option<Input> {
    let chosen_children = |part: fn(&Occasion) -> &Vec<crate::record::RecordId>| {
        let chosen = occasion.map_or(&[][..], |occasion| part(occasion));
        several(children(around), &ids(chosen), Layout::Flow)
    };
    match name {
        "what" => {
            let known = timescales().occasions.iter();
            let known = known.map(|kind| Choosable::new(&kind.id, first_large(&kind.name)));
            let options = [none_yet()].into_iter().chain(known);
            let chosen = occasion.map_or(around.occasion.unwrap_or(""), |occasion| &occasion.what);
            one(options.collect(), chosen)
        }
        "on" => day_of(
            occasion.is_none(),
            occasion.map(|occasion| &occasion.on),
            around,
        ),
        "children" => {
            let of_child = around.child.map_or_else(Vec::new, |child| vec![child]);
            let chosen = occasion.map_or(of_child.as_slice(), |occasion| &occasion.children);
            several(children(around), &ids(chosen), Layout::Flow)
        }
        "seen" => chosen_children(|occasion| &occasion.seen),
        "seen-alone" => chosen_children(|occasion| &occasion.seen_alone),
        "why-not-alone" => long(occasion.map_or("", |occasion| &occasion.why_not_alone)),
        "by" => line(occasion.map_or("", |occasion| &occasion.by)),
        "outcome" => long(occasion.map_or("", |occasion| &occasion.outcome)),
        "entries" => linked(occasion.map_or(&[], |occasion| &occasion.entries), around),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Occasion>,
    around: Around<'_>,
) -> Result<Occasion, Refusal> {
    let on = was.map(|was| was.on);
    let occasion = Occasion {
        what: form.text("what"),
        on: form.date_or_unknown("on", on.as_ref(), around.today),
        children: form.ids("children"),
        seen: form.ids("seen"),
        seen_alone: form.ids("seen-alone"),
        why_not_alone: form.text("why-not-alone"),
        by: form.text("by"),
        outcome: form.text("outcome"),
        entries: form.ids("entries"),
    };
    if occasion.what.is_empty() {
        return Err(Refusal::new("what", "Choose what it was."));
    }
    match occasion.on.anchor() {
        None => {
            let words = "Write the day: what is due next counts from it.";
            return Err(Refusal::new("on", words));
        }
        Some(day) if day > around.today => {
            let words = "That day is still ahead. Write it down once it has taken place.";
            return Err(Refusal::new("on", words));
        }
        Some(_) => {}
    }
    let seen_alone = &occasion.seen_alone;
    let of_whom = |id: &crate::record::RecordId| {
        occasion.children.is_empty() || occasion.children.contains(id)
    };
    if !seen_alone.iter().chain(&occasion.seen).all(of_whom) {
        let words = "A child is ticked as seen for whom it was not. Tick them above too.";
        return Err(Refusal::new("children", words));
    }
    Ok(occasion)
}
