//! What the matrix says to somebody who is about to decide.

use super::present::present;
use super::replay::Indicated;
use super::replay::{Beside, replayed};
use super::telling::{indicated_in_words, missing_in_words};
use crate::practice::matrix::Outcome;
use crate::record::{CaseFile, Meta, Record, RecordId, ZoneDecision};
use chrono::{DateTime, NaiveDate};

/// What is indicated for a child on a day, and what would settle it, in a few sentences.
pub fn proposed(file: &CaseFile, child: RecordId, day: NaiveDate) -> String {
    let present = present(file, child, day);
    let missing = match &present.indicated {
        Indicated::First(first) => missing_in_words(&first.missing),
        Indicated::Again(_, indication) => missing_in_words(&indication.missing),
    };
    let told = [indicated_in_words(&present.indicated)]
        .into_iter()
        .chain(missing);
    told.collect::<Vec<_>>().join(" ")
}

/// What was indicated, when this decision, not saved yet, decides otherwise. `target` is the decision that it replaces.
pub fn otherwise(
    file: &CaseFile,
    target: Option<RecordId>,
    decision: &ZoneDecision,
) -> Option<Outcome> {
    let case = file.id()?;
    // Not written yet, so it stands behind all that are there.
    let id = target.unwrap_or_else(|| RecordId::from_bytes([u8::MAX; 16]));
    let meta = Meta {
        id,
        case,
        author: String::new(),
        recorded_at: DateTime::UNIX_EPOCH,
        revision: 0,
        removed: None,
    };
    let record = Record {
        meta,
        body: decision.clone(),
    };
    let replayed = replayed(file, &record)?;
    (replayed.beside == Beside::Otherwise).then(|| replayed.indicated.outcome())
}
