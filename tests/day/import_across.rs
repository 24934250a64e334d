//! Bringing chronologies in: what the accounts of several agencies say together, against the truth table.

use crate::import_desk::*;
use throughline::exchange::import::report::{DuplicateState, ReportedClaim};

/// A record of a file.
type Row = (&'static str, u32);

/// D01–D14: the rows that tell one event.
const TWICE: [(&str, Row, Row); 14] = [
    ("D01", (SOCIAL, 8), (POLICE, 15)),
    ("D02", (SOCIAL, 13), (POLICE, 14)),
    ("D03", (SOCIAL, 17), (SCHOOL, 11)),
    ("D04", (SOCIAL, 22), (HEALTH, 22)),
    ("D05", (SOCIAL, 24), (HEALTH, 23)),
    ("D06", (SOCIAL, 27), (SCHOOL, 14)),
    ("D07", (SOCIAL, 28), (SCHOOL, 15)),
    ("D08", (SOCIAL, 30), (POLICE, 9)),
    ("D09", (SOCIAL, 39), (HEALTH, 27)),
    ("D10", (SOCIAL, 45), (CONTACT, 11)),
    ("D11", (SOCIAL, 52), (SCHOOL, 26)),
    ("D12", (SOCIAL, 59), (POLICE, 5)),
    ("D13", (SOCIAL, 63), (POLICE, 4)),
    ("D14", (SOCIAL, 17), (POLICE, 12)),
];

/// The lines of the rows, as the truth table gives them where they differ from the records.
fn truth_line(file: &str, record: u32) -> u32 {
    match (file, record) {
        (SCHOOL, 11) => 12,
        (SCHOOL, 14..) => record + 3,
        _ => record,
    }
}

#[test]
fn events_told_by_two_agencies_are_joined_or_offered_and_no_others() {
    let place = |(file, record): Row| (file.to_owned(), record, truth_line(file, record));
    let mut wanted: Vec<_> = TWICE
        .iter()
        .map(|(_, one, other)| [place(*one), place(*other)])
        .collect();
    let pairs = report().duplicates.iter().map(|pair| {
        let places = pair
            .accounts
            .iter()
            .map(|row| (row.file.clone(), row.record, row.line));
        <[_; 2]>::try_from(places.collect::<Vec<_>>()).unwrap()
    });
    let mut found: Vec<_> = pairs.collect();
    for pair in wanted.iter_mut().chain(&mut found) {
        pair.sort();
    }
    for (pair, (id, ..)) in wanted.iter().zip(TWICE) {
        assert!(found.contains(pair), "{id}: neither joined nor offered");
    }
    assert_eq!(
        found.len(),
        wanted.len(),
        "near each other is not the same: {found:#?}"
    );
}

#[test]
fn joined_events_keep_both_accounts_and_are_counted() {
    let joined: Vec<_> = report()
        .duplicates
        .iter()
        .filter(|pair| pair.state == DuplicateState::Joined)
        .collect();
    let counted: u32 = report().files.iter().map(|file| file.joined).sum();
    assert!(joined.len() >= 8, "clear cases are joined without asking");
    assert_eq!(joined.len(), usize::try_from(counted).unwrap());
    for pair in joined {
        let [one, other] = pair.accounts.as_slice() else {
            panic!("two accounts")
        };
        let id = account(&one.file, one.record).id;
        let mut entries = IMPORTED.1.entries.values();
        let entry = entries
            .find(|entry| entry.body.accounts.iter().any(|told| told.id == id))
            .unwrap();
        let other = account(&other.file, other.record);
        assert!(
            entry.body.accounts.contains(other),
            "both accounts stand in one entry, unchanged"
        );
    }
}

#[test]
fn accounts_that_differ_stand_side_by_side_with_who_said_what() {
    let expected: [(&str, &str, &[Row], &[Row]); 4] = [
        ("C1", "presence", &[(SOCIAL, 13), (POLICE, 14)], &[]),
        ("C2", "injury", &[(SOCIAL, 28), (SCHOOL, 15)], &[]),
        (
            "C3",
            "day-of-move",
            &[(SOCIAL, 30), (POLICE, 9), (HEALTH, 25)],
            &[(SCHOOL, 16)],
        ),
        ("C4", "attendance", &[(SOCIAL, 45), (CONTACT, 11)], &[]),
    ];
    assert_eq!(
        report().contradictions.len(),
        expected.len(),
        "{:#?}",
        report().contradictions
    );
    for (id, about, rows, supports) in expected {
        let found = report()
            .contradictions
            .iter()
            .find(|found| found.about == about);
        let found = found.unwrap_or_else(|| panic!("{id} is not shown"));
        let places = |claims: &'static [ReportedClaim]| {
            let mut places: Vec<Row> = claims
                .iter()
                .map(|claim| (claim.place.file.as_str(), claim.place.record))
                .collect();
            places.sort_unstable();
            places
        };
        let sorted = |rows: &[Row]| {
            let mut rows = rows.to_vec();
            rows.sort_unstable();
            rows
        };
        assert_eq!(places(&found.accounts), sorted(rows), "{id}");
        assert_eq!(places(&found.supports), sorted(supports), "{id}");
        for claim in &found.accounts {
            let account = account(&claim.place.file, claim.place.record);
            let words = account.text.contains(claim.quote.trim_end_matches('.'));
            let cells = account
                .more
                .iter()
                .any(|(_, cell)| cell.contains(&claim.quote));
            assert!(
                words || cells,
                "{id}: the quote is the source's own: {}",
                claim.quote
            );
        }
    }
}
