//! What was known as at a day.

use super::*;
use crate::insight::made_up::{MadeUp, date, day};

fn texts(file: &CaseFile) -> Vec<String> {
    let entries = file.chronology().into_iter();
    entries
        .flat_map(|entry| entry.body.accounts.iter().map(|told| told.text.clone()))
        .collect()
}

/// An entry imported today.
fn imported(made: &mut MadeUp, accounts: Vec<Account>) -> Record<Body> {
    let id = made.mint.next_id();
    made.written(
        id,
        "2026-11-23",
        1,
        Body::Entry(Entry::told_by(accounts, Vec::new())),
    )
}

#[test]
fn an_imported_account_was_known_to_its_agency_on_its_day() {
    let mut made = MadeUp::new();
    let then = made.account("police.csv", "Police", "20/2/2021", "the row");
    let mut told_later = made.account("sc.csv", "Nerys, told on 05/04/2023", "2018", "weekends");
    told_later.known_on = Some(day("2023-04-05"));
    let tbc = made.account("school.csv", "School", "tbc", "meeting");
    let records: Vec<_> = [then, told_later, tbc]
        .map(|account| imported(&mut made, vec![account]))
        .into();
    assert!(texts(&as_at(&records, day("2021-02-19"))).is_empty());
    assert_eq!(texts(&as_at(&records, day("2022-06-01"))), ["the row"]);
    assert_eq!(
        texts(&as_at(&records, day("2023-04-05"))),
        ["weekends", "the row"]
    );
    assert_eq!(texts(&as_at(&records, day("2026-11-23"))).len(), 3);
}

#[test]
fn an_entry_shows_the_accounts_and_the_thinking_of_that_day() {
    let mut made = MadeUp::new();
    let range = made.account(
        "sc.csv",
        "Social care",
        "between 3 and 10 May 2022",
        "a range",
    );
    let mut exact = made.account("police.csv", "Police", "6 May 2022", "the day");
    exact.known_on = Some(day("2023-01-01"));
    let mut record = imported(&mut made, vec![range, exact]);
    if let Body::Entry(entry) = &mut record.body {
        entry.analysis = "what we think now".into();
    }
    let then = as_at(&[record.clone()], day("2022-06-01"));
    let entry = then.chronology()[0];
    assert_eq!(texts(&then), ["a range"]);
    assert_eq!(entry.body.when.written(), "between 3 and 10 May 2022");
    assert!(entry.body.analysis.is_empty());
    let now = as_at(&[record], day("2026-11-23"));
    assert_eq!(now.chronology()[0].body.analysis, "what we think now");
    assert_eq!(now.chronology()[0].body.when.written(), "6 May 2022");
}

#[test]
fn what_was_typed_is_known_from_the_day_it_was_written_in_the_words_of_that_day() {
    let mut made = MadeUp::new();
    let mut typed = made.account("", "Worker", "1/3/2021", "first words");
    typed.origin = None;
    let id = made.mint.next_id();
    let mut entry = Entry::told_by(vec![typed], Vec::new());
    let first = made.written(id, "2021-03-02", 1, Body::Entry(entry.clone()));
    entry.accounts[0].text = "better words".into();
    let second = made.written(id, "2021-04-01", 2, Body::Entry(entry.clone()));
    let mut removed = made.written(id, "2021-05-01", 3, Body::Entry(entry));
    removed.meta.removed = Some("entered twice".into());
    let revisions = [removed, first, second];
    assert!(texts(&as_at(&revisions, day("2021-03-01"))).is_empty());
    assert_eq!(
        texts(&as_at(&revisions, day("2021-03-31"))),
        ["first words"]
    );
    assert_eq!(
        texts(&as_at(&revisions, day("2021-04-30"))),
        ["better words"]
    );
    assert!(texts(&as_at(&revisions, day("2021-05-01"))).is_empty());
}

