//! All 480 rows of the table: outcome, rule and how near it stands to the handbook.

use super::super::{
    Basis, Capacity, Outcome, Reading, Resilience, RiskStatus, Standing, Zone, indicate,
};
use super::{day, reading};
use chrono::{Months, NaiveDate};

#[derive(serde::Deserialize)]
struct Row {
    zone: String,
    resilience: Resilience,
    risk_status: RiskStatus,
    capacity_months: String,
    months_in_zone: String,
    outcome: String,
    rule: String,
    basis: Basis,
    note: String,
}

const TABLE: &str = include_str!("../../../../tests/samples/zone_table.csv");

fn rows() -> Vec<Row> {
    csv::Reader::from_reader(TABLE.as_bytes())
        .deserialize()
        .map(|row| row.unwrap())
        .collect()
}

fn before(today: NaiveDate, months: u32) -> NaiveDate {
    today.checked_sub_months(Months::new(months)).unwrap()
}

/// The table's word for an outcome: it knows no decisions, in which the child stays until people decide.
fn word(outcome: Outcome) -> String {
    match outcome {
        Outcome::CloseEligible => "CLOSE_ELIGIBLE".to_owned(),
        other => other.zone().map_or("", Zone::word).to_uppercase(),
    }
}

fn asked(row: &Row, today: NaiveDate) -> (Standing, Reading) {
    let months = |text: &str| match text {
        "ge6" => 6,
        "lt6" => 5,
        other => panic!("{other}"),
    };
    let zone = Zone::from_word(&row.zone).unwrap();
    let since = before(today, months(&row.months_in_zone));
    let capacity = match row.capacity_months.as_str() {
        "none" => Capacity::NotShown,
        text => Capacity::Shown(Some(before(today, months(text)))),
    };
    (
        Standing::new(zone, Some(since)),
        reading(row.resilience, row.risk_status, capacity),
    )
}

#[test]
fn every_row_of_the_table_comes_out_by_the_letter_of_the_matrix() {
    let today = day("2026-06-15");
    let rows = rows();
    assert_eq!(rows.len(), 480);
    for row in &rows {
        let (standing, reading) = asked(row, today);
        let indication = indicate(&standing, &reading, today);
        let (outcome, rule) = indication
            .literal
            .unwrap_or((indication.outcome, indication.rule));
        assert_eq!(
            (word(outcome), &rule.id, rule.basis),
            (row.outcome.clone(), &row.rule, row.basis),
            "{standing:?} {reading:?}"
        );
    }
}

#[test]
fn only_the_rows_that_the_table_marks_wait_for_six_months_in_yellow() {
    let today = day("2026-06-15");
    for row in rows() {
        let (standing, reading) = asked(&row, today);
        let marked = row.note.contains("wait for 6m in Yellow");
        let indication = indicate(&standing, &reading, today);
        assert_eq!(
            indication.literal.is_some(),
            marked,
            "{standing:?} {reading:?}"
        );
        if marked {
            assert_eq!(indication.outcome, Outcome::Stay(Zone::Yellow));
            assert_eq!(indication.rule.id, "A2");
            let agreed = Standing {
                earlier_capacity_counts: true,
                ..standing
            };
            let agreed = indicate(&agreed, &reading, today);
            assert_eq!(agreed.outcome, Outcome::Move(Zone::Green));
            assert_eq!(agreed.literal, None);
        }
    }
}
