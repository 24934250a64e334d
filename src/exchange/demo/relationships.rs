//! The relationships of a family's children, contact that was asked for after care, and promises, as its file writes them.

use super::DemoFault;
use super::filing::Filing;
use super::thinking::{Said, Thinking, put};
use crate::record::{
    Answer, Body, ContactAfterCare, HangsOn, OwnView, Promise, RecordId, Relationship, Ring,
    Standing,
};
use serde::Deserialize;

/// With somebody of the family by their key, else by `name`. Written on the day on which the child was asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RelationshipRow {
    of: String,
    with: Option<String>,
    name: String,
    standing: Vec<Standing>,
    ring: Option<Ring>,
    loving: OwnView,
    safe: OwnView,
    asked_on: Option<String>,
    own_words: String,
    valued: Vec<String>,
    does: Vec<String>,
    does_words: String,
    in_touch: String,
    miles: Option<u32>,
    hangs_on: Vec<HangsOn>,
    being_done: String,
    since: Option<String>,
    until: Option<String>,
    why_ended: String,
    review: Option<String>,
    entries: Vec<String>,
}

/// Written on the day on which it was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ContactRow {
    of: String,
    with: Option<String>,
    name: String,
    asked_on: String,
    asked_by: String,
    words: String,
    whose_need: String,
    in_crisis: Option<bool>,
    risk_view: String,
    guidance: String,
    answer_by: Option<String>,
    answer: Answer,
    decided_on: Option<String>,
    decided_by: String,
    why: String,
    boundary: String,
    mode: String,
    how_often: String,
    review: Option<String>,
    ended_on: Option<String>,
    why_ended: String,
}

/// Written on the day on which it was made.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PromiseRow {
    to: String,
    person: Option<String>,
    by: String,
    words: String,
    on: String,
    due: Option<String>,
    kept_on: Option<String>,
    not_kept: String,
}

/// Writes them.
pub(super) fn file(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    put(filing, &all.relationship, relationship)?;
    put(filing, &all.contact, contact)?;
    put(filing, &all.promise, promise)
}

fn somebody(filing: &Filing<'_>, key: Option<&String>) -> Result<Option<RecordId>, DemoFault> {
    key.map(|key| filing.who(key)).transpose()
}

fn relationship(filing: &Filing<'_>, row: RelationshipRow) -> Said {
    let asked_on = filing.maybe_date(row.asked_on.as_deref())?;
    let relationship = Relationship {
        child: filing.who(&row.of)?,
        person: somebody(filing, row.with.as_ref())?,
        name: row.name,
        standing: row.standing,
        ring: row.ring,
        loving: row.loving,
        safe: row.safe,
        asked_on: asked_on.clone(),
        own_words: row.own_words,
        valued: row.valued,
        does: row.does,
        does_words: row.does_words,
        in_touch: row.in_touch,
        miles: row.miles,
        hangs_on: row.hangs_on,
        being_done: row.being_done,
        since: filing.maybe_date(row.since.as_deref())?,
        until: filing.maybe_date(row.until.as_deref())?,
        why_ended: row.why_ended,
        review_on: filing.maybe_date(row.review.as_deref())?,
        evidence: filing.entries_of(&row.entries)?,
    };
    Ok((Body::Relationship(relationship), asked_on))
}

fn contact(filing: &Filing<'_>, row: ContactRow) -> Said {
    let asked_on = filing.date(&row.asked_on)?;
    let contact = ContactAfterCare {
        child: filing.who(&row.of)?,
        person: somebody(filing, row.with.as_ref())?,
        name: row.name,
        asked_on: asked_on.clone(),
        asked_by: row.asked_by,
        words: row.words,
        whose_need: row.whose_need,
        in_crisis: row.in_crisis,
        risk_view: row.risk_view,
        guidance: row.guidance,
        answer_by: filing.maybe_date(row.answer_by.as_deref())?,
        answer: row.answer,
        decided_on: filing.maybe_date(row.decided_on.as_deref())?,
        decided_by: row.decided_by,
        why: row.why,
        boundary: row.boundary,
        mode: row.mode,
        how_often: row.how_often,
        review_on: filing.maybe_date(row.review.as_deref())?,
        ended_on: filing.maybe_date(row.ended_on.as_deref())?,
        why_ended: row.why_ended,
    };
    Ok((Body::ContactAfterCare(contact), Some(asked_on)))
}

fn promise(filing: &Filing<'_>, row: PromiseRow) -> Said {
    let made_on = filing.date(&row.on)?;
    let promise = Promise {
        child: filing.who(&row.to)?,
        person: somebody(filing, row.person.as_ref())?,
        by: row.by,
        words: row.words,
        made_on: made_on.clone(),
        due: filing.maybe_date(row.due.as_deref())?,
        kept_on: filing.maybe_date(row.kept_on.as_deref())?,
        not_kept: row.not_kept,
    };
    Ok((Body::Promise(promise), Some(made_on)))
}
