//! What changed since a day: every way in which a record can change, what imports bring, and what holds for any stretch.

mod any_history;
mod imports;

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::practice::Zone;
use crate::practice::goals::Level;
use crate::record::*;

/// A case that is written to day by day.
struct Notes {
    made: MadeUp,
    revisions: Vec<Record<Body>>,
}

impl Notes {
    fn new() -> Notes {
        Notes {
            made: MadeUp::new(),
            revisions: Vec::new(),
        }
    }

    fn next(&self, id: RecordId) -> u32 {
        let known = self.revisions.iter().filter(|record| record.id() == id);
        known.map(|record| record.meta.revision).max().unwrap_or(0) + 1
    }

    fn write(&mut self, id: RecordId, on: &str, body: Body) {
        let record = self.made.written(id, on, self.next(id), body);
        self.revisions.push(record);
    }

    fn add(&mut self, on: &str, body: Body) -> RecordId {
        let id = self.made.mint.next_id();
        self.write(id, on, body);
        id
    }

    fn remove(&mut self, id: RecordId, on: &str, why: &str) {
        let mut all = self.revisions.iter().rev();
        let body = all.find(|record| record.id() == id).unwrap().body.clone();
        let mut record = self.made.written(id, on, self.next(id), body);
        record.meta.removed = Some(why.into());
        self.revisions.push(record);
    }

    fn since(&self, since: &str) -> Changes {
        changes(&self.revisions, day(since), day("2026-11-23"))
    }

    fn child(&mut self, name: &str) -> RecordId {
        self.add(
            "2026-01-05",
            Body::Person(Person {
                name: name.into(),
                is_child: true,
                ..Person::default()
            }),
        )
    }
}

/// What is told, a line each: the heading, what happened, the headline, the fields.
fn told(changes: &Changes) -> Vec<String> {
    let groups = changes.groups.iter();
    groups
        .flat_map(|group| {
            let heading = group.heading.words();
            let earlier = group.earlier.iter();
            let earlier = earlier.map(move |earlier| format!("{heading}: {}", earlier.words()));
            let news = group.news.iter().map(move |news| {
                let fields: Vec<_> = news.fields.iter().map(|field| field.name).collect();
                let what = news.what.words();
                format!("{heading}: {what}: {} {fields:?}", news.headline)
            });
            earlier.chain(news).collect::<Vec<_>>()
        })
        .collect()
}

fn need(of: RecordId, words: &str) -> Need {
    Need {
        of: Subject::Person(of),
        words: words.into(),
        because: String::new(),
        entries: Vec::new(),
        linked: Vec::new(),
        hypotheses: Vec::new(),
        family_words: String::new(),
        on: None,
        met_on: None,
        met_how: String::new(),
    }
}

fn action(what: &str) -> Action {
    Action {
        what: what.into(),
        why: String::new(),
        owner: "D Hollowby".into(),
        due: Some(date("20 Nov 2026")),
        people: Vec::new(),
        supervision: None,
        serves: Vec::new(),
        done_on: None,
        outcome: String::new(),
        let_go: String::new(),
    }
}

#[test]
fn what_is_new_changed_removed_and_brought_back_is_told_with_who_wrote_it() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let reworded = notes.add("2026-10-01", Body::Need(need(kuba, "Parenting support")));
    let gone = notes.add("2026-10-01", Body::Need(need(kuba, "Speech therapy")));
    let back = notes.add("2026-10-01", Body::Need(need(kuba, "His own bed")));
    notes.remove(back, "2026-10-20", "not needed");
    notes.add("2026-10-01", Body::Need(need(kuba, "Stays as it was")));

    let words = "To be woken by somebody who is glad to see him";
    notes.write(reworded, "2026-11-14", Body::Need(need(kuba, words)));
    notes.remove(gone, "2026-11-14", "written as a service");
    let again = Need {
        because: "He sleeps on the sofa again.".into(),
        ..need(kuba, "His own bed")
    };
    notes.write(back, "2026-11-15", Body::Need(again));
    notes.add("2026-11-16", Body::Need(need(kuba, "Nan on Sundays")));
    let changes = notes.since("2026-11-12");
    assert_eq!(
        told(&changes),
        [
            "Needs, hypotheses, curiosities: changed: need: To be woken by somebody who is glad to see him [\"What they need\"]",
            "Needs, hypotheses, curiosities: removed: need: Speech therapy [\"Why\"]",
            "Needs, hypotheses, curiosities: brought back: need: His own bed [\"Because\"]",
            "Needs, hypotheses, curiosities: new: need: Nan on Sundays []",
        ]
    );
    let first = changes.news().next().unwrap();
    assert_eq!(
        (first.id, first.names.as_slice()),
        (reworded, &["Kuba".to_owned()][..])
    );
    assert_eq!(
        (first.author.as_str(), first.at.date_naive()),
        ("A Worker", day("2026-11-14"))
    );
    let field = &first.fields[0];
    assert_eq!(
        (field.before.as_str(), field.now.as_str()),
        ("Parenting support", words)
    );
    assert_eq!(
        changes.news().nth(1).unwrap().fields[0].now,
        "written as a service"
    );
    assert_eq!(changes.summary(), "4 thoughts");
}

