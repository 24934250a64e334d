//! What is due of relationships that last, of contact after care and of promises.

use super::*;
use DueState::{Ahead, Late, NotRecorded};

fn relationship(child: RecordId, review: &str, until: Option<&str>) -> Body {
    Body::Relationship(Relationship {
        child,
        person: None,
        name: "Mr Obuya".into(),
        standing: Vec::new(),
        ring: None,
        loving: OwnView::NotAsked,
        safe: OwnView::NotAsked,
        asked_on: None,
        own_words: String::new(),
        valued: Vec::new(),
        does: Vec::new(),
        does_words: String::new(),
        in_touch: String::new(),
        miles: None,
        hangs_on: Vec::new(),
        being_done: String::new(),
        since: None,
        until: until.map(date),
        why_ended: String::new(),
        review_on: Some(date(review)),
        evidence: Vec::new(),
    })
}

fn request(child: RecordId) -> ContactAfterCare {
    ContactAfterCare {
        child,
        person: None,
        name: "Bev".into(),
        asked_on: date("8 Sep 2026"),
        asked_by: "Jordan".into(),
        words: "That she comes.".into(),
        whose_need: String::new(),
        in_crisis: None,
        risk_view: String::new(),
        guidance: String::new(),
        answer_by: None,
        answer: Answer::Open,
        decided_on: None,
        decided_by: String::new(),
        why: String::new(),
        boundary: String::new(),
        mode: String::new(),
        how_often: String::new(),
        review_on: None,
        ended_on: None,
        why_ended: String::new(),
    }
}

#[test]
fn a_relationship_is_looked_at_again_on_its_day_unless_it_has_ended() {
    let mut family = MadeUp::new();
    let child = family.child("Kuba", "2 Nov 2017");
    let id = family.put(relationship(child, "20 Nov 2026", None));
    let due = one(&family, "RELATIONSHIP_REVIEW", "2026-11-23");
    assert_eq!((due.day, due.state), (Some(day("2026-11-20")), Late));
    assert_eq!((due.record, due.about), (Some(id), vec![child]));
    assert_eq!(due.what, "Talk about the relationship with Mr Obuya");
    assert!(
        due.why.contains("was not asked about it yet"),
        "{}",
        due.why
    );
    let mut family = MadeUp::new();
    let child = family.child("Kuba", "2 Nov 2017");
    family.put(relationship(child, "20 Nov 2026", Some("1 Nov 2026")));
    assert!(by_rule(&family, "RELATIONSHIP_REVIEW", "2026-11-23").is_empty());
}

#[test]
fn a_request_waits_for_its_answer_and_is_then_looked_at_again() {
    let mut family = MadeUp::new();
    let child = family.child("Jordan", "2 Feb 2009");
    let id = family.put(Body::ContactAfterCare(request(child)));
    let due = one(&family, "CONTACT_ANSWER", "2026-11-23");
    assert_eq!((due.day, due.state), (None, NotRecorded));
    assert!(due.why.contains("nobody has decided yet"), "{}", due.why);
    assert!(due.why.contains("No day for an answer"), "{}", due.why);
    let change = |family: &mut MadeUp, change: fn(&mut ContactAfterCare)| {
        let record = family.file.contacts_after_care.get_mut(&id).unwrap();
        change(&mut record.body);
    };
    change(&mut family, |one| one.answer_by = Some(date("27 Nov 2026")));
    assert_eq!(
        due_on(&family, "CONTACT_ANSWER", "2026-11-23"),
        ("2026-11-27".into(), Ahead)
    );
    change(&mut family, |one| {
        one.answer = Answer::NotNow;
        one.decided_on = Some(date("26 Nov 2026"));
        one.review_on = Some(date("1 Feb 2027"));
    });
    assert!(by_rule(&family, "CONTACT_ANSWER", "2026-11-27").is_empty());
    let due = one(&family, "CONTACT_REVIEW", "2026-11-27");
    assert_eq!(due.what, "Ask again about contact with Bev");
    assert!(due.why.contains("26 November 2026: not now"), "{}", due.why);
    change(&mut family, |one| one.ended_on = Some(date("1 Dec 2026")));
    assert!(by_rule(&family, "CONTACT_REVIEW", "2026-12-02").is_empty());
}

#[test]
fn a_promise_is_due_until_it_is_kept_or_the_child_is_told_why_not() {
    let mut family = MadeUp::new();
    let child = family.child("Jordan", "2 Feb 2009");
    let id = family.put(Body::Promise(Promise {
        child,
        person: None,
        by: "Deacon".into(),
        words: "To ring on the day".into(),
        made_on: date("2 Nov 2026"),
        due: Some(date("20 Nov 2026")),
        kept_on: None,
        not_kept: String::new(),
    }));
    let due = one(&family, "PROMISE", "2026-11-23");
    assert_eq!((due.state, due.kind), (Late, DueKind::Relationship));
    assert!(
        due.why
            .starts_with("Deacon promised it on 2 November 2026, to be kept on 20 November 2026."),
        "{}",
        due.why
    );
    let promise = family.file.promises.get_mut(&id).unwrap();
    promise.body.kept_on = Some(date("23 Nov 2026"));
    assert!(by_rule(&family, "PROMISE", "2026-11-23").is_empty());
}
