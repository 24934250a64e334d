//! A record in a line: what kind of thing it is, of which day, about whom, and the words by which people know it.

use crate::record::{Body, FuzzyDate, RecordId, Subject, Teller};

/// What kind of thing it is, as it stands before its words ("hypothesis").
pub fn kind_words(body: &Body) -> &'static str {
    match body {
        Body::Case(_) => "family",
        Body::Person(_) => "person",
        Body::Bond(_) => "bond",
        Body::Placement(_) => "home",
        Body::LegalStatus(_) => "legal status",
        Body::Entry(_) => "entry",
        Body::Import(_) => "import",
        Body::Verdict(_) => "same event",
        Body::FactorFinding(_) => "factor",
        Body::ZoneDecision(_) => "decision",
        Body::ShownCapacity(_) => "capacity",
        Body::Lapse(_) => "lapse",
        Body::StageMark(_) => "stage item",
        Body::NamedRole(_) => "part",
        Body::Story(_) => "story",
        Body::Recognition(_) => "recognition",
        Body::Hypothesis(_) => "hypothesis",
        Body::Need(_) => "need",
        Body::Curiosity(_) => "curious about",
        Body::PlanStep(_) => "challenge",
        Body::Support(_) => "support",
        Body::BottomLine(_) => "bottom line",
        Body::PlanVersion(_) => "plan",
        Body::Purpose(_) => "purpose",
        Body::Goal(_) => "goal",
        Body::GoalReview(_) => "review",
        Body::WordingKept(_) => "wording",
        Body::Supervision(_) => "supervision",
        Body::Action(_) => "action",
        Body::CaseDecision(_) => "decided",
        Body::Occasion(_) => "visit or meeting",
        Body::EmotionalTie(_) => "emotional line",
        Body::Household(_) => "household",
        Body::Connection(_) => "connection",
        Body::Relationship(_) => "relationship",
        Body::ContactAfterCare(_) => "contact after care",
        Body::Promise(_) => "promise",
        Body::GedcomLines(_) => "kept from a GEDCOM file",
    }
}

/// The day that it speaks for; `None` where it has none.
pub fn day_of(body: &Body) -> Option<&FuzzyDate> {
    match body {
        Body::Entry(entry) => Some(&entry.when),
        Body::FactorFinding(found) => found.on.as_ref(),
        Body::ZoneDecision(decision) => Some(&decision.on),
        Body::ShownCapacity(shown) => Some(&shown.from),
        Body::Lapse(lapse) => Some(&lapse.on),
        Body::Story(story) => story.told_on.as_ref(),
        Body::Recognition(seen) => seen.on.as_ref(),
        Body::Hypothesis(thought) => thought.on.as_ref(),
        Body::Need(need) => need.on.as_ref(),
        Body::Curiosity(asked) => asked.by.as_ref(),
        Body::PlanStep(step) => step.from.as_ref(),
        Body::Support(support) => support.from.as_ref(),
        Body::BottomLine(line) => line.from.as_ref(),
        Body::PlanVersion(version) => Some(&version.on),
        Body::Purpose(purpose) => purpose.on.as_ref(),
        Body::Goal(goal) => Some(&goal.set_on),
        Body::GoalReview(review) => Some(&review.on),
        Body::Supervision(session) => Some(&session.on),
        Body::Action(action) => action.due.as_ref(),
        Body::CaseDecision(decision) => Some(&decision.on),
        Body::Occasion(occasion) => Some(&occasion.on),
        Body::EmotionalTie(tie) => tie.since.as_ref(),
        Body::Household(home) => home.since.as_ref(),
        Body::Connection(connection) => connection.since.as_ref(),
        Body::Relationship(relationship) => relationship.asked_on.as_ref(),
        Body::ContactAfterCare(contact) => Some(&contact.asked_on),
        Body::Promise(promise) => Some(&promise.made_on),
        _ => None,
    }
}

