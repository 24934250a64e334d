//! What is typed in for a family that came in with files: supervision, what is around them, relationships.

use super::super::family::Family;
use super::super::thinking::Thinking;
use super::super::{DemoFault, Known, around, relationships, supervision};
use super::Filing;
use crate::record::{Change, Mint, RecordId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A family that came in with files, and whom its file may name: people and goals by their keys.
pub(in crate::exchange::demo) struct CameIn {
    pub(in crate::exchange::demo) case: RecordId,
    pub(in crate::exchange::demo) people: BTreeMap<String, RecordId>,
    pub(in crate::exchange::demo) goals: BTreeMap<String, RecordId>,
    pub(in crate::exchange::demo) written: Vec<Known>,
}

/// The change that writes a family that came in with files together with its supervision, and one for what was written
/// again later.
pub(in crate::exchange::demo) fn change_on_top(
    family: &Family,
    came_in: CameIn,
    thinking: &Thinking,
    today: NaiveDate,
    mint: &mut Mint,
) -> Result<(Change, Option<Change>), DemoFault> {
    let mut filing = Filing {
        family,
        today,
        people: came_in.people,
        keys: came_in.goals,
        written: came_in.written,
        again: Vec::new(),
        mint,
    };
    supervision::file(&mut filing, thinking)?;
    around::file(&mut filing, thinking)?;
    relationships::file(&mut filing, thinking)?;
    Ok(filing.changes(came_in.case))
}
