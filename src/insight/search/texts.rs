//! What is written in a record, text by text, each with the name of its field: what a search looks through.

use super::entry_texts;
use crate::record::Body;

/// Whether a search over all cases looks through records of a kind; people, homes and the family are found by the caseload's
/// own lines, imports and what was settled are not looked for.
pub fn is_searched(kind: u8) -> bool {
    matches!(kind, 6 | 9..=12 | 15..=26 | 28..=32 | 34..=37)
}

/// Every text of a record with the name of its field.
pub fn texts(body: &Body) -> Vec<(&'static str, &str)> {
    match body {
        Body::Entry(entry) => entry_texts(entry).collect(),
        Body::Case(case) => vec![
            ("family", &case.name),
            ("reference", &case.reference),
            ("worker", &case.worker),
            ("note", &case.note),
        ],
        Body::Person(person) => {
            let mut texts = vec![
                ("name", person.name.as_str()),
                ("known as", &person.known_as),
                ("relation", &person.relation),
                ("note", &person.notes),
            ];
            texts.extend(
                person
                    .also_written
                    .iter()
                    .map(|name| ("also written", name.as_str())),
            );
            texts
        }
        Body::Placement(home) => vec![
            ("kind of place", &home.kind),
            ("carer", &home.carer),
            ("place", &home.place),
            ("why it ended", &home.why_ended),
            ("note", &home.note),
        ],
        Body::LegalStatus(legal) => vec![("legal status", &legal.status), ("note", &legal.note)],
        Body::FactorFinding(found) => vec![
            ("risk", &found.named),
            ("evidence", &found.evidence),
            ("how it offsets", &found.how_offsets),
            ("what must change", &found.changes_needed),
            ("said by", &found.said_by),
        ],
        Body::ZoneDecision(decision) => {
            let mut texts = vec![
                ("reason", decision.reason.as_str()),
                ("why otherwise", &decision.why_otherwise),
                ("why it counts from", &decision.counts_from_why),
            ];
            texts.extend(
                decision
                    .voices
                    .iter()
                    .map(|voice| ("voice", voice.words.as_str())),
            );
            texts
        }
        Body::ShownCapacity(shown) => vec![
            ("what changed", &shown.evidence),
            ("why it ended", &shown.why_ended),
        ],
        Body::Lapse(lapse) => vec![
            ("lapse", &lapse.what),
            ("how it was met", &lapse.how_met),
            ("direction", &lapse.direction),
        ],
        Body::Story(story) => vec![
            ("story", &story.words),
            ("what drives and hinders", &story.drivers),
            ("hopes", &story.hopes),
            ("fears", &story.fears),
            ("worries", &story.worries),
            ("strength and risk", &story.resilience_and_risk),
            ("own part", &story.own_part),
            ("told to", &story.heard_by),
        ],
        Body::Recognition(seen) => vec![
            ("how recognised", &seen.recognised),
            ("where it is missing", &seen.missing),
        ],
        Body::Hypothesis(thought) => vec![
            ("hypothesis", &thought.words),
            ("evidence for", &thought.evidence_for),
            ("evidence against", &thought.evidence_against),
            ("what would change it", &thought.change_mind),
            ("family's view", &thought.family_view),
            ("why", &thought.state_why),
        ],
        Body::Need(need) => vec![
            ("need", &need.words),
            ("because", &need.because),
            ("family's words", &need.family_words),
            ("how it was met", &need.met_how),
        ],
        Body::Curiosity(asked) => vec![
            ("curious about", &asked.words),
            ("why it matters", &asked.why),
            ("from whom", &asked.from_whom),
            ("answer", &asked.answer),
            ("why let go", &asked.let_go),
        ],
        Body::PlanStep(step) => vec![
            ("challenge", &step.challenge),
            ("family's view", &step.family_view),
            ("solutions", &step.solution),
            ("how it ended", &step.why_ended),
        ],
        Body::Support(support) => vec![
            ("support", &support.what),
            ("provided by", &support.provider),
            ("how it is reached", &support.how_reached),
            ("how it goes", &support.how_it_goes),
        ],
        Body::BottomLine(line) => vec![
            ("bottom line", &line.words),
            ("because", &line.why),
            ("if it is crossed", &line.if_crossed),
            ("said to the family", &line.said_to_family),
        ],
        Body::PlanVersion(version) => vec![
            ("agreed with", &version.others),
            ("family's view", &version.family_view),
        ],
        Body::Purpose(purpose) => vec![("purpose", &purpose.words)],
        Body::Goal(goal) => {
            let mut texts = vec![
                ("goal", goal.words.as_str()),
                ("reference", &goal.reference),
            ];
            texts.extend(goal.levels.iter().map(|level| ("level", level.as_str())));
            texts.extend([
                ("agreed with", goal.agreed_with.as_str()),
                ("how it is reviewed", &goal.how_reviewed),
                ("in the way", &goal.barriers_within),
                ("in the way", &goal.barriers_around),
                ("if it slips", &goal.if_relapse),
                ("why words changed", &goal.why_changed),
                ("how it ended", &goal.how_ended),
            ]);
            texts
        }
        Body::GoalReview(review) => vec![
            ("review", &review.evidence),
            ("for the child", &review.different_for_child),
            ("analysis", &review.analysis),
            ("in the way", &review.barriers),
            ("if it slipped", &review.relapse),
            ("what follows", &review.what_next),
        ],
        Body::Supervision(session) => vec![
            ("experience", &session.experience),
            ("reflection", &session.reflection),
            ("in action", &session.in_action),
            ("on action", &session.on_action),
            ("analysis", &session.analysis),
            ("action", &session.action),
            ("worker", &session.worker),
            ("supervisor", &session.supervisor),
            ("others", &session.others),
        ],
        Body::Action(action) => vec![
            ("action", &action.what),
            ("what for", &action.why),
            ("who", &action.owner),
            ("what came of it", &action.outcome),
            ("why let go", &action.let_go),
        ],
        Body::CaseDecision(decision) => vec![
            ("decision", &decision.what),
            ("why", &decision.why),
            ("decided by", &decision.decided_by),
            ("views", &decision.views),
            ("what would change it", &decision.change_mind),
        ],
        Body::Occasion(occasion) => vec![
            ("what came of it", &occasion.outcome),
            ("why not alone", &occasion.why_not_alone),
            ("by", &occasion.by),
        ],
        Body::EmotionalTie(tie) => vec![("note", &tie.note), ("told by", &tie.told_by)],
        Body::Household(home) => vec![("household", &home.name), ("note", &home.note)],
        Body::Connection(connection) => {
            vec![("connection", &connection.with), ("note", &connection.note)]
        }
        Body::Relationship(relationship) => vec![
            ("relationship with", &relationship.name),
            ("own words", &relationship.own_words),
            ("what they do", &relationship.does_words),
            ("in touch", &relationship.in_touch),
            ("so that it lasts", &relationship.being_done),
            ("why it ended", &relationship.why_ended),
        ],
        Body::ContactAfterCare(contact) => vec![
            ("contact with", &contact.name),
            ("asked by", &contact.asked_by),
            ("what was asked for", &contact.words),
            ("whose need", &contact.whose_need),
            ("risk", &contact.risk_view),
            ("guidance", &contact.guidance),
            ("why", &contact.why),
            ("decided by", &contact.decided_by),
            ("boundary", &contact.boundary),
            ("how", &contact.mode),
            ("why it ended", &contact.why_ended),
        ],
        Body::Promise(promise) => vec![
            ("promise", &promise.words),
            ("by", &promise.by),
            ("why it was not kept", &promise.not_kept),
        ],
        Body::Bond(_)
        | Body::GedcomLines(_)
        | Body::Import(_)
        | Body::Verdict(_)
        | Body::StageMark(_)
        | Body::NamedRole(_)
        | Body::WordingKept(_) => Vec::new(),
    }
}
