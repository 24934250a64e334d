//! What stands deeper in a record than its fields reach: the accounts of an entry, the reading and the voices of a decision
//! on a zone, and what the program itself writes.

use super::DemoFault;
use super::family_file::{AccountRow, NamedSource};
use super::filing::Filing;
use crate::practice::matrix::{Levels, Reading};
use crate::record::{Account, Body, Entry, Period, RecordKind, ZoneDecision};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

/// What a decision on a zone rests on.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DecisionParts {
    reading: Reading,
    levels: Levels,
    period: Option<Period>,
    voices: Vec<Table>,
}

/// The record of a row as far as its parts go, and the row with what its fields say.
pub(super) fn body(
    filing: &Filing<'_>,
    kind: RecordKind,
    row: &Table,
) -> Result<(Body, Table), DemoFault> {
    let mut row = row.clone();
    let mut body = kind.blank();
    match &mut body {
        Body::Entry(entry) => *entry = told(filing, &mut row)?,
        Body::ZoneDecision(decision) => read_decision(filing, &mut row, decision)?,
        Body::FactorFinding(_) => {
            if let Some(Value::String(key)) = row.remove("source") {
                let source = source(filing, &key)?;
                row.insert("source_kind".to_owned(), source.kind.as_str().into());
                row.insert("said_by".to_owned(), source.name.as_str().into());
            }
        }
        Body::GoalReview(review) => review.goal_revision = 1,
        Body::PlanVersion(version) => {
            let on = row.get("on").and_then(Value::as_str).unwrap_or_default();
            let day = filing.date(on)?.anchor();
            let day = day.ok_or_else(|| filing.fault(format!("“{on}” is no day")))?;
            version.parts = filing.parts_on(day);
        }
        Body::Supervision(held) => held.worker = filing.family.of_case("worker").to_owned(),
        _ => {}
    }
    Ok((body, row))
}

fn source<'a>(filing: &'a Filing<'_>, key: &str) -> Result<&'a NamedSource, DemoFault> {
    let source = filing.family.sources.get(key);
    source.ok_or_else(|| filing.fault(format!("no source “{key}”")))
}

fn read<T: DeserializeOwned>(filing: &Filing<'_>, row: Table) -> Result<T, DemoFault> {
    row.try_into()
        .map_err(|fault: toml::de::Error| filing.fault(fault.to_string()))
}

/// Takes these fields out of a row.
fn take(row: &mut Table, names: &[&str]) -> Table {
    let taken = names.iter().filter_map(|name| row.remove_entry(*name));
    taken.collect()
}

/// An entry by its accounts. It concerns all children unless the row says which.
fn told(filing: &Filing<'_>, row: &mut Table) -> Result<Entry, DemoFault> {
    let when = row.get("when").cloned();
    let also = row.remove("also");
    let mut first = take(
        row,
        &["source", "reference", "recorded_by", "known_on", "text"],
    );
    first.extend(when.map(|when| ("when".to_owned(), when)));
    let also = also
        .and_then(|also| also.as_array().cloned())
        .unwrap_or_default();
    let mut accounts = vec![account(filing, first)?];
    for row in also {
        let row = row.as_table().cloned().unwrap_or_default();
        accounts.push(account(filing, row)?);
    }
    if !row.contains_key("children") {
        let people = filing.family.rows(RecordKind::Person).iter();
        let children = people.filter(|row| row.get("is_child") == Some(&Value::Boolean(true)));
        let keys = children.filter_map(|child| child.get("key").cloned());
        row.insert("children".to_owned(), Value::Array(keys.collect()));
    }
    Ok(Entry::told_by(accounts, Vec::new()))
}

fn account(filing: &Filing<'_>, row: Table) -> Result<Account, DemoFault> {
    let row: AccountRow = read(filing, row)?;
    let source = source(filing, &row.source)?;
    Ok(Account {
        source: source.name.clone(),
        source_kind: source.kind.clone(),
        reference: row.reference,
        recorded_by: row.recorded_by,
        when: filing.date(&row.when)?,
        known_on: row.known_on,
        text: row.text,
        ..Account::default()
    })
}

fn read_decision(
    filing: &Filing<'_>,
    row: &mut Table,
    decision: &mut ZoneDecision,
) -> Result<(), DemoFault> {
    let parts: DecisionParts = read(
        filing,
        take(row, &["reading", "levels", "period", "voices"]),
    )?;
    decision.reading = parts.reading;
    decision.levels = parts.levels;
    decision.period = parts.period;
    for mut row in parts.voices {
        for (name, said) in [("view", "NotRecorded"), ("words", "")] {
            row.entry(name).or_insert_with(|| said.into());
        }
        decision.voices.push(read(filing, row)?);
    }
    Ok(())
}
