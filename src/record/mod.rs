//! What is written down about a family: one file per kind of record.
//!
//! Nothing is overwritten. A save writes a new revision of a record, a removal is a revision that says so, and
//! undo writes the earlier state back as a newer revision. [`CaseFile`] holds everything of one family in memory;
//! [`Change`] is what a save does to it. This floor does not know how records are stored or drawn.

pub mod action;
pub mod bond;
pub mod capacity;
pub mod case;
pub mod case_decision;
pub mod case_file;
pub mod case_line;
pub mod change;
pub mod choices;
pub mod connection;
pub mod contact_after_care;
pub mod curiosity;
pub mod emotional_tie;
pub mod entry;
pub mod factor_finding;
pub mod field_value;
pub mod fields;
pub mod fuzzy_date;
pub mod gedcom_lines;
pub mod goal;
mod heading;
pub mod household;
pub mod hypothesis;
pub mod id;
pub mod import;
pub mod kinds;
pub mod legal_status;
mod lists;
pub mod need;
pub mod occasion;
pub mod person;
pub mod placement;
pub mod plan;
pub mod private_note;
pub mod promise;
pub mod relationship;
pub mod stage_mark;
pub mod story;
pub mod supervision;
mod table;
pub mod verdict;
pub mod wording_kept;
pub mod zone_decision;
pub mod zone_spell;

use chrono::{DateTime, Utc};

use serde::{Deserialize, Serialize};

pub use action::Action;
pub use bond::{Bond, BondKind};
pub use capacity::{Lapse, ShownCapacity};
pub use case::Case;
pub use case_decision::CaseDecision;
pub use case_line::{CaseLine, ChildLine, DueDay};
pub use change::{Change, Write};
pub use choices::{ChoiceWords, FixedChoice};
pub use connection::{Connection, Flow, SystemKind, Tie};
pub use contact_after_care::{Answer, ContactAfterCare};
pub use curiosity::Curiosity;
pub use emotional_tie::{EmotionalTie, TieKind};
pub use entry::{Account, Doubt, DoubtKind, Entry, Origin, Significance, most_exact};
pub use factor_finding::{FactorFinding, Status, Subject};
pub use fields::{FieldInfo, FieldRole, Shape, Unread, Value};
pub use fuzzy_date::{DateOrder, DateProblem, FuzzyDate, Part, Reading};
pub use gedcom_lines::GedcomLines;
pub use goal::{Goal, GoalReview, Purpose, Shown};
pub use heading::Heading;
pub use household::Household;
pub use hypothesis::{Hypothesis, HypothesisState, Strength};
pub(crate) use id::scramble;
pub use id::{AccountId, CaseId, Mint, RecordId};
pub use import::{Import, ImportedFile, SetAside};
pub use kinds::{Body, CaseFile, RecordKind};
pub use legal_status::LegalStatus;
pub use need::Need;
pub use occasion::Occasion;
pub use person::{Arrival, Person, SaidDate, Sex};
pub use placement::Placement;
pub use plan::{BottomLine, Holds, Horizon, PlanStep, PlanVersion, Support};
pub use private_note::{PrivateNote, PrivatePart, PrivateRevision};
pub use promise::Promise;
pub use relationship::{HangsOn, OwnView, Relationship, Ring, Standing};
pub use stage_mark::{NamedRole, Progress, StageMark};
pub use story::{Recognition, Story, Teller};
pub use supervision::{Quadrant, Supervision, SupervisionKind};
pub use verdict::Verdict;
pub use wording_kept::WordingKept;
pub use zone_decision::{Period, View, Voice, VoiceOf, ZoneDecision};
pub use zone_spell::{SIX_MONTHS, ZoneSpell};

/// What every record carries beside its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The record's own id, the same through all its revisions.
    pub id: RecordId,
    /// The case that the record belongs to.
    pub case: CaseId,
    /// Who wrote this revision.
    pub author: String,
    /// When this revision was written.
    pub recorded_at: DateTime<Utc>,
    /// 1 for the first writing, one more for each later one.
    pub revision: u32,
    /// Why the record was removed, when this revision removes it.
    pub removed: Option<String>,
}

/// One revision of one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<T> {
    /// Who, when, which revision.
    pub meta: Meta,
    /// The content.
    pub body: T,
}

impl<T> Record<T> {
    /// The record's id.
    pub fn id(&self) -> RecordId {
        self.meta.id
    }
}
