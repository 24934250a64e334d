//! What there is to ask about hypotheses and needs: questions to think with, never faults.

use crate::record::*;

/// Questions about all hypotheses together.
pub fn of_hypotheses(file: &CaseFile) -> Vec<&'static str> {
    let live = file.hypotheses.values();
    match live
        .filter(|thought| thought.body.state == HypothesisState::Live)
        .count()
    {
        1 => vec!["What else could explain it?"],
        _ => Vec::new(),
    }
}

/// Questions about one.
pub fn of_hypothesis(thought: &Hypothesis) -> Vec<&'static str> {
    if thought.state != HypothesisState::Live {
        return Vec::new();
    }
    let speaks = |words: &str, entries: &[RecordId]| !words.is_empty() || !entries.is_empty();
    let mut asked = Vec::new();
    let (pro, contra) = (
        speaks(&thought.evidence_for, &thought.entries_for),
        speaks(&thought.evidence_against, &thought.entries_against),
    );
    if !pro {
        asked.push("Nothing is written that speaks for it. What made us think of it?");
    }
    if !contra {
        asked.push("Nothing is written that speaks against it. Where would we look?");
    }
    if pro && thought.entries_for.is_empty() {
        asked.push("What speaks for it is linked to no entry of the chronology.");
    }
    if thought.change_mind.is_empty() {
        asked.push("What would change our mind?");
    }
    if thought.family_view.is_empty() {
        asked.push("What do the family think of it?");
    }
    asked
}

/// Questions about a need.
pub fn of_need(file: &CaseFile, id: RecordId, need: &Need) -> Vec<&'static str> {
    if need.met_on.is_some() {
        return Vec::new();
    }
    let mut asked = Vec::new();
    if need.because.is_empty() && need.entries.is_empty() {
        asked.push("What shows it?");
    }
    if need.family_words.is_empty() {
        asked.push("Would the family recognise it in these words?");
    }
    let answered = file
        .plan_steps
        .values()
        .any(|step| step.body.needs.contains(&id))
        || file
            .supports
            .values()
            .any(|support| support.body.needs.contains(&id));
    if !answered {
        asked.push("Nothing in the plan answers it yet.");
    }
    asked
}