#[test]
fn entries_joined_since_are_shown_once() {
    let mut made = MadeUp::new();
    let one = made.account("a.csv", "A", "1/3/2021", "one");
    let other = made.account("b.csv", "B", "1/3/2021", "other");
    let (first, second) = (made.mint.next_id(), made.mint.next_id());
    let entry = |accounts: &[&Account]| {
        Body::Entry(Entry::told_by(
            accounts.iter().map(|told| (*told).clone()).collect(),
            Vec::new(),
        ))
    };
    let mut gone = made.written(second, "2026-11-22", 2, entry(&[&other]));
    gone.meta.removed = Some("joined".into());
    let revisions = [
        made.written(first, "2026-11-20", 1, entry(&[&one])),
        made.written(second, "2026-11-20", 1, entry(&[&other])),
        made.written(first, "2026-11-22", 2, entry(&[&one, &other])),
        gone,
    ];
    for (on, entries) in [("2022-01-01", 1), ("2026-11-21", 2), ("2026-11-23", 1)] {
        let then = as_at(&revisions, day(on));
        assert_eq!(then.entries.len(), entries, "{on}");
        assert_eq!(texts(&then).len(), 2, "{on}");
    }
}

#[test]
fn homes_and_lives_are_as_they_were() {
    let mut made = MadeUp::new();
    let ada = made.child("Ada Reed", "1/6/2021");
    let gran = made.put(Body::Person(Person {
        name: "Gran".into(),
        died: Some(date("1/1/2024")),
        ..Person::default()
    }));
    let home = |from: &str, to: &str| {
        Body::Placement(Placement {
            child: ada,
            from: date(from),
            to: Some(date(to)),
            kind: "Foster care".into(),
            carer: String::new(),
            carers: Vec::new(),
            place: String::new(),
            miles_from_home: None,
            why_ended: "moved".into(),
            note: String::new(),
        })
    };
    let first = made.put(home("1/6/2021", "1/6/2022"));
    made.put(home("1/6/2022", "1/6/2025"));
    let revisions: Vec<_> = made
        .file
        .revisions
        .keys()
        .filter_map(|id| made.file.record(*id))
        .collect();
    let then = as_at(&revisions, day("2022-05-31"));
    assert_eq!(then.placements.keys().collect::<Vec<_>>(), [&first]);
    assert!(then.placements[&first].body.to.is_none());
    assert!(then.placements[&first].body.why_ended.is_empty());
    assert!(then.people[&gran].body.died.is_none());
    let before_birth = as_at(&revisions, day("2021-05-31"));
    assert!(!before_birth.people.contains_key(&ada));
    let later = as_at(&revisions, day("2024-06-01"));
    assert!(later.placements[&first].body.to.is_some() && later.people[&gran].body.died.is_some());
}

#[test]
fn a_baby_who_is_expected_is_known_from_the_day_it_was_written_and_others_dates_from_theirs() {
    let mut made = MadeUp::new();
    let baby = made.mint.next_id();
    let person = Person {
        name: "Baby".into(),
        arrival: Arrival::Expected,
        born: Some(date("14 Mar 2027")),
        ..Person::default()
    };
    let gran = Person {
        name: "Gran".into(),
        died_elsewhere: vec![SaidDate {
            date: date("2019"),
            by: "GP".into(),
        }],
        ..Person::default()
    };
    let gran_id = made.mint.next_id();
    let records = [
        made.written(baby, "2026-09-01", 1, Body::Person(person)),
        made.written(gran_id, "2010-01-01", 1, Body::Person(gran)),
    ];
    let known = |on: &str| as_at(&records, day(on));
    assert!(!known("2026-08-31").people.contains_key(&baby));
    assert!(known("2026-09-02").people.contains_key(&baby));
    let told = |on: &str| known(on).people[&gran_id].body.died_elsewhere.len();
    assert_eq!((told("2015-01-01"), told("2020-01-01")), (0, 1));
}