#[test]
fn the_day_itself_was_known_and_what_comes_after_the_end_is_not_looked_at() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    notes.add("2026-11-12", Body::Need(need(kuba, "on the day")));
    let later = notes.add("2026-11-13", Body::Need(need(kuba, "the day after")));
    notes.write(later, "2026-11-20", Body::Need(need(kuba, "a week later")));
    let headline = |changes: &Changes| {
        changes
            .news()
            .map(|news| news.headline.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(headline(&notes.since("2026-11-12")), ["need: a week later"]);
    let week = changes(&notes.revisions, day("2026-11-12"), day("2026-11-19"));
    assert_eq!(headline(&week), ["need: the day after"]);
    let none = changes(&notes.revisions, day("2026-11-20"), day("2026-11-12"));
    assert!(none.is_empty());
    assert_eq!(none.summary(), "nothing new");
}

#[test]
fn what_was_undone_and_what_was_written_again_unchanged_is_not_told() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let added = notes.add("2026-11-13", Body::Need(need(kuba, "a slip")));
    notes.remove(added, "2026-11-13", "undone: add a need");
    let changed = notes.add("2026-10-01", Body::Need(need(kuba, "as it was")));
    notes.write(changed, "2026-11-13", Body::Need(need(kuba, "otherwise")));
    notes.write(changed, "2026-11-14", Body::Need(need(kuba, "as it was")));
    let removed = notes.add("2026-10-01", Body::Need(need(kuba, "stays")));
    notes.remove(removed, "2026-11-13", "by mistake");
    notes.write(removed, "2026-11-13", Body::Need(need(kuba, "stays")));
    let retyped = notes.add("2026-10-01", Body::Action(action("Ring the school")));
    let typed = Action {
        due: Some(date("20/11/2026")),
        ..action("Ring the school")
    };
    notes.write(retyped, "2026-11-14", Body::Action(typed));
    assert_eq!(told(&notes.since("2026-11-12")), [""; 0]);
    let redone = notes.since("2026-11-13");
    assert_eq!(told(&redone).len(), 1, "taken back on the 14th: {redone:?}");
}

#[test]
fn a_zone_tells_where_it_came_from_and_an_action_what_became_of_it() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let ava = notes.child("Ava");
    let zone = |child, on: &str, zone| Body::ZoneDecision(ZoneDecision::new(child, date(on), zone));
    notes.add("2026-05-12", zone(kuba, "12 May 2026", Zone::Orange));
    notes.add("2026-11-13", zone(kuba, "12 Nov 2026", Zone::Orange));
    notes.add("2026-11-14", zone(ava, "13 Nov 2026", Zone::Red));
    notes.add("2026-11-21", zone(ava, "20 Nov 2026", Zone::Yellow));
    let done = notes.add("2026-10-12", Body::Action(action("Ask the GP")));
    let let_go = notes.add("2026-10-12", Body::Action(action("A second visit")));
    notes.add("2026-11-13", Body::Action(action("Ring the school")));
    let now = Action {
        done_on: Some(date("18 Nov 2026")),
        outcome: "Seen on Monday.".into(),
        ..action("Ask the GP")
    };
    notes.write(done, "2026-11-18", Body::Action(now));
    let now = Action {
        let_go: "They moved.".into(),
        ..action("A second visit")
    };
    notes.write(let_go, "2026-11-18", Body::Action(now));
    let changes = notes.since("2026-11-12");
    assert_eq!(
        told(&changes),
        [
            "Zones and decisions: new: Kuba: Orange stays []",
            "Zones and decisions: new: Ava: Red, the first decision []",
            "Zones and decisions: new: Ava: Red to Yellow []",
            "Actions: new: action taken on: Ring the school, D Hollowby, by 20 Nov 2026 []",
            "Actions: changed: action done: Ask the GP. What came of it: Seen on Monday. [\"Done on\", \"What came of it\"]",
            "Actions: changed: action let go: A second visit. Why: They moved. [\"Why let go\"]",
        ]
    );
    assert_eq!(changes.summary(), "3 zones, 3 actions");
}

