//! Forms of what is thought about a case: stories, hypotheses, needs, curiosities.

use super::super::{Around, Choosable, Refusal};
use super::inputs::one;
use super::{FieldInput, refuse};
use crate::insight::thinking::Offer;
use crate::record::{Curiosity, Hypothesis, HypothesisState, Need, Story, Subject};

pub fn begin_need(need: &mut Need, around: Around<'_>) {
    if let Some(child) = around.child {
        need.of = Subject::Person(child);
    }
}

/// What the chronology offers to be curious about, when that was taken.
pub fn begin_curiosity(asked: &mut Curiosity, around: Around<'_>) {
    if let Some(offer) = around.offer {
        asked.words = offer.asks.clone();
        asked.people = offer.people.clone();
        asked.entries = offer.entries.clone();
        asked.offered = offer.key.clone();
    }
}

pub fn offered(asked: &Curiosity) -> FieldInput {
    let key = &asked.offered;
    FieldInput::Otherwise(one(vec![Choosable::new(key, Offer::from_where(key))], key))
}

pub fn check_story(story: &Story) -> Option<Refusal> {
    let parts = [
        &story.words,
        &story.drivers,
        &story.hopes,
        &story.fears,
        &story.worries,
        &story.resilience_and_risk,
        &story.own_part,
    ];
    if parts.iter().any(|part| !part.is_empty()) {
        return None;
    }
    refuse(
        "words",
        "Write at least a part of it: the story, a hope, a worry. The rest can come later.",
    )
}

pub fn check_hypothesis(thought: &Hypothesis) -> Option<Refusal> {
    match thought.state {
        HypothesisState::Live if thought.replaced_by.is_some() => refuse(
            "state",
            "Another is named that took its place: choose “replaced”, or take that one away.",
        ),
        HypothesisState::Replaced if thought.replaced_by.is_none() => refuse(
            "replaced_by",
            "Choose the hypothesis that took its place; write that one first if it is new.",
        ),
        HypothesisState::SetAside | HypothesisState::Replaced if thought.state_why.is_empty() => {
            refuse(
                "state_why",
                "Write why: the way of thinking is worth as much as where it led.",
            )
        }
        _ => None,
    }
}
