//! The form for an emotional line: how two people get on, as somebody sees it.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{date, ends_first, line, linked, long, none_yet, one, people};
use crate::record::{EmotionalTie, RecordId, TieKind};

pub(super) fn input(name: &str, tie: Option<&EmotionalTie>, around: Around<'_>) -> Option<Input> {
    let person = |id: Option<RecordId>| {
        let mut options = people(around, true);
        options.insert(0, none_yet());
        one(options, &id.map_or_else(String::new, |id| id.to_string()))
    };
    let is_here = |id: &RecordId| around.file.people.contains_key(id);
    match name {
        "from" => person(tie.map(|tie| tie.from).or(around.beside.filter(is_here))),
        "kind" => {
            let options = TieKind::ALL.iter();
            let options = options.map(|kind| Choosable::new(kind.name(), kind.words()));
            let chosen = tie.map_or(TieKind::Close, |tie| tie.kind);
            one(options.collect(), chosen.name())
        }
        "to" => person(tie.map(|tie| tie.to)),
        "told-by" => line(tie.map_or("", |tie| &tie.told_by)),
        "since" => date(tie.and_then(|tie| tie.since.as_ref())),
        "until" => date(tie.and_then(|tie| tie.until.as_ref())),
        "evidence" => linked(tie.map_or(&[], |tie| &tie.evidence), around),
        "note" => long(tie.map_or("", |tie| &tie.note)),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<EmotionalTie>,
    around: Around<'_>,
) -> Result<EmotionalTie, Refusal> {
    let first = form.id("from");
    let from = first.ok_or_else(|| Refusal::new("from", "Choose the first of the two people."))?;
    let second = form.id("to");
    let to = second.ok_or_else(|| Refusal::new("to", "Choose the other person."))?;
    if from == to {
        let words = "Both are the same person. Choose somebody else here.";
        return Err(Refusal::new("to", words));
    }
    let kind = form.text("kind");
    let kind = TieKind::ALL.iter().find(|known| known.name() == kind);
    let (since, until) = was.map_or((None, None), |was| (was.since, was.until));
    let tie = EmotionalTie {
        from,
        to,
        kind: kind.copied().unwrap_or_default(),
        since: form.date("since", since.as_ref(), around.today),
        until: form.date("until", until.as_ref(), around.today),
        told_by: form.text("told-by"),
        evidence: form.ids("evidence"),
        note: form.text("note"),
    };
    if tie.kind.is_of_harm() && tie.told_by.is_empty() {
        let words = "Write who says so: harm is told as somebody's account, with a name to it.";
        return Err(Refusal::new("told-by", words));
    }
    match ends_first(tie.since.as_ref(), tie.until.as_ref()) {
        true => Err(Refusal::new(
            "until",
            "This is before the day on which it began.",
        )),
        false => Ok(tie),
    }
}
