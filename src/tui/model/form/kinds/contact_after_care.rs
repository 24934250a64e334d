//! The form for contact that was asked for after care, and for how it was decided.

use super::super::{Around, Form, Input, Refusal};
use super::{chosen_among, date, day_of, line, long, one_among, one_child, one_person};
use crate::record::{Answer, ContactAfterCare, FuzzyDate};

const ANSWERS: [(Answer, &str, &str); 5] = [
    (Answer::Open, "open", "not decided yet"),
    (Answer::Agreed, "agreed", "agreed"),
    (Answer::InPart, "in-part", "agreed in part"),
    (Answer::NotNow, "not-now", "not now"),
    (Answer::NotAgreed, "not-agreed", "not agreed"),
];

const IN_CRISIS: [(Option<bool>, &str, &str); 3] = [
    (None, "", "not said"),
    (Some(true), "yes", "yes"),
    (Some(false), "no", "no"),
];

pub(super) fn input(
    name: &str,
    contact: Option<&ContactAfterCare>,
    around: Around<'_>,
) -> Option<Input> {
    let text = |part: fn(&ContactAfterCare) -> &str| contact.map_or("", part);
    let when = |part: fn(&ContactAfterCare) -> Option<&FuzzyDate>| date(contact.and_then(part));
    match name {
        "child" => one_child(contact.map(|one| one.child), around),
        "person" => {
            let child = contact.map(|one| one.child).or(around.child);
            one_person(contact.and_then(|one| one.person), child, around)
        }
        "name" => line(text(|one| &one.name)),
        "asked-on" => day_of(contact.is_none(), contact.map(|one| &one.asked_on), around),
        "asked-by" => line(text(|one| &one.asked_by)),
        "words" => long(text(|one| &one.words)),
        "in-crisis" => one_among(&IN_CRISIS, &contact.and_then(|one| one.in_crisis)),
        "whose-need" => long(text(|one| &one.whose_need)),
        "risk-view" => long(text(|one| &one.risk_view)),
        "guidance" => long(text(|one| &one.guidance)),
        "answer-by" => when(|one| one.answer_by.as_ref()),
        "answer" => one_among(
            &ANSWERS,
            &contact.map_or_else(Answer::default, |one| one.answer),
        ),
        "decided-on" => when(|one| one.decided_on.as_ref()),
        "decided-by" => line(text(|one| &one.decided_by)),
        "why" => long(text(|one| &one.why)),
        "boundary" => long(text(|one| &one.boundary)),
        "mode" => line(text(|one| &one.mode)),
        "how-often" => line(text(|one| &one.how_often)),
        "review-on" => when(|one| one.review_on.as_ref()),
        "ended-on" => when(|one| one.ended_on.as_ref()),
        "why-ended" => long(text(|one| &one.why_ended)),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<ContactAfterCare>,
    around: Around<'_>,
) -> Result<ContactAfterCare, Refusal> {
    let child = form
        .id("child")
        .ok_or_else(|| Refusal::new("child", "Choose the young person."))?;
    let was = was.as_ref();
    let when = |name: &str, part: fn(&ContactAfterCare) -> Option<&FuzzyDate>| {
        form.date(name, was.and_then(part), around.today)
    };
    let asked_on = was.map(|was| &was.asked_on);
    let contact = ContactAfterCare {
        child,
        person: form.id("person"),
        name: form.text("name"),
        asked_on: form.date_or_unknown("asked-on", asked_on, around.today),
        asked_by: form.text("asked-by"),
        words: form.text("words"),
        whose_need: form.text("whose-need"),
        in_crisis: chosen_among(&IN_CRISIS, &form.text("in-crisis")).flatten(),
        risk_view: form.text("risk-view"),
        guidance: form.text("guidance"),
        answer_by: when("answer-by", |was| was.answer_by.as_ref()),
        answer: chosen_among(&ANSWERS, &form.text("answer")).unwrap_or_default(),
        decided_on: when("decided-on", |was| was.decided_on.as_ref()),
        decided_by: form.text("decided-by"),
        why: form.text("why"),
        boundary: form.text("boundary"),
        mode: form.text("mode"),
        how_often: form.text("how-often"),
        review_on: when("review-on", |was| was.review_on.as_ref()),
        ended_on: when("ended-on", |was| was.ended_on.as_ref()),
        why_ended: form.text("why-ended"),
    };
    refused(&contact, around).map_or(Ok(contact), Err)
}

/// What a request or its decision still needs.
fn refused(one: &ContactAfterCare, around: Around<'_>) -> Option<Refusal> {
    let is_open = one.answer == Answer::Open;
    let decided = one.decided_on.as_ref().and_then(FuzzyDate::anchor);
    let missing = [
        (
            one.person.is_none() && one.name.is_empty(),
            "person",
            "Choose with whom, or write the name below.",
        ),
        (
            one.words.is_empty(),
            "words",
            "Write what was asked for, as near to their words as you can.",
        ),
        (
            is_open && one.decided_on.is_some(),
            "answer",
            "A day of decision stands here. Choose what was decided, or take the day away.",
        ),
        (
            !is_open && one.decided_on.is_none(),
            "decided-on",
            "Write on which day it was decided.",
        ),
        (
            decided.is_some_and(|day| day > around.today),
            "decided-on",
            "That day is still ahead. Write it down once it is decided.",
        ),
        (
            !is_open && one.decided_by.is_empty(),
            "decided-by",
            "Write who decided: a decision has a name to it.",
        ),
        (
            !is_open && one.why.is_empty(),
            "why",
            "Write why: the young person will ask, now or in ten years.",
        ),
    ];
    let first = missing.into_iter().find(|(is_missing, ..)| *is_missing);
    first.map(|(_, field, words)| Refusal::new(field, words))
}
