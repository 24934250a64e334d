//! The sample family brought in once, and how tests ask about its rows.

use chrono::NaiveDate;
use std::path::Path;
use std::sync::LazyLock;
use throughline::exchange::import::*;
use throughline::record::*;

pub const SOCIAL: &str = "social-care.csv";
pub const HEALTH: &str = "health-visitor.csv";
pub const SCHOOL: &str = "school.csv";
pub const POLICE: &str = "police.csv";
pub const CONTACT: &str = "contact-centre.csv";

pub fn sample(name: &str) -> SourceFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/samples")
        .join(name);
    SourceFile {
        name: name.to_owned(),
        bytes: std::fs::read(path).unwrap(),
    }
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn options() -> ImportOptions {
    ImportOptions {
        family: "Prosser and Dąbek".to_owned(),
        today: day(2026, 11, 23),
        mapping: Mapping::default(),
    }
}

pub fn family() -> ImportFiles {
    ImportFiles {
        chronologies: [SOCIAL, HEALTH, SCHOOL, POLICE, CONTACT]
            .map(sample)
            .to_vec(),
        people: Some(sample("people.csv")),
        placements: Some(sample("placements.csv")),
        ..ImportFiles::default()
    }
}

/// Ids of a later import are others than those of the imports before it.
pub fn planned(existing: &CaseFile, files: &ImportFiles) -> ImportPlan {
    let seed = existing.revisions.len() as u64 + 1;
    plan(
        existing,
        files,
        &options(),
        &mut Mint::seeded(seed),
        &mut |_| {},
    )
    .unwrap()
}

pub fn saved(existing: &CaseFile, plan: &ImportPlan) -> CaseFile {
    let mut file = existing.clone();
    plan.change(existing, "A Brennock", chrono::DateTime::UNIX_EPOCH)
        .apply(&mut file);
    file
}

/// The sample family as it is after the import.
pub static IMPORTED: LazyLock<(ImportPlan, CaseFile)> = LazyLock::new(|| {
    let plan = planned(&CaseFile::default(), &family());
    let file = saved(&CaseFile::default(), &plan);
    (plan, file)
});

pub fn report() -> &'static ImportReport {
    &IMPORTED.0.report
}

/// The account of a row.
pub fn account(file: &str, record: u32) -> &'static Account {
    let accounts = IMPORTED
        .1
        .entries
        .values()
        .flat_map(|entry| &entry.body.accounts);
    let from = |account: &&Account| {
        account
            .origin
            .as_ref()
            .is_some_and(|origin| origin.file == file && origin.record == record)
    };
    accounts
        .into_iter()
        .find(from)
        .unwrap_or_else(|| panic!("{file} {record} did not come in"))
}

pub fn doubts(file: &str, record: u32) -> Vec<DoubtKind> {
    let doubts = &account(file, record).origin.as_ref().unwrap().doubts;
    doubts.iter().map(|doubt| doubt.kind).collect()
}

pub fn line(file: &str, record: u32) -> u32 {
    account(file, record).origin.as_ref().unwrap().line
}

/// The short names of the children whom a row concerns.
pub fn children(file: &str, record: u32) -> Vec<&'static str> {
    let id = account(file, record).id;
    let mut entries = IMPORTED.1.entries.values();
    let entry = entries
        .find(|entry| entry.body.accounts.iter().any(|account| account.id == id))
        .unwrap();
    entry
        .body
        .children
        .iter()
        .map(|child| IMPORTED.1.people[child].body.short_name())
        .collect()
}
