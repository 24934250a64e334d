//! Each rule of the sheet, on a family made up for it.

mod sample;

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::practice::factors::factor;
use crate::record::{Body, Bond, BondKind};

/// A finding that says no more than it must.
fn finding(subject: Subject, factor: &str, status: Status, on: &str) -> FactorFinding {
    FactorFinding {
        subject,
        factor: factor.to_owned(),
        named: String::new(),
        status,
        on: Some(date(on)),
        evidence: "Seen at home.".to_owned(),
        entries: Vec::new(),
        source_kind: String::new(),
        said_by: String::new(),
        offsets: Vec::new(),
        how_offsets: String::new(),
        rating: String::new(),
        probability: String::new(),
        timescale: String::new(),
        frequency: String::new(),
        movement: String::new(),
        changes_needed: String::new(),
        origin: String::new(),
    }
}

/// A child, two parents and what joins them.
struct Home {
    made: MadeUp,
    child: RecordId,
    mother: RecordId,
    father: RecordId,
}

impl Home {
    fn new() -> Home {
        let mut made = MadeUp::new();
        let child = made.child("Ava", "4 Mar 2022");
        let mother = made.adult("Jane", "mother");
        let father = made.adult("Daniel", "father");
        for parent in [mother, father] {
            made.put(Body::Bond(Bond {
                from: parent,
                to: child,
                kind: BondKind::Parent,
                since: None,
                until: None,
                note: String::new(),
            }));
        }
        Home {
            made,
            child,
            mother,
            father,
        }
    }

    fn find(&mut self, subject: Subject, factor: &str, status: Status, on: &str) -> RecordId {
        self.put(finding(subject, factor, status, on))
    }

    fn put(&mut self, finding: FactorFinding) -> RecordId {
        self.made.put(Body::FactorFinding(finding))
    }

    fn sheet(&self) -> Sheet {
        Sheet::of(&self.made.file, day("2026-11-23"))
    }
}

fn cell<'s>(sheet: &'s Sheet, factor: &str, column: &str) -> &'s Cell {
    let at = sheet.columns.iter().position(|known| known.name == column);
    let row = sheet.rows.iter().find(|row| row.factor.id == factor);
    &row.unwrap().cells[at.unwrap()]
}

fn kinds(cell: &Cell) -> Vec<QuestionKind> {
    cell.questions.iter().map(|asked| asked.kind).collect()
}

#[test]
fn a_learning_disability_alone_is_never_a_risk() {
    let mut home = Home::new();
    let jane = Subject::Person(home.mother);
    let mut found = finding(
        jane.clone(),
        "learning-disabilities-plus",
        Status::Present,
        "1 Oct 2026",
    );
    found.evidence = "Jane has a learning disability.".to_owned();
    home.put(found.clone());
    found.evidence = "A learning disability, diagnosed in 2010.".to_owned();
    home.put(found.clone());
    let sheet = home.sheet();
    let alone = cell(&sheet, "learning-disabilities-plus", "Jane");
    assert_eq!(alone.state, State::NotKnown);
    assert!(kinds(alone).contains(&QuestionKind::NeverAlone));
    found.evidence = "Learning disability; depression, diagnosed by Dr Rao in 2024.".to_owned();
    found.on = Some(date("2 Oct 2026"));
    home.put(found);
    let sheet = home.sheet();
    let both = cell(&sheet, "learning-disabilities-plus", "Jane");
    assert_eq!(both.state, State::Present);
    assert_eq!(both.questions, []);
}

#[test]
fn a_diagnosis_that_there_is_none_of_does_not_count() {
    let mut home = Home::new();
    let daniel = Subject::Person(home.father);
    let mut found = finding(
        daniel,
        "personality-disorder",
        Status::Present,
        "1 Oct 2026",
    );
    found.evidence = "No diagnosis; the neighbour calls him aggressive.".to_owned();
    home.put(found.clone());
    let asked = kinds(cell(&home.sheet(), "personality-disorder", "Daniel"));
    assert_eq!(asked, [QuestionKind::Diagnosis]);
    found.evidence = "Letter of 3 September 2024.".to_owned();
    found.source_kind = "health".to_owned();
    found.on = Some(date("2 Oct 2026"));
    home.put(found);
    let asked = kinds(cell(&home.sheet(), "personality-disorder", "Daniel"));
    assert_eq!(asked, []);
}

