//! `show CASE relationships`: for each child who is there as the child says it, how that stands to the target, what moves would
//! break and what earlier ones took, distances, contact after care with how it was decided, promises.

mod lines;

use super::Shown;
use super::linked::{self, Linked, day};
use crate::insight::people::who_or_somebody;
use crate::insight::relationships::{
    Someone, being_done, breaks, contact_in_words, contacts, distances, lost, names, of_contact,
    of_someone, people_of, promise_in_words, promises, target, unsaid,
};
use crate::practice::guide::name_in;
use crate::practice::lasting::lasting;
use crate::record::{ContactAfterCare, Promise, Record, RecordId};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct RelationshipsPage {
    children: Vec<ChildShown>,
}

#[derive(Serialize)]
struct ChildShown {
    id: RecordId,
    child: String,
    target: TargetShown,
    people: Vec<PersonShown>,
    breaks: Vec<BreakShown>,
    /// Those of whom it is not written what the relationship hangs on.
    hangs_on_not_said: Vec<String>,
    earlier_moves: Vec<LostShown>,
    distances: Vec<DistanceShown>,
    contact_after_care: Vec<ContactShown>,
    promises: Vec<PromiseShown>,
}

#[derive(Serialize)]
struct TargetShown {
    wanted: usize,
    there: usize,
    not_asked: usize,
    in_care: bool,
    leaves_on: Option<NaiveDate>,
    in_view: bool,
    text: String,
    source: &'static str,
}

#[derive(Serialize)]
struct PersonShown {
    /// The relationship's id; none where only another part of the record knows the person.
    id: Option<RecordId>,
    person: Option<RecordId>,
    name: String,
    standing: Vec<&'static str>,
    circle: Option<&'static str>,
    loving: &'static str,
    safe: &'static str,
    says: String,
    counts: bool,
    ended: bool,
    asked_on: Option<String>,
    own_words: String,
    valued: Vec<String>,
    helps_with: Vec<String>,
    how_they_help: String,
    in_touch: String,
    miles: Option<u32>,
    hangs_on: Vec<&'static str>,
    being_done: Vec<String>,
    since: Option<String>,
    until: Option<String>,
    why_ended: String,
    review_on: Option<String>,
    evidence: Vec<Linked>,
    known_from: Vec<Linked>,
    questions: Vec<&'static str>,
}

#[derive(Serialize)]
struct BreakShown {
    when: String,
    breaks: Vec<String>,
    left: usize,
    text: String,
}

#[derive(Serialize)]
struct LostShown {
    home: RecordId,
    left: String,
    ended: Vec<String>,
    /// Whether nobody who cared there is written down.
    nobody: bool,
}

#[derive(Serialize)]
struct DistanceShown {
    record: RecordId,
    miles: u32,
    now: bool,
    text: String,
}

#[derive(Serialize)]
struct ContactShown {
    id: RecordId,
    with: String,
    stands: String,
    asked_on: Option<String>,
    asked_by: String,
    text: String,
    whose_need: String,
    in_crisis: Option<bool>,
    risk_view: String,
    guidance: String,
    answer_by: Option<String>,
    answer: &'static str,
    decided_on: Option<String>,
    decided_by: String,
    why: String,
    boundary: String,
    how: String,
    how_often: String,
    review_on: Option<String>,
    ended_on: Option<String>,
    why_ended: String,
    questions: Vec<&'static str>,
}

#[derive(Serialize)]
struct PromiseShown {
    id: RecordId,
    by: String,
    text: String,
    stands: String,
    made_on: Option<String>,
    due: Option<String>,
    kept_on: Option<String>,
    not_kept: String,
}

/// The relationships of every child of a case.
pub fn page(shown: &Shown) -> RelationshipsPage {
    let children = shown.file.children().into_iter();
    RelationshipsPage {
        children: children
            .map(|child| child_shown(shown, child.id()))
            .collect(),
    }
}

