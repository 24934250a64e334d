//! The form for what somebody is still curious about.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{date, line, linked, long, of_the_case, one, who};
use crate::insight::thinking::Offer;
use crate::record::Curiosity;

pub(super) fn input(name: &str, asked: Option<&Curiosity>, around: Around<'_>) -> Option<Input> {
    let offer = around.offer.filter(|_| asked.is_none());
    let text = |part: fn(&Curiosity) -> &str| long(asked.map_or("", part));
    match name {
        "words" => long(asked.map_or(offer.map_or("", |offer| &offer.asks), |asked| &asked.words)),
        "why" => text(|asked| &asked.why),
        "from-whom" => line(asked.map_or("", |asked| &asked.from_whom)),
        "by" => date(asked.and_then(|asked| asked.by.as_ref())),
        "people" => {
            let of_offer = offer.map_or(&[][..], |offer| &offer.people);
            who(asked.map_or(of_offer, |asked| &asked.people), around)
        }
        "hypotheses" => {
            let thoughts = around.file.hypotheses.values();
            let thoughts = thoughts.map(|thought| (thought.id(), thought.body.words.as_str()));
            of_the_case(thoughts, asked.map_or(&[], |asked| &asked.hypotheses))
        }
        "entries" => {
            let of_offer = offer.map_or(&[][..], |offer| &offer.entries);
            linked(asked.map_or(of_offer, |asked| &asked.entries), around)
        }
        "answer" => text(|asked| &asked.answer),
        "answered-by" => linked(asked.map_or(&[], |asked| &asked.answered_by), around),
        "let-go" => text(|asked| &asked.let_go),
        "offered" => {
            let key = asked.map_or(offer.map_or("", |offer| &offer.key), |asked| &asked.offered);
            one(vec![Choosable::new(key, Offer::from_where(key))], key)
        }
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Curiosity>,
    around: Around<'_>,
) -> Result<Curiosity, Refusal> {
    let by = was.and_then(|was| was.by);
    let asked = Curiosity {
        words: form.text("words"),
        why: form.text("why"),
        from_whom: form.text("from-whom"),
        by: form.date("by", by.as_ref(), around.today),
        people: form.ids("people"),
        hypotheses: form.ids("hypotheses"),
        entries: form.ids("entries"),
        answer: form.text("answer"),
        answered_by: form.ids("answered-by"),
        let_go: form.text("let-go"),
        offered: form.text("offered"),
    };
    match asked.words.is_empty() {
        true => Err(Refusal::new("words", "Write what you want to know.")),
        false => Ok(asked),
    }
}