/// The words by which people know it; empty where it has none of its own.
pub fn words_of(body: &Body) -> &str {
    match body {
        Body::Case(case) => &case.name,
        Body::Person(person) => &person.name,
        Body::Entry(entry) => entry.in_short(),
        Body::Story(story) => &story.words,
        Body::Recognition(seen) => &seen.recognised,
        Body::Hypothesis(thought) => &thought.words,
        Body::Need(need) => &need.words,
        Body::Curiosity(asked) => &asked.words,
        Body::PlanStep(step) => &step.challenge,
        Body::Support(support) => &support.what,
        Body::BottomLine(line) => &line.words,
        Body::Purpose(purpose) => &purpose.words,
        Body::Goal(goal) => &goal.words,
        Body::GoalReview(review) => &review.evidence,
        Body::Supervision(session) => session.in_short(),
        Body::Action(action) => &action.what,
        Body::CaseDecision(decision) => &decision.what,
        Body::Occasion(occasion) => &occasion.outcome,
        Body::Household(home) => &home.name,
        Body::Connection(connection) => &connection.with,
        Body::Relationship(relationship) => &relationship.own_words,
        Body::ContactAfterCare(contact) => &contact.words,
        Body::Promise(promise) => &promise.words,
        _ => "",
    }
}

/// The people whom it is about; none where it is about the family, or about no one person.
pub fn people_of(body: &Body) -> Vec<RecordId> {
    let of_subject = |subject: &Subject| match subject {
        Subject::Person(person) => vec![*person],
        Subject::Together(people) => people.clone(),
        Subject::Family => Vec::new(),
    };
    match body {
        Body::Bond(bond) => vec![bond.from, bond.to],
        Body::Placement(home) => vec![home.child],
        Body::LegalStatus(legal) => vec![legal.child],
        Body::Entry(entry) => entry.children.clone(),
        Body::FactorFinding(found) => of_subject(&found.subject),
        Body::ZoneDecision(decision) => vec![decision.child],
        Body::ShownCapacity(shown) => vec![shown.carer],
        Body::Lapse(lapse) => vec![lapse.carer],
        Body::StageMark(mark) => mark.child.into_iter().collect(),
        Body::NamedRole(role) => role.of.into_iter().collect(),
        Body::Story(story) => match &story.teller {
            Teller::Person(person) => vec![*person],
            Teller::Together(people) => people.clone(),
            Teller::WiderFamily | Teller::Professionals => Vec::new(),
        },
        Body::Recognition(seen) => vec![seen.of],
        Body::Hypothesis(thought) => thought.people.clone(),
        Body::Need(need) => of_subject(&need.of),
        Body::Curiosity(asked) => asked.people.clone(),
        Body::PlanStep(step) => step.people.clone(),
        Body::Support(support) => support.people.clone(),
        Body::BottomLine(line) => line.people.clone(),
        Body::PlanVersion(version) => version.with.clone(),
        Body::Purpose(purpose) => purpose.people.clone(),
        Body::Goal(goal) => goal.people.clone(),
        Body::Supervision(session) => session.children.clone(),
        Body::Action(action) => action.people.clone(),
        Body::CaseDecision(decision) => decision.people.clone(),
        Body::Occasion(occasion) => occasion.children.clone(),
        Body::EmotionalTie(tie) => vec![tie.from, tie.to],
        Body::Household(home) => home.people.clone(),
        Body::Connection(connection) => connection.whose.into_iter().collect(),
        Body::Relationship(relationship) => vec![relationship.child],
        Body::ContactAfterCare(contact) => vec![contact.child],
        Body::Promise(promise) => vec![promise.child],
        Body::GedcomLines(kept) => kept.of.into_iter().collect(),
        Body::Case(_)
        | Body::Person(_)
        | Body::Import(_)
        | Body::Verdict(_)
        | Body::GoalReview(_)
        | Body::WordingKept(_) => Vec::new(),
    }
}
