//! The forms of supervision give back the record that they were opened from, and say what a record still needs.

use super::thinking::{file_of, given_back, id, on};
use super::*;
use crate::record::RecordKind;
use crate::tui::model::walk::Walk;

/// One of every kind, nothing left empty.
fn every_kind() -> Vec<Body> {
    let text = str::to_owned;
    vec![
        Body::Supervision(Supervision {
            on: on(4),
            kind: SupervisionKind::Group,
            worker: text("a"),
            supervisor: text("b"),
            others: text("c"),
            minutes: Some(50),
            setting: text("d"),
            children: vec![id(1)],
            conditions: vec![text("S0I.1"), text("S0I.3")],
            experience: text("e"),
            reflection: text("f"),
            in_action: text("g"),
            on_action: text("h"),
            analysis: text("i"),
            action: text("j"),
            principles: vec![text("S0C.2")],
            facets: vec![text("S0D.5")],
            zones_decided: vec![id(7)],
            parked: vec![text("stages")],
            next_on: Some(on(20)),
        }),
        Body::Action(Action {
            what: text("a"),
            why: text("b"),
            owner: text("c"),
            due: Some(on(9)),
            people: vec![id(1)],
            supervision: Some(id(5)),
            serves: vec![id(6)],
            done_on: Some(on(8)),
            outcome: text("d"),
            let_go: text("e"),
        }),
        Body::CaseDecision(CaseDecision {
            on: on(4),
            what: text("a"),
            why: text("b"),
            people: vec![id(1)],
            supervision: Some(id(5)),
            decided_by: text("c"),
            views: text("d"),
            evidence: vec![id(3)],
            change_mind: text("e"),
        }),
        Body::Occasion(Occasion {
            what: text("visit"),
            on: on(4),
            children: vec![id(1), id(2)],
            seen: vec![id(1), id(2)],
            seen_alone: vec![id(1)],
            why_not_alone: text("a"),
            by: text("b"),
            outcome: text("c"),
            entries: vec![id(3)],
        }),
    ]
}

#[test]
fn every_form_of_supervision_gives_its_record_back() {
    for body in every_kind() {
        let (file, ids) = file_of(vec![body.clone()]);
        assert_eq!(given_back(&body, &file, ids[0]), body);
    }
}

/// The field at which a new record of a kind is refused when these values stand in it.
fn refused(kind: FormKind, values: &[(&str, &str)]) -> Option<String> {
    let (file, _) = family();
    let mut mint = Mint::seeded(3);
    let mut form = Form::open(kind, None, mint.next_id(), around(&file));
    for (name, value) in values {
        form.put(name, value);
    }
    let refusal = form.body(around(&file), &mut mint).err()?;
    Some(refusal.field)
}

#[test]
fn a_session_needs_both_names_and_something_that_it_came_to() {
    let names = [("worker", "A"), ("supervisor", "B")];
    let with = |more: &[(&'static str, &'static str)]| {
        refused(
            FormKind::Record(RecordKind::Supervision),
            &[&names, more].concat(),
        )
    };
    assert_eq!(with(&[]).as_deref(), Some("analysis"));
    assert_eq!(with(&[("analysis", "x")]), None);
    // From experience straight to action is asked about elsewhere and never refused.
    assert_eq!(with(&[("experience", "x"), ("action", "y")]), None);
    assert_eq!(
        with(&[("analysis", "x"), ("supervisor", "")]).as_deref(),
        Some("supervisor")
    );
    assert_eq!(
        with(&[("analysis", "x"), ("worker", " ")]).as_deref(),
        Some("worker")
    );
    assert_eq!(
        with(&[("analysis", "x"), ("minutes", "an hour")]).as_deref(),
        Some("minutes")
    );
    assert_eq!(
        with(&[("analysis", "x"), ("on", "1/1/2099")]).as_deref(),
        Some("on")
    );
    assert_eq!(
        with(&[("analysis", "x"), ("on", "not known")]).as_deref(),
        Some("on")
    );
}