#[test]
fn a_review_tells_from_which_level_to_which_and_counts_with_its_goal() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let goal = Goal {
        reference: String::new(),
        people: vec![kuba],
        words: "Kuba sleeps through".into(),
        purpose: None,
        stage: 0,
        levels: Box::default(),
        set_on: date("1 Sep 2026"),
        agreed_on: None,
        agreed_with: String::new(),
        smart: Vec::new(),
        reviews_due: Vec::new(),
        how_reviewed: String::new(),
        barriers_within: String::new(),
        barriers_around: String::new(),
        if_relapse: String::new(),
        began_at: None,
        importance: None,
        difficulty: None,
        needs: Vec::new(),
        why_changed: String::new(),
        ended_on: None,
        how_ended: String::new(),
        origin: String::new(),
    };
    let id = notes.add("2026-09-01", Body::Goal(goal.clone()));
    let review = |on: &str, level| {
        Body::GoalReview(GoalReview {
            goal: id,
            goal_revision: 1,
            on: date(on),
            level,
            evidence: String::new(),
            shown: Vec::new(),
            different_for_child: String::new(),
            entries: Vec::new(),
            analysis: String::new(),
            barriers: String::new(),
            relapse: String::new(),
            what_next: String::new(),
            origin: String::new(),
        })
    };
    notes.add("2026-10-01", review("1 Oct 2026", Level::Expected));
    notes.add("2026-11-13", review("13 Nov 2026", Level::More));
    let again = Goal {
        levels: Box::new([const { String::new() }; 5].map(|_| "Two nights in seven".to_owned())),
        ..goal
    };
    notes.write(id, "2026-11-14", Body::Goal(again));
    let changes = notes.since("2026-11-12");
    assert_eq!(
        told(&changes),
        [
            "Goals and reviews: new: goal: level 0 to +1: Kuba sleeps through []",
            "Goals and reviews: changed: goal: Kuba sleeps through [\"Much less (-2)\", \"Less (-1)\", \"Most likely (0)\", \"More (+1)\", \"Much more (+2)\"]",
        ]
    );
    assert_eq!(changes.summary(), "1 goal");
}

#[test]
fn headings_come_as_supervision_asks_for_them_and_turning_points_first() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let entry = |made: &mut MadeUp, when: &str, weight| {
        let mut account = made.account("", "Worker", when, when);
        account.origin = None;
        Body::Entry(Entry {
            significance: weight,
            ..Entry::told_by(vec![account], vec![kuba])
        })
    };
    notes.add("2026-11-13", Body::Action(action("Ring the school")));
    for (when, weight) in [
        ("13 Nov 2026", Significance::Ordinary),
        ("16 Nov 2026", Significance::Key),
        ("18 Nov 2026", Significance::Turning),
        ("14 Nov 2026", Significance::Turning),
    ] {
        let body = entry(&mut notes.made, when, weight);
        notes.add("2026-11-20", body);
    }
    notes.add("2026-11-13", Body::Need(need(kuba, "Rest")));
    let decision = ZoneDecision::new(kuba, date("19 Nov 2026"), Zone::Green);
    notes.add("2026-11-20", Body::ZoneDecision(decision));
    let changes = notes.since("2026-11-12");
    let days = changes.news().map(|news| news.headline.as_str());
    assert_eq!(
        days.collect::<Vec<_>>(),
        [
            "Kuba: Green, the first decision",
            "14 Nov 2026",
            "18 Nov 2026",
            "16 Nov 2026",
            "13 Nov 2026",
            "need: Rest",
            "action taken on: Ring the school, D Hollowby, by 20 Nov 2026",
        ]
    );
    assert_eq!(changes.summary(), "1 zone, +4 events, 1 thought, 1 action");
}

#[test]
fn somebody_who_was_removed_keeps_the_name_in_what_is_told() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let of_kuba = notes.add("2026-10-01", Body::Need(need(kuba, "Rest")));
    notes.remove(of_kuba, "2026-11-13", "moved");
    notes.remove(kuba, "2026-11-13", "another family");
    let changes = notes.since("2026-11-12");
    let need = changes.news().next().unwrap();
    assert_eq!(need.names, ["Kuba"]);
    assert!(told(&changes)[1].starts_with("People, homes, legal statuses: removed: Kuba"));
}
