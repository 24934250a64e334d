//! The sheet on the sample family's findings.

use super::*;
use crate::insight::made_up_sample::sample;
use crate::practice::factors::factor_named;

/// The sample family with its `factors.csv`.
fn prosser() -> Sheet {
    let mut made = sample();
    let people = made.file.people.values();
    let mut ids: Vec<(String, RecordId)> = people
        .map(|person| (person.body.name.clone(), person.id()))
        .collect();
    ids.sort();
    let id = |name: &str| ids.iter().find(|(known, _)| known == name).unwrap().1;
    for parent in ["Siân Prosser", "Paweł Dąbek"] {
        for child in ["Lowri Dąbek", "Jakub Dąbek", "Wren Dąbek"] {
            made.put(Body::Bond(Bond {
                from: id(parent),
                to: id(child),
                kind: BondKind::Parent,
                since: None,
                until: None,
                note: String::new(),
            }));
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/factors.csv");
    for row in csv::Reader::from_path(path)
        .unwrap()
        .records()
        .map(Result::unwrap)
    {
        let subject = match &row[0] {
            "Family" | "Professional network" => Subject::Family,
            name => Subject::Person(id(name)),
        };
        let status = match &row[2] {
            "present" => Status::Present,
            "absent" => Status::Absent,
            _ => Status::NotKnown,
        };
        let mut found = finding(subject, &factor_named(&row[1]).unwrap().id, status, &row[4]);
        found.evidence = row[3].to_owned();
        made.put(Body::FactorFinding(found));
    }
    Sheet::of(&made.file, day("2026-11-23"))
}

#[test]
fn the_samples_deliberate_faults_are_all_asked_about() {
    let sheet = prosser();
    let asks = |factor, column, kind| kinds(cell(&sheet, factor, column)).contains(&kind);
    assert!(asks(
        "recognition-of-problem",
        "Paweł",
        QuestionKind::NoEvidence
    ));
    assert!(asks("supportive-family", "Nerys", QuestionKind::NoEvidence));
    let without: usize = sheet
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| kinds(cell).contains(&QuestionKind::NoEvidence))
        .count();
    assert_eq!(
        without, 2,
        "nobody else is asked for evidence that is there"
    );
    let absence = cell(&sheet, "absence-of-domestic-abuse", "Family");
    let conflict = cell(&sheet, "inter-parental-conflict", "Family");
    for asked in [absence, conflict] {
        assert!(kinds(asked).contains(&QuestionKind::Contradiction));
    }
    let text = &absence.questions[0].text;
    assert!(text.contains("later, on 7 March 2026"), "{text}");
    assert_eq!(conflict.findings.len(), 2, "2021 is kept as its history");
    let needs = cell(&sheet, "own-needs-first", "Siân");
    assert!(needs.coverage.as_ref().unwrap().is_old, "it rests on 2021");
    let disorder = cell(&sheet, "personality-disorder", "Paweł");
    assert_eq!(disorder.state, State::NotKnown);
    assert_eq!(disorder.questions, []);
}

#[test]
fn nobody_who_was_not_asked_about_is_called_absent() {
    let sheet = prosser();
    assert_eq!(cell(&sheet, "neglect", "Kuba").state, State::Present);
    assert_eq!(
        cell(&sheet, "denial-of-problems", "Siân").state,
        State::Absent
    );
    assert_eq!(
        cell(&sheet, "healthy-child", "Lowri").state,
        State::NotKnown
    );
    let sadistic = cell(&sheet, "sadistic-abuse", "Lowri");
    assert_eq!(
        (sadistic.state, sadistic.is_asked),
        (State::NotRecorded, true)
    );
    let of_parent = cell(&sheet, "sadistic-abuse", "Siân");
    assert_eq!(
        (of_parent.state, of_parent.is_asked),
        (State::NotRecorded, false)
    );
    let names: Vec<&str> = sheet.columns.iter().map(|one| one.name.as_str()).collect();
    let expected = [
        "Lowri", "Kuba", "Wren", "Paweł", "Siân", "Parents", "Nerys", "Family",
    ];
    let (mut names, mut expected) = (names.clone(), expected.to_vec());
    names.sort_unstable();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn a_partner_stands_under_two_domains_and_is_one_finding() {
    let sheet = prosser();
    let rows: Vec<&Row> = sheet
        .rows
        .iter()
        .filter(|row| row.factor.id == "non-abusive-partner")
        .collect();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].factor.is_in("parent") && rows[0].factor.is_in("family"));
    assert_eq!(
        cell(&sheet, "non-abusive-partner", "Family").state,
        State::Absent
    );
}
