//! A made-up family as it is written in its file under `families/`.
//!
//! Fields have the names of the records' own; people are named by their `key`, sources by their heading.

use super::matrix::{CapacityRow, DecisionRow, FindingRow};
use super::stages::{MarkRow, PartRow};
use crate::practice::Zone;
use crate::record::{Arrival, BondKind, Sex, Significance};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A family's file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Family {
    pub case: CaseRow,
    pub sources: BTreeMap<String, Source>,
    pub person: Vec<PersonRow>,
    #[serde(default)]
    pub bond: Vec<BondRow>,
    #[serde(default)]
    pub home: Vec<HomeRow>,
    #[serde(default)]
    pub legal: Vec<LegalRow>,
    pub entry: Vec<EntryRow>,
    #[serde(default)]
    pub part: Vec<PartRow>,
    #[serde(default)]
    pub mark: Vec<MarkRow>,
    #[serde(default)]
    pub finding: Vec<FindingRow>,
    #[serde(default)]
    pub capacity: Vec<CapacityRow>,
    #[serde(default)]
    pub decision: Vec<DecisionRow>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseRow {
    pub name: String,
    pub reference: String,
    pub worker: String,
    pub opened: String,
    pub note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub name: String,
    pub kind: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PersonRow {
    pub key: String,
    pub name: String,
    pub known_as: String,
    pub also_written: Vec<String>,
    pub relation: String,
    pub child: bool,
    pub born: Option<String>,
    pub died: Option<String>,
    pub sex: Sex,
    pub notes: String,
    pub arrival: Arrival,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BondRow {
    pub from: String,
    pub to: String,
    pub kind: BondKind,
    pub since: Option<String>,
    pub until: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct HomeRow {
    pub children: Vec<String>,
    pub start: String,
    pub end: Option<String>,
    pub kind: String,
    pub carer: String,
    pub carers: Vec<String>,
    pub place: String,
    pub miles_from_home: Option<u32>,
    pub why_ended: String,
    pub note: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct LegalRow {
    pub children: Vec<String>,
    pub status: String,
    pub code: String,
    pub start: String,
    pub end: Option<String>,
    pub note: String,
}

/// An entry with its first account; what other sources said of the same event stands under `also`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EntryRow {
    pub when: String,
    pub source: String,
    pub reference: String,
    pub recorded_by: String,
    pub text: String,
    pub known_on: Option<NaiveDate>,
    /// All children of the family when it is left out.
    pub children: Option<Vec<String>>,
    pub people: Vec<String>,
    pub significance: Significance,
    pub impact: String,
    pub impact_evidence: String,
    pub link_now: String,
    pub link_then: String,
    pub research: String,
    pub analysis: String,
    pub action: String,
    pub why_no_action: String,
    pub family_view: String,
    pub themes: Vec<String>,
    pub zone: Option<Zone>,
    pub also: Vec<AlsoRow>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AlsoRow {
    pub when: String,
    pub source: String,
    pub reference: String,
    pub recorded_by: String,
    pub text: String,
}
