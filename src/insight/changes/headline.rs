//! What a record is, in a sentence: "Kuba: Orange stays", "goal: level 0 to +1", "action done: …".

use crate::insight::factors::State;
use crate::insight::fields::account_of;
use crate::insight::goals::{ladder, standings};
use crate::insight::in_a_line::words_of;
use crate::insight::people::short_names;
use crate::insight::people::who;
use crate::insight::plan::in_words;
use crate::insight::thinking::{teller_words, whose_words};
use crate::insight::words::listed;
use crate::practice::factor_name;
use crate::practice::goals::Level;
use crate::practice::stages::{part, stage_item};
use crate::practice::timescales::occasion_name;
use crate::record::*;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What headlines need of a case as it stands.
pub(super) struct Headlines<'a> {
    file: &'a CaseFile,
    /// The level of a goal before each of its reviews.
    levels_before: HashMap<RecordId, Level>,
}

impl<'a> Headlines<'a> {
    pub(super) fn of(file: &'a CaseFile, until: NaiveDate) -> Headlines<'a> {
        let mut levels_before = HashMap::new();
        for standing in standings(file, until) {
            let steps = ladder(&standing);
            let pairs = steps.iter().zip(steps.iter().skip(1));
            levels_before.extend(pairs.map(|(before, step)| (step.from, before.level)));
        }
        Headlines {
            file,
            levels_before,
        }
    }

    /// The headline of a record.
    pub(super) fn of_record(&self, id: RecordId, body: &Body) -> String {
        let file = self.file;
        let names = |people: &[RecordId]| short_names(file, people);
        match body {
            Body::ZoneDecision(decision) => {
                format!("{}: {}", names(&[decision.child]), self.zone(id, decision))
            }
            Body::ShownCapacity(shown) => {
                format!(
                    "{} shows capacity: {}",
                    names(&[shown.carer]),
                    shown.evidence
                )
            }
            Body::Lapse(lapse) => format!("{}, a lapse: {}", names(&[lapse.carer]), lapse.what),
            Body::Entry(entry) => entry.in_short().to_owned(),
            Body::FactorFinding(found) => {
                let factor = match found.named.as_str() {
                    "" => factor_name(&found.factor),
                    named => named,
                };
                let whose = whose_words(file, &found.subject);
                let state = State::from(found.status).words();
                format!("{whose}: {factor}: {state}")
            }
            Body::GoalReview(review) => self.review(id, review),
            Body::Person(person) => match person.relation.as_str() {
                "" => person.name.clone(),
                relation => format!("{}, {relation}", person.name),
            },
            Body::Bond(bond) => {
                let (from, to) = (names(&[bond.from]), names(&[bond.to]));
                format!("{from} {} {to}", bond.kind.words())
            }
            Body::Placement(home) => lasts(
                &format!("{}: {}", names(&[home.child]), home.kind_and_carer()),
                &home.from,
                home.to.as_ref(),
            ),
            Body::LegalStatus(legal) => lasts(
                &format!("{}: {}", names(&[legal.child]), legal.status),
                &legal.from,
                legal.to.as_ref(),
            ),
            Body::Action(action) => action_in_words(action),
            Body::Occasion(occasion) => occasion_in_words(file, occasion),
            Body::Supervision(session) => {
                let there = [&session.worker, &session.supervisor, &session.others];
                let there = there.into_iter().filter(|name| !name.is_empty());
                format!("supervision of {}", listed(&there.collect::<Vec<_>>()))
            }
            Body::EmotionalTie(tie) => {
                let (from, to) = (names(&[tie.from]), names(&[tie.to]));
                format!("{from} {} {to}", tie.kind.words())
            }
            Body::Connection(connection) => {
                let whose = connection
                    .whose
                    .map_or_else(|| "the family".to_owned(), |whose| names(&[whose]));
                format!(
                    "{whose} and {}",
                    who(file, connection.person, &connection.with)
                )
            }
            Body::Relationship(relationship) => {
                let child = names(&[relationship.child]);
                format!(
                    "{child} and {}",
                    who(file, relationship.person, &relationship.name)
                )
            }
            Body::ContactAfterCare(contact) => {
                let child = names(&[contact.child]);
                let other = who(file, contact.person, &contact.name);
                format!(
                    "contact after care, {child} and {other}: {}",
                    contact.answer.words()
                )
            }
            Body::Promise(promise) => promise_in_words(file, promise),
            Body::StageMark(mark) => {
                let item = item_words(&mark.item);
                format!("{item}: {}", mark.progress.words())
            }
            Body::NamedRole(role) => {
                let name = match role.person {
                    Some(person) => names(&[person]),
                    None => role.name.clone(),
                };
                format!("{}: {name}", part_words(&role.role))
            }
            Body::Story(story) => {
                format!(
                    "story of {}: {}",
                    teller_words(file, &story.teller),
                    story.words
                )
            }
            Body::Recognition(seen) => {
                format!(
                    "how {} is recognised: {}",
                    names(&[seen.of]),
                    seen.recognised
                )
            }
            Body::PlanVersion(version) => {
                format!("plan agreed: {}", in_words(file, &version.parts))
            }
            Body::Import(import) => {
                let files: Vec<&str> = import.files.iter().map(|file| file.file.as_str()).collect();
                format!("brought in: {}", listed(&files))
            }
            Body::Verdict(verdict) => {
                let said = match verdict.same_event {
                    true => "one event",
                    false => "two events",
                };
                format!("{said}: {}", account_of(file, verdict.one))
            }
            Body::WordingKept(kept) => format!("stays as it is: {}", kept.phrase),
            other => format!("{}: {}", other.kind().one(), words_of(other)),
        }
    }

    /// "Orange stays", "Orange to Yellow", "Orange, the first decision".
    fn zone(&self, id: RecordId, decision: &ZoneDecision) -> String {
        let now = decision.zone.word();
        let all = self.file.decisions_of(decision.child);
        let place = all.iter().position(|one| one.id() == id);
        let before = place.map(|at| at.checked_sub(1).and_then(|at| all.get(at)));
        match before {
            // It was removed: what it was beside the others can no longer be told.
            None => now.to_owned(),
            Some(None) => format!("{now}, the first decision"),
            Some(Some(before)) if before.body.zone == decision.zone => format!("{now} stays"),
            Some(Some(before)) => format!("{} to {now}", before.body.zone.word()),
        }
    }

    fn review(&self, id: RecordId, review: &GoalReview) -> String {
        let now = review.level.signed();
        let level = match self.levels_before.get(&id) {
            None => format!("level {now}"),
            Some(before) if *before == review.level => format!("level {now} stays"),
            Some(before) => format!("level {} to {now}", before.signed()),
        };
        match self.file.goals.get(&review.goal) {
            None => format!("goal: {level}"),
            Some(goal) => format!("goal: {level}: {}", goal.body.words),
        }
    }
}

/// The words of an item of the stages.
fn item_words(id: &str) -> &str {
    stage_item(id).map_or(id, |(_, item)| &item.words)
}

/// What a role is called.
fn part_words(id: &str) -> &str {
    part(id).map_or(id, |part| &part.name)
}

/// "…, from 3 May 2022 to 1 Jun 2023".
fn lasts(words: &str, from: &FuzzyDate, to: Option<&FuzzyDate>) -> String {
    let to = to.map_or_else(String::new, |to| format!(" to {}", to.in_short()));
    format!("{words}, from {}{to}", from.in_short())
}

fn promise_in_words(file: &CaseFile, promise: &Promise) -> String {
    let to = short_names(file, &[promise.child]);
    let said = format!(
        "{} to {to}: {}",
        who(file, promise.person, &promise.by),
        promise.words
    );
    match (&promise.kept_on, promise.not_kept.as_str()) {
        (Some(_), _) => format!("promise kept, {said}"),
        (None, "") => format!("promised, {said}"),
        (None, why) => format!("promise not kept, {said}. Why: {why}"),
    }
}

fn action_in_words(action: &Action) -> String {
    let what = &action.what;
    if action.done_on.is_some() {
        return match action.outcome.as_str() {
            "" => format!("action done: {what}"),
            outcome => format!("action done: {what}. What came of it: {outcome}"),
        };
    }
    if !action.let_go.is_empty() {
        return format!("action let go: {what}. Why: {}", action.let_go);
    }
    let owner = match action.owner.as_str() {
        "" => String::new(),
        owner => format!(", {owner}"),
    };
    let due = action.due.as_ref();
    let due = due.map_or_else(String::new, |due| format!(", by {}", due.in_short()));
    format!("action taken on: {what}{owner}{due}")
}

fn occasion_in_words(file: &CaseFile, occasion: &Occasion) -> String {
    let mut words = occasion_name(&occasion.what).to_lowercase();
    let seen = |people: &[RecordId]| short_names(file, people);
    match (occasion.seen_alone.as_slice(), occasion.seen.as_slice()) {
        ([], []) => {}
        ([], together) => words += &format!(", {} seen", seen(together)),
        (alone, _) => words += &format!(", {} seen alone", seen(alone)),
    }
    match occasion.outcome.as_str() {
        "" => words,
        outcome => format!("{words}: {outcome}"),
    }
}
