//! Marks on the stages and the parts that people have, as a family's file writes them.

use super::DemoFault;
use super::filing::Filing;
use crate::record::{Body, NamedRole, Progress, StageMark};
use chrono::NaiveDate;
use serde::Deserialize;

/// Who has a part; somebody of the case by key, anybody else by name.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PartRow {
    role: String,
    of: Option<String>,
    person: Option<String>,
    name: String,
    since: String,
    note: String,
}

/// How far an item is; its evidence by the dates of entries.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct MarkRow {
    item: String,
    child: Option<String>,
    progress: Progress,
    on: String,
    words: String,
    evidence: Vec<String>,
}

/// Writes the parts and marks of a family.
pub(super) fn file(filing: &mut Filing<'_>, first_day: NaiveDate) -> Result<(), DemoFault> {
    let family = filing.family;
    for row in &family.part {
        let since = filing.date(&row.since)?;
        let known = since.anchor().unwrap_or(first_day);
        let role = NamedRole {
            role: row.role.clone(),
            of: row.of.as_deref().map(|key| filing.who(key)).transpose()?,
            person: row
                .person
                .as_deref()
                .map(|key| filing.who(key))
                .transpose()?,
            name: row.name.clone(),
            since: Some(since),
            until: None,
            note: row.note.clone(),
        };
        filing.add(Body::NamedRole(role), known);
    }
    for row in &family.mark {
        let on = filing.date(&row.on)?;
        let known = on.anchor().unwrap_or(first_day);
        let mark = StageMark {
            item: row.item.clone(),
            child: row
                .child
                .as_deref()
                .map(|key| filing.who(key))
                .transpose()?,
            progress: row.progress,
            words: row.words.clone(),
            evidence: filing.entries_of(&row.evidence)?,
            on: Some(on),
        };
        filing.add(Body::StageMark(mark), known);
    }
    Ok(())
}
