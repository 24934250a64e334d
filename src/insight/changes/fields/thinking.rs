//! The fields of what is thought: factors, stories, recognition, hypotheses, needs, curiosities, wording that stays.

use super::{Named, day_if, one_record, people, records, several};
use crate::insight::factors::State;
use crate::insight::factors::answer_to;
use crate::insight::thinking::{state_words, strength_words, teller_words, whose_words};
use crate::practice::factors::critical_questions;
use crate::practice::guide::name_in;
use crate::practice::{factor_name, source_kinds};
use crate::record::*;

pub(super) fn factor_finding(file: &CaseFile, found: &FactorFinding) -> Vec<Named> {
    let mut kinds = source_kinds().iter();
    let kind = kinds.find(|kind| kind.id == found.source_kind);
    let answered = |id: &str| {
        let mut questions = critical_questions().iter();
        let question = questions.find(|question| question.id == id);
        let answer = answer_to(found, id);
        question
            .map_or(answer, |question| question.answer(answer))
            .to_owned()
    };
    vec![
        ("about", whose_words(file, &found.subject)),
        ("factor", factor_name(&found.factor).to_owned()),
        ("risk", found.named.clone()),
        (
            "whether it is there",
            State::from(found.status).words().to_owned(),
        ),
        ("on", day_if(found.on.as_ref())),
        ("evidence", found.evidence.clone()),
        ("entries", records(file, &found.entries)),
        (
            "kind of source",
            kind.map_or(found.source_kind.clone(), |kind| kind.name.clone()),
        ),
        ("said by", found.said_by.clone()),
        (
            "offsets",
            several(found.offsets.iter().map(|id| factor_name(id))),
        ),
        ("how it offsets", found.how_offsets.clone()),
        ("how much it matters", answered("rating")),
        ("how likely harm is", answered("probability")),
        ("at once or in the long run", answered("timescale")),
        ("how often", answered("frequency")),
        ("whether it moves", answered("movement")),
        ("what must change", found.changes_needed.clone()),
    ]
}

pub(super) fn story(file: &CaseFile, story: &Story) -> Vec<Named> {
    vec![
        ("told by", teller_words(file, &story.teller)),
        ("story", story.words.clone()),
        ("what drives and hinders", story.drivers.clone()),
        ("hopes", story.hopes.clone()),
        ("fears", story.fears.clone()),
        ("worries", story.worries.clone()),
        ("strength and risk", story.resilience_and_risk.clone()),
        ("own part", story.own_part.clone()),
        ("told on", day_if(story.told_on.as_ref())),
        ("told to", story.heard_by.clone()),
        ("entries", records(file, &story.entries)),
    ]
}

pub(super) fn recognition(file: &CaseFile, seen: &Recognition) -> Vec<Named> {
    vec![
        ("who", people(file, &[seen.of])),
        ("form", name_in("recognition", &seen.form).to_owned()),
        ("how recognised", seen.recognised.clone()),
        ("where it is missing", seen.missing.clone()),
        ("on", day_if(seen.on.as_ref())),
        ("entries", records(file, &seen.entries)),
    ]
}

pub(super) fn hypothesis(file: &CaseFile, thought: &Hypothesis) -> Vec<Named> {
    vec![
        ("hypothesis", thought.words.clone()),
        ("about", people(file, &thought.people)),
        (
            "question",
            name_in("question", &thought.question).to_owned(),
        ),
        ("first thought", day_if(thought.on.as_ref())),
        ("evidence for", thought.evidence_for.clone()),
        ("entries for", records(file, &thought.entries_for)),
        ("evidence against", thought.evidence_against.clone()),
        ("entries against", records(file, &thought.entries_against)),
        (
            "how well it stands",
            strength_words(thought.strength).to_owned(),
        ),
        ("what would change it", thought.change_mind.clone()),
        ("family's view", thought.family_view.clone()),
        ("state", state_words(thought.state).to_owned()),
        ("why", thought.state_why.clone()),
        ("replaced by", one_record(file, thought.replaced_by)),
    ]
}

pub(super) fn need(file: &CaseFile, need: &Need) -> Vec<Named> {
    vec![
        ("whose", whose_words(file, &need.of)),
        ("need", need.words.clone()),
        ("because", need.because.clone()),
        ("entries", records(file, &need.entries)),
        ("linked needs", records(file, &need.linked)),
        ("hypotheses", records(file, &need.hypotheses)),
        ("family's words", need.family_words.clone()),
        ("known since", day_if(need.on.as_ref())),
        ("met on", day_if(need.met_on.as_ref())),
        ("how it was met", need.met_how.clone()),
    ]
}

pub(super) fn curiosity(file: &CaseFile, asked: &Curiosity) -> Vec<Named> {
    vec![
        ("curious about", asked.words.clone()),
        ("why it matters", asked.why.clone()),
        ("from whom", asked.from_whom.clone()),
        ("by", day_if(asked.by.as_ref())),
        ("about", people(file, &asked.people)),
        ("hypotheses", records(file, &asked.hypotheses)),
        ("entries", records(file, &asked.entries)),
        ("answer", asked.answer.clone()),
        ("answered by", records(file, &asked.answered_by)),
        ("why let go", asked.let_go.clone()),
    ]
}

pub(super) fn wording_kept(kept: &WordingKept) -> Vec<Named> {
    vec![
        ("wording", kept.phrase.clone()),
        ("why it stays", kept.why.clone()),
    ]
}
