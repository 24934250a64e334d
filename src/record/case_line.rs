//! A case in one line, for the caseload: what is shown before a case is opened.

use super::*;
use chrono::NaiveDate;

/// A case as the caseload shows it. Kept beside the case so that ten thousand cases list without being opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// The family's name.
    pub name: String,
    /// The worker who holds it.
    pub worker: String,
    /// The children, oldest first.
    pub children: Vec<ChildLine>,
    /// How many entries the chronology has.
    pub entries: u32,
    /// The latest day that an entry names, days ahead of the writing left out: those are doubted, not news.
    pub last_entry: Option<NaiveDate>,
    /// Questions that are open: those that imports left, and entries without a date.
    pub open_doubts: u32,
    /// When the case was last written to.
    pub written_at: DateTime<Utc>,
    /// Whether the case is closed.
    pub closed: bool,
    /// The day of the last supervision.
    pub supervised_on: Option<NaiveDate>,
    /// What is due, as the case stood when it was last written to; the earliest first.
    pub dues: Vec<DueDay>,
    /// On which days in the weeks before it was last written to how many records were written, the earliest first.
    pub recent: Vec<(NaiveDate, u32)>,
}

/// Something that is due, in the few words of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDay {
    /// By when.
    pub day: NaiveDate,
    /// What, in a word or two.
    pub what: String,
    /// For which child; `None` for the family.
    pub child: Option<RecordId>,
}

/// A child in a case's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildLine {
    /// The child's record.
    pub id: RecordId,
    /// What people call the child.
    pub short_name: String,
    /// Full name.
    pub name: String,
    /// Born.
    pub born: Option<FuzzyDate>,
    /// Where the child lives now: kind of place and carer.
    pub lives: String,
    /// Legal status now.
    pub legal: String,
    /// The zones of the matrix one after the other; the caseload looks up the one of its day.
    pub zones: Vec<ZoneSpell>,
}