#[test]
fn abuse_in_childhood_that_is_evidenced_counts_as_present_until_somebody_asks() {
    let mut home = Home::new();
    let jane = Subject::Person(home.mother);
    let unknown = Status::NotKnown;
    let id = home.find(
        jane.clone(),
        "childhood-abuse-unrecognised",
        unknown,
        "1 Oct 2026",
    );
    let sheet = home.sheet();
    let asked = cell(&sheet, "childhood-abuse-unrecognised", "Jane");
    assert_eq!(asked.state, State::NotKnown, "nothing tells of abuse");
    let child = home.child;
    home.made.told(
        &[child],
        "f.csv",
        "Archive",
        "2009",
        "Jane was taken into care.",
    );
    let entry = *home.made.file.entries.keys().next().unwrap();
    let mut found = home.made.file.factors[&id].body.clone();
    found.entries.push(entry);
    let written = home
        .made
        .written(id, "2026-11-23", 2, Body::FactorFinding(found));
    home.made.file.apply(written);
    let sheet = home.sheet();
    let asked = cell(&sheet, "childhood-abuse-unrecognised", "Jane");
    assert_eq!((asked.state, asked.by_default), (State::Present, true));
    assert_eq!(kinds(asked), [QuestionKind::Default]);
}

#[test]
fn ages_are_those_of_the_day_of_the_finding() {
    let mut home = Home::new();
    let ava = Subject::Person(home.child);
    let present = Status::Present;
    home.find(ava.clone(), "very-young-child", present, "1 Oct 2022");
    home.find(ava.clone(), "child-mental-health", present, "1 Oct 2026");
    home.find(ava.clone(), "later-onset", present, "1 Oct 2022");
    let sheet = home.sheet();
    let text = |factor| {
        let cell = cell(&sheet, factor, "Ava");
        let asked = cell.questions.iter();
        let mut asked = asked.filter(|asked| asked.kind == QuestionKind::Age);
        asked.next().map_or("", |asked| asked.text.as_str())
    };
    assert_eq!(
        text("very-young-child"),
        "It fitted Ava's age on 1 October 2022. Ava is past 2 years now (an age that we suggest): look at it again."
    );
    assert!(text("child-mental-health").contains("Ava was under 5 years"));
    assert!(text("later-onset").contains("the handbook's age"));
}

#[test]
fn a_strength_without_a_risk_to_offset_does_not_protect_yet() {
    let mut home = Home::new();
    let jane = Subject::Person(home.mother);
    let mut found = finding(jane.clone(), "empathy", Status::Present, "1 Oct 2026");
    home.put(found.clone());
    let asked = kinds(cell(&home.sheet(), "empathy", "Jane"));
    assert_eq!(asked, [QuestionKind::NoOffset]);
    found.offsets = vec!["high-stress".to_owned()];
    found.on = Some(date("2 Oct 2026"));
    home.put(found);
    let asked = kinds(cell(&home.sheet(), "empathy", "Jane"));
    assert_eq!(asked, [QuestionKind::OffsetsNothing]);
    home.find(
        Subject::Family,
        "high-stress",
        Status::Present,
        "2 Oct 2026",
    );
    let sheet = home.sheet();
    assert_eq!(kinds(cell(&sheet, "empathy", "Jane")), []);
    assert_eq!(sheet.offset_by(&home.made.file, "high-stress").len(), 1);
    assert_eq!(sheet.not_offset(&home.made.file), []);
}

