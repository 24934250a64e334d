//! Bringing chronologies in: whom rows concern, where their cells go, and the people and places beside them.

use crate::import_desk::*;
use throughline::exchange::import::{ImportFiles, SourceFile};
use throughline::record::*;

#[test]
fn children_are_told_however_they_are_named() {
    let all = ["Lowri", "Kuba", "Wren"];
    assert_eq!(children(SOCIAL, 8), all, "All three");
    assert_eq!(children(SOCIAL, 63), ["Kuba", "Wren"], "Kuba; Wren");
    assert_eq!(children(CONTACT, 2), all, "Lowri, Kuba, Wren");
    assert_eq!(children(POLICE, 12), all, "Three children DABEK");
    assert_eq!(children(POLICE, 9), all, "two adults and three children");
    assert_eq!(
        children(POLICE, 6),
        ["Kuba"],
        "DABEK Jakub, without the tail"
    );
    assert_eq!(
        children(SCHOOL, 16),
        ["Lowri", "Kuba"],
        "two pupils in one cell"
    );
    assert_eq!(
        children(HEALTH, 8),
        ["Lowri"],
        "a row on the mother concerns the children born by then"
    );
    assert_eq!(children(HEALTH, 13), ["Lowri", "Kuba"]);
}

#[test]
fn what_was_told_later_says_when_it_was_told() {
    assert_eq!(account(SOCIAL, 5).known_on, Some(day(2023, 4, 5)));
    assert_eq!(account(SOCIAL, 6).known_on, Some(day(2023, 3, 14)));
    assert_eq!(account(SOCIAL, 8).known_on, None);
}

#[test]
fn what_somebody_of_the_family_tells_is_the_familys_and_a_meeting_the_files() {
    let kind = |source: &str| {
        let mut entries = IMPORTED.1.entries.values();
        let told = entries.find_map(|entry| {
            let mut accounts = entry.body.accounts.iter();
            accounts.find(|told| told.source == source)
        });
        told.map(|told| told.source_kind.as_str())
    };
    assert_eq!(kind("Siân Prosser (telephone)"), Some("family"));
    assert_eq!(kind("Nerys Prosser"), Some("family"));
    for meeting in [
        "Family group conference",
        "Core group",
        "Review conference",
        "Joint visit with health visitor",
        "Initial child protection conference",
    ] {
        assert_eq!(kind(meeting), Some("social-care"), "{meeting}");
    }
}

