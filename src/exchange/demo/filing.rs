//! A family being written down: what is written so far, and how its file names it.

use super::family_file::FamilyFile;
use super::{DemoFault, StampedBody, at};
use crate::insight::plan::parts_today;
use crate::record::fields::{FieldRole, Value};
use crate::record::{Body, CaseFile, FuzzyDate, Meta, Mint, Record, RecordId};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A family being written down.
pub(super) struct Filing<'a> {
    pub family: &'a FamilyFile,
    pub today: NaiveDate,
    pub mint: &'a mut Mint,
    /// Records by their keys, people among them.
    pub keys: BTreeMap<String, RecordId>,
    /// What is written, and second revisions.
    pub written: Vec<StampedBody>,
    pub again: Vec<StampedBody>,
}

impl Filing<'_> {
    /// The record of a key.
    pub fn keyed(&self, key: &str) -> Result<RecordId, DemoFault> {
        let known = self.keys.get(key).copied();
        known.ok_or_else(|| self.fault(format!("nothing has the key “{key}”")))
    }

    /// A date as the family's file writes it.
    pub fn date(&self, written: &str) -> Result<FuzzyDate, DemoFault> {
        FuzzyDate::parse(written, self.today)
            .map_err(|problem| self.fault(format!("“{written}”: {problem}")))
    }

    /// The entry of a date, as the family's file writes it, or as one of the sources of an entry does.
    pub fn entry_of(&self, when: &str) -> Result<RecordId, DemoFault> {
        let entries = || {
            self.written.iter().filter_map(|known| match &known.body {
                Body::Entry(entry) => Some((known.id, entry)),
                _ => None,
            })
        };
        let mut of_day = entries().filter(|(_, entry)| entry.when.written() == when);
        let mut told = entries().filter(|(_, entry)| {
            let mut accounts = entry.accounts.iter();
            accounts.any(|account| account.when.written() == when)
        });
        let found = of_day.next_back().or_else(|| told.next_back());
        let found = found.map(|(id, _)| id);
        found.ok_or_else(|| self.fault(format!("no entry of “{when}”")))
    }

    /// The decisions on zones of a day.
    pub fn zones_of(&self, day: &str) -> impl Iterator<Item = RecordId> {
        let all = self.written.iter();
        let decided = all.filter(move |known| match &known.body {
            Body::ZoneDecision(decision) => decision.on.written() == day,
            _ => false,
        });
        decided.map(|known| known.id)
    }

    /// The parts of the plan as they stood on a day, with the revision of each.
    pub fn parts_on(&self, day: NaiveDate) -> Vec<(RecordId, u32)> {
        let first = self.written.iter().map(|known| (1, known));
        let again = self.again.iter().map(|known| (2, known));
        let by_then = first.chain(again).filter(|(_, known)| known.known <= day);
        let records = by_then.map(|(revision, known)| Record {
            meta: Meta {
                id: known.id,
                case: known.id,
                author: String::new(),
                recorded_at: at(known.known),
                revision,
                removed: None,
            },
            body: known.body.clone(),
        });
        parts_today(&CaseFile::of(records), day)
    }

    pub fn fault(&self, why: String) -> DemoFault {
        DemoFault::family(self.family.of_case("name"), why)
    }
}

/// The day that a record speaks for, or on which it began.
pub(super) fn own_day(body: &Body) -> Option<NaiveDate> {
    let day = |role: FieldRole| {
        let mut values = body.values().into_iter();
        values.find_map(|(field, said)| match said {
            Value::Date(Some(date)) if field.is(role) => date.anchor(),
            _ => None,
        })
    };
    match body {
        Body::StageMark(mark) => mark.on.as_ref()?.anchor(),
        Body::Action(_) | Body::Curiosity(_) | Body::Person(_) => None,
        _ => day(FieldRole::When).or_else(|| day(FieldRole::Begins)),
    }
}
