//! The answers of a finding to the five critical questions (inventory S2C).

use crate::practice::factors::{Critical, critical_questions};
use crate::record::FactorFinding;

/// What a finding answers to a critical question, by the question's id; empty when nobody answered.
pub fn answer_to<'f>(found: &'f FactorFinding, question: &str) -> &'f str {
    match question {
        "rating" => &found.rating,
        "probability" => &found.probability,
        "timescale" => &found.timescale,
        "frequency" => &found.frequency,
        "movement" => &found.movement,
        _ => "",
    }
}

/// The questions that were answered, each with its answer in words.
pub fn answers(found: &FactorFinding) -> Vec<(&'static Critical, &str)> {
    let answered = critical_questions().iter().map(|question| {
        let answer = question.answer(answer_to(found, &question.id));
        (question, answer)
    });
    answered.filter(|(_, answer)| !answer.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_five_questions_has_its_own_answer() {
        let found = FactorFinding {
            subject: crate::record::Subject::Family,
            factor: "neglect".into(),
            named: String::new(),
            status: crate::record::Status::Present,
            on: None,
            evidence: String::new(),
            entries: Vec::new(),
            source_kind: String::new(),
            said_by: String::new(),
            offsets: Vec::new(),
            how_offsets: String::new(),
            rating: "most".into(),
            probability: "likely".into(),
            timescale: "both".into(),
            frequency: "once".into(),
            movement: "easing".into(),
            changes_needed: String::new(),
            origin: String::new(),
        };
        let said: Vec<&str> = answers(&found).into_iter().map(|(_, said)| said).collect();
        let words = ["Matters most", "Likely", "Both", "Once", "Moves, easing"];
        assert_eq!(said, words);
    }
}