#[test]
fn an_action_needs_somebody_and_a_day_and_what_came_of_it_once_it_is_done() {
    let all = [("what", "x"), ("owner", "A"), ("due", "9/12/2026")];
    assert_eq!(refused(FormKind::Record(RecordKind::Action), &all), None);
    assert_eq!(
        refused(FormKind::Record(RecordKind::Action), &all[..2]).as_deref(),
        Some("due")
    );
    let goes_on = [("what", "x"), ("owner", "A"), ("due", "not known")];
    assert_eq!(
        refused(FormKind::Record(RecordKind::Action), &goes_on),
        None
    );
    let nobody = [("what", "x"), ("owner", ""), ("due", "9/12/2026")];
    assert_eq!(
        refused(FormKind::Record(RecordKind::Action), &nobody).as_deref(),
        Some("owner")
    );
    assert_eq!(
        refused(FormKind::Record(RecordKind::Action), &[]).as_deref(),
        Some("what")
    );
}

#[test]
fn a_decision_needs_its_why_and_a_name() {
    let what = ("what", "No new clock.");
    assert_eq!(
        refused(FormKind::Record(RecordKind::CaseDecision), &[what]).as_deref(),
        Some("why")
    );
    let why = ("why", "A lapse of two days, told.");
    assert_eq!(
        refused(FormKind::Record(RecordKind::CaseDecision), &[what, why]).as_deref(),
        Some("decided_by")
    );
    assert_eq!(
        refused(
            FormKind::Record(RecordKind::CaseDecision),
            &[what, why, ("decided_by", "M T")]
        ),
        None
    );
}

#[test]
fn a_visit_has_a_kind_and_a_day_that_has_come() {
    let visit = ("what", "visit");
    assert_eq!(
        refused(FormKind::Record(RecordKind::Occasion), &[]).as_deref(),
        Some("what")
    );
    assert_eq!(
        refused(FormKind::Record(RecordKind::Occasion), &[visit]),
        None
    );
    assert_eq!(
        refused(
            FormKind::Record(RecordKind::Occasion),
            &[visit, ("on", "1/1/2099")]
        )
        .as_deref(),
        Some("on")
    );
}

#[test]
fn the_record_at_the_end_of_a_walk_begins_with_what_was_noted_and_who_sat_there() {
    let (file, ids) = family();
    let mut mint = Mint::seeded(3);
    let mut walk = Walk::new(vec![ids[0]], id(40), id(41));
    walk.worker = "A Brennock".into();
    walk.supervisor = "M Tidewell".into();
    walk.park("stages");
    walk.zones_decided.push(id(42));
    for quadrant in Quadrant::ALL {
        walk.field_mut(quadrant).unwrap().insert(quadrant.word());
    }
    let around = Around {
        session: Some(walk.session),
        ..around(&file).walking(Some(&walk), None)
    };
    let form = Form::open(
        FormKind::Record(RecordKind::Supervision),
        None,
        mint.next_id(),
        around,
    );
    let Body::Supervision(made) = form.body(around, &mut mint).unwrap() else {
        panic!("another kind");
    };
    assert_eq!(made.experience, "Experience");
    assert_eq!(made.action, "Action");
    assert_eq!(made.supervisor, "M Tidewell");
    assert_eq!(made.parked, ["stages"]);
    // What is taken on meanwhile names the session before its record is there.
    let mut form = Form::open(
        FormKind::Record(RecordKind::Action),
        None,
        mint.next_id(),
        around,
    );
    for (name, value) in [("what", "x"), ("owner", "A"), ("due", "9/12/2026")] {
        form.put(name, value);
    }
    let Body::Action(taken_on) = form.body(around, &mut mint).unwrap() else {
        panic!("another kind");
    };
    assert_eq!(taken_on.supervision, Some(id(40)));
}
