//! The forms of thinking, of the plan and of goals give back the record that they were opened from: no field is lost, also
//! where what it names is no longer in the case.

use super::*;
use crate::practice::goals::Level;

pub(super) fn on(day: u32) -> FuzzyDate {
    FuzzyDate::parse(&format!("{day}/3/2026"), today()).unwrap()
}

pub(super) fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

/// A case file with these records, and their ids.
pub(super) fn file_of(bodies: Vec<Body>) -> (CaseFile, Vec<RecordId>) {
    let (mut file, ids) = family();
    let mut mint = Mint::seeded(11);
    let mut new = Vec::new();
    for body in bodies {
        let own = mint.next_id();
        file.apply(Record {
            meta: Meta {
                id: own,
                case: ids[0],
                author: "M Clarke".to_owned(),
                recorded_at: DateTime::default(),
                revision: 1,
                removed: None,
            },
            body,
        });
        new.push(own);
    }
    (file, new)
}

fn goal() -> Body {
    let text = str::to_owned;
    Body::Goal(Goal {
        reference: text("G1"),
        people: vec![id(1), id(2)],
        words: text("a"),
        purpose: Some(id(9)),
        stage: 2,
        levels: Box::new(["b", "c", "d", "e", "f"].map(String::from)),
        set_on: on(1),
        agreed_on: Some(on(2)),
        agreed_with: text("g"),
        smart: vec![text("S3N.1"), text("S3N.3")],
        reviews_due: vec![on(8), on(20)],
        how_reviewed: text("h"),
        barriers_within: text("i"),
        barriers_around: text("j"),
        if_relapse: text("k"),
        began_at: Some(Level::Less),
        importance: Some(3),
        difficulty: Some(0),
        needs: vec![id(6)],
        why_changed: text("l"),
        ended_on: Some(on(21)),
        how_ended: text("m"),
        origin: text("goals.csv, row 2"),
    })
}

/// One of every kind, nothing left empty.
fn every_kind() -> Vec<Body> {
    let text = str::to_owned;
    vec![
        Body::Story(Story {
            teller: Teller::Together(vec![id(1), id(2)]),
            words: text("a"),
            drivers: text("b"),
            hopes: text("c"),
            fears: text("d"),
            worries: text("e"),
            resilience_and_risk: text("f"),
            own_part: text("g"),
            told_on: Some(on(1)),
            heard_by: text("h"),
            entries: vec![id(3)],
        }),
        Body::Recognition(Recognition {
            of: id(1),
            form: text("love"),
            recognised: text("a"),
            missing: text("b"),
            on: Some(on(1)),
            entries: vec![id(3)],
        }),
        Body::Hypothesis(Hypothesis {
            words: text("a"),
            people: vec![id(1)],
            question: text("S1M.3"),
            on: Some(on(1)),
            evidence_for: text("b"),
            entries_for: vec![id(3)],
            evidence_against: text("c"),
            entries_against: vec![id(4)],
            strength: Strength::WellSupported,
            change_mind: text("d"),
            family_view: text("e"),
            state: HypothesisState::Replaced,
            state_why: text("f"),
            replaced_by: Some(id(5)),
        }),
        Body::Need(Need {
            of: Subject::Family,
            words: text("a"),
            because: text("b"),
            entries: vec![id(3)],
            linked: vec![id(6)],
            hypotheses: vec![id(5)],
            family_words: text("c"),
            on: Some(on(1)),
            met_on: Some(on(9)),
            met_how: text("d"),
        }),
        Body::Curiosity(Curiosity {
            words: text("a"),
            why: text("b"),
            from_whom: text("c"),
            by: Some(on(9)),
            people: vec![id(1)],
            hypotheses: vec![id(5)],
            entries: vec![id(3)],
            answer: text("d"),
            answered_by: vec![id(4)],
            let_go: text("e"),
            offered: text("gap 2015-11-12"),
        }),
        Body::PlanStep(PlanStep {
            people: vec![id(1)],
            horizon: Horizon::Long,
            challenge: text("a"),
            family_view: text("b"),
            solution: text("c"),
            needs: vec![id(6)],
            factors: vec![text("neglect")],
            goals: vec![id(7)],
            plans: vec![text("care-plan"), text("education-plan")],
            from: Some(on(1)),
            to: Some(on(9)),
            why_ended: text("d"),
        }),
        Body::Support(Support {
            what: text("a"),
            people: vec![id(1)],
            provider: text("b"),
            own_network: true,
            how_reached: text("c"),
            steps: vec![id(8)],
            needs: vec![id(6)],
            in_place: Holds::Yes,
            used: Holds::Partly,
            works: Holds::No,
            how_it_goes: text("d"),
            from: Some(on(1)),
            to: Some(on(9)),
        }),
        Body::BottomLine(BottomLine {
            words: text("a"),
            people: vec![id(1)],
            why: text("b"),
            if_crossed: text("c"),
            said_to_family: text("d"),
            steps: vec![id(8)],
            from: Some(on(1)),
            to: Some(on(9)),
        }),
        Body::PlanVersion(PlanVersion {
            on: on(4),
            with: vec![id(1)],
            others: text("a"),
            family_view: text("b"),
            review: Some(on(9)),
            parts: vec![(id(8), 3)],
        }),
        Body::Purpose(Purpose {
            words: text("a"),
            people: vec![id(1)],
            on: Some(on(1)),
        }),
        goal(),
    ]
}

pub(super) fn given_back(body: &Body, file: &CaseFile, target: RecordId) -> Body {
    let kind = FormKind::of(body).unwrap();
    let mut mint = Mint::seeded(13);
    let form = Form::open(kind, Some(target), mint.next_id(), around(file));
    assert!(!form.fields.is_empty(), "{} asks nothing", kind.key());
    form.body(around(file), &mut mint).unwrap()
}

#[test]
fn every_form_of_thinking_gives_its_record_back() {
    for body in every_kind() {
        let (file, ids) = file_of(vec![body.clone()]);
        assert_eq!(given_back(&body, &file, ids[0]), body);
    }
}

#[test]
fn a_review_is_given_back_with_the_revision_that_it_was_measured_against() {
    let (mut file, ids) = file_of(vec![goal()]);
    let text = str::to_owned;
    let review = Body::GoalReview(GoalReview {
        goal: ids[0],
        goal_revision: 7,
        on: on(8),
        level: Level::MuchLess,
        evidence: text("a"),
        shown: vec![Shown::Seen, Shown::Attendance],
        different_for_child: text("b"),
        entries: vec![id(3)],
        analysis: text("c"),
        barriers: text("d"),
        relapse: text("e"),
        what_next: text("f"),
        origin: text("goals.csv, row 2"),
    });
    let own = id(99);
    let mut record = file.record(ids[0]).unwrap();
    record.meta.id = own;
    record.body = review.clone();
    file.apply(record);
    assert_eq!(given_back(&review, &file, own), review);
}
