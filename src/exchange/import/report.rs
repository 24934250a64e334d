//! What an import found, as people read it and as scripts do: the JSON form is a contract (`report.schema.json`).

use crate::insight::contradictions;
use crate::insight::family::Family;
use crate::insight::gaps;
use crate::insight::told::Told;
use crate::record::{Account, AccountId, CaseFile, Doubt, DoubtKind, RecordId};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashMap;

/// The contract of the JSON form.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// What an import found. Rows in = entries + joined + set aside, for every file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// File by file, in the order given.
    pub files: Vec<FileReport>,
    /// The same event told twice.
    pub duplicates: Vec<Duplicate>,
    /// Where accounts differ.
    pub contradictions: Vec<ReportedContradiction>,
    /// Long times of which nothing is told.
    pub gaps: Vec<ReportedGap>,
    /// What came in beside the chronology: people, bonds, placements, legal statuses, findings, decisions, goals.
    pub around: ImportCounts,
    /// Sentences on the import as a whole.
    pub notices: Vec<String>,
}

impl ImportReport {
    /// Looks the whole case over: where accounts differ, and of which times nothing is told.
    pub(super) fn look_over(&mut self, file: &CaseFile, today: NaiveDate) {
        let told = Told::all(file);
        let found = contradictions::find(&told, &Family::of_case(file));
        let tellers: HashMap<AccountId, &Told> = match found.is_empty() {
            true => HashMap::new(),
            false => told.iter().map(|told| (told.id(), told)).collect(),
        };
        let claim = |claim: contradictions::Claim| ReportedClaim {
            place: tellers
                .get(&claim.account)
                .map(|told| RowPlace::of_account(told.account))
                .unwrap_or_default(),
            source: tellers
                .get(&claim.account)
                .map(|told| told.account.source.clone())
                .unwrap_or_default(),
            quote: claim.quote,
            means: claim.means,
        };
        self.contradictions = found
            .into_iter()
            .map(|found| ReportedContradiction {
                about: found.about.id().to_owned(),
                text: found.text,
                accounts: found.claims.into_iter().map(claim).collect(),
                supports: found.supports.into_iter().map(claim).collect(),
            })
            .collect();
        let gaps = gaps::family_gaps(file, gaps::SIX_MONTHS, today);
        self.gaps = gaps
            .into_iter()
            .map(|gap| ReportedGap {
                from: gap.from,
                to: gap.to,
                days: gap.days,
            })
            .collect();
    }
}

/// What the rows of a file tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// Events.
    #[default]
    Chronology,
    /// Findings about factors.
    Factors,
    /// Decisions on zones.
    Zones,
    /// Goals and their reviews.
    Goals,
}

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FileReport {
    /// Its name without its folder.
    pub file: String,
    /// What its rows tell.
    pub kind: FileKind,
    /// Its encoding's standard name.
    pub encoding: String,
    /// Between cells.
    pub separator: char,
    /// Records under the header.
    pub rows: u32,
    /// Rows that are entries of their own, or that findings, decisions or goals were made of.
    pub entries: u32,
    /// Rows that joined an entry that another row tells.
    pub joined: u32,
    /// Rows kept out, with the reason.
    pub set_aside: Vec<RowSetAside>,
    /// Rows that came in with a question.
    pub doubts: Vec<RowDoubt>,
}

/// A row that did not come in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowSetAside {
    /// Its number; the header is 1.
    pub record: u32,
    /// Its physical line.
    pub line: u32,
    /// Why.
    pub why: String,
}

/// A question about a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowDoubt {
    /// Its number; the header is 1.
    pub record: u32,
    /// Its physical line.
    pub line: u32,
    /// Which kind.
    pub kind: DoubtKind,
    /// The question.
    pub text: String,
}

/// A row by its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RowPlace {
    /// The file's name; empty for an account that was typed in.
    pub file: String,
    /// The record's number.
    pub record: u32,
    /// Its physical line.
    pub line: u32,
}

impl RowPlace {
    /// Where an account came from.
    pub fn of_account(account: &Account) -> RowPlace {
        match &account.origin {
            Some(origin) => RowPlace {
                file: origin.file.clone(),
                record: origin.record,
                line: origin.line,
            },
            None => RowPlace::default(),
        }
    }
}

/// Whether an event told twice is already one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DuplicateState {
    /// One entry with both accounts; it can be split again.
    Joined,
    /// Two entries; a person decides.
    Offered,
}

/// An event told twice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Duplicate {
    /// The two accounts.
    pub accounts: Vec<RowPlace>,
    /// Whether they are one entry.
    pub state: DuplicateState,
    /// Why they are thought to tell the same event.
    pub because: String,
}

/// What one account says on a matter on which accounts differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportedClaim {
    /// The row.
    #[serde(flatten)]
    pub place: RowPlace,
    /// Who said it.
    pub source: String,
    /// Its words.
    pub quote: String,
    /// What they are taken to mean.
    pub means: String,
}

/// Accounts that differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportedContradiction {
    /// On what ("attendance").
    pub about: String,
    /// In a sentence.
    pub text: String,
    /// Who said what.
    pub accounts: Vec<ReportedClaim>,
    /// Further accounts that support one of them.
    pub supports: Vec<ReportedClaim>,
}

/// A long time of which nothing is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportedGap {
    /// The last day before it with an entry.
    pub from: NaiveDate,
    /// The first day after it with an entry.
    pub to: NaiveDate,
    /// Days from the one to the other.
    pub days: i64,
}

/// What came in beside the chronology.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportCounts {
    /// New people.
    pub people: u32,
    /// New bonds.
    pub bonds: u32,
    /// New placements.
    pub placements: u32,
    /// New legal statuses.
    pub legal_statuses: u32,
    /// New findings about factors.
    pub findings: u32,
    /// New decisions on zones.
    pub decisions: u32,
    /// New goals.
    pub goals: u32,
    /// New reviews of goals.
    pub goal_reviews: u32,
}

/// A row as a preview shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRow {
    /// Where it stands.
    pub place: RowPlace,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// The date as written.
    pub date: String,
    /// The children whom it concerns.
    pub children: Vec<RecordId>,
    /// Who told it.
    pub source: String,
    /// The beginning of what it says.
    pub text: String,
    /// What is open about it.
    pub doubts: Vec<Doubt>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It is an entry, the first of the findings or decisions made of it, or the goal that it is about.
    Entry(RecordId),
    /// It joins an entry that another row tells.
    Joined(RecordId),
    /// It stays out, with the reason.
    SetAside(String),
}
