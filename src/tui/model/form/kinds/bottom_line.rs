//! The forms for a bottom line of the plan, and for the plan as it is agreed.

use super::super::{Around, Form, Input, Refusal};
use super::{date, day_of, line, long, plan, who};
use crate::insight::plan::{in_words, parts_today};
use crate::record::{BottomLine, PlanVersion};

pub(super) fn input(name: &str, bottom: Option<&BottomLine>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&BottomLine) -> &str| long(bottom.map_or("", part));
    match name {
        "words" => text(|bottom| &bottom.words),
        "people" => who(bottom.map_or(&[], |bottom| &bottom.people), around),
        "why" => text(|bottom| &bottom.why),
        "if-crossed" => text(|bottom| &bottom.if_crossed),
        "said-to-family" => text(|bottom| &bottom.said_to_family),
        "steps" => plan::steps(bottom.map(|bottom| bottom.steps.as_slice()), around),
        "from" => day_of(
            bottom.is_none(),
            bottom.and_then(|bottom| bottom.from.as_ref()),
            around,
        ),
        "to" => date(bottom?.to.as_ref()),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<BottomLine>,
    around: Around<'_>,
) -> Result<BottomLine, Refusal> {
    let (from, to) = was.map_or((None, None), |was| (was.from, was.to));
    let bottom = BottomLine {
        words: form.text("words"),
        people: form.ids("people"),
        why: form.text("why"),
        if_crossed: form.text("if-crossed"),
        said_to_family: form.text("said-to-family"),
        steps: form.ids("steps"),
        from: form.date("from", from.as_ref(), around.today),
        to: form.date("to", to.as_ref(), around.today),
    };
    if bottom.words.is_empty() {
        return Err(Refusal::new("words", "Write what must be, or must not be."));
    }
    if bottom.why.is_empty() {
        let words = "Write why, for the child: a line without its reason reads as a threat.";
        return Err(Refusal::new("why", words));
    }
    Ok(bottom)
}

pub(super) fn version_input(
    name: &str,
    version: Option<&PlanVersion>,
    around: Around<'_>,
) -> Option<Input> {
    match name {
        "parts" => {
            let parts = version.map_or_else(
                || parts_today(around.file, around.today),
                |version| version.parts.clone(),
            );
            Some(Input::Shown(in_words(around.file, &parts)))
        }
        "on" => day_of(
            version.is_none(),
            version.map(|version| &version.on),
            around,
        ),
        "with" => who(version.map_or(&[], |version| &version.with), around),
        "others" => line(version.map_or("", |version| &version.others)),
        "family-view" => long(version.map_or("", |version| &version.family_view)),
        "review" => date(version.and_then(|version| version.review.as_ref())),
        _ => None,
    }
}

pub(super) fn version(
    form: &Form,
    was: Option<PlanVersion>,
    around: Around<'_>,
) -> Result<PlanVersion, Refusal> {
    let today = around.today;
    let on = form.date_or_unknown("on", was.as_ref().map(|was| &was.on), today);
    if on.anchor().is_none() {
        let words =
            "Write the day on which it was agreed, such as 4/3/26: versions are told apart by it.";
        return Err(Refusal::new("on", words));
    }
    let review = was.as_ref().and_then(|was| was.review.as_ref());
    let version = PlanVersion {
        on,
        with: form.ids("with"),
        others: form.text("others"),
        family_view: form.text("family-view"),
        review: form.date("review", review, today),
        parts: was.map_or_else(|| parts_today(around.file, today), |was| was.parts),
    };
    match version.parts.is_empty() {
        true => Err(Refusal::new(
            "on",
            "The plan has no part yet: add a challenge, a support or a bottom line first.",
        )),
        false => Ok(version),
    }
}