fn child_shown(shown: &Shown, child: RecordId) -> ChildShown {
    let (file, now) = (shown.file, shown.now);
    let people = people_of(file, child, now);
    let target = target(file, child, &people, now);
    let name = shown.names.short_name(child).to_owned();
    let broken = breaks(file, child, &people, now);
    let gone = lost(file, child, &people, now);
    ChildShown {
        id: child,
        target: TargetShown {
            wanted: target.wanted,
            there: target.there,
            not_asked: target.not_asked,
            in_care: target.is_in_care,
            leaves_on: target.leaves_on,
            in_view: target.is_in_view,
            text: target.in_words(&name),
            source: &lasting().source,
        },
        breaks: broken
            .iter()
            .map(|one| BreakShown {
                when: one.when.clone(),
                breaks: named(&one.breaks),
                left: one.left,
                text: one.in_words(),
            })
            .collect(),
        hangs_on_not_said: named(&unsaid(&people)),
        earlier_moves: gone
            .iter()
            .map(|one| LostShown {
                home: one.home,
                left: one.left.clone(),
                ended: named(&one.ended),
                nobody: one.nobody,
            })
            .collect(),
        distances: distances(file, child, &people, now)
            .into_iter()
            .map(|one| DistanceShown {
                record: one.record,
                miles: one.miles,
                now: one.is_now,
                text: one.in_words(),
            })
            .collect(),
        contact_after_care: contacts(file, child, now)
            .into_iter()
            .map(|one| contact_shown(shown, one))
            .collect(),
        promises: promises(file, child, now)
            .into_iter()
            .map(|one| promise_shown(shown, one))
            .collect(),
        people: people
            .iter()
            .map(|one| PersonShown {
                questions: of_someone(one, &target),
                ..person_shown(shown, one)
            })
            .collect(),
        child: name,
    }
}

fn named(people: &[&Someone]) -> Vec<String> {
    people.iter().map(|one| names(&[*one])).collect()
}

fn of_list(list: &str, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| name_in(list, id).to_owned()).collect()
}

fn person_shown(shown: &Shown, one: &Someone) -> PersonShown {
    let body = one.relationship.map(|one| &one.body);
    let text = |part: fn(&crate::record::Relationship) -> &String| {
        body.map_or_else(String::new, |body| part(body).clone())
    };
    let known = one.known_from.iter().map(|known| Linked {
        id: known.record,
        text: format!("{}: {}", known.standing.words(), known.words),
    });
    let done = being_done(shown.file, one).into_iter();
    PersonShown {
        id: one.relationship.map(Record::id),
        person: one.person,
        name: one.name.clone(),
        standing: one.standing.iter().map(|one| one.words()).collect(),
        circle: one.ring().map(|ring| ring.words()),
        loving: body
            .map_or_else(Default::default, |body| body.loving)
            .words(),
        safe: body.map_or_else(Default::default, |body| body.safe).words(),
        says: one.judgement_in_words(),
        counts: one.counts(),
        ended: one.has_ended,
        asked_on: day(body.and_then(|body| body.asked_on.as_ref())),
        own_words: text(|body| &body.own_words),
        valued: of_list("valued", body.map_or(&[], |body| &body.valued)),
        helps_with: of_list("link-work", body.map_or(&[], |body| &body.does)),
        how_they_help: text(|body| &body.does_words),
        in_touch: text(|body| &body.in_touch),
        miles: body.and_then(|body| body.miles),
        hangs_on: body.map_or_else(Vec::new, |body| {
            body.hangs_on.iter().map(|one| one.words()).collect()
        }),
        being_done: done.map(|(words, _)| words).collect(),
        since: day(body.and_then(|body| body.since.as_ref())),
        until: day(body.and_then(|body| body.until.as_ref())),
        why_ended: text(|body| &body.why_ended),
        review_on: day(body.and_then(|body| body.review_on.as_ref())),
        evidence: linked::entries(shown.file, body.map_or(&[], |body| &body.evidence)),
        known_from: known.collect(),
        questions: Vec::new(),
    }
}

fn contact_shown(shown: &Shown, one: &Record<ContactAfterCare>) -> ContactShown {
    let body = &one.body;
    ContactShown {
        id: one.id(),
        with: who_or_somebody(shown.file, body.person, &body.name),
        stands: contact_in_words(body, shown.now),
        asked_on: day(Some(&body.asked_on)),
        asked_by: body.asked_by.clone(),
        text: body.words.clone(),
        whose_need: body.whose_need.clone(),
        in_crisis: body.in_crisis,
        risk_view: body.risk_view.clone(),
        guidance: body.guidance.clone(),
        answer_by: day(body.answer_by.as_ref()),
        answer: body.answer.words(),
        decided_on: day(body.decided_on.as_ref()),
        decided_by: body.decided_by.clone(),
        why: body.why.clone(),
        boundary: body.boundary.clone(),
        how: body.mode.clone(),
        how_often: body.how_often.clone(),
        review_on: day(body.review_on.as_ref()),
        ended_on: day(body.ended_on.as_ref()),
        why_ended: body.why_ended.clone(),
        questions: of_contact(body),
    }
}

fn promise_shown(shown: &Shown, one: &Record<Promise>) -> PromiseShown {
    let body = &one.body;
    PromiseShown {
        id: one.id(),
        by: who_or_somebody(shown.file, body.person, &body.by),
        text: body.words.clone(),
        stands: promise_in_words(body, shown.now),
        made_on: day(Some(&body.made_on)),
        due: day(body.due.as_ref()),
        kept_on: day(body.kept_on.as_ref()),
        not_kept: body.not_kept.clone(),
    }
}
