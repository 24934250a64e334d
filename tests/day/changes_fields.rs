//! Whatever people read in a record is among the fields by which a change is told: every value of records of all kinds is
//! altered, one by one, and a field has to say so.

use super::changes::{action, on, session};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use throughline::exchange::demo;
use throughline::insight::fields::facts;
use throughline::record::*;

/// What people do not read: ids by which the program finds its way, and where a row came from.
const UNREAD: [&str; 9] = [
    "id",
    "origin",
    "goal_revision",
    "parts",
    "offered",
    "rule",
    "one",
    "other",
    "files",
];

/// Every change of one value in a record, named by its path, that still is a record of that kind.
fn altered(body: &Body) -> Vec<(String, Body)> {
    let whole = serde_json::to_value(body).unwrap();
    let mut paths = Vec::new();
    leaves(&whole, String::new(), &mut paths);
    let mut all = Vec::new();
    for path in paths {
        let mut tried = candidates();
        let mut at = 0;
        while let Some(candidate) = tried.get(at).cloned() {
            at += 1;
            let mut other = whole.clone();
            *other.pointer_mut(&path).unwrap() = candidate;
            match serde_json::from_value::<Body>(other) {
                Ok(other) if other != *body => all.push((path.clone(), other)),
                Ok(_) => {}
                // "unknown variant `x`, expected one of `A`, `B`": the names are worth a try, too.
                Err(fault) if at <= 3 => tried.extend(variants(&fault.to_string())),
                Err(_) => {}
            }
        }
    }
    all
}

fn candidates() -> Vec<Value> {
    vec![
        json!("otherwise"),
        json!("2019-05-06"),
        json!(RecordId::from_bytes([9; 16]).to_string()),
        json!(2),
        json!(true),
        json!(false),
        serde_json::to_value(on("2019-05-06")).unwrap(),
        json!([]),
        json!(["otherwise"]),
        json!([RecordId::from_bytes([9; 16]).to_string()]),
    ]
}

fn variants(fault: &str) -> Vec<Value> {
    let names = fault.split('`').skip(3).step_by(2);
    names.map(|name| json!(name)).collect()
}

fn leaves(value: &Value, path: String, found: &mut Vec<String>) {
    let is_date = |value: &Value| value.get("written").is_some() && value.get("reading").is_some();
    match value {
        Value::Object(fields) if !is_date(value) => {
            for (name, value) in fields
                .iter()
                .filter(|(name, _)| !UNREAD.contains(&name.as_str()))
            {
                leaves(value, format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            found.push(path.clone());
            for (at, item) in items.iter().enumerate() {
                leaves(item, format!("{path}/{at}"), found);
            }
        }
        _ => found.push(path),
    }
}

/// Records of every kind: those of the demo, and of what the demo does not have yet one with every field filled.
fn of_every_kind() -> (CaseFile, Vec<Body>) {
    let mut bodies: BTreeMap<RecordKind, Vec<Body>> = BTreeMap::new();
    let mut file = CaseFile::default();
    let all = demo::caseload().unwrap().into_iter();
    for record in all.flat_map(|change| change.records) {
        let kind = bodies.entry(record.body.kind()).or_default();
        if kind.len() < 3 {
            kind.push(record.body.clone());
        }
        file.apply(record);
    }
    let decision = CaseDecision {
        on: on("2026-11-12"),
        what: "We ask for a second opinion.".into(),
        why: "We are of two minds.".into(),
        people: Vec::new(),
        supervision: None,
        decided_by: "J Singh".into(),
        views: "Jane wants it, too.".into(),
        evidence: Vec::new(),
        change_mind: "A quiet autumn.".into(),
    };
    let visit = Occasion {
        what: "visit".into(),
        on: on("2026-11-17"),
        children: Vec::new(),
        seen: Vec::new(),
        seen_alone: Vec::new(),
        why_not_alone: "He slept.".into(),
        by: "M Clarke".into(),
        outcome: "Warm and tidy.".into(),
        entries: Vec::new(),
    };
    for body in [
        Body::Supervision(session("2026-11-12")),
        Body::Action(action("Ask the GP", None)),
        Body::CaseDecision(decision),
        Body::Occasion(visit),
        Body::Lapse(Lapse {
            carer: *file.people.keys().next().unwrap(),
            on: on("2026-11-03"),
            what: "A bottle of wine.".into(),
            how_met: "She rang her sister.".into(),
            direction: "Still upwards.".into(),
            entries: Vec::new(),
        }),
        Body::WordingKept(WordingKept {
            rule: "W1".into(),
            phrase: "hard to reach".into(),
            why: "A quotation.".into(),
        }),
        Body::GedcomLines(GedcomLines {
            of: Some(*file.people.keys().next().unwrap()),
            xref: "@I1@".into(),
            lines: "1 OCCU Cellist".into(),
        }),
        Body::Verdict(Verdict {
            one: RecordId::from_bytes([1; 16]),
            other: RecordId::from_bytes([2; 16]),
            same_event: true,
            why: "The same evening.".into(),
        }),
    ] {
        bodies.entry(body.kind()).or_default().push(body);
    }
    let kinds: BTreeSet<RecordKind> = bodies.keys().copied().collect();
    assert_eq!(
        kinds,
        RecordKind::ALL
            .iter()
            .copied()
            .collect::<BTreeSet<RecordKind>>(),
        "a kind is missing here"
    );
    (file, bodies.into_values().flatten().collect())
}

#[test]
fn whatever_people_read_in_a_record_is_among_its_fields() {
    let (file, bodies) = of_every_kind();
    let mut missed = BTreeSet::new();
    let mut looked_at = 0;
    for body in bodies
        .iter()
        .filter(|body| !matches!(body, Body::Import(_)))
    {
        let before = facts(&file, body);
        let names: BTreeSet<&str> = before.iter().map(|fact| fact.label).collect();
        assert_eq!(names.len(), before.len(), "a name stands twice: {before:?}");
        for (path, other) in altered(body) {
            looked_at += 1;
            let now = facts(&file, &other);
            assert_eq!(now.len(), before.len());
            if now == before {
                missed.insert(format!("{:?} {path}", body.kind()));
            }
        }
    }
    assert!(looked_at > 800, "{looked_at}");
    assert_eq!(missed, BTreeSet::new());
}
