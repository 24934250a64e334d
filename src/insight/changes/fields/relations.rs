//! The fields of how people belong together beyond kinship: emotional lines, households, ecomap, relationships that last.

use super::{Named, day, day_if, one_person, people, records, several, yes};
use crate::practice::guide::name_in;
use crate::record::*;

pub(super) fn emotional_tie(file: &CaseFile, tie: &EmotionalTie) -> Vec<Named> {
    vec![
        ("who", people(file, &[tie.from])),
        ("is what", tie.kind.words().to_owned()),
        ("of whom", people(file, &[tie.to])),
        ("since", day_if(tie.since.as_ref())),
        ("until", day_if(tie.until.as_ref())),
        ("seen so by", tie.told_by.clone()),
        ("evidence", records(file, &tie.evidence)),
        ("note", tie.note.clone()),
    ]
}

pub(super) fn household(file: &CaseFile, home: &Household) -> Vec<Named> {
    vec![
        ("household", home.name.clone()),
        ("who lives there", people(file, &home.people)),
        ("since", day_if(home.since.as_ref())),
        ("until", day_if(home.until.as_ref())),
        ("note", home.note.clone()),
    ]
}

pub(super) fn connection(file: &CaseFile, connection: &Connection) -> Vec<Named> {
    let whose = match connection.whose {
        None => "the family".to_owned(),
        some => one_person(file, some),
    };
    vec![
        ("whose", whose),
        ("with", connection.with.clone()),
        (
            "with whom of this case",
            one_person(file, connection.person),
        ),
        ("kind", connection.kind.words().to_owned()),
        ("strength", connection.strength.words().to_owned()),
        ("stress in it", yes(connection.stressful)),
        ("which way", connection.flow.words().to_owned()),
        ("since", day_if(connection.since.as_ref())),
        ("until", day_if(connection.until.as_ref())),
        ("evidence", records(file, &connection.evidence)),
        ("note", connection.note.clone()),
    ]
}

pub(super) fn relationship(file: &CaseFile, relationship: &Relationship) -> Vec<Named> {
    let standing = relationship.standing.iter().map(|one| one.words());
    let hangs_on = relationship.hangs_on.iter().map(|one| one.words());
    let miles = relationship.miles;
    vec![
        ("child", people(file, &[relationship.child])),
        ("with", relationship.name.clone()),
        (
            "with whom of this case",
            one_person(file, relationship.person),
        ),
        ("who they are", several(standing)),
        (
            "ring",
            relationship.ring.map_or("", |ring| ring.words()).to_owned(),
        ),
        (
            "loving, the child says",
            relationship.loving.words().to_owned(),
        ),
        ("safe, the child says", relationship.safe.words().to_owned()),
        ("asked on", day_if(relationship.asked_on.as_ref())),
        ("own words", relationship.own_words.clone()),
        (
            "valued in it",
            several(relationship.valued.iter().map(|id| name_in("valued", id))),
        ),
        (
            "what they help with",
            several(relationship.does.iter().map(|id| name_in("link-work", id))),
        ),
        ("what they do", relationship.does_words.clone()),
        ("in touch", relationship.in_touch.clone()),
        (
            "miles apart",
            miles.map_or_else(String::new, |miles| miles.to_string()),
        ),
        ("hangs on", several(hangs_on)),
        ("so that it lasts", relationship.being_done.clone()),
        ("since", day_if(relationship.since.as_ref())),
        ("until", day_if(relationship.until.as_ref())),
        ("why it ended", relationship.why_ended.clone()),
        ("look again on", day_if(relationship.review_on.as_ref())),
        ("evidence", records(file, &relationship.evidence)),
    ]
}

pub(super) fn contact_after_care(file: &CaseFile, contact: &ContactAfterCare) -> Vec<Named> {
    let crisis = contact.in_crisis;
    vec![
        ("child", people(file, &[contact.child])),
        ("with", contact.name.clone()),
        ("with whom of this case", one_person(file, contact.person)),
        ("asked on", day(&contact.asked_on)),
        ("asked by", contact.asked_by.clone()),
        ("what was asked for", contact.words.clone()),
        ("whose need", contact.whose_need.clone()),
        ("in a crisis", crisis.map_or_else(String::new, yes)),
        ("risk", contact.risk_view.clone()),
        ("guidance of the employer", contact.guidance.clone()),
        ("answer promised by", day_if(contact.answer_by.as_ref())),
        ("decided", contact.answer.words().to_owned()),
        ("decided on", day_if(contact.decided_on.as_ref())),
        ("decided by", contact.decided_by.clone()),
        ("why", contact.why.clone()),
        ("boundary", contact.boundary.clone()),
        ("how", contact.mode.clone()),
        ("how often", contact.how_often.clone()),
        ("look again on", day_if(contact.review_on.as_ref())),
        ("ended on", day_if(contact.ended_on.as_ref())),
        ("why it ended", contact.why_ended.clone()),
    ]
}

pub(super) fn promise(file: &CaseFile, promise: &Promise) -> Vec<Named> {
    vec![
        ("to", people(file, &[promise.child])),
        ("by", promise.by.clone()),
        ("by whom of this case", one_person(file, promise.person)),
        ("promise", promise.words.clone()),
        ("made on", day(&promise.made_on)),
        ("by when", day_if(promise.due.as_ref())),
        ("kept on", day_if(promise.kept_on.as_ref())),
        ("why it was not kept", promise.not_kept.clone()),
    ]
}

pub(super) fn gedcom_lines(file: &CaseFile, kept: &GedcomLines) -> Vec<Named> {
    vec![
        ("of", one_person(file, kept.of)),
        ("cross-reference", kept.xref.clone()),
        ("lines", kept.lines.clone()),
    ]
}
