//! Imports: what tells of earlier times is counted, what does not is told; and how long a large case takes.

use super::*;

#[test]
fn an_import_is_counted_where_it_tells_of_earlier_times_and_told_where_it_does_not() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let come = |notes: &mut Notes, file: &str, when: &str, text: &str| {
        let account = notes.made.account(file, "Police", when, text);
        let entry = Entry::told_by(vec![account], vec![kuba]);
        (notes.add("2026-11-16", Body::Entry(entry.clone())), entry)
    };
    come(&mut notes, "police.csv", "20/2/2021", "long ago");
    come(&mut notes, "school.csv", "3 May 2024", "not so long ago");
    come(&mut notes, "school.csv", "12 Nov 2026", "on the day");
    come(&mut notes, "school.csv", "14 Nov 2026", "since then");
    come(&mut notes, "school.csv", "tbc", "no day");
    let (weighed, mut entry) = come(
        &mut notes,
        "police.csv",
        "1 Mar 2020",
        "long ago, but weighed",
    );
    entry.impact = "He waits at the window.".into();
    notes.write(weighed, "2026-11-18", Body::Entry(entry));
    let mut late = notes
        .made
        .account("sc.csv", "Nerys", "2018", "told only now");
    late.known_on = Some(day("2026-11-15"));
    notes.add(
        "2026-11-16",
        Body::Entry(Entry::told_by(vec![late], vec![kuba])),
    );
    let mut finding = ZoneDecision::new(kuba, date("1 Feb 2025"), Zone::Orange);
    finding.origin = "zones.csv, row 4".into();
    notes.add("2026-11-16", Body::ZoneDecision(finding));
    let changes = notes.since("2026-11-12");
    assert_eq!(
        told(&changes),
        [
            "Zones and decisions: 1 decision on a zone about earlier times came in, from 1 file",
            "Entries: 3 entries about earlier times came in, from 2 files",
            "Entries: new: told only now []",
            "Entries: new: long ago, but weighed []",
            "Entries: new: since then []",
            "Entries: new: no day []",
        ]
    );
    assert_eq!(changes.summary(), "+4 events, 3 of earlier times");
}

#[test]
fn a_row_that_joins_an_event_is_counted_unless_somebody_wrote_about_it_too() {
    let mut notes = Notes::new();
    let kuba = notes.child("Kuba");
    let mut joined = |impact: &str| {
        let first = notes
            .made
            .account("sc.csv", "Social care", "Mar 2021", "a visit");
        let second = notes
            .made
            .account("police.csv", "Police", "4 Mar 2021", "a visit");
        let entry = Entry::told_by(vec![first.clone()], vec![kuba]);
        let id = notes.add("2026-10-01", Body::Entry(entry));
        let mut both = Entry::told_by(vec![first, second], vec![kuba]);
        both.impact = impact.into();
        notes.write(id, "2026-11-16", Body::Entry(both));
    };
    joined("");
    joined("He was at home.");
    assert_eq!(
        told(&notes.since("2026-11-12")),
        [
            "Entries: 1 entry got a further account about earlier times, from 2 files",
            "Entries: changed: a visit [\"When\", \"Told as\", \"Impact\"]",
        ]
    );
}

#[test]
fn people_and_homes_that_came_with_an_import_are_counted_and_a_birth_since_is_told() {
    let mut notes = Notes::new();
    let come = |notes: &mut Notes, name: &str, born: &str| {
        let person = Person {
            name: name.into(),
            born: Some(date(born)),
            ..Person::default()
        };
        notes.add("2026-11-16", Body::Person(person))
    };
    notes.add("2026-11-16", Body::Import(Import::default()));
    let lowri = come(&mut notes, "Lowri", "14 Jun 2014");
    come(&mut notes, "Kuba", "2 Nov 2017");
    come(&mut notes, "Wyn", "14 Nov 2026");
    let home = Placement {
        child: lowri,
        from: date("18 Nov 2022"),
        to: None,
        kind: "Foster care".into(),
        carer: "Yvonne".into(),
        carers: Vec::new(),
        place: String::new(),
        miles_from_home: None,
        why_ended: String::new(),
        note: String::new(),
    };
    notes.add("2026-11-16", Body::Placement(home.clone()));
    // What somebody writes by hand on another day is told.
    notes.add("2026-11-17", Body::Placement(home));
    let told = told(&notes.since("2026-11-12"));
    let of = |words: &str| told.iter().filter(|line| line.contains(words)).count();
    assert_eq!(of("2 people came in with an import"), 1, "{told:#?}");
    assert_eq!(of("Wyn"), 1, "{told:#?}");
    assert_eq!(of("1 home of earlier times came in with an import"), 1);
    assert_eq!(of("new: Lowri"), 1, "{told:#?}");
}
