//! What changed since a day or since the last supervision: on the families of the demo, and on a store that is written to.

use super::plain::Office;
use chrono::{NaiveDate, TimeZone, Utc};
use serde_json::{Value, json};
use throughline::insight::changes::{Changes, Heading, changes};
use throughline::insight::supervision::last_supervision;
use throughline::record::*;
use throughline::store::Store;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

pub fn on(iso: &str) -> FuzzyDate {
    FuzzyDate::day(day(iso))
}

#[test]
fn the_sample_family_since_12_november() {
    let office = Office::open();
    let asked = ["changes", "Prosser", "--since", "2026-11-12"];
    let said = office.says(&asked);
    for line in [
        "Prosser and Dąbek, since 12 November 2026",
        "Entries",
        "  New, 18 Nov 2026: Kuba forgot to ring at lunch because of football. He came to tell us, amazed. (about Kuba; A Brennock, 18 Nov 2026)",
        "People, homes, legal statuses",
        "  14 people came in with an import",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    let page = office.json(&asked);
    assert_eq!(page["since"], "2026-11-12");
    assert_eq!(page["supervision"], Value::Null);
    assert_eq!(page["groups"][0]["changes"].as_array().unwrap().len(), 5);
    // A year earlier the zones say from where to where.
    let year = office.says(&[
        "changes",
        "Prosser",
        "--since",
        "2025-11-12",
        "--until",
        "2026-06-01",
    ]);
    assert!(year.contains("Zones and decisions\n  New, "), "{year}");
    let first = office.says(&["changes", "Prosser", "--since", "2021-03-01"]);
    assert!(
        first.contains(", the first decision (about Lowri"),
        "{first}"
    );
}

#[test]
fn the_demo_says_field_by_field_what_was_thought_again() {
    let office = Office::open();
    let asked = ["changes", "Osei", "--since", "2026-10-12"];
    let said = office.says(&asked);
    assert!(
        said.contains("goal: level -1 to 0: I stay in bed"),
        "{said}"
    );
    assert!(said.contains("    It stands: well supported; before: possible\n"));
    let page = office.json(&asked);
    let headings: Vec<_> = page["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| &group["heading"])
        .collect();
    let in_order: Vec<_> = Heading::ALL
        .iter()
        .map(|heading| heading.words())
        .filter(|words| headings.contains(&&json!(words)))
        .collect();
    assert_eq!(headings, in_order);
    let summary = page["summary"].as_str().unwrap();
    assert!(summary.contains("+3 events"), "{summary}");
    let quiet = office.says(&["changes", "Osei", "--since", "2026-11-21"]);
    assert!(quiet.contains("Nothing changed."), "{quiet}");
}

#[test]
fn without_a_supervision_it_asks_from_which_day() {
    let office = Office::open();
    let none = office.refuses(&["changes", "Lin", "--until", "2026-10-01"]);
    assert!(
        none.contains("No supervision is recorded") && none.contains("--since"),
        "{none}"
    );
    let back = office.refuses(&[
        "changes",
        "Lin",
        "--since",
        "2026-11-12",
        "--until",
        "2026-11-01",
    ]);
    assert!(back.contains("--until lies before"), "{back}");
    let word = office.refuses(&["changes", "Lin", "--since", "lately"]);
    assert!(word.contains("not a day"), "{word}");
}

/// A case in a real store, written to over some weeks.
struct Written {
    store: Store,
    mint: Mint,
    case: CaseId,
    saved: Vec<Change>,
}

impl Written {
    fn opened() -> Written {
        let mut mint = Mint::seeded(3);
        let case = mint.next_id();
        let mut written = Written {
            store: Store::in_memory("M Clarke").unwrap(),
            mint,
            case,
            saved: Vec::new(),
        };
        let family = Case {
            name: "Marlowe".into(),
            ..Case::default()
        };
        written.save(
            "2026-09-01",
            vec![Write::Put(case, Box::new(Body::Case(family)))],
        );
        written
    }

    fn save(&mut self, iso: &str, writes: Vec<Write>) {
        let at = Utc.from_utc_datetime(&day(iso).and_hms_opt(16, 0, 0).unwrap());
        let file = self.store.case_file(self.case).unwrap();
        let change = Change::of(&file, self.case, "M Clarke", "write", at, writes);
        self.store.save(&change).unwrap();
        self.saved.push(change);
    }

    fn add(&mut self, iso: &str, body: Body) -> RecordId {
        let id = self.mint.next_id();
        self.save(iso, vec![Write::Put(id, Box::new(body))]);
        id
    }

    fn undo(&mut self, iso: &str) {
        let writes = self.saved.last().unwrap().undo();
        self.save(iso, writes);
    }

    fn since(&self, iso: &str) -> Changes {
        let revisions = self.store.revisions(self.case).unwrap();
        changes(&revisions, day(iso), day("2026-11-23"))
    }
}

fn headlines(changes: &Changes) -> Vec<String> {
    let news = changes.news();
    news.map(|news| format!("{}: {}", news.what.words(), news.headline))
        .collect()
}

pub fn session(iso: &str) -> Supervision {
    Supervision {
        on: on(iso),
        kind: SupervisionKind::Individual,
        worker: "M Clarke".into(),
        supervisor: "J Singh".into(),
        others: "A Student".into(),
        minutes: Some(40),
        setting: "at the office".into(),
        children: Vec::new(),
        conditions: vec!["S0I.1".into()],
        experience: "What happened.".into(),
        reflection: "What drives us.".into(),
        in_action: "What changed while it happened.".into(),
        on_action: "What we would do otherwise.".into(),
        analysis: "What it means.".into(),
        action: "What follows.".into(),
        principles: vec!["S0C.1".into()],
        facets: vec!["S0D.1".into()],
        zones_decided: Vec::new(),
        parked: vec!["goals".into()],
        next_on: Some(on("2026-12-10")),
    }
}

pub fn action(what: &str, supervision: Option<RecordId>) -> Action {
    Action {
        what: what.into(),
        why: "So that she sleeps.".into(),
        owner: "M Clarke".into(),
        due: Some(on("2026-11-20")),
        people: Vec::new(),
        supervision,
        serves: Vec::new(),
        done_on: None,
        outcome: String::new(),
        let_go: String::new(),
    }
}

#[test]
fn a_store_that_is_written_to_tells_what_changed_since_the_last_supervision() {
    let mut written = Written::opened();
    let child = Person {
        name: "Iris Marlowe".into(),
        is_child: true,
        ..Person::default()
    };
    let iris = written.add("2026-09-01", Body::Person(child.clone()));
    let held = written.add("2026-11-12", Body::Supervision(session("2026-11-12")));
    written.add("2026-11-12", Body::Supervision(session("2026-12-10")));
    let open = written.add("2026-11-12", Body::Action(action("Ask the GP", Some(held))));
    let file = written.store.case_file(written.case).unwrap();
    let last = last_supervision(&file, day("2026-11-23")).unwrap();
    assert_eq!(last.id(), held, "the next one has not been held yet");
    assert!(last_supervision(&file, day("2026-11-11")).is_none());
    assert!(written.since("2026-11-12").is_empty());

    // Someone types a wrong name and takes it back.
    let slip = Person {
        known_as: "Rose".into(),
        ..child.clone()
    };
    written.save(
        "2026-11-13",
        vec![Write::Put(iris, Box::new(Body::Person(slip)))],
    );
    written.undo("2026-11-13");
    assert!(written.since("2026-11-12").is_empty());

    let done = Action {
        done_on: Some(on("2026-11-16")),
        outcome: "Seen on Monday.".into(),
        ..action("Ask the GP", Some(held))
    };
    written.save(
        "2026-11-16",
        vec![Write::Put(open, Box::new(Body::Action(done)))],
    );
    let visit = Occasion {
        what: "visit".into(),
        on: on("2026-11-17"),
        children: vec![iris],
        seen: vec![iris],
        seen_alone: vec![iris],
        why_not_alone: String::new(),
        by: "M Clarke".into(),
        outcome: "She showed me the loft.".into(),
        entries: Vec::new(),
    };
    let visit = written.add("2026-11-17", Body::Occasion(visit));
    assert_eq!(
        headlines(&written.since("2026-11-12")),
        [
            "changed: action done: Ask the GP. What came of it: Seen on Monday.",
            "new: visit to the child, Iris seen alone: She showed me the loft.",
        ]
    );
    assert_eq!(written.since("2026-11-12").summary(), "1 action, 1 meeting");
    written.save(
        "2026-11-18",
        vec![Write::Remove(visit, "another family".into())],
    );
    assert_eq!(headlines(&written.since("2026-11-12")).len(), 1);
    assert_eq!(
        headlines(&written.since("2026-11-17")),
        ["removed: visit to the child, Iris seen alone: She showed me the loft."]
    );
    written.undo("2026-11-19");
    assert!(headlines(&written.since("2026-11-18"))[0].starts_with("brought back: visit"));
}