#[test]
fn cells_stand_where_they_belong() {
    let told = account(SCHOOL, 11);
    assert!(
        told.text
            .contains("written down straight after:\n\"I count"),
        "a cell with line breaks is one account"
    );
    assert_eq!(
        (told.recorded_by.as_str(), told.action.as_str()),
        ("Miss Tranter", "DSL rang social care 2.50 pm")
    );
    assert_eq!(
        told.more,
        [("Class", "Year 2"), ("Category", "Disclosure")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    let police = account(POLICE, 14);
    assert_eq!(
        (police.source.as_str(), police.source_kind.as_str()),
        ("Police", "police")
    );
    assert_eq!(police.reference, "MP/2021/0017311");
    assert_eq!(
        police.when.time(),
        chrono::NaiveTime::from_hms_opt(23, 15, 0)
    );
    let centre = account(CONTACT, 2);
    assert_eq!(
        centre.when.time(),
        chrono::NaiveTime::from_hms_opt(10, 0, 0),
        "from the column beside the date"
    );
    assert!(
        account(HEALTH, 2)
            .text
            .contains("said “I keep checking she’s breathing”"),
        "Windows quotation marks"
    );
    assert!(account(HEALTH, 6).text.contains("£60"));
    assert!(account(CONTACT, 13).text.contains('🎂'));
}

#[test]
fn the_people_their_bonds_and_where_they_lived_come_in_too() {
    let file = &IMPORTED.1;
    let person = |name: &str| {
        file.people
            .values()
            .find(|person| person.body.name == name)
            .unwrap()
    };
    assert_eq!(
        file.children()
            .iter()
            .map(|child| child.body.short_name())
            .collect::<Vec<_>>(),
        ["Lowri", "Kuba", "Wren"]
    );
    assert_eq!(person("Siân Prosser").body.also_written, ["Sian"]);
    assert_eq!(person("Nerys Prosser").body.also_written, ["Nain"]);
    assert_eq!(
        person("Halina Dąbek").body.born.as_ref().unwrap().reading(),
        Reading::About(Part::Year(1963))
    );
    assert!(person("Ruth Ashdown-Lacey").body.born.is_none());
    let bond = |from: &str, to: &str| {
        let (from, to) = (person(from).id(), person(to).id());
        let mut bonds = file.bonds.values();
        bonds
            .find(|bond| (bond.body.from, bond.body.to) == (from, to))
            .map(|bond| bond.body.kind.clone())
    };
    assert_eq!(bond("Siân Prosser", "Wren Dąbek"), Some(BondKind::Parent));
    assert_eq!(
        bond("Nerys Prosser", "Siân Prosser"),
        Some(BondKind::Parent),
        "maternal grandmother"
    );
    assert_eq!(
        bond("Bethan Prosser", "Siân Prosser"),
        Some(BondKind::Sibling),
        "maternal aunt"
    );
    assert_eq!(
        bond("Mr Obuya", "Jakub Dąbek"),
        Some(BondKind::TrustedAdult)
    );
    assert_eq!(
        bond("Carys Holdcroft", "Siân Prosser"),
        Some(BondKind::Advocate)
    );
    let wren = person("Wren Dąbek").id();
    let homes: Vec<_> = file
        .placements
        .values()
        .filter(|home| home.body.child == wren)
        .collect();
    let lived: Vec<_> = homes
        .iter()
        .map(|home| (home.body.from.written(), home.body.carer.as_str()))
        .collect();
    assert_eq!(
        lived,
        [
            ("2020-08-19", "Siân Prosser and Paweł Dąbek"),
            ("2021-02-21", "Siân Prosser"),
            ("2022-05-06", "Nerys Prosser"),
            ("2022-11-18", "Ruth Ashdown-Lacey"),
            ("2023-03-06", "Yvonne and Delroy Marchbank"),
            ("2025-07-26", "Siân Prosser"),
        ],
        "a new legal status is no new home"
    );
    assert_eq!(
        homes[4].body.carers,
        [
            person("Yvonne Marchbank").id(),
            person("Delroy Marchbank").id()
        ]
    );
    let legal = file.legal.values().filter(|legal| legal.body.child == wren);
    let legal: Vec<_> = legal
        .map(|legal| (legal.body.from.written(), legal.body.status.as_str()))
        .collect();
    assert_eq!(
        legal,
        [
            ("30/03/2021", "Child protection plan"),
            ("07/06/2022", "Child protection plan"),
            ("2022-11-18", "Section 20"),
            ("2023-02-20", "Interim care order"),
            ("2023-07-28", "Care order"),
        ]
    );
}

#[test]
fn a_person_known_by_year_is_the_same_person_by_day_and_two_days_are_two_people() {
    let people = |text: &str| ImportFiles {
        people: Some(SourceFile {
            name: "people.csv".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }),
        ..ImportFiles::default()
    };
    let first = planned(
        &CaseFile::default(),
        &people("Surname;Forename;Date of birth;Relationship\nHughes;Ann;1988;Mother\n"),
    );
    let file = saved(&CaseFile::default(), &first);
    let again = planned(
        &file,
        &people("name,dob,relation\nAnn Hughes,04/03/1988,mother\n"),
    );
    let both = saved(&file, &again);
    let ann = &both.people.values().next().unwrap().body;
    let born = ann.born.as_ref().map(FuzzyDate::written);
    assert_eq!(both.people.len(), 1);
    assert_eq!(born, Some("1988"), "nothing is overwritten by a table");
    assert_eq!(ann.born_elsewhere[0].by, "people.csv");
    let asks = |notice: &String| notice.contains("Which is right?");
    assert!(again.report.notices.iter().any(asks));
    let other = planned(
        &file,
        &people("name,dob,relation\nAnn Hughes,04/03/2015,child\n"),
    );
    assert_eq!(saved(&file, &other).people.len(), 2);
}

#[test]
fn a_table_of_children_alone_needs_no_relation() {
    let text = "Name\tDOB\nMari Lloyd\t3 May 2019\nUnborn baby\t\nEvan Lloyd\tn/k\n";
    let files = ImportFiles {
        people: Some(SourceFile {
            name: "children.tsv".to_owned(),
            bytes: text.as_bytes().to_vec(),
        }),
        ..ImportFiles::default()
    };
    let file = saved(&CaseFile::default(), &planned(&CaseFile::default(), &files));
    assert_eq!(file.children().len(), 3);
    assert_eq!(
        file.children()[0].body.born.as_ref().unwrap().exact_day(),
        Some(day(2019, 5, 3))
    );
    assert!(
        file.bonds
            .values()
            .all(|bond| bond.body.kind == BondKind::Sibling)
    );
}
