//! Days of the relationships that last: when one is looked at again with the child, requests for contact after care that wait
//! for an answer or for their review, promises to a child.

use super::agreed::{Agreed, by};
use super::days::{has_ended, last_day, on_in_words};
use super::facts::Facts;
use super::{Due, DueKind};
use crate::insight::people::who_or_somebody;
use crate::record::{Answer, ContactAfterCare, Record};
use chrono::NaiveDate;

/// What is due of relationships, of contact after care and of promises.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let mut all = reviews(facts);
    all.extend(contacts(facts));
    all.extend(promises(facts));
    all.into_iter().map(|one| one.due(facts.today)).collect()
}

/// Relationships that are to be looked at again with the child.
fn reviews(facts: &Facts) -> Vec<Agreed> {
    let all = facts.file.relationships.values();
    let due = all.filter_map(|one| {
        let body = &one.body;
        let review = body.review_on.as_ref()?;
        if has_ended(body.until.as_ref(), facts.today) {
            return None;
        }
        let asked = match &body.asked_on {
            Some(asked) => format!("The child was asked about it {}", on_in_words(asked)),
            None => "The child was not asked about it yet".to_owned(),
        };
        Some(Agreed {
            kind: DueKind::Relationship,
            what: format!(
                "Talk about the relationship with {}",
                who_or_somebody(facts.file, body.person, &body.name)
            ),
            short: "Relationship",
            rule: "RELATIONSHIP_REVIEW",
            about: vec![body.child],
            day: Some(last_day(review)?),
            why: format!("{asked}; to be looked at again {}.", by(review)),
            met_by: "Ask the child, write down what they say, and set the next day.",
            record: one.id(),
        })
    });
    due.collect()
}

/// Requests that nobody has answered, and contact that is to be looked at again.
fn contacts(facts: &Facts) -> Vec<Agreed> {
    let all = facts.file.contacts_after_care.values();
    let going = all.filter(|one| !has_ended(one.body.ended_on.as_ref(), facts.today));
    let due = going.filter_map(|one| match one.body.answer {
        Answer::Open => Some(answer(facts, one)),
        _ => review(facts, one),
    });
    due.collect()
}

fn contact(
    facts: &Facts,
    one: &Record<ContactAfterCare>,
    rule: &'static str,
    lead: &str,
    day: Option<NaiveDate>,
    why: String,
    met_by: &'static str,
) -> Agreed {
    let body = &one.body;
    Agreed {
        kind: DueKind::Relationship,
        what: format!(
            "{lead} {}",
            who_or_somebody(facts.file, body.person, &body.name)
        ),
        short: "Contact",
        rule,
        about: vec![body.child],
        day,
        why,
        met_by,
        record: one.id(),
    }
}

fn answer(facts: &Facts, one: &Record<ContactAfterCare>) -> Agreed {
    let body = &one.body;
    let asker = match body.asked_by.trim() {
        "" => String::new(),
        asker => format!(" by {asker}"),
    };
    let asked = format!(
        "Asked for{asker} {}, and nobody has decided yet",
        on_in_words(&body.asked_on)
    );
    let why = match &body.answer_by {
        Some(promised) => format!("{asked}. An answer is promised {}.", by(promised)),
        None => format!("{asked}. No day for an answer is written."),
    };
    contact(
        facts,
        one,
        "CONTACT_ANSWER",
        "Answer to the request for contact with",
        body.answer_by.as_ref().and_then(last_day),
        why,
        "A decision with who took it and why, told to the young person.",
    )
}

fn review(facts: &Facts, one: &Record<ContactAfterCare>) -> Option<Agreed> {
    let body = &one.body;
    let review = body.review_on.as_ref()?;
    let decided = match &body.decided_on {
        Some(on) => format!("Decided {}: {}", on_in_words(on), body.answer.words()),
        None => format!("Decided: {}", body.answer.words()),
    };
    let lead = match body.answer {
        Answer::NotNow | Answer::NotAgreed => "Ask again about contact with",
        _ => "Review of contact with",
    };
    let day = last_day(review)?;
    Some(contact(
        facts,
        one,
        "CONTACT_REVIEW",
        lead,
        Some(day),
        format!("{decided}; to be looked at again {}.", by(review)),
        "Look at it with both of them, and set the next day or say how it ended.",
    ))
}

/// Promises that are still to be kept, and have a day.
fn promises(facts: &Facts) -> Vec<Agreed> {
    let open = facts.file.promises.values();
    let open = open.filter(|promise| promise.body.is_open());
    let due = open.filter_map(|promise| {
        let body = &promise.body;
        let due = body.due.as_ref()?;
        let promiser = who_or_somebody(facts.file, body.person, &body.by);
        Some(Agreed {
            kind: DueKind::Relationship,
            what: format!("Promise: {}", body.words),
            short: "Promise",
            rule: "PROMISE",
            about: vec![body.child],
            day: Some(last_day(due)?),
            why: format!(
                "{promiser} promised it {}, to be kept {}.",
                on_in_words(&body.made_on),
                by(due)
            ),
            met_by: "Say that it was kept; else why not, and what the child was told.",
            record: promise.id(),
        })
    });
    due.collect()
}
