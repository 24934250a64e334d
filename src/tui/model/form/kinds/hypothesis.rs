//! The form for a working hypothesis.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{chosen_among, day_of, linked, long, none_yet, one, one_among, who};
use crate::insight::thinking::{STATES, STRENGTHS};
use crate::practice::guide::hypothesis_questions;
use crate::record::{Hypothesis, HypothesisState};

pub(super) fn input(name: &str, thought: Option<&Hypothesis>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Hypothesis) -> &str| long(thought.map_or("", part));
    match name {
        "words" => text(|thought| &thought.words),
        "people" => {
            let child = around.child.map_or_else(Vec::new, |child| vec![child]);
            who(thought.map_or(&child, |thought| &thought.people), around)
        }
        "question" => {
            let mut options = vec![Choosable::new("", "none of them")];
            let questions = hypothesis_questions();
            options.extend(questions.map(|asked| Choosable::new(&asked.id, &asked.name)));
            one(options, thought.map_or("", |thought| &thought.question))
        }
        "on" => day_of(
            thought.is_none(),
            thought.and_then(|thought| thought.on.as_ref()),
            around,
        ),
        "entries-for" => linked(thought.map_or(&[], |thought| &thought.entries_for), around),
        "evidence-for" => text(|thought| &thought.evidence_for),
        "entries-against" => linked(
            thought.map_or(&[], |thought| &thought.entries_against),
            around,
        ),
        "evidence-against" => text(|thought| &thought.evidence_against),
        "strength" => {
            let strength = thought.map_or(Default::default(), |thought| thought.strength);
            one_among(&STRENGTHS, &strength)
        }
        "change-mind" => text(|thought| &thought.change_mind),
        "family-view" => text(|thought| &thought.family_view),
        // A new thought is live; whether it still is, is asked of it later.
        "state" => one_among(&STATES, &thought?.state),
        "state-why" => long(&thought?.state_why),
        "replaced-by" => {
            let chosen = thought?.replaced_by.map(|other| other.to_string());
            let others = around.file.hypotheses.values();
            let others = others.filter(|other| Some(other.id()) != around.target);
            let mut options = vec![none_yet()];
            options.extend(
                others.map(|other| Choosable::new(other.id().to_string(), &other.body.words)),
            );
            one(options, &chosen.unwrap_or_default())
        }
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Hypothesis>,
    around: Around<'_>,
) -> Result<Hypothesis, Refusal> {
    let on = was.as_ref().and_then(|was| was.on.as_ref());
    let thought = Hypothesis {
        words: form.text("words"),
        people: form.ids("people"),
        question: form.text("question"),
        on: form.date("on", on, around.today),
        evidence_for: form.text("evidence-for"),
        entries_for: form.ids("entries-for"),
        evidence_against: form.text("evidence-against"),
        entries_against: form.ids("entries-against"),
        strength: chosen_among(&STRENGTHS, &form.text("strength")).unwrap_or_default(),
        change_mind: form.text("change-mind"),
        family_view: form.text("family-view"),
        state: chosen_among(&STATES, &form.text("state")).unwrap_or_default(),
        state_why: form.text("state-why"),
        replaced_by: form.id("replaced-by"),
    };
    let refusal = match thought.state {
        _ if thought.words.is_empty() => ("words", "Write what might explain it, in a sentence."),
        HypothesisState::Live if thought.replaced_by.is_some() => (
            "state",
            "Another is named that took its place: choose \u{201c}replaced\u{201d}, or take that one away.",
        ),
        HypothesisState::Replaced if thought.replaced_by.is_none() => (
            "replaced-by",
            "Choose the hypothesis that took its place; write that one first if it is new.",
        ),
        HypothesisState::SetAside | HypothesisState::Replaced if thought.state_why.is_empty() => (
            "state-why",
            "Write why: the way of thinking is worth as much as where it led.",
        ),
        _ => return Ok(thought),
    };
    Err(Refusal::new(refusal.0, refusal.1))
}
