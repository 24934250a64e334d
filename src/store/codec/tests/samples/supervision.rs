//! One value of every kind of supervision: sessions, actions, decisions, visits and meetings.

use super::{date, day, id};
use crate::record::*;

/// Each with the name of its golden file.
pub(super) fn records() -> Vec<(&'static str, Body)> {
    let on = || date(Reading::On(Part::Day(day(4))));
    let later = || Some(date(Reading::On(Part::Day(day(9)))));
    vec![
        (
            "supervision",
            Body::Supervision(Supervision {
                on: on(),
                kind: SupervisionKind::AdHoc,
                worker: "A Brennock".into(),
                supervisor: "M Tidewell".into(),
                others: "o".into(),
                minutes: Some(50),
                setting: "s".into(),
                children: vec![id(5)],
                conditions: vec!["S0I.1".into()],
                experience: "e".into(),
                reflection: "r".into(),
                in_action: "i".into(),
                on_action: "n".into(),
                analysis: "a".into(),
                action: "c".into(),
                principles: vec!["S0C.1".into()],
                facets: vec!["S0D.2".into()],
                zones_decided: vec![id(21)],
                parked: vec!["matrix".into()],
                next_on: later(),
            }),
        ),
        (
            "action",
            Body::Action(Action {
                what: "w".into(),
                why: "y".into(),
                owner: "A Brennock".into(),
                due: later(),
                people: vec![id(5)],
                supervision: Some(id(20)),
                serves: vec![id(15)],
                done_on: later(),
                outcome: "o".into(),
                let_go: "l".into(),
            }),
        ),
        (
            "case-decision",
            Body::CaseDecision(CaseDecision {
                on: on(),
                what: "w".into(),
                why: "y".into(),
                people: vec![id(5)],
                supervision: Some(id(20)),
                decided_by: "M Tidewell".into(),
                views: "v".into(),
                evidence: vec![id(13)],
                change_mind: "c".into(),
            }),
        ),
        (
            "occasion",
            Body::Occasion(Occasion {
                what: "visit".into(),
                on: on(),
                children: vec![id(5)],
                seen: vec![id(5)],
                seen_alone: vec![id(5)],
                why_not_alone: "n".into(),
                by: "A Brennock".into(),
                outcome: "o".into(),
                entries: vec![id(13)],
            }),
        ),
    ]
}
