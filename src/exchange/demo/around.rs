//! How the people of a family get on, who lives together, and what is around them, as its file writes it: rows `tie`,
//! `household` and `connection`. Each has `written`, the day on which it was told.

use super::DemoFault;
use super::filing::Filing;
use super::thinking::{Said, Thinking, put};
use crate::record::{Body, Connection, EmotionalTie, Flow, Household, SystemKind, Tie, TieKind};
use serde::Deserialize;

/// Its evidence by the dates of entries.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct TieRow {
    from: String,
    kind: TieKind,
    to: String,
    since: Option<String>,
    until: Option<String>,
    told_by: String,
    evidence: Vec<String>,
    note: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct HouseholdRow {
    name: String,
    people: Vec<String>,
    since: Option<String>,
    until: Option<String>,
    note: String,
}

/// The family's as a whole when nobody is named; `person` where it is with somebody of the case.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ConnectionRow {
    whose: Option<String>,
    with: String,
    person: Option<String>,
    kind: SystemKind,
    strength: Tie,
    stressful: bool,
    flow: Flow,
    since: Option<String>,
    until: Option<String>,
    evidence: Vec<String>,
    note: String,
}

/// Writes what is around a family.
pub(super) fn file(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    put(filing, &all.tie, tie)?;
    put(filing, &all.household, household)?;
    put(filing, &all.connection, connection)
}

fn tie(filing: &Filing<'_>, row: TieRow) -> Said {
    let tie = EmotionalTie {
        from: filing.who(&row.from)?,
        to: filing.who(&row.to)?,
        kind: row.kind,
        since: filing.maybe_date(row.since.as_deref())?,
        until: filing.maybe_date(row.until.as_deref())?,
        told_by: row.told_by,
        evidence: filing.entries_of(&row.evidence)?,
        note: row.note,
    };
    Ok((Body::EmotionalTie(tie), None))
}

fn household(filing: &Filing<'_>, row: HouseholdRow) -> Said {
    let home = Household {
        name: row.name,
        people: filing.whos(&row.people)?,
        since: filing.maybe_date(row.since.as_deref())?,
        until: filing.maybe_date(row.until.as_deref())?,
        note: row.note,
    };
    Ok((Body::Household(home), None))
}

fn connection(filing: &Filing<'_>, row: ConnectionRow) -> Said {
    let who = |key: &Option<String>| key.as_deref().map(|key| filing.who(key)).transpose();
    let connection = Connection {
        whose: who(&row.whose)?,
        with: row.with,
        person: who(&row.person)?,
        kind: row.kind,
        strength: row.strength,
        stressful: row.stressful,
        flow: row.flow,
        since: filing.maybe_date(row.since.as_deref())?,
        until: filing.maybe_date(row.until.as_deref())?,
        evidence: filing.entries_of(&row.evidence)?,
        note: row.note,
    };
    Ok((Body::Connection(connection), None))
}