#[test]
fn several_sources_and_old_ones_are_told_apart() {
    let mut home = Home::new();
    let ava = Subject::Person(home.child);
    let mut found = finding(ava, "neglect", Status::Present, "1 Feb 2026");
    found.said_by = "Health visitor".to_owned();
    home.put(found.clone());
    let covered = |home: &Home| {
        let sheet = home.sheet();
        cell(&sheet, "neglect", "Ava").coverage.clone().unwrap()
    };
    let one = covered(&home);
    assert_eq!((one.support, one.is_old), (Support::Single, true));
    assert_eq!(
        one.in_words(),
        "One source: Health visitor. From 1 February 2026, six months ago or more."
    );
    found.said_by = "School".to_owned();
    found.on = Some(date("1 Nov 2026"));
    home.put(found.clone());
    let two = covered(&home);
    assert_eq!((two.support, two.is_old), (Support::Several, false));
    found.status = Status::Absent;
    found.on = Some(date("2 Nov 2026"));
    home.put(found);
    assert_eq!(
        covered(&home).support,
        Support::Single,
        "who found it present does not speak for its absence"
    );
}

#[test]
fn parents_are_seen_each_and_together_in_whatever_order_they_were_named() {
    let mut home = Home::new();
    let both = Subject::Together(vec![home.father, home.mother]);
    home.find(
        both,
        "inter-parental-conflict",
        Status::Present,
        "1 Oct 2026",
    );
    let sheet = home.sheet();
    let names: Vec<&str> = sheet.columns.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Ava", "Daniel", "Jane", "Parents", "Family"]);
    let together = cell(&sheet, "inter-parental-conflict", "Parents");
    assert_eq!(together.state, State::Present);
}

#[test]
fn a_relative_is_asked_what_a_parent_is_once_assessed_as_a_carer() {
    let mut home = Home::new();
    let gran = home.made.adult("Gran", "grandmother");
    let present = Status::Present;
    home.find(
        Subject::Person(gran),
        "supportive-family",
        present,
        "1 Oct 2026",
    );
    assert!(!cell(&home.sheet(), "denial-of-problems", "Gran").is_asked);
    home.find(Subject::Person(gran), "empathy", present, "1 Oct 2026");
    assert!(cell(&home.sheet(), "denial-of-problems", "Gran").is_asked);
}

#[test]
fn each_risk_from_outside_the_home_has_a_row_of_its_own() {
    let mut home = Home::new();
    let ava = Subject::Person(home.child);
    for named in [
        "Older boys at the park",
        "A man on the internet",
        "older boys at the park",
    ] {
        let mut found = finding(ava.clone(), "outside-home", Status::Present, "1 Oct 2026");
        found.named = named.to_owned();
        home.put(found);
    }
    let sheet = home.sheet();
    let rows = sheet
        .rows
        .iter()
        .filter(|row| row.factor.id == "outside-home");
    let rows: Vec<(&str, usize)> = rows
        .map(|row| (row.name(), row.cells[0].findings.len()))
        .collect();
    assert_eq!(
        rows,
        [("A man on the internet", 1), ("Older boys at the park", 2)]
    );
}

#[test]
fn what_stands_together_is_context_and_never_a_sum() {
    let mut home = Home::new();
    let ava = Subject::Person(home.child);
    home.find(ava, "neglect", Status::Present, "1 Oct 2026");
    assert_eq!(home.sheet().context, [], "one factor stands alone");
    let conflict = "inter-parental-conflict";
    home.find(Subject::Family, conflict, Status::Present, "1 Oct 2026");
    let sheet = home.sheet();
    assert_eq!(sheet.context.len(), 1);
    let told: Vec<String> = sheet.context[0]
        .members
        .iter()
        .map(|(row, column)| sheet.told(*row, *column))
        .collect();
    assert_eq!(
        told,
        [
            "Neglect (Ava)",
            "Inter-parental conflict and violence (Family)"
        ]
    );
    assert!(factor("neglect").unwrap().strongest);
}
