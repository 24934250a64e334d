//! The forms for a story as somebody tells it, and for how somebody is recognised.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{date, day_of, ids, linked, long, none_yet, one, people, several};
use crate::practice::guide::recognition_forms;
use crate::record::{Recognition, RecordId, Story, Teller};

const WIDER_FAMILY: &str = "wider-family";
const PROFESSIONALS: &str = "professionals";

pub(super) fn input(name: &str, story: Option<&Story>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Story) -> &str| long(story.map_or("", part));
    match name {
        "teller" => {
            let chosen = story.map_or_else(Vec::new, |story| match &story.teller {
                Teller::Person(person) => ids(&[*person]),
                Teller::Together(people) => ids(people),
                Teller::WiderFamily => vec![WIDER_FAMILY.to_owned()],
                Teller::Professionals => vec![PROFESSIONALS.to_owned()],
            });
            let mut options = people(around, true);
            options.push(Choosable::new(WIDER_FAMILY, "the wider family"));
            options.push(Choosable::new(PROFESSIONALS, "the professionals"));
            several(options, &chosen, Layout::Flow)
        }
        "words" => text(|story| &story.words),
        "drivers" => text(|story| &story.drivers),
        "hopes" => text(|story| &story.hopes),
        "fears" => text(|story| &story.fears),
        "worries" => text(|story| &story.worries),
        "own-part" => text(|story| &story.own_part),
        "resilience" => text(|story| &story.resilience_and_risk),
        "told-on" => date(story.and_then(|story| story.told_on.as_ref())),
        "heard-by" => super::line(story.map_or("", |story| &story.heard_by)),
        "entries" => linked(story.map_or(&[], |story| &story.entries), around),
        _ => None,
    }
}

pub(super) fn body(form: &Form, was: Option<Story>, around: Around<'_>) -> Result<Story, Refusal> {
    let told_on = was.and_then(|was| was.told_on);
    let story = Story {
        teller: teller(form)?,
        words: form.text("words"),
        drivers: form.text("drivers"),
        hopes: form.text("hopes"),
        fears: form.text("fears"),
        worries: form.text("worries"),
        resilience_and_risk: form.text("resilience"),
        own_part: form.text("own-part"),
        told_on: form.date("told-on", told_on.as_ref(), around.today),
        heard_by: form.text("heard-by"),
        entries: form.ids("entries"),
    };
    let parts = [
        &story.words,
        &story.drivers,
        &story.hopes,
        &story.fears,
        &story.worries,
        &story.resilience_and_risk,
        &story.own_part,
    ];
    match parts.iter().all(|part| part.is_empty()) {
        true => Err(Refusal::new(
            "words",
            "Write at least a part of it: the story, a hope, a worry. The rest can come later.",
        )),
        false => Ok(story),
    }
}

fn teller(form: &Form) -> Result<Teller, Refusal> {
    let chosen = form.parts("teller", '\n');
    let people: Vec<RecordId> = form.ids("teller");
    let has = |id: &str| chosen.iter().any(|one| one == id);
    match (people.as_slice(), has(WIDER_FAMILY), has(PROFESSIONALS)) {
        ([], true, false) => Ok(Teller::WiderFamily),
        ([], false, true) => Ok(Teller::Professionals),
        ([only], false, false) => Ok(Teller::Person(*only)),
        ([_, _, ..], false, false) => Ok(Teller::Together(people)),
        ([], false, false) => Err(Refusal::new("teller", "Choose who tells this story.")),
        _ => Err(Refusal::new(
            "teller",
            "The family's and the professionals' stories stay apart, and so do a person's and a group's: write one for each.",
        )),
    }
}

pub(super) fn recognition_input(
    name: &str,
    seen: Option<&Recognition>,
    around: Around<'_>,
) -> Option<Input> {
    match name {
        "of" => {
            let mut options = vec![none_yet()];
            options.extend(people(around, true));
            let chosen = seen.map(|seen| seen.of.to_string());
            one(options, &chosen.unwrap_or_default())
        }
        "form" => {
            let mut options = vec![none_yet()];
            options.extend(recognition_forms().map(|form| Choosable::new(&form.id, &form.name)));
            one(options, seen.map_or("", |seen| &seen.form))
        }
        "recognised" => long(seen.map_or("", |seen| &seen.recognised)),
        "missing" => long(seen.map_or("", |seen| &seen.missing)),
        "on" => day_of(
            seen.is_none(),
            seen.and_then(|seen| seen.on.as_ref()),
            around,
        ),
        "entries" => linked(seen.map_or(&[], |seen| &seen.entries), around),
        _ => None,
    }
}

pub(super) fn recognition(
    form: &Form,
    was: Option<Recognition>,
    around: Around<'_>,
) -> Result<Recognition, Refusal> {
    let of = form
        .id("of")
        .ok_or_else(|| Refusal::new("of", "Choose whom it is about."))?;
    let on = was.and_then(|was| was.on);
    let seen = Recognition {
        of,
        form: form.text("form"),
        recognised: form.text("recognised"),
        missing: form.text("missing"),
        on: form.date("on", on.as_ref(), around.today),
        entries: form.ids("entries"),
    };
    if seen.form.is_empty() {
        let words = "Choose the form of recognition: love, rights or worth.";
        return Err(Refusal::new("form", words));
    }
    if seen.recognised.is_empty() && seen.missing.is_empty() {
        let words = "Write how they are recognised, or where it is missing.";
        return Err(Refusal::new("recognised", words));
    }
    Ok(seen)
}
