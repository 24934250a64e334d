//! What there is to ask about a relationship and about a request for contact. Questions, never faults.

use super::{Judgement, Someone, Target};
use crate::record::{Answer, ContactAfterCare, Standing};

/// What there is to ask about somebody in a child's life.
pub fn of_someone(one: &Someone, target: &Target) -> Vec<&'static str> {
    let mut asks = Vec::new();
    let Some(body) = one.relationship.map(|one| &one.body) else {
        asks.push("What does the child say of them? The record knows them only from elsewhere.");
        return asks;
    };
    if one.has_ended {
        if body.why_ended.trim().is_empty() {
            asks.push("Why did it end, and does the child miss them?");
        }
        return asks;
    }
    if one.judgement == Judgement::NotAsked {
        asks.push("Has the child been asked whether it is loving, and whether it is safe? It is theirs to say.");
    }
    if body.ring.is_none() {
        asks.push("In which circle does the child put them?");
    }
    if body.hangs_on.is_empty() {
        asks.push("What does it hang on, and what would break it?");
    }
    if one.counts() && target.is_in_care && body.being_done.trim().is_empty() {
        asks.push("What is being done so that it lasts?");
    }
    if one.is(Standing::LinkPerson) && body.does.is_empty() && body.does_words.trim().is_empty() {
        asks.push("What does the link person help with?");
    }
    asks
}

/// What there is to ask about a request for contact.
pub fn of_contact(one: &ContactAfterCare) -> Vec<&'static str> {
    let mut asks = Vec::new();
    if one.answer == Answer::Open {
        if one.answer_by.is_none() {
            asks.push("By when will there be an answer? Tell the young person that day.");
        }
        if one.in_crisis.is_none() {
            asks.push("Was it asked for in a crisis? Many requests are.");
        }
        if one.guidance.trim().is_empty() {
            asks.push("What does the employer or line manager advise?");
        }
        return asks;
    }
    let agreed = matches!(one.answer, Answer::Agreed | Answer::InPart);
    if agreed && one.boundary.trim().is_empty() {
        asks.push("Which boundary was agreed, so that both know it?");
    }
    if agreed && one.ended_on.is_none() && one.review_on.is_none() {
        asks.push("When do the two of them look at it again?");
    }
    if one.answer == Answer::NotNow && one.review_on.is_none() {
        asks.push("When is it asked again?");
    }
    asks
}
